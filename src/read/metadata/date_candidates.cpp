#include "read/metadata/date_candidates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace axray::read {
namespace {

constexpr std::size_t kMostCandidates = 60;
constexpr auto kPlaces = static_cast<std::uint16_t>(Place::count);
constexpr int kFirstWebYear = 1990;

// Features: for each place three: it says "published", "modified", or neither; then these.
enum Form : std::uint16_t {
    earliest = 3 * kPlaces,  // of all candidates
    latest,
    earliest_declared,  // of those for machines
    latest_declared,
    only_one,
    two_places,
    three_places,
    four_places,
    in_article,
    in_page,
    in_margin,
    repeated_often,  // named by more than three statements
    first_visible,   // the first date that a reader sees
    near_heading,    // within 60 nodes after the first h1
    after_heading,   // later than that
    before_heading,  // within 60 nodes before it
    ambiguous_order,
    with_time,
    with_zone,
    at_midnight_utc,
    day_after_other,  // a candidate is one day earlier
    day_before_other,
    as_retrieved,          // the day on which the page was fetched
    later_than_published,  // than the day that JSON-LD or Open Graph give for publication
    earlier_than_modified,
    text_is_date,  // the visible text is little more than the date
    before_2000,
    only_visible,   // no statement for machines names it
    modified_only,  // all statements that name it speak of a change
    form_end,
};
// And the places and roles once more, for pages that show a day which they do not declare.
constexpr std::uint16_t kDisputed = form_end;
static_assert(kDisputed + 3 * kPlaces <= kMostFeatures);

constexpr std::array<std::string_view, form_end - 3 * kPlaces> kFormNames{
    "earliest",
    "latest",
    "earliest declared",
    "latest declared",
    "the only one",
    "two places",
    "three places",
    "four or more places",
    "in an article",
    "in the page",
    "in the margin",
    "named more than three times",
    "first visible",
    "near the h1",
    "long after the h1",
    "shortly before the h1",
    "order of day and month unknown",
    "with time",
    "with zone",
    "midnight UTC",
    "a day after another",
    "a day before another",
    "day of retrieval",
    "later than declared publication",
    "earlier than declared change",
    "text is little but the date",
    "before 2000",
    "only visible",
    "only as change",
};

enum class Role : std::uint8_t { published, modified, unsaid };

struct Mention {
    FoundDate date;
    const Statement* statement = nullptr;
    Place place = Place::meta;
    Role role = Role::unsaid;
    bool alone = false;  // the text is little but the date
};

bool is_visible(Place place) {
    return place == Place::visible_text || place == Place::marked_element || place == Place::time_element ||
           place == Place::byline;
}

Role role_of(Field field) {
    if (field == Field::published) return Role::published;
    return field == Field::modified ? Role::modified : Role::unsaid;
}

class DateCandidates {
public:
    DateCandidates(const HtmlTree& tree, const Statements& statements, const PageFacts& facts)
        : tree_(tree), statements_(statements), facts_(facts) {}

    std::vector<DateCandidate> make() {
        for (const Statement& statement : statements_.all) {
            if (role_of(statement.field) != Role::unsaid || statement.field == Field::any_date)
                add_statement(statement);
        }
        if (!facts_.address.empty()) {
            if (auto date = date_in_address(facts_.address)) add({*std::move(date), nullptr, Place::address});
        }
        std::vector<Day> days;
        days.reserve(mentions_.size());
        for (const Mention& mention : mentions_) days.push_back(mention.date.day);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        if (days.size() > kMostCandidates) days.resize(kMostCandidates);
        find_references(days);
        std::vector<DateCandidate> made;
        made.reserve(days.size());
        for (const Day day : days) made.push_back(candidate_of(day, days));
        return made;
    }

private:
    void add_statement(const Statement& statement) {
        constexpr std::size_t kMostInText = 3;
        constexpr std::size_t kFewBytes = 12;
        if (!is_visible(statement.place)) {
            if (auto date = read_date_value(statement.value, facts_.date_hints))
                add({*std::move(date), &statement, statement.place, role_of(statement.field)});
            return;
        }
        if (statement.place == Place::time_element) {
            if (auto date = read_date_value(statement.value, facts_.date_hints)) {
                add({*std::move(date), &statement, statement.place, role_of(statement.field), true});
                return;
            }
        }
        std::vector<FoundDate> dates = find_dates(statement.value, facts_.date_hints, kMostInText);
        for (FoundDate& date : dates) {
            const bool alone = statement.value.size() <= date.place.size() + kFewBytes;
            add({std::move(date), &statement, statement.place, role_of(statement.field), alone});
        }
    }

