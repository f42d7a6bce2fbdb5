#include "story/facts/worth_telling.hpp"

#include <algorithm>
#include <array>

#include "judge/judge.hpp"
#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::WordTag;

constexpr std::uint32_t kLongestSentence = 1000;  // tokens; what is longer is a table or a list
constexpr std::uint32_t kFewestWords = 3;         // with content, its context included

bool speaks_to_reader(const AnnotatedText& text, std::uint32_t token) {
    static const std::array<std::uint64_t, 3> kYou = {language::hash_word("you"), language::hash_word("your"),
                                                      language::hash_word("yours")};
    return !text.tokens.has(token, language::kInQuotation) &&
           std::find(kYou.begin(), kYou.end(), text.tokens.form[token]) != kYou.end();
}

// Imperatives have no subject; a headline has, or is told by its place.
bool says_something(const AnnotatedText& text, const judge::StatedRanges& ranges) {
    std::uint32_t content = 0;
    bool verb = false;
    for (const auto range : ranges) {
        for (auto token = range.begin; token < range.end; ++token) {
            const auto tag = text.tokens.tag[token];
            verb = verb || tag == WordTag::verb || tag == WordTag::auxiliary;
            content += text.tokens.is_content(token) ? 1U : 0U;
        }
    }
    return verb && content >= kFewestWords;
}

}  // namespace

bool worth_telling(const ReportText& report, std::uint32_t claim) {
    const auto& one = report.claims[claim];
    if (report.uncheckable[claim] || one.block == BlockKind::caption) return false;
    if (report.closely.sentences[one.sentence].tokens.size() > kLongestSentence) return false;
    const auto ranges = judge::stated_ranges(one, report.closely);
    for (const auto range : ranges) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (speaks_to_reader(report.closely, token)) return false;
        }
    }
    return says_something(report.closely, ranges);
}

}  // namespace axray::story
