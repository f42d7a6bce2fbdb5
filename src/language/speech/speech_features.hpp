// What the network of speech is told of each token besides the states of the sentence models (Tokens, Quotations ->
// SpeechFeatures): its word, dictionary form and ending as hashes, and flags for signs, word lists and places.
//
// The training program reads the same features through axray_predict, so that the network never sees anything else
// than it was trained with. Flags are numbered in the order of SpeechFlag; a model file says how many it knows.
#pragma once

#include <cstdint>
#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Bits of SpeechFeatures::flags.
enum class SpeechFlag : std::uint8_t {
    capitalised,
    all_capitals,
    number,
    address,
    name,
    verb_like,
    negation,
    in_quotation,     // between a pair of quotation marks
    after_open_mark,  // a quotation was opened in this block and not closed so far
    block_start,
    block_end,
    sentence_start,
    sentence_end,
    first_block,
    open_quote,
    close_quote,
    straight_quote,
    comma,
    colon,
    dash,
    open_bracket,
    close_bracket,
    stop,
    other_sign,
    touches_previous,
    asserts,
    accuses,
    denies,
    doubts,
    reports,
    weak_report,
    alleged,
    pronoun,
    determiner,
    preposition,
    conjunction,
    clause_start,
    be,
    have,
    modal,
    light_adverb,
    person_title,
    organisation,
    ing_form,
    past_form,
    plural,
    date,
    count_,
};

struct SpeechFeatures {
    std::vector<std::uint64_t> word;    // hash of the folded form
    std::vector<std::uint64_t> lemma;   // hash of the dictionary form
    std::vector<std::uint64_t> ending;  // hash of the last three bytes, ASCII letters in lower case
    std::vector<std::uint64_t> flags;   // bit n: SpeechFlag n
};

// Features of all tokens of a text whose words, quotations, names, dates and verbs are marked. Replaces what was in
// `features`. O(tokens).
void find_speech_features(const TokenView& view, const std::vector<Sentence>& sentences, SpeechFeatures& features);

}  // namespace axray::language
