#include "report/story_text.hpp"

#include "report/story_words.hpp"
#include "report/terminal_text.hpp"

namespace axray::report {

std::string render_story_text(const StoryReport& story, const StoryTextOptions& options) {
    StyledText text;
    text.add(story.account.headline.text, TextStyle::strong).add(" ").add(counts_of(story));
    const auto codes = options.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
    return text.lines({options.width, "", "", codes});
}

}  // namespace axray::report
