#include "matching/match_features.hpp"

#include <algorithm>
#include <string>

#include "matching/word_similarity.hpp"

namespace axray::matching {
namespace {

using Feature = MatchFeature;

struct Side {
    const WeighedName* name = nullptr;
    float total = 0;
    float met = 0;  // weight times similarity
    float sure = 0;
    float typo = 0;
    float meaning = 0;
    float consonants = 0;
    float joined = 0;
    float left = 0;
    float most_left = 0;
    int telling = 0;
    int numbers_left = 0;
    std::size_t first = 0;  // positions of the first and the last word that tells
    std::size_t last = 0;
};

bool tells(const WeighedWord& word) { return word.word->role == WordRole::plain && !word.word->aside; }

bool is_sure(WordAgreement how) {
    return how == WordAgreement::same || how == WordAgreement::spelling || how == WordAgreement::same_form;
}

Side side_of(const WeighedName& name, const std::vector<Meeting>& meetings) {
    Side side;
    side.name = &name;
    for (std::size_t at = 0; at < name.words.size(); ++at) {
        const WeighedWord& word = name.words[at];
        side.total += word.weight;
        if (tells(word)) {
            if (side.telling++ == 0) side.first = at;
            side.last = at;
        }
        if (word.group == 0) {
            side.left += word.weight;
            side.most_left = std::max(side.most_left, word.weight);
            side.numbers_left += word.word->role == WordRole::number ? 1 : 0;
            continue;
        }
        const Meeting& meeting = meetings[word.group - 1U];
        side.met += word.weight * meeting.similarity;
        if (is_sure(meeting.how)) side.sure += word.weight;
        if (meeting.how == WordAgreement::typo) side.typo += word.weight;
        if (meeting.how == WordAgreement::consonants) side.consonants += word.weight;
        if (meeting.how == WordAgreement::joined) side.joined += word.weight;
        const bool meaning = meeting.how == WordAgreement::nickname || meeting.how == WordAgreement::translation ||
                             meeting.how == WordAgreement::acronym;
        if (meaning) side.meaning += word.weight;
    }
    return side;
}

float share(float part, const Side& side) { return side.total > 0 ? part / side.total : 0; }

float similarity_of(const WeighedWord& word, const std::vector<Meeting>& meetings) {
    return word.group == 0 ? 0 : meetings[word.group - 1U].similarity;
}

class Describer {
public:
    explicit Describer(const Alignment& alignment)
        : made_(alignment),
          query_(side_of(alignment.query, alignment.meetings)),
          listed_(side_of(alignment.listed, alignment.meetings)) {}

    MatchFeatures describe() {
        shares();
        meetings();
        ends();
        numbers_and_forms();
        kinds();
        families();
        letters();
        return features_;
    }

private:
    float& at(Feature feature) { return features_[static_cast<std::size_t>(feature)]; }

    void shares() {
        at(Feature::share_query) = share(query_.met, query_);
        at(Feature::share_listed) = share(listed_.met, listed_);
        at(Feature::share_least) = std::min(at(Feature::share_query), at(Feature::share_listed));
        at(Feature::sure_query) = share(query_.sure, query_);
        at(Feature::sure_listed) = share(listed_.sure, listed_);
        at(Feature::typo_query) = share(query_.typo, query_);
        at(Feature::typo_listed) = share(listed_.typo, listed_);
        at(Feature::meaning) = (share(query_.meaning, query_) + share(listed_.meaning, listed_)) / 2;
        at(Feature::consonants) = (share(query_.consonants, query_) + share(listed_.consonants, listed_)) / 2;
        at(Feature::joined) = (share(query_.joined, query_) + share(listed_.joined, listed_)) / 2;
        at(Feature::left_query) = query_.left;
        at(Feature::left_listed) = listed_.left;
        at(Feature::most_left_query) = query_.most_left;
        at(Feature::most_left_listed) = listed_.most_left;
        at(Feature::both_left) = std::min(query_.most_left, listed_.most_left);
        at(Feature::met_weight) = (query_.met + listed_.met) / 2;
        at(Feature::weight_query) = query_.total;
        at(Feature::weight_listed) = listed_.total;
        at(Feature::words_query) = static_cast<float>(query_.telling);
        at(Feature::words_listed) = static_cast<float>(listed_.telling);
    }

