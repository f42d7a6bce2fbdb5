#include "language/public_annotations.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "language/annotation_names.hpp"
#include "language/dates/timex.hpp"
#include "language/indicators/indicators.hpp"
#include "language/names/chains.hpp"
#include "language/quantities/units.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::language {
namespace {

// The layers have types of their own, which do not know of the library's. Values are converted by number.
template <class Public, class Inner>
constexpr bool agree(Public outside, Inner inside) {
    return static_cast<int>(outside) == static_cast<int>(inside);
}
static_assert(agree(axray::NameType::unknown, language::NameType::unknown) &&
              agree(axray::NameType::person, language::NameType::person) &&
              agree(axray::NameType::organisation, language::NameType::organisation) &&
              agree(axray::NameType::place, language::NameType::place) &&
              agree(axray::NameType::other, language::NameType::other));
static_assert(agree(axray::QuantityKind::cardinal, language::QuantityKind::cardinal) &&
              agree(axray::QuantityKind::ordinal, language::QuantityKind::ordinal) &&
              agree(axray::QuantityKind::percent, language::QuantityKind::percent) &&
              agree(axray::QuantityKind::money, language::QuantityKind::money) &&
              agree(axray::QuantityKind::vague, language::QuantityKind::vague));
static_assert(agree(axray::Comparator::exactly, language::Comparator::exactly) &&
              agree(axray::Comparator::about, language::Comparator::about) &&
              agree(axray::Comparator::at_least, language::Comparator::at_least) &&
              agree(axray::Comparator::more_than, language::Comparator::more_than) &&
              agree(axray::Comparator::at_most, language::Comparator::at_most) &&
              agree(axray::Comparator::less_than, language::Comparator::less_than) &&
              agree(axray::Comparator::between, language::Comparator::between));
static_assert(agree(DateKind::date, language::DateType::date) && agree(DateKind::time, language::DateType::time) &&
              agree(DateKind::duration, language::DateType::duration) && agree(DateKind::set, language::DateType::set));
static_assert(agree(axray::Stance::asserts, language::Stance::asserts) &&
              agree(axray::Stance::accuses, language::Stance::accuses) &&
              agree(axray::Stance::denies, language::Stance::denies) &&
              agree(axray::Stance::doubts, language::Stance::doubts) &&
              agree(axray::Stance::reports, language::Stance::reports));
static_assert(agree(axray::Certainty::stated, language::Certainty::stated) &&
              agree(axray::Certainty::probable, language::Certainty::probable) &&
              agree(axray::Certainty::possible, language::Certainty::possible) &&
              agree(axray::Certainty::alleged, language::Certainty::alleged) &&
              agree(axray::Certainty::denied, language::Certainty::denied) &&
              agree(axray::Certainty::future, language::Certainty::future) &&
              agree(axray::Certainty::conditional, language::Certainty::conditional));

// Seconds since 1970 as a day, with the time where it is not midnight.
std::string written_time(std::int64_t seconds) {
    constexpr std::int64_t kDay = 86400;
    const auto day = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
    const auto rest = static_cast<int>(seconds - day * kDay);
    auto text = base::written_day(base::day_of_number(day));
    if (rest == 0) return text;
    std::array<char, 32> clock{};
    const int size =
        std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
    return text.append(clock.data(), static_cast<std::size_t>(size));
}

std::string words_for(language::Direction direction, language::ChangeRole role) {
    using language::ChangeRole;
    using language::Direction;
    std::string words = direction == Direction::up ? "up" : direction == Direction::down ? "down" : "";
    const std::string_view step = role == ChangeRole::by     ? "by"
                                  : role == ChangeRole::from ? "from"
                                  : role == ChangeRole::to   ? "to"
                                                             : "";
    if (!words.empty() && !step.empty()) words += ' ';
    return words.append(step);
}

std::string_view words_for(language::DateModifier modifier) {
    using language::DateModifier;
    switch (modifier) {
        case DateModifier::none: return "";
        case DateModifier::start: return "start";
        case DateModifier::middle: return "middle";
        case DateModifier::end: return "end";
        case DateModifier::about: return "about";
        case DateModifier::less: return "less than";
        case DateModifier::more: return "more than";
        case DateModifier::at_most: return "at most";
        case DateModifier::at_least: return "at least";
    }
    return "";
}

std::string_view words_for(language::DateBound bound) {
    using language::DateBound;
    switch (bound) {
        case DateBound::none: return "";
        case DateBound::from: return "from";
        case DateBound::after: return "after";
        case DateBound::until: return "until";
        case DateBound::before: return "before";
    }
    return "";
}

std::string words_for(language::DateModifier modifier, language::DateBound bound) {
    std::string words(words_for(bound));
    const auto how = words_for(modifier);
    if (!words.empty() && !how.empty()) words += ' ';
    return words.append(how);
}

Span bytes_of(const Tokens& tokens, TokenSpan range) {
    if (range.size() == 0) return {};
    return {tokens.span[range.begin].begin, tokens.span[range.end - 1].end};
}

class Conversion {
public:
    Conversion(const Document& document, const language::AnnotatedText& annotated, const language::Annotator& annotator)
        : document_(document), annotated_(annotated), tokens_(annotated.tokens), annotator_(annotator) {}

