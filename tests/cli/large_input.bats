# A text of 200 MB is over the limit: that is said at once, without reading it all into memory.

load helpers

setup_file() {
    yes "The harbour office closed the northern pier on Monday after a crane fell into the water, the office said." \
        | head -c 200000000 > "$BATS_FILE_TMPDIR/large.txt"
    ln "$BATS_FILE_TMPDIR/large.txt" "$BATS_FILE_TMPDIR/large.html"
}

teardown_file() { rm -f "$BATS_FILE_TMPDIR"/large.*; }

over_the_limit() {
    refuses "$1"
    [[ "$stderr" =~ limit|too\ large|too\ big|larger\ than|at\ most ]] || complain "the limit is not told"
}

@test "as the article" {
    write_small_story
    for name in large.txt large.html; do
        run --separate-stderr timeout 10 "$AXRAY" check "$BATS_FILE_TMPDIR/$name" --against source.txt
        over_the_limit "$name"
    done
}

@test "as a source, alone and in a folder" {
    write_small_story
    run --separate-stderr timeout 10 "$AXRAY" check article.txt --against source.txt "$BATS_FILE_TMPDIR/large.txt"
    over_the_limit large.txt
    mkdir folder
    ln -s "$BATS_FILE_TMPDIR/large.txt" folder/large.txt
    cp source.txt folder
    run --separate-stderr timeout 10 "$AXRAY" check article.txt --against folder --output report.txt
    over_the_limit large.txt
    [ ! -e report.txt ]
}

@test "from standard input, and from an endless one" {
    write_small_story
    run --separate-stderr timeout 10 "$AXRAY" check - --against source.txt < "$BATS_FILE_TMPDIR/large.txt"
    over_the_limit ""
    status=0
    yes "The office closed the pier." | timeout 20 "$AXRAY" check - --against source.txt > result 2> message || status=$?
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    [ ! -s result ]
    [ -s message ]
}

@test "as one line of JSON lines: an error for that line, and the next is answered" {
    {
        printf '{"id":"large","claim":"'
        tr '\n' ' ' < "$BATS_FILE_TMPDIR/large.txt"
        printf '","sources":[]}\n'
        echo '{"id":"small","claim":"The pier closed.","sources":[{"id":"s","sentences":["The pier closed."]}]}'
    } | timeout 60 "$AXRAY" check --jsonl > answers
    [ "$(wc -l < answers)" -eq 2 ]
    ask_lines 'lines[0]["error"]["line"] == 1 and lines[0]["error"]["code"] == "limit_exceeded"' answers
    ask_lines 'lines[1]["id"] == "small" and lines[1]["label"] == "supported"' answers
}
