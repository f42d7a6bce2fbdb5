// Answers of screening as JSON (ScreenAnswer -> one line; ScreeningRun -> head and foot of a document).
//
// One form for the lines of `screen --jsonl` and for "answers" of a document; docs/schema/screen-answer.schema.json and
// docs/schema/screen-report.schema.json describe them. Positions count code points. Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "report/screening.hpp"

namespace axray::report {

enum class ScreenDetail : std::uint8_t {
    brief,  // what met and where
    full,   // and what the list says of the entry
};

// One answer without line feed. `id_json` is JSON text; empty gives null.
[[nodiscard]] std::string screen_answer_json(std::string_view id_json, const ScreenQuery& query,
                                             const ScreenAnswer& answer, const ScreeningRun& run, ScreenDetail detail);

// What stands in the place of an answer to a line or row that cannot be used; without line feed. `line` from 1;
// 0: there is none.
[[nodiscard]] std::string screen_error_json(std::string_view id_json, const Error& error, std::uint64_t line);

struct ScreenTotals {
    std::uint64_t names = 0;
    std::uint64_t with_hits = 0;
    std::uint64_t hits = 0;
    std::uint64_t unusable = 0;
};

// A document is its head, the answers with ",\n" between them, and its foot.
[[nodiscard]] std::string screen_report_head(const ScreeningRun& run);
[[nodiscard]] std::string screen_report_foot(const ScreenTotals& totals);

}  // namespace axray::report
