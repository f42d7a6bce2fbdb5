#include "engine/disagreement.hpp"

#include <algorithm>
#include <utility>

#include "engine/claim_results.hpp"
#include "engine/flags.hpp"

namespace axray::engine {
namespace {

constexpr std::size_t kMostJudged = 4;
constexpr float kLeastCoverage = 0.4F;  // of the claim by one sentence, for a source to be judged alone

// Sources with a sentence that could bear the claim out or contradict it, the nearest first.
std::vector<std::uint32_t> nearest_sources(const judge::Judgement& together, const trace::SourceIndex& index) {
    struct Nearest {
        std::uint32_t source;
        float coverage;
    };
    std::vector<Nearest> nearest;
    for (const auto& claim : together.claims) {
        for (const auto& candidate : claim.trace.candidates) {
            const auto source = index.sentences()[candidate.sentence].source;
            if (candidate.coverage < kLeastCoverage) continue;
            const auto same = std::find_if(nearest.begin(), nearest.end(),
                                           [source](const Nearest& one) { return one.source == source; });
            if (same == nearest.end())
                nearest.push_back({source, candidate.coverage});
            else
                same->coverage = std::max(same->coverage, candidate.coverage);
        }
    }
    std::sort(nearest.begin(), nearest.end(), [](const Nearest& left, const Nearest& right) {
        return left.coverage != right.coverage ? left.coverage > right.coverage : left.source < right.source;
    });
    if (nearest.size() > kMostJudged) nearest.resize(kMostJudged);
    std::vector<std::uint32_t> sources;
    for (const auto& one : nearest) sources.push_back(one.source);
    return sources;
}

// The sentence on which the verdict about a single source rests most; none when there is no evidence.
std::optional<RatedSentence> best_sentence(const SourceOpinion& opinion) {
    const auto rated = rated_sentences(opinion.judgement, Selection::evidence, 1);
    if (rated.empty()) return std::nullopt;
    return rated.front();
}

// Makes room for `count` more.
template <class Evidence>
void make_room(std::vector<Evidence>& evidence, std::size_t count, std::uint32_t limit) {
    const std::size_t kept = limit > count ? limit - count : 0;
    if (evidence.size() > kept) evidence.resize(kept);
}

std::string name_of(const Document& document, std::uint32_t number) {
    return document.id.empty() ? "source " + std::to_string(number + 1) : document.id;
}

// The first difference between claim and source that shows two values; nullptr when there is none.
const judge::Difference* shown_difference(const judge::Judgement& judgement) {
    for (const auto& list : judgement.differences) {
        for (const auto& difference : list) {
            if (judge::excludes(difference.kind)) return &difference;
        }
    }
    return nullptr;
}

}  // namespace

const trace::SourceIndex& SingleSources::index(std::uint32_t source) {
    auto& index = indexes_[source];
    if (!index) index = std::make_unique<const trace::SourceIndex>(set_.index_of(source));
    return *index;
}

std::optional<Disagreement> find_disagreement(const judge::Judge& judge, const judge::Statement& statement,
                                              const judge::Judgement& together, const trace::SourceIndex& index,
                                              SingleSources& singles, judge::Workspace& workspace) {
    if (index.source_count() < 2 || together.verdict == Verdict::not_found) return std::nullopt;
    const auto sources = nearest_sources(together, index);
    if (sources.size() < 2) return std::nullopt;
    std::optional<SourceOpinion> supports;
    std::optional<SourceOpinion> contradicts;
    for (const auto source : sources) {
        auto alone = judge.judge(statement, singles.index(source), {}, workspace);
        auto& side = alone.verdict == Verdict::contradicted ? contradicts : supports;
        const bool takes_a_side = alone.verdict == Verdict::supported || alone.verdict == Verdict::contradicted;
        if (takes_a_side && !side) side = SourceOpinion{source, std::move(alone)};
        if (supports && contradicts) return Disagreement{*std::move(supports), *std::move(contradicts)};
    }
    return std::nullopt;
}

void show_disagreement(const Disagreement& disagreement, SingleSources& singles, const std::vector<Document>& sources,
                       std::uint32_t evidence_limit, CheckedClaim& checked) {
    std::vector<Evidence> added;
    for (const auto* opinion : {&disagreement.supports, &disagreement.contradicts}) {
        const auto best = best_sentence(*opinion);
        if (!best) continue;
        const auto& index = singles.index(opinion->source);
        const auto sentence = index.sentences()[best->sentence].sentence;
        const bool present = std::any_of(checked.evidence.begin(), checked.evidence.end(), [&](const Evidence& one) {
            return one.place.source == opinion->source && one.sentence == sentence;
        });
        if (present) continue;
        added.push_back({{opinion->source, index.text(0).sentences[sentence].span}, sentence, best->coverage});
    }
    make_room(checked.evidence, added.size(), evidence_limit);
    checked.evidence.insert(checked.evidence.end(), added.begin(), added.end());

    Flag flag;
    flag.kind = FlagKind::sources_disagree;
    const auto& against = disagreement.contradicts;
    flag.explanation =
        "The sources disagree: " + name_of(sources[disagreement.supports.source], disagreement.supports.source) +
        " bears it out, " + name_of(sources[against.source], against.source) + " contradicts it.";
    if (const auto* difference = shown_difference(against.judgement)) {
        if (const auto place = place_of(difference->source, singles.index(against.source))) {
            flag.source = SourceSpan{against.source, place->span};
        }
    }
    checked.flags.push_back(std::move(flag));
}

void show_disagreement(const Disagreement& disagreement, SingleSources& singles, std::uint32_t evidence_limit,
                       ClaimAnswer& answer) {
    std::vector<SentenceReference> added;
    for (const auto* opinion : {&disagreement.supports, &disagreement.contradicts}) {
        const auto best = best_sentence(*opinion);
        if (!best) continue;
        const SentenceReference place{opinion->source,
                                      singles.index(opinion->source).sentences()[best->sentence].sentence};
        if (std::find(answer.evidence.begin(), answer.evidence.end(), place) == answer.evidence.end())
            added.push_back(place);
    }
    make_room(answer.evidence, added.size(), evidence_limit);
    answer.evidence.insert(answer.evidence.end(), added.begin(), added.end());
    answer.flags.push_back(FlagKind::sources_disagree);
}

}  // namespace axray::engine
