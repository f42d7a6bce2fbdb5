#include "story/conflicts/explanations.hpp"

#include <string_view>

#include "base/utf8.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMostBytes = 160;  // of words that are repeated

const FactMention& mention_of(const std::vector<Fact>& facts, const ConflictSide& side) {
    return facts[side.fact].mentions[side.mention];
}

std::string report_of(const StoryTexts& texts, const std::vector<Fact>& facts, const ConflictSide& side) {
    return texts.report(mention_of(facts, side).report).document->id;
}

// Line feeds become blanks; what is too long ends at a blank with dots.
std::string shortened(std::string_view words) {
    std::string text;
    for (const char byte : words) text += byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
    if (text.size() <= kMostBytes) return text;
    std::size_t end = text.rfind(' ', kMostBytes);
    if (end == std::string::npos || end == 0) end = base::beginning_within(text, kMostBytes).size();
    return text.substr(0, end) + " ...";
}

std::string quoted(const StoryTexts& texts, const std::vector<Fact>& facts, const ConflictSide& side) {
    const Document& document = *texts.report(mention_of(facts, side).report).document;
    return '"' + shortened(document.slice(side.words)) + '"';
}

std::string_view noun_of(ConflictKind kind) {
    switch (kind) {
        case ConflictKind::number: return "number";
        case ConflictKind::date: return "time";
        case ConflictKind::place: return "place";
        case ConflictKind::actor: return "name";
        default: return "";
    }
}

}  // namespace

std::string explain(const StoryTexts& texts, const std::vector<Fact>& facts, const Conflict& conflict,
                    const std::string& speaker) {
    const std::string one = report_of(texts, facts, conflict.one);
    const std::string other = report_of(texts, facts, conflict.other);
    const std::string one_words = quoted(texts, facts, conflict.one);
    const std::string other_words = quoted(texts, facts, conflict.other);
    switch (conflict.kind) {
        case ConflictKind::quote_wording:
            return (speaker.empty() ? "The same words are" : speaker + " is") + " quoted by " + one + " as " +
                   one_words + ", by " + other + " as " + other_words + ".";
        case ConflictKind::denial:
            return one + " says " + one_words + "; " + (speaker.empty() ? "" : "denied by " + speaker + ", as ") +
                   other + " says: " + other_words + ".";
        case ConflictKind::role:
            return one + " and " + other + " exchange who did it and whom it befell: " + one_words + ", " +
                   other_words + ".";
        case ConflictKind::negation:
            return one + " says that it is so, " + other + " that it is not: " + one_words + ", " + other_words + ".";
        default:
            if (!speaker.empty()) {
                return "The age of " + speaker + " differs: " + one + " says " + one_words + ", " + other + " says " +
                       other_words + ".";
            }
            return "The " + std::string(noun_of(conflict.kind)) + " differs: " + one + " says " + one_words + ", " +
                   other + " says " + other_words + ".";
    }
}

}  // namespace axray::story
