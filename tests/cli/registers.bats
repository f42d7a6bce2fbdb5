# axray registers: lists come in, are shown with their rows and their history, and are updated; whatever goes wrong, the
# version in use stays.

load helpers

LISTS="$BATS_TEST_DIRNAME/../registers"

registers() { run --separate-stderr timeout 60 "$AXRAY" registers "$@"; }

succeeds() { [ "$status" -eq 0 ] || complain "exit status is not 0"; }
fails_with() { [ "$status" -eq "$1" ] || complain "exit status is not $1"; }

setup_folder() {
    export AXRAY_REGISTERS="$PWD/registers"
    export XDG_CACHE_HOME="$PWD/cache"
}

# A catalogue of CVE numbers: kev FILE DATE ENTRIES.
kev() {
    {
        printf '{"title":"Invented","catalogVersion":"1","dateReleased":"%s","vulnerabilities":[\n' "$2"
        for number in $(seq "$3"); do
            [ "$number" -eq 1 ] || printf ',\n'
            printf '{"cveID":"CVE-1999-9%04d","vulnerabilityName":"Flaw %d","dateAdded":""}' "$number" "$number"
        done
        printf ']}\n'
    } > "$1"
}

# An OFAC table: sdn FILE NAME...
sdn() {
    local file="$1" number=900
    shift
    for name in "$@"; do
        printf '%d,"%s","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n' $((number += 1)) "$name"
    done > "$file"
}

@test "a folder is imported as a whole; what is no list is named and skipped" {
    setup_folder
    mkdir -p lists/ofac
    cp "$LISTS"/invented-* lists/
    sdn lists/ofac/sdn-2024-03-22.csv "VESPER, Orla"
    sdn lists/ofac/sdn.csv "VESPER, Orla" "VESPER, Ivo"
    printf '902,1,"aka","VESPERA, Ivo",-0- \r\n' | gzip > lists/ofac/alt.csv.gz
    touch -d 2024-05-03 lists/ofac/sdn.csv lists/ofac/alt.csv.gz
    echo "About these lists" > lists/README.md
    registers import lists
    succeeds
    says "misp-threat-actor"
    [[ "$output" =~ attack\ .*2024-05-03.*\ 3\ \ entries ]] || complain "the bundle is missing"
    [[ "$output" =~ ofac-sdn\ .*2024-05-03\ +2\ \ entries\ +3\ \ names ]] || complain "sdn.csv is missing"
    [[ "$output" =~ ofac-sdn\ .*2024-03-22\ +1\ \ entries ]] || complain "the older version is missing"
    warns "lists/README.md: this is no list in a form that is known; skipped"
    warns "no date of its own: ofac-sdn; taken is 2024-03-22, that in the name of the file"
    registers import lists
    succeeds
    says_not "imported"
    says "unchanged"
}

@test "list says which versions there are" {
    setup_folder
    registers list
    succeeds
    prints_nothing
    warns "there is no list in $AXRAY_REGISTERS"
    [ ! -e registers ] || complain "a folder was made"
    sdn old.csv "VESPER, Orla"
    sdn new.csv "VESPER, Orla" "VESPER, Ivo"
    registers import old.csv --date 2024-03-22
    registers import new.csv --date 2024-05-03
    registers list
    succeeds
    says "2024-05-03"
    says_not "2024-03-22"
    registers list --all --format json --output lists.json
    succeeds
    ask "[(l['date'], l['entries'], l['in_use']) for l in data['lists']] == [('2024-03-22', 1, False), ('2024-05-03', 2, True)]" lists.json
    ask "all(len(l['sha256']) == 64 for l in data['lists'])" lists.json
}

