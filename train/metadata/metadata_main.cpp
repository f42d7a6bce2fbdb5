// Learns how the title, the authors and the date of a page are chosen: prints scores, each page judged by weights that
// were learned without its site, and writes the tables of src/read/metadata.
//
//   axray_train_metadata FOLDER [OUT_FOLDER [ERRORS.tsv]]
//
// FOLDER holds gold.jsonl and html/. Without OUT_FOLDER nothing is written.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "choice_model.hpp"
#include "gold.hpp"
#include "read/characters/charset.hpp"
#include "read/html/html_tree.hpp"
#include "read/metadata/author_candidates.hpp"
#include "read/metadata/date_candidates.hpp"
#include "read/metadata/title_candidates.hpp"

namespace axray::train {
namespace {

using read::RankedField;

constexpr int kFolds = 10;
constexpr auto kFields = static_cast<std::size_t>(RankedField::count);
constexpr const char* kFieldNames[kFields] = {"title", "author", "published"};

struct Choices {
    std::vector<Choice> of_field[kFields];
};

std::string joined(const std::vector<read::NamedAuthor>& authors) {
    std::string names;
    for (const auto& author : authors) names += (names.empty() ? "" : "; ") + author.name;
    return names;
}

Choice choice_for(const GoldPage& page, const std::string& gold) {
    Choice choice;
    choice.site = page.site;
    choice.source = page.source;
    choice.id = page.id;
    choice.gold = gold;
    return choice;
}

// Title, author and date candidates alike.
template <class Candidate>
void add_candidate(Choice& choice, const Candidate& candidate, std::string value, bool right) {
    choice.candidates.push_back(candidate.features);
    choice.values.push_back(std::move(value));
    choice.found_in.push_back(candidate.found_in);
    choice.places.push_back(candidate.place);
    choice.agreements.push_back((candidate.places & (candidate.places - 1)) != 0 ? read::Agreement::agreed
                                                                                 : read::Agreement::alone);
    choice.right.push_back(right);
}

// The candidate to give nothing, right where no other is.
void add_none(Choice& choice) {
    choice.has_none = true;
    const bool none_right = std::find(choice.right.begin(), choice.right.end(), true) == choice.right.end();
    choice.candidates.push_back(read::kNoCandidate);
    choice.values.emplace_back();
    choice.found_in.emplace_back();
    choice.places.push_back(read::Place::meta);
    choice.agreements.push_back(read::Agreement::alone);
    choice.right.push_back(none_right);
}

void add_page(const GoldPage& page, Choices& choices) {
    const read::DecodedText decoded = read::decode(page.bytes, {{}, read::charset_declared_in_page(page.bytes)});
    const auto tree = read::parse_html(decoded.text());
    if (!tree) return;
    const read::Statements statements = read::collect_statements(*tree);
    const read::PageFacts facts = read::facts_of_page(statements, {});
    if (!page.title.empty()) {
        Choice choice = choice_for(page, page.title);
        for (auto& candidate : read::title_candidates(*tree, statements, facts))
            add_candidate(choice, candidate, candidate.value, is_title(page.title, candidate.value));
        choices.of_field[0].push_back(std::move(choice));
    }
    if (!page.author.empty()) {
        Choice choice = choice_for(page, page.author);
        for (auto& candidate : read::author_candidates(*tree, statements, facts)) {
            const std::string names = joined(candidate.authors);
            add_candidate(choice, candidate, names, names_match(page.author, names));
        }
        add_none(choice);
        choices.of_field[1].push_back(std::move(choice));
    }
    if (!page.date.empty()) {
        Choice choice = choice_for(page, page.date);
        for (auto& candidate : read::date_candidates(*tree, statements, facts))
            add_candidate(choice, candidate, candidate.date.iso(), same_day(page.date, candidate.date.day));
        add_none(choice);
        choices.of_field[2].push_back(std::move(choice));
    }
}

int fold_of(const std::string& site) { return std::stoi(base::sha256_hex(site).substr(0, 6), nullptr, 16) % kFolds; }

struct Outcome {
    const Choice* choice = nullptr;
    std::size_t chosen = 0;  // candidate, or their number when there is none
    double probability = 0;
    bool given() const { return chosen < choice->size(); }
    bool right() const { return given() && choice->right[chosen]; }
};

Outcome choose(const Choice& choice, const read::FeatureWeights& weights) {
    std::vector<const read::FeatureSet*> candidates;
    for (const auto& features : choice.candidates) candidates.push_back(&features);
    const std::vector<double> probabilities = read::rank(candidates, weights.data());
    Outcome outcome;
    outcome.choice = &choice;
    const auto end = probabilities.begin() + static_cast<std::ptrdiff_t>(choice.size());
    outcome.chosen = static_cast<std::size_t>(std::max_element(probabilities.begin(), end) - probabilities.begin());
    if (outcome.given()) outcome.probability = probabilities[outcome.chosen];
    return outcome;
}

bool teaches(const Choice& choice) {
    return choice.source != "readability" &&
           std::find(choice.right.begin(), choice.right.end(), true) != choice.right.end();
}

std::vector<Outcome> cross_validate(const std::vector<Choice>& choices, const LearnOptions& options) {
    std::vector<Outcome> outcomes;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<const Choice*> training;
        for (const Choice& choice : choices) {
            if (fold_of(choice.site) != fold && teaches(choice)) training.push_back(&choice);
        }
        const read::FeatureWeights weights = learn(training, options);
        for (const Choice& choice : choices) {
            if (fold_of(choice.site) == fold) outcomes.push_back(choose(choice, weights));
        }
    }
    return outcomes;
}

constexpr double kCuts[] = {0, 0.3, 0.4, 0.5, 0.7};

// Of all pages that have a gold value: how often the value is right, could be, and for each cut on the probability how
// often one is given and right then.
void print_scores(const char* field, const std::vector<Outcome>& outcomes) {
    std::map<std::string, std::vector<const Outcome*>> of_source;
    for (const Outcome& outcome : outcomes) {
        of_source[outcome.choice->source].push_back(&outcome);
        of_source["all"].push_back(&outcome);
    }
    for (const auto& [source, pages] : of_source) {
        const double count = static_cast<double>(pages.size());
        const auto possible = std::count_if(pages.begin(), pages.end(), [](const Outcome* outcome) {
            const auto& right = outcome->choice->right;
            return std::find(right.begin(), right.begin() + static_cast<std::ptrdiff_t>(outcome->choice->size()),
                             true) != right.begin() + static_cast<std::ptrdiff_t>(outcome->choice->size());
        });
        std::printf("%-9s %-11s %4zu pages, possible %.3f; given/right:", field, source.c_str(), pages.size(),
                    static_cast<double>(possible) / count);
        for (const double cut : kCuts) {
            double given = 0;
            double right = 0;
            for (const Outcome* outcome : pages) {
                if (!outcome->given() || outcome->probability < cut) continue;
                given += 1;
                right += outcome->right() ? 1 : 0;
            }
            std::printf("  %.1f: %.3f/%.3f", cut, given / count, given > 0 ? right / given : 0);
        }
        std::printf("\n");
    }
}

std::string names_of(std::size_t field, const read::FeatureSet& features) {
    std::string names;
    for (const std::uint16_t feature : features) {
        names += field == 0   ? read::title_feature_name(feature)
                 : field == 1 ? read::author_feature_name(feature)
                              : read::date_feature_name(feature);
        names += "; ";
    }
    return names;
}

void write_errors(std::ofstream& out, std::size_t field, const std::vector<Outcome>& outcomes) {
    for (const Outcome& outcome : outcomes) {
        if (outcome.right()) continue;
        const Choice& choice = *outcome.choice;
        const auto right = std::find(choice.right.begin(), choice.right.end(), true);
        const auto r = static_cast<std::size_t>(right - choice.right.begin());
        const bool none = !outcome.given();
        out << kFieldNames[field] << '\t' << choice.id << "\tGOLD " << choice.gold << "\tGOT "
            << (none ? "-" : choice.values[outcome.chosen]) << " <" << (none ? "" : choice.found_in[outcome.chosen])
            << "> " << outcome.probability << '\t'
            << (right == choice.right.end() ? "NOCAND" : "<" + choice.found_in[r] + "> " + choice.values[r]);
        if (!none && right != choice.right.end())
            out << "\tGOT: " << names_of(field, choice.candidates[outcome.chosen])
                << "\tRIGHT: " << names_of(field, choice.candidates[r]);
        out << '\n';
    }
}

void write_weights(const std::string& path, const Choices& choices) {
    std::ofstream out(path);
    out << "// Made by axray_train_metadata; not to be changed by hand.\n"
        << "constexpr float kWeights[static_cast<std::size_t>(RankedField::count)][kMostFeatures] = {\n";
    for (std::size_t field = 0; field < kFields; ++field) {
        std::vector<const Choice*> training;
        for (const Choice& choice : choices.of_field[field]) {
            if (teaches(choice)) training.push_back(&choice);
        }
        const read::FeatureWeights weights = learn(training, {});
        out << "    {\n";
        for (std::size_t feature = 0; feature < weights.size(); ++feature) {
            const std::string name = names_of(field, {static_cast<std::uint16_t>(feature)});
            if (name == "; " && feature + 1U < weights.size()) {
                out << "        0,\n";
                continue;
            }
            char line[40];
            std::snprintf(line, sizeof line, "        %.3fF,", static_cast<double>(weights[feature]));
            out << line << "  // " << (name == "; " ? "none" : name.substr(0, name.size() - 2)) << '\n';
        }
        out << "    },\n";
    }
    out << "};\n";
}

// Shares of right values, drawn towards the field's share where few pages have a value from there.
void write_confidence(const std::string& path, const std::vector<std::vector<Outcome>>& outcomes) {
    constexpr double kPriorPages = 4;
    std::ofstream out(path);
    out << "// Made by axray_train_metadata; not to be changed by hand. A row for each place: alone, agreed.\n"
        << "constexpr float "
           "kConfidence[static_cast<std::size_t>(RankedField::count)][static_cast<std::size_t>(Place::count)][2] = {\n";
    for (const auto& of_field : outcomes) {
        std::map<std::pair<std::size_t, std::size_t>, std::pair<double, double>> counts;
        double right = 0;
        double all = 0;
        for (const Outcome& outcome : of_field) {
            const Choice& choice = *outcome.choice;
            if (!outcome.given() || choice.source == "readability") continue;
            auto& [of_place, right_of_place] = counts[{static_cast<std::size_t>(choice.places[outcome.chosen]),
                                                       static_cast<std::size_t>(choice.agreements[outcome.chosen])}];
            of_place += 1;
            right_of_place += outcome.right() ? 1 : 0;
            all += 1;
            right += outcome.right() ? 1 : 0;
        }
        out << "    {\n";
        for (std::size_t place = 0; place < static_cast<std::size_t>(read::Place::count); ++place) {
            double share[2] = {};
            for (std::size_t agreed = 0; agreed < 2; ++agreed) {
                const auto [pages, right_pages] = counts[{place, agreed}];
                share[agreed] = (right_pages + kPriorPages * right / all) / (pages + kPriorPages);
            }
            char line[60];
            std::snprintf(line, sizeof line, "        {%.2fF, %.2fF},", share[0], share[1]);
            out << line << "  // " << read::to_string(static_cast<read::Place>(place)) << '\n';
        }
        out << "    },\n";
    }
    out << "};\n";
}

}  // namespace
}  // namespace axray::train

int main(int count, char** arguments) {
    using namespace axray::train;
    if (count < 2) {
        std::cerr << "usage: axray_train_metadata FOLDER [OUT_FOLDER [ERRORS.tsv]]\n";
        return 2;
    }
    const auto pages = read_gold(arguments[1]);
    if (!pages) {
        std::cerr << pages.error().to_string() << '\n';
        return 3;
    }
    Choices choices;
    for (const auto& page : *pages) add_page(page, choices);
    std::ofstream errors;
    if (count > 3) errors.open(arguments[3]);
    std::vector<std::vector<Outcome>> outcomes;
    for (std::size_t field = 0; field < kFields; ++field) {
        outcomes.push_back(cross_validate(choices.of_field[field], {}));
        print_scores(kFieldNames[field], outcomes.back());
        if (errors.is_open()) write_errors(errors, field, outcomes.back());
    }
    if (count > 2) {
        write_weights(std::string(arguments[2]) + "/weights.inc", choices);
        write_confidence(std::string(arguments[2]) + "/confidence.inc", outcomes);
    }
    return 0;
}
