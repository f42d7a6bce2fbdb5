#include "read/furniture/phrase_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "read/furniture/furniture_phrases.hpp"

namespace axray::read {
namespace {

constexpr WordHash kAnyNumber = hash_of_folded("#");
constexpr WordHash kAnyWord = hash_of_folded("*");

// How many words the phrase takes from `begin` on, 0 when it does not stand there.
std::size_t match_length(std::string_view phrase, const std::vector<FoldedWord>& words, std::size_t begin) {
    std::size_t at = begin;
    while (!phrase.empty()) {
        if (at == words.size()) return 0;
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        const WordHash expected = hash_of_folded(phrase.substr(0, end));
        const bool same =
            expected == kAnyNumber ? words[at].is_number : expected == kAnyWord || expected == words[at].hash;
        if (!same) return 0;
        ++at;
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return at - begin;
}

bool stands_in_place(Place place, std::size_t begin, std::size_t length, std::size_t count) {
    switch (place) {
        case Place::whole: return begin == 0 && length == count;
        case Place::start: return begin == 0;
        case Place::end: return begin + length == count;
        case Place::anywhere: return true;
    }
    return false;
}

constexpr WordHash first_word(const PhraseRule& rule) {
    return hash_of_folded(rule.words.substr(0, std::min(rule.words.find(' '), rule.words.size())));
}

struct IndexEntry {
    WordHash first = 0;
    const PhraseRule* rule = nullptr;
};
constexpr std::size_t kPhraseCount = std::size(kPhrases);
constexpr std::size_t kFilterBits = 8192;

// The rules sorted by their first word, and one bit for each first word, since most words of a text begin no phrase.
struct PhraseIndex {
    std::array<IndexEntry, kPhraseCount> entries{};
    std::array<bool, kFilterBits> filter{};
};

constexpr PhraseIndex make_index() {
    PhraseIndex index;
    for (std::size_t i = 0; i < kPhraseCount; ++i) {
        index.entries[i] = {first_word(kPhrases[i]), &kPhrases[i]};
        index.filter[index.entries[i].first % kFilterBits] = true;
    }
    std::sort(index.entries.begin(), index.entries.end(), [](const IndexEntry& left, const IndexEntry& right) {
        return left.first != right.first ? left.first < right.first : left.rule < right.rule;
    });
    return index;
}
constexpr PhraseIndex kIndex = make_index();

const PhraseRule* best_phrase_at(const std::vector<FoldedWord>& words, std::size_t begin, WordHash first) {
    if (!kIndex.filter[first % kFilterBits]) return nullptr;
    const PhraseRule* best = nullptr;
    auto entry = std::lower_bound(kIndex.entries.begin(), kIndex.entries.end(), first,
                                  [](const IndexEntry& row, WordHash hash) { return row.first < hash; });
    for (; entry != kIndex.entries.end() && entry->first == first; ++entry) {
        const PhraseRule& rule = *entry->rule;
        if (rule.place != Place::anywhere && rule.place != Place::end && begin > 0) continue;
        if (best != nullptr && best->points >= rule.points) continue;
        const std::size_t length = match_length(rule.words, words, begin);
        if (length > 0 && stands_in_place(rule.place, begin, length, words.size())) best = &rule;
    }
    return best;
}

}  // namespace

std::vector<const PhraseRule*> find_phrases(const std::vector<FoldedWord>& words) {
    std::vector<const PhraseRule*> found;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        const PhraseRule* rule = best_phrase_at(words, begin, words[begin].is_number ? kAnyNumber : words[begin].hash);
        if (rule != nullptr && std::find(found.begin(), found.end(), rule) == found.end()) found.push_back(rule);
    }
    return found;
}

}  // namespace axray::read
