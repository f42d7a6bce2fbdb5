# `axray read --annotations`: what a person and a program see of what the sentences say.

load helpers

# A page with a day of publication, a title, an attribution, numbers, dates and a doubt.
write_statement() {
    cat > "$1" <<'END'
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Tank leaks in the harbour</title>
<meta property="article:published_time" content="2024-03-26T10:00:00+00:00"></head>
<body><main><article><h1>Tank leaks in the harbour</h1>
<p>Spokeswoman Ilka Torvane said on Monday that at least 14 tonnes of xylene may have leaked into the harbour.</p>
<p>The company did not warn the town, and "we will ask for $2.3 million", she said.</p>
<p>R&amp;D <b>&lt;head&gt;</b> Deven Marrish denied that three workers were hurt in the old hall of the company.</p>
</article></main></body></html>
END
}

@test "the text shows each layer below the words that it marks" {
    write_statement page.html
    run --separate-stderr -0 "$AXRAY" read page.html --annotations --width 120
    says "Spokeswoman Ilka Torvane said on Monday that at least 14 tonnes"
    says "days are reckoned from 2024-03-26"
    says "2024-03-25"
    says "at least 14"
    says "possible"
    says "denies"
    says "2.3 million"
    says "Names, those that are spoken of most often first"
    says_not $'\033'
    warns_of_nothing
}

@test "a stroke stands in the columns of its words, those of wide characters too" {
    printf '%s\n' '東京 reporters: Ilka Torvane said that 14 tonnes may have leaked into the harbour there.' > wide.txt
    "$AXRAY" read wide.txt --annotations --width 100 > out
    python3 - out <<'END'
import sys, unicodedata
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
def column(line, words):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line[:line.index(words)])
text = next(i for i, line in enumerate(lines) if "Ilka Torvane said" in line)
certainty = next(line for line in lines[text:] if line.startswith("certainty"))
assert column(lines[text], "may") == column(certainty, "\u2501"), (lines[text], certainty)
END
}

@test "lines are no wider than asked, down to the narrowest" {
    write_statement page.html
    for width in 20 40 59 60 80; do
        "$AXRAY" read page.html --annotations --width "$width" > out
        [ "$(sed -n '/sentences,/,$p' out > body; widest body)" -le "$width" ] || complain "wider than $width"
    done
}

@test "colours are there when they are asked for" {
    write_statement page.html
    run --separate-stderr -0 "$AXRAY" read page.html --annotations --color always
    says $'\033[36m'
}

@test "JSON has every layer, with positions that give the words" {
    write_statement page.html
    "$AXRAY" read page.html --annotations --jsonl --quiet > lines.jsonl
    ask_lines 'lines[0]["annotations"]["published"] == "2024-03-26"' lines.jsonl
    ask_lines '[lines[0]["text"][one["begin"]:one["end"]] for one in lines[0]["annotations"]["dates"]] == ["Monday"]' lines.jsonl
    ask_lines 'lines[0]["annotations"]["dates"][0]["value"] == "2024-03-25"' lines.jsonl
    ask_lines 'any(one["unit"] and one["unit"].endswith("dollar") and one["low"] == 2300000 for one in lines[0]["annotations"]["quantities"])' lines.jsonl
    ask_lines 'any(one["stance"] == "denies" for one in lines[0]["annotations"]["attributions"])' lines.jsonl
    ask_lines 'any(one["certainty"] == "possible" for one in lines[0]["annotations"]["certainty"])' lines.jsonl
    ask_lines 'len(lines[0]["annotations"]["negations"]) > 0' lines.jsonl
    ask_lines 'any("Torvane" in one["text"] for one in lines[0]["annotations"]["names"])' lines.jsonl
    ask_lines 'lines[0]["annotations"]["sentences"][-1]["tokens"][1] == len(lines[0]["annotations"]["tokens"]["begin"])' lines.jsonl
    "$AXRAY" read page.html --annotations --format json > all.json
    ask 'data["documents"][0]["annotations"]["published"] == "2024-03-26"' all.json
    "$AXRAY" read page.html --jsonl --quiet > plain.jsonl
    ask_lines '"annotations" not in lines[0]' plain.jsonl
}

@test "indicators are shown as they are meant, where they are written" {
    printf 'The lure came from hxxps://mail[.]fjordnet[.]org/x and used CVE-2024-12345, the company said.' > lure.txt
    "$AXRAY" read lure.txt --annotations --jsonl --quiet > lines.jsonl
    ask_lines '[(one["kind"], one["value"]) for one in lines[0]["annotations"]["indicators"]] == [("url", "https://mail.fjordnet.org/x"), ("domain", "mail.fjordnet.org"), ("cve", "CVE-2024-12345")]' lines.jsonl
    ask_lines 'all(lines[0]["text"][one["begin"]:one["end"]].startswith(("hxxps", "mail[.]", "CVE")) for one in lines[0]["annotations"]["indicators"])' lines.jsonl
    run --separate-stderr -0 "$AXRAY" read lure.txt --annotations
    says "url https://mail.fjordnet.org/x"
}

@test "the same bytes come from one thread and from eight" {
    write_statement one.html
    for number in 2 3 4 5 6; do cp one.html "$number.html"; done
    "$AXRAY" read ./*.html --annotations --jsonl --quiet --threads 1 > one
    "$AXRAY" read ./*.html --annotations --jsonl --quiet --threads 8 > eight
    cmp one eight
}

@test "the page escapes what it shows, fetches nothing and has a switch for each layer" {
    write_statement page.html
    "$AXRAY" read page.html --annotations --html --output out.html
    run --separate-stderr -0 shown out.html
    says "Ilka Torvane"
    says "2024-03-25"
    says "Who says what"
    ! grep -q '<head> Deven' out.html
    ! grep -qE '(src|href)="(https?:)?//' out.html
    ! grep -q '<script' out.html
    grep -q 'Content-Security-Policy' out.html
    for layer in speech names quantities dates certainty negation indicators; do
        grep -q "id=\"show-$layer\"" out.html || complain "no switch for $layer"
        grep -q "for=\"show-$layer\"" out.html || complain "no label for $layer"
    done
}

@test "several documents stand on one page" {
    write_statement one.html
    write_statement two.html
    "$AXRAY" read one.html two.html --annotations --html --output out.html
    [ "$(grep -c '<article' out.html)" -eq 2 ]
    [ "$(grep -c '</html>' out.html)" -eq 1 ]
}

@test "--why and --annotations do not go together" {
    write_statement page.html
    run --separate-stderr -2 "$AXRAY" read page.html --annotations --why
    prints_nothing
    warns "--annotations"
}

@test "an empty file is refused, and the others are annotated" {
    write_statement page.html
    : > empty.txt
    run --separate-stderr -3 "$AXRAY" read empty.txt page.html --annotations
    says "Ilka Torvane"
    warns "empty.txt"
}

@test "texts that are hard to divide are annotated in bounded time" {
    python3 - <<'END'
open("unbroken.txt", "w").write("harbour" * 700_000)
open("repeated.txt", "w").write("." * 2_000_000)
open("quotes.txt", "w").write('"he said ' * 100_000)
open("digits.txt", "w").write("It cost " + "7" * 10_000 + " dollars. " + "Pay 3, " * 100_000)
open("marks.txt", "w").write("He said \u202e no \u202c on 31 February 99999 and year 0. " * 20_000)
END
    for name in unbroken repeated quotes digits marks; do
        for form in "" --html --jsonl; do
            run --separate-stderr timeout 30 "$AXRAY" read "$name.txt" --annotations $form --quiet --output out
            [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || complain "$name $form"
        done
    done
}
