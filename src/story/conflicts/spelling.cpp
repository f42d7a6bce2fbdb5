#include "story/conflicts/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "matching/word_similarity.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kLettersForInner = 3;  // of the shorter word, for one letter within it that differs
constexpr std::size_t kLettersForOne = 5;    // ... for any one letter
constexpr std::size_t kLettersForTwo = 8;
constexpr std::size_t kLettersForDouble = 4;  // of both, where letters are doubled: "Raqqa", "Raqa"

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string letters_of(std::string_view word) {
    std::string letters;
    for (const char byte : word) {
        if (byte >= 'A' && byte <= 'Z') {
            letters += static_cast<char>(byte - 'A' + 'a');
        } else if ((byte >= 'a' && byte <= 'z') || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80) {
            letters += byte;
        }
    }
    return letters;
}

std::string without_doubles(std::string letters) {
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return letters;
}

// Spoken forms as some write them down, and the first word of what others write.
struct SpokenForm {
    std::string_view spoken;
    std::string_view written;
};
constexpr SpokenForm kSpokenForms[] = {
    {"gonna", "going"}, {"wanna", "want"}, {"gotta", "got"},  {"cause", "because"}, {"yeah", "yes"},   {"em", "them"},
    {"ok", "okay"},     {"til", "until"},  {"till", "until"}, {"kinda", "kind"},    {"dunno", "know"},
};

bool is_spoken_form(std::string_view one, std::string_view other) {
    return std::any_of(std::begin(kSpokenForms), std::end(kSpokenForms), [&](const SpokenForm& form) {
        return (form.spoken == one && form.written == other) || (form.spoken == other && form.written == one);
    });
}

// "Sen." of "Senator".
bool is_short_for(std::string_view word, const std::string& letters, const std::string& other) {
    return letters.size() >= 2 && word.back() == '.' && letters.size() < other.size() &&
           letters.front() == other.front() &&
           std::all_of(letters.begin(), letters.end(), [&, at = std::size_t{0}](char letter) mutable {
               at = other.find(letter, at);
               return at != std::string::npos && ++at > 0;
           });
}

}  // namespace

bool spelled_alike(std::string_view one, std::string_view other) {
    const std::string left = letters_of(one);
    const std::string right = letters_of(other);
    if (left == right || is_spoken_form(left, right)) return true;
    if (left.empty() || right.empty()) return false;
    if (is_short_for(one, left, right) || is_short_for(other, right, left)) return true;
    const std::size_t shorter = std::min(left.size(), right.size());
    if (std::max(left.size(), right.size()) > kMostLetters || shorter < kLettersForInner) return false;
    if (std::any_of(left.begin(), left.end(), is_digit) || std::any_of(right.begin(), right.end(), is_digit))
        return false;
    if (shorter >= kLettersForDouble && without_doubles(left) == without_doubles(right)) return true;
    if (shorter < kLettersForOne) {
        return left.size() == right.size() && left.front() == right.front() && left.back() == right.back() &&
               matching::edit_distance(left, right) <= 1;
    }
    return matching::edit_distance(left, right) <= (shorter >= kLettersForTwo ? 2U : 1U);
}

}  // namespace axray::story
