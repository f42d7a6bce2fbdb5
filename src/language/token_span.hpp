// A stretch of the tokens of a text, for the types that annotation.hpp is made of.
//
// Token positions count from the start of the text; each layer's types name the tokens that they stand for with it.
#pragma once

#include <cstdint>

namespace axray::language {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// A half-open range of token positions.
struct TokenSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return begin <= token && token < end; }
    friend constexpr bool operator==(TokenSpan, TokenSpan) = default;
};

}  // namespace axray::language
