#include "read/html/html_surroundings.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "read/characters/folded_words.hpp"
#include "read/html/name_words.hpp"

namespace axray::read {
namespace {

struct NameRow {
    std::string_view words;
    Surroundings meaning;
};
constexpr NameRow kNames[] = {
    {"nav navigation navbar menu submenu megamenu breadcrumb breadcrumbs pagination pager sidebar toolbar masthead "
     "topbar "
     "skip offcanvas hamburger toc directory",
     Surroundings::navigation},
    {"footer contentinfo copyright legal colophon", Surroundings::page_footer},
    {"complementary widget widgets rail", Surroundings::aside},
    {"search login signin dropdown", Surroundings::form},
    {"comment comments disqus respond commentlist discussion", Surroundings::comments},
    {"share sharing shares social sharebar sharedaddy addthis addtoany likes reactions reaction follow sharetools",
     Surroundings::sharing},
    {"newsletter newsletters subscribe subscription signup paywall cookie cookies consent gdpr donate donation modal "
     "popup "
     "promo promotion cta regwall overlay optin mailchimp",
     Surroundings::promotion},
    {"ad ads adv advert adverts advertisement advertising sponsor sponsored sponsors dfp adsense outbrain taboola "
     "banner",
     Surroundings::advertisement},
    {"byline bylines author authors dateline timestamp pubdate datetime postmeta postdate", Surroundings::byline},
    {"related recommended recommendation recommendations recirc recirculation trending popular mostread tags taglist "
     "teaser teasers readmore seealso morefrom similar playlist carousel crosslinks",
     Surroundings::related},
};

constexpr std::size_t kMostNames = 140;
struct NameTable {
    struct Entry {
        WordHash hash = 0;
        Surroundings meaning = Surroundings::none;
    };
    Entry entries[kMostNames] = {};
    std::size_t count = 0;
};

constexpr NameTable make_names() {
    NameTable table;
    for (const NameRow& row : kNames) {
        std::string_view words = row.words;
        while (!words.empty()) {
            const std::size_t length = std::min(words.find(' '), words.size());
            table.entries[table.count++] = {hash_of_folded(words.substr(0, length)), row.meaning};
            words.remove_prefix(std::min(length + 1, words.size()));
        }
    }
    std::sort(table.entries, table.entries + table.count,
              [](const NameTable::Entry& left, const NameTable::Entry& right) { return left.hash < right.hash; });
    return table;
}
constexpr NameTable kNameTable = make_names();

Surroundings meaning_of(WordHash word) {
    const auto* const end = kNameTable.entries + kNameTable.count;
    const auto* const found = std::lower_bound(
        kNameTable.entries, end, word, [](const NameTable::Entry& entry, WordHash hash) { return entry.hash < hash; });
    return found != end && found->hash == word ? found->meaning : Surroundings::none;
}

}  // namespace

Surroundings surroundings_of_tag(HtmlTag tag, Within within) {
    switch (tag) {
        case HtmlTag::nav:
        case HtmlTag::menu: return Surroundings::navigation;
        case HtmlTag::header: return within == Within::article ? Surroundings::none : Surroundings::page_header;
        case HtmlTag::footer: return Surroundings::page_footer;
        case HtmlTag::aside: return Surroundings::aside;
        case HtmlTag::form:
        case HtmlTag::button:
        case HtmlTag::label:
        case HtmlTag::select:
        case HtmlTag::fieldset:
        case HtmlTag::legend:
        case HtmlTag::textarea: return Surroundings::form;
        case HtmlTag::dialog: return Surroundings::promotion;
        default: return Surroundings::none;
    }
}

Surroundings surroundings_of_name(std::string_view value) {
    Surroundings all = Surroundings::none;
    for_each_name_word(value, [&](WordHash word) { all = all | meaning_of(word); });
    return all;
}

}  // namespace axray::read
