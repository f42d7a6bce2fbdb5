#include "story/conflicts/value_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "judge/differences.hpp"
#include "language/dates/comparison.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"
#include "story/conflicts/spelling.hpp"
#include "story/names/country_words.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Quantity;
using language::TokenSpan;

template <std::size_t Count>
bool is_one_of(std::uint64_t form, const std::array<std::string_view, Count>& words) {
    return std::any_of(words.begin(), words.end(),
                       [form](std::string_view word) { return language::hash_word(word) == form; });
}

// The verb that a token goes with, else the head of its sentence.
std::uint32_t governor(const language::Tokens& tokens, std::uint32_t token) {
    constexpr int kSteps = 24;
    for (int step = 0; step < kSteps; ++step) {
        if (tokens.head[token] == kNone) return token;
        token = tokens.head[token];
        if (tokens.tag[token] == language::WordTag::verb) return token;
    }
    return token;
}

// Within the words that name who says it.
bool names_speaker(const Side& side) {
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        return one.speaker.contains(side.value.begin) || one.cue.contains(side.value.begin);
    });
}

// "two of the", "14 others", "three more": a part of what is counted elsewhere, or not counted exactly.
bool is_a_part(const Side& side) {
    static constexpr auto kBefore = std::to_array<std::string_view>(
        {"other", "another", "more",      "additional", "further", "remaining", "first",   "last",
         "next",  "latest",  "every",     "each",       "per",     "top",       "new",     "extra",
         "some",  "only",    "including", "least",      "most",    "up",        "than",    "nearly",
         "rest",  "almost",  "about",     "around",     "many",    "just",      "another", "just"});
    static constexpr auto kBehind =
        std::to_array<std::string_view>({"other", "others", "another", "more", "additional", "further", "remaining",
                                         "each", "per", "out", "extra", "new", "times"});
    static const std::uint64_t kOf = language::hash_word("of");
    constexpr std::uint32_t kReach = 2;
    const auto& form = side.tokens().form;
    const TokenSpan sentence = side.statement.sentence;
    const std::uint32_t begin = side.value.begin - std::min(side.value.begin - sentence.begin, kReach);
    for (std::uint32_t token = begin; token < side.value.begin; ++token) {
        if (is_one_of(form[token], kBefore)) return true;
    }
    const std::uint32_t end = std::min(side.value.end + kReach, sentence.end);
    for (std::uint32_t token = side.value.end; token < end; ++token) {
        if (is_one_of(form[token], kBehind)) return true;
    }
    return side.value.end < sentence.end && form[side.value.end] == kOf;
}

bool counts_the_same(const Side& one, const Quantity& mine, const Side& other, const Quantity& theirs) {
    if (mine.measure != 0 || theirs.measure != 0) return mine.measure == theirs.measure && mine.per == theirs.per;
    if (mine.unit != 0 && mine.unit == theirs.unit) return true;
    if (mine.unit_tokens.size() == 0 || theirs.unit_tokens.size() == 0) return false;
    const std::uint32_t tied = one.comparison.tied_to(mine.unit_tokens.end - 1);
    return tied != kNone && theirs.unit_tokens.contains(tied) && other.statement.states(tied);
}

// What is counted may grow from one day to the next; what is measured stays.
bool may_have_grown(const Side& one, const Side& other, const Quantity& quantity) {
    const base::Day mine = one.statement.text->published;
    const base::Day theirs = other.statement.text->published;
    return quantity.measure == 0 && mine.year != 0 && theirs.year != 0 && mine != theirs;
}

// "Ann Lee, 41, ": ages are compared by the persons that they belong to.
bool may_be_age(const Side& side) {
    const auto is_mark = [&](std::uint32_t token) {
        return token < side.tokens().size() && side.tokens().kind[token] == language::TokenKind::punctuation;
    };
    return side.value.begin > side.statement.sentence.begin && is_mark(side.value.begin - 1) && is_mark(side.value.end);
}

