#include "read/metadata/author_candidates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "read/characters/ascii.hpp"
#include "read/metadata/author_names.hpp"
#include "read/metadata/byline_words.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostCandidates = 60;
constexpr std::size_t kMostStatements = 150;
constexpr auto kPlaces = static_cast<std::uint16_t>(Place::count);

// Features: the place names exactly these; the place names some of these; then these.
enum Form : std::uint16_t {
    is_site_name = 2 * kPlaces,
    one_name,
    two_names,
    few_names,   // three to five
    many_names,  // more
    one_word,    // a single name of one word
    two_words,   // each name has two or three
    long_names,  // a name of more than four
    two_places,
    three_places,
    four_places,
    announced,  // a line begins with "By"
    first_announced,
    in_article,
    in_page,
    in_margin,
    near_heading,
    after_heading,
    before_heading,
    first_visible,
    superset,    // holds all names of another candidate and more
    subset,      // another candidate holds all its names and more
    lower_case,  // a name without a capital
    with_digits,
    in_title,
    repeated_often,
    merged,  // several elements put together
    only_visible,
    shares_words,  // with a candidate of another place
    has_office_word,
    all_capitals,
    contains_site_name,
    form_end,
};
static_assert(form_end <= kMostFeatures);

constexpr std::array<std::string_view, form_end - 2 * kPlaces> kFormNames{
    "is the site's name",
    "one name",
    "two names",
    "three to five names",
    "more names",
    "one word",
    "two or three words each",
    "a name of more than four words",
    "two places",
    "three places",
    "four or more places",
    "announced",
    "first announced",
    "in an article",
    "in the page",
    "in the margin",
    "near the h1",
    "long after the h1",
    "shortly before the h1",
    "first visible",
    "more names than another",
    "fewer names than another",
    "lower case",
    "with digits",
    "in the title",
    "named more than three times",
    "elements put together",
    "only visible",
    "shares a name with another",
    "speaks of an office",
    "all capitals",
    "contains the site's name",
};

bool is_visible(Place place) {
    return place == Place::marked_element || place == Place::link_relation || place == Place::byline ||
           place == Place::microdata;
}

struct Working {
    AuthorCandidate candidate;
    std::vector<std::string> keys;  // of the names, sorted
    std::vector<std::uint32_t> nodes;
    std::size_t mentions = 0;
    bool announced = false;
    bool first_announced = false;
    bool merged = false;
    bool first_visible = false;
    bool visible_only = true;
};

// Statements that name authors together.
struct Group {
    std::vector<const Statement*> statements;
    bool merged = false;
};

class AuthorCandidates {
public:
    AuthorCandidates(const HtmlTree& tree, const Statements& statements, const PageFacts& facts)
        : tree_(tree), statements_(statements), facts_(facts) {}

