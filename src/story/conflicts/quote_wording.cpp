#include "story/conflicts/quote_wording.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include <xxhash.h>

#include "language/words/lexicon.hpp"
#include "story/conflicts/spelling.hpp"
#include "story/conflicts/utterances.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Tokens;

constexpr std::size_t kLeastSame = 6;          // words that both have
constexpr float kLeastShare = 0.6F;            // of the longer one's words
constexpr std::size_t kLeastSameUnnamed = 10;  // where a speaker is not known
constexpr float kLeastShareUnnamed = 0.75F;
constexpr std::size_t kMostAroundNot = 4;  // words of a run with "not"; more may be a sentence of its own
constexpr std::size_t kEndWords = 3;       // at an end: more are the neighbouring sentence
constexpr std::size_t kMostOfKey = 24;     // utterances with the same pair of words that are compared

// A run of words that one utterance has where the other has another one; either may be empty.
struct Gap {
    std::size_t one_begin = 0;
    std::size_t one_end = 0;
    std::size_t other_begin = 0;
    std::size_t other_end = 0;

    [[nodiscard]] bool both() const { return one_begin < one_end && other_begin < other_end; }
};

class Wording {
public:
    Wording(const StoryTexts& texts, const Utterance& one)
        : utterance(one), tokens(texts.report(one.report).words.tokens), document(*texts.report(one.report).document) {}

    [[nodiscard]] std::uint64_t form(std::size_t word) const { return tokens.form[utterance.words[word]]; }
    [[nodiscard]] std::size_t size() const { return utterance.words.size(); }
    [[nodiscard]] std::string_view text(std::size_t word) const {
        return document.slice(tokens.span[utterance.words[word]]);
    }
    [[nodiscard]] bool is_content(std::size_t word) const { return tokens.is_content(utterance.words[word]); }

    const Utterance& utterance;
    const Tokens& tokens;
    const Document& document;
};

