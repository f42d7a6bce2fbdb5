#include "report/text_place.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace axray::report {
namespace {

constexpr std::uint32_t kStride = 256;  // bytes
constexpr int kContextCodePoints = 32;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string_view text_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    for (int count = 0; begin > 0 && count < kContextCodePoints; ++count) {
        do --begin;
        while (begin > 0 && continues(text[begin]));
    }
    return text.substr(begin, end - begin);
}

std::string_view text_after(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (int count = 0; end < text.size() && count < kContextCodePoints; ++count) {
        do ++end;
        while (end < text.size() && continues(text[end]));
    }
    return text.substr(begin, end - begin);
}

}  // namespace

PlaceFinder::PlaceFinder(const Document& document) : document_(document) {
    const std::string_view text = document.text;
    std::uint32_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
        counts_.push_back(count);
        count += static_cast<std::uint32_t>(base::count_code_points(text.substr(begin, kStride)));
    }
}

std::uint32_t PlaceFinder::before(std::uint32_t byte) const {
    const std::string_view text = document_.text;
    const auto place = std::min<std::size_t>(byte, text.size());
    const auto known = place / kStride;
    return counts_[known] +
           static_cast<std::uint32_t>(base::count_code_points(text.substr(known * kStride, place - known * kStride)));
}

TextPlace PlaceFinder::find(Span span) const {
    const std::string_view text = document_.text;
    return {code_points(span), document_.origin.to_original(span), document_.slice(span), text_before(text, span.begin),
            text_after(text, span.end)};
}

}  // namespace axray::report
