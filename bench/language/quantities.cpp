// Quantities, and whether two of them agree.
#include <cmath>
#include <string>

#include "language/quantities/agreement.hpp"
#include "language/quantities/compare.hpp"
#include "language/quantities/units.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

using namespace axray::language;

std::string range(double low, double high) { return "[" + Json(low).dump() + "," + Json(high).dump() + "]"; }

Json value_of(const Quantity& quantity) {
    if (quantity.low == quantity.high) return quantity.low;
    return range(quantity.low, quantity.high);
}

// "from 13.5 to 14 mm": what changes is one value in the data, a range, and two in the text.
bool changes_to(const Quantity& from, const Quantity& to) {
    return from.role == ChangeRole::from && to.role == ChangeRole::to && from.direction == to.direction &&
           to.tokens.begin > from.tokens.end && to.tokens.begin - from.tokens.end <= 2 && from.kind == to.kind &&
           from.low == from.high && to.low == to.high;
}

// Of the last word of a counted noun, by its ending: "countries" and "boxes".
std::string singular(std::string word) {
    const auto replace = [&word](std::string_view ending, std::string_view with) {
        if (word.size() < ending.size() + 2 || !word.ends_with(ending)) return false;
        word.replace(word.size() - ending.size(), ending.size(), with);
        return true;
    };
    if (replace("ies", "y") || replace("sses", "ss") || replace("ches", "ch") || replace("men", "man")) return word;
    return word;
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
    return singular(std::string(text.substr(first.begin, last.end - first.begin)));
}

void predict_quantities(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&tools](const Json& record) {
        const auto text = record.at("text").get<std::string>();
        const TextPositions positions(text);
        const AnnotatedText annotated = tools.annotator.annotate_text(text, tools.workspace);
        Json found = Json::array();
        const std::vector<Quantity>& all = annotated.quantities;
        for (std::size_t at = 0; at < all.size(); ++at) {
            const bool change = at + 1 < all.size() && changes_to(all[at], all[at + 1]);
            const Quantity& quantity = change ? all[at + 1] : all[at];
            const CodePointSpan span = positions.code_points({all[at].span.begin, quantity.span.end});
            const Json value = change ? Json(range(all[at].low, quantity.low)) : value_of(quantity);
            if (change) ++at;
            found.push_back({{"start", span.begin},
                             {"end", span.end},
                             {"value", value},
                             {"unit", unit_name(text, annotated, quantity)},
                             {"op", operator_of(quantity)}});
        }
        return Json{{"id", record.at("id")}, {"found", found}};
    });
}

bool is_bound(Comparator comparator) {
    return comparator == Comparator::at_least || comparator == Comparator::more_than ||
           comparator == Comparator::at_most || comparator == Comparator::less_than;
}

// Two surface forms name one value: each quantity of one has its like in the other, whether a bound itself is meant or
// not ("over 5", "at least 5").
bool same_surface(const std::vector<Quantity>& left, const std::vector<Quantity>& right) {
    if (left.size() != right.size() || left.empty()) return false;
    for (std::size_t at = 0; at < left.size(); ++at) {
        const Quantity& one = left[at];
        const Quantity& other = right[at];
        const Comparison there = compare(one, other);
        const Comparison back = compare(other, one);
        const bool bounds = is_bound(one.comparator) && is_bound(other.comparator) && one.low == other.low &&
                            there <= Comparison::compatible && back <= Comparison::compatible;
        const bool both = there <= Comparison::entailed && back <= Comparison::entailed;
        if (!both && !bounds) return false;
        if (one.kind != other.kind || (one.unit == 0) != (other.unit == 0)) return false;
    }
    return true;
}

void predict_surface(Tools& tools, std::istream& in, std::ostream& out) {
    each_line(in, [&](const Json& record) {
        const AnnotatedText left = tools.annotator.annotate_text(record.at("a").get<std::string>(), tools.workspace);
        const AnnotatedText right = tools.annotator.annotate_text(record.at("b").get<std::string>(), tools.workspace);
        out << record.at("id").get<std::string>() << '\t'
            << (same_surface(left.quantities, right.quantities) ? "same" : "different") << '\n';
    });
}

// Calls `use` with the annotated premise and hypothesis of each pair.
template <class Use>
void each_pair(Tools& tools, std::istream& in, const Use& use) {
    each_line(in, [&](const Json& record) {
        const auto premise = record.at("premise").get<std::string>();
        const auto hypothesis = record.at("hypothesis").get<std::string>();
        const AnnotatedText text = tools.annotator.annotate_text(premise, tools.workspace);
        use(record, text, tools.annotator.annotate_text(hypothesis, tools.workspace));
    });
}

void predict_pairs(Tools& tools, std::istream& in, std::ostream& out) {
    static constexpr std::string_view kLabels[] = {"agree", "contradict", "neutral"};
    each_pair(tools, in, [&out](const Json& record, const AnnotatedText& text, const AnnotatedText& statement) {
        out << record.at("id").get<std::string>() << '\t'
            << kLabels[static_cast<std::size_t>(agreement(text, statement))] << '\n';
    });
}

// One line a pair: premise's number, set, label, features; after a first line with their names.
void write_pair_features(Tools& tools, std::istream& in, std::ostream& out) {
    out << "id\tset\tlabel\tpremise";
    for (std::size_t feature = 0; feature < kAgreementFeatures; ++feature)
        out << '\t' << agreement_feature_name(feature);
    out << '\n';
    each_pair(tools, in, [&out](const Json& record, const AnnotatedText& text, const AnnotatedText& statement) {
        out << record.at("id").get<std::string>() << '\t' << record.at("set").get<std::string>() << '\t'
            << record.at("label").get<std::string>() << '\t'
            << language::hash_word(record.at("premise").get<std::string>());
        for (const float value : agreement_features(text, statement)) out << '\t' << value;
        out << '\n';
    });
}

constexpr Task kTasks[] = {
    {"quantities", "quantities.*.jsonl", "quantities with value and unit, JSON lines", predict_quantities},
    {"surface", "surface_pairs.*.jsonl", "id, tab, same or different", predict_surface},
    {"pairs", "numeric_pairs.*.jsonl", "id, tab, agree, contradict or neutral", predict_pairs},
    {"pair-features", "numeric_pairs.*.jsonl", "their features, for training", write_pair_features},
};

}  // namespace

std::span<const Task> quantity_tasks() { return kTasks; }

}  // namespace axray::bench
