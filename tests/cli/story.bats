# `axray story`: many reports of one event. Results, and reports that nobody should send: a sensible story or a clear word
# on what was left out and why, in bounded time and memory.

load helpers

DAM="$EXAMPLES/dam-closure/reports"
OF_ONE_EVENT=(wire.txt statement.html reprint.txt rewrite.html local.txt abroad.txt update.txt correction.txt)

story() { timeout 120 "$AXRAY" story "$@"; }

dam_reports() {
    local report
    for report in "${OF_ONE_EVENT[@]}"; do echo "$DAM/$report"; done
}

# first FILE EXPRESSION: over `story`, the first story of the JSON file.
first() { ask "(lambda story: $2)(data['stories'][0])" "$1"; }

# write_line ID DATE TEXT: a document as a line of JSON.
write_line() {
    python3 -c 'import json, sys; print(json.dumps(dict(zip(("id", "date", "text"), sys.argv[1:]))))' "$@"
}

PIER="The harbour office closed the northern pier on Monday after a crane fell into the water. Four workers were hurt, the office said. The pier will stay closed until May 12."
PIER_AGAIN="Four people were injured when a crane crashed into the harbour basin. The northern pier was shut on Monday. It will be closed until 12 May, according to the harbour office."
COUNCIL="Voters in Orle chose a new council on Sunday. The fishers' party won 14 of the 31 seats, six more than four years ago. Turnout was 61 percent, the town clerk said."
GERMAN="Die Hafenbehörde hat am Montag den nördlichen Kai gesperrt, nachdem ein Kran ins Wasser gestürzt war. Vier Arbeiter wurden dabei verletzt, teilte die Behörde mit. Der Kai bleibt bis zum 12. Mai gesperrt."

@test "the example as text, as JSON and as a page" {
    mapfile -t reports < <(dam_reports)
    run --separate-stderr story "${reports[@]}"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "Quorrin Dam"
    says "August 2024"
    says "October 2023"
    says_not "cookies"
    story "${reports[@]}" --format json > story.json
    ask "len(data['stories']) == 1 and data['unreadable'] == []" story.json
    first story.json "len(story['reports']) == 8 and story['account']['headline']['text'] != ''"
    story "${reports[@]}" --format html --output story.html
    shown story.html | grep -q "Quorrin Dam"
}

@test "reports of two similar events and of another matter are three stories" {
    run --separate-stderr story "$DAM" --format json --least-reports 1
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    echo "$output" > stories.json
    ask "sorted(len(story['reports']) for story in data['stories']) == [1, 2, 8]" stories.json
    # A headline is the title of a report that tells its fact.
    ask "all(head['traces'][0]['source']['report'] in [one['report'] for one in story['facts'][head['facts'][0]]['mentions']] for story in data['stories'] for head in [story['account']['headline']] if head)" stories.json
    run --separate-stderr story "$DAM" --format html --output pages/ --least-reports 1
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ -s pages/index.html ]
    [ "$(find pages -name 'story-*.html' | wc -l)" -eq 3 ]
}

@test "pages of several stories need a folder" {
    run --separate-stderr story "$DAM" --format html --least-reports 1
    [ "$status" -ne 0 ] || complain "several pages went to one output"
    prints_nothing
    warns "--output"
}

@test "the same bytes on one thread and on four, and run after run" {
    for format in text json html; do
        story "$DAM" --format "$format" --threads 1 --quiet --output one.$format --least-reports 2 --one-story
        story "$DAM" --format "$format" --threads 4 --quiet --output four.$format --least-reports 2 --one-story
        cmp one.$format four.$format
    done
    story "$DAM" --format json --quiet --threads 1 > once
    story "$DAM" --format json --quiet --threads 4 > again
    cmp once again
}

@test "the order in which reports are named changes no fact and no conflict" {
    mapfile -t reports < <(dam_reports)
    mapfile -t reversed < <(dam_reports | tac)
    story "${reports[@]}" --one-story --format json --quiet > forward.json
    story "${reversed[@]}" --one-story --format json --quiet > backward.json
    python3 - <<'END'
import json
def facts(path):
    story = json.load(open(path))["stories"][0]
    return {tuple(sorted((m["report_id"], m["claim"] if isinstance(m["claim"], str) else m["text"]) for m in fact["mentions"]))
            for fact in story["facts"]}, sorted(conflict["kind"] for conflict in story["conflicts"])
one, other = facts("forward.json"), facts("backward.json")
assert one[0] == other[0], (one[0] ^ other[0])
assert one[1] == other[1], (one[1], other[1])
END
}

