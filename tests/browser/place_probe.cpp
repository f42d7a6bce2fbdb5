// Prints random spans of pages with their node paths, quotations and fragments (files of pages -> JSON lines).
//
// A line a page: {"page": path, "spans": [{"words", "begin": {"path", "offset"}, "end", "fragment", "quote"}]}.
// scripts/check-text-fragments shows the pages in a browser and compares.
// Usage: axray_place_probe SPANS_OF_A_PAGE FILE...
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "read/place/place.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

constexpr std::uint64_t kLargestPage = 64ULL << 20U;

// Whole words: a few of one block, a whole block, or from the middle of one into the next.
Span random_span(const Document& document, std::mt19937& random) {
    const std::size_t index = random() % document.blocks.size();
    const Span block = document.blocks[index].span;
    const auto next_word = [&](std::uint32_t at, std::uint32_t end) {
        while (at < end && document.text[at] != ' ') ++at;
        return at;
    };
    const std::uint32_t kind = random() % 8;
    if (kind == 0) return block;
    std::uint32_t begin = block.begin;
    const std::uint32_t place = block.begin + random() % block.size();
    while (next_word(begin, block.end) < place) begin = next_word(begin, block.end) + 1;
    std::uint32_t end = begin;
    for (std::uint32_t words = 1 + random() % 14; words > 0 && end < block.end; --words) {
        end = next_word(end + (end > begin ? 1 : 0), block.end);
    }
    if (kind == 1 && index + 1 < document.blocks.size())
        end = next_word(document.blocks[index + 1].span.begin, document.blocks[index + 1].span.end);
    return {begin, end};
}

nlohmann::json to_json(const NodePoint& point) { return {{"path", point.path}, {"offset", point.offset}}; }

nlohmann::json probe(const std::string& path, std::size_t count) {
    nlohmann::json page = {{"page", path}, {"spans", nlohmann::json::array()}};
    const auto bytes = base::read_file(path, kLargestPage);
    if (!bytes) return page;
    const auto document = read_document(*bytes, {.id = path, .media_type = "text/html"});
    if (!document) return page;
    const auto finder = PlaceFinder::open(*bytes, *document);
    if (!finder) return page;
    page["charset"] = document->metadata.charset;
    page["repaired"] = document->metadata.charset_repair;
    std::mt19937 random(20240305);
    for (std::size_t tries = 0; page["spans"].size() < count && tries < count * 20; ++tries) {
        const Span span = random_span(*document, random);
        const Place place = finder->find(span);
        // Words of the head stand in no part of the page that a browser shows.
        if (span.empty() || !place.begin.path.starts_with("/html/body")) continue;
        const TextQuote quote = finder->quote(span);
        page["spans"].push_back(
            {{"words", document->slice(span)},
             {"begin", to_json(place.begin)},
             {"end", to_json(place.end)},
             {"fragment", finder->fragment(span)},
             {"quote", {{"exact", quote.exact}, {"prefix", quote.prefix}, {"suffix", quote.suffix}}}});
    }
    return page;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: axray_place_probe SPANS_OF_A_PAGE FILE...\n";
        return 2;
    }
    const auto spans = static_cast<std::size_t>(std::strtoul(arguments[1], nullptr, 10));
    for (int i = 2; i < count; ++i) {
        constexpr auto kReplace = nlohmann::json::error_handler_t::replace;
        std::cout << probe(arguments[i], spans).dump(-1, ' ', false, kReplace) << '\n';
    }
    return 0;
}
