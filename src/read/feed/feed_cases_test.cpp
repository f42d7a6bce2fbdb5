// The table of feeds in tests/feeds/feeds.txt: what a reader should get of each.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "read/characters/normal_form.hpp"
#include "read/feed/feed_documents.hpp"

using namespace axray;
using namespace axray::read;

namespace {

struct Case {
    std::string name;
    std::string bytes;
    std::vector<std::pair<std::string, std::string>> expected;
};

std::string unescape(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text.substr(i, 2) == "\\x" && i + 3 < text.size() && std::isxdigit(text[i + 2]) != 0 &&
                            std::isxdigit(text[i + 3]) != 0;
        bytes.push_back(escape ? static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16))
                               : text[i]);
        if (escape) i += 3;
    }
    return bytes;
}

std::vector<Case> load_cases() {
    std::ifstream file(std::string(AXRAY_SOURCE_DIR) + "/tests/feeds/feeds.txt", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    std::vector<Case> cases;
    for (std::size_t begin = all.find("\n=== "); begin != std::string::npos;) {
        const std::size_t next = all.find("\n=== ", begin + 1);
        const std::string_view part =
            std::string_view(all).substr(begin + 5, next == std::string::npos ? next : next - begin - 5);
        const std::size_t name_end = part.find('\n');
        const std::size_t bytes_end = part.find("\n---\n", name_end);
        Case each;
        each.name = std::string(part.substr(0, name_end));
        each.bytes = unescape(part.substr(name_end + 1, bytes_end - name_end - 1));
        std::string_view lines = part.substr(bytes_end + 5);
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            const std::string_view line = lines.substr(0, end);
            const std::size_t blank = std::min(line.find(' '), line.size());
            if (!line.empty())
                each.expected.emplace_back(line.substr(0, blank), line.substr(std::min(blank + 1, line.size())));
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
        cases.push_back(std::move(each));
        begin = next;
    }
    return cases;
}

struct Outcome {
    std::string error;
    FeedSummary summary;
    std::vector<FeedItem> items;
    std::vector<Result<Document>> documents;
};

Outcome read_all(const std::string& bytes) {
    const ReadOptions options{.id = "feed", .retrieved = "2026-04-01T00:00:00Z"};
    Outcome outcome;
    auto summary = read_feed(bytes, options, [&](const Feed&, FeedItem item) {
        outcome.items.push_back(std::move(item));
        return Reading::go_on;
    });
    if (!summary) {
        outcome.error = summary.error().to_string();
        return outcome;
    }
    outcome.summary = *std::move(summary);
    const auto documents = read_feed_documents(bytes, options, [&](Result<Document> document) {
        outcome.documents.push_back(std::move(document));
        return Reading::go_on;
    });
    CHECK(documents.has_value());
    return outcome;
}

std::string joined_text(const Document& document) {
    std::string text;
    for (const Block& block : document.blocks) {
        if (!text.empty()) text += " | ";
        text += document.slice(block.span);
    }
    return text;
}

// The bytes of the feed that the words of the document lead to.
std::string bytes_of(const Document& document, const std::string& words, const std::string& bytes) {
    const std::size_t at = document.text.find(words);
    if (at == std::string::npos) return "(not in the text)";
    const auto begin = static_cast<std::uint32_t>(at);
    const Span place = document.origin.to_original({begin, begin + static_cast<std::uint32_t>(words.size())});
    return bytes.substr(place.begin, place.size());
}

std::string without_zeros(std::string bytes) {
    bytes.erase(std::remove(bytes.begin(), bytes.end(), '\0'), bytes.end());
    return bytes;
}

bool has_value(const std::vector<MetadataValue>& values, const std::string& wanted) {
    return std::any_of(values.begin(), values.end(), [&](const MetadataValue& each) { return each.value == wanted; });
}

void check_feed(const Outcome& outcome, const std::string& key, const std::string& wanted) {
    const Feed& feed = outcome.summary.feed;
    if (key == "items") {
        CHECK(std::to_string(outcome.items.size()) == wanted);
        CHECK(outcome.items.size() == outcome.documents.size());
        CHECK(outcome.summary.items == outcome.items.size());
    } else if (key == "fault") {
        const auto& faults = outcome.summary.faults;
        CHECK(std::any_of(faults.begin(), faults.end(),
                          [&](const Error& fault) { return fault.to_string().find(wanted) != std::string::npos; }));
    } else {
        const std::pair<std::string_view, std::string> values[] = {
            {"format", feed.format},
            {"charset", feed.charset},
            {"repair", feed.charset_repair},
            {"feed.title", feed.title.value},
            {"feed.address", feed.address.value},
            {"feed.self", feed.feed_address.value},
            {"feed.description", feed.description.value},
            {"feed.language", feed.language.value},
            {"feed.publisher", feed.publisher.value},
            {"feed.updated", feed.updated.value},
        };
        const auto* row =
            std::find_if(std::begin(values), std::end(values), [&](const auto& each) { return each.first == key; });
        REQUIRE(row != std::end(values));
        CHECK(row->second == wanted);
    }
}

void check_item(const FeedItem& item, const Result<Document>& document, const std::string& key,
                const std::string& wanted, const std::string& bytes) {
    if (key == "error") {
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().to_string().find(wanted) != std::string::npos);
        return;
    }
    REQUIRE(document.has_value());
    const Metadata& metadata = document->metadata;
    if (key == "author") {
        CHECK(has_value(metadata.authors, wanted));
    } else if (key == "category") {
        CHECK(std::count(item.categories.begin(), item.categories.end(), wanted) == 1);
    } else if (key == "enclosure") {
        CHECK(std::any_of(item.enclosures.begin(), item.enclosures.end(), [&](const FeedEnclosure& each) {
            return each.address + " " + each.media_type + " " + std::to_string(each.length) == wanted;
        }));
    } else if (key == "place") {
        CHECK(without_zeros(bytes_of(*document, wanted, bytes)) == wanted);
    } else {
        const std::pair<std::string_view, std::string> values[] = {
            {"title", metadata.title.value},
            {"text", joined_text(*document)},
            {"address", metadata.address.value},
            {"id", item.id.value},
            {"published", metadata.published.value},
            {"updated", metadata.modified.value},
            {"publisher", metadata.publisher.value},
            {"source.title", item.source_title.value},
            {"source.address", item.source_address.value},
        };
        const auto* row =
            std::find_if(std::begin(values), std::end(values), [&](const auto& each) { return each.first == key; });
        REQUIRE(row != std::end(values));
        CHECK(row->second == wanted);
    }
}

