#include "matching/word_alignment.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "matching/word_similarity.hpp"
#include "matching/word_spelling.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kMostCompared = 48;  // words of a name
constexpr float kLeastSimilarity = 0.6F;   // of words that meet by their letters
constexpr float kSpellingSimilarity = 0.96F;
constexpr float kLeastSpelling = 0.4F;  // less alike, two words of one spelling are translations
constexpr float kAdjectiveSimilarity = 0.93F;
constexpr float kSameSkeleton = 0.9F;
constexpr float kNearForm = 0.8F;
constexpr float kInitialSimilarity = 0.6F;
constexpr float kPatronymic = 0.5F;        // of the weight of another word
constexpr float kActorSimilarity = 0.85F;  // actors have names that differ by little: "Volt", "Violet"
constexpr float kSureSimilarity = 0.8F;    // below it a word may rather be several in one
constexpr float kLeastJoined = 0.8F;
constexpr std::size_t kMostJoined = 4;  // words written as one

// What two words may be compared by.
enum class Rules : std::uint8_t { letters, consonants, actor, organisation };

Rules rules_of(const PreparedName& query, const PreparedName& listed) {
    if (query.kind == NameKind::actor && listed.kind == NameKind::actor) return Rules::actor;
    if (query.consonants_only || listed.consonants_only) return Rules::consonants;
    const auto can_be_body = [](NameKind kind) { return kind == NameKind::organisation || kind == NameKind::unknown; };
    return can_be_body(query.kind) && can_be_body(listed.kind) ? Rules::organisation : Rules::letters;
}

struct Compared {
    WordAgreement how = WordAgreement::same;
    float similarity = 0;
};
using Comparison = std::optional<Compared>;

std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char letter : text) {
        letters |= letter >= 'a' ? 1U << static_cast<unsigned>(letter - 'a') : 1U << 26U;
    }
    return letters;
}

bool shares_group(const WordFacts& first, const WordFacts& second) {
    return std::any_of(first.groups.begin(), first.groups.end(), [&](std::uint16_t group) {
        return group != 0 && (group == second.groups[0] || group == second.groups[1]);
    });
}

Comparison compare_forms(const std::string& first, const std::string& second) {
    if (first == second) return Compared{WordAgreement::same_form, 1};
    const bool near = (first == "llc" && second == "ltd") || (first == "ltd" && second == "llc");
    if (near) return Compared{WordAgreement::same_form, kNearForm};
    return std::nullopt;
}

Comparison compare_skeletons(const NameWord& first, const NameWord& second) {
    const std::size_t shorter = std::min(first.skeleton.size(), second.skeleton.size());
    if (first.skeleton == second.skeleton) {
        const float sure = shorter >= 3 ? kSameSkeleton : shorter == 2 ? 0.8F : 0.55F;
        return Compared{WordAgreement::consonants, sure};
    }
    if (shorter < 2) return std::nullopt;
    const float similarity = sound_similarity(first.skeleton, second.skeleton);
    if (similarity < 0.6F) return std::nullopt;
    return Compared{WordAgreement::typo, similarity * kSameSkeleton};
}

Comparison compare_letters(const WeighedWord& first, const WeighedWord& second) {
    const std::string& one = first.word->text;
    const std::string& other = second.word->text;
    const std::size_t longer = std::max(one.size(), other.size());
    const auto differing = static_cast<std::size_t>(std::popcount(first.letters ^ second.letters));
    if (longer < 3 || differing > longer) return std::nullopt;
    const float edits = edit_similarity(one, other);
    if (edits < 0.3F) return std::nullopt;
    const float sounds = sound_similarity(first.word->spelling, second.word->spelling);
    if (std::max(edits, sounds) < kLeastSimilarity) return std::nullopt;
    const bool spelled = sounds > edits + 0.08F && sounds > 0.8F;
    return Compared{spelled ? WordAgreement::spelling : WordAgreement::typo,
                    std::min(std::max(edits, sounds), kSpellingSimilarity - 0.01F)};
}

