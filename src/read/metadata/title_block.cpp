#include "read/metadata/title_block.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "read/characters/folded_words.hpp"
#include "read/metadata/page_facts.hpp"
#include "read/metadata/value_place.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostTitleWords = 60;

std::vector<WordHash> words_of(std::string_view text) {
    std::vector<WordHash> words;
    for (const FoldedWord& word : fold_words(text, kMostTitleWords)) words.push_back(word.hash);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Share of the words of the shorter text that the longer one has too, 0..1.
double overlap(const std::vector<WordHash>& left, const std::vector<WordHash>& right) {
    if (left.empty() || right.empty()) return 0;
    std::vector<WordHash> common;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
    return static_cast<double>(common.size()) / static_cast<double>(std::min(left.size(), right.size()));
}

bool is_inside(const HtmlTree& tree, std::uint32_t node, HtmlTag tag) {
    for (; node != 0; node = tree.nodes[node].parent) {
        if (tree.nodes[node].tag == tag) return true;
    }
    return false;
}

// How well a block would do as the title block: 0 not at all.
double score_of(const HtmlTree& tree, const RawBlock& block, std::string_view text, std::string_view key,
                const std::vector<WordHash>& words) {
    constexpr double kSame = 0.7;
    constexpr double kEqual = 4;
    constexpr double kFirstLevel = 0.2;
    constexpr std::size_t kLongest = 600;  // bytes
    if (text.size() > kLongest || block.cut == CutReason::hidden) return 0;
    const double first_level = is_inside(tree, block.node, HtmlTag::h1) ? kFirstLevel : 0;
    const bool heading = block.kind == BlockKind::heading;
    if (letters_key(text) == key) return kEqual + (heading ? 1 : 0) + first_level;
    if (!heading || std::count(text.begin(), text.end(), ' ') < 2) return 0;
    const double same = overlap(words_of(text), words);
    return same >= kSame ? same + first_level : 0;
}

}  // namespace

void append_title(BlockWriter& writer, const HtmlTree& tree, const MetadataValue& title) {
    if (!title.original.empty()) append_value(writer, tree.page, title.original, title.value);
}

void mark_title_block(const HtmlTree& tree, const PageMetadata& metadata, std::size_t declared, BlockList& list) {
    std::vector<RawBlock>& blocks = list.blocks;
    const std::string& title = metadata.values.title.value;
    const std::string key = letters_key(title);
    const std::vector<WordHash> words = words_of(title);
    std::size_t best = blocks.size();
    double best_score = 0;
    for (std::size_t i = declared + 1; i < blocks.size() && !key.empty(); ++i) {
        const double score = score_of(tree, blocks[i], list.slice(blocks[i].span), key, words);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    if (best < blocks.size()) {
        blocks[best].kind = BlockKind::title;
        blocks[best].cut.reset();
        blocks[declared].cut = CutReason::hidden;
    } else if (blocks[declared].span.empty()) {
        blocks[declared].cut = CutReason::hidden;
    }
}

}  // namespace axray::read
