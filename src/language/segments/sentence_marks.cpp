#include "language/segments/sentence_marks.hpp"

#include <algorithm>
#include <array>

namespace axray::language {
namespace {

// What the capitals of one sentence look like.
struct Capitals {
    std::uint32_t words = 0;  // of two letters and more
    std::uint32_t all_capitals = 0;
    std::uint32_t content = 0;  // content words after the first one
    std::uint32_t content_capitalised = 0;
    std::uint32_t lower_function = 0;
    bool first_capitalised = false;
    bool stops = false;  // ends in a full stop
};

Capitals capitals_of(const TokenView& view, TokenSpan sentence) {
    Capitals result;
    bool first = true;
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
        if (!view.is_word(at)) continue;
        const bool capitalised = view.has(at, kCapitalised);
        if (view.tokens.span[at].size() >= 2 && !view.is_sign(at)) {
            ++result.words;
            if (view.has(at, kAllCapitals)) ++result.all_capitals;
        }
        if (first) {
            result.first_capitalised = capitalised;
            first = false;
        } else if (!view.has(at, kFunctionWord)) {
            ++result.content;
            if (capitalised) ++result.content_capitalised;
        }
    }
    const Sign last = view.sign(sentence.end - 1);
    result.stops = last == Sign::full_stop;
    return result;
}

SentenceCase case_of(const Capitals& capitals) {
    if (capitals.words >= 3 && capitals.all_capitals == capitals.words) return SentenceCase::capitals;
    const bool all = capitals.content_capitalised == capitals.content;
    if (!capitals.stops && capitals.first_capitalised && capitals.content >= 1 && all) return SentenceCase::title;
    const bool most = capitals.content_capitalised * 6 >= capitals.content * 5 && capitals.first_capitalised;
    return capitals.content >= 6 && most && !capitals.stops ? SentenceCase::title : SentenceCase::normal;
}

// In a sentence of capitals "WHO" is the pronoun again; "US" stays the country, the more frequent reading there.
void restore_function_words(const TokenView& view, TokenSpan sentence, WordCache& cache) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
        if (!view.is_word(at) || !view.has(at, kAllCapitals)) continue;
        const std::string_view written = view.slice(at);
        if (written.size() > 3 || written == "US") continue;
        std::array<char, 4> folded{};
        bool ascii = true;
        for (std::size_t i = 0; i < written.size(); ++i) {
            ascii = ascii && written[i] >= 'A' && written[i] <= 'Z';
            folded[i] = static_cast<char>(written[i] | 0x20);
        }
        if (!ascii) continue;
        const std::string_view lower(folded.data(), written.size());
        const Word& word = cache.find(lower, hash_word(lower));
        if (!word.facts.is(kUseAcronymInCapitals)) continue;
        view.tokens.form[at] = word.form;
        view.tokens.stem[at] = word.stem;
        view.tokens.lemma[at] = word.lemma;
        view.facts[at] = word.facts;
        view.mark(at, kFunctionWord);
    }
}

void mark_first_word(const TokenView& view, TokenSpan sentence) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
        if (!view.is_wordlike(at)) continue;
        // Past the number of a list item: "1. First", "2) Second".
        const bool numbered = at == sentence.begin && view.is_number(at) && view.is_sign(at + 1);
        if (numbered) continue;
        view.mark(at, kSentenceInitial);
        return;
    }
}

// Pairs the quotation marks of one block.
class QuotationFinder {
public:
    QuotationFinder(const TokenView& view, TokenSpan block, std::vector<Quotation>& found)
        : view_(view), block_(block), found_(found) {}

    void run() {
        for (std::uint32_t at = block_.begin; at < block_.end; ++at) {
            if (!view_.is_sign(at)) continue;
            switch (view_.sign(at)) {
                case Sign::open_quote: open(at, Mark::curly); break;
                case Sign::close_quote: close(at, Mark::curly); break;
                case Sign::straight_quote: straight(at); break;
                case Sign::open_single: open(at, Mark::single); break;
                case Sign::close_single: close_single(at, Mark::single); break;
                case Sign::straight_single: straight_single(at); break;
                default: break;
            }
        }
    }

private:
    enum class Mark : std::uint8_t { none, curly, straight, single, straight_single };
    static constexpr std::uint32_t kLongestSingle = 80;  // tokens: what is longer is no quotation but a lost apostrophe

