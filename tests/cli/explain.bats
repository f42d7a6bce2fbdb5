# `axray explain`: why a verdict, and what would change it.

load helpers

explain_harbour() {
    "$AXRAY" explain "$HARBOUR/rewrite.txt" \
        --against "$HARBOUR/wire.txt" "$HARBOUR/press-release.html" "$HARBOUR/translated.txt" "$@"
}

@test "one claim: its evidence, what decided, what counted" {
    run --separate-stderr -0 explain_harbour --claim 1
    warns_of_nothing
    says "Decided by"
    says "Word by word"
    says_not "leaves out"
}

@test "a claim of the call: the value that would change the verdict" {
    echo "Divers recovered 14 drums from the basin on Monday, the harbour office said." > wire.txt
    run --separate-stderr -0 "$AXRAY" explain --text "Divers recovered 40 drums from the basin on Monday." --against wire.txt
    says "differs"
    says 'if the claim said "14" instead of "40"'
}

@test "JSON: the report of the check with an explanation for each claim" {
    run --separate-stderr -0 explain_harbour --format json
    says '"decided_by"'
    [ "$output" = "$("$AXRAY" check "$HARBOUR/rewrite.txt" --explain --format json \
        --against "$HARBOUR/wire.txt" "$HARBOUR/press-release.html" "$HARBOUR/translated.txt")" ]
}

@test "wrong calls say what is wrong" {
    run --separate-stderr -2 explain_harbour --claim 999
    [[ "$stderr" == *"there is no claim 999"* ]]
    run --separate-stderr -2 explain_harbour --claim 0
    run --separate-stderr -2 "$AXRAY" explain --text "" --against "$HARBOUR/wire.txt"
    run --separate-stderr -2 "$AXRAY" explain --text "A pier closed."
    run --separate-stderr -2 "$AXRAY" explain --against "$HARBOUR/wire.txt"
    run --separate-stderr -2 explain_harbour --text "A pier closed."
    run --separate-stderr -3 "$AXRAY" explain --text "A pier closed." --against nowhere.txt
}

@test "opinions and questions are shown as what they are" {
    printf 'The harbour office closed the pier on Monday.\n\nThe reply of the office was a disgrace.\n\nWho knew of it?\n' > article.txt
    echo "The harbour office closed the pier on Monday." > wire.txt
    run --separate-stderr -0 "$AXRAY" check article.txt --against wire.txt --fail-on not_found
    says "not checkable: opinion"
    says "not checkable: question"
    says "2 not checkable"
}
