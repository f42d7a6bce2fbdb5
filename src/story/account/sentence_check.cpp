#include "story/account/sentence_check.hpp"

#include <algorithm>
#include <map>

#include "claims/claims.hpp"
#include "judge/judge.hpp"
#include "story/account/loaded_words.hpp"
#include "trace/claim_words.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kEvidenceShown = 4;
constexpr double kSurely = 0.85;  // probability from which a sentence follows from another

// What a sentence of the account may not differ in, even where the judge calls it supported.
bool is_forbidden(const judge::Difference& difference) {
    return difference.kind == FlagKind::attribution_dropped || difference.kind == FlagKind::attribution_differs ||
           difference.kind == FlagKind::certainty_raised || difference.kind == FlagKind::quote_altered;
}

bool loses_nothing(const judge::Judgement& judgement) {
    return std::all_of(judgement.differences.begin(), judgement.differences.end(), [](const auto& differences) {
        return std::none_of(differences.begin(), differences.end(), is_forbidden);
    });
}

void add_evidence(const judge::Judgement& judgement, const trace::SourceIndex& index,
                  std::vector<SourceSpan>& evidence) {
    for (const auto& claim : judgement.claims) {
        for (const auto candidate : claim.trace.evidence) {
            const auto& place = index.sentences()[claim.trace.candidates[candidate].sentence];
            const SourceSpan sentence{place.source, index.text(place.source).sentences[place.sentence].span};
            if (evidence.size() >= kEvidenceShown) return;
            if (std::find(evidence.begin(), evidence.end(), sentence) == evidence.end()) evidence.push_back(sentence);
        }
    }
}

// Share of a claim's weight that the best sentence bears out which stands in a paragraph.
double coverage_in_prose(const judge::Judgement& judgement, const StoryTexts& texts) {
    double least = 1;
    for (const auto& claim : judgement.claims) {
        double best = 0;
        for (const auto& candidate : claim.trace.candidates) {
            const auto& place = texts.index().sentences()[candidate.sentence];
            const auto& report = texts.report(place.source);
            const auto block = report.words.sentences[place.sentence].block;
            if (report.document->blocks[block].kind == BlockKind::paragraph)
                best = std::max(best, static_cast<double>(candidate.coverage));
        }
        least = std::min(least, best);
    }
    return judgement.claims.empty() ? 0 : least;
}

void add_words(const language::AnnotatedText& annotated, const trace::WordWeights& weights, CheckedText& checked) {
    const language::TokenSpan all[] = {{0, annotated.tokens.size()}};
    std::map<std::uint64_t, float> words;
    for (const auto& word : trace::collect_claim_words(annotated, all, weights).words)
        words[annotated.tokens.stem[word.token]] = word.weight;
    for (const auto& [stem, weight] : words) {
        checked.stems.push_back(stem);
        checked.weights.push_back(weight);
    }
}

Document document_of(const std::string& text, BlockKind block) {
    Document document;
    document.text = text;
    document.blocks.push_back({block, {0, static_cast<std::uint32_t>(text.size())}});
    return document;
}

}  // namespace

CheckedText check_text(const std::string& text, BlockKind block, const StoryTexts& texts, const Analyst& analyst) {
    const auto document = document_of(text, block);
    const auto annotated = analyst.annotator.annotate(document, analyst.annotating);
    CheckedText checked;
    add_words(annotated, analyst.judge.word_weights(), checked);
    checked.loaded_words = find_loaded_words(text, annotated);
    const auto claims = claims::split_claims(document, annotated);
    checked.supported = !claims.empty();
    checked.probability = claims.empty() ? 0 : 1;
    checked.borne_out_in_prose = checked.probability;
    for (const auto& claim : claims) {
        const judge::Statement statement{&annotated, {judge::stated_ranges(claim, annotated)}};
        const auto judgement = analyst.judge.judge(statement, texts.index(), {}, analyst.judging);
        checked.probability = std::min(checked.probability, static_cast<double>(judgement.probability));
        if (judgement.verdict != Verdict::supported || !loses_nothing(judgement)) checked.supported = false;
        checked.borne_out_in_prose = std::min(checked.borne_out_in_prose, coverage_in_prose(judgement, texts));
        add_evidence(judgement, texts.index(), checked.evidence);
    }
    return checked;
}

bool follows_from(const std::string& one, const std::string& other, const Analyst& analyst) {
    const auto document = document_of(one, BlockKind::paragraph);
    const auto annotated = analyst.annotator.annotate(document, analyst.annotating);
    const auto known = document_of(other, BlockKind::paragraph);
    const auto annotated_known = analyst.annotator.annotate(known, analyst.annotating);
    const auto index = trace::SourceIndex::build({&annotated_known});
    const auto claims = claims::split_claims(document, annotated);
    return !claims.empty() && std::all_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        const judge::Statement statement{&annotated, {judge::stated_ranges(claim, annotated)}};
        const auto judgement = analyst.judge.judge(statement, index, {}, analyst.judging);
        return judgement.verdict == Verdict::supported && judgement.probability >= kSurely;
    });
}

double share_within(const CheckedText& one, const CheckedText& other) {
    double total = 0;
    double shared = 0;
    for (std::size_t word = 0; word < one.stems.size(); ++word) {
        total += one.weights[word];
        if (std::binary_search(other.stems.begin(), other.stems.end(), one.stems[word])) shared += one.weights[word];
    }
    return total > 0 ? shared / total : 1;
}

}  // namespace axray::story
