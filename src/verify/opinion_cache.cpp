#include "verify/opinion_cache.hpp"

#include <cstdint>
#include <filesystem>
#include <system_error>

#include "base/files.hpp"
#include "base/output.hpp"

namespace axray::verify {
namespace {

constexpr std::uint64_t kLargestEntry = 64ull << 10U;  // bytes

}  // namespace

std::string OpinionCache::path_of(const std::string& digest) const {
    return folder_ + "/" + digest.substr(0, 2) + "/" + digest + ".json";
}

std::optional<Opinion> OpinionCache::find(const std::string& digest) const {
    if (folder_.empty()) return std::nullopt;
    const auto text = base::read_file(path_of(digest), kLargestEntry);
    if (!text) return std::nullopt;
    return read_opinion(*text);
}

Result<void> OpinionCache::keep(const std::string& digest, const Opinion& opinion) const {
    if (folder_.empty()) return {};
    const std::string path = path_of(digest);
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
    if (error) return fail(Error{ErrorCode::unwritable, "the folder cannot be made: " + error.message(), {folder_}});
    auto output = base::Output::to_file(path);
    if (!output) return fail(std::move(output).error());
    if (const auto written = output->write(write_opinion(opinion)); !written) return fail(written.error());
    if (const auto finished = output->finish(); !finished) return fail(finished.error());
    return {};
}

}  // namespace axray::verify
