# What all command-line tests share. The program is $AXRAY, by default that of the build folder.

bats_require_minimum_version 1.5.0

AXRAY="${AXRAY:-$BATS_TEST_DIRNAME/../../build/bin/axray}"
AXRAY="$(realpath -m "$AXRAY")"
EXAMPLES="$(realpath "$BATS_TEST_DIRNAME/../../examples")"
HARBOUR="$EXAMPLES/harbour-spill/reports"
LEDGER="$EXAMPLES/ledger-breach/reports"

# Every test starts in an empty folder of its own, in a plain environment.
setup() {
    if [ ! -x "$AXRAY" ]; then
        echo "there is no program at $AXRAY: build it, or name another in AXRAY" >&2
        return 1
    fi
    unset COLUMNS NO_COLOR CLICOLOR_FORCE AXRAY_REGISTERS
    export XDG_DATA_HOME="$BATS_TEST_TMPDIR/data" # no registers but those of the test
    mkdir -p "$BATS_TEST_TMPDIR/here"
    cd "$BATS_TEST_TMPDIR/here"
}

# Fails with the text given, and with what the last `run` gave.
complain() {
    {
        echo "$1"
        echo "status: ${status-}"
        echo "output: $(head -c 2000 <<<"${output-}")"
        echo "stderr: $(head -c 2000 <<<"${stderr-}")"
    } >&2
    return 1
}

says() { [[ "$output" == *"$1"* ]] || complain "standard output lacks: $1"; }
says_not() { [[ "$output" != *"$1"* ]] || complain "standard output holds: $1"; }
warns() { [[ "$stderr" == *"$1"* ]] || complain "standard error lacks: $1"; }
prints_nothing() { [ -z "$output" ] || complain "standard output is not empty"; }
warns_of_nothing() { [ -z "$stderr" ] || complain "standard error is not empty"; }

# What a refused input must look like: nothing on standard output, a message that names the place, exit status 3.
refuses() {
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    prints_nothing
    warns "$1"
}

# ask EXPRESSION FILE: a Python expression over `data` (the JSON of the file) that must be true.
ask() {
    python3 - "$1" "$2" <<'END'
import json, sys
with open(sys.argv[2], encoding="utf-8") as file:
    data = json.load(file)
if not eval(sys.argv[1]):
    sys.exit("not so: " + sys.argv[1] + "\n" + json.dumps(data)[:2000])
END
}

# ask_lines EXPRESSION FILE: the same over `lines`, the list of the JSON values of a file with one in each line.
ask_lines() {
    python3 - "$1" "$2" <<'END'
import json, sys
with open(sys.argv[2], encoding="utf-8") as file:
    lines = [json.loads(line) for line in file]
if not eval(sys.argv[1]):
    sys.exit("not so: " + sys.argv[1] + "\n" + json.dumps(lines)[:2000])
END
}

# shown PAGE: the text of a page without its markup; a mark around a word may divide a name.
shown() {
    python3 - "$1" <<'END'
import html, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)
print(html.unescape(re.sub(r"<[^>]*>", "", page)))
END
}

# widest FILE: the most columns that a line with a blank inside takes; a single long word can't be wrapped.
widest() {
    python3 - "$1" <<'END'
import sys
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
print(max([len(line.rstrip()) for line in lines if " " in line.strip()], default=0))
END
}

# A short article and the report that it rests on, as article.txt and source.txt.
write_small_story() {
    cat > source.txt <<'END'
The harbour office closed the northern pier on Monday after a crane fell into the water.

Four workers were hurt, the office said. The pier will stay closed until May 12.
END
    cat > article.txt <<'END'
The harbour office closed the northern pier on Monday after a crane fell into the water.

Nine workers were hurt, the office said.
END
}

# begin_server NAME [--tls CERTIFICATE KEY]: sets PORT; its folder is server-NAME.
begin_server() {
    local folder="$PWD/server-$1"
    shift
    mkdir -p "$folder"
    python3 "$BATS_TEST_DIRNAME/../web_server/page_server.py" "$folder" "$@" 3>&- &
    SERVERS+=($!)
    for _ in $(seq 100); do
        [ -s "$folder/port" ] && break
        sleep 0.05
    done
    PORT="$(cat "$folder/port")"
}

# Ends what begin_server began.
end_servers() {
    for server in "${SERVERS[@]}"; do kill "$server" 2>/dev/null || true; done
}
