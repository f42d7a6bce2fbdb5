// Technical indicators of a text: addresses, domains, digests, numbers of vulnerabilities (part of Annotations).
//
// Reports write them so that nobody clicks on them by accident, "hxxp://mail[.]example[.]org"; `value` is what is
// meant. Plain values: nothing refers to the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <axray/span.hpp>

namespace axray {

enum class IndicatorKind : std::uint8_t {
    cve,
    ipv4,
    ipv4_range,  // with the length of its prefix: "192.0.2.0/24"
    ipv6,
    domain,
    url,
    email,
    md5,
    sha1,
    sha256,
    sha512,
    ssdeep,
    asn,  // number of an autonomous system
    mac,
    bitcoin,
    monero,
    file_path,
    registry_key,
    user_agent,
    analytics,  // account of Google Analytics
    adsense,    // account of Google AdSense
    tlp,        // how far a report may be passed on: "TLP:AMBER"
};

struct Indicator {
    Span span;  // bytes of the text, as it is written there
    IndicatorKind kind = IndicatorKind::domain;
    std::string value;  // as it is meant, in normal form: "http://mail.example.org", "CVE-2024-0001"

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

// "cve", "ipv4", "ipv4-cidr", "url", "registry-key": stable names for output.
[[nodiscard]] std::string_view to_string(IndicatorKind kind);

}  // namespace axray
