// Cuts text into tokens (bytes -> Tokens, WordFacts), in one pass.
//
// Compounds are cut at their hyphens, which are punctuation of their own, so that "cyber-attack" and "cyber attack"
// have the same words. Clitics stand alone: "China's" is "China" and "'s", "don't" is "do" and "n't", "cannot" is
// "can" and "not"; "n't" has the form of "not". Abbreviations and initials keep their full stop ("Mr.", "No." before a
// number). Dotted abbreviations of capitals are one token with the form they have without dots ("U.S." = "US"); in
// capitals "US", "IT" and "WHO" have another form than the pronouns: "us#". Addresses are one token. Runs of one
// punctuation mark are one token. Words above kLongestToken bytes are cut there. Any bytes are accepted. Source: own.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.hpp"
#include "language/segments/abbreviations.hpp"
#include "language/segments/word_look.hpp"
#include "language/words/characters.hpp"
#include "language/words/vocabulary.hpp"

namespace axray::language {

class Tokenizer {
public:
    // Appends to `tokens` and `facts`, which have one entry for each token. All must outlive the tokenizer.
    Tokenizer(std::string_view text, WordCache& cache, Tokens& tokens, std::vector<WordFacts>& facts);

    // Appends the tokens of text[range.begin, range.end).
    void tokenize(Span range);

    // Appends text[range.begin, range.end) as one token, whatever is in it.
    void take_given(Span range);

    [[nodiscard]] std::uint32_t count() const { return count_; }

    // Gives the arrays their final size. Nothing may be appended after it.
    void finish();

private:
    // What a character inside a word does: joins what is before and after it, makes it an address, or neither.
    struct Joint {
        std::uint32_t size = 0;
        char folded = '\0';
        bool last = false;  // nothing comes after it
        std::uint32_t address_from = 0;
        std::uint32_t negation = 0;  // "n't" ends here
    };
    void resize(std::size_t size);
    std::uint32_t take_word(std::uint32_t begin);
    std::uint32_t take_number(std::uint32_t begin);
    std::uint32_t take_clitic(std::uint32_t at);
    std::uint32_t take_sign(std::uint32_t begin, const Character& first);
    void take_given_sign(Span range, std::string_view folded, std::uint32_t digits);
    [[nodiscard]] std::uint32_t past_extensions(char32_t first, std::uint32_t end) const;
    std::uint32_t take_emoticon(Span span);
    std::uint32_t take_address(std::uint32_t begin, std::uint32_t from);
    std::uint32_t take_word_before_stop(Span span, std::string_view folded, const WordLook& shape);
    AfterStop after_stop(std::uint32_t stop);
    [[nodiscard]] bool stands_in_word(Span span) const;
    void emit(Span span, TokenKind kind, std::string_view folded, const WordLook& shape, const Word& found);
    void emit_contraction(Span span, std::string_view folded, const WordLook& shape, std::uint32_t first);
    void emit_word(Span span, TokenKind kind, std::string_view folded, const WordLook& shape);
    void emit_plain(Span span, TokenKind kind, std::uint64_t form, std::uint16_t marks, WordFacts facts);

    Joint joint(std::uint32_t at, std::string_view folded, const WordLook& shape);
    bool is_money_code(std::string_view folded, std::uint32_t at);
    [[nodiscard]] std::uint32_t apostrophe_size(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t clitic_size(std::uint32_t at) const;
    [[nodiscard]] bool is_letter_at(std::uint32_t at) const;
    [[nodiscard]] bool is_word_at(std::uint32_t at) const;
    [[nodiscard]] bool is_bare_fraction(std::uint32_t at) const;
    [[nodiscard]] char byte(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    std::string_view whole_;
    std::string_view text_;  // up to the end of the range being cut
    WordCache& cache_;
    Tokens& tokens_;
    std::vector<WordFacts>& facts_;
    std::uint32_t count_ = 0;
    std::uint32_t first_ = 0;  // of the range being cut
};

// The folded letters and digits of `text`, blanks, hyphens, dots and everything else left out; at most 256 bytes. Hash
// of that: the key of a name.
[[nodiscard]] std::uint64_t name_key(std::string_view text);

}  // namespace axray::language
