// Tells facts: finds for each a wording that stands by itself and that the reports bear out (fact -> Telling).
//
// Tries the mentions of a fact in the order of choose_mentions, whole sentences and claims of them, and checks a few at
// most. What was checked is remembered. Source: own.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "story/account/account.hpp"
#include "story/account/main_thing.hpp"
#include "story/account/sentence_check.hpp"
#include "story/account/sentence_maker.hpp"

namespace axray::story {

// A sentence that may be printed.
struct Telling {
    Draft draft;
    CheckedText checked;
    SentenceWish wish;                 // what it was made from
    std::vector<std::uint32_t> facts;  // that it tells, the one asked for first
    std::size_t words = 0;             // separated by blanks
};

enum class Length : std::uint8_t {
    full,   // the whole sentence if it is not too long
    brief,  // as short as there is one
};

class Storyteller {
public:
    // All of it must outlive the Storyteller.
    Storyteller(const StoryTexts& texts, const Findings& findings, const Analyst& analyst);

    using Told = tl::expected<Telling, LeftOutReason>;

    // The best wording of a fact.
    [[nodiscard]] Told tell(std::uint32_t fact, Length length);
    // One mention of it.
    [[nodiscard]] Told tell_mention(std::uint32_t fact, std::uint32_t mention, Length length);
    // The same sentence for a reader who has met the names `known`.
    [[nodiscard]] Told tell_again(const Telling& telling, const std::set<std::string>& known);
    // A sentence made of others: checked, with the facts given.
    [[nodiscard]] Told tell_draft(Draft draft, std::vector<std::uint32_t> facts, BlockKind block);

    [[nodiscard]] const StoryTexts& texts() const { return texts_; }
    [[nodiscard]] const Findings& findings() const { return findings_; }
    // `one` says no more than `other`, as a check of one against the other finds.
    [[nodiscard]] bool says_no_more(const Telling& one, const Telling& other);
    [[nodiscard]] const MainThing& main_thing() const { return main_thing_; }
    [[nodiscard]] std::uint32_t checks() const { return checks_; }

    [[nodiscard]] AccountSentence sentence_of(const Telling& telling) const;
    // What must be said of several facts together: what holds of any of them where that is a warning, else of all.
    [[nodiscard]] std::vector<FactFlag> flags_of(const std::vector<std::uint32_t>& facts) const;

private:
    struct Place {
        std::uint32_t fact = 0;
        Span span;
    };

    [[nodiscard]] const CheckedText& check(const std::string& text, BlockKind block);
    [[nodiscard]] Told try_mention(std::uint32_t fact, std::uint32_t mention, Length length, std::uint32_t& tries);
    [[nodiscard]] Told try_form(std::uint32_t fact, const SentenceWish& wish, Length length, std::uint32_t& tries);
    [[nodiscard]] std::vector<std::uint32_t> facts_within(std::uint32_t fact, const Draft& draft) const;

    const StoryTexts& texts_;
    const Findings& findings_;
    const Analyst& analyst_;
    MainThing main_thing_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Place>> places_;  // by report and sentence
    std::map<std::string, CheckedText> checked_;
    std::uint32_t checks_ = 0;
};

// The sentence with a small letter at its beginning, to stand within another; unchanged where it begins with a name.
// False when that cannot be told.
[[nodiscard]] bool begin_small(const StoryTexts& texts, Draft& draft);

[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace axray::story
