#include "read/body/body_choice.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/model_file.hpp"
#include "read/body/body_features.hpp"
#include "read/body/body_models.hpp"
#include "read/body/text_choice.hpp"
#include "read/body/text_features.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_reader.hpp"
#include "read/text/text_reader.hpp"

namespace axray::read {
namespace {

// Sentences of news, numbered so that none repeats another.
std::string paragraph(int number) {
    return "The council of Halvern said on Monday that the wall in street " + std::to_string(number) +
           " would be rebuilt before winter, after engineers had warned that the sea could break through it. \"We "
           "cannot wait for another storm,\" said the mayor, Ana Brandt, who had asked the government for " +
           std::to_string(10 + number) + " million crowns in March.";
}

std::string article(int paragraphs) {
    std::string html;
    for (int i = 0; i < paragraphs; ++i) html += "<p>" + paragraph(i) + "</p>\n";
    return html;
}

const std::string kMenu =
    "<header><nav class=\"main-menu\"><ul><li><a href=/>Home</a><li><a href=/coast>Coast</a><li><a "
    "href=/money>Money</a>"
    "<li><a href=/sport>Sport</a></ul></nav></header>";
const std::string kEnd =
    "<aside class=\"related-articles\"><h3>You may also like</h3><ul><li><a href=/1>Five walks along the old "
    "harbour</a>"
    "<li><a href=/2>The best fish of the season, and where to buy it</a></ul></aside>"
    "<section id=\"comments\"><h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
    "<div class=\"comment\"><p>I have lived here for years and nobody ever asked me.</p></div></section>"
    "<footer class=\"site-footer\"><p>&copy; 2024 The Halvern Post. All rights reserved.</p></footer>";

bool keeps(const HtmlPage& page, std::string_view words) {
    return std::any_of(page.blocks.blocks.begin(), page.blocks.blocks.end(), [&](const RawBlock& block) {
        return !block.cut && page.blocks.slice(block.span).find(words) != std::string_view::npos;
    });
}

const RawBlock* block_with(const HtmlPage& page, std::string_view words) {
    for (const RawBlock& block : page.blocks.blocks) {
        if (page.blocks.slice(block.span).find(words) != std::string_view::npos) return &block;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("keeps the paragraphs of an article and sets the furniture around it aside, with reasons") {
    const std::string body = kMenu + "<main><article class=\"story\"><h1>Halvern to rebuild its sea wall</h1>" +
                             article(8) + "</article></main>" + kEnd;
    const auto page = read_html("<html><head><title>Halvern to rebuild its sea wall</title></head><body>" + body);
    REQUIRE(page.has_value());
    for (int i = 0; i < 8; ++i) CHECK(keeps(*page, paragraph(i)));
    const struct {
        std::string_view words;
        CutReason reason;
    } rows[] = {{"Coast", CutReason::navigation},
                {"Five walks", CutReason::navigation},
                {"I have lived here", CutReason::comments},
                {"Your email address", CutReason::comments}};
    for (const auto& row : rows) {
        CAPTURE(row.words);
        const RawBlock* block = block_with(*page, row.words);
        REQUIRE(block != nullptr);
        REQUIRE(block->cut.has_value());
        CHECK(*block->cut == row.reason);
        CHECK(block->chance < 0.5F);
    }
    CHECK_FALSE(keeps(*page, "All rights reserved"));
}

TEST_CASE("gives something of every page that shows words") {
    const std::string pages[] = {"<p>One word.</p>",
                                 "<ul><li><a href=1>A</a><li><a href=2>B</a></ul>",
                                 "<div>" + kMenu + "</div>",
                                 kMenu + kEnd,
                                 article(1),
                                 "<table><tr><td>1<td>2</table>"};
    for (const std::string& html : pages) {
        CAPTURE(html);
        const auto page = read_html(html);
        REQUIRE(page.has_value());
        CHECK(std::any_of(page->blocks.blocks.begin(), page->blocks.blocks.end(),
                          [](const RawBlock& block) { return !block.cut; }));
    }
}

TEST_CASE("a page or text of very many blocks is read by the rules, in bounded memory") {
    std::string html;
    for (std::size_t i = 0; i <= kMostJudgedBlocks; ++i) html += "<p>The wall fell in " + std::to_string(i) + ".";
    const auto page = read_html(html + kEnd);
    REQUIRE(page.has_value());
    CHECK(keeps(*page, "The wall fell in 77."));
    CHECK_FALSE(keeps(*page, "Your email address will not be published"));
    CHECK(page->blocks.blocks.back().chance < 0);
}

TEST_CASE("captions of the article's pictures stand apart") {
    const std::string figure = "<figure><img src=a.jpg><figcaption>The wall in May</figcaption></figure>";
    const auto page = read_html("<article>" + article(4) + figure + article(6) + "</article>");
    REQUIRE(page.has_value());
    const RawBlock* caption = block_with(*page, "The wall in May");
    REQUIRE(caption != nullptr);
    CHECK(caption->cut == CutReason::caption);
}

TEST_CASE("a paragraph that stands twice is kept once") {
    const std::string html = "<article>" + article(5) + "<p>" + paragraph(2) + "</p></article>";
    const auto page = read_html(html);
    REQUIRE(page.has_value());
    const auto copies = std::count_if(
        page->blocks.blocks.begin(), page->blocks.blocks.end(),
        [&](const RawBlock& block) { return !block.cut && page->blocks.slice(block.span) == paragraph(2); });
    CHECK(copies == 1);
}

TEST_CASE("rows of features are as long as the models expect") {
    const std::string html = "<body>" + kMenu + article(3) + kEnd;
    const auto tree = parse_html(html);
    REQUIRE(tree.has_value());
    BlockWriter writer;
    append_html_blocks(*tree, count_text_bytes(*tree), writer);
    const BlockList& list = writer.list();
    const BlockView view{list.text, list.blocks};
    const PageSigns signs = signs_of_page(*tree, view, body_models().words.scores());
    const FeatureRows first = first_pass_features(*tree, view, signs);
    CHECK(first.columns == kFirstPassColumns);
    CHECK(first.values.size() == list.blocks.size() * kFirstPassColumns);
    const std::vector<float> chances(list.blocks.size(), 0.5F);
    CHECK(second_pass_features(*tree, view, signs, first, chances).columns == kSecondPassColumns);

    const BlockList text = read_text(paragraph(1) + "\n\nShare this\n\n" + paragraph(2) + "\n");
    const BlockView text_view{text.text, text.blocks};
    const std::vector<BlockSigns> text_signs = signs_of_text(text_view, body_models().words.scores());
    const FeatureRows text_first = text_first_features(text_view, text_signs);
    CHECK(text_first.columns == kTextFirstColumns);
    CHECK(
        text_second_features(text_view, text_signs, text_first, std::vector<float>(text.blocks.size(), 0.5F)).columns ==
        kTextSecondColumns);
}

TEST_CASE("a plain text that is nothing but an article is kept whole") {
    std::string text = "Halvern to rebuild its sea wall\n\n";
    for (int i = 0; i < 6; ++i) text += paragraph(i) + "\n\n";
    BlockList list = read_text(text);
    choose_text(list);
    for (const RawBlock& block : list.blocks) {
        CAPTURE(list.slice(block.span));
        CHECK_FALSE(block.cut.has_value());
    }
}

TEST_CASE("furniture of a page copied to plain text is set aside, and every paragraph stays") {
    const std::vector<std::string> menu = {"Politics", "Economy", "Sports",  "Weather", "Videos", "Opinion",
                                           "Travel",   "Health",  "Culture", "Science", "Jobs",   "Puzzles"};
    std::string text;
    for (const std::string& word : menu) text += word + "\n";
    text += "\nHalvern to rebuild its sea wall\n\n";
    for (int i = 0; i < 8; ++i) text += paragraph(i) + "\n\n";
    text += "Share this article\n\nLeave a Reply\n\nYour email address will not be published.\n";
    BlockList list = read_text(text);
    choose_text(list);
    std::size_t paragraphs = 0;
    std::size_t menu_words = 0;
    for (const RawBlock& block : list.blocks) {
        const std::string_view words = list.slice(block.span);
        CAPTURE(words);
        if (!block.cut && words.size() > 100) ++paragraphs;
        if (block.cut && std::find(menu.begin(), menu.end(), words) != menu.end()) ++menu_words;
        if (words == "Leave a Reply" || words == "Share this article") CHECK(block.cut.has_value());
    }
    CHECK(paragraphs == 8);
    CHECK(2 * menu_words > menu.size());  // words that no rule knows
}

TEST_CASE("the items of a list stay or go together") {
    BlockList list;
    const std::string words = "abc";
    for (std::uint32_t i = 0; i < 3; ++i) {
        RawBlock block;
        block.kind = i < 2 ? BlockKind::list_item : BlockKind::paragraph;
        block.span = {i, i + 1};
        list.blocks.push_back(block);
    }
    CHECK(even_in_lists({words, list.blocks}, {0.25F, 0.75F, 0.125F}) == std::vector<float>{0.5F, 0.5F, 0.125F});
    CHECK(even_in_lists({words, {}}, {}).empty());
}

TEST_CASE("damaged word scores are refused") {
    const WordScore words[] = {{1, 0.5F}, {2, -0.5F}};
    const std::string good = make_word_scores(words, words);
    const WordScore disordered[] = {{2, 0.5F}, {1, -0.5F}};
    const struct {
        std::string payload;
        bool accepted;
    } rows[] = {{good, true},
                {good.substr(0, good.size() - 1), false},
                {good + "x", false},
                {"", false},
                {make_word_scores(disordered, words), false}};
    for (const auto& row : rows) {
        const std::string path = std::filesystem::temp_directory_path() / ("axray_words_" + std::to_string(::getpid()));
        REQUIRE(base::write_model_file(path, kWordScoresKind, kWordScoresVersion, row.payload).has_value());
        auto file = base::ModelFile::open(path, kWordScoresKind, kWordScoresVersion);
        REQUIRE(file.has_value());
        CHECK(WordScoreFile::of(*std::move(file), path).has_value() == row.accepted);
        std::remove(path.c_str());
    }
}

}  // namespace axray::read
