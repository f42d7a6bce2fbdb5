#include "read/body/body_features.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "read/body/chance_sequence.hpp"
#include "read/characters/folded_words.hpp"
#include "read/html/html_blocks.hpp"

namespace axray::read {
namespace {

constexpr std::array kSurroundings = {Surroundings::navigation, Surroundings::page_header, Surroundings::page_footer,
                                      Surroundings::aside,      Surroundings::form,        Surroundings::comments,
                                      Surroundings::sharing,    Surroundings::promotion,   Surroundings::advertisement,
                                      Surroundings::byline,     Surroundings::related};

float heading_level(const HtmlTree& tree, std::uint32_t node) {
    const HtmlTag tag = tree.nodes[node].tag;
    return tag >= HtmlTag::h1 && tag <= HtmlTag::h6
               ? static_cast<float>(static_cast<int>(tag) - static_cast<int>(HtmlTag::h1) + 1)
               : 0;
}

class FirstPass {
public:
    FirstPass(const HtmlTree& tree, const BlockView& list, const PageSigns& signs)
        : tree_(tree),
          list_(list),
          signs_(signs),
          page_(signs.shape.nodes.empty() ? WordMass{} : signs.shape.nodes[0]) {
        count_repetitions();
        find_title();
        find_lists();
        units_ = units_of(list.blocks, BlockKind::table_row);
        words_before_.reserve(list.blocks.size() + 1);
        words_before_.push_back(0);
        prose_before_.push_back(0);
        for (const BlockSigns& block : signs.blocks) {
            words_before_.push_back(words_before_.back() + block.words);
            prose_before_.push_back(prose_before_.back() + (block.is_prose ? block.words : 0));
        }
    }

    FeatureRows rows() {
        for (std::size_t i = 0; i < list_.blocks.size(); ++i) {
            add_words(i);
            add_kind(i);
            add_place(i);
            add_shape(i);
            add_heading_above(i);
            add_neighbours(i);
            add_list(i);
            add_headlines(i);
            add_page();
            row_.end_row();
        }
        return row_.take();
    }

private:
    const BlockSigns& block(std::size_t i) const { return signs_.blocks[i]; }
    const BlockPlace& place(std::size_t i) const { return signs_.shape.places[i]; }

    void count_repetitions() {
        std::unordered_map<std::string_view, float> counts;
        for (const RawBlock& block : list_.blocks) ++counts[list_.slice(block.span)];
        for (const RawBlock& block : list_.blocks) repetitions_.push_back(counts[list_.slice(block.span)]);
    }

    // The heading that says most of what the page declares as its title, the first of them.
    void find_title() {
        float best = 0.5F;
        title_ = list_.blocks.size();
        for (std::size_t i = 0; i < list_.blocks.size(); ++i) {
            if (list_.blocks[i].kind != BlockKind::heading || block(i).words < 2) continue;
            const float level = heading_level(tree_, place(i).home);
            const float score = signs_.title_share[i] + (level == 1 ? 0.3F : 0) + std::min(block(i).words, 8.0F) / 20;
            if (score > best + 0.01F) {
                best = score;
                title_ = i;
            }
        }
    }

    // Items of one list and rows of one table are judged by what stands around all of them.
    void find_lists() {
        const std::size_t count = list_.blocks.size();
        lists_.resize(count);
        for (std::size_t begin = 0; begin < count;) {
            const std::uint32_t holder = list_holding(begin);
            std::size_t end = begin + 1;
            while (holder != 0 && end < count && list_.blocks[end].node < tree_.nodes[holder].end) ++end;
            for (std::size_t i = begin; i < end; ++i) lists_[i] = {begin, end};
            begin = end;
        }
    }
    // The outermost list or table with no prose around the items; 0 when the block is in none.
    std::uint32_t list_holding(std::size_t i) const {
        constexpr int kLevels = 8;
        std::uint32_t found = 0;
        std::uint32_t node = place(i).home;
        for (int level = 0; level < kLevels && node != 0; ++level, node = tree_.nodes[node].parent) {
            const HtmlTag tag = tree_.nodes[node].tag;
            if (tag == HtmlTag::ul || tag == HtmlTag::ol || tag == HtmlTag::table || tag == HtmlTag::dl) found = node;
        }
        return found;
    }

    void add_words(std::size_t i) {
        const BlockSigns& signs = block(i);
        row_.add({log_of(signs.words), log_of(signs.bytes), signs.link_share, signs.sentence_ends,
                  ratio(signs.sentence_ends, signs.words), as_float(signs.ends_sentence), as_float(signs.last == ':'),
                  as_float(signs.last == '!'), as_float(signs.last == '?'), as_float(signs.last == '.')});
        add_word_signs(signs, row_);
        row_.add({repetitions_[i], signs_.title_share[i], signs_.description_share[i], signs_.article_share[i]});
    }

