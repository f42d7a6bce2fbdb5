#include "matching/name_preparer.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::matching {
namespace {

const NamePreparer& preparer() {
    static const NamePreparer kPreparer = NamePreparer::create().value();
    return kPreparer;
}

// Words with a sign of their role: "#" number, "=" legal form, "~" general, "!" title, "." initial.
std::string words_of(std::string_view name, NameKind kind) {
    static constexpr std::string_view kSigns[] = {"", ".", "#", "=", "~", "!"};
    std::string text;
    for (const NameWord& word : preparer().prepare(name, kind).words) {
        text.append(text.empty() ? "" : " ").append(word.text).append(kSigns[static_cast<std::size_t>(word.role)]);
    }
    return text;
}

constexpr auto kPerson = NameKind::person;
constexpr auto kCompany = NameKind::organisation;

}  // namespace

TEST_CASE("names become words with roles") {
    struct Case {
        std::string name;
        NameKind kind;
        std::string words;
    };
    const Case cases[] = {
        {"KASIMOV, Dr. Ivan I.", kPerson, "kasimov dr! ivan i."},
        {"Jean-Marie O'Rourke", kPerson, "jean marie orourke"},
        {"el-Tamari, Abdulkarim", kPerson, "el~ tamari abdul karim"},
        {"Abd al-Karim", kPerson, "abdul karim"},
        {"Abdallah Abdullah", kPerson, "abdallah abdullah"},
        {"Abd Allah", kPerson, "abdallah"},
        {"Obshchestvo s ogranichennoi otvetstvennostyu Vetka", kCompany, "llc= vetka"},
        {"OOO Vetka", kCompany, "llc= vetka"},
        {"Vetka L.L.C.", kCompany, "vetka llc="},
        {"Vetka Trading, S.A. de C.V.", kCompany, "vetka trading jsc="},
        {"Vetka Sp. z o.o.", kCompany, "vetka llc="},
        {"Vetka Private Joint Stock Company", kCompany, "vetka jsc="},
        {"VETKALIMITED", kCompany, "vetka ltd="},
        {"Vetka Joint Stcok Company", kCompany, "vetka jsc="},
        {"Fund VI", kCompany, "fund 6#"},
        {"Fund Eighty Eight", kCompany, "fund 88#"},
        {"70th Plant of the North", kCompany, "70# plant of~ the~ north"},
        {"M/V TAMAR 7", NameKind::vessel, "mv! tamar 7#"},
        {"APT31", NameKind::actor, "apt 31#"},
        {"APT-31", NameKind::actor, "apt 31#"},
        {"UNC0045", NameKind::actor, "unc 45#"},
        {"!!! ...", kPerson, ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.name);
        CHECK(words_of(one.name, one.kind) == one.words);
    }
}

TEST_CASE("other scripts become Latin") {
    struct Case {
        std::string name;
        NameKind kind;
        std::string words;
    };
    const Case cases[] = {
        {"\u041F\u0451\u0442\u0440 \u0429\u0443\u043A\u0438\u043D", kPerson, "petr shchukin"},
        {"\u039D\u03AF\u03BA\u03BF\u03C2", kPerson, "nikos"},
        {"\u738B\u5C0F\u660E", kPerson, "wang xiaoming"},
        {"\u6B66\u6C49\u6653\u777F\u79D1\u6280\u6709\u9650\u516C\u53F8", kCompany, "wuhan xiaorui technology ltd="},
        {"\uAE40\uBBFC\uC218", kPerson, "kim min su"},
        {"\u30BF\u30CA\u30AB", kPerson, "tanaka"},
        {"M\u00FCller \u0141ukasz \u00D8stby Stra\u00DFe", kPerson, "muller lukasz ostby strasse"},
        {"\uFF30\uFF41\uFF55\uFF4C", kPerson, "paul"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.name);
        CHECK(words_of(one.name, one.kind) == one.words);
    }
    const PreparedName arabic = preparer().prepare("\u0639\u0628\u062F \u0627\u0644\u0643\u0631\u064A\u0645", kPerson);
    CHECK(arabic.consonants_only);
    CHECK_FALSE(arabic.latin);
    REQUIRE(arabic.words.size() == 2);
    CHECK(arabic.words[1].skeleton == preparer().prepare("Karim", kPerson).words[0].skeleton);
}

TEST_CASE("spellings of one word meet") {
    const std::string pairs[][2] = {
        {"Sergey", "Sergei"},   {"Yuriy", "Iurii"},           {"Alekseyevich", "Alekseevich"},
        {"Yevgeniy", "Evgeny"}, {"Vyacheslav", "Viacheslav"}, {"Nooristani", "Nuristani"},
        {"Andrej", "Andrey"},   {"Alexey", "Aleksei"},        {"Khalikov", "Halikov"},
    };
    for (const auto& pair : pairs) {
        CAPTURE(pair[0]);
        CHECK(preparer().prepare(pair[0], kPerson).words[0].spelling ==
              preparer().prepare(pair[1], kPerson).words[0].spelling);
    }
    CHECK(preparer().prepare("Qaddafi", kPerson).words[0].skeleton == "kdf");
    CHECK(preparer().prepare("Mohammed", kPerson).words[0].skeleton ==
          preparer().prepare("\u0645\u062D\u0645\u062F", kPerson).words[0].skeleton);
}

TEST_CASE("letters meant to deceive are read and told") {
    const PreparedName lookalike = preparer().prepare("P\u0430ul K\u043Bine", kPerson);
    CHECK(lookalike.words[0].text == "paul");
    CHECK((lookalike.hints & kLookalikes) != 0);
    const PreparedName invisible = preparer().prepare("Pa\u200Bul\u202E", kPerson);
    CHECK(invisible.words[0].text == "paul");
    CHECK((invisible.hints & kInvisible) != 0);
}

TEST_CASE("a family name is told by a comma or by capitals") {
    const PreparedName comma = preparer().prepare("VAN DOORN, Jan", kPerson);
    CHECK(comma.words[1].family);
    CHECK_FALSE(comma.words[2].family);
    const PreparedName capitals = preparer().prepare("Jan DOORN", kPerson);
    CHECK(capitals.words[1].family);
    CHECK_FALSE(preparer().prepare("JAN DOORN", kPerson).words[1].family);
}

TEST_CASE("bad input ends in bounded time") {
    CHECK((preparer().prepare(std::string(100000, 'a'), kPerson).hints & kShortened) != 0);
    std::string many;
    for (int word = 0; word < 10000; ++word) many += "ab ";
    CHECK(preparer().prepare(many, kCompany).words.size() <= 48);
    CHECK(preparer().prepare("\xFF\xC3\x28 ok \xE2\x82", kCompany).words.size() >= 1);
    CHECK(preparer().prepare("", kCompany).words.empty());
}

}  // namespace axray::matching
