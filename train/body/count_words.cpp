#include "count_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "read/body/block_signs.hpp"
#include "read/body/page_shape.hpp"
#include "read/characters/folded_words.hpp"
#include "read/html/html_blocks.hpp"

namespace axray::train {
namespace {

using read::HtmlAttributeName;

class Counter {
public:
    explicit Counter(std::size_t least_sites) : least_sites_(least_sites) {}

    void add(const std::set<std::uint32_t>& words, bool article, const std::string& site) {
        ++blocks_[article ? 1 : 0];
        for (const std::uint32_t word : words) {
            Counts& counts = words_[word];
            ++counts.blocks[article ? 1 : 0];
            if (counts.sites.size() < least_sites_) counts.sites.insert(site);
        }
    }

    std::vector<read::WordScore> table() const {
        constexpr double kLeast = 0.1;
        constexpr double kMost = 6;
        const double article = blocks_[1];
        const double furniture = blocks_[0];
        const double smoothing = 2 / (article + furniture);
        std::vector<read::WordScore> table;
        for (const auto& [word, counts] : words_) {
            if (counts.sites.size() < least_sites_) continue;
            const double odds = (counts.blocks[1] + smoothing * article) / (counts.blocks[0] + smoothing * furniture);
            const double score = std::clamp(std::log(odds * furniture / article), -kMost, kMost);
            if (std::abs(score) > kLeast) table.push_back({word, static_cast<float>(score)});
        }
        return table;
    }

private:
    struct Counts {
        std::array<double, 2> blocks{};  // of furniture, of the article
        std::set<std::string> sites;
    };
    std::size_t least_sites_;
    std::array<double, 2> blocks_{};
    std::map<std::uint32_t, Counts> words_;
};

std::set<std::uint32_t> words_of(std::string_view text) {
    std::set<std::uint32_t> words;
    for (const read::FoldedWord& word : read::fold_words(text, read::kMostSignWords))
        words.insert(read::word_key(word.hash));
    return words;
}

std::set<std::uint32_t> names_around(const read::HtmlTree& tree, std::uint32_t node) {
    constexpr int kLevels = 40;
    std::set<std::uint32_t> words;
    while (node != 0 && !read::is_block_element(tree.nodes[node].tag)) node = tree.nodes[node].parent;
    for (int level = 0; level < kLevels && node != 0; ++level, node = tree.nodes[node].parent) {
        for (const auto name :
             {HtmlAttributeName::class_, HtmlAttributeName::id, HtmlAttributeName::role, HtmlAttributeName::itemprop}) {
            for (const read::WordHash word : read::words_of_name(tree.slice(tree.attribute(node, name))))
                words.insert(read::word_key(word));
        }
    }
    return words;
}

}  // namespace

WordTables count_words(const std::vector<TrainingPage>& pages, int left_out) {
    constexpr std::size_t kTextSites = 4;
    constexpr std::size_t kNameSites = 3;
    Counter text(kTextSites);
    Counter names(kNameSites);
    for (const TrainingPage& page : pages) {
        if (page.fold == left_out || page.text.empty()) continue;
        for (std::size_t i = 0; i < page.list.blocks.size(); ++i) {
            const read::RawBlock& block = page.list.blocks[i];
            text.add(words_of(page.list.slice(block.span)), page.labels[i] > 0, page.site);
            names.add(names_around(page.tree, block.node), page.labels[i] > 0, page.site);
        }
    }
    return {text.table(), names.table()};
}

}  // namespace axray::train
