#include "report/parties_json.hpp"

#include <string>
#include <vector>

#include "report/parties_words.hpp"

namespace axray::report {
namespace {

class PartiesWriter {
public:
    PartiesWriter(JsonWriter& json, const Document& article, const PlaceFinder& places)
        : json_(json), article_(article), places_(places) {}

    void write(const Parties& parties) {
        const auto run = run_of(parties);
        json_.key("parties").begin_object();
        write_optional("on", parties.on);
        json_.key("today").string(parties.today);
        json_.key("lists").begin_array();
        for (const auto& list : parties.lists) {
            json_.begin_object(JsonLayout::one_line);
            write_list_version(json_, list);
            json_.key("current").boolean(age_of(list, run) <= kCurrentDays).end();
        }
        json_.end();
        write_strings("notes", notes_on_lists(run));
        json_.key("parties").begin_array();
        for (const auto& party : parties.parties) {
            json_.begin_object();
            write_party(party);
            json_.end();
        }
        json_.end();
        json_.end();
    }

    void write_party(const PartyReport& party) {
        json_.key("name").string(party.name);
        json_.key("kind").string(to_string(party.kind));
        json_.key("mentions").begin_array();
        for (const auto span : party.mentions) write_place(span);
        json_.end();
        write_strings("actors", party.actors);
        json_.key("entries").begin_array();
        for (const auto& hit : party.entries) write_entry(hit);
        json_.end();
        json_.key("aliases").begin_array();
        for (const auto& alias : party.aliases) {
            json_.begin_object().key("alias").string(alias.alias).key("place");
            write_place(alias.span);
            json_.key("standing").string(to_string(alias.standing));
            write_strings("references", alias.references);
            write_strings("claimed_by", alias.claimed_by);
            json_.end();
        }
        json_.end();
    }

private:
    void write_optional(std::string_view name, const std::string& value) {
        json_.key(name);
        if (value.empty()) {
            json_.null();
        } else {
            json_.string(value);
        }
    }

    void write_strings(std::string_view name, const std::vector<std::string>& values) {
        json_.key(name).begin_array(JsonLayout::one_line);
        for (const auto& value : values) json_.string(value);
        json_.end();
    }

    void write_place(Span span) {
        const auto position = places_.code_points(span);
        json_.begin_object(JsonLayout::one_line).key("begin").number(position.begin).key("end").number(position.end);
        json_.key("exact").string(article_.slice(span)).end();
    }

    void write_entry(const ScreenHit& hit) {
        const auto& entry = hit.entry;
        json_.begin_object();
        json_.key("ref").string(entry.reference).key("score").share(hit.probability);
        json_.key("list").string(hit.version.list).key("list_date").string(hit.version.date);
        json_.key("kind").string(to_string(entry.kind));
        json_.key("name").string(met_name(hit).text).key("name_kind").string(to_string(met_name(hit).kind));
        json_.key("names").begin_array();
        for (const auto& name : entry.names) {
            json_.begin_object(JsonLayout::one_line).key("name").string(name.text);
            json_.key("kind").string(to_string(name.kind)).end();
        }
        json_.end();
        json_.key("listed");
        if (hit.state.known) {
            json_.boolean(hit.state.listed);
        } else {
            json_.null();
        }
        write_optional("since", hit.state.since);
        write_optional("until", hit.state.until);
        write_optional("known_from", hit.state.known_from);
        write_strings("programmes", entry.programmes);
        json_.key("facts").begin_array();
        for (const auto& fact : hit.facts) {
            json_.begin_object(JsonLayout::one_line).key("fact").string(fact.fact).key("given").string(fact.given);
            json_.key("listed").string(fact.listed).key("agreement").string(to_string(fact.agreement)).end();
        }
        json_.end();
        write_strings("links", entry.links);
        json_.key("rows").begin_array();
        for (const auto& row : entry.rows) {
            json_.begin_object(JsonLayout::one_line).key("file").string(row.file).key("line").number(row.line);
            json_.key("bytes").begin_array().number(row.bytes.begin).number(row.bytes.end).end().end();
        }
        json_.end();
        json_.end();
    }

    JsonWriter& json_;
    const Document& article_;
    const PlaceFinder& places_;
};

}  // namespace

void write_list_version(JsonWriter& json, const ListVersion& list) {
    json.key("list").string(list.list).key("title").string(list.title).key("date").string(list.date);
    json.key("version").string(list.version).key("sha256").string(list.digest);
}

void write_party(JsonWriter& json, const PartyReport& party, const Document& article, const PlaceFinder& places) {
    PartiesWriter(json, article, places).write_party(party);
}

void write_parties(JsonWriter& json, const Parties& parties, const Document& article, const PlaceFinder& places) {
    PartiesWriter(json, article, places).write(parties);
}

}  // namespace axray::report
