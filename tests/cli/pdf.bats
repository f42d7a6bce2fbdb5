# PDFs on the command line.

load helpers

# A PDF of one page with the line given; $2 is added to its trailer.
make_pdf() {
    local content="BT /F 12 Tf 60 700 Td ($1) Tj ET"
    printf '%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >> endobj
4 0 obj << /Length %d >> stream
%s
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%%%EOF
' "${#content}" "$content"
}

@test "a PDF is read by its first bytes, whatever its name" {
    command -v pdftotext >/dev/null || skip "there is no pdftotext"
    make_pdf "The harbour wall cost more than it should have." >report
    run --separate-stderr -0 "$AXRAY" read report
    says "The harbour wall cost more than it should have."
    says "application/pdf"
}

@test "--places says on which page and where a block of a PDF stands" {
    command -v pdftotext >/dev/null || skip "there is no pdftotext"
    make_pdf "The harbour wall cost more than it should have." >report.pdf
    "$AXRAY" read report.pdf --jsonl --quiet --places >lines
    ask_lines 'lines[0]["blocks"][0]["place"]["pages"][0]["page"] == 1' lines
    ask_lines '50 < lines[0]["blocks"][0]["place"]["pages"][0]["box"][0] < 70' lines
    ask_lines 'lines[0]["blocks"][0]["place"]["quote"]["exact"].startswith("The harbour wall")' lines
}

@test "a damaged PDF is named and ends with 3" {
    command -v pdftotext >/dev/null || skip "there is no pdftotext"
    echo "%PDF-1.4 nothing of the kind" >broken.pdf
    run --separate-stderr -3 "$AXRAY" read broken.pdf
    warns "broken.pdf"
    warns "damaged"
}

@test "without pdftotext the package that holds it is named" {
    make_pdf "Words." >report.pdf
    run --separate-stderr -3 env PATH=/nowhere "$AXRAY" read report.pdf
    warns "poppler-utils"
}