// "Ligue 1", "3-1", "A-10": no count.
bool is_within_name(const Side& side) {
    const auto& tokens = side.tokens();
    if (tokens.mention[side.value.begin] != kNone || tokens.date[side.value.begin] != kNone) return true;
    const auto touches = [&](std::uint32_t left, std::uint32_t right) {
        return right < tokens.size() && tokens.span[left].end == tokens.span[right].begin &&
               tokens.kind[left] != tokens.kind[right] &&
               (tokens.kind[left] == language::TokenKind::punctuation ||
                tokens.kind[right] == language::TokenKind::punctuation);
    };
    const std::uint32_t begin = side.value.begin;
    const std::uint32_t end = side.value.end;
    const bool before = begin >= 2 && touches(begin - 1, begin) && touches(begin - 2, begin - 1);
    return before || (touches(end - 1, end) && touches(end, end + 1));
}

// "Tuesday night" and "early on Wednesday".
bool may_be_one_night(const language::Date& one, const language::Date& other) {
    constexpr std::int64_t kDay = 24 * 60 * 60;
    if (!one.interval.known() || !other.interval.known()) return false;
    const auto apart = std::abs(one.interval.begin - other.interval.begin);
    return apart <= kDay && (one.moment.part != other.moment.part || one.type != other.type);
}

std::uint64_t hash_of(double low, double high) {
    std::uint64_t one = 0;
    std::uint64_t other = 0;
    std::memcpy(&one, &low, sizeof one);
    std::memcpy(&other, &high, sizeof other);
    return one * 31 + other;
}

// "Ferguson, Missouri" anywhere in a report: the one lies in the other.
bool stand_together(const ReportText& text, const language::Mention& name, std::uint64_t other_key) {
    constexpr std::uint32_t kNear = 3;  // tokens between the two
    const auto& mentions = text.words.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].key != name.key) continue;
        for (const std::size_t beside : {i - 1, i + 1}) {
            if (beside >= mentions.size() || mentions[beside].key != other_key) continue;
            const auto& first = mentions[std::min(i, beside)].tokens;
            const auto& second = mentions[std::max(i, beside)].tokens;
            if (second.begin - first.end <= kNear) return true;
        }
    }
    return false;
}

// Some report has both in one name: "Fan" and "Lung" of "Fan Lung", "Ann" and "Lee".
bool are_parts_of_one(const StoryTexts& texts, const Side& one, const Side& other) {
    const auto& tokens = one.tokens();
    const auto& other_tokens = other.tokens();
    const std::uint64_t mine = tokens.form[one.value.end - 1];
    const std::uint64_t theirs = other_tokens.form[other.value.end - 1];
    for (const ReportText& report : texts.reports()) {
        const auto& forms = report.words.tokens.form;
        for (const language::Mention& name : report.closely.mentions) {
            const auto begin = forms.begin() + name.tokens.begin;
            const auto end = forms.begin() + name.tokens.end;
            if (std::find(begin, end, mine) != end && std::find(begin, end, theirs) != end) return true;
        }
    }
    return false;
}

// All letters of the one begin words of the other, in their order.
bool are_initials(std::string_view letters, std::string_view name) {
    std::size_t at = 0;
    for (const char letter : letters) {
        if (letter == '.') continue;
        if (letter < 'A' || letter > 'Z') return false;
        while (at < name.size() && (name[at] != letter || (at > 0 && name[at - 1] != ' '))) ++at;
        if (at++ >= name.size()) return false;
    }
    return true;
}

// Two spellings of one name, or its initials: "Raqqa" and "Raqa", "UN" and "United Nations Security Council".
bool look_alike(const Side& one, const language::Mention& mine, const Side& other, const language::Mention& theirs) {
    const Document& document = *one.statement.text->document;
    const Document& other_document = *other.statement.text->document;
    const auto name = document.slice(mine.span);
    const auto rival = other_document.slice(theirs.span);
    if (spelled_alike(name, rival) || are_initials(name, rival) || are_initials(rival, name)) return true;
    for (std::uint32_t token = mine.tokens.begin; token < mine.tokens.end; ++token) {
        const auto word = document.slice(one.tokens().span[token]);
        for (std::uint32_t next = theirs.tokens.begin; next < theirs.tokens.end; ++next) {
            if (spelled_alike(word, other_document.slice(other.tokens().span[next]))) return true;
        }
    }
    return false;
}

