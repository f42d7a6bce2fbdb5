#include "report/page_icons.hpp"

namespace axray::report {
namespace {

// One shape for each verdict, so that they can be told apart without colour.
constexpr const char* kIcons =
    R"(<svg class="sprite" width="0" height="0" aria-hidden="true">)"
    R"(<symbol id="icon-supported" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/>)"
    R"(<path class="cutout" d="M4 8.4l2.8 2.8L12 5.6"/></symbol>)"
    R"(<symbol id="icon-partly_supported" viewBox="0 0 16 16"><circle class="outline" cx="8" cy="8" r="7"/>)"
    R"(<path d="M8 1a7 7 0 0 0 0 14z"/></symbol>)"
    R"(<symbol id="icon-contradicted" viewBox="0 0 16 16"><path d="M8 0l8 8-8 8-8-8z"/>)"
    R"(<path class="cutout" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/></symbol>)"
    R"(<symbol id="icon-not_checkable" viewBox="0 0 16 16"><path class="outline" d="M3 8h10"/></symbol>)"
    R"(<symbol id="icon-not_found" viewBox="0 0 16 16">)"
    R"(<rect class="outline" x="1" y="1" width="14" height="14" rx="2"/>)"
    R"(<path class="outline" d="M5.6 6.2a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.5"/>)"
    R"(<circle cx="8" cy="12.2" r="1.1"/></symbol>)"
    "</svg>\n";

}  // namespace

void write_icons(HtmlWriter& html) { html.markup(kIcons); }

}  // namespace axray::report
