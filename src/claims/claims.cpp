#include "claims/claims.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "claims/clauses.hpp"
#include "claims/sentence_view.hpp"
#include "claims/statements.hpp"

namespace axray::claims {
namespace {

bool needs_no_blank(std::string_view piece) {
    return piece.front() == ',' || piece.front() == ';' || piece.front() == '.';
}

// Appends a piece of the article with a blank before it; line feeds in it become blanks.
void append_piece(std::string& text, std::string_view piece) {
    if (piece.empty()) return;
    if (!text.empty() && !needs_no_blank(piece)) text += ' ';
    text += piece;
    std::replace(text.end() - static_cast<std::ptrdiff_t>(piece.size()), text.end(), '\n', ' ');
}

// `range` without the parts that are left out and without closing commas.
std::vector<Range> read_ranges(const Clause& clause, const SentenceView& sentence) {
    std::vector<Range> ranges;
    auto begin = clause.own.begin;
    for (const auto gap : clause.left_out) {
        if (begin < gap.begin) ranges.push_back({begin, gap.begin});
        begin = std::max(begin, gap.end);
    }
    if (begin < clause.own.end) ranges.push_back({begin, clause.own.end});
    for (auto& range : ranges) {
        while (!range.empty() && (sentence.is_comma(range.end - 1) || sentence.word(range.end - 1) == ";")) --range.end;
    }
    return ranges;
}

// A clause that was cut off may lack words of its own: such scraps are no claims.
bool has_content(const Clause& clause, const SentenceView& sentence) {
    std::uint32_t content = 0;
    for (auto at = clause.own.begin; at < clause.own.end; ++at) {
        content += sentence.is_content(at) || sentence.is_subject_pronoun(at) ? 1 : 0;
    }
    return content >= (clause.before.empty() ? 2 : 1);
}

Claim make_claim(const Document& article, const SentenceView& sentence, const Clause& clause) {
    Claim claim;
    claim.span = sentence.span(clause.own.begin, clause.own.end);
    const auto add_context = [&](const std::vector<Range>& ranges) {
        for (const auto range : ranges) {
            claim.context.push_back(sentence.span(range.begin, range.end));
            append_piece(claim.text, article.slice(claim.context.back()));
        }
    };
    add_context(clause.before);
    for (const auto range : read_ranges(clause, sentence)) {
        if (!range.empty()) append_piece(claim.text, article.slice(sentence.span(range.begin, range.end)));
    }
    add_context(clause.after);
    return claim;
}

// "The harbour on Monday (Northgate Pictures)": where the bracket with the credit of a caption begins; the sentence's
// end when there is none.
std::uint32_t begin_of_credit(const SentenceView& sentence) {
    constexpr std::uint32_t kLongest = 8;  // words and brackets
    auto end = sentence.size();
    while (end > 0 && sentence.word(end - 1) == ".") --end;
    if (end == 0 || sentence.word(end - 1) != ")") return sentence.size();
    for (auto at = end - 1; at-- > 1 && end - at <= kLongest;) {
        if (sentence.word(at) == "(") return at;
    }
    return sentence.size();
}

// Leaves out what stands from `end` on.
std::vector<Clause> clauses_until(std::uint32_t end, std::vector<Clause> clauses) {
    std::vector<Clause> kept;
    for (auto& clause : clauses) {
        clause.own.end = std::min(clause.own.end, end);
        if (!clause.own.empty()) kept.push_back(std::move(clause));
    }
    return kept;
}

// Clauses without content of their own are read with the one before them.
std::vector<Clause> merge_scraps(std::vector<Clause> clauses, const SentenceView& sentence) {
    std::vector<Clause> kept;
    for (auto& clause : clauses) {
        if (!kept.empty() && !has_content(clause, sentence))
            kept.back().own.end = clause.own.end;
        else
            kept.push_back(std::move(clause));
    }
    return kept;
}

}  // namespace

std::vector<Claim> split_claims(const Document& article, const language::AnnotatedText& annotated) {
    std::vector<Claim> claims;
    for (std::uint32_t number = 0; number < annotated.sentences.size(); ++number) {
        const auto& place = annotated.sentences[number];
        if (place.tokens.size() == 0 || place.block >= article.blocks.size()) continue;
        const auto block = article.blocks[place.block].kind;
        const SentenceView sentence(article, annotated, number);
        if (statement_of(sentence, block) != Statement::stated) continue;
        const auto end = block == BlockKind::caption ? begin_of_credit(sentence) : sentence.size();
        for (const auto& clause : merge_scraps(clauses_until(end, find_clauses(sentence)), sentence)) {
            Claim claim = make_claim(article, sentence, clause);
            claim.id = static_cast<std::uint32_t>(claims.size());
            claim.block = block;
            claim.sentence = number;
            claims.push_back(std::move(claim));
        }
    }
    return claims;
}

}  // namespace axray::claims
