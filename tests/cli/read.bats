# `axray read`: what a person and a program get from files, folders, streams and archives.

load helpers

# write_page FILE TITLE: a page with an article, a menu and a share bar.
write_page() {
    cat > "$1" <<END
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>$2</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>$2</h1>
<p>The harbour office closed the northern pier on Monday after a crane fell into the water.</p>
<h2>Who was hurt</h2>
<p>Four workers were hurt, the office said. The pier will stay closed until the middle of May.</p>
<blockquote>We heard a crack, and then the whole crane leaned over, said a man who works there.</blockquote>
<ul><li>The crane was built in 1989 and was inspected in March of this year.</li>
<li>The pier is the second longest of the harbour and serves the ferries.</li></ul>
<div class="share"><a href="#">Share on Facebook</a></div></article></main></body></html>
END
}

# write_archive FILE: three records, of which two are pages and one is an answer that the server refused.
write_archive() {
    python3 - "$1" <<'END'
import gzip, sys
def record(uri, status, body):
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-05-04T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
    return head + http + b"\r\n\r\n"
def page(words):
    return f"<!DOCTYPE html><title>{words}</title><main><h1>{words}</h1><p>{words}, the harbour office said on Monday morning in a statement.</p></main>"
records = [record("https://example.org/one", "200 OK", page("The pier was closed")),
           record("https://example.org/gone", "404 Not Found", page("No such page")),
           record("https://example.org/two", "200 OK", page("The pier was opened"))]
packer = gzip.compress if sys.argv[1].endswith(".gz") else bytes
with open(sys.argv[1], "wb") as out:
    for one in records:
        out.write(packer(one))
END
}

@test "the text shows title, headings, lists and quotations, and sums up what was set aside" {
    write_page page.html "Pier closed"
    run --separate-stderr -0 "$AXRAY" read page.html
    says "Pier closed"
    says "## Who was hurt"
    says "  - The crane was built in 1989"
    says "  > We heard a crack"
    says "Set aside: "
    says_not "Sport"
    says_not $'\033'
    warns_of_nothing
    "$AXRAY" read page.html --width 40 > narrow
    [ "$(widest narrow)" -le 40 ]
}

@test "--color always marks, and never does not" {
    write_page page.html "Pier closed"
    run --separate-stderr -0 "$AXRAY" read page.html --color always
    says $'\033'
    run --separate-stderr -0 "$AXRAY" read page.html --color never
    says_not $'\033'
}

@test "--why says of every block whether it was kept, for which reason and how sure" {
    write_page page.html "Pier closed"
    run --separate-stderr -0 "$AXRAY" read page.html --why
    [[ "$output" =~ "keep heading"\ +.*"Who was hurt" ]] || complain "the heading is not among the kept"
    [[ "$output" =~ "cut  "[a-z\ ]+[0-9]+%\ +"Home" ]] || complain "the menu is not among the cut"
    run --separate-stderr -2 "$AXRAY" read page.html --why --jsonl
}

@test "--jsonl writes a line for each input in its order, and an error in the place of a bad one" {
    write_page b.html "Pier closed"
    write_page a.html "Ferry sails"
    : > empty.html
    run --separate-stderr "$AXRAY" read b.html missing.html empty.html a.html --jsonl --output lines
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    warns missing.html
    warns empty.html
    warns "2 documents, 2 could not be read"
    ask_lines '[line["id"] for line in lines] == ["b.html", "missing.html", "empty.html", "a.html"]' lines
    ask_lines 'lines[1]["error"]["code"] == "not_found" and lines[2]["error"]["code"] == "empty"' lines
    ask_lines 'lines[0]["title"]["value"] == "Pier closed" and lines[3]["title"]["value"] == "Ferry sails"' lines
}

@test "spans count code points, and file_bytes lead to the same words in the file" {
    write_page page.html "Pi&eacute;r <b>clos</b>ed — am Kai"
    "$AXRAY" read page.html --jsonl --quiet > lines
    ask_lines 'all(line["text"][b["begin"]:b["end"]].strip() for line in lines for b in line["blocks"])' lines
    python3 - <<'END'
import html, json, re
file = open("page.html", "rb").read()
def words_of(place):
    markup = file[place[0]:place[1]].decode()
    return html.unescape(re.sub("<[^>]*>", "", markup)).split()
line = json.loads(open("lines").readline())
assert len(line["blocks"]) > 5 and len(line["cut"]) > 2
for block in line["blocks"]:
    assert words_of(block["file_bytes"]) == line["text"][block["begin"]:block["end"]].split(), block
for cut in line["cut"]:
    if cut["reason"] != "hidden":
        assert words_of(cut["file_bytes"]) == cut["text"].split(), cut
END
}

