# How the program is called, and what it says to those who call it wrongly.

load helpers

@test "--help explains the commands on standard output and ends with 0" {
    run --separate-stderr -0 "$AXRAY" --help
    says check
    warns_of_nothing
}

@test "check --help names every option and gives an example" {
    run --separate-stderr -0 "$AXRAY" check --help
    for option in --against --format --output --threads --quiet --fail-on --width --jsonl; do says "$option"; done
    says "axray check "
    says_not $'\033'
    warns_of_nothing
}

@test "--version prints one line" {
    run --separate-stderr -0 "$AXRAY" --version
    [ "${#lines[@]}" -eq 1 ]
    [[ "$output" =~ [0-9]+\.[0-9]+ ]]
}

@test "no command is wrong usage" {
    run --separate-stderr -2 "$AXRAY"
    prints_nothing
    warns check
}

wrong_usage() {
    run --separate-stderr "$AXRAY" "$@"
    [ "$status" -eq 2 ] || complain "exit status of wrong usage is not 2: $*"
    prints_nothing
    [ -n "$stderr" ] || complain "no message for: $*"
}

@test "what cannot be understood is wrong usage: status 2, a message, no output" {
    write_small_story
    wrong_usage chekc article.txt
    wrong_usage --no-such-option
    wrong_usage check
    wrong_usage check article.txt
    wrong_usage check --against source.txt
    wrong_usage check article.txt --against
    wrong_usage check article.txt --against source.txt --no-such-option
    wrong_usage check article.txt --against source.txt --format yaml
    wrong_usage check article.txt --against source.txt --format
    wrong_usage check article.txt --against source.txt --fail-on maybe
    wrong_usage check article.txt --against source.txt --threads 0
    wrong_usage check article.txt --against source.txt --threads -1
    wrong_usage check article.txt --against source.txt --threads many
    wrong_usage check article.txt --against source.txt --threads 99999999999999999999
    wrong_usage check article.txt --against source.txt --width 0
    wrong_usage check article.txt --against source.txt --width wide
    wrong_usage check article.txt --against source.txt --output ""
}

@test "the message of wrong usage names the word at fault" {
    write_small_story
    run --separate-stderr -2 "$AXRAY" check article.txt --against source.txt --format yaml
    warns yaml
    warns json
    run --separate-stderr -2 "$AXRAY" check article.txt --against source.txt --fail-on maybe
    warns maybe
    warns contradicted
    run --separate-stderr -2 "$AXRAY" check article.txt --against source.txt --no-such-option
    warns --no-such-option
}

@test "standard input can be only one of the inputs" {
    write_small_story
    run --separate-stderr -2 "$AXRAY" check - --against - < article.txt
    prints_nothing
}
