#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "cli/block_places.hpp"
#include "cli/read_forms.hpp"
#include "cli/read_json.hpp"
#include "cli/read_progress.hpp"
#include "report/schema_check.hpp"

namespace axray::cli {
namespace {

Document example() {
    Document document;
    document.id = "a \"b\".txt";
    document.text = "caf\u00e9\nend";
    document.blocks = {{BlockKind::title, {0, 5}}, {BlockKind::paragraph, {6, 9}, 0.75}};
    document.cut = {{"Share", CutReason::sharing, {20, 25}, 0.93}};
    document.origin.runs = {{0, 5, 2, 5}, {6, 3, 9, 3}};
    document.metadata.title = {"caf\u00e9", "h1", 0.9, {2, 7}};
    document.metadata.authors = {{"Ann Example", "meta author", 0.8, {}}};
    document.metadata.links = {{"https://example.org/", {6, 9}}};
    return document;
}

TEST_CASE("a document is one line of JSON, spans of the text in code points and those of the file in bytes") {
    CHECK(document_as_json(example(), {}) ==
          R"({"id":"a \"b\".txt","sha256":"","bytes":0,"media_type":"","charset":"","replaced_characters":0,)"
          "\"title\":{\"value\":\"caf\u00e9\",\"found_in\":\"h1\",\"confidence\":0.9000,\"file_bytes\":[2,7]},"
          R"("authors":[{"value":"Ann Example","found_in":"meta author","confidence":0.8000,"file_bytes":null}],)"
          R"("publisher":null,"published":null,"modified":null,"language":null,"address":null,"section":null,)"
          "\"credits\":[],\"text\":\"caf\u00e9\\nend\","
          R"("blocks":[{"kind":"title","probability":1.0000,"begin":0,"end":4,"file_bytes":[2,7]},)"
          R"({"kind":"paragraph","probability":0.7500,"begin":5,"end":8,"file_bytes":[9,12]}],)"
          R"("links":[{"address":"https://example.org/","text":"end","begin":5,"end":8}],"captions":[],)"
          R"("cut":[{"reason":"sharing","probability":0.9300,"file_bytes":[20,25],"text":"Share"}]})");
    CHECK(failure_as_json("x", {ErrorCode::empty, "nothing", {"x"}}) ==
          R"({"id":"x","error":{"code":"empty","message":"x: nothing"}})");
}

TEST_CASE("what is written follows the published schema, with and without what is optional") {
    auto document = example();
    document.sha256 = std::string(64, 'a');
    CHECK(report::schema_violations("read-document", document_as_json(document, {})) == "");
    document.metadata.published = {"2026-05-04", "meta date", 0.9, {}};
    document.metadata.credits = {{"(Reuters)", "text", 0.8, {1, 9}}};
    document.metadata.captions = {{"A pier", "https://example.org/a.jpg", {3, 4}}, {"A crane", "", {}}};
    document.boxes = {{{0, 5}, 1, 72, 100.25F, 200, 112}};
    document.notes = {"page 2: a picture alone"};
    const DocumentSource source{"2026-05-04T10:00:00Z", "a.warc.gz", 100, 2000};
    CHECK(report::schema_violations("read-document", document_as_json(document, source)) == "");
    CHECK(report::schema_violations("read-document", failure_as_json("x", {ErrorCode::empty, "nothing", {}})) == "");
    CHECK(report::schema_violations("read-document", "{}") != "");
    const auto form = make_read_form({ReadFormat::json});
    const auto whole = form->head() + form->document(document, {}) + form->separator() +
                       form->failure("x", {ErrorCode::empty, "nothing", {}}) + form->foot();
    CHECK(report::schema_violations("read-documents", whole) == "");
}

TEST_CASE("links go to the words of a page and to the page of a PDF, at the address that the bytes came from") {
    auto document = example();
    document.metadata.media_type = "text/plain";
    document.metadata.address = {"https://example.org/canonical", "link canonical", 0.9, {}};
    const std::string bytes = "  caf\u00e9 end";
    DocumentSource source;
    CHECK_FALSE(block_places(document, source).at(1).is_known());  // without the bytes
    source.bytes = bytes;
    CHECK(block_places(document, source).at(1).link == "https://example.org/canonical#:~:text=end");
    source.address = "https://example.org/had#part";
    CHECK(block_places(document, source).at(1).link == "https://example.org/had#part:~:text=end");
    source.address = "no address";
    CHECK(block_places(document, source).at(1).link.empty());

    source.address = "https://example.org/had.pdf#x";
    document.metadata.media_type = "application/pdf";
    document.origin = {};
    document.boxes = {{{0, 2}, 1, 72, 100, 200, 112}, {{2, 5}, 1, 70, 114, 190, 126}, {{6, 9}, 2, 72, 100, 90, 112}};
    const auto places = block_places(document, source);
    REQUIRE(places.at(0).pages.size() == 1);
    const PageBox& box = places[0].pages[0];
    CHECK(box.page == 1);
    CHECK(box.left == 70);
    CHECK(box.top == 100);
    CHECK(box.right == 200);
    CHECK(box.bottom == 126);
    CHECK(places[0].link == "https://example.org/had.pdf#page=1");
    CHECK(places.at(1).link == "https://example.org/had.pdf#page=2");

    document.metadata.media_type = "application/rss+xml";
    CHECK_FALSE(block_places(document, source).at(0).is_known());
}

TEST_CASE("places follow the published schema: those of a page, of a PDF and unknown ones") {
    const std::string_view bytes =
        "<title>Harbour</title><body><article><h1>Pier closed</h1><p>Four workers were <b>badly</b> hurt, the office "
        "said on Monday.</p></article></body>";
    Document document;
    document.sha256 = std::string(64, 'a');
    document.metadata.media_type = "text/html";
    document.metadata.charset = "UTF-8";
    document.text = "Four workers were badly hurt\nInserted";
    document.blocks = {{BlockKind::paragraph, {0, 28}}, {BlockKind::paragraph, {29, 37}}};
    const auto at = [bytes](std::string_view words) { return static_cast<std::uint32_t>(bytes.find(words)); };
    document.origin.runs = {{0, 18, at("Four"), 18}, {18, 5, at("badly"), 5}, {23, 5, at(" hurt"), 5}};
    DocumentSource source;
    source.bytes = bytes;
    auto json = document_as_json(document, source, PlaceDetail::of_blocks);
    CHECK(report::schema_violations("read-document", json) == "");
    CHECK(json.find(R"("place":{"path":"/html/body/article[1]/p[1]/text()[1]","begin":0,)"
                    R"("end_path":"/html/body/article[1]/p[1]/text()[2]","end":5,)"
                    R"("quote":{"exact":"Four workers were badly hurt","prefix":"","suffix":""},)"
                    R"("fragment":"#:~:text=Four%20workers%20were%20badly%20hurt","link":null})") != std::string::npos);
    CHECK(json.find(R"("place":null)") != std::string::npos);
    CHECK(document_as_json(document, source).find("\"place\"") == std::string::npos);
    document.metadata.media_type = "application/pdf";
    document.boxes = {{{0, 28}, 1, 72, 100, 200, 112}};
    json = document_as_json(document, source, PlaceDetail::of_blocks);
    CHECK(report::schema_violations("read-document", json) == "");
    CHECK(json.find(R"("pages":[{"page":1,"box":[72.0,100.0,200.0,112.0]}])") != std::string::npos);
}

TEST_CASE("the bar of a long run says how far it is, within the width") {
    CHECK(progress_line(5, 20, 5, 2, 200) ==
          "[######..................] 5 of 20 inputs, 5 documents, 3 a second, 6 s left");
    CHECK(progress_line(1, 1, 1, 0, 200) == "[########################] 1 of 1 input, 1 document");
    CHECK(progress_line(0, 0, 0, 0, 200) == "[########################] 0 of 0 inputs, 0 documents");
    CHECK(progress_line(5, 20, 5, 2, 30).size() == 30);
}

TEST_CASE("the text shows each kind of block as a reader knows it") {
    const struct {
        BlockKind kind;
        std::string shown;
    } cases[] = {{BlockKind::title, "# Words of it\n"},       {BlockKind::heading, "## Words of it\n"},
                 {BlockKind::paragraph, "\nWords of it\n"},   {BlockKind::list_item, "  - Words of it\n"},
                 {BlockKind::quotation, "  > Words of it\n"}, {BlockKind::caption, "  [picture] Words of it\n"}};
    const auto form = make_read_form({});
    for (const auto& row : cases) {
        Document document;
        document.text = "Words of it";
        document.blocks = {{row.kind, {0, 11}}};
        CAPTURE(row.shown);
        CHECK(form->document(document, {}).find(row.shown) != std::string::npos);
    }
}

TEST_CASE("a table stands in columns where they fit, and in rows where they do not") {
    Document document;
    document.text = "Port | Tons\nHamburg | 12\nOslo | 7";
    document.blocks = {
        {BlockKind::table_row, {0, 11}}, {BlockKind::table_row, {12, 24}}, {BlockKind::table_row, {25, 33}}};
    CHECK(make_read_form({})->document(document, {}).find("Port     Tons\nHamburg  12\nOslo     7\n") !=
          std::string::npos);
    document.text = "A port with a long name | Tons\nHamburg | 12\nOslo | 7";
    document.blocks = {{BlockKind::table_row, {0, 30}}, {BlockKind::table_row, {31, 43}}};
    ReadFormOptions narrow;
    narrow.width = 25;
    CHECK(make_read_form(narrow)->document(document, {}).find("\nHamburg | 12\n") != std::string::npos);
}

TEST_CASE("metadata says where it was found and how sure it is, and what was set aside is summed up") {
    const auto text = make_read_form({})->document(example(), {});
    CHECK(text.find("title       caf\u00e9 (h1, 90%)\n") != std::string::npos);
    CHECK(text.find("author      Ann Example (meta author, 80%)\n") != std::string::npos);
    CHECK(text.find("Set aside: 1 sharing") != std::string::npos);
    CHECK(text.find("Share") == std::string::npos);
}

TEST_CASE("decisions stand in order of the file with reason and probability") {
    auto document = example();
    document.cut.insert(document.cut.begin(), {"Home", CutReason::navigation, {0, 2}, 1});
    const auto text = make_read_form({ReadFormat::text, TextDetail::decisions})->document(document, {});
    const auto home = text.find("cut  navigation");
    const auto title = text.find("keep title");
    const auto share = text.find("cut  sharing         93%  Share");
    REQUIRE(share != std::string::npos);
    CHECK(home < title);
    CHECK(title < share);
    CHECK(text.find("keep paragraph       75%  end\n") != std::string::npos);
}

}  // namespace
}  // namespace axray::cli
