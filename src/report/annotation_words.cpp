#include "report/annotation_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <utility>

#include "report/time_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kMostSentences = 100;  // in which one annotation is marked

// "1200000" -> "1,200,000"; digits before a point alone.
std::string with_commas(std::string digits) {
    const auto point = digits.find('.');
    auto at = point == std::string::npos ? digits.size() : point;
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

// "2.3 million" for 2300000; empty where that would not be shorter.
std::string written_large(double value) {
    struct Scale {
        double size;
        std::string_view name;
    };
    constexpr std::array<Scale, 3> kScales = {{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
    for (const auto& scale : kScales) {
        if (std::fabs(value) < scale.size) continue;
        const double thousandths = value / scale.size * 1000;
        if (std::fabs(value) >= scale.size * 1000 || thousandths != std::round(thousandths)) return {};
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), thousandths / 1000);
        return std::string(digits.data(), end.ptr).append(scale.name);
    }
    return {};
}

std::string written(double value) {
    if (auto large = written_large(value); !large.empty()) return large;
    std::array<char, 64> digits{};
    const bool fixed = std::fabs(value) < 1e18 && (value == 0 || std::fabs(value) >= 1e-6);
    const auto end = fixed
                         ? std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed)
                         : std::to_chars(digits.data(), digits.data() + digits.size(), value);
    std::string text(digits.data(), end.ptr);
    return fixed ? with_commas(std::move(text)) : text;
}

std::string_view words_for(Comparator comparator) {
    switch (comparator) {
        case Comparator::exactly: return "";
        case Comparator::about: return "about ";
        case Comparator::at_least: return "at least ";
        case Comparator::more_than: return "more than ";
        case Comparator::at_most: return "at most ";
        case Comparator::less_than: return "less than ";
        case Comparator::between: return "";
    }
    return "";
}

// Without a unit that is read right behind the number.
std::string label_of(const QuantityAnnotation& quantity, std::string_view behind) {
    auto label = quantity.change.empty() ? std::string() : quantity.change + " ";
    if (quantity.kind == QuantityKind::ordinal) label += "number ";
    label += value_of(quantity);
    if (quantity.unit == "percent") return label + "%";
    constexpr std::size_t kBetween = 4;  // bytes: " of "
    const bool is_read =
        behind.substr(0, quantity.unit.size() + kBetween).find(quantity.unit) != std::string_view::npos;
    return is_read ? label : label + " " + quantity.unit;
}

// Source: ISO-TimeML (ISO 24617-1), which extends ISO 8601.
std::string label_of(const DateAnnotation& date) {
    auto label = date.modifier.empty() ? std::string() : date.modifier + " ";
    if (date.value.empty()) return label + "unknown";
    return label + (date.kind == DateKind::set ? "every " : "") + words_for_time(date.value);
}

class Marks {
public:
    Marks(const Document& document, const Annotations& annotations)
        : document_(document), annotations_(annotations), result_(annotations.sentences.size()) {}

