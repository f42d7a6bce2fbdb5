#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/characters/ascii.hpp"
#include "read/pdf/pdf_layout.hpp"

namespace axray::read {
namespace {

// Confidence as an order of trust: what programs write unasked is worth little.
constexpr double kTitleSeenInText = 0.9;
constexpr double kBiggestHeading = 0.7;
constexpr double kTitleAlone = 0.5;
constexpr double kAuthor = 0.6;
constexpr double kCreated = 0.6;
constexpr double kModified = 0.5;

std::string collapsed(std::string_view text) {
    std::string plain;
    for (const char character : text) {
        const bool blank = static_cast<unsigned char>(character) <= 0x20;
        if (!blank) {
            plain.push_back(character);
        } else if (!plain.empty() && plain.back() != ' ') {
            plain.push_back(' ');
        }
    }
    return std::string(trim_ascii(plain));
}

// Names of files and what programs put in when nobody gave a title.
bool is_no_title(std::string_view title) {
    const std::string lower = lower_ascii(title);
    constexpr std::string_view kEnds[] = {".doc", ".docx", ".odt", ".rtf",  ".indd", ".qxd",  ".pdf", ".tex", ".dvi",
                                          ".ppt", ".pptx", ".xls", ".xlsx", ".txt",  ".html", ".htm", ".fm"};
    constexpr std::string_view kStarts[] = {"untitled",
                                            "microsoft word",
                                            "microsoft powerpoint",
                                            "document",
                                            "powerpoint presentation",
                                            "about:blank",
                                            "file:",
                                            "http:",
                                            "https:"};
    const auto ends = [&lower](std::string_view end) { return lower.ends_with(end); };
    const auto starts = [&lower](std::string_view start) { return lower.starts_with(start); };
    const bool letters = std::any_of(lower.begin(), lower.end(), [](char character) {
        return is_ascii_letter(character) || static_cast<unsigned char>(character) >= 0x80;
    });
    return !letters || std::any_of(std::begin(kEnds), std::end(kEnds), ends) ||
           std::any_of(std::begin(kStarts), std::end(kStarts), starts) || lower.find('_') != std::string::npos;
}

bool stands_in_first_pages(const PdfText& text, std::string_view title) {
    constexpr std::size_t kSample = 20'000;
    const std::string sample = lower_ascii(std::string_view(text.text).substr(0, kSample));
    return sample.find(lower_ascii(title)) != std::string::npos;
}

// pdftotext writes "2024-03-05T10:11:12+01", with minutes of the zone only where there are some.
std::string as_date(std::string_view printed) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00";
    if (printed.size() < kShape.size()) return {};
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const bool digit = is_ascii_digit(printed[i]);
        if (kShape[i] == '0' ? !digit : printed[i] != kShape[i]) return {};
    }
    const std::string_view zone = printed.substr(kShape.size());
    std::string date(printed.substr(0, kShape.size()));
    if (zone.empty() || zone == "Z") return date + std::string(zone);
    const bool signs = zone[0] == '+' || zone[0] == '-';
    if (!signs || zone.size() < 3 || !is_ascii_digit(zone[1]) || !is_ascii_digit(zone[2])) return date;
    date += zone.substr(0, 3);
    const bool minutes = zone.size() >= 6 && zone[3] == ':' && is_ascii_digit(zone[4]) && is_ascii_digit(zone[5]);
    return date + (minutes ? std::string(zone.substr(3, 3)) : std::string(":00"));
}

std::vector<MetadataValue> split_authors(std::string_view line) {
    std::vector<MetadataValue> authors;
    const char separator = line.find(';') != std::string_view::npos ? ';' : ',';
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string name = collapsed(line.substr(0, end));
        // "Smith, Ann" is one person.
        const bool lone = separator == ',' && name.find(' ') == std::string::npos;
        if (lone && authors.empty() && std::count(line.begin(), line.end(), ',') == 1) {
            name = collapsed(line);
            line = {};
        }
        if (!name.empty()) authors.push_back({std::move(name), "pdf Author", kAuthor, {}});
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return authors;
}

}  // namespace

void read_pdf_metadata(const PdfText& text, const PdfInfo& info, Document& document) {
    Metadata& metadata = document.metadata;
    metadata.media_type = "application/pdf";
    metadata.charset = "UTF-8";
    const std::string declared = collapsed(info.title);
    const auto heading = std::find_if(document.blocks.begin(), document.blocks.end(),
                                      [](const Block& block) { return block.kind == BlockKind::title; });
    const bool usable = !declared.empty() && !is_no_title(declared);
    if (usable && stands_in_first_pages(text, declared)) {
        metadata.title = {declared, "pdf Title", kTitleSeenInText, {}};
    } else if (heading != document.blocks.end()) {
        metadata.title = {std::string(document.slice(heading->span)), "largest type of page 1", kBiggestHeading, {}};
    } else if (usable) {
        metadata.title = {declared, "pdf Title", kTitleAlone, {}};
    }
    metadata.authors = split_authors(info.author);
    if (std::string date = as_date(info.created); !date.empty()) {
        metadata.published = {std::move(date), "pdf CreationDate", kCreated, {}};
    }
    if (std::string date = as_date(info.modified); !date.empty()) {
        metadata.modified = {std::move(date), "pdf ModDate", kModified, {}};
    }
}

}  // namespace axray::read