    std::vector<AuthorCandidate> make() {
        for (const Group& group : groups()) add_group(group);
        for (const Statement& statement : statements_.all) {
            if (statement.field == Field::title && title_key_.empty()) title_key_ = letters_key(statement.value);
        }
        std::vector<AuthorCandidate> made;
        for (const Working& one : all_) made.push_back(with_features(one));
        return made;
    }

private:
    std::vector<Group> groups() const {
        constexpr std::uint32_t kNear = 40;  // nodes
        constexpr std::size_t kMostTogether = 8;
        std::vector<Group> groups;
        std::map<std::uint32_t, std::size_t> of_number;
        std::size_t taken = 0;
        for (const Statement& statement : statements_.all) {
            if (statement.field != Field::author || ++taken > kMostStatements) continue;
            const auto [known, is_new] = of_number.emplace(statement.group, groups.size());
            if (is_new) groups.emplace_back();
            groups[known->second].statements.push_back(&statement);
        }
        // Elements with one class beside each other: one for each author.
        std::vector<Group> together;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Statement& first = *groups[i].statements.front();
            if (!is_visible(first.place) || first.place == Place::byline) continue;
            Group row = groups[i];
            for (std::size_t k = i + 1; k < groups.size() && row.statements.size() < kMostTogether; ++k) {
                const Statement& next = *groups[k].statements.front();
                if (next.place != first.place || next.name != first.name) continue;
                if (next.node > row.statements.back()->node + kNear) break;
                row.statements.push_back(&next);
            }
            row.merged = row.statements.size() > groups[i].statements.size();
            if (row.merged) together.push_back(std::move(row));
        }
        groups.insert(groups.end(), std::make_move_iterator(together.begin()), std::make_move_iterator(together.end()));
        return groups;
    }

    void add_group(const Group& group) {
        Working one;
        const Statement& first = *group.statements.front();
        const bool line = first.place == Place::byline || first.place == Place::marked_element ||
                          (is_visible(first.place) && first.value.find('\n') != std::string::npos);
        for (const Statement* statement : group.statements) {
            for (std::string& name : names_in(statement->value, line ? NameText::line : NameText::property)) {
                std::string key = letters_key(name);
                if (key.empty() || std::find(one.keys.begin(), one.keys.end(), key) != one.keys.end()) continue;
                if (one.keys.size() >= kMostNames) break;
                one.keys.push_back(std::move(key));
                one.candidate.authors.push_back({std::move(name), statement->source});
            }
            one.nodes.push_back(statement->node);
            one.announced = one.announced || byline_word_length(statement->value) > 0;
        }
        if (one.keys.empty()) return;
        one.candidate.place = first.place;
        one.candidate.found_in = std::string(to_string(first.place));
        if (first.name != one.candidate.found_in) one.candidate.found_in += " " + first.name;
        one.merged = group.merged;
        std::sort(one.keys.begin(), one.keys.end());
        if (one.announced && !seen_announced_) one.first_announced = seen_announced_ = true;
        if (is_visible(first.place) && !seen_visible_ && first.node > statements_.first_heading)
            one.first_visible = seen_visible_ = true;
        merge(std::move(one));
    }

    void merge(Working one) {
        auto same =
            std::find_if(all_.begin(), all_.end(), [&one](const Working& other) { return other.keys == one.keys; });
        if (same == all_.end()) {
            if (all_.size() >= kMostCandidates) return;
            all_.push_back(one);
            same = all_.end() - 1;
        } else {
            same->nodes.insert(same->nodes.end(), one.nodes.begin(), one.nodes.end());
            same->announced = same->announced || one.announced;
            same->first_announced = same->first_announced || one.first_announced;
            same->first_visible = same->first_visible || one.first_visible;
            same->merged = same->merged && one.merged;
        }
        same->candidate.places |= 1U << static_cast<unsigned>(one.candidate.place);
        ++same->mentions;
        same->visible_only = same->visible_only && is_visible(one.candidate.place);
    }

    bool is_site(const std::string& key) const {
        if (std::find(facts_.site_keys.begin(), facts_.site_keys.end(), key) != facts_.site_keys.end()) return true;
        return key.size() >= 3 && facts_.host_key.find(key) != std::string::npos;
    }

    AuthorCandidate with_features(const Working& one) const {
        AuthorCandidate candidate = one.candidate;
        FeatureSet& features = candidate.features;
        std::uint32_t kin = 0;
        bool more = false;
        bool fewer = false;
        for (const Working& other : all_) {
            if (&other == &one) continue;
            std::vector<std::string> common;
            std::set_intersection(one.keys.begin(), one.keys.end(), other.keys.begin(), other.keys.end(),
                                  std::back_inserter(common));
            if (common.empty()) continue;
            kin |= other.candidate.places;
            more = more || (common.size() == other.keys.size() && one.keys.size() > other.keys.size());
            fewer = fewer || (common.size() == one.keys.size() && one.keys.size() < other.keys.size());
        }
        std::size_t places = 0;
        for (std::uint16_t place = 0; place < kPlaces; ++place) {
            if ((candidate.places >> place & 1U) != 0) {
                features.push_back(place);
                ++places;
            }
            if ((kin >> place & 1U) != 0) features.push_back(static_cast<std::uint16_t>(kPlaces + place));
        }
        if (places >= 2)
            features.push_back(static_cast<std::uint16_t>(two_places + std::min<std::size_t>(places, 4) - 2));
        if (more) features.push_back(superset);
        if (fewer) features.push_back(subset);
        if (kin != 0) features.push_back(shares_words);
        add_form(one, features);
        add_surroundings(one, features);
        return candidate;
    }

    void add_form(const Working& one, FeatureSet& features) const {
        const std::vector<NamedAuthor>& authors = one.candidate.authors;
        constexpr std::array<Form, 6> kCounts{one_name, one_name, two_names, few_names, few_names, few_names};
        features.push_back(authors.size() < kCounts.size() ? kCounts[authors.size()] : many_names);
        bool usual = true;
        bool overlong = false;
        bool capitals = true;
        bool digits = false;
        bool shouting = true;
        for (const NamedAuthor& author : authors) {
            const auto words = std::count(author.name.begin(), author.name.end(), ' ') + 1;
            usual = usual && (words == 2 || words == 3);
            overlong = overlong || words > 4;
            const std::string_view name = author.name;
            capitals = capitals && !(name[0] >= 'a' && name[0] <= 'z');
            digits = digits || std::any_of(name.begin(), name.end(), is_ascii_digit);
            shouting = shouting && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        }
        if (usual) features.push_back(two_words);
        if (overlong) features.push_back(long_names);
        if (!capitals) features.push_back(lower_case);
        if (digits) features.push_back(with_digits);
        if (shouting) features.push_back(all_capitals);
        if (authors.size() == 1 && authors[0].name.find(' ') == std::string::npos) features.push_back(one_word);
        if (std::any_of(one.keys.begin(), one.keys.end(), [this](const std::string& key) { return is_site(key); }))
            features.push_back(is_site_name);
        else if (std::any_of(one.keys.begin(), one.keys.end(), [this](const std::string& key) {
                     return std::any_of(facts_.site_keys.begin(), facts_.site_keys.end(),
                                        [&key](const std::string& site) {
                                            return site.size() >= 4 && key.find(site) != std::string::npos;
                                        });
                 }))
            features.push_back(contains_site_name);
        if (title_key_.find(one.keys.front()) != std::string::npos) features.push_back(in_title);
    }

    void add_surroundings(const Working& one, FeatureSet& features) const {
        constexpr std::uint32_t kNear = 80;
        constexpr std::size_t kMostLooks = 8;
        std::array<bool, form_end> seen{};
        for (std::size_t i = 0; i < one.nodes.size() && i < kMostLooks; ++i) {
            const std::uint32_t node = one.nodes[i];
            const Area area = area_of(tree_, node);
            if (area == Area::head) continue;
            seen[area == Area::margin ? in_margin : area == Area::article ? in_article : in_page] = true;
            switch (side_of_heading(tree_, statements_.first_heading, node, kNear)) {
                case HeadingSide::near: seen[near_heading] = true; break;
                case HeadingSide::after: seen[after_heading] = true; break;
                case HeadingSide::before: seen[before_heading] = true; break;
                case HeadingSide::none: break;
            }
        }
        seen[announced] = one.announced;
        seen[first_announced] = one.first_announced;
        seen[repeated_often] = one.mentions > 3;
        seen[merged] = one.merged;
        seen[first_visible] = one.first_visible;
        seen[only_visible] = one.visible_only;
        for (std::uint16_t i = 0; i < form_end; ++i) {
            if (seen[i]) features.push_back(i);
        }
    }

    const HtmlTree& tree_;
    const Statements& statements_;
    const PageFacts& facts_;
    std::vector<Working> all_;
    std::string title_key_;
    bool seen_announced_ = false;
    bool seen_visible_ = false;
};

}  // namespace

std::vector<AuthorCandidate> author_candidates(const HtmlTree& tree, const Statements& statements,
                                               const PageFacts& facts) {
    return AuthorCandidates(tree, statements, facts).make();
}

std::string author_feature_name(std::uint16_t feature) {
    if (feature < kPlaces) return std::string(to_string(static_cast<Place>(feature)));
    if (feature < 2 * kPlaces) return "others: " + std::string(to_string(static_cast<Place>(feature - kPlaces)));
    return feature < form_end ? std::string(kFormNames[feature - 2 * kPlaces]) : std::string();
}

}  // namespace axray::read
