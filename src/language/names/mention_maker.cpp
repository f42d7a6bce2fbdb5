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
    mention.key = name_key(view.text.substr(mention.span.begin, mention.span.size()));
    mention.acronym = acronym_of(view, tokens);
    mention.type = type;
    for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
        view.tokens.mention[at] = static_cast<std::uint32_t>(mentions.size());
        view.mark(at, kNameToken);
        if (view.has(at, kCapitalised)) view.unmark(at, kFunctionWord);
    }
    mentions.push_back(mention);
}

}  // namespace axray::language
