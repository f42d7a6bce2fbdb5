// Files as they were published, put together to versions of lists (files -> ListGroups).
//
// Most lists are one file. Some are several that belong together: the tables of OFAC join the primary table that is
// nearest by its name, the EU's tables by regulation and the bundles of ATT&CK are one list, of each day that their
// names tell. What is in no known form is told and passed over. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/result.hpp>

#include "registers/import/import.hpp"

namespace axray::registers {

// A file on the disk or from the network.
struct PublishedFile {
    std::string name;      // for messages, with its folders; in the store without them, unless two are called alike
    std::string bytes;     // packed or not
    std::string modified;  // ISO 8601 day: when it was last changed; empty when not known
};

// What one version of a list is made from.
struct ListGroup {
    std::vector<ListFile> sources;  // as they came
    std::vector<ListFile> files;    // unpacked, without what is in no known form
    std::string named_day;          // ISO 8601: that the names of the files tell; empty when they tell none
    std::string modified;           // ISO 8601 day: of the newest of the files
    bool one_of_several = false;    // there are other groups
};

struct SkippedFile {
    std::string name;
    Error error;  // without the name
};

struct Gathered {
    std::vector<ListGroup> groups;  // by the names of their first files
    std::vector<SkippedFile> skipped;
};

// The order of `files` does not matter; names are different.
[[nodiscard]] Gathered gather(std::vector<PublishedFile> files);

}  // namespace axray::registers