    void add_kind(std::size_t i) {
        const RawBlock& raw = list_.blocks[i];
        const std::uint32_t home = place(i).home;
        const HtmlTag tag = tree_.nodes[home].tag;
        row_.add(static_cast<float>(raw.kind));
        row_.add(heading_level(tree_, home));
        row_.add(static_cast<float>(tag == HtmlTag::p                ? 0
                                    : tag == HtmlTag::div            ? 1
                                    : tag == HtmlTag::li             ? 2
                                    : raw.kind == BlockKind::heading ? 3
                                                                     : 4));
        row_.add(as_float(raw.cut.has_value()));
        row_.add(as_float(place(i).strong));
        row_.add(as_float(place(i).emphasis));
        row_.add(as_float(place(i).in_link));
        for (const Surroundings one : kSurroundings) row_.add(as_float(has(raw.surroundings, one)));
    }

    void add_headlines(std::size_t i) {
        row_.add(static_cast<float>(headlines_));
        if (heading_level(tree_, place(i).home) == 1) ++headlines_;
        row_.add(log_of(static_cast<float>(i - last_prose_)));
        if (block(i).is_prose) last_prose_ = i;
    }

    void add_place(std::size_t i) {
        const auto blocks = static_cast<float>(list_.blocks.size());
        const float to_title =
            title_ < list_.blocks.size() ? static_cast<float>(i) - static_cast<float>(title_) : 1000.0F;
        row_.add(static_cast<float>(i) / blocks);
        row_.add(log_of(static_cast<float>(i)));
        row_.add(ratio(words_before_[i], page_.words));
        row_.add(ratio(prose_before_[i], page_.prose));
        row_.add(std::clamp(to_title, -50.0F, 1000.0F));
        row_.add(title_ < i ? log_of(words_before_[i] - words_before_[title_ + 1]) : -1);
        row_.add(title_ < i ? log_of(prose_before_[i] - prose_before_[title_ + 1]) : -1);
        row_.add(log_of(prose_before_.back() - prose_before_[i + 1]));
        row_.add(log_of(prose_before_[i]));
    }

    void add_shape(std::size_t i) {
        const PageShape& shape = signs_.shape;
        const std::uint32_t home = place(i).home;
        row_.add(static_cast<float>(tree_.nodes[home].depth));
        const NameScores& names = shape.names[home];
        for (const float value : {names.own, names.least, names.most, names.sum}) row_.add(value);
        row_.add(shape.names[tree_.nodes[home].parent].own);
        add_mass(shape.groups[place(i).group]);
        std::uint32_t node = home;
        for (int level = 0; level < 4; ++level) {
            node = tree_.nodes[node].parent;
            add_mass(shape.nodes[node]);
        }
        row_.add(as_float(place(i).article != 0));
        add_mass(place(i).article != 0 ? shape.nodes[place(i).article] : WordMass{});
        add_root_distance(home);
        for (const float value :
             {log_of(place(i).twins), log_of(place(i).twin_words), place(i).twin_level, log_of(shape.twins[home])})
            row_.add(value);
    }
    void add_mass(const WordMass& mass) {
        row_.add(ratio(mass.prose, page_.prose));
        row_.add(ratio(mass.linked, mass.words));
        row_.add(log_of(mass.words));
        row_.add(ratio(mass.words, mass.blocks));
    }
    // How many steps up from the block, and how many down from there to the element that holds most of the prose.
    void add_root_distance(std::uint32_t home) {
        const std::uint32_t root = signs_.shape.root;
        std::uint32_t node = home;
        while (node != 0 && !(node <= root && root < tree_.nodes[node].end)) node = tree_.nodes[node].parent;
        row_.add(static_cast<float>(tree_.nodes[home].depth - tree_.nodes[node].depth));
        row_.add(static_cast<float>(tree_.nodes[root].depth - tree_.nodes[node].depth));
        const float common = ratio(signs_.shape.nodes[node].prose, page_.prose);
        row_.add(common);
    }

    // What the nearest heading before the block says: "Comments", "Read more".
    void add_heading_above(std::size_t i) {
        if (heading_ < i) {
            const BlockSigns& heading = block(heading_);
            for (const float value :
                 {heading.score_mean, heading.score_least, heading.phrase_points, log_of(heading.words),
                  signs_.title_share[heading_], log_of(static_cast<float>(i - heading_)),
                  log_of(words_before_[i] - words_before_[heading_ + 1]), heading_level(tree_, place(heading_).home),
                  as_float(place(heading_).article == place(i).article)})
                row_.add(value);
        } else {
            for (int k = 0; k < 9; ++k) row_.add(-1);
        }
        if (list_.blocks[i].kind == BlockKind::heading) heading_ = i;
    }

    void add_neighbours(std::size_t i) {
        for (const int offset : {-3, -2, -1, 1, 2, 3}) {
            const auto found = neighbour_of(units_[i], offset, list_.blocks.size());
            if (!found) {
                for (int k = 0; k < 8; ++k) row_.add(-1);
                continue;
            }
            const std::size_t other = *found;
            row_.add(log_of(block(other).words));
            row_.add(block(other).link_share);
            row_.add(as_float(block(other).ends_sentence));
            row_.add(block(other).score_mean);
            row_.add(signs_.shape.names[place(other).home].sum);
            row_.add(block(other).phrase_points);
            row_.add(
                static_cast<float>(place(other).group == place(i).group) +
                2 * static_cast<float>(tree_.nodes[place(other).home].parent == tree_.nodes[place(i).home].parent));
            row_.add(static_cast<float>(list_.blocks[other].kind));
        }
    }

