#include "read/feed/feed_pieces.hpp"

#include <algorithm>
#include <utility>

#include "read/characters/decoders.hpp"
#include "read/characters/twice_encoded.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kPiece = 1ULL << 20U;          // bytes, about
constexpr std::size_t kLongestPiece = 16ULL << 20U;  // bytes without any tag, after which the cut falls anywhere

std::size_t unit_of(DecoderKind kind) {
    switch (kind) {
        case DecoderKind::utf16_little:
        case DecoderKind::utf16_big: return 2;
        case DecoderKind::utf32_little:
        case DecoderKind::utf32_big: return 4;
        case DecoderKind::stateful:
        case DecoderKind::utf7: return 0;
        default: return 1;
    }
}

bool is_big(DecoderKind kind) { return kind == DecoderKind::utf16_big || kind == DecoderKind::utf32_big; }

}  // namespace

FeedPieces::FeedPieces(std::string_view bytes, EncodingChoice choice)
    : bytes_(bytes), choice_(std::move(choice)), position_(choice_.mark), unit_(unit_of(choice_.encoding.kind)) {}

// True where a "<" stands, in the width of the encoding.
bool FeedPieces::is_border(std::size_t position) const {
    for (std::size_t i = 0; i < unit_; ++i) {
        const bool last = is_big(choice_.encoding.kind) ? i + 1 == unit_ : i == 0;
        if (position + i >= bytes_.size() || bytes_[position + i] != (last ? '<' : '\0')) return false;
    }
    return true;
}

std::size_t FeedPieces::end_of_piece() const {
    if (unit_ == 0 || bytes_.size() - position_ <= kPiece) return bytes_.size();
    const std::size_t latest = position_ + kPiece;
    for (std::size_t at = latest; at > position_; at -= unit_) {
        if (is_border(at)) return at;
    }
    const std::size_t furthest = std::min(bytes_.size(), position_ + kLongestPiece);
    std::size_t at = latest;
    while (at + unit_ <= furthest && !is_border(at)) at += unit_;
    if (at + unit_ > bytes_.size()) return bytes_.size();
    // Not within a character of UTF-8.
    while (choice_.encoding.kind == DecoderKind::utf8 && at > latest &&
           (static_cast<unsigned char>(bytes_[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

DecodedText FeedPieces::next() {
    const std::size_t end = end_of_piece();
    DecodedText piece = mend_twice_encoded(
        decode_as(bytes_.substr(position_, end - position_), static_cast<std::uint32_t>(position_), choice_.encoding));
    position_ = end;
    return piece;
}

}  // namespace axray::read
