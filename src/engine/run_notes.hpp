// What a reader of a report should know of the run as a whole (article + sources -> notes, one sentence each).
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/verdict.hpp>

#include "engine/source_set.hpp"

namespace axray::engine {

// Languages other than English that were told from the texts.
struct RunLanguages {
    const std::string& article;  // its name in English; empty for English
    const SourceSet& sources;
};

// A source that is the article itself, a source without text, a text that is in a language other than English or
// declares one.
[[nodiscard]] std::vector<std::string> run_notes(const Document& article, const std::vector<Document>& sources,
                                                 const RunLanguages& languages);

// That only the weightiest words of a claim were judged.
[[nodiscard]] std::string long_claim_note(const CheckedClaim& checked);

}  // namespace axray::engine
