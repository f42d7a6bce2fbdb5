// Small archives for tests (records as text -> bytes of an archive, and the records that come out of a reader again).
//
// All pages are invented. Compression is done by zlib and libzstd themselves. Source: own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <zstd.h>

#include "archive/warc_reader.hpp"
#include "base/packed_for_test.hpp"

namespace axray::archive::samples {

inline std::string gzip(std::string_view bytes) { return base::packed_for_test(bytes, base::kGzipWindow); }
inline std::string zlib_format(std::string_view bytes) { return base::packed_for_test(bytes, base::kZlibWindow); }
inline std::string raw_deflate(std::string_view bytes) { return base::packed_for_test(bytes, base::kRawWindow); }

inline std::string zstd(std::string_view bytes, std::string_view dictionary = {}) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
    packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size()));
    ZSTD_freeCCtx(context);
    return packed;
}

// A frame of Zstandard that decoders skip; kind 0x5D holds the dictionary of an archive.
inline std::string skippable(unsigned char kind, std::string_view content) {
    std::string frame{static_cast<char>(kind), '\x2A', '\x4D', '\x18'};
    for (unsigned shift = 0; shift < 32; shift += 8) {
        frame.push_back(static_cast<char>(content.size() >> shift & 0xFFU));
    }
    return frame + std::string(content);
}

inline std::string record_with_length(std::string_view type, std::string_view uri, std::string_view block,
                                      std::string_view length_line, std::string_view more_fields = {}) {
    std::string text = "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\n";
    if (!uri.empty()) text += "WARC-Target-URI: " + std::string(uri) + "\r\n";
    text += "WARC-Date: 2024-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:test:" + std::string(uri) + ">\r\n";
    if (type == "response") text += "Content-Type: application/http; msgtype=response\r\n";
    text += more_fields;
    return text + std::string(length_line) + "\r\n" + std::string(block) + "\r\n\r\n";
}

inline std::string record(std::string_view type, std::string_view uri, std::string_view block,
                          std::string_view more_fields = {}) {
    const std::string length = "Content-Length: " + std::to_string(block.size()) + "\r\n";
    return record_with_length(type, uri, block, length, more_fields);
}

inline std::string response(std::string_view uri, std::string_view body, std::string_view more_http = {}) {
    return record("response", uri,
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + std::string(more_http) + "\r\n" +
                      std::string(body));
}

inline std::string page(int number) {
    return "<html><p>Page " + std::to_string(number) + " of the harbour news.</p></html>";
}

// Five records, each of its own.
inline std::vector<std::string> five_records() {
    return {record("warcinfo", "", "software: sample\r\n"),
            record("request", "http://a.test/1", "GET /1 HTTP/1.1\r\n\r\n"), response("http://a.test/1", page(1)),
            response("http://a.test/2", page(2)), record("conversion", "http://a.test/3", "Text of the third page.")};
}

struct Reading {
    std::vector<WarcRecord> records;
    std::vector<Problem> problems;
    std::string error;  // of the reading, empty when there was none
};

// Reads in pieces of at most `piece` bytes.
inline Reading read_all(std::string_view archive, std::size_t piece = std::size_t{1} << 20,
                        const WarcReaderOptions& options = {}) {
    ByteSource whole = source_of(archive);
    WarcReader reader([whole, piece](char* room, std::size_t size) { return whole(room, size < piece ? size : piece); },
                      options);
    Reading reading;
    for (;;) {
        auto item = reader.next();
        if (!item) {
            reading.error = item.error().to_string();
            return reading;
        }
        if (!*item) return reading;
        for (auto& problem : (*item)->problems) reading.problems.push_back(std::move(problem));
        if ((*item)->record) reading.records.push_back(std::move(*(*item)->record));
    }
}

inline bool has_problem(const Reading& reading, ProblemKind kind) {
    for (const auto& problem : reading.problems) {
        if (problem.kind == kind) return true;
    }
    return false;
}

}  // namespace axray::archive::samples
