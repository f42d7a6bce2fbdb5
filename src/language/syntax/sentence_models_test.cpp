#include "language/syntax/sentence_models.hpp"

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "language/annotator.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// An annotator with lexicon and models, for one test case.
class Parser {
public:
    Parser() : lexicon_(test_lexicon()), annotator_(lexicon_) {
        auto models = SentenceModels::open(AXRAY_MODELS_DIR, lexicon_);
        REQUIRE_MESSAGE(models, (models ? "" : models.error().to_string()));
        annotator_.use_sentence_models(std::make_shared<const SentenceModels>(*std::move(models)));
    }
    AnnotatedText operator()(std::string_view text) {
        return annotator_.annotate_text(text, workspace_, {.layers = Layers::all, .published = {}});
    }
    // "word/lemma/fine tag/relation(head)", one after the other.
    std::string told(std::string_view text) {
        const AnnotatedText annotated = (*this)(text);
        std::string result;
        for (std::uint32_t at = 0; at < annotated.tokens.size(); ++at) {
            const Tokens& tokens = annotated.tokens;
            const std::uint32_t head = tokens.head[at];
            if (!result.empty()) result += ' ';
            result += words(text, tokens.span[at]) + '/' + annotator_.lemma(text, annotated, at) + '/';
            result += std::string(fine_tag_name(tokens.fine_tag[at])) + '/';
            result += std::string(relation_name(tokens.relation[at]));
            if (head != kNone) result += '(' + words(text, tokens.span[head]) + ')';
        }
        return result;
    }

private:
    Lexicon lexicon_;
    Annotator annotator_;
    Workspace workspace_;
};

TEST_CASE("a plain sentence has its tags, lemmas and dependencies") {
    Parser parser;
    CHECK(parser.told("The minister denied the reports.") ==
          "The/the/DT/det(minister) minister/minister/NN/nsubj(denied) denied/deny/VBD/root "
          "the/the/DT/det(reports) reports/report/NNS/obj(denied) ./././punct(denied)");
    CHECK(parser.told("Two banks were fined by regulators.") ==
          "Two/two/CD/nummod(banks) banks/bank/NNS/nsubj:pass(fined) were/be/VBD/aux:pass(fined) "
          "fined/fine/VBN/root by/by/IN/case(regulators) regulators/regulator/NNS/obl:agent(fined) "
          "./././punct(fined)");
}

TEST_CASE("every sentence is a tree, whatever it is made of") {
    Parser parser;
    std::string long_sentence;
    for (int i = 0; i < 400; ++i) long_sentence += "officials and ";
    for (const std::string& text :
         {std::string("Yes."), std::string("?! ... --"), std::string(5000, 'x'), long_sentence,
          std::string("\xFF\xFE bad \x80 bytes"), std::string("((((((((((((((((")}) {
        const AnnotatedText annotated = parser(text);
        for (const Sentence& sentence : annotated.sentences) {
            std::size_t roots = 0;
            for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
                const std::uint32_t head = annotated.tokens.head[at];
                roots += head == kNone ? 1 : 0;
                CHECK((head == kNone || sentence.tokens.contains(head)));
                CHECK_FALSE(relation_name(annotated.tokens.relation[at]).empty());
            }
            CHECK(roots == 1);
        }
    }
}

TEST_CASE("what stands around a sentence and what was read before make no difference") {
    Parser parser;
    const std::string sentence = "The Treasury sanctioned two men from Wuhan in March.";
    const std::string alone = parser.told(sentence);
    const std::string together = parser.told(sentence + "\n\nNobody was hurt.\n\n" + sentence);
    CHECK(together.substr(0, alone.size()) == alone);
    CHECK(together.substr(together.size() - alone.size()) == alone);
    CHECK(parser.told(sentence) == alone);
}

TEST_CASE("numbers of relations have names, and names their numbers") {
    CHECK(relation_name(relation_number("nsubj:pass")) == "nsubj:pass");
    CHECK(relation_number("not") == kNoNumber);
    CHECK(relation_name(kNoNumber).empty());
}

TEST_CASE("models that are not there are an error that names the file") {
    const Lexicon lexicon = Lexicon::empty();
    const auto models = SentenceModels::open("no such folder", lexicon);
    REQUIRE_FALSE(models);
    CHECK(models.error().to_string().find("no such folder/sentences.bin") != std::string::npos);
}

TEST_CASE("lemmas follow the tag") {
    const auto lemmas = Lemmas::open(AXRAY_MODELS_DIR "/lemmas.bin");
    REQUIRE(lemmas);
    const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
        {{"found", "VBD"}, "find"},         {{"found", "VB"}, "found"},  {{"leaves", "NNS"}, "leaf"},
        {{"Sanctions", "NNS"}, "sanction"}, {{"n\u2019t", "RB"}, "not"}, {{"worse", "JJR"}, "bad"},
        {{"companies", "NNS"}, "company"},  {{"hacked", "VBN"}, "hack"}, {{"crises", "NNS"}, "crisis"},
    };
    for (const auto& one : cases)
        CHECK_MESSAGE(lemmas->lemma(one.first.first, one.first.second) == one.second, one.first.first);
    CHECK(lemmas->lemma("", "NN").empty());
    CHECK(lemmas->lemma("s", "NNS") == "s");
    CHECK(lemmas->lemma("\xFF\x80", "nonsense") == "\xFF\x80");
}

}  // namespace
}  // namespace axray::language
