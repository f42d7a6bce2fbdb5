// Bytes of a known encoding into UTF-8 (bytes + Encoding -> DecodedText).
//
// A malformed sequence becomes one U+FFFD and is counted; nothing is dropped but escape sequences. A stretch of a file
// may be decoded alone, with its offset, so that a large file needs not be held twice.
// Source: the WHATWG Encoding Standard for single bytes and UTF-16, RFC 2152 for UTF-7; other encodings by ICU, whose
// tables differ from the standard's in 157 rare characters of Big5.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/characters/charset.hpp"
#include "read/characters/encodings.hpp"

namespace axray::read {

// Decodes `bytes`, which stand `offset` bytes into their file; places in the result are those of the file. Well-formed
// UTF-8 is not copied: the result then views `bytes`. O(bytes).
[[nodiscard]] DecodedText decode_as(std::string_view bytes, std::uint32_t offset, const Encoding& encoding);

// True when the bytes are ASCII and every shifted sequence of UTF-7 among them is whole, with a character beyond ASCII
// in one of them. Text that hides only ASCII characters that way is no honest UTF-7.
[[nodiscard]] bool is_honest_utf7(std::string_view bytes);

}  // namespace axray::read
