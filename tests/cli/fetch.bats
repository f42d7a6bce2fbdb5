# Addresses as inputs: sound pages, what must be refused, servers that break the rules, and the same again offline.

load helpers

setup_server() {
    export XDG_CACHE_HOME="$PWD/cache"
    write_small_story
    begin_server main
    HOST="127.0.0.1:$PORT"
}

teardown() { end_servers; }

# check_against ADDRESS OPTION...: checks the small article, with the server allowed.
check_against() {
    run --separate-stderr timeout 30 "$AXRAY" check article.txt --against "$1" --allow-host "$HOST" "${@:2}"
}

# fails_at PATH WORDS OPTION...: refused with the address and the words.
fails_at() {
    check_against "http://$HOST$1" "${@:3}"
    refuses "http://$HOST$1"
    warns "$2"
}

requests() { cat server-main/requests 2>/dev/null || true; }

@test "a page is a source, and an article" {
    setup_server
    check_against "http://$HOST/page" --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    warns_of_nothing
    echo "$output" > report.json
    ask "data['sources'][0]['id'] == 'http://$HOST/page'" report.json
    ask "[c['verdict'] for c in data['claims']] == ['supported', 'contradicted']" report.json
    requests | grep -q '^/robots.txt - axray/' || complain "robots.txt was not asked for"

    run --separate-stderr "$AXRAY" check "http://$HOST/page" --against source.txt --allow-host "$HOST"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "http://$HOST/page"
}

@test "addresses are read, in their order, and what fails is told in its place" {
    setup_server
    run --separate-stderr timeout 30 "$AXRAY" read "http://$HOST/page" "http://$HOST/missing" source.txt \
        "http://$HOST/feed" --allow-host "$HOST" --jsonl
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    warns "http://$HOST/missing: there is no such page (status 404)"
    echo "$output" > lines.jsonl
    ask_lines "[line['id'] for line in lines][:3] == ['http://$HOST/page', 'http://$HOST/missing', 'source.txt']" lines.jsonl
    ask_lines "'Four workers' in lines[0]['text'] and 'error' in lines[1]" lines.jsonl
    run --separate-stderr "$AXRAY" read "http://$HOST/page" --offline --jsonl
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ "$output" = "$(head -1 lines.jsonl)" ] || complain "offline is not the same"
}

@test "the network is not reached for files" {
    setup_server
    run --separate-stderr "$AXRAY" check article.txt --against source.txt --allow-host "$HOST"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ ! -e cache ] || complain "a cache was made"
    [ -z "$(requests)" ] || complain "the server was asked"
}

@test "addresses that are not public are refused, however they are spelled" {
    setup_server
    for address in "http://$HOST/page" "http://localhost:$PORT/page" "http://LOCALHOST.:$PORT/" "http://127.1:$PORT/" \
        "http://0x7f000001:$PORT/" "http://2130706433:$PORT/" "http://0177.0.0.1:$PORT/" "http://[::1]:$PORT/" \
        "http://[::ffff:127.0.0.1]:$PORT/" "http://0:$PORT/" "http://%31%32%37.0.0.1:$PORT/" "http://10.0.0.1/" \
        "http://169.254.169.254/latest/meta-data/" "http://[fd00:ec2::254]/" "http://127.0.0.1.:$PORT/"; do
        run --separate-stderr timeout 20 "$AXRAY" check article.txt --against "$address"
        refuses "$address"
        warns "only public addresses are fetched"
        run --separate-stderr timeout 20 "$AXRAY" check article.txt --against "$address" --allow-host "127.0.0.1:1"
        refuses "only public addresses are fetched"
    done
    [ -z "$(requests)" ] || complain "the server was asked"
}

@test "a redirect to a host that is not allowed is refused before it is asked" {
    setup_server
    local first="$HOST"
    begin_server other
    local second="127.0.0.1:$PORT"
    check_against "http://$first/to?http://$second/page"
    refuses "redirected to http://$second/page"
    warns "only public addresses are fetched"
    [ ! -e server-other/requests ] || complain "the other server was asked"
    check_against "http://$first/to?http://$second/page" --allow-host "$second"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    check_against "http://$first/to?http://localhost:$PORT/page"
    refuses "localhost:$PORT leads to "
}

