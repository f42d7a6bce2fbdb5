// What must hold of every document that a reader gives (Document + size of the original -> nothing, or the end).
//
// Shared by the fuzz targets of the readers: the text is valid UTF-8, blocks are in order and within it, and everything
// has a place within the original bytes. A breach stops the fuzzer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/utf8.hpp"
#include "read/reader.hpp"

namespace axray::fuzz {

inline void require_sound(const Document& document, std::size_t size) {
    if (base::first_invalid_utf8(document.text) != document.text.size()) std::abort();
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        if (block.span.empty() || block.span.begin < end || block.span.end > document.text.size()) std::abort();
        const Span original = document.origin.to_original(block.span);
        if (original.empty() || original.end > size) std::abort();
        end = block.span.end;
    }
    std::uint32_t text = 0;
    for (const OriginRun& run : document.origin.runs) {
        if (run.text_begin < text || run.original_begin + run.original_length > size) std::abort();
        text = run.text_begin + run.text_length;
    }
    for (const CutBlock& cut : document.cut) {
        if (cut.original.begin > cut.original.end || cut.original.end > size) std::abort();
        if (base::first_invalid_utf8(cut.text) != cut.text.size()) std::abort();
    }
}

}  // namespace axray::fuzz
