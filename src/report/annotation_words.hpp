// What annotations are called in front of people (Annotations -> labels of marked words), the same on terminal and
// page.
//
// A sentence's annotations come as marks: some words with a label each, that belong together. Source: own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/annotations.hpp>
#include <axray/document.hpp>

namespace axray::report {

enum class AnnotationLayer : std::uint8_t { speech, names, quantities, dates, certainty, negation, indicators };

inline constexpr std::array<AnnotationLayer, 7> kAnnotationLayers = {
    AnnotationLayer::speech,    AnnotationLayer::names,    AnnotationLayer::quantities, AnnotationLayer::dates,
    AnnotationLayer::certainty, AnnotationLayer::negation, AnnotationLayer::indicators};

[[nodiscard]] std::string_view name_of(AnnotationLayer layer);  // "speech", "names"

// What part a run of words has in its annotation.
enum class MarkRole : std::uint8_t { main, speaker, cue, scope };

struct MarkedWords {
    Span span;
    MarkRole role = MarkRole::main;
    std::string label;  // empty where the words go with another run that has it
};

struct AnnotationMark {
    AnnotationLayer layer = AnnotationLayer::names;
    std::vector<MarkedWords> words;  // in order of the text, not empty
};

// The marks of all layers that lie in each sentence, layer by layer in the order of kAnnotationLayers. Words outside of
// their sentence are cut off; what goes on in later sentences is marked there too, without its label.
[[nodiscard]] std::vector<std::vector<AnnotationMark>> marks_of_sentences(const Document& document,
                                                                          const Annotations& annotations);

// "12 sentences, 3 attributions, ...; days are reckoned from 2024-03-25".
[[nodiscard]] std::string summary_of(const Annotations& annotations);

// The names of a text, those that are spoken of most often first.
[[nodiscard]] std::vector<const NameAnnotation*> names_by_count(const Annotations& annotations);

[[nodiscard]] std::string_view words_for(NameType type);  // empty where the type is not known

// "at least 2,300,000", "3.5 to 4": how a quantity is meant, without its unit.
[[nodiscard]] std::string value_of(const QuantityAnnotation& quantity);

}  // namespace axray::report
