#include "language/words/vocabulary.hpp"

#include <algorithm>
#include <iterator>

#include <libstemmer.h>

namespace axray::language {
namespace {

// Verbs whose past is their base form.
bool is_past_without_ending(std::string_view folded) {
    static constexpr std::string_view kVerbs[] = {"beat", "bet",  "burst", "cast",   "cost",   "cut",
                                                  "hit",  "hurt", "let",   "put",    "quit",   "read",
                                                  "set",  "shut", "split", "spread", "thrust", "upset"};
    return std::find(std::begin(kVerbs), std::end(kVerbs), folded) != std::end(kVerbs);
}

std::uint16_t verb_forms(std::string_view folded, const WordAnalysis& analysis) {
    std::uint16_t forms = 0;
    const auto verb = static_cast<std::uint8_t>(WordClass::verb);
    if ((analysis.classes & verb) == 0) return forms;
    if ((analysis.base_classes & verb) != 0) forms |= kBaseVerb;
    if (analysis.irregular_verb || folded.ends_with("ed") || is_past_without_ending(folded)) forms |= kPastForm;
    if (folded.ends_with("ing") && folded.size() > 4) forms |= kIngForm;
    if (folded.ends_with("s") && !folded.ends_with("ss")) forms |= kThirdPerson;
    return forms;
}

std::uint16_t grammar_of(std::string_view folded, const WordAnalysis& analysis) {
    std::uint16_t grammar = analysis.classes;  // the first four bits are the WordClass bits
    const auto noun = static_cast<std::uint8_t>(WordClass::noun);
    const bool base_noun = (analysis.base_classes & noun) != 0;
    if (base_noun) grammar |= kBaseNoun;
    if ((analysis.base_classes & static_cast<std::uint8_t>(WordClass::adjective)) != 0) grammar |= kBaseAdjective;
    if ((analysis.classes & noun) != 0 && (!base_noun || folded == "people" || folded == "police")) grammar |= kPlural;
    grammar |= verb_forms(folded, analysis);
    if (analysis.verb_first) grammar |= kVerbFirst;
    if (analysis.proper) grammar |= kProper;
    if (analysis.classes != 0) grammar |= kKnown;
    return grammar;
}

}  // namespace

WordFacts Vocabulary::facts_of(std::string_view folded, std::uint64_t form, std::uint64_t& lemma) const {
    WordFacts facts = lists_.find(form);
    const WordAnalysis analysis = lexicon_->analyse(folded);
    lemma = analysis.lemma != 0 && !facts.is(kUseFunction) ? analysis.lemma : form;
    facts.grammar = grammar_of(folded, analysis);
    if (facts.uses != 0) facts.grammar |= kKnown;
    facts.length = static_cast<std::uint8_t>(std::min<std::size_t>(folded.size(), 255));
    return facts;
}

WordCache::WordCache() : stemmer_(sb_stemmer_new("english", "UTF_8")), entries_(kEntries) {}

void WordCache::DeleteStemmer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

void WordCache::use(const std::shared_ptr<const Vocabulary>& vocabulary) {
    if (vocabulary_ == vocabulary) return;
    vocabulary_ = vocabulary;
    std::fill(entries_.begin(), entries_.end(), Word{});
}

void WordCache::fill(Word& entry, std::string_view folded, std::uint64_t form) {
    entry.form = form;
    entry.facts = vocabulary_->facts_of(folded, form, entry.lemma);
    entry.stem = form;
    if (folded.size() < 2 || stemmer_ == nullptr || folded.back() == '#') return;
    const auto* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(folded.data()),
                                       static_cast<int>(folded.size()));
    if (stem == nullptr) return;
    entry.stem =
        hash_word({reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))});
}

}  // namespace axray::language
