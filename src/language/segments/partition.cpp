#include "language/segments/partition.hpp"

#include "language/words/characters.hpp"

namespace axray::language {
namespace {

bool is_blank(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
        const Character character = character_at(text, at);
        if (character.kind != CharacterKind::space) return false;
        at += character.size;
    }
    return true;
}

std::optional<std::string_view> token_fault(std::string_view text, const Tokens& tokens) {
    std::uint32_t end = 0;
    for (const Span span : tokens.span) {
        if (span.begin < end) return "tokens overlap or are out of order";
        if (span.end <= span.begin) return "a token is empty";
        if (span.end > text.size()) return "a token reaches beyond the text";
        end = span.end;
    }
    return std::nullopt;
}

// White space alone between the borders of the sentence and its tokens.
bool is_covered(std::string_view text, const Tokens& tokens, const Sentence& sentence) {
    std::uint32_t at = sentence.span.begin;
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        if (!is_blank(text, at, tokens.span[token].begin)) return false;
        at = tokens.span[token].end;
    }
    return is_blank(text, at, sentence.span.end);
}

}  // namespace

std::optional<std::string_view> partition_fault(std::string_view text, const Tokens& tokens,
                                                const std::vector<Sentence>& sentences, Covered covered) {
    if (const auto fault = token_fault(text, tokens)) return fault;
    std::uint32_t token = 0;
    std::uint32_t end = 0;
    for (const Sentence& sentence : sentences) {
        const auto [first, last] = sentence.tokens;
        if (first != token || last < first || last > tokens.size()) return "sentences do not partition the tokens";
        token = last;
        if (first == last) continue;  // a given sentence without a word
        if (sentence.span.begin < end || sentence.span.end > text.size()) return "sentences overlap or leave the text";
        if (tokens.span[first].begin < sentence.span.begin || tokens.span[last - 1].end > sentence.span.end)
            return "a token lies outside of its sentence";
        if (covered == Covered::text && !is_blank(text, end, sentence.span.begin)) return "bytes between sentences";
        if (covered != Covered::nowhere && !is_covered(text, tokens, sentence)) return "bytes between tokens";
        end = sentence.span.end;
    }
    if (token != tokens.size()) return "tokens after the last sentence";
    if (covered == Covered::text && !is_blank(text, end, static_cast<std::uint32_t>(text.size())))
        return "bytes after the last sentence";
    return std::nullopt;
}

}  // namespace axray::language
