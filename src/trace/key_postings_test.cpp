#include "trace/key_postings.hpp"

#include <map>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using axray::trace::KeyPostings;

TEST_CASE("postings agree with a plain map on random keys") {
    std::mt19937_64 random(7);
    for (const std::size_t size : {0U, 1U, 2U, 50U, 3000U}) {
        std::vector<KeyPostings::Entry> entries;
        std::map<std::uint64_t, std::vector<std::uint32_t>> expected;
        for (std::uint32_t position = 0; position < size; ++position) {
            const std::uint64_t key = random() % (size / 3 + 2);  // 0, no key, among them
            entries.push_back({key, position});
            if (key != 0) expected[key].push_back(position);
        }
        const KeyPostings postings = KeyPostings::build(entries);
        for (std::uint64_t key = 0; key < size / 3 + 4; ++key) {
            const auto found = postings.find(key);
            CHECK(std::vector<std::uint32_t>(found.begin(), found.end()) == expected[key]);
        }
    }
}
