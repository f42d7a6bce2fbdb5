#include "read/html/html_metadata.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "read/characters/ascii.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

// Number of `length` digits at `at`, or -1.
int digits_at(std::string_view text, std::size_t at, std::size_t length) {
    if (at + length > text.size()) return -1;
    int value = 0;
    for (const char character : text.substr(at, length)) {
        if (!is_ascii_digit(character)) return -1;
        value = 10 * value + (character - '0');
    }
    return value;
}

int days_of_month(int year, int month) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

// Length of "Z", "+02:00" or "-0500" at `at`; 0 when there is none.
std::size_t zone_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == 'Z' || text[at] == 'z') return 1;
    if (text[at] != '+' && text[at] != '-') return 0;
    const bool colon = at + 3 < text.size() && text[at + 3] == ':';
    const int hours = digits_at(text, at + 1, 2);
    const int minutes = digits_at(text, at + (colon ? 4 : 3), 2);
    return hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60 ? (colon ? 6 : 5) : 0;
}

// Length of "14:30", "14:30:05" or "14:30:05.123" at `at`; 0 when there is none.
std::size_t time_length(std::string_view text, std::size_t at) {
    const int hours = digits_at(text, at, 2);
    const int minutes = digits_at(text, at + 3, 2);
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || text[at + 2] != ':') return 0;
    std::size_t length = 5;
    const int seconds = digits_at(text, at + 6, 2);
    if (seconds >= 0 && seconds <= 60 && text[at + 5] == ':') {
        length = 8;
        if (at + length + 1 < text.size() && text[at + length] == '.' && is_ascii_digit(text[at + length + 1])) {
            for (++length; at + length < text.size() && is_ascii_digit(text[at + length]);) ++length;
        }
    }
    return length;
}

// What separates the headline from the site's name, as it stands in the page.
constexpr std::string_view kTitleSeparators[] = {
    " | ",       " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ",      " \xC2\xAB ",
    " // ",      " \xC2\xB7 ", " \xE2\x80\xA2 ", " &#8211; ",      " &#8212; ",  " &ndash; ", " &mdash; ",
    " &raquo; ", " &#124; ",   " &middot; ",     " &bull; ",       " &#187; ",
};

struct Separator {
    std::size_t begin = std::string_view::npos;
    std::size_t length = 0;
};

Separator last_separator(std::string_view text) {
    Separator found;
    for (const std::string_view separator : kTitleSeparators) {
        const std::size_t at = text.rfind(separator);
        if (at != std::string_view::npos && (found.begin == std::string_view::npos || at > found.begin)) {
            found = {at, separator.size()};
        }
    }
    return found;
}
Separator first_separator(std::string_view text) {
    Separator found;
    for (const std::string_view separator : kTitleSeparators) {
        const std::size_t at = text.find(separator);
        if (at < found.begin) found = {at, separator.size()};
    }
    return found;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool open = false;
    for (const char character : text) {
        if (!is_ascii_blank(character) && !open) ++words;
        open = !is_ascii_blank(character);
    }
    return words;
}

bool same_letters(std::string_view left, std::string_view right) {
    const auto letters = [](std::string_view text) {
        std::string kept;
        for (const char character : text) {
            if (is_ascii_letter(character) || is_ascii_digit(character) ||
                (static_cast<unsigned char>(character) & 0x80U) != 0) {
                kept.push_back(lower_ascii(character));
            }
        }
        return kept;
    };
    return letters(left) == letters(right);
}

// Leaves out the site's name at the end or beginning. `site` may be empty; then short ends count as a name.
Span without_site_name(std::string_view page, Span place, std::string_view site) {
    constexpr std::size_t kSiteWords = 4;
    constexpr std::size_t kHeadlineWords = 3;
    for (int round = 0; round < 3; ++round) {
        const std::string_view text = page.substr(place.begin, place.size());
        const Separator last = last_separator(text);
        if (last.begin == std::string_view::npos) break;
        const std::string_view head = text.substr(0, last.begin);
        const std::string_view tail = text.substr(last.begin + last.length);
        const bool named = !site.empty() && same_letters(tail, site);
        if (named || (site.empty() && count_words(tail) <= kSiteWords && count_words(head) >= kHeadlineWords &&
                      head.size() > tail.size())) {
            place.end = place.begin + static_cast<std::uint32_t>(last.begin);
            continue;
        }
        const Separator first = first_separator(text);
        const std::string_view front = text.substr(0, first.begin);
        if (!(site.empty() ? count_words(front) <= kSiteWords && front.size() * 2 < text.size()
                           : same_letters(front, site)))
            break;
        place.begin += static_cast<std::uint32_t>(first.begin + first.length);
    }
    return place;
}

class MetadataReader {
public:
    explicit MetadataReader(const HtmlTree& tree) : tree_(tree) {}

    PageMetadata read() {
        for (std::uint32_t node = 0; node < tree_.nodes.size(); ++node) look_at(node);
        PageMetadata metadata;
        const std::string site = decode_html_text(tree_.page, site_name_);
        if (!open_graph_title_.empty()) {
            metadata.title_place = without_site_name(tree_.page, open_graph_title_, site.empty() ? "-" : site);
        } else if (!title_.empty()) {
            metadata.title_place = without_site_name(tree_.page, title_, site);
            if (metadata.title_place == title_) metadata.title_place = without_site_name(tree_.page, title_, {});
        }
        metadata.title = decode_html_text(tree_.page, metadata.title_place);
        metadata.language = language_;
        for (const std::string& date : dates_) {
            if (metadata.published.empty()) metadata.published = date;
        }
        return metadata;
    }

private:
    // Sources of the publication date, most trusted first.
    enum DateSource : std::size_t { open_graph, json_ld, microdata, meta_name, time_element, date_source_count };

