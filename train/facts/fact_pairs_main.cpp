// Prints what the joining of facts sees of pairs of claims, for train/facts/fit.py (stories with pairs -> features).
//
//   axray_fact_pairs MODELS < stories.jsonl > features.tsv
//
// One story a line: {"reports": [{"id", "text", "date"}, ...], "pairs": [[report, words, report, words], ...]}, a
// report by its number, a claim by the words of its place. One line a pair: the features in order of AgreementFeature,
// or an empty one where the claims are not found.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "language/full_annotator.hpp"
#include "language/public_annotations.hpp"
#include "read/reader.hpp"
#include "story/facts/claim_agreement.hpp"
#include "story/report_reader.hpp"

namespace {

using namespace axray;
using nlohmann::json;

constexpr double kFound = 0.5;  // share of the wanted words that a claim has to be

struct Models {
    const language::Annotator& words;
    const language::Annotator& closely;
    const judge::Judge& judge;
    judge::Workspace& judging;
    language::Workspace first = {};
    language::Workspace second = {};
    language::Workspace third = {};
};

std::string folded(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        if (!blank)
            result += letter;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

double likeness(const std::string& one, const std::string& other) {
    if (one == other) return 1;
    const auto& shorter = one.size() < other.size() ? one : other;
    const auto& longer = one.size() < other.size() ? other : one;
    if (longer.empty() || longer.find(shorter) == std::string::npos) return 0;
    return 0.99 * static_cast<double>(shorter.size()) / static_cast<double>(longer.size());
}

const story::StatedClaim* find_claim(const story::StoryTexts& texts, const std::vector<story::StatedClaim>& claims,
                                     std::uint32_t report, const std::string& words) {
    const story::StatedClaim* best = nullptr;
    double most = kFound;
    for (const auto& claim : claims) {
        if (claim.report != report) continue;
        const auto like = likeness(folded(texts.report(report).document->slice(claim.claim.span)), words);
        if (like <= most) continue;
        most = like;
        best = &claim;
    }
    return best;
}

Result<story::ReportText> read_one(Models& models, const json& told) {
    ReadOptions options;
    options.id = told["id"];
    options.media_type = "text/plain";
    auto document = read::read_document(told["text"].get<std::string>(), options);
    if (!document) return tl::unexpected(document.error());
    const auto date = told.value("date", "");
    if (!date.empty()) document->metadata.published.value = date;
    const auto published = language::time_of_publication(*document);
    return story::read_report(std::make_shared<const Document>(*std::move(document)), published,
                              {models.words, models.closely, models.first, models.second});
}

void print_pairs(Models& models, const json& pairs, const story::StoryTexts& texts) {
    const story::Analyst analyst{models.judge, models.words, models.judging, models.third};
    story::WordMeanings meanings(models.judge);
    const auto claims = story::collect_stated_claims({texts, texts.entities(), analyst, meanings}, {});
    meanings.centre();
    const story::ClaimComparer comparer(texts, meanings, analyst);
    for (const auto& pair : pairs) {
        const auto* first = find_claim(texts, claims, pair[0], folded(pair[1].get<std::string>()));
        const auto* second = find_claim(texts, claims, pair[2], folded(pair[3].get<std::string>()));
        if (first != nullptr && second != nullptr) {
            const auto features = comparer.compare(*first, *second).features;
            for (std::size_t number = 0; number < features.size(); ++number)
                std::printf(number == 0 ? "%.6f" : "\t%.6f", static_cast<double>(features[number]));
        }
        std::printf("\n");
    }
}

Result<void> print_stories(Models& models, std::istream& lines) {
    for (std::string line; std::getline(lines, line);) {
        const auto told = json::parse(line);
        std::vector<story::ReportText> reports;
        for (const auto& one : told["reports"]) {
            auto report = read_one(models, one);
            if (!report) return tl::unexpected(report.error());
            reports.push_back(*std::move(report));
        }
        print_pairs(models, told["pairs"], story::StoryTexts(std::move(reports)));
    }
    return {};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: axray_fact_pairs MODELS < stories\n");
        return 2;
    }
    const std::string folder = arguments[1];
    const auto failed = [](const Error& error) {
        std::fprintf(stderr, "axray_fact_pairs: %s\n", error.to_string().c_str());
        return 3;
    };
    const auto lexicon = language::Lexicon::open(folder + "/wordnet.bin");
    if (!lexicon) return failed(lexicon.error());
    const auto judge = judge::Judge::open(folder);
    if (!judge) return failed(judge.error());
    const language::Annotator words(*lexicon);
    language::FullAnnotator full(*lexicon, folder);
    const auto closely = full.get();
    if (!closely) return failed(closely.error());
    judge::Workspace judging(*lexicon);
    Models models{words, **closely, *judge, judging};
    const auto printed = print_stories(models, std::cin);
    return printed ? 0 : failed(printed.error());
}
