// A large feed, decoded stretch by stretch (bytes + Encoding -> pieces of decoded text).
//
// A piece ends where a tag begins, so that no tag is cut in two. UTF-8 is not even copied; of other encodings a
// mebibyte is held at a time, with its map of places. Source: own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/characters/charset.hpp"
#include "read/characters/detection.hpp"

namespace axray::read {

class FeedPieces {
public:
    FeedPieces(std::string_view bytes, EncodingChoice choice);

    [[nodiscard]] bool at_end() const { return position_ >= bytes_.size(); }
    [[nodiscard]] DecodedText next();

private:
    [[nodiscard]] std::size_t end_of_piece() const;
    [[nodiscard]] bool is_border(std::size_t position) const;

    std::string_view bytes_;
    EncodingChoice choice_;
    std::size_t position_ = 0;
    std::size_t unit_ = 1;  // bytes of a character of ASCII; 0: the encoding cannot be cut
};

}  // namespace axray::read