    void look_at(std::uint32_t node) {
        switch (tree_.nodes[node].tag) {
            case HtmlTag::html: take_language(tree_.slice(tree_.attribute(node, HtmlAttributeName::lang))); break;
            case HtmlTag::meta: read_meta(node); break;
            case HtmlTag::title: read_title(node); break;
            case HtmlTag::script: read_script(node); break;
            case HtmlTag::time: read_time(node); break;
            default: break;
        }
    }

    void take_language(std::string_view tag) {
        constexpr std::size_t kLongest = 35;
        std::string language = lower_ascii(trim_ascii(tag));
        std::replace(language.begin(), language.end(), '_', '-');
        const bool well_formed = language.size() >= 2 && language.size() <= kLongest && is_ascii_letter(language[0]) &&
                                 std::all_of(language.begin(), language.end(), [](char character) {
                                     return is_ascii_letter(character) || is_ascii_digit(character) || character == '-';
                                 });
        if (well_formed && language_.empty()) language_ = language;
    }

    void take_date(DateSource source, std::string_view text) {
        if (dates_[source].empty()) dates_[source] = iso_date(text);
    }

    void read_meta(std::uint32_t node) {
        const Span content = tree_.attribute(node, HtmlAttributeName::content);
        if (content.empty()) return;
        const std::string_view value = tree_.slice(content);
        const std::string property = lower_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::property)));
        const std::string name = lower_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::name)));
        const std::string item = lower_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::itemprop)));
        const std::string header = lower_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::http_equiv)));
        const auto called = [&](std::string_view wanted) { return property == wanted || name == wanted; };
        if (called("og:title") && open_graph_title_.empty())
            open_graph_title_ = content;
        else if (called("og:site_name") && site_name_.empty())
            site_name_ = content;
        else if (called("article:published_time") || called("og:article:published_time"))
            take_date(open_graph, value);
        else if (item == "datepublished")
            take_date(microdata, value);
        else if (called("date") || called("pubdate") || called("publishdate") || called("publish-date") ||
                 called("dc.date") || called("dc.date.issued") || called("dcterms.created") ||
                 called("parsely-pub-date") || called("sailthru.date") || called("article.published"))
            take_date(meta_name, value);
        else if (called("og:locale") || header == "content-language")
            take_language(value.substr(0, value.find(',')));
    }

    void read_title(std::uint32_t node) {
        const std::uint32_t text = node + 1;
        if (!title_.empty() || text >= tree_.nodes[node].end || tree_.nodes[text].tag != HtmlTag::text) return;
        if (tree_.nodes[text].place_count > 0) title_ = tree_.places[tree_.nodes[text].first_place];
    }

    void read_script(std::uint32_t node) {
        const std::string_view type = tree_.slice(tree_.attribute(node, HtmlAttributeName::type));
        const std::uint32_t text = node + 1;
        if (lower_ascii(type) != "application/ld+json" || text >= tree_.nodes[node].end) return;
        if (tree_.nodes[text].tag != HtmlTag::text || tree_.nodes[text].place_count == 0) return;
        const std::string_view json = tree_.slice(tree_.places[tree_.nodes[text].first_place]);
        constexpr std::string_view kKey = "\"datePublished\"";
        std::size_t at = json.find(kKey);
        if (at == std::string_view::npos) return;
        at = json.find_first_not_of(" \t\r\n:", at + kKey.size());
        if (at == std::string_view::npos || json[at] != '"') return;
        take_date(json_ld, json.substr(at + 1, json.find('"', at + 1) - at - 1));
    }

    void read_time(std::uint32_t node) {
        const std::string_view value = tree_.slice(tree_.attribute(node, HtmlAttributeName::datetime));
        const std::string item = lower_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::itemprop)));
        if (!value.empty()) take_date(item == "datepublished" ? microdata : time_element, value);
    }

    const HtmlTree& tree_;
    Span open_graph_title_;
    Span title_;
    Span site_name_;
    std::string language_;
    std::vector<std::string> dates_ = std::vector<std::string>(date_source_count);
};

}  // namespace

std::string iso_date(std::string_view raw) {
    const std::string_view text = trim_ascii(raw);
    const int year = digits_at(text, 0, 4);
    const int month = digits_at(text, 5, 2);
    const int day = digits_at(text, 8, 2);
    if (year < 1000 || month < 1 || month > 12 || day < 1 || text[4] != '-' || text[7] != '-') return {};
    if (day > days_of_month(year, month)) return {};
    std::string date(text.substr(0, 10));
    if (text.size() == 10) return date;
    if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return {};
    std::size_t at = text.find_first_not_of(' ', 11);
    if (at == std::string_view::npos) return {};
    const std::size_t time = time_length(text, at);
    if (time == 0) return {};
    date += "T" + std::string(text.substr(at, time));
    at = std::min(text.find_first_not_of(' ', at + time), text.size());
    const std::size_t zone = zone_length(text, at);
    if (at + zone != text.size()) return {};
    date += text.substr(at, zone);
    return date;
}

PageMetadata read_page_metadata(const HtmlTree& tree) { return MetadataReader(tree).read(); }

}  // namespace axray::read
