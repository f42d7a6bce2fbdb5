// Holds `story` to what a careful reader expects of the invented reports in examples/ (expected.json -> failures).
//
// The reports are read, sorted and analysed through the public API, as a program would. The format of expected.json is
// explained in examples/README.md.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <axray/engine.hpp>
#include <axray/story_sorter.hpp>

#include "examples.hpp"

using namespace axray;
using namespace examples;
using nlohmann::json;

namespace {

struct Story {
    std::string name;
    json expected;
    StoryReport report;
};

// Words of one report, as expected.json names them: ["wire.txt", "closed the dam"].
struct Place {
    std::uint32_t report = 0;
    Span span;
};

bool is_blank(char character) { return character == ' ' || character == '\n' || character == '\t'; }

// Where the words stand in the text, whatever its blanks and capitals are.
std::optional<Span> find_words(std::string_view text, const std::string& words) {
    const std::string wanted = folded(words);
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
        if (is_blank(text[begin])) continue;
        for (std::size_t size = words.size(); size <= words.size() + 40 && begin + size <= text.size(); ++size) {
            const std::string found = folded(text.substr(begin, size));
            if (found == wanted) return Span{begin, begin + static_cast<std::uint32_t>(size)};
            if (found.size() > wanted.size() || wanted.compare(0, 4, found, 0, 4) != 0) break;
        }
    }
    return std::nullopt;
}

std::uint32_t number_of(const Story& story, const std::string& id) {
    const auto& reports = story.report.reports;
    for (std::uint32_t number = 0; number < reports.size(); ++number) {
        if (reports[number]->id == id) return number;
    }
    FAIL("there is no report " << id);
    return 0;
}

Place place_of(const Story& story, const json& named) {
    const std::uint32_t report = number_of(story, named.at(0));
    const auto span = find_words(story.report.reports[report]->text, named.at(1));
    REQUIRE_MESSAGE(span, named.dump() << " does not stand in the text");
    return {report, *span};
}

// A statement has a place when most of the place's words are its own or its context.
bool has(const FactMention& mention, const Place& place) {
    if (mention.report != place.report) return false;
    std::vector<Span> words = mention.claim.context;
    words.push_back(mention.claim.span);
    std::uint32_t covered = 0;
    for (const Span span : words) {
        if (!span.overlaps(place.span)) continue;
        covered += std::min(span.end, place.span.end) - std::max(span.begin, place.span.begin);
    }
    return 2 * covered > place.span.size() && mention.claim.span.overlaps(place.span);
}

std::set<std::uint32_t> facts_with(const Story& story, const Place& place) {
    std::set<std::uint32_t> found;
    for (std::uint32_t number = 0; number < story.report.facts.size(); ++number) {
        const auto& mentions = story.report.facts[number].mentions;
        if (std::any_of(mentions.begin(), mentions.end(), [&](const auto& mention) { return has(mention, place); })) {
            found.insert(number);
        }
    }
    return found;
}

std::string words_of(const Story& story, std::uint32_t fact) {
    std::vector<std::string> parts;
    for (const FactMention& mention : story.report.facts[fact].mentions) {
        parts.push_back(story.report.reports[mention.report]->id + " \"" + mention.claim.text + "\"");
    }
    return joined(parts);
}

// The fact that has most of the places, and how many it has.
std::pair<std::optional<std::uint32_t>, std::size_t> fact_with_most(const Story& story, const json& places) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const json& named : places) {
        for (const std::uint32_t fact : facts_with(story, place_of(story, named))) ++counts[fact];
    }
    std::pair<std::optional<std::uint32_t>, std::size_t> best;
    for (const auto& [fact, count] : counts) {
        if (count > best.second) best = {fact, count};
    }
    return best;
}

