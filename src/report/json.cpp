#include "report/json.hpp"

#include <utility>
#include <vector>

#include "report/document_json.hpp"
#include "report/explanation_json.hpp"
#include "report/explanation_words.hpp"
#include "report/json_writer.hpp"
#include "report/opinion_json.hpp"
#include "report/opinion_words.hpp"
#include "report/parties_json.hpp"
#include "report/text_place.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

class CheckReportWriter {
public:
    explicit CheckReportWriter(const CheckReport& report) : report_(report), article_(*report.article) {
        sources_.reserve(report.sources.size());
        for (const auto& source : report.sources) sources_.emplace_back(*source);
    }

    std::string write() && {
        json_.begin_object();
        write_head();
        json_.key("article");
        write_document(json_, *report_.article, article_);
        json_.key("sources").begin_array();
        for (std::size_t i = 0; i < sources_.size(); ++i) write_document(json_, *report_.sources[i], sources_[i]);
        json_.end();
        json_.key("claims").begin_array();
        for (const auto& checked : report_.claims) write_claim(checked);
        json_.end();
        json_.key("omissions").begin_array();
        for (const auto& omission : report_.omissions) write_omission(omission);
        json_.end();
        if (report_.parties) write_parties(json_, *report_.parties, *report_.article, article_);
        json_.end();
        return std::move(json_).take();
    }

private:
    void write_head() {
        json_.key("format").string("axray-check-report");
        json_.key("format_version").number(kCheckReportFormat);
        json_.key("program").begin_object(JsonLayout::one_line);
        json_.key("name").string("axray").key("version").string(report_.version).end();
        json_.key("options").begin_object(JsonLayout::one_line);
        json_.key("evidence_limit").number(report_.options.evidence_limit);
        json_.key("omission_limit").number(report_.options.omission_limit).end();
        json_.key("position_unit").string("code point");
        const auto counts = count_verdicts(report_);
        json_.key("summary").begin_object(JsonLayout::one_line);
        json_.key("claims").number(report_.claims.size());
        for (const auto verdict : kVerdicts) json_.key(to_string(verdict)).number(counts.of(verdict));
        json_.key("not_checkable").number(counts.not_checkable);
        json_.key("sources").number(report_.sources.size());
        json_.key("sentences_searched").number(report_.sentences_searched);
        json_.key("omissions").number(report_.omissions.size()).end();
        if (report_.second_opinions) write_verifier(json_, report_.second_opinions->summary);
        json_.key("notes").begin_array();
        for (const auto& note : report_.notes) json_.string(note);
        json_.end();
    }

    // Words of the claim; null when it has none (a dropped attribution).
    void write_article_words(Span span) {
        json_.key("claim");
        if (span.empty()) {
            json_.null();
            return;
        }
        json_.begin_object(JsonLayout::one_line);
        write_position(json_, article_.code_points(span));
        json_.key("exact").string(report_.article->slice(span)).end();
    }

    void write_source_words(const std::optional<SourceSpan>& place) {
        json_.key("source");
        if (!place) {
            json_.null();
            return;
        }
        json_.begin_object(JsonLayout::one_line).key("source").number(place->source);
        write_position(json_, sources_[place->source].code_points(place->span));
        json_.key("exact").string(report_.sources[place->source]->slice(place->span)).end();
    }

    void write_claim(const CheckedClaim& checked) {
        const auto& claim = checked.claim;
        json_.begin_object();
        json_.key("id").string("claim-" + std::to_string(claim.id + 1));
        json_.key("text").string(claim.text);
        json_.key("block").string(to_string(claim.block));
        json_.key("sentence").number(claim.sentence);
        write_place(json_, article_, claim.span);
        json_.key("context").begin_array();
        for (const auto span : claim.context) {
            json_.begin_object(JsonLayout::one_line);
            write_position(json_, article_.code_points(span));
            json_.key("exact").string(report_.article->slice(span)).end();
        }
        json_.end();
        json_.key("verdict").string(to_string(checked.verdict));
        json_.key("probability").share(checked.probability);
        if (checked.not_checkable) {
            json_.key("not_checkable").begin_object(JsonLayout::one_line);
            json_.key("reason").string(to_string(checked.not_checkable->reason));
            write_article_words(checked.not_checkable->cue);
            json_.end();
        }
        if (checked.not_judged) json_.key("not_judged").string(to_string(*checked.not_judged));
        if (checked.words_not_judged > 0) json_.key("words_not_judged").number(checked.words_not_judged);
        json_.key("evidence").begin_array();
        for (const auto& evidence : checked.evidence) {
            json_.begin_object();
            json_.key("source").number(evidence.place.source).key("sentence").number(evidence.sentence);
            json_.key("coverage").share(evidence.coverage);
            write_place(json_, sources_[evidence.place.source], evidence.place.span);
            json_.end();
        }
        json_.end();
        write_alignment(checked.alignment);
        write_flags(checked.flags);
        if (const auto* explanation = explanation_of(report_, checked)) {
            write_explanation(json_, *explanation, {report_, article_, sources_});
        }
        if (const auto* opinion = opinion_on(report_, checked)) write_second_opinion(json_, *opinion);
        json_.end();
    }

    void write_alignment(const std::vector<AlignedWord>& alignment) {
        json_.key("alignment").begin_array();
        for (const auto& word : alignment) {
            json_.begin_object(JsonLayout::one_line).key("kind").string(to_string(word.kind));
            write_article_words(word.claim);
            write_source_words(word.source);
            json_.end();
        }
        json_.end();
    }

    void write_flags(const std::vector<Flag>& flags) {
        json_.key("flags").begin_array();
        for (const auto& flag : flags) {
            json_.begin_object();
            json_.key("kind").string(to_string(flag.kind)).key("explanation").string(flag.explanation);
            write_article_words(flag.claim);
            write_source_words(flag.source);
            if (!flag.claim_meaning.empty()) json_.key("claim_meaning").string(flag.claim_meaning);
            if (!flag.source_meaning.empty()) json_.key("source_meaning").string(flag.source_meaning);
            json_.end();
        }
        json_.end();
    }

    void write_omission(const Omission& omission) {
        json_.begin_object();
        json_.key("source").number(omission.place.source).key("sentence").number(omission.sentence);
        json_.key("centrality").share(omission.centrality);
        write_place(json_, sources_[omission.place.source], omission.place.span);
        json_.end();
    }

    const CheckReport& report_;
    PlaceFinder article_;
    std::vector<PlaceFinder> sources_;
    JsonWriter json_;
};

}  // namespace

std::string render_json(const CheckReport& report) { return CheckReportWriter(report).write(); }

}  // namespace axray::report
