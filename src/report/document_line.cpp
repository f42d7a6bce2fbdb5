#include "report/document_line.hpp"

#include <array>
#include <utility>

#include <simdjson.h>

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

}  // namespace axray::report
