# `axray check`: formats, exit status, output files, sources, terminal.

load helpers

check_harbour() {
    "$AXRAY" check "$HARBOUR/rewrite.txt" \
        --against "$HARBOUR/wire.txt" "$HARBOUR/press-release.html" "$HARBOUR/translated.txt" "$@"
}

check_ledger() {
    "$AXRAY" check "$LEDGER/blog.html" \
        --against "$LEDGER/wire.txt" "$LEDGER/press-release.txt" "$LEDGER/rewrite.html" "$LEDGER/translated.html" "$@"
}

@test "text: each claim with its verdict, the source and its words, what was left out" {
    run --separate-stderr -0 check_harbour
    warns_of_nothing
    says contradicted
    says "not found"
    says "[40] tonnes"
    says "[14] tonnes"
    says wire.txt
    says "412 dead seabirds"
    says_not "Leave a Reply"
    [ "$output" = "$(check_harbour --format text)" ]
}

@test "text: not found says how much was searched" {
    run --separate-stderr -0 check_harbour
    [[ "$output" =~ 3\ sources ]] || complain "the number of sources is not told"
}

@test "text: relative words are reckoned from the day of publication" {
    printf 'Court rules on dam\n\nPublished 26 March 2024\n\n%s\n' \
        "The high court in Ostavar ordered the operator to close the dam on Monday." > source.txt
    echo "The high court in Ostavar ordered the operator to close the dam on 25 March 2024." > right.txt
    echo "The high court in Ostavar ordered the operator to close the dam on 26 March 2024." > wrong.txt
    run --separate-stderr -0 "$AXRAY" check right.txt --against source.txt
    says "1 supported"
    run --separate-stderr -0 "$AXRAY" check wrong.txt --against source.txt
    says "date differs: 26 March 2024 | source: Monday (2024-03-25)"
    run --separate-stderr -0 "$AXRAY" check wrong.txt --against source.txt --format json
    says '"source_meaning": "2024-03-25"'
}

@test "text that is piped has no colours" {
    check_harbour > text
    run ! grep -q $'\033' text
}

@test "text on a terminal has colours, unless NO_COLOR is set" {
    command -v script > /dev/null || skip "the program script is not installed"
    write_small_story
    script -qec "'$AXRAY' check article.txt --against source.txt" /dev/null > coloured < /dev/null
    grep -q $'\033\[' coloured
    NO_COLOR=1 script -qec "'$AXRAY' check article.txt --against source.txt" /dev/null > plain < /dev/null
    run ! grep -q $'\033\[[0-9;]*m' plain
}

@test "lines are as wide as COLUMNS or --width says, and --width is the stronger" {
    cd "$HARBOUR"
    COLUMNS=60 "$AXRAY" check rewrite.txt --against wire.txt > "$BATS_TEST_TMPDIR/60"
    "$AXRAY" check rewrite.txt --against wire.txt --width 60 > "$BATS_TEST_TMPDIR/option"
    COLUMNS=60 "$AXRAY" check rewrite.txt --against wire.txt --width 100 > "$BATS_TEST_TMPDIR/100"
    cd "$BATS_TEST_TMPDIR"
    cmp 60 option
    [ "$(widest 60)" -le 60 ]
    [ "$(widest 60)" -gt 40 ]
    [ "$(widest 100)" -le 100 ]
    [ "$(widest 100)" -gt 60 ]
}

@test "a width of very few columns still gives every claim" {
    write_small_story
    run --separate-stderr -0 "$AXRAY" check article.txt --against source.txt --width 20
    says Nine
    COLUMNS=nonsense run --separate-stderr -0 "$AXRAY" check article.txt --against source.txt
    says Nine
}

@test "json: one valid object with claims, verdicts, evidence and omissions" {
    check_harbour --format json > report.json
    ask 'isinstance(data, dict) and len(data["claims"]) >= 20 and len(data["sources"]) == 3' report.json
    ask '{c["verdict"] for c in data["claims"]} <= {"supported", "partly_supported", "contradicted", "not_found"}' report.json
    ask 'all(c["evidence"] for c in data["claims"] if c["verdict"] != "not_found")' report.json
    ask 'len(data["omissions"]) >= 3' report.json
}

@test "html: one page that needs nothing else" {
    check_ledger --format html > page.html
    head -c 15 page.html | grep -qi '^<!doctype html>'
    tail -c 20 page.html | grep -q '</html>'
    run ! grep -qiE '(src|href|action)="?(https?:)?//' page.html
    run ! grep -qiE '@import|url\( *.?https?:' page.html
    shown page.html > words
    grep -q 'Port Ellery' words
    grep -q 'Dunmarrow' words
}

