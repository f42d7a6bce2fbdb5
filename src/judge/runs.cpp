#include "judge/runs.hpp"

#include <algorithm>

namespace axray::judge {
namespace {

using language::Tokens;
using language::TokenSpan;

// A word that stands very often tells little of where a passage comes from; its later places are not followed.
constexpr std::size_t kMaxPlaces = 48;

bool counts(const Tokens& tokens, std::uint32_t token) {
    return tokens.kind[token] != language::TokenKind::punctuation;
}

// The next counted token from `token` on in steps of `step`, or kNone outside of `bounds`.
std::uint32_t next_word(const Tokens& tokens, TokenSpan bounds, std::uint32_t token, int step) {
    std::int64_t place = std::int64_t{token} + step;
    while (place >= bounds.begin && place < bounds.end) {
        if (counts(tokens, static_cast<std::uint32_t>(place))) return static_cast<std::uint32_t>(place);
        place += step;
    }
    return language::kNone;
}

struct Reach {
    std::uint32_t last = 0;   // furthest claim token that still agrees
    std::uint32_t words = 0;  // beyond the starting one
};

Reach extend(const Tokens& claim, TokenSpan claim_bounds, std::uint32_t token, const Tokens& source,
             TokenSpan source_bounds, std::uint32_t place, int step) {
    Reach reach{token, 0};
    for (;;) {
        token = next_word(claim, claim_bounds, token, step);
        place = next_word(source, source_bounds, place, step);
        if (token == language::kNone || place == language::kNone || claim.form[token] != source.form[place])
            return reach;
        reach.last = token;
        ++reach.words;
    }
}

}  // namespace

std::vector<std::uint32_t> repeated_runs(const TracedClaim& claim, const trace::SourceIndex& index) {
    const Tokens& tokens = claim.words.text->tokens;
    std::vector<std::uint32_t> runs(claim.tokens.size(), 0);
    for (const trace::ClaimWord& word : claim.words.words) {
        const auto places = index.find_stem(tokens.stem[word.token]);
        for (std::size_t number = 0; number < std::min(places.size(), kMaxPlaces); ++number) {
            const trace::SourceSentence& sentence = index.sentences()[index.sentence_at(places[number])];
            const Tokens& source = index.text(sentence.source).tokens;
            const std::uint32_t local = index.local(places[number]);
            if (source.form[local] != tokens.form[word.token]) continue;
            const std::uint32_t first = index.first_token(sentence.source);
            const TokenSpan bounds{sentence.begin - first, sentence.end - first};
            const Reach back = extend(tokens, claim.tokens, word.token, source, bounds, local, -1);
            const Reach ahead = extend(tokens, claim.tokens, word.token, source, bounds, local, 1);
            const std::uint32_t length = back.words + 1 + ahead.words;
            for (std::uint32_t token = back.last; token <= ahead.last; ++token) {
                runs[token - claim.tokens.begin] = std::max(runs[token - claim.tokens.begin], length);
            }
        }
    }
    return runs;
}

}  // namespace axray::judge