@test "redirects: a chain, a circle, too many, to nowhere, to other schemes" {
    setup_server
    check_against "http://$HOST/hop/10"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    fails_at /hop/11 "redirects more than 10 times"
    fails_at /circle "redirects in a circle"
    fails_at /nowhere "without saying where to"
    fails_at "/to?file:///etc/passwd" "only http and https are fetched, not file"
    fails_at "/to?ftp://$HOST/" "only http and https are fetched, not ftp"
    fails_at "/to?http://user@$HOST/page" "names a user"
}

@test "other schemes and addresses that are none" {
    setup_server
    for address in "ftp://example.org/a" "file://$PWD/source.txt" "gopher://x/" "http://" "http://a b/" "http://x:99999/"; do
        run --separate-stderr "$AXRAY" check article.txt --against "$address"
        refuses "$address"
    done
    run --separate-stderr "$AXRAY" check article.txt --against source.txt --allow-host "a b"
    [ "$status" -eq 2 ] || complain "exit status is not 2"
    warns "is no host"
}

@test "robots.txt is obeyed" {
    setup_server
    printf 'User-agent: *\nDisallow: /\n\nUser-agent: axray\nDisallow: /closed\n' > server-main/robots.txt
    fails_at /closed "asks programs not to fetch it (line 5: Disallow: /closed)"
    ! requests | grep -q '^/closed' || complain "the page was asked for"
    check_against "http://$HOST/page"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
}

@test "statuses are told in words" {
    setup_server
    fails_at /missing "there is no such page (status 404)"
    fails_at /status/410 "there is no such page (status 410)"
    fails_at /status/403 "does not let programs like this one read it (status 403)"
    fails_at /status/500 "the server failed (status 500)"
    fails_at /status/204 "answered with status 204"
}

@test "a server that is busy for a moment is asked once more" {
    setup_server
    check_against "http://$HOST/busy-once"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    [ "$(requests | grep -c '^/busy-once')" -eq 2 ] || complain "it was not asked twice"
}

@test "pages in other kinds and packings" {
    setup_server
    check_against "http://$HOST/packed"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says "Four"
    check_against "http://$HOST/latin" --format json
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    says $'caf\u00e9'
    fails_at /picture "is of the type image/png, where text, HTML, XML, JSON or PDF was expected"
    fails_at /empty "the page is empty"
}

@test "a page that unpacks to far more than was sent is refused in little memory" {
    setup_server
    fails_at /bomb "unpacks to more than 200 times"
    fails_at /large-bomb "unpacks to more than 200 times"
    fails_at /damaged-packing "breaks the rules of HTTP"
}

@test "what never ends, drips or stays silent ends in time" {
    setup_server
    fails_at /endless "larger than the limit of 64 MiB"
    fails_at /drip "took too long" --fetch-timeout 2
    fails_at /silence "took too long" --fetch-timeout 2
}

@test "answers that are cut off or none at all" {
    setup_server
    fails_at /cut "the connection ended before the page did"
    fails_at /cut-chunks "the connection ended before the page did"
    fails_at /hang-up "the connection ended before the page did"
    fails_at /huge-headers "the headers of the answer are larger than the limit"
    fails_at /no-http "breaks the rules of HTTP"
    kill "${SERVERS[0]}"
    wait "${SERVERS[0]}" || true
    rm -r cache
    fails_at /page "nobody answers at $HOST"
}

@test "an unknown host is told" {
    setup_server
    run --separate-stderr timeout 60 "$AXRAY" check article.txt --against "http://no-such-host.invalid/page"
    refuses "the host no-such-host.invalid is not known"
}

