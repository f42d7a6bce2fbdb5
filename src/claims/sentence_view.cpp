#include "claims/sentence_view.hpp"

#include <algorithm>
#include <iterator>

#include "language/segments/dateline.hpp"

namespace axray::claims {
namespace {

using language::TokenKind;

constexpr std::uint32_t kLongestBracket = 60;  // tokens; an opening bracket without its other half protects nothing

constexpr std::string_view kPastAuxiliaries[] = {"did", "had", "was", "were"};
constexpr std::string_view kPresentAuxiliaries[] = {"are", "do", "does", "has", "have", "is"};
constexpr std::string_view kModals[] = {"can",   "ca",  "could",  "may",  "might", "must",
                                        "shall", "sha", "should", "will", "wo",    "would"};  // "ca" and "n't"

// Past forms that do not end in -ed; sorted.
constexpr std::string_view kIrregularPast[] = {
    "arose",   "ate",   "beat",   "became", "began",   "bent",      "bit",     "bled",     "blew",     "bore",
    "bought",  "bound", "bred",   "broke",  "brought", "built",     "burnt",   "burst",    "came",     "cast",
    "caught",  "chose", "clung",  "cost",   "crept",   "cut",       "dealt",   "drank",    "drew",     "drove",
    "dug",     "fed",   "fell",   "felt",   "fled",    "flew",      "flung",   "forbade",  "forgot",   "fought",
    "found",   "froze", "gave",   "got",    "grew",    "heard",     "held",    "hid",      "hit",      "hung",
    "hurt",    "kept",  "knelt",  "knew",   "laid",    "lay",       "leapt",   "led",      "left",     "lent",
    "let",     "lit",   "lost",   "made",   "meant",   "met",       "mistook", "overcame", "overtook", "paid",
    "put",     "quit",  "ran",    "rang",   "read",    "rode",      "rose",    "said",     "sang",     "sank",
    "sat",     "saw",   "sent",   "set",    "shed",    "shone",     "shook",   "shot",     "shut",     "slept",
    "slid",    "slung", "sold",   "sought", "spent",   "split",     "spoke",   "sprang",   "spread",   "sprung",
    "stole",   "stood", "struck", "stuck",  "stung",   "swam",      "swept",   "swore",    "swung",    "taught",
    "thought", "threw", "told",   "took",   "tore",    "undertook", "upheld",  "went",     "withdrew", "withheld",
    "woke",    "won",   "wore",   "wound",  "wove",    "wrote"};
static_assert(std::is_sorted(std::begin(kIrregularPast), std::end(kIrregularPast)));

// Participles that are not past forms as well; sorted.
constexpr std::string_view kIrregularParticiples[] = {
    "beaten",    "begun",  "bitten",    "blown",      "broken",    "chosen", "done",  "drawn",  "driven", "eaten",
    "fallen",    "flown",  "forbidden", "forgotten",  "frozen",    "given",  "gone",  "grown",  "hidden", "known",
    "overtaken", "proven", "ridden",    "risen",      "seen",      "shaken", "shown", "spoken", "stolen", "sworn",
    "taken",     "thrown", "torn",      "undertaken", "withdrawn", "woken",  "worn",  "woven",  "written"};
static_assert(std::is_sorted(std::begin(kIrregularParticiples), std::end(kIrregularParticiples)));

constexpr std::string_view kPrepositions[] = {
    "about",   "above",  "across",  "after",   "against",   "along",     "amid",       "among",    "around", "as",
    "at",      "before", "behind",  "below",   "beneath",   "beside",    "besides",    "between",  "beyond", "by",
    "despite", "down",   "during",  "except",  "for",       "from",      "in",         "inside",   "into",   "like",
    "near",    "of",     "off",     "on",      "onto",      "out",       "outside",    "over",     "past",   "per",
    "since",   "than",   "through", "to",      "toward",    "towards",   "under",      "until",    "up",     "upon",
    "via",     "with",   "within",  "without", "including", "regarding", "concerning", "following"};

constexpr std::string_view kDeterminers[] = {"a",     "all", "an",    "another", "any",     "both",  "each",
                                             "every", "her", "his",   "its",     "many",    "more",  "most",
                                             "my",    "no",  "other", "our",     "several", "some",  "such",
                                             "that",  "the", "their", "these",   "this",    "those", "your"};

// Determiners that can also stand for a noun or open a clause, so that a verb may follow.
constexpr std::string_view kClauseDeterminers[] = {"all",  "both", "each",  "many", "most", "several",
                                                   "some", "that", "these", "this", "those"};

constexpr std::string_view kSubjectPronouns[] = {"he", "i", "it", "she", "they", "we", "you", "this", "these", "those"};

constexpr std::string_view kAdverbs[] = {
    "again",       "ago",     "also",     "already",      "always",      "afterwards", "either",  "even",
    "ever",        "further", "instead",  "just",         "later",       "meanwhile",  "never",   "now",
    "often",       "once",    "only",     "soon",         "still",       "then",       "thereby", "therefore",
    "thus",        "too",     "twice",    "not",          "n't",         "yesterday",  "today",   "additionally",
    "furthermore", "however", "moreover", "nevertheless", "nonetheless", "though"};

// Words in -ing that are no participle at the head of a clause.
constexpr std::string_view kNoParticiples[] = {
    "according",       "anything",  "barring",   "bring",     "concerning", "during",    "evening",
    "everything",      "excluding", "following", "including", "king",       "morning",   "nothing",
    "notwithstanding", "pending",   "regarding", "ring",      "sing",       "something", "spring",
    "string",          "thing",     "touching",  "wing",      "beijing"};

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() > ending.size() + 1 && text.substr(text.size() - ending.size()) == ending;
}

// Lower case, with the typographic apostrophe made plain.
std::string fold(std::string_view text) {
    constexpr std::string_view kCurly = "\xE2\x80\x99";
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const bool apostrophe = text.substr(at, kCurly.size()) == kCurly;
        if (apostrophe) at += kCurly.size() - 1;
        folded += apostrophe ? '\'' : letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return folded;
}

}  // namespace

