// What the tests of this folder share: the lexicon of the build, and texts annotated with it. For tests only.
//
// A test writes TestAnnotator annotate; and then annotate("Some text."), and compares words(...) and marked(...) of the
// result with the words that it expects, instead of numbers of tokens. The file of the lexicon is named by
// AXRAY_TEST_LEXICON, which the build sets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/annotator.hpp"

namespace axray::language {

inline Lexicon test_lexicon() {
    auto lexicon = Lexicon::open(AXRAY_TEST_LEXICON);
    REQUIRE_MESSAGE(lexicon, "make the target axray_lexicon first");
    return std::move(*lexicon);
}

// An annotator with its lexicon, for one test case.
class TestAnnotator {
public:
    TestAnnotator() : lexicon_(test_lexicon()), annotator_(lexicon_) {}

    AnnotatedText operator()(std::string_view text) { return annotator_.annotate_text(text, workspace_); }
    const Annotator& annotator() const { return annotator_; }
    void use(std::shared_ptr<const NameRegister> names) { annotator_.use_name_register(std::move(names)); }

private:
    Lexicon lexicon_;
    Annotator annotator_;
    Workspace workspace_;
};

inline std::string words(std::string_view text, Span span) { return std::string(text.substr(span.begin, span.size())); }

inline std::string words(std::string_view text, const AnnotatedText& annotated, TokenSpan range) {
    if (range.size() == 0) return {};
    const std::uint32_t begin = annotated.tokens.span[range.begin].begin;
    return std::string(text.substr(begin, annotated.tokens.span[range.end - 1].end - begin));
}

// The words that carry a mark, joined by blanks.
inline std::string marked(std::string_view text, const AnnotatedText& annotated, TokenMark mark) {
    std::string result;
    for (std::uint32_t at = 0; at < annotated.tokens.size(); ++at) {
        const Tokens& tokens = annotated.tokens;
        if (!tokens.has(at, mark) || tokens.kind[at] == TokenKind::punctuation) continue;
        if (!result.empty()) result += ' ';
        result += words(text, tokens.span[at]);
    }
    return result;
}

}  // namespace axray::language