@test "a single report" {
    printf '%s\n' "$PIER" > one.txt
    run --separate-stderr story one.txt --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    echo "$output" > story.json
    first story.json "len(story['reports']) == 1 and len(story['facts']) >= 3 and story['conflicts'] == []"
    first story.json "all('single_report' in fact['flags'] for fact in story['facts'])"
    run --separate-stderr story one.txt
    says "northern pier"
}

@test "the same report fifty times: fifty reports, one origin" {
    for number in $(seq 10 59); do printf '%s\n' "$PIER" > "copy-$number.txt"; done
    run --separate-stderr story copy-*.txt
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "50 reports"
    says "one origin"
    story copy-*.txt --format json --quiet > story.json
    first story.json "story['summary']['reports'] == 50 and story['summary']['independent_origins'] == 1"
    first story.json "all(fact['independent_origins'] == 1 for fact in story['facts']) and story['conflicts'] == []"
}

@test "reports in other languages are left out with a word" {
    printf '%s\n' "$PIER" > english.txt
    printf '%s\n' "$PIER_AGAIN" > again.txt
    printf '%s\n' "$GERMAN" > deutsch.txt
    run --separate-stderr story english.txt again.txt deutsch.txt --one-story
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "deutsch.txt"
    says "German"
    says_not "Hafenbeh"
    run --separate-stderr story deutsch.txt
    says "German"
}

@test "empty reports among others are named, the others go on, and the status says so" {
    printf '%s\n' "$PIER" > one.txt
    : > empty.txt
    printf ' \n\t\n' > blank.txt
    run --separate-stderr story one.txt empty.txt blank.txt
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    warns empty.txt
    warns blank.txt
    says "northern pier"
    run --separate-stderr story empty.txt blank.txt
    refuses empty.txt
}

@test "a title without end stands shortened where it stands for a headline" {
    python3 -c 'import json; print(json.dumps({"id": "endless", "title": "x" * 300000, "text": "Oslo"}))' > lines.jsonl
    run --separate-stderr story lines.jsonl
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ "${#output}" -lt 5000 ] || complain "the title stands there in full"
    says_not "$(printf 'x%.0s' {1..300})"
}

@test "a file without a statement is left out with a word and counts as no origin" {
    printf '%s\n' "$PIER" > one.txt
    echo '{"rows": [1, 2]}' > table.json
    story one.txt table.json --one-story --format json --quiet > story.json
    first story.json "[report['id'] for report in story['left_out_reports']] == ['table.json']"
    first story.json "story['summary']['reports'] == 1 and 'no statement' in story['left_out_reports'][0]['reason']"
}

@test "ids that look like paths name no file" {
    local id
    for id in ../../evil /tmp/evil .. . a/b 'a\b' index story-1 ''; do
        write_line "$id" 2024-05-06 "$PIER"
        write_line "$id" 2024-06-10 "$COUNCIL"
    done > lines.jsonl
    mkdir site
    run --separate-stderr story lines.jsonl --format html --output site/pages/ --least-reports 1
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ "$(find . -newer lines.jsonl -type f | sort | tr '\n' ' ')" = "./site/pages/index.html ./site/pages/story-1.html ./site/pages/story-2.html " ] ||
        complain "other files: $(find . -newer lines.jsonl -type f)"
}

@test "a report that is dated tomorrow may come from where it is tomorrow; one of next week may not" {
    write_line near "$(date -u -d tomorrow +%F)" "$PIER" > near.jsonl
    run --separate-stderr story near.jsonl
    [[ "$stderr" != *future* ]] || complain "tomorrow is not believed"
    write_line far "$(date -u -d '7 days' +%F)" "$PIER" > far.jsonl
    run --separate-stderr story far.jsonl
    warns future
}

