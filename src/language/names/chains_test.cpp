#include "language/names/chains.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

class ChainAnnotator {
public:
    ChainAnnotator() : lexicon_(test_lexicon()), annotator_(lexicon_) {}

    AnnotatedText operator()(std::string_view text) {
        return annotator_.annotate_text(text, workspace_, {.layers = Layers::all, .published = {}});
    }

private:
    Lexicon lexicon_;
    Annotator annotator_;
    Workspace workspace_;
};

// "Ada Marin = Marin = she; Lima"
std::string chains_of(ChainAnnotator& annotate, const std::string& text) {
    const AnnotatedText annotated = annotate(text);
    std::string result;
    for (const NameChain& chain : annotated.chains) {
        if (!result.empty()) result += "; ";
        for (std::uint32_t at = chain.begin; at < chain.end; ++at) {
            if (at > chain.begin) result += " = ";
            result += words(text, annotated, annotated.chain_members[at].tokens);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("chains the names of one bearer") {
    ChainAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Mr Oda Marin spoke. Marin left.", "Oda Marin = Marin"},
        {"President Ada B. Marin spoke. Later Ada Marin left, and Marin slept.", "Ada B. Marin = Ada Marin = Marin"},
        {"The National Pump Centre (NPC) spoke. The NPC left.", "National Pump Centre = NPC = NPC"},
        {"They sued the National Pump Centre. Then the NPC left.", "National Pump Centre = NPC"},
        {"The US spoke. The United States left. America slept.", "US = United States = America"},
        {"They live in France. They buy French wine.", "France; French"},
        {"They sued the Norvik Pump Company. Then Norvik left.",
         "Norvik Pump Company; Norvik"},  // what Norvik is, is open
        {"Then Saint Ada, 45, met St. Ada, 46, there.", "Saint Ada = St. Ada"},
        {"Mr A. Marin spoke. Then President Ada Marin left.", "A. Marin = Ada Marin"},
        {"They sued Norvik Company on Friday. Then Norvik Company left.", "Norvik Company = Norvik Company"},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(chains_of(annotate, text) == expected);
    }
}

TEST_CASE("leaves a surname apart that two persons share") {
    ChainAnnotator annotate;
    CHECK(chains_of(annotate, "They met Mr Oda Marin and Mrs Eda Marin. Then Marin left.") ==
          "Oda Marin; Eda Marin; Marin");
}

TEST_CASE("chains a description to the only name with its head word") {
    ChainAnnotator annotate;
    CHECK(chains_of(annotate, "The Ministry of Pumps spoke. Then the ministry left.") ==
          "Ministry of Pumps = the ministry");
    CHECK(chains_of(annotate, "The Ministry of Pumps met the Ministry of Wells. Then the ministry left.") ==
          "Ministry of Pumps; Ministry of Wells");
    CHECK(chains_of(annotate, "Then the ministry left. The Ministry of Pumps spoke.") == "Ministry of Pumps");
    CHECK(chains_of(annotate, "The Ministry of Pumps spoke. Then the ministry of peace left.") == "Ministry of Pumps");
}

TEST_CASE("chains a pronoun where only one person can be meant") {
    ChainAnnotator annotate;
    CHECK(chains_of(annotate, "Mrs Oda Marin spoke. She left.") == "Oda Marin = She");
    CHECK(chains_of(annotate, "Mrs Oda Marin spoke. He left.") == "Oda Marin");
    CHECK(chains_of(annotate, "Mrs Oda Marin met Mr Ado Cole. She left.") == "Oda Marin; Ado Cole");
    CHECK(chains_of(annotate, "Mrs Oda Marin met the author. She left.") == "Oda Marin");
    CHECK(chains_of(annotate, "Then all of the people voted for Mrs Oda Marin. She left.") == "Oda Marin");
    CHECK(chains_of(annotate, "She met Mrs Oda Marin. She slept.") == "Oda Marin");
    CHECK(chains_of(annotate, "Mrs Oda Marin spoke. It rained. Then snow fell. She left.") == "Oda Marin");
    CHECK(chains_of(annotate, "Mr Oda Marin spoke. \"He left,\" people say.") == "Oda Marin");
}

TEST_CASE("gives a mention the fullest form of its chain") {
    ChainAnnotator annotate;
    const std::string text = "Mr Oda\n Marin spoke. Then Marin's brother left.";
    const AnnotatedText annotated = annotate(text);
    REQUIRE(annotated.mentions.size() == 2);
    CHECK(normal_form(text, annotated, annotated.mentions[1]) == "Oda Marin");
    Mention alone = annotated.mentions[1];
    alone.chain = kNone;
    CHECK(normal_form(text, annotated, alone) == "Marin");
}

TEST_CASE("tells what bears a name") {
    ChainAnnotator annotate;
    const std::vector<std::pair<std::string, NameType>> cases = {
        {"They met President Oda Blunt.", NameType::person},
        {"They met the Ministry of Pumps.", NameType::organisation},
        {"They live in France.", NameType::place},
        {"They live in Halden.", NameType::place},
        {"They like French wine.", NameType::other},
        {"Then Oda Blunt, 45, left.", NameType::person},
        {"They crossed the Halden River.", NameType::place},
        {"They won the Halden Prize.", NameType::other},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        const AnnotatedText annotated = annotate(text);
        REQUIRE(annotated.mentions.size() == 1);
        CHECK(annotated.mentions[0].type == expected);
    }
}

TEST_CASE("chains hold every mention once") {
    ChainAnnotator annotate;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "Mr Oda" + std::to_string(i) + "x Marin met Marin and the US. ";
    const AnnotatedText annotated = annotate(text);
    std::vector<unsigned> held(annotated.mentions.size());
    for (std::uint32_t number = 0; number < annotated.chains.size(); ++number) {
        for (std::uint32_t at = annotated.chains[number].begin; at < annotated.chains[number].end; ++at) {
            const ChainMember& member = annotated.chain_members[at];
            if (member.kind != MemberKind::name) continue;
            ++held[member.mention];
            CHECK(annotated.mentions[member.mention].chain == number);
        }
    }
    for (const unsigned times : held) CHECK(times == 1);
    CHECK(annotate("").chains.empty());
}

}  // namespace axray::language
