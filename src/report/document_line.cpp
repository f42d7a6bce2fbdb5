#include "report/document_line.hpp"

#include <array>
#include <utility>

#include <simdjson.h>

#include "base/days.hpp"

namespace axray::report {
namespace {

namespace dom = simdjson::dom;

Result<LineDocument> read_members(const dom::object& object) {
    LineDocument document;
    const std::array<std::pair<std::string_view, std::string*>, 7> members = {{{"title", &document.title},
                                                                               {"text", &document.text},
                                                                               {"html", &document.html},
                                                                               {"date", &document.date},
                                                                               {"source", &document.source},
                                                                               {"author", &document.author},
                                                                               {"url", &document.url}}};
    for (const auto& [name, target] : members) {
        dom::element value;
        if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) continue;
        const auto text = read_string(value, "\"" + std::string(name) + "\"");
        if (!text) return fail(text.error());
        *target = *text;
    }
    if (document.title.empty() && document.text.empty() && document.html.empty()) {
        return fail(ErrorCode::empty, "the line has no \"text\", \"html\" or \"title\" with words");
    }
    return document;
}

// The id as text: a string without its quotation marks, a number as written.
std::string id_text(const dom::object& object) {
    std::string_view text;
    if (object.at_key("id").get(text) == simdjson::SUCCESS) return std::string(text);
    std::int64_t number = 0;
    if (object.at_key("id").get(number) == simdjson::SUCCESS) return std::to_string(number);
    return {};
}

MetadataValue declared(const std::string& value, std::string_view member) {
    return value.empty() ? MetadataValue{} : MetadataValue{value, "line " + std::string(member), 1, {}};
}

bool begins_with_day(const std::string& date) {
    const auto digits = [&](std::size_t at, std::size_t size) {
        int number = 0;
        for (auto byte = at; byte < at + size; ++byte) {
            if (date[byte] < '0' || date[byte] > '9') return -1;
            number = 10 * number + (date[byte] - '0');
        }
        return number;
    };
    if (date.size() < 10 || date[4] != '-' || date[7] != '-') return false;
    return base::is_day({digits(0, 4), digits(5, 2), digits(8, 2)});
}

void set_date(const LineDocument& line, const std::string& now, Document& document) {
    if (line.date.empty()) return;
    if (!begins_with_day(line.date)) {
        document.notes.push_back("its date \"" + line.date.substr(0, 40) +
                                 "\" is no day in the form 2024-03-25 and was left out");
    } else if (!now.empty() && line.date.substr(0, 10) > now.substr(0, 10)) {
        document.notes.push_back("its date " + line.date.substr(0, 10) + " lies in the future and was left out");
    } else {
        document.metadata.published = declared(line.date, "date");
    }
}

}  // namespace

DocumentRequest DocumentLineParser::parse(std::string_view line) {
    const auto root = parser_.parse(line, kDocumentLineLimits);
    if (!root) return {{}, fail(root.error())};
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS) return {{}, wrong_type("the line", "an object", *root)};
    auto id = read_line_id(object);
    if (!id) return {{}, fail(std::move(id).error())};
    auto document = read_members(object);
    if (document) document->id = id_text(object);
    return {*std::move(id), std::move(document)};
}

Result<Document> read_line_document(const Engine& engine, const LineDocument& line, const std::string& now) {
    const bool page = line.text.empty() && !line.html.empty();
    const std::string& bytes = page ? line.html : line.text.empty() ? line.title : line.text;
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

}  // namespace axray::report
