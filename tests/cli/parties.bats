# `axray check --registers`: who the named parties of an article are, by invented lists.

load helpers

setup_file() {
    [ -x "$AXRAY" ] || return 0
    export LISTED="$BATS_FILE_TMPDIR/registers"
    "$AXRAY" registers import "$EXAMPLES/registers/lists" --registers "$LISTED"
}

check_ledger() {
    timeout 60 "$AXRAY" check "$LEDGER/wire.txt" --against "$LEDGER/press-release.txt" --registers "$LISTED" "$@"
}

@test "the text names each party with its lists, dates, aliases and rows, and says that the lists are old" {
    run -0 --separate-stderr check_ledger
    says "Parties, as public registers know them"
    says "ofac-sdn of 2022-09-12; listed since 2022-09-12"
    says "ofac:2202, sdn-2022-09-12.csv, line 7"
    says "alias Quiet Ferry: confirmed by misp:"
    says "nothing here is current enough"
}

@test "JSON has the parties with their mentions, entries and aliases" {
    check_ledger --format json --output report.json
    ask 'data["parties"]["lists"] and data["parties"]["notes"]' report.json
    ask 'any(e["ref"] == "ofac:2201" for p in data["parties"]["parties"] for e in p["entries"])' report.json
    ask 'all(data["article"]["text"][m["begin"]:m["end"]] == m["exact"] for p in data["parties"]["parties"] for m in p["mentions"])' report.json
    ask '{"confirmed"} <= {a["standing"] for p in data["parties"]["parties"] for a in p["aliases"]}' report.json
}

@test "on a day before the listing the sanctioned parties are in no list" {
    check_ledger --on 2022-09-06 --format json --output report.json
    ask 'data["parties"]["on"] == "2022-09-06"' report.json
    ask 'not any(e["ref"] == "ofac:2201" and e["listed"] for p in data["parties"]["parties"] for e in p["entries"])' report.json
}

@test "the page has a section of its own for them, without anything from elsewhere" {
    check_ledger --format html --output report.html
    grep -q 'id="parties"' report.html
    shown report.html | grep -q "VASK, Joren, ofac-sdn of 2022-09-12"
    ! grep -Eq '<(script|link|img)[^>]+(src|href)=' report.html
}

@test "without --registers nothing is said of parties" {
    run -0 --separate-stderr timeout 60 "$AXRAY" check "$LEDGER/wire.txt" --against "$LEDGER/press-release.txt"
    says_not "public registers"
}
