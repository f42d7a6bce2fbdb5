// Any bytes as an address, and as what a page names relative to one: what is accepted is in the one spelling, which
// stays as it is when it is read again, and holds nothing that could end a line or name another host.
// Depends: base fetch
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/network_address.hpp"
#include "fetch/web_address.hpp"

namespace {

using axray::fetch::WebAddress;

void require_sound(const axray::Result<WebAddress>& address) {
    if (!address) {
        if (address.error().message.empty()) std::abort();
        return;
    }
    const auto text = address->text();
    const auto plain = [](char c) { return c > ' ' && c < 0x7F; };
    if (!std::all_of(text.begin(), text.end(), plain)) std::abort();
    if (address->port == 0 || address->path.empty() || address->path.front() != '/') std::abort();
    if (address->host.find_first_of("@/\\?#%") != std::string::npos) std::abort();
    const auto again = axray::fetch::parse_address(text);
    if (!again || !(*again == *address)) std::abort();
    // A host that ends in a number is an IPv4 address in its usual spelling.
    if (address->host.back() >= '0' && address->host.back() <= '9') {
        const auto last = address->host.substr(address->host.rfind('.') + 1);
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        if (std::all_of(last.begin(), last.end(), digit) && !axray::fetch::network_address_of(address->host))
            std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto address = axray::fetch::parse_address(bytes);
    require_sound(address);
    const auto base = axray::fetch::parse_address("https://example.org:8443/a/b?c");
    require_sound(axray::fetch::resolve_address(*base, bytes));
    if (const auto network = axray::fetch::network_address_of(bytes)) {
        if (axray::fetch::network_address_of(to_string(*network)) != network) std::abort();
    }
    return 0;
}
