# `axray screen`: names and tables of customers looked up in invented lists.

load helpers

LISTS="$EXAMPLES/registers"

# The lists are imported once for all tests of this file.
setup_file() {
    [ -x "$AXRAY" ] || return 0
    export LISTED="$BATS_FILE_TMPDIR/registers"
    "$AXRAY" registers import "$LISTS/lists" --registers "$LISTED"
}

screen() { AXRAY_REGISTERS="${AXRAY_REGISTERS:-$LISTED}" timeout 60 "$AXRAY" screen "$@"; }

@test "a hit says its probability, list, date, since when, programme, what met, and the row" {
    run --separate-stderr screen "Yoren Vask" --birth 12.11.1985
    [ "$status" -eq 0 ] || complain "failed"
    says "VASK, Joren"
    says "ofac-sdn of 2022-09-12; listed since 2022-09-12"
    says "programme CYBER-N"
    says "Vask"
    says "birth date agrees: 1985-11-12"
    says "ofac:2202, sdn-2022-09-12.csv, line 7"
    says "nothing here is current enough"
}

@test "a name that nobody bears is told with the lists and dates that were searched" {
    run --separate-stderr screen "Maud Esterling"
    [ "$status" -eq 0 ] || complain "failed"
    says "no hit of 50% or more in misp-threat-actor of 2022-09-10, ofac-sdn of 2022-09-12"
}

@test "a weak alias alone makes no sure hit, and another name of its entry counts where it meets better" {
    run --separate-stderr screen "The Pilot"
    says "1  60% THE PILOT (weak alias of ABDELRAHIM, Yusuf Karim)"
    run --separate-stderr screen "Yusuf Karim Abdelrahim"
    says "over 99% ABDELRAHIM, Yusuf Karim"
}

@test "on a day before the listing the name is not there" {
    run --separate-stderr screen "Joren Vask" --on 2022-09-06 --list ofac-sdn
    [ "$status" -eq 0 ] || complain "failed"
    says "no hit of 50% or more in ofac-sdn of 2022-09-05"
    run --separate-stderr screen "Sergei Ostrov" --on 2022-09-06
    says "OSTROV, Sergei"
}

@test "--fail-on-hit ends with 1 for a hit alone" {
    run -1 --separate-stderr screen "Joren Vask" --fail-on-hit
    run -0 --separate-stderr screen "Maud Esterling" --fail-on-hit
    run -0 --separate-stderr screen "Joren Vask"
    run -1 --separate-stderr screen --jsonl --fail-on-hit <<<'{"query":"Joren Vask"}'
}

@test "a table keeps its columns in CSV, bad rows are told with their lines, and the status is 3" {
    status=0
    screen --file "$LISTS/customers.csv" --format csv > hits.csv 2> messages || status=$?
    [ "$status" -eq 3 ] || complain "ended with $status: $(cat messages)"
    grep -q 'customers.csv, line 11: the row has no name' messages
    grep -q 'line 9: the date of birth "someday" is not understood; screened without it' messages
    python3 - <<'END'
import csv
rows = list(csv.DictReader(open("hits.csv", newline="", encoding="utf-8")))
assert len(rows) == 10, len(rows)
assert list(rows[0])[:6] == ["Customer ID", "Full name", "Date of birth", "Nationality", "Passport", "Account manager"]
hits = {row["Customer ID"]: row["screen_reference"] for row in rows if row["screen_hit"] not in ("", "0")}
assert hits["C-1001"] == "ofac:2202" and hits["C-1002"] == "ofac:1107" and hits["C-1007"] == "ofac:1102", hits
assert "C-1006" not in hits and "C-1008" not in hits, hits
assert all(row["screen_list_date"] for row in rows if row["Customer ID"] in hits)
assert rows[9]["screen_note"].startswith("not screened"), rows[9]
assert all("2022-09-12" in row["screen_searched"] for row in rows[:9])
END
}

@test "text of a table shows the rows with hits, and the sum" {
    run -3 --separate-stderr screen --file "$LISTS/customers.csv"
    says "Joren Vask (born 1985-11-12; Estrova; C-1001, line 2)"
    says_not "Maud Esterling"
    says "of 9 names with hits"
}

@test "tables in other forms give the same hits" {
    printf 'Nom\tWer\nx\tJoren Vask\n' > t.tsv
    printf '\xef\xbb\xbfSurname;Name\r\nVask;Joren\r\n' > mark.csv
    printf '[{"client":"Joren Vask"},{"client":"Nobody Else"}]' > c.json
    printf '{"name":"Joren Vask"}\n' > c.jsonl
    run -0 --separate-stderr screen --file t.tsv --map name=Wer --format jsonl
    says '"ref":"ofac:2202"'
    for file in mark.csv c.json c.jsonl; do
        run -0 --separate-stderr screen --file "$file" --format jsonl
        says '"ref":"ofac:2202"'
    done
    run -0 --separate-stderr bash -c "cat mark.csv | '$AXRAY' screen --registers '$LISTED' --file - --format jsonl"
    says '"ref":"ofac:2202"'
}

