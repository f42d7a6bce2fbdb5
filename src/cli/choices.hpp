// Words that a user may choose from (word of the command line <-> value).
//
// Source: own, over CLI11.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

namespace axray::cli {

// In the order in which they are offered.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <class Value>
std::string listed(const Choices<Value>& choices, const std::string& separator) {
    std::string text;
    for (const auto& [name, value] : choices) text += (text.empty() ? "" : separator) + name;
    return text;
}

template <class Value>
const std::pair<std::string, Value>* find(const Choices<Value>& choices, const std::string& name) {
    for (const auto& choice : choices) {
        if (choice.first == name) return &choice;
    }
    return nullptr;
}

// Makes the option take one of the words; others are refused with the list of them.
template <class Value>
CLI::Option* offer(CLI::Option* option, const Choices<Value>& choices) {
    const auto check = [choices](std::string& word) {
        return find(choices, word) != nullptr ? "" : "\"" + word + "\" is none of " + listed(choices, ", ");
    };
    return option->check(CLI::Validator(check, ""))->type_name(listed(choices, "|"));
}

}  // namespace axray::cli
