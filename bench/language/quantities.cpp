// Quantities, and whether two of them agree.
#include <cmath>
#include <string>

#include "language/quantities/units.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

using namespace axray::language;

Json value_of(const Quantity& quantity) {
    if (quantity.low == quantity.high) return quantity.low;
    return "[" + Json(quantity.low).dump() + "," + Json(quantity.high).dump() + "]";
}

std::string_view operator_of(const Quantity& quantity) {
    switch (quantity.comparator) {
        case Comparator::about: return "~";
        case Comparator::at_least:
        case Comparator::more_than: return ">";
        case Comparator::at_most:
        case Comparator::less_than: return "<";
        case Comparator::between:
        case Comparator::exactly: break;
    }
    if (quantity.direction == Direction::up) return "up";
    return quantity.direction == Direction::down ? "down" : "=";
}

// As a person would name it; a counted noun in the singular, since the scorer compares names.
std::string unit_name(std::string_view text, const AnnotatedText& annotated, const Quantity& quantity) {
    if (quantity.measure != 0) {
        std::string name(unit_of(quantity.measure).name);
        if (quantity.per != 0) name += " per " + std::string(unit_of(quantity.per).name);
        return name;
    }
    if (quantity.unit_tokens.size() == 0) return {};
    const Span first = annotated.tokens.span[quantity.unit_tokens.begin];
    const Span last = annotated.tokens.span[quantity.unit_tokens.end - 1];
    return std::string(text.substr(first.begin, last.end - first.begin));
}

void predict_quantities(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&tools](const Json& record) {
        const auto text = record.at("text").get<std::string>();
        const TextPositions positions(text);
        const AnnotatedText annotated = tools.annotator.annotate_text(text, tools.workspace);
        Json found = Json::array();
        for (const Quantity& quantity : annotated.quantities) {
            const CodePointSpan span = positions.code_points(quantity.span);
            found.push_back({{"start", span.begin},
                             {"end", span.end},
                             {"value", value_of(quantity)},
                             {"unit", unit_name(text, annotated, quantity)},
                             {"op", operator_of(quantity)}});
        }
        return Json{{"id", record.at("id")}, {"found", found}};
    });
}

constexpr Task kTasks[] = {
    {"quantities", "quantities.*.jsonl", "quantities with value and unit, JSON lines", predict_quantities},
};

}  // namespace

std::span<const Task> quantity_tasks() { return kTasks; }

}  // namespace axray::bench
