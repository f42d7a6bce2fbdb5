#include "report/story_html.hpp"

#include <utility>

#include "report/html_writer.hpp"
#include "report/story_words.hpp"

namespace axray::report {

std::string render_story_html(const StoryReport& story) {
    HtmlWriter html;
    html.markup("<!DOCTYPE html>\n").element("p", {}, counts_of(story));
    return std::move(html).take();
}

}  // namespace axray::report
