#include "archive/record_header.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/utf8.hpp"

namespace axray::archive {
namespace {

constexpr std::size_t kLongestLine = 1u << 16;  // bytes of the first line of an ARC record
constexpr std::size_t kShortestDate = 12;       // digits in the date of an ARC record
constexpr std::size_t kLongestDate = 18;

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_blank(char character) { return character == ' ' || character == '\t'; }
bool is_letter(char character) {
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'z';
}
char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (is_blank(text.front()) || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

struct Line {
    std::string_view text;  // without its end
    std::size_t end = 0;    // behind the line feed
    bool whole = false;
};

Line line_at(std::string_view bytes, std::size_t begin) {
    const std::size_t feed = bytes.find('\n', begin);
    if (feed == std::string_view::npos) return {bytes.substr(begin), bytes.size(), false};
    std::string_view text = bytes.substr(begin, feed - begin);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return {text, feed + 1, true};
}

// "WARC/1.0" or "HTTP/1.1" and "HTTP/2": the name, a slash and a number; gives where the number ends, 0 when it is
// none.
std::size_t version_end(std::string_view text, std::string_view name) {
    if (!text.starts_with(name)) return 0;
    std::size_t at = name.size();
    while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
    return at > name.size() && is_digit(text[name.size()]) ? at : 0;
}

bool begins_http(std::string_view line) {
    const std::size_t end = version_end(line, "HTTP/");
    return end > 0 && (end == line.size() || is_blank(line[end]));
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

RecordKind kind_of(std::string_view type) {
    for (int kind = 0; kind < static_cast<int>(RecordKind::other); ++kind) {
        if (same_name(type, to_string(static_cast<RecordKind>(kind)))) return static_cast<RecordKind>(kind);
    }
    return RecordKind::other;
}

std::string clean_address(std::string_view address) {
    if (address.size() >= 2 && address.front() == '<' && address.back() == '>') {
        address = trimmed(address.substr(1, address.size() - 2));
    }
    std::string clean;
    for (const char character : address) {
        if (is_blank(character)) {
            clean += "%20";
        } else {
            clean.push_back(character);
        }
    }
    return clean;
}

// The parts of the first line of an ARC record: address (which may hold blanks), IP address, date, type, ..., length.
struct ArcLine {
    std::string_view address;
    std::string_view date;
    std::string_view type;
    std::string_view length;
};

bool is_address(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon < 2 || !is_letter(text.front())) return false;
    const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), fits);
}

bool is_arc_date(std::string_view text) {
    return text.size() >= kShortestDate && text.size() <= kLongestDate &&
           std::all_of(text.begin(), text.end(), is_digit);
}

bool is_ip_address(std::string_view text) {
    const auto fits = [](char c) {
        return is_digit(c) || c == '.' || c == ':' || (lower(c) >= 'a' && lower(c) <= 'f');
    };
    return text.size() >= 2 && text.find_first_of(".:") != std::string_view::npos &&
           std::all_of(text.begin(), text.end(), fits);
}

std::optional<ArcLine> arc_line(std::string_view line) {
    if (!is_address(line)) return std::nullopt;
    ArcLine parts;
    const std::size_t last = line.rfind(' ');
    if (last == std::string_view::npos || last + 1 == line.size()) return std::nullopt;
    parts.length = line.substr(last + 1);
    // From the right, for the address may hold anything: the date stands behind an IP address and before two parts.
    std::size_t end = last;
    std::string_view behind;
    while (end > 0) {
        const std::size_t blank = line.rfind(' ', end - 1);
        if (blank == std::string_view::npos) return std::nullopt;
        const std::string_view part = line.substr(blank + 1, end - blank - 1);
        if (is_arc_date(part) && !behind.empty()) {
            const std::size_t before = line.rfind(' ', blank == 0 ? 0 : blank - 1);
            if (before == std::string_view::npos || before >= blank) return std::nullopt;
            if (!is_ip_address(line.substr(before + 1, blank - before - 1))) return std::nullopt;
            parts.address = line.substr(0, before);
            parts.date = part;
            parts.type = behind;
            return parts;
        }
        behind = part;
        end = blank;
    }
    return std::nullopt;
}

// 20140216050221 as 2014-02-16T05:02:21Z; other forms stay as they are.
std::string arc_date(std::string_view digits) {
    constexpr std::size_t kSeconds = 14;
    if (digits.size() < kSeconds) return std::string(digits);
    const auto part = [&](std::size_t at, std::size_t size) { return std::string(digits.substr(at, size)); };
    return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
           "Z";
}

RecordHeader read_arc_header(std::string_view bytes) {
    RecordHeader header;
    header.format = RecordHeader::Format::arc;
    const Line line = line_at(bytes, 0);
    const auto parts = arc_line(line.text);
    header.how = line.whole && parts ? HeaderEnd::blank_line : HeaderEnd::none;
    header.size = line.end;
    if (!parts) return header;
    WarcRecord& record = header.record;
    const bool description = parts->address.starts_with("filedesc:");
    const bool page = parts->address.starts_with("http");
    record.kind = description ? RecordKind::warcinfo : page ? RecordKind::response : RecordKind::resource;
    record.type = to_string(record.kind);
    record.target_uri = clean_address(readable(parts->address));
    record.date = arc_date(parts->date);
    record.content_type = page ? "application/http; msgtype=response" : readable(parts->type);
    header.length_text = readable(parts->length);
    header.length = number(parts->length);
    return header;
}

RecordHeader read_warc_header(std::string_view bytes) {
    RecordHeader header;
    const Line version = line_at(bytes, 0);
    FieldLines lines = read_field_lines(bytes, version.end);
    header.size = lines.end;
    header.how = version.whole ? lines.how : HeaderEnd::none;
    WarcRecord& record = header.record;
    record.fields = std::move(lines.fields);
    record.type = field_value(record.fields, "WARC-Type");
    record.kind = kind_of(record.type);
    record.target_uri = clean_address(field_value(record.fields, "WARC-Target-URI"));
    record.date = field_value(record.fields, "WARC-Date");
    record.record_id = field_value(record.fields, "WARC-Record-ID");
    record.content_type = field_value(record.fields, "Content-Type");
    header.length_text = field_value(record.fields, "Content-Length");
    header.length = number(header.length_text);
    return header;
}

}  // namespace

