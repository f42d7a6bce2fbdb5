#include "read/body/text_features.hpp"

#include <cstddef>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "read/body/chance_sequence.hpp"

namespace axray::read {
namespace {

class FirstTextPass {
public:
    FirstTextPass(const BlockView& list, const std::vector<BlockSigns>& signs) : list_(list), signs_(signs) {
        words_before_.push_back(0);
        prose_before_.push_back(0);
        for (const BlockSigns& block : signs) {
            words_before_.push_back(words_before_.back() + block.words);
            prose_before_.push_back(prose_before_.back() + (block.is_prose ? block.words : 0));
            score_sum_ += block.score_mean * block.words;
        }
        for (const RawBlock& block : list.blocks) ++repetitions_[list.slice(block.span)];
    }

    FeatureRows rows() {
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            add_words(i);
            add_place(i);
            add_heading_above(i);
            for (const int offset : {-3, -2, -1, 1, 2, 3}) add_neighbour(static_cast<std::ptrdiff_t>(i) + offset);
            add_page();
            row_.end_row();
        }
        return row_.take();
    }

private:
    void add_words(std::size_t i) {
        const BlockSigns& signs = signs_[i];
        row_.add({log_of(signs.words), log_of(signs.bytes), signs.sentence_ends,
                  ratio(signs.sentence_ends, signs.words), as_float(signs.ends_sentence), as_float(signs.last == ':'),
                  as_float(signs.last == '!'), as_float(signs.last == '?')});
        add_word_signs(signs, row_);
        row_.add({repetitions_[list_.slice(list_.blocks[i].span)], static_cast<float>(list_.blocks[i].kind)});
    }

    void add_place(std::size_t i) {
        const float blocks = static_cast<float>(signs_.size());
        const Surroundings surroundings = list_.blocks[i].surroundings;
        row_.add({static_cast<float>(i) / blocks, log_of(static_cast<float>(i)),
                  ratio(words_before_[i], words_before_.back()), ratio(prose_before_[i], prose_before_.back()),
                  log_of(prose_before_[i]), log_of(prose_before_.back() - prose_before_[i + 1]),
                  log_of(static_cast<float>(i - last_prose_)), as_float(has(surroundings, Surroundings::stands_alone)),
                  as_float(has(surroundings, Surroundings::columns))});
        if (signs_[i].is_prose) last_prose_ = i;
    }

    // Short lines that end no sentence stand over what follows.
    void add_heading_above(std::size_t i) {
        constexpr float kMostWords = 12;
        if (heading_ < i) {
            const BlockSigns& heading = signs_[heading_];
            row_.add({heading.score_mean, heading.score_least, heading.phrase_points, log_of(heading.words),
                      log_of(static_cast<float>(i - heading_)),
                      log_of(words_before_[i] - words_before_[heading_ + 1])});
        } else {
            row_.add({-1, -1, -1, -1, -1, -1});
        }
        if (signs_[i].words <= kMostWords && !signs_[i].ends_sentence) heading_ = i;
    }

    void add_neighbour(std::ptrdiff_t at) {
        if (at < 0 || at >= static_cast<std::ptrdiff_t>(signs_.size())) {
            row_.add({-1, -1, -1, -1, -1, -1, -1, -1});
            return;
        }
        const auto other = static_cast<std::size_t>(at);
        const BlockSigns& signs = signs_[other];
        row_.add({log_of(signs.words), as_float(signs.ends_sentence), signs.score_mean, signs.score_least,
                  signs.phrase_points, signs.verbs, signs.capitals, static_cast<float>(list_.blocks[other].kind)});
    }

    void add_page() {
        row_.add({log_of(words_before_.back()), log_of(prose_before_.back()),
                  ratio(prose_before_.back(), words_before_.back()), ratio(score_sum_, words_before_.back())});
    }

    const BlockView& list_;
    const std::vector<BlockSigns>& signs_;
    std::unordered_map<std::string_view, float> repetitions_;
    std::vector<float> words_before_;
    std::vector<float> prose_before_;
    float score_sum_ = 0;
    std::size_t last_prose_ = 0;
    std::size_t heading_ = static_cast<std::size_t>(-1);  // the last one so far
    RowWriter row_;
};

}  // namespace

std::vector<BlockSigns> signs_of_text(const BlockView& list, const WordScores& scores) {
    std::vector<BlockSigns> signs;
    signs.reserve(list.blocks.size());
    for (const RawBlock& block : list.blocks) {
        const std::string_view text = list.slice(block.span);
        signs.push_back(signs_of(text, fold_words(text, kMostSignWords), 0, scores));
    }
    return signs;
}

FeatureRows text_first_features(const BlockView& list, const std::vector<BlockSigns>& signs) {
    return FirstTextPass(list, signs).rows();
}

FeatureRows text_second_features(const BlockView& list, const std::vector<BlockSigns>& signs, const FeatureRows& first,
                                 std::span<const float> chances) {
    const ChanceSequence sequence(list.blocks, signs, chances);
    RowWriter row;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        row.add(first.row(i).first(kTextCarriedColumns));
        sequence.add_neighbours(i, row);
        sequence.add_surroundings(i, row);
        sequence.add_nearest(i, row);
        row.end_row();
    }
    return row.take();
}

std::vector<float> even_in_lists(const BlockView& list, const std::vector<float>& chances) {
    const std::vector<BlockUnit> units = units_of(list.blocks, BlockKind::list_item);
    std::vector<float> even;
    even.reserve(chances.size());
    for (std::size_t i = 0; i < chances.size(); i = units[i].end) {
        const auto [begin, end] = units[i];
        const float sum = std::accumulate(chances.begin() + static_cast<std::ptrdiff_t>(begin),
                                          chances.begin() + static_cast<std::ptrdiff_t>(end), 0.0F);
        even.insert(even.end(), end - begin, sum / static_cast<float>(end - begin));
    }
    return even;
}

}  // namespace axray::read
