# Turns the styles and the scripts of the pages into C++:
#   cmake -DSTYLE=a.css -DDOCUMENT_STYLE=b.css -DANNOTATION_STYLE=c.css -DSTORY_STYLE=d.css -DSHARED_SCRIPT=a.js
#         -DSCRIPT=b.js -DSTORY_SCRIPT=c.js -DOUTPUT=d.cpp -P this file
# The shared script stands before each of the others, in one piece with it. All are ASCII, and none may hold the closing mark of the raw string.

foreach(name IN ITEMS STYLE DOCUMENT_STYLE ANNOTATION_STYLE STORY_STYLE SHARED_SCRIPT SCRIPT STORY_SCRIPT)
    file(READ ${${name}} ${name}_TEXT)
    string(FIND "${${name}_TEXT}" ")axray_page\"" position)
    if(NOT position EQUAL -1)
        message(FATAL_ERROR "${${name}} must not hold )axray_page\"")
    endif()
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY NEWLINE_STYLE UNIX CONTENT [==[
// Made from web/ by embed_page_files.cmake; change the files there.
#include "report/page_files.hpp"

namespace axray::report {

std::string_view page_style() {
    return R"axray_page(@STYLE_TEXT@)axray_page";
}

std::string_view document_style() {
    return R"axray_page(@DOCUMENT_STYLE_TEXT@)axray_page";
}

std::string_view annotation_style() {
    return R"axray_page(@ANNOTATION_STYLE_TEXT@)axray_page";
}

std::string_view story_style() {
    return R"axray_page(@STORY_STYLE_TEXT@)axray_page";
}

std::string_view page_script() {
    return R"axray_page(@SHARED_SCRIPT_TEXT@@SCRIPT_TEXT@)axray_page";
}

std::string_view story_script() {
    return R"axray_page(@SHARED_SCRIPT_TEXT@@STORY_SCRIPT_TEXT@)axray_page";
}

}  // namespace axray::report
]==])
