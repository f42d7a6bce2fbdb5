#include "report/story_origins_page.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "report/story_drawing.hpp"
#include "report/story_parts.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

// One for each kind of line, in its colour.
constexpr const char* kArrows =
    R"(<defs><marker id="arrow-taken" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" )"
    R"(markerUnits="userSpaceOnUse" orient="auto"><path class="head taken" d="M0 0L10 5L0 10z"/></marker>)"
    R"(<marker id="arrow-named" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" )"
    R"(markerUnits="userSpaceOnUse" orient="auto"><path class="head named" d="M0 0L10 5L0 10z"/></marker></defs>)";

constexpr double kBoxPadding = 10;
constexpr std::size_t kCopiesShown = 100;
constexpr double kWideDrawing = 700;  // wider ones are not made smaller to fit

// What a character of a name takes at most in common fonts, in the SVG's units at 13 px bold.
double width_of(char32_t character) {
    if (character >= 0x1100) return 14;
    if (character < 0x80 &&
        std::string_view("iljtfrI1.,:;'|!()[] -").find(static_cast<char>(character)) != std::string_view::npos) {
        return 5.2;
    }
    if (character < 0x80 &&
        std::string_view("mwMWOQG@%&").find(static_cast<char>(character)) != std::string_view::npos) {
        return 12.5;
    }
    return character >= U'A' && character <= U'Z' ? 9.6 : 7.7;
}

// As much of the text as fits in the width, with an ellipsis where some is left away.
std::string fitted(std::string_view text, double width) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::decode_utf8(text, at);
        width -= width_of(character.value);
        if (width < 0) break;
        at += character.size;
        ends.push_back(at);
    }
    if (!ends.empty() && ends.back() == text.size()) return std::string(text);
    return shortened(text, std::max<std::size_t>(ends.size(), 2));
}

// A coordinate with one digit, the same on every machine.
std::string coordinate(double value) {
    const auto tenths = static_cast<std::int64_t>(std::lround(value * 10));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string point(const DrawnPoint& place) { return coordinate(place.x) + " " + coordinate(place.y); }

// A line at the right side of two boxes of one layer.
std::string arc_of(const DrawnPoint& from, const DrawnPoint& to) {
    const auto bend = std::min(60.0, 24 + std::abs(to.y - from.y) / 6);
    return "M" + point(from) + "C" + point({from.x + bend, from.y}) + " " + point({to.x + bend, to.y}) + " " +
           point(to);
}

// A curve through the points that runs level at each.
std::string path_of(const std::vector<DrawnPoint>& points) {
    std::string path = "M" + point(points.front());
    for (std::size_t step = 1; step < points.size(); ++step) {
        const auto& from = points[step - 1];
        const auto& to = points[step];
        const auto bend = (to.x - from.x) / 2;
        path += "C" + point({from.x + bend, from.y}) + " " + point({to.x - bend, to.y}) + " " + point(to);
    }
    return path;
}

// Letters for groups of reports that count as one origin: A, B ... Z, A2 ...
std::map<std::uint32_t, std::string> letters_of(const StoryReport& story) {
    std::map<std::uint32_t, std::string> letters;
    const auto groups = groups_of_several(story);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        auto letter = std::string(1, static_cast<char>('A' + group % 26));
        if (group >= 26) letter += std::to_string(group / 26 + 1);
        for (const auto report : groups[group]) letters[report] = letter;
    }
    return letters;
}

Literal class_of(LineKind kind) {
    switch (kind) {
        case LineKind::named: return "line named";
        case LineKind::taken: return "line taken";
        case LineKind::shared: return "line shared";
    }
    return "line shared";
}

class DrawingWriter {
public:
    DrawingWriter(HtmlWriter& html, const StoryPage& page, const Drawing& drawing)
        : html_(html), page_(page), drawing_(drawing), letters_(letters_of(page.story)) {}

