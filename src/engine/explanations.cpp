#include "engine/explanations.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include <axray/annotations.hpp>

#include "engine/claim_results.hpp"
#include "engine/flags.hpp"
#include "judge/explanation.hpp"
#include "language/annotation_names.hpp"
#include "language/dates/moments.hpp"
#include "language/dates/timex.hpp"
#include "language/quantities/units.hpp"

namespace axray::engine {
namespace {

using judge::Judgement;
using judge::PositionSpan;
using judge::Statement;
using language::TokenSpan;

constexpr std::size_t kMostPhrases = 12;                   // without evidence, that are tried out one by one
constexpr std::size_t kMostChanges = 3;                    // of one kind that are told
constexpr std::size_t kMostTokens = std::size_t{1} << 18;  // of sources that are indexed again without a sentence

DecidedBy decided_by(judge::Decider decider) {
    switch (decider) {
        case judge::Decider::nothing_found: return DecidedBy::nothing_found;
        case judge::Decider::models: return DecidedBy::model;
        case judge::Decider::differing_value: return DecidedBy::differing_value;
        case judge::Decider::thin_evidence: return DecidedBy::thin_evidence;
    }
    return DecidedBy::model;
}

std::string written_number(double value) {
    char digits[64];
    const auto format = std::abs(value) < 1e15 ? std::chars_format::fixed : std::chars_format::general;
    const auto [end, fault] = std::to_chars(digits, digits + sizeof digits, value, format);
    return fault == std::errc{} ? std::string(digits, end) : std::string();
}

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

// "more than 1200 tonnes": comparator, values and the words for what is counted.
std::string written(const language::Quantity& quantity, const language::AnnotatedText& text, std::string_view bytes) {
    const auto comparator = to_string(static_cast<Comparator>(quantity.comparator));
    std::string words = quantity.comparator == language::Comparator::exactly ? "" : spaced(comparator) + " ";
    words += written_number(quantity.low);
    if (quantity.high != quantity.low) words += "-" + written_number(quantity.high);
    if (quantity.kind == language::QuantityKind::percent) return words + " percent";
    if (quantity.measure != 0) return words + " " + std::string(language::unit_of(quantity.measure).name);
    const auto unit = quantity.unit_tokens;
    if (unit.size() == 0 || unit.end > text.tokens.size()) return words;
    const auto begin = text.tokens.span[unit.begin].begin;
    return words + " " + std::string(bytes.substr(begin, text.tokens.span[unit.end - 1].end - begin));
}

// A stretch of a text in its normalised form.
std::string normalised(ComparedKind kind, TokenSpan tokens, const language::AnnotatedText& text,
                       std::string_view bytes) {
    if (tokens.size() == 0) return {};
    const auto begin = text.tokens.span[tokens.begin].begin;
    std::string words(bytes.substr(begin, text.tokens.span[tokens.end - 1].end - begin));
    std::replace(words.begin(), words.end(), '\n', ' ');
    const auto quantity = text.tokens.quantity[tokens.begin];
    const auto* date = language::date_at(text, tokens.begin);
    const bool vague = quantity != language::kNone && text.quantities[quantity].kind == language::QuantityKind::vague;
    if (kind == ComparedKind::number && quantity != language::kNone && !vague) {
        return written(text.quantities[quantity], text, bytes);
    }
    if (kind == ComparedKind::date && date != nullptr) {
        auto value = language::timex_value(*date);
        return value.empty() ? words : value;
    }
    return words;
}

class Explainer {
public:
    Explainer(const Statement& statement, const Judgement& judgement, const ExplanationTools& tools)
        : statement_(statement), judgement_(judgement), tools_(tools) {}

    Explanation run() && {
        explanation_.decided_by = decided_by(judgement_.decider);
        auto reasons = judge::reasons_of(tools_.judge.supported_trees(), judgement_.features);
        explanation_.expected = reasons.expected;
        explanation_.reasons = std::move(reasons.all);
        add_values();
        try_values_of_source();
        if (judgement_.verdict != Verdict::supported && judgement_.decider != judge::Decider::nothing_found)
            try_words();
        if (judgement_.verdict != Verdict::not_found) try_without_sentences();
        return std::move(explanation_);
    }

private:
    [[nodiscard]] const language::AnnotatedText& article() const { return *statement_.text; }
    [[nodiscard]] Span span_of(TokenSpan tokens) const {
        if (tokens.size() == 0) return {};
        return {article().tokens.span[tokens.begin].begin, article().tokens.span[tokens.end - 1].end};
    }

