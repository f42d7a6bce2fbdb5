// Sentences of our own with who says what, and how it is said to be found in them.
//
// A line of tests/language_cases/speech.tsv: half, stances, sentence with marks (see there). The task prints for each
// half how much of the truth was found; "stance of true cues" tells the rules of stance apart from the finding.
#include "speech_cases.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <map>
#include <utility>

#include "language/segments/token_view.hpp"
#include "language/speech/stance.hpp"
#include "language/workspace_state.hpp"
#include "marked_text.hpp"

namespace axray::bench {
namespace {

using language::AnnotatedText;
using language::Attribution;
using language::Stance;
using language::TokenSpan;

constexpr auto kStanceNames = std::to_array<std::string_view>({"asserts", "accuses", "denies", "doubts", "reports"});

Stance stance_named(std::string_view name) {
    const auto found = std::find(kStanceNames.begin(), kStanceNames.end(), name);
    return static_cast<Stance>(found == kStanceNames.end() ? 0 : found - kStanceNames.begin());
}

// Tokens that share a byte with the span, signs at both ends left out.
TokenSpan tokens_of(const AnnotatedText& annotated, Span span) {
    TokenSpan range;
    for (std::uint32_t at = 0; at < annotated.tokens.size(); ++at) {
        if (!annotated.tokens.span[at].overlaps(span) || annotated.tokens.kind[at] == language::TokenKind::punctuation)
            continue;
        if (range.size() == 0) range.begin = at;
        range.end = at + 1;
    }
    return range;
}

struct Counts {
    int sentences = 0, truths = 0, found = 0, speaker = 0, content = 0, stance = 0, true_stance = 0, spurious = 0;
};

bool overlap(TokenSpan left, TokenSpan right) { return left.begin < right.end && right.begin < left.end; }

// Without "that" at the beginning and signs at the ends.
TokenSpan bare(const AnnotatedText& annotated, std::string_view text, TokenSpan range) {
    const auto& tokens = annotated.tokens;
    const auto sign = [&](std::uint32_t at) { return tokens.kind[at] == language::TokenKind::punctuation; };
    while (range.size() > 0 && sign(range.begin)) ++range.begin;
    while (range.size() > 0 && sign(range.end - 1)) --range.end;
    if (range.size() > 0 && text.substr(tokens.span[range.begin].begin, tokens.span[range.begin].size()) == "that")
        ++range.begin;
    return range;
}

class CaseCounter {
public:
    CaseCounter(Tools& tools, std::ostream& out) : tools_(tools), out_(out) {}

    void line(const std::string& written) {
        const SpeechCase one = read_speech_case(written);
        if (one.half.empty()) return;
        Counts& counts = counts_[one.half];
        AnnotatedText annotated = tools_.annotator.annotate_text(one.text, tools_.workspace, one_day());
        std::vector<bool> used(annotated.attributions.size());
        ++counts.sentences;
        for (const SpokenTruth& truth : one.truths) count(one, truth, annotated, used, counts);
        counts.spurious += static_cast<int>(std::count(used.begin(), used.end(), false));
    }

    void print() const {
        for (const auto& [half, c] : counts_) {
            const auto share = [](int part, int whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / whole; };
            out_ << std::fixed << std::setprecision(3) << half << ": sentences " << c.sentences << " attributions "
                 << c.truths << " found " << share(c.found, c.truths) << " spurious " << c.spurious
                 << " speaker overlaps " << share(c.speaker, c.found) << " content same " << share(c.content, c.found)
                 << " stance " << share(c.stance, c.truths) << " stance of true cues " << share(c.true_stance, c.truths)
                 << '\n';
        }
    }

private:
    static language::Setting one_day() {
        language::Setting setting;
        setting.layers = language::Layers::all;
        return setting;
    }

    void count(const SpeechCase& one, const SpokenTruth& truth, AnnotatedText& annotated, std::vector<bool>& used,
               Counts& counts) {
        ++counts.truths;
        Attribution wanted;
        wanted.cue = tokens_of(annotated, truth.cue);
        wanted.speaker = truth.speaker.empty() ? TokenSpan{} : tokens_of(annotated, truth.speaker);
        wanted.content = truth.content.empty() ? TokenSpan{} : tokens_of(annotated, truth.content.front());
        for (std::uint32_t number = 0; number < annotated.sentences.size(); ++number) {
            if (annotated.sentences[number].tokens.contains(wanted.cue.begin)) wanted.sentence = number;
        }
        const Stance stance = language::stance_of({one.text, annotated.tokens, tools_.workspace.state().facts},
                                                  tools_.workspace.state().stance_words,
                                                  annotated.sentences[wanted.sentence].tokens, wanted);
        const bool same_stance = stance == truth.stance;
        counts.true_stance += same_stance ? 1 : 0;
        if (!same_stance && one.half == "rules")
            out_ << "stance " << kStanceNames[static_cast<std::size_t>(stance)] << " for "
                 << kStanceNames[static_cast<std::size_t>(truth.stance)] << ": " << one.text << '\n';
        for (std::size_t i = 0; i < used.size(); ++i) {
            const Attribution& found = annotated.attributions[i];
            if (used[i] || !overlap(found.cue, wanted.cue)) continue;
            used[i] = true;
            ++counts.found;
            counts.speaker +=
                (wanted.speaker.size() == 0 ? found.speaker.size() == 0 : overlap(found.speaker, wanted.speaker)) ? 1
                                                                                                                  : 0;
            counts.content += bare(annotated, one.text, found.content) == bare(annotated, one.text, wanted.content);
            counts.stance += found.stance == truth.stance ? 1 : 0;
            return;
        }
    }

    Tools& tools_;
    std::ostream& out_;
    std::map<std::string, Counts> counts_;
};

}  // namespace

SpeechCase read_speech_case(const std::string& line) {
    SpeechCase one;
    const std::vector<std::string> fields = split(line, '\t');
    if (line.starts_with('#') || fields.size() != 3) return one;
    one.half = fields[0];
    MarkedText marked = read_marked(fields[2]);
    one.text = std::move(marked.text);
    std::map<char, SpokenTruth> truths;
    for (const auto& [name, span] : marked.marks) {
        SpokenTruth& truth = truths[name.size() > 1 ? name[1] : '1'];
        if (name[0] == 's') truth.speaker = span;
        if (name[0] == 'q') truth.cue = span;
        if (name[0] == 'c') truth.content.push_back(span);
    }
    const std::vector<std::string> stances = split(fields[1], ',');
    for (auto& [number, truth] : truths) {
        const std::size_t place = one.truths.size();
        truth.stance = stance_named(place < stances.size() ? stances[place] : "");
        one.truths.push_back(truth);
    }
    return one;
}

void speech_cases(Tools& tools, std::istream& in, std::ostream& out) {
    CaseCounter counter(tools, out);
    for (std::string line; std::getline(in, line);) counter.line(line);
    counter.print();
}

}  // namespace axray::bench