    std::vector<std::vector<AnnotationMark>> collect() && {
        for (const auto& one : annotations_.attributions) add_speech(one);
        for (const auto& one : annotations_.mentions) {
            add(AnnotationLayer::names, {{one.span, MarkRole::main, label_of_mention(one)}});
        }
        for (const auto& one : annotations_.quantities) {
            add(AnnotationLayer::quantities, {{one.span, MarkRole::main, label_of(one, behind(one.span))}});
        }
        for (const auto& one : annotations_.dates) {
            add(AnnotationLayer::dates, {{one.span, MarkRole::main, label_of(one)}});
        }
        for (const auto& one : annotations_.certainties) {
            add_cue(AnnotationLayer::certainty, one.cue, one.scope, to_string(one.certainty));
        }
        for (const auto& one : annotations_.negations) add_cue(AnnotationLayer::negation, one.cue, one.scope, "not");
        std::uint32_t shown = 0;  // the host of an address is seen in the address
        for (const auto& one : annotations_.indicators) {
            if (one.span.end <= shown) continue;
            shown = one.span.end;
            const bool as_written = document_.slice(one.span) == one.value;
            const auto kind = std::string(to_string(one.kind));
            add(AnnotationLayer::indicators, {{one.span, MarkRole::main, as_written ? kind : kind + " " + one.value}});
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string label_of_mention(const MentionAnnotation& mention) const {
        const auto known = report::words_for(mention.type);
        std::string type(known.empty() ? "name" : known);
        if (mention.name == kNoPosition) return type;
        const auto& full = annotations_.names[mention.name].text;
        if (mention.kind != MentionKind::name) return full;
        return full == document_.slice(mention.span) ? type : full;
    }

    [[nodiscard]] std::string_view behind(Span span) const { return std::string_view(document_.text).substr(span.end); }

    void add_speech(const AttributionAnnotation& one) {
        std::vector<MarkedWords> words;
        if (!one.speaker.empty()) words.push_back({one.speaker, MarkRole::speaker, {}});
        if (!one.cue.empty()) words.push_back({one.cue, MarkRole::cue, {}});
        for (const Span part : one.content) {
            const bool first = part == one.content.front();
            words.push_back({part, MarkRole::main, first ? std::string(to_string(one.stance)) : std::string()});
        }
        if (one.content.empty() && !words.empty()) words.back().label = to_string(one.stance);
        add(AnnotationLayer::speech, std::move(words));
    }

    // The scope without its cue, before and behind it.
    void add_cue(AnnotationLayer layer, Span cue, Span scope, std::string_view label) {
        std::vector<MarkedWords> words = {{cue, MarkRole::cue, std::string(label)}};
        if (!scope.empty()) {
            words.push_back(
                {{scope.begin, std::min(scope.end, std::max(cue.begin, scope.begin))}, MarkRole::scope, {}});
            words.push_back({{std::max(scope.begin, std::min(cue.end, scope.end)), scope.end}, MarkRole::scope, {}});
        }
        add(layer, std::move(words));
    }

    [[nodiscard]] std::size_t sentence_at(std::uint32_t byte) const {
        const auto& sentences = annotations_.sentences;
        const auto after = std::upper_bound(
            sentences.begin(), sentences.end(), byte,
            [](std::uint32_t position, const SentenceAnnotation& sentence) { return position < sentence.span.end; });
        return static_cast<std::size_t>(after - sentences.begin());
    }

    void add(AnnotationLayer layer, std::vector<MarkedWords> words) {
        std::erase_if(words, [](const MarkedWords& run) { return run.span.empty(); });
        if (words.empty()) return;
        std::stable_sort(words.begin(), words.end(),
                         [](const auto& left, const auto& right) { return left.span.begin < right.span.begin; });
        std::uint32_t end = 0;
        for (const auto& run : words) end = std::max(end, run.span.end);
        const auto first = sentence_at(words.front().span.begin);
        for (auto number = first; number < result_.size() && number < first + kMostSentences; ++number) {
            const Span sentence = annotations_.sentences[number].span;
            if (sentence.begin >= end) break;
            AnnotationMark mark{layer, {}};
            for (const auto& run : words) {
                if (!run.span.overlaps(sentence)) continue;
                auto part = run;
                if (part.span.begin < sentence.begin) part.label.clear();
                part.span = {std::max(part.span.begin, sentence.begin), std::min(part.span.end, sentence.end)};
                mark.words.push_back(std::move(part));
            }
            if (!mark.words.empty()) result_[number].push_back(std::move(mark));
        }
    }

    const Document& document_;
    const Annotations& annotations_;
    std::vector<std::vector<AnnotationMark>> result_;
};

}  // namespace

std::string_view name_of(AnnotationLayer layer) {
    switch (layer) {
        case AnnotationLayer::speech: return "speech";
        case AnnotationLayer::names: return "names";
        case AnnotationLayer::quantities: return "quantities";
        case AnnotationLayer::dates: return "dates";
        case AnnotationLayer::certainty: return "certainty";
        case AnnotationLayer::negation: return "negation";
        case AnnotationLayer::indicators: return "indicators";
    }
    return "names";
}

std::string_view words_for(NameType type) {
    return type == NameType::other || type == NameType::unknown ? "" : to_string(type);
}

std::string summary_of(const Annotations& annotations) {
    return count_of(annotations.sentences.size(), "sentence", "sentences") + ", " +
           count_of(annotations.attributions.size(), "attribution", "attributions") + ", " +
           count_of(annotations.names.size(), "name", "names") + ", " +
           count_of(annotations.quantities.size(), "quantity", "quantities") + ", " +
           count_of(annotations.dates.size(), "date", "dates") +
           (annotations.published.empty() ? "; the day of publication is not known"
                                          : "; days are reckoned from " + annotations.published);
}

std::vector<const NameAnnotation*> names_by_count(const Annotations& annotations) {
    std::vector<const NameAnnotation*> names;
    for (const auto& name : annotations.names) names.push_back(&name);
    std::stable_sort(names.begin(), names.end(), [](const auto* left, const auto* right) {
        return left->mentions.size() > right->mentions.size();
    });
    return names;
}

std::string value_of(const QuantityAnnotation& quantity) {
    auto text = std::string(words_for(quantity.comparator)) + written(quantity.low);
    if (quantity.high == quantity.low) return text;
    return quantity.kind == QuantityKind::vague ? text + " or more" : text + " to " + written(quantity.high);
}

std::vector<std::vector<AnnotationMark>> marks_of_sentences(const Document& document, const Annotations& annotations) {
    return Marks(document, annotations).collect();
}

}  // namespace axray::report
