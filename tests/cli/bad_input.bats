# Input that cannot be read, or hardly: a message with the file and the reason, the right status, no crash, no hang.

load helpers

# refused_both_ways FILE: refused as the article and as the only source, in every format, with its name.
refused_both_ways() {
    write_small_story
    for format in text json html; do
        run --separate-stderr timeout 20 "$AXRAY" check "$1" --against source.txt --format "$format"
        refuses "$1"
        run --separate-stderr timeout 20 "$AXRAY" check article.txt --against "$1" --format "$format"
        refuses "$1"
    done
}

@test "a file that does not exist" {
    refused_both_ways missing.txt
    refused_both_ways no/such/folder/missing.txt
}

@test "one missing source among good ones stops the run and is named" {
    write_small_story
    run --separate-stderr "$AXRAY" check article.txt --against source.txt missing.txt
    refuses missing.txt
}

@test "an empty file" {
    : > empty.txt
    refused_both_ways empty.txt
    : > empty.html
    refused_both_ways empty.html
    write_small_story
    run --separate-stderr "$AXRAY" check - --against source.txt < /dev/null
    [ "$status" -eq 3 ] || complain "exit status is not 3"
}

@test "a file of blanks and line ends alone" {
    printf ' \n\t\n\r\n\n   ' > blank.txt
    refused_both_ways blank.txt
    printf '\357\273\277' > mark.txt
    refused_both_ways mark.txt
}

@test "a folder as the article" {
    write_small_story
    mkdir folder
    cp article.txt folder
    run --separate-stderr "$AXRAY" check folder --against source.txt
    refuses folder
}

@test "an empty folder as a source" {
    write_small_story
    mkdir folder
    run --separate-stderr "$AXRAY" check article.txt --against folder
    refuses folder
}

@test "a folder whose files cannot be read names a file of it" {
    write_small_story
    mkdir folder
    head -c 5000 /dev/zero > folder/zeros.bin
    run --separate-stderr "$AXRAY" check article.txt --against folder
    refuses zeros.bin
}

@test "a folder with a link to itself ends" {
    write_small_story
    mkdir folder
    cp source.txt folder
    ln -s . folder/again
    run --separate-stderr timeout 20 "$AXRAY" check article.txt --against folder
    [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused"
}

@test "binary junk" {
    python3 -c 'import random, sys; sys.stdout.buffer.write(random.Random(7).randbytes(100000))' > junk.bin
    refused_both_ways junk.bin
    head -c 5000 /dev/zero > zeros.txt
    refused_both_ways zeros.txt
    head -c 100000 /bin/sh > program.txt
    refused_both_ways program.txt
}

@test "a picture and files compressed by what is not read through are not text" {
    printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001\b\002\000\000\000' > picture.png
    refused_both_ways picture.png
    printf 'BZh91AY&SY\216\021\313\005\000\000' > wire.txt.bz2
    refused_both_ways wire.txt.bz2
    gzip -c "$HARBOUR/wire.txt" | head -c 12 > cut.gz
    refused_both_ways cut.gz
    gzip -c picture.png > picture.gz
    refused_both_ways picture.gz
}

@test "a page without text" {
    printf '%s' '<!DOCTYPE html><html><head><title></title><script>var text = "Nine workers were hurt.";</script>' \
        '<style>p { color: red }</style></head><body><div><img src="a.png"></div></body></html>' > page.html
    refused_both_ways page.html
}

@test "a device and a pipe that nobody writes into" {
    write_small_story
    run --separate-stderr timeout 20 "$AXRAY" check /dev/null --against source.txt
    refuses /dev/null
    mkfifo pipe
    printf 'Nine workers were hurt at the pier on Monday.\n' > pipe &
    run --separate-stderr timeout 20 "$AXRAY" check pipe --against source.txt
    [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused"
    wait
}

@test "a file without permission" {
    [ "$(id -u)" -ne 0 ] || skip "root may read everything"
    write_small_story
    cp source.txt locked.txt
    chmod 000 locked.txt
    refused_both_ways locked.txt
}

@test "text in windows-1252 is read as it was meant" {
    write_small_story
    printf 'The caf\351 owner Ren\351e Duval\222s clients left the caf\351 on Monday, and the caf\351 closed at \200 4.\n' > article.txt
    "$AXRAY" check article.txt --against source.txt --format json > report.json
    ask '"Renée Duval" in json.dumps(data, ensure_ascii=False)' report.json
}

@test "UTF-16 with a byte order mark is read" {
    write_small_story
    iconv -f UTF-8 -t UTF-16 article.txt > wide.txt
    run --separate-stderr -0 "$AXRAY" check wide.txt --against source.txt
    says "[Nine] workers were hurt"
}

@test "invalid UTF-8 is mended or refused, and the output is valid" {
    write_small_story
    printf 'The gr\303\274n pier \377\376 closed on Monday \303. Four workers \355\240\200 were hurt \364\220\200\200 there.\n' > broken.txt
    for format in text json html; do
        status=0
        timeout 20 "$AXRAY" check broken.txt --against source.txt --format "$format" > result 2> message || status=$?
        [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused"
        [ "$status" -eq 0 ] || grep -q broken.txt message
        iconv -f UTF-8 -t UTF-8 result > /dev/null
    done
}

@test "a NUL byte in a text is no end of the text" {
    write_small_story
    printf 'The pier closed on Monday.\n\nNine workers\000 were hurt, the office said.\n' > holed.txt
    run --separate-stderr "$AXRAY" check holed.txt --against source.txt
    [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused"
    [ "$status" -eq 3 ] || says "were hurt"
}

@test "a page of 50,000 nested elements and one of unclosed tags end" {
    write_small_story
    python3 -c 'print("<div>" * 50000 + "<p>Nine workers were hurt, the office said.</p>" + "</div>" * 50000)' > deep.html
    python3 -c 'print("<p>Nine workers were hurt.<table><tr><td><a href=\"<b>" * 20000)' > soup.html
    for page in deep.html soup.html; do
        run --separate-stderr timeout 60 "$AXRAY" check "$page" --against source.txt
        [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused: $page"
        [ "$status" -eq 0 ] || warns "$page"
    done
}

@test "one word of a million letters, and a million full stops, end" {
    write_small_story
    { printf 'Nine workers were hurt. '; head -c 1000000 /dev/zero | tr '\0' 'x'; } > word.txt
    { printf 'Nine workers were hurt'; head -c 1000000 /dev/zero | tr '\0' '.'; } > stops.txt
    { printf 'Nine workers were hurt. '; head -c 1000000 /dev/zero | tr '\0' '"'; } > quotes.txt
    for text in word.txt stops.txt quotes.txt; do
        run --separate-stderr timeout 60 "$AXRAY" check "$text" --against source.txt
        [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused: $text"
    done
}