@test "--places leads from each block to its node, its quotation and its link, and changes nothing else" {
    cat > page.html <<'END'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pier closed</title>
<link rel="canonical" href="https://example.org/pier"></head><body><nav><a href="/">Home</a></nav>
<main><article><h1>Pier closed</h1>
<p>The harbour office closed the northern pier, the second longest, on Monday &amp; Tuesday.</p>
<p>Four workers were <b>badly</b> hurt, the office said. The pier will stay closed until May.</p>
</article></main></body></html>
END
    "$AXRAY" read page.html --jsonl --quiet > plain
    "$AXRAY" read page.html --jsonl --quiet --places > placed
    "$AXRAY" read page.html --format json --places > whole.json
    python3 - <<'END'
import json, urllib.parse
plain, placed = (json.loads(open(name).readline()) for name in ("plain", "placed"))
assert json.load(open("whole.json"))["documents"] == [placed]
places = {}
for block in placed["blocks"]:
    words = placed["text"][block["begin"]:block["end"]]
    place = places[words.split()[0]] = block.pop("place")
    assert place["quote"]["exact"] == words, place
    assert place["fragment"].startswith("#:~:text=") and not set(' "<>`') & set(place["fragment"]), place
    assert place["link"] == "https://example.org/pier" + place["fragment"], place
assert plain == placed
article = "/html/body/main[1]/article[1]"
first, second = places["The"], places["Four"]
assert (first["path"], first["begin"], first["end"]) == (article + "/p[1]/text()[1]", 0, 85), first
assert "end_path" not in first
assert "longest%2C%20on%20Monday%20%26%20Tuesday." in first["fragment"], first
assert (second["path"], second["end_path"]) == (article + "/p[2]/text()[1]", article + "/p[2]/text()[2]"), second
assert urllib.parse.unquote(first["fragment"]).endswith(first["quote"]["exact"]), first
END
}

@test "--places: an archived page links to its address, a text has no nodes, the item of a feed has no place" {
    write_archive pages.warc.gz
    printf 'Four workers were hurt, the office said.\n\nThe pier will stay closed until May.\n' > note.txt
    printf '%s' '<rss version="2.0"><channel><title>Post</title><item><title>One</title><description>The wall fell.' \
        '</description></item></channel></rss>' > feed.xml
    "$AXRAY" read pages.warc.gz note.txt feed.xml --jsonl --quiet --places > lines
    ask_lines 'all(b["place"]["link"].startswith("https://example.org/one#:~:text=") for b in lines[0]["blocks"])' lines
    ask_lines 'all(b["place"]["quote"]["exact"] == lines[2]["text"][b["begin"]:b["end"]] for b in lines[2]["blocks"])' lines
    ask_lines 'all("path" not in b["place"] and b["place"]["link"] is None for b in lines[2]["blocks"])' lines
    ask_lines 'lines[3]["blocks"] and all(b["place"] is None for b in lines[3]["blocks"])' lines
}

@test "--format json is one document that holds the same objects" {
    write_page a.html "Pier closed"
    write_page b.html "Ferry sails"
    "$AXRAY" read a.html b.html --format json > all.json
    "$AXRAY" read a.html b.html --jsonl --quiet > lines
    python3 - <<'END'
import json
whole = json.load(open("all.json"))
assert whole["format"] == "axray-documents" and whole["format_version"] == 1
assert whole["documents"] == [json.loads(line) for line in open("lines")]
END
    run --separate-stderr "$AXRAY" read missing.html --format json
    [ "$status" -eq 3 ]
    echo "$output" > missing.json
    ask 'data["documents"][0]["error"]["code"] == "not_found"' missing.json
}

@test "the bytes are the same for any number of threads" {
    mkdir pages
    for number in $(seq 60); do write_page "pages/$number.html" "Pier $number"; done
    : > pages/17.html
    for format in text json jsonl html; do
        "$AXRAY" read pages --format $format --threads 1 > one 2> one.messages || [ $? -eq 3 ]
        "$AXRAY" read pages --format $format --threads 7 > seven 2> seven.messages || [ $? -eq 3 ]
        cmp one seven
        cmp one.messages seven.messages
    done
}

