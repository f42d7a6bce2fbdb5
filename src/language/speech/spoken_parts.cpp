#include "language/speech/spoken_parts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "language/speech/cue_path.hpp"

namespace axray::language {
namespace {

constexpr std::uint8_t kBegin = 1;
constexpr std::uint8_t kSource = 1;         // tags 1 and 2
constexpr std::uint8_t kContent = 3;        // tags 3 and 4
constexpr std::uint32_t kTokensPerCue = 6;  // a stretch has at most so many cues: bounded time for any text

// Rows of the table of distances: exact up to eight tokens, then by doublings.
std::uint8_t distance_row(std::int64_t distance) {
    constexpr std::int64_t kHere = 13;
    const std::int64_t size = distance < 0 ? -distance : distance;
    std::int64_t steps = size;
    if (size > 8) steps = 9 + std::min<std::int64_t>(3, std::bit_width(static_cast<std::uint64_t>(size) / 8) - 1);
    return static_cast<std::uint8_t>(distance < 0 ? kHere - steps : kHere + steps);
}

bool is_quote(const TokenView& view, std::uint32_t at) {
    const Sign sign = view.sign(at);
    return sign == Sign::open_quote || sign == Sign::close_quote || sign == Sign::straight_quote ||
           sign == Sign::open_single || sign == Sign::close_single || sign == Sign::straight_single;
}

bool is_mark(const TokenView& view, std::uint32_t at) {
    return view.is_sign(at) && !is_quote(view, at) && view.sign(at) != Sign::percent &&
           view.sign(at) != Sign::close_bracket && view.sign(at) != Sign::open_bracket &&
           view.tokens.quantity[at] == kNone;
}

// Without signs at both ends. Quotation marks go in pairs; one without its partner goes alone, but a pair of which one
// mark stands inside stays: the bank "lost money".
TokenSpan without_marks(const TokenView& view, TokenSpan range) {
    std::uint32_t quotes = 0;
    for (std::uint32_t at = range.begin; at < range.end; ++at) quotes += is_quote(view, at) ? 1 : 0;
    while (range.size() > 0) {
        const std::uint32_t last = range.end - 1;
        const bool opens = is_quote(view, range.begin);
        const bool closes = is_quote(view, last);
        if (is_mark(view, range.begin)) {
            ++range.begin;
        } else if (is_mark(view, last)) {
            --range.end;
        } else if (opens && (closes || quotes % 2 == 1)) {
            ++range.begin;
            --quotes;
        } else if (closes && quotes % 2 == 1) {
            --range.end;
            --quotes;
        } else {
            break;
        }
    }
    return range;
}

class SpokenPartFinder {
public:
    SpokenPartFinder(const TokenView& view, const std::vector<Sentence>& sentences, std::span<const float> states,
                     const SpeechModel& model, SpeechScratch& scratch)
        : view_(view), sentences_(sentences), states_(states), model_(model), scratch_(scratch) {}

    SpokenParts run() {
        find_speech_features(view_, sentences_, scratch_.features);
        for (std::size_t first = 0; first < sentences_.size();) first = run_from(first);
        return std::move(found_);
    }

private:
    // As many sentences of one block as fit into a stretch; of a longer sentence its beginning.
    std::size_t run_from(std::size_t first) {
        const std::uint32_t begin = sentences_[first].tokens.begin;
        std::size_t next = first + 1;
        while (next < sentences_.size() && sentences_[next].block == sentences_[first].block &&
               sentences_[next].tokens.end - begin <= kLongestStretch)
            ++next;
        const std::uint32_t end = sentences_[next - 1].tokens.end;
        for (std::uint32_t at = begin; at < end; at += kLongestStretch)
            read({at, std::min(end, at + kLongestStretch)}, first, next);
        return next;
    }

    void read(TokenSpan stretch, std::size_t first, std::size_t next) {
        scratch_.sentence_of.assign(stretch.size(), static_cast<std::uint32_t>(first));
        for (std::size_t number = first; number < next; ++number) {
            const TokenSpan tokens = sentences_[number].tokens;
            for (std::uint32_t at = std::max(tokens.begin, stretch.begin); at < std::min(tokens.end, stretch.end); ++at)
                scratch_.sentence_of[at - stretch.begin] = static_cast<std::uint32_t>(number);
        }
        const Scores scores = scratch_.network.read(model_, {scratch_.features, view_.tokens, states_}, stretch);
        const auto& tags = scratch_.sequence.best(scores.first, stretch.size(), scores.stride, kCueTags);
        scratch_.cues.clear();
        const std::size_t most = stretch.size() / kTokensPerCue + 2;
        for (std::uint32_t i = 0; i < stretch.size() && scratch_.cues.size() < most;) {
            std::uint32_t end = i + 1;
            if (tags[i] == kBegin) {
                while (end < stretch.size() && tags[end] == kBegin + 1) ++end;
                scratch_.cues.push_back({stretch.begin + i, stretch.begin + end});
            }
            i = end;
        }
        for (const TokenSpan cue : scratch_.cues) ask(stretch, cue);
    }

    bool quoted(std::uint32_t at) const { return view_.has(at, kInQuotation); }

