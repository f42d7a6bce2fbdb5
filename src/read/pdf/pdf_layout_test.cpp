// The output of another program, as it should be and as it should not.
#include "read/pdf/pdf_layout.hpp"

#include <string>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "read/pdf/pdf_hyphens.hpp"
#include "read/pdf/pdf_words.hpp"

using namespace axray;
using namespace axray::read;

namespace {

std::string word(float left, float top, const std::string& text) {
    return "<word xMin=\"" + std::to_string(left) + "\" yMin=\"" + std::to_string(top) + "\" xMax=\"" +
           std::to_string(left + 20) + "\" yMax=\"" + std::to_string(top + 10) + "\">" + text + "</word>\n";
}

std::string page(const std::string& lines) {
    return "<html><head><title>T &amp; U</title></head><body><doc><page width=\"595\" height=\"842\"><flow><block>" +
           lines + "</block></flow></page></doc></body></html>";
}

}  // namespace

TEST_CASE("words are read with their boxes, lines and characters") {
    const std::string output = page("<line>" + word(50, 100, "R&amp;D") +
                                    word(75, 100,
                                         "o\xEF\xAC\x83"
                                         "ce") +
                                    "</line><line>" + word(50, 112, "&lt;x&gt;") + "</line>");
    const PdfText text = parse_pdf_words(output);
    REQUIRE(text.words.size() == 3);
    CHECK(text.is_whole);
    CHECK(text.word(0) == "R&D");
    CHECK(text.words[0].line == text.words[1].line);
    CHECK(text.words[1].line != text.words[2].line);
    CHECK(text.words[2].box.top == doctest::Approx(112));
    const Document document = lay_out_pdf(text);
    CHECK(document.text == "R&D office <x>");
    CHECK(parse_pdf_info(output).title == "T & U");
}

TEST_CASE("output that breaks off or breaks its rules gives what stands before") {
    const std::string whole = page("<line>" + word(50, 100, "first") + word(75, 100, "second") + "</line>");
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const PdfText text = parse_pdf_words(whole.substr(0, size));
        CHECK(text.words.size() <= 2);
        const Document document = lay_out_pdf(text);
        CHECK(base::first_invalid_utf8(document.text) == document.text.size());
    }
    const PdfText odd =
        parse_pdf_words(page("<line><word xMin=\"nan\" yMin=\"1e999\" xMax=\"-5\" yMax=\"x\">a\x01\xFF</word>" +
                             word(1, 1, "") + "</line></nonsense>" + word(2, 2, "b")));
    REQUIRE_FALSE(odd.words.empty());
    CHECK(odd.words[0].box.right >= odd.words[0].box.left);
    CHECK(base::first_invalid_utf8(odd.text) == odd.text.size());
    CHECK(parse_pdf_words("").pages.empty());
    CHECK(parse_pdf_words("no page in it").pages.empty());
}

TEST_CASE("a page with thousands of lines at one place ends in time") {
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += "<line>" + word(50, 100, "w" + std::to_string(i)) + "</line>";
    const Document many = lay_out_pdf(parse_pdf_words(page(lines)));
    CHECK_FALSE(many.blocks.empty());
    lines.clear();
    for (int i = 0; i < 1400; ++i) {
        lines += "<line>" + word(static_cast<float>(i % 37) * 15, static_cast<float>(i % 53) * 15, "word") + "</line>";
    }
    CHECK_FALSE(lay_out_pdf(parse_pdf_words(page(lines))).blocks.empty());
}

TEST_CASE("a hyphen's length is told for each of its forms") {
    CHECK(hyphen_length("con-") == 1);
    CHECK(hyphen_length("con\xE2\x80\x90") == 3);
    CHECK(hyphen_length("con\xC2\xAD") == 2);
    CHECK(hyphen_length("con--") == 0);
    CHECK(hyphen_length("con") == 0);
}
