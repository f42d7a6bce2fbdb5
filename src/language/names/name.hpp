// A name of a text, what bears it, and the chain of all places where the text speaks of the same thing.
//
// Names are found by mentions.hpp, from word lists or from the tags of the sentence models; their types are told by
// name_types.hpp and they are chained by chains.hpp.
#pragma once

#include <cstdint>

#include <axray/span.hpp>

#include "language/token_span.hpp"

namespace axray::language {

enum class NameType : std::uint8_t {
    unknown,  // a name, but of what cannot be told
    person,
    organisation,
    place,
    other,  // a work, event, product, people, language
};

// What the sentence models say of a token: where a name begins and where it goes on.
enum class NameTag : std::uint8_t {
    none,
    begin_person,
    inside_person,
    begin_organisation,
    inside_organisation,
    begin_place,
    inside_place,
    begin_other,
    inside_other,
};

// A name in the text. Two mentions with the same key, or where one's key is the other's acronym, name the same thing.
struct Mention {
    Span span;  // without article, title ("Mr") and possessive ending
    TokenSpan tokens;
    std::uint64_t key = 0;      // hash of the normal form: case-folded, blanks and hyphens dropped ("apt31")
    std::uint64_t acronym = 0;  // hash of the folded initials of its capitalised words when two or more, else 0
    std::uint64_t alias = 0;    // key of the acronym given in brackets after it, or of the long form before it, else 0
    std::uint64_t entity = 0;   // what a register says it is the name of, the same for all its names; 0: no one thing
    bool doubtful = false;      // without an entity, although a register has the name: as one of several, or of malware
    NameType type = NameType::unknown;
    std::uint32_t chain = kNone;  // position in AnnotatedText::chains; kNone where a text was annotated without them
};

enum class MemberKind : std::uint8_t { name, description, pronoun };

// A place where a chain is spoken of: a name, "the ministry", "she".
struct ChainMember {
    TokenSpan tokens;               // of a description with its article
    std::uint32_t mention = kNone;  // position in AnnotatedText::mentions of a name
    MemberKind kind = MemberKind::name;
};

// All that a text says of one bearer of a name. A name that stands alone is a chain of one member.
struct NameChain {
    NameType type = NameType::unknown;
    std::uint32_t canonical = 0;  // position in AnnotatedText::mentions: the fullest form of the name
    std::uint32_t begin = 0;      // its members: positions in AnnotatedText::chain_members, in the order of the text
    std::uint32_t end = 0;
};

}  // namespace axray::language
