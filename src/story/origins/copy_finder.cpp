#include "story/origins/copy_finder.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace axray::story {
namespace {

constexpr std::uint32_t kQuotedRun = 8;        // words: quoted in one text, they are a quotation in all
constexpr std::uint32_t kTemplateHolders = 8;  // texts that hold a template at least
constexpr std::uint32_t kSampledHolders = 6;
constexpr double kUnlike = 0.2;            // share of common fingerprints below which two texts are not alike
constexpr std::uint32_t kTemplateGap = 8;  // words between two fingerprints of one template at most
constexpr double kCopyShare = 0.5;
constexpr double kPartialShare = 0.2;
constexpr std::uint32_t kLeastShared = 20;   // words of prose of a copy or partial copy
constexpr std::uint32_t kLeastPassage = 12;  // words of prose of anything less
constexpr double kWholeText = 0.8;           // share of a short text that makes up for few words
constexpr std::uint32_t kLeastOfWhole = 8;

void sort_unique(std::vector<std::uint64_t>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    values.shrink_to_fit();
}

double resemblance(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
    std::size_t common = 0;
    for (auto one = left.begin(), other = right.begin(); one != left.end() && other != right.end();) {
        if (*one < *other) {
            ++one;
        } else if (*other < *one) {
            ++other;
        } else {
            ++common;
            ++one;
            ++other;
        }
    }
    const auto least = std::min(left.size(), right.size());
    return least == 0 ? 0 : static_cast<double>(common) / static_cast<double>(least);
}

Span bytes_of(const PlainWords& words, WordRange range) {
    return {words.span[range.begin].begin, words.span[range.end - 1].end};
}

SharedPassage to_passage(const SharedWords& shared, const PlainWords& first, std::uint32_t first_number,
                         const PlainWords& second, std::uint32_t second_number) {
    SharedPassage passage;
    passage.first = {first_number, bytes_of(first, shared.first)};
    passage.second = {second_number, bytes_of(second, shared.second)};
    passage.kind = shared.kind;
    passage.likeness = static_cast<double>(shared.equal) / std::min(shared.first.size(), shared.second.size());
    return passage;
}

double part(std::uint32_t shared, std::uint32_t own) { return own == 0 ? 0 : static_cast<double>(shared) / own; }

// What shares of prose make of two texts.
void judge(const Comparison& compared, TextPair& pair) {
    pair.own_of_first = compared.own_of_first;
    pair.own_of_second = compared.own_of_second;
    pair.share_of_first = part(compared.shared_of_first, compared.own_of_first);
    pair.share_of_second = part(compared.shared_of_second, compared.own_of_second);
    const auto shared = std::min(compared.shared_of_first, compared.shared_of_second);
    const double share = share_of_shorter(compared);
    const bool whole = share >= kWholeText && shared >= kLeastOfWhole;
    if (shared >= kLeastShared || whole) pair.kind = kind_of_share(share);
    pair.shares_prose = pair.kind != CopyKind::passage || shared >= kLeastPassage;
}

}  // namespace

CopyKind kind_of_share(double share) {
    if (share >= kCopyShare) return CopyKind::copy;
    return share >= kPartialShare ? CopyKind::partial : CopyKind::passage;
}

PlainWords CopyFinder::words_of(std::uint32_t text) const {
    auto words = split_plain_words(texts_[text].text);
    for (const auto& quoted : texts_[text].quoted) {
        auto at = static_cast<std::size_t>(std::partition_point(words.span.begin(), words.span.end(),
                                                                [&](Span span) { return span.begin < quoted.begin; }) -
                                           words.span.begin());
        for (; at < words.span.size() && words.span[at].begin < quoted.end; ++at) words.marks[at] |= kQuoted;
    }
    return words;
}

void CopyFinder::add(CollectedText text) {
    texts_.push_back(std::move(text));
    const auto words = words_of(size() - 1);
    std::vector<std::uint64_t> hashes;
    for (const auto& fingerprint : sign(words)) hashes.push_back(fingerprint.hash);
    sort_unique(hashes);
    signatures_.push_back(std::move(hashes));
    std::uint32_t quoted = 0;  // words before this one in the quotation
    const bool any =
        std::any_of(words.marks.begin(), words.marks.end(), [](auto mark) { return (mark & kQuoted) != 0; });
    if (!any) return;
    const auto runs = hash_runs(words.key, kQuotedRun);
    for (std::uint32_t at = 0; at < words.size(); ++at) {
        quoted = (words.marks[at] & kQuoted) != 0 ? quoted + 1 : 0;
        if (quoted >= kQuotedRun) found_quoted_.push_back(runs[at + 1 - kQuotedRun]);
    }
}

