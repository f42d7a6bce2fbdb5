#include "registers/actors/actor_key.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "language/words/characters.hpp"
#include "language/words/lexicon.hpp"

namespace axray::registers {
namespace {

constexpr std::string_view kLongForm = "advancedpersistentthreat";
constexpr std::size_t kLeastForTypo = 7;  // letters of a key in which a typo is looked for

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view without_possessive(std::string_view text) {
    for (const std::string_view ending : {"'s", "\u2019s", "'", "\u2019", "'S", "\u2019S"}) {
        if (text.size() > ending.size() && text.ends_with(ending)) return text.substr(0, text.size() - ending.size());
    }
    return text;
}

std::string_view without_article(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos || actor_key(text.substr(0, blank)) != "the") return text;
    return trimmed(text.substr(blank));
}

std::string_view without_last_noun(std::string_view text) {
    const auto blank = text.find_last_of(" -");
    if (blank == std::string_view::npos || blank == 0) return text;
    return is_actor_noun(actor_key(text.substr(blank))) ? trimmed(text.substr(0, blank)) : text;
}

// "threat" and "hacking" alone are no nouns for actors, but before one they belong to it.
std::string_view without_qualifier(std::string_view rest) {
    const auto blank = rest.rfind(' ');
    if (blank == std::string_view::npos) return rest;
    static constexpr std::array<std::string_view, 10> kBefore = {"threat",     "hacking",    "hacker", "apt",
                                                                 "espionage",  "ransomware", "cyber",  "activity",
                                                                 "cybercrime", "intrusion"};
    const auto word = actor_key(rest.substr(blank));
    return std::find(kBefore.begin(), kBefore.end(), word) == kBefore.end() ? rest : trimmed(rest.substr(0, blank));
}

}  // namespace

std::string actor_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) < 0x80) {
            if (c >= 'A' && c <= 'Z') key += static_cast<char>(c + ('a' - 'A'));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
            ++at;
            continue;
        }
        const auto letter = base::decode_utf8(text, at);
        const auto kind = language::character_at(text, at).kind;
        if (language::is_letter(kind) || kind == language::CharacterKind::digit) {
            const auto folded = language::fold_letter(letter.value);
            key.append(folded.bytes.data(), folded.size);
        }
        at += letter.size;
    }
    return is_long_form(key) ? short_form(key) : key;
}

bool is_long_form(std::string_view joined) { return joined.size() > kLongForm.size() && joined.starts_with(kLongForm); }

std::string short_form(std::string_view joined) { return "apt" + std::string(joined.substr(kLongForm.size())); }

bool is_actor_noun(std::string_view key) {
    static constexpr std::array<std::string_view, 28> kNouns = {
        "group",   "groups",      "hackers",    "hacker",       "gang",         "gangs",          "team",
        "actor",   "actors",      "apt",        "collective",   "crew",         "operators",      "operator",
        "cluster", "set",         "syndicate",  "attackers",    "adversary",    "cybercriminals", "spies",
        "outfit",  "hacktivists", "affiliates", "organization", "organisation", "cybergang",      "subgroup"};
    return std::find(kNouns.begin(), kNouns.end(), key) != kNouns.end();
}

std::vector<NameForm> name_forms(std::string_view text) {
    std::vector<NameForm> forms;
    const auto add = [&forms](std::string_view form, bool whole) {
        auto key = actor_key(form);
        if (key.empty()) return;
        for (const auto& known : forms) {
            if (known.key == key) return;
        }
        forms.push_back({std::move(key), whole});
    };
    text = trimmed(text);
    const auto owner = without_possessive(text);
    // With an ending, the key of the whole has an "s" too many, which may make another name of it.
    if (owner.size() == text.size()) add(text, true);
    add(owner, owner.size() == text.size());
    const auto bare = without_article(owner);
    add(bare, false);
    for (auto form = bare;;) {
        const auto shorter = without_possessive(without_last_noun(form));
        if (shorter.size() == form.size()) break;
        add(shorter, false);
        form = without_qualifier(shorter);
        add(form, false);
    }
    if (owner.size() != text.size()) add(text, true);
    return forms;
}

BracketedName take_apart(std::string_view text) {
    text = trimmed(text);
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return {text, {}};
    auto inner = trimmed(text.substr(open + 1, text.size() - open - 2));
    for (const std::string_view word : {"formerly ", "aka ", "a.k.a. ", "also known as ", "previously ", "or "}) {
        if (inner.starts_with(word)) inner = trimmed(inner.substr(word.size()));
    }
    return {trimmed(text.substr(0, open)), inner};
}

std::string shortened_key(std::string_view text) {
    auto rest = without_article(trimmed(text));
    while (true) {
        const auto shorter = without_last_noun(rest);
        if (shorter.size() == rest.size()) break;
        rest = shorter;
    }
    auto key = actor_key(rest);
    return key == actor_key(text) ? std::string() : key;
}

std::string one_spelling(std::string_view key) {
    static constexpr std::array<std::array<std::string_view, 2>, 11> kPairs = {{{"judgement", "judgment"},
                                                                                {"grey", "gray"},
                                                                                {"centre", "center"},
                                                                                {"defence", "defense"},
                                                                                {"sulphur", "sulfur"},
                                                                                {"aluminium", "aluminum"},
                                                                                {"colour", "color"},
                                                                                {"armour", "armor"},
                                                                                {"cypher", "cipher"},
                                                                                {"vapour", "vapor"},
                                                                                {"sabre", "saber"}}};
    std::string result(key);
    for (const auto& [british, american] : kPairs) {
        for (auto at = result.find(british); at != std::string::npos; at = result.find(british, at + american.size())) {
            result.replace(at, british.size(), american);
        }
    }
    return result;
}

std::vector<std::uint64_t> deletion_hashes(std::string_view key) {
    std::vector<std::uint64_t> hashes = {language::hash_word(key)};
    for (std::size_t at = 0; at < key.size(); ++at) {
        if (at > 0 && key[at] == key[at - 1]) continue;
        std::string shorter(key);
        shorter.erase(at, 1);
        hashes.push_back(language::hash_word(shorter));
    }
    return hashes;
}

bool one_edit_apart(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > 1) return false;
    const auto apart = std::mismatch(left.begin(), left.end(), right.begin());
    const auto from = static_cast<std::size_t>(apart.first - left.begin());
    left.remove_prefix(from);
    right.remove_prefix(from);
    if (left.size() != right.size()) return left == right.substr(1);
    if (left.size() < 2) return true;
    return left.substr(1) == right.substr(1) ||
           (left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2));
}

bool may_have_typo(std::string_view key) {
    return key.size() >= kLeastForTypo &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace axray::registers
