#include "fetch/fetcher.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <axray/version.hpp>

#include "base/digest.hpp"
#include "fetch/fetch_errors.hpp"
#include "fetch/host.hpp"
#include "fetch/journey.hpp"
#include "fetch/network_address.hpp"

namespace axray::fetch {
namespace {

constexpr std::string_view kAccept =
    "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1";
constexpr std::size_t kLongestValidator = 1024;  // bytes of an ETag that is sent back

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}
bool is_page(int status) { return status == 200 || status == 203; }

// Cookies tell who somebody is, and nothing of the page.
Headers without_cookies(Headers headers) {
    const auto is_cookie = [](const Header& header) { return equal_without_case(header.name, "Set-Cookie"); };
    headers.erase(std::remove_if(headers.begin(), headers.end(), is_cookie), headers.end());
    return headers;
}

// What a "304 Not Modified" says anew of the page that is kept; it does not describe the body (RFC 9111, 3.2).
Headers updated(Headers headers, const Headers& newer) {
    static constexpr std::string_view kOfTheBody[] = {"Content-Length", "Content-Encoding",  "Content-Type",
                                                      "Content-Range",  "Transfer-Encoding", "Set-Cookie"};
    for (const auto& header : newer) {
        const auto same = [&](std::string_view name) { return equal_without_case(header.name, name); };
        if (std::any_of(std::begin(kOfTheBody), std::end(kOfTheBody), same)) continue;
        const auto named = [&](const Header& old) { return same(old.name); };
        headers.erase(std::remove_if(headers.begin(), headers.end(), named), headers.end());
    }
    for (const auto& header : newer) {
        const auto same = [&](std::string_view name) { return equal_without_case(header.name, name); };
        if (std::none_of(std::begin(kOfTheBody), std::end(kOfTheBody), same)) headers.push_back(header);
    }
    return headers;
}

// True when what is kept can stand for an answer without asking: it says so itself, and so do all steps to it.
bool is_usable_unasked(const KeptPage& page, Seconds now) {
    const auto lasts = [](const Redirect& redirect) { return redirect.status == 301 || redirect.status == 308; };
    return std::all_of(page.redirects.begin(), page.redirects.end(), lasts) &&
           is_fresh(page.headers, page.checked, now);
}

FetchedPage fetched(KeptPage page, CameFrom from, std::vector<std::string> notes) {
    FetchedPage result;
    const auto type = parse_content_type(first_value(page.headers, "Content-Type").value_or(""));
    result.media_type = type.media_type;
    result.charset = type.charset;
    result.bytes = std::move(page.body);
    result.address = std::move(page.address);
    result.final_address = std::move(page.final_address);
    result.redirects = std::move(page.redirects);
    result.status = page.status;
    result.headers = std::move(page.headers);
    result.retrieved = iso_time(page.retrieved);
    result.sha256 = std::move(page.sha256);
    result.from = from;
    result.notes = std::move(notes);
    return result;
}

}  // namespace

std::string user_agent() { return std::string(kRobotName) + "/" + std::string(kVersion) + " (Article X-ray)"; }

Result<AllowedHost> parse_allowed_host(std::string_view text) {
    const std::size_t bracket = text.rfind(']');
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    auto host = parse_host(text.substr(0, std::min(colon, text.size())));
    if (!host) return fail(std::move(host).error());
    AllowedHost allowed{*std::move(host), std::nullopt};
    if (colon >= text.size()) return allowed;
    std::uint16_t port = 0;
    const auto digits = text.substr(colon + 1);
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (fault != std::errc() || end != digits.data() + digits.size() || port == 0) {
        return fail(ErrorCode::invalid_usage, "\"" + std::string(text) + "\": expected HOST or HOST:PORT");
    }
    allowed.port = port;
    return allowed;
}

Fetcher::Fetcher(FetchOptions options, Clock clock, Transport transport)
    : options_(std::move(options)),
      clock_(std::move(clock)),
      transport_(std::move(transport)),
      kept_(options_.kept_folder) {}

