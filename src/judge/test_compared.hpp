// Compares a claim with a source, both given as plain strings (strings -> Differences). For tests only.
//
// The whole claim is one sentence against one source with one sentence a line, and every candidate is taken as
// evidence, so that the comparison is tested apart from the choice of evidence. Differences are shown in the words of
// both sides.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "judge/differences.hpp"
#include "trace/test_claim.hpp"

namespace axray::judge {

struct Compared {
    std::unique_ptr<trace::TestClaim> test;
    TracedClaim claim;
    std::vector<Difference> differences;

    // All kinds that were found, in order and joined by blanks.
    [[nodiscard]] std::string kinds() const {
        std::string words;
        for (const Difference& one : differences)
            words += (words.empty() ? "" : " ") + std::string(to_string(one.kind));
        return words;
    }
    [[nodiscard]] std::string claim_words(const Difference& one) const {
        if (one.claim.size() == 0) return {};
        const auto& spans = test->claim.tokens.span;
        return test->claim_text.substr(spans[one.claim.begin].begin,
                                       spans[one.claim.end - 1].end - spans[one.claim.begin].begin);
    }
    [[nodiscard]] std::string source_words(const Difference& one) const {
        std::string words;
        for (std::uint32_t position = one.source.begin; position < one.source.end; ++position) {
            words += (words.empty() ? "" : " ") + std::string(test->source_word(position));
        }
        return words;
    }
};

inline Compared compare(const std::string& claim, const std::string& source, const trace::KnownNames& known = {},
                        const trace::PublishedDays& published = {}) {
    Compared compared{trace::make_test_claim(claim, {source}, known, published), {}, {}};
    compared.claim.words = compared.test->words;
    compared.claim.tokens = {0, compared.test->claim.tokens.size()};
    compared.claim.trace =
        trace::rank_candidates(compared.claim.words, compared.test->index, {}, compared.test->relations);
    for (std::uint32_t number = 0; number < compared.claim.trace.candidates.size(); ++number) {
        compared.claim.trace.evidence.push_back(number);
    }
    compared.differences = find_differences(compared.claim, compared.test->index, compared.test->relations);
    return compared;
}

// A case of a table.
struct Row {
    const char* claim;
    const char* source;
    const char* kinds;  // differences that are found; empty when the source bears the claim's values out
};

inline void check(std::span<const Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.claim));
        CAPTURE(std::string(row.source));
        CHECK(compare(row.claim, row.source).kinds() == row.kinds);
    }
}

}  // namespace axray::judge