    void meetings() {
        float least = 1;
        float sum = 0;
        int met = 0;
        int rising = 0;
        int steps = 0;
        int before = -1;
        for (const Meeting& meeting : made_.meetings) {
            const WeighedWord& query = made_.query.words[meeting.query_first];
            const WeighedWord& listed = made_.listed.words[meeting.listed_first];
            at(Feature::initials) += meeting.how == WordAgreement::initial ? 1.0F : 0.0F;
            if (!tells(query) && !tells(listed)) continue;
            const float weight = std::min(query.weight, listed.weight);
            at(Feature::most_met) = std::max(at(Feature::most_met), weight * meeting.similarity);
            if (is_sure(meeting.how)) at(Feature::least_met) = std::max(at(Feature::least_met), weight);
            if (before >= 0) {
                ++steps;
                rising += meeting.listed_first > before ? 1 : 0;
            }
            before = meeting.listed_first;
            if (meeting.how == WordAgreement::initial) continue;
            ++met;
            sum += meeting.similarity;
            least = std::min(least, meeting.similarity);
            const auto letters = static_cast<float>(query.word->text.size());
            if (meeting.how == WordAgreement::typo) {
                at(Feature::typing_errors) += (1 - meeting.similarity) * letters;
                const bool first = query.word->spelling.front() == listed.word->spelling.front();
                at(Feature::first_letters) += first ? 0.0F : 1.0F;
            }
        }
        at(Feature::least_alike) = met > 0 ? least : 0;
        at(Feature::mean_alike) = met > 0 ? sum / static_cast<float>(met) : 0;
        at(Feature::words_met) = static_cast<float>(met);
        at(Feature::in_order) = steps > 0 ? static_cast<float>(rising) / static_cast<float>(steps) : 0.5F;
    }

    void ends() {
        if (query_.telling == 0 || listed_.telling == 0) return;
        const auto& query = made_.query.words;
        const auto& listed = made_.listed.words;
        const auto met = [this](const WeighedWord& word) { return similarity_of(word, made_.meetings); };
        at(Feature::first_query_met) = met(query[query_.first]);
        at(Feature::last_query_met) = met(query[query_.last]);
        at(Feature::first_listed_met) = met(listed[listed_.first]);
        at(Feature::last_listed_met) = met(listed[listed_.last]);
        const auto together = [&](std::size_t one, std::size_t other) {
            return query[one].group != 0 && query[one].group == listed[other].group ? met(query[one]) : 0.0F;
        };
        at(Feature::first_with_first) = together(query_.first, listed_.first);
        at(Feature::last_with_last) = together(query_.last, listed_.last);
    }

    void numbers_and_forms() {
        int forms[2] = {0, 0};
        for (const WeighedWord& word : made_.query.words) forms[0] += word.word->role == WordRole::legal_form ? 1 : 0;
        for (const WeighedWord& word : made_.listed.words) forms[1] += word.word->role == WordRole::legal_form ? 1 : 0;
        int forms_met = 0;
        for (const Meeting& meeting : made_.meetings) {
            forms_met += meeting.how == WordAgreement::same_form ? 1 : 0;
            const bool number = made_.query.words[meeting.query_first].word->role == WordRole::number;
            at(Feature::numbers_met) += number ? 1.0F : 0.0F;
        }
        if (forms[0] > 0 && forms[1] > 0) at(Feature::forms) = forms_met > 0 ? 1.0F : -1.0F;
        at(Feature::numbers_clash) = static_cast<float>(std::min(query_.numbers_left, listed_.numbers_left));
        at(Feature::numbers_left) = static_cast<float>(query_.numbers_left + listed_.numbers_left);
    }

