// Measures the reader of feeds over invented feeds: MB a second, and how far the memory grows while it reads.
//
//     axray_feed_bench [--benchmark_filter=...]
//
// "items" is the reader alone, "documents" also reads the content of each item as a page, "libxml2" passes the same
// bytes through that library's SAX parser with recovery, which collects no text. grown_kB is what the peak memory of
// the process grew by while the feed was read, the bytes of the feed themselves not counted.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include <benchmark/benchmark.h>
#include <libxml/parser.h>

#include "read/feed/feed_documents.hpp"

namespace {

using namespace axray;
using namespace axray::read;

std::string make_feed(std::size_t size) {
    static constexpr const char* kWords[] = {"council", "harbour",     "wall", "approved", "price",
                                             "million", "officials",   "said", "Monday",   "quay",
                                             "ferry",   "caf\xC3\xA9", "the",  "of"};
    std::string feed =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour News</title>";
    feed.reserve(size + 8192);
    unsigned state = 1;
    for (std::size_t number = 1; feed.size() < size; ++number) {
        const bool escaped = number % 2 == 0;
        feed += "<item><title>Item " + std::to_string(number) + " &amp; more</title><link>https://harbour.example/" +
                std::to_string(number) + "</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><content:encoded>";
        if (!escaped) feed += "<![CDATA[";
        for (int paragraph = 0; paragraph < 8; ++paragraph) {
            feed += escaped ? "&lt;p&gt;" : "<p>";
            for (int word = 0; word < 60; ++word) {
                state = state * 1664525U + 1013904223U;
                feed += kWords[(state >> 16U) % std::size(kWords)];
                feed += ' ';
            }
            feed += escaped ? "&lt;/p&gt;\n" : "</p>\n";
        }
        if (!escaped) feed += "]]>";
        feed += "</content:encoded></item>\n";
    }
    feed += "</channel></rss>";
    return feed;
}

// What the kernel counts under `name`, "VmRSS:" now or "VmHWM:" at most; -1 where it does not say.
long kilobytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        long value = -1;
        if (word == name && status >> value) return value;
    }
    return -1;
}

// Lets the peak begin anew.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

// Runs `read` over a feed of as many megabytes as the benchmark's argument says.
template <class Read>
void measure(benchmark::State& state, const Read& read) {
    const std::string feed = make_feed(static_cast<std::size_t>(state.range(0)) << 20U);
    const ReadOptions options{.size_limit = 1ULL << 30U};
    forget_peak();
    const long before = kilobytes("VmRSS:");
    std::size_t items = 0;
    for (auto round : state) items = read(feed, options);
    state.SetBytesProcessed(static_cast<std::int64_t>(feed.size()) * static_cast<std::int64_t>(state.iterations()));
    state.counters["items"] = static_cast<double>(items);
    state.counters["grown_kB"] = static_cast<double>(kilobytes("VmHWM:") - before);
}

void items(benchmark::State& state) {
    measure(state, [](const std::string& feed, const ReadOptions& options) {
        const auto summary = read_feed(feed, options, [](const Feed&, const FeedItem&) { return Reading::go_on; });
        return summary ? summary->items : 0;
    });
}

void documents(benchmark::State& state) {
    measure(state, [](const std::string& feed, const ReadOptions& options) {
        const auto summary = read_feed_documents(feed, options, [](const Result<Document>&) { return Reading::go_on; });
        return summary ? summary->items : 0;
    });
}

void libxml2(benchmark::State& state) {
    measure(state, [](const std::string& feed, const ReadOptions&) {
        std::size_t count = 0;
        xmlSAXHandler handler{};
        handler.initialized = XML_SAX2_MAGIC;
        handler.characters = [](void*, const xmlChar*, int) {};
        handler.cdataBlock = handler.characters;
        handler.endElementNs = [](void* data, const xmlChar* name, const xmlChar*, const xmlChar*) {
            if (xmlStrEqual(name, BAD_CAST "item") != 0) ++*static_cast<std::size_t*>(data);
        };
        xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &count, nullptr, 0, nullptr);
        xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
        constexpr std::size_t kChunk = 1U << 20U;
        for (std::size_t at = 0; at < feed.size(); at += kChunk) {
            const std::size_t length = std::min(kChunk, feed.size() - at);
            xmlParseChunk(parser, feed.data() + at, static_cast<int>(length), at + length == feed.size() ? 1 : 0);
        }
        xmlFreeParserCtxt(parser);
        return count;
    });
}

BENCHMARK(items)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(libxml2)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(documents)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
