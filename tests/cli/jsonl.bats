# `axray check --jsonl`: one claim with its sources in each line, one answer in each line, in the same order.

load helpers

GOOD='{"id":"good","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":["The pier closed.","Four workers were hurt, the office said."]}]}'

bulk() { timeout 60 "$AXRAY" check --jsonl "$@"; }

# refused_line CODES LINE...: each line gives an error object with one of the codes, and the good lines around it an answer.
refused_line() {
    local codes=$1 line
    shift
    for line in "$@"; do
        printf '%s\n%s\n%s\n' "$GOOD" "$line" "$GOOD" > lines
        status=0
        bulk < lines > answers 2> messages || status=$?
        [ "$status" -eq 0 ] || complain "ended with $status for ${line:0:200}: $(head -c 500 messages)"
        ask_lines "len(lines) == 3 and 'label' in lines[0] and 'label' in lines[2]" answers
        ask_lines "set(lines[1]) <= {'id', 'error'} and lines[1]['error']['line'] == 2" answers
        ask_lines "lines[1]['error']['code'] in '$codes'.split() and len(lines[1]['error']['message']) > 10" answers
    done
}

@test "an answer has the fields of the format, with values in their ranges" {
    echo "$GOOD" | bulk > answers
    ask_lines 'len(lines) == 1 and {"id", "label", "score", "evidence", "bad_spans", "flags"} <= set(lines[0])' answers
    ask_lines 'lines[0]["id"] == "good" and lines[0]["label"] == "supported" and 0.5 <= lines[0]["score"] <= 1' answers
    ask_lines '[0, 1] in lines[0]["evidence"] and lines[0]["bad_spans"] == []' answers
}

@test "flags name what differs although the claim is supported, and are empty when nothing does" {
    { echo "$GOOD"; echo "${GOOD/were hurt./were hurt, the office said.}"; } | bulk > answers
    ask_lines '[l["label"] for l in lines] == ["supported"] * 2' answers
    ask_lines '[l["flags"] for l in lines] == [["attribution_dropped"], []]' answers
}

@test "the four labels" {
    python3 - > lines <<'END'
import json
source = {"id": "s", "sentences": ["The harbour office closed the northern pier on Monday.", "Four workers were hurt.",
                                   "The pier will stay closed until May 12."]}
for claim in ["Four workers were hurt.", "Nine workers were hurt.", "The national orchestra played in Lisbon yesterday."]:
    print(json.dumps({"id": claim, "claim": claim, "sources": [source]}))
END
    bulk < lines > answers
    ask_lines '[l["label"] for l in lines] == ["supported", "contradicted", "not_supported"]' answers
    ask_lines '"number_differs" in lines[1]["flags"]' answers
    ask_lines 'lines[0]["score"] > lines[1]["score"] and lines[0]["score"] > lines[2]["score"]' answers
}

@test "bad_spans count code points of the claim" {
    python3 - > lines <<'END'
import json
claim = "At the caf\u00e9 \U0001f642 on the \u00fcber-pier, nine workers were hurt."
source = {"id": "s", "sentences": ["At the caf\u00e9 on the \u00fcber-pier, four workers were hurt."]}
for escaped in (True, False):
    print(json.dumps({"id": claim, "claim": claim, "sources": [source]}, ensure_ascii=escaped))
END
    bulk < lines > answers
    ask_lines 'any("nine" in lines[0]["id"][b:e] for b, e in lines[0]["bad_spans"])' answers
    ask_lines 'all(0 <= b < e <= len(lines[0]["id"]) for b, e in lines[0]["bad_spans"])' answers
    ask_lines 'lines[0] == lines[1]' answers
}

@test "a source can be running text" {
    echo '{"id":"t","claim":"Four workers were hurt.","sources":[{"id":"a","text":"The pier closed. It was Monday."},{"id":"b","text":"The pier closed. Four workers were hurt, the office said. Then it rained."}]}' | bulk > answers
    ask_lines 'lines[0]["label"] == "supported" and lines[0]["evidence"][0] == [1, 1]' answers
}

@test "unknown fields are passed over" {
    echo '{"note":{"deep":[1,2,{"x":null}]},"id":"u","lang":"en","claim":"Four workers were hurt.","sources":[{"id":"s","url":null,"sentences":["Four workers were hurt."]}]}' | bulk > answers
    ask_lines 'lines[0]["id"] == "u" and lines[0]["label"] == "supported"' answers
}

