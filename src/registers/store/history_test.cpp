#include "registers/store/history.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "registers/store/entry_for_test.hpp"

using namespace axray;
using namespace axray::registers;

namespace {

// Versions of a list, each with some of the entries test:1, test:2, ...
class HistoryForTest {
public:
    explicit HistoryForTest(const std::vector<std::pair<std::string, std::vector<int>>>& versions) {
        std::filesystem::remove_all(folder_);
        auto store = *Store::open(folder_);
        for (const auto& [date, numbers] : versions) {
            auto list = list_of(0, date);
            for (const auto number : numbers) {
                auto entries = list_of(static_cast<std::size_t>(number), date).entries;
                list.entries.push_back(std::move(entries.back()));
            }
            REQUIRE(store.add(list, {{"f", date}}, {Shrinking::allowed, "2026-01-01T00:00:00Z"}));
        }
        histories_ = *open_histories(store);
    }
    ~HistoryForTest() { std::filesystem::remove_all(folder_); }

    [[nodiscard]] ListedState state(int number, std::string_view day, std::string listed_on = {},
                                    std::string delisted_on = {}) const {
        RegisterEntry entry;
        entry.reference = "test:" + std::to_string(number);
        entry.listed_on = std::move(listed_on);
        entry.delisted_on = std::move(delisted_on);
        return listed_state(entry, histories_.at("test-list"), day);
    }

private:
    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("axray-history-" + std::to_string(::getpid()))).string();
    Histories histories_;
};

struct Case {
    int entry;
    std::string day;
    bool listed;
    std::string since, until, known_from;
    bool known = true;
};

void check(const Case& expected, const ListedState& state) {
    CAPTURE(expected.entry);
    CAPTURE(expected.day);
    CHECK(state.listed == expected.listed);
    CHECK(state.since == expected.since);
    CHECK(state.until == expected.until);
    CHECK(state.known_from == expected.known_from);
    CHECK(state.known == expected.known);
}

}  // namespace

TEST_CASE("versions tell since when and until when an entry is listed") {
    const HistoryForTest history({{"2024-01-10", {1, 2, 3}}, {"2024-03-22", {1, 3}}, {"2024-05-03", {1, 2, 4}}});
    const Case cases[] = {
        {1, "", true, "", "", "version of 2024-01-10, the oldest, has it"},
        {1, "2024-04-01", true, "", "", "version of 2024-01-10, the oldest, has it"},
        {4, "", true, "2024-05-03", "", "at the latest; version of 2024-03-22 does not have it"},
        {4, "2024-05-02", false, "2024-05-03", "", "version of 2024-03-22 does not have it"},
        {2, "2024-02-01", true, "", "2024-03-22", "version of 2024-01-10, the oldest, has it"},
        {2, "2024-03-22", false, "2024-05-03", "", "version of 2024-03-22 does not have it"},
        {2, "2030-01-01", true, "2024-05-03", "", "at the latest; version of 2024-03-22 does not have it"},
        {3, "", false, "", "2024-05-03", "version of 2024-05-03 does not have it"},
        {9, "", false, "", "", "version of 2024-05-03 does not have it"},
        {1, "2024-01-09", true, "", "", "no version is as old as 2024-01-09; version of 2024-01-10 has it", false},
        {4, "2024-01-09", false, "", "", "no version is as old as 2024-01-09; version of 2024-01-10 does not have it",
         false},
    };
    for (const auto& one : cases) check(one, history.state(one.entry, one.day));
}

TEST_CASE("the list's own dates count first") {
    const HistoryForTest history({{"2024-03-22", {1}}, {"2024-05-03", {1, 2}}});
    const Case listed[] = {
        {1, "", true, "2020-02-02", "", "date in the list"},
        {1, "2020-02-02", true, "2020-02-02", "", "date in the list"},
        {1, "2020-02-01", false, "2020-02-02", "", "date in the list"},
        {2, "2024-04-01", false, "2024-05-03", "", "version of 2024-03-22 does not have it"},
    };
    for (const auto& one : listed) check(one, history.state(one.entry, one.day, "2020-02-02"));
    const Case delisted[] = {
        {1, "", false, "", "2022-02-02", "date in the list"},
        {1, "2022-02-02", false, "", "2022-02-02", "date in the list"},
        {1, "2022-02-01", true, "", "2022-02-02", "no version is as old as 2022-02-01; version of 2024-03-22 has it",
         false},
    };
    for (const auto& one : delisted) check(one, history.state(one.entry, one.day, "", "2022-02-02"));
    // A year may mean any of its days.
    CHECK_FALSE(history.state(1, "2019-12-31", "2020").listed);
    CHECK(history.state(1, "2020-01-01", "2020").listed);
    CHECK(history.state(1, "2022-12-31", "2020", "2022").listed);
    CHECK_FALSE(history.state(1, "2023-01-01", "2020", "2022").listed);
}

TEST_CASE("of a single version nothing is searched") {
    const HistoryForTest history({{"2024-05-03", {1}}});
    check({9, "", true, "", "", "version of 2024-05-03 has it"}, history.state(9, ""));
    check({9, "2024-01-01", true, "", "", "no version is as old as 2024-01-01; version of 2024-05-03 has it", false},
          history.state(9, "2024-01-01"));
}
