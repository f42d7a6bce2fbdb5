// The 45 sample archives of the development data: all that a reader should get from them is got.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <tuple>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "archive/digests.hpp"
#include "archive/payload.hpp"
#include "archive/warc_reader.hpp"

using namespace axray;
using namespace axray::archive;

namespace {

struct Found {
    std::size_t records = 0;
    std::size_t whole = 0;
    std::size_t problems = 0;
    bool error = false;
    std::size_t responses = 0;
    std::set<std::tuple<std::string, std::string, std::size_t>> pages;  // address, SHA-1, bytes
};

Found read_sample(const std::string& path) {
    Found found;
    auto source = source_of_file(path);
    REQUIRE(source.has_value());
    WarcReader reader(std::move(*source));
    for (;;) {
        auto item = reader.next();
        if (!item) {
            found.error = true;
            return found;
        }
        if (!*item) return found;
        found.problems += (*item)->problems.size();
        if (!(*item)->record) continue;
        const WarcRecord& record = *(*item)->record;
        ++found.records;
        found.whole += record.state == RecordState::whole ? 1 : 0;
        found.responses += record.kind == RecordKind::response && record.state == RecordState::whole ? 1 : 0;
        const Payload payload = payload_of(record);
        found.problems += payload.problems.size();
        found.pages.insert({record.target_uri, sha1_hex(payload.bytes), payload.bytes.size()});
    }
}

}  // namespace

TEST_SUITE_BEGIN("needs_data");

TEST_CASE("Every sample archive gives what it holds, and says when it is corrupt") {
    const char* const variable = std::getenv("AXRAY_DATA");
    const std::filesystem::path folder =
        variable != nullptr ? std::filesystem::path(variable) / "warc" : "../shared/data/warc";
    std::ifstream lines(folder / "expected.jsonl");
    if (!lines) {
        MESSAGE("skipped: there is no ", folder.string(), "/expected.jsonl");
        return;
    }
    std::size_t files = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto expected = nlohmann::json::parse(line);
        const std::string file = expected["file"];
        CAPTURE(file);
        const Found found = read_sample((folder / file).string());
        ++files;
        for (const auto& page : expected.value("responses", nlohmann::json::array())) {
            CAPTURE(page["uri"].get<std::string>());
            CHECK(found.pages.contains({page["uri"], page["payload_sha1"], page["payload_bytes"]}));
        }
        if (expected.contains("records")) CHECK(found.records == expected["records"].get<std::size_t>());
        CHECK(found.whole >= expected.value("records_whole", std::size_t{0}));
        CHECK(found.responses >= expected.value("responses_at_least", std::size_t{0}));
        if (expected.value("corrupt", false)) CHECK((found.problems > 0 || found.error));
    }
    CHECK(files >= 45);
}

TEST_SUITE_END();