// The other report says the same of that name in another place: lists of results have one line for each player.
bool said_elsewhere(const StoryTexts& texts, const Side& side, const language::Mention& name, const Side& other) {
    constexpr float kMost = 0.7F;  // of the words beside the name
    const auto& tokens = side.tokens();
    std::vector<std::uint64_t> words;
    for (std::uint32_t token = side.statement.sentence.begin; token < side.statement.sentence.end; ++token) {
        if (tokens.is_content(token) && !name.tokens.contains(token)) words.push_back(tokens.stem[token]);
    }
    const auto& index = texts.index();
    const std::uint32_t report = other.statement.report;
    const auto places = index.find_name(name.key);
    return std::any_of(places.begin(), places.end(), [&](std::uint32_t position) {
        const auto& sentence = index.sentences()[index.sentence_at(position)];
        if (sentence.source != report) return false;
        const auto& stems = index.text(report).tokens.stem;
        const auto begin = stems.begin() + index.local(sentence.begin);
        const auto end = begin + (sentence.end - sentence.begin);
        const auto said = std::count_if(words.begin(), words.end(),
                                        [&](std::uint64_t word) { return std::find(begin, end, word) != end; });
        return static_cast<float>(said) >= kMost * static_cast<float>(words.size());
    });
}

}  // namespace

bool is_parsed(const Side& side) { return side.parsed().parsed() && side.parsed().size() == side.tokens().size(); }

bool same_verb(const Side& one, const Side& other) {
    if (!is_parsed(one) || !is_parsed(other)) return false;
    const std::uint32_t mine = governor(one.parsed(), one.value.end - 1);
    const std::uint32_t theirs = governor(other.parsed(), other.value.end - 1);
    if (one.value.contains(mine) || other.value.contains(theirs)) return false;
    if (one.parsed().lemma[mine] == other.parsed().lemma[theirs]) return true;
    return one.comparison.tied_to(mine) == theirs || other.comparison.tied_to(theirs) == mine;
}

bool is_reporting(const Side& side) {
    const std::uint32_t verb = governor(side.parsed(), side.value.end - 1);
    return side.tokens().has(verb, language::kReportingCue);
}

bool is_of_speech(const Side& side, std::uint32_t token) {
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        return one.speaker.contains(token) || one.cue.contains(token);
    });
}

bool tells_more(const Side& side) {
    for (const trace::ClaimWord& word : side.statement.words.words) {
        if (side.value.contains(word.token) || side.comparison.tied_to(word.token) != kNone) continue;
        const auto& tokens = side.tokens();
        const bool value = tokens.mention[word.token] != kNone || tokens.quantity[word.token] != kNone ||
                           tokens.date[word.token] != kNone;
        if (value && !is_of_speech(side, word.token)) return true;
    }
    return false;
}

bool may_change(const Side& side) {
    static constexpr auto kNotYet =
        std::to_array<std::string_view>({"yet", "still", "until", "longer", "whether", "if", "would", "could", "might",
                                         "may", "will", "unless", "should", "ever", "but", "only", "just"});
    const auto& tokens = side.tokens();
    for (const TokenSpan range : side.statement.stated) {
        for (std::uint32_t token = range.begin; token < range.end; ++token) {
            if (is_one_of(tokens.form[token], kNotYet)) return true;
        }
    }
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        const bool turns = one.stance == language::Stance::denies || one.stance == language::Stance::doubts;
        return turns && one.cue.size() > 0 && side.statement.sentence.contains(one.cue.begin);
    });
}

bool has_negation(const Side& side) {
    const auto& tokens = side.tokens();
    for (std::uint32_t token = side.statement.sentence.begin; token < side.statement.sentence.end; ++token) {
        if (tokens.has(token, language::kNegationCue)) return true;
    }
    return false;
}

