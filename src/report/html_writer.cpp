#include "report/html_writer.hpp"

#include <utility>

#include "base/utf8.hpp"

namespace axray::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string_view reference_for(char character) {
    switch (character) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

bool is_direction_override(char32_t character) {
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool is_control(char32_t character) {
    return (character < 0x20 && character != U'\n' && character != U'\t') || (character >= 0x7F && character <= 0x9F);
}

}  // namespace

void append_html_escaped(std::string& html, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::decode_utf8(text, at);
        const auto reference = reference_for(text[at]);
        if (!reference.empty()) {
            html += reference;
        } else if (is_control(character.value)) {
            html += kReplacement;
        } else if (!is_direction_override(character.value)) {
            base::append_utf8(html, character.value);
        }
        at += character.size;
    }
}

void HtmlWriter::start_tag(Literal element, const std::vector<HtmlAttribute>& attributes) {
    html_ += '<';
    html_ += element.view();
    for (const auto& [name, value] : attributes) {
        if (value.empty()) continue;
        html_ += ' ';
        html_ += name.view();
        html_ += "=\"";
        append_html_escaped(html_, value);
        html_ += '"';
    }
    html_ += '>';
}

HtmlWriter& HtmlWriter::open(Literal element, const std::vector<HtmlAttribute>& attributes) {
    start_tag(element, attributes);
    open_.push_back(element.view());
    return *this;
}

HtmlWriter& HtmlWriter::close() {
    html_.append("</").append(open_.back()) += '>';
    open_.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::single(Literal element, const std::vector<HtmlAttribute>& attributes) {
    start_tag(element, attributes);
    return *this;
}

HtmlWriter& HtmlWriter::element(Literal name, const std::vector<HtmlAttribute>& attributes, std::string_view content) {
    return open(name, attributes).text(content).close();
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
    append_html_escaped(html_, text);
    return *this;
}

HtmlWriter& HtmlWriter::markup(Literal markup) {
    html_ += markup.view();
    return *this;
}

HtmlWriter& HtmlWriter::raw_content(Literal element, std::string_view content) {
    open(element);
    html_ += content;
    return close();
}

HtmlWriter& HtmlWriter::line() {
    html_ += '\n';
    return *this;
}

std::string HtmlWriter::take() && { return std::move(html_); }

void write_icon(HtmlWriter& html, std::string_view name) {
    html.open("svg", {{"class", "icon"}, {"aria-hidden", "true"}});
    html.open("use", {{"href", "#icon-" + std::string(name)}}).close();
    html.close();
}

}  // namespace axray::report
