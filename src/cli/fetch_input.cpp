#include "cli/fetch_input.hpp"

#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "fetch/fetcher.hpp"
#include "fetch/helper.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kLongestTimeout = 3600;  // seconds

// Servers send feeds as text/html too often for that to be believed where XML stands; what other types are, their bytes
// tell better than the server.
std::string trusted_media_type(const std::string& media_type, std::string_view bytes) {
    if (media_type != "text/html" && media_type != "application/xhtml+xml") return {};
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n"), bytes.size()));
    for (const std::string_view beginning : {"<?xml", "<rss", "<feed", "<rdf:"}) {
        if (bytes.substr(0, beginning.size()) == beginning) return {};
    }
    return media_type;
}

}  // namespace

void add_fetch_options(CLI::App& command, FetchArguments& arguments) {
    command.add_flag("--offline", arguments.offline,
                     "Take addresses from the pages kept earlier, not from the network");
    command.add_option("--cache", arguments.cache, "Where fetched pages are kept; ~/.cache/axray when not given")
        ->type_name("FOLDER")
        ->check(
            [](const std::string& path) { return path.empty() ? std::string("the name of the folder is empty") : ""; });
    command
        .add_option("--allow-host", arguments.allowed_hosts,
                    "Fetch from this host though it is not public, as in an intranet; repeatable")
        ->type_name("HOST[:PORT]")
        ->expected(1)
        ->take_all()
        ->check([](const std::string& text) {
            const auto host = fetch::parse_allowed_host(text);
            return host ? std::string() : host.error().message;
        });
    command.add_option("--fetch-timeout", arguments.timeout, "The longest that fetching one page may take")
        ->type_name("SECONDS")
        ->check(CLI::Range(1u, kLongestTimeout));
}

fetch::FetchOptions fetch_options(const FetchArguments& arguments) {
    fetch::FetchOptions options;
    for (const auto& text : arguments.allowed_hosts) {
        if (auto host = fetch::parse_allowed_host(text)) options.allowed_hosts.push_back(*std::move(host));
    }
    options.kept_folder = arguments.cache.empty() ? fetch::usual_folder() : arguments.cache;
    options.network = arguments.offline ? fetch::Network::offline : fetch::Network::use;
    options.limits.whole = std::chrono::seconds(arguments.timeout);
    options.limits.size = ReadOptions().size_limit;
    return options;
}

bool is_address(std::string_view name) { return fetch::looks_like_address(name); }

AddressReader::AddressReader(const FetchArguments& arguments)
    : fetcher_(std::make_unique<fetch::Fetcher>(fetch_options(arguments), fetch::system_clock(),
                                                fetch::helper_transport(fetch::helper_path()))) {}
AddressReader::AddressReader(AddressReader&&) noexcept = default;
AddressReader& AddressReader::operator=(AddressReader&&) noexcept = default;
AddressReader::~AddressReader() = default;

Result<FetchedInput> AddressReader::fetch(const std::string& address) const {
    auto page = fetcher_->fetch(address);
    if (!page) return fail(std::move(page).error());
    FetchedInput input;
    input.bytes = std::move(page->bytes);
    input.options.id = address;
    input.options.media_type = trusted_media_type(page->media_type, input.bytes);
    input.options.charset = std::move(page->charset);
    input.options.address = std::move(page->final_address);
    input.options.retrieved = std::move(page->retrieved);
    for (const auto& note : page->notes) input.notes.push_back(address + ": " + note);
    return input;
}

}  // namespace axray::cli
