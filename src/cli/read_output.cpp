#include "cli/read_output.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <axray/version.hpp>

#include "base/utf8.hpp"
#include "report/json_text.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {
namespace {

using report::append_json_number;
using report::append_json_string;
using report::StyledText;

using Fields = std::vector<std::pair<std::string_view, std::string>>;

Fields fields_of(const Metadata& metadata) {
    return {{"title", metadata.title.value},
            {"language", metadata.language.value},
            {"charset", metadata.charset},
            {"media_type", metadata.media_type},
            {"published", metadata.published.value}};
}

std::string in_lines(std::string_view text, unsigned width, std::string label) {
    StyledText::Layout layout;
    layout.width = width;
    layout.rest = std::string(label.size(), ' ');
    layout.first = std::move(label);
    StyledText styled;
    styled.add(text);
    return styled.lines(layout);
}

std::string padded(std::string_view name, std::size_t width) {
    std::string text(name);
    text.append(text.size() < width ? width - text.size() : 1, ' ');
    return text;
}

constexpr std::size_t kLabelWidth = 12;   // columns before a block: "list_item"
constexpr std::size_t kReasonWidth = 20;  // columns before what was set aside: "  other_furniture"

std::string as_text(const Document& document, unsigned width) {
    std::string text = in_lines(document.id, width, "") + "\n";
    for (const auto& [name, value] : fields_of(document.metadata)) {
        if (!value.empty()) text += in_lines(value, width, padded(name, kLabelWidth));
    }
    text += padded("sha256", kLabelWidth) + document.sha256 + "\n\n";
    for (const auto& block : document.blocks) {
        text += in_lines(document.slice(block.span), width, padded(to_string(block.kind), kLabelWidth));
    }
    if (!document.cut.empty()) text += "\nSet aside:\n";
    for (const auto& cut : document.cut) {
        text += in_lines(cut.text, width, padded("  " + std::string(to_string(cut.reason)), kReasonWidth));
    }
    return text;
}

void append_member(std::string& json, std::string_view name, std::string_view value) {
    append_json_string(json, name);
    json += ":";
    append_json_string(json, value);
}

void append_span(std::string& json, std::uint32_t begin, std::uint32_t end) {
    json += "[";
    append_json_number(json, begin);
    json += ",";
    append_json_number(json, end);
    json += "]";
}

void append_blocks(std::string& json, const Document& document) {
    base::CodePointCounter counter(document.text);
    json += ",\"blocks\":[";
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto& block = document.blocks[i];
        json += i > 0 ? ",\n  {" : "\n  {";
        append_member(json, "kind", to_string(block.kind));
        const auto span = counter.convert(block.span);
        json += ",\"span\":";
        append_span(json, span.begin, span.end);
        const auto original = document.origin.to_original(block.span);
        json += ",\"original\":";
        append_span(json, original.begin, original.end);
        json += "}";
    }
    json += "]";
}

void append_cut(std::string& json, const Document& document) {
    json += ",\"cut\":[";
    for (std::size_t i = 0; i < document.cut.size(); ++i) {
        const auto& cut = document.cut[i];
        json += i > 0 ? ",\n  {" : "\n  {";
        append_member(json, "reason", to_string(cut.reason));
        json += ",\"original\":";
        append_span(json, cut.original.begin, cut.original.end);
        json += ",";
        append_member(json, "text", cut.text);
        json += "}";
    }
    json += "]";
}

void append_document(std::string& json, const Document& document) {
    json += "{";
    append_member(json, "id", document.id);
    json += ",";
    append_member(json, "sha256", document.sha256);
    json += ",\"size\":";
    append_json_number(json, document.original_size);
    json += ",\"metadata\":{";
    bool first = true;
    for (const auto& [name, value] : fields_of(document.metadata)) {
        if (!std::exchange(first, false)) json += ",";
        append_member(json, name, value);
    }
    json += "},\n ";
    append_member(json, "text", document.text);
    append_blocks(json, document);
    append_cut(json, document);
    json += "}";
}

}  // namespace

std::string documents_as_text(const std::vector<Document>& documents, unsigned width) {
    std::string text;
    for (const auto& document : documents) {
        if (!text.empty()) text += "\n" + std::string(std::min(width, 80u), '-') + "\n";
        text += as_text(document, width);
    }
    return text;
}

std::string documents_as_json(const std::vector<Document>& documents) {
    std::string json = "{";
    append_member(json, "version", kVersion);
    json += ",\"documents\":[";
    for (std::size_t i = 0; i < documents.size(); ++i) {
        json += i > 0 ? ",\n" : "\n";
        append_document(json, documents[i]);
    }
    json += "\n]}\n";
    return json;
}

}  // namespace axray::cli