@test "folders: the files in them, and those below with --recursive" {
    mkdir -p pages/deep/.hidden
    write_page pages/a.html "Pier closed"
    write_page pages/deep/b.html "Ferry sails"
    write_page pages/deep/.hidden/c.html "Nobody sees this"
    "$AXRAY" read pages --jsonl --quiet > lines
    ask_lines '[line["id"] for line in lines] == ["pages/a.html"]' lines
    "$AXRAY" read pages pages/a.html --recursive --jsonl --quiet > lines
    ask_lines '[line["id"] for line in lines] == ["pages/a.html", "pages/deep/b.html"]' lines
    mkdir empty
    run --separate-stderr "$AXRAY" read empty pages --jsonl
    [ "$status" -eq 3 ]
    warns empty
}

@test "a file compressed with gzip is read through, a bomb is refused, a cut one read as far as it goes" {
    write_page page.html "Pier closed"
    gzip -k page.html
    "$AXRAY" read page.html page.html.gz --jsonl --quiet > lines
    ask_lines 'lines[0]["text"] == lines[1]["text"] and lines[0]["sha256"] == lines[1]["sha256"]' lines
    "$AXRAY" read - --jsonl --quiet < page.html.gz > stream
    ask_lines 'lines[0]["title"]["value"] == "Pier closed"' stream
    head -c 200000000 /dev/zero | gzip > bomb.gz
    run --separate-stderr timeout 20 "$AXRAY" read bomb.gz
    refuses bomb.gz
    python3 -c 'for n in range(9000): print(f"<p>Paragraph {n} of the harbour office is as long as others, and says {n*7919%1000}.</p>")' >> page.html
    gzip -c page.html | head -c 20000 > cut.html.gz
    run --separate-stderr "$AXRAY" read cut.html.gz
    [ "$status" -eq 3 ]
    says "Pier closed"
    warns "cut.html.gz"
}

@test "an archive is told by its bytes, and by --format warc; pages alone are read" {
    write_archive pages.warc.gz
    write_archive plain.warc
    "$AXRAY" read pages.warc.gz plain.warc --jsonl --quiet > lines
    ask_lines '[line["id"] for line in lines] == ["https://example.org/one", "https://example.org/two"] * 2' lines
    ask_lines 'lines[0]["archive"] == {"file": "pages.warc.gz", "offset": 0, "length": lines[0]["archive"]["length"]}' lines
    ask_lines 'lines[0]["retrieved"] == "2026-05-04T10:00:00Z"' lines
    "$AXRAY" read - --format warc --jsonl --quiet < plain.warc > stream
    ask_lines '[line["title"]["value"] for line in lines] == ["The pier was closed", "The pier was opened"]' stream
    run --separate-stderr -0 "$AXRAY" read plain.warc --format warc --format json
    says '"format":"axray-documents"'
    run --separate-stderr -0 "$AXRAY" read plain.warc --input warc
    says "The pier was opened"
    write_page page.html "Pier closed"
    run --separate-stderr "$AXRAY" read page.html --format warc
    refuses page.html
}

@test "a damaged archive gives its whole records and says where the damage is" {
    write_archive pages.warc.gz
    python3 - <<'END'
bytes_ = bytearray(open("pages.warc.gz", "rb").read())
second = bytes_.index(b"\x1f\x8b\x08", 10)
bytes_[second + 40:second + 60] = b"x" * 20
open("pages.warc.gz", "wb").write(bytes_)
END
    run --separate-stderr "$AXRAY" read pages.warc.gz --jsonl --output lines
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    warns "pages.warc.gz: byte "
    ask_lines '[line["id"] for line in lines if "text" in line] == ["https://example.org/one", "https://example.org/two"]' lines
}

@test "--html is one page without script, with what was kept and cut, and all foreign text escaped" {
    write_page page.html "Pier &lt;script&gt;alert(1)&lt;/script&gt; closed"
    "$AXRAY" read page.html page.html --html --output shown.html
    ! grep -qi '<script' shown.html
    grep -q "default-src" shown.html
    shown shown.html > text
    grep -q "Pier <script>alert(1)</script> closed" text
    grep -q "Home" text
    grep -q "navigation" text
    ! grep -Eq '(src|href)="?(http|//)' shown.html
}

@test "a file that cannot be read stands alone: nothing on standard output, no file" {
    run --separate-stderr "$AXRAY" read missing.html
    refuses missing.html
    run --separate-stderr "$AXRAY" read missing.html --output written
    [ "$status" -eq 3 ]
    [ ! -e written ]
}

