#include "story/account/kept_words.hpp"

#include <algorithm>
#include <string_view>

namespace axray::story {
namespace {

using language::kNone;
using language::TokenSpan;

// What a sentence may begin with that leads from another one, in words of at most five.
constexpr std::string_view kConnectives[] = {
    "accordingly",
    "additionally",
    "adding to that",

    "afterwards",
    "after that",
    "all in all",
    "also",
    "and",
    "as a consequence",
    "as a result",
    "as such",
    "as well",
    "at any rate",
    "at the same time",
    "besides",
    "but",
    "by contrast",
    "by the way",
    "consequently",
    "conversely",
    "curiously",
    "earlier",
    "finally",
    "first of all",
    "firstly",
    "for example",
    "for instance",
    "for its part",
    "for that reason",
    "for the same reason",
    "for their part",
    "for this reason",
    "further",
    "furthermore",
    "hence",
    "however",
    "importantly",
    "in addition",
    "in addition to this",
    "in any case",
    "in contrast",
    "in fact",
    "in other news",
    "in other words",
    "in particular",
    "in response",
    "in short",
    "in the end",
    "in the meantime",
    "in the meanwhile",
    "in this regard",
    "in turn",
    "indeed",
    "instead",
    "interestingly",
    "ironically",
    "lastly",
    "later",
    "later on",
    "likewise",
    "meantime",
    "meanwhile",
    "more importantly",
    "more so",
    "moreover",
    "naturally",
    "nevertheless",
    "nonetheless",
    "notably",
    "now",
    "of course",
    "on the contrary",
    "on the other hand",
    "on top of that",
    "or",
    "overall",
    "plus",
    "rather",
    "secondly",
    "separately",
    "significantly",
    "since then",
    "similarly",
    "so",
    "specifically",
    "still",
    "subsequently",
    "surprisingly",
    "that said",
    "then",
    "therefore",
    "though",
    "thus",
    "to be sure",
    "too",
    "to that end",
    "unsurprisingly",
    "worse still",
    "yet",
};
// Those that are dropped without a comma behind them.
constexpr std::string_view kBareConnectives[] = {"all in all", "also", "and", "but", "meanwhile",
                                                 "nor",        "or",   "so",  "yet"};
// Those that may stand between two commas, or before a verb.
constexpr std::string_view kInnerConnectives[] = {
    "also",        "as well",  "for example",  "for instance", "for its part", "for their part",
    "furthermore", "however",  "in addition",  "in turn",      "indeed",       "likewise",
    "meanwhile",   "moreover", "nevertheless", "nonetheless",  "of course",    "on the other hand",
    "therefore",   "though",   "thus",         "too",
};
constexpr std::string_view kBareInner[] = {"additionally", "also",      "further", "furthermore",
                                           "then",         "therefore", "thus"};
constexpr std::uint32_t kLongest = 5;  // words of a connective

template <std::size_t Size>
bool holds(const std::string_view (&words)[Size], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string joined(const ReportSentence& sentence, TokenSpan tokens) {
    std::string words;
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        if (!words.empty()) words += ' ';
        words += sentence.word(token);
    }
    return words;
}

// The longest connective that begins at `begin`; empty when there is none.
template <std::size_t Size>
TokenSpan connective_at(const ReportSentence& sentence, std::uint32_t begin, const std::string_view (&words)[Size]) {
    for (auto length = kLongest; length > 0; --length) {
        if (begin + length >= sentence.range().end) continue;
        if (holds(words, joined(sentence, {begin, begin + length}))) return {begin, begin + length};
    }
    return {begin, begin};
}

bool is_comma(const ReportSentence& sentence, std::uint32_t token) { return sentence.word(token) == ","; }

// A leading phrase that points back: "In light of these developments,". Ends behind its comma; empty when there is
// none.
TokenSpan pointing_phrase(const KeptWords& kept, std::uint32_t begin) {
    const auto& sentence = kept.sentence();
    if (!is_any(sentence.fine_tag(begin), {"IN", "VBG"})) return {begin, begin};
    bool points = false;
    for (auto token = begin; token < sentence.range().end && token < begin + 12; ++token) {
        if (is_comma(sentence, token)) {
            const bool goes_on = is_any(sentence.fine_tag(token + 1), {"WDT", "WP", "WP$", "WRB", "VBN", "VBG"});
            return points && !goes_on ? TokenSpan{begin, token + 1} : TokenSpan{begin, begin};
        }
        if (sentence.tokens().has(token, language::kReportingCue)) break;
        if (sentence.is_finite_verb(token) || sentence.tokens().date[token] != kNone) break;
        points |= is_any(sentence.word(token), {"this", "these", "that", "such"});
        points |= sentence.word(token) == "situation";
    }
    return {begin, begin};
}

}  // namespace

KeptWords::KeptWords(const ReportSentence& sentence, std::uint32_t report, const std::vector<Span>& parts)
    : sentence_(sentence), report_(report), kept_(sentence.range().size(), false) {
    for (auto token = sentence.range().begin; token < sentence.range().end; ++token) {
        const auto span = sentence.span(token);
        if (!std::any_of(parts.begin(), parts.end(), [&](Span part) { return part.contains(span); })) continue;
        kept_[token - sentence.range().begin] = true;
        tokens_.push_back(token);
    }
    find_root();
}

void KeptWords::find_root() {
    root_ = kNone;
    for (const auto token : tokens_) {
        if (sentence_.is_punctuation(token)) continue;
        const auto head = sentence_.head(token);
        if (head != kNone && has(head)) continue;
        // A shared subject stands before the predicate that it does not hang on.
        if (root_ == kNone || !sentence_.is_finite_verb(root_)) root_ = token;
        if (sentence_.relation(token) == "root") break;
    }
}

bool KeptWords::has_all(TokenSpan tokens) const {
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        if (!has(token)) return false;
    }
    return true;
}

