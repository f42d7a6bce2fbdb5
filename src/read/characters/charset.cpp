#include "read/characters/charset.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/characters/ascii.hpp"
#include "read/characters/decoders.hpp"
#include "read/characters/detection.hpp"
#include "read/characters/twice_encoded.hpp"

namespace axray::read {
namespace {

// The value of `encoding` in the XML declaration that the bytes begin with, after white space or a mark.
std::string_view charset_declared_in_xml(std::string_view bytes) {
    const std::size_t begin = bytes.substr(0, 64).find("<?xml");
    if (begin == std::string_view::npos) return {};
    const std::string_view declaration = bytes.substr(begin, std::min(bytes.find("?>", begin), bytes.size()) - begin);
    std::size_t at = declaration.substr(0, 256).find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_not_of(" \t\r\n=", at + std::string_view("encoding").size());
    if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : declaration.substr(at + 1, end - at - 1);
}

}  // namespace

DecodedText decode(std::string_view bytes, const CharsetHints& hints) {
    const EncodingChoice choice = choose_encoding(bytes, hints);
    return mend_twice_encoded(decode_as(bytes.substr(choice.mark), choice.mark, choice.encoding));
}

std::string_view charset_declared_in_page(std::string_view bytes) {
    if (const std::string_view declared = charset_declared_in_xml(bytes); !declared.empty()) return declared;
    constexpr std::size_t kSearched = 4096;
    const std::string_view head = bytes.substr(0, kSearched);
    constexpr std::string_view kEndOfLabel = " \t\r\n\"'>;/";
    for (std::size_t tag = find_ignoring_case(head, "<meta", 0); tag != std::string_view::npos;
         tag = find_ignoring_case(head, "<meta", tag + 1)) {
        const std::size_t close = std::min(head.find('>', tag), head.size());
        const std::string_view element = head.substr(tag, close - tag);
        std::size_t at = find_ignoring_case(element, "charset", 0);
        if (at == std::string_view::npos) continue;
        at = element.find_first_not_of(" \t\r\n", at + std::string_view("charset").size());
        if (at == std::string_view::npos || element[at] != '=') continue;
        at = element.find_first_not_of(" \t\r\n\"'", at + 1);
        if (at == std::string_view::npos) continue;
        return element.substr(at, std::min(element.find_first_of(kEndOfLabel, at), element.size()) - at);
    }
    return {};
}

}  // namespace axray::read