    Annotations convert() && {
        add_sentences();
        add_tokens();
        add_mentions();
        add_quantities();
        add_dates();
        for (const auto& quotation : annotated_.quotations) result_.quotations.push_back({quotation.span});
        add_attributions();
        add_certainties();
        add_negations();
        add_indicators();
        return std::move(result_);
    }

private:
    [[nodiscard]] Span span_of(TokenSpan range) const { return bytes_of(tokens_, range); }

    void add_sentences() {
        result_.sentences.reserve(annotated_.sentences.size());
        for (const auto& sentence : annotated_.sentences) {
            result_.sentences.push_back({sentence.span, sentence.tokens.begin, sentence.tokens.end, sentence.block});
        }
    }

    void add_tokens() {
        result_.tokens.resize(tokens_.size());
        for (std::uint32_t token = 0; token < tokens_.size(); ++token) {
            auto& added = result_.tokens[token];
            added.span = tokens_.span[token];
            if (!tokens_.parsed()) continue;
            added.tag = to_string(tokens_.tag[token]);
            added.lemma = annotator_.lemma(document_.text, annotated_, token);
            added.relation = language::relation_name(tokens_.relation[token]);
            if (tokens_.head[token] != kNone) added.head = tokens_.head[token];
        }
    }

    // Members of chains and names that stand in none, in the order of the text.
    void add_mentions() {
        for (std::uint32_t chain = 0; chain < annotated_.chains.size(); ++chain) {
            const auto& fullest = annotated_.mentions[annotated_.chains[chain].canonical];
            result_.names.push_back({language::normal_form(document_.text, annotated_, fullest),
                                     static_cast<axray::NameType>(annotated_.chains[chain].type),
                                     {}});
        }
        for (const auto& mention : annotated_.mentions) {
            const auto chain = mention.chain == kNone ? kNoPosition : mention.chain;
            result_.mentions.push_back(
                {mention.span, MentionKind::name, static_cast<axray::NameType>(mention.type), chain});
        }
        for (std::uint32_t chain = 0; chain < annotated_.chains.size(); ++chain) add_references(chain);
        std::stable_sort(result_.mentions.begin(), result_.mentions.end(),
                         [](const auto& left, const auto& right) { return left.span.begin < right.span.begin; });
        for (std::uint32_t number = 0; number < result_.mentions.size(); ++number) {
            const auto name = result_.mentions[number].name;
            if (name != kNoPosition) result_.names[name].mentions.push_back(number);
        }
    }

    void add_references(std::uint32_t chain) {
        const auto& members = annotated_.chains[chain];
        for (auto at = members.begin; at < members.end; ++at) {
            const auto& member = annotated_.chain_members[at];
            if (member.kind == language::MemberKind::name) continue;
            const bool pronoun = member.kind == language::MemberKind::pronoun;
            result_.mentions.push_back({span_of(member.tokens),
                                        pronoun ? MentionKind::pronoun : MentionKind::description,
                                        result_.names[chain].type, chain});
        }
    }

    void add_quantities() {
        for (const auto& quantity : annotated_.quantities)
            result_.quantities.push_back(public_quantity(document_, annotated_, quantity));
    }

    void add_dates() {
        for (const auto& date : annotated_.dates) result_.dates.push_back(public_date(date));
    }

