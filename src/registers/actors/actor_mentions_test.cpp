#include "registers/actors/actor_mentions.hpp"

#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "base/cases_for_test.hpp"
#include "registers/actors/alias_claims.hpp"
#include "registers/actors/entries_for_test.hpp"

namespace axray::registers {
namespace {

const ActorCatalogue& catalogue() {
    static const auto kMade = ActorCatalogue::build(actors_for_test());
    REQUIRE(kMade);
    return *kMade;
}

const language::Lexicon& lexicon() {
    static const auto kOpened = language::Lexicon::open(AXRAY_MODELS_DIR "/wordnet.bin");
    REQUIRE(kOpened);
    return *kOpened;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : " | ") + part;
    return text;
}

std::string mentions_in(const std::string& text) {
    std::vector<std::string> names;
    for (const auto& one : find_actor_mentions(text, catalogue(), lexicon())) {
        CHECK_FALSE(one.answer.actors.empty());
        names.push_back(text.substr(one.span.begin, one.span.size()));
    }
    return joined(names);
}

std::string claims_in(const std::string& text) {
    std::vector<std::string> claims;
    for (const auto& one : find_alias_claims(text, catalogue(), lexicon())) {
        claims.push_back(text.substr(one.name.begin, one.name.size()) + " = " +
                         text.substr(one.alias.begin, one.alias.size()) + " " + std::string(to_string(one.standing)));
    }
    return joined(claims);
}

void check_table(const std::string& path, const std::function<std::string(const std::string&)>& answer) {
    const auto cases = base::cases_of(path, 3);
    for (const auto& one : cases) {
        CAPTURE(one[0]);
        CHECK(answer(one[1]) == one[2]);
    }
    CHECK(cases.size() > 20);
}

}  // namespace

TEST_CASE("actors that a text names") { check_table("tests/language_cases/actor_mentions.tsv", mentions_in); }

TEST_CASE("names that a text gives to one actor, held against the registers") {
    check_table("tests/language_cases/alias_claims.tsv", claims_in);
}

TEST_CASE("a claim names the entries that bear it out and those that do not") {
    const auto confirmed = compare_names(catalogue(), "FJ47", "Fjord Typhoon");
    CHECK(confirmed.references == std::vector<std::string>{"misp:a", "attack:G9001", "vendor:1"});
    CHECK(confirmed.claimed_by.empty());
    const auto contradicted = compare_names(catalogue(), "Ivory Heron", "Norvik Panda");
    CHECK(contradicted.references.empty());
    CHECK(contradicted.claimed_by == std::vector<std::string>{"misp:a"});
    CHECK(compare_names(catalogue(), "FJ47", "Torvload").claimed_by == std::vector<std::string>{"attack:S9001"});
}

TEST_CASE("texts of any bytes and any length are read") {
    for (const std::string_view part : {"FJ47 ", "also known as FJ47, ", "FJ47 (", "(", "a.k.a. ", "and ", "Fjord ",
                                        "\xff", "which A B C ", "FJ47/", "Marble, "}) {
        std::string text;
        while (text.size() < 50'000) text += part;
        (void)find_actor_mentions(text, catalogue(), lexicon());
        for (const auto& claim : find_alias_claims(text, catalogue(), lexicon())) CHECK(claim.alias.end <= text.size());
    }
}

}  // namespace axray::registers
