// Reads a PDF with poppler's pdftotext (bytes of a PDF -> Document).
//
// The program runs as a child process with limits on time, memory and output, so that a file made to stop or swell a
// reader costs a bounded amount; see docs/decisions/004-pdf-by-child-process.md. What it printed before it was ended
// is read. Errors and notes say what a file is: encrypted, pictures only, damaged, or cut short.
// Source: ISO 32000; poppler.
#pragma once

#include <string>
#include <string_view>

#include <axray/document.hpp>
#include <axray/result.hpp>

#include "base/child_process.hpp"

namespace axray::read {

struct PdfOptions {
    std::string program = "pdftotext";  // its name, looked for in PATH
    std::string retrieved = {};         // ISO 8601 time at which the file was fetched; no later date is believed
    base::ChildLimits limits = {std::chrono::seconds(30), 1ULL << 30U, 64ULL << 20U, 16ULL << 10U, 0};
};

// True when "%PDF-" stands within the first 1024 bytes, as readers of PDF look for it, and not in a text before it.
[[nodiscard]] bool looks_like_pdf(std::string_view bytes);

// All of the Document but id, size and digest. Errors: unsupported when pdftotext is missing or the file is encrypted;
// empty when its pages hold no words; malformed when it cannot be opened; limit_exceeded when nothing was read in time.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes, const PdfOptions& options = {});

}  // namespace axray::read
