// Who says what.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

#include "certainty_cases.hpp"
#include "language/segments/token_view.hpp"
#include "language/speech/speech_features.hpp"
#include "language/workspace_state.hpp"
#include "predict.hpp"
#include "speech_cases.hpp"

namespace axray::bench {
namespace {

using language::AnnotatedText;
using language::Attribution;
using language::TokenSpan;

Json points(CodePointSpan span) { return Json::array({span.begin, span.end}); }

// Our spans as the data has them: its content begins with "that" and comes in as many pieces as the text has.
class SpansOf {
public:
    SpansOf(std::string_view text, const AnnotatedText& annotated)
        : text_(text), positions_(text), annotated_(annotated) {}

    Json one(TokenSpan range) const {
        Json spans = Json::array();
        add(range, spans);
        return spans;
    }

    Json content(const Attribution& attribution) const {
        Json spans = Json::array();
        add(with_that(attribution.content), spans);
        for (std::uint32_t i = attribution.further_begin; i < attribution.further_end; ++i)
            add(with_that(annotated_.further_content[i]), spans);
        return spans;
    }

private:
    TokenSpan with_that(TokenSpan range) const {
        if (range.size() == 0 || range.begin == 0) return range;
        const Span before = annotated_.tokens.span[range.begin - 1];
        return text_.substr(before.begin, before.size()) == "that" ? TokenSpan{range.begin - 1, range.end} : range;
    }
    void add(TokenSpan range, Json& spans) const {
        if (range.size() == 0) return;
        const auto& tokens = annotated_.tokens.span;
        spans.push_back(points(positions_.code_points({tokens[range.begin].begin, tokens[range.end - 1].end})));
    }

    std::string_view text_;
    TextPositions positions_;
    const AnnotatedText& annotated_;
};

language::Setting all_layers() {
    language::Setting setting;
    setting.layers = language::Layers::all;
    return setting;
}

// Attributions of articles as the scorer of quotations reads them. The data names who says the whole, and so has the
// network learned; who speaks within what is said is found by rules and left out here.
void speech(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&](const Json& record) {
        const auto text = record.at("text").get<std::string>();
        const AnnotatedText annotated = tools.annotator.annotate_text(text, tools.workspace, all_layers());
        const SpansOf spans(text, annotated);
        Json found = Json::array();
        for (const Attribution& one : annotated.attributions) {
            if (one.outer != language::kNone && one.found_by == language::FoundBy::rules) continue;
            found.push_back(
                {{"source", spans.one(one.speaker)}, {"cue", spans.one(one.cue)}, {"content", spans.content(one)}});
        }
        return Json{{"id", record.at("id")}, {"attributions", std::move(found)}};
    });
}

// The states of the sentence models as hexadecimal digits, two for a number: sixteenths from -127 to 127.
std::string hexadecimal(std::span<const float> states) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    digits.reserve(2 * states.size());
    for (const float state : states) {
        const auto byte = static_cast<unsigned>(std::lround(std::clamp(state * 16, -127.0F, 127.0F))) & 0xFFU;
        digits += kDigits[byte >> 4U];
        digits += kDigits[byte & 15U];
    }
    return digits;
}

// What the network of speech learns from: the tokens of each text with their features.
void speech_tokens(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&](const Json& record) {
        const auto text = record.at("text").get<std::string>();
        AnnotatedText annotated = tools.annotator.annotate_text(text, tools.workspace, all_layers());
        const auto& state = tools.workspace.state();
        language::SpeechFeatures features;
        language::find_speech_features({text, annotated.tokens, tools.workspace.state().facts}, annotated.sentences,
                                       features);
        const TextPositions positions(text);
        Json spans = Json::array();
        for (const Span span : annotated.tokens.span) spans.push_back(points(positions.code_points(span)));
        Json sentences = Json::array();
        for (const auto& one : annotated.sentences)
            sentences.push_back(Json::array({one.tokens.begin, one.tokens.end, one.block}));
        Json heads = Json::array();
        for (const std::uint32_t head : annotated.tokens.head)
            heads.push_back(head == language::kNone ? -1 : static_cast<std::int64_t>(head));
        return Json{{"id", record.at("id")},
                    {"spans", std::move(spans)},
                    {"sentences", std::move(sentences)},
                    {"word", features.word},
                    {"lemma", features.lemma},
                    {"ending", features.ending},
                    {"flags", features.flags},
                    {"head", std::move(heads)},
                    {"relation", annotated.tokens.relation},
                    {"states", hexadecimal(state.sentences.states)}};
    });
}

constexpr auto kTasks = std::to_array<Task>({
    {"speech", "articles with id and text", "attributions for the scorer of quotations", speech},
    {"speech-tokens", "articles with id and text", "tokens with their features, for training", speech_tokens},
    {"speech-cases", "tests/language_cases/speech.tsv", "how much of it was found, for each half", speech_cases},
    {"certainty-cases", "tests/language_cases/certainty.tsv", "how much of it was found", certainty_cases},
});

}  // namespace

std::span<const Task> speech_tasks() { return kTasks; }

}  // namespace axray::bench
