// Whole PDFs through pdftotext: what a reader would call their text, and clear words on those that hold none.
#include "read/pdf/pdf_reader.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/child_process.hpp"
#include "base/utf8.hpp"
#include "read/pdf/pdf_test_files.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

bool has_pdftotext() {
    if (base::find_program("pdftotext")) return true;
    MESSAGE("skipped: there is no pdftotext (Debian package poppler-utils)");
    return false;
}

// "kind: text" of each block, one a line.
std::string shown(const Document& document) {
    std::string lines;
    for (const Block& block : document.blocks) {
        lines += std::string(to_string(block.kind)) + ": " + std::string(document.slice(block.span)) + "\n";
    }
    return lines;
}

std::string shown(const TestPdf& pdf) {
    const auto document = read_document(make_pdf(pdf), {.id = "test.pdf"});
    return document ? shown(*document) : document.error().to_string();
}

std::vector<std::string> column(const std::string& first) {
    return {first + " of the column goes on in this manner for", "as long as it takes to fill the lines that the",
            "column has, so that it reads like running text", "and ends with a full stop."};
}

}  // namespace

TEST_CASE("one column: title, headings, paragraphs, lists") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    pdf.pages.resize(1);
    auto& page = pdf.pages.front();
    page.push_back({60, 80, 22, "Harbour wall will cost more"});
    add_lines(page, 60, 110,
              {"The council said on Tuesday that the wall, first proposed in 1987, would cost 31 million",
               "euros, and that the objections of the harbour's pilots would be heard in the autumn."});
    add_lines(page, 60, 146,
              {"Nobody from the company was there. It had been asked to come twice, the mayor told the",
               "reporters after the meeting."});
    page.push_back({60, 192, 14, "What comes next"});
    add_lines(page, 60, 212, {"\x95 First, the plans are drawn."});
    add_lines(page, 60, 228,
              {"\x95 Then the money is found, which may take longer than anybody who was asked about it in"});
    add_lines(page, 68, 240, {"the town is ready to say."});
    add_lines(page, 60, 260, {"That is all."});
    CHECK(shown(pdf) ==
          "title: Harbour wall will cost more\n"
          "paragraph: The council said on Tuesday that the wall, first proposed in 1987, would cost 31 million euros, "
          "and that the objections of the harbour's pilots would be heard in the autumn.\n"
          "paragraph: Nobody from the company was there. It had been asked to come twice, the mayor told the reporters "
          "after the meeting.\n"
          "heading: What comes next\n"
          "list_item: First, the plans are drawn.\n"
          "list_item: Then the money is found, which may take longer than anybody who was asked about it in the town "
          "is ready to say.\n"
          "paragraph: That is all.\n");
}

TEST_CASE("two and three columns are read one after the other, above and below a heading over all") {
    if (!has_pdftotext()) return;
    for (const int columns : {2, 3}) {
        TestPdf pdf;
        pdf.pages.resize(1);
        auto& page = pdf.pages.front();
        const float width = columns == 2 ? 250.0F : 180.0F;
        const float size = columns == 2 ? 10.0F : 7.0F;
        std::string wanted;
        for (int i = 0; i < columns; ++i) {
            // Lines of the columns do not stand on common base lines.
            add_lines(page, 40 + width * static_cast<float>(i), 60 + 5 * static_cast<float>(i),
                      column("Upper part " + std::to_string(i + 1)), size);
        }
        page.push_back({40, 150, 18, "A heading that stands over all of the columns here"});
        for (int i = 0; i < columns; ++i) {
            add_lines(page, 40 + width * static_cast<float>(i), 190, column("Lower part " + std::to_string(i + 1)),
                      size);
        }
        const std::string text = shown(pdf);
        std::size_t last = 0;
        for (const std::string part : {"Upper part 1", "Upper part 2", "A heading", "Lower part 1", "Lower part 2"}) {
            const std::size_t at = text.find(part);
            CHECK_MESSAGE(at != std::string::npos, part);
            CHECK_MESSAGE(at >= last, text);
            last = at;
        }
        if (columns == 3) CHECK(text.find("Lower part 3") > text.find("Lower part 2"));
        CHECK(text.find("the column has, so that it reads like running text and ends") != std::string::npos);
        CHECK(std::count(text.begin(), text.end(), '\n') == 2 * columns + 1);
    }
}

