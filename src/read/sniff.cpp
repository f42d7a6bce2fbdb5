#include "read/sniff.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "read/characters/ascii.hpp"
#include "read/characters/charset.hpp"
#include "read/characters/decoders.hpp"
#include "read/characters/detection.hpp"
#include "read/feed/feed_kind.hpp"

namespace axray::read {
namespace {

struct Magic {
    std::string_view bytes;
    std::size_t offset;
    std::string_view name;
};
constexpr Magic kMagic[] = {
    {"%PDF-", 0, "a PDF file"},
    {"PK\x03\x04", 0, "a ZIP archive or an office document"},
    {"PK\x05\x06", 0, "an empty ZIP archive"},
    {"\x1F\x8B", 0, "gzip-compressed data"},
    {"BZh", 0, "bzip2-compressed data"},
    {"\xFD"
     "7zXZ",
     0, "xz-compressed data"},
    {"\x28\xB5\x2F\xFD", 0, "zstd-compressed data"},
    {"7z\xBC\xAF\x27\x1C", 0, "a 7-Zip archive"},
    {"Rar!\x1A\x07", 0, "a RAR archive"},
    {"ustar", 257, "a tar archive"},
    {"\x89PNG\r\n\x1A\n", 0, "a PNG image"},
    {"\xFF\xD8\xFF", 0, "a JPEG image"},
    {"GIF87a", 0, "a GIF image"},
    {"GIF89a", 0, "a GIF image"},
    {"WEBP", 8, "a WebP image"},
    {{"II*\0", 4}, 0, "a TIFF image"},
    {{"MM\0*", 4}, 0, "a TIFF image"},
    {"ftyp", 4, "an MP4 video or HEIF image"},
    {"\x1A\x45\xDF\xA3", 0, "a Matroska or WebM video"},
    {"ID3", 0, "an MP3 recording"},
    {"OggS", 0, "an Ogg recording"},
    {"fLaC", 0, "a FLAC recording"},
    {"\x7F"
     "ELF",
     0, "a program"},
    {"MZ\x90", 0, "a Windows program"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old office document"},
    {"SQLite format 3", 0, "an SQLite database"},
    {"{\\rtf", 0, "a rich text (RTF) document"},
    {"%!PS", 0, "a PostScript file"},
    {"WARC/1.", 0, "a WARC archive"},
    {{"\0asm", 4}, 0, "a WebAssembly module"},
};

std::string_view known_kind(std::string_view bytes) {
    for (const Magic& magic : kMagic) {
        if (bytes.size() >= magic.offset && bytes.substr(magic.offset, magic.bytes.size()) == magic.bytes) {
            return magic.name;
        }
    }
    return {};
}

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte == 0x7F || (byte < 0x20 && !is_ascii_blank(character) && byte != 0x08 && byte != 0x1B);
}

constexpr std::string_view kPageTags[] = {
    "!doctype html", "html",   "head",   "body",     "title", "meta",     "script",   "style",      "link",
    "div",           "p",      "h1",     "h2",       "h3",    "h4",       "article",  "main",       "section",
    "header",        "nav",    "table",  "a",        "br",    "b",        "i",        "em",         "strong",
    "span",          "font",   "center", "ul",       "ol",    "li",       "dl",       "blockquote", "pre",
    "img",           "iframe", "form",   "figure",   "hr",    "tr",       "td",       "tbody",      "time",
    "small",         "u",      "code",   "noscript", "base",  "frameset", "template", "button",     "main",
    "aside",         "footer",
};

std::string_view tag_name(std::string_view after_less_than) {
    std::size_t end = 0;
    while (end < after_less_than.size() &&
           (is_ascii_letter(after_less_than[end]) || is_ascii_digit(after_less_than[end])))
        ++end;
    return after_less_than.substr(0, end);
}

bool is_page_tag(std::string_view after_less_than) {
    if (starts_with_ignoring_case(after_less_than, "!doctype html")) return true;
    const std::string name = lower_ascii(tag_name(after_less_than));
    return std::find(std::begin(kPageTags), std::end(kPageTags), name) != std::end(kPageTags);
}

// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type_alone(std::string_view name) {
    return lower_ascii(trim_ascii(name.substr(0, std::min(name.find(';'), name.size()))));
}

// The text after white space, a byte order mark, comments and processing instructions.
std::string_view skip_prologue(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (;;) {
        while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
        std::size_t end = std::string_view::npos;
        if (text.starts_with("<!--"))
            end = text.find("-->");
        else if (text.starts_with("<?"))
            end = text.find("?>");
        else
            return text;
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end);
        text.remove_prefix(std::min<std::size_t>(text.size(), text.front() == '-' ? 3 : 2));
    }
}

}  // namespace

