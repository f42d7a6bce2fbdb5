#include "claims/checkable.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/cases_for_test.hpp"
#include "claims/claims.hpp"
#include "language/annotator.hpp"
#include "language/speech/speech_model.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::claims {
namespace {

struct Models {
    Models() {
        auto opened = language::Lexicon::open(AXRAY_TEST_LEXICON);
        REQUIRE(opened);
        lexicon = std::make_unique<language::Lexicon>(*std::move(opened));
        auto sentences = language::SentenceModels::open(AXRAY_MODELS_DIR, *lexicon);
        REQUIRE(sentences);
        auto speech = language::SpeechModel::open(AXRAY_MODELS_DIR "/speech.bin");
        REQUIRE(speech);
        annotator = std::make_unique<language::Annotator>(*lexicon);
        annotator->use_sentence_models(std::make_shared<const language::SentenceModels>(*std::move(sentences)));
        annotator->use_speech_model(std::make_shared<const language::SpeechModel>(*std::move(speech)));
    }
    std::unique_ptr<language::Lexicon> lexicon;
    std::unique_ptr<language::Annotator> annotator;
};

const language::Annotator& annotator() {
    static const Models kModels;
    return *kModels.annotator;
}

Document document_of(const std::string& text, BlockKind kind = BlockKind::paragraph) {
    Document document;
    document.text = text;
    document.blocks.push_back({kind, {0, static_cast<std::uint32_t>(text.size())}});
    return document;
}

// What the last sentence of the text is: "checkable" or the reason why it is not.
std::string kind_of(const Document& document, language::Layers layers = language::Layers::all) {
    CAPTURE(document.text);
    language::Workspace workspace;
    const auto annotated = annotator().annotate(document, workspace, {layers, {}});
    REQUIRE_FALSE(annotated.sentences.empty());
    const auto last = static_cast<std::uint32_t>(annotated.sentences.size() - 1);
    const std::array<Span, 1> parts = {annotated.sentences[last].span};
    const auto found = why_not_checkable(document, annotated, {last, parts, document.blocks[0].kind, last});
    if (found) {
        CHECK(may_be_uncheckable(document, annotated, last));
        CHECK(parts[0].contains(found->cue.empty() ? parts[0] : found->cue));
    }
    return found ? std::string(to_string(found->reason)) : "checkable";
}

struct Case {
    std::string half;
    std::string expected;
    std::string text;
};

std::vector<Case> cases_of_file() {
    std::vector<Case> cases;
    for (auto& cells : base::cases_of("tests/language_cases/checkable.tsv", 3)) {
        Case one{std::move(cells[0]), std::move(cells[1]), std::move(cells[2])};
        if (const auto border = one.text.find("||"); border != std::string::npos)
            one.text[border] = one.text[border + 1] = ' ';
        cases.push_back(std::move(one));
    }
    return cases;
}

TEST_CASE("tells what cannot be checked from what can") {
    struct Count {
        int right = 0;   // marked with the right reason
        int marked = 0;  // marked with any
        int facts_marked = 0;
        int facts = 0;
        int others = 0;
    };
    for (const std::string half : {"rules", "test"}) {
        Count count;
        for (const auto& one : cases_of_file()) {
            if (one.half != half) continue;
            const auto found = kind_of(document_of(one.text));
            const bool fact = one.expected == "checkable";
            count.facts += fact ? 1 : 0;
            count.others += fact ? 0 : 1;
            count.marked += found == "checkable" ? 0 : 1;
            count.facts_marked += fact && found != "checkable" ? 1 : 0;
            count.right += !fact && found == one.expected ? 1 : 0;
            if (found != one.expected)
                MESSAGE(half << ": " << one.expected << " taken for " << found << ": " << one.text);
        }
        MESSAGE(half << ": " << count.right << " of " << count.others << " told with their reason, "
                     << count.facts_marked << " of " << count.facts << " facts marked");
        CHECK(count.facts_marked <= 1);
        CHECK(count.right * 10 >= count.others * 7);
    }
}

TEST_CASE("without the sentence models questions and unclear references are told, and nothing is guessed") {
    CHECK(kind_of(document_of("Who is to blame?"), language::Layers::words) == "question");
    CHECK(kind_of(document_of("They denied it."), language::Layers::words) == "unclear_reference");
    CHECK(kind_of(document_of("This law is absurd."), language::Layers::words) == "checkable");
}

TEST_CASE("a heading that begins with a verb calls on nobody") {
    CHECK(kind_of(document_of("Search for missing divers", BlockKind::title)) == "checkable");
    CHECK(kind_of(document_of("It is over", BlockKind::title)) == "checkable");
}

TEST_CASE("questions are found with their place, and not those that somebody is quoted with") {
    const auto document = document_of("The pier was closed. Who knew of it? \"Why now?\" she asked.");
    language::Workspace workspace;
    const auto annotated = annotator().annotate(document, workspace);
    const auto questions = find_questions(document, annotated);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].text == "Who knew of it?");
    CHECK(questions[0].sentence == 1);
}

TEST_CASE("text of a single kind of sign, and a sentence of ten thousand words, end") {
    for (const char* one : {"!", "? ?", "you ", "I think ", "should ", "This is absurd, "}) {
        std::string text;
        for (int i = 0; i < 3000; ++i) text += one;
        const auto document = document_of(text);
        language::Workspace workspace;
        const auto annotated = annotator().annotate(document, workspace, {language::Layers::all, {}});
        for (std::uint32_t number = 0; number < annotated.sentences.size() && number < 20; ++number) {
            const std::array<Span, 1> parts = {annotated.sentences[number].span};
            (void)why_not_checkable(document, annotated, {number, parts, BlockKind::paragraph, number});
        }
    }
    CHECK_FALSE(why_not_checkable(document_of(""), {}, {}));
}

}  // namespace
}  // namespace axray::claims
