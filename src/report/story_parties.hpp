// Who the names of a story are by public registers, over all its reports (StoryReport -> parties).
//
// What the registers say of a name in several reports is said once. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/story.hpp>

namespace axray::report {

struct PartiesOfStory {
    std::vector<PartyReport> known;       // by some register or with an alias; spans count in texts of several reports
    std::vector<std::string> not_listed;  // names that were looked up and are in none of the lists
};

// In the order of the names; then parties that no name speaks of. Empty where no registers were given.
[[nodiscard]] PartiesOfStory parties_of(const StoryReport& story);

}  // namespace axray::report
