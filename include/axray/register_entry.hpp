// An entry of a public register: a listed party, a vessel, a threat actor, a vulnerability (row of a list ->
// RegisterEntry).
//
// Every import fills the same fields, whatever the form of the list. What the list does not say stays empty; nothing is
// made up. `rows` lead back to the bytes of the published file. Plain values: nothing refers to the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray {

enum class EntryKind : std::uint8_t {
    unknown,  // the list does not tell
    person,
    organisation,  // company, authority, armed group: what sanctions lists call an entity
    vessel,
    aircraft,
    actor,          // a threat actor: intrusion set, activity group
    software,       // malware or a tool, which is no actor
    vulnerability,  // a CVE number
    other,          // a campaign, a technique, a crypto wallet
};

enum class ListedNameKind : std::uint8_t {
    primary,
    alias,          // "also known as"
    weak_alias,     // marked by the list as of low quality, too common to be sought alone
    former,         // "formerly known as"
    native_script,  // as it is written in the script of its own language
};

struct ListedName {
    std::string text;  // UTF-8, as the list prints it, but "LAST, First" of persons stays in that order
    ListedNameKind kind = ListedNameKind::primary;

    friend bool operator==(const ListedName&, const ListedName&) = default;
};

// "Passport 120017582 (Russia)": a number by which the entry is known.
struct Identifier {
    std::string type;     // "passport", "tax number", "registration number", "IMO number", "CVE": lower case, English
    std::string value;    // as printed
    std::string country;  // as printed; empty when not told

    friend bool operator==(const Identifier&, const Identifier&) = default;
};

// Where an entry stands in the file that was published.
struct ListRow {
    std::string file;  // its name in the import, "sdn.csv"; of a packed file also the member: "sets.tar.gz/G0128.json"
    std::uint64_t line = 0;  // from 1, of the unpacked file; 0 when it has no lines
    Span bytes;              // of the unpacked file or member

    friend bool operator==(const ListRow&, const ListRow&) = default;
};

struct RegisterEntry {
    std::string list;       // name of the list: "ofac-sdn", "uk", "un", "eu", "misp-threat-actor", "attack", "cisa-kev"
    std::string reference;  // unique within all lists: "ofac:47800", "un:6907993", "misp:6bf7e6b6-...", "attack:G0128"
    EntryKind kind = EntryKind::unknown;
    std::vector<ListedName> names;        // the primary one first; at least one
    std::vector<std::string> programmes;  // "CYBER2", "EU-CYB"
    std::string listed_on;                // ISO 8601 day, month or year; empty when the list does not tell
    std::string delisted_on;              // the first day on which it was not listed any more
    std::vector<std::string> births;     // ISO 8601: "1985-11-12", "1968", "1966/1968"; of an organisation its founding
    std::vector<std::string> countries;  // nationality, citizenship, flag, jurisdiction, origin: as printed
    std::vector<std::string> places;     // addresses and places of birth, as printed
    std::vector<Identifier> identifiers;
    std::vector<std::string> links;       // web addresses
    std::vector<std::string> related;     // references of other entries, or names, with which the list connects it
    std::vector<std::string> attributes;  // other facts as printed: "Gender Male", "vessel type Crude Oil Tanker"
    std::string remarks;                  // reasons, comments, description: running text
    std::vector<ListRow> rows;            // at least one; the first is that of the primary name

    friend bool operator==(const RegisterEntry&, const RegisterEntry&) = default;
};

[[nodiscard]] std::string_view to_string(EntryKind kind);
[[nodiscard]] std::string_view to_string(ListedNameKind kind);

}  // namespace axray
