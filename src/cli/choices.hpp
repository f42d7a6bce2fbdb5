// Words that a user may choose from (word of the command line <-> value).
//
// Source: own, over CLI11.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace CLI {
class Option;
}

namespace axray::cli {

// In the order in which they are offered.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <class Value>
const std::pair<std::string, Value>* find(const Choices<Value>& choices, const std::string& name) {
    for (const auto& choice : choices) {
        if (choice.first == name) return &choice;
    }
    return nullptr;
}

// Makes the option take one of the words; others are refused with the list of them.
CLI::Option* offer_words(CLI::Option* option, const std::vector<std::string>& words);

template <class Value>
CLI::Option* offer(CLI::Option* option, const Choices<Value>& choices) {
    std::vector<std::string> words;
    for (const auto& choice : choices) words.push_back(choice.first);
    return offer_words(option, words);
}

}  // namespace axray::cli
