// Writes HTML piece by piece (element names, attributes, foreign text -> HTML text). Source: HTML Living Standard,
// section 13.
//
//     HtmlWriter html;
//     html.open("p", {{"class", "note"}}).text(foreign).close();
//
// Names are literals of the program; everything else is escaped. There is no way to write foreign text as markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace axray::report {

// A text that stands in the program's own source: only such a text can be a name or markup.
class Literal {
public:
    consteval Literal(const char* text) : text_(text) {}
    [[nodiscard]] constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

struct HtmlAttribute {
    Literal name;
    std::string value;  // an empty value leaves the attribute out
};

class HtmlWriter {
public:
    HtmlWriter& open(Literal element, const std::vector<HtmlAttribute>& attributes = {});
    HtmlWriter& close();  // the element opened last

    // An element that holds nothing and has no end, such as meta.
    HtmlWriter& single(Literal element, const std::vector<HtmlAttribute>& attributes);

    // An element with text in it.
    HtmlWriter& element(Literal name, const std::vector<HtmlAttribute>& attributes, std::string_view text);

    // Text of any origin: markup characters escaped, control characters as U+FFFD, direction overrides taken out.
    HtmlWriter& text(std::string_view text);

    // Markup of the program's own.
    HtmlWriter& markup(Literal markup);

    // The content of a style or script element: text that must not hold an end tag of it.
    HtmlWriter& raw_content(Literal element, std::string_view content);

    HtmlWriter& line();  // a line feed in the source of the page

    [[nodiscard]] std::string take() &&;

private:
    void start_tag(Literal element, const std::vector<HtmlAttribute>& attributes);

    std::string html_;
    std::vector<std::string_view> open_;
};

// Appends text so that it stands for itself between tags and between quotation marks of an attribute.
void append_html_escaped(std::string& html, std::string_view text);

// An icon of the page's sprite, for the eye alone.
void write_icon(HtmlWriter& html, std::string_view name);

}  // namespace axray::report
