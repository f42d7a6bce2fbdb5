#include "read/html/html_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "read/characters/characters.hpp"
#include "read/characters/folded_words.hpp"
#include "read/furniture/furniture.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_body.hpp"
#include "read/html/html_characters.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostTitleWords = 60;

// The first block of the list holds the declared title, so that it has a place in the file even when no heading shows
// it; the blocks of the body follow.
constexpr std::size_t kDeclaredTitle = 0;

bool is_inside(const HtmlTree& tree, std::uint32_t node, HtmlTag tag) {
    for (; node != 0; node = tree.nodes[node].parent) {
        if (tree.nodes[node].tag == tag) return true;
    }
    return false;
}

// Share of the words of the shorter text that the longer one has too, 0..1.
double overlap(std::string_view left, std::string_view right) {
    const auto hashes = [](std::string_view text) {
        std::vector<WordHash> words;
        for (const FoldedWord& word : fold_words(text, kMostTitleWords)) words.push_back(word.hash);
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    };
    const std::vector<WordHash> a = hashes(left);
    const std::vector<WordHash> b = hashes(right);
    if (a.empty() || b.empty()) return 0;
    std::vector<WordHash> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return static_cast<double>(common.size()) / static_cast<double>(std::min(a.size(), b.size()));
}

class TitleChooser {
public:
    TitleChooser(const HtmlTree& tree, HtmlPage& page) : tree_(tree), page_(page) {}

    // Makes one block the title: a heading that says what the page declares, else a lone <h1>, else the declaration.
    void choose() {
        constexpr double kSame = 0.7;
        constexpr double kFewWords = 2;
        std::vector<RawBlock>& blocks = page_.blocks.blocks;
        std::size_t best = blocks.size();
        double best_score = 0;
        std::size_t level_one = 0;
        for (std::size_t i = kDeclaredTitle + 1; i < blocks.size(); ++i) {
            if (blocks[i].kind != BlockKind::heading || blocks[i].cut == CutReason::hidden) continue;
            const bool first_level = is_inside(tree_, blocks[i].node, HtmlTag::h1);
            if (first_level) ++level_one;
            const std::string_view text = page_.blocks.slice(blocks[i].span);
            const bool long_enough = static_cast<double>(std::count(text.begin(), text.end(), ' ')) >= kFewWords;
            const double same = page_.metadata.title.empty() ? 0.5 : overlap(text, page_.metadata.title);
            const double score = same * (long_enough ? 1 : 0.5) + (first_level ? 0.2 : 0);
            const bool eligible = page_.metadata.title.empty() ? first_level : same >= kSame;
            if (eligible && score > best_score) {
                best = i;
                best_score = score;
            }
        }
        if (best == blocks.size() && level_one == 1 && page_.metadata.title.empty())
            best = first_heading_of_level_one();
        if (best < blocks.size()) {
            blocks[best].kind = BlockKind::title;
            blocks[best].cut.reset();
            page_.metadata.title = std::string(page_.blocks.slice(blocks[best].span));
            blocks[kDeclaredTitle].cut = CutReason::hidden;
        } else if (blocks[kDeclaredTitle].span.empty()) {
            blocks[kDeclaredTitle].cut = CutReason::hidden;
        }
    }

private:
    std::size_t first_heading_of_level_one() const {
        const std::vector<RawBlock>& blocks = page_.blocks.blocks;
        std::size_t i = 0;
        while (i < blocks.size() &&
               !(blocks[i].kind == BlockKind::heading && is_inside(tree_, blocks[i].node, HtmlTag::h1)))
            ++i;
        return i;
    }

    const HtmlTree& tree_;
    HtmlPage& page_;
};

}  // namespace

Result<HtmlPage> read_html(std::string_view decoded) {
    const auto tree = parse_html(decoded);
    if (!tree) return fail(tree.error());
    HtmlPage page;
    page.metadata = read_page_metadata(*tree);

    BlockWriter writer;
    append_html_text(writer, decoded, page.metadata.title_place);
    RawBlock declared;
    declared.kind = BlockKind::title;
    declared.span = writer.end_block();
    writer.list().blocks.push_back(declared);
    append_html_blocks(*tree, count_text_bytes(*tree), writer);
    page.blocks = std::move(writer.list());

    // The declared title is no part of the body: it must not count as its repetition.
    page.blocks.blocks[kDeclaredTitle].cut = CutReason::hidden;
    mark_outside(*tree, page.blocks);
    set_aside_furniture(page.blocks);
    const bool has_text = std::any_of(page.blocks.blocks.begin(), page.blocks.blocks.end(),
                                      [](const RawBlock& block) { return !block.cut; });
    if (has_text) {
        page.blocks.blocks[kDeclaredTitle].cut.reset();
        TitleChooser(*tree, page).choose();
    }
    return page;
}

}  // namespace axray::read
