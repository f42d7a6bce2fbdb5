// How sure a text is and what it negates, on sentences of our own (tests/language_cases/certainty.tsv).
#include "certainty_cases.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <map>
#include <string>
#include <vector>

#include "marked_text.hpp"

namespace axray::bench {
namespace {

using language::AnnotatedText;
using language::TokenSpan;

constexpr auto kNames = std::to_array<std::string_view>(
    {"stated", "probable", "possible", "alleged", "denied", "future", "conditional", "negated"});
constexpr std::size_t kNegated = 7;

struct Found {
    TokenSpan cue;
    TokenSpan scope;
    std::size_t kind = 0;
};

struct Counts {
    int cues = 0, found = 0, scope = 0, spurious = 0;
};

// Words that share a byte with the span; signs at both ends do not count.
std::vector<std::uint32_t> words_in(const AnnotatedText& annotated, Span span) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t at = 0; at < annotated.tokens.size(); ++at) {
        const bool sign = annotated.tokens.kind[at] == language::TokenKind::punctuation;
        if (!sign && annotated.tokens.span[at].overlaps(span)) words.push_back(at);
    }
    return words;
}

std::vector<std::uint32_t> words_in(const AnnotatedText& annotated, TokenSpan range) {
    if (range.size() == 0) return {};
    const auto& span = annotated.tokens.span;
    return words_in(annotated, Span{span[range.begin].begin, span[range.end - 1].end});
}

// Whether the cue itself is in its scope does not count.
std::vector<std::uint32_t> without(std::vector<std::uint32_t> words, const std::vector<std::uint32_t>& cue) {
    std::erase_if(words, [&](auto at) { return std::find(cue.begin(), cue.end(), at) != cue.end(); });
    return words;
}

std::vector<Found> found_in(const AnnotatedText& annotated) {
    std::vector<Found> found;
    for (const auto& one : annotated.certainty_cues)
        found.push_back({one.cue, one.scope, static_cast<std::size_t>(one.certainty)});
    for (const auto& one : annotated.negations) found.push_back({one.cue, one.scope, kNegated});
    return found;
}

class CaseCounter {
public:
    CaseCounter(Tools& tools, std::ostream& out) : tools_(tools), out_(out) {}

    void line(const std::string& written) {
        const std::vector<std::string> fields = split(written, '\t');
        if (written.starts_with('#') || fields.size() != 2) return;
        const auto kind = static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), fields[0]) - kNames.begin());
        const MarkedText marked = read_marked(fields[1]);
        language::Setting setting;
        setting.layers = language::Layers::all;
        const AnnotatedText annotated = tools_.annotator.annotate_text(marked.text, tools_.workspace, setting);
        const std::vector<Found> found = found_in(annotated);
        for (const auto& cue : marked.marks) {
            if (cue.name[0] == 'q') count(kind, cue, marked, annotated, found);
        }
        if (kind == 0) {
            counts_[0].cues += 1;
            counts_[0].found += found.empty() ? 1 : 0;
            counts_[0].scope += found.empty() ? 1 : 0;
            if (!found.empty()) out_ << "not stated: " << marked.text << '\n';
        }
    }

    void print() const {
        Counts all;
        const auto print = [&](std::string_view name, const Counts& one) {
            out_ << std::left << std::setw(12) << name << std::right << std::setw(4) << one.cues << " found "
                 << std::fixed << std::setprecision(3) << static_cast<double>(one.found) / std::max(1, one.cues)
                 << " with its scope " << static_cast<double>(one.scope) / std::max(1, one.cues) << '\n';
        };
        for (const auto& [kind, one] : counts_) {
            print(kNames[kind], one);
            all.cues += one.cues;
            all.found += one.found;
            all.scope += one.scope;
        }
        print("all", all);
    }

private:
    void count(std::size_t kind, const MarkedText::Mark& cue, const MarkedText& marked, const AnnotatedText& annotated,
               const std::vector<Found>& found) {
        Counts& counts = counts_[kind];
        ++counts.cues;
        const auto wanted = words_in(annotated, cue.span);
        const auto scope = std::find_if(marked.marks.begin(), marked.marks.end(), [&](const MarkedText::Mark& one) {
            return one.name[0] == 'x' && one.name.substr(1) == cue.name.substr(1);
        });
        for (const Found& one : found) {
            const bool meets = std::any_of(wanted.begin(), wanted.end(), [&](auto at) { return one.cue.contains(at); });
            if (one.kind != kind || !meets) continue;
            ++counts.found;
            const bool same = scope == marked.marks.end() || without(words_in(annotated, scope->span), wanted) ==
                                                                 without(words_in(annotated, one.scope), wanted);
            counts.scope += same ? 1 : 0;
            if (!same) {
                const auto& span = annotated.tokens.span;
                out_ << "scope " << kNames[kind] << ": " << marked.text << " -> "
                     << (one.scope.size() == 0
                             ? std::string()
                             : marked.text.substr(span[one.scope.begin].begin,
                                                  span[one.scope.end - 1].end - span[one.scope.begin].begin))
                     << '\n';
            }
            return;
        }
        out_ << "no cue " << kNames[kind] << ": " << marked.text << '\n';
    }

    Tools& tools_;
    std::ostream& out_;
    std::map<std::size_t, Counts> counts_;
};

}  // namespace

void certainty_cases(Tools& tools, std::istream& in, std::ostream& out) {
    CaseCounter counter(tools, out);
    for (std::string line; std::getline(in, line);) counter.line(line);
    counter.print();
}

}  // namespace axray::bench
