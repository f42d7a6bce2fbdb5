#include "update/updater.hpp"

#include <filesystem>
#include <map>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace axray;
using namespace axray::update;

namespace {

namespace filesystem = std::filesystem;

constexpr const char* kAddress = "https://lists.example.org/kev.json?form=1";

std::string catalogue(std::size_t entries, const std::string& day) {
    std::string json = R"({"title":"T","catalogVersion":"1","dateReleased":")" + day + R"(","vulnerabilities":[)";
    for (std::size_t number = 0; number < entries; ++number) {
        json += (number > 0 ? "," : "") + (R"({"cveID":"CVE-1999-9)" + std::to_string(1000 + number)) +
                R"(","vulnerabilityName":"Invented","dateAdded":"2024-01-01"})";
    }
    return json + "]}";
}

fetch::HttpAnswer answer_of(std::string body, int status = 200) {
    fetch::HttpAnswer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "application/octet-stream"}, {"Last-Modified", "Fri, 03 May 2024 10:00:00 GMT"}};
    answer.body = std::move(body);
    return answer;
}

// A network that gives what was put there, and a store that goes with the test.
class World {
public:
    World() : store(*registers::Store::open(folder_)) { filesystem::remove_all(folder_); }
    ~World() { filesystem::remove_all(folder_); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    Result<UpdatedList> update(registers::Shrinking shrinking = registers::Shrinking::refused) {
        const fetch::Clock clock{[] { return fetch::TimePoint(std::chrono::seconds(1'700'000'000)); },
                                 [](fetch::Milliseconds) {}};
        fetch::FetchOptions options;
        options.wanted = fetch::Wanted::anything;
        const Updater updater(options, clock, [this](const fetch::HttpRequest& request) -> Result<fetch::HttpAnswer> {
            requests.push_back(request);
            const auto found = answers.find(request.address);
            return found == answers.end() ? answer_of("", 404) : found->second;
        });
        return updater.update(store, list, {shrinking, "2024-06-01T00:00:00Z"});
    }
    std::string error_of() {
        const auto updated = update();
        return updated ? "no error" : updated.error().to_string();
    }
    std::string date_in_use() {
        const auto used = store.in_use();
        return used && !used->empty() ? used->front().date : "none";
    }

    std::map<std::string, fetch::HttpAnswer> answers;
    std::vector<fetch::HttpRequest> requests;
    ListAddress list{"cisa-kev", {kAddress}, "CISA KEV", 1'000'000, 5};

private:
    std::string folder_ = (filesystem::temp_directory_path() / ("axray-update-" + std::to_string(::getpid()))).string();

public:
    registers::Store store;
};

}  // namespace

TEST_CASE("a list that was published anew becomes the version in use") {
    World world;
    world.answers[kAddress] = answer_of(catalogue(10, "2024-03-22"));
    const auto first = world.update();
    REQUIRE(first);
    CHECK(first->taken.as == registers::TakenAs::added);
    CHECK(first->taken.version.date == "2024-03-22");
    CHECK(world.requests.back().size_limit == 1'000'000);
    CHECK(world.requests.back().wanted == fetch::Wanted::anything);
    CHECK(world.requests.back().peers == fetch::Peers::public_only);
    const auto again = world.update();
    REQUIRE(again);
    CHECK(again->taken.as == registers::TakenAs::unchanged);
    world.answers[kAddress] = answer_of(catalogue(11, "2024-05-03"));
    REQUIRE(world.update());
    CHECK(world.date_in_use() == "2024-05-03");
    CHECK(world.store.versions()->size() == 2);
}

TEST_CASE("what came and is not that list is refused, and the old version stays in use") {
    World world;
    world.answers[kAddress] = answer_of(catalogue(10, "2024-03-22"));
    REQUIRE(world.update());
    const auto whole = catalogue(12, "2024-05-03");
    auto cut = answer_of(whole.substr(0, whole.size() / 2));
    auto cut_short = cut;
    cut_short.stop = fetch::Stop::cut_short;
    auto too_large = cut;
    too_large.stop = fetch::Stop::too_large;
    auto broken_rows = catalogue(30, "2024-05-03");
    for (auto at = broken_rows.find("CVE-"); at != std::string::npos; at = broken_rows.find("CVE-", at)) {
        broken_rows.replace(at, 4, at % 3 > 0 ? "CVX-" : "CVE-");
        at += 4;
    }
    const std::pair<fetch::HttpAnswer, std::string> cases[] = {
        {cut, "ends too early"},
        {cut_short, kAddress},
        {too_large, "1000000"},
        {answer_of("<html>Service unavailable</html>"), "no list in a form that is known"},
        {answer_of("", 503), "status 503"},
        {answer_of(""), "empty"},
        {answer_of(catalogue(4, "2024-05-03")), "4 entries, expected are 5 at least"},
        {answer_of(broken_rows), "rows have faults"},
        {answer_of(R"({"name":"A","type":"a","uuid":"u","values":[{"uuid":"1","value":"x"}]})"),
         "in the form MISP galaxy, expected CISA KEV"},
    };
    for (const auto& one : cases) {
        const auto& answer = one.first;
        const auto& message = one.second;
        CAPTURE(message);
        world.answers[kAddress] = answer;
        const auto error = world.error_of();
        CAPTURE(error);
        CHECK(error.find(message) != std::string::npos);
        CHECK(error.find(kAddress) != std::string::npos);
        CHECK(world.date_in_use() == "2024-03-22");
        CHECK(world.store.versions()->size() == 1);
    }
}

TEST_CASE("a list that lost more than half is taken when that is wanted") {
    World world;
    world.list.least_entries = 1;
    world.answers[kAddress] = answer_of(catalogue(10, "2024-03-22"));
    REQUIRE(world.update());
    world.answers[kAddress] = answer_of(catalogue(4, "2024-05-03"));
    CHECK(world.error_of().find("lost more than half") != std::string::npos);
    CHECK(world.date_in_use() == "2024-03-22");
    REQUIRE(world.update(registers::Shrinking::allowed));
    CHECK(world.date_in_use() == "2024-05-03");
}

TEST_CASE("another list at the address, and one that is not encrypted, are refused") {
    World world;
    world.list.list = "uk";
    world.answers[kAddress] = answer_of(catalogue(10, "2024-03-22"));
    CHECK(world.error_of().find("the list \"cisa-kev\", expected \"uk\"") != std::string::npos);
    world.list = {"cisa-kev", {"http://lists.example.org/kev.json"}, "", 1'000'000, 1};
    world.requests.clear();
    CHECK(world.error_of().find("is not encrypted") != std::string::npos);
    CHECK(world.requests.empty());
    world.list.addresses = {kAddress};
    auto redirect = answer_of("", 302);
    redirect.headers = {{"Location", "http://lists.example.org/kev.json"}};
    world.answers[kAddress] = redirect;
    world.answers["http://lists.example.org/kev.json"] = answer_of(catalogue(10, "2024-03-22"));
    CHECK(world.error_of().find("is not encrypted") != std::string::npos);
    CHECK(world.date_in_use() == "none");
}

TEST_CASE("several files make one list, and the date of one that tells none is that of its last change") {
    World world;
    const std::string primary =
        "901,\"VESPER, Orla\",\"individual\",\"TEST\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    world.list = {"ofac-sdn", {"https://a.example.org/SDN.CSV", "https://a.example.org/ALT.CSV"}, "OFAC CSV", 9999, 1};
    world.answers["https://a.example.org/SDN.CSV"] = answer_of(primary);
    world.answers["https://a.example.org/ALT.CSV"] = answer_of("901,1,\"aka\",\"VESPERA, Orla\",-0- \r\n");
    const auto updated = world.update();
    REQUIRE(updated);
    CHECK(updated->taken.version.date == "2024-05-03");
    CHECK(updated->taken.version.names == 2);
}

TEST_CASE("the name of a file is the last part of its address") {
    CHECK(file_name_of("https://example.org/a/SDN.XML?x=/y") == "SDN.XML");
    CHECK(file_name_of("https://example.org/files/content?token=a") == "content");
    CHECK(file_name_of("https://example.org/") == "list");
    CHECK(file_name_of("https://example.org") == "list");
    CHECK(file_name_of("https://example.org/.hidden") == "list");
}
