#include "read/feed/mapped_text.hpp"

#include <algorithm>
#include <cstdint>

namespace axray::read {
namespace {

using RunIterator = std::vector<OriginRun>::const_iterator;

std::uint32_t end_of(const OriginRun& run) { return run.text_begin + run.text_length; }

RunIterator first_ending_after(const std::vector<OriginRun>& runs, std::uint32_t position) {
    return std::upper_bound(runs.begin(), runs.end(), position,
                            [](std::uint32_t value, const OriginRun& run) { return value < end_of(run); });
}

}  // namespace

Span MappedText::original() const {
    Span all;
    for (const OriginRun& run : runs) {
        const Span place{run.original_begin, run.original_begin + run.original_length};
        all = all.empty() ? place : Span{std::min(all.begin, place.begin), std::max(all.end, place.end)};
    }
    return all;
}

void MappedText::append(std::string_view bytes, Span place) {
    if (bytes.empty()) return;
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto length = static_cast<std::uint32_t>(bytes.size());
    text += bytes;
    if (length == place.size() && !runs.empty()) {
        OriginRun& last = runs.back();
        if (last.text_length == last.original_length && end_of(last) == begin &&
            last.original_begin + last.original_length == place.begin) {
            last.text_length += length;
            last.original_length += length;
            return;
        }
    }
    runs.push_back({begin, length, place.begin, place.size()});
}

void MappedText::append_decoded(const DecodedText& decoded, Span place) {
    const std::string_view all = decoded.text();
    if (decoded.runs.empty()) {
        append(all.substr(place.begin, place.size()), {place.begin + decoded.skipped, place.end + decoded.skipped});
        return;
    }
    for (auto run = first_ending_after(decoded.runs, place.begin); run != decoded.runs.end(); ++run) {
        const std::uint32_t from = std::max(run->text_begin, place.begin);
        const std::uint32_t to = std::min(end_of(*run), place.end);
        if (from >= to) return;
        const bool divisible = run->text_length == run->original_length;
        const std::uint32_t begin = run->original_begin + (divisible ? from - run->text_begin : 0);
        append(all.substr(from, to - from), {begin, begin + (divisible ? to - from : run->original_length)});
    }
}

Span original_of(const DecodedText& decoded, Span place) {
    if (decoded.runs.empty()) return {place.begin + decoded.skipped, place.end + decoded.skipped};
    Span all;
    for (auto run = first_ending_after(decoded.runs, place.begin);
         run != decoded.runs.end() && run->text_begin < place.end; ++run) {
        const bool divisible = run->text_length == run->original_length;
        const std::uint32_t from = divisible ? std::max(run->text_begin, place.begin) - run->text_begin : 0;
        const std::uint32_t to = divisible ? std::min(end_of(*run), place.end) - run->text_begin : run->original_length;
        const Span piece{run->original_begin + from, run->original_begin + to};
        all = all.empty() ? piece : Span{std::min(all.begin, piece.begin), std::max(all.end, piece.end)};
    }
    return all;
}

DecodedText as_decoded(const MappedText& mapped, std::string_view charset) {
    DecodedText decoded;
    decoded.converted = mapped.text;
    decoded.runs = mapped.runs;
    decoded.charset = std::string(charset);
    return decoded;
}

}  // namespace axray::read
