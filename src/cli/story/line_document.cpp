#include "cli/story/line_document.hpp"

#include <utility>

#include "base/days.hpp"

namespace axray::cli {
namespace {

using report::LineDocument;

MetadataValue declared(const std::string& value, std::string_view member) {
    return value.empty() ? MetadataValue{} : MetadataValue{value, "line " + std::string(member), 1, {}};
}

// It may be tomorrow elsewhere.
bool is_future(base::Day day, const std::string& now) {
    const auto today = base::day_of(now);
    return today.year != 0 && base::day_number(day) > base::day_number(today) + 1;
}

void set_date(const LineDocument& line, const std::string& now, Document& document) {
    if (line.date.empty()) return;
    const auto day = base::day_of(line.date);
    if (day.year == 0) {
        document.notes.push_back("its date \"" + line.date.substr(0, 40) +
                                 "\" is no day in the form 2024-03-25 and was left out");
    } else if (is_future(day, now)) {
        document.notes.push_back("its date " + line.date.substr(0, 10) + " lies in the future and was left out");
    } else {
        document.metadata.published = declared(line.date, "date");
    }
}

// The headline is part of what a report says: it stands before the text, as in a file.
std::string headed_text(const LineDocument& line) {
    if (line.title.empty() || line.text.starts_with(line.title)) return line.text;
    return line.text.empty() ? line.title : line.title + "\n\n" + line.text;
}

}  // namespace

Result<Document> read_line_document(const Engine& engine, const LineDocument& line, const std::string& now) {
    const bool page = line.text.empty() && !line.html.empty();
    const std::string bytes = page ? line.html : headed_text(line);
    ReadOptions options;
    options.id = line.id;
    options.media_type = page ? "text/html" : "text/plain";
    options.charset = "UTF-8";
    options.address = line.url;
    options.retrieved = now;
    auto read = engine.read(bytes, options);
    if (!read) return fail(std::move(read).error().within(line.id));
    auto& metadata = read->metadata;
    if (!line.title.empty()) metadata.title = declared(line.title, "title");
    if (!line.source.empty()) metadata.publisher = declared(line.source, "source");
    if (!line.author.empty()) metadata.authors = {declared(line.author, "author")};
    set_date(line, now, *read);
    return read;
}

}  // namespace axray::cli
