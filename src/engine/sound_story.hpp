// What must hold of every story that the engine gives, whatever the reports are (StoryReport -> nothing, or the call of
// `require` with a breach). For tests and fuzz targets only.
//
// Every number leads to something that is there, every span lies within its text and on borders of characters, and what
// is said to be in order is. Source: own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/story.hpp>

#include "base/utf8.hpp"

namespace axray::engine {

// Does not come back when `holds` is false.
using Require = void (*)(bool holds, const char* what);

inline bool is_border(std::string_view text, std::uint32_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

class StoryCheck {
public:
    StoryCheck(const StoryReport& story, Require require) : story_(story), require_(require) {}

    void all() const {
        require(story_.published.size() == story_.reports.size(), "one day a report");
        require(story_.origins.groups.size() == story_.reports.size(), "one group a report");
        for (const Fact& fact : story_.facts) check_fact(fact);
        for (const Conflict& conflict : story_.conflicts) check_conflict(conflict);
        check_timeline();
        for (const Correction& correction : story_.corrections) {
            check_side(correction.earlier);
            check_side(correction.later);
        }
        check_origins();
        check_account();
        for (const StoryName& name : story_.names) {
            require(!name.name.empty() && !name.mentions.empty(), "a name has a form and a place");
            for (const SourceSpan& place : name.mentions) check_place(place, "a name's place");
        }
    }

private:
    void require(bool holds, const char* what) const { require_(holds, what); }

    void require_within(std::string_view text, Span span, const char* what) const {
        require(span.begin <= span.end && span.end <= text.size(), what);
        require(is_border(text, span.begin) && is_border(text, span.end), what);
    }

    [[nodiscard]] std::string_view text_of(std::uint32_t report) const {
        require(report < story_.reports.size(), "a report of the story");
        return story_.reports[report]->text;
    }

    void check_place(const SourceSpan& place, const char* what) const {
        require_within(text_of(place.source), place.span, what);
    }

    void check_mention(const FactMention& mention) const {
        const std::string_view text = text_of(mention.report);
        require_within(text, mention.claim.span, "a mention's words");
        require(!mention.claim.span.empty() && !mention.claim.text.empty(), "a mention has words");
        for (const Span span : mention.claim.context) require_within(text, span, "a mention's context");
        require_within(text, mention.certainty_cue, "words of certainty");
        for (const auto& number : mention.numbers) require_within(text, number.span, "a number of a mention");
        for (const auto& date : mention.dates) require_within(text, date.span, "a date of a mention");
        if (!mention.speech) return;
        require_within(text, mention.speech->speaker, "a speaker");
        require_within(text, mention.speech->cue, "words of saying");
    }

    void check_fact(const Fact& fact) const {
        require(!fact.mentions.empty() && fact.main_mention < fact.mentions.size(), "a fact has a main mention");
        require(fact.independent_origins >= 1, "a fact has an origin");
        require(fact.independent_origins <= fact.mentions.size(), "no more origins than mentions");
        require(fact.centrality >= 0 && fact.centrality <= 1, "a share");
        std::uint32_t last = 0;
        for (const FactMention& mention : fact.mentions) {
            check_mention(mention);
            require(mention.report >= last, "mentions by report");
            last = mention.report;
        }
        require(!fact.reports.empty() && fact.reports.size() <= fact.mentions.size(), "reports of a fact");
        for (const RelatedFact& related : fact.related) require(related.fact < story_.facts.size(), "a related fact");
    }

    void check_side(const ConflictSide& side) const {
        require(side.fact < story_.facts.size(), "a side's fact");
        const Fact& fact = story_.facts[side.fact];
        require(side.mention < fact.mentions.size(), "a side's mention");
        require_within(text_of(fact.mentions[side.mention].report), side.words, "a side's words");
        require(!side.words.empty(), "a side has words");
    }

    void check_conflict(const Conflict& conflict) const {
        check_side(conflict.one);
        check_side(conflict.other);
        for (const ConflictSide& side : conflict.with_one) check_side(side);
        for (const ConflictSide& side : conflict.with_other) check_side(side);
        require(!conflict.explanation.empty(), "a conflict is explained");
        require(base::first_invalid_utf8(conflict.explanation) == conflict.explanation.size(), "UTF-8");
        require(conflict.probability >= 0 && conflict.probability <= 1, "a probability");
    }

    void check_timeline() const {
        std::string last;
        for (const TimelineEntry& entry : story_.timeline) {
            require(entry.fact < story_.facts.size() && !entry.dated_by.empty(), "a dated fact");
            require(!entry.begin.empty() && entry.begin >= last && entry.begin < entry.end, "days in order");
            last = entry.begin;
            for (const TimelineMention& dated : entry.dated_by) {
                require(dated.mention < story_.facts[entry.fact].mentions.size(), "a dating mention");
                require(dated.date < story_.facts[entry.fact].mentions[dated.mention].dates.size(), "its date");
            }
            for (const std::uint32_t report : entry.reported_by) static_cast<void>(text_of(report));
        }
    }

    void check_origins() const {
        const Origins& origins = story_.origins;
        for (const Origin& origin : origins.origins) {
            require(!origin.name.empty() && !origin.reports.empty(), "an origin has a name and reports");
            for (const std::uint32_t report : origin.reports) static_cast<void>(text_of(report));
        }
        for (const Acknowledgement& one : origins.acknowledgements) {
            check_place(one.place, "an acknowledgement");
            require_within(text_of(one.place.source), one.name, "an acknowledged name");
            require(one.origin < origins.origins.size(), "an acknowledged origin");
        }
        for (const SharedPassage& passage : origins.passages) {
            require(passage.first.source < passage.second.source, "a pair of reports");
            require(!passage.first.span.empty() && !passage.second.span.empty(), "a passage has words");
            check_place(passage.first, "a passage");
            check_place(passage.second, "a passage");
        }
        for (const ReportCopy& copy : origins.copies) {
            require(copy.first < copy.second && copy.second < story_.reports.size(), "a pair of reports");
            require(copy.share_of_first >= 0 && copy.share_of_first <= 1, "a share of the first");
            require(copy.share_of_second >= 0 && copy.share_of_second <= 1, "a share of the second");
        }
    }

    void check_sentence(const AccountSentence& sentence) const {
        require(base::first_invalid_utf8(sentence.text) == sentence.text.size(), "UTF-8");
        if (sentence.text.empty()) return;
        require(!sentence.facts.empty() && !sentence.traces.empty(), "every sentence is traced");
        for (const std::uint32_t fact : sentence.facts) require(fact < story_.facts.size(), "a told fact");
        std::uint32_t end = 0;
        for (const AccountTrace& trace : sentence.traces) {
            require_within(sentence.text, trace.text, "traced words");
            require(!trace.text.empty() && trace.text.begin >= end, "traces in order");
            end = trace.text.end;
            check_place(trace.place, "where words were taken from");
            require(!trace.place.span.empty(), "words were taken from words");
        }
        for (const Span words : sentence.loaded_words) require_within(sentence.text, words, "loaded words");
        for (const SourceSpan& place : sentence.evidence) check_place(place, "evidence of a sentence");
        require(sentence.probability >= 0.5 && sentence.probability <= 1, "a supported sentence");
    }

    void check_account() const {
        const Account& account = story_.account;
        check_sentence(account.headline);
        check_sentence(account.summary);
        for (const AccountSentence& sentence : account.at_a_glance) check_sentence(sentence);
        for (const AccountParagraph& paragraph : account.details) {
            for (const AccountSentence& sentence : paragraph.sentences) check_sentence(sentence);
        }
        for (const LeftOutFact& left_out : account.left_out) require(left_out.fact < story_.facts.size(), "left out");
    }

    const StoryReport& story_;
    Require require_;
};

inline void require_sound(const StoryReport& story, Require require) { StoryCheck(story, require).all(); }

}  // namespace axray::engine
