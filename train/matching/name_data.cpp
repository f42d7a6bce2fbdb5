#include "name_data.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "matching/word_spelling.hpp"

namespace axray::train {
namespace {

using matching::NameKind;
using matching::PreparedName;

NameKind kind_of(const std::string& kind) {
    if (kind == "person") return NameKind::person;
    if (kind == "vessel") return NameKind::vessel;
    return kind == "company" ? NameKind::organisation : NameKind::unknown;
}

std::ifstream opened(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        std::cerr << "cannot read " << path << '\n';
        std::exit(3);
    }
    return file;
}

// Entities of which each word is part of a name.
using WordEntities = std::map<std::string, std::set<std::string>>;

void count_words(const PreparedName& name, const std::string& entity, WordEntities& words) {
    for (const auto& word : name.words) {
        if (word.role == matching::WordRole::legal_form || word.role == matching::WordRole::number) continue;
        words[word.spelling].insert(entity);
    }
}

using Groups = std::map<std::string, std::vector<std::uint16_t>>;

void read_groups(const std::string& path, Groups& groups) {
    auto file = opened(path);
    std::uint16_t number = 1;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        for (std::string word; words >> word;) {
            auto& own = groups[matching::spelling_of(word)];
            if (own.size() < 2 && std::find(own.begin(), own.end(), number) == own.end()) own.push_back(number);
        }
        ++number;
    }
}

}  // namespace

std::vector<std::vector<std::string>> read_table(const std::string& path) {
    auto file = opened(path);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> row(1);
        for (const char sign : line) {
            if (sign == '\t') {
                row.emplace_back();
            } else {
                row.back() += sign;
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Register read_register(const std::string& path, const matching::NamePreparer& preparer) {
    Register made;
    for (auto& row : read_table(path)) {
        const auto [place, added] = made.numbers.emplace(row[0], static_cast<std::uint32_t>(made.entities.size()));
        if (added) made.entities.push_back(row[0]);
        made.names.push_back({place->second, row[2], preparer.prepare(row[2], kind_of(row[1]))});
    }
    return made;
}

std::vector<LabelledPair> read_pairs(const std::string& path, const matching::NamePreparer& preparer) {
    std::vector<LabelledPair> pairs;
    for (const auto& row : read_table(path)) {
        LabelledPair pair;
        pair.id = row[0];
        pair.fold = static_cast<std::uint32_t>(std::stoul(row[1]));
        pair.weight = std::stof(row[2]);
        pair.label = std::stof(row[4]);
        pair.query = preparer.prepare(row[5], kind_of(row[3]));
        pair.listed = preparer.prepare(row[6], kind_of(row[3]));
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<Question> read_questions(const std::string& path, const matching::NamePreparer& preparer) {
    std::vector<Question> questions;
    for (const auto& row : read_table(path)) {
        Question question;
        question.id = row[0];
        question.fold = static_cast<std::uint32_t>(std::stoul(row[1]));
        question.weight = std::stof(row[2]);
        question.source = row[3];
        question.labelled = row[3] == "labelled";
        std::istringstream references(row[5]);
        for (std::string reference; references >> reference;) question.expected.push_back(reference);
        question.left_out = row[6];
        question.query = preparer.prepare(row[7], kind_of(row[4]));
        questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<matching::KnownWord> known_words(const Register& names, const std::string& more,
                                             const std::string& nicknames, const matching::NamePreparer& preparer) {
    WordEntities words;
    std::set<std::string> entities;
    for (const ListedName& name : names.names) {
        entities.insert(names.entities[name.entity]);
        count_words(name.prepared, names.entities[name.entity], words);
    }
    for (const auto& row : read_table(more)) {
        entities.insert(row[0]);
        count_words(preparer.prepare(row[2], kind_of(row[1])), row[0], words);
    }
    Groups groups;
    read_groups(nicknames, groups);
    for (const auto& [word, own] : groups) words[word];
    const double all = std::log(static_cast<double>(entities.size()));
    std::vector<matching::KnownWord> known;
    for (const auto& [word, seen] : words) {
        const auto group = groups.find(word);
        if (seen.size() < 2 && group == groups.end()) continue;
        matching::KnownWord one{word, {}};
        // A word of the list of nicknames is a common one, however rare it is here.
        const double count = std::max(static_cast<double>(seen.size()), group == groups.end() ? 1.0 : 4.0);
        one.facts.weight = static_cast<float>(1 - std::log(count) / all);
        if (group != groups.end()) std::copy(group->second.begin(), group->second.end(), one.facts.groups.begin());
        known.push_back(one);
    }
    return known;
}

}  // namespace axray::train
