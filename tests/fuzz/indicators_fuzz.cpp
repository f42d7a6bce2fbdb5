// Any bytes as running text: indicators lie in the text in order, have a value, and a value is found again in itself.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "language/indicators/indicators.hpp"
#include "language/indicators/refang.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_changes(std::string_view text, const axray::language::Refanged& refanged) {
    std::uint32_t end = 0;
    std::uint32_t original_end = 0;
    for (const auto& change : refanged.changes) {
        require(change.span.begin >= end && change.span.begin <= change.span.end);
        require(change.original.begin >= original_end && change.original.begin <= change.original.end);
        end = change.span.end;
        original_end = change.original.end;
    }
    require(end <= refanged.text.size() && original_end <= text.size());
    const auto size = static_cast<std::uint32_t>(refanged.text.size());
    if (size > 0) require(refanged.original({0, size}) == axray::Span{0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_changes(text, axray::language::refang(text));
    std::uint32_t begin = 0;
    for (const auto& one : axray::language::find_indicators(text)) {
        require(one.span.begin >= begin && one.span.begin < one.span.end && one.span.end <= text.size());
        require(!one.value.empty() && !axray::to_string(one.kind).empty());
        begin = one.span.begin;
    }
    return 0;
}
