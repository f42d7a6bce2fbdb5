// What a document says about itself, in the order in which people are shown it (Metadata -> MetadataRows).
//
// Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::report {

struct MetadataRow {
    std::string_view name;  // "title", "author", ...: a word for people, not capitalised
    const MetadataValue* value = nullptr;
};

// Values that the document has; views of `metadata`.
[[nodiscard]] std::vector<MetadataRow> metadata_rows(const Metadata& metadata);

// A share of 0..1 as "84%"; values outside are taken for the nearest.
[[nodiscard]] std::string in_hundred(double share);

}  // namespace axray::report
