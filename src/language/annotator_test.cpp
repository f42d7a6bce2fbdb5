#include "language/annotator.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// True when sentences partition the tokens, all spans lie within the text, and positions in per-token arrays lead to
// their layer.
bool is_well_formed(std::string_view text, const AnnotatedText& annotated) {
    const Tokens& tokens = annotated.tokens;
    const auto leads = [](std::uint32_t position, std::size_t size) { return position == kNone || position < size; };
    std::uint32_t end = 0;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        if (tokens.span[at].begin < end || tokens.span[at].empty() || tokens.span[at].end > text.size()) return false;
        end = tokens.span[at].end;
        if (!leads(tokens.quantity[at], annotated.quantities.size()) ||
            !leads(tokens.date[at], annotated.dates.size()) || !leads(tokens.mention[at], annotated.mentions.size()))
            return false;
    }
    std::uint32_t token = 0;
    for (const Sentence& sentence : annotated.sentences) {
        if (sentence.tokens.begin != token) return false;
        token = sentence.tokens.end;
    }
    return token == tokens.size();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

}  // namespace

TEST_CASE("survives text that is no language") {
    TestAnnotator annotate;
    constexpr std::size_t kSize = 1 << 20;
    const std::vector<std::string> texts = {
        "",
        " \n\n \t ",
        "\n",
        std::string(3, '\0'),
        std::string("\xFF\xFE\x80word\xC3"),
        repeated("a", kSize),
        repeated("A.", kSize),
        repeated("'", kSize),
        repeated("\"", kSize),
        repeated("\xE2\x80\x9C", kSize),
        repeated("(", kSize),
        repeated("not ", kSize),
        repeated("he said ", kSize),
        repeated("\"he said, ", kSize),
        repeated("according to ", kSize),
        repeated("May ", kSize),
        repeated("1-", kSize),
        repeated("9", kSize),
        repeated("9,999", kSize),
        repeated("hundred ", kSize),
        repeated("two hundred and ", kSize),
        repeated("A (B) ", kSize),
        repeated("Ministry of ", kSize),
        repeated("alleged ", kSize),
        repeated("x@y.z.", kSize),
        repeated("a.co.uk", kSize),
        repeated("\xE2\x80\x8F\xE2\x80\xAE\xD7\x90", kSize),
        repeated("e\xCC\x81", kSize),
        repeated(". ", kSize),
        repeated("? \" ", kSize),
        repeated("[1]", kSize),
    };
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 20));
        CHECK(is_well_formed(text, annotate(text)));
    }
}

TEST_CASE("gives the same with a used workspace as with a fresh one") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    const Lexicon no_words = Lexicon::empty();
    const Annotator other(no_words);
    Workspace used;
    const std::string_view text = "The ministry said 14 hackers attacked the parliament in March 2021.";
    (void)other.annotate_text("The hackers said little.", used);
    (void)annotator.annotate_text("Some other words, and hackers.", used);
    Workspace fresh;
    const AnnotatedText one = annotator.annotate_text(text, used);
    const AnnotatedText two = annotator.annotate_text(text, fresh);
    CHECK(one.tokens.lemma == two.tokens.lemma);
    CHECK(one.tokens.stem == two.tokens.stem);
    CHECK(one.tokens.marks == two.tokens.marks);
    CHECK(one.attributions.size() == two.attributions.size());
}

TEST_CASE("gives equal forms to what is written differently") {
    TestAnnotator annotate;
    struct Pair {
        std::string_view left;
        std::string_view right;
        bool same;
    };
    const std::vector<Pair> pairs = {
        {"Attack", "attack", true},
        {"U.S.", "US", true},
        {"U.K", "UK", true},
        {"don\xE2\x80\x99t", "don't", true},
        {"don't", "do not", true},
        {"can't", "cannot", true},
        {"won't", "will not", true},
        {"dont", "do not", true},
        {"gonna", "going to", true},
        {"Mr.", "Mr", true},
        {"No. 5", "no 5", false},
        {"Beyonc\xC3\xA9", "Beyonce", true},
        {"2,300", "2300", true},
        {"US", "us", false},
        {"WHO", "who", false},
        {"IT", "it", false},
        {"a.m", "a.m.", true},
        {"Stra\xC3\x9F"
         "e",
         "strasse", true},
    };
    for (const Pair& pair : pairs) {
        CAPTURE(pair.left);
        CHECK((annotate(pair.left).tokens.form == annotate(pair.right).tokens.form) == pair.same);
    }
    CHECK(annotate("attackers").tokens.stem == annotate("Attacker").tokens.stem);
    CHECK(annotate("said").tokens.lemma == annotate("say").tokens.lemma);
}

TEST_CASE("takes a pronoun in capitals for a pronoun where all is in capitals") {
    TestAnnotator annotate;
    CHECK(marked("WHO says it is over", annotate("WHO says it is over"), kFunctionWord) == "it is over");
    CHECK(marked("MEN WHO LEFT EARLY", annotate("MEN WHO LEFT EARLY"), kFunctionWord) == "WHO");
    CHECK(marked("US AND UK IMPOSE SANCTIONS", annotate("US AND UK IMPOSE SANCTIONS"), kFunctionWord) == "AND");
}

TEST_CASE("marks what stands in quotation marks") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"She said \"we won\" and left.", "we won"}, {"She said \xE2\x80\x9Cwe won\xE2\x80\x9D and left.", "we won"},
        {"She said 'we won' and left.", "we won"},   {"The hackers' tools and the firms' files", ""},
        {"A 5\" pipe and a 7\" pipe", ""},           {"\"One.\" Two. \"Three.\"", "One Three"},
        {"An \"open mark that never ends", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(marked(text, annotate(text), kInQuotation) == expected);
    }
}

TEST_CASE("keeps given tokens as they are and knows their words") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    Workspace workspace;
    const std::string_view text = "They didn't like the e-mail of :-) 14-15 No.";
    const std::vector<Span> tokens = {{0, 4},   {5, 8},   {8, 11},  {12, 16}, {17, 20},
                                      {21, 27}, {28, 30}, {31, 34}, {35, 40}, {41, 44}};
    const std::vector<TokenSpan> sentences = {{0, 7}, {7, 10}};
    const AnnotatedText annotated = annotator.annotate_tokens(text, tokens, sentences, workspace);
    CHECK(annotated.tokens.span == tokens);
    REQUIRE(annotated.sentences.size() == 2);
    CHECK(annotated.sentences[0].tokens == sentences[0]);
    CHECK(annotated.sentences[0].span == Span{0, 30});
    CHECK(annotated.tokens.form[1] == hash_word("did"));
    CHECK(annotated.tokens.form[5] == hash_word("e-mail"));
    CHECK(annotated.tokens.kind[7] == TokenKind::symbol);
    CHECK(annotated.tokens.kind[8] == TokenKind::number);
    CHECK(annotator.annotate_tokens("", {}, {}, workspace).tokens.size() == 0);
}

TEST_CASE("keeps quotations within given sentences") {
    const Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    Workspace workspace;
    const std::string_view text = "He said \"yes. And \"no\" too.";
    const std::vector<Span> given = {{0, 13}, {14, 27}};
    const AnnotatedText annotated = annotator.annotate_sentences(text, given, workspace);
    REQUIRE(annotated.quotations.size() == 1);
    CHECK(words(text, annotated.quotations[0].span) == "no");
}

}  // namespace axray::language
