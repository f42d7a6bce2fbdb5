# `axray check --verifier`: a second opinion from an endpoint, beside our own verdict and never in its place.

load helpers

begin_endpoint() {
    write_small_story
    mkdir -p server
    python3 -B "$BATS_TEST_DIRNAME/../web_server/page_server.py" server 3>&- &
    SERVER=$!
    for _ in $(seq 200); do
        [ -s server/port ] && break
        sleep 0.05
    done
    PORT="$(cat server/port)"
}

teardown() {
    [ -z "${SERVER-}" ] || kill "$SERVER" 2>/dev/null || true
}

# configure PATH MEMBERS...: writes verifier.json for an endpoint of the server; each member begins with a comma.
configure() {
    local address="http://127.0.0.1:$PORT$1"
    shift
    printf '{"kind":"chat","model":"m","name":"house","address":"%s","requests_per_second":1000,"first_pause_seconds":0.01%s}' \
        "$address" "$*" > verifier.json
}

check_story() { run --separate-stderr timeout 60 "$AXRAY" check article.txt --against source.txt "$@"; }

posts() { cat server/posts 2>/dev/null | wc -l; }

@test "nobody is asked without the option" {
    begin_endpoint
    configure /chat/good
    check_story --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says_not opinion
    [ "$(posts)" -eq 0 ] || complain "the endpoint was asked"
}

@test "both verdicts are shown in every form, and ours stays as it is" {
    begin_endpoint
    configure /chat/good
    check_story --format json
    echo "$output" > plain.json
    check_story --verifier verifier.json --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    warns_of_nothing
    echo "$output" > report.json
    ask "[c['second_opinion']['verdict'] for c in data['claims']] == ['supported', 'contradicted']" report.json
    ask "data['verifier']['agreements'] == 2 and data['verifier']['requests'] == 2" report.json
    ask "data['verifier']['input_tokens'] == 600 and data['verifier']['cost'] is None" report.json
    python3 - <<'END'
import json
plain, report = (json.load(open(name)) for name in ("plain.json", "report.json"))
del report["verifier"]
for claim in report["claims"]:
    del claim["second_opinion"]
assert plain == report
END
    check_story --verifier verifier.json
    says "second opinion agrees: house says contradicted"
    says "Second opinion of house (model m): 2 claims, 2 answered; agrees with 2, disagrees with 0"
    check_story --verifier verifier.json --format html --output page.html
    shown page.html | grep -q 'second opinion agrees house says contradicted' || complain "the page does not show it"
    ! grep -q '<b>Four</b>' page.html || complain "a reason became markup"
}

@test "a second run with the same cache asks nothing and says so" {
    begin_endpoint
    configure /chat/good ',"cache_folder":"kept"'
    check_story --verifier verifier.json --format json
    [ "$(posts)" -eq 2 ]
    check_story --verifier verifier.json --format json
    [ "$(posts)" -eq 2 ] || complain "the endpoint was asked again"
    echo "$output" > second.json
    ask "all(c['second_opinion']['from'] == 'cache' for c in data['claims'])" second.json
    ask "data['verifier']['cached'] == 2 and data['verifier']['requests'] == 0" second.json
    check_story --verifier verifier.json --format json
    [ "$output" == "$(cat second.json)" ] || complain "the third run differs from the second"
}

@test "lines are answered in their order with what the endpoint says" {
    begin_endpoint
    configure /chat/good ',"parallel_requests":8'
    python3 - > lines <<'END'
import json
for i in range(40):
    number = "Nine" if i % 2 else "Four"
    print(json.dumps({"id": i, "claim": f"{number} workers were hurt on day {i}.",
                      "sources": [{"sentences": ["The pier closed.", f"Four workers were hurt on day {i}."]}]}))
print("broken")
END
    run --separate-stderr timeout 60 "$AXRAY" check --jsonl lines --verifier verifier.json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    echo "$output" > answers
    ask_lines "[l['id'] for l in lines] == list(range(40)) + [None]" answers
    ask_lines "[l['second_opinion']['label'] for l in lines[:40]] == ['supported', 'contradicted'] * 20" answers
    ask_lines "'second_opinion' not in lines[40]" answers
    warns "Second opinion of house (model m): 40 claims, 40 answered"
}

@test "an endpoint that fails never fails the run, and every claim says why it has no second opinion" {
    begin_endpoint
    configure /chat/fails ',"retries":1'
    check_story --verifier verifier.json --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    echo "$output" > report.json
    ask "all('status 503' in c['second_opinion']['error'] for c in data['claims'])" report.json
    ask "[c['verdict'] for c in data['claims']] == ['supported', 'contradicted']" report.json
    ask "data['verifier']['failed'] == 2 and data['verifier']['requests'] == 4" report.json
    kill "$SERVER"
    wait "$SERVER" 2>/dev/null || true
    check_story --verifier verifier.json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "no second opinion: house: nobody answers at the address of the endpoint, in 2 tries"
}

@test "a wrong configuration ends the run before anything is read, naming file and field" {
    write_small_story
    PORT=1
    configure /chat/good ',"time_out":3'
    check_story --verifier verifier.json
    refuses "verifier.json"
    warns 'time_out'
    check_story --verifier gone.json
    refuses "gone.json"
    echo '{"kind":"chat","model":"m","address":"http://example.org/"}' > verifier.json
    check_story --verifier verifier.json
    refuses "plain_http"
    echo "not json" > verifier.json
    check_story --verifier verifier.json
    refuses "not valid JSON"
}

@test "the key comes from the environment and stands in no output and no kept file" {
    begin_endpoint
    configure /chat/echo ',"key_variable":"HOUSE_KEY","cache_folder":"kept"'
    check_story --verifier verifier.json
    [ "$status" -ne 0 ] || complain "a missing key was not noticed"
    warns "key_variable"
    HOUSE_KEY=SECRET-1234 check_story --verifier verifier.json --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "Bearer [key]"
    says_not SECRET-1234
    grep -q 'Bearer SECRET-1234' server/posts || complain "the key was not sent"
    ! grep -rq SECRET-1234 kept || complain "the key was kept"
}
