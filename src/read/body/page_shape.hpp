// How the blocks of a page stand in its tree (HtmlTree + BlockList + BlockSigns -> PageShape).
//
// Text that belongs together hangs together: the paragraphs of an article share a parent, a tag and class names, while
// menus are lists of links somewhere else. For each element, the words, the prose and the linked words below it; for
// each block, its element, the group of blocks that are marked up alike, and what names around it say.
// Source: own, after text-density extraction (Sun et al. 2011) and repeated-pattern extraction (Zhai and Liu 2005).
#pragma once

#include <cstdint>
#include <vector>

#include "read/blocks.hpp"
#include "read/body/block_signs.hpp"
#include "read/body/word_scores.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// Words under an element, or in a group of blocks.
struct WordMass {
    float words = 0;
    float prose = 0;   // in blocks that are prose
    float linked = 0;  // inside links
    float blocks = 0;

    void add(const BlockSigns& signs) {
        words += signs.words;
        prose += signs.is_prose ? signs.words : 0;
        linked += signs.words * signs.link_share;
        ++blocks;
    }
    void add(const WordMass& other) {
        words += other.words;
        prose += other.prose;
        linked += other.linked;
        blocks += other.blocks;
    }
};

// What class, id and role names of an element and those above it say, by the word scores.
struct NameScores {
    float own = 0;    // of the element itself
    float least = 0;  // over the element and all above it
    float most = 0;
    float sum = 0;
};

struct BlockPlace {
    std::uint32_t node = 0;     // the innermost element that holds it
    std::uint32_t home = 0;     // the innermost block element
    std::uint32_t group = 0;    // of PageShape::groups: blocks marked up alike
    std::uint32_t article = 0;  // the nearest <article> or <main> above; 0 when there is none
    float twins = 0;            // elements beside one that holds the block that are marked up like it, at most
    float twin_words = 0;       // mean words in these
    float twin_level = 0;       // how many steps above the block's element
    bool strong = false;        // begins inside <b> or <strong>
    bool emphasis = false;      // begins inside <em> or <i>
    bool in_link = false;       // the whole block is inside one link
};

struct PageShape {
    std::vector<WordMass> nodes;    // one a node of the tree, with all below it
    std::vector<NameScores> names;  // one a node of the tree
    std::vector<float> twins;       // one a node: children of its parent with the same tag and class names
    std::vector<WordMass> groups;
    std::vector<BlockPlace> places;  // one a block
    std::uint32_t root = 0;          // the element that holds most of the prose
};

// O(nodes + blocks); `signs` has one entry a block.
[[nodiscard]] PageShape shape_of(const HtmlTree& tree, const BlockView& list, const std::vector<BlockSigns>& signs,
                                 const WordScores& scores);

// Hashes of the words in a class, id or role name: "entry-content", "socialShare". For counting word scores.
[[nodiscard]] std::vector<WordHash> words_of_name(std::string_view name);

}  // namespace axray::read
