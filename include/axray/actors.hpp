// Threat actors behind the names that texts give them (part of the registers).
//
// One actor has many names, and registers contradict each other on whose a name is. So an answer says which registers
// claim a name for which actor; a name that none of them knows is unconfirmed, never wrong. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/parties.hpp>
#include <axray/register_entry.hpp>
#include <axray/span.hpp>

namespace axray {

enum class ActorStatus : std::uint8_t {
    resolved,     // one actor
    ambiguous,    // several actors are claimed to have the name
    unconfirmed,  // no register has the name
    software,     // malware or a tool, and no actor
};

// What a name was found by.
enum class ActorMatch : std::uint8_t {
    name,       // listed as such, but for capitals, marks, blanks and hyphens
    shortened,  // without "group", "team", "the": "Lazarus" of "Lazarus Group"
    spelling,   // British for American, or the reverse
    typo,       // one letter apart, and like no other name
};

// A register's statement that the name is one of the actor's.
struct ActorClaim {
    std::string list;       // "misp-threat-actor", "attack"
    std::string reference;  // of the entry: "attack:G0128"
    std::string name;       // as the entry prints it
    ListedNameKind kind = ListedNameKind::alias;
};

struct NamedActor {
    std::string name;                     // its primary name in the first of its entries
    std::vector<std::string> references;  // of all entries that are this actor; the first stands for the actor
    std::vector<ActorClaim> claims;       // that the name which was asked for is the actor's
};

struct ActorAnswer {
    ActorStatus status = ActorStatus::unconfirmed;
    ActorMatch match = ActorMatch::name;
    std::vector<NamedActor> actors;     // those with the most claims first; empty unless resolved or ambiguous
    std::vector<std::string> software;  // references of the malware or tools that have the name
};

// A place of a text that names an actor.
struct ActorMention {
    Span span;  // of the name, without article, possessive ending and noun
    ActorAnswer answer;
};

// "APT31, also known as Zirconium and Altaire": a text's statement that two names are of one actor, one for each alias.
struct AliasClaim {
    Span name;  // empty when the text names nobody before the aliases
    Span alias;
    AliasStanding standing = AliasStanding::unconfirmed;
    std::vector<std::string> references;  // of the entries that have the alias for the actor
    std::vector<std::string> claimed_by;  // of entries that have it for another actor, or as malware
};

// "resolved", "typo": stable names for output.
[[nodiscard]] std::string_view to_string(ActorStatus status);
[[nodiscard]] std::string_view to_string(ActorMatch match);

}  // namespace axray
