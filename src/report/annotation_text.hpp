// The annotations of a document, for a person at a terminal (Annotations -> lines of text).
//
// Each sentence stands in lines as wide as the terminal, and below each line a row for every layer that has something
// in it: a stroke below the words that are meant and what they were taken for. Rows are aligned by columns, so that
// wide characters stay above their strokes. Source: own, after interlinear glosses.
#pragma once

#include <cstdint>
#include <string>

#include <axray/annotations.hpp>
#include <axray/document.hpp>

#include "report/terminal_text.hpp"

namespace axray::report {

struct AnnotationTextOptions {
    std::uint32_t width = 100;  // columns of a line
    StyleCodes codes = StyleCodes::none;
};

// `annotations` are those of `document`. O(bytes).
[[nodiscard]] std::string annotation_text(const Document& document, const Annotations& annotations,
                                          const AnnotationTextOptions& options);

}  // namespace axray::report
