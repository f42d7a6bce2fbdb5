// The way back: any span of a document's text leads to bytes of the file that hold the same words.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <zlib.h>

#include "base/utf8.hpp"
#include "read/blocks.hpp"
#include "read/characters/charset.hpp"
#include "read/characters/decoders.hpp"
#include "read/characters/encodings.hpp"
#include "read/characters/twice_encoded.hpp"
#include "read/html/html_characters.hpp"
#include "read/place/place.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

std::string without_blanks(std::string_view text) {
    std::string kept;
    for (const char character : text) {
        if (character != ' ') kept.push_back(character);
    }
    return kept;
}

// The words of a piece of a file as they must stand in the document: decoded, tags left out, without any white space.
std::string words_of_piece(const std::string& piece, const Document& document) {
    // The encoding of the document, since a few bytes may be well-formed in another one too.
    const auto encoding = find_encoding(document.metadata.charset);
    REQUIRE(encoding.has_value());
    DecodedText decoded = decode_as(piece, 0, *encoding);
    const std::string& repair = document.metadata.charset_repair;
    if (!repair.empty()) decoded = mend_taken_for(repair.substr(repair.rfind(' ') + 1), decoded);
    std::string visible;
    const bool html = document.metadata.media_type == "text/html";
    bool in_tag = false;
    for (const char character : decoded.text()) {
        if (html && character == '<') in_tag = true;
        if (!in_tag) visible.push_back(character);
        if (html && character == '>') in_tag = false;
    }
    const Span all{0, static_cast<std::uint32_t>(visible.size())};
    if (html) return without_blanks(decode_html_text(visible, all));
    BlockWriter writer;
    writer.append(visible, all);
    return without_blanks(writer.list().slice(writer.end_block()));
}

bool is_character_border(std::string_view text, std::uint32_t position) {
    return position == text.size() || (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U;
}

struct Tally {
    std::size_t spans = 0;
    std::size_t found = 0;
};

// Takes random spans inside blocks and looks for their words at the place that the map gives.
Tally check_spans(const std::string& bytes, const Document& document, std::mt19937& random, std::size_t count) {
    constexpr std::size_t kMoreAtMost = 24;
    Tally tally;
    for (std::size_t i = 0; i < count; ++i) {
        const Block& block = document.blocks[random() % document.blocks.size()];
        if (block.kind == BlockKind::table_row) continue;  // holds words that stand nowhere in the file
        std::uint32_t begin = block.span.begin + random() % block.span.size();
        std::uint32_t end = begin + 1 + random() % std::min<std::uint32_t>(block.span.end - begin, 80);
        while (!is_character_border(document.text, begin)) --begin;
        while (!is_character_border(document.text, end)) ++end;
        const Span original = document.origin.to_original({begin, end});
        REQUIRE(original.end <= bytes.size());
        const std::string wanted = without_blanks(document.slice({begin, end}));
        const std::string found = words_of_piece(bytes.substr(original.begin, original.size()), document);
        ++tally.spans;
        // A little more may stand there: signs of quotation between lines, the rest of a character reference.
        if (found.find(wanted) != std::string::npos && found.size() <= wanted.size() + kMoreAtMost) {
            ++tally.found;
        } else if (tally.spans - tally.found <= 3) {
            MESSAGE("'" << wanted << "' is not in '" << found << "' at " << original.begin << " of " << document.id);
        }
    }
    return tally;
}

// What a text of the DOM would be in a document, without any blank.
std::string words_of_dom(const std::string& text) {
    BlockWriter writer;
    writer.append(text, {0, static_cast<std::uint32_t>(text.size())});
    return without_blanks(writer.list().slice(writer.end_block()));
}

// The same for node paths: the page is parsed, the path is followed, and the words are looked for there.
Tally check_node_paths(const std::string& bytes, const Document& document, std::mt19937& random, std::size_t count) {
    const auto finder = PlaceFinder::open(bytes, document);
    REQUIRE(finder.has_value());
    Tally tally;
    for (std::size_t i = 0; i < count; ++i) {
        const Block& block = document.blocks[random() % document.blocks.size()];
        if (block.kind == BlockKind::table_row) continue;
        std::uint32_t begin = block.span.begin + random() % block.span.size();
        std::uint32_t end = begin + 1 + random() % std::min<std::uint32_t>(block.span.end - begin, 80);
        while (!is_character_border(document.text, begin)) --begin;
        while (!is_character_border(document.text, end)) ++end;
        const std::string wanted = without_blanks(document.slice({begin, end}));
        const Place place = finder->find({begin, end});
        if (wanted.empty() || place.bytes.empty()) continue;
        ++tally.spans;
        const std::string found = words_of_dom(finder->text_between(place.begin, place.end));
        if (found.find(wanted) != std::string::npos) {
            ++tally.found;
        } else if (tally.spans - tally.found <= 3) {
            MESSAGE("'" << wanted << "' is not in '" << found.substr(0, 200) << "' from " << place.begin.path << " "
                        << place.begin.offset << " of " << document.id);
        }
    }
    return tally;
}

void check_invariants(const Document& document, std::size_t size) {
    CHECK(base::first_invalid_utf8(document.text) == document.text.size());
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        CHECK(block.span.begin == (end == 0 ? 0 : end + 1));
        CHECK(block.span.begin < block.span.end);
        end = block.span.end;
    }
    CHECK(end == document.text.size());
    std::uint32_t text_end = 0;
    bool in_order = true;
    bool in_file = true;
    for (const OriginRun& run : document.origin.runs) {
        in_order = in_order && run.text_begin >= text_end && run.text_length > 0;
        in_file = in_file && run.original_begin + run.original_length <= size;
        text_end = run.text_begin + run.text_length;
    }
    CHECK(in_order);
    CHECK(in_file);
    CHECK(text_end <= document.text.size());
    bool controls = false;
    for (const char character : document.text)
        controls = controls || (character >= 0 && character < ' ' && character != '\n');
    CHECK_FALSE(controls);
}

