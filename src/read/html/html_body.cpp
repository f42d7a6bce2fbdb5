#include "read/html/html_body.hpp"

#include <cstddef>
#include <vector>

#include "read/characters/characters.hpp"

namespace axray::read {
namespace {

constexpr Surroundings kFurniture = Surroundings::navigation | Surroundings::page_footer | Surroundings::aside |
                                    Surroundings::comments | Surroundings::promotion | Surroundings::advertisement |
                                    Surroundings::related | Surroundings::form;

// How much of an article a block could be, in bytes.
double weight_of(const BlockList& list, const RawBlock& block) {
    constexpr std::uint32_t kShort = 40;
    constexpr std::uint32_t kLong = 160;
    if (block.cut || has(block.surroundings, kFurniture)) return 0;
    const std::uint32_t own = block.span.size() - block.link_bytes;
    if (own < kShort || block.link_bytes * 2 > block.span.size()) return 0;
    if (block.kind == BlockKind::heading || block.kind == BlockKind::caption) return 0;
    const bool sentence = ends_like_a_sentence(list.slice(block.span));
    return sentence ? own : own >= kLong ? own * 0.7 : own * 0.2;
}

}  // namespace

std::uint32_t mark_outside(const HtmlTree& tree, BlockList& list) {
    constexpr double kNearlyAll = 0.8;  // of what the parent holds
    constexpr double kEnough = 0.6;     // of what the page holds
    if (tree.nodes.empty()) return 0;
    std::vector<double> weights(tree.nodes.size(), 0);
    for (const RawBlock& block : list.blocks) weights[block.node] += weight_of(list, block);
    for (std::size_t node = tree.nodes.size(); node-- > 1;) weights[tree.nodes[node].parent] += weights[node];

    std::uint32_t root = 0;
    for (;;) {
        std::uint32_t heaviest = 0;
        for (std::uint32_t child = root + 1; child < tree.nodes[root].end; child = tree.nodes[child].end) {
            if (heaviest == 0 || weights[child] > weights[heaviest]) heaviest = child;
        }
        const bool deeper = heaviest != 0 && weights[heaviest] > kNearlyAll * weights[root] &&
                            weights[heaviest] > kEnough * weights[0] && tree.nodes[heaviest].tag != HtmlTag::p;
        if (!deeper) break;
        root = heaviest;
    }
    // The headline and the standfirst often stand beside the element that holds the paragraphs.
    for (std::uint32_t above = root; above != 0; above = tree.nodes[above].parent) {
        if (tree.nodes[above].tag == HtmlTag::article || tree.nodes[above].tag == HtmlTag::main) {
            root = above;
            break;
        }
    }
    for (RawBlock& block : list.blocks) {
        if (block.node < root || block.node >= tree.nodes[root].end) {
            block.surroundings = block.surroundings | Surroundings::outside;
        }
    }
    return root;
}

}  // namespace axray::read
