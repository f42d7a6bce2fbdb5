#include "judge/word_pairs.hpp"

#include <algorithm>

#include "language/dates/moments.hpp"

namespace axray::judge {
namespace {

using language::AnnotatedText;
using language::kNone;
using language::Tokens;

std::uint16_t bits_of(const AnnotatedText& text, std::uint32_t token) {
    const Tokens& tokens = text.tokens;
    const auto bit = [](bool set, WordBit which) { return set ? static_cast<unsigned>(which) : 0U; };
    const auto kind = tokens.kind[token];
    const bool digits = kind == language::TokenKind::number || kind == language::TokenKind::alphanumeric;
    const unsigned bits = bit(tokens.is_content(token), kContentBit) | bit(tokens.mention[token] != kNone, kNameBit) |
                          bit(tokens.quantity[token] != kNone, kQuantityBit) |
                          bit(tokens.date[token] != kNone, kDateBit) |
                          bit(tokens.has(token, language::kNegationCue), kNegationCueBit) |
                          bit(tokens.has(token, language::kNegated), kNegatedBit) |
                          bit(tokens.has(token, language::kCapitalised), kCapitalisedBit) |
                          bit(tokens.has(token, language::kVerbLike), kVerbBit) |
                          bit(tokens.has(token, language::kInQuotation), kQuotationBit) |
                          bit(tokens.has(token, language::kReportingCue), kReportingBit) | bit(digits, kDigitsBit) |
                          bit(tokens.has(token, language::kSentenceInitial), kSentenceStartBit);
    return static_cast<std::uint16_t>(bits);
}

bool is_word(const Tokens& tokens, std::uint32_t token) {
    return tokens.kind[token] != language::TokenKind::punctuation;
}

// Words of one text stand in the place of a date of another that means the same.
struct DateInOtherWords {
    language::TokenSpan date;   // of the source
    language::TokenSpan words;  // of the claim
};

// "Monday" of a source where the claim says "25 March 2024", and the same day is meant. Ordered.
std::vector<DateInOtherWords> dates_in_words_of(const AnnotatedText& claim, const AnnotatedText& source,
                                                language::TokenSpan tokens) {
    std::vector<DateInOtherWords> found;
    if (!claim.published.known() && !source.published.known()) return found;
    auto date = std::partition_point(source.dates.begin(), source.dates.end(),
                                     [tokens](const auto& one) { return one.tokens.begin < tokens.begin; });
    for (; date != source.dates.end() && date->tokens.begin < tokens.end; ++date) {
        const auto mine = std::find_if(claim.dates.begin(), claim.dates.end(), [&](const auto& one) {
            return language::bears_out_by_reckoning({one, claim}, {*date, source});
        });
        if (mine != claim.dates.end() && date->tokens.end <= tokens.end) found.push_back({date->tokens, mine->tokens});
    }
    return found;
}

// Adds the words of `tokens` that are no punctuation; `first` is the position of the text's first token. The network
// compares words and cannot reckon: it is shown dates that mean the same in the words of the claim.
void append_words(const AnnotatedText& text, language::TokenSpan tokens, std::uint32_t first, std::size_t most,
                  std::uint8_t sentence, std::vector<PairedWord>& words, const AnnotatedText* claim = nullptr) {
    const std::size_t begin = words.size();
    const auto same_dates =
        claim == nullptr ? std::vector<DateInOtherWords>() : dates_in_words_of(*claim, text, tokens);
    auto same = same_dates.begin();
    for (std::uint32_t token = tokens.begin; token < tokens.end && words.size() - begin < most; ++token) {
        if (same != same_dates.end() && same->date.begin == token) {
            token = same->date.end - 1;
            for (std::uint32_t other = same->words.begin; other < same->words.end; ++other) {
                if (!is_word(claim->tokens, other)) continue;
                words.push_back({claim->tokens.form[other], bits_of(*claim, other), sentence, token + first, 0});
            }
            ++same;
            continue;
        }
        if (!is_word(text.tokens, token)) continue;
        words.push_back({text.tokens.form[token], bits_of(text, token), sentence, token + first, 0});
    }
    auto cue = std::partition_point(text.certainty_cues.begin(), text.certainty_cues.end(),
                                    [tokens](const auto& one) { return one.cue.end <= tokens.begin; });
    for (; cue != text.certainty_cues.end() && cue->cue.begin < tokens.end; ++cue) {
        for (std::size_t word = begin; word < words.size(); ++word) {
            if (cue->cue.contains(words[word].token - first)) words[word].bits |= kCertaintyBit;
        }
    }
}

// What numbers, dates and names say of two words; none when neither says anything.
WordRelation relation_of_values(const AnnotatedText& claim, std::uint32_t token, const AnnotatedText& source,
                                std::uint32_t other) {
    const Tokens& mine = claim.tokens;
    const Tokens& theirs = source.tokens;
    if (mine.date[token] != kNone && theirs.date[other] != kNone) {
        const auto& date = claim.dates[mine.date[token]];
        const auto& other_date = source.dates[theirs.date[other]];
        if (trace::agree(date, other_date) || language::bears_out_by_reckoning({date, claim}, {other_date, source}))
            return WordRelation::same_value;
        return date.is_calendar() && other_date.is_calendar() ? WordRelation::other_date : WordRelation::none;
    }
    if (mine.quantity[token] != kNone && theirs.quantity[other] != kNone) {
        const auto& quantity = claim.quantities[mine.quantity[token]];
        const auto& other_quantity = source.quantities[theirs.quantity[other]];
        if (trace::same_value(quantity, other_quantity)) return WordRelation::same_value;
        return compatible(quantity, other_quantity) ? WordRelation::none : WordRelation::other_value;
    }
    if (mine.mention[token] != kNone && theirs.mention[other] != kNone) {
        const bool same = trace::same_name(claim.mentions[mine.mention[token]], source.mentions[theirs.mention[other]]);
        return same ? WordRelation::same_name : WordRelation::other_name;
    }
    return WordRelation::none;
}

// Words of opposite meaning are so whatever else they share; siblings only when nothing nearer relates them.
WordRelation relation_of(const trace::WordMeaning& meaning) {
    if (meaning.opposite) return WordRelation::opposite;
    switch (meaning.kinship) {
        case trace::Kinship::derived:
        case trace::Kinship::synonym: return WordRelation::same_meaning;
        case trace::Kinship::special: return WordRelation::special;
        case trace::Kinship::general: return WordRelation::general;
        case trace::Kinship::none: break;
    }
    return meaning.sibling ? WordRelation::sibling : WordRelation::none;
}

// Fills the relations of one claim text with the evidence.
class Relater {
public:
    Relater(const AnnotatedText& claim, const trace::SourceIndex& index, trace::LexicalRelations& lexical,
            WordPairs& pairs)
        : claim_(claim), index_(index), lexical_(lexical), pairs_(pairs) {}

