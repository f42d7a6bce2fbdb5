#include "report/story_json.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "report/document_json.hpp"
#include "report/json_writer.hpp"
#include "report/parties_json.hpp"
#include "report/story_facts_json.hpp"
#include "report/story_words.hpp"
#include "report/text_place.hpp"

namespace axray::report {
namespace {

class StoryWriter {
public:
    explicit StoryWriter(const StoryReport& story) : story_(story) {
        places_.reserve(story.reports.size());
        for (const auto& report : story.reports) places_.emplace_back(*report);
    }

    std::string write(JsonLayout layout) && {
        json_.begin_object(layout);
        write_head();
        write_account();
        write_facts(json_, story_, places_);
        write_origins();
        write_names();
        write_parties();
        write_reports();
        json_.end();
        return std::move(json_).take();
    }

private:
    void write_head() {
        json_.key("format").string("axray-story-report");
        json_.key("format_version").number(kStoryReportFormat);
        json_.key("program").begin_object(JsonLayout::one_line);
        json_.key("name").string("axray").key("version").string(story_.version).end();
        json_.key("options").begin_object(JsonLayout::one_line);
        json_.key("today");
        if (story_.options.today.empty()) {
            json_.null();
        } else {
            json_.string(story_.options.today);
        }
        json_.key("fact_limit").number(story_.options.fact_limit);
        json_.key("detail_limit").number(story_.options.detail_limit);
        json_.key("report_limit").number(story_.options.report_limit).end();
        json_.key("position_unit").string("code point");
        json_.key("id").string(story_.id);
        json_.key("summary").begin_object(JsonLayout::one_line);
        json_.key("words").string(counts_of(story_));
        json_.key("reports").number(story_.reports.size());
        json_.key("independent_origins").number(independent_reports(story_));
        json_.key("facts").number(story_.facts.size());
        json_.key("conflicts").number(story_.conflicts.size());
        json_.key("left_out_reports").number(story_.left_out.size()).end();
        json_.key("notes").begin_array();
        for (const auto& note : story_.notes) json_.string(note);
        json_.end();
    }

    void write_account() {
        const auto& account = story_.account;
        json_.key("account").begin_object();
        json_.key("headline");
        write_sentence_or_null(account.headline);
        json_.key("summary");
        write_sentence_or_null(account.summary);
        json_.key("at_a_glance").begin_array();
        for (const auto& sentence : account.at_a_glance) write_sentence(sentence);
        json_.end();
        json_.key("details").begin_array();
        for (const auto& paragraph : account.details) {
            json_.begin_array();
            for (const auto& sentence : paragraph.sentences) write_sentence(sentence);
            json_.end();
        }
        json_.end();
        json_.key("left_out").begin_array();
        for (const auto& left_out : account.left_out) {
            json_.begin_object(JsonLayout::one_line).key("fact").number(left_out.fact);
            json_.key("reason").string(to_string(left_out.reason)).end();
        }
        json_.end();
        json_.end();
    }

    void write_sentence_or_null(const AccountSentence& sentence) {
        if (sentence.text.empty()) {
            json_.null();
        } else {
            write_sentence(sentence);
        }
    }

    void write_sentence(const AccountSentence& sentence) {
        json_.begin_object();
        json_.key("text").string(sentence.text);
        json_.key("probability").share(sentence.probability);
        write_numbers(json_, "facts", sentence.facts);
        write_flags(json_, sentence.flags);
        json_.key("traces").begin_array();
        for (const auto& trace : sentence.traces) {
            json_.begin_object(JsonLayout::one_line);
            json_.key("words").begin_object();
            write_own_words(sentence.text, trace.text);
            json_.end();
            json_.key("source");
            write_source(json_, story_, places_, trace.place);
            json_.end();
        }
        json_.end();
        json_.key("loaded_words").begin_array();
        for (const auto words : sentence.loaded_words) {
            json_.begin_object(JsonLayout::one_line);
            write_own_words(sentence.text, words);
            json_.end();
        }
        json_.end();
        json_.key("evidence").begin_array();
        for (const auto& place : sentence.evidence) write_source(json_, story_, places_, place);
        json_.end();
        json_.end();
    }

    // Words of a sentence of the account itself.
    void write_own_words(std::string_view text, Span span) {
        base::CodePointCounter counter(text);
        write_position(json_, counter.convert(span));
        json_.key("exact").string(text.substr(span.begin, span.size()));
    }

