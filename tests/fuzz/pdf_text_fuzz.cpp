// Any bytes as what pdftotext printed: laying them out ends with a document that holds together.
// Depends: base read
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "read/pdf/pdf_layout.hpp"
#include "read/pdf/pdf_words.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view output(reinterpret_cast<const char*>(data), size);
    const axray::read::PdfText text = axray::read::parse_pdf_words(output);
    axray::Document document = axray::read::lay_out_pdf(text);
    axray::read::read_pdf_metadata(text, axray::read::parse_pdf_info(output), document);
    if (axray::base::first_invalid_utf8(document.text) != document.text.size()) std::abort();
    if (axray::base::first_invalid_utf8(document.metadata.title.value) != document.metadata.title.value.size()) {
        std::abort();
    }
    std::uint32_t end = 0;
    for (const axray::Block& block : document.blocks) {
        if (block.span.empty() || block.span.begin < end || block.span.end > document.text.size()) std::abort();
        end = block.span.end;
    }
    end = 0;
    for (const axray::PageBox& box : document.boxes) {
        if (box.text.empty() || box.text.begin < end || box.text.end > document.text.size()) std::abort();
        if (box.page == 0 || box.page > text.pages.size() || box.right < box.left || box.bottom < box.top) std::abort();
        end = box.text.end;
    }
    return 0;
}