@test "show gives an entry, its row and since when it is listed" {
    setup_folder
    sdn old.csv "VESPER, Orla"
    sdn new.csv "VESPER, Orla" "VESPER, Ivo"
    gzip new.csv
    registers import old.csv --date 2024-03-22
    registers import new.csv.gz --date 2024-05-03
    registers show ofac:902
    succeeds
    says "VESPER, Ivo"
    says "since 2024-05-03 (at the latest; version of 2024-03-22 does not have it)"
    says '902,"VESPER, Ivo","individual","TEST"'
    says "line 2"
    registers show ofac:902 --on 2024-03-22
    says "not listed on 2024-03-22; listed since 2024-05-03"
    registers show "vesper, IVO" --format json
    succeeds
    echo "$output" > entry.json
    ask "data['entry']['reference'] == 'ofac:902' and data['state']['since'] == '2024-05-03'" entry.json
    ask "[v['has_entry'] for v in data['versions']] == [False, True]" entry.json
    ask "data['evidence'][0]['text'].startswith('902,') and data['evidence'][0]['line'] == 2" entry.json
    registers show ofac:901 --on 2020-01-01
    says "not known on 2020-01-01"
    registers show "Nobody At All"
    refuses "no entry has that reference or name"
}

@test "an entry that is gone is still found, and several of one name are told apart" {
    setup_folder
    sdn old.csv "VESPER, Orla" "VESPER, Ivo"
    sdn new.csv "VESPER, Orla"
    registers import old.csv --date 2024-03-22
    registers import new.csv --date 2024-05-03
    registers show ofac:902
    succeeds
    says "not listed; not any more since 2024-05-03"
    registers import "$LISTS/invented-attack.json" "$LISTS/invented-galaxy.json"
    registers show "silver lagoon"
    fails_with 2
    warns "2 entries have the name"
    says "attack:G9901"
    says "misp:00000000-0000-4000-8000-000000000011"
    registers show G9901
    succeeds
    says "COBALT HERON"
}

@test "lists that are damaged, unknown or shrunk are refused, and the others come in" {
    setup_folder
    kev kev.json 2024-05-03 10
    kev small.json 2024-05-04 4
    head -c 300 kev.json > cut.json
    : > empty.json
    echo "no list" > text.txt
    registers import kev.json cut.json empty.json text.txt
    fails_with 3
    says "cisa-kev"
    warns "cut.json: the JSON ends too early, at byte 300"
    warns "empty.json: "
    warns "text.txt: this is no list in a form that is known"
    registers import small.json
    fails_with 3
    warns '"cisa-kev" has 4 entries where the version of 2024-05-03 has 10'
    registers list
    says "2024-05-03"
    registers import small.json --force
    succeeds
    registers list
    says "2024-05-04"
    registers import no-such-file
    fails_with 3
    warns "no-such-file: no such file or folder"
}

@test "what is wrong in the call is told" {
    setup_folder
    for words in "" "import" "show" "show a b" "import x --date 2024-02-30" "show x --on yesterday" "list --format html" \
        "import x --registers" "fetch"; do
        # shellcheck disable=SC2086
        registers $words
        fails_with 2
        prints_nothing
    done
    registers update no-such-list
    fails_with 2
    warns '"no-such-list" is none of the lists of the configuration: ofac-sdn'
    echo '{"lists":[{"list":"a"}]}' > config.json
    registers update --config config.json
    refuses "config.json: lists[0].addresses: expected where the list is published"
    : > file
    registers list --registers file
    refuses "is a file, where the folder of the registers was expected"
}

teardown() { end_servers; }

# configure WAY: config.json with the catalogue at http://HOST/WAY/kev.json, and what more is given.
configure() {
    cat > config.json <<END
{"lists": [{"list": "cisa-kev", "addresses": ["${SCHEME:-http}://$HOST/$1/kev.json"], "form": "CISA KEV",
  "largest_size": 100000, "least_entries": 5}] ${2:+, $2}}
END
}

update() { registers update --config config.json --allow-host "$HOST" "$@"; }
in_use() { "$AXRAY" registers list | awk '{print $2}'; }

setup_update() {
    setup_folder
    begin_server lists
    HOST="127.0.0.1:$PORT"
    kev server-lists/kev.json 2024-03-22 10
    configure file
    update
    succeeds
    [ "$(in_use)" = 2024-03-22 ] || complain "the first version is not in use"
}

@test "update fetches what is new, says what is unchanged and keeps the old version" {
    setup_update
    says "new version"
    update
    succeeds
    says "unchanged"
    kev server-lists/kev.json 2024-05-03 12
    update cisa-kev
    succeeds
    [ "$(in_use)" = 2024-05-03 ] || complain "the new version is not in use"
    registers list --all
    says "2024-03-22"
    registers show cve:CVE-1999-90012 --on 2024-04-01
    says "not listed on 2024-04-01; listed since 2024-05-03"
}

