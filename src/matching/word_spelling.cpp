#include "matching/word_spelling.hpp"

#include <cstddef>

namespace axray::matching {
namespace {

constexpr std::size_t kLongestSkeleton = 24;

constexpr bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

// One sound of a word: a letter of the key, and how many letters of the word it stands for. Letters that English
// spelling leaves free serve for sounds that it writes with two: c for "ch", x for "sh", q for "ts".
struct Sound {
    char key = 0;
    std::size_t letters = 1;
};

bool begins(std::string_view word, std::string_view with) { return word.substr(0, with.size()) == with; }

Sound sibilant(std::string_view rest) {
    if (begins(rest, "shch") || begins(rest, "stch") || begins(rest, "schtsch")) {
        return {'x', begins(rest, "schtsch") ? 7U : 4U};
    }
    if (begins(rest, "sch")) return {'x', 3};
    if (begins(rest, "sh")) return {'x', 2};
    return {'s', 1};
}

Sound of_c(std::string_view rest) {
    if (begins(rest, "ch") || begins(rest, "cz")) return {'c', 2};
    if (begins(rest, "ck")) return {'k', 2};
    const char next = rest.size() > 1 ? rest[1] : '\0';
    return {next == 'e' || next == 'i' || next == 'y' ? 's' : 'k', 1};
}

Sound of_t(std::string_view rest) {
    if (begins(rest, "tsch")) return {'c', 4};
    if (begins(rest, "tch")) return {'c', 3};
    if (begins(rest, "ts") && !begins(rest, "tsh")) return {'q', 2};
    if (begins(rest, "tz")) return {'q', 2};
    return {'t', begins(rest, "th") ? 2U : 1U};
}

Sound of_d(std::string_view rest) {
    if (begins(rest, "dzh")) return {'j', 3};
    if (begins(rest, "dj")) return {'j', 2};
    return {'d', begins(rest, "dh") ? 2U : 1U};
}

// j is a vowel in many Slavic spellings, at the end of a syllable: "Andrej", "Jurij".
Sound of_j(std::string_view rest, char before) {
    const char next = rest.size() > 1 ? rest[1] : '\0';
    return {is_vowel(before) && !is_vowel(next) && next != 'y' ? 'i' : 'j', 1};
}

Sound sound_at(std::string_view word, std::size_t at, char before) {
    const std::string_view rest = word.substr(at);
    switch (rest.front()) {
        case 's': return sibilant(rest);
        case 'c': return of_c(rest);
        case 't': return of_t(rest);
        case 'd': return of_d(rest);
        case 'j': return of_j(rest, before);
        case 'k': return begins(rest, "kh") ? Sound{'h', 2} : Sound{'k', 1};
        case 'g': return {'g', begins(rest, "gh") ? 2U : 1U};
        case 'p': return begins(rest, "ph") ? Sound{'f', 2} : Sound{'p', 1};
        case 'z': return begins(rest, "zh") ? Sound{'j', 2} : Sound{'z', 1};
        case 'q': return {'k', 1};
        case 'w': return {'v', 1};
        case 'y': return {'i', 1};
        case 'x': return {at == 0 ? 's' : 'k', 1};  // the s of "ks" follows in spelling_of
        case 'o': return begins(rest, "oo") || begins(rest, "ou") ? Sound{'u', 2} : Sound{'o', 1};
        default: return {rest.front(), 1};
    }
}

// "iy", "ie" and doubled letters are one sound.
void add(std::string& key, char letter) {
    const bool digit = letter >= '0' && letter <= '9';
    if (!key.empty() && key.back() == letter && !digit) return;
    if (letter == 'e' && !key.empty() && key.back() == 'i') {
        key.back() = 'e';
        if (key.size() > 1 && key[key.size() - 2] == 'e') key.pop_back();
        return;
    }
    key += letter;
}

}  // namespace

std::string spelling_of(std::string_view word) {
    std::string key;
    for (std::size_t at = 0; at < word.size();) {
        const char before = key.empty() ? '\0' : key.back();
        const Sound sound = sound_at(word, at, before);
        add(key, sound.key);
        if (word[at] == 'x' && at > 0) add(key, 's');
        at += sound.letters;
    }
    if (key.size() > 3 && key.back() == 'h' && is_vowel(key[key.size() - 2])) {
        key.pop_back();
        key.back() = 'a';
    }
    return key;
}

// Built on the same sounds. A w inside a word is a vowel's sign in Arabic, an h at the end none at all.
std::string skeleton_of(std::string_view word) {
    std::string key;
    for (std::size_t at = 0; at < word.size() && key.size() < kLongestSkeleton;) {
        const char before = at == 0 ? '\0' : word[at - 1];
        Sound sound = sound_at(word, at, before);
        const bool last = at + sound.letters >= word.size();
        const bool silent = is_vowel(sound.key) || (word[at] == 'w' && at > 0) || (sound.key == 'h' && last);
        if (sound.key == 'g') sound.key = 'k';
        const bool digit = sound.key >= '0' && sound.key <= '9';
        if (!silent && (key.empty() || key.back() != sound.key || is_vowel(before) || digit)) key += sound.key;
        if (word[at] == 'x' && at > 0) key += 's';
        at += sound.letters;
    }
    return key.empty() ? std::string(word.substr(0, 1)) : key;
}

}  // namespace axray::matching