std::string_view to_string(RecordKind kind) {
    static constexpr std::array<std::string_view, 9> kNames = {
        "warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation", "other"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ProblemKind kind) {
    static constexpr std::array<std::string_view, 10> kNames = {
        "not_records", "damaged_data", "too_expansive", "bad_header",   "wrong_length",
        "cut_off",     "missing_end",  "too_long",      "wrong_digest", "wrong_encoding"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(RecordState state) {
    static constexpr std::array<std::string_view, 3> kNames = {"whole", "repaired", "partial"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string_view field_value(const std::vector<HeaderField>& fields, std::string_view name) {
    for (const auto& field : fields) {
        if (same_name(field.name, name)) return field.value;
    }
    return {};
}

std::string readable(std::string_view bytes) {
    if (base::first_invalid_utf8(bytes) == bytes.size()) return std::string(bytes);
    std::string text;
    for (const char byte : bytes) base::append_utf8(text, static_cast<unsigned char>(byte));
    return text;
}

bool begins_warc(std::string_view bytes) {
    constexpr std::size_t kLongestVersion = 16;
    const std::size_t end = version_end(bytes.substr(0, kLongestVersion), "WARC/");
    if (end == 0 || end >= bytes.size()) return false;
    return bytes[end] == '\n' || (bytes[end] == '\r' && end + 1 < bytes.size() && bytes[end + 1] == '\n');
}

bool begins_arc(std::string_view bytes) {
    if (bytes.empty() || !is_letter(bytes.front())) return false;
    const Line line = line_at(bytes.substr(0, kLongestLine), 0);
    return line.whole && arc_line(line.text).has_value();
}

bool begins_record(std::string_view bytes) { return begins_warc(bytes) || begins_arc(bytes); }

FieldLines read_field_lines(std::string_view bytes, std::size_t begin) {
    FieldLines lines;
    std::size_t at = begin;
    for (;;) {
        const Line line = line_at(bytes, at);
        lines.end = line.whole ? line.end : bytes.size();
        if (line.whole && line.text.empty()) {
            lines.how = HeaderEnd::blank_line;
            return lines;
        }
        const bool record = begins_warc(bytes.substr(at));
        if (record || begins_http(line.text) || line.text.starts_with('<')) {
            lines.end = at;
            lines.how = record ? HeaderEnd::record : HeaderEnd::block;
            return lines;
        }
        if (!line.whole) return lines;
        const std::size_t colon = line.text.find(':');
        if (is_blank(line.text.front())) {
            if (!lines.fields.empty()) lines.fields.back().value += " " + readable(trimmed(line.text));
        } else if (colon != std::string_view::npos) {
            lines.fields.push_back(
                {readable(trimmed(line.text.substr(0, colon))), readable(trimmed(line.text.substr(colon + 1)))});
        }
        at = line.end;
    }
}

RecordHeader read_record_header(std::string_view bytes) {
    return begins_warc(bytes) ? read_warc_header(bytes) : read_arc_header(bytes);
}

bool is_complete_header(std::string_view bytes) {
    static constexpr std::array<std::string_view, 3> kMustHave = {"WARC-Type", "WARC-Record-ID", "WARC-Date"};
    if (!begins_warc(bytes)) return false;
    bytes = bytes.substr(0, kHeaderLimit);
    std::array<bool, kMustHave.size()> has{};
    for (Line line = line_at(bytes, 0);;) {
        const std::size_t begin = line.end;
        line = line_at(bytes, begin);
        if (!line.whole || begins_warc(bytes.substr(begin))) return false;
        if (line.text.empty()) return std::count(has.begin(), has.end(), true) == std::ssize(has);
        const std::size_t colon = std::min(line.text.find(':'), line.text.size());
        for (std::size_t i = 0; i < has.size(); ++i) {
            if (colon + 1 < line.text.size() && same_name(line.text.substr(0, colon), kMustHave[i])) has[i] = true;
        }
    }
}

}  // namespace axray::archive
