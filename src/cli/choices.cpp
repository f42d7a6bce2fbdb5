#include "cli/choices.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace axray::cli {
namespace {

std::string listed(const std::vector<std::string>& words, const std::string& separator) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : separator) + word;
    return text;
}

}  // namespace

CLI::Option* offer_words(CLI::Option* option, const std::vector<std::string>& words) {
    const auto check = [words](std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end()
                   ? ""
                   : "\"" + word + "\" is none of " + listed(words, ", ");
    };
    return option->check(CLI::Validator(check, ""))->type_name(listed(words, "|"));
}

}  // namespace axray::cli
