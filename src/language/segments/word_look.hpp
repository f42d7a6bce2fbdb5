// A word while it is read (Characters -> folded form, WordLook): its letters folded, and what it looks like.
//
// Part of the tokenizer. Nothing here owns memory outside of itself.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "language/annotation.hpp"
#include "language/words/characters.hpp"

namespace axray::language {

inline constexpr std::uint32_t kLongestToken = 128;  // bytes; addresses and numbers may be longer

// A folded form under construction, on the stack.
class Folder {
public:
    void add(const Character& character) {
        if (character.value < 0x80) {
            const auto byte = static_cast<char>(character.value);
            bytes_[size_++] = character.kind == CharacterKind::upper ? static_cast<char>(byte + ('a' - 'A')) : byte;
            return;
        }
        const FoldedLetter folded = fold_letter(character.value);
        for (unsigned i = 0; i < folded.size; ++i) bytes_[size_++] = folded.bytes[i];
    }
    void add_byte(char byte) { bytes_[size_++] = byte; }
    void drop_last() { --size_; }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
    [[nodiscard]] char last() const { return size_ > 0 ? bytes_[size_ - 1] : '\0'; }

private:
    std::array<char, 2 * kLongestToken + 64> bytes_;
    std::size_t size_ = 0;
};

// The letters and digits of a word so far.
struct WordLook {
    std::uint32_t letters = 0;
    std::uint32_t capitals = 0;
    std::uint32_t digits = 0;
    std::uint32_t dots = 0;
    std::uint32_t segment = 0;  // characters since the last dot
    bool first_capital = false;

    void add(CharacterKind kind) {
        if (kind == CharacterKind::upper) {
            if (letters == 0) first_capital = true;
            ++capitals;
        }
        if (is_letter(kind)) ++letters;
        if (kind == CharacterKind::digit) ++digits;
        ++segment;
    }
    void drop(CharacterKind kind) {
        if (kind == CharacterKind::upper) --capitals;
        --letters;
    }
    void join(char joint) {
        if (joint != '.') return;
        ++dots;
        segment = 0;
    }
    [[nodiscard]] std::uint16_t marks() const {
        std::uint16_t marks = 0;
        if (first_capital) marks |= kCapitalised;
        if (letters >= 2 && capitals == letters) marks |= kAllCapitals;
        return marks;
    }
};

}  // namespace axray::language