    void add(Mention mention) {
        const bool future = facts_.last && is_after(mention.date, *facts_.last);
        if (future || mention.date.day.year < kFirstWebYear) return;
        mentions_.push_back(std::move(mention));
    }

    void find_references(const std::vector<Day>& days) {
        for (const Mention& mention : mentions_) {
            const bool declared = !is_visible(mention.place);
            if (declared) declared_days_.push_back(mention.date.day);
            const bool trusted = mention.place == Place::json_article || mention.place == Place::open_graph ||
                                 mention.place == Place::json_page || mention.place == Place::microdata;
            if (trusted && mention.role == Role::published && declared_published_ == Day{})
                declared_published_ = mention.date.day;
            if (trusted && mention.role == Role::modified && declared_modified_ == Day{})
                declared_modified_ = mention.date.day;
            if (is_visible(mention.place) && first_visible_ == Day{} && mention.statement != nullptr &&
                mention.statement->node >= statements_.first_heading)
                first_visible_ = mention.date.day;
        }
        std::sort(declared_days_.begin(), declared_days_.end());
        count_ = days.size();
        disputed_ = !declared_days_.empty() && first_visible_ != Day{} &&
                    !std::binary_search(declared_days_.begin(), declared_days_.end(), first_visible_);
    }

    static std::size_t exactness(const Mention& mention) {
        return (mention.date.time.empty() ? 0U : 2U) + (mention.date.zone.empty() ? 0U : 1U);
    }

    DateCandidate candidate_of(Day day, const std::vector<Day>& days) const {
        DateCandidate candidate;
        std::vector<const Mention*> named;
        for (const Mention& mention : mentions_) {
            if (mention.date.day == day) named.push_back(&mention);
        }
        const Mention* best = named.front();
        std::vector<bool> seen(3UL * kPlaces, false);
        bool declared = false;
        bool only_modified = true;
        for (const Mention* mention : named) {
            const bool better = std::pair(mention->role != Role::modified, exactness(*mention)) >
                                std::pair(best->role != Role::modified, exactness(*best));
            if (better) best = mention;
            candidate.places |= 1U << static_cast<unsigned>(mention->place);
            seen[static_cast<std::size_t>(mention->role) * kPlaces + static_cast<std::size_t>(mention->place)] = true;
            declared = declared || !is_visible(mention->place);
            only_modified = only_modified && mention->role == Role::modified;
            candidate.of_publication = candidate.of_publication || mention->role == Role::published;
            candidate.of_change = candidate.of_change || mention->role == Role::modified;
        }
        candidate.date = best->date;
        candidate.place = best->place;
        candidate.found_in = std::string(to_string(best->place));
        if (best->statement != nullptr) {
            if (best->statement->name != candidate.found_in) candidate.found_in += " " + best->statement->name;
            candidate.source = best->statement->source;
        }
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (!seen[i]) continue;
            candidate.features.push_back(static_cast<std::uint16_t>(i));
            if (disputed_) candidate.features.push_back(static_cast<std::uint16_t>(kDisputed + i));
        }
        if (!declared) candidate.features.push_back(only_visible);
        if (only_modified) candidate.features.push_back(modified_only);
        add_order(day, days, candidate);
        add_surroundings(named, candidate);
        add_form(*best, candidate.features);
        return candidate;
    }