    void write_origins() {
        const auto& origins = story_.origins;
        json_.key("origins").begin_object();
        write_numbers(json_, "groups", origins.groups);
        json_.key("origins").begin_array();
        for (const auto& origin : origins.origins) {
            json_.begin_object(JsonLayout::one_line).key("kind").string(to_string(origin.kind));
            json_.key("name").string(origin.name);
            write_numbers(json_, "reports", origin.reports);
            json_.end();
        }
        json_.end();
        json_.key("acknowledgements").begin_array();
        for (const auto& acknowledgement : origins.acknowledgements) write_acknowledgement(acknowledgement);
        json_.end();
        json_.key("copies").begin_array();
        for (const auto& copy : origins.copies) write_copy(copy);
        json_.end();
        json_.key("passages").begin_array();
        for (const auto& passage : origins.passages) {
            json_.begin_object().key("kind").string(to_string(passage.kind)).key("likeness").share(passage.likeness);
            json_.key("first");
            write_source(json_, story_, places_, passage.first);
            json_.key("second");
            write_source(json_, story_, places_, passage.second);
            json_.end();
        }
        json_.end();
        json_.end();
    }

    void write_acknowledgement(const Acknowledgement& acknowledgement) {
        json_.begin_object().key("origin").number(acknowledgement.origin);
        json_.key("report").number(acknowledgement.place.source);
        json_.key("scope").string(to_string(acknowledgement.scope)).key("text").string(acknowledgement.text);
        const auto report = acknowledgement.place.source;
        write_words(json_, "place", *story_.reports[report], places_[report], acknowledgement.place.span);
        write_words(json_, "name", *story_.reports[report], places_[report], acknowledgement.name);
        json_.end();
    }

    void write_copy(const ReportCopy& copy) {
        json_.begin_object().key("first").number(copy.first).key("second").number(copy.second);
        json_.key("kind").string(to_string(copy.kind));
        json_.key("share_of_first").share(copy.share_of_first).key("share_of_second").share(copy.share_of_second);
        json_.key("direction").string(to_string(copy.direction)).key("reason").string(copy.reason).end();
    }

    void write_names() {
        json_.key("names").begin_array();
        for (const auto& name : story_.names) {
            json_.begin_object().key("name").string(name.name).key("type").string(to_string(name.type));
            write_numbers(json_, "parties", name.parties);
            json_.key("mentions").begin_array();
            for (const auto& mention : name.mentions) write_source(json_, story_, places_, mention);
            json_.end();
            json_.end();
        }
        json_.end();
    }

    void write_parties() {
        json_.key("parties");
        if (!story_.parties) {
            json_.null();
            return;
        }
        json_.begin_object().key("on");
        if (story_.parties->on.empty()) {
            json_.null();
        } else {
            json_.string(story_.parties->on);
        }
        json_.key("lists").begin_array();
        for (const auto& list : story_.parties->lists) {
            json_.begin_object(JsonLayout::one_line);
            write_list_version(json_, list);
            json_.end();
        }
        json_.end();
        json_.key("parties").begin_array();
        for (const auto& party : story_.parties->parties) {
            json_.begin_object().key("report").number(party.report);
            write_party(json_, party.party, *story_.reports.at(party.report), places_.at(party.report));
            json_.end();
        }
        json_.end();
        json_.end();
    }

    void write_reports() {
        json_.key("reports").begin_array();
        for (std::uint32_t report = 0; report < story_.reports.size(); ++report) {
            write_document(json_, *story_.reports[report], places_[report]);
        }
        json_.end();
        json_.key("published").begin_array();
        for (std::uint32_t report = 0; report < story_.reports.size(); ++report) {
            json_.string(published_of(story_, report));
        }
        json_.end();
        json_.key("left_out_reports").begin_array();
        for (const auto& report : story_.left_out) {
            json_.begin_object(JsonLayout::one_line).key("id").string(report.id);
            json_.key("reason").string(report.reason).end();
        }
        json_.end();
    }

    const StoryReport& story_;
    std::vector<PlaceFinder> places_;
    JsonWriter json_;
};

}  // namespace

std::string render_story_json(const StoryReport& story) { return StoryWriter(story).write(JsonLayout::lines); }

std::string story_json_line(const StoryReport& story) { return StoryWriter(story).write(JsonLayout::one_line); }

}  // namespace axray::report
