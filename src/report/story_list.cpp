#include "report/story_list.hpp"

#include <algorithm>
#include <utility>

#include "report/html_writer.hpp"
#include "report/page_files.hpp"
#include "report/page_frame.hpp"
#include "report/story_words.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kLongestTitle = 200;  // code points of a title that stands for a headline

// Of a story that was only listed nothing but its reports is known.
std::string counts_of(const StorySummary& story) {
    if (story.facts == 0) return count_of(story.reports, "report", "reports");
    return support_of(story.reports, story.origins) + ", " + count_of(story.facts, "fact", "facts") + ", " +
           count_of(story.conflicts, "conflict", "conflicts");
}

// "2024-03-25 to 2024-03-27"
std::string days_of(const StorySummary& story) {
    if (story.first_day.empty()) return "no date";
    return story.first_day == story.last_day ? story.first_day : story.first_day + " to " + story.last_day;
}

// That of the account; else the title of the first report, a sentence of the account, or the name of the first report.
std::string headline_of(const StoryReport& story) {
    const auto& account = story.account;
    if (!account.headline.text.empty() || story.reports.empty()) return account.headline.text;
    const auto& first = *story.reports.front();
    if (first.metadata.title.value.empty() && !account.summary.text.empty()) return account.summary.text;
    return shortened(title_of(first), kLongestTitle);
}

}  // namespace

StorySummary summary_of(const StoryReport& story, std::string file) {
    StorySummary summary;
    summary.id = story.id;
    summary.headline = headline_of(story);
    summary.reports = story.reports.size();
    summary.origins = independent_reports(story);
    summary.facts = story.facts.size();
    summary.conflicts = story.conflicts.size();
    for (const auto& day : story.published) {
        if (day.empty()) continue;
        if (summary.first_day.empty() || day < summary.first_day) summary.first_day = day;
        summary.last_day = std::max(summary.last_day, day);
    }
    summary.file = std::move(file);
    return summary;
}

std::string render_story_list(const std::vector<StorySummary>& stories, const StoryTextOptions& options) {
    const auto codes = options.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
    const auto width = std::max(options.width, 20U);
    std::string text;
    for (const auto& story : stories) {
        const auto number = harmless(story.id);
        const auto margin = std::string(4 - std::min<std::size_t>(number.size(), 4), ' ') + number + "  ";
        const std::string indent = "      ";
        text += StyledText().add(story.headline, TextStyle::strong).lines({width, margin, indent, codes});
        text += StyledText()
                    .add(counts_of(story) + "; " + days_of(story), TextStyle::faint)
                    .lines({width, indent, indent, codes});
    }
    return text + StyledText().add(count_of(stories.size(), "story", "stories")).lines({width, "", "", codes});
}

std::string render_stories_index_html(const std::vector<StorySummary>& stories, std::string_view version) {
    HtmlWriter html;
    write_page_head(html, {"Article X-ray: stories", std::string(version), {page_style(), story_style()}});
    html.open("body", {{"class", "story-index"}}).line();
    html.open("header", {{"class", "banner"}}).element("h1", {}, "Article X-ray: stories");
    html.element("p", {{"class", "base"}}, count_of(stories.size(), "story", "stories")).close().line();
    html.open("main", {{"class", "pane"}}).open("ol", {{"class", "stories"}}).line();
    for (const auto& story : stories) {
        html.open("li").open("h2").open("bdi");
        if (story.file.empty()) {
            html.text(story.headline);
        } else {
            html.element("a", {{"href", story.file}}, story.headline);
        }
        html.close().close();
        html.open("p", {{"class", "base"}}).text("Story " + story.id + ": " + counts_of(story) + "; ");
        html.text(days_of(story)).close().close().line();
    }
    html.close().close().line();
    html.close().line().close().line();
    return std::move(html).take();
}

}  // namespace axray::report
