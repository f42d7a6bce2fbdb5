// Which documents of a stream are nearest to one, without a look at all others (SparseVector -> Neighbours).
//
// Postings of terms; a query reads the rarest of its terms first and ends when it has read as many postings as it may,
// so that the cost of a document does not grow with the stream. Source: inverted index, document-at-a-time scores
// (Zobel and Moffat 2006).
#pragma once

#include <cstdint>
#include <vector>

#include "story/stream/sparse_vector.hpp"

namespace axray::story {

struct Neighbour {
    std::uint32_t document = 0;
    float likeness = 0;  // cosine, of the terms that were read
};

struct IndexSettings {
    std::uint32_t postings = 12'000;  // read for one query at most
    float least_likeness = 0.02F;
};

class DocumentIndex {
public:
    explicit DocumentIndex(const IndexSettings& settings = {}) : settings_(settings) {}

    // Documents are numbered in the order they are added.
    void add(const SparseVector& document);

    // The `count` nearest of the documents added, nearest first, of equals the earlier first.
    [[nodiscard]] std::vector<Neighbour> nearest(const SparseVector& query, std::uint32_t count);

    [[nodiscard]] std::uint64_t postings_read() const { return postings_read_; }

private:
    struct Posting {
        std::uint32_t document = 0;
        float weight = 0;
    };
    [[nodiscard]] std::vector<std::uint32_t> rarest_first(const SparseVector& query) const;

    IndexSettings settings_;
    std::vector<std::vector<Posting>> postings_;  // by number of the term
    std::vector<float> likeness_;                 // by document; nought between queries
    std::uint64_t postings_read_ = 0;
};

}  // namespace axray::story