void judge_facts(const Story& story) {
    for (const json& row : story.expected.at("facts")) {
        const json& places = row.at("mentions");
        const auto [fact, count] = fact_with_most(story, places);
        std::vector<Finding> findings = {{"joined", count == places.size(), places.dump(),
                                          fact ? words_of(story, *fact) : "no fact has one of them"}};
        if (row.contains("origins")) {
            const auto origins = row.at("origins").get<std::uint32_t>();
            const std::uint32_t found = fact ? story.report.facts[*fact].independent_origins : 0;
            findings.push_back({"origins", found == origins, std::to_string(origins), std::to_string(found)});
        }
        if (row.contains("flags")) {
            std::vector<std::string> flags;
            if (fact) {
                for (const FactFlag flag : story.report.facts[*fact].flags) flags.emplace_back(to_string(flag));
            }
            for (const std::string flag : row.at("flags")) {
                const bool met = std::find(flags.begin(), flags.end(), flag) != flags.end();
                findings.push_back({"flags", met, flag, joined(flags)});
            }
        }
        judge(story.name + ": " + row.at("says").get<std::string>(), findings, row);
    }
}

void judge_apart(const Story& story) {
    for (const json& row : story.expected.at("apart")) {
        const auto one = facts_with(story, place_of(story, row.at("one")));
        const auto other = facts_with(story, place_of(story, row.at("other")));
        std::vector<std::uint32_t> both;
        std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
        judge(story.name + ": " + row.at("why").get<std::string>(),
              {{"apart", both.empty(), "two facts", both.empty() ? "" : words_of(story, both.front())}}, row);
    }
}

void judge_furniture(const Story& story) {
    for (const std::string words : story.expected.at("not_facts")) {
        for (std::uint32_t fact = 0; fact < story.report.facts.size(); ++fact) {
            if (holds(words_of(story, fact), words)) FAIL_CHECK(story.name << ": " << words_of(story, fact));
        }
    }
}

bool stands_at(const Story& story, const ConflictSide& side, const Place& place) {
    const FactMention& mention = story.report.facts.at(side.fact).mentions.at(side.mention);
    return mention.report == place.report && (has(mention, place) || side.words.overlaps(place.span));
}

bool stands_at(const Story& story, const ConflictSide& side, const std::vector<ConflictSide>& with,
               const Place& place) {
    return stands_at(story, side, place) ||
           std::any_of(with.begin(), with.end(), [&](const auto& one) { return stands_at(story, one, place); });
}

std::vector<std::string> strings(const json& row, const char* field) {
    return row.at(field).get<std::vector<std::string>>();
}