Result<FetchedPage> Fetcher::fetch(std::string_view text) {
    const std::lock_guard<std::mutex> lock(one_at_a_time_);
    const auto address = parse_address(text);
    if (!address) return fail(printable(address.error()));
    if (options_.network == Network::offline) {
        auto page = fetch_kept(*address);
        if (page) return page;
        return fail(std::move(page).error().within(std::string(text)));
    }

    Journey journey;
    journey.asked = journey.at = *address;
    journey.time_left = options_.limits.whole;
    auto kept = kept_.find(*address);
    if (!kept) journey.notes.push_back(kept.error().to_string() + "; fetched anew");
    if (kept && *kept && is_page((*kept)->status)) journey.kept = *std::move(kept);
    if (journey.kept && is_usable_unasked(*journey.kept, in_seconds(clock_.now()))) {
        return fetched(*std::move(journey.kept), CameFrom::kept, std::move(journey.notes));
    }
    auto page = fetch_anew(journey);
    if (page) return page;
    Error error = std::move(page).error();
    if (!journey.redirects.empty()) error = std::move(error).within("redirected to " + journey.at.text());
    if (journey.kept) {
        error.message += "; the copy of " + iso_time(journey.kept->retrieved) + " can be had with --offline";
    }
    return fail(printable(std::move(error).within(std::string(text))));
}

Result<FetchedPage> Fetcher::fetch_kept(const WebAddress& address) const {
    auto kept = kept_.find(address);
    if (!kept) return fail(std::move(kept).error());
    if (*kept && is_page((*kept)->status)) return fetched(**std::move(kept), CameFrom::kept, {});
    const std::string where = kept_.folder().empty() ? "no folder" : kept_.folder();
    return fail(ErrorCode::not_found, "is not among the pages kept in " + where + "; fetch it once without --offline");
}

Result<FetchedPage> Fetcher::fetch_anew(Journey& journey) {
    auto page = travel(journey);
    if (!page) return fail(std::move(page).error());
    if (const auto written = kept_.keep(journey.asked, *page); !written) {
        journey.notes.push_back("the page could not be kept: " + written.error().to_string());
    }
    const bool revalidated = page->checked != page->retrieved;
    return fetched(*std::move(page), revalidated ? CameFrom::revalidated : CameFrom::network, std::move(journey.notes));
}

Result<KeptPage> Fetcher::travel(Journey& journey) {
    std::string last_host;
    for (;;) {
        if (auto permitted = require_destination(journey.at); !permitted) return fail(std::move(permitted).error());
        if (auto permitted = require_robots(journey); !permitted) return fail(std::move(permitted).error());
        if (std::exchange(last_host, journey.at.host) != journey.at.host) pause_for(journey.at.host);
        auto answer = ask_patiently(journey, request_for(journey));
        last_request_[journey.at.host] = clock_.now();
        if (!answer) return fail(std::move(answer).error());
        if (!is_redirect(answer->status)) return arrive(journey, *std::move(answer));
        auto followed = follow(journey, *answer, options_.limits.redirects);
        if (!followed) return fail(std::move(followed).error());
    }
}

HttpRequest Fetcher::request_for(const Journey& journey) const {
    HttpRequest request;
    request.address = journey.at.text();
    request.headers = {
        {"User-Agent", user_agent()}, {"Accept", std::string(kAccept)}, {"Accept-Language", "en,*;q=0.5"}};
    request.peers = is_allowed(journey.at) ? Peers::any : Peers::public_only;
    request.wanted = options_.wanted;
    request.certificates = options_.certificates;
    request.size_limit = options_.limits.size;
    request.expansion_limit = options_.limits.expansion;
    request.header_limit = options_.limits.headers;
    request.connect_limit = options_.limits.connect;
    request.stall_limit = options_.limits.stall;
    if (!journey.kept || journey.kept->final_address != request.address) return request;
    const auto send_back = [&](std::string_view name, std::string_view as) {
        const auto value = first_value(journey.kept->headers, name);
        if (value && !value->empty() && value->size() <= kLongestValidator) {
            request.headers.push_back({std::string(as), *value});
        }
    };
    send_back("ETag", "If-None-Match");
    send_back("Last-Modified", "If-Modified-Since");
    return request;
}

Result<HttpAnswer> Fetcher::ask(Journey& journey, const HttpRequest& request) {
    HttpRequest limited = request;
    limited.whole_limit = journey.time_left;
    if (journey.time_left.count() <= 0) {
        HttpAnswer late;
        late.stop = Stop::timed_out;
        return late;
    }
    const auto begin = clock_.now();
    auto answer = transport_(limited);
    const auto taken = std::chrono::duration_cast<Milliseconds>(clock_.now() - begin);
    journey.time_left -= std::max(taken, Milliseconds(0));
    return answer;
}

