#include "story/origins/copy_finder.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace axray::story {
namespace {

const std::string kHarbour =
    "The port of Ilmar closed its eastern basin on Tuesday after a crane toppled onto a ferry, injuring nine "
    "passengers and blocking the only deep channel for most of the afternoon, harbour officials and two witnesses "
    "said. "
    "Divers searched the hull until nightfall while tugs held the ferry against the quay with heavy cables.";
const std::string kWeather =
    "Forecasters in the northern districts expect snow above six hundred metres, with strong winds along the coast and "
    "a slow thaw towards the weekend that could swell the smaller rivers.";
const std::string kHarvest =
    "Growers of early potatoes report the best yields in eleven years, which they put down to a mild spring and to the "
    "new wells that the cooperative drilled between the old terraces last autumn.";
const std::string kSpeech =
    "we will rebuild every berth that fell into the sea and nobody who worked there shall lose a single day of pay";

std::vector<TextPair> pairs_of(const std::vector<std::string>& texts, CopyFinder::Limits limits = {}) {
    CopyFinder finder(limits);
    for (const auto& text : texts) finder.add({text, {}});
    finder.index();
    ReuseIndex::Lookup lookup;
    std::vector<TextPair> pairs;
    for (std::uint32_t text = 0; text < finder.size(); ++text) {
        for (auto& pair : finder.pairs_with_earlier(text, lookup)) pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::size_t sharing_prose(const std::vector<TextPair>& pairs) {
    return static_cast<std::size_t>(
        std::count_if(pairs.begin(), pairs.end(), [](const TextPair& pair) { return pair.shares_prose; }));
}

std::string slice(const std::string& text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace

TEST_CASE("kinds of copies by the share of prose") {
    struct Case {
        const char* name;
        std::string first;
        std::string second;
        const char* kind;  // "" when no prose is shared
    };
    const std::vector<Case> cases = {
        {"the same text", kHarbour, kHarbour, "copy"},
        {"the same text with own text behind it", kHarbour, kHarbour + " " + kWeather, "copy"},
        {"a third of it", kHarbour + " " + kHarvest + " " + kWeather + " " + kSpeech,
         kHarvest + " " +
             std::string("Nobody at the market in Ilmar could remember such prices, and the stalls along the "
                         "western wall were sold out before noon on each of the three days, said a trader "
                         "who has come here since the bridge was opened by the old mayor in her first "
                         "term, when tents still stood where the hall is now."),
         "partial"},
        {"other case, accents and signs",
         "Prices rose by 5 per cent to $3 billion in caf\u00e9s, the U.S. bureau of "
         "markets in Ilmar reported late on Monday after a long review of receipts.",
         "PRICES ROSE BY 5% TO $3BN IN CAFES, THE US BUREAU OF MARKETS IN ILMAR REPORTED LATE ON MONDAY AFTER A LONG "
         "REVIEW OF RECEIPTS.",
         "copy"},
        {"nothing in common", kHarbour, kWeather, ""},
        {"one speech that both quote", kWeather + " The mayor said: \"" + kSpeech + ".\"",
         kHarvest + " She promised: \u201c" + kSpeech + "\u201d.", ""},
        {"one speech that one of them quotes without marks", kWeather + " The mayor said: \"" + kSpeech + ".\"",
         kHarvest + "\n" + kSpeech + "\n", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        const auto pairs = pairs_of({one.first, one.second}, {1, 64});
        std::string kind;
        for (const auto& pair : pairs) {
            if (pair.shares_prose) kind = to_string(pair.kind);
        }
        CHECK(kind == one.kind);
    }
}

TEST_CASE("a shared passage is told with its place in both texts") {
    const std::string first = kWeather + "\n" + kHarbour;
    const std::string second = "Ilmar, Tuesday.\n" + kHarbour + "\n" + kHarvest;
    const auto pairs = pairs_of({first, second});
    REQUIRE(pairs.size() == 1);
    REQUIRE(pairs[0].passages.size() == 1);
    const auto& passage = pairs[0].passages[0];
    const auto whole = kHarbour.substr(0, kHarbour.size() - 1);  // without the full stop
    CHECK(slice(first, passage.first.span) == whole);
    CHECK(slice(second, passage.second.span) == whole);
    CHECK(passage.kind == PassageKind::copied);
    CHECK(passage.likeness == doctest::Approx(1));
}

TEST_CASE("a few replaced words do not break a passage") {
    std::string edited = kHarbour;
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = edited.find(from);
        REQUIRE(at != std::string::npos);
        edited.replace(at, from.size(), to);
    };
    replace("closed", "shut down");
    replace("injuring", "hurting");
    replace("most of the afternoon", "many hours");
    replace("heavy", "steel");
    const auto pairs = pairs_of({kHarbour, edited});
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].kind == CopyKind::copy);
    REQUIRE(pairs[0].passages.size() == 1);
    CHECK(pairs[0].passages[0].likeness < 1);
    CHECK(pairs[0].share_of_first > 0.9);
}

TEST_CASE("a speech that both quote is a quotation, whatever marks it has") {
    const auto pairs =
        pairs_of({kWeather + " The mayor said: \"" + kSpeech + ".\"", kHarvest + "\n" + kSpeech}, {1, 64});
    REQUIRE(pairs.size() == 1);
    CHECK_FALSE(pairs[0].shares_prose);
    REQUIRE(pairs[0].passages.size() == 1);
    CHECK(pairs[0].passages[0].kind == PassageKind::quotation);
}

TEST_CASE("what a third text quotes is no prose of two others") {
    const auto pairs =
        pairs_of({kWeather + "\n" + kSpeech, kHarvest + "\n" + kSpeech, kHarbour + " \"" + kSpeech + "\""}, {1, 64});
    CHECK(sharing_prose(pairs) == 0);
}

TEST_CASE("a block quotation counts as quoted") {
    const std::string first = kWeather + "\n" + kSpeech;
    const std::string second = kHarvest + "\n" + kSpeech;
    const auto quoted = static_cast<std::uint32_t>(kWeather.size() + 1);
    for (const bool told : {false, true}) {
        CAPTURE(told);
        CopyFinder finder({1, 64});
        finder.add({first, told ? std::vector<Span>{{quoted, static_cast<std::uint32_t>(first.size())}}
                                : std::vector<Span>{}});
        finder.add({second, {}});
        finder.index();
        ReuseIndex::Lookup lookup;
        const auto pairs = finder.pairs_with_earlier(1, lookup);
        REQUIRE(pairs.size() == 1);
        CHECK(pairs[0].shares_prose != told);
    }
}

TEST_CASE("a footer of many unrelated texts is nobody's prose") {
    const std::string footer =
        " Subscribers of the Ilmar Courier receive this page every morning before seven together with the tide tables, "
        "the notices of the harbour master and a voucher for the kiosk at the western gate of the old market hall.";
    std::vector<std::string> texts;
    for (int number = 0; number < 12; ++number) {
        std::string own;
        for (int word = 0; word < 240; ++word)
            own += "word" + std::to_string(number) + "x" + std::to_string(word) + " ";
        texts.push_back(own + footer);
    }
    CHECK(sharing_prose(pairs_of(texts)) == 0);
    // A dozen texts that are alike otherwise too share their prose.
    const std::vector<std::string> copies(12, kHarbour + footer);
    CHECK(pairs_of(copies).size() == 66);
}

TEST_CASE("texts without words, and of one word over and over") {
    const std::vector<std::string> hostile = {
        "",
        " \n\n \t",
        "... --- !!! ,,, \u201c\u201d",
        std::string(100'000, '"'),
        std::string(100'000, 'x'),
        "\u4e2d\u6587\u65b0\u95fb\u7a3f\u4ef6\u5185\u5bb9\u5b8c\u5168\u76f8\u540c"};
    for (const auto& text : hostile) CHECK(pairs_of({text, text}).size() <= 1);
}

TEST_CASE("long texts of one repeated word take bounded time") {
    std::string one;
    std::string other = "start ";
    for (int word = 0; word < 3'000'000; ++word) {
        one += "again ";
        other += word % 2 == 0 ? "again " : "again, ";
    }
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(pairs_of({one, other, one + "end"}));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("many equal texts cost a bounded number of comparisons each") {
    const std::vector<std::string> texts(500, kHarbour);
    const auto pairs = pairs_of(texts);
    CHECK(pairs.size() <= 500 * kMostHolders);
    CHECK(pairs.size() >= 499);
    CHECK(std::all_of(pairs.begin(), pairs.end(), [](const TextPair& pair) { return pair.kind == CopyKind::copy; }));
}

}  // namespace axray::story
