#include "read/metadata/title_candidates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostCandidates = 60;
constexpr auto kPlaces = static_cast<std::uint16_t>(Place::count);

// Features: 0 ... kPlaces - 1 the place names it; then as many for places that name the same but for signs and blanks;
// then these.
enum Form : std::uint16_t {
    is_site_name = 2 * kPlaces,
    rest_is_site_name,  // what was left out, or would be, names the site
    rest_is_short,      // what was left out has at most four words
    rest_is_longer,     // than what is left
    has_separator,      // could be cut further
    begins_another,     // a longer candidate begins with it
    ends_another,       // a longer candidate ends with it
    continues_another,  // begins with a shorter candidate
    one_word,
    two_or_three_words,
    four_to_seven_words,
    many_words,  // more than 25
    two_places,  // named by two places of different kind
    three_places,
    four_places,
    five_places,
    kin_in_heading,  // an h1 is the same but for signs
    first_heading,
    lone_heading,
    ends_with_points,  // "...": shortened
    in_margin,
    in_article,
    shares_words_with_heading,   // most words of the first h1
    shares_words_with_declared,  // most words of og:title or the title element
    all_capitals,
    heading_is_other,  // it's declared, and the page has an h1 that shares no word with it
    named_in_address,  // its words stand in the page's address
    contains_site_name,
    links_home,  // a heading that is a link to the front page
    form_end,
};
// After these one feature for each set of the six main kinds of places that name the same.
constexpr std::uint16_t kKinds = 6;
constexpr std::uint16_t kPatternEnd = form_end + (1U << kKinds);
// And once more the places and the sets, for pages that call themselves news: there the headline for readers elsewhere
// is rather the article's own.
constexpr std::uint16_t kNewsPlaces = kPatternEnd;
constexpr std::uint16_t kNewsPatterns = kNewsPlaces + kPlaces;
constexpr std::uint16_t kFeatureEnd = kNewsPatterns + (1U << kKinds);
static_assert(kFeatureEnd <= kMostFeatures);

constexpr std::array<std::string_view, form_end - 2 * kPlaces> kFormNames{
    "is the site's name",
    "left out: the site's name",
    "left out: at most four words",
    "left out: more than is left",
    "has a separator",
    "begins another",
    "ends another",
    "continues another",
    "one word",
    "two or three words",
    "four to seven words",
    "more than 25 words",
    "two places",
    "three places",
    "four places",
    "five or more places",
    "an h1 is nearly the same",
    "first h1",
    "lone h1",
    "ends with points",
    "in the margin",
    "in an article",
    "shares words with the h1",
    "shares words with the declared title",
    "all capitals",
    "the h1 is another",
    "named in the address",
    "contains the site's name",
    "links to the front page",
};

constexpr std::string_view kSeparators[] = {
    " | ",
    " - ",
    " \xE2\x80\x93 ",
    " \xE2\x80\x94 ",
    " \xC2\xBB ",
    " :: ",
    " \xC2\xAB ",
    " // ",
    " / ",
    " \xC2\xB7 ",
    " \xE2\x80\xA2 ",
    " > ",
    "| ",
    " |",
    " ~ ",
    " \xE2\x80\xBA ",
    " \xE2\x80\xB9 ",
    ": ",
    "\xEF\xBD\x9C",
    " \xE2\x80\x95 ",
    " < ",
};

struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The separators of a title, from left to right, at most eight.
std::vector<Cut> cuts_of(std::string_view title) {
    constexpr std::size_t kMost = 8;
    std::vector<Cut> cuts;
    for (std::size_t at = 0; at < title.size() && cuts.size() < kMost; ++at) {
        for (const std::string_view separator : kSeparators) {
            if (title.substr(at, separator.size()) != separator) continue;
            cuts.push_back({at, at + separator.size()});
            at += separator.size() - 1;
            break;
        }
    }
    return cuts;
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

// Straight quotation marks and dashes, single blanks: titles that agree so are one candidate.
std::string plain_form(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const base::DecodedCodePoint point = base::decode_utf8(text, at);
        at += point.size;
        switch (point.value) {
            case 0x2018:
            case 0x2019:
            case 0x201B: plain.push_back('\''); break;
            case 0x201C:
            case 0x201D:
            case 0x201E: plain.push_back('"'); break;
            case 0x2010:
            case 0x2011:
            case 0x2012:
            case 0x2013:
            case 0x2014:
            case 0x2015: plain.push_back('-'); break;
            case 0xA0:
            case 0x202F: plain.push_back(' '); break;
            default: base::append_utf8(plain, point.value);
        }
    }
    return plain;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (std::string key = letters_key(text.substr(at, end - at)); !key.empty()) words.push_back(std::move(key));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Share of the words of the smaller set that the other has too.
double shared(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    if (left.empty() || right.empty()) return 0;
    std::size_t common = 0;
    for (const std::string& word : left) common += std::binary_search(right.begin(), right.end(), word) ? 1 : 0;
    return static_cast<double>(common) / static_cast<double>(std::min(left.size(), right.size()));
}

// Which of JSON-LD, Open Graph, Twitter, the title element, the first level of headings and other headings.
std::uint16_t pattern_of(std::uint32_t places) {
    constexpr std::array<std::pair<Place, unsigned>, 9> kKindOfPlace{{
        {Place::json_article, 0},
        {Place::open_graph, 1},
        {Place::twitter, 2},
        {Place::title_element, 3},
        {Place::title_part, 3},
        {Place::heading_one, 4},
        {Place::heading_part, 4},
        {Place::heading_two, 5},
        {Place::marked_element, 5},
    }};
    unsigned pattern = 0;
    for (const auto& [place, kind] : kKindOfPlace) {
        if ((places >> static_cast<unsigned>(place) & 1U) != 0) pattern |= 1U << kind;
    }
    return static_cast<std::uint16_t>(pattern);
}

std::uint32_t bit_of(Place place) { return 1U << static_cast<unsigned>(place); }

// A candidate with what its features are counted from.
struct Working {
    TitleCandidate candidate;
    std::string plain;
    std::string key;
    std::vector<std::string> words;
    std::vector<std::string> rests;  // keys of what was cut off, for parts
    std::size_t rest_words = 0;
    bool is_part = false;
    bool first_heading = false;
};

// Such a heading can be the title of a page that names it elsewhere too; by itself it is the heading of a part.
bool is_lower_heading(Place place) { return place == Place::heading_two || place == Place::marked_element; }

class TitleCandidates {
public:
    TitleCandidates(const HtmlTree& tree, const Statements& statements, const PageFacts& facts)
        : tree_(tree), statements_(statements), facts_(facts) {}

    std::vector<TitleCandidate> make() {
        const bool named = std::any_of(statements_.all.begin(), statements_.all.end(), [](const Statement& statement) {
            return statement.field == Field::title && !is_lower_heading(statement.place);
        });
        for (const Statement& statement : statements_.all) {
            if (statement.field == Field::title && named) add_statement(statement);
        }
        leave_out_site_name();
        find_references();
        const std::string address_key = letters_key(facts_.address);
        std::vector<TitleCandidate> made;
        for (const Working& one : all_) made.push_back(with_features(one, address_key));
        return made;
    }

private:
    void add_statement(const Statement& statement) {
        add(statement, statement.value, statement.place, {});
        Place part = Place::title_part;
        switch (statement.place) {
            case Place::title_element: break;
            case Place::heading_one:
            case Place::heading_two:
            case Place::marked_element: part = Place::heading_part; break;
            default: part = Place::open_graph_part;
        }
        const std::string& title = statement.value;
        const std::vector<Cut> cuts = statement.place == Place::heading_part ? std::vector<Cut>() : cuts_of(title);
        for (const Cut& cut : cuts) {
            const std::string_view text(title);
            add(statement, text.substr(0, cut.begin), part, text.substr(cut.end));
            add(statement, text.substr(cut.end), part, text.substr(0, cut.begin));
        }
        if (cuts.size() >= 2) {
            const std::string_view text(title);
            add(statement,
                text.substr(cuts.front().end, cuts.back().begin - std::min(cuts.back().begin, cuts.front().end)), part,
                text.substr(cuts.back().end));
        }
    }

    static std::string found_in(Place place, const std::string& name) {
        if (place == Place::title_part || place == Place::open_graph_part || place == Place::heading_part)
            return "part of " + name;
        const std::string where(to_string(place));
        return where == name ? name : where + " " + name;
    }

    void add(const Statement& statement, std::string_view text, Place place, std::string_view rest) {
        const std::string_view value = trim_ascii(text);
        if (value.empty() || all_.size() >= kMostCandidates) return;
        std::string plain = plain_form(value);
        auto same = std::find_if(all_.begin(), all_.end(), [&](const Working& one) { return one.plain == plain; });
        if (same == all_.end()) {
            Working one;
            one.candidate.value = std::string(value);
            one.candidate.found_in = found_in(place, statement.name);
            one.candidate.source = statement.source;
            one.candidate.node = statement.node;
            one.candidate.place = place;
            one.key = letters_key(value);
            one.words = words_of(value);
            one.plain = std::move(plain);
            all_.push_back(std::move(one));
            same = all_.end() - 1;
        }
        same->candidate.places |= bit_of(place);
        if (place == Place::heading_one && statement.node == statements_.first_heading) same->first_heading = true;
        if (!rest.empty()) {
            same->rests.push_back(letters_key(rest));
            same->rest_words = std::max(same->rest_words, count_words(rest));
            same->is_part = true;
        }
    }

    // On pages that declare both, the site's name is not the title, however large it stands there.
    void leave_out_site_name() {
        const auto is_declared_site = [this](const Working& one) {
            return std::find(facts_.site_keys.begin(), facts_.site_keys.end(), one.key) != facts_.site_keys.end();
        };
        constexpr std::uint32_t kFewWords = 3;
        const std::uint32_t declaring = bit_of(Place::json_article) | bit_of(Place::open_graph) |
                                        bit_of(Place::twitter) | bit_of(Place::title_part);
        const bool other = std::any_of(all_.begin(), all_.end(), [&](const Working& one) {
            return (one.candidate.places & declaring) != 0 && one.words.size() >= kFewWords && !is_declared_site(one);
        });
        if (other) all_.erase(std::remove_if(all_.begin(), all_.end(), is_declared_site), all_.end());
    }

    void find_references() {
        for (const Working& one : all_) {
            if (one.first_heading && heading_words_.empty()) heading_words_ = one.words;
            const bool declared =
                (one.candidate.places & (bit_of(Place::open_graph) | bit_of(Place::title_element))) != 0;
            if (declared && (declared_words_.empty() || (one.candidate.places & bit_of(Place::open_graph)) != 0))
                declared_words_ = one.words;
        }
    }

    bool is_site(std::string_view key) const {
        if (key.empty()) return false;
        if (std::find(facts_.site_keys.begin(), facts_.site_keys.end(), key) != facts_.site_keys.end()) return true;
        return key.size() >= 3 && facts_.host_key.find(key) != std::string::npos;
    }
    bool holds_site_name(const Working& one) const {
        return std::any_of(facts_.site_keys.begin(), facts_.site_keys.end(), [&one](const std::string& site) {
            return site.size() >= 4 && one.key.size() > site.size() && one.key.find(site) != std::string::npos;
        });
    }

    TitleCandidate with_features(const Working& one, const std::string& address_key) const {
        TitleCandidate candidate = one.candidate;
        FeatureSet& features = candidate.features;
        std::uint32_t kin = 0;
        for (const Working& other : all_) {
            if (other.key == one.key) kin |= other.candidate.places;
        }
        std::size_t kinds = 0;
        for (std::uint16_t place = 0; place < kPlaces; ++place) {
            if ((candidate.places >> place & 1U) != 0) {
                features.push_back(place);
                if (statements_.is_news) features.push_back(static_cast<std::uint16_t>(kNewsPlaces + place));
            }
            if ((kin >> place & 1U) != 0) {
                features.push_back(static_cast<std::uint16_t>(kPlaces + place));
                ++kinds;
            }
        }
        if (kinds >= 2)
            features.push_back(static_cast<std::uint16_t>(two_places + std::min<std::size_t>(kinds, 5) - 2));
        features.push_back(static_cast<std::uint16_t>(form_end + pattern_of(kin)));
        if (statements_.is_news) features.push_back(static_cast<std::uint16_t>(kNewsPatterns + pattern_of(kin)));
        if ((kin & bit_of(Place::heading_one)) != 0) features.push_back(kin_in_heading);
        add_form(one, features);
        add_relations(one, features);
        if (is_link_home(candidate.node)) features.push_back(links_home);
        const Area area = area_of(tree_, candidate.node);
        if (area == Area::margin) features.push_back(in_margin);
        if (area == Area::article) features.push_back(in_article);
        if (one.key.size() >= 12 && address_key.find(one.key.substr(0, 24)) != std::string::npos)
            features.push_back(named_in_address);
        return candidate;
    }

    // The element or one right around or in it leads to "/", as a site's logo does.
    bool is_link_home(std::uint32_t node) const {
        constexpr std::uint32_t kNear = 4;
        const std::uint32_t end = std::min(tree_.nodes[node].end, node + kNear);
        for (std::uint32_t inside = node; inside < end; ++inside) {
            if (leads_home(inside)) return true;
        }
        return leads_home(tree_.nodes[node].parent);
    }
    bool leads_home(std::uint32_t node) const {
        if (tree_.nodes[node].tag != HtmlTag::a) return false;
        std::string_view address = trim_ascii(tree_.slice(tree_.attribute(node, HtmlAttributeName::href)));
        const std::size_t scheme = address.find("//");
        if (scheme != std::string_view::npos)
            address = address.substr(std::min(address.find('/', scheme + 2), address.size()));
        return address.size() <= 1;
    }

    void add_form(const Working& one, FeatureSet& features) const {
        const std::string& value = one.candidate.value;
        const std::size_t words = count_words(value);
        if (words == 1) features.push_back(one_word);
        if (words == 2 || words == 3) features.push_back(two_or_three_words);
        if (words >= 4 && words <= 7) features.push_back(four_to_seven_words);
        if (words > 25) features.push_back(many_words);
        if (is_site(one.key)) features.push_back(is_site_name);
        if (holds_site_name(one)) features.push_back(contains_site_name);
        if (std::any_of(one.rests.begin(), one.rests.end(), [this](const std::string& rest) { return is_site(rest); }))
            features.push_back(rest_is_site_name);
        if (one.is_part && one.rest_words <= 4) features.push_back(rest_is_short);
        if (one.is_part && one.rest_words > words) features.push_back(rest_is_longer);
        if (!cuts_of(value).empty()) features.push_back(has_separator);
        if (value.size() > 3 &&
            (value.substr(value.size() - 3) == "..." || value.substr(value.size() - 3) == "\xE2\x80\xA6"))
            features.push_back(ends_with_points);
        const bool small = std::any_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const bool large = std::any_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (large && !small) features.push_back(all_capitals);
    }

    void add_relations(const Working& one, FeatureSet& features) const {
        bool begins = false;
        bool ends = false;
        bool continues = false;
        for (const Working& other : all_) {
            if (other.key.size() > one.key.size()) {
                begins = begins || other.key.compare(0, one.key.size(), one.key) == 0;
                ends = ends || other.key.compare(other.key.size() - one.key.size(), one.key.size(), one.key) == 0;
            } else if (other.key.size() < one.key.size() && other.key.size() > 8) {
                continues = continues || one.key.compare(0, other.key.size(), other.key) == 0;
            }
        }
        if (begins) features.push_back(begins_another);
        if (ends) features.push_back(ends_another);
        if (continues) features.push_back(continues_another);
        if (one.first_heading) features.push_back(first_heading);
        if (one.first_heading && statements_.heading_ones == 1) features.push_back(lone_heading);
        constexpr double kMost = 0.7;
        const double with_heading = shared(one.words, heading_words_);
        if (with_heading >= kMost) features.push_back(shares_words_with_heading);
        if (shared(one.words, declared_words_) >= kMost) features.push_back(shares_words_with_declared);
        if (!heading_words_.empty() && with_heading == 0) features.push_back(heading_is_other);
    }

    const HtmlTree& tree_;
    const Statements& statements_;
    const PageFacts& facts_;
    std::vector<Working> all_;
    std::vector<std::string> heading_words_;
    std::vector<std::string> declared_words_;
};

}  // namespace

std::vector<TitleCandidate> title_candidates(const HtmlTree& tree, const Statements& statements,
                                             const PageFacts& facts) {
    return TitleCandidates(tree, statements, facts).make();
}

std::string title_feature_name(std::uint16_t feature) {
    if (feature < kPlaces) return std::string(to_string(static_cast<Place>(feature)));
    if (feature < 2 * kPlaces) return "nearly " + std::string(to_string(static_cast<Place>(feature - kPlaces)));
    if (feature < form_end) return std::string(kFormNames[feature - 2 * kPlaces]);
    if (feature < kPatternEnd) return "places " + std::to_string(feature - form_end);
    if (feature < kNewsPatterns) return "news: " + std::string(to_string(static_cast<Place>(feature - kNewsPlaces)));
    return feature < kFeatureEnd ? "news: places " + std::to_string(feature - kNewsPatterns) : std::string();
}

}  // namespace axray::read
