#include "story/stream/document_index.hpp"

#include <algorithm>
#include <tuple>

namespace axray::story {

void DocumentIndex::add(const SparseVector& document) {
    const auto number = static_cast<std::uint32_t>(likeness_.size());
    likeness_.push_back(0);
    if (document.size() == 0) return;
    const std::size_t terms = document.terms.back() / kTermClasses + std::size_t{1};
    if (postings_.size() < terms) postings_.resize(std::max(terms, postings_.size() * 2));
    for (std::size_t at = 0; at < document.size(); ++at)
        postings_[document.terms[at] / kTermClasses].push_back({number, document.weights[at]});
}

// Positions in the query of the terms that are in the index.
std::vector<std::uint32_t> DocumentIndex::rarest_first(const SparseVector& query) const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t at = 0; at < query.size(); ++at) {
        const auto term = query.terms[at] / kTermClasses;
        if (term < postings_.size() && !postings_[term].empty()) order.push_back(at);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
        return postings_[query.terms[one] / kTermClasses].size() < postings_[query.terms[other] / kTermClasses].size();
    });
    return order;
}

std::vector<Neighbour> DocumentIndex::nearest(const SparseVector& query, std::uint32_t count) {
    std::vector<Neighbour> found;
    std::uint32_t left = settings_.postings;
    for (const auto at : rarest_first(query)) {
        const auto& postings = postings_[query.terms[at] / kTermClasses];
        if (postings.size() > left) break;
        left -= static_cast<std::uint32_t>(postings.size());
        for (const auto& posting : postings) {
            float& likeness = likeness_[posting.document];
            if (likeness == 0) found.push_back({posting.document, 0});
            likeness += posting.weight * query.weights[at];
        }
    }
    postings_read_ += settings_.postings - left;
    for (auto& one : found) {
        one.likeness = likeness_[one.document];
        likeness_[one.document] = 0;
    }
    std::erase_if(found, [&](const Neighbour& one) { return one.likeness < settings_.least_likeness; });
    const auto wanted = std::min<std::size_t>(count, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(wanted), found.end(),
                      [](const Neighbour& one, const Neighbour& other) {
                          return std::tuple(-one.likeness, one.document) < std::tuple(-other.likeness, other.document);
                      });
    return {found.begin(), found.begin() + static_cast<std::ptrdiff_t>(wanted)};  // `found` has room for many more
}

}  // namespace axray::story
