// Digests that archives declare for what they hold (declared text + bytes -> does it agree?).
//
// "sha1:" and the digest in base 32 is what most crawlers write; hexadecimal digits and other algorithms occur.
// Sources: ISO 28500, RFC 4648 (base 32), FIPS 180-4, through libnettle.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace axray::archive {

enum class DigestState : std::uint8_t { absent, unknown_algorithm, agrees, differs };
[[nodiscard]] std::string_view to_string(DigestState state);

// `declared`: "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", or with another algorithm or in hexadecimal digits; empty:
// absent.
[[nodiscard]] DigestState compare_digest(std::string_view declared, std::string_view bytes);

// 40 lower-case hexadecimal digits.
[[nodiscard]] std::string sha1_hex(std::string_view bytes);

}  // namespace axray::archive
