#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "read/characters/ascii.hpp"
#include "read/html/html_blocks.hpp"
#include "read/metadata/byline_words.hpp"
#include "read/metadata/element_text.hpp"
#include "read/metadata/json_ld.hpp"
#include "read/metadata/name_marks.hpp"
#include "read/metadata/statement_list.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {
namespace {

// A year of four digits, or two signs between three pairs of digits ("25.03.24").
bool has_date_digits(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        if (!is_ascii_digit(text[i])) continue;
        const bool pairs = (text[i + 1] == '.' || text[i + 1] == '/') && is_ascii_digit(text[i + 2]) &&
                           i + 6 <= text.size() && (text[i + 3] == text[i + 1] || text[i + 4] == text[i + 1]);
        if (pairs) return true;
        const bool century = (text[i] == '1' && text[i + 1] == '9') || (text[i] == '2' && text[i + 1] == '0');
        if (century && is_ascii_digit(text[i + 2]) && is_ascii_digit(text[i + 3])) return true;
    }
    return false;
}

bool is_json_ld(std::string_view type) { return find_ignoring_case(type, "ld+json", 0) != std::string_view::npos; }

class StatementCollector {
public:
    explicit StatementCollector(const HtmlTree& tree) : tree_(tree), list_(tree) {}

    Statements collect() && {
        for (std::uint32_t node = 0; node < tree_.nodes.size(); ++node) {
            const HtmlTag tag = tree_.nodes[node].tag;
            if (tag == HtmlTag::text) {
                look_at_text(node);
            } else if (tag == HtmlTag::script) {
                read_script(node);
                node = tree_.nodes[node].end - 1;
            } else if (tag == HtmlTag::style || tag == HtmlTag::svg) {
                node = tree_.nodes[node].end - 1;
            } else {
                look_at_element(node, tag);
            }
        }
        return std::move(list_.statements());
    }

private:
    Span attribute(std::uint32_t node, HtmlAttributeName name) const { return tree_.attribute(node, name); }
    std::string_view attribute_text(std::uint32_t node, HtmlAttributeName name) const {
        return tree_.slice(tree_.attribute(node, name));
    }

    void look_at_element(std::uint32_t node, HtmlTag tag) {
        switch (tag) {
            case HtmlTag::html:
                list_.add_html(Field::language, {Place::html_element, node, 0}, "lang",
                               attribute(node, HtmlAttributeName::lang));
                return;
            case HtmlTag::meta: read_meta(node); return;
            case HtmlTag::title: read_title(node); return;
            case HtmlTag::link: read_link(node); return;
            case HtmlTag::h1: read_heading(node, Place::heading_one); break;
            case HtmlTag::h2: read_heading(node, Place::heading_two); break;
            case HtmlTag::time: read_time(node); break;
            default: break;
        }
        if (tree_.nodes[node].place_count > 0) look_at_attributes(node, tag);
    }

    // One walk over the attributes of an element of the body.
    void look_at_attributes(std::uint32_t node, HtmlTag tag) {
        NameMark marks = NameMark::none;
        Span class_name;
        const HtmlNode& element = tree_.nodes[node];
        for (std::uint32_t i = element.first_place; i < element.first_place + element.place_count; ++i) {
            const HtmlAttribute& found = tree_.attributes[i];
            switch (found.name) {
                case HtmlAttributeName::itemprop:
                case HtmlAttributeName::property: read_property(node, tree_.slice(found.value)); break;
                case HtmlAttributeName::rel:
                    if (tag == HtmlTag::a && has_word(tree_.slice(found.value), "author"))
                        add_marked_text(Field::author, {Place::link_relation, node, list_.new_group()}, "rel=author");
                    break;
                case HtmlAttributeName::class_:
                case HtmlAttributeName::id:
                    marks = marks | marks_of_name(tree_.slice(found.value));
                    if (class_name.empty()) class_name = found.value;
                    break;
                default: break;
            }
        }
        if (marks != NameMark::none) read_marked(node, tag, marks, tree_.slice(class_name));
    }
    static bool has_word(std::string_view list, std::string_view word) {
        const std::size_t at = find_ignoring_case(list, word, 0);
        return at != std::string_view::npos && (at == 0 || list[at - 1] == ' ') &&
               (at + word.size() == list.size() || list[at + word.size()] == ' ');
    }