@test "empty input gives empty output" {
    run --separate-stderr -0 bulk < /dev/null
    prints_nothing
}

@test "the last line needs no line end, and line ends may be those of Windows" {
    printf '%s' "$GOOD" | bulk > bare
    printf '%s\r\n' "$GOOD" | bulk > windows
    echo "$GOOD" | bulk > plain
    [ "$(wc -l < plain)" -eq 1 ]
    cmp plain bare
    cmp plain windows
}

@test "a byte order mark before the first line is passed over" {
    printf '\357\273\277%s\n' "$GOOD" | bulk > answers
    ask_lines 'len(lines) == 1 and lines[0]["label"] == "supported"' answers
}

@test "no source, and sources without sentences, leave the claim unsupported" {
    printf '%s\n' '{"id":1,"claim":"Four workers were hurt.","sources":[]}' \
        '{"id":"2","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":[]}]}' \
        '{"id":"3","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":["",""]}]}' \
        '{"id":"4","claim":"Four workers were hurt.","sources":[{"id":"s","text":""}]}' | bulk > answers
    ask_lines 'len(lines) == 4 and all("error" in l or (l["label"] == "not_supported" and l["evidence"] == []) for l in lines)' answers
    ask_lines '[l.get("id") for l in lines][1:] == ["2", "3", "4"]' answers
}

@test "a line that is no JSON, or is cut off" {
    refused_line malformed \
        'no json at all' '{' '{"id":"x","claim":"Four workers' "${GOOD:0:100}" "${GOOD%\}}" "$GOOD}" "$GOOD$GOOD" \
        '{"id":"x",}' "{'id':'x'}" '{"id":"x" "claim":"y"}' 'NaN' ']'
}

@test "a line of the wrong type" {
    refused_line malformed \
        '[]' '"text"' '7' 'null' 'true' '{}' \
        '{"id":"x"}' '{"id":"x","claim":"Four workers were hurt."}' '{"id":"x","sources":[]}' \
        '{"id":"x","claim":7,"sources":[]}' '{"id":"x","claim":null,"sources":[]}' '{"id":"x","claim":["a"],"sources":[]}' \
        '{"id":"x","claim":"Four workers were hurt.","sources":"s"}' '{"id":"x","claim":"Four workers were hurt.","sources":{}}' \
        '{"id":"x","claim":"Four workers were hurt.","sources":[7]}' '{"id":"x","claim":"Four workers were hurt.","sources":[{"id":"s"}]}' \
        '{"id":"x","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":"one"}]}' \
        '{"id":"x","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":["one",2]}]}' \
        '{"id":"x","claim":"Four workers were hurt.","sources":[{"id":"s","text":["one"]}]}'
}

@test "an error names the id where the line has one, and null where it has none" {
    printf '%s\n' '{"id":"known","claim":7,"sources":[]}' 'no json' > lines
    bulk < lines > answers
    ask_lines 'lines[0]["id"] == "known" and "claim" in lines[0]["error"]["message"]' answers
    ask_lines 'lines[1]["id"] is None' answers
}

@test "a claim without a word is refused" {
    refused_line "empty malformed" '{"id":"x","claim":"","sources":[{"id":"s","sentences":["One."]}]}' \
        '{"id":"x","claim":"  \n ","sources":[{"id":"s","sentences":["One."]}]}'
}

@test "10,000 nested brackets are refused wherever they stand" {
    deep() { printf "$1%.0s" $(seq 10000); }
    refused_line "malformed limit_exceeded" \
        "$(deep '[')" "$(deep '[')$(deep ']')" "$(deep '{"a":')" \
        "{\"id\":\"x\",\"claim\":\"Four workers were hurt.\",\"sources\":$(deep '[')$(deep ']')}" \
        "{\"id\":\"x\",\"claim\":\"Four workers were hurt.\",\"sources\":[],\"note\":$(deep '[')$(deep ']')}" \
        "{\"id\":$(deep '{"a":')1$(deep '}'),\"claim\":\"Four workers were hurt.\",\"sources\":[]}"
}

