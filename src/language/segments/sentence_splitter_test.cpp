#include "language/segments/sentence_splitter.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/annotator.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

struct Case {
    std::string text;
    std::vector<std::string> sentences;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

// "One. | Two." as text "One. Two." and its sentences; "\n" stands for a line feed.
Case read_case(std::string line) {
    for (std::size_t at = 0; (at = line.find("\\n", at)) != std::string::npos;) line.replace(at, 2, "\n");
    Case result;
    std::string_view rest = line;
    while (true) {
        const std::size_t bar = rest.find("| ");
        result.text += rest.substr(0, bar);
        result.sentences.emplace_back(trimmed(rest.substr(0, bar)));
        if (bar == std::string_view::npos) return result;
        rest.remove_prefix(bar + 2);
    }
}

std::vector<std::string> sentences_of(const Annotator& annotator, std::string_view text) {
    Workspace workspace;
    std::vector<std::string> sentences;
    for (const Sentence& sentence : annotator.annotate_text(text, workspace).sentences) {
        sentences.emplace_back(text.substr(sentence.span.begin, sentence.span.size()));
    }
    return sentences;
}

}  // namespace

TEST_CASE("splits the hard cases of the list") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    std::ifstream file(AXRAY_SOURCE_DIR "/src/language/segments/sentence_cases.txt");
    REQUIRE(file);
    std::string line;
    int cases = 0;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        const Case expected = read_case(line);
        CAPTURE(line);
        CHECK(sentences_of(annotator, expected.text) == expected.sentences);
        ++cases;
    }
    CHECK(cases >= 350);
}

TEST_CASE("keeps given sentences as they are") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    Workspace workspace;
    const std::string_view text = "One. Two. Three";
    const std::vector<Span> given = {{0, 9}, {10, 10}, {10, 15}};
    const AnnotatedText annotated = annotator.annotate_sentences(text, given, workspace);
    REQUIRE(annotated.sentences.size() == 3);
    CHECK(annotated.sentences[0].span == given[0]);
    CHECK(annotated.sentences[0].tokens == TokenSpan{0, 4});
    CHECK(annotated.sentences[1].tokens.size() == 0);
    CHECK(annotated.sentences[2].tokens == TokenSpan{4, 5});
}

TEST_CASE("ends a sentence at the border of a block") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    Workspace workspace;
    Document document;
    document.text = "Harbour closed\nThe harbour closed";
    document.blocks = {{BlockKind::title, {0, 14}}, {BlockKind::paragraph, {15, 33}}};
    const AnnotatedText annotated = annotator.annotate(document, workspace);
    REQUIRE(annotated.sentences.size() == 2);
    CHECK(annotated.sentences[0].span == Span{0, 14});
    CHECK(annotated.sentences[1].block == 1);
}

}  // namespace axray::language
