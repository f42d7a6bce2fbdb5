// The styles and the scripts of the pages, as they stand in web/ (files -> text within the program).
//
// embed_page_files.cmake makes the .cpp when the program is built, so that a report needs no file beside it.
// Source: own.
#pragma once

#include <string_view>

namespace axray::report {

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view document_style();    // what a page of read documents needs beside page_style
[[nodiscard]] std::string_view annotation_style();  // what a page of annotated documents needs beside page_style
[[nodiscard]] std::string_view story_style();       // what the pages of stories need beside page_style
[[nodiscard]] std::string_view page_script();       // of the page of a check
[[nodiscard]] std::string_view story_script();      // of the page of a story; both begin with web/page.js

}  // namespace axray::report
