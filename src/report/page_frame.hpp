// What all pages have around their content: the head with its content security policy, the help on the keyboard
// (PageFrame -> HTML). Source: own; WHATWG HTML.
//
// Styles and scripts stand within the page, and the policy allows these alone, by their digests.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/html_writer.hpp"

namespace axray::report {

struct PageFrame {
    std::string title;
    std::string version;  // of the program
    std::vector<std::string_view> styles;
    std::vector<std::string_view> scripts = {};  // that the policy allows; the page writes them at its end
};

// From the document type to the end of the head; the element html stays open.
void write_page_head(HtmlWriter& html, const PageFrame& frame);

struct PageKey {
    std::string_view keys;
    std::string_view action;
};

// A button that the page's script shows, and the dialogue that it opens.
void write_help_button(HtmlWriter& html);
void write_help(HtmlWriter& html, std::span<const PageKey> keys);

}  // namespace axray::report
