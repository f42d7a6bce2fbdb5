#include "registers/actors/actor_mentions.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "registers/actors/actor_key.hpp"
#include "registers/actors/actor_text.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kMostWords = 8;     // of a name
constexpr std::size_t kShortWord = 4;     // letters up to which a single word may be anything
constexpr std::size_t kSureCapitals = 6;  // letters from which a word in capitals is meant as it is listed
constexpr std::size_t kListReach = 5;     // words between two names of one list
constexpr std::size_t kNounReach = 8;     // words before "called" in which a noun for actors is sought

// A place where a listed name stands, and what speaks for it.
struct Place {
    std::size_t first = 0;  // words
    std::size_t end = 0;
    KeyFacts facts;
    bool taken = false;      // an actor is meant
    bool with_sign = false;  // by a sign beside it
    bool refused = false;    // something else is meant
};

// What registers say of a key, looked up once a text.
struct KnownKey {
    ActorAnswer answer;
    std::vector<std::string> printed;
    bool primary = false;  // it is the primary name of an entry
};

class Finder {
public:
    Finder(std::string_view text, const ActorCatalogue& catalogue, const language::Lexicon& lexicon)
        : text_(read_words(text)), catalogue_(catalogue), lexicon_(lexicon) {}

    std::vector<ActorMention> find() && {
        find_places();
        for (auto& place : places_) judge_alone(place);
        for (std::size_t at = 1; at < places_.size(); ++at) join(places_[at - 1], places_[at]);
        for (auto at = places_.size(); at > 1; --at) join(places_[at - 1], places_[at - 2]);
        std::unordered_set<std::uint32_t> meant;
        for (const auto& place : places_) {
            if (place.taken && place.with_sign) meant.insert(place.facts.key);
        }
        std::vector<ActorMention> mentions;
        for (const auto& place : places_) {
            const bool again = !place.refused && meant.count(place.facts.key) > 0 && is_written_as_name(place);
            if (!place.taken && !again) continue;
            const Span span{text_.words[place.first].span.begin, text_.words[place.end - 1].span.end};
            mentions.push_back({span, known(place).answer});
        }
        return mentions;
    }

private:
    void find_places() {
        const auto& words = text_.words;
        std::string key;
        for (std::size_t first = 0; first < words.size();) {
            Place best;
            key.clear();
            const auto limit = std::min(words.size(), first + kMostWords);
            for (auto end = first; end < limit && !words[end].in_address; ++end) {
                const auto gap = text_.gap_before(end);
                if (end > first && (!joins_name(gap) || ends_verb(gap, words[end].key))) break;
                key += words[end].key;
                if (key.size() > catalogue_.longest_key()) break;
                KeyFacts facts;
                if (catalogue_.find_key(key, facts)) best = {first, end + 1, facts, false, false, false};
            }
            if (best.end == 0) {
                ++first;
                continue;
            }
            first = best.end;
            if (best.facts.actor) places_.push_back(best);
        }
    }

    const KnownKey& known(const Place& place) {
        const auto [at, is_new] = known_.try_emplace(place.facts.key);
        if (is_new) {
            at->second.answer = catalogue_.answer(place.facts);
            at->second.printed = catalogue_.printed_names(place.facts);
            for (const auto& actor : at->second.answer.actors) {
                for (const auto& claim : actor.claims) at->second.primary |= claim.kind == ListedNameKind::primary;
            }
        }
        return at->second;
    }

    [[nodiscard]] bool is_printed_so(const Place& place) {
        const auto& printed = known(place).printed;
        return std::find(printed.begin(), printed.end(), text_.slice(place.first, place.end)) != printed.end();
    }

    // Capitals where a name has them.
    [[nodiscard]] bool is_written_as_name(const Place& place) {
        if (is_printed_so(place)) return true;
        const auto& words = text_.words;
        for (auto at = place.first; at < place.end; ++at) {
            const bool small = words[at].letters == WordCase::lower;
            if (small && (at == place.first || (words[at].key.size() > 3 && !is_actor_noun(words[at].key))))
                return false;
        }
        return words[place.first].letters != WordCase::digits || place.end > place.first + 1;
    }

    [[nodiscard]] bool is_ordinary(const Place& place) const {
        const auto& words = text_.words;
        if (place.end > place.first + 1) return false;
        const auto& word = words[place.first];
        return word.key.size() <= kShortWord || lexicon_.analyse(word.key).classes != 0;
    }

