#include "language/words/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/model_file.hpp"
#include "language/words/lexicon_format.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;
constexpr std::size_t kLongestWord = 64;  // bytes; longer ones are in no dictionary

struct Ending {
    std::string_view ending;
    std::string_view replacement;
};

// The endings that morphy takes off, for each word class.
constexpr std::array<Ending, 8> kNounEndings = {{{"s", ""},
                                                 {"ses", "s"},
                                                 {"xes", "x"},
                                                 {"zes", "z"},
                                                 {"ches", "ch"},
                                                 {"shes", "sh"},
                                                 {"men", "man"},
                                                 {"ies", "y"}}};
constexpr std::array<Ending, 8> kVerbEndings = {
    {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}};
constexpr std::array<Ending, 4> kAdjectiveEndings = {{{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}};

std::span<const Ending> endings_of(unsigned word_class) {
    if (word_class == 0) return kNounEndings;
    if (word_class == 1) return kVerbEndings;
    if (word_class == 2) return kAdjectiveEndings;
    return {};
}

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
    const std::uint64_t hash = XXH3_64bits(folded.data(), folded.size());
    return hash != 0 ? hash : 1;  // 0 means "none" everywhere
}

struct Lexicon::State {
    std::vector<base::ModelFile> file;  // one, or none for the empty lexicon
    std::span<const LexiconLemma> lemmas;
    std::span<const LexiconException> exceptions;
    std::span<const std::uint32_t> references;
    std::span<const std::uint32_t> hypernym_begin;
    std::span<const std::uint32_t> hypernyms;
    std::span<const std::uint32_t> similar_begin;
    std::span<const std::uint32_t> similar;

    [[nodiscard]] std::uint32_t slot_of(std::uint64_t hash) const {
        if (lemmas.empty()) return kNoSlot;
        const auto mask = static_cast<std::uint32_t>(lemmas.size() - 1);
        for (auto slot = static_cast<std::uint32_t>(hash) & mask; lemmas[slot].hash != 0; slot = (slot + 1) & mask) {
            if (lemmas[slot].hash == hash) return slot;
        }
        return kNoSlot;
    }

    [[nodiscard]] static unsigned sense_count(const LexiconLemma& lemma) {
        return static_cast<unsigned>(lemma.senses[0]) + lemma.senses[1] + lemma.senses[2] + lemma.senses[3];
    }

    [[nodiscard]] std::span<const SynsetId> synsets(const LexiconLemma& lemma) const {
        return references.subspan(lemma.references, sense_count(lemma));
    }
    [[nodiscard]] std::span<const std::uint32_t> derived(const LexiconLemma& lemma) const {
        return references.subspan(lemma.references + sense_count(lemma), lemma.derived);
    }
    [[nodiscard]] std::span<const std::uint32_t> antonyms(const LexiconLemma& lemma) const {
        return references.subspan(lemma.references + sense_count(lemma) + lemma.derived, lemma.antonyms);
    }
    [[nodiscard]] std::span<const SynsetId> row(std::span<const std::uint32_t> begin,
                                                std::span<const std::uint32_t> values, SynsetId synset) const {
        return values.subspan(begin[synset], begin[synset + 1] - begin[synset]);
    }

    // Calls visit(slot, word_class, is_exception) for every reading of the form.
    template <class Visit>
    void for_each_reading(std::string_view folded, const Visit& visit) const {
        if (lemmas.empty() || folded.empty() || folded.size() > kLongestWord) return;
        const std::uint64_t hash = hash_word(folded);
        const auto mask = static_cast<std::uint32_t>(exceptions.size() - 1);
        for (auto at = static_cast<std::uint32_t>(hash) & mask; exceptions[at].hash != 0; at = (at + 1) & mask) {
            if (exceptions[at].hash == hash) visit(exceptions[at].slot, exceptions[at].word_class, true);
        }
        if (const std::uint32_t slot = slot_of(hash); slot != kNoSlot) {
            for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
                if (lemmas[slot].senses[word_class] != 0) visit(slot, word_class, false);
            }
        }
        for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
            detach_endings(folded, word_class, visit);
        }
    }

    template <class Visit>
    void detach_endings(std::string_view folded, unsigned word_class, const Visit& visit) const {
        std::array<char, kLongestWord + 8> buffer;
        for (const Ending& rule : endings_of(word_class)) {
            if (folded.size() <= rule.ending.size() + 1 || !folded.ends_with(rule.ending)) continue;
            const std::size_t kept = folded.size() - rule.ending.size();
            std::memcpy(buffer.data(), folded.data(), kept);
            std::memcpy(buffer.data() + kept, rule.replacement.data(), rule.replacement.size());
            const std::uint32_t slot = slot_of(hash_word({buffer.data(), kept + rule.replacement.size()}));
            if (slot != kNoSlot && lemmas[slot].senses[word_class] != 0) visit(slot, word_class, false);
        }
    }
};