template <class Number>
std::string pick(const std::vector<std::string>& words, Number number) {
    return words[number % words.size()];
}

// A page made of everything that makes the way back hard.
std::string invent_page(std::mt19937& random) {
    const std::vector<std::string> words = {"harbour",      "council",
                                            "Jo&atilde;o",  "&ldquo;wall&rdquo;",
                                            "na\xC3\xAFve", "\xE2\x80\x9Cquay\xE2\x80\x9D",
                                            "3.2&nbsp;km",  "soft&shy;ly",
                                            "AT&T",         "&#8364;14",
                                            "<b>bold</b>",  "<i>it</i>alic",
                                            "a<!-- c -->b", "\xF0\x9F\x98\x80",
                                            "R&amp;D",      "<a href='?a=1&b'>link</a>",
                                            "x</u>y",       "zero\xE2\x80\x8Bwidth"};
    std::string page = "<title>A harbour wall &amp; its price | Observer</title><body>";
    for (int block = 0; block < 30; ++block) {
        page += pick({"<p>", "<div>", "<li>", "<p class=x>", "<h2>", "<blockquote>", "\r\n<p>\r\n"}, random());
        const std::size_t count = 5 + random() % 40;
        for (std::size_t i = 0; i < count; ++i)
            page += pick(words, random()) + pick({" ", " ", "\n", "\t ", "  ", "<br>"}, random());
        page += ".";
    }
    return page;
}

std::string invent_text(std::mt19937& random, const std::string& line_end) {
    const std::vector<std::string> words = {"harbour",
                                            "council",
                                            "na\xC3\xAFve",
                                            "wall",
                                            "of",
                                            "the",
                                            "\xC3\xBC"
                                            "ber",
                                            "said",
                                            "1987",
                                            "soft\xC2\xADly"};
    std::string text;
    for (int block = 0; block < 20; ++block) {
        text += pick({"", "", "- ", "> ", "1. ", "  "}, random());
        std::size_t width = 0;
        const std::size_t count = 10 + random() % 60;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string word = pick(words, random());
            width += word.size() + 1;
            text += word;
            text += width > 70 ? line_end : pick({" ", " ", "\t", "\xC2\xA0"}, random());
            if (width > 70) width = 0;
        }
        text += "." + line_end + line_end;
    }
    return text;
}

std::string to_utf16(const std::string& text) {
    std::string wide = "\xFF\xFE";
    for (std::size_t i = 0; i < text.size();) {
        const auto decoded = base::decode_utf8(text, i);
        i += decoded.size;
        wide.push_back(static_cast<char>(decoded.value & 0xFFU));
        wide.push_back(static_cast<char>(decoded.value >> 8U));
    }
    return wide;
}

std::string to_western(const std::string& text) {
    std::string narrow;
    for (std::size_t i = 0; i < text.size();) {
        const auto decoded = base::decode_utf8(text, i);
        i += decoded.size;
        narrow.push_back(decoded.value < 0x100 ? static_cast<char>(decoded.value) : '?');
    }
    return narrow;
}

// The bytes of a file, unpacked when it is compressed.
std::string bytes_of(const std::filesystem::path& path) {
    const std::unique_ptr<gzFile_s, decltype(&gzclose)> file(gzopen(path.c_str(), "rb"), &gzclose);
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (int size = 0; file && (size = gzread(file.get(), buffer.data(), buffer.size())) > 0;) {
        bytes.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return bytes;
}

}  // namespace