    void add_order(Day day, const std::vector<Day>& days, DateCandidate& candidate) const {
        FeatureSet& features = candidate.features;
        if (day == days.front()) features.push_back(earliest);
        if (day == days.back()) features.push_back(latest);
        if (count_ == 1) features.push_back(only_one);
        if (!declared_days_.empty() && day == declared_days_.front()) features.push_back(earliest_declared);
        if (!declared_days_.empty() && day == declared_days_.back()) features.push_back(latest_declared);
        if (day == first_visible_) features.push_back(first_visible);
        const std::int64_t number = day_number(day);
        if (std::binary_search(days.begin(), days.end(), day_of_number(number - 1)))
            features.push_back(day_after_other);
        if (std::binary_search(days.begin(), days.end(), day_of_number(number + 1)))
            features.push_back(day_before_other);
        if (facts_.last && number >= day_number(facts_.last->day)) features.push_back(as_retrieved);
        if (declared_published_ != Day{} && day > declared_published_) features.push_back(later_than_published);
        if (declared_modified_ != Day{} && day < declared_modified_) features.push_back(earlier_than_modified);
        if (day.year < 2000) features.push_back(before_2000);
        std::size_t places = 0;
        for (std::uint32_t rest = candidate.places; rest != 0; rest &= rest - 1) ++places;
        if (places >= 2)
            features.push_back(static_cast<std::uint16_t>(two_places + std::min<std::size_t>(places, 4) - 2));
    }

    void add_surroundings(const std::vector<const Mention*>& named, DateCandidate& candidate) const {
        constexpr std::uint32_t kNear = 60;
        constexpr std::size_t kOften = 3;
        constexpr std::size_t kMostLooks = 8;
        std::array<bool, form_end> seen{};
        std::size_t looks = 0;
        for (const Mention* mention : named) {
            if (mention->alone) seen[text_is_date] = true;
            if (mention->statement == nullptr || !is_visible(mention->place) || ++looks > kMostLooks) continue;
            const std::uint32_t node = mention->statement->node;
            const Area area = area_of(tree_, node);
            seen[area == Area::margin ? in_margin : area == Area::article ? in_article : in_page] = true;
            switch (side_of_heading(tree_, statements_.first_heading, node, kNear)) {
                case HeadingSide::near: seen[near_heading] = true; break;
                case HeadingSide::after: seen[after_heading] = true; break;
                case HeadingSide::before: seen[before_heading] = true; break;
                case HeadingSide::none: break;
            }
        }
        if (named.size() > kOften) seen[repeated_often] = true;
        for (std::uint16_t i = earliest; i < form_end; ++i) {
            if (seen[i]) candidate.features.push_back(i);
        }
    }

    static void add_form(const Mention& best, FeatureSet& features) {
        if (best.date.ambiguous) features.push_back(ambiguous_order);
        if (!best.date.time.empty()) features.push_back(with_time);
        if (!best.date.zone.empty()) features.push_back(with_zone);
        if (best.date.time.substr(0, 5) == "00:00" && (best.date.zone == "Z" || best.date.zone == "+00:00"))
            features.push_back(at_midnight_utc);
    }

    const HtmlTree& tree_;
    const Statements& statements_;
    const PageFacts& facts_;
    std::vector<Mention> mentions_;
    std::vector<Day> declared_days_;
    Day declared_published_;
    Day declared_modified_;
    Day first_visible_;
    std::size_t count_ = 0;
    bool disputed_ = false;  // the first date that a reader sees is none of those for machines
};

}  // namespace

std::vector<DateCandidate> date_candidates(const HtmlTree& tree, const Statements& statements, const PageFacts& facts) {
    return DateCandidates(tree, statements, facts).make();
}

std::string date_feature_name(std::uint16_t feature) {
    constexpr std::array<std::string_view, 3> kRoles{"published", "modified", "date"};
    if (feature < 3 * kPlaces)
        return std::string(kRoles[feature / kPlaces]) + " in " +
               std::string(to_string(static_cast<Place>(feature % kPlaces)));
    if (feature < form_end) return std::string(kFormNames[feature - 3 * kPlaces]);
    return feature < kDisputed + 3 * kPlaces
               ? "disputed: " + date_feature_name(static_cast<std::uint16_t>(feature - kDisputed))
               : std::string();
}

}  // namespace axray::read
