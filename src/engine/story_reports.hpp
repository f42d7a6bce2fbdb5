// Which reports of a story are looked at closely, and which are left out with a word on why (Documents -> the same,
// fewer).
//
// Reports without words and in other languages than English are left out; very long ones are cut at the end of a block;
// of more reports than the limit those that stand in the story word for word already go first. Source: own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/story.hpp>

#include "language/annotator.hpp"

namespace axray::engine {

inline constexpr std::uint32_t kLongestReport = 256u << 10;  // bytes of text: some 40,000 words

// The document up to the last block that ends within `bytes`, or within the first block where that is longer.
[[nodiscard]] Document beginning_of(const Document& document, std::uint32_t bytes);

struct ChosenReports {
    std::vector<std::shared_ptr<const Document>> reports;  // in the order in which they came
    std::vector<LeftOutReport> left_out;
    std::vector<std::string> notes;
};

// O(bytes).
[[nodiscard]] ChosenReports choose_reports(const std::vector<std::shared_ptr<const Document>>& documents,
                                           std::uint32_t limit, const language::Annotator& annotator,
                                           language::Workspace& workspace);

}  // namespace axray::engine