bool KeptWords::has_any(TokenSpan tokens) const {
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        if (has(token)) return true;
    }
    return false;
}

bool KeptWords::has_all_before(std::uint32_t token) const {
    if (tokens_.empty() || token <= tokens_.front()) return false;
    for (auto before = sentence_.range().begin; before < tokens_.front(); ++before) {
        if (sentence_.is_finite_verb(before) || sentence_.relation(before).substr(0, 5) == "nsubj") return false;
    }
    return has_all({tokens_.front(), token});
}

void KeptWords::drop(TokenSpan tokens) {
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        if (has(token)) kept_[token - sentence_.range().begin] = false;
    }
    tokens_.erase(std::remove_if(tokens_.begin(), tokens_.end(), [&](std::uint32_t token) { return !has(token); }),
                  tokens_.end());
}

std::vector<Edit> drop_connectives(KeptWords& kept) {
    std::vector<Edit> edits;
    const auto& sentence = kept.sentence();
    const auto drop = [&](TokenSpan tokens) {
        edits.push_back({sentence.bytes(tokens), {}, {}});
        kept.drop(tokens);
    };
    for (bool found = true; found && !kept.tokens().empty();) {
        found = false;
        const auto begin = kept.tokens().front();
        auto words = connective_at(sentence, begin, kConnectives);
        const bool before_comma = words.size() > 0 && is_comma(sentence, words.end);
        if (before_comma) ++words.end;
        if (words.size() == 0 || (!before_comma && !holds(kBareConnectives, joined(sentence, words))))
            words = pointing_phrase(kept, begin);
        if (words.size() == 0 || !kept.has_all(words)) continue;
        drop(words);
        found = true;
    }
    const auto tokens = kept.tokens();
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        const auto begin = tokens[at];
        if (sentence.is_quoted(begin) || !kept.has(begin)) continue;
        const bool before = is_comma(sentence, begin - 1);
        auto words = connective_at(sentence, begin, kInnerConnectives);
        if (words.size() > 0 && before && is_comma(sentence, words.end) && kept.has_all({begin - 1, words.end + 1})) {
            drop({begin - 1, words.end + 1});
            continue;
        }
        const auto head = sentence.head(begin);
        if (holds(kBareInner, sentence.word(begin)) && !before && sentence.relation(begin) == "advmod" &&
            head != kNone && head > begin && !is_any(sentence.word(begin - 1), {"but", "not"}) &&
            !is_any(sentence.word(begin + 1), {"known", "called", "referred"}))
            drop({begin, begin + 1});
    }
    return edits;
}

std::vector<Edit> plain_speech(const KeptWords& kept) {
    std::vector<Edit> edits;
    const auto& sentence = kept.sentence();
    for (const auto& one : sentence.text().attributions) {
        if (one.kind != language::CueKind::speech || one.sentence != sentence.number() || !kept.has(one.cue.begin))
            continue;
        if (!is_any(sentence.word(one.cue.begin), {"added", "continued"}) || one.speaker.size() == 0) continue;
        // Not "the board added the crane to the list".
        const bool quoted = one.content.size() > 0 && sentence.is_quoted(one.content.begin);
        if (one.content.size() == 0 || (one.content.begin > one.cue.begin && !quoted)) continue;
        if (sentence.fine_tag(one.cue.begin) != "VBD" || !kept.has_all(one.speaker)) continue;
        const auto place = sentence.span(one.cue.begin);
        edits.push_back({place, "said", {{{0, 4}, {kept.report(), place}}}});
    }
    return edits;
}

}  // namespace axray::story
