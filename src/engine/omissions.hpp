// What the sources say and the article leaves out (sources + article -> Omissions).
//
// A sentence of a source is carried when one sentence of the article bears out most of its words, or two or three do so
// together and keep neighbouring words together; this is the alignment that traces claims, the other way round. What is
// not carried is listed by how central it is: how much its words recur in the sentences of all sources, whether it
// stands early, whether it has names or figures. Sentences that say nearly the same are listed once; who says it does
// not count. Linear in the words of sources and article. Method: own; centrality is the cosine with the centroid of the
// sentences (Radev, Jing, Stys and Tam 2004).
#pragma once

#include <cstdint>
#include <vector>

#include <axray/check_report.hpp>
#include <axray/document.hpp>

#include "engine/source_set.hpp"
#include "judge/judge.hpp"

namespace axray::engine {

struct OmissionInputs {
    const language::AnnotatedText& article;
    const SourceSet& sources;
    const std::vector<Document>& documents;  // the sources, in the same order
    const trace::WordWeights& weights;
    const std::vector<CheckedClaim>& claims;  // what a claim contradicts is said otherwise, not left out
};

[[nodiscard]] std::vector<Omission> find_omissions(const OmissionInputs& inputs, std::uint32_t limit,
                                                   trace::LexicalRelations& relations);

}  // namespace axray::engine