// "Saratovskii" of "Saratov", "Dubnensky" of "Dubna": Russian adjectives of places, of which translations keep the
// place.
bool is_adjective_of(std::string_view word, std::string_view place) {
    constexpr std::size_t kLeastPlace = 4;
    if (place.size() < kLeastPlace || word.size() < place.size() + 2 || word.substr(0, 3) != place.substr(0, 3))
        return false;
    if (std::string_view("aoy").find(place.back()) != std::string_view::npos && place.size() > kLeastPlace) {
        place.remove_suffix(1);
    }
    if (!word.starts_with(place)) return false;
    std::string_view rest = word.substr(place.size());
    for (const std::string_view link : {"en", "in", "ov", "ev", "an"}) {
        if (rest.starts_with(link)) {
            rest.remove_prefix(link.size());
            break;
        }
    }
    const bool long_suffix = rest.starts_with("sk");
    if (!long_suffix && !(place.back() == 's' && rest.starts_with("k")) && !place.ends_with("sk")) return false;
    if (!place.ends_with("sk") || long_suffix) rest.remove_prefix(long_suffix ? 2 : 1);
    return rest.size() <= 3 && rest.find_first_not_of("iyaoeju") == std::string_view::npos;
}

Comparison compare_initial(const NameWord& initial, const NameWord& word) {
    if (word.role != WordRole::plain && word.role != WordRole::initial) return std::nullopt;
    const bool same = word.text.front() == initial.text.front() || word.spelling.front() == initial.spelling.front();
    const bool silent = (initial.text.front() == 'y' || initial.text.front() == 'e') && word.spelling.front() == 'e';
    if (!same && !silent) return std::nullopt;
    return Compared{WordAgreement::initial, kInitialSimilarity};
}

Comparison compare(const WeighedWord& first, const WeighedWord& second, Rules rules) {
    const NameWord& one = *first.word;
    const NameWord& other = *second.word;
    const bool form = one.role == WordRole::legal_form;
    if (form || other.role == WordRole::legal_form) {
        return one.role == other.role ? compare_forms(one.text, other.text) : std::nullopt;
    }
    if (one.text == other.text) return Compared{WordAgreement::same, 1};
    if (one.role == WordRole::number || other.role == WordRole::number) return std::nullopt;
    if (one.role == WordRole::initial) return compare_initial(one, other);
    if (other.role == WordRole::initial) return compare_initial(other, one);
    if (one.spelling == other.spelling) {
        const bool translated = edit_similarity(one.text, other.text) < kLeastSpelling;
        return Compared{translated ? WordAgreement::translation : WordAgreement::spelling, kSpellingSimilarity};
    }
    if (rules != Rules::actor && shares_group(first.facts, second.facts))
        return Compared{WordAgreement::nickname, 0.9F};
    if (rules == Rules::consonants) return compare_skeletons(one, other);
    if (rules == Rules::actor) {
        const float edits = edit_similarity(one.text, other.text);
        return edits < kActorSimilarity ? Comparison() : Compared{WordAgreement::typo, edits};
    }
    if (rules == Rules::organisation &&
        (is_adjective_of(one.text, other.text) || is_adjective_of(other.text, one.text))) {
        return Compared{WordAgreement::spelling, kAdjectiveSimilarity};
    }
    return compare_letters(first, second);
}

float weight_of(const NameWord& word, const WordFacts& facts, NameKind kind) {
    float weight = facts.weight;
    switch (word.role) {
        case WordRole::plain: weight = std::max(weight, 0.1F); break;
        case WordRole::initial: weight = 0.3F; break;
        case WordRole::number: weight = kind == NameKind::person ? 0.2F : 0.7F; break;
        case WordRole::legal_form: weight = 0.1F; break;
        case WordRole::general: weight = std::min(weight, 0.12F); break;
        case WordRole::title: weight = 0.06F; break;
    }
    return word.aside ? weight * 0.3F : weight;
}

bool is_child_of(std::string_view word) { return word == "bin" || word == "ibn" || word == "ben" || word == "bint"; }

// The name of the father, which many lists and most people leave out: "Ivanovich", "bin Muhammad" inside a name.
bool is_patronymic(const PreparedName& name, std::size_t at) {
    const NameWord& word = name.words[at];
    if (word.role != WordRole::plain || word.family) return false;
    static constexpr std::string_view kEndings[] = {"ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ovic"};
    const std::string_view text = word.text;
    const bool slavic = std::any_of(std::begin(kEndings), std::end(kEndings), [text](std::string_view ending) {
        return text.size() > ending.size() + 1 && text.ends_with(ending);
    });
    const bool family_known = name.words.front().family;
    return slavic || (at > 1 && is_child_of(name.words[at - 1].text) && (family_known || at + 1 < name.words.size()));
}

class Aligner {
public:
    Aligner(Alignment& alignment)
        : made_(alignment),
          query_(alignment.query.words),
          listed_(alignment.listed.words),
          rules_(rules_of(*alignment.query.name, *alignment.listed.name)) {}