    void write() {
        html_.open(
            "div",
            {{"class", "drawing"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Drawing of the origins"}});
        html_.line();
        html_.open("svg", {{"class", drawing_.width > kWideDrawing ? "origins-drawing unscaled" : "origins-drawing"},
                           {"viewBox", "0 0 " + coordinate(drawing_.width) + " " + coordinate(drawing_.height)},
                           {"width", coordinate(drawing_.width)},
                           {"height", coordinate(drawing_.height)},
                           {"aria-label", "Origins of the reports; the list below says the same"}});
        html_.line();
        html_.markup(kArrows);
        html_.line();
        html_.open("g", {{"aria-hidden", "true"}}).line();
        for (const auto& line : drawing_.lines) write_line(line);
        html_.close().line();
        for (const auto& box : drawing_.boxes) write_box(box);
        html_.open("g", {{"aria-hidden", "true"}}).line();
        for (const auto& line : drawing_.lines) write_label(line);
        html_.close().line();
        html_.close().close().line();
        write_legend();
    }

private:
    void write_line(const DrawnLine& line) {
        html_.open("path",
                   {{"class", std::string(class_of(line.kind).view())},
                    {"d", line.within_layer ? arc_of(line.points.front(), line.points.back()) : path_of(line.points)},
                    {"marker-end", line.kind == LineKind::shared  ? ""
                                   : line.kind == LineKind::named ? "url(#arrow-named)"
                                                                  : "url(#arrow-taken)"}});
        html_.close().line();
    }

    void write_label(const DrawnLine& line) {
        if (line.kind == LineKind::named) return;
        write_text(line.within_layer ? Literal("label begins") : Literal("label"), line.label.x, line.label.y,
                   percent(line.share));
    }

    void write_text(Literal kind, double x, double y, std::string_view words) {
        html_.open("text", {{"class", std::string(kind.view())}, {"x", coordinate(x)}, {"y", coordinate(y)}});
        html_.text(words).close().line();
    }

    void write_box(const DrawnBox& box) {
        const auto middle = box.top + box.height / 2;
        if (!box.is_report) {
            const auto& origin = page_.story.origins.origins[box.number];
            html_.open("g", {{"class", "box origin " + std::string(to_string(origin.kind))}}).line();
            write_frame(box, 14);
            write_text("name", box.left + kBoxPadding, middle - 4, fitted(origin.name, box.width - 2 * kBoxPadding));
            write_text("kind", box.left + kBoxPadding, middle + 12, words_for(origin.kind));
            html_.close().line();
            return;
        }
        const auto& report = *page_.story.reports[box.number];
        html_.open("a", {{"href", "#" + report_anchor(box.number)}, {"class", "box report"}}).line();
        html_.element("title", {}, std::string(title_of(report)));
        write_frame(box, 3);
        write_text("name", box.left + kBoxPadding, middle - 4,
                   fitted(name_of_report(page_.story, box.number), box.width - 2 * kBoxPadding));
        const auto day = published_of(page_.story, box.number);
        write_text("kind", box.left + kBoxPadding, middle + 12, day.empty() ? "day unknown" : day);
        if (const auto letter = letters_.find(box.number); letter != letters_.end()) {
            write_text("letter", box.left + box.width - 8, middle + 12, letter->second);
        }
        html_.close().line();
    }

    void write_frame(const DrawnBox& box, double corner) {
        html_.open("rect", {{"class", "frame"},
                            {"x", coordinate(box.left)},
                            {"y", coordinate(box.top)},
                            {"width", coordinate(box.width)},
                            {"height", coordinate(box.height)},
                            {"rx", coordinate(corner)}});
        html_.close().line();
    }

    void write_legend() {
        html_.open("p", {{"class", "base"}});
        html_.text(
            "An arrow leads to the report that took prose from another; its label is the share of that report's own "
            "prose. A broken arrow comes from what a report names as its origin. A dotted line joins reports with the "
            "same prose where the direction is not known.");
        if (!letters_.empty()) html_.text(" Reports with the same letter count as one origin.");
        if (!drawing_.complete) html_.text(" Only the strongest lines are drawn.");
        html_.close().line();
    }

    HtmlWriter& html_;
    const StoryPage& page_;
    const Drawing& drawing_;
    std::map<std::uint32_t, std::string> letters_;  // of reports that count as one origin with others
};

void write_groups(HtmlWriter& html, const StoryPage& page) {
    const auto groups = groups_of_several(page.story);
    if (groups.empty()) return;
    html.element("h3", {}, "Reports that count as one origin").line();
    html.open("ul", {{"class", "origin-list"}}).line();
    for (std::size_t group = 0; group < std::min<std::size_t>(groups.size(), kPageList); ++group) {
        html.open("li");
        write_report_links(html, page, groups[group], 4 * kPageNumbers);
        html.close().line();
    }
    html.close().line();
    write_rest(html, groups.size(), kPageList, "group", "groups");
}

void write_named(HtmlWriter& html, const StoryPage& page) {
    const auto& origins = page.story.origins;
    if (origins.origins.empty()) return;
    html.element("h3", {}, "Origins, and the reports that took from them").line();
    html.open("ul", {{"class", "origin-list"}}).line();
    std::vector<std::vector<const Acknowledgement*>> named(origins.origins.size());
    for (const auto& words : origins.acknowledgements) named.at(words.origin).push_back(&words);
    const auto count = std::min<std::size_t>(origins.origins.size(), kPageList);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& origin = origins.origins[number];
        html.open("li").open("b").element("bdi", {}, shortened(name_of_origin(page.story, origin), 200)).close();
        html.text(" (").text(words_for(origin.kind)).text(") \u2192 ");
        write_report_links(html, page, takers_of(page.story, origin), kPageNumbers);
        for (std::size_t place = 0; place < std::min<std::size_t>(named[number].size(), 6); ++place) {
            html.open("p", {{"class", "who"}});
            write_report_link(html, page, named[number][place]->place.source);
            html.text(": ").element("q", {{"dir", "auto"}}, shortened(named[number][place]->text, 200)).close();
        }
        html.close().line();
    }
    html.close().line();
    write_rest(html, origins.origins.size(), count, "origin", "origins");
}

void write_copies(HtmlWriter& html, const StoryPage& page) {
    const auto copies = weightiest_copies(page.story);
    if (copies.empty()) return;
    html.element("h3", {}, "Reports that share prose").line();
    html.open("ul", {{"class", "origin-list"}}).line();
    const auto count = std::min(copies.size(), kCopiesShown);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& copy = *copies[number];
        html.open("li");
        write_report_link(html, page, copy.first);
        html.text(", ");
        write_report_link(html, page, copy.second);
        html.text(": ").text(words_for(copy.kind)).text("; " + words_for(copy) + ". ");
        html.element("span", {{"class", "who"}}, with_report_numbers(page.story, copy.reason)).close().line();
    }
    html.close().line();
    write_rest(html, copies.size(), count, "pair", "pairs");
}

// Passages of a pair of reports side by side, folded away.
void write_passages(HtmlWriter& html, const StoryPage& page) {
    const auto& passages = page.story.origins.passages;
    if (passages.empty()) return;
    html.open("details", {{"class", "passages"}});
    html.element("summary", {}, count_of(passages.size(), "shared passage", "shared passages")).line();
    const auto count = std::min<std::size_t>(passages.size(), kPageList);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& passage = passages[number];
        html.open("div", {{"class", "pair passage-pair"}}).line();
        for (const auto& place : {passage.first, passage.second}) {
            html.open("div", {{"class", "side-of"}}).open("p", {{"class", "who"}});
            write_report_link(html, page, place.source);
            html.text(", ").text(words_for(passage.kind)).close();
            html.element("blockquote", {{"class", "wording"}, {"dir", "auto"}},
                         shortened(slice(page.story, place), kPageQuotation));
            html.close().line();
        }
        html.close().line();
    }
    write_rest(html, passages.size(), count, "passage", "passages");
    html.close().line();
}

}  // namespace

void write_origins(HtmlWriter& html, const StoryPage& page) {
    const auto& story = page.story;
    if (story.reports.size() < 2 && story.origins.origins.empty()) return;
    open_part(html, "origins", "Where the reports have it from");
    html.element("p", {{"class", "base"}}, support_of(story.reports.size(), independent_reports(story)) + ".").line();
    const auto drawing = draw_origins(story);
    if (!drawing.boxes.empty()) DrawingWriter(html, page, drawing).write();
    if (story.reports.size() > kDrawnReports) {
        html.element("p", {{"class", "base"}}, "Of so many reports no drawing is made.").line();
    }
    write_groups(html, page);
    write_named(html, page);
    write_copies(html, page);
    write_passages(html, page);
    html.close().line();
}

}  // namespace axray::report
