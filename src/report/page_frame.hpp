// What all pages have around their content: the head with its content security policy, the help on the keyboard,
// the buttons of a choice, the end (PageFrame -> HTML). Source: own; WHATWG HTML.
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

// A button that the page's script shows; it opens the help of write_page_end.
void write_help_button(HtmlWriter& html);

// What web/page.js looks for where the cards stand: the bar with its buttons, what a screen reader is told of the
// choice, and the place for what rests on chosen words.
void write_choice(HtmlWriter& html);

// The help as a dialogue, the script, and the end of the page.
void write_page_end(HtmlWriter& html, std::span<const PageKey> keys, std::string_view script);

// The table of the documents that went into a page, which stands at its foot: up to its first row, and from its last.
void begin_documents_table(HtmlWriter& html, std::span<const std::string_view> columns);
void end_documents_table(HtmlWriter& html);

}  // namespace axray::report
