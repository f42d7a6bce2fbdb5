#include "fetch/robots.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::fetch {
namespace {

bool allows(std::string_view file, std::string_view path) { return decide(parse_robots(file, "axray"), path).allowed; }

TEST_CASE("the longest matching rule decides, and of two as long the one that allows") {
    const struct {
        std::string rules, path;
        bool allowed;
    } cases[] = {
        {"Disallow: /", "/", false},
        {"Disallow: /", "/a?b", false},
        {"Disallow:", "/a", true},
        {"Allow: /", "/a", true},
        {"Disallow: /a", "/b", true},
        {"Disallow: /a", "/a", false},
        {"Disallow: /a", "/abc", false},
        {"Disallow: /a", "/A", true},
        {"Disallow: /a/", "/a", true},
        {"Disallow: /a\nAllow: /a/b", "/a/b/c", true},
        {"Allow: /a/b\nDisallow: /a", "/a/c", false},
        {"Disallow: /a\nAllow: /a", "/a", true},
        {"Allow: /a\nDisallow: /a", "/a", true},
        {"Disallow: /*.pdf", "/x/y.pdf?z", false},
        {"Disallow: /*.pdf$", "/x/y.pdf", false},
        {"Disallow: /*.pdf$", "/x/y.pdf?z", true},
        {"Disallow: /*.pdf$", "/x/y.pdf.pdf", false},
        {"Disallow: /$", "/", false},
        {"Disallow: /$", "/a", true},
        {"Disallow: *", "/a", false},
        {"Disallow: */b", "/a/b", false},
        {"Disallow: /a*b*c", "/a-b-c-d", false},
        {"Disallow: /a*b*c", "/a-c-b", true},
        {"Disallow: /a**b", "/ab", false},
        {"Disallow: /a*b$", "/ab-b", false},
        {"Disallow: /a*", "/a", false},
        {"Disallow: /a$b", "/a$b", false},
        {"Disallow: /a*$", "/a", false},
        {"Disallow: /*?", "/a?b", false},
        {"Disallow: /*?", "/a", true},
        {"Disallow: /caf\xC3\xA9", "/caf%c3%a9", false},
        {"Disallow: /caf%C3%A9", "/caf\xC3\xA9", false},
        {"Disallow: /%7Ejoe", "/~joe", false},
        {"Disallow: /a%2Fb", "/a/b", true},
        {"Disallow: /a%2fb", "/a%2Fb", false},
        {"Disallow: /a%2Ab", "/a*b", false},
        {"Disallow: /a%2Ab", "/axb", true},
        {"Disallow: /a b", "/a%20b", false},
        {"DISALLOW : /a # why", "/a", false},
        {"disallow:/a", "/a", false},
        {"Dissallow: /a", "/a", true},
        {"Disallow /a", "/a", true},
    };
    for (const auto& row : cases) {
        CAPTURE(row.rules);
        CAPTURE(row.path);
        CHECK(allows("User-agent: *\n" + row.rules, row.path) == row.allowed);
    }
}

TEST_CASE("groups that name us come before those of everybody, and are taken together") {
    const struct {
        std::string file;
        bool allowed;  // of "/a"
    } cases[] = {
        {"", true},
        {"Disallow: /a", true},  // before any group
        {"User-agent: *\nDisallow: /a", false},
        {"User-agent: other\nDisallow: /a", true},
        {"User-agent: axray\nDisallow: /a", false},
        {"user-agent: AXray\ndisallow: /a", false},
        {"User-agent: axray/1.0\nDisallow: /a", false},
        {"User-agent: axrays\nDisallow: /a", true},
        {"User-agent: *\nDisallow: /\n\nUser-agent: axray\nDisallow: /b", true},
        {"User-agent: axray\nDisallow: /b\n\nUser-agent: *\nDisallow: /", true},
        {"User-agent: *\nDisallow: /\n\nUser-agent: axray\nDisallow:", true},
        {"User-agent: *\nDisallow: /\n\nUser-agent: axray\n", true},
        {"User-agent: axray\nUser-agent: other\nDisallow: /a", false},
        {"User-agent: other\nUser-agent: axray\n\nDisallow: /a", false},
        {"User-agent: axray\nDisallow: /b\nUser-agent: other\nDisallow: /a", true},
        {"User-agent: axray\nDisallow: /b\n\nUser-agent: other\nDisallow: /\n\nUser-agent: axray\nDisallow: /a", false},
        {"User-agent: axray\nCrawl-delay: 5\nSitemap: x\nDisallow: /a", false},
        {"User-agent: axray\nSitemap: x\nUser-agent: other\nDisallow: /a", false},
        {"\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a\r\n", false},
        {"User-agent: *\rDisallow: /a", false},
        {"User-agent: * # all\nDisallow: /a", false},
        {"<html>User-agent: *</html>\nDisallow: /a", true},
    };
    for (const auto& row : cases) {
        CAPTURE(row.file);
        CHECK(allows(row.file, "/a") == row.allowed);
    }
}

TEST_CASE("the deciding line is told") {
    const auto decision = decide(parse_robots("# hello\r\n\r\nUser-agent: *\r\nDisallow: /a\r\n", "axray"), "/a/b");
    CHECK_FALSE(decision.allowed);
    CHECK(decision.line == 4);
    CHECK(decision.pattern == "/a");
}

TEST_CASE("a file of any size and kind is read up to the limit, in little time") {
    std::string large = "User-agent: *\nAllow: /b\n";
    large += std::string(kRobotsSizeLimit, '#') + "\nDisallow: /";
    CHECK(allows(large, "/a"));
    const std::string stars = "User-agent: *\nDisallow: /" + std::string(8000, '*') + "b$";
    CHECK(allows(stars, "/" + std::string(8000, 'a')));
    std::string many = "User-agent: *\n";
    while (many.size() < kRobotsSizeLimit) many += "Disallow: /*a*a*a*a*a*a*a*a*b$\n";
    CHECK(allows(many, "/" + std::string(8000, 'a')));
    CHECK(allows(std::string(1000, '\0') + "User-agent: *", "/a"));
}

}  // namespace
}  // namespace axray::fetch