    // "Tick group", "Tick cyberespionage group"; -1 when malware is meant.
    [[nodiscard]] int noun_behind(const Place& place) const {
        const auto& words = text_.words;
        for (auto at = place.end; at < words.size() && at < place.end + 4; ++at) {
            const auto gap = text_.gap_before(at);
            const bool owner = words[at].key == "s" && (gap == "'" || gap == "\u2019");
            if (!owner && !joins_phrase(gap) && gap != "-") return 0;
            if (is_actor_noun(words[at].key)) return 1;
            if (is_software_noun(words[at].key) && words[at].key != "ransomware") return -1;
            if (!owner && !may_come_before_noun(words[at].key)) return 0;
        }
        return 0;
    }

    // "group Tick", "a group known as Tick"; -1 when malware is meant.
    [[nodiscard]] int noun_before(const Place& place) const {
        const auto& words = text_.words;
        if (place.first == 0) return 0;
        auto at = place.first;
        if (!joins_list(text_.gap_before(at))) return 0;
        const auto& last = words[at - 1].key;
        if (is_actor_noun(last)) return 1;
        if (is_software_noun(last)) return -1;
        const bool naming = last == "as" || last == "called" || last == "dubbed" || last == "named" ||
                            last == "codenamed" || last == "nicknamed" || last == "calls" || last == "aka";
        for (std::size_t steps = 0; naming && at > 0 && steps < kNounReach; ++steps) {
            --at;
            if (is_actor_noun(words[at].key)) return 1;
            if (is_software_noun(words[at].key)) return -1;
            if (words[at].begins) break;
        }
        return 0;
    }

    void judge_alone(Place& place) {
        if (!is_written_as_name(place)) {
            place.refused = true;
            return;
        }
        const auto& words = text_.words;
        const auto& first = words[place.first];
        const int behind = noun_behind(place);
        const int before = noun_before(place);
        if (behind < 0 || (before < 0 && behind == 0)) {
            place.refused = true;
            return;
        }
        const bool has_noun = place.end > place.first + 1 && is_actor_noun(words[place.end - 1].key);
        if (behind > 0 || before > 0 || has_noun) {
            place.taken = true;
            place.with_sign = true;
            return;
        }
        bool digit = false;
        for (auto at = place.first; at < place.end; ++at) digit |= words[at].digit;
        const bool malware = place.facts.software && !known(place).primary;
        if (malware) return;
        if (digit) {
            place.taken = first.letters != WordCase::lower || place.end == place.first + 1;
            return;
        }
        if (is_ordinary(place)) {
            place.taken = first.letters == WordCase::capitals && first.key.size() >= kSureCapitals &&
                          is_printed_so(place) && !among_capitals(place);
            return;
        }
        if (place.facts.shortened && is_ordinary_shortened(place)) return;
        place.taken = true;
    }

    // "Cobalt" of "Cobalt Group": every word of it is one of every day.
    [[nodiscard]] bool is_ordinary_shortened(const Place& place) const {
        for (auto at = place.first; at < place.end; ++at) {
            if (lexicon_.analyse(text_.words[at].key).classes == 0) return false;
        }
        return true;
    }

    // All words around are in capitals too, so that they say nothing.
    [[nodiscard]] bool among_capitals(const Place& place) const {
        const auto& words = text_.words;
        const auto from = place.first - std::min<std::size_t>(place.first, 3);
        const auto to = std::min(words.size(), place.end + 3);
        std::size_t small = 0;
        for (auto at = from; at < to; ++at) small += words[at].letters == WordCase::lower ? 1 : 0;
        return small == 0 && to - from > 1;
    }

    // A name beside one that is taken, with nothing between but what joins names.
    void join(const Place& taken, Place& place) {
        if (!taken.taken || place.taken || place.refused) return;
        const auto from = std::min(taken.end, place.end);
        const auto to = std::max(taken.first, place.first);
        if (from > to || to - from > kListReach) return;
        for (auto at = from; at <= to; ++at) {
            const auto gap = text_.gap_before(at);
            const bool dotted = gap == "." || gap == ". ";  // "a.k.a. "
            if (!joins_list(gap) && !(dotted && at > 0 && text_.words[at - 1].key.size() == 1)) return;
            if (at < to && !joins_names(text_.words[at].key) && !is_actor_noun(text_.words[at].key)) return;
        }
        place.taken = true;
        place.with_sign = true;
    }

    ActorText text_;
    const ActorCatalogue& catalogue_;
    const language::Lexicon& lexicon_;
    std::vector<Place> places_;
    std::unordered_map<std::uint32_t, KnownKey> known_;
};

}  // namespace

std::vector<ActorMention> find_actor_mentions(std::string_view text, const ActorCatalogue& catalogue,
                                              const language::Lexicon& lexicon) {
    return Finder(text, catalogue, lexicon).find();
}

}  // namespace axray::registers