@test "unreadable inputs among others are named and the others go on" {
    printf '%s\n' "$PIER" > one.txt
    head -c 5000 /dev/zero > zeros.txt
    python3 -c 'import random, sys; sys.stdout.buffer.write(random.Random(7).randbytes(100000))' > junk.bin
    mkdir -p empty-folder
    for bad in missing.txt zeros.txt junk.bin empty-folder; do
        run --separate-stderr story one.txt "$bad"
        [ "$status" -eq 3 ] || complain "exit status is not 3 with $bad"
        warns "$bad"
        says "northern pier"
        run --separate-stderr story "$bad"
        refuses "$bad"
    done
}

@test "a folder is read file by file, and a link to itself ends" {
    mkdir folder
    printf '%s\n' "$PIER" > folder/a.txt
    printf '%s\n' "$PIER_AGAIN" > folder/b.txt
    ln -s . folder/again
    story folder --recursive --one-story --format json --quiet > story.json || [ $? -eq 3 ]
    first story.json "len(story['reports']) >= 2"
}

@test "two unrelated events named together are two stories" {
    printf '%s\n' "$PIER" > pier.txt
    printf '%s\n' "$PIER_AGAIN" > pier-again.txt
    printf '%s\n' "$COUNCIL" > council.txt
    story pier.txt council.txt pier-again.txt --format json --quiet --least-reports 1 > stories.json
    ask "[[r['id'].rsplit('/')[-1] for r in s['reports']] for s in data['stories']] == [['pier.txt', 'pier-again.txt'], ['council.txt']]" stories.json
    run --separate-stderr story pier.txt council.txt --one-story --format json
    echo "$output" > story.json
    first story.json "story['conflicts'] == [] and all(len(fact['reports']) == 1 for fact in story['facts'])"
}

@test "dates that are none or lie in the future are not believed, which is said" {
    {
        write_line now 2024-05-06 "$PIER"
        write_line future 2199-01-01 "$PIER_AGAIN"
        write_line none "the day before" "$PIER_AGAIN We saw it."
    } > reports.jsonl
    run --separate-stderr story reports.jsonl --one-story --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    echo "$output" > story.json
    first story.json "story['published'][0] == '2024-05-06' and '2199-01-01' not in story['published']"
    first story.json "all(entry['from'] < '2190' for entry in story['timeline'])"
    [[ "$stderr" == *2199* ]] || [[ "$output" == *2199* ]] || complain "nothing is said of the day in the future"
}

@test "reports without any date give a story without a day of publication" {
    printf '%s\n' "$PIER" > one.txt
    printf '%s\n' "$PIER_AGAIN" > two.txt
    story one.txt two.txt --one-story --format json --quiet > story.json
    first story.json "story['published'] == ['', '']"
    run --separate-stderr story one.txt two.txt --one-story
    [ "$status" -eq 0 ] || complain "exit status is not 0"
}

@test "a report of 20 MB is read in part, in bounded time and memory" {
    printf '%s\n' "$PIER" > short.txt
    printf '%s\n' "$PIER_AGAIN" > again.txt
    python3 -c '
for number in range(260000):
    print(f"Pier {number} was closed by the harbour office in {1200 + number % 800}, and {number % 97} workers were sent home.\n")
' > long.txt
    [ "$(stat -c %s long.txt)" -gt 20000000 ]
    status=0
    (ulimit -v 4000000; story short.txt again.txt long.txt --one-story) > output 2> messages || status=$?
    [ "$status" -eq 0 ] || complain "ended with $status: $(head -c 500 messages)"
    grep -q "long.txt" output
    grep -q "northern pier" output
}

@test "lines that cannot be used are named by their number and the others go on" {
    {
        write_line good 2024-05-06 "$PIER"
        echo '{"id": "broken", "text": '
        echo '[1, 2, 3]'
        echo '{"id": "no text"}'
        echo ''
        echo '{"id": "wrong type", "text": 7}'
        write_line again 2024-05-07 "$PIER_AGAIN"
    } > reports.jsonl
    run --separate-stderr story reports.jsonl --one-story --format json
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    for line in 2 3 4 6; do warns "reports.jsonl:$line"; done
    echo "$output" > story.json
    first story.json "[report['id'] for report in story['reports']] == ['good', 'again']"
    ask "len(data['unreadable']) == 4" story.json
}

