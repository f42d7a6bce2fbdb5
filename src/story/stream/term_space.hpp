// The terms of one stream and how much each tells (DocumentProfile -> counts -> SparseVector of length one).
//
// A term weighs by how rare it is among the documents so far, blended with how rare it is in English at large
// (trace/word_weights.hpp), so that the first documents of a stream are weighed as sensibly as the last.
// Source: inverse document frequency, Spaerck Jones 1972, with pseudo-counts.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "story/stream/document_profile.hpp"
#include "story/stream/sparse_vector.hpp"
#include "trace/word_weights.hpp"

namespace axray::story {

// The class of a term, in its two low bits.
enum class TermClass : std::uint8_t { word, name, number, pair };

struct TermSettings {
    float prior_documents = 300;  // as many documents of English at large are thought to have come before
    float words_a_sentence = 12;  // content words; how many sentences a document has tells how often it has a word
    double rare_name = 2e-5;      // share of sentences with a name, or pair of words, that the table cannot have
    float mention = 0.7F;         // a name of several words beside its single words
    float pair = 1.0F;            // two words side by side
    float half_count = 1.0F;      // count at which half of a term's weight is reached
    float least_weight = 0.02F;   // of a vector of length one
    // Rarity counts by a power of it that grows with the document: of the few words of a headline all were chosen to
    // tell, of the many of an article the rare ones tell most.
    float short_words = 8;
    float short_power = 0.8F;
    float power_a_doubling = 0.08F;
    float long_power = 1.3F;
};

class TermSpace {
public:
    explicit TermSpace(const trace::WordWeights& english, const TermSettings& settings = {})
        : english_(&english), settings_(settings) {}

    // Counts the document; its terms with the part of their weight that does not depend on other documents. O(keys).
    [[nodiscard]] SparseVector count(const DocumentProfile& profile);

    // What terms weigh from now on, after all documents that were counted. O(terms).
    void refresh();

    // Of length one; empty when nothing in it tells anything. `words`: those of the document, as in its profile.
    [[nodiscard]] SparseVector weigh(const SparseVector& counted, float words) const;


private:
    [[nodiscard]] std::uint32_t term_of(const ProfileKey& key);
    [[nodiscard]] float rarity(std::size_t number) const;

    const trace::WordWeights* english_;
    TermSettings settings_;
    std::unordered_map<std::uint64_t, std::uint32_t> terms_;
    std::vector<std::uint32_t> documents_with_;  // by number of the term, as all below
    std::vector<float> in_sentences_;            // share of English sentences that have it
    std::vector<float> rarity_;
    std::uint32_t documents_ = 0;
    double words_ = 0;  // content words of all documents
};

}  // namespace axray::story
