#include "report/page_frame.hpp"

#include "report/content_policy.hpp"

namespace axray::report {

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

}  // namespace axray::report