void CopyFinder::index() {
    index_ = ReuseIndex(signatures_);
    sort_unique(found_quoted_);
    quoted_runs_ = HashSet(found_quoted_);
    found_quoted_ = {};
    if (limits_.templates == Templates::told_apart) find_templates();
}

std::size_t CopyFinder::bytes() const {
    auto held = index_.bytes() + quoted_runs_.bytes() + templates_.capacity() * sizeof(std::uint64_t);
    for (const auto& signature : signatures_)
        held += sizeof(std::vector<std::uint64_t>) + signature.capacity() * sizeof(std::uint64_t);
    return held + texts_.capacity() * sizeof(CollectedText);
}

// A run of words that many texts hold is a template when they have little else in common.
void CopyFinder::find_templates() {
    std::vector<std::uint64_t> frequent;
    for (const auto& signature : signatures_) {
        std::copy_if(signature.begin(), signature.end(), std::back_inserter(frequent),
                     [&](std::uint64_t hash) { return index_.holder_count(hash) >= kTemplateHolders; });
    }
    sort_unique(frequent);
    for (const auto hash : frequent) {
        const auto holders = index_.holders(hash);
        const auto step = std::max<std::size_t>(1, holders.size() / kSampledHolders);
        std::vector<double> likenesses;
        for (std::size_t one = 0; one < holders.size(); one += step) {
            for (std::size_t other = one + step; other < holders.size(); other += step)
                likenesses.push_back(resemblance(signatures_[holders[one]], signatures_[holders[other]]));
        }
        const auto middle = likenesses.begin() + static_cast<std::ptrdiff_t>(likenesses.size() / 2);
        std::nth_element(likenesses.begin(), middle, likenesses.end());
        if (*middle < kUnlike) templates_.push_back(hash);
    }
}

bool CopyFinder::is_template(std::uint64_t hash) const {
    return std::binary_search(templates_.begin(), templates_.end(), hash);
}

void CopyFinder::mark_quotations(Prepared& prepared) const {
    const auto& words = prepared.words;
    for (std::uint32_t at = 0; at < words.size(); ++at) {
        if ((words.marks[at] & kQuoted) != 0) prepared.uses[at] = WordUse::quotation;
    }
    const auto runs = hash_runs(words.key, kQuotedRun);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!quoted_runs_.contains(runs[at])) continue;
        std::fill_n(prepared.uses.begin() + static_cast<std::ptrdiff_t>(at), kQuotedRun, WordUse::quotation);
    }
}

void CopyFinder::mark_templates(Prepared& prepared) const {
    if (templates_.empty()) return;
    std::uint32_t marked = 0;  // words before this one belong to the last template; 0 before the first
    for (const auto& fingerprint : sign(prepared.words)) {
        if (!is_template(fingerprint.hash)) continue;
        const auto begin = marked != 0 && fingerprint.word <= marked + kTemplateGap ? marked : fingerprint.word;
        marked = fingerprint.word + kShingle;
        for (auto at = begin; at < marked; ++at) {
            if (prepared.uses[at] == WordUse::prose) prepared.uses[at] = WordUse::template_;
        }
    }
}

CopyFinder::Prepared CopyFinder::prepare(std::uint32_t text) const {
    Prepared prepared;
    prepared.words = words_of(text);
    prepared.uses.assign(prepared.words.size(), WordUse::prose);
    mark_quotations(prepared);
    mark_templates(prepared);
    return prepared;
}

std::vector<ReuseCandidate> CopyFinder::candidates(std::uint32_t text, ReuseIndex::Lookup& lookup) const {
    if (templates_.empty())
        return index_.find(signatures_[text], text, limits_.fingerprints, limits_.candidates, lookup);
    std::vector<std::uint64_t> hashes;
    std::set_difference(signatures_[text].begin(), signatures_[text].end(), templates_.begin(), templates_.end(),
                        std::back_inserter(hashes));
    return index_.find(hashes, text, limits_.fingerprints, limits_.candidates, lookup);
}

std::vector<TextPair> CopyFinder::pairs_with_earlier(std::uint32_t text, ReuseIndex::Lookup& lookup) const {
    std::vector<TextPair> pairs;
    auto found = candidates(text, lookup);
    if (found.empty()) return pairs;
    std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) { return left.text < right.text; });
    const auto second = prepare(text);
    for (const auto& candidate : found) {
        const auto first = prepare(candidate.text);
        const auto compared = compare_texts({first.words, first.uses}, {second.words, second.uses});
        if (compared.passages.empty()) continue;
        TextPair pair;
        pair.first = candidate.text;
        pair.second = text;
        judge(compared, pair);
        for (const auto& shared : compared.passages)
            pair.passages.push_back(to_passage(shared, first.words, pair.first, second.words, pair.second));
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}  // namespace axray::story
