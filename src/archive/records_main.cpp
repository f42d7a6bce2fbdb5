// Lists the records of web archives as JSON lines (program axray_warc_records, for development).
//
//   axray_warc_records [--count] FILE...      "-" is standard input
//
// One line a record: file, kind, uri, date, state, place, and of the payload: HTTP status, state, media type, bytes,
// SHA-1, digests. One line {"file", "problem", ...} for each problem, before the record that it concerns. --count reads
// without decoding the payloads and prints one line a file. Exit status 0; 3 when a file was no archive or unreadable.
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "archive/digests.hpp"
#include "archive/payload.hpp"
#include "archive/warc_reader.hpp"

using namespace axray;
using namespace axray::archive;
using Json = nlohmann::ordered_json;

namespace {

void print(const Json& line) { std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n'; }

void print_problem(const std::string& file, const Problem& problem) {
    print({{"file", file},
           {"problem", to_string(problem.kind)},
           {"offset", problem.offset},
           {"lost", problem.lost},
           {"message", problem.message}});
}

void print_record(const std::string& file, const WarcRecord& record) {
    const Payload payload = payload_of(record, {.limits = {}, .digests = DigestCheck::on});
    for (const auto& problem : payload.problems) print_problem(file, problem);
    print({{"file", file},
           {"kind", to_string(record.kind)},
           {"uri", record.target_uri},
           {"date", record.date},
           {"state", to_string(record.state)},
           {"offset", record.place.offset},
           {"length", record.place.length},
           {"inner", record.place.inner},
           {"block_bytes", record.block_size},
           {"http_status", payload.http_status},
           {"payload_state", to_string(payload.state)},
           {"media_type", payload.media_type},
           {"charset", payload.charset},
           {"payload_bytes", payload.bytes.size()},
           {"payload_sha1", sha1_hex(payload.bytes)},
           {"block_digest", to_string(payload.block_digest)},
           {"payload_digest", to_string(payload.payload_digest)}});
}

Result<std::uint64_t> list(const std::string& file, ByteSource source, bool count_only) {
    WarcReader reader(std::move(source));
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::uint64_t problems = 0;
    for (;;) {
        auto item = reader.next();
        if (!item) return fail(std::move(item).error());
        if (!*item) break;
        problems += (*item)->problems.size();
        if (!count_only) {
            for (const auto& problem : (*item)->problems) print_problem(file, problem);
        }
        if (!(*item)->record) continue;
        ++records;
        bytes += (*item)->record->block_size;
        if (!count_only) print_record(file, *(*item)->record);
    }
    if (count_only) print({{"file", file}, {"records", records}, {"block_bytes", bytes}, {"problems", problems}});
    return records;
}

Result<std::uint64_t> list_file(const std::string& file, bool count_only) {
    if (file == "-") return list(file, source_of_descriptor(STDIN_FILENO, "standard input"), count_only);
    auto source = source_of_file(file);
    if (!source) return fail(std::move(source).error());
    return list(file, std::move(*source), count_only);
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    bool count_only = false;
    int status = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--count") {
            count_only = true;
            continue;
        }
        if (const auto records = list_file(argument, count_only); !records) {
            print(
                {{"file", argument}, {"error", to_string(records.error().code)}, {"message", records.error().message}});
            status = 3;
        }
    }
    std::cout.flush();
    return status;
}