@test "without a column of names the columns are listed and nothing is screened" {
    printf 'Amount,Currency\n5,EUR\n' > t.csv
    run --separate-stderr screen --file t.csv
    refuses '"Amount", "Currency"'
    run -2 --separate-stderr screen --file t.csv --map colour=Amount
    run -2 --separate-stderr screen --file t.csv --map name=Client
    warns 'no column "Client"'
}

@test "questions a line: one answer each, in order, the same on any number of threads" {
    python3 - > asked <<'END'
import json
for i in range(3000):
    print(json.dumps({"id": i, "query": ["Joren Vask", "Maud Esterling", "Quiet Ferry", "Pale Harbour Shipping"][i % 4]}))
END
    screen --jsonl --threads 1 < asked > one 2> messages
    screen --jsonl asked --threads 8 --quiet > eight
    cmp one eight
    grep -q '3,000 names screened, 2250 with hits' messages
    ask_lines '[l["id"] for l in lines] == list(range(3000))' one
    ask_lines 'lines[0]["hits"][0]["ref"] == "ofac:2202" and lines[1]["hits"] == []' one
    ask_lines 'lines[0]["lists"]["ofac-sdn"] == "2022-09-12" and lines[1]["lists"]["ofac-sdn"] == "2022-09-12"' one
    ask_lines 'lines[2]["hits"][0]["kind"] == "actor"' one
}

@test "a line that cannot be used gets an error in its place" {
    printf '%s\n' '{"id":"a","query":"Joren Vask"}' '{"id":"b"}' 'nonsense' '{"id":"c","query":"..."}' > asked
    run -0 --separate-stderr screen --jsonl asked
    warns "3 lines of asked could not be used"
    printf '%s\n' "$output" > answers
    ask_lines 'len(lines) == 4 and lines[0]["hits"] and lines[1]["error"]["line"] == 2' answers
    ask_lines 'lines[2]["error"]["code"] == "malformed" and lines[3]["error"]["code"] == "empty"' answers
}

@test "names that are odd: long, of signs, of look-alike letters, with an escape" {
    run -3 --separate-stderr screen "..." "Joren Vask"
    says "VASK, Joren"
    run -0 --separate-stderr screen "$(python3 -c 'print("Vask " * 20000)')"
    run -0 --separate-stderr screen "$(printf 'Joren Vas\xd0\xba')"
    says "VASK, Joren"
    says "note: the name has"
    run --separate-stderr screen "$(printf 'Joren\x1b[31m Vask')"
    [[ "$output$stderr" != *$'\x1b'* ]] || complain "an escape reached the terminal"
}

@test "JSON is one document with the lists, their age and the answers" {
    screen "Joren Vask" "Cold Lantern" "Maud Esterling" --format json --output report.json
    ask 'data["format"] == "axray-screening" and data["summary"] == {"names":3,"with_hits":2,"hits":3,"unusable":0}' report.json
    ask 'all(not one["current"] for one in data["lists"]) and "current enough" in data["notes"][0]' report.json
    ask '[len(one["hits"]) for one in data["answers"]] == [1, 2, 0]' report.json
    ask 'data["answers"][0]["hits"][0]["rows"][0]["file"] == "sdn-2022-09-12.csv"' report.json
}

@test "wrong usage is said" {
    for wrong in "" "--threshold 2 x" "--on yesterday x" "--birth soon x" "--list no-such x" "--kind robot x" \
                 "--jsonl --file x" "--format text --jsonl" "--map name=A x"; do
        # shellcheck disable=SC2086
        run --separate-stderr screen $wrong
        [ "$status" -eq 2 ] || complain "accepted: $wrong"
        prints_nothing
    done
}

@test "without registers the way to them is said" {
    AXRAY_REGISTERS="$PWD/nothing" run --separate-stderr screen "Joren Vask"
    [ "$status" -eq 3 ] || complain "not refused"
    warns "registers import"
}

@test "a reader who goes away ends the run" {
    python3 -c 'print("Name"); [print("Joren Vask") for _ in range(200000)]' > many.csv
    timeout 60 bash -c "'$AXRAY' screen --registers '$LISTED' --file many.csv --format jsonl | head -1" > first
    [ "$(wc -l < first)" -eq 1 ]
}