    void ask(TokenSpan stretch, TokenSpan cue) {
        const TokenSpan tokens{cue.begin - std::min(cue.begin - stretch.begin, kSpeechReach),
                               std::min(stretch.end, cue.end + kSpeechReach)};
        const auto sentence = [&](std::uint32_t at) {
            return static_cast<std::int64_t>(scratch_.sentence_of[at - stretch.begin]);
        };
        const CuePath path(view_.tokens, cue);
        scratch_.asked.clear();
        for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
            std::int64_t distance = 0;
            if (at < cue.begin) distance = std::int64_t{at} - cue.begin;
            if (at >= cue.end) distance = std::int64_t{at} - cue.end + 1;
            const std::int64_t apart = std::clamp<std::int64_t>(sentence(at) - sentence(cue.begin), -3, 3) + 3;
            scratch_.asked.push_back({distance_row(distance), static_cast<std::uint8_t>(apart),
                                      static_cast<std::uint8_t>((quoted(at) ? 1 : 0) + (quoted(cue.begin) ? 2 : 0)),
                                      path.row(at)});
        }
        const Scores scores = scratch_.network.ask(model_, tokens, cue, scratch_.asked);
        const auto& tags =
            scratch_.sequence.best(scores.first, tokens.size(), scores.stride, kPartTags, model_.part_steps);
        Attribution attribution;
        attribution.sentence = static_cast<std::uint32_t>(sentence(cue.begin));
        attribution.cue = cue;
        attribution.found_by = FoundBy::network;
        attribution.further_begin = static_cast<std::uint32_t>(found_.further_content.size());
        for (std::uint32_t i = 0; i < tokens.size();) {
            std::uint32_t end = i + 1;
            if (tags[i] % 2 == 1) {
                while (end < tokens.size() && tags[end] == tags[i] + 1) ++end;
                take(tags[i], {tokens.begin + i, tokens.begin + end}, attribution);
            }
            i = end;
        }
        attribution.further_end = static_cast<std::uint32_t>(found_.further_content.size());
        if (attribution.content.size() > 0) found_.attributions.push_back(attribution);
    }

    void take(std::uint8_t tag, TokenSpan range, Attribution& attribution) {
        range = without_marks(view_, range);
        if (tag == kContent && range.size() > 1 && view_.reads(range.begin, "that")) ++range.begin;
        if (range.size() == 0) return;
        if (tag == kSource) {
            if (range.size() > attribution.speaker.size()) attribution.speaker = range;
        } else if (attribution.content.size() == 0) {
            attribution.content = range;
        } else {
            found_.further_content.push_back(range);
        }
    }

    const TokenView& view_;
    const std::vector<Sentence>& sentences_;
    std::span<const float> states_;
    const SpeechModel& model_;
    SpeechScratch& scratch_;
    SpokenParts found_;
};

bool within(TokenSpan inner, TokenSpan outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }
bool overlap(TokenSpan left, TokenSpan right) { return left.begin < right.end && right.begin < left.end; }

// How far before or behind its cue a content is looked for, in sentences and in attributions.
constexpr std::uint32_t kSentencesBefore = 4;
constexpr std::size_t kNeighbours = 12;

void set_outer(std::vector<Attribution>& all, std::size_t number) {
    const std::size_t first = number - std::min(number, kNeighbours);
    const std::size_t last = std::min(all.size(), number + kNeighbours);
    for (std::size_t i = first; i < last; ++i) {
        if (i == number || !within(all[number].cue, all[i].content)) continue;
        const std::uint32_t outer = all[number].outer;
        if (outer == kNone || all[i].content.size() < all[outer].content.size())
            all[number].outer = static_cast<std::uint32_t>(i);
    }
}

}  // namespace

SpokenParts find_spoken_parts(const TokenView& view, const std::vector<Sentence>& sentences,
                              std::span<const float> states, const SpeechModel& model, SpeechScratch& scratch) {
    if (!view.tokens.parsed() || states.size() < std::size_t{view.tokens.size()} * model.state_size) return {};
    return SpokenPartFinder(view, sentences, states, model, scratch).run();
}

void join_attributions(const TokenView& view, std::vector<Attribution> by_rules, SpokenParts& found) {
    std::vector<Attribution>& all = found.attributions;
    const std::size_t learned = all.size();
    const auto by_cue = [](const Attribution& left, const Attribution& right) {
        return std::pair(left.sentence, left.cue.begin) < std::pair(right.sentence, right.cue.begin);
    };
    std::sort(all.begin(), all.end(), by_cue);
    std::size_t begin = 0;  // learned ones from here on may reach the sentence at hand
    for (Attribution& one : by_rules) {
        while (begin < learned && all[begin].sentence + kSentencesBefore < one.sentence) ++begin;
        bool taken = false;
        bool inside = false;
        for (std::size_t i = begin; i < learned && all[i].sentence <= one.sentence + kSentencesBefore; ++i) {
            taken = taken || overlap(all[i].cue, one.cue) || overlap(all[i].speaker, one.cue);
            inside = inside || within(one.cue, all[i].content);
        }
        const bool adverb = one.speaker.size() == 0 && view.uses(one.cue.begin, kUseAlleged | kUseLight) &&
                            view.slice(one.cue.begin).ends_with("ly");
        const bool nested = inside && one.speaker.size() > 0 && one.content.size() > 0;
        if (taken || !(adverb || nested)) {
            for (std::uint32_t at = one.cue.begin; at < one.cue.end; ++at) view.unmark(at, kReportingCue);
            continue;
        }
        one.further_begin = one.further_end = 0;
        all.push_back(one);
    }
    std::sort(all.begin(), all.end(), by_cue);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::uint32_t at = all[i].cue.begin; at < all[i].cue.end; ++at) view.mark(at, kReportingCue);
        set_outer(all, i);
    }
}

}  // namespace axray::language