TEST_CASE("a paragraph goes on in the next column and on the next page; heads and page numbers are set aside") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    for (int i = 0; i < 4; ++i) {
        std::vector<TestLine> page;
        const std::string number = std::to_string(i + 1);
        page.push_back({60, 30, 8, i % 2 == 0 ? "Harbour Review" : "The wall"});
        if (i == 0) add_lines(page, 60, 80, {"It begins here."});
        for (int half = 0; half < 2; ++half) {
            const std::string part = "part " + std::to_string(2 * i + half);
            add_lines(
                page, half == 0 ? 60.0F : 320.0F, 120,
                {part + " of a sentence that goes on and on and on,", "over columns and pages, for as long as it can,",
                 "without any full stop at the end of a line and"});
        }
        page.push_back({290, 815, 8, number});
        pdf.pages.push_back(page);
    }
    const auto document = read_document(make_pdf(pdf), {});
    REQUIRE(document.has_value());
    REQUIRE(document->blocks.size() == 2);
    CHECK(document->slice(document->blocks[1].span).substr(0, 6) == "part 0");
    CHECK(document->text.find("line and part 1 of") != std::string::npos);
    CHECK(document->text.find("line and part 2 of") != std::string::npos);
    CHECK(document->text.find("line and part 7 of") != std::string::npos);
    CHECK(document->cut.size() == 8);  // a head and a number of each page
}

TEST_CASE("hyphens at line ends: dropped in broken words, kept in compounds") {
    if (!has_pdftotext()) return;
    struct Case {
        std::string before;
        std::string after;
        std::string elsewhere;
        std::string wanted;
    };
    const std::vector<Case> cases = {
        {"it was con-", "sidered at length", "It took days.", "was considered at"},
        {"a well-", "known engineer", "She is well-known here.", "a well-known engineer"},
        {"the harbour-", "master came", "The harbourmaster left.", "the harbourmaster came"},
        {"an Anglo-", "American plan", "It failed.", "an Anglo-American plan"},
        {"the years 2010-", "2014 were dry", "It failed.", "years 2010-2014 were"},
        {"a long-", "planned wall", "A long wall was planned.", "a long-planned wall"},
        {"it was soft\xAD", "ly said", "It failed.", "was softly said"},
        {"he left -", "she stayed", "It failed.", "left - she stayed"},
    };
    for (const Case& row : cases) {
        TestPdf pdf;
        pdf.pages.resize(1);
        add_lines(pdf.pages[0], 60, 80,
                  {"There are words before this line ends, and " + row.before,
                   row.after + " and more words come until the end of it all.", row.elsewhere});
        CHECK_MESSAGE(shown(pdf).find(row.wanted) != std::string::npos, shown(pdf));
    }
}

TEST_CASE("tables become rows, captions and footnotes stand apart") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    pdf.pages.resize(1);
    auto& page = pdf.pages.front();
    add_lines(page, 60, 80,
              {"The costs rose in the years that followed, as the table shows for each of the harbours,",
               "and they were not paid by those who had promised to do so.1"});
    const std::vector<std::vector<std::string>> table = {
        {"Harbour", "1987", "2024"}, {"Old quay", "14", "31"}, {"New quay", "9", "17"}, {"Ferry pier", "3", "8"}};
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            page.push_back({60 + 120 * static_cast<float>(j), 130 + 14 * static_cast<float>(i), 10, table[i][j]});
        }
    }
    add_lines(page, 60, 200, {"Table 1. Costs of the harbours in millions"}, 9);
    add_lines(page, 60, 240,
              {"After the table the text goes on as it did before, and it says what else was found out",
               "by the people who looked into the matter."});
    add_lines(page, 60, 760, {"1 Minutes of the council, 3 March 2024, page 12."}, 8);
    CHECK(shown(pdf) ==
          "paragraph: The costs rose in the years that followed, as the table shows for each of the harbours, and they "
          "were not paid by those who had promised to do so.1\n"
          "table_row: Harbour | 1987 | 2024\n"
          "table_row: Old quay | 14 | 31\n"
          "table_row: New quay | 9 | 17\n"
          "table_row: Ferry pier | 3 | 8\n"
          "caption: Table 1. Costs of the harbours in millions\n"
          "paragraph: After the table the text goes on as it did before, and it says what else was found out by the "
          "people who looked into the matter.\n"
          "paragraph: 1 Minutes of the council, 3 March 2024, page 12.\n");
}

