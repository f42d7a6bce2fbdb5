// What was read, for people (Document -> lines of text).
//
// Source: own.
#pragma once

#include <string>

#include <axray/annotations.hpp>
#include <axray/document.hpp>

#include "cli/read_forms.hpp"

namespace axray::cli {

// Who and when with where each was found, the text with its headings, lists, quotations and tables, and how much was
// set aside. Lines of at most `options.width` columns.
[[nodiscard]] std::string document_as_text(const Document& document, const ReadFormOptions& options);

// The same metadata, then sentence by sentence the text with its annotations below.
[[nodiscard]] std::string annotations_as_text(const Document& document, const Annotations& annotations,
                                              const ReadFormOptions& options);

// The same metadata, then block by block in order of the file: kept or cut, for which reason and how sure.
[[nodiscard]] std::string decisions_as_text(const Document& document, const ReadFormOptions& options);

}  // namespace axray::cli
