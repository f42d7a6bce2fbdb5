#include "report/schema_check.hpp"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/utf8.hpp"

namespace axray::report {

std::string schema_violations(std::string_view name, std::string_view json) {
    const auto path = std::string(AXRAY_SOURCE_DIR) + "/docs/schema/" + std::string(name) + ".schema.json";
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    const auto schema_json = nlohmann::json::parse(file);
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);

    const auto document = nlohmann::json::parse(json, nullptr, false);
    if (document.is_discarded()) return "not JSON";
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
    std::string violations;
    for (const auto& result : results) {
        for (const auto& part : result.context) violations += part;
        violations += ": " + result.description + "\n";
    }
    return violations;
}

std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
    std::string result;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto size = base::decode_utf8(text, at).size;
        if (count >= begin && count < end) result += text.substr(at, size);
        at += size;
    }
    return result;
}

}  // namespace axray::report
