#include "block_labels.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/folded_words.hpp"

namespace axray::train {
namespace {

constexpr std::size_t kRun = 4;  // words

void append_words(std::string_view text, std::vector<read::WordHash>& words) {
    read::WordHash hash = read::kHashBasis;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = base::decode_utf8(text, at);
        const bool letter = u_isalnum(static_cast<UChar32>(next.value)) != 0 || next.value == U'_';
        if (open && !letter) words.push_back(hash);
        if (!letter || !open) hash = read::kHashBasis;
        for (std::size_t i = at; letter && i < at + next.size; ++i)
            hash = read::extend_hash(hash, static_cast<unsigned char>(text[i]));
        open = letter;
        at += next.size;
    }
    if (open) words.push_back(hash);
}

using RunCounts = std::unordered_map<read::WordHash, int>;

read::WordHash run_at(const std::vector<read::WordHash>& words, std::size_t at) {
    read::WordHash hash = read::kHashBasis;
    for (std::size_t i = at; i < std::min(at + kRun, words.size()); ++i) hash = (hash ^ words[i]) * 1099511628211ULL;
    return hash;
}

RunCounts count_runs(const std::vector<read::WordHash>& words) {
    RunCounts counts;
    const std::size_t runs = words.size() < kRun ? 1 : words.size() - kRun + 1;
    for (std::size_t at = 0; at < runs; ++at) ++counts[run_at(words, at)];
    return counts;
}

class Labeller {
public:
    Labeller(std::string_view text, const read::BlockView& blocks) {
        std::vector<read::WordHash> gold;
        append_words(text, gold);
        gold_runs_ = count_runs(gold);
        begins_.push_back(0);
        for (const read::RawBlock& block : blocks.blocks) {
            append_words(blocks.slice(block.span), words_);
            begins_.push_back(words_.size());
        }
        page_runs_ = count_runs(words_);
    }

    BlockLabels label() {
        mark_words();
        BlockLabels result;
        for (std::size_t block = 0; block + 1 < begins_.size(); ++block) {
            result.words.push_back(size(block));
            const auto found = count(in_text_, block);
            result.labels.push_back(found > 0 && 2 * found >= size(block) ? 1.0F : 0.0F);
        }
        drop_copies(result.labels);
        return result;
    }

private:
    std::size_t size(std::size_t block) const { return begins_[block + 1] - begins_[block]; }
    std::size_t count(const std::vector<bool>& marks, std::size_t block) const {
        return static_cast<std::size_t>(std::count(marks.begin() + static_cast<std::ptrdiff_t>(begins_[block]),
                                                   marks.begin() + static_cast<std::ptrdiff_t>(begins_[block + 1]),
                                                   true));
    }

    void mark_words() {
        in_text_.assign(words_.size(), false);
        copied_.assign(words_.size(), false);
        for (std::size_t at = 0; at + kRun <= words_.size(); ++at) {
            const auto gold = gold_runs_.find(run_at(words_, at));
            if (gold == gold_runs_.end()) continue;
            const bool more_often = page_runs_[gold->first] > gold->second;
            for (std::size_t i = at; i < at + kRun; ++i) {
                in_text_[i] = true;
                if (more_often) copied_[i] = true;
            }
        }
    }

    void drop_copies(std::vector<float>& labels) const {
        std::vector<std::size_t> sure{0};  // words of blocks that stand once, before each block
        for (std::size_t block = 0; block < labels.size(); ++block) {
            const bool once = labels[block] > 0 && 2 * count(copied_, block) < size(block);
            sure.push_back(sure.back() + (once ? size(block) : 0));
        }
        std::map<read::WordHash, std::vector<std::size_t>> copies;
        for (std::size_t block = 0; block < labels.size(); ++block) {
            if (labels[block] > 0 && sure[block + 1] == sure[block])
                copies[run_at(words_, begins_[block])].push_back(block);
        }
        const auto company = [&](std::size_t block) {
            constexpr std::size_t kReach = 6;  // blocks
            const std::size_t from = block > kReach ? block - kReach : 0;
            const std::size_t to = std::min(block + kReach + 1, labels.size());
            const auto around = begins_[to] - begins_[from] - size(block);
            return static_cast<double>(sure[to] - sure[from]) / static_cast<double>(std::max<std::size_t>(around, 1));
        };
        for (auto& [run, blocks] : copies) {
            const auto gold = gold_runs_.find(run);
            const std::size_t wanted = gold == gold_runs_.end() ? 1 : static_cast<std::size_t>(gold->second);
            std::stable_sort(blocks.begin(), blocks.end(),
                             [&](std::size_t left, std::size_t right) { return company(left) > company(right); });
            for (std::size_t i = wanted; i < blocks.size(); ++i) labels[blocks[i]] = 0;
        }
    }

    RunCounts gold_runs_;
    RunCounts page_runs_;
    std::vector<read::WordHash> words_;  // of the page
    std::vector<std::size_t> begins_;    // of blocks, in words
    std::vector<bool> in_text_;
    std::vector<bool> copied_;  // in a run that the page has more often than the text
};

}  // namespace

BlockLabels label_blocks(std::string_view text, const read::BlockView& blocks) {
    return Labeller(text, blocks).label();
}

}  // namespace axray::train