@test "html and json: markup and quotation marks of the texts are escaped" {
    printf '%s\n' 'The office said <script>alert("x")</script> & <b onclick='"'"'x'"'"'>closed</b> the pier on Monday.' > article.txt
    printf '%s\n' 'The office </script><script>alert(1)</script> closed the pier on Monday, it said.' > source.txt
    "$AXRAY" check article.txt --against source.txt --format html > page.html
    run ! grep -q '<script>alert' page.html
    run ! grep -q '<b onclick' page.html
    "$AXRAY" check article.txt --against source.txt --format json > report.json
    ask 'len(data["claims"]) >= 1' report.json
}

@test "control characters of a text do not reach the terminal" {
    printf 'The office \033[31mclosed\033]0;title\007 the pier on Monday.\n' > article.txt
    printf 'The office closed the pier on Monday.\n' > source.txt
    run --separate-stderr "$AXRAY" check article.txt --against source.txt
    [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "neither read nor refused"
    says_not $'\033'
    says_not $'\007'
}

@test "--fail-on ends with 1 when a claim has the verdict, and still prints the report" {
    write_small_story
    run --separate-stderr -1 "$AXRAY" check article.txt --against source.txt --fail-on contradicted
    says contradicted
    run --separate-stderr -1 "$AXRAY" check article.txt --against source.txt --format json --fail-on contradicted
    says '"contradicted"'
    run --separate-stderr -0 "$AXRAY" check source.txt --against source.txt --fail-on contradicted
    run --separate-stderr -1 "$AXRAY" check source.txt --against source.txt --fail-on supported
}

@test "--fail-on not_found and partly_supported are known" {
    write_small_story
    run --separate-stderr -1 check_harbour --fail-on not_found
    run --separate-stderr -0 "$AXRAY" check source.txt --against source.txt --fail-on not_found
    run --separate-stderr -0 "$AXRAY" check source.txt --against source.txt --fail-on partly_supported
}

@test "--fail-on writes --output too" {
    write_small_story
    run --separate-stderr -1 "$AXRAY" check article.txt --against source.txt --fail-on contradicted --output report.txt
    grep -q contradicted report.txt
}

@test "--output writes the same bytes into a file and nothing on standard output" {
    for format in text json html; do
        check_harbour --format "$format" > expected
        run --separate-stderr -0 check_harbour --format "$format" --output written
        prints_nothing
        cmp expected written
    done
    [ "$(ls)" = "$(printf 'expected\nwritten')" ]
}

@test "--output replaces a file, and keeps it when the run fails" {
    write_small_story
    echo "an earlier report" > report.txt
    run --separate-stderr -3 "$AXRAY" check missing.txt --against source.txt --output report.txt
    [ "$(cat report.txt)" = "an earlier report" ]
    run --separate-stderr -0 "$AXRAY" check article.txt --against source.txt --output report.txt
    run ! grep -q "an earlier report" report.txt
    grep -q contradicted report.txt
}

@test "--output leaves no file behind when the input could not be read" {
    write_small_story
    run --separate-stderr -3 "$AXRAY" check article.txt --against missing.txt --output report.html --format html
    [ "$(ls)" = "$(printf 'article.txt\nsource.txt')" ]
}

@test "--output into a folder that does not exist, onto a folder, onto a full disk: a message and status 4" {
    write_small_story
    for place in no/such/folder/report.txt . /dev/full; do
        run --separate-stderr "$AXRAY" check article.txt --against source.txt --output "$place"
        [ "$status" -eq 4 ] || complain "exit status is not 4 for --output $place"
        prints_nothing
        warns "$place"
    done
    [ "$(ls)" = "$(printf 'article.txt\nsource.txt')" ]
    [ -c /dev/full ]
}

@test "a full disk behind standard output is told, with status 4" {
    write_small_story
    for format in text json html; do
        run --separate-stderr sh -c '"$1" check article.txt --against source.txt --format "$2" > /dev/full' sh "$AXRAY" "$format"
        [ "$status" -eq 4 ] || complain "exit status is not 4 for --format $format"
        [ -n "$stderr" ] || complain "no message"
    done
}

@test "a reader that closes the pipe early ends the run without noise" {
    check_harbour --format html | head -1 > first
    status=${PIPESTATUS[0]}
    [ "$(wc -l < first)" -eq 1 ]
    [ "$status" -eq 0 ] || [ "$status" -eq 4 ] || [ "$status" -eq 141 ] || complain "ended with $status"
}

@test "--quiet says nothing on standard error and changes no byte of the result" {
    check_harbour > loud
    run --separate-stderr -0 check_harbour --quiet
    warns_of_nothing
    [ "$output" = "$(cat loud)" ]
}

@test "a folder as a source stands for all files in it, in order of their names" {
    mkdir sources
    cp "$HARBOUR/wire.txt" "$HARBOUR/press-release.html" "$HARBOUR/translated.txt" sources
    "$AXRAY" check "$HARBOUR/rewrite.txt" --against sources --format json > folder.json
    "$AXRAY" check "$HARBOUR/rewrite.txt" --format json \
        --against sources/press-release.html sources/translated.txt sources/wire.txt > files.json
    cmp folder.json files.json
    "$AXRAY" check "$HARBOUR/rewrite.txt" --against sources/ --format json > slash.json
    cmp folder.json slash.json
}

@test "the article can come from standard input, and so can a source" {
    write_small_story
    run --separate-stderr -0 "$AXRAY" check - --against source.txt < article.txt
    says Nine
    run --separate-stderr -0 "$AXRAY" check article.txt --against - < source.txt
    says Nine
    "$AXRAY" check - --against "$LEDGER/wire.txt" --format json < "$LEDGER/blog.html" > report.json
    ask 'not any("<" in json.dumps(c) for c in data["claims"])' report.json
}

@test "--against can be given several times" {
    "$AXRAY" check "$HARBOUR/rewrite.txt" --against "$HARBOUR/wire.txt" "$HARBOUR/translated.txt" > together
    "$AXRAY" check "$HARBOUR/rewrite.txt" --against "$HARBOUR/wire.txt" --against "$HARBOUR/translated.txt" > apart
    cmp together apart
}

@test "an article that is also a source is supported by itself, and that is told" {
    cp "$HARBOUR/wire.txt" copy.txt
    "$AXRAY" check "$HARBOUR/wire.txt" --against copy.txt --format json > report.json
    ask '{c["verdict"] for c in data["claims"]} == {"supported"}' report.json
    ask 'data["omissions"] == []' report.json
    run --separate-stderr -0 "$AXRAY" check "$HARBOUR/wire.txt" --against copy.txt
    [[ "$output$stderr" == *"same"* ]] || complain "nothing is said of the source that equals the article"
}

@test "a source in another language is not searched, and that is told; with no other source nothing is judged" {
    echo "Die Hafenbehörde hat am Montag den nördlichen Kai gesperrt, nachdem ein Kran ins Wasser gestürzt war." > kai.txt
    run --separate-stderr -0 "$AXRAY" check "$HARBOUR/rewrite.txt" --width 200 --against "$HARBOUR/wire.txt" kai.txt
    says "kai.txt is in German: it was not searched"
    "$AXRAY" check "$HARBOUR/rewrite.txt" --against kai.txt --format json > report.json
    ask 'all(c["verdict"] == "not_found" and c["not_judged"] == "source_language" for c in data["claims"])' report.json
}

@test "sources that disagree are both shown" {
    echo "Nine workers were hurt in the harbour." > office.txt
    echo "Four workers were hurt in the harbour." > police.txt
    run --separate-stderr -0 "$AXRAY" check office.txt --width 200 --against office.txt police.txt
    says "The sources disagree: office.txt bears it out, police.txt contradicts it."
    says "police.txt, sentence 1"
}

@test "sources that say nothing of the matter change no verdict" {
    verdicts() { python3 -c 'import json, sys; print([c["verdict"] for c in json.load(sys.stdin)["claims"]])'; }
    alone=$(check_harbour --format json | verdicts)
    more=$(check_harbour --format json --against "$LEDGER/translated.html" | verdicts)
    [ "$alone" = "$more" ]
}

@test "the number of threads, the language of the system and a second run change no byte" {
    for format in text json html; do
        check_ledger --format "$format" --threads 1 > one
        check_ledger --format "$format" --threads 8 > eight
        LC_ALL=C check_ledger --format "$format" > plain
        LC_ALL=C.UTF-8 TZ=Asia/Tokyo check_ledger --format "$format" > other
        cmp one eight
        cmp one plain
        cmp one other
    done
}

@test "file names with blanks, quotation marks and letters beyond ASCII are names like others" {
    write_small_story
    mkdir "a folder"
    mv source.txt "a folder/what's \"this\" – ü.txt"
    mv article.txt ./-article.txt
    run --separate-stderr -0 "$AXRAY" check "./-article.txt" --against "a folder/what's \"this\" – ü.txt"
    says Nine
    "$AXRAY" check ./-article.txt --against "a folder" --format json > report.json
    ask '"ü" in json.dumps(data, ensure_ascii=False)' report.json
    "$AXRAY" check ./-article.txt --against "a folder" --format html > page.html
    shown page.html | grep -q Nine
}

@test "it works from any folder and through a link to the program" {
    write_small_story
    ln -s "$AXRAY" link
    run --separate-stderr -0 ./link check article.txt --against source.txt
    says Nine
    cd /
    run --separate-stderr -0 "$AXRAY" check "$HARBOUR/rewrite.txt" --against "$HARBOUR/wire.txt"
}