SentenceView::SentenceView(const Document& article, const language::AnnotatedText& annotated, std::uint32_t sentence)
    : tokens_(&annotated.tokens), first_(annotated.sentences[sentence].tokens.begin) {
    const auto range = annotated.sentences[sentence].tokens;
    end_of_dateline_ = language::dateline_tokens(article.text, *tokens_, range);
    folded_.reserve(range.size());
    for (auto token = range.begin; token < range.end; ++token) {
        folded_.push_back(fold(article.slice(tokens_->span[token])));
    }
    verbs_.resize(folded_.size(), VerbForm::none);
    for (std::uint32_t at = 0; at < size(); ++at) verbs_[at] = verb_form(at);
    protect_quotations_and_brackets();
}

std::string_view SentenceView::word(std::uint32_t at) const {
    return at < size() ? std::string_view(folded_[at]) : std::string_view();
}

bool SentenceView::has(std::uint32_t at, language::TokenMark mark) const {
    return at < size() && tokens_->has(first_ + at, mark);
}

VerbForm SentenceView::verb_form(std::uint32_t at) const {
    const auto text = word(at);
    if (tokens_->kind[first_ + at] != TokenKind::word || in_hyphenated_word(at)) return VerbForm::none;
    if (is_one_of(text, kPastAuxiliaries)) return VerbForm::auxiliary_past;
    if (is_one_of(text, kPresentAuxiliaries)) return VerbForm::auxiliary_present;
    if (is_one_of(text, kModals)) return is_determiner(at - 1) ? VerbForm::none : VerbForm::modal;
    if (ends_with(text, "ing")) return is_one_of(text, kNoParticiples) || is_name(at) ? VerbForm::none : VerbForm::ing;
    if (std::binary_search(std::begin(kIrregularParticiples), std::end(kIrregularParticiples), text)) {
        return VerbForm::participle;
    }
    const bool before_noun = at > 0 && (is_determiner(at - 1) || word(at - 1) == "'s" || word(at - 1) == "'");
    if (!has(at, language::kVerbLike) || (before_noun && !is_one_of(word(at - 1), kClauseDeterminers))) {
        return VerbForm::none;
    }
    if (text == "be" || text == "been") return VerbForm::none;
    if (ends_with(text, "ed") && !ends_with(text, "eed")) return VerbForm::past;
    if (std::binary_search(std::begin(kIrregularPast), std::end(kIrregularPast), text)) return VerbForm::past;
    if (ends_with(text, "s") && !ends_with(text, "ss")) return VerbForm::third_person;
    return VerbForm::base;
}