    void add_list(std::size_t i) {
        const auto [begin, end] = lists_[i];
        row_.add(log_of(static_cast<float>(end - begin)));
        row_.add(log_of(words_before_[end] - words_before_[begin]));
        row_.add(ratio(prose_before_[end] - prose_before_[begin], words_before_[end] - words_before_[begin]));
        for (const std::size_t other : {begin - 1, end}) {
            if (other >= list_.blocks.size()) {
                for (int k = 0; k < 6; ++k) row_.add(-1);
                continue;
            }
            row_.add(log_of(block(other).words));
            row_.add(block(other).link_share);
            row_.add(as_float(block(other).ends_sentence));
            row_.add(as_float(block(other).last == ':'));
            row_.add(block(other).score_mean);
            row_.add(signs_.shape.names[place(other).home].sum);
        }
    }

    void add_page() {
        row_.add(log_of(page_.words));
        row_.add(log_of(page_.prose));
        row_.add(ratio(page_.linked, page_.words));
        row_.add(as_float(signs_.declares_article));
        row_.add(as_float(title_ < list_.blocks.size()));
    }

    const HtmlTree& tree_;
    const BlockView& list_;
    const PageSigns& signs_;
    WordMass page_;
    struct List {
        std::size_t begin = 0;  // blocks
        std::size_t end = 0;
    };
    std::vector<BlockUnit> units_;
    std::vector<List> lists_;  // one a block; of one block where it is in no list
    std::size_t title_ = 0;
    std::size_t heading_ = static_cast<std::size_t>(-1);  // the last one so far
    int headlines_ = 0;                                   // of the first level, so far
    std::size_t last_prose_ = 0;                          // block
    std::vector<float> repetitions_;
    std::vector<float> words_before_;
    std::vector<float> prose_before_;
    RowWriter row_;
};

class SecondPass {
public:
    SecondPass(const HtmlTree& tree, const BlockView& list, const PageSigns& signs, std::span<const float> chances)
        : tree_(tree),
          signs_(signs),
          sequence_(list.blocks, signs.blocks, chances),
          nodes_(tree.nodes.size()),
          groups_(signs.shape.groups.size()) {
        for (std::size_t i = 0; i < chances.size(); ++i) {
            nodes_[signs.shape.places[i].node].add(sequence_.mass(i));
            groups_[signs.shape.places[i].group].add(sequence_.mass(i));
        }
        for (std::size_t node = tree.nodes.size(); node-- > 1;) nodes_[tree.nodes[node].parent].add(nodes_[node]);
    }

    FeatureRows rows(const FeatureRows& first) {
        for (std::size_t i = 0; i < signs_.blocks.size(); ++i) {
            row_.add(first.row(i).first(kCarriedColumns));
            sequence_.add_neighbours(i, row_);
            add_company(i);
            sequence_.add_surroundings(i, row_);
            sequence_.add_nearest(i, row_);
            row_.end_row();
        }
        return row_.take();
    }

private:
    // What was said of blocks marked up alike, and of those in the same elements.
    void add_company(std::size_t i) {
        constexpr int kLevels = 5;
        const BlockPlace& place = signs_.shape.places[i];
        row_.add(groups_[place.group].without(sequence_.mass(i)).mean());
        std::uint32_t node = place.home;
        for (int level = 0; level < kLevels; ++level, node = tree_.nodes[node].parent) {
            row_.add(nodes_[node].without(sequence_.mass(i)).mean());
            row_.add(ratio(nodes_[node].kept, nodes_[0].kept));
        }
    }

    const HtmlTree& tree_;
    const PageSigns& signs_;
    ChanceSequence sequence_;
    std::vector<ChanceMass> nodes_;
    std::vector<ChanceMass> groups_;
    RowWriter row_;
};

}  // namespace

PageSigns signs_of_page(const HtmlTree& tree, const BlockView& list, const WordScores& scores) {
    PageSigns page;
    const DeclaredTexts declared = read_declared_texts(tree);
    page.declares_article = !declared.article.empty();
    for (const RawBlock& block : list.blocks) {
        const std::string_view text = list.slice(block.span);
        const std::vector<FoldedWord> words = fold_words(text, kMostSignWords);
        page.blocks.push_back(signs_of(text, words, block.link_bytes, scores));
        page.title_share.push_back(declared.title.share_of(words));
        page.description_share.push_back(declared.description.share_of(words));
        page.article_share.push_back(declared.article.share_of(words));
    }
    page.shape = shape_of(tree, list, page.blocks, scores);
    return page;
}

FeatureRows first_pass_features(const HtmlTree& tree, const BlockView& list, const PageSigns& signs) {
    return FirstPass(tree, list, signs).rows();
}

FeatureRows second_pass_features(const HtmlTree& tree, const BlockView& list, const PageSigns& signs,
                                 const FeatureRows& first, std::span<const float> chances) {
    return SecondPass(tree, list, signs, chances).rows(first);
}

}  // namespace axray::read
