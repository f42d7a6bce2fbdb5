// Who speaks at a place of a report (attribution -> Speaker), and whether two speakers are one.
//
// A pronoun or description leads through its chain to the fullest form of the name. Words that name a speaker often
// name an office and a body too ("Harbour Board Secretary Ann Lee"). Source: own, over the name chains.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/story_texts.hpp"

namespace axray::story {

struct Speaker {
    std::vector<const language::Mention*> names;  // the fullest forms of all names in the words, each once
    const ReportText* text = nullptr;             // in which they stand
    language::TokenSpan words;                    // as the report names the speaker here; empty when it does not

    [[nodiscard]] bool named() const { return !names.empty(); }
    // A person's fullest name, else the words of the place; empty when there are neither.
    [[nodiscard]] std::string shown() const;
};

// Of one report, which must outlive it.
class Speakers {
public:
    explicit Speakers(const ReportText& text);

    // Of the words that name a speaker.
    [[nodiscard]] Speaker of(language::TokenSpan words) const;

private:
    const ReportText& text_;
    std::vector<std::uint32_t> chain_of_token_;
};

// True when the names can be those of one: the same name, or persons with one surname and no two first names. A body
// that both have in common makes two persons no one.
[[nodiscard]] bool same_speaker(const Speaker& one, const Speaker& other);

// The name that makes them one, as the first has it; that of the speaker who is named best where none does.
[[nodiscard]] std::string common_name(const Speaker& one, const Speaker& other);

}  // namespace axray::story
