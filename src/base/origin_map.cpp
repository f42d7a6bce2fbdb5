#include <algorithm>

#include <axray/document.hpp>

namespace axray {

Span OriginMap::to_original(Span span) const {
    auto run =
        std::upper_bound(runs.begin(), runs.end(), span.begin, [](std::uint32_t position, const OriginRun& candidate) {
            return position < candidate.text_begin + candidate.text_length;
        });
    Span original;
    bool found = false;
    for (; run != runs.end() && run->text_begin < span.end; ++run) {
        const bool divisible = run->text_length == run->original_length;
        const std::uint32_t first = divisible && span.begin > run->text_begin ? span.begin - run->text_begin : 0;
        const std::uint32_t last = divisible && span.end < run->text_begin + run->text_length
                                       ? span.end - run->text_begin
                                       : run->original_length;
        // A page may show text in another order than its file has it, so the first run need not come first there.
        const Span piece{run->original_begin + first, run->original_begin + last};
        original = found ? Span{std::min(original.begin, piece.begin), std::max(original.end, piece.end)} : piece;
        found = true;
    }
    return original;
}

}  // namespace axray
