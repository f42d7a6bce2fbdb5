// Who took from whom, of two reports that share prose (times + acknowledgements -> CopyDirection with its reason).
//
// A report that names the other, or the medium that published it, took from it; two of which one names a third have a
// common origin; else the one published later took from the earlier. Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <axray/origins.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct ToldDirection {
    CopyDirection direction = CopyDirection::unknown;
    std::string reason;  // one sentence
};

// Refers to `texts` and `origins`, which has all acknowledgements, by report; both must outlive it.
class CopyDirections {
public:
    // O(reports * origins + acknowledgements).
    CopyDirections(const StoryTexts& texts, const Origins& origins);

    // Time alone tells nothing of a copy of kind passage: both may have it from anywhere. O(acknowledgements of both).
    [[nodiscard]] ToldDirection tell(const ReportCopy& copy) const;

private:
    [[nodiscard]] const Acknowledgement* credit_to(std::uint32_t report, std::uint32_t origin) const;
    [[nodiscard]] const Acknowledgement* whole_credit(std::uint32_t report) const;
    [[nodiscard]] std::optional<ToldDirection> by_name(const ReportCopy& copy) const;
    [[nodiscard]] std::optional<ToldDirection> by_common_credit(const ReportCopy& copy) const;

    const StoryTexts& texts_;
    const Origins& origins_;
    std::vector<std::span<const Acknowledgement>> credits_;  // one a report
    std::vector<std::uint32_t> publishers_;                  // the same, of Origins::origins; kNobody where unknown
};

}  // namespace axray::story
