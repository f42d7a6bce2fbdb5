#include "read/body/page_shape.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <unordered_map>

#include "read/html/html_blocks.hpp"
#include "read/html/name_words.hpp"

namespace axray::read {
namespace {

// Longer names are no names.
std::string_view shortened(std::string_view name) { return name.substr(0, 400); }

std::vector<NameScores> score_names(const HtmlTree& tree, const std::vector<WordMass>& masses,
                                    const WordScores& scores) {
    std::vector<NameScores> names(tree.nodes.size());
    for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
        if (tree.nodes[node].tag == HtmlTag::text || masses[node].blocks == 0) continue;
        NameScores& found = names[node];
        found = names[tree.nodes[node].parent];
        found.own = 0;
        for (const HtmlAttributeName name :
             {HtmlAttributeName::class_, HtmlAttributeName::id, HtmlAttributeName::role, HtmlAttributeName::itemprop}) {
            const Span value = tree.attribute(node, name);
            if (value.empty()) continue;
            for_each_name_word(shortened(tree.slice(value)),
                               [&](WordHash word) { found.own += score_of(scores.names, word); });
        }
        found.least = std::min(found.least, found.own);
        found.most = std::max(found.most, found.own);
        found.sum += found.own;
    }
    return names;
}

WordHash hash_of_markup(const HtmlTree& tree, std::uint32_t node, WordHash hash) {
    hash = extend_hash(hash, static_cast<unsigned char>(tree.nodes[node].tag));
    for (const char byte : tree.slice(tree.attribute(node, HtmlAttributeName::class_)))
        hash = extend_hash(hash, static_cast<unsigned char>(byte));
    return hash;
}

// Elements that hold many words count once for each of their like beside them: the comments under an article, the
// teasers of a list. Those of few words do not: paragraphs are alike, too.
std::vector<float> count_twins(const HtmlTree& tree, const std::vector<WordMass>& masses) {
    struct Child {
        std::uint32_t parent = 0;
        WordHash markup = 0;
        std::uint32_t node = 0;
    };
    std::vector<Child> children;
    for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
        if (tree.nodes[node].tag == HtmlTag::text || masses[node].blocks == 0) continue;
        children.push_back({tree.nodes[node].parent, hash_of_markup(tree, node, kHashBasis), node});
    }
    std::sort(children.begin(), children.end(), [](const Child& left, const Child& right) {
        return std::tie(left.parent, left.markup, left.node) < std::tie(right.parent, right.markup, right.node);
    });
    std::vector<float> twins(tree.nodes.size(), 0);
    for (std::size_t begin = 0; begin < children.size();) {
        std::size_t end = begin;
        while (end < children.size() && children[end].parent == children[begin].parent &&
               children[end].markup == children[begin].markup)
            ++end;
        for (std::size_t i = begin; i < end; ++i) twins[children[i].node] = static_cast<float>(end - begin);
        begin = end;
    }
    return twins;
}

class PlaceFinder {
public:
    PlaceFinder(const HtmlTree& tree, PageShape& shape) : tree_(tree), shape_(shape) {}

    BlockPlace find(const RawBlock& block, const BlockSigns& signs) {
        BlockPlace place;
        place.node = block.node;
        std::uint32_t node = block.node;
        for (; node != 0 && !is_block_element(tree_.nodes[node].tag); node = tree_.nodes[node].parent) {
            const HtmlTag tag = tree_.nodes[node].tag;
            place.strong = place.strong || tag == HtmlTag::b || tag == HtmlTag::strong;
            place.emphasis = place.emphasis || tag == HtmlTag::em || tag == HtmlTag::i;
            place.in_link = place.in_link || (tag == HtmlTag::a && signs.link_share > 0.9F);
        }
        place.home = node;
        for (; node != 0 && place.article == 0; node = tree_.nodes[node].parent) {
            const HtmlTag tag = tree_.nodes[node].tag;
            if (tag == HtmlTag::article || tag == HtmlTag::main) place.article = node;
        }
        place.group = group_of(place.home);
        find_twins(place);
        shape_.groups[place.group].add(signs);
        return place;
    }

private:
    void find_twins(BlockPlace& place) const {
        constexpr int kLevels = 12;
        std::uint32_t node = tree_.nodes[place.home].parent;
        for (int level = 1; level <= kLevels && node != 0; ++level, node = tree_.nodes[node].parent) {
            const HtmlTag tag = tree_.nodes[node].tag;
            if (shape_.twins[node] <= place.twins || tag == HtmlTag::p) continue;
            place.twins = shape_.twins[node];
            place.twin_words = shape_.nodes[node].words;
            place.twin_level = static_cast<float>(level);
        }
    }

    // Blocks are alike when their element and the two above it have the same tags and classes.
    std::uint32_t group_of(std::uint32_t home) {
        constexpr int kLevels = 3;
        WordHash hash = kHashBasis;
        std::uint32_t node = home;
        for (int level = 0; level < kLevels && node != 0; ++level, node = tree_.nodes[node].parent) {
            const HtmlTag tag = tree_.nodes[node].tag;
            const bool plain = level == 0 && tag == HtmlTag::p;
            hash = plain ? extend_hash(hash, static_cast<unsigned char>(tag)) : hash_of_markup(tree_, node, hash);
        }
        const auto [found, is_new] = groups_.try_emplace(hash, static_cast<std::uint32_t>(shape_.groups.size()));
        if (is_new) shape_.groups.emplace_back();
        return found->second;
    }

    const HtmlTree& tree_;
    PageShape& shape_;
    std::unordered_map<WordHash, std::uint32_t> groups_;
};

// From the top down, the heaviest child as long as it holds nearly all of the prose.
std::uint32_t find_root(const HtmlTree& tree, const std::vector<WordMass>& masses) {
    constexpr float kNearlyAll = 0.7F;
    std::uint32_t root = 0;
    for (;;) {
        std::uint32_t heaviest = 0;
        for (std::uint32_t child = root + 1; child < tree.nodes[root].end; child = tree.nodes[child].end) {
            if (heaviest == 0 || masses[child].prose > masses[heaviest].prose) heaviest = child;
        }
        if (heaviest == 0 || masses[heaviest].prose <= kNearlyAll * masses[root].prose ||
            tree.nodes[heaviest].tag == HtmlTag::p)
            return root;
        root = heaviest;
    }
}

}  // namespace

PageShape shape_of(const HtmlTree& tree, const BlockView& list, const std::vector<BlockSigns>& signs,
                   const WordScores& scores) {
    PageShape shape;
    shape.nodes.resize(tree.nodes.size());
    for (std::size_t i = 0; i < list.blocks.size(); ++i) shape.nodes[list.blocks[i].node].add(signs[i]);
    for (std::size_t node = tree.nodes.size(); node-- > 1;) shape.nodes[tree.nodes[node].parent].add(shape.nodes[node]);
    shape.names = score_names(tree, shape.nodes, scores);
    shape.twins = count_twins(tree, shape.nodes);
    shape.root = tree.nodes.empty() ? 0 : find_root(tree, shape.nodes);
    PlaceFinder finder(tree, shape);
    shape.places.reserve(list.blocks.size());
    for (std::size_t i = 0; i < list.blocks.size(); ++i) shape.places.push_back(finder.find(list.blocks[i], signs[i]));
    return shape;
}

std::vector<WordHash> words_of_name(std::string_view name) {
    std::vector<WordHash> words;
    for_each_name_word(shortened(name), [&](WordHash word) { words.push_back(word); });
    return words;
}

}  // namespace axray::read
