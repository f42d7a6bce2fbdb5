// Prints what the joining of facts sees of pairs of claims, for train/facts/fit.py (stories with pairs -> features).
//
//   axray_fact_pairs MODELS < stories.jsonl > features.tsv
//   axray_fact_pairs MODELS --candidates < stories.jsonl > candidates.jsonl
//
// One story a line: {"reports": [{"id", "text", "date"}, ...], "pairs": [[report, words, report, words], ...]}, a
// report by its number, a claim by the words of its place. One line a pair: the features in order of AgreementFeature,
// then 1 where the two stand in one fact, else 0; an empty one where the claims are not found. With --candidates one
// line a story: {"claims": [[report, words], ...], "pairs": [[claim, claim, score, whether in one fact], ...]}, pairs
// of different reports that joining looks at.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "language/full_annotator.hpp"
#include "language/public_annotations.hpp"
#include "read/reader.hpp"
#include "story/facts/claim_agreement.hpp"
#include "story/facts/claim_candidates.hpp"
#include "story/facts/facts.hpp"
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

// Shares of the words of two places that are in both, of those that are in either.
double overlap(Span one, Span other) {
    const auto begin = std::max(one.begin, other.begin);
    const auto end = std::min(one.end, other.end);
    if (end <= begin) return 0;
    return static_cast<double>(end - begin) /
           static_cast<double>(std::max(one.end, other.end) - std::min(one.begin, other.begin));
}

// Which claims stand in one fact.
class Joined {
public:
    explicit Joined(std::vector<Fact> facts) : facts_(std::move(facts)) {}

    [[nodiscard]] bool together(const story::StatedClaim& first, const story::StatedClaim& second) const {
        return std::any_of(facts_.begin(), facts_.end(),
                           [&](const Fact& fact) { return holds(fact, first) && holds(fact, second); });
    }

private:
    static bool holds(const Fact& fact, const story::StatedClaim& claim) {
        return std::any_of(fact.mentions.begin(), fact.mentions.end(), [&claim](const FactMention& mention) {
            return mention.report == claim.report && overlap(mention.claim.span, claim.claim.span) >= kFound;
        });
    }

    std::vector<Fact> facts_;
};

struct Story {
    const story::StoryTexts& texts;
    const std::vector<story::StatedClaim>& claims;
    const story::ClaimComparer& comparer;
    const Joined& joined;
};

void print_features(const Story& story, const json& pairs) {
    for (const auto& pair : pairs) {
        const auto* first = find_claim(story.texts, story.claims, pair[0], folded(pair[1].get<std::string>()));
        const auto* second = find_claim(story.texts, story.claims, pair[2], folded(pair[3].get<std::string>()));
        if (first != nullptr && second != nullptr) {
            for (const float value : story.comparer.compare(*first, *second).features)
                std::printf("%.6f\t", static_cast<double>(value));
            std::printf("%d", story.joined.together(*first, *second) ? 1 : 0);
        }
        std::printf("\n");
    }
}

void print_candidates(const Story& story) {
    json claims = json::array();
    for (const auto& claim : story.claims)
        claims.push_back({claim.report, story.texts.report(claim.report).document->slice(claim.claim.span)});
    json pairs = json::array();
    for (const auto pair : story::find_claim_pairs(story.texts, story.claims)) {
        const auto& first = story.claims[pair.first];
        const auto& second = story.claims[pair.second];
        if (first.report == second.report) continue;
        pairs.push_back({pair.first, pair.second, story.comparer.compare(first, second).score,
                         story.joined.together(first, second)});
    }
    std::printf("%s\n", json({{"claims", claims}, {"pairs", pairs}}).dump().c_str());
}

void print_story(Models& models, const json* pairs, const story::StoryTexts& texts) {
    const story::Analyst analyst{models.judge, models.words, models.judging, models.third};
    story::WordMeanings meanings(models.judge);
    const auto claims = story::collect_stated_claims({texts, texts.entities(), analyst, meanings}, {});
    meanings.centre();
    const story::ClaimComparer comparer(texts, meanings, analyst);
    const Joined joined(story::join_facts(texts, {}, analyst));
    const Story story{texts, claims, comparer, joined};
    if (pairs != nullptr)
        print_features(story, *pairs);
    else
        print_candidates(story);
}

enum class Wanted : std::uint8_t { features, candidates };

Result<void> print_stories(Models& models, std::istream& lines, Wanted wanted) {
    for (std::string line; std::getline(lines, line);) {
        const auto told = json::parse(line);
        std::vector<story::ReportText> reports;
        for (const auto& one : told["reports"]) {
            auto report = read_one(models, one);
            if (!report) return tl::unexpected(report.error());
            reports.push_back(*std::move(report));
        }
        print_story(models, wanted == Wanted::features ? &told["pairs"] : nullptr,
                    story::StoryTexts(std::move(reports)));
    }
    return {};
}

}  // namespace

int main(int count, char** arguments) {
    const bool candidates = count == 3 && std::string_view(arguments[2]) == "--candidates";
    if (count != 2 && !candidates) {
        std::fprintf(stderr, "usage: axray_fact_pairs MODELS [--candidates] < stories\n");
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
    const auto printed = print_stories(models, std::cin, candidates ? Wanted::candidates : Wanted::features);
    return printed ? 0 : failed(printed.error());
}
