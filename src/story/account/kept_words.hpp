// The words of a report's sentence that a sentence of the account keeps, and what has to be changed about them
// (KeptWords -> Edits, or nothing when the sentence cannot stand by itself).
//
// Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/account/draft.hpp"
#include "story/account/report_sentence.hpp"

namespace axray::story {

class KeptWords {
public:
    // `parts` are bytes of the report, ordered and disjoint. `sentence` must outlive it.
    KeptWords(const ReportSentence& sentence, std::uint32_t report, const std::vector<Span>& parts);

    [[nodiscard]] const ReportSentence& sentence() const { return sentence_; }
    [[nodiscard]] std::uint32_t report() const { return report_; }
    [[nodiscard]] bool has(std::uint32_t token) const {
        return sentence_.range().contains(token) && kept_[token - sentence_.range().begin];
    }
    [[nodiscard]] bool has_all(language::TokenSpan tokens) const;
    [[nodiscard]] bool has_any(language::TokenSpan tokens) const;
    // All that stands before the word in its sentence, but for connectives and a dateline.
    [[nodiscard]] bool has_all_before(std::uint32_t token) const;
    [[nodiscard]] const std::vector<std::uint32_t>& tokens() const { return tokens_; }  // in order

    // The word that leads: its head is not kept; kNone when nothing is.
    [[nodiscard]] std::uint32_t root() const { return root_; }

    // Takes the words away without their bytes being an edit: "Notably,".
    void drop(language::TokenSpan tokens);

private:
    void find_root();

    const ReportSentence& sentence_;
    std::uint32_t report_;
    std::vector<bool> kept_;
    std::vector<std::uint32_t> tokens_;
    std::uint32_t root_ = language::kNone;
};

// Takes words away that lead from sentences which the account does not have: "Meanwhile,", ", in turn,", "also". Each
// is dropped from `kept` too.
[[nodiscard]] std::vector<Edit> drop_connectives(KeptWords& kept);

// "Added" and "continued" behind somebody's words become "said": what they were added to is not told.
[[nodiscard]] std::vector<Edit> plain_speech(const KeptWords& kept);

}  // namespace axray::story
