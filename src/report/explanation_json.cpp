#include "report/explanation_json.hpp"

namespace axray::report {
namespace {

class ExplanationWriter {
public:
    ExplanationWriter(JsonWriter& json, const ReportPlaces& places) : json_(json), places_(places) {}

    void write(const Explanation& explanation) {
        json_.key("explanation").begin_object();
        json_.key("decided_by").string(to_string(explanation.decided_by));
        json_.key("expected").decimal(rounded(explanation.expected));
        json_.key("reasons").begin_array();
        for (const auto& reason : explanation.reasons) {
            json_.begin_object(JsonLayout::one_line);
            json_.key("kind").string(to_string(reason.kind));
            json_.key("addition").decimal(rounded(reason.addition)).end();
        }
        json_.end();
        json_.key("values").begin_array();
        for (const auto& value : explanation.values) write_value(value);
        json_.end();
        json_.key("changes").begin_array();
        for (const auto& change : explanation.changes) write_change(change);
        json_.end();
        json_.key("not_tried").begin_array();
        for (const auto& note : explanation.not_tried) json_.string(note);
        json_.end();
        json_.end();
    }

private:
    static double rounded(double value) { return static_cast<double>(static_cast<long long>(value * 10000)) / 10000; }

    void write_article_words(Span span) {
        const auto position = places_.article.code_points(span);
        json_.begin_object(JsonLayout::one_line).key("begin").number(position.begin).key("end").number(position.end);
        json_.key("exact").string(places_.report.article->slice(span)).end();
    }

    void write_source_words(const std::optional<SourceSpan>& place) {
        json_.key("source");
        if (!place) {
            json_.null();
            return;
        }
        const auto position = places_.sources[place->source].code_points(place->span);
        json_.begin_object(JsonLayout::one_line).key("source").number(place->source);
        json_.key("begin").number(position.begin).key("end").number(position.end);
        json_.key("exact").string(places_.report.sources[place->source]->slice(place->span)).end();
    }

    void write_value(const ComparedValue& value) {
        json_.begin_object();
        json_.key("kind").string(to_string(value.kind));
        json_.key("outcome").string(to_string(value.outcome));
        json_.key("claim");
        if (value.claim.empty()) {
            json_.null();
        } else {
            write_article_words(value.claim);
        }
        json_.key("claim_value").string(value.claim_value);
        write_source_words(value.source);
        json_.key("source_value").string(value.source_value);
        json_.end();
    }

    void write_change(const Change& change) {
        json_.begin_object();
        json_.key("kind").string(to_string(change.kind));
        json_.key("claim").begin_array();
        for (const auto span : change.claim) write_article_words(span);
        json_.end();
        write_source_words(change.source);
        json_.key("verdict").string(to_string(change.verdict));
        json_.key("probability").share(change.probability);
        json_.end();
    }

    JsonWriter& json_;
    const ReportPlaces& places_;
};

}  // namespace

void write_explanation(JsonWriter& json, const Explanation& explanation, const ReportPlaces& places) {
    ExplanationWriter(json, places).write(explanation);
}

}  // namespace axray::report
