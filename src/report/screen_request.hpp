// The lines of `screen --jsonl` (one JSON line -> ScreenQuery).
//
//     {"id", "query", "kind"?, "births"?, "countries"?, "identifiers"?}; other keys are passed over.
//
// docs/json.md and docs/schema/screen-request.schema.json describe them. Source: own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "report/json_line.hpp"

namespace axray::report {

inline constexpr JsonLineLimits kScreenRequestLimits{std::size_t{1} << 20, 16};

struct ScreenRequest {
    std::string id_json;        // as JSON text; empty when the line has none or it is unreadable
    Result<ScreenQuery> query;  // errors: malformed, limit_exceeded, empty
};

class ScreenRequestParser {
public:
    [[nodiscard]] ScreenRequest parse(std::string_view line);

private:
    JsonLineParser parser_;
};

// "person", "company", "ship": the kind that a user's word means, in any case; none for other words.
[[nodiscard]] std::optional<EntryKind> entry_kind_of(std::string_view word);

}  // namespace axray::report