@test "nothing is fetched unless it is asked for" {
    setup_update
    : > server-lists/requests
    registers list
    registers show cve:CVE-1999-90001
    registers import server-lists/kev.json
    registers update --print-config
    succeeds
    echo "$output" > defaults.json
    ask "all(a.startswith('https://') for l in data['lists'] for a in l['addresses'])" defaults.json
    [ ! -s server-lists/requests ] || complain "the server was asked"
}

@test "a download that is not that list as a whole leaves the version in use" {
    setup_update
    kev server-lists/kev.json 2024-05-03 12
    configure half
    update
    fails_with 3
    warns "cisa-kev: http://$HOST/half/kev.json"
    warns "the version in use stays"
    configure file
    kev server-lists/kev.json 2024-05-03 3
    update
    fails_with 3
    warns "3 entries, expected are 5 at least"
    kev server-lists/kev.json 2024-05-03 5000
    update
    fails_with 3
    warns "100000 bytes"
    head -c 400 server-lists/kev.json > cut && mv cut server-lists/kev.json
    update
    fails_with 3
    warns "ends too early"
    echo "<html>Be back soon</html>" > server-lists/kev.json
    update
    fails_with 3
    warns "no list in a form that is known"
    cp "$LISTS/invented-galaxy.json" server-lists/kev.json
    update
    fails_with 3
    warns "in the form MISP galaxy, expected CISA KEV"
    [ "$(in_use)" = 2024-03-22 ] || complain "the old version is not in use"
    [ "$("$AXRAY" registers list --all | wc -l)" -eq 1 ] || complain "there are other versions"
}

@test "a list that shrank is refused unless forced, and one that fails does not stop the others" {
    setup_update
    kev server-lists/kev.json 2024-03-23 20
    update
    succeeds
    kev server-lists/kev.json 2024-05-03 8
    cp "$LISTS/invented-galaxy.json" server-lists/galaxy.json
    cat > config.json <<END
{"lists": [{"list": "cisa-kev", "addresses": ["http://$HOST/file/kev.json"]},
  {"list": "misp-threat-actor", "addresses": ["http://$HOST/file/galaxy.json"]}]}
END
    update
    fails_with 3
    warns "lost more than half"
    says "misp-threat-actor  2024-05-03"
    registers list
    says "2024-03-23"
    update cisa-kev --force
    succeeds
    registers list
    says_not "2024-03-23"
}

@test "a kill in the middle of a download leaves the version in use, and the next update works" {
    setup_update
    kev server-lists/kev.json 2024-05-03 12
    configure slow
    "$AXRAY" registers update --config config.json --allow-host "$HOST" 3>&- 2>/dev/null &
    local updating=$!
    for _ in $(seq 100); do
        [ -e server-lists/halfway ] && break
        sleep 0.05
    done
    [ -e server-lists/halfway ] || complain "the download did not begin"
    kill -9 "$updating"
    wait "$updating" || true
    [ "$(in_use)" = 2024-03-22 ] || complain "the old version is not in use"
    configure file
    update
    succeeds
    [ "$(in_use)" = 2024-05-03 ] || complain "the new version is not in use"
}

@test "lists come encrypted, from servers that somebody vouches for" {
    command -v openssl > /dev/null || skip "there is no openssl to make a certificate"
    setup_folder
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 1 -subj /CN=127.0.0.1 \
        -addext "subjectAltName = IP:127.0.0.1" 2>/dev/null
    begin_server secret --tls certificate.pem key.pem
    HOST="127.0.0.1:$PORT"
    kev server-secret/kev.json 2024-05-03 10
    SCHEME=https configure file
    update
    fails_with 3
    warns "no encrypted connection that can be trusted"
    SCHEME=https configure file "\"certificates\": \"$PWD/certificate.pem\""
    update
    succeeds
    [ "$(in_use)" = 2024-05-03 ] || complain "the version is not in use"
    registers update --config config.json
    fails_with 3
    warns "127.0.0.1"
    SCHEME=http configure file
    registers update --config config.json
    fails_with 3
    warns "is not encrypted; lists are fetched by https only"
}
