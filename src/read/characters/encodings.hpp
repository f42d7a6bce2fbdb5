// Encodings and their labels (what a page or a server calls an encoding -> how it is decoded).
//
// All 228 labels of 40 encodings are read as browsers read them ("iso-8859-1" means windows-1252, "gb2312" means GBK).
// Beyond these come UTF-7, UTF-32, the three encodings that browsers refuse (ISO-2022-KR, ISO-2022-CN, HZ), and
// whatever else ICU knows, since old mail and old pages are in them.
// Source: the WHATWG Encoding Standard; names beyond it are ICU's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/characters/single_byte_tables.hpp"

namespace axray::read {

enum class DecoderKind : std::uint8_t {
    utf8,
    single_byte,   // by a table of 128 characters
    user_defined,  // bytes from 0x80 on are U+F780 and following
    utf16_little,
    utf16_big,
    utf32_little,
    utf32_big,
    utf7,
    several_bytes,  // by ICU; bytes below 0x80 mean ASCII outside of a sequence
    stateful,       // by ICU; escape sequences change what ASCII bytes mean
};

struct Encoding {
    std::string name;  // as the standard writes it: "UTF-8", "windows-1252", "Shift_JIS", "x-mac-cyrillic"
    DecoderKind kind = DecoderKind::utf8;
    const SingleByteTable* table = nullptr;  // of single_byte
    std::string converter = {};              // of several_bytes and stateful: the name that ICU opens
};

// The encoding that a label means, letters of any case and with blanks around it; nothing when nobody knows it.
[[nodiscard]] std::optional<Encoding> find_encoding(std::string_view label);

// Those that are chosen without a label.
[[nodiscard]] Encoding utf8_encoding();
[[nodiscard]] Encoding western_encoding();  // windows-1252

}  // namespace axray::read
