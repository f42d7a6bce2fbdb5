#include "story/whole_claims.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "language/syntax/sentence_models.hpp"
#include "language/token_span.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::TokenSpan;

constexpr std::uint32_t kMostSteps = 16;  // from a verb to the first of those it is joined to

// The trees of the sentences, asked for what stands in a stretch of bytes.
class Trees {
public:
    explicit Trees(const language::AnnotatedText& text) : text_(text) {}

    [[nodiscard]] TokenSpan tokens_of(std::uint32_t sentence, Span bytes) const {
        const TokenSpan all = text_.sentences[sentence].tokens;
        const auto& spans = text_.tokens.span;
        const auto begin = std::partition_point(spans.begin() + all.begin, spans.begin() + all.end,
                                                [bytes](Span token) { return token.end <= bytes.begin; });
        const auto end = std::partition_point(begin, spans.begin() + all.end,
                                              [bytes](Span token) { return token.begin < bytes.end; });
        return {static_cast<std::uint32_t>(begin - spans.begin()), static_cast<std::uint32_t>(end - spans.begin())};
    }

    // The first word of the stretch that depends on none within it, marks left out; kNone when there is none.
    [[nodiscard]] std::uint32_t top_of(TokenSpan range) const {
        for (auto token = range.begin; token < range.end; ++token) {
            const auto head = text_.tokens.head[token];
            const bool inside = head != kNone && range.contains(head);
            if (!inside && text_.tokens.tag[token] != language::WordTag::punctuation && !joins(token)) return token;
        }
        return kNone;
    }

    [[nodiscard]] bool is(std::uint32_t token, std::string_view relation) const {
        const auto name = language::relation_name(text_.tokens.relation[token]);
        return name.substr(0, relation.size()) == relation &&
               (name.size() == relation.size() || name[relation.size()] == ':');
    }
    [[nodiscard]] bool modifies_as_clause(std::uint32_t token) const {
        return language::relation_name(text_.tokens.relation[token]) == "acl:relcl";
    }
    [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return text_.tokens.head[token]; }

    // The subject of the word itself; kNone when it has none of its own.
    [[nodiscard]] std::uint32_t subject_of(std::uint32_t sentence, std::uint32_t verb) const {
        const TokenSpan all = text_.sentences[sentence].tokens;
        for (auto token = all.begin; token < all.end; ++token) {
            if (head(token) == verb && (is(token, "nsubj") || is(token, "csubj"))) return token;
        }
        return kNone;
    }

    // "... a dam which broke and" before `token`: what follows can go on with the relative clause as well as with the
    // main one, and the tree is a guess. A comma before "and" ends the relative clause.
    [[nodiscard]] bool relative_clause_before(std::uint32_t sentence, std::uint32_t token) const {
        const auto begin = text_.sentences[sentence].tokens.begin;
        if (token == begin || !is(token - 1, "cc")) return false;
        for (auto at = token - 1; at-- > begin;) {
            if (text_.tokens.tag[at] == language::WordTag::punctuation) return false;
            if (modifies_as_clause(at)) return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool joins(std::uint32_t token) const { return is(token, "cc") || is(token, "mark"); }

    const language::AnnotatedText& text_;
};

bool in_context(const Claim& claim, const Trees& trees, std::uint32_t token) {
    return std::any_of(claim.context.begin(), claim.context.end(),
                       [&](Span context) { return trees.tokens_of(claim.sentence, context).contains(token); });
}

// The subject that the tree gives to the joined verb `verb`, of the nearest verb before it that has one.
std::uint32_t shared_subject(const Claim& claim, const Trees& trees, std::uint32_t verb) {
    auto subject = kNone;
    for (std::uint32_t step = 0; step < kMostSteps && subject == kNone && trees.is(verb, "conj"); ++step) {
        verb = trees.head(verb);
        if (verb == kNone) return kNone;
        subject = trees.subject_of(claim.sentence, verb);
    }
    return subject;
}

bool is_wrongly_cut(const Claim& claim, const Trees& trees) {
    if (claim.context.empty()) return false;
    const auto own = trees.tokens_of(claim.sentence, claim.span);
    if (trees.relative_clause_before(claim.sentence, own.begin)) return true;
    const auto top = trees.top_of(own);
    if (top == kNone || trees.head(top) == kNone) return false;
    if (trees.modifies_as_clause(top)) return !in_context(claim, trees, trees.head(top));
    if (!trees.is(top, "conj") || trees.subject_of(claim.sentence, top) != kNone) return false;
    const auto subject = shared_subject(claim, trees, top);
    return subject != kNone && !in_context(claim, trees, subject);
}

std::string on_one_line(std::string_view words) {
    std::string line(words);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

// Adds the words of `claim`, and those between, to the claim before it.
void add_to(Claim& before, const Claim& claim, const Document& document) {
    std::vector<Span> kept;
    for (const Span context : before.context) {
        if (context.begin < before.span.end || context.end > claim.span.end) {
            kept.push_back(context);
            continue;
        }
        const auto words = on_one_line(document.slice(context));
        if (before.text.ends_with(words)) before.text.resize(before.text.size() - words.size());
    }
    while (!before.text.empty() && before.text.back() == ' ') before.text.pop_back();
    before.text += on_one_line(document.slice({before.span.end, claim.span.end}));
    before.span.end = claim.span.end;
    before.context = std::move(kept);
}

}  // namespace

std::vector<Claim> join_wrongly_cut(const Document& document, const language::AnnotatedText& closely,
                                    std::vector<Claim> claims) {
    if (!closely.tokens.parsed()) return claims;
    const Trees trees(closely);
    std::vector<Claim> whole;
    for (Claim& claim : claims) {
        const bool follows = !whole.empty() && whole.back().sentence == claim.sentence;
        if (follows && is_wrongly_cut(claim, trees)) {
            add_to(whole.back(), claim, document);
            continue;
        }
        claim.id = static_cast<std::uint32_t>(whole.size());
        whole.push_back(std::move(claim));
    }
    return whole;
}

}  // namespace axray::story