@test "a full disk and a closed pipe are told" {
    write_page page.html "Pier closed"
    run --separate-stderr sh -c '"$1" read page.html > /dev/full' sh "$AXRAY"
    [ "$status" -eq 4 ] || complain "exit status is not 4"
    mkdir pages
    for number in $(seq 300); do write_page "pages/$number.html" "Pier $number"; done
    timeout 30 "$AXRAY" read pages --jsonl 2> messages | head -c 10 > /dev/null
    [ "${PIPESTATUS[0]}" -ne 124 ]
}

@test "--quiet says nothing when all is well, and no bar is drawn where there is no terminal" {
    write_page page.html "Pier closed"
    run --separate-stderr -0 "$AXRAY" read page.html --jsonl --quiet
    warns_of_nothing
    run --separate-stderr -0 "$AXRAY" read page.html --jsonl
    [ "$stderr" = "axray: 1 document" ] || complain "not the summary alone"
}

@test "read --help names every option and gives examples" {
    run --separate-stderr -0 "$AXRAY" read --help
    for option in --jsonl --html --format --input --why --places --recursive --output --threads --quiet --width --color --offline; do
        says "$option"
    done
    says "axray read "
    says_not $'\033'
    warns_of_nothing
}

@test "an archive of any size is read in the same memory" {
    write_archive small.warc
    for _ in $(seq 2000); do cat small.warc; done > large.warc
    peak_of() { python3 - "$AXRAY" "$1" <<'END'
import os, subprocess, sys
process = subprocess.Popen([sys.argv[1], "read", sys.argv[2], "--jsonl", "--quiet", "--threads", "2"], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
assert status == 0, status
print(usage.ru_maxrss // 1024)
END
    }
    small=$(peak_of small.warc)
    large=$(peak_of large.warc)
    [ "$large" -le $((small + 80)) ] || complain "$large MB where a small archive takes $small MB"
}

@test "a feed gives a document for each item, and an error for one without text" {
    cat > feed.xml <<'END'
<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<item><title>Pier closed</title><description>The office closed the pier on Monday.</description></item>
<item><title></title></item>
<item><title>Ferry sails</title><description>The ferry sailed again on Tuesday.</description></item></channel></rss>
END
    run --separate-stderr "$AXRAY" read feed.xml --jsonl --output lines
    [ "$status" -eq 3 ] || complain "exit status is not 3"
    warns "feed.xml: item 2"
    ask_lines '[line["id"] for line in lines] == ["feed.xml#1", "feed.xml", "feed.xml#3"]' lines
    ask_lines 'lines[0]["title"]["value"] == "Pier closed" and "error" in lines[1]' lines
}

@test "two ways of writing, and words that are none, are wrong usage" {
    write_page page.html "Pier closed"
    for words in "--jsonl --html" "--format json --jsonl" "--format text --format json" "--format yaml" "--input pdf" \
        "--threads 0" "--width 0" "--why --html" "--places" "--places --html" "--places --format text"; do
        run --separate-stderr "$AXRAY" read page.html $words
        [ "$status" -eq 2 ] || complain "exit status of wrong usage is not 2: $words"
        prints_nothing
    done
    run --separate-stderr -2 "$AXRAY" read
}

@test "no date in the future is believed, and an article is one document" {
    cat > page.html <<'PAGE'
<html><head><title>Wall</title><meta property="article:published_time" content="2999-01-01T00:00:00Z"></head>
<body><article><h1>Wall</h1><p>The council said on Monday that the wall would be rebuilt before winter.</p></article>
PAGE
    run --separate-stderr "$AXRAY" read --jsonl page.html
    [ "$status" -eq 0 ]
    [[ "$output" == *'"published":null'* ]]
    sed 's/2999/1999/' page.html > old.html
    run --separate-stderr "$AXRAY" read --jsonl old.html
    [[ "$output" == *'1999-01-01T00:00:00'* ]]

    printf '%s' '<rss version="2.0"><channel><title>Post</title><item><title>One</title><description>The wall fell.' \
        '</description></item><item><title>Two</title><description>The wall stands.</description></item></channel></rss>' \
        > feed.xml
    run --separate-stderr "$AXRAY" check feed.xml --against page.html
    [ "$status" -eq 3 ]
    [[ "$stderr" == *"holds 2 documents, expected one article"* ]]
    run --separate-stderr "$AXRAY" check page.html --against feed.xml --format json
    [ "$status" -eq 0 ]
    [[ "$output" == *"feed.xml#2"* ]]
}