// A server may ask once for a short wait.
Result<HttpAnswer> Fetcher::ask_patiently(Journey& journey, const HttpRequest& request) {
    auto answer = ask(journey, request);
    if (!answer || (answer->status != 429 && answer->status != 503)) return answer;
    const auto value = first_value(answer->headers, "Retry-After").value_or("");
    const auto wait = parse_retry_after(value, in_seconds(clock_.now()));
    if (!wait || *wait > options_.limits.retry_after.count()) return answer;
    clock_.sleep(std::chrono::seconds(*wait));
    return ask(journey, request);
}

Result<void> Fetcher::follow(Journey& journey, const HttpAnswer& answer, std::uint32_t limit) const {
    const auto location = first_value(answer.headers, "Location").value_or("");
    if (location.empty()) {
        return fail(ErrorCode::malformed,
                    "the server redirects (status " + std::to_string(answer.status) + ") without saying where to");
    }
    auto next = resolve_address(journey.at, location);
    if (!next) return fail(std::move(next).error().within("redirects to an address that is not fetched"));
    if (journey.redirects.size() >= limit) {
        return fail(ErrorCode::limit_exceeded, "redirects more than " + std::to_string(limit) + " times");
    }
    const auto leads_there = [&](const Redirect& redirect) { return redirect.address == next->text(); };
    const bool seen =
        *next == journey.asked || std::any_of(journey.redirects.begin(), journey.redirects.end(), leads_there);
    if (seen) return fail(ErrorCode::malformed, "redirects in a circle, back to " + next->text());
    if (journey.at.scheme == "https" && next->scheme == "http") {
        journey.notes.push_back("redirected from https to " + next->text() + ", which is not encrypted");
    }
    journey.redirects.push_back({answer.status, next->text()});
    journey.at = *std::move(next);
    return {};
}

Result<KeptPage> Fetcher::arrive(Journey& journey, HttpAnswer answer) const {
    const auto now = in_seconds(clock_.now());
    const bool sent_back = journey.kept && journey.kept->final_address == journey.at.text();
    if (answer.status == 304 && sent_back) {
        KeptPage page = *journey.kept;
        page.redirects = journey.redirects;
        page.headers = updated(std::move(page.headers), answer.headers);
        page.checked = now;
        return page;
    }
    const bool complete = answer.stop == Stop::complete || answer.stop == Stop::not_needed;
    if (!complete) return fail(error_of_stop(journey.at, answer, options_.limits));
    if (!is_page(answer.status)) return fail(error_of_status(answer));
    const auto type = parse_content_type(first_value(answer.headers, "Content-Type").value_or(""));
    if (options_.wanted == Wanted::page && !is_readable_type(type.media_type))
        return fail(error_of_type(type.media_type));
    if (answer.body.empty()) return fail(ErrorCode::empty, "the page is empty");
    KeptPage page;
    page.address = journey.asked.text();
    page.redirects = journey.redirects;
    page.final_address = journey.at.text();
    page.status = answer.status;
    page.headers = without_cookies(std::move(answer.headers));
    page.sha256 = base::sha256_hex(answer.body);
    page.body = std::move(answer.body);
    page.peer = std::move(answer.peer);
    page.retrieved = page.checked = now;
    return page;
}

// Addresses that are written out are judged here; those that names lead to, where the connection is made.
Result<void> Fetcher::require_destination(const WebAddress& address) const {
    if (is_allowed(address)) return {};
    const std::string bare =
        address.host.front() == '[' ? address.host.substr(1, address.host.size() - 2) : address.host;
    const auto literal = network_address_of(bare);
    if (!literal) return {};
    if (const auto what = why_not_public(*literal)) return fail(error_of_refusal(address, bare, *what));
    return {};
}

bool Fetcher::is_allowed(const WebAddress& address) const {
    return std::any_of(options_.allowed_hosts.begin(), options_.allowed_hosts.end(), [&](const AllowedHost& allowed) {
        return allowed.host == address.host && (!allowed.port || *allowed.port == address.port);
    });
}

void Fetcher::pause_for(const std::string& host) {
    const auto last = last_request_.find(host);
    if (last == last_request_.end()) return;
    const auto since = std::chrono::duration_cast<Milliseconds>(clock_.now() - last->second);
    if (since < options_.limits.between) clock_.sleep(options_.limits.between - std::max(since, Milliseconds(0)));
}

}  // namespace axray::fetch