    void read_meta(std::uint32_t node) {
        const Span content = attribute(node, HtmlAttributeName::content);
        if (content.empty()) return;
        for (const HtmlAttributeName key :
             {HtmlAttributeName::property, HtmlAttributeName::name, HtmlAttributeName::itemprop}) {
            const std::string_view name = trim_ascii(attribute_text(node, key));
            if (name.empty()) continue;
            const bool item = key == HtmlAttributeName::itemprop;
            add_meta(lower_ascii(name.substr(0, 100)), item ? Place::microdata : Place::meta, node, content);
            return;
        }
        if (lower_ascii(attribute_text(node, HtmlAttributeName::http_equiv)) == "content-language")
            list_.add_html(Field::language, {Place::meta, node, 0}, "content-language", content);
    }

    static Place place_of_meta(std::string_view name, Place place) {
        const auto begins = [name](std::string_view prefix) { return name.substr(0, prefix.size()) == prefix; };
        if (begins("og:") || begins("article:") || begins("book:")) return Place::open_graph;
        if (begins("twitter:")) return Place::twitter;
        if (begins("dc.") || begins("dc:") || begins("dcterms")) return Place::dublin_core;
        if (begins("citation_") || begins("bepress_") || begins("eprints.") || begins("prism.")) return Place::citation;
        return place;
    }

    void add_meta(const std::string& name, Place given, std::uint32_t node, Span content) {
        const Place place = place_of_meta(name, given);
        const StatementOrigin origin{place, node, 0};
        const NameMark marks = marks_of_name(name);
        if (name.find("twitter:label") == 0) {
            label_ = without_markup(tree_.slice(content).substr(0, 60)) + ": ";
        } else if (name.find("twitter:data") == 0 && byline_word_length(label_) > 0) {
            list_.add_html(Field::author, {place, node, list_.new_group()}, name, content);
            label_.clear();
        } else if (name == "og:locale" || name == "dc.language" || name == "inlanguage" || name == "language") {
            list_.add_html(Field::language, origin, name, content);
        } else if (name == "og:url" || name == "twitter:url") {
            list_.add_html(Field::address, origin, name, content);
        } else if (name == "twitter:site" || has(marks, NameMark::other)) {
            return;
        } else if (has(marks, NameMark::site)) {
            list_.add_html(Field::site_name, origin, name, content);
        } else if (has(marks, NameMark::author)) {
            list_.add_html(Field::author, {place, node, group_of_meta(name)}, name, content);
        } else if (has(marks, NameMark::modified)) {
            list_.add_html(Field::modified, origin, name, content);
        } else if (has(marks, NameMark::published)) {
            list_.add_html(Field::published, origin, name, content);
        } else if (has(marks, NameMark::date)) {
            list_.add_html(place == Place::microdata ? Field::published : Field::any_date, origin, name, content);
        } else if (has(marks, NameMark::title) || (place == Place::microdata && name == "name")) {
            list_.add_html(Field::title, origin, name, content);
        } else if (has(marks, NameMark::section)) {
            list_.add_html(Field::section, origin, name, content);
        }
    }
    // Repeated tags of one name belong together.
    std::uint32_t group_of_meta(const std::string& name) {
        const auto& all = list_.statements().all;
        const auto same = std::find_if(all.rbegin(), all.rend(), [&name](const Statement& statement) {
            return statement.field == Field::author && statement.name == name;
        });
        return same == all.rend() ? list_.new_group() : same->group;
    }

    void read_title(std::uint32_t node) {
        const std::uint32_t text = node + 1;
        if (seen_title_ || text >= tree_.nodes[node].end || tree_.nodes[text].tag != HtmlTag::text) return;
        if (tree_.nodes[text].place_count == 0) return;
        seen_title_ = true;
        list_.add_html(Field::title, {Place::title_element, node, 0}, "title",
                       tree_.places[tree_.nodes[text].first_place]);
    }

    void read_link(std::uint32_t node) {
        const std::string_view relation = attribute_text(node, HtmlAttributeName::rel);
        if (has_word(relation, "canonical"))
            list_.add_html(Field::address, {Place::link_relation, node, 0}, "canonical",
                           attribute(node, HtmlAttributeName::href));
    }

