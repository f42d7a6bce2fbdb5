#include "report/page_frame.hpp"

#include "report/content_policy.hpp"

namespace axray::report {
namespace {

void write_help(HtmlWriter& html, std::span<const PageKey> keys) {
    html.open("dialog", {{"id", "help"}, {"aria-labelledby", "help-name"}}).line();
    html.element("h2", {{"id", "help-name"}}, "Keyboard").line();
    html.open("dl").line();
    for (const auto& key : keys) {
        html.open("dt").element("kbd", {}, key.keys).close().element("dd", {}, key.action).line();
    }
    html.close().line();
    html.element("button", {{"type", "button"}, {"data-do", "close-help"}}, "Close").line();
    html.close().line();
}

}  // namespace

void write_page_head(HtmlWriter& html, const PageFrame& frame) {
    html.markup("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line();
    html.open("head").line();
    html.single("meta", {{"charset", "utf-8"}}).line();
    html.single("meta",
                {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy(frame.styles, frame.scripts)}})
        .line();
    html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line();
    html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
    html.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line();
    html.single("meta", {{"name", "generator"}, {"content", "axray " + frame.version}}).line();
    html.element("title", {}, frame.title).line();
    for (const auto style : frame.styles) html.raw_content("style", style).line();
    html.close().line();
}

void write_help_button(HtmlWriter& html) {
    html.open("button", {{"type", "button"}, {"class", "help-button"}, {"hidden", "hidden"}});
    html.text("Keyboard ").element("kbd", {}, "?").close().line();
}

void write_choice(HtmlWriter& html) {
    html.open("div", {{"class", "bar"}, {"hidden", "hidden"}}).line();
    html.element("button", {{"type", "button"}, {"data-do", "previous"}}, "Previous").line();
    html.element("button", {{"type", "button"}, {"data-do", "next"}}, "Next").line();
    html.element("button", {{"type", "button"}, {"data-do", "close"}}, "Close").line();
    html.close().line();
    html.open("p", {{"class", "unseen"}, {"role", "status"}, {"id", "status"}}).close().line();
    html.open("div", {{"class", "uses-card"}, {"id", "uses-card"}, {"hidden", "hidden"}}).close().line();
}

void write_page_end(HtmlWriter& html, std::span<const PageKey> keys, std::string_view script) {
    write_help(html, keys);
    html.raw_content("script", script).line();
    html.close().line().close().line();
}

void begin_documents_table(HtmlWriter& html, std::span<const std::string_view> columns) {
    html.element("h2", {}, "What was read").line();
    html.open("section", {{"class", "wide"}, {"tabindex", "0"}, {"aria-label", "What was read"}});
    html.open("table").line();
    html.open("thead").open("tr");
    for (const auto name : columns) html.element("th", {{"scope", "col"}}, name);
    html.close().close().line();
    html.open("tbody").line();
}

void end_documents_table(HtmlWriter& html) { html.close().close().close().line(); }

}  // namespace axray::report
