#include "matching/word_keys.hpp"

#include <algorithm>
#include <string>

#include <xxhash.h>

namespace axray::matching {
namespace {

constexpr std::size_t kLeastForTypos = 3;    // letters
constexpr std::size_t kMostForTypos = 24;    // letters; of longer words the first
constexpr std::size_t kEnding = 7;           // letters: what is left of a word when it was put together with another
constexpr std::size_t kBeginning = 6;        // letters: what is left of a word when its ending is another
constexpr std::size_t kMostJoinedWords = 4;  // a name of so many words may be written as one
constexpr std::size_t kLeastInitials = 3;

}  // namespace

std::uint64_t key_of(std::string_view text, KeyKind kind) {
    // Joined words and words, and words without a letter and words, must meet: what differs is who asks.
    const auto space = kind == KeyKind::skeleton         ? 1U
                       : kind == KeyKind::without_letter ? 2U
                       : kind == KeyKind::beginning      ? 3U
                       : kind == KeyKind::ending         ? 4U
                                                         : 0U;
    return XXH3_64bits_withSeed(text.data(), text.size(), space);
}

std::vector<WordKey> keys_of(const NameWord& word) {
    std::vector<WordKey> keys;
    keys.push_back({key_of(word.text, KeyKind::word), KeyKind::word});
    const bool spelled = !word.spelling.empty() && word.spelling != word.text && word.role == WordRole::plain;
    if (spelled) keys.push_back({key_of(word.spelling, KeyKind::word), KeyKind::word});
    if (!word.skeleton.empty()) keys.push_back({key_of(word.skeleton, KeyKind::skeleton), KeyKind::skeleton});
    if (word.text.size() < kLeastForTypos || word.role == WordRole::number) return keys;
    const auto text = std::string_view(word.text).substr(0, kMostForTypos);
    keys.push_back({key_of(text, KeyKind::without_letter), KeyKind::without_letter});
    if (text.size() >= kBeginning) {
        keys.push_back({key_of(text.substr(0, kBeginning), KeyKind::beginning), KeyKind::beginning});
    }
    if (text.size() >= kEnding) {
        keys.push_back({key_of(text.substr(text.size() - kEnding), KeyKind::ending), KeyKind::ending});
    }
    std::string shorter;
    for (std::size_t letter = 0; letter < text.size(); ++letter) {
        if (letter > 0 && text[letter] == text[letter - 1]) continue;
        shorter.assign(text, 0, letter);
        shorter.append(text, letter + 1);
        keys.push_back({key_of(shorter, KeyKind::without_letter), KeyKind::without_letter});
    }
    return keys;
}

std::vector<JoinedKey> joined_keys_of(const PreparedName& name) {
    std::vector<JoinedKey> keys;
    const auto count = static_cast<std::uint32_t>(name.words.size());
    const auto join = [&](std::uint32_t first, std::uint32_t end) {
        std::string text;
        for (std::uint32_t word = first; word < end; ++word) text += name.words[word].text;
        keys.push_back({{key_of(text, KeyKind::joined), KeyKind::joined}, first, end});
    };
    for (std::uint32_t word = 0; word + 1 < count; ++word) join(word, word + 2);
    if (count > 2 && count <= kMostJoinedWords) join(0, count);
    if (count > 1) {  // "Last, First" printed in the other order has these two beside each other
        const auto text = name.words.back().text + name.words.front().text;
        keys.push_back({{key_of(text, KeyKind::joined), KeyKind::joined}, 0, 2});
    }
    std::string initials;
    for (const auto& word : name.words) {
        if (word.role == WordRole::plain || word.role == WordRole::general) initials += word.text.front();
    }
    if (initials.size() >= kLeastInitials)
        keys.push_back({{key_of(initials, KeyKind::initials), KeyKind::initials}, 0, count});
    return keys;
}

}  // namespace axray::matching
