// The icons of the pages as a sprite (nothing -> SVG); write_icon() of html_writer.hpp shows one.
//
// One shape for each verdict or standing, so that they can be told apart without colour. Source: own.
#pragma once

#include "report/html_writer.hpp"

namespace axray::report {

// Written once, at the beginning of a page that shows icons.
void write_icons(HtmlWriter& html);

}  // namespace axray::report