    [[nodiscard]] std::string source_value(ComparedKind kind, PositionSpan source) const {
        const auto& index = tools_.sources.index();
        const auto number = index.sentences()[index.sentence_at(source.begin)].source;
        const auto first = index.first_token(number);
        return normalised(kind, {source.begin - first, source.end - first}, index.text(number),
                          tools_.source_documents[number].text);
    }

    void add_values() {
        if (judgement_.verdict == Verdict::not_found) return;
        for (std::size_t part = 0; part < judgement_.claims.size(); ++part) {
            for (const auto& one :
                 judge::compare_values(judgement_.claims[part], judgement_.differences[part], tools_.sources.index())) {
                ComparedValue value;
                value.kind = one.kind;
                value.outcome = one.outcome;
                value.claim = span_of(one.claim);
                value.claim_value = normalised(one.kind, one.claim, article(), tools_.article.text);
                value.source = place_of(one.source, tools_.sources.index());
                if (value.source) value.source_value = source_value(one.kind, one.source);
                explanation_.values.push_back(std::move(value));
            }
        }
    }

    [[nodiscard]] Judgement judge_again(const Statement& statement, const trace::SourceIndex& index) const {
        return tools_.judge.judge(statement, index, tools_.tracing, tools_.judging);
    }

    // The statement without these tokens.
    [[nodiscard]] Statement without(const std::vector<TokenSpan>& phrases) const {
        Statement shorter{statement_.text, {}};
        for (const auto& sentence : statement_.sentences) {
            judge::StatedRanges ranges;
            for (const auto range : sentence) {
                auto begin = range.begin;
                for (auto token = range.begin; token <= range.end; ++token) {
                    const bool out =
                        token < range.end &&
                        std::any_of(phrases.begin(), phrases.end(), [&](TokenSpan one) { return one.contains(token); });
                    if (!out && token < range.end) continue;
                    if (begin < token) ranges.push_back({begin, token});
                    begin = token + 1;
                }
            }
            if (!ranges.empty()) shorter.sentences.push_back(std::move(ranges));
        }
        return shorter;
    }

    void add_words(const std::vector<TokenSpan>& phrases, const Judgement& then) {
        Change change;
        change.kind = ChangeKind::words_borne_out;
        for (const auto phrase : phrases) change.claim.push_back(span_of(phrase));
        std::sort(change.claim.begin(), change.claim.end());
        change.verdict = then.verdict;
        change.probability = then.probability;
        explanation_.changes.push_back(std::move(change));
    }

    // The source says otherwise there: that it might say both is no use to a reader.
    [[nodiscard]] bool differs(TokenSpan phrase) const {
        for (const auto& list : judgement_.differences) {
            for (const auto& one : list) {
                const bool overlaps = one.claim.begin < phrase.end && phrase.begin < one.claim.end;
                if (overlaps && judge::excludes(one.kind)) return true;
            }
        }
        return false;
    }

    struct Trial {
        TokenSpan phrase;
        float probability = 0;
    };

    // Which words the sources would have had to say too.
    void try_words() {
        std::vector<TokenSpan> phrases;
        for (const auto& claim : judgement_.claims) {
            for (const auto phrase : judge::open_phrases(claim)) {
                if (!differs(phrase)) phrases.push_back(phrase);
            }
        }
        if (phrases.size() > kMostPhrases) {
            explanation_.not_tried.push_back("Only the first " + std::to_string(kMostPhrases) + " of " +
                                             std::to_string(phrases.size()) +
                                             " groups of words without evidence were tried out.");
            phrases.resize(kMostPhrases);
        }
        std::vector<Trial> trials;
        std::size_t told = 0;
        for (const auto phrase : phrases) {
            const auto then = judge_again(without({phrase}), tools_.sources.index());
            if (then.verdict == Verdict::supported && told++ < kMostChanges) add_words({phrase}, then);
            trials.push_back({phrase, then.probability});
        }
        if (told == 0) try_words_together(std::move(trials));
    }

    void try_words_together(std::vector<Trial> trials) {
        std::stable_sort(trials.begin(), trials.end(),
                         [](const Trial& left, const Trial& right) { return left.probability > right.probability; });
        std::vector<TokenSpan> chosen;
        Judgement then;
        for (const auto& trial : trials) {
            chosen.push_back(trial.phrase);
            if (chosen.size() < 2) continue;
            then = judge_again(without(chosen), tools_.sources.index());
            if (then.verdict == Verdict::supported) break;
        }
        if (then.verdict != Verdict::supported) return;
        for (std::size_t one = 0; one < chosen.size() && chosen.size() > 2;) {
            auto fewer = chosen;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(one));
            auto again = judge_again(without(fewer), tools_.sources.index());
            if (again.verdict != Verdict::supported) {
                ++one;
                continue;
            }
            chosen = std::move(fewer);
            then = std::move(again);
        }
        add_words(chosen, then);
    }