@test "--jsonl: the story of each line, errors in the place of lines that cannot be used" {
    {
        write_line a 2024-05-06 "$PIER"
        echo 'not JSON'
        write_line b 2024-05-06 "$COUNCIL"
        echo '{"id": "empty", "text": ""}'
        write_line a 2024-05-07 "$PIER_AGAIN"
    } > lines
    status=0
    story --jsonl < lines > answers 2> messages || status=$?
    [ "$status" -eq 0 ] || complain "ended with $status: $(head -c 500 messages)"
    ask_lines "len(lines) == 5 and [l.get('id') for l in lines][0::2] == ['a', 'b', 'a']" answers
    ask_lines "lines[0]['story'] == lines[4]['story'] != lines[2]['story']" answers
    ask_lines "all('error' in lines[n] and lines[n]['error']['line'] == n + 1 for n in (1, 3))" answers
    story --jsonl lines --quiet > again
    cmp answers again
}

@test "--jsonl --pairs: what is copied from what" {
    {
        write_line wire 2024-05-06 "$PIER Nobody had warned the crew, a union said, and the crane had stood there for thirty years without a fault."
        write_line copy 2024-05-06 "$PIER Nobody had warned the crew, a union said, and the crane had stood there for thirty years without a fault."
        write_line other 2024-05-06 "$COUNCIL"
        echo '{'
    } > lines
    story --jsonl lines --pairs --quiet > answers 2> messages
    ask_lines "any(l.get('a') == 'copy' and l.get('b') == 'wire' or l.get('a') == 'wire' and l.get('b') == 'copy' for l in lines)" answers
    ask_lines "not any('other' in (l.get('a'), l.get('b')) for l in lines)" answers
    ask_lines "sum('error' in l for l in lines) == 1" answers
}

@test "two documents with one id stay two reports" {
    {
        write_line same 2024-05-06 "$PIER"
        write_line same 2024-05-07 "$PIER_AGAIN"
    } > reports.jsonl
    story reports.jsonl --one-story --format json --quiet > story.json
    first story.json "len(story['reports']) == 2"
    run --separate-stderr story reports.jsonl --one-story
    [ "$status" -eq 0 ] || complain "exit status is not 0"
}

@test "hostile markup and control characters reach neither the page nor the terminal" {
    cat > evil.html <<'END'
<!DOCTYPE html><html><head><title>Pier closed </title><script>alert(1)</script></head><body><article>
<h1>Pier closed &lt;script&gt;alert(2)&lt;/script&gt;</h1>
<p>The harbour office closed the northern pier on Monday &lt;img src=x onerror=alert(3)&gt; after a crane fell into the water.</p>
<p>"Nobody was &#27;[31mwarned&#27;[0m &lt;/script&gt;&lt;svg onload=alert(4)&gt;," said Ilka &lt;b&gt;Torvane, who leads the office.</p>
</article></body></html>
END
    printf '%s\n' "$PIER" > '<img src=x onerror=alert(5)>.txt'
    story evil.html '<img src=x onerror=alert(5)>.txt' --one-story --format html --output page.html --quiet
    python3 - <<'END'
import html.parser, sys
class Tags(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        names = {name for name, value in attributes}
        assert not any(name.startswith("on") for name in names), (tag, attributes)
        assert tag != "img", attributes
        assert "src" not in names, (tag, attributes)
Tags().feed(open("page.html", encoding="utf-8").read())
END
    story evil.html --one-story --quiet --color never > text
    ! grep -q $'\033' text || complain "a control character reached the terminal"
}

@test "lines are no wider than asked" {
    mapfile -t reports < <(dam_reports)
    for width in 40 80 120; do
        story "${reports[@]}" --width $width --quiet --detail everything > text
        [ "$(widest text)" -le "$width" ] || complain "a line is $(widest text) columns wide, $width were asked for"
    done
}

@test "--detail says less and more" {
    mapfile -t reports < <(dam_reports)
    for detail in account main everything; do
        story "${reports[@]}" --detail $detail --quiet > "$detail"
    done
    [ "$(wc -c < account)" -lt "$(wc -c < main)" ]
    [ "$(wc -c < main)" -lt "$(wc -c < everything)" ]
}

@test "usage: nothing named, words that do not go together" {
    for words in "" "--pairs reports.jsonl" "--jsonl - one.txt" "--jsonl --one-story" "one.txt --format rtf" "one.txt --threads 0"; do
        # shellcheck disable=SC2086
        run --separate-stderr story $words < /dev/null
        [ "$status" -eq 2 ] || complain "exit status is not 2 for: $words"
        prints_nothing
    done
}