Lexicon::Lexicon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::empty() { return Lexicon(std::make_unique<State>()); }

Result<Lexicon> Lexicon::open(const std::string& path) {
    auto file = base::ModelFile::open(path, kLexiconKind, kLexiconVersion);
    if (!file) return fail(file.error());
    const std::string_view payload = file->payload();
    LexiconHeader header;
    bool fits = payload.size() >= sizeof(header);
    if (fits) std::memcpy(&header, payload.data(), sizeof(header));
    fits = fits && std::has_single_bit(header.lemma_slots) && std::has_single_bit(header.exception_slots);

    auto state = std::make_unique<State>();
    std::size_t position = sizeof(header);
    const auto take = [&]<class T>(std::span<const T>& array, std::size_t count) {
        const std::size_t bytes = (count * sizeof(T) + 7) / 8 * 8;
        fits = fits && bytes <= payload.size() - position;
        if (!fits) return;
        array = {reinterpret_cast<const T*>(payload.data() + position), count};
        position += bytes;
    };
    take(state->lemmas, header.lemma_slots);
    take(state->exceptions, header.exception_slots);
    take(state->references, header.references);
    take(state->hypernym_begin, std::size_t{header.synsets} + 1);
    take(state->hypernyms, header.hypernyms);
    take(state->similar_begin, std::size_t{header.synsets} + 1);
    take(state->similar, header.similar);
    if (!fits || position != payload.size()) {
        return fail(Error{ErrorCode::model_mismatch, "lexicon is damaged: its arrays do not fill the file", {path}});
    }
    state->file.push_back(std::move(*file));
    return Lexicon(std::move(state));
}

WordAnalysis Lexicon::analyse(std::string_view folded) const {
    WordAnalysis analysis;
    int best = -1;
    const std::uint64_t form = hash_word(folded);
    state_->for_each_reading(folded, [&](std::uint32_t slot, std::uint32_t word_class, bool exception) {
        const LexiconLemma& lemma = state_->lemmas[slot];
        const auto bit = static_cast<std::uint8_t>(1U << word_class);
        analysis.classes |= bit;
        if (lemma.hash == form) analysis.base_classes |= bit;
        if (exception && word_class == 1) analysis.irregular_verb = true;
        const int frequency = lemma.frequency[word_class];
        if (frequency <= best) return;
        best = frequency;
        analysis.lemma = lemma.hash;
        analysis.verb_first = word_class == 1;
        analysis.proper = (lemma.proper & bit) != 0;
    });
    return analysis;
}

std::uint64_t Lexicon::lemma(std::string_view folded) const { return analyse(folded).lemma; }

std::uint8_t Lexicon::word_classes(std::uint64_t lemma) const {
    const std::uint32_t slot = state_->slot_of(lemma);
    std::uint8_t classes = 0;
    if (slot == kNoSlot) return classes;
    for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
        if (state_->lemmas[slot].senses[word_class] != 0) classes |= static_cast<std::uint8_t>(1U << word_class);
    }
    return classes;
}

std::span<const SynsetId> Lexicon::synsets(std::uint64_t lemma) const {
    const std::uint32_t slot = state_->slot_of(lemma);
    if (slot == kNoSlot) return {};
    return state_->synsets(state_->lemmas[slot]);
}

bool Lexicon::synonyms(std::uint64_t left, std::uint64_t right, unsigned senses) const {
    const std::uint32_t left_slot = state_->slot_of(left);
    const std::uint32_t right_slot = state_->slot_of(right);
    if (left_slot == kNoSlot || right_slot == kNoSlot) return false;
    const LexiconLemma& one = state_->lemmas[left_slot];
    const LexiconLemma& other = state_->lemmas[right_slot];
    std::uint32_t one_begin = one.references;
    std::uint32_t other_begin = other.references;
    for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
        const auto ones = state_->references.subspan(one_begin, std::min<unsigned>(one.senses[word_class], senses));
        const auto others =
            state_->references.subspan(other_begin, std::min<unsigned>(other.senses[word_class], senses));
        if (std::find_first_of(ones.begin(), ones.end(), others.begin(), others.end()) != ones.end()) return true;
        one_begin += one.senses[word_class];
        other_begin += other.senses[word_class];
    }
    return false;
}

