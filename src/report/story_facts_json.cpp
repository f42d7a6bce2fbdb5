#include "report/story_facts_json.hpp"

#include <string>

#include "report/document_json.hpp"
#include "report/story_words.hpp"

namespace axray::report {
namespace {

void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view value) {
    json.key(name);
    if (value.empty()) {
        json.null();
    } else {
        json.string(value);
    }
}

void write_span(JsonWriter& json, const Document& report, const PlaceFinder& places, Span span) {
    write_position(json, places.code_points(span));
    write_file_bytes(json, report.origin.to_original(span));
    json.key("exact").string(report.slice(span));
}

class FactsWriter {
public:
    FactsWriter(JsonWriter& json, const StoryReport& story, const std::vector<PlaceFinder>& places)
        : json_(json), story_(story), places_(places) {}

    void write() {
        json_.key("facts").begin_array();
        for (std::uint32_t fact = 0; fact < story_.facts.size(); ++fact) write_fact(fact);
        json_.end();
        json_.key("conflicts").begin_array();
        for (std::size_t conflict = 0; conflict < story_.conflicts.size(); ++conflict) write_conflict(conflict);
        json_.end();
        json_.key("timeline").begin_array();
        for (const auto& entry : story_.timeline) write_entry(entry);
        json_.end();
        json_.key("corrections").begin_array();
        for (const auto& correction : story_.corrections) {
            json_.begin_object().key("explanation").string(correction.explanation);
            write_side("earlier", correction.earlier);
            write_side("later", correction.later);
            json_.end();
        }
        json_.end();
    }

private:
    void write_fact(std::uint32_t number) {
        const auto& fact = story_.facts[number];
        json_.begin_object();
        json_.key("id").string("fact-" + std::to_string(number + 1));
        json_.key("text").string(main_mention_of(fact).claim.text);
        json_.key("support").string(support_of(fact));
        json_.key("independent_origins").number(fact.independent_origins);
        write_numbers(json_, "reports", fact.reports);
        json_.key("centrality").share(fact.centrality);
        write_flags(json_, fact.flags);
        json_.key("denied_by").begin_array(JsonLayout::one_line);
        for (const auto& denier : deniers_of(story_, number)) json_.string(denier);
        json_.end();
        json_.key("related").begin_array();
        for (const auto& related : fact.related) {
            json_.begin_object(JsonLayout::one_line).key("fact").number(related.fact);
            json_.key("relation").string(to_string(related.relation)).end();
        }
        json_.end();
        json_.key("main_mention").number(fact.main_mention);
        json_.key("mentions").begin_array();
        for (const auto& mention : fact.mentions) write_mention(mention);
        json_.end();
        json_.end();
    }

    void write_mention(const FactMention& mention) {
        const auto& report = *story_.reports.at(mention.report);
        const auto& places = places_.at(mention.report);
        json_.begin_object();
        json_.key("report").number(mention.report).key("report_id").string(report.id);
        json_.key("origin").number(mention.origin);
        json_.key("claim").string("claim-" + std::to_string(mention.claim.id + 1));
        json_.key("text").string(mention.claim.text);
        json_.key("block").string(to_string(mention.claim.block)).key("sentence").number(mention.claim.sentence);
        write_place(json_, places, mention.claim.span);
        json_.key("context").begin_array();
        for (const auto span : mention.claim.context) {
            json_.begin_object(JsonLayout::one_line);
            write_span(json_, report, places, span);
            json_.end();
        }
        json_.end();
        write_speech(mention);
        json_.key("certainty").string(to_string(mention.certainty));
        write_words(json_, "certainty_cue", report, places, mention.certainty_cue);
        json_.key("quoted").boolean(mention.quoted);
        json_.key("numbers").begin_array();
        for (const auto& number : mention.numbers) write_number(report, places, number);
        json_.end();
        json_.key("dates").begin_array();
        for (const auto& date : mention.dates) write_date(report, places, date);
        json_.end();
        json_.end();
    }

    void write_speech(const FactMention& mention) {
        json_.key("speech");
        if (!mention.speech) {
            json_.null();
            return;
        }
        const auto& report = *story_.reports[mention.report];
        const auto& places = places_[mention.report];
        json_.begin_object().key("stance").string(to_string(mention.speech->stance));
        write_text_or_null(json_, "name", mention.speech->name);
        write_words(json_, "speaker", report, places, mention.speech->speaker);
        write_words(json_, "cue", report, places, mention.speech->cue);
        json_.end();
    }