// "state-backed", "well-known": one word for the rules, whatever its parts are.
bool SentenceView::in_hyphenated_word(std::uint32_t at) const {
    const auto touches = [&](std::uint32_t left) {
        return left + 1 < size() && tokens_->span[first_ + left].end == tokens_->span[first_ + left + 1].begin;
    };
    return (at > 0 && word(at - 1) == "-" && touches(at - 1)) || (word(at + 1) == "-" && touches(at));
}

void SentenceView::protect_quotations_and_brackets() {
    protected_.resize(folded_.size(), false);
    std::uint32_t bracket = language::kNone;
    for (std::uint32_t at = 0; at < size(); ++at) {
        if (has(at, language::kInQuotation)) protected_[at] = true;
        if (word(at) == "(" || word(at) == "[") bracket = at;
        const bool closes = (word(at) == ")" || word(at) == "]") && bracket != language::kNone;
        if (closes && at - bracket <= kLongestBracket) {
            std::fill(protected_.begin() + bracket, protected_.begin() + at + 1, true);
        }
        if (closes) bracket = language::kNone;
    }
}

bool SentenceView::is_finite(std::uint32_t at) const {
    return verb(at) != VerbForm::none && verb(at) != VerbForm::ing && verb(at) != VerbForm::participle;
}

bool SentenceView::is_auxiliary(std::uint32_t at) const {
    const auto form = verb(at);
    return form == VerbForm::auxiliary_past || form == VerbForm::auxiliary_present || form == VerbForm::modal;
}

bool SentenceView::is_content(std::uint32_t at) const { return at < size() && tokens_->is_content(first_ + at); }

bool SentenceView::is_adverb(std::uint32_t at) const {
    return is_one_of(word(at), kAdverbs) || (ends_with(word(at), "ly") && !is_name(at));
}

bool SentenceView::is_preposition(std::uint32_t at) const { return is_one_of(word(at), kPrepositions); }
bool SentenceView::is_determiner(std::uint32_t at) const { return is_one_of(word(at), kDeterminers); }
bool SentenceView::is_subject_pronoun(std::uint32_t at) const { return is_one_of(word(at), kSubjectPronouns); }
bool SentenceView::is_name(std::uint32_t at) const { return has(at, language::kNameToken); }

bool SentenceView::is_number(std::uint32_t at) const {
    return at < size() &&
           (tokens_->kind[first_ + at] == TokenKind::number || tokens_->quantity[first_ + at] != language::kNone);
}

bool SentenceView::is_date(std::uint32_t at) const {
    return at < size() && tokens_->date[first_ + at] != language::kNone;
}

bool SentenceView::is_capitalised(std::uint32_t at) const { return has(at, language::kCapitalised); }
bool SentenceView::is_in_capitals(std::uint32_t at) const { return has(at, language::kAllCapitals); }

bool SentenceView::is_word(std::uint32_t at) const {
    if (at >= size()) return false;
    const auto kind = tokens_->kind[first_ + at];
    return kind != TokenKind::punctuation && kind != TokenKind::symbol;
}

bool SentenceView::reports(std::uint32_t at) const { return has(at, language::kReportingCue); }

Span SentenceView::span(std::uint32_t begin, std::uint32_t end) const {
    return {tokens_->span[first_ + begin].begin, tokens_->span[first_ + end - 1].end};
}

}  // namespace axray::claims
