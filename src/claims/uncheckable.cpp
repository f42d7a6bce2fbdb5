#include "claims/uncheckable.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "claims/checkable.hpp"

namespace axray::claims {
namespace {

// Sentences in order with those beside them: who speaks often stands in the next one.
std::vector<std::uint32_t> with_neighbours(const std::vector<std::uint32_t>& sentences, std::size_t count) {
    std::vector<std::uint32_t> all;
    for (const auto sentence : sentences) {
        const auto first = sentence > 0 ? sentence - 1 : 0;
        for (auto one = first; one <= sentence + 1 && one < count; ++one) {
            if (all.empty() || all.back() < one) all.push_back(one);
        }
    }
    return all;
}

// All of the sentence's words stand between quotation marks: it is somebody else's.
bool is_quoted(const language::AnnotatedText& annotated, std::uint32_t sentence) {
    const auto range = annotated.sentences[sentence].tokens;
    for (auto token = range.begin; token < range.end; ++token) {
        if (annotated.tokens.is_content(token) && !annotated.tokens.has(token, language::kInQuotation)) return false;
    }
    return true;
}

// The sentences of a document that were looked at closely, numbered anew.
struct CloseLook {
    language::AnnotatedText text;
    std::map<std::uint32_t, std::uint32_t> numbers;  // of the document -> of `text`
};

CloseLook look_closely(const Document& document, const language::AnnotatedText& annotated,
                       const std::vector<std::uint32_t>& sentences, const Readers& readers) {
    CloseLook look;
    const auto annotator = readers.full_annotator.get();
    if (!annotator || sentences.empty()) return look;
    std::vector<Span> spans;
    for (const auto sentence : with_neighbours(sentences, annotated.sentences.size())) {
        if (annotated.sentences[sentence].tokens.size() == 0) continue;
        look.numbers[sentence] = static_cast<std::uint32_t>(spans.size());
        spans.push_back(annotated.sentences[sentence].span);
    }
    look.text = (*annotator)->annotate_sentences(document.text, spans, readers.workspace, {language::Layers::all, {}});
    return look;
}

std::optional<NotCheckable> reason_of(const Document& document, const language::AnnotatedText& annotated,
                                      const CloseLook& look, ClaimPlace place) {
    const auto number = look.numbers.find(place.sentence);
    if (number == look.numbers.end() || number->second >= look.text.sentences.size()) {
        return why_not_checkable(document, annotated, place);
    }
    place.sentence = number->second;
    return why_not_checkable(document, look.text, place);
}

std::vector<std::uint32_t> doubtful_sentences(const Document& document, const language::AnnotatedText& annotated,
                                              const std::vector<Claim>& claims) {
    std::vector<std::uint32_t> doubtful;
    for (const auto& claim : claims) {
        if (!doubtful.empty() && doubtful.back() == claim.sentence) continue;
        if (is_quoted(annotated, claim.sentence)) continue;
        if (may_be_uncheckable(document, annotated, claim.sentence)) doubtful.push_back(claim.sentence);
    }
    return doubtful;
}

// A sentence that is not in `look` is judged by what `annotated` has of it.
std::vector<std::optional<NotCheckable>> reasons_of(const Document& document, const language::AnnotatedText& annotated,
                                                    const std::vector<Claim>& claims,
                                                    const std::vector<std::uint32_t>& doubtful, const CloseLook& look) {
    std::vector<std::optional<NotCheckable>> reasons(claims.size());
    for (std::size_t number = 0; number < claims.size(); ++number) {
        const auto& claim = claims[number];
        if (!std::binary_search(doubtful.begin(), doubtful.end(), claim.sentence)) continue;
        std::vector<Span> parts = claim.context;
        parts.push_back(claim.span);
        reasons[number] = reason_of(document, annotated, look, {claim.sentence, parts, claim.block, claim.sentence});
    }
    return reasons;
}

}  // namespace

std::vector<std::optional<NotCheckable>> find_uncheckable(const Document& document,
                                                          const language::AnnotatedText& annotated,
                                                          const std::vector<Claim>& claims, const Readers& readers) {
    const auto doubtful = doubtful_sentences(document, annotated, claims);
    return reasons_of(document, annotated, claims, doubtful, look_closely(document, annotated, doubtful, readers));
}

std::vector<std::optional<NotCheckable>> find_uncheckable(const Document& document,
                                                          const language::AnnotatedText& closely,
                                                          const std::vector<Claim>& claims) {
    return reasons_of(document, closely, claims, doubtful_sentences(document, closely, claims), {});
}

std::optional<NotCheckable> lone_uncheckable(std::string_view claim, const language::AnnotatedText& annotated,
                                             const Readers& readers) {
    Document document;
    document.text = std::string(claim);
    std::vector<Claim> sentences;
    for (std::uint32_t number = 0; number < annotated.sentences.size(); ++number) {
        if (annotated.sentences[number].tokens.size() == 0) continue;
        Claim one;
        one.span = annotated.sentences[number].span;
        one.sentence = number;
        sentences.push_back(std::move(one));
    }
    const auto reasons = find_uncheckable(document, annotated, sentences, readers);
    const bool all = std::all_of(reasons.begin(), reasons.end(), [](const auto& reason) { return reason.has_value(); });
    return all && !reasons.empty() ? reasons.front() : std::nullopt;
}

std::vector<Claim> with_questions(std::vector<Claim> claims, std::vector<Claim> questions) {
    std::vector<Claim> all;
    all.reserve(claims.size() + questions.size());
    std::merge(std::make_move_iterator(claims.begin()), std::make_move_iterator(claims.end()),
               std::make_move_iterator(questions.begin()), std::make_move_iterator(questions.end()),
               std::back_inserter(all),
               [](const Claim& left, const Claim& right) { return left.sentence < right.sentence; });
    for (std::size_t number = 0; number < all.size(); ++number) all[number].id = static_cast<std::uint32_t>(number);
    return all;
}

}  // namespace axray::claims
