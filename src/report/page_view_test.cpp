#include "report/page_view.hpp"

#include <string>

#include <doctest/doctest.h>

#include "report/decisions.hpp"

namespace axray::report {
namespace {

Document example() {
    Document document;
    document.id = "page.html";
    document.text = "Pier closed\nFour were hurt.\nPort | Tons\nOslo | 7";
    document.blocks = {{BlockKind::title, {0, 11}},
                       {BlockKind::paragraph, {12, 27}},
                       {BlockKind::table_row, {28, 39}},
                       {BlockKind::table_row, {40, 48}}};
    document.origin.runs = {{0, 11, 100, 11}, {12, 15, 200, 15}, {28, 11, 300, 11}, {40, 8, 350, 8}};
    document.cut = {{"Home", CutReason::navigation, {10, 14}, 0.99},
                    {"Sport", CutReason::navigation, {20, 25}, 0.95},
                    {"Share this", CutReason::sharing, {150, 160}, 0.8},
                    {"Log in", CutReason::comments, {400, 406}, 1}};
    return document;
}

bool stand_in_order(const std::string& text, std::initializer_list<std::string> parts) {
    std::size_t at = 0;
    for (const auto& part : parts) {
        at = text.find(part, at);
        if (at == std::string::npos) return false;
        at += part.size();
    }
    return true;
}

TEST_CASE("decisions stand in order of the file; without places, what was cut stands last") {
    auto document = example();
    const auto words = [&] {
        std::string all;
        for (const auto& decision : decisions_of(document)) all += std::string(decision.words) + "; ";
        return all;
    };
    CHECK(words() == "Home; Sport; Pier closed; Share this; Four were hurt.; Port | Tons; Oslo | 7; Log in; ");
    document.origin.runs.clear();
    CHECK(words() == "Pier closed; Four were hurt.; Port | Tons; Oslo | 7; Home; Sport; Share this; Log in; ");
}

TEST_CASE("kept and cut blocks stand where they stood, with the reason and the probability") {
    const auto html = page_view_document(example());
    CHECK(stand_in_order(html, {"<b>navigation</b> 95% to 99%", ">Home</del>", ">Sport</del>", "Pier closed</h2>",
                                "<b>sharing</b> 80%", ">Share this</del>", "Four were hurt.</p>", "<table>",
                                "<td>Port</td><td>Tons</td>", "<td>Oslo</td><td>7</td>", "</table>", "Log in"}));
    CHECK(html.find("title=\"cut: navigation, 99%, bytes 10 to 14\"") != std::string::npos);
    CHECK(html.find("title=\"kept: paragraph, 100%, bytes 200 to 215\"") != std::string::npos);
    CHECK(html.find("4 blocks kept, 4 cut") != std::string::npos);
}

TEST_CASE("foreign text never becomes markup") {
    const std::string evil = "<script>alert(1)</script>\" onclick='x' \xE2\x80\xAE";
    Document document;
    document.id = evil;
    document.text = evil;
    const auto size = static_cast<std::uint32_t>(evil.size());
    document.blocks = {{BlockKind::paragraph, {0, size}}};
    document.cut = {{evil, CutReason::navigation, {0, 4}, 1}};
    auto& metadata = document.metadata;
    metadata.title = {evil, evil, 1, {}};
    metadata.authors = {{evil, evil, 1, {}}};
    metadata.links = {{evil, {0, size}}};
    metadata.captions = {{evil, evil, {}}};
    metadata.charset = metadata.media_type = document.sha256 = evil;
    const auto page = page_view_head() + page_view_document(document) +
                      page_view_failure(evil, {ErrorCode::empty, evil, {evil}}) + page_view_foot();
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(page.find("\" onclick") == std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("the page reaches for nothing and allows its own styles alone") {
    const auto head = page_view_head();
    CHECK(head.find("default-src &#39;none&#39;; style-src &#39;sha256-") != std::string::npos);
    CHECK(head.find("script-src") == std::string::npos);
    for (const auto* word : {"http://", "https://", "url(", "@import"}) {
        CAPTURE(word);
        CHECK((page_view_head() + page_view_document(example())).find(word) == std::string::npos);
    }
}

}  // namespace
}  // namespace axray::report
