// What a reader of a report should know of the run as a whole (article + sources -> notes, one sentence each).
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/document.hpp>

namespace axray::engine {

// A source that is the article itself, a source without text, a text that declares a language other than English.
[[nodiscard]] std::vector<std::string> run_notes(const Document& article, const std::vector<Document>& sources);

}  // namespace axray::engine
