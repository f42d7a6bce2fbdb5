// Indicators in text against what public extractors expect, and texts as they are without the forms that hide
// addresses.
#include "language/indicators/indicators.hpp"

#include "language/indicators/refang.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

void predict_indicators(Tools&, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [](const Json& record) {
        const auto text = record.at("text").get<std::string>();
        auto found = Json::array();
        for (const auto& one : language::find_indicators(text)) {
            found.push_back({{"type", to_string(one.kind)}, {"value", one.value}});
        }
        return Json{{"id", record.at("id")}, {"iocs", found}};
    });
}

void predict_refanged(Tools&, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [](const Json& record) {
        return Json{{"id", record.at("id")}, {"refanged", language::refang(record.at("text").get<std::string>()).text}};
    });
}

constexpr Task kTasks[] = {
    {"indicators", "iocs.jsonl", "type and value of each, JSON lines", predict_indicators},
    {"refang", "refang.jsonl", "the text refanged, JSON lines", predict_refanged},
};

}  // namespace

std::span<const Task> indicator_tasks() { return kTasks; }

}  // namespace axray::bench
