// Holds the program to what a careful reader expects of the stories in examples/ (expected.json -> failures).
//
// Each story is read and checked through the public API, as a program would. The format of expected.json is explained
// in examples/README.md.
#include "examples.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <axray/engine.hpp>

using namespace axray;
using namespace examples;
using nlohmann::json;

namespace {

struct Story {
    std::string name;
    json expected;
    CheckReport report;
};

std::string source_words(const CheckReport& report, const SourceSpan& place) {
    return std::string(report.sources[place.source]->slice(place.span));
}

std::string evidence_words(const Story& story, const CheckedClaim& checked) {
    std::vector<std::string> parts;
    for (const Evidence& evidence : checked.evidence) {
        parts.push_back("\"" + source_words(story.report, evidence.place) + "\"");
    }
    return joined(parts);
}

std::string flag_words(const Story& story, const CheckedClaim& checked) {
    std::vector<std::string> parts;
    for (const Flag& flag : checked.flags) {
        parts.push_back(std::string(to_string(flag.kind)) + " \"" +
                        std::string(story.report.article->slice(flag.claim)) + "\" | \"" +
                        (flag.source ? source_words(story.report, *flag.source) : "") + "\"");
    }
    return joined(parts);
}

Finding verdict_finding(const json& row, const CheckedClaim& checked) {
    const auto accepted = row.at("verdict").get<std::vector<std::string>>();
    const std::string verdict(to_string(checked.verdict));
    return {"verdict", std::find(accepted.begin(), accepted.end(), verdict) != accepted.end(), joined(accepted),
            verdict + " (" + std::to_string(checked.probability) + ")"};
}

Finding evidence_finding(const Story& story, const json& row, const CheckedClaim& checked) {
    std::vector<std::string> lacking;
    for (const auto& words : row.at("evidence_contains").get<std::vector<std::string>>()) {
        const bool found = std::any_of(checked.evidence.begin(), checked.evidence.end(), [&](const Evidence& evidence) {
            return holds(source_words(story.report, evidence.place), words);
        });
        if (!found) lacking.push_back(words);
    }
    return {"evidence", lacking.empty(), joined(lacking), evidence_words(story, checked)};
}

bool has_flag(const CheckedClaim& checked, const std::string& kind) {
    return std::any_of(checked.flags.begin(), checked.flags.end(),
                       [&](const Flag& flag) { return to_string(flag.kind) == kind; });
}

Finding flags_finding(const Story& story, const json& row, const CheckedClaim& checked) {
    std::vector<std::string> lacking;
    for (const auto& kind : row.at("flags").get<std::vector<std::string>>()) {
        if (!has_flag(checked, kind)) lacking.push_back(kind);
    }
    return {"flags", lacking.empty(), joined(lacking), flag_words(story, checked)};
}

// One of the flags that are demanded holds the differing words on both sides.
Finding differs_finding(const Story& story, const json& row, const CheckedClaim& checked) {
    const std::string in_claim = row.at("differs").at("claim");
    const std::string in_source = row.at("differs").at("source");
    const auto kinds = row.at("flags").get<std::vector<std::string>>();
    const bool met = std::any_of(checked.flags.begin(), checked.flags.end(), [&](const Flag& flag) {
        return std::find(kinds.begin(), kinds.end(), to_string(flag.kind)) != kinds.end() && flag.source &&
               holds(story.report.article->slice(flag.claim), in_claim) &&
               holds(source_words(story.report, *flag.source), in_source);
    });
    return {"differs", met, "\"" + in_claim + "\" | \"" + in_source + "\"", flag_words(story, checked)};
}

const CheckedClaim* claim_with(const Story& story, const std::string& words) {
    for (const CheckedClaim& checked : story.report.claims) {
        if (holds(checked.claim.text, words)) return &checked;
    }
    return nullptr;
}

std::vector<Finding> findings_of_claim(const Story& story, const json& row) {
    const CheckedClaim* checked = claim_with(story, row.at("contains"));
    if (checked == nullptr) return {{"claim", false, "a claim with these words", "no claim holds them"}};
    std::vector<Finding> findings = {verdict_finding(row, *checked), evidence_finding(story, row, *checked),
                                     flags_finding(story, row, *checked)};
    if (row.contains("differs")) findings.push_back(differs_finding(story, row, *checked));
    return findings;
}

std::string place_of(const Story& story, const std::string& words) { return story.name + ": \"" + words + "\""; }

void judge_claims(const Story& story) {
    for (const json& row : story.expected.at("claims")) {
        judge(place_of(story, row.at("contains")), findings_of_claim(story, row), row);
    }
}

void judge_furniture(const Story& story) {
    for (const auto& words : story.expected.at("not_claims").get<std::vector<std::string>>()) {
        const CheckedClaim* checked = claim_with(story, words);
        if (checked == nullptr) continue;
        FAIL_CHECK(story.name << ": \"" << words
                              << "\" is furniture of the page\n  got the claim: " << checked->claim.text);
    }
}

void judge_omissions(const Story& story) {
    std::vector<std::string> listed;
    for (const Omission& omission : story.report.omissions) {
        listed.push_back("\"" + source_words(story.report, omission.place) + "\"");
    }
    for (const json& row : story.expected.at("omissions_contain")) {
        const std::string words = row.is_object() ? row.at("contains") : row;
        const bool found =
            std::any_of(listed.begin(), listed.end(), [&](const std::string& text) { return holds(text, words); });
        judge(place_of(story, words), {{"omission", found, "listed as left out", joined(listed)}}, row);
    }
}

// Words that stand in several places of the article would make it a matter of chance which claim is meant.
void judge_places(const Story& story, const std::string& article) {
    const std::string text = folded(article);
    for (const json& row : story.expected.at("claims")) {
        const std::string words = folded(row.at("contains").get<std::string>());
        const std::size_t first = text.find(words);
        CAPTURE(words);
        CHECK(first != std::string::npos);
        CHECK((first == std::string::npos || text.find(words, first + 1) == std::string::npos));
    }
}

void check_story(const std::string& name) {
    const std::filesystem::path place = folder() / name;
    Story story{name, json::parse(bytes_of(place / "expected.json")), {}};
    const auto article = read_report(place / story.expected.at("article").get<std::string>());
    REQUIRE(article.has_value());
    std::vector<Document> sources;
    for (const auto& path : story.expected.at("against").get<std::vector<std::string>>()) {
        auto source = read_report(place / path);
        REQUIRE(source.has_value());
        sources.push_back(*std::move(source));
    }
    auto report = engine().check(*article, sources);
    REQUIRE_MESSAGE(report.has_value(), name << ": the check failed");
    story.report = *std::move(report);

    judge_places(story, article->text);
    judge_claims(story);
    judge_furniture(story);
    judge_omissions(story);
}

}  // namespace

TEST_CASE("the stories give what a careful reader expects") {
    for (const char* name : {"harbour-spill", "ledger-breach"}) {
        SUBCASE(name) { check_story(name); }
    }
}