    static bool is_single(Mark mark) { return mark == Mark::single || mark == Mark::straight_single; }

    void open(std::uint32_t at, Mark mark) {
        if (mark_ != Mark::none && is_single(mark) && !is_single(mark_)) return;  // a quotation inside a quotation
        if (mark_ == Mark::curly && mark == Mark::curly) return;
        mark_ = mark;
        open_ = at;
    }

    void close(std::uint32_t at, Mark mark) {
        const bool fits = mark_ == mark || (mark == Mark::curly && mark_ == Mark::straight);
        if (!fits) return;
        mark_ = Mark::none;
        const TokenSpan tokens{open_ + 1, at};
        if (tokens.size() == 0) return;
        found_.push_back({{view_.tokens.span[open_].end, view_.tokens.span[at].begin}, tokens});
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) view_.mark(token, kInQuotation);
        if (view_.capitalised(tokens.begin)) view_.mark(tokens.begin, kSentenceInitial);
    }

    void straight(std::uint32_t at) {
        const bool after_blank = at == block_.begin || !view_.touches_previous(at);
        const bool before_blank = at + 1 >= block_.end || !view_.touches_previous(at + 1);
        if (mark_ == Mark::straight && !(after_blank && !before_blank)) {
            close(at, Mark::straight);
        } else if (mark_ == Mark::curly && before_blank) {
            close(at, Mark::curly);
        } else if (mark_ != Mark::curly && !before_blank && (after_blank || view_.is_sign(at - 1))) {
            open(at, Mark::straight);
        }
    }

    void close_single(std::uint32_t at, Mark mark) {
        if (mark_ != mark) return;
        if (at - open_ > kLongestSingle) {
            mark_ = Mark::none;
            return;
        }
        if (view_.touches_previous(at) && !(view_.touches_previous(at + 1) && view_.is_wordlike(at + 1)))
            close(at, mark);
    }

    void straight_single(std::uint32_t at) {
        if (mark_ == Mark::straight_single) {
            close_single(at, Mark::straight_single);
            return;
        }
        const bool after_blank =
            at == block_.begin || !view_.touches_previous(at) || view_.sign(at - 1) == Sign::open_bracket;
        const bool word_next = view_.touches_previous(at + 1) && view_.is_word(at + 1);  // not '90s
        if (mark_ == Mark::none && after_blank && word_next) open(at, Mark::straight_single);
    }

    const TokenView& view_;
    TokenSpan block_;
    std::vector<Quotation>& found_;
    Mark mark_ = Mark::none;
    std::uint32_t open_ = 0;
};

}  // namespace

std::vector<SentenceCase> mark_sentences(const TokenView& view, const std::vector<Sentence>& sentences,
                                         WordCache& cache) {
    std::vector<SentenceCase> cases;
    cases.reserve(sentences.size());
    for (const Sentence& sentence : sentences) {
        SentenceCase sentence_case = SentenceCase::normal;
        if (sentence.tokens.size() > 0) {
            mark_first_word(view, sentence.tokens);
            sentence_case = case_of(capitals_of(view, sentence.tokens));
        }
        if (sentence_case == SentenceCase::capitals) restore_function_words(view, sentence.tokens, cache);
        cases.push_back(sentence_case);
    }
    return cases;
}

std::vector<Quotation> find_quotations(const TokenView& view, const std::vector<Sentence>& sentences) {
    std::vector<Quotation> found;
    for (std::size_t first = 0; first < sentences.size();) {
        std::size_t last = first;
        while (last + 1 < sentences.size() && sentences[last + 1].block == sentences[first].block) ++last;
        QuotationFinder(view, {sentences[first].tokens.begin, sentences[last].tokens.end}, found).run();
        first = last + 1;
    }
    return found;
}

}  // namespace axray::language
