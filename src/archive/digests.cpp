#include "archive/digests.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <nettle/nettle-meta.h>

namespace axray::archive {
namespace {

const nettle_hash* hash_named(std::string_view name) {
    if (name == "sha1" || name == "sha-1") return &nettle_sha1;
    if (name == "sha256" || name == "sha-256") return &nettle_sha256;
    if (name == "sha512" || name == "sha-512") return &nettle_sha512;
    if (name == "md5") return &nettle_md5;
    return nullptr;
}

std::string digest_of(const nettle_hash& hash, std::string_view bytes) {
    constexpr std::size_t kLargestContext = 512;
    alignas(std::max_align_t) std::array<std::uint8_t, kLargestContext> context{};
    if (hash.context_size > context.size()) return {};
    hash.init(context.data());
    hash.update(context.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::string digest(hash.digest_size, '\0');
    hash.digest(context.data(), digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
    return digest;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

std::string lower(std::string_view text) {
    std::string result;
    for (const char letter : text) result.push_back(lower(letter));
    return result;
}

std::string hexadecimal(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 0xFU]);
    }
    return text;
}

// Without the filling at the end, in small letters.
std::string base32(std::string_view bytes) {
    static constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
    std::string text;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char character : bytes) {
        waiting = waiting << 8U | static_cast<unsigned char>(character);
        for (bits += 8; bits >= 5; bits -= 5) text.push_back(kDigits[waiting >> (bits - 5) & 0x1FU]);
    }
    if (bits > 0) text.push_back(kDigits[waiting << (5 - bits) & 0x1FU]);
    return text;
}

}  // namespace

std::string_view to_string(DigestState state) {
    static constexpr std::array<std::string_view, 4> kNames = {"absent", "unknown_algorithm", "agrees", "differs"};
    return kNames[static_cast<std::size_t>(state)];
}

DigestState compare_digest(std::string_view declared, std::string_view bytes) {
    if (declared.empty()) return DigestState::absent;
    const std::size_t colon = declared.find(':');
    if (colon == std::string_view::npos) return DigestState::unknown_algorithm;
    const nettle_hash* hash = hash_named(lower(declared.substr(0, colon)));
    if (hash == nullptr) return DigestState::unknown_algorithm;
    std::string digits = lower(declared.substr(colon + 1));
    digits.erase(std::find(digits.begin(), digits.end(), '='), digits.end());
    const std::string digest = digest_of(*hash, bytes);
    return digits == base32(digest) || digits == hexadecimal(digest) ? DigestState::agrees : DigestState::differs;
}

std::string sha1_hex(std::string_view bytes) { return hexadecimal(digest_of(nettle_sha1, bytes)); }

}  // namespace axray::archive