    void run() {
        pairs_.relations.assign(pairs_.claim.size() * pairs_.evidence.size(), WordRelation::none);
        for (std::size_t word = 0; word < pairs_.claim.size(); ++word) relate(word);
    }

private:
    struct Place {
        const AnnotatedText* text;
        std::uint32_t token;
    };
    [[nodiscard]] Place place_of(const PairedWord& word) const {
        const auto source = index_.sentences()[index_.sentence_at(word.token)].source;
        return {&index_.text(source), word.token - index_.first_token(source)};
    }

    void relate(std::size_t word) {
        const std::uint32_t token = pairs_.claim[word].token;
        const Tokens& mine = claim_.tokens;
        const bool content = mine.is_content(token);
        const auto row = std::span(pairs_.relations).subspan(word * pairs_.evidence.size(), pairs_.evidence.size());
        bool known = !content;
        for (std::size_t other = 0; other < row.size(); ++other) {
            const PairedWord& theirs = pairs_.evidence[other];
            if (mine.form[token] == theirs.form) {
                row[other] = WordRelation::same_form;
                known = true;
                continue;
            }
            if (!content || (theirs.bits & kContentBit) == 0) continue;
            const Place place = place_of(theirs);
            const Tokens& tokens = place.text->tokens;
            const bool same_stem =
                mine.stem[token] == tokens.stem[place.token] || mine.lemma[token] == tokens.lemma[place.token];
            row[other] =
                same_stem ? WordRelation::same_stem : relation_of_values(claim_, token, *place.text, place.token);
            known = known || same_stem || row[other] == WordRelation::same_value;
        }
        // A word that the evidence has itself needs no relation of the lexicon.
        if (!known && mine.kind[token] == language::TokenKind::word) relate_by_lexicon(token, row);
    }

