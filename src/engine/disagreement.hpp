// Whether the sources of a claim disagree (Judgement over all sources -> each source that speaks of it, judged alone).
//
// Judged together, one source that bears a claim out hides another that says otherwise. So the sources with a sentence
// near to the claim are judged alone, a few of them; when one supports it and another contradicts it, both are shown.
// Own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <axray/verdict.hpp>

#include "engine/source_set.hpp"
#include "judge/judge.hpp"

namespace axray::engine {

// Indexes over single sources of a set, made when they are first asked for. The set must outlive it.
class SingleSources {
public:
    explicit SingleSources(const SourceSet& set) : set_(set), indexes_(set.source_count()) {}
    [[nodiscard]] const trace::SourceIndex& index(std::uint32_t source);

private:
    const SourceSet& set_;
    std::vector<std::unique_ptr<const trace::SourceIndex>> indexes_;
};

// One source that was judged alone. Positions and sentences of the judgement are those of an index over it alone.
struct SourceOpinion {
    std::uint32_t source = 0;
    judge::Judgement judgement;
};

struct Disagreement {
    SourceOpinion supports;
    SourceOpinion contradicts;
};

// None when no two sources were found that disagree. Judges at most four sources, those with the nearest sentences.
[[nodiscard]] std::optional<Disagreement> find_disagreement(const judge::Judge& judge,
                                                            const judge::Statement& statement,
                                                            const judge::Judgement& together,
                                                            const trace::SourceIndex& index, SingleSources& singles,
                                                            judge::Workspace& workspace);

// Adds the flag, and the best sentence of each side where it is not yet among the evidence; keeps to the limit.
// `sources` give the names and the words.
void show_disagreement(const Disagreement& disagreement, SingleSources& singles, const std::vector<Document>& sources,
                       std::uint32_t evidence_limit, CheckedClaim& checked);

// The same for the answer to one claim, whose evidence may have `evidence_limit` sentences.
void show_disagreement(const Disagreement& disagreement, SingleSources& singles, std::uint32_t evidence_limit,
                       ClaimAnswer& answer);

}  // namespace axray::engine
