#include "language/speech/phrase_table.hpp"

#include <algorithm>
#include <bit>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

bool reads_as(const TokenView& view, std::uint32_t at, std::uint64_t word) {
    return view.is_word(at) && (view.tokens.form[at] == word || view.tokens.lemma[at] == word);
}

}  // namespace

void PhraseTable::add(std::string_view phrases, std::uint8_t value) {
    while (!phrases.empty()) {
        const std::size_t blank = phrases.find(' ');
        if (blank != 0) add_one(phrases.substr(0, blank), value);
        phrases = blank == std::string_view::npos ? std::string_view{} : phrases.substr(blank + 1);
    }
}

void PhraseTable::add_one(std::string_view phrase, std::uint8_t value) {
    Phrase added;
    added.value = value;
    added.begin = static_cast<std::uint32_t>(words_.size());
    for (std::size_t plus = phrase.find('+'); plus != std::string_view::npos; plus = phrase.find('+')) {
        words_.push_back(hash_word(phrase.substr(0, plus)));
        phrase = phrase.substr(plus + 1);
    }
    words_.push_back(hash_word(phrase));
    added.first = words_[added.begin++];
    added.end = static_cast<std::uint32_t>(words_.size());
    phrases_.push_back(added);
}

void PhraseTable::finish() {
    std::stable_sort(phrases_.begin(), phrases_.end(),
                     [](const Phrase& left, const Phrase& right) { return left.first < right.first; });
    slots_.assign(std::bit_ceil(4 * phrases_.size() + 1), 0);
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        if (i > 0 && phrases_[i - 1].first == phrases_[i].first) continue;
        std::size_t slot = phrases_[i].first % slots_.size();
        while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
        slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
}

std::size_t PhraseTable::first_phrase(std::uint64_t word) const {
    for (std::size_t slot = word % slots_.size(); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
        if (phrases_[slots_[slot] - 1U].first == word) return slots_[slot] - 1U;
    }
    return phrases_.size();
}

void PhraseTable::look(const TokenView& view, std::uint32_t at, std::uint32_t end, std::uint32_t gap,
                       std::uint64_t first, Match& best) const {
    for (std::size_t i = first_phrase(first); i < phrases_.size() && phrases_[i].first == first; ++i) {
        const Phrase& phrase = phrases_[i];
        std::uint32_t place = at;
        std::uint32_t next = phrase.begin;
        while (next < phrase.end) {
            const std::uint32_t limit = std::min(end, place + gap + 2);
            std::uint32_t found = place + 1;
            while (found < limit && !reads_as(view, found, words_[next])) ++found;
            if (found >= limit) break;
            place = found;
            ++next;
        }
        const std::uint32_t size = phrase.end - phrase.begin + 1;
        if (next == phrase.end && size > best.words) best = {phrase.value, size, place + 1};
    }
}

PhraseTable::Match PhraseTable::find(const TokenView& view, std::uint32_t at, std::uint32_t end,
                                     std::uint32_t gap) const {
    Match best;
    if (!view.is_word(at) || slots_.empty()) return best;
    look(view, at, end, gap, view.tokens.form[at], best);
    if (view.tokens.lemma[at] != view.tokens.form[at]) look(view, at, end, gap, view.tokens.lemma[at], best);
    return best;
}

}  // namespace axray::language