    void add_attributions() {
        for (const auto& attribution : annotated_.attributions) {
            AttributionAnnotation added;
            added.sentence = attribution.sentence;
            added.speaker = span_of(attribution.speaker);
            added.cue = span_of(attribution.cue);
            if (attribution.content.size() > 0) added.content.push_back(span_of(attribution.content));
            for (auto at = attribution.further_begin; at < attribution.further_end; ++at) {
                added.content.push_back(span_of(annotated_.further_content[at]));
            }
            added.stance = static_cast<axray::Stance>(attribution.stance);
            added.name = name_in(added.speaker);
            added.outer = attribution.outer == kNone ? kNoPosition : attribution.outer;
            result_.attributions.push_back(std::move(added));
        }
    }

    // The name that some words mention, where they mention only one.
    [[nodiscard]] std::uint32_t name_in(Span span) const {
        auto found = kNoPosition;
        const auto& mentions = result_.mentions;
        auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                   [](const auto& mention, std::uint32_t byte) { return mention.span.begin < byte; });
        for (; at != mentions.end() && at->span.begin < span.end; ++at) {
            if (at->name == kNoPosition || at->span.end > span.end) continue;
            if (found != kNoPosition && found != at->name) return kNoPosition;
            found = at->name;
        }
        return found;
    }

    void add_certainties() {
        for (const auto& cue : annotated_.certainty_cues) {
            result_.certainties.push_back(
                {span_of(cue.cue), span_of(cue.scope), static_cast<axray::Certainty>(cue.certainty)});
        }
    }

    // A figure inside of an indicator, "12345" of "CVE-2024-12345", counts nothing.
    void add_indicators() {
        result_.indicators = language::find_indicators(document_.text);
        std::vector<Span> outer;  // without those that lie inside of others
        for (const auto& indicator : result_.indicators) {
            if (outer.empty() || indicator.span.end > outer.back().end) outer.push_back(indicator.span);
        }
        const auto inside = [&outer](const QuantityAnnotation& quantity) {
            const auto after = std::upper_bound(outer.begin(), outer.end(), quantity.span.begin,
                                                [](std::uint32_t byte, Span span) { return byte < span.begin; });
            return after != outer.begin() && (after - 1)->contains(quantity.span);
        };
        std::erase_if(result_.quantities, inside);
    }

    void add_negations() {
        for (const auto& negation : annotated_.negations) {
            result_.negations.push_back({span_of(negation.cue), span_of(negation.scope)});
        }
    }

    const Document& document_;
    const language::AnnotatedText& annotated_;
    const language::Tokens& tokens_;
    const language::Annotator& annotator_;
    Annotations result_;
};

}  // namespace

QuantityAnnotation public_quantity(const Document& document, const AnnotatedText& annotated, const Quantity& quantity) {
    QuantityAnnotation added;
    added.span = quantity.span;
    added.kind = static_cast<axray::QuantityKind>(quantity.kind);
    added.comparator = static_cast<axray::Comparator>(quantity.comparator);
    added.low = quantity.low;
    added.high = quantity.high;
    added.unit = quantity.measure != 0 ? std::string(unit_of(quantity.measure).name)
                                       : std::string(document.slice(bytes_of(annotated.tokens, quantity.unit_tokens)));
    if (quantity.per != 0) added.unit += " per " + std::string(unit_of(quantity.per).name);
    added.change = words_for(quantity.direction, quantity.role);
    return added;
}

DateAnnotation public_date(const Date& date) {
    DateAnnotation added;
    added.span = date.span;
    added.kind = static_cast<axray::DateKind>(date.type);
    added.value = timex_value(date);
    added.modifier = words_for(date.modifier, date.bound);
    if (date.interval.known()) {
        added.begin = written_time(date.interval.begin);
        added.end = written_time(date.interval.end);
    }
    return added;
}

Annotations public_annotations(const Document& document, const language::AnnotatedText& annotated,
                               const language::Annotator& annotator, base::Day published) {
    auto result = Conversion(document, annotated, annotator).convert();
    result.published = base::written_day(published);
    return result;
}

ReferenceTime time_of_publication(const Document& document) {
    const std::string_view value = document.metadata.published.value;
    const auto day = base::day_of(value);
    if (day.year == 0) return {};
    return {day, base::minute_of(value)};
}

}  // namespace axray::language
