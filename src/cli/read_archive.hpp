// The pages of a web archive as tasks (bytes of a WARC or ARC -> ReadTasks).
//
// Pages are successful responses, resources and conversions of a kind that can be read as text; other records are
// passed over. Codings are undone where the task is done, on any thread. Source: own, over archive/warc_reader.hpp.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include <axray/engine.hpp>

#include "archive/warc_reader.hpp"
#include "cli/inputs.hpp"

namespace axray::cli {

// True when a file that begins with these bytes is a web archive, compressed or not. Some thousand bytes are enough.
[[nodiscard]] bool looks_like_archive(std::string_view beginning);

// The bytes of `source` behind those of `beginning`, which were taken from it before.
[[nodiscard]] archive::ByteSource source_behind(std::string beginning, archive::ByteSource source);

class ArchiveTasks {
public:
    // `name` is what messages call the archive; `engine` must outlive the tasks.
    ArchiveTasks(const Engine& engine, std::string name, archive::ByteSource source)
        : engine_(engine), name_(std::move(name)), reader_(std::move(source)) {}

    // The next page or damage, none at the end. When the archive breaks off, the last task says so.
    [[nodiscard]] std::optional<ReadTask> next(const std::atomic<bool>& stop);

private:
    const Engine& engine_;
    std::string name_;
    archive::WarcReader reader_;
    bool ended_ = false;
};

}  // namespace axray::cli
