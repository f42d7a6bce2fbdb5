#include "fetch/fetcher.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/digest.hpp"

namespace axray::fetch {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr const char* kPage = "http://example.org/page";

HttpAnswer answer_of(int status, Headers headers = {}, std::string body = {}) {
    HttpAnswer answer;
    answer.status = status;
    answer.headers = std::move(headers);
    answer.body = std::move(body);
    return answer;
}

HttpAnswer page_of(std::string body, Headers headers = {}) {
    headers.push_back({"Content-Type", "text/html; charset=UTF-8"});
    return answer_of(200, std::move(headers), std::move(body));
}

HttpAnswer redirect_to(const std::string& address, int status = 302) {
    return answer_of(status, {{"Location", address}});
}

HttpAnswer stopped(Stop stop, std::string detail = {}) {
    HttpAnswer answer;
    answer.stop = stop;
    answer.detail = std::move(detail);
    return answer;
}

// A network and a clock that exist only in the test, and a folder that goes with it. Answers of an address are given in
// their order, the last one again and again; there is a robots.txt only where one was put.
class World {
public:
    World() : folder_((fs::temp_directory_path() / "axray-fetch-XXXXXX").string()) { CHECK(::mkdtemp(folder_.data())); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    ~World() { fs::remove_all(folder_); }

    void put(const std::string& address, std::vector<HttpAnswer> answers) { answers_[address] = std::move(answers); }

    // A program run: what a Fetcher remembers is gone with the next call, what is kept in the folder is not.
    void restart() {
        options.kept_folder = folder_ + "/kept";
        const Clock clock{[this] { return now; },
                          [this](Milliseconds pause) {
                              pauses.push_back(pause);
                              now += pause;
                          }};
        fetcher_ =
            std::make_unique<Fetcher>(options, clock, [this](const HttpRequest& request) { return give(request); });
    }

    Result<FetchedPage> fetch(const std::string& address = kPage) {
        if (!fetcher_) restart();
        return fetcher_->fetch(address);
    }

    std::string error_of(const std::string& address = kPage) {
        const auto page = fetch(address);
        return page ? "no error" : page.error().to_string();
    }

    // Addresses that were asked for, robots.txt left out.
    [[nodiscard]] std::vector<std::string> asked() const {
        std::vector<std::string> addresses;
        for (const auto& request : requests) {
            if (request.address.find("/robots.txt") == std::string::npos) addresses.push_back(request.address);
        }
        return addresses;
    }

    FetchOptions options;
    TimePoint now{seconds(1'000'000'000)};
    seconds takes{0};  // how long each exchange takes
    std::vector<Milliseconds> pauses;
    std::vector<HttpRequest> requests;

private:
    Result<HttpAnswer> give(const HttpRequest& request) {
        requests.push_back(request);
        now += takes;
        const auto place = answers_.find(request.address);
        if (place == answers_.end()) return answer_of(404);
        HttpAnswer answer = place->second.front();
        if (place->second.size() > 1) place->second.erase(place->second.begin());
        return answer;
    }

    std::string folder_;
    std::map<std::string, std::vector<HttpAnswer>> answers_;
    std::unique_ptr<Fetcher> fetcher_;
};

TEST_CASE("a page comes with everything that is known of it") {
    World world;
    world.put(kPage, {page_of("<p>text", {{"ETag", "\"1\""}, {"Set-Cookie", "who=you"}})});
    const auto page = world.fetch("HTTP://EXAMPLE.org:80/page#part");
    REQUIRE(page);
    CHECK(page->bytes == "<p>text");
    CHECK(page->address == kPage);
    CHECK(page->final_address == kPage);
    CHECK(page->status == 200);
    CHECK(page->media_type == "text/html");
    CHECK(page->charset == "utf-8");
    CHECK(page->retrieved == "2001-09-09T01:46:40Z");
    CHECK(page->sha256 == base::sha256_hex("<p>text"));
    CHECK(page->from == CameFrom::network);
    CHECK(page->notes.empty());
    CHECK_FALSE(first_value(page->headers, "Set-Cookie").has_value());
    REQUIRE(world.requests.size() == 2);
    CHECK(world.requests[0].address == "http://example.org/robots.txt");
    CHECK(world.requests[0].wanted == Wanted::anything);
    CHECK(first_value(world.requests[1].headers, "User-Agent") == "axray/0.1.0 (Article X-ray)");
    CHECK(world.requests[1].peers == Peers::public_only);
    CHECK(world.requests[1].wanted == Wanted::page);
}

TEST_CASE("redirects are followed, each from the beginning") {
    World world;
    world.put(kPage, {redirect_to("/other", 301)});
    world.put("http://example.org/other", {redirect_to("https://www.example.net/x")});
    world.put("https://www.example.net/x", {page_of("text")});
    const auto page = world.fetch();
    REQUIRE(page);
    CHECK(page->final_address == "https://www.example.net/x");
    CHECK(page->redirects ==
          std::vector<Redirect>{{301, "http://example.org/other"}, {302, "https://www.example.net/x"}});
    CHECK(page->notes.empty());
    CHECK(world.requests.size() == 5);  // two hosts, each with its robots.txt
}

TEST_CASE("redirects that must not be followed are refused with the reason") {
    const struct {
        std::vector<std::string> to;
        const char* reason;
    } cases[] = {
        {{"file:///etc/passwd"}, "only http and https are fetched, not file"},
        {{"gopher://example.org/"}, "only http and https are fetched, not gopher"},
        {{"http://127.0.0.1/"}, "127.0.0.1 is a loopback address"},
        {{"http://0x7f.1:8080/"}, "127.0.0.1:8080 is a loopback address"},
        {{"http://2852039166/latest/meta-data/"}, "169.254.169.254 is a link-local address"},
        {{"http://[::ffff:10.0.0.1]/"}, "[::ffff:10.0.0.1] is a private address"},
        {{"//[fd00:ec2::254]/"}, "[fd00:ec2::254] is a unique local address"},
        {{"http://user@example.net/"}, "names a user"},
        {{""}, "without saying where to"},
        {{"http://exa mple/"}, "is no host"},
        {{"/b", "/c", "/b"}, "redirects in a circle, back to http://example.org/b"},
        {{"/page"}, "redirects in a circle, back to http://example.org/page"},
        {{"/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11"}, "redirects more than 10 times"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.reason);
        World world;
        std::string from = kPage;
        for (const auto& to : row.to) {
            world.put(from, {redirect_to(to)});
            from = "http://example.org" + to;
        }
        const auto error = world.error_of();
        CHECK_MESSAGE(error.find(row.reason) != std::string::npos, error);
        CHECK(error.find(kPage) == 0);
        for (const auto& address : world.asked()) CHECK(address.find("http://example.org/") == 0);
    }
}

TEST_CASE("a step from https to http is followed and told") {
    World world;
    world.put("https://example.org/a", {redirect_to("http://example.org/b")});
    world.put("http://example.org/b", {page_of("text")});
    const auto page = world.fetch("https://example.org/a");
    REQUIRE(page);
    REQUIRE(page->notes.size() == 1);
    CHECK(page->notes[0].find("not encrypted") != std::string::npos);
}

TEST_CASE("addresses that are not public are fetched from only where they are allowed") {
    const struct {
        const char* allowed;
        const char* address;
        Peers peers;
        bool fetched;
    } cases[] = {
        {"127.0.0.1", "http://127.0.0.1:8080/", Peers::any, true},
        {"127.0.0.1:8080", "http://127.0.0.1:8080/", Peers::any, true},
        {"127.0.0.1:8080", "http://127.1:8080/", Peers::any, true},
        {"127.0.0.1:8080", "http://127.0.0.1:8081/", Peers::public_only, false},
        {"127.0.0.1", "http://127.0.0.2/", Peers::public_only, false},
        {"[::1]:80", "http://[0:0::1]/", Peers::any, true},
        {"LocalHost", "http://localhost./", Peers::any, true},
        {"intranet.example", "http://intranet.example/", Peers::any, true},
        {"intranet.example", "http://sub.intranet.example/", Peers::public_only, true},
    };
    for (const auto& row : cases) {
        CAPTURE(row.allowed);
        CAPTURE(row.address);
        World world;
        const auto host = parse_allowed_host(row.allowed);
        REQUIRE(host);
        world.options.allowed_hosts = {*host};
        world.put(parse_address(row.address)->text(), {page_of("text")});
        CHECK(world.fetch(row.address).has_value() == row.fetched);
        for (const auto& request : world.requests) CHECK(request.peers == row.peers);
        CHECK(world.requests.empty() == !row.fetched);
    }
    for (const auto* text : {"", ":80", "a b", "host:", "host:0", "host:99999", "host:x", "http://host", "a:1:2"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_allowed_host(text).has_value());
    }
}

TEST_CASE("robots.txt is obeyed, and asked for once a day") {
    World world;
    const std::string robots = "http://example.org/robots.txt";
    world.put(robots, {answer_of(200, {}, "User-agent: *\nDisallow: /closed\n")});
    world.put(kPage, {page_of("text")});
    CHECK(world.fetch());
    CHECK(world.error_of("http://example.org/closed/a")
              .find("robots.txt of example.org asks programs not to fetch it (line 2: Disallow: /closed)") !=
          std::string::npos);
    CHECK(world.requests.size() == 2);
    world.restart();
    world.now += seconds(86'000);
    CHECK(world.fetch());
    CHECK(world.requests.size() == 3);
    world.restart();
    world.now += seconds(1'000);
    CHECK(world.fetch());
    CHECK(world.requests.size() == 5);
    CHECK(world.requests[3].address == robots);
}

TEST_CASE("what the state of robots.txt means") {
    auto too_long = answer_of(200, {}, "User-agent: *\nDisallow: /other\n");
    too_long.stop = Stop::too_large;
    const struct {
        const char* name;
        HttpAnswer answer;
        bool allowed;
    } cases[] = {
        {"none", answer_of(404), true},
        {"forbidden", answer_of(403), true},
        {"gone", answer_of(410), true},
        {"server error", answer_of(500), false},
        {"busy", answer_of(503), false},
        {"redirect to nowhere", redirect_to("file:///x"), true},
        {"redirect in a circle", redirect_to("/robots.txt"), true},
        {"redirect to a private address", redirect_to("http://10.0.0.1/robots.txt"), false},
        {"no answer", stopped(Stop::timed_out), false},
        {"cut", stopped(Stop::cut_short), false},
        {"too long", too_long, true},
        {"no text", answer_of(200, {{"Content-Type", "image/png"}}, std::string("\0\1\2", 3)), true},
    };
    for (const auto& row : cases) {
        CAPTURE(row.name);
        World world;
        world.put("http://example.org/robots.txt", {row.answer});
        world.put(kPage, {page_of("text")});
        CHECK_MESSAGE(world.fetch().has_value() == row.allowed, world.error_of());
        if (!row.allowed) CHECK(world.error_of().find("robots.txt") != std::string::npos);
    }
}

TEST_CASE("a host that cannot be reached is not blamed on robots.txt") {
    World world;
    world.put("http://example.org/robots.txt", {stopped(Stop::unresolved)});
    CHECK(world.error_of() == std::string(kPage) + ": the host example.org is not known, or the network is down");
}

TEST_CASE("a page is asked for again only when it may have changed") {
    World world;
    const Headers fresh = {
        {"Cache-Control", "max-age=60"}, {"ETag", "\"1\""}, {"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    world.put(kPage,
              {page_of("first", fresh), answer_of(304, {{"Cache-Control", "max-age=10"}, {"Content-Type", "x/y"}}),
               page_of("second", fresh)});
    CHECK(world.fetch()->from == CameFrom::network);
    world.now += seconds(59);
    CHECK(world.fetch()->from == CameFrom::kept);
    CHECK(world.asked().size() == 1);

    world.now += seconds(1);
    const auto same = world.fetch();
    REQUIRE(same);
    CHECK(same->from == CameFrom::revalidated);
    CHECK(same->bytes == "first");
    CHECK(same->media_type == "text/html");
    CHECK(same->retrieved == "2001-09-09T01:46:40Z");
    CHECK(first_value(world.requests.back().headers, "If-None-Match") == "\"1\"");
    CHECK(first_value(world.requests.back().headers, "If-Modified-Since") == "Sun, 06 Nov 1994 08:49:37 GMT");

    world.now += seconds(9);
    CHECK(world.fetch()->from == CameFrom::kept);
    world.now += seconds(1);
    CHECK(world.fetch()->bytes == "second");
    CHECK(world.asked().size() == 3);
}

TEST_CASE("what was kept behind a redirect that may change is asked for again, from the beginning") {
    World world;
    const Headers fresh = {{"Cache-Control", "max-age=60"}, {"ETag", "\"1\""}};
    for (const int status : {301, 302}) {
        CAPTURE(status);
        const std::string address = "http://example.org/" + std::to_string(status);
        const std::string target = address + "/target";
        world.put(address, {redirect_to(target, status)});
        world.put(target, {page_of("text", fresh), answer_of(304)});
        CHECK(world.fetch(address));
        world.requests.clear();
        const auto again = world.fetch(address);
        REQUIRE(again);
        CHECK(again->bytes == "text");
        CHECK(world.asked().size() == (status == 301 ? 0 : 2));
        if (status == 302) CHECK(first_value(world.requests.back().headers, "If-None-Match") == "\"1\"");
        if (status == 302) CHECK_FALSE(first_value(world.requests.front().headers, "If-None-Match").has_value());
    }
}

TEST_CASE("without a network, a page that was kept is the same, and another is not there") {
    World world;
    world.put(kPage, {page_of("text", {{"Cache-Control", "no-store"}})});
    const auto online = world.fetch();
    REQUIRE(online);
    const auto count = world.requests.size();
    world.options.network = Network::offline;
    world.now += seconds(1'000'000);
    world.restart();
    const auto offline = world.fetch();
    REQUIRE(offline);
    CHECK(offline->bytes == online->bytes);
    CHECK(offline->retrieved == online->retrieved);
    CHECK(offline->sha256 == online->sha256);
    CHECK(offline->headers == online->headers);
    CHECK(offline->from == CameFrom::kept);
    CHECK(world.error_of("http://example.org/other").find("is not among the pages kept in") != std::string::npos);
    CHECK(world.error_of("http://example.org/robots.txt").find("is not among the pages kept in") != std::string::npos);
    CHECK(world.requests.size() == count);
}

TEST_CASE("when a page cannot be had any more, the kept copy is pointed out") {
    World world;
    world.put(kPage, {page_of("text"), answer_of(500)});
    CHECK(world.fetch());
    CHECK(world.error_of().find("the copy of 2001-09-09T01:46:40Z can be had with --offline") != std::string::npos);
}

TEST_CASE("failures are told in words, with the right kind") {
    auto picture = page_of("x");
    picture.headers = {{"Content-Type", "image/png"}};
    const struct {
        HttpAnswer answer;
        ErrorCode code;
        const char* words;
    } cases[] = {
        {answer_of(404), ErrorCode::not_found, "there is no such page (status 404)"},
        {answer_of(410), ErrorCode::not_found, "there is no such page (status 410)"},
        {answer_of(401), ErrorCode::unreadable, "does not let programs like this one read it (status 401)"},
        {answer_of(403), ErrorCode::unreadable, "does not let programs like this one read it (status 403)"},
        {answer_of(429), ErrorCode::unreadable, "asks to come back later (status 429)"},
        {answer_of(500), ErrorCode::unreadable, "the server failed (status 500)"},
        {answer_of(204), ErrorCode::unreadable, "answered with status 204"},
        {answer_of(304), ErrorCode::unreadable, "answered with status 304"},
        {answer_of(418), ErrorCode::unreadable, "answered with status 418"},
        {page_of(""), ErrorCode::empty, "the page is empty"},
        {picture, ErrorCode::unsupported, "is of the type image/png, where text, HTML, XML, JSON or PDF was expected"},
        {stopped(Stop::unreadable_type, "video/mp4"), ErrorCode::unsupported, "is of the type video/mp4"},
        {stopped(Stop::unconnected, "refused"), ErrorCode::unreadable, "nobody answers at example.org: refused"},
        {stopped(Stop::untrusted, "expired"), ErrorCode::unreadable,
         "no encrypted connection that can be trusted: expired"},
        {stopped(Stop::timed_out), ErrorCode::limit_exceeded, "took too long (allowed are 10 s to connect"},
        {stopped(Stop::too_large), ErrorCode::limit_exceeded, "larger than the limit of 64 MiB"},
        {stopped(Stop::too_expanded), ErrorCode::limit_exceeded, "unpacks to more than 200 times"},
        {stopped(Stop::header_too_large), ErrorCode::limit_exceeded, "the headers of the answer are larger"},
        {stopped(Stop::cut_short), ErrorCode::unreadable, "ended before the page did"},
        {stopped(Stop::broken, "chunk"), ErrorCode::malformed, "breaks the rules of HTTP: chunk"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.words);
        World world;
        world.put(kPage, {row.answer});
        const auto page = world.fetch();
        REQUIRE_FALSE(page);
        CHECK(page.error().code == row.code);
        CHECK_MESSAGE(page.error().to_string().find(row.words) != std::string::npos, page.error().to_string());
        CHECK(page.error().context.back() == kPage);
    }
    World world;
    HttpAnswer refused = stopped(Stop::refused_peer, "a private address");
    refused.peer = "10.0.0.1";
    world.put(kPage, {refused});
    CHECK(world.error_of().find("example.org leads to 10.0.0.1, a private address: only public addresses are fetched; "
                                "--allow-host example.org") != std::string::npos);
}

TEST_CASE("what a server says cannot steer the terminal") {
    const std::string steering = "a\x1B[2J\x07\xC2\x9B\xFF\xC3\xA9";
    for (const auto& answer : {answer_of(503, {{"Retry-After", steering}}), redirect_to("x:" + steering),
                               redirect_to("http://" + steering + "/"), stopped(Stop::broken, steering)}) {
        World world;
        world.put(kPage, {answer});
        const auto error = world.error_of();
        CHECK(error.find_first_of("\x1B\x07") == std::string::npos);
        CHECK(error.find("\xC2\x9B") == std::string::npos);
        CHECK(error.find("a?[2J??\xEF\xBF\xBD\xC3\xA9") != std::string::npos);
    }
}

TEST_CASE("pages of one host are asked for with a pause between, those of others without") {
    World world;
    for (const auto* address : {"http://a.example/1", "http://a.example/2", "http://b.example/1"}) {
        world.put(address, {page_of("text")});
    }
    CHECK(world.fetch("http://a.example/1"));
    CHECK(world.fetch("http://b.example/1"));
    CHECK(world.pauses.empty());
    world.now += Milliseconds(300);
    CHECK(world.fetch("http://a.example/2"));
    CHECK(world.pauses == std::vector<Milliseconds>{Milliseconds(700)});
}

TEST_CASE("a server may ask once for a short wait") {
    World world;
    world.put(kPage, {answer_of(503, {{"Retry-After", "20"}}), page_of("text")});
    CHECK(world.fetch());
    CHECK(world.pauses == std::vector<Milliseconds>{seconds(20)});

    World busy;
    busy.put(kPage, {answer_of(429, {{"Retry-After", "5"}})});
    CHECK(busy.error_of().find("(status 429, Retry-After: 5)") != std::string::npos);
    CHECK(busy.asked().size() == 2);

    World long_wait;
    long_wait.put(kPage, {answer_of(503, {{"Retry-After", "31"}})});
    CHECK(long_wait.error_of().find("Retry-After: 31") != std::string::npos);
    CHECK(long_wait.pauses.empty());
}

TEST_CASE("all requests of a page share its time") {
    World world;
    world.takes = seconds(25);
    world.put(kPage, {redirect_to("/b")});
    world.put("http://example.org/b", {redirect_to("/c")});
    CHECK(world.error_of().find("took too long") != std::string::npos);
    REQUIRE(world.requests.size() == 3);
    CHECK(world.requests[0].whole_limit == seconds(60));
    CHECK(world.requests[1].whole_limit == seconds(35));
    CHECK(world.requests[2].whole_limit == seconds(10));
}

TEST_CASE("a page that cannot be kept is given all the same, with a note") {
    World world;
    world.put(kPage, {page_of("text")});
    world.restart();
    world.options.kept_folder = "/proc/axray";
    Fetcher fetcher(world.options, system_clock(), [](const HttpRequest& request) -> Result<HttpAnswer> {
        return request.address == kPage ? page_of("text") : answer_of(404);
    });
    const auto page = fetcher.fetch(kPage);
    REQUIRE(page);
    CHECK(page->bytes == "text");
    REQUIRE(page->notes.size() == 2);
    CHECK(page->notes[1].find("the page could not be kept") != std::string::npos);
}

}  // namespace
}  // namespace axray::fetch
