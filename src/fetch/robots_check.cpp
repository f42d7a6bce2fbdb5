// The part of Fetcher that asks robots.txt before a page is asked for.
#include <utility>

#include "base/digest.hpp"
#include "fetch/fetch_errors.hpp"
#include "fetch/journey.hpp"

namespace axray::fetch {
namespace {

bool is_redirect(int status) { return status >= 300 && status < 400 && status != 304; }

// Failures that the page would meet as well, so that robots.txt need not be named.
bool concerns_the_host(Stop stop) {
    return stop == Stop::refused_peer || stop == Stop::unresolved || stop == Stop::unconnected ||
           stop == Stop::untrusted;
}

}  // namespace

Result<void> Fetcher::require_robots(Journey& journey) {
    if (journey.at.path == "/robots.txt") return {};
    const auto rules = robots_of(journey);
    if (!rules) return fail(rules.error());
    const auto decision = decide(*rules, journey.at.path + journey.at.query);
    if (decision.allowed) return {};
    return fail(ErrorCode::unreadable, "robots.txt of " + journey.at.host_and_port() +
                                           " asks programs not to fetch it (line " + std::to_string(decision.line) +
                                           ": Disallow: " + decision.pattern +
                                           "); save it in a browser and name the file");
}

// The rules for where the journey has come to: known from this run, kept for less than a day, or fetched.
Result<RobotsRules> Fetcher::robots_of(Journey& journey) {
    const auto origin = journey.at.origin();
    if (const auto known = robots_.find(origin); known != robots_.end()) return known->second;
    WebAddress file = journey.at;
    file.path = "/robots.txt";
    file.query.clear();
    auto kept = kept_.find(file);
    const auto now = in_seconds(clock_.now());
    const bool usable =
        kept && *kept && now >= (*kept)->checked && now - (*kept)->checked < options_.limits.robots_lifetime;
    if (!usable) {
        auto page = fetch_robots(journey, file);
        if (!page) return fail(std::move(page).error());
        if (const auto written = kept_.keep(file, *page); !written) {
            journey.notes.push_back("robots.txt could not be kept: " + written.error().to_string());
        }
        kept = std::optional<KeptPage>(*std::move(page));
    }
    const bool exists = (*kept)->status >= 200 && (*kept)->status < 300;
    return robots_[origin] = exists ? parse_robots((*kept)->body, kRobotName) : RobotsRules();
}

// A file that does not exist allows everything; one that cannot be had now forbids everything (RFC 9309, 2.3.1).
Result<KeptPage> Fetcher::fetch_robots(Journey& journey, const WebAddress& file) {
    Journey aside;
    aside.asked = aside.at = file;
    aside.time_left = journey.time_left;
    const std::string name = "robots.txt of " + file.host_and_port();
    const auto forbid = [&](Error error) {
        return fail(std::move(error).within(name + " cannot be had, which forbids fetching"));
    };
    for (;;) {
        if (auto permitted = require_destination(aside.at); !permitted) return forbid(std::move(permitted).error());
        HttpRequest request = request_for(aside);
        request.wanted = Wanted::anything;
        request.size_limit = kRobotsSizeLimit;
        auto answer = ask_patiently(aside, request);
        journey.time_left = aside.time_left;
        if (!answer) return fail(std::move(answer).error());
        const bool whole = answer->stop == Stop::complete || answer->stop == Stop::not_needed ||
                           (answer->stop == Stop::too_large && answer->status == 200);
        if (!whole) {
            Error error = error_of_stop(aside.at, *answer, options_.limits);
            if (aside.redirects.empty() && concerns_the_host(answer->stop)) return fail(std::move(error));
            return forbid(std::move(error));
        }
        if (answer->status >= 500) return forbid(error_of_status(*answer));
        const bool astray = is_redirect(answer->status) && !follow(aside, *answer, options_.limits.robots_redirects);
        if (is_redirect(answer->status) && !astray) continue;

        KeptPage page;
        page.address = file.text();
        page.redirects = aside.redirects;
        page.final_address = aside.at.text();
        page.status = answer->status;
        page.headers = {{"Content-Type", "text/plain"}};
        page.body = page.status == 200 ? std::move(answer->body) : std::string();
        page.sha256 = base::sha256_hex(page.body);
        page.peer = std::move(answer->peer);
        page.retrieved = page.checked = in_seconds(clock_.now());
        return page;
    }
}

}  // namespace axray::fetch
