// Compares two prepared names (PreparedName x 2 -> NameMatch): which words met, how, and the probability that both name
// the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "matching/prepared_name.hpp"

namespace axray::matching {

// How words of two names met, the surest first.
enum class WordAgreement : std::uint8_t {
    same,
    same_form,    // both legal forms, "OOO" and "LLC"
    spelling,     // two spellings of one word: "Sergei", "Sergey", "Mohammed", "Muhammad"
    consonants,   // the same skeleton, where vowels were never written
    joined,       // one word of one name is several of the other: "Jamalshakarami"
    nickname,     // "Bill", "William"
    translation,  // "bank", "banque"
    typo,
    initial,  // "A." and "Ali"
    acronym,  // "KSCP" and the words that it stands for
};

struct WordPair {
    std::vector<std::uint32_t> query;  // positions in PreparedName::words, ascending
    std::vector<std::uint32_t> listed;
    WordAgreement how = WordAgreement::same;
    float similarity = 1;  // 0..1
};

struct NameMatch {
    double probability = 0;       // 0..1, calibrated: that both names are of the same, knowing the names alone
    std::vector<WordPair> pairs;  // in the order of the query
    std::vector<std::uint32_t> query_left;  // words that met none
    std::vector<std::uint32_t> listed_left;
};

// Constant after it was opened; may be used by several threads at once.
class NameMatcher {
public:
    // Errors: model_mismatch when a model is missing or damaged, with its path.
    [[nodiscard]] static Result<NameMatcher> open(const std::string& models_folder);

    // `query` is what was asked for, `listed` a name of a list; kinds that contradict each other (a person, a vessel)
    // count against a match, unknown ones do not. Deterministic. O(words of one x words of the other).
    [[nodiscard]] NameMatch match(const PreparedName& query, const PreparedName& listed) const;

    // The probability of match() alone, without the pairs: for candidates. Same value.
    [[nodiscard]] double probability(const PreparedName& query, const PreparedName& listed) const;

    // How much a word tells, 0..1: 1 for one that nobody was seen with, near 0 for one that half of all names have.
    [[nodiscard]] float weight(std::string_view word) const;

    NameMatcher(NameMatcher&&) noexcept;
    NameMatcher& operator=(NameMatcher&&) noexcept;
    ~NameMatcher();

private:
    struct Models;
    explicit NameMatcher(std::unique_ptr<Models> models);
    std::unique_ptr<Models> models_;
};

// "same", "spelling": stable names for output.
[[nodiscard]] std::string_view to_string(WordAgreement how);

}  // namespace axray::matching