Result<void> check_is_text(std::string_view bytes) {
    const std::string_view kind = known_kind(bytes);
    if (!kind.empty()) {
        return fail(ErrorCode::unsupported, "the file is " + std::string(kind) + ", expected plain text or HTML");
    }
    if (looks_like_wide_text(bytes)) return {};
    constexpr std::size_t kSample = 64 * 1024;
    const std::string_view sample = bytes.substr(0, kSample);
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
    if (controls * 100 > sample.size() * 2) {
        return fail(ErrorCode::unsupported, "the file is binary: " + std::to_string(controls) + " of its first " +
                                                std::to_string(sample.size()) +
                                                " bytes are control characters, expected plain text or HTML");
    }
    return {};
}

bool looks_like_html(std::string_view text) {
    constexpr std::size_t kSample = 4096;
    const std::string_view start = skip_prologue(text);
    if (start.size() > 1 && start[0] == '<' && (is_page_tag(start.substr(1)) || start.starts_with("<!--"))) return true;
    const std::string_view sample = text.substr(0, kSample);
    for (const std::string_view tag : {"<!doctype html", "<html", "<body", "<head>"}) {
        if (find_ignoring_case(sample, tag, 0) != std::string_view::npos) return true;
    }
    // A fragment of a page that begins with text.
    std::size_t count = 0;
    for (const std::string_view tag : {"</p>", "</div>", "</a>", "</li>", "<br>", "<br/>", "<br />"}) {
        for (std::size_t at = find_ignoring_case(sample, tag, 0); at != std::string_view::npos;
             at = find_ignoring_case(sample, tag, at + 1)) {
            ++count;
        }
    }
    return count >= 2;
}

bool is_feed(std::string_view bytes, std::string_view declared_media_type) {
    constexpr std::size_t kSample = 64 * 1024;
    if (starts_with_ignoring_case(trim_ascii(declared_media_type), "text/plain")) return false;
    const std::string_view sample = bytes.substr(0, kSample);
    if (sample.find_first_of("<{") == std::string_view::npos) return false;
    const EncodingChoice choice = choose_encoding(sample, {});
    const DecodedText decoded = decode_as(sample.substr(choice.mark), choice.mark, choice.encoding);
    return feed_kind(decoded.text()) != FeedKind::none;
}

bool is_general_media_type(std::string_view name) {
    const std::string type = media_type_alone(name);
    return type == "text/xml" || type == "application/xml" || type == "application/json" ||
           type == "application/octet-stream" || type == "application/rss+xml" || type == "application/atom+xml" ||
           type == "application/rdf+xml" || type == "application/feed+json";
}

Result<MediaType> sniff_media_type(std::string_view decoded) {
    if (feed_kind(decoded) != FeedKind::none) {
        return fail(ErrorCode::unsupported,
                    "the file is a feed, whose items are documents of their own; expected one "
                    "document");
    }
    if (looks_like_html(decoded)) return MediaType::html;
    const std::string_view start = skip_prologue(decoded);
    std::string_view head = decoded;
    while (!head.empty() && is_ascii_blank(head.front())) head.remove_prefix(1);
    if (start.starts_with("<")) {
        const std::string root(tag_name(start.substr(1)));
        if (head.starts_with("<?xml")) {
            return fail(ErrorCode::unsupported,
                        "the file is XML with the root element '" + root + "', expected plain text or HTML");
        }
    }
    return MediaType::text;
}

Result<MediaType> media_type_of_name(std::string_view name) {
    const std::string type = media_type_alone(name);
    if (type == "text/html" || type == "application/xhtml+xml") return MediaType::html;
    if (type == "text/plain" || type == "text/markdown" || type == "text/x-markdown") return MediaType::text;
    return fail(ErrorCode::unsupported, "the media type '" + type + "' is not read, expected text/plain or text/html");
}

}  // namespace axray::read
