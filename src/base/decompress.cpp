#include "base/decompress.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

namespace axray::base {
namespace {

constexpr std::size_t kStep = std::size_t{1} << 16;       // bytes of output made at once, and of input given at once
constexpr std::size_t kLeastRoom = std::size_t{1} << 16;  // bytes of the first guess at the size of the output
constexpr int kZstdWindowBits = 23;                       // what RFC 9659 allows for content on the web: 8 MiB

enum class StepState : std::uint8_t { more, ended, faulty };

struct Step {
    std::size_t used = 0;
    std::size_t made = 0;
    StepState state = StepState::more;
};

// The streaming decoders share one form: step(input, room) and restart() for data of several parts.
class ZlibSteps {
public:
    explicit ZlibSteps(Coding coding) {
        constexpr int kWindow = 15;
        const int window = coding == Coding::gzip ? kWindow + 16 : coding == Coding::zlib ? kWindow : -kWindow;
        usable_ = inflateInit2(&stream_, window) == Z_OK;
    }
    ZlibSteps(const ZlibSteps&) = delete;
    ZlibSteps& operator=(const ZlibSteps&) = delete;
    ~ZlibSteps() { inflateEnd(&stream_); }

    [[nodiscard]] Step step(std::string_view input, char* room, std::size_t size) {
        if (!usable_) return {0, 0, StepState::faulty};
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        stream_.avail_in = static_cast<uInt>(input.size());
        stream_.next_out = reinterpret_cast<Bytef*>(room);
        stream_.avail_out = static_cast<uInt>(size);
        const int status = inflate(&stream_, Z_NO_FLUSH);
        Step done{input.size() - stream_.avail_in, size - stream_.avail_out, StepState::more};
        if (status == Z_STREAM_END) done.state = StepState::ended;
        if (status != Z_STREAM_END && status != Z_OK && status != Z_BUF_ERROR) done.state = StepState::faulty;
        return done;
    }
    void restart() { inflateReset(&stream_); }

private:
    z_stream stream_{};
    bool usable_ = false;
};

class BrotliSteps {
public:
    [[nodiscard]] Step step(std::string_view input, char* room, std::size_t size) {
        if (!state_) return {0, 0, StepState::faulty};
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(input.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(room);
        std::size_t in = input.size();
        std::size_t out = size;
        const auto status = BrotliDecoderDecompressStream(state_.get(), &in, &next_in, &out, &next_out, nullptr);
        Step done{input.size() - in, size - out, StepState::more};
        if (status == BROTLI_DECODER_RESULT_SUCCESS) done.state = StepState::ended;
        if (status == BROTLI_DECODER_RESULT_ERROR) done.state = StepState::faulty;
        return done;
    }

private:
    struct Free {
        void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
    };
    std::unique_ptr<BrotliDecoderState, Free> state_{BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

class ZstdSteps {
public:
    ZstdSteps() {
        if (context_) ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kZstdWindowBits);
    }
    [[nodiscard]] Step step(std::string_view input, char* room, std::size_t size) {
        if (!context_) return {0, 0, StepState::faulty};
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{room, size, 0};
        const std::size_t status = ZSTD_decompressStream(context_.get(), &out, &in);
        Step done{in.pos, out.pos, StepState::more};
        if (ZSTD_isError(status) != 0) {
            done.state = StepState::faulty;
        } else if (status == 0) {
            done.state = StepState::ended;
        }
        return done;
    }

private:
    struct Free {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> context_{ZSTD_createDCtx()};
};

bool out_of_proportion(std::size_t used, std::size_t made, const DecompressLimits& limits) {
    return made > limits.ratio_from && made / limits.ratio > used;
}

Decompressed refused(Coding coding, std::size_t used, std::size_t made) {
    Decompressed answer;
    answer.state = DecompressState::refused;
    answer.used = used;
    answer.reason = "the " + std::string(to_string(coding)) + " data is refused: " + std::to_string(used) +
                    " bytes expand to " + std::to_string(made) + " and more";
    return answer;
}

void conclude(Decompressed& answer, DecompressState state, Coding coding) {
    answer.state = state;
    const std::string data = "the " + std::string(to_string(coding)) + " data ";
    if (state == DecompressState::cut) answer.reason = data + "is cut off";
    if (state == DecompressState::damaged) answer.reason = data + "is damaged";
    if (state == DecompressState::too_long) {
        answer.reason = data + "is longer than the limit of " + std::to_string(answer.bytes.size()) + " bytes";
    }
}

bool begins_gzip(std::string_view bytes) { return bytes.substr(0, 3) == "\x1f\x8b\x08"; }

// Goes on until the data ends, breaks or exceeds a limit. `at_end(rest)` says whether the data is over at the end of a
// part; it may prepare the decoder for the next part instead.
template <class Steps, class AtEnd>
Decompressed run_steps(std::string_view input, Coding coding, const DecompressLimits& limits, Steps& steps,
                       const AtEnd& at_end) {
    Decompressed answer;
    std::vector<char> room(kStep);
    for (;;) {
        const std::string_view piece = input.substr(answer.used, kStep);
        // Always the same room, whatever the limit: what libzstd gives of damaged data depends on it.
        const Step step = steps.step(piece, room.data(), room.size());
        answer.used += step.used;
        answer.bytes.append(room.data(), step.made);
        if (out_of_proportion(answer.used, answer.bytes.size(), limits)) {
            return refused(coding, answer.used, answer.bytes.size());
        }
        if (answer.bytes.size() > limits.bytes) {
            answer.bytes.resize(limits.bytes);
            conclude(answer, DecompressState::too_long, coding);
            return answer;
        }
        if (step.state == StepState::faulty) {
            conclude(answer, DecompressState::damaged, coding);
            return answer;
        }
        if (step.state == StepState::ended) {
            if (at_end(input.substr(answer.used))) return answer;
        } else if (step.used == 0 && step.made == 0) {
            conclude(answer, answer.used == input.size() ? DecompressState::cut : DecompressState::damaged, coding);
            return answer;
        }
    }
}

struct FreeDecompressor {
    void operator()(libdeflate_decompressor* tool) const { libdeflate_free_decompressor(tool); }
};

// Whole data by libdeflate, which needs all of the room beforehand; false when it is not whole or does not fit.
bool inflate_whole(std::string_view input, Coding coding, const DecompressLimits& limits, Decompressed& answer) {
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> kTool{
        libdeflate_alloc_decompressor()};
    if (!kTool) return false;
    std::size_t room = std::min(limits.bytes, std::max(kLeastRoom, 6 * input.size()));
    for (;;) {
        answer.bytes.resize(room);
        std::size_t used = 0;
        std::size_t made = 0;
        const auto inflate_with = coding == Coding::gzip   ? libdeflate_gzip_decompress_ex
                                  : coding == Coding::zlib ? libdeflate_zlib_decompress_ex
                                                           : libdeflate_deflate_decompress_ex;
        const auto status =
            inflate_with(kTool.get(), input.data(), input.size(), answer.bytes.data(), room, &used, &made);
        if (status == LIBDEFLATE_SUCCESS) {
            answer.bytes.resize(made);
            answer.used = used;
            return coding != Coding::gzip || !begins_gzip(input.substr(used));
        }
        if (status != LIBDEFLATE_INSUFFICIENT_SPACE || room == limits.bytes) return false;
        if (out_of_proportion(input.size(), room, limits)) return false;
        room = std::min(limits.bytes, 4 * room);
    }
}

Decompressed inflate(std::string_view input, Coding coding, const DecompressLimits& limits) {
    Decompressed answer;
    if (inflate_whole(input, coding, limits, answer)) {
        if (!out_of_proportion(answer.used, answer.bytes.size(), limits)) return answer;
        return refused(coding, answer.used, answer.bytes.size());
    }
    ZlibSteps steps(coding);
    return run_steps(input, coding, limits, steps, [&](std::string_view rest) {
        if (coding != Coding::gzip || !begins_gzip(rest)) return true;
        steps.restart();
        return false;
    });
}

}  // namespace

std::string_view to_string(Coding coding) {
    switch (coding) {
        case Coding::gzip: return "gzip";
        case Coding::zlib: return "zlib";
        case Coding::raw_deflate: return "raw deflate";
        case Coding::brotli: return "Brotli";
        case Coding::zstd: return "Zstandard";
    }
    return "compressed";
}

Decompressed decompress(std::string_view compressed, Coding coding, const DecompressLimits& limits) {
    if (coding == Coding::brotli) {
        BrotliSteps steps;
        return run_steps(compressed, coding, limits, steps, [](std::string_view) { return true; });
    }
    if (coding == Coding::zstd) {
        ZstdSteps steps;
        return run_steps(compressed, coding, limits, steps, [](std::string_view rest) { return rest.empty(); });
    }
    return inflate(compressed, coding, limits);
}

}  // namespace axray::base
