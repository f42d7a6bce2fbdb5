#include "base/gzip.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <zlib.h>

namespace axray::base {
namespace {

constexpr int kGzipOnly = 15 + 16;                    // zlib's windowBits: the largest window, gzip header expected
constexpr std::size_t kChunk = std::size_t{1} << 17;  // bytes inflated at once at least
constexpr std::uint64_t kAlwaysAllowed = 1000000;     // bytes of result below which the ratio does not matter

class Inflater {
public:
    explicit Inflater(std::string_view bytes) : input_(bytes) { ready_ = ::inflateInit2(&stream_, kGzipOnly) == Z_OK; }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (ready_) ::inflateEnd(&stream_);
    }

    Result<Gunzipped> run(const GunzipLimits& limits) {
        if (!ready_) return fail(ErrorCode::internal, "not enough memory to undo the compression");
        Gunzipped result;
        for (;;) {
            const int status = inflate_more(result.bytes);
            if (auto within = check(result.bytes.size(), limits); !within) return fail(std::move(within).error());
            if (status == Z_STREAM_END) {
                if (!is_gzip(input_)) return result;  // padding may follow the last member
                ::inflateReset(&stream_);
            } else if (status != Z_OK) {
                result.damage = damage_of(status);
                break;
            }
        }
        if (result.bytes.empty()) return fail(*std::move(result.damage));
        return result;
    }

private:
    int inflate_more(std::string& output) {
        const std::size_t filled = output.size();
        if (output.capacity() - filled < kChunk) output.reserve(2 * filled + 4 * kChunk);
        const std::size_t room = std::min<std::size_t>(output.capacity() - filled, std::size_t{1} << 30);
        const std::size_t offered = std::min<std::size_t>(input_.size(), std::size_t{1} << 30);
        output.resize(filled + room);
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));  // zlib does not write there
        stream_.avail_in = static_cast<uInt>(offered);
        stream_.next_out = reinterpret_cast<Bytef*>(output.data() + filled);
        stream_.avail_out = static_cast<uInt>(room);
        const int status = ::inflate(&stream_, Z_NO_FLUSH);
        output.resize(filled + room - stream_.avail_out);
        input_.remove_prefix(offered - stream_.avail_in);
        consumed_ += offered - stream_.avail_in;
        return status;
    }

    [[nodiscard]] Result<std::uint64_t> check(std::uint64_t size, const GunzipLimits& limits) const {
        if (size > limits.size) {
            return fail(ErrorCode::limit_exceeded,
                        "decompressed it has more than the limit of " + std::to_string(limits.size) + " bytes");
        }
        if (size > kAlwaysAllowed && size / std::max<std::uint64_t>(consumed_, 1) > limits.ratio) {
            return fail(ErrorCode::limit_exceeded, "it expands to more than " + std::to_string(limits.ratio) +
                                                       " times its size, which no page does: not read");
        }
        return size;
    }

    [[nodiscard]] Error damage_of(int status) const {
        const std::string place = " at byte " + std::to_string(consumed_) + " of the file";
        if (status == Z_BUF_ERROR) return {ErrorCode::malformed, "the compressed data is cut off" + place, {}};
        return {ErrorCode::malformed, "the compressed data is damaged" + place, {}};
    }

    std::string_view input_;
    std::uint64_t consumed_ = 0;
    z_stream stream_{};
    bool ready_ = false;
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 3) == "\x1F\x8B\x08"; }

Result<Gunzipped> gunzip(std::string_view bytes, const GunzipLimits& limits) { return Inflater(bytes).run(limits); }

}  // namespace axray::base