bool is_of_kind(const json& row, std::string_view kind) {
    const auto kinds = strings(row, "kinds");
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// A place, or several of which one is enough.
std::vector<Place> places_of(const Story& story, const json& named) {
    if (named.at(0).is_string()) return {place_of(story, named)};
    std::vector<Place> places;
    for (const json& one : named) places.push_back(place_of(story, one));
    return places;
}

bool is_expected(const Story& story, const Conflict& conflict, const json& row) {
    const auto one = places_of(story, row.at("one"));
    const auto other = places_of(story, row.at("other"));
    const auto any = [&](const ConflictSide& side, const std::vector<ConflictSide>& with,
                         const std::vector<Place>& places) {
        return std::any_of(places.begin(), places.end(),
                           [&](const Place& place) { return stands_at(story, side, with, place); });
    };
    const auto first = [&](const std::vector<Place>& places) { return any(conflict.one, conflict.with_one, places); };
    const auto second = [&](const std::vector<Place>& places) {
        return any(conflict.other, conflict.with_other, places);
    };
    return is_of_kind(row, to_string(conflict.kind)) &&
           ((first(one) && second(other)) || (first(other) && second(one)));
}

std::string conflict_words(const Conflict& conflict) {
    return std::string(to_string(conflict.kind)) + ": " + conflict.explanation;
}

void judge_conflicts(const Story& story) {
    std::vector<std::string> all;
    std::vector<std::string> unexpected;
    for (const Conflict& conflict : story.report.conflicts) {
        all.push_back(conflict_words(conflict));
        const json& rows = story.expected.at("conflicts");
        const bool wanted =
            std::any_of(rows.begin(), rows.end(), [&](const json& row) { return is_expected(story, conflict, row); });
        if (!wanted) unexpected.push_back(conflict_words(conflict));
    }
    for (const json& row : story.expected.at("conflicts")) {
        const bool found = std::any_of(story.report.conflicts.begin(), story.report.conflicts.end(),
                                       [&](const Conflict& conflict) { return is_expected(story, conflict, row); });
        judge(story.name + ": " + row.at("one").dump() + " against " + row.at("other").dump(),
              {{"conflict", found, row.at("kinds").dump(), joined(all)}}, row);
    }
    const auto most = story.expected.at("wrong_conflicts_at_most").get<std::size_t>();
    CHECK_MESSAGE(unexpected.size() <= most, story.name << ": unexpected conflicts: " << joined(unexpected));
}

void judge_traps(const Story& story) {
    for (const json& row : story.expected.at("no_conflicts")) {
        const Place one = place_of(story, row.at("one"));
        const Place other = place_of(story, row.at("other"));
        std::vector<std::string> reported;
        for (const Conflict& conflict : story.report.conflicts) {
            const auto at = [&](const ConflictSide& side, const Place& place) {
                return story.report.facts.at(side.fact).mentions.at(side.mention).report == place.report &&
                       side.words.overlaps(place.span);
            };
            if ((at(conflict.one, one) && at(conflict.other, other)) ||
                (at(conflict.one, other) && at(conflict.other, one))) {
                reported.push_back(conflict_words(conflict));
            }
        }
        judge(story.name + ": no conflict: " + row.at("why").get<std::string>(),
              {{"trap", reported.empty(), "no conflict", joined(reported)}}, row);
    }
}

void judge_origins(const Story& story) {
    const Origins& origins = story.report.origins;
    const auto together = [&](const json& pair) {
        return origins.groups.at(number_of(story, pair.at(0))) == origins.groups.at(number_of(story, pair.at(1)));
    };
    for (const char* field : {"one_origin", "other_origin"}) {
        const bool wanted = field == std::string_view("one_origin");
        for (const json& row : story.expected.at(field)) {
            const json& pair = row.is_object() ? row.at("reports") : row;
            judge(story.name + ": " + pair.dump(), {{"origin", together(pair) == wanted, field, "the opposite"}}, row);
        }
    }
    for (const json& row : story.expected.at("acknowledged")) {
        const std::uint32_t report = number_of(story, row.at("report"));
        std::vector<std::string> names;
        for (const Acknowledgement& one : origins.acknowledgements) {
            if (one.place.source == report) names.push_back(origins.origins.at(one.origin).name);
        }
        const bool met = std::any_of(names.begin(), names.end(),
                                     [&](const std::string& name) { return holds(name, row.at("name")); });
        judge(story.name + ": " + row.dump(), {{"acknowledged", met, row.at("name"), joined(names)}}, row);
    }
    for (const json& row : story.expected.at("copies")) {
        const auto pair = std::minmax(number_of(story, row.at("one")), number_of(story, row.at("other")));
        const bool met = std::any_of(origins.copies.begin(), origins.copies.end(), [&](const ReportCopy& copy) {
            return copy.first == pair.first && copy.second == pair.second && is_of_kind(row, to_string(copy.kind));
        });
        judge(story.name + ": copy " + row.dump(), {{"copy", met, row.at("kinds").dump(), "another"}}, row);
    }
}

void judge_timeline(const Story& story) {
    for (const json& row : story.expected.at("timeline")) {
        const auto facts = facts_with(story, place_of(story, row.at("place")));
        std::vector<std::string> days;
        for (const TimelineEntry& entry : story.report.timeline) {
            if (facts.count(entry.fact) > 0) days.push_back(entry.begin);
        }
        const bool met = std::find(days.begin(), days.end(), row.at("begin")) != days.end();
        judge(story.name + ": " + row.at("place").dump(), {{"day", met, row.at("begin"), joined(days)}}, row);
    }
    for (const json& row : story.expected.at("corrections")) {
        const Place earlier = place_of(story, row.at("earlier"));
        const Place later = place_of(story, row.at("later"));
        std::vector<std::string> found;
        bool met = false;
        for (const Correction& correction : story.report.corrections) {
            found.push_back(correction.explanation);
            met = met || (stands_at(story, correction.earlier, earlier) && stands_at(story, correction.later, later));
        }
        judge(story.name + ": correction " + row.dump(), {{"correction", met, row.dump(), joined(found)}}, row);
    }
}

std::vector<const AccountSentence*> sentences_of(const Account& account) {
    std::vector<const AccountSentence*> sentences = {&account.headline, &account.summary};
    for (const AccountSentence& sentence : account.at_a_glance) sentences.push_back(&sentence);
    for (const AccountParagraph& paragraph : account.details) {
        for (const AccountSentence& sentence : paragraph.sentences) sentences.push_back(&sentence);
    }
    return sentences;
}

void judge_account(const Story& story) {
    std::string whole;
    for (const AccountSentence* sentence : sentences_of(story.report.account)) {
        whole += sentence->text + "\n";
        CHECK_MESSAGE((sentence->text.empty() || (!sentence->traces.empty() && !sentence->facts.empty())),
                      story.name << ": without a trace: " << sentence->text);
    }
    for (const json& row : story.expected.at("account").at("tells")) {
        const std::string words = row.is_object() ? row.at("words") : row;
        judge(story.name + ": the account tells of", {{"tells", holds(whole, words), words, whole}}, row);
    }
    for (const std::string words : story.expected.at("account").at("never")) {
        CHECK_MESSAGE(!holds(whole, words), story.name << ": the account has \"" << words << "\":\n" << whole);
    }
}

void judge_stream(const std::filesystem::path& folder, const json& expected) {
    StorySorter sorter(engine());
    std::map<std::string, std::uint32_t> position;
    for (const std::string id : expected.at("stream_order")) {
        const auto document = read_report(folder / "reports" / id);
        REQUIRE(document.has_value());
        position.emplace(id, static_cast<std::uint32_t>(position.size()));
        sorter.add(*document);
    }
    const auto stories = sorter.stories();
    std::map<std::uint32_t, std::set<std::string>> sorted;
    for (const auto& [id, at] : position) sorted[stories.at(at)].insert(id);
    std::set<std::set<std::string>> got;
    for (const auto& [number, ids] : sorted) got.insert(ids);
    CHECK(got == expected.at("stream").get<std::set<std::set<std::string>>>());
}

Story story_of(const std::string& name) {
    const std::filesystem::path place = folder() / name;
    Story story{name, json::parse(bytes_of(place / "expected.json")), {}};
    std::vector<std::shared_ptr<const Document>> reports;
    for (const std::string path : story.expected.at("reports")) {
        auto report = read_report(place / "reports" / path);
        REQUIRE(report.has_value());
        reports.push_back(std::make_shared<const Document>(*std::move(report)));
    }
    auto report = engine().story(reports);
    REQUIRE_MESSAGE(report.has_value(), name << ": no story came of it");
    story.report = *std::move(report);
    REQUIRE(story.report.reports.size() == reports.size());
    CHECK(story.report.published == story.expected.at("published").get<std::vector<std::string>>());
    return story;
}

const Story& dam_closure() {
    static const Story kStory = story_of("dam-closure");
    return kStory;
}

}  // namespace

TEST_CASE("reports of one event, of a similar one and of another matter are told apart") {
    const std::filesystem::path place = folder() / "dam-closure";
    judge_stream(place, json::parse(bytes_of(place / "expected.json")));
}

TEST_CASE("statements of several reports that say the same are one fact") {
    judge_facts(dam_closure());
    judge_apart(dam_closure());
    judge_furniture(dam_closure());
}

TEST_CASE("what cannot all be right is reported, and what can be is not") {
    judge_conflicts(dam_closure());
    judge_traps(dam_closure());
}

TEST_CASE("reports that took their words from one place count once") { judge_origins(dam_closure()); }

TEST_CASE("what happened when, and what was corrected later") { judge_timeline(dam_closure()); }

TEST_CASE("the account tells what matters and nothing that is not so") { judge_account(dam_closure()); }
