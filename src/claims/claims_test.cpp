#include "claims/claims.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claims/claims_cases.hpp"
#include "language/annotator.hpp"

namespace axray::claims {
namespace {

const language::Lexicon& lexicon() {
    static const auto kLexicon = language::Lexicon::open(AXRAY_TEST_LEXICON);
    REQUIRE(kLexicon);
    return *kLexicon;
}

Document document_of(const std::vector<std::pair<BlockKind, std::string>>& blocks) {
    Document document;
    for (const auto& [kind, text] : blocks) {
        if (!document.text.empty()) document.text += '\n';
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += text;
        document.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(document.text.size())}});
    }
    return document;
}

struct Split {
    Document document;
    language::AnnotatedText annotated;
    std::vector<Claim> claims;
};

Split split(const std::vector<std::pair<BlockKind, std::string>>& blocks) {
    const language::Annotator annotator(lexicon());
    language::Workspace workspace;
    Split result;
    result.document = document_of(blocks);
    result.annotated = annotator.annotate(result.document, workspace);
    result.claims = split_claims(result.document, result.annotated);
    return result;
}

std::vector<std::string> texts_of(const std::vector<Claim>& claims) {
    std::vector<std::string> texts;
    for (const auto& claim : claims) texts.push_back(claim.text);
    return texts;
}

TEST_CASE("splits sentences into the statements that they make") {
    for (const auto& row : kClaimCases) {
        CAPTURE(row.sentence);
        CHECK(texts_of(split({{row.block, row.sentence}}).claims) == row.claims);
    }
}

TEST_CASE("every claim has its own words, in order, and none has another's") {
    for (const auto& row : kClaimCases) {
        CAPTURE(row.sentence);
        const auto result = split({{row.block, row.sentence}});
        std::uint32_t end = 0;
        for (const auto& claim : result.claims) {
            CHECK(claim.span.begin >= end);
            CHECK_FALSE(claim.span.empty());
            end = claim.span.end;
            for (const auto context : claim.context) CHECK_FALSE(context.overlaps(claim.span));
        }
        CHECK(end <= result.document.text.size());
    }
}

TEST_CASE("words that belong to no claim of a divided sentence only connect") {
    const auto result =
        split({{BlockKind::paragraph,
                "The agency fined Norvik in 2020, and it closed the plant in 2021, while unions denied any fault."}});
    REQUIRE(result.claims.size() == 3);
    std::string between;
    std::uint32_t end = 0;
    for (const auto& claim : result.claims) {
        between += result.document.text.substr(end, claim.span.begin - end);
        end = claim.span.end;
    }
    CHECK(between == ", and , while ");
}

TEST_CASE("numbers claims through the blocks and names their block and sentence") {
    const auto result = split({{BlockKind::title, "Regulator closes Norvik plant after fire"},
                               {BlockKind::heading, "Background"},
                               {BlockKind::paragraph, "The plant opened in 1971. Who is to blame? It made valves."},
                               {BlockKind::list_item, "Norvik paid a fine of 2 million euros"}});
    REQUIRE(result.claims.size() == 4);
    for (std::uint32_t i = 0; i < 4; ++i) CHECK(result.claims[i].id == i);
    CHECK(result.claims[0].block == BlockKind::title);
    CHECK(result.claims[1].text == "The plant opened in 1971.");
    CHECK(result.claims[2].text == "It made valves.");
    CHECK(result.claims[2].block == BlockKind::paragraph);
    CHECK(result.claims[3].block == BlockKind::list_item);
    CHECK(result.claims[2].sentence == result.claims[1].sentence + 2);
}

TEST_CASE("a predicate whose subject stands before another one is cut without it") {
    const auto text =
        "During the 2008 campaign, then-candidate Ada Torvane advocated for regional conferences with "
        "Norland and Iran, said her administration would enter diplomatic talks with governments that her "
        "predecessor, President Ilka Berg, would not, and pledged to close the northern mines.";
    const auto whole = split({{BlockKind::paragraph, text}});
    REQUIRE_FALSE(whole.claims.empty());
    for (const auto& claim : whole.claims) CHECK(claim.span.end <= whole.document.text.size());
    CHECK_FALSE(
        split({{BlockKind::paragraph, "During 2008 regional Iran, said his Bush, and pledged to"}}).claims.empty());
}

TEST_CASE("a sentence of a hundred thousand words ends") {
    std::string sentence = "The agency";
    for (int i = 0; i < 25000; ++i) sentence += " said, and it fined";
    CHECK(split({{BlockKind::paragraph, sentence + "."}}).claims.size() >= 1);
    std::string commas = "The agency fined";
    for (int i = 0; i < 50000; ++i) commas += ", which";
    CHECK(split({{BlockKind::paragraph, commas + "."}}).claims.size() >= 1);
}

}  // namespace
}  // namespace axray::claims
