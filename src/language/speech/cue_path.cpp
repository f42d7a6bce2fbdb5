#include "language/speech/cue_path.hpp"

#include <algorithm>

#include "language/speech/speech_model.hpp"

namespace axray::language {
namespace {

constexpr int kDeepest = 64;

std::uint32_t above(const Tokens& tokens, std::uint32_t token) { return token == kNone ? kNone : tokens.head[token]; }

}  // namespace

CuePath::CuePath(const Tokens& tokens, TokenSpan cue) : tokens_(tokens), anchors_{cue.begin, kNone, kNone} {
    for (std::uint32_t at = cue.begin; at < cue.end; ++at) {
        if (tokens.head[at] != kNone && cue.contains(tokens.head[at])) continue;
        anchors_[0] = at;
        break;
    }
    anchors_[1] = above(tokens, anchors_[0]);
    anchors_[2] = above(tokens, anchors_[1]);
}

std::uint8_t CuePath::row(std::uint32_t token) const {
    std::uint32_t branch = kRelationRows - 1;  // the anchor itself
    for (int left = kDeepest; left > 0 && token != kNone; --left) {
        for (std::uint32_t level = 0; level < 3; ++level) {
            if (anchors_[level] == token) return static_cast<std::uint8_t>(level * kRelationRows + branch);
        }
        branch = std::min<std::uint32_t>(tokens_.relation[token], kRelationRows - 2);
        token = tokens_.head[token];
    }
    return 3 * kRelationRows;
}

}  // namespace axray::language
