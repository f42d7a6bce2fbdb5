#include "language/names/tagged_mentions.hpp"

#include "language/names/acronyms.hpp"
#include "language/names/mention_maker.hpp"

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

// The name so far goes on at its end: the tag says so, or it stops at "of" and a name of the same kind follows.
bool continues(const TokenView& view, TokenSpan name, NameType type) {
    const NameTag tag = view.tokens.name_tag[name.end];
    return type_of(tag) == type && (goes_on(tag) || (name.size() > 1 && view.reads(name.end - 1, "of")));
}

}  // namespace

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
            append_mention(view, without_ends(view, {begin, at}), type, mentions);
        }
        link_acronyms(view, sentence.tokens, first, mentions);
    }
    return mentions;
}

}  // namespace axray::language
