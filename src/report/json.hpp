// The whole result of a check as JSON (CheckReport -> JSON text).
//
// Indented, keys in a fixed order, shares with four digits: the same report always gives the same bytes. The form is
// that of docs/schema/check-report.schema.json; docs/json.md explains it. Positions count Unicode code points.
#pragma once

#include <cstdint>
#include <string>

#include <axray/check_report.hpp>

namespace axray::report {

inline constexpr std::uint32_t kCheckReportFormat = 1;  // raised when a reader of the JSON would have to change

[[nodiscard]] std::string render_json(const CheckReport& report);

}  // namespace axray::report