    // The claim with the source's words in place of some of its own.
    struct Replacement {
        Span claim;
        std::string words;
        SourceSpan source;  // where they stand
    };
    [[nodiscard]] std::string claim_with(const std::vector<Replacement>& replacements) const {
        std::string text;
        for (const auto& sentence : statement_.sentences) {
            for (const auto range : sentence) {
                auto at = span_of(range).begin;
                if (!text.empty()) text += ' ';
                for (const auto& one : replacements) {
                    if (one.claim.begin < at || one.claim.end > span_of(range).end) continue;
                    text.append(tools_.article.slice({at, one.claim.begin})).append(one.words);
                    at = one.claim.end;
                }
                text.append(tools_.article.slice({at, span_of(range).end}));
            }
        }
        return text;
    }

    void add_value(const std::vector<Replacement>& replacements) {
        const auto text = claim_with(replacements);
        const auto annotated =
            tools_.annotator.annotate_text(text, tools_.annotating, {language::Layers::words, article().published});
        const auto then = judge_again(judge::whole_text(annotated), tools_.sources.index());
        if (then.verdict == judgement_.verdict) return;
        Change change;
        change.kind = ChangeKind::value_of_source;
        for (const auto& one : replacements) change.claim.push_back(one.claim);
        if (replacements.size() == 1) change.source = replacements.front().source;
        change.verdict = then.verdict;
        change.probability = then.probability;
        explanation_.changes.push_back(std::move(change));
    }

    void try_values_of_source() {
        if (judgement_.verdict == Verdict::supported || judgement_.verdict == Verdict::not_found) return;
        std::vector<Replacement> replacements;
        std::vector<SourceSpan> places;
        for (const auto& list : judgement_.differences) {
            for (const auto& one : list) {
                const auto source = place_of(one.source, tools_.sources.index());
                const bool value = one.kind == FlagKind::number_differs || one.kind == FlagKind::date_differs ||
                                   one.kind == FlagKind::name_differs || one.kind == FlagKind::antonym;
                if (!value || !source || one.claim.size() == 0 || replacements.size() == kMostChanges) continue;
                const auto span = span_of(one.claim);
                if (!replacements.empty() && replacements.back().claim.overlaps(span)) continue;
                replacements.push_back(
                    {span, std::string(tools_.source_documents[source->source].slice(source->span)), *source});
                places.push_back(*source);
            }
        }
        std::stable_sort(replacements.begin(), replacements.end(),
                         [](const Replacement& left, const Replacement& right) { return left.claim < right.claim; });
        const auto before = explanation_.changes.size();
        for (std::size_t one = 0; one < replacements.size(); ++one) add_value({replacements[one]});
        if (explanation_.changes.size() == before && replacements.size() > 1) add_value(replacements);
    }

    // What each sentence of the evidence is worth: whether the verdict stands without it.
    void try_without_sentences() {
        if (tools_.sources.token_count() > kMostTokens) {
            explanation_.not_tried.push_back("The sources are too long to be read again without each sentence.");
            return;
        }
        for (const auto& rated : rated_sentences(judgement_, Selection::evidence, tools_.tracing.evidence_limit)) {
            const auto place = tools_.sources.index().sentences()[rated.sentence];
            const auto& text = tools_.sources.text(place.source);
            std::vector<Span> spans;
            for (std::uint32_t sentence = 0; sentence < text.sentences.size(); ++sentence) {
                if (sentence != place.sentence) spans.push_back(text.sentences[sentence].span);
            }
            const auto shorter = tools_.annotator.annotate_sentences(tools_.source_documents[place.source].text, spans,
                                                                     tools_.annotating);
            std::vector<const language::AnnotatedText*> texts;
            for (std::uint32_t source = 0; source < tools_.sources.source_count(); ++source) {
                texts.push_back(source == place.source ? &shorter : &tools_.sources.text(source));
            }
            const auto then = judge_again(statement_, trace::SourceIndex::build(std::move(texts)));
            if (then.verdict == judgement_.verdict || then.verdict == Verdict::supported) continue;  // it bears nothing
            Change change;
            change.kind = ChangeKind::evidence_removed;
            change.source = SourceSpan{place.source, text.sentences[place.sentence].span};
            change.verdict = then.verdict;
            change.probability = then.probability;
            explanation_.changes.push_back(std::move(change));
        }
    }

    const Statement& statement_;
    const Judgement& judgement_;
    const ExplanationTools& tools_;
    Explanation explanation_;
};

}  // namespace

Explanation explain_judgement(const Statement& statement, const Judgement& judgement, const ExplanationTools& tools) {
    return Explainer(statement, judgement, tools).run();
}

}  // namespace axray::engine
