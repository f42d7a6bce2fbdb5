#include "read/metadata/addresses.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

// Length of "https:" and its like at the beginning; 0 when there is none.
std::size_t scheme_length(std::string_view address) {
    if (address.empty() || !is_ascii_letter(address[0])) return 0;
    for (std::size_t i = 1; i < address.size(); ++i) {
        const char character = address[i];
        if (character == ':') return i + 1;
        if (!is_ascii_letter(character) && !is_ascii_digit(character) && character != '+' && character != '-' &&
            character != '.')
            return 0;
    }
    return 0;
}

std::string without_dots(std::string_view path) {
    std::vector<std::string_view> parts;
    bool ends_in_folder = false;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        ends_in_folder = part.empty() || part == "." || part == "..";
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (part != "." && !(part.empty() && at == 0) && !(part.empty() && end == path.size())) {
            parts.push_back(part);
        }
        at = end + 1;
    }
    std::string joined;
    for (const std::string_view part : parts) {
        joined.push_back('/');
        joined += part;
    }
    if (ends_in_folder) joined.push_back('/');
    return joined;
}

}  // namespace

std::string resolve_address(std::string_view reference, std::string_view base) {
    reference = trim_ascii(reference);
    const std::size_t scheme = scheme_length(base);
    if (scheme_length(reference) > 0 || scheme == 0 || base.substr(scheme, 2) != "//") return std::string(reference);
    if (reference.substr(0, 2) == "//") return std::string(base.substr(0, scheme)) + std::string(reference);
    const std::size_t path_begin = std::min(base.find_first_of("/?#", scheme + 2), base.size());
    const std::string_view root = base.substr(0, path_begin);
    std::string_view path = base.substr(path_begin);
    if (reference.empty()) return std::string(base.substr(0, base.find('#')));
    if (reference[0] == '#') return std::string(base.substr(0, base.find('#'))) + std::string(reference);
    path = path.substr(0, path.find_first_of("?#"));
    if (reference[0] == '?') return std::string(root) + std::string(path) + std::string(reference);
    const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
    std::string joined(reference.substr(0, path_end));
    if (reference[0] != '/')
        joined.insert(0, path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1));
    if (joined.empty() || joined[0] != '/') joined.insert(0, "/");
    return std::string(root) + without_dots(joined) + std::string(reference.substr(path_end));
}

}  // namespace axray::read
