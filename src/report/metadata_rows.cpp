#include "report/metadata_rows.hpp"

#include <algorithm>
#include <cmath>

namespace axray::report {

std::vector<MetadataRow> metadata_rows(const Metadata& metadata) {
    std::vector<MetadataRow> rows;
    const auto add = [&rows](std::string_view name, const MetadataValue& value) {
        if (!value.empty()) rows.push_back({name, &value});
    };
    add("title", metadata.title);
    for (const auto& author : metadata.authors) add("author", author);
    add("publisher", metadata.publisher);
    add("published", metadata.published);
    add("modified", metadata.modified);
    add("language", metadata.language);
    add("address", metadata.address);
    add("section", metadata.section);
    for (const auto& credit : metadata.credits) add("credit", credit);
    return rows;
}

std::string in_hundred(double share) { return std::to_string(std::lround(std::clamp(share, 0.0, 1.0) * 100)) + "%"; }

}  // namespace axray::report
