#include "engine/annotations.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <unordered_map>
#include <utility>

#include "language/annotation_names.hpp"

namespace axray::engine {
namespace {

using language::kNone;
using language::TokenSpan;

int number_at(std::string_view text, std::size_t at, std::size_t size) {
    if (text.size() < at + size) return 0;
    const char* begin = text.data() + at;
    int value = 0;
    const auto [end, fault] = std::from_chars(begin, begin + size, value);
    return fault == std::errc{} && end == begin + size ? value : 0;
}

std::string written_day(base::Day day) {
    std::array<char, 48> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return {text.data(), static_cast<std::size_t>(size)};
}

class Conversion {
public:
    Conversion(const Document& document, const language::AnnotatedText& annotated)
        : document_(document), annotated_(annotated), tokens_(annotated.tokens) {}

    Annotations convert() && {
        add_sentences();
        add_tokens();
        add_names();
        add_quantities();
        add_dates();
        for (const auto& quotation : annotated_.quotations) result_.quotations.push_back({quotation.span});
        add_attributions();
        add_certainties();
        add_negations();
        return std::move(result_);
    }

private:
    [[nodiscard]] Span span_of(TokenSpan range) const {
        if (range.size() == 0) return {};
        return {tokens_.span[range.begin].begin, tokens_.span[range.end - 1].end};
    }

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
            if (tokens_.head[token] != kNone) added.head = tokens_.head[token];
        }
    }

    // Mentions with one key name one thing, and so do an acronym and its long form.
    void add_names() {
        std::unordered_map<std::uint64_t, std::uint32_t> chain_of_key;
        for (const auto& mention : annotated_.mentions) {
            const auto number = static_cast<std::uint32_t>(result_.names.size());
            auto known = chain_of_key.find(mention.key);
            if (known == chain_of_key.end() && mention.alias != 0) known = chain_of_key.find(mention.alias);
            std::uint32_t chain = static_cast<std::uint32_t>(result_.chains.size());
            if (known != chain_of_key.end()) {
                chain = known->second;
            } else {
                result_.chains.push_back({std::string(document_.slice(mention.span)), NameType::other, {}});
            }
            chain_of_key.emplace(mention.key, chain);
            result_.chains[chain].mentions.push_back(number);
            result_.names.push_back({mention.span, NameType::other, chain});
        }
    }

    void add_quantities() {
        for (const auto& quantity : annotated_.quantities) {
            QuantityAnnotation added;
            added.span = quantity.span;
            added.kind = static_cast<QuantityKind>(quantity.kind);
            added.comparator = static_cast<Comparator>(quantity.comparator);
            added.low = quantity.low;
            added.high = quantity.high;
            result_.quantities.push_back(std::move(added));
        }
    }

    void add_dates() {
        for (const auto& date : annotated_.dates) {
            DateAnnotation added;
            added.span = date.span;
            result_.dates.push_back(std::move(added));
        }
    }

    void add_attributions() {
        for (const auto& attribution : annotated_.attributions) {
            AttributionAnnotation added;
            added.sentence = attribution.sentence;
            added.speaker = span_of(attribution.speaker);
            added.cue = span_of(attribution.cue);
            if (attribution.content.size() > 0) added.content.push_back(span_of(attribution.content));
            added.stance = static_cast<Stance>(attribution.stance);
            result_.attributions.push_back(std::move(added));
        }
    }

    void add_certainties() {
        for (const auto& cue : annotated_.certainty_cues) {
            result_.certainties.push_back(
                {span_of(cue.cue), span_of(cue.scope), static_cast<Certainty>(cue.certainty)});
        }
    }

    // A cue and the run of negated words behind or before it.
    void add_negations() {
        for (const auto& sentence : annotated_.sentences) {
            for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
                if (!tokens_.has(token, language::kNegationCue)) continue;
                TokenSpan scope{token + 1, token + 1};
                while (scope.end < sentence.tokens.end && tokens_.has(scope.end, language::kNegated)) ++scope.end;
                result_.negations.push_back({tokens_.span[token], span_of(scope)});
            }
        }
    }

    const Document& document_;
    const language::AnnotatedText& annotated_;
    const language::Tokens& tokens_;
    Annotations result_;
};

}  // namespace

Annotations public_annotations(const Document& document, const language::AnnotatedText& annotated,
                               base::Day published) {
    auto result = Conversion(document, annotated).convert();
    if (published.year != 0) result.published = written_day(published);
    return result;
}

base::Day publication_day(const Document& document) {
    const std::string_view value = document.metadata.published.value;
    const base::Day day{number_at(value, 0, 4), number_at(value, 5, 2), number_at(value, 8, 2)};
    return base::is_day(day) ? day : base::Day{};
}

}  // namespace axray::engine
