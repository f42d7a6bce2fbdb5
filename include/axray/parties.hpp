// Who the parties of an article are, as public registers know them (CheckReport::parties).
//
// A party is one who the article names, with all mentions of it. Its entries are those of the registers that its name
// may stand for, each with its probability, its list and date, and the row as evidence. An entry is a reason to look,
// not a verdict on anybody: lists age, and namesakes are many.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/registers.hpp>
#include <axray/span.hpp>

namespace axray {

// How an article's words "A, also known as B" stand to the registers.
enum class AliasStanding : std::uint8_t {
    confirmed,     // a register gives both names to one entry
    contradicted,  // registers know both, and never as one
    ambiguous,     // some register gives both to one entry, and others claim one of the names for another
    unconfirmed,   // no register knows one of the names: neither true nor false
};

struct PartyAlias {
    std::string alias;  // as the article writes it
    Span span;          // of the article's text
    AliasStanding standing = AliasStanding::unconfirmed;
    std::vector<std::string> references;  // of entries that bear it out
    std::vector<std::string> claimed_by;  // of other entries that claim the alias
};

struct PartyReport {
    std::string name;  // the fullest form in the article
    EntryKind kind = EntryKind::unknown;
    std::vector<Span> mentions;       // of the article's text, in order
    std::vector<ScreenHit> entries;   // most probable first; empty: no register that was searched knows it
    std::vector<std::string> actors;  // an entry of each threat actor that the name resolves to; several: ambiguous
    std::vector<PartyAlias> aliases;  // that the article claims for it, in order
};

// What is told of the parties of an article, and from which lists.
struct Parties {
    std::vector<PartyReport> parties;  // in the order of their first mention
    std::vector<ListVersion> lists;    // that were searched
    std::string on;                    // ISO 8601 day of the lists that was asked for; empty: the newest
    std::string today;                 // ISO 8601 day of the check, for the age of the lists
};

[[nodiscard]] std::string_view to_string(AliasStanding standing);

}  // namespace axray
