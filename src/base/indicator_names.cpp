#include <axray/indicators.hpp>

namespace axray {

std::string_view to_string(IndicatorKind kind) {
    switch (kind) {
        case IndicatorKind::cve: return "cve";
        case IndicatorKind::ipv4: return "ipv4";
        case IndicatorKind::ipv4_range: return "ipv4-cidr";
        case IndicatorKind::ipv6: return "ipv6";
        case IndicatorKind::domain: return "domain";
        case IndicatorKind::url: return "url";
        case IndicatorKind::email: return "email";
        case IndicatorKind::md5: return "md5";
        case IndicatorKind::sha1: return "sha1";
        case IndicatorKind::sha256: return "sha256";
        case IndicatorKind::sha512: return "sha512";
        case IndicatorKind::ssdeep: return "ssdeep";
        case IndicatorKind::asn: return "asn";
        case IndicatorKind::mac: return "mac";
        case IndicatorKind::bitcoin: return "bitcoin";
        case IndicatorKind::monero: return "monero";
        case IndicatorKind::file_path: return "file-path";
        case IndicatorKind::registry_key: return "registry-key";
        case IndicatorKind::user_agent: return "user-agent";
        case IndicatorKind::analytics: return "analytics";
        case IndicatorKind::adsense: return "adsense";
        case IndicatorKind::tlp: return "tlp";
    }
    return "";
}

}  // namespace axray
