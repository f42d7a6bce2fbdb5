// Addresses that a user names among the inputs (address -> bytes and what is known of them), with the options for them.
//
// The network is reached only for an address that stands on the command line. Source: own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/engine.hpp>
#include <axray/result.hpp>

namespace CLI {
class App;
}
namespace axray::fetch {
class Fetcher;
struct FetchOptions;
}  // namespace axray::fetch

namespace axray::cli {

struct FetchArguments {
    std::vector<std::string> allowed_hosts;  // HOST or HOST:PORT
    std::string cache;                       // folder; empty: the usual one
    unsigned timeout = 60;                   // seconds for a page
    bool offline = false;
};

// --offline, --cache, --allow-host and --fetch-timeout.
void add_fetch_options(CLI::App& command, FetchArguments& arguments);

// What the options mean; the limit of size is that of a page.
[[nodiscard]] fetch::FetchOptions fetch_options(const FetchArguments& arguments);

// True for "https://example.org/page", and for other schemes, which are then refused with a reason.
[[nodiscard]] bool is_address(std::string_view name);

struct FetchedInput {
    std::string bytes;
    ReadOptions options;             // filled with the address and what the server said
    std::vector<std::string> notes;  // for the user, each with the address
};

// Fetches the pages of one run; may be used by several threads.
class AddressReader {
public:
    explicit AddressReader(const FetchArguments& arguments);
    AddressReader(AddressReader&&) noexcept;
    AddressReader& operator=(AddressReader&&) noexcept;
    ~AddressReader();

    // Errors name the address.
    [[nodiscard]] Result<FetchedInput> fetch(const std::string& address) const;

private:
    std::unique_ptr<fetch::Fetcher> fetcher_;
};

}  // namespace axray::cli