TEST_CASE("a page whose text runs up or down is read as if it were turned, and text in the margin is set aside") {
    if (!has_pdftotext()) return;
    const std::vector<std::string> lines = {"The first line of a page that lies on its side and",
                                            "the second line, which goes on with the sentence of",
                                            "the first, as the third line does until its end."};
    for (const std::string turn : {"0 1 -1 0 595 0 cm", "0 -1 1 0 0 842 cm"}) {
        TestPdf pdf;
        pdf.pages.resize(1);
        add_lines(pdf.pages[0], 100, 400, lines);
        pdf.operators = turn;
        CHECK(shown(pdf) == "paragraph: " + lines[0] + " " + lines[1] + " " + lines[2] + "\n");
    }
    std::string content = "BT /F 9 Tf 0 1 -1 0 30 300 Tm (preprint of March 2024) Tj ET\n";
    content += "BT /F 10 Tf 1 0 0 1 60 700 Tm (The only line that is text.) Tj ET\n";
    const auto document = read_document(make_pdf_of_contents({content}), {});
    REQUIRE(document.has_value());
    CHECK(document->text == "The only line that is text.");
    REQUIRE(document->cut.size() == 1);
    CHECK(document->cut[0].text == "preprint of March 2024");
}

TEST_CASE("each word has its page and box, and nothing leads to bytes of the file") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    pdf.pages.resize(2);
    add_lines(pdf.pages[0], 100, 200, {"One word con-", "sidered here."});
    add_lines(pdf.pages[1], 60, 300, {"Second page."});
    const auto document = read_document(make_pdf(pdf), {});
    REQUIRE(document.has_value());
    CHECK(document->origin.runs.empty());
    std::uint32_t end = 0;
    std::string words;
    for (const PageBox& box : document->boxes) {
        CHECK(box.text.begin >= end);
        end = box.text.end;
        words += std::string(document->slice(box.text)) + "@" + std::to_string(box.page) + " ";
        CHECK(box.right > box.left);
        CHECK(box.bottom > box.top);
    }
    CHECK(words == "One@1 word@1 con@1 sidered@1 here.@1 Second@2 page.@2 ");
    CHECK(document->boxes[0].left == doctest::Approx(100).epsilon(0.01));
    CHECK(document->boxes[0].top < 200);
    CHECK(document->boxes[0].bottom > 198);
}

TEST_CASE("metadata come from the file where it says something, else from the largest type") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    pdf.pages.resize(1);
    pdf.pages[0].push_back({60, 80, 22, "A wall & its <price>"});
    add_lines(pdf.pages[0], 60, 120, {"Some words of text that are much smaller than the title above."});
    pdf.info =
        "/Title (Microsoft Word - report.doc) /Author (Ann Example; Bob Sample) "
        "/CreationDate (D:20240305101112+01'00')";
    auto document = read_document(make_pdf(pdf), {});
    REQUIRE(document.has_value());
    CHECK(document->metadata.title.value == "A wall & its <price>");
    CHECK(document->metadata.title.found_in == "largest type of page 1");
    REQUIRE(document->metadata.authors.size() == 2);
    CHECK(document->metadata.authors[1].value == "Bob Sample");
    CHECK(document->metadata.published.value == "2024-03-05T10:11:12+01:00");
    CHECK(document->metadata.media_type == "application/pdf");
    document = read_document(make_pdf(pdf), {.retrieved = "2024-03-04T00:00:00Z"});
    REQUIRE(document.has_value());
    CHECK(document->metadata.published.empty());
    pdf.info = "/Title (A wall & its <price>)";
    document = read_document(make_pdf(pdf), {});
    REQUIRE(document.has_value());
    CHECK(document->metadata.title.found_in == "pdf Title");
    CHECK(document->metadata.published.empty());
}

TEST_CASE("a PDF without readable text says why") {
    if (!has_pdftotext()) return;
    const std::string sound = make_pdf({{{{60, 80, 10, "Words."}}}, {}, {}, {}, {}});
    TestPdf encrypted;
    encrypted.pages = {{{60, 80, 10, "Words."}}};
    encrypted.trailer =
        "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter "
        "/Standard /V 1 /R 2 /P -4 /O <" +
        std::string(64, '1') + "> /U <" + std::string(64, '2') + "> >>";
    struct Case {
        std::string bytes;
        ErrorCode code;
        std::string_view says;
    };
    const Case cases[] = {
        {make_pdf(encrypted), ErrorCode::unsupported, "encrypted"},
        {make_pdf_of_contents({"0 0 100 100 re f", "1 1 50 50 re f"}), ErrorCode::empty, "2 pages without a word"},
        {"%PDF-1.4\nnothing of the kind", ErrorCode::malformed, "damaged"},
        {sound.substr(0, 300), ErrorCode::malformed, "damaged"},
    };
    for (const Case& row : cases) {
        const auto document = read_document(row.bytes, {});
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().code == row.code);
        CHECK_MESSAGE(document.error().message.find(row.says) != std::string::npos, document.error().message);
    }
}