@test "bytes that are no UTF-8, and halves of surrogate pairs, are refused" {
    refused_line malformed \
        "$(printf '{"id":"x","claim":"Four \377 workers were hurt.","sources":[]}')" \
        "$(printf '{"id":"x","claim":"Four workers were hurt.","sources":[{"id":"s","sentences":["a \303"]}]}')" \
        '{"id":"x","claim":"Four \ud800 workers were hurt.","sources":[]}'
}

@test "control characters inside a string are refused, escaped ones are not" {
    refused_line malformed "$(printf '{"id":"x","claim":"Four \001 workers were hurt.","sources":[]}')"
    echo '{"id":"x\u0000y","claim":"Four\u0000 workers\u0001 were\t hurt.","sources":[{"id":"s","sentences":["Four workers were hurt."]}]}' | bulk > answers
    ask_lines 'len(lines) == 1 and lines[0]["id"] == "x\0y"' answers
}

@test "a long run keeps the order, and its bad lines are told by their number" {
    python3 - > lines <<'END'
import json
for number in range(1, 3001):
    if number % 7 == 0:
        print('{"id":"%d","claim":' % number)
    elif number % 11 == 0:
        print(json.dumps({"id": str(number), "claim": number, "sources": []}))
    else:
        padding = ["The pier was closed for %d days." % n for n in range(number % 50)]
        sentences = padding + ["On day %d, %d workers were hurt." % (number, number % 13 + 2)]
        print(json.dumps({"id": str(number), "claim": "%d workers were hurt on day %d." % (number % 13 + 2, number),
                          "sources": [{"id": "s", "sentences": sentences}]}))
END
    bulk --threads 1 < lines > one
    bulk --threads 8 < lines > eight
    bulk < lines > as_many_as_it_likes
    cmp one eight
    cmp one as_many_as_it_likes
    ask_lines 'len(lines) == 3000' one
    ask_lines 'all(l["error"]["line"] == n for n, l in enumerate(lines, 1) if n % 7 == 0 or n % 11 == 0)' one
    ask_lines 'all(l["id"] == str(n) and "label" in l for n, l in enumerate(lines, 1) if n % 7 and n % 11)' one
}

@test "an answer comes before the input ends" {
    coproc PROGRAM { exec "$AXRAY" check --jsonl; }
    local answers=${PROGRAM[0]} questions=${PROGRAM[1]} process=$PROGRAM_PID  # the shell forgets them when it ends
    echo "$GOOD" >&"$questions"
    read -r -t 20 -u "$answers" first
    [[ "$first" == *'"good"'* ]]
    echo "$GOOD" >&"$questions"
    read -r -t 20 -u "$answers" second
    [ "$first" = "$second" ]
    exec {questions}>&-
    wait "$process"
}

@test "a reader that closes the pipe early ends the run soon" {
    python3 -c 'import sys
for n in range(30000): sys.stdout.write(sys.argv[1] + "\n")' "$GOOD" > lines
    SECONDS=0
    timeout 60 "$AXRAY" check --jsonl < lines 2> messages | head -1 > first
    status=${PIPESTATUS[0]}
    [ "$(wc -l < first)" -eq 1 ]
    [ "$status" -eq 0 ] || [ "$status" -eq 4 ] || [ "$status" -eq 141 ] || complain "ended with $status"
    [ "$SECONDS" -lt 30 ]
}

@test "a full disk is told, with status 4" {
    run --separate-stderr sh -c 'echo "$2" | "$1" check --jsonl > /dev/full' sh "$AXRAY" "$GOOD"
    [ "$status" -eq 4 ] || complain "exit status is not 4"
    [ -n "$stderr" ] || complain "no message"
    run --separate-stderr sh -c 'echo "$2" | "$1" check --jsonl --output /dev/full' sh "$AXRAY" "$GOOD"
    [ "$status" -eq 4 ] || complain "exit status is not 4"
    warns /dev/full
}

@test "--output takes the answers" {
    echo "$GOOD" | bulk > expected
    echo "$GOOD" | bulk --output written > nothing
    [ ! -s nothing ]
    cmp expected written
}

@test "an article beside --jsonl is wrong usage" {
    write_small_story
    run --separate-stderr -2 bulk article.txt --against source.txt < /dev/null
    prints_nothing
}
