#include "read/pdf/pdf_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <memory>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "base/utf8.hpp"

namespace axray::read {
namespace {

constexpr float kFarthest = 100'000;  // points; pages end at 14,400
constexpr std::size_t kLongestWord = 2000;
constexpr std::uint32_t kMostText = 1U << 30U;

std::string_view view_of(const xmlChar* text) {
    return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

float number_of(std::string_view text) {
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || !std::isfinite(value)) return 0;
    return std::clamp(static_cast<float>(value), -kFarthest, kFarthest);
}

// Collects what the parser calls out. Elements that stand where they should not are harmless: a word belongs to the
// last page and the last line that began.
class Collector {
public:
    void start(std::string_view name, const xmlChar** attributes, int count) {
        if (name == "page") {
            PdfPage page;
            page.width = attribute("width", attributes, count);
            page.height = attribute("height", attributes, count);
            page.first_word = page.end_word = static_cast<std::uint32_t>(text_.words.size());
            text_.pages.push_back(page);
            ++line_;
        } else if (name == "line") {
            ++line_;
        } else if (name == "word") {
            box_.left = attribute("xMin", attributes, count);
            box_.top = attribute("yMin", attributes, count);
            box_.right = std::max(box_.left, attribute("xMax", attributes, count));
            box_.bottom = std::max(box_.top, attribute("yMax", attributes, count));
            word_.clear();
            in_word_ = true;
        }
    }
    void characters(std::string_view characters) {
        if (in_word_ && word_.size() < kLongestWord) word_ += characters;
    }
    void end(std::string_view name) {
        if (name == "doc") text_.is_whole = true;
        if (name != "word" || !in_word_) return;
        in_word_ = false;
        const bool blank = word_.find_first_not_of(" \t\r\n") == std::string::npos;
        if (blank || text_.pages.empty() || text_.text.size() + word_.size() > kMostText) return;
        const auto begin = static_cast<std::uint32_t>(text_.text.size());
        text_.text += word_;
        text_.words.push_back({{begin, static_cast<std::uint32_t>(text_.text.size())}, box_, line_});
        text_.text += ' ';
        text_.pages.back().end_word = static_cast<std::uint32_t>(text_.words.size());
    }
    PdfText take() { return std::move(text_); }

private:
    // SAX2 gives five pointers an attribute: name, prefix, namespace, begin and end of the value.
    static float attribute(std::string_view wanted, const xmlChar** attributes, int count) {
        for (int i = 0; i < count; ++i) {
            const xmlChar** row = attributes + static_cast<std::ptrdiff_t>(5) * i;
            if (view_of(row[0]) != wanted) continue;
            return number_of({reinterpret_cast<const char*>(row[3]), static_cast<std::size_t>(row[4] - row[3])});
        }
        return 0;
    }

    PdfText text_;
    PdfBox box_;
    std::string word_;
    std::uint32_t line_ = 0;
    bool in_word_ = false;
};

// NOLINTNEXTLINE(readability-function-size): the signature is the library's
extern "C" void axray_pdf_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                                const xmlChar**, int count, int, const xmlChar** attributes) {
    static_cast<Collector*>(context)->start(view_of(name), attributes, count);
}
extern "C" void axray_pdf_end(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
    static_cast<Collector*>(context)->end(view_of(name));
}
extern "C" void axray_pdf_characters(void* context, const xmlChar* text, int size) {
    static_cast<Collector*>(context)->characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(size, 0))});
}

// XML knows no control characters, and a page's fonts may call any sign one.
std::string without_what_xml_forbids(std::string_view output) {
    std::string clean(output);
    for (char& character : clean) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') character = ' ';
    }
    for (std::size_t at = base::first_invalid_utf8(clean); at < clean.size();) {
        clean[at] = '?';
        at += 1 + base::first_invalid_utf8(std::string_view(clean).substr(at + 1));
    }
    return clean;
}

struct ContextCloser {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string unescaped(std::string_view text) {
    struct Row {
        std::string_view name;
        char character;
    };
    constexpr Row kRows[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string plain;
    while (!text.empty()) {
        const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                       [text](const Row& candidate) { return text.starts_with(candidate.name); });
        const bool found = row != std::end(kRows);
        plain.push_back(found ? row->character : text.front());
        text.remove_prefix(found ? row->name.size() : 1);
    }
    return plain;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
    const std::size_t begin = text.find(before);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + before.size());
    const std::size_t end = text.find(after);
    return end == std::string_view::npos ? std::string() : unescaped(text.substr(0, end));
}

}  // namespace

PdfText parse_pdf_words(std::string_view output) {
    // The head is left to parse_pdf_info: it holds texts of the file.
    const std::size_t begin = output.find("<doc>");
    if (begin == std::string_view::npos) return {};
    const std::string clean = without_what_xml_forbids(output.substr(begin));

    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = axray_pdf_start;
    handler.endElementNs = axray_pdf_end;
    handler.characters = axray_pdf_characters;
    Collector collector;
    const std::unique_ptr<xmlParserCtxt, ContextCloser> context(
        xmlCreatePushParserCtxt(&handler, &collector, nullptr, 0, nullptr));
    if (!context) return {};
    xmlCtxtUseOptions(context.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    constexpr std::size_t kChunk = 1U << 20U;
    for (std::size_t at = 0; at < clean.size(); at += kChunk) {
        const std::size_t size = std::min(kChunk, clean.size() - at);
        xmlParseChunk(context.get(), clean.data() + at, static_cast<int>(size), at + size == clean.size() ? 1 : 0);
    }
    return collector.take();
}

PdfInfo parse_pdf_info(std::string_view output) {
    std::string_view head = output.substr(0, std::min(output.find("<body>"), output.size()));
    constexpr std::size_t kLongestHead = 1U << 20U;
    head = head.substr(0, std::min(kLongestHead, head.size()));
    const std::string clean = without_what_xml_forbids(head);
    const auto meta = [&clean](std::string_view name) {
        return between(clean, "<meta name=\"" + std::string(name) + "\" content=\"", "\"/>");
    };
    PdfInfo info;
    info.title = between(clean, "<title>", "</title>");
    info.author = meta("Author");
    info.subject = meta("Subject");
    info.creator = meta("Creator");
    info.created = meta("CreationDate");
    info.modified = meta("ModDate");
    return info;
}

}  // namespace axray::read