    void relate_by_lexicon(std::uint32_t token, std::span<WordRelation> row) {
        for (std::size_t other = 0; other < row.size(); ++other) {
            const PairedWord& theirs = pairs_.evidence[other];
            if ((theirs.bits & kContentBit) == 0 || row[other] == WordRelation::same_name) continue;
            const Place place = place_of(theirs);
            const auto relation =
                relation_of(lexical_.compare(claim_.tokens.lemma[token], place.text->tokens.lemma[place.token]));
            if (relation != WordRelation::none) row[other] = relation;
        }
    }

    const AnnotatedText& claim_;
    const trace::SourceIndex& index_;
    trace::LexicalRelations& lexical_;
    WordPairs& pairs_;
};

// Weights of the words to trace; both lists are in the order of the text.
void take_weights(const trace::ClaimWords& traced, std::vector<PairedWord>& words) {
    auto word = words.begin();
    for (const trace::ClaimWord& one : traced.words) {
        while (word != words.end() && word->token < one.token) ++word;
        if (word != words.end() && word->token == one.token) word->weight = one.weight;
    }
}

// Marks the words of the claim whose stem stands in a source that the evidence is of.
void mark_in_source(const AnnotatedText& claim, const trace::SourceIndex& index,
                    const std::vector<std::uint32_t>& shown, std::vector<PairedWord>& words) {
    std::vector<std::uint32_t> sources;
    sources.reserve(shown.size());
    for (const std::uint32_t sentence : shown) sources.push_back(index.sentences()[sentence].source);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    for (PairedWord& word : words) {
        const auto positions = index.find_stem(claim.tokens.stem[word.token]);
        const bool stands = std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
            const auto first = std::lower_bound(positions.begin(), positions.end(), index.first_token(source));
            return first != positions.end() && *first < index.first_token(source) + index.text(source).tokens.size();
        });
        if (stands) word.bits |= kInSourceBit;
    }
}

}  // namespace

std::vector<std::uint32_t> shown_candidates(const trace::Trace& trace) {
    std::vector<std::uint32_t> shown = trace.evidence;
    if (shown.size() > kMostSentences) shown.resize(kMostSentences);
    std::vector<std::uint32_t> rest;
    for (std::uint32_t number = 0; number < trace.candidates.size(); ++number) {
        if (std::find(shown.begin(), shown.end(), number) == shown.end()) rest.push_back(number);
    }
    std::stable_sort(rest.begin(), rest.end(), [&trace](std::uint32_t left, std::uint32_t right) {
        return trace.relevance[left] > trace.relevance[right];
    });
    for (const std::uint32_t number : rest) {
        if (shown.size() >= kMostSentences) break;
        shown.push_back(number);
    }
    return shown;
}

bool without_counterpart(const WordPairs& pairs, std::size_t word) {
    if ((pairs.claim[word].bits & kContentBit) == 0) return false;
    const auto row = pairs.row(word);
    return std::none_of(row.begin(), row.end(), [](WordRelation relation) {
        return relation >= WordRelation::same_form && relation <= WordRelation::special;
    });
}

WordPairs pair_words(std::span<const TracedClaim> claims, const trace::SourceIndex& index,
                     trace::LexicalRelations& relations) {
    WordPairs pairs;
    if (claims.empty()) return pairs;
    const AnnotatedText& text = *claims.front().words.text;
    std::vector<std::uint32_t> shown;
    for (const TracedClaim& claim : claims) {
        for (const language::TokenSpan range : claim.stated) {
            append_words(text, range, 0, kMostClaimWords - std::min(pairs.claim.size(), kMostClaimWords), 0,
                         pairs.claim);
        }
        take_weights(claim.words, pairs.claim);
        const auto candidates = shown_candidates(claim.trace);
        for (std::size_t rank = 0; rank < candidates.size(); ++rank) {
            const std::uint32_t sentence = claim.trace.candidates[candidates[rank]].sentence;
            if (std::find(shown.begin(), shown.end(), sentence) != shown.end()) continue;
            if (pairs.evidence.size() >= kMostEvidenceWords) break;
            shown.push_back(sentence);
            const auto& place = index.sentences()[sentence];
            const std::uint32_t first = index.first_token(place.source);
            append_words(index.text(place.source), {place.begin - first, place.end - first}, first, kMostSentenceWords,
                         static_cast<std::uint8_t>(rank), pairs.evidence, &text);
        }
    }
    mark_in_source(text, index, shown, pairs.claim);
    Relater(text, index, relations, pairs).run();
    return pairs;
}

}  // namespace axray::judge