// Pairs of positions in both, in order.
std::vector<std::pair<std::size_t, std::size_t>> common_words(const Wording& one, const Wording& other) {
    const std::size_t columns = other.size() + 1;
    std::vector<std::uint16_t> length((one.size() + 1) * columns, 0);
    for (std::size_t i = one.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            length[i * columns + j] = one.form(i) == other.form(j)
                                          ? static_cast<std::uint16_t>(length[(i + 1) * columns + j + 1] + 1)
                                          : std::max(length[(i + 1) * columns + j], length[i * columns + j + 1]);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
        if (one.form(i) == other.form(j)) {
            pairs.emplace_back(i++, j++);
        } else if (length[(i + 1) * columns + j] >= length[i * columns + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

// "f***", "bl- ": letters of a word were left out.
bool is_masked(const Wording& one, std::size_t word) {
    const std::string_view all = one.document.text;
    const std::uint32_t end = one.tokens.span[one.utterance.words[word]].end;
    const std::string_view behind = all.substr(end, 4);
    for (const std::string_view mask : {"*", "#", "- ", "\xE2\x80\x93 ", "\xE2\x80\x94 "}) {
        if (behind.substr(0, mask.size()) == mask) return true;
    }
    return false;
}

// Written in another way as one word or several: "First Group", "FirstGroup".
bool joined_alike(const Wording& one, const Gap& gap, const Wording& other) {
    std::string mine;
    std::string theirs;
    for (std::size_t word = gap.one_begin; word < gap.one_end; ++word) mine += one.text(word);
    for (std::size_t word = gap.other_begin; word < gap.other_end; ++word) theirs += other.text(word);
    return spelled_alike(mine, theirs);
}

// All of these are names, of which one may be spelled in many ways.
bool are_names(const Wording& one, const std::vector<std::size_t>& words) {
    return std::all_of(words.begin(), words.end(), [&](std::size_t word) {
        const std::uint32_t token = one.utterance.words[word];
        return one.tokens.mention[token] != kNone ||
               (one.tokens.has(token, language::kCapitalised) && !one.tokens.has(token, language::kSentenceInitial));
    });
}

// Brackets and dots between the words say that the quotation was changed on purpose.
bool marks_edit(const Wording& one, std::size_t begin, std::size_t end) {
    for (std::size_t word = begin; word < end; ++word) {
        if (is_masked(one, word)) return true;
    }
    const auto& words = one.utterance.words;
    const std::uint32_t first = begin > 0 ? words[begin - 1] : one.utterance.tokens.begin;
    const std::uint32_t last = end < words.size() ? words[end] + 1 : one.utterance.tokens.end;
    for (std::uint32_t token = first; token < last; ++token) {
        const std::string_view text = one.document.slice(one.tokens.span[token]);
        if (text == "[" || text == "]" || text == "(" || text == "..." || text == "\xE2\x80\xA6") return true;
        if (text.find("**") != std::string_view::npos) return true;
    }
    return false;
}

bool same_word(const Wording& one, std::size_t mine, const Wording& other, std::size_t theirs) {
    const std::uint32_t left = one.utterance.words[mine];
    const std::uint32_t right = other.utterance.words[theirs];
    if (one.tokens.stem[left] == other.tokens.stem[right] || one.tokens.lemma[left] == other.tokens.lemma[right]) {
        return true;
    }
    return trace::surface_relation({&one.utterance.speaker.text->words, left},
                                   {&other.utterance.speaker.text->words, right})
                   .strength >= trace::kBorneOut ||
           spelled_alike(one.text(mine), other.text(theirs));
}

// Content words of the run that the other's run lacks in any form.
std::vector<std::size_t> changed_words(const Wording& one, std::size_t begin, std::size_t end, const Wording& other,
                                       std::size_t other_begin, std::size_t other_end) {
    std::vector<std::size_t> changed;
    for (std::size_t word = begin; word < end; ++word) {
        if (!one.is_content(word)) continue;
        bool there = false;
        for (std::size_t theirs = other_begin; theirs < other_end && !there; ++theirs) {
            there = same_word(one, word, other, theirs);
        }
        if (!there) changed.push_back(word);
    }
    return changed;
}

std::vector<std::size_t> negations(const Wording& one, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> found;
    for (std::size_t word = begin; word < end; ++word) {
        if (one.tokens.has(one.utterance.words[word], language::kNegationCue)) found.push_back(word);
    }
    return found;
}

void append(const std::vector<std::size_t>& words, std::vector<std::size_t>& all) {
    all.insert(all.end(), words.begin(), words.end());
}

void append_run(std::size_t begin, std::size_t end, std::vector<std::size_t>& all) {
    for (auto word = begin; word < end; ++word) all.push_back(word);
}

// What two utterances have alike and what not.
struct Likeness {
    std::size_t same = 0;
    std::size_t same_content = 0;
    float share = 0;  // of the longer region
    std::vector<std::size_t> one_changed;
    std::vector<std::size_t> other_changed;
};

std::vector<Gap> gaps_between(const std::vector<std::pair<std::size_t, std::size_t>>& pairs, std::size_t one_size,
                              std::size_t other_size) {
    std::vector<Gap> gaps;
    const auto [first_one, first_other] = pairs.front();
    if (first_one <= kEndWords && first_other <= kEndWords) gaps.push_back({0, first_one, 0, first_other});
    for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
        gaps.push_back({pairs[i].first + 1, pairs[i + 1].first, pairs[i].second + 1, pairs[i + 1].second});
    }
    const auto [last_one, last_other] = pairs.back();
    if (one_size - last_one - 1 <= kEndWords && other_size - last_other - 1 <= kEndWords) {
        gaps.push_back({last_one + 1, one_size, last_other + 1, other_size});
    }
    return gaps;
}

Likeness compare(const Wording& one, const Wording& other) {
    Likeness likeness;
    const auto pairs = common_words(one, other);
    if (pairs.size() < kLeastSame) return likeness;
    likeness.same = pairs.size();
    for (const auto& pair : pairs) likeness.same_content += one.is_content(pair.first) ? 1 : 0;
    const auto gaps = gaps_between(pairs, one.size(), other.size());
    std::size_t region_one = pairs.size();
    std::size_t region_other = pairs.size();
    for (const Gap& gap : gaps) {
        region_one += gap.one_end - gap.one_begin;
        region_other += gap.other_end - gap.other_begin;
        if (marks_edit(one, gap.one_begin, gap.one_end) || marks_edit(other, gap.other_begin, gap.other_end)) continue;
        const auto denied = negations(one, gap.one_begin, gap.one_end);
        const auto other_denied = negations(other, gap.other_begin, gap.other_end);
        const bool between = gap.one_begin > 0 && gap.one_end < one.size();
        const bool is_short =
            gap.one_end - gap.one_begin <= kMostAroundNot && gap.other_end - gap.other_begin <= kMostAroundNot;
        if (between && is_short && denied.empty() != other_denied.empty()) {  // "could not be sure", "were sure"
            append_run(gap.one_begin, gap.one_end, likeness.one_changed);
            append_run(gap.other_begin, gap.other_end, likeness.other_changed);
            continue;
        }
        if (!gap.both() || joined_alike(one, gap, other)) continue;
        const auto mine = changed_words(one, gap.one_begin, gap.one_end, other, gap.other_begin, gap.other_end);
        const auto theirs = changed_words(other, gap.other_begin, gap.other_end, one, gap.one_begin, gap.one_end);
        if (mine.empty() || theirs.empty() || (are_names(one, mine) && are_names(other, theirs))) continue;
        append(mine, likeness.one_changed);
        append(theirs, likeness.other_changed);
    }
    likeness.share = static_cast<float>(pairs.size()) / static_cast<float>(std::max(region_one, region_other));
    return likeness;
}

// Without the marks at its ends.
language::TokenSpan words_of(const Utterance& one) { return {one.words.front(), one.words.back() + 1}; }

std::uint64_t hash_of(const Wording& one, const std::vector<std::size_t>& words) {
    std::vector<std::uint64_t> forms;
    forms.reserve(words.size());
    for (const std::size_t word : words) forms.push_back(one.form(word));
    return XXH3_64bits(forms.data(), forms.size() * sizeof(std::uint64_t));
}

// Utterances that share a pair of neighbouring content words, each pair once.
std::vector<std::pair<std::uint32_t, std::uint32_t>> likely_pairs(const StoryTexts& texts,
                                                                  const std::vector<Utterance>& utterances) {
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<std::uint32_t>> by_words;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t number = 0; number < utterances.size(); ++number) {
        const Tokens& tokens = texts.report(utterances[number].report).words.tokens;
        std::uint64_t before = 0;
        for (const std::uint32_t token : utterances[number].words) {
            if (!tokens.is_content(token)) continue;
            auto& holders = by_words[{before, tokens.stem[token]}];
            before = tokens.stem[token];
            if (!holders.empty() && holders.back() == number) continue;
            for (const std::uint32_t other : holders) pairs.emplace_back(other, number);
            if (holders.size() < kMostOfKey) holders.push_back(number);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

bool may_be_one_utterance(const Utterance& one, const Utterance& other, const Likeness& likeness) {
    if (likeness.same < kLeastSame || likeness.share < kLeastShare) return false;
    if (likeness.same_content < likeness.one_changed.size() || likeness.same_content < likeness.other_changed.size())
        return false;
    if (one.speaker.named() && other.speaker.named()) return same_speaker(one.speaker, other.speaker);
    return likeness.same >= kLeastSameUnnamed && likeness.share >= kLeastShareUnnamed;
}

}  // namespace

std::vector<FoundConflict> find_quote_conflicts(const StoryTexts& texts, std::span<const Statement> statements) {
    auto utterances = find_utterances(texts, statements);
    for (Utterance& one : utterances) one.speaker.text = &texts.report(one.report);
    std::vector<FoundConflict> found;
    for (const auto& [first, second] : likely_pairs(texts, utterances)) {
        const Utterance& one = utterances[first];
        const Utterance& other = utterances[second];
        if (one.report == other.report || (!one.in_marks && !other.in_marks)) continue;
        const Wording mine(texts, one);
        const Wording theirs(texts, other);
        const Likeness likeness = compare(mine, theirs);
        const bool changed = !likeness.one_changed.empty() || !likeness.other_changed.empty();
        if (!changed || !may_be_one_utterance(one, other, likeness)) continue;
        const bool known = one.speaker.named() && other.speaker.named();
        found.push_back({ConflictKind::quote_wording, statements[one.statement].side(words_of(one)),
                         statements[other.statement].side(words_of(other)), hash_of(mine, likeness.one_changed),
                         hash_of(theirs, likeness.other_changed), (known ? 0.55 : 0.35) + 0.4 * likeness.share,
                         common_name(one.speaker, other.speaker)});
    }
    return found;
}

}  // namespace axray::story
