#include "language/names/known_names.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/annotator.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// Knows the names that it was given, wherever their letters stand.
class ListedNames : public NameRegister {
public:
    explicit ListedNames(std::vector<std::pair<std::string, std::uint64_t>> names) : names_(std::move(names)) {}

    [[nodiscard]] std::vector<KnownName> find(std::string_view text) const override {
        std::vector<KnownName> found;
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const auto& [name, entity] : names_) {
                if (text.substr(at, name.size()) != name) continue;
                found.push_back(
                    {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())}, entity});
            }
        }
        return found;
    }

    [[nodiscard]] bool has(std::string_view name) const override {
        return std::any_of(names_.begin(), names_.end(), [name](const auto& one) { return one.first == name; });
    }

private:
    std::vector<std::pair<std::string, std::uint64_t>> names_;
};

std::string entities_of(const std::string& text) {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::uint64_t>> listed = {
        {"GRP31", 31}, {"Violet Wyvern", 31}, {"mistPanda", 7}, {"Vast Wyvern", 8},
        {"Many", 0},   {"Gale-0062", 62},     {"NRP6", 6},      {"NRP)", 5}};
    annotate.use(std::make_shared<ListedNames>(listed));
    std::string result;
    const AnnotatedText annotated = annotate(text);
    for (std::uint32_t number = 0; number < annotated.mentions.size(); ++number) {
        const Mention& mention = annotated.mentions[number];
        for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token)
            CHECK(annotated.tokens.mention[token] == number);
        CHECK(mention.doubtful == (words(text, mention.span) == "Many"));
        if (mention.entity == 0) continue;
        if (!result.empty()) result += "; ";
        result += std::string(words(text, mention.span)) + "=" + std::to_string(mention.entity);
    }
    return result;
}

}  // namespace

TEST_CASE("what a register knows of names goes into their mentions") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"The group GRP31 is also Violet Wyvern.", "GRP31=31; Violet Wyvern=31"},
        {"Last week mistPanda met Oda Blunt and Vast Wyvern.", "mistPanda=7; Vast Wyvern=8"},
        {"They blamed Northern Range Pack (NRP) again.", "Northern Range Pack=5; NRP=5"},
        {"They blamed Northern Range Pack 6 (NRP6) again.", "Northern Range Pack 6=6; NRP6=6"},
        {"The police said Gale-0062 had sent it to Oda Blunt.", "Gale-0062=62"},
        {"They named Operation Vast Wyvern.", "Operation Vast Wyvern=8"},
        {"They asked the Many about it.", ""},
        {"Nobody is known here.", ""},
        {"", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(entities_of(text) == expected);
    }
}

}  // namespace axray::language
