#include "language/syntax/word_features.hpp"

#include <algorithm>

namespace axray::language {
namespace {

bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
// Bytes beyond ASCII count as small letters: nearly all are.
bool is_lower(char byte) { return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80; }

// FNV-1a with 32 bits, its high bits mixed into the low ones.
std::uint32_t hash_piece(std::string_view piece, char kind) {
    std::uint32_t hash = (2166136261U ^ static_cast<unsigned char>(kind)) * 16777619U;
    for (const char byte : piece) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash ^ (hash >> 15);
}

std::uint16_t row_of(std::string_view piece, char kind, std::uint32_t rows) {
    return static_cast<std::uint16_t>(1 + hash_piece(piece, kind) % (rows - 1));
}

WordShape shape_of(std::string_view written) {
    const auto count = [&](auto test) { return std::count_if(written.begin(), written.end(), test); };
    const auto digits = count(is_digit);
    const auto upper = count(is_upper);
    const auto lower = count(is_lower);
    if (digits > 0) {
        if (digits == static_cast<std::ptrdiff_t>(written.size())) return WordShape::digits;
        return upper + lower > 0 ? WordShape::digits_and_letters : WordShape::digits_and_signs;
    }
    if (upper + lower == 0) return WordShape::signs;
    if (upper == 0) return WordShape::lower;
    if (lower == 0) return upper > 1 ? WordShape::capitals : WordShape::one_capital;
    if (!is_upper(written.front())) return WordShape::mixed;
    return upper == 1 ? WordShape::capitalised : WordShape::capitalised_mixed;
}

void add_pieces(std::string_view form, WordFeatures& features) {
    const std::string marked = '^' + std::string(form) + '$';
    const std::string_view whole = marked;
    const auto add = [&](std::size_t begin, std::size_t size) {
        if (features.piece_count < kMostPieces)
            features.pieces[features.piece_count++] = row_of(whole.substr(begin, size), 'n', kPieceRows);
    };
    if (whole.size() > 3) {
        add(0, 2);
        add(whole.size() - 2, 2);
    }
    for (std::size_t size = 3; size <= 5; ++size) {
        for (std::size_t begin = 0; begin + size <= whole.size(); ++begin) add(begin, size);
    }
}

}  // namespace

std::string normal_form(std::string_view written) {
    std::string form;
    for (std::size_t at = 0; at < std::min(written.size(), kLongestFeatured); ++at) {
        const char byte = written[at];
        const std::string_view three = written.substr(at, 3);
        if (three == "\xE2\x80\x99" || three == "\xE2\x80\x98") {
            form += '\'';
            at += 2;
        } else if (three == "\xE2\x80\x9C" || three == "\xE2\x80\x9D") {
            form += '"';
            at += 2;
        } else if (is_digit(byte)) {
            form += '0';
        } else {
            form += is_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
        }
    }
    return form;
}

WordFeatures features_of(std::string_view written, const Lexicon& lexicon, const NameWords& names) {
    written = written.substr(0, kLongestFeatured);
    const std::string form = normal_form(written);
    WordFeatures features;
    features.form = hash_word(form);
    features.shape = shape_of(written);
    const std::string_view view = form;
    features.beginning = row_of(view.substr(0, 3), 'b', kEndingRows);
    features.ending = row_of(view.substr(view.size() - std::min<std::size_t>(3, view.size())), 'e', kEndingRows);
    add_pieces(form, features);
    const WordAnalysis analysis = lexicon.analyse(form);
    features.classes = static_cast<std::uint32_t>(analysis.classes & 15U) |
                       static_cast<std::uint32_t>(analysis.base_classes & 15U) << 4 |
                       static_cast<std::uint32_t>(analysis.verb_first) << 8 |
                       static_cast<std::uint32_t>(analysis.proper) << 9 |
                       static_cast<std::uint32_t>(analysis.irregular_verb) << 10 |
                       static_cast<std::uint32_t>(names.find(features.form) & 0x1FFU) << 11;
    return features;
}

}  // namespace axray::language