// What holds of every document of every feed.
void check_sound(const Document& document, std::size_t size) {
    CHECK(base::first_invalid_utf8(document.text) == document.text.size());
    CHECK(is_composed(document.text));
    std::uint32_t text = 0;
    for (const OriginRun& run : document.origin.runs) {
        CHECK(run.text_begin >= text);
        CHECK(run.original_begin + run.original_length <= size);
        text = run.text_begin + run.text_length;
    }
    CHECK(text <= document.text.size());
    for (const Block& block : document.blocks) CHECK_FALSE(document.origin.to_original(block.span).empty());
    if (!document.metadata.published.empty()) CHECK_FALSE(document.metadata.published.found_in.empty());
}

}  // namespace

TEST_CASE("every feed of the table is read as it should be") {
    const std::vector<Case> cases = load_cases();
    CHECK(cases.size() >= 150);
    for (const Case& each : cases) {
        CAPTURE(each.name);
        const Outcome outcome = read_all(each.bytes);
        for (const auto& expected : each.expected) {
            const auto& key = expected.first;
            const auto& wanted = expected.second;
            CAPTURE(key);
            if (key == "error") {
                CHECK(outcome.error.find(wanted) != std::string::npos);
                continue;
            }
            REQUIRE(outcome.error == "");
            if (!std::isdigit(key[0])) {
                check_feed(outcome, key, wanted);
                continue;
            }
            const std::size_t number = static_cast<std::size_t>(key[0] - '0');
            REQUIRE(number <= outcome.items.size());
            check_item(outcome.items[number - 1], outcome.documents[number - 1], key.substr(2), wanted, each.bytes);
        }
        for (const auto& document : outcome.documents) {
            if (document) check_sound(*document, each.bytes.size());
        }
    }
}

TEST_CASE("every feed of the table may be cut anywhere") {
    for (const Case& each : load_cases()) {
        CAPTURE(each.name);
        for (std::size_t size = 0; size < each.bytes.size(); size += 7) {
            const std::string cut = each.bytes.substr(0, size);
            const auto summary = read_feed_documents(cut, {}, [&](Result<Document> document) {
                if (document) check_sound(*document, cut.size());
                return Reading::go_on;
            });
            if (!summary) CHECK_FALSE(summary.error().message.empty());
        }
    }
}