    void kinds() {
        const PreparedName& query = *made_.query.name;
        const PreparedName& listed = *made_.listed.name;
        const NameKind kind = query.kind == NameKind::unknown ? listed.kind : query.kind;
        at(Feature::person) = kind == NameKind::person ? 1.0F : 0.0F;
        at(Feature::vessel) = kind == NameKind::vessel ? 1.0F : 0.0F;
        const bool known = query.kind != NameKind::unknown && listed.kind != NameKind::unknown;
        at(Feature::kinds_clash) = known && query.kind != listed.kind ? 1.0F : 0.0F;
        at(Feature::other_script) = query.latin && listed.latin ? 0.0F : 1.0F;
        at(Feature::consonants_only) = query.consonants_only || listed.consonants_only ? 1.0F : 0.0F;
    }

    void families() {
        bool known[2] = {false, false};
        float met = 0;
        float given = 0;
        for (const WeighedWord& word : made_.query.words) known[0] = known[0] || word.word->family;
        for (const WeighedWord& word : made_.listed.words) known[1] = known[1] || word.word->family;
        for (const Meeting& meeting : made_.meetings) {
            const bool query = made_.query.words[meeting.query_first].word->family;
            const bool listed = made_.listed.words[meeting.listed_first].word->family;
            const bool family = known[1] ? listed : query;
            float& best = family ? met : given;
            if (tells(made_.listed.words[meeting.listed_first])) best = std::max(best, meeting.similarity);
        }
        if (!known[0] && !known[1]) return;
        at(Feature::families) = met > 0 ? met : -1;
        at(Feature::given_met) = given;
    }

    static std::string joined(const WeighedName& name, bool sorted) {
        std::vector<const NameWord*> words;
        for (const WeighedWord& word : name.words) {
            const WordRole role = word.word->role;
            if (role == WordRole::legal_form || role == WordRole::title || word.word->aside) continue;
            words.push_back(word.word);
        }
        if (sorted) {
            std::sort(words.begin(), words.end(),
                      [](const NameWord* one, const NameWord* other) { return one->spelling < other->spelling; });
        }
        std::string text;
        for (const NameWord* word : words) text += word->spelling;
        return text;
    }

    void letters() {
        at(Feature::letters) = edit_similarity(joined(made_.query, false), joined(made_.listed, false));
        at(Feature::sorted_letters) = edit_similarity(joined(made_.query, true), joined(made_.listed, true));
        float best = 0;
        for (const WeighedWord& query : made_.query.words) {
            if (query.group != 0 || !tells(query)) continue;
            for (const WeighedWord& listed : made_.listed.words) {
                if (listed.group != 0 || !tells(listed)) continue;
                best = std::max(best, edit_similarity(query.word->spelling, listed.word->spelling));
            }
        }
        at(Feature::best_left) = best;
    }

