#include "read/body/declared_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include <nlohmann/json.hpp>

#include "read/characters/ascii.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostWords = 20'000;

std::vector<WordHash> runs_of(const std::vector<FoldedWord>& words, std::size_t length) {
    std::vector<WordHash> runs;
    if (words.empty()) return runs;
    const std::size_t shortened = std::min(length, words.size());
    for (std::size_t i = 0; i + shortened <= words.size(); ++i) {
        WordHash hash = kHashBasis;
        for (std::size_t k = 0; k < shortened; ++k) hash = (hash ^ words[i + k].hash) * 1099511628211ULL;
        runs.push_back(hash);
    }
    return runs;
}

// The string after "articleBody": in a script that holds JSON, without reading the rest of it.
std::string article_body(std::string_view script) {
    constexpr std::string_view kKey = "\"articleBody\"";
    std::size_t at = script.find(kKey);
    if (at == std::string_view::npos) return {};
    at = script.find_first_not_of(" \t\r\n:", at + kKey.size());
    if (at == std::string_view::npos || script[at] != '"') return {};
    std::size_t end = at + 1;
    while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2 : 1;
    if (end >= script.size()) return {};
    std::string literal(script.substr(at, end + 1 - at));
    for (char& byte : literal) {
        if (static_cast<unsigned char>(byte) < ' ') byte = ' ';  // raw line feeds are a common fault
    }
    const auto value = nlohmann::json::parse(literal, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string_view script_text(const HtmlTree& tree, std::uint32_t node) {
    const std::uint32_t text = node + 1;
    if (text >= tree.nodes[node].end || tree.nodes[text].tag != HtmlTag::text || tree.nodes[text].place_count == 0)
        return {};
    return tree.slice(tree.places[tree.nodes[text].first_place]);
}

}  // namespace

WordRuns::WordRuns(std::string_view text, std::size_t length)
    : length_(length), runs_(runs_of(fold_words(text, kMostWords), length)) {
    std::sort(runs_.begin(), runs_.end());
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
}

float WordRuns::share_of(const std::vector<FoldedWord>& words) const {
    if (runs_.empty() || words.size() < length_) return 0;
    const std::vector<WordHash> asked = runs_of(words, length_);
    const auto found = std::count_if(asked.begin(), asked.end(),
                                     [&](WordHash run) { return std::binary_search(runs_.begin(), runs_.end(), run); });
    return static_cast<float>(found) / static_cast<float>(asked.size());
}

DeclaredTexts read_declared_texts(const HtmlTree& tree) {
    std::string title;
    std::string description;
    std::string body;
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
        const HtmlTag tag = tree.nodes[node].tag;
        if (tag == HtmlTag::meta) {
            std::string name = lower_ascii(tree.slice(tree.attribute(node, HtmlAttributeName::property)));
            if (name.empty()) name = lower_ascii(tree.slice(tree.attribute(node, HtmlAttributeName::name)));
            std::string& text = name.ends_with("title") ? title : description;
            if (name == "og:title" || name == "twitter:title" || name == "og:description" || name == "description" ||
                name == "twitter:description") {
                text += ' ' + decode_html_text(tree.page, tree.attribute(node, HtmlAttributeName::content));
            }
        } else if (tag == HtmlTag::title && title.empty()) {
            const std::uint32_t text = node + 1;
            if (text < tree.nodes[node].end && tree.nodes[text].place_count > 0)
                title = decode_html_text(tree.page, tree.places[tree.nodes[text].first_place]);
        } else if (tag == HtmlTag::script && body.empty() &&
                   lower_ascii(tree.slice(tree.attribute(node, HtmlAttributeName::type))) == "application/ld+json") {
            body = article_body(script_text(tree, node));
        }
    }
    return {WordRuns(title, 1), WordRuns(description, 3), WordRuns(body, 3)};
}

}  // namespace axray::read
