#include "language/speech/speech_features.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::uint64_t bit(SpeechFlag flag) { return 1ULL << static_cast<unsigned>(flag); }

struct UseFlag {
    std::uint64_t use;
    SpeechFlag flag;
};
constexpr auto kUseFlags = std::to_array<UseFlag>({
    {kUseAssert, SpeechFlag::asserts},
    {kUseAccuse, SpeechFlag::accuses},
    {kUseDeny, SpeechFlag::denies},
    {kUseDoubt, SpeechFlag::doubts},
    {kUseReport, SpeechFlag::reports},
    {kUseWeakReport, SpeechFlag::weak_report},
    {kUseAlleged, SpeechFlag::alleged},
    {kUsePronoun, SpeechFlag::pronoun},
    {kUseDeterminer, SpeechFlag::determiner},
    {kUsePreposition, SpeechFlag::preposition},
    {kUseConjunction, SpeechFlag::conjunction},
    {kUseClauseStart, SpeechFlag::clause_start},
    {kUseBe, SpeechFlag::be},
    {kUseHave, SpeechFlag::have},
    {kUseModal, SpeechFlag::modal},
    {kUseLight, SpeechFlag::light_adverb},
    {kUsePersonTitle, SpeechFlag::person_title},
    {kUseOrganisation, SpeechFlag::organisation},
});

struct MarkFlag {
    TokenMark mark;
    SpeechFlag flag;
};
constexpr auto kMarkFlags = std::to_array<MarkFlag>({
    {kCapitalised, SpeechFlag::capitalised},
    {kAllCapitals, SpeechFlag::all_capitals},
    {kNameToken, SpeechFlag::name},
    {kVerbLike, SpeechFlag::verb_like},
    {kNegationCue, SpeechFlag::negation},
    {kInQuotation, SpeechFlag::in_quotation},
});

struct GrammarFlag {
    Grammar grammar;
    SpeechFlag flag;
};
constexpr auto kGrammarFlags = std::to_array<GrammarFlag>({
    {kIngForm, SpeechFlag::ing_form},
    {kPastForm, SpeechFlag::past_form},
    {kPlural, SpeechFlag::plural},
});

std::uint64_t flag_of(Sign sign) {
    switch (sign) {
        case Sign::open_quote:
        case Sign::open_single: return bit(SpeechFlag::open_quote);
        case Sign::close_quote:
        case Sign::close_single: return bit(SpeechFlag::close_quote);
        case Sign::straight_quote:
        case Sign::straight_single: return bit(SpeechFlag::straight_quote);
        case Sign::comma: return bit(SpeechFlag::comma);
        case Sign::colon:
        case Sign::semicolon: return bit(SpeechFlag::colon);
        case Sign::dash: return bit(SpeechFlag::dash);
        case Sign::open_bracket: return bit(SpeechFlag::open_bracket);
        case Sign::close_bracket: return bit(SpeechFlag::close_bracket);
        case Sign::full_stop:
        case Sign::question:
        case Sign::exclamation:
        case Sign::ellipsis: return bit(SpeechFlag::stop);
        default: return bit(SpeechFlag::other_sign);
    }
}

std::uint64_t flags_of(const TokenView& view, std::uint32_t at) {
    std::uint64_t flags = 0;
    for (const MarkFlag& one : kMarkFlags) flags |= view.has(at, one.mark) ? bit(one.flag) : 0;
    if (view.touches_previous(at)) flags |= bit(SpeechFlag::touches_previous);
    if (view.tokens.date[at] != kNone) flags |= bit(SpeechFlag::date);
    if (view.is_sign(at)) return flags | flag_of(view.sign(at));
    for (const UseFlag& one : kUseFlags) flags |= view.uses(at, one.use) ? bit(one.flag) : 0;
    for (const GrammarFlag& one : kGrammarFlags) flags |= view.can_be(at, one.grammar) ? bit(one.flag) : 0;
    const TokenKind kind = view.tokens.kind[at];
    if (kind == TokenKind::number) flags |= bit(SpeechFlag::number);
    if (kind == TokenKind::address) flags |= bit(SpeechFlag::address);
    return flags;
}

std::uint64_t ending_of(std::string_view word) {
    std::array<char, 3> ending{};
    const std::string_view last = word.substr(word.size() - std::min<std::size_t>(word.size(), ending.size()));
    for (std::size_t i = 0; i < last.size(); ++i)
        ending[i] = last[i] >= 'A' && last[i] <= 'Z' ? static_cast<char>(last[i] + ('a' - 'A')) : last[i];
    return hash_word({ending.data(), last.size()});
}

// Flags of the tokens of a block that follow a quotation mark nobody has closed so far.
void mark_open_quotations(const TokenView& view, TokenSpan block, SpeechFeatures& features) {
    bool open = false;
    for (std::uint32_t at = block.begin; at < block.end; ++at) {
        switch (view.sign(at)) {
            case Sign::open_quote: open = true; break;
            case Sign::close_quote: open = false; break;
            case Sign::straight_quote: open = !open; break;
            default:
                if (open) features.flags[at] |= bit(SpeechFlag::after_open_mark);
        }
    }
}

}  // namespace

void find_speech_features(const TokenView& view, const std::vector<Sentence>& sentences, SpeechFeatures& features) {
    const Tokens& tokens = view.tokens;
    features.word = tokens.form;
    features.lemma = tokens.lemma;
    features.ending.resize(tokens.size());
    features.flags.resize(tokens.size());
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        features.ending[at] = ending_of(view.slice(at));
        features.flags[at] = flags_of(view, at);
    }
    for (std::size_t first = 0; first < sentences.size();) {
        std::size_t last = first;
        while (last + 1 < sentences.size() && sentences[last + 1].block == sentences[first].block) ++last;
        const TokenSpan block{sentences[first].tokens.begin, sentences[last].tokens.end};
        for (std::size_t number = first; number <= last; ++number) {
            const TokenSpan range = sentences[number].tokens;
            if (range.size() == 0) continue;
            features.flags[range.begin] |= bit(SpeechFlag::sentence_start);
            features.flags[range.end - 1] |= bit(SpeechFlag::sentence_end);
        }
        if (block.size() > 0) {
            features.flags[block.begin] |= bit(SpeechFlag::block_start);
            features.flags[block.end - 1] |= bit(SpeechFlag::block_end);
            mark_open_quotations(view, block, features);
        }
        if (first == 0) {
            for (std::uint32_t at = block.begin; at < block.end; ++at)
                features.flags[at] |= bit(SpeechFlag::first_block);
        }
        first = last + 1;
    }
}

}  // namespace axray::language
