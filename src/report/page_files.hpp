// The style and the script of the page, as they stand in web/ (embedded when the program is built).
#pragma once

#include <string_view>

namespace axray::report {

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

}  // namespace axray::report
