// Addresses as pages write them into absolute ones ("../a.html", base -> "https://site/a.html").
//
// Source: RFC 3986, section 5.2, for http and https; what is neither stays as written.
#pragma once

#include <string>
#include <string_view>

namespace axray::read {

// `reference` against `base`; as written when `base` is no absolute address. Fragments are kept.
[[nodiscard]] std::string resolve_address(std::string_view reference, std::string_view base);

}  // namespace axray::read
