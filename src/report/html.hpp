// The page of a check: one self-contained HTML file (CheckReport -> HTML text).
//
// Article on the left, sources on the right; choosing a claim shows its evidence. Readable without JavaScript, reaches
// for nothing on the network, and carries a content security policy that allows its own style and script alone.
// All foreign text passes the escaper of report/html_writer.hpp. The style is web/page.css, the
// script web/page.js with web/check-report.js.
#pragma once

#include <string>

#include <axray/check_report.hpp>

namespace axray::report {

[[nodiscard]] std::string render_html(const CheckReport& report);

}  // namespace axray::report
