#include "registers/actors/actor_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "language/indicators/indicators.hpp"
#include "language/words/characters.hpp"
#include "registers/actors/actor_key.hpp"

namespace axray::registers {
namespace {

using language::CharacterKind;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_place(IndicatorKind kind) { return kind != IndicatorKind::cve && kind != IndicatorKind::tlp; }

// Places in which a word is part of an address, ordered.
std::vector<Span> addresses_of(std::string_view text) {
    std::vector<Span> spans;
    for (const auto& one : language::find_indicators(text)) {
        if (is_place(one.kind) && (spans.empty() || one.span.end > spans.back().end)) spans.push_back(one.span);
    }
    return spans;
}

// A gap after which a word is capital because of its place.
bool ends_sentence(std::string_view gap) {
    if (gap.find_first_of(".!?:") != std::string_view::npos) return true;
    const auto line = gap.find('\n');
    return line != std::string_view::npos && gap.find_first_of("\n*-#>|\u2022", line + 1) != std::string_view::npos;
}

struct Letters {
    std::uint32_t lower = 0;
    std::uint32_t upper = 0;
    std::uint32_t digits = 0;
    bool first_is_upper = false;
};

WordCase case_of(const Letters& letters) {
    if (letters.lower + letters.upper == 0) return WordCase::digits;
    if (letters.upper == 0) return WordCase::lower;
    if (letters.lower == 0) return WordCase::capitals;
    return letters.first_is_upper && letters.upper == 1 ? WordCase::capital : WordCase::mixed;
}

// Bytes at `at` when all of a gap consists of signs of the list; `text` is at a sign of several bytes.
std::size_t typographic_sign(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 9> kSigns = {"\u201c", "\u201d", "\u2018", "\u2019", "\u00ab",
                                                               "\u00bb", "\u201e", "\u00a0", "\u2011"};
    for (const auto sign : kSigns) {
        if (text.substr(at).starts_with(sign)) return sign.size();
    }
    return 0;
}

bool consists_of(std::string_view gap, std::string_view signs) {
    for (std::size_t at = 0; at < gap.size();) {
        if (signs.find(gap[at]) != std::string_view::npos) {
            ++at;
            continue;
        }
        const auto size = typographic_sign(gap, at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

}  // namespace

ActorText read_words(std::string_view text) {
    ActorText result;
    result.text = text;
    const auto addresses = addresses_of(text);
    std::size_t address = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        Letters letters;
        while (at < text.size()) {
            const auto character = language::character_at(text, at);
            const bool word = language::is_letter(character.kind) || character.kind == CharacterKind::digit;
            if (!word) break;
            if (at == begin) letters.first_is_upper = character.kind == CharacterKind::upper;
            letters.lower += character.kind == CharacterKind::lower ? 1 : 0;
            letters.upper += character.kind == CharacterKind::upper ? 1 : 0;
            letters.digits += character.kind == CharacterKind::digit ? 1 : 0;
            at += character.size;
        }
        if (at == begin) {
            at += std::max<std::size_t>(1, language::character_at(text, at).size);
            continue;
        }
        ActorTextWord word;
        word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        word.key = actor_key(text.substr(begin, at - begin));
        word.letters = case_of(letters);
        word.digit = letters.digits > 0;
        while (address < addresses.size() && addresses[address].end <= begin) ++address;
        word.in_address = address < addresses.size() && addresses[address].begin < at;
        const char before = begin > 0 ? text[begin - 1] : ' ';
        if (before == '@') word.in_address = true;
        result.words.push_back(std::move(word));
        const auto number = result.words.size() - 1;
        result.words[number].begins = number == 0 || ends_sentence(result.gap_before(number));
    }
    return result;
}

bool joins_name(std::string_view gap) {
    if (gap.empty() || gap.size() > 3) return false;
    return gap == " " || gap == "-" || gap == "_" || gap == "." || gap == "/" || gap == "'" || gap == "\n" ||
           gap == "\u2019" || gap == "\u2011" || gap == "\u00a0" || gap == "+" || gap == "@" || gap == "\u2010";
}

bool ends_verb(std::string_view gap, std::string_view key) {
    static constexpr std::array<std::string_view, 5> kEndings = {"ll", "re", "ve", "d", "m"};
    return (gap == "'" || gap == "\u2019") && is_one_of(key, kEndings);
}

bool joins_list(std::string_view gap) { return gap.size() <= 12 && consists_of(gap, " \n\t\"',;/()[]*&"); }

bool joins_phrase(std::string_view gap) { return gap.size() <= 8 && consists_of(gap, " \n\"'*"); }

bool is_software_noun(std::string_view key) {
    static constexpr std::array<std::string_view, 34> kNouns = {
        "malware",   "backdoor", "backdoors",  "trojan",   "trojans",     "ransomware", "rat",      "loader", "implant",
        "implants",  "stealer",  "payload",    "payloads", "sample",      "samples",    "family",   "botnet", "variant",
        "variants",  "dropper",  "downloader", "worm",     "rootkit",     "keylogger",  "spyware",  "wiper",  "toolkit",
        "framework", "tool",     "exploit",    "beacon",   "infostealer", "bootkit",    "shellcode"};
    return is_one_of(key, kNouns);
}

bool may_come_before_noun(std::string_view key) {
    static constexpr std::array<std::string_view, 18> kWords = {
        "espionage",  "cyberespionage", "cyber", "hacking",   "hacker", "threat",    "activity", "intrusion",  "apt",
        "ransomware", "cybercrime",     "crime", "extortion", "state",  "sponsored", "backed",   "hacktivist", "spy"};
    return is_one_of(key, kWords);
}

bool joins_names(std::string_view key) {
    static constexpr std::array<std::string_view, 24> kWords = {
        "and",      "or",      "aka",        "a",   "k",    "also",       "known", "as",
        "formerly", "tracked", "called",     "the", "now",  "previously", "alias", "aliases",
        "dubbed",   "named",   "originally", "ie",  "both", "by",         "like",  "otherwise"};
    return is_one_of(key, kWords);
}

bool is_speaking_verb(std::string_view key) {
    static constexpr std::array<std::string_view, 22> kVerbs = {
        "said",      "says",     "told",       "wrote",    "reported",  "reports",   "added",    "announced",
        "believes",  "believe",  "attributed", "noted",    "warned",    "found",     "observed", "discovered",
        "published", "revealed", "confirmed",  "assesses", "disclosed", "identified"};
    return is_one_of(key, kVerbs);
}

}  // namespace axray::registers
