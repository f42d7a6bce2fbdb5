#include "language/names/mentions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/segments/tokenizer.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

std::string names_of(TestAnnotator& annotate, const std::string& text) {
    std::string result;
    for (const Mention& mention : annotate(text).mentions) {
        if (!result.empty()) result += "; ";
        result += words(text, mention.span);
    }
    return result;
}

}  // namespace

TEST_CASE("finds names") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"The US and UK blamed Beijing.", "US; UK; Beijing"},
        {"Hackers attacked the parliament.", ""},
        {"Notably, the hackers left.", ""},
        {"Marin met President Ada Cole and Mr. Moss.", "Marin; Ada Cole; Moss"},
        {"UK Prime Minister Oda Blunt resigned.", "UK; Oda Blunt"},
        {"Deputy Attorney General Lisa O. Marin spoke.", "Lisa O. Marin"},
        {"the Foreign Secretary, James Orr, left", "James Orr"},
        {"It reached China's Ministry of State Security.", "China; Ministry of State Security"},
        {"They met in the Bank of England on Monday.", "Bank of England"},
        {"They fear critics of Beijing.", "Beijing"},
        {"He backs the Belt and Road Initiative.", "Belt and Road Initiative"},
        {"They joined the Department of Health and Human Services.", "Department of Health and Human Services"},
        {"The group APT31 is old.", "APT31"},
        {"The group APT 31 is old.", "APT 31"},
        {"APT 31 hackers left.", "APT 31"},
        {"The Covid-19 wave ended.", "Covid-19"},
        {"A China-backed actor left.", "China"},
        {"The US-led force left.", "US"},
        {"President Bashar al-Assad left.", "Bashar al-Assad"},
        {"They saw Charles de Gaulle land.", "Charles de Gaulle"},
        {"They bought AT&T shares.", "AT&T"},
        {"Theresa May left in May.", "Theresa May"},
        {"They saw Will Hart in April.", "Will Hart"},
        {"The US Justice Department sued.", "US; Justice Department"},
        {"They sued Halden & Sons on Friday.", "Halden & Sons"},
        {"It was Norvik. Norvik makes pumps.", "Norvik; Norvik"},
        {"Sanctions Imposed on Chinese Hackers", "Chinese"},
        {"Several Chinese firms left.", "Chinese"},
        {"In 14 cases the firm lost.", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(names_of(annotate, text) == expected);
    }
}

TEST_CASE("believes a headline's capitals only with the text's support") {
    TestAnnotator annotate;
    const std::string text = "Cyber Force Blames Norvik\n\nThe cyber force blames Norvik.";
    CHECK(names_of(annotate, text) == "Norvik; Norvik");
}

TEST_CASE("ties an acronym to the name that it stands for") {
    TestAnnotator annotate;
    struct Case {
        std::string text;
        std::string full;
        std::string brief;
    };
    const std::vector<Case> cases = {
        {"The National Cyber Security Centre (NCSC) spoke.", "National Cyber Security Centre", "NCSC"},
        {"The NCSC (National Cyber Security Centre) spoke.", "National Cyber Security Centre", "NCSC"},
        {"The group Advanced Persistent Threat 31 (APT31) left.", "Advanced Persistent Threat 31", "APT31"},
        {"An advanced persistent threat (APT) was seen.", "advanced persistent threat", "APT"},
        {"The Ministry of State Security (MSS) denied it.", "Ministry of State Security", "MSS"},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const AnnotatedText annotated = annotate(test.text);
        const auto brief = std::find_if(annotated.mentions.begin(), annotated.mentions.end(),
                                        [&](const Mention& mention) { return mention.key == name_key(test.brief); });
        REQUIRE(brief != annotated.mentions.end());
        CHECK(brief->alias == name_key(test.full));
        for (const Mention& mention : annotated.mentions) {
            if (mention.key == name_key(test.full)) CHECK(mention.alias == name_key(test.brief));
        }
    }
    for (const Mention& mention : annotate("Marin (R) met Cole in Lima (Reuters).").mentions) CHECK(mention.alias == 0);
}

TEST_CASE("gives names of several words their acronym") {
    TestAnnotator annotate;
    const AnnotatedText annotated =
        annotate("They met the National Cyber Security Centre and Advanced Persistent Threat 31.");
    REQUIRE(annotated.mentions.size() == 2);
    CHECK(annotated.mentions[0].acronym == name_key("NCSC"));
    CHECK(annotated.mentions[1].acronym == name_key("APT 31"));
}

}  // namespace axray::language
