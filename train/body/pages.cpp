#include "pages.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "../metadata/gold.hpp"
#include "block_labels.hpp"
#include "read/characters/charset.hpp"
#include "read/characters/folded_words.hpp"
#include "read/html/html_blocks.hpp"

namespace axray::train {
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

void label_by_chances(TrainingPage& page, const std::vector<float>& chances) {
    constexpr float kSure = 0.35F;  // away from one half
    constexpr float kSureWeight = 0.6F;
    constexpr float kUnsureWeight = 0.05F;
    constexpr float kKnownWeight = 3;
    constexpr std::size_t kTelling = 12;  // bytes of words that stand for a block
    page.labels.clear();
    std::vector<float> trust;
    for (std::size_t i = 0; i < page.list.blocks.size(); ++i) {
        page.labels.push_back(chances[i] > 0.5F ? 1.0F : 0.0F);
        trust.push_back(std::abs(chances[i] - 0.5F) > kSure ? kSureWeight : kUnsureWeight);
        const std::string_view text = page.list.slice(page.list.blocks[i].span);
        for (const std::string& words : page.with) {
            if (words.size() <= kTelling || text.find(words) == std::string_view::npos) continue;
            page.labels.back() = 1;
            trust.back() = kKnownWeight;
        }
        for (const std::string& words : page.without) {
            if (text.size() > 6 * words.size() + 60 || text.find(words) == std::string_view::npos) continue;
            page.labels.back() = 0;
            trust.back() = kKnownWeight;
        }
    }
    page.weights = weights_of(page.labels, page.words);
    for (std::size_t i = 0; i < trust.size(); ++i) page.weights[i] *= trust[i];
}

Result<std::vector<TrainingPage>> read_training_pages(const std::string& folder, int folds) {
    auto gold = read_gold(folder);
    if (!gold) return fail(std::move(gold).error());
    std::vector<TrainingPage> pages;
    for (GoldPage& one : *gold) {
        TrainingPage page;
        page.id = one.id;
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
        // The texts of this collection were written down by a program.
        if (one.source != "readability") page.text = std::move(one.text);
        page.title = std::move(one.title);
        page.with = std::move(one.with);
        page.without = std::move(one.without);
        auto labelled = label_blocks(page.text, page.view());
        page.words = std::move(labelled.words);
        if (!page.text.empty()) {
            page.labels = std::move(labelled.labels);
            page.weights = weights_of(page.labels, page.words);
        }
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace axray::train