bool Lexicon::derived(std::uint64_t left, std::uint64_t right) const {
    const std::uint32_t left_slot = state_->slot_of(left);
    const std::uint32_t right_slot = state_->slot_of(right);
    if (left_slot == kNoSlot || right_slot == kNoSlot) return false;
    const auto lists = [&](std::uint32_t from, std::uint32_t to) {
        const auto slots = state_->derived(state_->lemmas[from]);
        return std::find(slots.begin(), slots.end(), to) != slots.end();
    };
    return lists(left_slot, right_slot) || lists(right_slot, left_slot);
}

std::vector<SynsetId> Lexicon::above(std::uint64_t special, unsigned steps) const {
    std::vector<SynsetId> found;
    constexpr std::size_t kMost = 256;  // synsets looked at: more only happens for words of many senses
    std::array<SynsetId, kMost> seen;
    std::size_t count = 0;
    for (const SynsetId synset : synsets(special)) {
        if (count < kMost) seen[count++] = synset;
    }
    std::size_t begin = 0;
    for (unsigned step = 0; step < steps; ++step) {
        const std::size_t end = count;
        for (; begin < end; ++begin) {
            for (const SynsetId above : state_->row(state_->hypernym_begin, state_->hypernyms, seen[begin])) {
                found.push_back(above);
                if (count < kMost) seen[count++] = above;
            }
        }
    }
    return found;
}

bool Lexicon::hypernym(std::uint64_t special, std::uint64_t general, unsigned steps) const {
    const auto goals = synsets(general);
    if (goals.empty()) return false;
    const auto above_it = above(special, steps);
    return std::find_first_of(above_it.begin(), above_it.end(), goals.begin(), goals.end()) != above_it.end();
}

bool Lexicon::siblings(std::uint64_t left, std::uint64_t right) const {
    constexpr std::size_t kSenses = 2;  // rare senses make nearly anything a sibling
    const auto first_senses = [&](std::uint64_t lemma) {
        const auto all = synsets(lemma);
        return all.first(std::min(kSenses, all.size()));
    };
    for (const SynsetId one : first_senses(left)) {
        for (const SynsetId above : state_->row(state_->hypernym_begin, state_->hypernyms, one)) {
            for (const SynsetId other : first_senses(right)) {
                const auto row = state_->row(state_->hypernym_begin, state_->hypernyms, other);
                if (std::find(row.begin(), row.end(), above) != row.end()) return true;
            }
        }
    }
    return false;
}

bool Lexicon::antonyms(std::uint64_t left, std::uint64_t right) const {
    const std::uint32_t left_slot = state_->slot_of(left);
    const std::uint32_t right_slot = state_->slot_of(right);
    if (left_slot == kNoSlot || right_slot == kNoSlot) return false;
    const auto opposes = [&](std::uint32_t from, std::uint32_t to) {
        const auto slots = state_->antonyms(state_->lemmas[from]);
        return std::find(slots.begin(), slots.end(), to) != slots.end();
    };
    if (opposes(left_slot, right_slot) || opposes(right_slot, left_slot)) return true;
    if (synonyms(left, right)) return false;
    // "wet" is the opposite of "arid", because "arid" is similar to "dry": told by the first senses alone, as rare ones
    // make nearly anything an opposite.
    constexpr std::size_t kSenses = 2;
    const auto adjectives = [&](std::uint32_t slot) {
        const LexiconLemma& lemma = state_->lemmas[slot];
        const std::uint32_t begin = lemma.references + lemma.senses[0] + lemma.senses[1];
        return state_->references.subspan(begin, std::min<std::size_t>(lemma.senses[2], kSenses));
    };
    const auto opposes_similar = [&](std::uint32_t from, std::uint32_t to) {
        const auto targets = adjectives(to);
        for (const std::uint32_t slot : state_->antonyms(state_->lemmas[from])) {
            for (const SynsetId synset : adjectives(slot)) {
                const auto near = state_->row(state_->similar_begin, state_->similar, synset);
                if (std::find_first_of(near.begin(), near.end(), targets.begin(), targets.end()) != near.end())
                    return true;
            }
        }
        return false;
    };
    return opposes_similar(left_slot, right_slot) || opposes_similar(right_slot, left_slot);
}

}  // namespace axray::language