    void read_script(std::uint32_t node) {
        const std::uint32_t text = node + 1;
        if (text >= tree_.nodes[node].end || tree_.nodes[text].place_count == 0) return;
        if (!is_json_ld(attribute_text(node, HtmlAttributeName::type)) || ++scripts_ > kStatementLimits.scripts) return;
        const HtmlNode& words = tree_.nodes[text];
        collect_json_ld(
            {tree_.places[words.first_place].begin, tree_.places[words.first_place + words.place_count - 1].end}, node,
            list_);
    }

    void read_heading(std::uint32_t node, Place place) {
        Statements& statements = list_.statements();
        if (place == Place::heading_one) {
            if (statements.heading_ones++ == 0) statements.first_heading = node;
        }
        constexpr std::size_t kMostHeadings = 30;
        if (++headings_ > kMostHeadings) return;
        ElementText text = text_of_element(tree_, node, kStatementLimits.value_bytes);
        std::replace(text.text.begin(), text.text.end(), '\n', ' ');
        list_.add(Field::title, {place, node, 0}, place == Place::heading_one ? "h1" : "h2", std::move(text.text),
                  text.source);
        if (place == Place::heading_one) read_heading_parts(node);
    }
    // A heading often holds a line over the headline in an element of its own.
    void read_heading_parts(std::uint32_t heading) {
        constexpr std::size_t kMostParts = 5;
        std::uint32_t outer = heading;
        while (outer + 1 < tree_.nodes[outer].end && tree_.nodes[outer + 1].tag != HtmlTag::text &&
               tree_.nodes[outer + 1].end == tree_.nodes[outer].end)
            ++outer;
        std::size_t parts = 0;
        for (std::uint32_t child = outer + 1; child < tree_.nodes[outer].end; child = tree_.nodes[child].end) {
            if (++parts > kMostParts) return;
            ElementText text;
            if (tree_.nodes[child].tag == HtmlTag::text && tree_.nodes[child].place_count > 0) {
                list_.add_html(Field::title, {Place::heading_part, heading, 0}, "h1",
                               tree_.places[tree_.nodes[child].first_place]);
                continue;
            }
            text = text_of_element(tree_, child, kStatementLimits.value_bytes);
            std::replace(text.text.begin(), text.text.end(), '\n', ' ');
            list_.add(Field::title, {Place::heading_part, heading, 0}, "h1", std::move(text.text), text.source);
        }
    }

    static Field date_field(NameMark marks) {
        if (has(marks, NameMark::modified)) return Field::modified;
        return has(marks, NameMark::published) ? Field::published : Field::any_date;
    }

    void read_time(std::uint32_t node) {
        NameMark marks = NameMark::none;
        for (const HtmlAttributeName name :
             {HtmlAttributeName::class_, HtmlAttributeName::id, HtmlAttributeName::itemprop}) {
            marks = marks | marks_of_name(attribute_text(node, name));
        }
        const StatementOrigin origin{Place::time_element, node, 0};
        const Span value = attribute(node, HtmlAttributeName::datetime);
        list_.add_html(date_field(marks), origin, "time", value);
        if (value.empty()) add_marked_text(date_field(marks), origin, "time");
    }

    // itemprop, and RDFa's property, of an element that is no meta tag.
    void read_property(std::uint32_t node, std::string_view property) {
        std::string name = lower_ascii(trim_ascii(property).substr(0, 60));
        if (const std::size_t colon = name.rfind(':'); colon != std::string::npos) name.erase(0, colon + 1);
        const bool is_title = name.find("headline") == 0;
        const NameMark marks = marks_of_name(name);
        if (!is_title && !has(marks, NameMark::author) && name.find("date") != 0) return;
        const StatementOrigin origin{Place::microdata, node, list_.new_group()};
        const Field field = is_title ? Field::title : has(marks, NameMark::author) ? Field::author : date_field(marks);
        for (const HtmlAttributeName value : {HtmlAttributeName::content, HtmlAttributeName::datetime}) {
            if (const Span place = attribute(node, value); !place.empty()) {
                list_.add_html(field, origin, name, place);
                return;
            }
        }
        add_marked_text(field, origin, name);
    }

