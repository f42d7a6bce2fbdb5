#include "language/names/tagged_mentions.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/segments/tokenizer.hpp"
#include "language/test_annotation.hpp"
#include "language/workspace_state.hpp"

namespace axray::language {
namespace {

// Tags by letters, one for each token: p o l m begin a person, organisation, place, other; P O L M go on.
NameTag tag_of(char letter) {
    switch (letter) {
        case 'p': return NameTag::begin_person;
        case 'P': return NameTag::inside_person;
        case 'o': return NameTag::begin_organisation;
        case 'O': return NameTag::inside_organisation;
        case 'l': return NameTag::begin_place;
        case 'L': return NameTag::inside_place;
        case 'm': return NameTag::begin_other;
        case 'M': return NameTag::inside_other;
        default: return NameTag::none;
    }
}

// "Ada Marin:1; ..." with the number of the type.
std::string tagged_names(TestAnnotator& annotate, const std::string& text, const std::string& letters) {
    Workspace workspace;
    AnnotatedText annotated = annotate.annotator().annotate_text(text, workspace);
    REQUIRE(annotated.tokens.size() == letters.size());
    for (const char letter : letters) annotated.tokens.name_tag.push_back(tag_of(letter));
    std::string result;
    const TokenView view{text, annotated.tokens, workspace.state().facts};
    for (const Mention& mention : mentions_from_tags(view, annotated.sentences)) {
        if (!result.empty()) result += "; ";
        result += words(text, mention.span) + ':' + std::to_string(static_cast<int>(mention.type));
        const std::string shown = words(text, mention.span);
        CHECK(mention.key == name_key(shown.rfind("The ", 0) == 0 ? shown.substr(4) : shown));
    }
    return result;
}

}  // namespace

TEST_CASE("makes names of tags") {
    TestAnnotator annotate;
    struct Case {
        std::string text;
        std::string letters;
        std::string expected;
    };
    const std::vector<Case> cases = {
        {"Ada Marin left Lima .", "pP.l.", "Ada Marin:1; Lima:3"},
        {"Ada Marin left .", "PP..", "Ada Marin:1"},  // begins inside: a name all the same
        {"Norvik Lima left .", "ol..", "Norvik:2; Lima:3"},
        {"Norvik Lima left .", "oL..", "Norvik:2; Lima:3"},
        {"Norvik Lima left .", "oo..", "Norvik:2; Lima:2"},
        {"The Norvik left .", "oO..", "Norvik:2"},        // articles are left out
        {"They read The Hill .", "..oO.", "The Hill:2"},  // but where a capital says that they belong to it
        {"The Storm ended .", "mM..", "Storm:4"},
        {"Gulf of Lima ended .", "lLl..", "Gulf of Lima:3"},
        {"Gulf of Lima ended .", "lLo..", "Gulf:3; Lima:2"},
        {"Corps of the ended .", "oOO..", "Corps:2"},
        {"Norvik's plan .", "oO..", "Norvik:2"},
        {"( Norvik ) left .", "oOO..", "Norvik:2"},
        {"FBI Director left .", "pP..", "FBI:2"},  // titles are no part of a name
        {"Foreign Secretary Ada Marin left .", "pPPP..", "Ada Marin:1"},
        {"Martin King left .", "pP..", "Martin King:1"},
        {"President left .", "p..", ""},
        {"It left .", "...", ""},
        {", left .", "o..", ""},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        CHECK(tagged_names(annotate, test.text, test.letters) == test.expected);
    }
}

TEST_CASE("lists of names settle what countries and towns are") {
    TestAnnotator annotate;
    const auto lists = NameWords::open(AXRAY_MODELS_DIR "/name_words.bin");
    REQUIRE(lists);
    const std::string text = "Beijing told the US and France of Ada .";
    Workspace workspace;
    AnnotatedText annotated = annotate.annotator().annotate_text(text, workspace);
    for (const char letter : std::string("p..o.o.p.")) annotated.tokens.name_tag.push_back(tag_of(letter));
    const TokenView view{text, annotated.tokens, workspace.state().facts};
    auto mentions = mentions_from_tags(view, annotated.sentences);
    settle_types(view, *lists, mentions);
    REQUIRE(mentions.size() == 4);
    CHECK(mentions[0].type == NameType::place);
    CHECK(mentions[1].type == NameType::place);
    CHECK(mentions[2].type == NameType::place);
    CHECK(mentions[3].type == NameType::person);
}

}  // namespace axray::language
