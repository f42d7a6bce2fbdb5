#include "report/screening_json.hpp"

#include <algorithm>

#include <axray/version.hpp>

#include "base/compact_json.hpp"
#include "base/utf8.hpp"

namespace axray::report {
namespace {

using base::CompactJson;

class AnswerWriter {
public:
    AnswerWriter(const ScreenQuery& query, const ScreeningRun& run, ScreenDetail detail)
        : query_(query), run_(run), detail_(detail) {}

    std::string write(std::string_view id_json, const ScreenAnswer& answer) && {
        json_.member("query").string(query_.name);
        if (detail_ == ScreenDetail::full) write_given();
        json_.member("hits").begin('[');
        for (const auto& hit : answer.hits) write_hit(hit);
        json_.end(']');
        write_strings("hints", answer.hints);
        json_.member("lists").begin('{');
        for (const auto& list : run_.lists) json_.member(list.list).string(list.date);
        json_.end('}');
        return "{\"id\":" + (id_json.empty() ? std::string("null") : std::string(id_json)) + "," +
               std::move(json_).take() + "}";
    }

private:
    void write_strings(std::string_view name, const std::vector<std::string>& values) {
        json_.member(name).begin('[');
        for (const auto& value : values) json_.string(value);
        json_.end(']');
    }

    void write_optional(std::string_view name, const std::string& value) {
        json_.member(name);
        if (value.empty()) {
            json_.null();
        } else {
            json_.string(value);
        }
    }

    // What was asked beside the name.
    void write_given() {
        json_.member("kind").string(to_string(query_.kind));
        write_strings("births", query_.births);
        write_strings("countries", query_.countries);
        write_strings("identifiers", query_.identifiers);
    }

    void write_spans(std::string_view name, std::string_view text, std::vector<Span> spans) {
        std::sort(spans.begin(), spans.end());
        base::CodePointCounter counter(text);
        json_.member(name).begin('[');
        for (const auto span : spans) {
            const auto position = counter.convert(span);
            json_.begin('[').number(position.begin).number(position.end).end(']');
        }
        json_.end(']');
    }

    void write_hit(const ScreenHit& hit) {
        const auto& entry = hit.entry;
        const ListedName& name = entry.names.at(std::min<std::size_t>(hit.name, entry.names.size() - 1));
        json_.begin('{').member("ref").string(entry.reference).member("score").share(hit.probability);
        json_.member("list").string(hit.version.list).member("list_date").string(hit.version.date);
        json_.member("kind").string(to_string(entry.kind));
        json_.member("name").string(name.text).member("name_kind").string(to_string(name.kind));
        json_.member("primary_name").string(entry.names.front().text);
        json_.member("listed");
        if (hit.state.known) {
            json_.boolean(hit.state.listed);
        } else {
            json_.null();
        }
        write_optional("since", hit.state.since);
        write_optional("until", hit.state.until);
        write_optional("known_from", hit.state.known_from);
        write_strings("programmes", entry.programmes);
        json_.member("words").begin('[');
        for (const auto& words : hit.words) {
            json_.begin('{');
            write_spans("query", query_.name, words.query);
            write_spans("listed", name.text, words.listed);
            json_.member("how").string(words.how).member("similarity").share(words.similarity).end('}');
        }
        json_.end(']');
        write_spans("query_left", query_.name, hit.query_left);
        write_spans("listed_left", name.text, hit.listed_left);
        json_.member("facts").begin('[');
        for (const auto& fact : hit.facts) {
            json_.begin('{').member("fact").string(fact.fact).member("given").string(fact.given);
            json_.member("listed").string(fact.listed).member("agreement").string(to_string(fact.agreement)).end('}');
        }
        json_.end(']').member("rows").begin('[');
        for (const auto& row : entry.rows) {
            json_.begin('{').member("file").string(row.file).member("line").number(row.line);
            json_.member("bytes").begin('[').number(row.bytes.begin).number(row.bytes.end).end(']').end('}');
        }
        json_.end(']');
        if (detail_ == ScreenDetail::full) write_entry(hit);
        json_.end('}');
    }

    void write_entry(const ScreenHit& hit) {
        const auto& entry = hit.entry;
        json_.member("list_title").string(hit.version.title).member("list_version").string(hit.version.version);
        json_.member("list_sha256").string(hit.version.digest);
        json_.member("names").begin('[');
        for (const auto& name : entry.names) {
            json_.begin('{').member("name").string(name.text).member("kind").string(to_string(name.kind)).end('}');
        }
        json_.end(']');
        write_strings("births", entry.births);
        write_strings("countries", entry.countries);
        write_strings("places", entry.places);
        json_.member("identifiers").begin('[');
        for (const auto& identifier : entry.identifiers) {
            json_.begin('{').member("type").string(identifier.type).member("value").string(identifier.value);
            json_.member("country").string(identifier.country).end('}');
        }
        json_.end(']');
        write_strings("links", entry.links);
        write_strings("related", entry.related);
        write_strings("attributes", entry.attributes);
        json_.member("remarks").string(entry.remarks);
    }

    CompactJson json_;
    const ScreenQuery& query_;
    const ScreeningRun& run_;
    ScreenDetail detail_;
};

}  // namespace

std::string screen_answer_json(std::string_view id_json, const ScreenQuery& query, const ScreenAnswer& answer,
                               const ScreeningRun& run, ScreenDetail detail) {
    return AnswerWriter(query, run, detail).write(id_json, answer);
}

std::string screen_error_json(std::string_view id_json, const Error& error, std::uint64_t line) {
    CompactJson json;
    json.begin('{').member("code").string(to_string(error.code)).member("message").string(error.to_string());
    if (line > 0) json.member("line").number(line);
    json.end('}');
    return "{\"id\":" + (id_json.empty() ? std::string("null") : std::string(id_json)) +
           ",\"error\":" + std::move(json).take() + "}";
}

std::string screen_report_head(const ScreeningRun& run) {
    CompactJson json;
    json.member("format").string("axray-screening").member("format_version").number(1);
    json.member("program").begin('{').member("name").string("axray").member("version").string(kVersion).end('}');
    json.member("position_unit").string("code point").member("today").string(run.today).member("on");
    if (run.on.empty()) {
        json.null();
    } else {
        json.string(run.on);
    }
    json.member("threshold").share(run.options.threshold).member("limit").number(run.options.limit);
    json.member("lists").begin('[');
    for (const auto& list : run.lists) {
        json.begin('{').member("list").string(list.list).member("title").string(list.title);
        json.member("date").string(list.date).member("version").string(list.version);
        json.member("sha256").string(list.digest).member("imported").string(list.imported);
        json.member("entries").number(list.entries).member("names").number(list.names);
        json.member("current").boolean(age_of(list, run) <= kCurrentDays).end('}');
    }
    json.end(']').member("notes").begin('[');
    for (const auto& note : notes_on_lists(run)) json.string(note);
    json.end(']');
    return "{" + std::move(json).take() + ",\n\"answers\":[\n";
}

std::string screen_report_foot(const ScreenTotals& totals) {
    CompactJson json;
    json.begin('{').member("names").number(totals.names).member("with_hits").number(totals.with_hits);
    json.member("hits").number(totals.hits).member("unusable").number(totals.unusable).end('}');
    return "\n],\n\"summary\":" + std::move(json).take() + "}\n";
}

}  // namespace axray::report
