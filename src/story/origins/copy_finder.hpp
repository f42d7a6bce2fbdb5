// Which texts of a collection share prose, and where (texts -> TextPairs), in time that grows with the collection and
// what its texts share, not with the number of pairs.
//
//     CopyFinder finder;
//     for (const auto& document : documents) finder.add({document.text});
//     finder.index();
//     for (std::uint32_t text = 0; text < finder.size(); ++text)
//         for (const auto& pair : finder.pairs_with_earlier(text, lookup)) ...
//
// Words that stand between quotation marks in any text of the collection are nobody's prose, nor are runs of words that
// many texts hold which are not alike otherwise. What it keeps beside the texts, bench/speed reuse prints. Source: own;
// see fingerprints.hpp and compare_texts.hpp for the methods.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/origins.hpp>

#include "story/origins/compare_texts.hpp"
#include "story/origins/fingerprints.hpp"
#include "story/origins/hash_set.hpp"
#include "story/origins/plain_words.hpp"

namespace axray::story {

struct CollectedText {
    std::string_view text;          // valid UTF-8; must outlive the finder
    std::vector<Span> quoted = {};  // of it: block quotations, which have no marks; in order
};

// Two texts with shared words. SourceSpan::source is the number of the text.
struct TextPair {
    std::uint32_t first = 0;  // < second
    std::uint32_t second = 0;
    CopyKind kind = CopyKind::passage;
    bool shares_prose = false;       // else they share quotations alone, or less than chance leaves
    std::uint32_t own_of_first = 0;  // words of prose
    std::uint32_t own_of_second = 0;
    double share_of_first = 0;  // 0..1, of that
    double share_of_second = 0;
    std::vector<SharedPassage> passages;  // copied and quotation, in order of the first
};

// What sharing this much of the shorter text's prose is called.
[[nodiscard]] CopyKind kind_of_share(double share);

class CopyFinder {
public:
    // Whether runs of words that many unrelated texts hold are told apart from prose.
    enum class Templates : std::uint8_t { told_apart, count_as_prose };

    struct Limits {
        std::uint32_t fingerprints = 2;  // that two texts must share to be compared
        std::uint32_t candidates = 64;   // earlier texts that one is compared with, those that share most
        Templates templates = Templates::told_apart;
    };

    CopyFinder() = default;
    explicit CopyFinder(const Limits& limits) : limits_(limits) {}

    // Texts are numbered in this order. O(bytes).
    void add(CollectedText text);
    // To be called once, after the last text.
    void index();

    // Held beside the texts.
    [[nodiscard]] std::size_t bytes() const;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    // By the number of the earlier text. May be called from several threads, each with a look-up of its own.
    [[nodiscard]] std::vector<TextPair> pairs_with_earlier(std::uint32_t text, ReuseIndex::Lookup& lookup) const;

    // Texts before `text` that share the most fingerprints with it: the look-up alone.
    [[nodiscard]] std::vector<ReuseCandidate> candidates(std::uint32_t text, ReuseIndex::Lookup& lookup) const;

private:
    struct Prepared {
        PlainWords words;
        std::vector<WordUse> uses;
    };
    [[nodiscard]] PlainWords words_of(std::uint32_t text) const;
    [[nodiscard]] Prepared prepare(std::uint32_t text) const;
    void mark_quotations(Prepared& prepared) const;
    void mark_templates(Prepared& prepared) const;
    void find_templates();
    [[nodiscard]] bool is_template(std::uint64_t hash) const;

    Limits limits_;
    std::vector<CollectedText> texts_;
    std::vector<std::vector<std::uint64_t>> signatures_;  // hashes, ascending, each once
    std::vector<std::uint64_t> found_quoted_;             // of kQuotedRun words, until the index is made
    HashSet quoted_runs_;
    std::vector<std::uint64_t> templates_;  // fingerprints, ascending
    ReuseIndex index_;
};

}  // namespace axray::story