    void run() {
        compare_all();
        take_best(kSureSimilarity);
        if (some_left()) {
            join(query_, listed_, true);
            join(listed_, query_, false);
            take_best(0);
        }
        if (some_left()) {
            contain(query_, listed_, true);
            contain(listed_, query_, false);
            find_acronym(query_, listed_, true);
            find_acronym(listed_, query_, false);
        }
        std::sort(made_.meetings.begin(), made_.meetings.end(),
                  [](const Meeting& one, const Meeting& other) { return one.query_first < other.query_first; });
        for (std::size_t number = 0; number < made_.meetings.size(); ++number) {
            mark(made_.meetings[number], static_cast<std::uint8_t>(number + 1));
        }
    }

private:
    using Words = std::vector<WeighedWord>;

    [[nodiscard]] bool some_left() const {
        const auto left = [](const WeighedWord& word) { return word.group == 0; };
        return std::any_of(query_.begin(), query_.end(), left) && std::any_of(listed_.begin(), listed_.end(), left);
    }

    void compare_all() {
        found_.reserve(query_.size() + listed_.size());
        const float span = static_cast<float>(std::max<std::size_t>({query_.size(), listed_.size(), 2}));
        for (std::size_t one = 0; one < query_.size(); ++one) {
            for (std::size_t other = 0; other < listed_.size(); ++other) {
                const Comparison met = compare(query_[one], listed_[other], rules_);
                if (!met) continue;
                Meeting meeting;
                meeting.query_first = static_cast<std::uint8_t>(one);
                meeting.listed_first = static_cast<std::uint8_t>(other);
                meeting.how = met->how;
                meeting.similarity = met->similarity;
                const float apart = std::abs(static_cast<float>(one) - static_cast<float>(other)) / span;
                const bool families = query_[one].word->family == listed_[other].word->family;
                meeting.value = met->similarity * (0.2F + query_[one].weight + listed_[other].weight) - 0.02F * apart +
                                (families ? 0.01F : 0.0F);
                if (met->how == WordAgreement::initial) meeting.value *= 0.5F;
                found_.push_back(meeting);
            }
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Meeting& one, const Meeting& other) { return one.value > other.value; });
    }

    // Of those at least as alike as `least`.
    void take_best(float least) {
        for (const Meeting& meeting : found_) {
            const bool both_left = query_[meeting.query_first].group == 0 && listed_[meeting.listed_first].group == 0;
            if (both_left && meeting.similarity >= least) take(meeting);
        }
    }

    void take(const Meeting& meeting) {
        made_.meetings.push_back(meeting);
        mark(meeting, static_cast<std::uint8_t>(made_.meetings.size()));
    }

    void mark(const Meeting& meeting, std::uint8_t number) {
        for (std::size_t at = 0; at < meeting.query_count; ++at) query_[meeting.query_first + at].group = number;
        for (std::size_t at = 0; at < meeting.listed_count; ++at) listed_[meeting.listed_first + at].group = number;
    }

    static bool free(const WeighedWord& word) {
        return word.group == 0 && word.word->role != WordRole::legal_form && word.word->role != WordRole::initial;
    }

    void take_many(std::size_t one, std::size_t first, std::size_t count, bool query_is_one, WordAgreement how,
                   float similarity) {
        Meeting meeting;
        meeting.query_first = static_cast<std::uint8_t>(query_is_one ? one : first);
        meeting.listed_first = static_cast<std::uint8_t>(query_is_one ? first : one);
        (query_is_one ? meeting.listed_count : meeting.query_count) = static_cast<std::uint8_t>(count);
        meeting.how = how;
        meeting.similarity = similarity;
        take(meeting);
    }

    // A word of `ones` that is several of `others` in one, or one of them and something more.
    void join(Words& ones, Words& others, bool query_is_one) {
        for (std::size_t one = 0; one < ones.size(); ++one) {
            if (!free(ones[one]) || ones[one].word->text.size() < 4) continue;
            best_joined_ = {};
            for (std::size_t first = 0; first < others.size(); ++first) {
                std::string text;
                for (std::size_t count = 1; count <= kMostJoined && first + count <= others.size(); ++count) {
                    const WeighedWord& next = others[first + count - 1];
                    if (next.group != 0 || next.word->role == WordRole::legal_form) break;
                    text += next.word->text;
                    if (count > 1) try_joined(*ones[one].word, text, first, count);
                }
                // "TadashiIrie" of "IRIE, Tadashi"
                if (first + 1 < others.size() && free(others[first]) && free(others[first + 1])) {
                    try_joined(*ones[one].word, others[first + 1].word->text + others[first].word->text, first, 2);
                }
            }
            if (best_joined_.count > 0) {
                take_many(one, best_joined_.first, best_joined_.count, query_is_one, WordAgreement::joined,
                          best_joined_.similarity);
            }
        }
    }

    void try_joined(const NameWord& word, const std::string& text, std::size_t first, std::size_t count) {
        const float similarity = joined_similarity(word, text);
        if (similarity > best_joined_.similarity) best_joined_ = {first, count, similarity};
    }

    void contain(Words& ones, Words& others, bool query_is_one) {
        for (std::size_t one = 0; one < ones.size(); ++one) {
            if (free(ones[one]) && ones[one].word->text.size() > 4) contain(one, ones, others, query_is_one);
        }
    }

    [[nodiscard]] float joined_similarity(const NameWord& word, const std::string& text) const {
        const std::size_t longer = std::max(word.text.size(), text.size());
        if (longer - std::min(word.text.size(), text.size()) > longer / 4 && rules_ != Rules::consonants) return 0;
        if (word.text == text) return 0.98F;
        if (rules_ == Rules::consonants) {
            const std::string skeleton = skeleton_of(text);
            return skeleton == word.skeleton ? kSameSkeleton
                                             : sound_similarity(skeleton, word.skeleton) * kSameSkeleton;
        }
        return std::max(edit_similarity(word.text, text), 0.98F * sound_similarity(word.spelling, spelling_of(text)));
    }

    // "TRADINGCORP" and "TRADING": one word begins or ends with the other.
    void contain(std::size_t one, Words& ones, Words& others, bool query_is_one) {
        const std::string& whole = ones[one].word->text;
        for (std::size_t other = 0; other < others.size(); ++other) {
            const std::string& part = others[other].word->text;
            if (!free(others[other]) || part.size() < 4 || part.size() >= whole.size()) continue;
            const bool inside = whole.compare(0, part.size(), part) == 0 ||
                                whole.compare(whole.size() - part.size(), part.size(), part) == 0;
            const float share = static_cast<float>(part.size()) / static_cast<float>(whole.size());
            if (!inside || share < 0.4F) continue;
            take_many(one, other, 1, query_is_one, WordAgreement::joined, 0.5F + 0.4F * share);
            return;
        }
    }

    // A word of the first letters of neighbours that are left; small words need not take part.
    void find_acronym(Words& ones, Words& others, bool query_is_one) {
        for (std::size_t one = 0; one < ones.size(); ++one) {
            if (!free(ones[one])) continue;
            const std::string& letters = ones[one].word->text;
            if (letters.size() < 2 || letters.size() > 8) continue;
            for (std::size_t first = 0; first + letters.size() <= others.size(); ++first) {
                const std::size_t count = acronym_of(letters, others, first);
                if (count == 0) continue;
                take_many(one, first, count, query_is_one, WordAgreement::acronym, letters.size() == 2 ? 0.65F : 0.8F);
                break;
            }
        }
    }

    static std::size_t acronym_of(const std::string& letters, const Words& others, std::size_t first) {
        std::size_t met = 0;
        for (std::size_t at = first; at < others.size() && others[at].group == 0; ++at) {
            const NameWord& word = *others[at].word;
            if (word.text.front() == letters[met]) {
                if (++met == letters.size()) return at + 1 - first;
            } else if (at == first || word.role != WordRole::general) {
                return 0;
            }
        }
        return 0;
    }

    Alignment& made_;
    Words& query_;
    Words& listed_;
    Rules rules_;
    struct Joined {
        std::size_t first = 0;
        std::size_t count = 0;
        float similarity = kLeastJoined;
    };
    std::vector<Meeting> found_;
    Joined best_joined_;
};

}  // namespace

WeighedName weigh(const PreparedName& name, const WordTable& table) {
    WeighedName weighed;
    weighed.name = &name;
    const std::size_t count = std::min(name.words.size(), kMostCompared);
    weighed.words.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
        WeighedWord word;
        word.word = &name.words[at];
        word.facts = table.find(word.word->spelling);
        word.weight = weight_of(*word.word, word.facts, name.kind);
        if (name.kind == NameKind::person && is_patronymic(name, at)) word.weight *= kPatronymic;
        word.letters = letters_of(word.word->text);
        word.is_name =
            name.kind != NameKind::organisation && word.word->role == WordRole::plain && table.is_name(word.word->text);
        weighed.words.push_back(word);
    }
    return weighed;
}

Alignment align(const PreparedName& query, const PreparedName& listed, const WordTable& table) {
    Alignment made;
    made.query = weigh(query, table);
    made.listed = weigh(listed, table);
    made.meetings.reserve(std::min(made.query.words.size(), made.listed.words.size()));
    Aligner(made).run();
    return made;
}

}  // namespace axray::matching
