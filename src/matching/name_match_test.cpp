#include "matching/name_match.hpp"

#include <string>

#include <doctest/doctest.h>

#include "matching/name_preparer.hpp"
#include "matching/word_similarity.hpp"

namespace axray::matching {
namespace {

const NamePreparer& preparer() {
    static const NamePreparer kPreparer = NamePreparer::create().value();
    return kPreparer;
}

const NameMatcher& matcher() {
    static const NameMatcher kMatcher = NameMatcher::open(AXRAY_MODELS_DIR).value();
    return kMatcher;
}

NameMatch match(const std::string& query, const std::string& listed, NameKind kind) {
    return matcher().match(preparer().prepare(query, kind), preparer().prepare(listed, kind));
}

constexpr auto kPerson = NameKind::person;
constexpr auto kCompany = NameKind::organisation;

}  // namespace

TEST_CASE("the same names score as such, others do not") {
    struct Case {
        std::string query;
        std::string listed;
        NameKind kind;
        double least;
        double most;
    };
    const Case cases[] = {
        {"Sergey Lodochkin", "LODOCHKIN, Sergey", kPerson, 0.97, 1},
        {"Sergei Ivanovich Lodochkin", "LODOCHKIN, Sergey Ivanovich", kPerson, 0.9, 1},
        {"\u0421\u0435\u0440\u0433\u0435\u0439 \u041B\u043E\u0434\u043E\u0447\u043A\u0438\u043D", "LODOCHKIN, Sergey",
         kPerson, 0.9, 1},
        {"Mohammed al-Tamarani", "TAMARANI, Muhammad", kPerson, 0.5, 1},
        {"Mohamed Ali", "ALI, Muhammad", kPerson, 0.5, 0.96},  // common words, and another spelling
        {"Oleg Lodochkin", "LODOCHKIN, Sergey", kPerson, 0, 0.2},
        {"Sergey Vetkin", "LODOCHKIN, Sergey", kPerson, 0, 0.05},
        {"Sergey Lodockkin", "LODOCHKIN, Sergey", kPerson, 0.5, 0.86},  // a typing error, or another name
        {"Martin Stern", "STEIN, Martin", kPerson, 0.2, 0.61},          // two names that people have
        {"OOO Vetkastroi", "VETKASTROI LIMITED LIABILITY COMPANY", kCompany, 0.9, 1},
        {"Vetka Harbour Trading", "VETKA HARBOUR TRADING CO., LTD.", kCompany, 0.9, 1},
        {"Vetkinsky Zavod", "Vetkinskii Plant JSC", kCompany, 0.5, 1},
        {"Saratovskii Vetkastroi", "Saratov Vetkastroi", kCompany, 0.8, 1},
        {"Vetka Fund V", "Vetka Fund VI", kCompany, 0, 0.2},
        {"M/V Vetka Star", "VETKA STAR", NameKind::vessel, 0.9, 1},
        {"APT31", "APT-31", NameKind::actor, 0.9, 1},
        {"APT31", "APT310", NameKind::actor, 0, 0.05},
        {"Volt Typhoon", "Violet Typhoon", NameKind::actor, 0, 0.1},
    };
    for (const Case& one : cases) {
        CAPTURE(one.query);
        CAPTURE(one.listed);
        const double probability = match(one.query, one.listed, one.kind).probability;
        CHECK(probability >= one.least);
        CHECK(probability <= one.most);
    }
}

TEST_CASE("a match says how words met and which are left") {
    struct Case {
        std::string query;
        std::string listed;
        NameKind kind;
        WordAgreement how;
    };
    const Case cases[] = {
        {"Anna Vetkina", "VETKINA, Anna", kPerson, WordAgreement::same},
        {"Sergei Vetkin", "VETKIN, Sergey", kPerson, WordAgreement::spelling},
        {"Bill Vetkin", "VETKIN, William", kPerson, WordAgreement::nickname},
        {"A. Vetkin", "VETKIN, Alexander", kPerson, WordAgreement::initial},
        {"Jamalvetkin", "VETKIN, Jamal", kPerson, WordAgreement::joined},
        {"Aleksandr Vetkni", "VETKIN, Aleksandr", kPerson, WordAgreement::typo},
        {"OOO Vetka", "Vetka LLC", kCompany, WordAgreement::same_form},
        {"Vetka Zavod", "Vetka Plant", kCompany, WordAgreement::translation},
        {"VHTA Vetka", "Vast Harbour Towing Authority Vetka", kCompany, WordAgreement::acronym},
        {"\u0645\u062C\u062A\u0644 \u0641\u062F\u0643\u0646", "FADKAN, Mujtal", kPerson, WordAgreement::consonants},
    };
    for (const Case& one : cases) {
        CAPTURE(one.query);
        bool found = false;
        for (const WordPair& pair : match(one.query, one.listed, one.kind).pairs) found = found || pair.how == one.how;
        CHECK(found);
    }
    const NameMatch partly = match("Anna Vetkina Rosa", "VETKINA, Anna Maria", kPerson);
    CHECK(partly.query_left == std::vector<std::uint32_t>{2});
    CHECK(partly.listed_left == std::vector<std::uint32_t>{2});
}

TEST_CASE("the probability alone is that of the match, and is the same each time") {
    const PreparedName query = preparer().prepare("Vetka Harbor Trading", kCompany);
    const PreparedName listed = preparer().prepare("VETKA HARBOUR GENERAL TRADING LLC", kCompany);
    const double first = matcher().probability(query, listed);
    CHECK(matcher().match(query, listed).probability == first);
    CHECK(matcher().probability(query, listed) == first);
}

TEST_CASE("names without words meet nothing") {
    CHECK(match("", "VETKIN, Ivan", kPerson).probability == 0);
    CHECK(match("...", "!!", kPerson).probability == 0);
}

TEST_CASE("rare words weigh more than common ones") {
    CHECK(matcher().weight("xqzvetkalodki") == 1);
    CHECK(matcher().weight("muhammad") < matcher().weight("vladislav"));
    CHECK(matcher().weight("trading") < 0.6F);
}

TEST_CASE("a matcher needs its models") {
    const auto missing = NameMatcher::open("no-such-folder");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::model_mismatch);
}

TEST_CASE("errors between words are counted") {
    struct Case {
        std::string first;
        std::string second;
        unsigned errors;
    };
    const Case cases[] = {{"vetka", "vetka", 0},  {"vetka", "vekta", 1}, {"vetka", "vtka", 1},
                          {"vetka", "vetkas", 1}, {"vetka", "lodka", 3}, {"", "ab", 2}};
    for (const Case& one : cases) {
        CAPTURE(one.second);
        CHECK(edit_distance(one.first, one.second) == one.errors);
    }
    CHECK(sound_similarity("sergei", "sergij") > edit_similarity("sergei", "sergab"));
}

}  // namespace axray::matching
