#include <algorithm>

#include "judge/layer_members.hpp"
#include "judge/value_differences.hpp"
#include "language/dates/comparison.hpp"
#include "language/dates/moments.hpp"

namespace axray::judge {
namespace {

using language::AnnotatedText;
using language::Comparison;
using language::Date;

constexpr float kSameMatter = 0.5F;        // share of the rest of the claim that a sentence must bear out
constexpr float kSomeMatter = 0.1F;        // ... to have more of it than the date
constexpr float kSomeSurroundings = 0.3F;  // share of a date's surroundings that make another one stand in its place
constexpr float kSameSurroundings = 0.6F;  // ... where one of the two is reckoned: "said on Monday" is everywhere

// Times told by their distance from others ("last week", "two years") are compared where it is known what they mean.
std::vector<const Date*> comparable(std::vector<const Date*> dates, const AnnotatedText& text) {
    std::erase_if(dates, [&](const Date* date) {
        return !date->is_calendar() && !language::is_reckoned({*date, text});
    });
    return dates;
}

// False for decades ("1980s") and other words that are not one year, month or day.
bool states_a_day_or_year(const language::Tokens& tokens, const Date& date) {
    if (date.last_year != 0) return false;
    for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
        if (tokens.kind[token] == language::TokenKind::alphanumeric && date.day == 0) return false;
    }
    return true;
}

// With several dates on a side each belongs to a thing of its own: "data of 2014 to 2022", stolen in 2021.
enum class Dates : std::uint8_t { one_on_each_side, several };

// One end of a period ("from 2014 to 2022"): periods overlap and lie within each other without excluding anything.
bool ends_a_period(std::span<const Date* const> dates, const Date& date) {
    constexpr std::uint32_t kGap = 2;  // tokens between the ends: "to", "-", "and"
    return std::any_of(dates.begin(), dates.end(), [&date](const Date* other) {
        if (other->tokens == date.tokens) return false;
        const bool behind = other->tokens.begin >= date.tokens.end && other->tokens.begin - date.tokens.end <= kGap;
        const bool before = date.tokens.begin >= other->tokens.end && date.tokens.begin - other->tokens.end <= kGap;
        return behind || before;
    });
}

bool clash_as_said(const Date& claim, const Date& source) {
    const auto differ = [](int left, int right) { return left != 0 && right != 0 && left != right; };
    return differ(claim.year, source.year) || differ(claim.month, source.month) || differ(claim.day, source.day);
}

// "Said on Monday", "on Monday the board said": the day of the saying, not of what is said.
bool is_of_saying(const AnnotatedText& text, const Date& date) {
    constexpr std::uint32_t kNear = 3;    // tokens from the one to the other
    constexpr std::uint32_t kBehind = 8;  // ... from a date that begins a sentence to "said"
    const language::Tokens& tokens = text.tokens;
    const auto is_mark = [&](std::uint32_t token) { return tokens.kind[token] == language::TokenKind::punctuation; };
    const auto next =
        std::partition_point(text.sentences.begin(), text.sentences.end(),
                             [&](const language::Sentence& one) { return one.tokens.end <= date.tokens.begin; });
    if (next == text.sentences.end()) return false;
    const language::TokenSpan sentence = next->tokens;
    for (std::uint32_t step = 1; step <= kNear && date.tokens.begin >= sentence.begin + step; ++step) {
        const std::uint32_t token = date.tokens.begin - step;
        if (is_mark(token)) break;
        if (tokens.has(token, language::kReportingCue)) return true;
    }
    const bool opens = date.tokens.begin <= sentence.begin + 1;  // "On Monday, the board said that"
    for (std::uint32_t token = date.tokens.end; token < sentence.end; ++token) {
        if (token - date.tokens.end >= (opens ? kBehind : kNear) || (!opens && is_mark(token))) break;
        if (tokens.has(token, language::kReportingCue)) return true;
    }
    return false;
}

// What two dates say of each other.
enum class Relation : std::uint8_t { open, borne_out, differ_as_said, differ_as_meant };

// One claim against its evidence.
class DateComparer {
public:
    DateComparer(const TracedClaim& claim, std::span<const EvidenceView> evidence)
        : text_(*claim.words.text), evidence_(evidence), mine_(comparable(members_of(text_.dates, claim), text_)) {}