    void write_number(const Document& report, const PlaceFinder& places, const QuantityAnnotation& number) {
        json_.begin_object(JsonLayout::one_line);
        write_span(json_, report, places, number.span);
        json_.key("kind").string(to_string(number.kind)).key("comparator").string(to_string(number.comparator));
        json_.key("low").decimal(number.low).key("high").decimal(number.high).key("unit").string(number.unit);
        write_text_or_null(json_, "change", number.change);
        json_.end();
    }

    void write_date(const Document& report, const PlaceFinder& places, const DateAnnotation& date) {
        json_.begin_object(JsonLayout::one_line);
        write_span(json_, report, places, date.span);
        json_.key("kind").string(to_string(date.kind));
        write_text_or_null(json_, "value", date.value);
        write_text_or_null(json_, "modifier", date.modifier);
        write_text_or_null(json_, "from", date.begin);
        write_text_or_null(json_, "to", date.end);
        json_.end();
    }

    void write_side(std::string_view name, const ConflictSide& side) {
        json_.key(name);
        write_side(side);
    }

    void write_side(const ConflictSide& side) {
        const auto& mention = mention_of(story_, side);
        const auto& report = *story_.reports.at(mention.report);
        json_.begin_object(JsonLayout::one_line).key("fact").number(side.fact).key("mention").number(side.mention);
        json_.key("report").number(mention.report).key("report_id").string(report.id);
        json_.key("text").string(mention.claim.text);
        write_words(json_, "words", report, places_[mention.report], side.words);
        json_.end();
    }

    void write_sides(std::string_view name, const std::vector<ConflictSide>& sides) {
        json_.key(name).begin_array();
        for (const auto& side : sides) write_side(side);
        json_.end();
    }

    void write_conflict(std::size_t number) {
        const auto& conflict = story_.conflicts[number];
        json_.begin_object().key("id").string("conflict-" + std::to_string(number + 1));
        json_.key("kind").string(to_string(conflict.kind)).key("probability").share(conflict.probability);
        json_.key("explanation").string(conflict.explanation);
        if (!conflict.denier.empty()) json_.key("denier").string(conflict.denier);
        write_side("one", conflict.one);
        write_side("other", conflict.other);
        write_sides("with_one", conflict.with_one);
        write_sides("with_other", conflict.with_other);
        json_.end();
    }

    void write_entry(const TimelineEntry& entry) {
        json_.begin_object().key("fact").number(entry.fact).key("value").string(entry.value);
        json_.key("from").string(entry.begin).key("to").string(entry.end);
        json_.key("dated_by").begin_array();
        for (const auto& dated : entry.dated_by) {
            const auto& mention = story_.facts.at(entry.fact).mentions.at(dated.mention);
            json_.begin_object(JsonLayout::one_line).key("mention").number(dated.mention);
            json_.key("report").number(mention.report).key("date").number(dated.date);
            json_.key("words").string(story_.reports.at(mention.report)->slice(mention.dates.at(dated.date).span));
            json_.end();
        }
        json_.end();
        write_numbers(json_, "reported_by", entry.reported_by);
        json_.end();
    }

    JsonWriter& json_;
    const StoryReport& story_;
    const std::vector<PlaceFinder>& places_;
};

}  // namespace

void write_numbers(JsonWriter& json, std::string_view name, const std::vector<std::uint32_t>& numbers) {
    json.key(name).begin_array(JsonLayout::one_line);
    for (const auto number : numbers) json.number(number);
    json.end();
}

void write_flags(JsonWriter& json, const std::vector<FactFlag>& flags) {
    json.key("flags").begin_array(JsonLayout::one_line);
    for (const auto flag : flags) json.string(to_string(flag));
    json.end();
}

void write_words(JsonWriter& json, std::string_view name, const Document& report, const PlaceFinder& places,
                 Span span) {
    json.key(name);
    if (span.empty()) {
        json.null();
        return;
    }
    json.begin_object(JsonLayout::one_line);
    write_span(json, report, places, span);
    json.end();
}

void write_source(JsonWriter& json, const StoryReport& story, const std::vector<PlaceFinder>& places,
                  const SourceSpan& place) {
    json.begin_object(JsonLayout::one_line).key("report").number(place.source);
    write_span(json, *story.reports.at(place.source), places.at(place.source), place.span);
    json.end();
}

void write_facts(JsonWriter& json, const StoryReport& story, const std::vector<PlaceFinder>& places) {
    FactsWriter(json, story, places).write();
}

}  // namespace axray::report
