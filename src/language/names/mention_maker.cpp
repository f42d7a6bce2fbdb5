#include "language/names/mention_maker.hpp"

#include "language/names/acronyms.hpp"
#include "language/segments/tokenizer.hpp"

namespace axray::language {

void append_mention(const TokenView& view, TokenSpan tokens, NameType type, std::vector<Mention>& mentions) {
    while (tokens.size() > 0 && view.is_sign(tokens.begin)) ++tokens.begin;
    while (tokens.size() > 0 && view.is_sign(tokens.end - 1)) --tokens.end;
    if (tokens.size() == 0) return;
    if (tokens.size() == 1 && (view.tokens.span[tokens.begin].size() == 1 || view.is_initial(tokens.begin))) return;
    Mention mention;
    mention.tokens = tokens;
    mention.span = view.span(tokens);
    TokenSpan bare = tokens;  // "The Hill" and "Hill" are one name
    if (bare.size() > 1 && view.reads(bare.begin, "the")) ++bare.begin;
    const Span bare_span = view.span(bare);
    mention.key = name_key(view.text.substr(bare_span.begin, bare_span.size()));
    mention.acronym = acronym_of(view, bare);
    mention.type = type;
    for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
        view.tokens.mention[at] = static_cast<std::uint32_t>(mentions.size());
        view.mark(at, kNameToken);
        if (view.has(at, kCapitalised)) view.unmark(at, kFunctionWord);
    }
    mentions.push_back(mention);
}

}  // namespace axray::language