    [[nodiscard]] std::vector<Difference> run() const {
        std::vector<Difference> found;
        for (const Date* date : mine_) {
            if (!states_a_day_or_year(text_.tokens, *date) || ends_a_period(mine_, *date)) continue;
            if (const auto difference = compare(*date)) found.push_back(*difference);
        }
        return found;
    }

private:
    [[nodiscard]] static Relation relation(const Date& date, const AnnotatedText& text, const Date& other,
                                           const AnnotatedText& other_text) {
        if (language::apart_by_reckoning({date, text}, {other, other_text})) return Relation::differ_as_meant;
        const Comparison said = language::compare(date, other);
        const bool reckoned = language::is_reckoned({date, text}) || language::is_reckoned({other, other_text});
        const bool borne_out = reckoned ? language::bears_out_by_reckoning({date, text}, {other, other_text})
                                        : said == Comparison::same || said == Comparison::entailed;
        if (trace::agree(date, other) || borne_out) return Relation::borne_out;
        return clash_as_said(date, other) ? Relation::differ_as_said : Relation::open;
    }

    [[nodiscard]] bool stands_in_its_place(const EvidenceView& view, const Date& date, const Date& other,
                                           Relation relation, Dates dates) const {
        if (dates == Dates::several && !view.slot(date.tokens, other.tokens).all()) return false;
        if (relation == Relation::differ_as_said)
            return dates == Dates::several || view.surroundings(date.tokens, other.tokens) >= kSomeSurroundings;
        return view.surroundings(date.tokens, other.tokens) >= kSameSurroundings &&
               is_of_saying(text_, date) == is_of_saying(view.source(), other);
    }

    [[nodiscard]] std::optional<Difference> compare(const Date& date) const {
        std::optional<Difference> difference;
        bool as_meant = false;
        bool stands_elsewhere = false;  // in a sentence that has nothing else of the claim: "Published 26 March 2024"
        for (const EvidenceView& view : evidence_) {
            const AnnotatedText& source = view.source();
            const auto theirs = comparable(members_within(source.dates, view.local_tokens()), source);
            const Dates dates = mine_.size() == 1 && theirs.size() == 1 ? Dates::one_on_each_side : Dates::several;
            for (const Date* other : theirs) {
                const Relation said = relation(date, text_, *other, source);
                if (said == Relation::borne_out) {
                    if (is_of_another_act(date, *other, source)) continue;
                    if (view.coverage_without(date.tokens) >= kSomeMatter) return std::nullopt;
                    stands_elsewhere = true;
                    continue;
                }
                if (difference || said == Relation::open || !states_a_day_or_year(source.tokens, *other)) continue;
                if (said == Relation::differ_as_meant && ends_a_period(theirs, *other)) continue;
                if (!stands_in_its_place(view, date, *other, said, dates) || is_elsewhere(*other, source) ||
                    view.coverage_without(date.tokens) < kSameMatter)
                    continue;
                difference = Difference{FlagKind::date_differs, date.tokens, view.positions(other->tokens)};
                as_meant = said == Relation::differ_as_meant;
            }
        }
        return stands_elsewhere && !as_meant ? std::nullopt : difference;
    }

    // "Four died on 26 March" is not borne out by "died on Monday, he said on Tuesday".
    [[nodiscard]] bool is_of_another_act(const Date& date, const Date& other, const AnnotatedText& source) const {
        return language::bears_out_by_reckoning({date, text_}, {other, source}) && !is_of_saying(text_, date) &&
               is_of_saying(source, other);
    }

    // The claim has the source's date elsewhere.
    [[nodiscard]] bool is_elsewhere(const Date& other, const AnnotatedText& source) const {
        return std::any_of(mine_.begin(), mine_.end(), [&](const Date* one) {
            return relation(*one, text_, other, source) == Relation::borne_out && trace::agree(*one, other);
        });
    }

    const AnnotatedText& text_;
    std::span<const EvidenceView> evidence_;
    std::vector<const Date*> mine_;
};

}  // namespace

std::vector<Difference> date_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    return DateComparer(claim, evidence).run();
}

void drop_dates_that_may_agree(const TracedClaim& claim, const trace::SourceIndex& index,
                               std::vector<Difference>& differences) {
    const AnnotatedText& text = *claim.words.text;
    std::erase_if(differences, [&](const Difference& one) {
        if (one.kind != FlagKind::date_differs || one.claim.size() == 0 || one.source.begin >= one.source.end)
            return false;
        const AnnotatedText& source = index.text(index.sentences()[index.sentence_at(one.source.begin)].source);
        const Date* mine = language::date_at(text, one.claim.begin);
        const Date* theirs = language::date_at(source, index.local(one.source.begin));
        return mine != nullptr && theirs != nullptr && !clash_as_said(*mine, *theirs) &&
               !language::apart_by_reckoning({*mine, text}, {*theirs, source});
    });
}

}  // namespace axray::judge
