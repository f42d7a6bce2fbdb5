#include "engine/claim_results.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "engine/flags.hpp"
#include "language/dates/moments.hpp"

namespace axray::engine {
namespace {

using judge::Difference;
using judge::Judgement;
using judge::TracedClaim;

constexpr std::uint32_t kRankingLimit = 20;

// The difference that covers a token of the claim and stands beside the verdict; nullptr when there is none.
const Difference* difference_at(const std::vector<Difference>& differences, std::uint32_t token, Verdict verdict) {
    for (const auto& difference : differences) {
        if (!difference.claim.contains(token) || difference.kind == FlagKind::negated) continue;
        if (judge::excludes(difference.kind) && belongs_to(difference.kind, verdict)) return &difference;
    }
    return nullptr;
}

// How each word of one part of the statement stands in the evidence.
std::vector<AlignedWord> aligned_words(const Judgement& judgement, std::size_t part, const trace::SourceIndex& index) {
    const TracedClaim& claim = judgement.claims[part];
    const auto links = trace::best_links(claim.trace, claim.trace.evidence, claim.words.words.size());
    const auto& tokens = claim.words.text->tokens;
    std::vector<AlignedWord> words;
    words.reserve(links.size());
    for (std::size_t number = 0; number < links.size(); ++number) {
        const auto token = claim.words.words[number].token;
        AlignedWord word;
        word.claim = tokens.span[token];
        if (judgement.verdict == Verdict::not_found) {
            words.push_back(word);
            continue;
        }
        const auto position = links[number].position;
        if (position != language::kNone) {
            word.kind = links[number].kind;
            word.source = place_of({position, position + 1}, index);
        }
        if (const auto* difference = difference_at(judgement.differences[part], token, judgement.verdict)) {
            word.kind = AlignmentKind::differs;
            word.source = place_of(difference->source, index);
        }
        words.push_back(word);
    }
    return words;
}

Span claim_span(language::TokenSpan tokens, const language::AnnotatedText& text) {
    if (tokens.size() == 0) return {};
    return {text.tokens.span[tokens.begin].begin, text.tokens.span[tokens.end - 1].end};
}

// "Monday" beside "26 March": the reader sees which Monday.
void add_meanings(const judge::Difference& difference, const language::AnnotatedText& claim,
                  const trace::SourceIndex& index, Flag& flag) {
    if (difference.claim.size() == 0 || difference.source.begin >= difference.source.end) return;
    const auto& source = index.text(index.sentences()[index.sentence_at(difference.source.begin)].source);
    const auto* mine = language::date_at(claim, difference.claim.begin);
    const auto* theirs = language::date_at(source, index.local(difference.source.begin));
    if (mine == nullptr || theirs == nullptr) return;
    flag.claim_meaning = language::meaning_beside({*mine, claim}, {*theirs, source});
    flag.source_meaning = language::meaning_beside({*theirs, source}, {*mine, claim});
}

std::vector<Flag> flags_of(const Judgement& judgement, const SourceSet& sources, const ReportTexts& texts) {
    std::vector<Flag> flags;
    for (std::size_t part = 0; part < judgement.claims.size(); ++part) {
        for (const auto& difference : judgement.differences[part]) {
            if (!belongs_to(difference.kind, judgement.verdict)) continue;
            Flag flag;
            flag.kind = difference.kind;
            flag.claim = claim_span(difference.claim, *judgement.claims[part].words.text);
            flag.source = place_of(difference.source, sources.index());
            const auto source_words =
                flag.source ? texts.sources[flag.source->source].slice(flag.source->span) : std::string_view();
            if (flag.kind == FlagKind::date_differs)
                add_meanings(difference, *judgement.claims[part].words.text, sources.index(), flag);
            flag.explanation = explain(flag.kind, {texts.article.slice(flag.claim), flag.claim_meaning},
                                       {source_words, flag.source_meaning});
            flags.push_back(std::move(flag));
        }
    }
    return flags;
}

// Words of the statement that are not traced because it has too many.
std::uint32_t words_left_out(const Judgement& judgement) {
    std::uint32_t left_out = 0;
    for (const auto& claim : judgement.claims) {
        if (claim.words.words.size() < trace::kMaxClaimWords) continue;
        const auto& tokens = claim.words.text->tokens;
        std::size_t content = 0;
        for (const auto range : claim.stated) {
            for (auto token = range.begin; token < range.end; ++token) content += tokens.is_content(token) ? 1 : 0;
        }
        left_out += static_cast<std::uint32_t>(content - std::min(content, claim.words.words.size()));
    }
    return left_out;
}

SentenceReference reference_to(std::uint32_t sentence, const trace::SourceIndex& index) {
    const auto& place = index.sentences()[sentence];
    return {place.source, place.sentence};
}

}  // namespace

std::vector<RatedSentence> rated_sentences(const Judgement& judgement, Selection selection, std::uint32_t limit) {
    std::vector<RatedSentence> rated;
    const auto add = [&](const trace::Trace& trace, std::uint32_t candidate) {
        const auto& alignment = trace.candidates[candidate];
        const RatedSentence one{alignment.sentence, trace.relevance[candidate], alignment.coverage};
        const auto same = std::find_if(rated.begin(), rated.end(),
                                       [&](const RatedSentence& other) { return other.sentence == one.sentence; });
        if (same == rated.end())
            rated.push_back(one);
        else if (same->relevance < one.relevance)
            *same = one;
    };
    for (const auto& claim : judgement.claims) {
        if (selection == Selection::evidence) {
            for (const auto candidate : claim.trace.evidence) add(claim.trace, candidate);
        } else {
            for (std::uint32_t i = 0; i < claim.trace.candidates.size(); ++i) add(claim.trace, i);
        }
    }
    std::stable_sort(rated.begin(), rated.end(), [](const RatedSentence& left, const RatedSentence& right) {
        return left.relevance > right.relevance;
    });
    if (rated.size() > limit) rated.resize(limit);
    return rated;
}

CheckedClaim checked_claim(const Judgement& judgement, const SourceSet& sources, const ReportTexts& texts,
                           std::uint32_t evidence_limit) {
    const auto& index = sources.index();
    CheckedClaim checked;
    checked.verdict = judgement.verdict;
    checked.probability = judgement.probability;
    checked.words_not_judged = words_left_out(judgement);
    if (judgement.verdict != Verdict::not_found) {
        for (const auto& rated : rated_sentences(judgement, Selection::evidence, evidence_limit)) {
            const auto& place = index.sentences()[rated.sentence];
            const auto span = index.text(place.source).sentences[place.sentence].span;
            checked.evidence.push_back({{place.source, span}, place.sentence, rated.coverage});
        }
    } else {
        for (const auto& rated : rated_sentences(judgement, Selection::all_candidates, evidence_limit)) {
            const auto& place = index.sentences()[rated.sentence];
            checked.nearest.push_back({place.source, index.text(place.source).sentences[place.sentence].span});
        }
    }
    for (std::size_t part = 0; part < judgement.claims.size(); ++part) {
        auto words = aligned_words(judgement, part, index);
        checked.alignment.insert(checked.alignment.end(), words.begin(), words.end());
    }
    checked.flags = flags_of(judgement, sources, texts);
    return checked;
}

ClaimAnswer claim_answer(const Judgement& judgement, const SourceSet& sources, std::string_view claim) {
    const auto& index = sources.index();
    ClaimAnswer answer;
    answer.verdict = judgement.verdict;
    answer.probability = judgement.probability;
    answer.words_not_judged = words_left_out(judgement);
    if (judgement.verdict != Verdict::not_found) {
        for (const auto& rated : rated_sentences(judgement, Selection::evidence, kAnswerEvidenceLimit)) {
            answer.evidence.push_back(reference_to(rated.sentence, index));
        }
    }
    for (const auto& rated : rated_sentences(judgement, Selection::all_candidates, kRankingLimit)) {
        answer.ranking.push_back(reference_to(rated.sentence, index));
    }
    base::CodePointCounter counter(claim);
    for (const auto span : judge::wrong_words(judgement.doubtful_words(), judgement.verdict)) {
        answer.bad_spans.push_back(counter.convert(span));
    }
    for (const auto& differences : judgement.differences) {
        for (const auto& difference : differences) {
            if (belongs_to(difference.kind, judgement.verdict)) answer.flags.push_back(difference.kind);
        }
    }
    std::sort(answer.flags.begin(), answer.flags.end());
    answer.flags.erase(std::unique(answer.flags.begin(), answer.flags.end()), answer.flags.end());
    return answer;
}

}  // namespace axray::engine
