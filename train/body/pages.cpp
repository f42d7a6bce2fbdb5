#include "pages.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "../metadata/gold.hpp"
#include "block_labels.hpp"
#include "read/characters/charset.hpp"
#include "read/characters/folded_words.hpp"
#include "read/html/html_blocks.hpp"

namespace axray::train {
namespace {

// A block costs as much as its share of the page, and a little for being a paragraph; none decides a page alone. The
// first paragraph counts twice: it says what the article says.
std::vector<float> weights_of(const std::vector<float>& labels, const std::vector<std::size_t>& words) {
    constexpr float kParagraph = 10;  // words
    constexpr float kLeastPage = 50;
    constexpr float kMost = 0.3F;
    constexpr float kFirst = 2;
    constexpr std::size_t kFirstWords = 5;
    float total = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) total += labels[i] * static_cast<float>(words[i]);
    std::vector<float> weights;
    bool first = true;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const float share = (static_cast<float>(words[i]) + kParagraph) / std::max(total, kLeastPage);
        weights.push_back(std::min(share, kMost));
        if (!first || labels[i] < 1 || words[i] < kFirstWords) continue;
        weights.back() *= kFirst;
        first = false;
    }
    return weights;
}

}  // namespace

Result<std::vector<TrainingPage>> read_training_pages(const std::string& folder, int folds) {
    auto gold = read_gold(folder);
    if (!gold) return fail(std::move(gold).error());
    std::vector<TrainingPage> pages;
    for (GoldPage& one : *gold) {
        if (one.text.empty() || one.source == "readability") continue;
        TrainingPage page;
        page.id = one.id;
        page.source = one.source;
        page.site = one.site;
        page.fold = static_cast<int>(read::hash_of_folded(one.site) % static_cast<std::uint64_t>(folds));
        const auto decoded =
            read::decode(one.bytes, {.transport = {}, .page = read::charset_declared_in_page(one.bytes)});
        page.decoded = std::make_shared<const std::string>(decoded.text());
        auto tree = read::parse_html(*page.decoded);
        if (!tree) continue;
        page.tree = *std::move(tree);
        read::BlockWriter writer;
        read::append_html_blocks(page.tree, read::count_text_bytes(page.tree), writer);
        page.list = std::move(writer.list());
        auto labelled = label_blocks(one.text, page.view());
        page.weights = weights_of(labelled.labels, labelled.words);
        page.labels = std::move(labelled.labels);
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace axray::train
