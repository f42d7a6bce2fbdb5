#include "report/bulk_json.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "base/json_text.hpp"
#include "report/json_line.hpp"
#include "report/opinion_json.hpp"

namespace axray::report {
namespace {

namespace dom = simdjson::dom;

std::string source_place(std::size_t source) { return "\"sources\"[" + std::to_string(source) + "]"; }

Result<std::vector<std::string>> read_sentences(dom::element value, std::size_t source) {
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        return wrong_type(source_place(source) + ".\"sentences\"", "an array of strings", value);
    }
    std::vector<std::string> sentences;
    sentences.reserve(list.size());
    for (const dom::element element : list) {
        std::string_view text;
        if (element.get(text) != simdjson::SUCCESS || !simdjson::validate_utf8(text)) {
            const auto problem =
                read_string(element, source_place(source) + ".\"sentences\"[" + std::to_string(sentences.size()) + "]");
            return fail(problem.error());
        }
        sentences.emplace_back(text);
    }
    return sentences;
}

Result<SourceText> read_source(dom::element value, std::size_t number) {
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        return wrong_type(source_place(number), "an object with \"sentences\" or \"text\"", value);
    }
    SourceText source;
    bool has_sentences = false;
    bool has_text = false;
    for (const dom::key_value_pair field : object) {
        if (field.key == "id") {
            if (field.value.is_string()) {
                const auto id = read_string(field.value, source_place(number) + ".\"id\"");
                if (!id) return fail(id.error());
                source.id = *id;
            } else {
                source.id = simdjson::minify(field.value);
            }
        } else if (field.key == "sentences" && !has_sentences) {
            auto sentences = read_sentences(field.value, number);
            if (!sentences) return fail(std::move(sentences).error());
            source.sentences = *std::move(sentences);
            has_sentences = true;
        } else if (field.key == "text" && !has_text) {
            const auto text = read_string(field.value, source_place(number) + ".\"text\"");
            if (!text) return fail(text.error());
            source.text = *text;
            has_text = true;
        }
    }
    if (!has_sentences && !has_text) {
        return fail(ErrorCode::malformed,
                    source_place(number) + " needs \"sentences\" (an array of strings) or \"text\" (a string)");
    }
    if (has_sentences && has_text) {
        return fail(ErrorCode::malformed,
                    source_place(number) + " has both \"sentences\" and \"text\"; one of them was expected");
    }
    return source;
}

Result<std::vector<SourceText>> read_sources(dom::element value) {
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return wrong_type("\"sources\"", "an array of objects", value);
    std::vector<SourceText> sources;
    sources.reserve(list.size());
    for (const dom::element element : list) {
        auto source = read_source(element, sources.size());
        if (!source) return fail(std::move(source).error());
        sources.push_back(*std::move(source));
    }
    return sources;
}

Result<ClaimRequest> read_request(dom::object object) {
    std::optional<dom::element> claim;
    std::optional<dom::element> sources;
    for (const dom::key_value_pair field : object) {
        if (field.key == "claim" && !claim) claim = field.value;
        if (field.key == "sources" && !sources) sources = field.value;
    }
    if (!claim) return fail(ErrorCode::malformed, "the key \"claim\" (a string) is missing");
    if (!sources) return fail(ErrorCode::malformed, "the key \"sources\" (an array of objects) is missing");
    const auto text = read_string(*claim, "\"claim\"");
    if (!text) return fail(text.error());
    auto read = read_sources(*sources);
    if (!read) return fail(std::move(read).error());
    return ClaimRequest{std::string(*text), *std::move(read)};
}

std::string_view label_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return "supported";
        case Verdict::partly_supported: return "partially_supported";
        case Verdict::contradicted: return "contradicted";
        case Verdict::not_found: return "not_supported";
    }
    return "not_supported";
}

