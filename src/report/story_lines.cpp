#include "report/story_lines.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace axray::report {

StoryLines::StoryLines(const StoryTextOptions& options) : options_(options) {
    options_.width = std::max(options_.width, 20U);
}

std::size_t StoryLines::shown(std::size_t count, std::size_t most) const {
    return options_.detail == StoryDetail::everything ? count : std::min(count, most);
}

void StoryLines::put(const StyledText& text, std::string_view first, std::string_view rest) {
    const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
    text_ += text.lines({options_.width, std::string(first), std::string(rest), codes});
}

void StoryLines::put_numbered(std::size_t number, const StyledText& text) {
    const auto digits = std::to_string(number);
    put(text, std::string(3 - std::min<std::size_t>(digits.size(), 3), ' ') + digits + "  ", kStoryIndent);
}

void StoryLines::heading(std::string_view words) {
    blank();
    put(StyledText().add(words, TextStyle::strong), "", "");
}

void StoryLines::more(std::size_t count, std::size_t shown, std::string_view singular, std::string_view plural) {
    if (count <= shown) return;
    put(StyledText().add("... and " +
                             count_of(count - shown, "more " + std::string(singular), "more " + std::string(plural)) +
                             " (--detail everything)",
                         TextStyle::faint));
}

}  // namespace axray::report
