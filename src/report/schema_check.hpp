// Checks JSON texts against the published schemas, for tests (JSON text + schema name -> what is wrong with it), and
// reads the places in them.
//
// Reads docs/schema of the source tree, so that a schema that lags behind the program fails the tests.
// Source: JSON Schema draft-07, by valijson.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace axray::report {

// The first violations of docs/schema/`name`.schema.json in words; empty when `json` follows it.
[[nodiscard]] std::string schema_violations(std::string_view name, std::string_view json);

// The code points [begin, end) of UTF-8 text, as the places in JSON count them.
[[nodiscard]] std::string code_points(const std::string& text, std::size_t begin, std::size_t end);

}  // namespace axray::report