TEST_CASE("random spans of invented pages lead back to their words") {
    std::mt19937 random(20240305);
    for (int round = 0; round < 40; ++round) {
        const std::string page = invent_page(random);
        const auto document = read_document(page, {.id = "invented page"});
        REQUIRE(document.has_value());
        check_invariants(*document, page.size());
        const Tally tally = check_spans(page, *document, random, 100);
        CHECK(tally.found == tally.spans);
        const Tally nodes = check_node_paths(page, *document, random, 100);
        CHECK(nodes.found == nodes.spans);
        CHECK(nodes.spans > 0);
    }
}

TEST_CASE("random spans of invented texts lead back to their words, in any encoding") {
    std::mt19937 random(19870412);
    for (const std::string line_end : {"\n", "\r\n"}) {
        for (int round = 0; round < 10; ++round) {
            const std::string text = invent_text(random, line_end);
            for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text, to_western(text)}) {
                const auto document = read_document(bytes, {.id = "invented text", .charset = "windows-1252"});
                REQUIRE(document.has_value());
                check_invariants(*document, bytes.size());
                const Tally tally = check_spans(bytes, *document, random, 100);
                CHECK(tally.found == tally.spans);
            }
        }
    }
}

TEST_CASE("a span over text that the page shows in another order than the file holds both places") {
    const std::string page = "<table><tr><td><p>It stands inside.</p></td></tr>It stands before.</table>";
    const auto document = read_document(page, {});
    REQUIRE(document.has_value());
    REQUIRE(document->text == "It stands before.\nIt stands inside.");
    const Span original = document->origin.to_original({0, static_cast<std::uint32_t>(document->text.size())});
    CHECK(original.begin == page.find("It stands inside"));
    CHECK(original.end == page.find("</table>"));
}

TEST_CASE("words that are hidden among others are kept with their place") {
    const std::string page =
        "<p>The wall cost <span hidden>about <script>0</script>nothing, or</span>31 million euros in all, as the "
        "council "
        "said on Tuesday.</p><p>It will be built next year.</p>";
    const auto document = read_document(page, {.media_type = "text/html"});
    REQUIRE(document.has_value());
    CHECK(document->text.find("The wall cost 31 million") == 0);
    REQUIRE(document->cut.size() == 1);
    CHECK(document->cut[0].text == "about nothing, or");
    CHECK(document->cut[0].reason == CutReason::hidden);
    CHECK(document->cut[0].original.begin == page.find("about"));
    CHECK(document->cut[0].original.end == page.find("</span>"));
}

TEST_CASE("UTF-16 leads back to its units") {
    std::mt19937 random(7);
    const std::string bytes = to_utf16(invent_text(random, "\r\n"));
    const auto document = read_document(bytes, {});
    REQUIRE(document.has_value());
    check_invariants(*document, bytes.size());
    for (int i = 0; i < 300; ++i) {
        const Block& block = document->blocks[random() % document->blocks.size()];
        std::uint32_t begin = block.span.begin + random() % block.span.size();
        while (!is_character_border(document->text, begin)) --begin;
        const auto character = base::decode_utf8(document->text, begin);
        const Span original = document->origin.to_original({begin, begin + character.size});
        if (character.value == U' ') continue;  // may stand for a line end
        REQUIRE(original.size() == 2);
        const auto low = static_cast<unsigned char>(bytes[original.begin]);
        const auto high = static_cast<unsigned char>(bytes[original.begin + 1]);
        CHECK(char32_t{low} + (char32_t{high} << 8U) == character.value);
    }
}

TEST_CASE("random spans of real reports lead back to their words" * doctest::test_suite("needs_data")) {
    const char* variable = std::getenv("AXRAY_DATA");
    const std::filesystem::path data = variable != nullptr ? variable : "../shared/data";
    if (!std::filesystem::is_directory(data / "stories")) {
        MESSAGE("skipped: there is no development data in " << data.string() << " (AXRAY_DATA)");
        return;
    }
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        const auto extension = entry.path().extension();
        const bool page = extension == ".html" || entry.path().string().ends_with(".html.gz");
        if (entry.is_regular_file() && (page || extension == ".txt")) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::mt19937 random(99);
    std::size_t read = 0;
    std::size_t pages = 0;
    for (const auto& path : paths) {
        const bool page = path.extension() != ".txt";
        if (page && pages++ % 8 != 0) continue;
        const std::string bytes = bytes_of(path);
        const auto document = read_document(bytes, {.id = path.filename().string()});
        if (!document) continue;
        ++read;
        check_invariants(*document, bytes.size());
        const Tally tally = check_spans(bytes, *document, random, 40);
        CHECK(tally.found == tally.spans);
        if (document->metadata.media_type != "text/html") continue;
        const Tally nodes = check_node_paths(bytes, *document, random, 20);
        CHECK(nodes.found == nodes.spans);
    }
    CHECK(read > 0);
}
