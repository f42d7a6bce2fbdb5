#include "read/metadata/complete_metadata.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/metadata/author_names.hpp"
#include "read/metadata/byline_words.hpp"
#include "read/metadata/confidence.hpp"
#include "read/metadata/credits.hpp"
#include "read/metadata/language.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestLine = 160;  // bytes of a line that names authors or a date

// A line of the beginning of a plain text, kept or set aside.
struct Line {
    std::string_view text;
    Span original;
};

// The lines around the title, in order of the file.
std::vector<Line> first_lines(const Document& document) {
    constexpr std::size_t kKeptBlocks = 4;
    constexpr std::size_t kMostLines = 12;
    std::vector<Line> lines;
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < document.blocks.size() && i < kKeptBlocks; ++i) {
        const Span span = document.blocks[i].span;
        const Span original = document.origin.to_original(span);
        end = std::max(end, original.end);
        lines.push_back({document.slice(span), original});
    }
    for (const CutBlock& cut : document.cut) {
        if (cut.reason == CutReason::byline && cut.original.begin <= end) lines.push_back({cut.text, cut.original});
    }
    std::sort(lines.begin(), lines.end(),
              [](const Line& left, const Line& right) { return left.original.begin < right.original.begin; });
    if (lines.size() > kMostLines) lines.resize(kMostLines);
    return lines;
}

// Lines that were set aside anywhere and announce an author and a day at once: copied texts often carry them behind the
// text, or between its parts.
std::vector<Line> dated_bylines(const Document& document, const DateHints& hints) {
    constexpr std::size_t kMostLines = 12;
    std::vector<Line> lines;
    for (const CutBlock& cut : document.cut) {
        if (cut.reason != CutReason::byline || cut.text.size() > kLongestLine) continue;
        if (byline_word_length(cut.text) == 0 || find_dates(cut.text, hints, 1).empty()) continue;
        lines.push_back({cut.text, cut.original});
        if (lines.size() == kMostLines) break;
    }
    return lines;
}

bool begins_in_capitals(std::string_view text) {
    const auto letters = static_cast<std::size_t>(
        std::find_if(text.begin(), text.end(), [](char c) { return c < 'A' || c > 'Z'; }) - text.begin());
    return letters >= 2 && (letters == text.size() || text[letters] < 'a' || text[letters] > 'z');
}

// What stands before the dash of a dateline: "PORT ELLERY, Velland, May 3, 2024 (Reuters)".
std::vector<Line> datelines(const Document& document) {
    constexpr std::size_t kFirstBlocks = 4;
    constexpr std::size_t kLongestDateline = 120;  // bytes
    std::vector<Line> lines;
    for (std::size_t i = 0; i < document.blocks.size() && i < kFirstBlocks; ++i) {
        const Span span = document.blocks[i].span;
        const std::string_view text = document.slice(span);
        if (!begins_in_capitals(text)) continue;
        std::size_t end = std::string_view::npos;
        for (const std::string_view dash : {" - ", "--", " \xE2\x80\x93 ", "\xE2\x80\x94"}) {
            end = std::min(end, text.substr(0, kLongestDateline).find(dash));
        }
        if (end == std::string_view::npos) continue;
        const Span head{span.begin, span.begin + static_cast<std::uint32_t>(end)};
        lines.push_back({document.slice(head), document.origin.to_original(head)});
    }
    return lines;
}

void read_byline(const std::vector<Line>& lines, Metadata& metadata) {
    for (const Line& line : lines) {
        if (line.text.size() > kLongestLine || byline_word_length(line.text) == 0) continue;
        for (std::string& name : names_in(line.text, NameText::line)) {
            metadata.authors.push_back({std::move(name), "byline",
                                        measured_confidence(RankedField::author, Place::byline, Agreement::alone),
                                        line.original});
        }
        if (!metadata.authors.empty()) return;
    }
}

// A date is believed only in a line of its own or a dateline, when it is the only day that these lines name.
void read_date(const std::vector<Line>& lines, const PageAddress& given, const DateHints& hints, Metadata& metadata) {
    constexpr std::size_t kMostDates = 3;
    const auto last = read_date_value(given.retrieved, {});
    const Line* from = nullptr;
    FoundDate only;
    for (const Line& line : lines) {
        if (line.text.size() > kLongestLine) continue;
        for (FoundDate& date : find_dates(line.text, hints, kMostDates)) {
            if (from != nullptr && date.day != only.day) return;
            if (from == nullptr) only = std::move(date);
            from = &line;
        }
    }
    if (from == nullptr || only.ambiguous) return;
    if (last && is_after(only, *last)) return;
    metadata.published = {only.iso(), "text",
                          measured_confidence(RankedField::published, Place::visible_text, Agreement::alone),
                          from->original};
}

}  // namespace

void complete_metadata(Document& document, const PageAddress& given) {
    Metadata& metadata = document.metadata;
    const std::string address = metadata.address.empty() ? std::string(given.address) : metadata.address.value;
    metadata.language = language_of(document.text, metadata.language, address);
    metadata.credits = find_credits(document);
    if (metadata.media_type != "text/plain") return;
    if (metadata.title.empty() && !document.blocks.empty() && document.blocks.front().kind == BlockKind::title) {
        const Span span = document.blocks.front().span;
        metadata.title = {std::string(document.slice(span)), "text", 0, document.origin.to_original(span)};
    }
    const std::string& language = metadata.language.value;
    const DateHints hints{language, language.find('-') != std::string::npos};
    const std::vector<Line> beside_the_title = first_lines(document);
    const std::vector<Line> anywhere = dated_bylines(document, hints);
    for (const auto* lines : {&beside_the_title, &anywhere}) {
        if (metadata.authors.empty()) read_byline(*lines, metadata);
        if (metadata.published.empty()) read_date(*lines, given, hints, metadata);
    }
    if (metadata.published.empty()) read_date(datelines(document), given, hints, metadata);
}

}  // namespace axray::read