    const Alignment& made_;
    Side query_;
    Side listed_;
    MatchFeatures features_{};
};

}  // namespace

MatchFeatures features_of(const Alignment& alignment) { return Describer(alignment).describe(); }

float floor_of(const Alignment& alignment) {
    constexpr float kSeveralWords = 0.97F;
    constexpr float kOneCommonWord = 0.6F;
    constexpr float kOneRareWord = 0.95F;
    constexpr float kOtherForm = 0.6F;       // at most, where both have legal forms of other kinds
    constexpr float kOtherSpelling = 0.55F;  // of a person's name, "Mohamed" for "Muhammad": common words tell little
    bool spelled = false;
    const auto same_on = [&](const WeighedName& name) {
        return std::all_of(name.words.begin(), name.words.end(), [&](const WeighedWord& word) {
            const WordRole role = word.word->role;
            if (role != WordRole::plain && role != WordRole::number && role != WordRole::initial) return true;
            if (word.group == 0) return false;
            const WordAgreement how = alignment.meetings[word.group - 1U].how;
            const bool other = how == WordAgreement::spelling || how == WordAgreement::nickname;
            spelled = spelled || other;
            return how == WordAgreement::same || (other && name.name->kind == NameKind::person);
        });
    };
    const PreparedName& query = *alignment.query.name;
    const PreparedName& listed = *alignment.listed.name;
    const bool kinds = query.kind == listed.kind || query.kind == NameKind::unknown || listed.kind == NameKind::unknown;
    if (!kinds || !same_on(alignment.query) || !same_on(alignment.listed)) return 0;
    int words = 0;
    int forms[2] = {0, 0};
    bool same_form = false;
    float weight = 0;
    for (const Meeting& meeting : alignment.meetings) {
        const WeighedWord& word = alignment.query.words[meeting.query_first];
        same_form = same_form || meeting.how == WordAgreement::same_form;
        if (!tells(word)) continue;
        ++words;
        weight = std::max(weight, word.facts.weight);
    }
    for (const WeighedWord& word : alignment.query.words) forms[0] += word.word->role == WordRole::legal_form ? 1 : 0;
    for (const WeighedWord& word : alignment.listed.words) forms[1] += word.word->role == WordRole::legal_form ? 1 : 0;
    if (words == 0) return 0;
    if (spelled) return words > 1 ? kOtherSpelling : 0;
    const float floor = words > 1 ? kSeveralWords : kOneCommonWord + (kOneRareWord - kOneCommonWord) * weight;
    return forms[0] > 0 && forms[1] > 0 && !same_form ? std::min(floor, kOtherForm) : floor;
}

float ceiling_of(const Alignment& alignment) {
    constexpr float kTypingError = 0.85F;
    constexpr float kOtherName = 0.6F;
    constexpr auto kShortName = 2;  // words that tell
    const auto may_be_person = [](NameKind kind) { return kind == NameKind::person || kind == NameKind::unknown; };
    const auto words_of = [](const WeighedName& name) {
        return std::count_if(name.words.begin(), name.words.end(), tells);
    };
    if (!may_be_person(alignment.query.name->kind) || !may_be_person(alignment.listed.name->kind)) return 1;
    if (std::min(words_of(alignment.query), words_of(alignment.listed)) > kShortName) return 1;
    float ceiling = 1;
    for (const Meeting& meeting : alignment.meetings) {
        if (meeting.how != WordAgreement::typo) continue;
        const bool both =
            alignment.query.words[meeting.query_first].is_name && alignment.listed.words[meeting.listed_first].is_name;
        ceiling = std::min(ceiling, both ? kOtherName : kTypingError);
    }
    return ceiling;
}

std::string_view to_string(MatchFeature feature) {
    static constexpr std::array<std::string_view, kMatchFeatures> kNames = {
        "share_query",     "share_listed",   "share_least",      "sure_query",       "sure_listed",
        "typo_query",      "typo_listed",    "meaning",          "consonants",       "joined",
        "initials",        "left_query",     "left_listed",      "most_left_query",  "most_left_listed",
        "both_left",       "met_weight",     "most_met",         "least_alike",      "mean_alike",
        "words_query",     "words_listed",   "words_met",        "numbers_clash",    "numbers_met",
        "numbers_left",    "forms",          "in_order",         "first_with_first", "last_with_last",
        "first_query_met", "last_query_met", "first_listed_met", "last_listed_met",  "person",
        "vessel",          "kinds_clash",    "other_script",     "consonants_only",  "letters",
        "best_left",       "families",       "given_met",        "weight_query",     "weight_listed",
        "typing_errors",   "least_met",      "sorted_letters",   "first_letters"};
    return kNames[static_cast<std::size_t>(feature)];
}

int direction_of(MatchFeature feature) {
    switch (feature) {
        case Feature::share_query:
        case Feature::share_listed:
        case Feature::share_least:
        case Feature::mean_alike:
        case Feature::first_with_first:
        case Feature::last_with_last:
        case Feature::first_query_met:
        case Feature::last_query_met:
        case Feature::first_listed_met:
        case Feature::last_listed_met:
        case Feature::letters:
        case Feature::sorted_letters: return 1;
        case Feature::left_query:
        case Feature::left_listed:
        case Feature::most_left_query:
        case Feature::most_left_listed:
        case Feature::both_left:
        case Feature::numbers_clash:
        case Feature::kinds_clash: return -1;
        default: return 0;
    }
}

}  // namespace axray::matching
