#include "language/names/tagged_mentions.hpp"

#include <algorithm>
#include <string>

#include "language/names/acronyms.hpp"
#include "language/names/mention_maker.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

bool is_ending(const TokenView& view, std::uint32_t at) {
    const std::string_view written = view.slice(at);
    return written == "'s" || written == "'" || written == "\xE2\x80\x99s" || written == "\xE2\x80\x99";
}

// A word that a name goes on behind: "of", "and", "the".
bool is_joint(const TokenView& view, std::uint32_t at) {
    return view.uses(at, kUsePreposition | kUseConjunction | kUseDeterminer) && !view.has(at, kCapitalised);
}

// What is left of a name without article, possessive ending and what should have led on to more. A capital within a
// sentence says that the article is part of the name: "they read The Hill".
TokenSpan without_ends(const TokenView& view, TokenSpan name) {
    while (name.size() > 1 && (is_ending(view, name.end - 1) || is_joint(view, name.end - 1))) --name.end;
    const bool article = view.reads(name.begin, "the") || view.reads(name.begin, "a") || view.reads(name.begin, "an");
    const bool part = view.has(name.begin, kCapitalised) && !view.has(name.begin, kSentenceInitial);
    if (article && !part && name.size() > 1) ++name.begin;
    return name;
}

bool is_title(const TokenView& view, std::uint32_t at) {
    return view.uses(at, kUsePersonTitle | kUseTitleAbbreviation) && view.has(at, kCapitalised);
}

struct TypedName {
    TokenSpan tokens;  // empty when nothing is left that bears a name
    NameType type = NameType::unknown;
};

// Models run title and name together. A person's name of two words and more begins behind the title before it ("Foreign
// Secretary" Ada Marin); an acronym with nothing but titles around it is that of a body ("FBI Director").
TypedName without_titles(const TokenView& view, TokenSpan name) {
    for (std::uint32_t at = name.end - std::min(2U, name.size()); at > name.begin; --at) {
        if (is_title(view, at - 1)) return {{at, name.end}, NameType::person};
    }
    TokenSpan rest = name;
    while (rest.size() > 0 && is_title(view, rest.end - 1)) --rest.end;
    while (rest.size() > 0 && is_title(view, rest.begin)) ++rest.begin;
    if (rest.size() == 0) return {rest, NameType::unknown};
    const bool acronym = rest.size() == 1 && view.has(rest.begin, kAllCapitals) && rest.size() < name.size();
    return acronym ? TypedName{rest, NameType::organisation} : TypedName{name, NameType::person};
}

// The name so far goes on at its end: the tag says so, or it stops at "of" and a name of the same kind follows.
bool continues(const TokenView& view, TokenSpan name, NameType type) {
    const NameTag tag = view.tokens.name_tag[name.end];
    return type_of(tag) == type && (goes_on(tag) || (name.size() > 1 && view.reads(name.end - 1, "of")));
}

// A country written as an acronym: "US", "UK".
bool is_country_acronym(const TokenView& view, TokenSpan name) {
    return name.size() == 1 && view.has(name.begin, kAllCapitals) && view.uses(name.begin, kUseDemonym);
}

}  // namespace

void settle_types(const TokenView& view, const NameWords& lists, std::vector<Mention>& mentions) {
    for (Mention& mention : mentions) {
        if (is_country_acronym(view, mention.tokens)) {
            mention.type = NameType::place;
            continue;
        }
        std::string folded;
        for (std::uint32_t at = mention.tokens.begin; at < mention.tokens.end; ++at) {
            if (at > mention.tokens.begin) folded += ' ';
            for (const char byte : view.slice(at))
                folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
        }
        const std::uint16_t bits = lists.find(hash_word(folded));
        const bool only_place = (bits & kPlaceName) != 0 && (bits & (kFirstName | kSurname)) == 0;
        const bool person = mention.type == NameType::person && mention.tokens.size() == 1;
        if ((bits & kCountryName) != 0 || (person && only_place)) mention.type = NameType::place;
    }
}

NameType type_of(NameTag tag) {
    switch (tag) {
        case NameTag::none: return NameType::unknown;
        case NameTag::begin_person:
        case NameTag::inside_person: return NameType::person;
        case NameTag::begin_organisation:
        case NameTag::inside_organisation: return NameType::organisation;
        case NameTag::begin_place:
        case NameTag::inside_place: return NameType::place;
        case NameTag::begin_other:
        case NameTag::inside_other: return NameType::other;
    }
    return NameType::unknown;
}

bool goes_on(NameTag tag) {
    return tag == NameTag::inside_person || tag == NameTag::inside_organisation || tag == NameTag::inside_place ||
           tag == NameTag::inside_other;
}

std::vector<Mention> mentions_from_tags(const TokenView& view, const std::vector<Sentence>& sentences) {
    const std::vector<NameTag>& tags = view.tokens.name_tag;
    std::vector<Mention> mentions;
    for (const Sentence& sentence : sentences) {
        const std::size_t first = mentions.size();
        std::uint32_t at = sentence.tokens.begin;
        while (at < sentence.tokens.end) {
            const NameType type = type_of(tags[at]);
            const std::uint32_t begin = at++;
            if (type == NameType::unknown) continue;
            while (at < sentence.tokens.end && continues(view, {begin, at}, type)) ++at;
            TypedName name{without_ends(view, {begin, at}), type};
            if (type == NameType::person) name = without_titles(view, name.tokens);
            if (name.tokens.size() > 0) append_mention(view, name.tokens, name.type, mentions);
        }
        link_acronyms(view, sentence.tokens, first, mentions);
    }
    return mentions;
}

}  // namespace axray::language
