#include "claims/statements.hpp"

#include <string_view>

namespace axray::claims {
namespace {

constexpr std::uint32_t kContentOfHeading = 4;       // content words that make a heading with a verb a statement
constexpr std::uint32_t kContentOfNamedHeading = 3;  // when it has a name and a verb
constexpr std::uint32_t kContentOfTitle = 5;         // of an article's title, whose verb is easily missed
constexpr std::uint32_t kContentOfLongHeading = 7;   // of another heading without a verb that was seen
constexpr std::uint32_t kContentWithoutVerb = 6;     // content words that make a verbless line of a list a statement
constexpr std::uint32_t kWordsOfLine = 3;            // words beside figures that a line without a full stop must have
constexpr std::uint32_t kSeparatorsOfMenu = 2;
constexpr std::string_view kSeparators[] = {"|", "\xC2\xB7", "\xC2\xBB", "\xE2\x80\xA2"};
constexpr std::uint32_t kLongestGreeting = 8;  // words

constexpr std::string_view kGreetings[] = {"bye", "cheers", "dear",  "goodbye", "greetings", "hello",
                                           "hey", "hi",     "thank", "thanks",  "welcome"};
constexpr std::string_view kGreetedTimes[] = {"afternoon", "day", "evening", "morning", "night"};

struct Counts {
    std::uint32_t words = 0;
    std::uint32_t content = 0;
    std::uint32_t finite = 0;
    std::uint32_t participles = 0;
    std::uint32_t names = 0;
    std::uint32_t figures = 0;     // content words that are numbers or dates
    std::uint32_t separators = 0;  // "|" and the like between the entries of a menu
};

Counts count(const SentenceView& sentence) {
    Counts counts;
    for (std::uint32_t at = 0; at < sentence.size(); ++at) {
        counts.words += sentence.is_word(at) ? 1 : 0;
        counts.content += sentence.is_content(at) ? 1 : 0;
        counts.finite += sentence.is_finite(at) ? 1 : 0;
        counts.participles += sentence.verb(at) == VerbForm::ing ? 1 : 0;
        counts.names += sentence.is_name(at) ? 1 : 0;
        const bool figure = sentence.is_number(at) || sentence.is_date(at);
        counts.figures += sentence.is_content(at) && figure ? 1 : 0;
        counts.separators += is_one_of(sentence.word(at), kSeparators) ? 1 : 0;
    }
    return counts;
}

bool is_greeting(const SentenceView& sentence, const Counts& counts) {
    if (counts.words > kLongestGreeting) return false;
    return is_one_of(sentence.word(0), kGreetings) ||
           (sentence.word(0) == "good" && is_one_of(sentence.word(1), kGreetedTimes));
}

bool heading_states(const Counts& counts, BlockKind block) {
    const auto without_verb = block == BlockKind::title ? kContentOfTitle : kContentOfLongHeading;
    if (counts.finite == 0) return counts.content >= without_verb;
    return counts.content >= (counts.names > 0 ? kContentOfNamedHeading : kContentOfHeading);
}

// A line that does not end as a sentence does, and says little beside its figures: "June 21 - 2 min read".
bool is_label(const SentenceView& sentence, const Counts& counts) {
    return sentence.is_word(sentence.size() - 1) && counts.content < counts.figures + kWordsOfLine;
}

bool line_states(const Counts& counts) {
    if (counts.finite + counts.participles > 0) return counts.content >= 2;
    return counts.content >= kContentWithoutVerb;
}

}  // namespace

bool is_question(const SentenceView& sentence) {
    for (auto at = sentence.size(); at-- > 0 && !sentence.is_word(at);) {
        if (sentence.word(at).find('?') != std::string_view::npos) return true;
        if (sentence.word(at) == "." || sentence.word(at) == "!") return false;
    }
    return false;
}

Statement statement_of(const SentenceView& sentence, BlockKind block) {
    const auto counts = count(sentence);
    if (is_question(sentence)) return Statement::question;
    if (is_greeting(sentence, counts)) return Statement::greeting;
    if (block == BlockKind::title || block == BlockKind::heading) {
        return heading_states(counts, block) ? Statement::stated : Statement::heading;
    }
    if (counts.separators >= kSeparatorsOfMenu) return Statement::fragment;
    if (block == BlockKind::paragraph && is_label(sentence, counts)) return Statement::fragment;
    return line_states(counts) ? Statement::stated : Statement::fragment;
}

}  // namespace axray::claims