std::optional<Values> different_numbers(const Side& one, const Side& other, Unit unit) {
    const Quantity* mine = member_at(one.words().quantities, one.value);
    const Quantity* theirs = member_at(other.words().quantities, other.value);
    if (mine == nullptr || theirs == nullptr) return std::nullopt;
    const auto stated = [](const Quantity& quantity, const Side& side) {
        const bool one_word = quantity.low == 1 && quantity.high == 1 &&
                              side.tokens().kind[quantity.tokens.begin] == language::TokenKind::word;
        return quantity.kind != language::QuantityKind::ordinal &&
               quantity.comparator == language::Comparator::exactly && !one_word;
    };
    if (!stated(*mine, one) || !stated(*theirs, other) || may_be_age(one) || may_be_age(other)) return std::nullopt;
    if (mine->role != theirs->role) return std::nullopt;  // "by six metres" and "to six metres"
    if (judge::compatible(*mine, *theirs) || judge::compatible(*theirs, *mine)) return std::nullopt;
    const bool unit_differs = unit == Unit::to_compare && !counts_the_same(one, *mine, other, *theirs);
    if (unit_differs || may_have_grown(one, other, *mine)) return std::nullopt;
    if (is_a_part(one) || is_a_part(other) || is_within_name(one) || is_within_name(other)) return std::nullopt;
    return Values{hash_of(mine->low, mine->high), hash_of(theirs->low, theirs->high)};
}

std::optional<Values> different_dates(const Side& one, const Side& other) {
    const auto* mine = member_at(one.words().dates, one.value);
    const auto* theirs = member_at(other.words().dates, other.value);
    if (mine == nullptr || theirs == nullptr || mine->bound != language::DateBound::none ||
        theirs->bound != language::DateBound::none)
        return std::nullopt;
    if (is_reporting(one) || is_reporting(other) || may_be_one_night(*mine, *theirs)) return std::nullopt;
    if (language::compare(*mine, *theirs) != language::Comparison::contradictory) return std::nullopt;
    const auto value = [](const language::Date& date) {
        const language::Moment& meant = date.moment;
        const auto year = static_cast<std::uint64_t>(meant.year);
        const auto day = static_cast<std::uint64_t>(meant.month * 100 + meant.day);
        return (year * 10'000 + day) * 10 + static_cast<std::uint64_t>(meant.weekday);
    };
    return Values{value(*mine), value(*theirs)};
}

bool are_two(const StoryTexts& texts, const Side& one, const language::Mention& mine, const Side& other,
             const language::Mention& theirs) {
    // A town lies in a country that the other may name.
    const auto is_country = [](const language::Mention& name) {
        const CountryWord word = country_of(name.key);
        return word.country != kNone && !word.capital;
    };
    if (mine.type != theirs.type || is_country(mine) != is_country(theirs)) return false;
    for (const ReportText& text : texts.reports()) {
        if (stand_together(text, mine, theirs.key) || stand_together(text, theirs, mine.key)) return false;
    }
    const auto relation = [](const Side& side) {
        return language::relation_name(side.parsed().relation[side.value.end - 1]);
    };
    if (!is_parsed(one) || !is_parsed(other) || relation(one) != relation(other)) return false;
    if (are_parts_of_one(texts, one, other) || look_alike(one, mine, other, theirs)) return false;
    return !said_elsewhere(texts, one, mine, other) && !said_elsewhere(texts, other, theirs, one);
}

std::optional<Values> different_names(const StoryTexts& texts, const Side& one, const language::Mention& mine,
                                      const Side& other, const language::Mention& theirs) {
    if (names_speaker(one) || names_speaker(other) || is_reporting(one) || is_reporting(other)) return std::nullopt;
    if (!are_two(texts, one, mine, other, theirs)) return std::nullopt;
    return Values{mine.key, theirs.key};
}

}  // namespace axray::story