@test "a certificate that nothing vouches for is refused" {
    command -v openssl > /dev/null || skip "there is no openssl to make a certificate"
    setup_server
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 1 -subj /CN=127.0.0.1 2>/dev/null
    begin_server secret --tls certificate.pem key.pem
    HOST="127.0.0.1:$PORT"
    check_against "https://$HOST/page"
    refuses "no encrypted connection that can be trusted"
}

@test "offline gives the same bytes, without asking" {
    setup_server
    local address="http://$HOST/to?/page"
    for format in json html text; do
        check_against "$address" --format $format --output "online.$format"
        [ "$status" -eq 0 ] || complain "exit status is not 0"
    done
    kill "${SERVERS[0]}"
    wait "${SERVERS[0]}" || true
    for format in json html text; do
        run --separate-stderr "$AXRAY" check article.txt --against "$address" --offline --format $format \
            --output "offline.$format"
        [ "$status" -eq 0 ] || complain "exit status is not 0"
        cmp "online.$format" "offline.$format"
    done
    run --separate-stderr "$AXRAY" check article.txt --against "http://$HOST/page" --offline
    refuses "is not among the pages kept in $XDG_CACHE_HOME/axray"
}

@test "what is kept is used while it is fresh, and asked about afterwards" {
    setup_server
    for _ in 1 2 3; do
        check_against "http://$HOST/lasting" --cache kept
        [ "$status" -eq 0 ] || complain "exit status is not 0"
        check_against "http://$HOST/tagged" --cache kept
        [ "$status" -eq 0 ] || complain "exit status is not 0"
        says "Four"
    done
    [ ! -e cache ] || complain "the usual folder was used"
    [ "$(requests | grep -c '^/lasting')" -eq 1 ] || complain "a fresh page was asked for again"
    [ "$(requests | grep -c '^/tagged "one"')" -eq 2 ] || complain "the tag was not sent back"
    [ "$(requests | grep -c '^/robots.txt')" -eq 1 ] || complain "robots.txt was asked for again"
}

@test "what is kept can be read by a person, and a change to it is found" {
    setup_server
    check_against "http://$HOST/page" --cache kept
    entry="$(grep -l '"address": "http://[^"]*/page"' kept/*/*.json)"
    page="$(ls kept/*/*.html)"
    ask "data['status'] == 200 and data['sha256'] in '$page' and data['peer'] == '127.0.0.1'" "$entry"
    [ "$(sha256sum < "$page" | cut -d' ' -f1)" = "$(basename "$page" .html)" ] || complain "the name is not the digest"
    sed -i s/Four/Nine/ "$page"
    run --separate-stderr "$AXRAY" check article.txt --against "http://$HOST/page" --cache kept --offline
    refuses "the kept page was changed"
    check_against "http://$HOST/page" --cache kept
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    warns "fetched anew"
    says "[Four]"
}

@test "two runs at the same time keep the same page" {
    setup_server
    for run in 1 2 3 4; do
        "$AXRAY" check article.txt --against "http://$HOST/page" --allow-host "$HOST" --cache kept > "out-$run" 2>&1 &
    done
    wait $(jobs -p | grep -v -x "${SERVERS[0]}")
    for run in 2 3 4; do cmp out-1 "out-$run"; done
    [ -z "$(find kept -name '.*.partial*')" ] || complain "half-written files are left"
    run --separate-stderr "$AXRAY" check article.txt --against "http://$HOST/page" --cache kept --offline
    [ "$status" -eq 0 ] || complain "exit status is not 0"
}

@test "a folder that cannot be written loses nothing but what would be kept" {
    setup_server
    check_against "http://$HOST/page" --cache /proc/nowhere
    [ "$status" -eq 0 ] || complain "exit status is not 0"
    warns "the page could not be kept"
    says "Four"
}

@test "proxies of the environment are not used" {
    setup_server
    export http_proxy="http://127.0.0.1:1" HTTP_PROXY="http://127.0.0.1:1" all_proxy="http://127.0.0.1:1"
    check_against "http://$HOST/page"
    [ "$status" -eq 0 ] || complain "exit status is not 0"
}
