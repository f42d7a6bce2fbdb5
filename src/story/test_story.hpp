// A story made of plain strings, with the models of the build (strings -> StoryTexts, Analyst). For tests only.
//
// The models are opened once for all tests of a program.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/full_annotator.hpp"
#include "language/public_annotations.hpp"
#include "read/reader.hpp"
#include "story/analyst.hpp"
#include "story/report_reader.hpp"
#include "story/story_texts.hpp"

namespace axray::story::tests {

// Models and scratch memory; not for several threads at once.
class TestModels {
public:
    TestModels()
        : lexicon(*language::Lexicon::open(AXRAY_MODELS_DIR "/wordnet.bin")),
          annotator(lexicon),
          full(lexicon, AXRAY_MODELS_DIR),
          judge(*judge::Judge::open(AXRAY_MODELS_DIR)),
          judging(lexicon) {}

    language::Lexicon lexicon;
    language::Annotator annotator;
    language::FullAnnotator full;
    judge::Judge judge;
    judge::Workspace judging;
    language::Workspace annotating;
    language::Workspace reading_closely;

    [[nodiscard]] Analyst analyst() { return {judge, annotator, judging, annotating}; }
    [[nodiscard]] ReportText read(std::shared_ptr<const Document> document) {
        const auto closely = full.get();
        REQUIRE(closely);
        const auto published = language::time_of_publication(*document);
        return read_report(std::move(document), published, {annotator, **closely, annotating, reading_closely});
    }
};

inline TestModels& models() {
    static TestModels opened;
    return opened;
}

struct TestReport {
    std::string text;            // plain text, as a file would hold it
    std::string published = {};  // ISO 8601 day
    std::string id = {};         // "report-1", "report-2", ... when empty
};

inline std::shared_ptr<const Document> read_document(const TestReport& report, std::size_t number) {
    ReadOptions options;
    options.id = report.id.empty() ? "report-" + std::to_string(number + 1) : report.id;
    options.media_type = "text/plain";
    auto document = read::read_document(report.text, options);
    REQUIRE(document);
    if (!report.published.empty()) document->metadata.published.value = report.published;
    return std::make_shared<const Document>(*std::move(document));
}

inline std::unique_ptr<const StoryTexts> story_of(const std::vector<TestReport>& reports) {
    std::vector<ReportText> texts;
    for (std::size_t number = 0; number < reports.size(); ++number)
        texts.push_back(models().read(read_document(reports[number], number)));
    return std::make_unique<const StoryTexts>(std::move(texts));
}

}  // namespace axray::story::tests
