// A text as words that names of actors are sought in (text -> ActorText), and the words that say what a name is for.
//
// Words are runs of letters and digits, so that "APT-31", "APT 31" and "APT31" differ in their gaps alone. Words inside
// of addresses, domains and paths are marked. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::registers {

enum class WordCase : std::uint8_t {
    lower,
    capital,
    capitals,
    mixed,
    digits
};  // "tick", "Tick", "TICK", "menuPass", "31"

struct ActorTextWord {
    Span span;
    std::string key;  // folded letters and digits
    WordCase letters = WordCase::lower;
    bool digit = false;       // has one
    bool begins = false;      // stands at the beginning of a sentence, a line or a quotation
    bool in_address = false;  // of the Internet or of a file
};

struct ActorText {
    std::string_view text;
    std::vector<ActorTextWord> words;

    [[nodiscard]] std::string_view gap_before(std::size_t word) const {
        const auto begin = word == 0 ? 0 : words[word - 1].span.end;
        return text.substr(begin, words[word].span.begin - begin);
    }
    // Behind the last word: the rest of the text.
    [[nodiscard]] std::string_view gap_behind(std::size_t word) const {
        const auto end = word + 1 < words.size() ? words[word + 1].span.begin : static_cast<std::uint32_t>(text.size());
        return text.substr(words[word].span.end, end - words[word].span.end);
    }
    [[nodiscard]] std::string_view slice(std::size_t first, std::size_t end) const {
        return text.substr(words[first].span.begin, words[end - 1].span.end - words[first].span.begin);
    }
};

// O(bytes); any bytes.
[[nodiscard]] ActorText read_words(std::string_view text);

// "ll" behind an apostrophe, as in "she'll": the end of a verb and no part of a name, though "shell" may be one.
[[nodiscard]] bool ends_verb(std::string_view gap, std::string_view key);

// A gap that the parts of one name may have between them: a blank, a hyphen, a dot without a blank.
[[nodiscard]] bool joins_name(std::string_view gap);

// A gap of blanks, quotation marks, brackets and commas: what stands around the members of a list.
[[nodiscard]] bool joins_list(std::string_view gap);

// Blanks and quotation marks alone.
[[nodiscard]] bool joins_phrase(std::string_view gap);

// "malware", "backdoor", "ransomware": what the name before or behind is of.
[[nodiscard]] bool is_software_noun(std::string_view key);

// "espionage", "hacking": may stand between a name and its noun.
[[nodiscard]] bool may_come_before_noun(std::string_view key);

// "and", "or", "aka", "also", "known", "as": words between the names of one actor.
[[nodiscard]] bool joins_names(std::string_view key);

// "said", "reported": whoever comes before it speaks.
[[nodiscard]] bool is_speaking_verb(std::string_view key);

}  // namespace axray::registers