    void read_marked(std::uint32_t node, HtmlTag tag, NameMark marks, std::string_view name) {
        const bool text_may_fit = tree_.nodes[node].end - node < 60;
        if (!text_may_fit || tag == HtmlTag::body) return;
        if (has(marks, NameMark::author) && !has(marks, NameMark::site))
            add_marked_text(Field::author, {Place::marked_element, node, list_.new_group()}, name);
        if (has(marks, NameMark::title) && has(marks, NameMark::article) && !has(marks, NameMark::other) &&
            ++marked_titles_ < 12)
            add_marked_text(Field::title, {Place::marked_element, node, 0}, name);
        if (has(marks, NameMark::published) || has(marks, NameMark::modified) || has(marks, NameMark::date)) {
            ElementText text = text_of_element(tree_, node, kStatementLimits.marked_bytes);
            if (has_date_digits(text.text))
                list_.add(date_field(marks), {Place::marked_element, node, 0}, name, std::move(text.text), text.source);
        }
    }

    void add_marked_text(Field field, const StatementOrigin& origin, std::string_view name) {
        ElementText text = text_of_element(tree_, origin.node, kStatementLimits.marked_bytes);
        if (field == Field::title) std::replace(text.text.begin(), text.text.end(), '\n', ' ');
        list_.add(field, origin, name, std::move(text.text), text.source);
    }

    // Dates and bylines in what a reader sees.
    void look_at_text(std::uint32_t node) {
        constexpr std::size_t kLongestDateText = 160;
        constexpr std::size_t kMostDates = 60;
        constexpr std::size_t kMostBylines = 40;  // lines that begin like one
        const HtmlNode& text = tree_.nodes[node];
        if (text.place_count == 0) return;
        const Span place = tree_.places[text.first_place];
        const std::string_view words = trim_ascii(tree_.slice(place));
        if (words.size() < 2) return;
        if (words.size() <= kLongestDateText && words.size() >= 8 && has_date_digits(words) &&
            ++visible_dates_ <= kMostDates) {
            list_.add_html(Field::any_date, {Place::visible_text, text.parent, 0}, "text", place);
        }
        if (bylines_ >= kMostBylines || byline_word_length(words) == 0) return;
        ++bylines_;
        const std::uint32_t block = block_around(tree_, node);
        if (block == last_byline_) return;
        last_byline_ = block;
        ElementText line = text_of_element(tree_, block, kStatementLimits.marked_bytes);
        if (byline_word_length(line.text) == 0)
            line = text_of_element(tree_, text.parent, kStatementLimits.marked_bytes);
        if (line.text.empty()) return;
        if (byline_word_length(line.text) == line.text.size()) line = text_after(block);
        list_.add(Field::author, {Place::byline, block, list_.new_group()}, "byline", std::move(line.text),
                  line.source);
    }

    // The text of the block that follows.
    ElementText text_after(std::uint32_t block) const {
        constexpr std::uint32_t kNear = 12;  // nodes
        const std::uint32_t end =
            std::min<std::uint32_t>(tree_.nodes[block].end + kNear, static_cast<std::uint32_t>(tree_.nodes.size()));
        for (std::uint32_t node = tree_.nodes[block].end; node < end; ++node) {
            const HtmlNode& next = tree_.nodes[node];
            if (next.tag != HtmlTag::text || next.place_count == 0) continue;
            if (trim_ascii(tree_.slice(tree_.places[next.first_place])).empty()) continue;
            return text_of_element(tree_, block_around(tree_, node), kStatementLimits.marked_bytes);
        }
        return {};
    }

    const HtmlTree& tree_;
    StatementList list_;
    std::string label_;  // of the next twitter:data
    bool seen_title_ = false;
    std::size_t scripts_ = 0;
    std::size_t headings_ = 0;
    std::size_t marked_titles_ = 0;
    std::size_t visible_dates_ = 0;
    std::size_t bylines_ = 0;
    std::uint32_t last_byline_ = 0;
};

}  // namespace

Statements collect_statements(const HtmlTree& tree) { return StatementCollector(tree).collect(); }

}  // namespace axray::read
