// The keys under which names of actors are one (text -> key): "APT 31", "apt-31" and "APT31" are "apt31".
//
// Case, marks and everything that is neither letter nor digit are left out; digits stay, because names in series differ
// in them alone. "Advanced Persistent Threat 31" has the key of "APT31". Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::registers {

// O(bytes).
[[nodiscard]] std::string actor_key(std::string_view text);

// Whether the keys of a name's words, one behind the other, are not yet its key, and what that is then.
[[nodiscard]] bool is_long_form(std::string_view joined);
[[nodiscard]] std::string short_form(std::string_view joined);

// A name as texts print it, taken down to what may be listed.
struct NameForm {
    std::string key;
    bool whole = true;  // false: an article, a noun or a possessive ending was left out
};

// "the Zirconium hackers'": keys with and without article, possessive ending and noun, the longest first.
[[nodiscard]] std::vector<NameForm> name_forms(std::string_view text);

// "X (Y)": both, empty `inner` when there is no bracket at the end.
struct BracketedName {
    std::string_view outer;
    std::string_view inner;
};
[[nodiscard]] BracketedName take_apart(std::string_view text);

// "group", "hackers", "team": a noun for actors in general, as a key.
[[nodiscard]] bool is_actor_noun(std::string_view key);

// The name without nouns for actors at its end and without "the": "Lazarus Group" -> "lazarus". Empty when nothing was
// left out, or nothing is left.
[[nodiscard]] std::string shortened_key(std::string_view text);

// The key as Americans spell it: "judgementpanda" -> "judgmentpanda".
[[nodiscard]] std::string one_spelling(std::string_view key);

// The hash of each key that differs from `key` by one letter left out, and of `key` itself: two keys that are one
// letter apart share one. Keys are ASCII or not; bytes count as letters.
[[nodiscard]] std::vector<std::uint64_t> deletion_hashes(std::string_view key);

// Whether one letter put in, left out, exchanged or swapped with its neighbour leads from one to the other.
[[nodiscard]] bool one_edit_apart(std::string_view left, std::string_view right);

// Letters alone and long enough, so that a typo can be told from another name.
[[nodiscard]] bool may_have_typo(std::string_view key);

}  // namespace axray::registers
