#include "language/segments/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace axray::language {
namespace {

struct Part {
    std::string_view written;
    std::string_view whole;
};

constexpr auto kParts = std::to_array<Part>({
    {"ai", "is"},
    {"ca", "can"},
    {"gon", "going"},
    {"m", "'m"},
    {"n't", "not"},
    {"na", "to"},
    {"nt", "not"},
    {"re", "'re"},
    {"s", "'s"},
    {"sha", "shall"},
    {"ta", "to"},
    {"ve", "'ve"},
    {"wan", "want"},
    {"wo", "will"},
});

bool keeps_stop_of_letter(const WordBeforeStop& word) {
    if (!word.capitalised) {  // "p. 4", "v. Dane"
        if (word.next == AfterStop::digit) return word.facts.is(kUseNumberAbbreviation);
        return word.facts.is(kUseAbbreviation) && word.next == AfterStop::capital;
    }
    if (word.next == AfterStop::capital || word.next == AfterStop::month) return !word.counts;
    if (word.counts || word.next == AfterStop::nothing || word.next == AfterStop::starter)
        return !word.counts && !word.after_ordinary_word;
    return true;
}

// "Gen. Smith", "Sat. night", "Boston, Mass. and": words that are abbreviations only here.
bool keeps_stop_of_word(const WordBeforeStop& word) {
    if (word.facts.is(kUseNumberAbbreviation) && word.next == AfterStop::digit) return true;
    if (!word.capitalised) return false;
    switch (word.next) {
        case AfterStop::lower:
        case AfterStop::digit:
        case AfterStop::month:
        case AfterStop::middle: return !word.facts.is(kUseNegation);
        case AfterStop::capital: return word.facts.is(kUseTitleAbbreviation) || word.after_comma;
        default: return word.after_comma && !word.first;
    }
}

}  // namespace

bool keeps_stop(const WordBeforeStop& word) {
    if (word.letters == 1) return keeps_stop_of_letter(word);
    constexpr std::uint64_t kAny =
        kUseAbbreviation | kUseTitleAbbreviation | kUseNumberAbbreviation | kUseMonthAbbreviation;
    if (!word.facts.is(kAny)) return false;
    if (word.facts.is(kUseWordToo)) return keeps_stop_of_word(word);
    if (word.facts.is(kUseTitleAbbreviation | kUseMonthAbbreviation))
        return word.capitalised || word.next == AfterStop::capital || word.next == AfterStop::month;
    return true;
}

std::string_view whole_form(std::string_view part) {
    const auto found =
        std::find_if(kParts.begin(), kParts.end(), [&](const Part& entry) { return entry.written == part; });
    return found != kParts.end() ? found->whole : part;
}

}  // namespace axray::language
