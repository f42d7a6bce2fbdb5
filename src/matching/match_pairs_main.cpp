// Compares pairs of names by the shipped models: axray_match_pairs MODELS [--explain] < pairs.jsonl
//
// Reads JSON lines {"id", "a", "b", "kind"}, a the name asked for, b that of a list, kind person, company, vessel or
// actor; writes {"id", "score"} lines, or with --explain for a person to read which words met and how. Exit status 3
// for a line that is no such object, 4 when the models cannot be read.
#include <cstdio>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "matching/name_match.hpp"
#include "matching/name_preparer.hpp"

namespace {

using namespace axray;
using matching::NameKind;

NameKind kind_of(const std::string& kind) {
    if (kind == "person") return NameKind::person;
    if (kind == "vessel") return NameKind::vessel;
    if (kind == "actor") return NameKind::actor;
    return kind == "company" ? NameKind::organisation : NameKind::unknown;
}

std::string words_at(const matching::PreparedName& name, const std::vector<std::uint32_t>& places) {
    std::string text;
    for (const std::uint32_t place : places) text.append(text.empty() ? "" : " ").append(name.words[place].text);
    return text;
}

void explain(const std::string& first, const std::string& second, const matching::PreparedName& query,
             const matching::PreparedName& listed, const matching::NameMatcher& matcher) {
    const auto match = matcher.match(query, listed);
    std::printf("%.3f  %s  |  %s\n", match.probability, first.c_str(), second.c_str());
    for (const auto& pair : match.pairs) {
        const auto how = matching::to_string(pair.how);
        std::printf("         %-12.*s %.2f  %s = %s\n", static_cast<int>(how.size()), how.data(),
                    static_cast<double>(pair.similarity), words_at(query, pair.query).c_str(),
                    words_at(listed, pair.listed).c_str());
    }
    if (!match.query_left.empty()) std::printf("         asked only:  %s\n", words_at(query, match.query_left).c_str());
    if (!match.listed_left.empty()) {
        std::printf("         listed only: %s\n", words_at(listed, match.listed_left).c_str());
    }
}

int run(const std::string& models, bool explained) {
    const auto preparer = matching::NamePreparer::create();
    const auto matcher = matching::NameMatcher::open(models);
    if (!preparer || !matcher) {
        std::cerr << "axray_match_pairs: " << (preparer ? matcher.error() : preparer.error()).message << '\n';
        return 4;
    }
    for (std::string line; std::getline(std::cin, line);) {
        const auto pair = nlohmann::json::parse(line, nullptr, false);
        if (!pair.is_object() || !pair.contains("id") || !pair.contains("a") || !pair.contains("b")) {
            std::cerr << "axray_match_pairs: no pair of names: " << line.substr(0, 80) << '\n';
            return 3;
        }
        const NameKind kind = kind_of(pair.value("kind", ""));
        const auto first = pair["a"].get<std::string>();
        const auto second = pair["b"].get<std::string>();
        const auto query = preparer->prepare(first, kind);
        const auto listed = preparer->prepare(second, kind);
        if (explained) {
            explain(first, second, query, listed, *matcher);
        } else {
            std::cout << nlohmann::json{{"id", pair["id"]}, {"score", matcher->probability(query, listed)}}.dump()
                      << '\n';
        }
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const bool explained = count == 3 && std::string(arguments[2]) == "--explain";
    if (count != 2 && !explained) {
        std::cerr << "usage: axray_match_pairs MODELS [--explain] < pairs.jsonl\n";
        return 2;
    }
    return run(arguments[1], explained);
}
