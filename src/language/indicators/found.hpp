// What the finders of this folder hand to find_indicators (Refanged -> indicators of the refanged text).
//
// Each finder looks for its own kinds in one pass from left to right and leaves alone what an earlier one took. Source:
// own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/indicators.hpp>

#include "language/indicators/refang.hpp"

namespace axray::language {

// A text without the forms that hide addresses, and what was found in it; spans count bytes of Refanged::text.
struct Findings {
    explicit Findings(const Refanged& read) : source(read), text(read.text) {}

    void add(std::size_t begin, std::size_t end, IndicatorKind kind, std::string value) {
        found.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind, std::move(value)});
    }
    void take(std::size_t begin, std::size_t end) {
        taken.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    const Refanged& source;
    std::string_view text;
    std::vector<Indicator> found;
    std::vector<Span> taken;  // web addresses and mailboxes: what stands in them is no other indicator
};

// Each appends to Findings::found. find_web_addresses and find_mailboxes also to Findings::taken, in this order; the
// others look only outside of `taken`, which must be ordered then.
void find_web_addresses(Findings& findings);       // web_addresses.cpp: "scheme://..."
void find_mailboxes(Findings& findings);           // hosts.cpp
void find_hosts(Findings& findings);               // hosts.cpp: domains, IPv4, addresses without a scheme
void find_internet_numbers(Findings& findings);    // internet_numbers.cpp: IPv6, MAC, autonomous systems
void find_digests(Findings& findings);             // digests.cpp: hashes, coins
void find_numbers_with_names(Findings& findings);  // named_numbers.cpp: CVE, TLP, accounts
void find_system_places(Findings& findings);       // system_places.cpp: files, registry keys, user agents

// How sure it is that labels with dots between are meant as a host.
enum class HostSetting : std::uint8_t {
    text,      // they stand in running text
    defanged,  // somebody took them apart, so they are
    address,   // behind a scheme or an at sign
};

// The host that begins at `at`: end of the longest valid beginning, 0 when there is none. `ipv4` tells an address from
// a domain; `value` is in lower case and normal form.
struct Host {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ipv4 = false;
    bool known_ending = true;  // false: the last label is no top-level domain of the Internet
    std::string value;
};

// The host that a run of labels without blanks is, empty `value` when it is none.
[[nodiscard]] Host host_in(std::string_view text, std::size_t begin, std::size_t end, HostSetting setting);

// "192.0.2.1" of "192.0.2.01"; empty when `text` is no IPv4 address.
[[nodiscard]] std::string ipv4_value(std::string_view text);

// `text` in lower case where it is ASCII.
[[nodiscard]] std::string lower_case(std::string_view text);

// Where the first span of an ordered list that ends behind `at` covers it: end of that span, else 0. `next` is where
// the search goes on; positions must not fall.
[[nodiscard]] std::size_t covered_until(const std::vector<Span>& spans, std::size_t& next, std::size_t at);

// Goes through what no finder took so far, from left to right: `step` gets a position and gives the next one, which is
// greater.
template <class Step>
void scan_untaken(Findings& findings, Step step) {
    std::size_t next = 0;
    for (std::size_t at = 0; at < findings.text.size();) {
        const auto end = covered_until(findings.taken, next, at);
        at = end != 0 ? end : step(at);
    }
}

}  // namespace axray::language