TEST_CASE("what is left of a damaged PDF is read, with a note") {
    if (!has_pdftotext()) return;
    TestPdf pdf;
    pdf.pages = {{{60, 80, 10, "Words of page one."}}, {{60, 80, 10, "Words of page two."}}};
    std::string loop = make_pdf(pdf);
    const std::size_t kids = loop.find("5 0 R 7 0 R");
    REQUIRE(kids != std::string::npos);
    loop.replace(kids, 11, "5 0 R 2 0 R");  // the tree of pages leads back to itself
    const auto document = read_document(loop, {});
    REQUIRE_MESSAGE(document.has_value(), document.error().to_string());
    CHECK(document->text.find("Words of page one.") == 0);
    REQUIRE_FALSE(document->notes.empty());
    CHECK(document->notes.back().find("Loop in Pages tree") != std::string::npos);

    std::string without_table = make_pdf(pdf);
    without_table.resize(without_table.find("xref\n"));
    const auto rebuilt = read_document(without_table + "trailer << /Root 1 0 R >>", {});
    REQUIRE(rebuilt.has_value());
    CHECK(rebuilt->text.find("Words of page two.") != std::string::npos);
}

TEST_CASE("a PDF made to swell or to go on for ever is ended at the limits") {
    if (!has_pdftotext()) return;
    // A few kilobytes that draw words without end: each form draws the next ten times.
    std::string bomb = make_pdf_of_contents({"BT /F 10 Tf 10 700 Td (before) Tj ET /X0 Do"});
    std::string forms;
    for (int i = 0; i < 12; ++i) {
        const std::string next = "/X" + std::to_string(i + 1) + " Do ";
        std::string content;
        for (int j = 0; j < 10; ++j) content += i == 11 ? "BT /F 10 Tf 9 9 Td (a b) Tj ET " : next;
        const std::string own =
            std::to_string(100 + i) + " 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] ";
        forms += own + "/Resources << /Font << /F 3 0 R >> /XObject << /X" + std::to_string(i + 1) + " " +
                 std::to_string(101 + i) + " 0 R >> >> /Length " + std::to_string(content.size()) + " >>\nstream\n" +
                 content + "\nendstream\nendobj\n";
    }
    const std::string fonts = "/Resources << ";
    bomb.insert(bomb.find(fonts) + fonts.size(), "/XObject << /X0 100 0 R >> ");
    bomb.resize(bomb.find("xref\n0"));  // the table of objects is made again by poppler
    bomb += forms + "trailer << /Root 1 0 R >>";
    PdfOptions options;
    options.limits.time = std::chrono::milliseconds(1000);
    const auto begin = std::chrono::steady_clock::now();
    const auto document = read_pdf(bomb, options);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(8));
    REQUIRE_FALSE(document.has_value());
    CHECK_MESSAGE(document.error().code == ErrorCode::limit_exceeded, document.error().to_string());

    options = {};
    options.limits.output = 2000;
    TestPdf pdf;
    for (int i = 0; i < 5; ++i) pdf.pages.push_back({{60, 80, 10, "The words of one more page."}});
    const auto cut = read_pdf(make_pdf(pdf), options);
    REQUIRE_MESSAGE(cut.has_value(), cut.error().to_string());
    REQUIRE_FALSE(cut->notes.empty());
    CHECK(cut->notes.front().find("read up to page") != std::string::npos);
    CHECK(cut->text.find("The words") == 0);
}

TEST_CASE("without pdftotext the package that holds it is named") {
    PdfOptions options;
    options.program = "no-such-pdftotext";
    const auto document = read_pdf("%PDF-1.4", options);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::unsupported);
    CHECK(document.error().message.find("poppler-utils") != std::string::npos);
}

TEST_CASE("a text about PDF files is no PDF") {
    CHECK(looks_like_pdf("%PDF-1.7\n"));
    CHECK(looks_like_pdf("\xEF\xBB\xBF\r\n%PDF-1.7\n"));
    CHECK(looks_like_pdf("junk before it\n%PDF-1.7\n...startxref\n9\n%%EOF"));
    CHECK_FALSE(looks_like_pdf("Such files begin with %PDF-1.7."));
    CHECK_FALSE(looks_like_pdf(""));
}
