#include "story/conflicts/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace axray::story {
namespace {

constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kLettersForOne = 5;  // of the shorter word, for one letter that differs
constexpr std::size_t kLettersForTwo = 8;

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

std::size_t distance(const std::string& one, const std::string& other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, before + (one[i] == other[j] ? 0 : 1)});
            before = above;
        }
    }
    return row.back();
}

}  // namespace

bool spelled_alike(std::string_view one, std::string_view other) {
    const std::string left = letters_of(one);
    const std::string right = letters_of(other);
    if (left == right) return true;
    const std::size_t shorter = std::min(left.size(), right.size());
    if (std::max(left.size(), right.size()) > kMostLetters || shorter < kLettersForOne) return false;
    if (std::any_of(left.begin(), left.end(), is_digit) || std::any_of(right.begin(), right.end(), is_digit))
        return false;
    return distance(left, right) <= (shorter >= kLettersForTwo ? 2U : 1U);
}

}  // namespace axray::story
