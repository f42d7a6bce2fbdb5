#include "fetch/exchange.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::fetch {
namespace {

TEST_CASE("a request arrives as it was sent") {
    HttpRequest request;
    request.address = "http://example.org/a?b=c d";
    request.headers = {{"User-Agent", "axray/1 (a b)"}, {"If-None-Match", "\"x: y\""}};
    request.peers = Peers::any;
    request.wanted = Wanted::reply;
    request.certificates = "own authorities.pem";
    request.body = "{\"a\": [1, 2]}";
    request.size_limit = 1;
    request.expansion_limit = 2;
    request.header_limit = 3;
    request.connect_limit = Milliseconds(4);
    request.stall_limit = Milliseconds(5);
    request.whole_limit = Milliseconds(6);
    const auto arrived = read_request(write_request(request));
    REQUIRE(arrived);
    CHECK(*arrived == request);
}

TEST_CASE("a header cannot smuggle a line into a request") {
    HttpRequest request;
    request.address = "http://example.org/";
    request.headers = {{"If-None-Match", "x\npeers any\r\nX: y"}};
    const auto arrived = read_request(write_request(request));
    REQUIRE(arrived);
    CHECK(arrived->peers == Peers::public_only);
    REQUIRE(arrived->headers.size() == 1);
    CHECK(arrived->headers[0].value == "x peers any  X: y");
}

TEST_CASE("what is no request is refused") {
    for (const auto* text :
         {"", "peers any\n", "address\n", "address x\nwanted more\n", "address x\nunknown y\n",
          "address x\nsize_limit -1\n", "address x\nwhole_limit 99999999999\n", "address x\nsize_limit 1x\n"}) {
        CAPTURE(text);
        CHECK_FALSE(read_request(text).has_value());
    }
}

TEST_CASE("an answer arrives as it was sent, whatever its body holds") {
    HttpAnswer answer;
    answer.status = 206;
    answer.headers = {{"Content-Type", "text/plain"}};
    answer.stop = Stop::cut_short;
    answer.detail = "after 3 bytes";
    answer.peer = "192.0.2.1";
    const std::string lines = "HTTP/1.1 206 Partial\r\nContent-Type: text/plain\r\n\r\n";
    for (const std::string body : {"", "text", "stop complete\ndetail \npeer \n"}) {
        answer.body = body;
        const auto arrived = read_answer(body + write_tail(lines, answer));
        REQUIRE(arrived);
        CHECK(*arrived == answer);
    }
    const auto nothing = read_answer(write_tail("", HttpAnswer{}));
    REQUIRE(nothing);
    CHECK(*nothing == HttpAnswer{});
}

TEST_CASE("what is no answer is refused") {
    const std::string sound = "body" + write_tail("HTTP/2 200\r\n\r\n", HttpAnswer{});
    for (std::size_t size = 0; size < sound.size(); ++size) CHECK_FALSE(read_answer(sound.substr(0, size)).has_value());
    CHECK(read_answer(sound)->status == 200);
    CHECK_FALSE(read_answer(write_tail("no status\r\n", HttpAnswer{})).has_value());
    CHECK_FALSE(read_answer(std::string(16, '\xFF')).has_value());
}

}  // namespace
}  // namespace axray::fetch
