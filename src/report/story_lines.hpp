// Lines of the report of a story for a terminal (styled pieces -> text).
//
// The parts of the report share it: margins, headings, and what is said of a list that was cut. Source: own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/story_text.hpp"
#include "report/terminal_text.hpp"

namespace axray::report {

inline constexpr std::string_view kStoryIndent = "     ";
inline constexpr std::string_view kStoryQuoteIndent = "     | ";

class StoryLines {
public:
    explicit StoryLines(const StoryTextOptions& options);

    [[nodiscard]] const StoryTextOptions& options() const { return options_; }

    // How many of a long list are shown: `most`, or all where everything is asked for.
    [[nodiscard]] std::size_t shown(std::size_t count, std::size_t most) const;

    void put(const StyledText& text, std::string_view first, std::string_view rest);
    void put(const StyledText& text) { put(text, kStoryIndent, kStoryIndent); }
    void put_quote(const StyledText& text) { put(text, kStoryQuoteIndent, kStoryQuoteIndent); }

    // After a number from 1 in the margin.
    void put_numbered(std::size_t number, const StyledText& text);

    // An empty line and the name of a part.
    void heading(std::string_view words);
    void blank() { text_ += '\n'; }
    void add(std::string_view lines) { text_ += lines; }

    // "... and 12 more facts (--detail everything)"; nothing when all are shown.
    void more(std::size_t count, std::size_t shown, std::string_view singular, std::string_view plural);

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    StoryTextOptions options_;
    std::string text_;
};

}  // namespace axray::report
