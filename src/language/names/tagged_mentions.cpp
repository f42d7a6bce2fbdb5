#include "language/names/tagged_mentions.hpp"

#include "language/names/acronyms.hpp"
#include "language/names/mention_maker.hpp"

namespace axray::language {
namespace {

// "Acme's", "the Hague's": what is left without article and ending. "The" alone in front of a work stays.
TokenSpan without_ends(const TokenView& view, TokenSpan name, NameType type) {
    const auto is_article = [&](std::uint32_t at) {
        return view.reads(at, "the") || view.reads(at, "a") || view.reads(at, "an");
    };
    const auto is_ending = [&](std::uint32_t at) {
        const std::string_view written = view.slice(at);
        return written == "'s" || written == "'" || written == "\xE2\x80\x99s" || written == "\xE2\x80\x99";
    };
    while (name.size() > 1 && is_ending(name.end - 1)) --name.end;
    if (type != NameType::other && name.size() > 1 && is_article(name.begin)) ++name.begin;
    return name;
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
            while (at < sentence.tokens.end && goes_on(tags[at]) && type_of(tags[at]) == type) ++at;
            append_mention(view, without_ends(view, {begin, at}, type), type, mentions);
        }
        link_acronyms(view, sentence.tokens, first, mentions);
    }
    return mentions;
}

}  // namespace axray::language
