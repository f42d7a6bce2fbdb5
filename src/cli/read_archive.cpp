#include "cli/read_archive.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "archive/payload.hpp"
#include "base/decompress.hpp"

namespace axray::cli {
namespace {

using archive::Problem;
using archive::RecordKind;
using archive::WarcRecord;

constexpr std::string_view kGzipBegin = "\x1F\x8B";
constexpr std::string_view kZstandardBegin = "\x28\xB5\x2F\xFD";
constexpr std::string_view kZstandardDictionaryBegin = "\x5D\x2A\x4D\x18";  // as archives put one before their records
constexpr int kFirstSuccess = 200;
constexpr int kFirstRedirect = 300;

// Types that hold text for readers, and those under which it is found by mistake.
constexpr std::array kReadableTypes = {std::string_view("text/html"),
                                       std::string_view("application/xhtml+xml"),
                                       std::string_view("text/plain"),
                                       std::string_view("application/pdf"),
                                       std::string_view("application/xml"),
                                       std::string_view("text/xml"),
                                       std::string_view("application/rss+xml"),
                                       std::string_view("application/atom+xml"),
                                       std::string_view("application/feed+json"),
                                       std::string_view("")};

bool begins_as_records(std::string_view bytes) { return bytes.starts_with("WARC/") || bytes.starts_with("filedesc:"); }

bool begins_as_records_in(std::string_view compressed, base::Coding coding) {
    base::DecompressLimits limits;
    limits.bytes = 64;
    return begins_as_records(base::decompress(compressed, coding, limits).bytes);
}

bool may_hold_a_page(const WarcRecord& record) {
    return record.kind == RecordKind::response || record.kind == RecordKind::resource ||
           record.kind == RecordKind::conversion;
}

bool is_page(const archive::Payload& payload) {
    if (payload.http_status != 0 && (payload.http_status < kFirstSuccess || payload.http_status >= kFirstRedirect)) {
        return false;
    }
    return std::find(kReadableTypes.begin(), kReadableTypes.end(), payload.media_type) != kReadableTypes.end();
}

Error error_of(const Problem& problem, const std::string& archive) {
    return {ErrorCode::malformed, problem.message, {"byte " + std::to_string(problem.offset), archive}};
}

void read_record(const Engine& engine, const std::string& archive, const WarcRecord& record,
                 const ReadReceiver& receiver) {
    auto payload = archive::payload_of(record);
    if (!is_page(payload)) return;
    for (const auto& problem : payload.problems) receiver.damage(error_of(problem, archive));
    if (payload.bytes.empty()) return;  // an answer without a body, or one whose damage was just told
    ReadOptions options;
    options.id =
        record.target_uri.empty() ? archive + ", byte " + std::to_string(record.place.offset) : record.target_uri;
    options.address = record.target_uri;
    options.retrieved = record.date;
    options.charset = payload.charset;
    if (record.kind == RecordKind::conversion) options.media_type = payload.media_type;
    read_documents(engine, payload.bytes, options, {record.date, archive, record.place.offset, record.place.length},
                   receiver);
}

}  // namespace

bool looks_like_archive(std::string_view beginning) {
    if (begins_as_records(beginning) || beginning.starts_with(kZstandardDictionaryBegin)) return true;
    if (beginning.starts_with(kGzipBegin)) return begins_as_records_in(beginning, base::Coding::gzip);
    if (beginning.starts_with(kZstandardBegin)) return begins_as_records_in(beginning, base::Coding::zstd);
    return false;
}

archive::ByteSource source_behind(std::string beginning, archive::ByteSource source) {
    return [first = std::move(beginning), done = std::size_t{0}, rest = std::move(source)](
               char* room, std::size_t size) mutable -> Result<std::size_t> {
        if (done == first.size()) return rest(room, size);
        const auto count = std::min(size, first.size() - done);
        std::copy_n(first.data() + done, count, room);
        done += count;
        return count;
    };
}

std::optional<ReadTask> ArchiveTasks::next(const std::atomic<bool>& stop) {
    while (!ended_ && !stop) {
        auto item = reader_.next();
        if (!item) {
            ended_ = true;
            auto error = std::move(item).error();
            if (error.context.empty()) error.context.push_back(name_);
            return ReadTask{[name = name_, error](const ReadReceiver& receiver) { receiver.failure(name, error); }, 0};
        }
        if (!*item) break;
        auto& found = **item;
        const bool page = found.record && may_hold_a_page(*found.record);
        if (!page && found.problems.empty()) continue;
        ReadTask task;
        task.cost = page ? found.record->block.size() : 0;
        // The record is shared, not copied, when the task is handed from hand to hand.
        auto shared = std::make_shared<archive::ArchiveItem>(std::move(found));
        task.run = [&engine = engine_, name = name_, shared, page](const ReadReceiver& receiver) {
            for (const auto& problem : shared->problems) receiver.damage(error_of(problem, name));
            if (page) read_record(engine, name, *shared->record, receiver);
        };
        return task;
    }
    ended_ = true;
    return std::nullopt;
}

}  // namespace axray::cli
