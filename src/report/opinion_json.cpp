#include "report/opinion_json.hpp"

#include "base/compact_json.hpp"

namespace axray::report {

void write_second_opinion(JsonWriter& json, const SecondOpinion& opinion) {
    json.key("second_opinion").begin_object();
    json.key("endpoint").string(opinion.endpoint);
    if (opinion.verdict) {
        json.key("verdict").string(to_string(*opinion.verdict));
        json.key("probability");
        if (opinion.probability)
            json.share(*opinion.probability);
        else
            json.null();
        json.key("reason").string(opinion.reason);
        json.key("agreement").string(to_string(opinion.agreement.value_or(Agreement::disagrees)));
        json.key("shown").string(to_string(opinion.shown));
        json.key("from").string(opinion.cached ? "cache" : "endpoint");
    } else {
        json.key("error").string(opinion.error);
    }
    json.end();
}

void write_verifier(JsonWriter& json, const VerifierSummary& summary) {
    json.key("verifier").begin_object();
    json.key("endpoint").string(summary.endpoint);
    json.key("model").string(summary.model);
    json.key("claims").number(summary.claims);
    json.key("answered").number(summary.answered);
    json.key("cached").number(summary.cached);
    json.key("failed").number(summary.failed);
    json.key("not_asked").number(summary.not_asked);
    json.key("agreements").number(summary.agreements);
    json.key("disagreements").number(summary.disagreements);
    json.key("requests").number(summary.requests);
    json.key("input_tokens").number(summary.input_tokens);
    json.key("output_tokens").number(summary.output_tokens);
    json.key("estimated").number(summary.estimated);
    json.key("cost");
    if (summary.cost) {
        json.begin_object(JsonLayout::one_line).key("amount").decimal(*summary.cost);
        json.key("currency").string(summary.currency).end();
    } else {
        json.null();
    }
    json.key("notes").begin_array();
    for (const auto& note : summary.notes) json.string(note);
    json.end();
    json.end();
}

void append_second_opinion(std::string& line, const SecondOpinion& opinion, std::string_view label) {
    base::CompactJson json;
    json.begin('{').member("endpoint").string(opinion.endpoint);
    if (opinion.verdict) {
        json.member("label").string(label);
        json.member("score");
        if (opinion.probability)
            json.share(*opinion.probability);
        else
            json.null();
        json.member("reason").string(opinion.reason);
        json.member("agreement").string(to_string(opinion.agreement.value_or(Agreement::disagrees)));
        json.member("shown").string(to_string(opinion.shown));
        json.member("from").string(opinion.cached ? "cache" : "endpoint");
    } else {
        json.member("error").string(opinion.error);
    }
    json.end('}');
    line += ",\"second_opinion\":" + std::move(json).take();
}

}  // namespace axray::report
