#include "language/segments/partition.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

std::string repeated(std::string_view part, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + part.size());
    while (text.size() < bytes) text += part;
    return text;
}

// What breaks rules that look around: no blank, one character, marks that nest or never close, broken bytes.
const std::vector<std::string> kHardParts = {
    "a",
    ".",
    "?!",
    "\"",
    "'",
    "(",
    ")",
    "-",
    "@",
    "#",
    "_",
    "9",
    "1:",
    "1/",
    "1-",
    "a.",
    "a.b@",
    "A.",
    "n't",
    "'s",
    "U.S.",
    "No. ",
    "...a",
    ". . ",
    ":)",
    "((\"",
    "\"' ",
    "[1]",
    "http://",
    "x.com",
    "www.",
    "Mr. ",
    "I. ",
    "a\n",
    "* ",
    "\xCC\x81",
    "\xE2\x80\x8F",
    "\xE2\x80\x8E\xE2\x80\x8E"
    "a ",
    "\xE2\x80\x9C",
    "\xE2\x80\x99",
    "\xF0\x9F\x87\xA6",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D",
    "\xE6\x9D\xB1",
    "\xFF",
    "\xC3",
    "\xED\xA0\x80",
    "\xE2\x80\x8B",
    std::string(1, '\0'),
    "cannot",
    "e.g.",
    "said. he ",
    "A. ",
    "\xC2\xAD",
};

}  // namespace

TEST_CASE("covers hard texts without loss and in linear time") {
    TestAnnotator annotate;
    constexpr std::size_t kBytes = 400'000;  // with the square of it, the limit of the test program would be met
    for (const std::string& part : kHardParts) {
        const std::string text = repeated(part, kBytes);
        CAPTURE(part);
        const AnnotatedText annotated = annotate(text);
        CHECK_FALSE(partition_fault(text, annotated.tokens, annotated.sentences, Covered::text));
    }
}

TEST_CASE("covers five megabytes without a blank") {
    TestAnnotator annotate;
    const std::string text = repeated("abcdefghij", 5'000'000);
    const AnnotatedText annotated = annotate(text);
    CHECK_FALSE(partition_fault(text, annotated.tokens, annotated.sentences, Covered::text));
    CHECK(annotated.sentences.size() == 1);
}

TEST_CASE("says what is wrong with a partition") {
    TestAnnotator annotate;
    const std::string_view text = "One two. Three.";
    const AnnotatedText good = annotate(text);
    REQUIRE_FALSE(partition_fault(text, good.tokens, good.sentences, Covered::text));

    AnnotatedText lost_token = good;
    lost_token.tokens.span[1] = {4, 6};
    CHECK(partition_fault(text, lost_token.tokens, lost_token.sentences, Covered::sentences) == "bytes between tokens");
    CHECK_FALSE(partition_fault(text, lost_token.tokens, lost_token.sentences, Covered::nowhere));

    AnnotatedText overlap = good;
    overlap.tokens.span[1] = {2, 7};
    CHECK(partition_fault(text, overlap.tokens, overlap.sentences, Covered::nowhere) ==
          "tokens overlap or are out of order");

    AnnotatedText short_by_one = good;
    short_by_one.sentences.pop_back();
    CHECK(partition_fault(text, short_by_one.tokens, short_by_one.sentences, Covered::nowhere) ==
          "tokens after the last sentence");

    AnnotatedText gap = good;
    gap.sentences[1].tokens.begin += 1;
    CHECK(partition_fault(text, gap.tokens, gap.sentences, Covered::nowhere) ==
          "sentences do not partition the tokens");
}

}  // namespace axray::language