// Appends `"name": [...]` with what `append` writes for each of `values`.
template <class Values, class Append>
void append_list(std::string& json, std::string_view name, const Values& values, Append append) {
    json.append(",\"").append(name).append("\":[");
    bool first = true;
    for (const auto& value : values) {
        if (!first) json.push_back(',');
        first = false;
        append(value);
    }
    json.push_back(']');
}

void append_pair(std::string& json, std::uint32_t first, std::uint32_t second) {
    json.push_back('[');
    base::append_json_number(json, first);
    json.push_back(',');
    base::append_json_number(json, second);
    json.push_back(']');
}

void append_id(std::string& json, std::string_view id_json) {
    json.append("{\"id\":").append(id_json.empty() ? "null" : id_json);
}

}  // namespace

struct ClaimRequestParser::State {
    JsonLineParser parser;
};

ClaimRequestParser::ClaimRequestParser() : state_(std::make_unique<State>()) {}
ClaimRequestParser::ClaimRequestParser(ClaimRequestParser&&) noexcept = default;
ClaimRequestParser& ClaimRequestParser::operator=(ClaimRequestParser&&) noexcept = default;
ClaimRequestParser::~ClaimRequestParser() = default;

BulkRequest ClaimRequestParser::parse(std::string_view line) {
    const auto root = state_->parser.parse(line, {kMaxRequestBytes, kMaxRequestDepth});
    if (!root) return {{}, fail(root.error())};
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS) return {{}, wrong_type("the line", "a JSON object", *root)};
    auto id_json = read_line_id(object);
    if (!id_json) return {{}, fail(std::move(id_json).error())};
    return {*std::move(id_json), read_request(object)};
}

std::string write_claim_answer(std::string_view id_json, const ClaimAnswer& answer, AnswerDetail detail) {
    std::string json;
    json.reserve(160 + id_json.size());
    const auto append_reference = [&json](SentenceReference place) { append_pair(json, place.source, place.sentence); };
    append_id(json, id_json);
    json.append(",\"label\":\"").append(label_of(answer.verdict)).append("\",\"score\":");
    base::append_json_share(json, answer.probability);
    append_list(json, "evidence", answer.evidence, append_reference);
    append_list(json, "bad_spans", answer.bad_spans,
                [&json](CodePointSpan span) { append_pair(json, span.begin, span.end); });
    append_list(json, "flags", answer.flags,
                [&json](FlagKind flag) { base::append_json_string(json, to_string(flag)); });
    if (answer.not_checkable) {
        json.append(",\"not_checkable\":");
        base::append_json_string(json, to_string(*answer.not_checkable));
    }
    if (answer.not_judged) {
        json.append(",\"not_judged\":");
        base::append_json_string(json, to_string(*answer.not_judged));
    }
    if (!answer.sources_not_searched.empty()) {
        append_list(json, "sources_not_searched", answer.sources_not_searched,
                    [&json](std::uint32_t source) { base::append_json_number(json, source); });
    }
    if (answer.words_not_judged > 0) {
        json.append(",\"words_not_judged\":");
        base::append_json_number(json, answer.words_not_judged);
    }
    if (detail == AnswerDetail::full) {
        append_list(json, "ranking", answer.ranking, append_reference);
        if (!answer.source_verdicts.empty()) {
            append_list(json, "source_labels", answer.source_verdicts,
                        [&json](Verdict verdict) { base::append_json_string(json, label_of(verdict)); });
        }
    }
    if (answer.second_opinion) {
        const auto& opinion = *answer.second_opinion;
        append_second_opinion(json, opinion, label_of(opinion.verdict.value_or(Verdict::not_found)));
    }
    json.append("}\n");
    return json;
}

std::string write_line_error(std::string_view id_json, const Error& error, std::uint64_t line) {
    std::string json;
    append_id(json, id_json);
    json.append(",\"error\":{\"code\":");
    base::append_json_string(json, to_string(error.code));
    json.append(",\"message\":");
    base::append_json_string(json, error.to_string());
    json.append(",\"line\":");
    base::append_json_number(json, line);
    json.append("}}\n");
    return json;
}

}  // namespace axray::report
