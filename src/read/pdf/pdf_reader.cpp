#include "read/pdf/pdf_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.hpp"
#include "read/pdf/pdf_layout.hpp"
#include "read/pdf/pdf_words.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kMagic = "%PDF-";
constexpr int kNotAllowed = 3;  // pdftotext's exit status when the file forbids copying

// What the program complained of first, fit for a message: one line of printable ASCII.
std::string first_complaint(std::string_view error_text) {
    constexpr std::size_t kLongest = 160;
    std::string line(error_text.substr(0, std::min({error_text.find('\n'), error_text.size(), kLongest})));
    for (char& character : line) {
        if (character < ' ' || character > '~') character = '?';
    }
    return line;
}

std::string what_limit(const base::ChildOutput& output, const base::ChildLimits& limits) {
    if (output.hit == base::ChildLimit::time) return std::to_string(limits.time.count() / 1000) + " seconds";
    return std::to_string(limits.output) + " bytes of output";
}

Error why_nothing(const base::ChildOutput& output, const PdfText& text, const base::ChildLimits& limits) {
    if (output.error_text.find("Incorrect password") != std::string::npos) {
        return {ErrorCode::unsupported, "the PDF is encrypted and opens only with a password", {}};
    }
    if (output.exit_status == kNotAllowed) {
        return {ErrorCode::unsupported, "the PDF is encrypted and does not allow its text to be copied", {}};
    }
    if (output.hit != base::ChildLimit::none) {
        return {ErrorCode::limit_exceeded, "no text of the PDF was read within " + what_limit(output, limits), {}};
    }
    if (output.exit_status == 0 && !text.pages.empty()) {
        const std::string pages = std::to_string(text.pages.size()) + (text.pages.size() == 1 ? " page" : " pages");
        return {ErrorCode::empty,
                "the PDF has " + pages + " without a word: pictures, which have to be recognised first",
                {}};
    }
    std::string message = "the PDF is damaged and cannot be opened";
    if (output.exit_status > 128)
        message += ": pdftotext ended with signal " + std::to_string(output.exit_status - 128);
    const std::string complaint = first_complaint(output.error_text);
    if (!complaint.empty()) message += " (pdftotext: " + complaint + ")";
    return {ErrorCode::malformed, std::move(message), {}};
}

// What a reader of the document has to know: that it is not all.
std::vector<std::string> notes_on(const base::ChildOutput& output, const PdfText& text,
                                  const base::ChildLimits& limits) {
    std::vector<std::string> notes;
    const std::string pages = std::to_string(text.pages.size());
    if (output.hit != base::ChildLimit::none) {
        notes.push_back("the PDF was read up to page " + pages + ", at the limit of " + what_limit(output, limits));
    } else if (!text.is_whole || output.exit_status > 128) {
        notes.push_back("the PDF was read up to page " + pages + ", where pdftotext broke off");
    }
    std::size_t without_words = 0;
    std::size_t first = 0;
    for (std::size_t page = 0; page < text.pages.size(); ++page) {
        if (text.pages[page].first_word != text.pages[page].end_word) continue;
        if (without_words++ == 0) first = page + 1;
    }
    if (without_words > 0) {
        notes.push_back(std::to_string(without_words) + " of " + pages + " pages hold no words, the first is page " +
                        std::to_string(first) + ": they are empty or pictures");
    }
    if (output.error_text.find("rror") != std::string::npos) {
        notes.push_back("parts of the PDF may be missing: pdftotext says '" + first_complaint(output.error_text) + "'");
    }
    return notes;
}

// A file cannot have been made after it was fetched. Days are compared, so that zones make no difference.
void drop_later(MetadataValue& date, std::string_view retrieved) {
    constexpr std::size_t kDay = 10;  // 2024-03-05
    if (!retrieved.empty() && std::string_view(date.value).substr(0, kDay) > retrieved.substr(0, kDay)) date = {};
}

}  // namespace

bool looks_like_pdf(std::string_view bytes) {
    constexpr std::size_t kSearched = 1024;
    const std::size_t at = bytes.substr(0, kSearched).find(kMagic);
    if (at == std::string_view::npos) return false;
    // A text may speak of the sign; a file with something before it ends like a PDF.
    return bytes.substr(0, at).find_first_not_of("\xEF\xBB\xBF\r\n\t ") == std::string_view::npos ||
           bytes.rfind("startxref") != std::string_view::npos;
}

Result<Document> read_pdf(std::string_view bytes, const PdfOptions& options) {
    const auto program = base::find_program(options.program);
    if (!program) {
        return fail(ErrorCode::unsupported,
                    "a PDF is read with the program pdftotext, which is not installed; the Debian package "
                    "poppler-utils holds it");
    }
    auto output = base::run_child(*program, {"-bbox-layout", "-enc", "UTF-8", std::string(base::kChildInput), "-"},
                                  options.limits, bytes);
    if (!output) return fail(std::move(output).error());
    const PdfText text = parse_pdf_words(output->output);
    if (text.words.empty()) return fail(why_nothing(*output, text, options.limits));
    Document document = lay_out_pdf(text);
    if (document.blocks.empty()) return fail(ErrorCode::empty, "the PDF has no word that a reader would see");
    read_pdf_metadata(text, parse_pdf_info(output->output), document);
    drop_later(document.metadata.published, options.retrieved);
    drop_later(document.metadata.modified, options.retrieved);
    document.notes = notes_on(*output, text, options.limits);
    return document;
}

}  // namespace axray::read
