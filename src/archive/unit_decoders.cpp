#include "archive/unit_decoders.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include "archive/record_header.hpp"
#include "base/decompress.hpp"

namespace axray::archive {
namespace {

constexpr int kGzipWindow = 15 + 16;                             // zlib's largest window, gzip header expected
constexpr std::size_t kTrial = 4096;                             // bytes of input after which a unit is believed or not
constexpr std::size_t kDictionaryLimit = std::size_t{16} << 20;  // bytes of a decompressed dictionary

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

struct FreeDeflate {
    void operator()(libdeflate_decompressor* tool) const { libdeflate_free_decompressor(tool); }
};
struct FreeZlib {
    void operator()(z_stream* stream) const {
        inflateEnd(stream);
        delete stream;
    }
};
struct FreeZstd {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
struct FreeDictionary {
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

std::unique_ptr<z_stream, FreeZlib> make_zlib() {
    auto stream = std::make_unique<z_stream>();
    if (inflateInit2(stream.get(), kGzipWindow) != Z_OK) return nullptr;
    return std::unique_ptr<z_stream, FreeZlib>(stream.release());
}

UnitStep zlib_step(z_stream& stream, std::string_view input, char* room, std::size_t size) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));  // zlib does not write there
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(room);
    stream.avail_out = static_cast<uInt>(size);
    const int status = inflate(&stream, Z_NO_FLUSH);
    UnitStep step{input.size() - stream.avail_in, size - stream.avail_out};
    if (status == Z_STREAM_END) {
        step.state = UnitState::ended;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
        step.state = UnitState::damaged;
        step.reason = stream.msg != nullptr ? stream.msg : "no such compression";
    }
    return step;
}

UnitStep zstd_step(ZSTD_DCtx* context, std::string_view input, char* room, std::size_t size) {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{room, size, 0};
    const std::size_t status = ZSTD_decompressStream(context, &out, &in);
    UnitStep step{in.pos, out.pos};
    if (ZSTD_isError(status) != 0) {
        step.state = UnitState::damaged;
        step.reason = ZSTD_getErrorName(status);
    } else if (status == 0) {
        step.state = UnitState::ended;
    }
    return step;
}

}  // namespace

UnitKind unit_kind(std::string_view bytes) {
    constexpr unsigned kReservedFlags = 0xE0;
    if (bytes.size() >= 4 && bytes.substr(0, 3) == "\x1f\x8b\x08" &&
        (static_cast<unsigned char>(bytes[3]) & kReservedFlags) == 0) {
        return UnitKind::gzip;
    }
    if (bytes.substr(0, 4) == "\x28\xb5\x2f\xfd") return UnitKind::zstd;
    if (bytes.size() >= kSkippableHeader && (little_endian(bytes) & 0xFFFFFFF0U) == 0x184D2A50U) {
        return UnitKind::skippable;
    }
    return begins_record(bytes) ? UnitKind::plain : UnitKind::unknown;
}

std::uint32_t skippable_size(std::string_view header) { return little_endian(header.substr(4)); }

bool is_dictionary_frame(std::string_view header) { return little_endian(header) == 0x184D2A5DU; }

struct UnitDecoder::Tools {
    std::unique_ptr<libdeflate_decompressor, FreeDeflate> deflate{libdeflate_alloc_decompressor()};
    std::unique_ptr<z_stream, FreeZlib> zlib = make_zlib();
    std::unique_ptr<ZSTD_DCtx, FreeZstd> zstd;
    std::unique_ptr<ZSTD_DDict, FreeDictionary> dictionary;
    UnitKind kind = UnitKind::gzip;
};

UnitDecoder::UnitDecoder() : tools_(std::make_unique<Tools>()) {}
UnitDecoder::UnitDecoder(UnitDecoder&&) noexcept = default;
UnitDecoder& UnitDecoder::operator=(UnitDecoder&&) noexcept = default;
UnitDecoder::~UnitDecoder() = default;

std::string UnitDecoder::use_dictionary(std::string_view frame_content) {
    base::Decompressed plain;
    if (unit_kind(frame_content) == UnitKind::zstd) {
        base::DecompressLimits limits;
        limits.bytes = kDictionaryLimit;
        plain = base::decompress(frame_content, base::Coding::zstd, limits);
        if (plain.state != base::DecompressState::whole) return plain.reason;
        frame_content = plain.bytes;
    }
    tools_->dictionary.reset(ZSTD_createDDict(frame_content.data(), frame_content.size()));
    return tools_->dictionary ? "" : "it is no dictionary of Zstandard";
}

void UnitDecoder::begin(UnitKind kind) {
    tools_->kind = kind;
    if (kind == UnitKind::gzip) {
        if (tools_->zlib) inflateReset(tools_->zlib.get());
        return;
    }
    if (!tools_->zstd) tools_->zstd.reset(ZSTD_createDCtx());
    if (!tools_->zstd) return;
    ZSTD_DCtx_reset(tools_->zstd.get(), ZSTD_reset_session_only);
    ZSTD_DCtx_refDDict(tools_->zstd.get(), tools_->dictionary.get());
}

UnitStep UnitDecoder::step(std::string_view input, char* room, std::size_t size) {
    if (tools_->kind == UnitKind::gzip && tools_->zlib) return zlib_step(*tools_->zlib, input, room, size);
    if (tools_->kind == UnitKind::zstd && tools_->zstd) return zstd_step(tools_->zstd.get(), input, room, size);
    return {0, 0, UnitState::damaged, "not enough memory to undo the compression"};
}

UnitDecoder::Whole UnitDecoder::whole_gzip(std::string_view input, char* room, std::size_t size, UnitStep& step) {
    if (!tools_->deflate) return Whole::no;
    const auto status = libdeflate_gzip_decompress_ex(tools_->deflate.get(), input.data(), input.size(), room, size,
                                                      &step.used, &step.made);
    if (status == LIBDEFLATE_SUCCESS) {
        step.state = UnitState::ended;
        return Whole::done;
    }
    return status == LIBDEFLATE_INSUFFICIENT_SPACE ? Whole::needs_room : Whole::no;
}

bool UnitDecoder::decodes(std::string_view input) {
    const UnitKind kind = unit_kind(input);
    if (kind == UnitKind::plain) return true;
    if (kind != UnitKind::gzip && kind != UnitKind::zstd) return false;
    begin(kind);
    std::array<char, kTrial> room{};
    std::string_view rest = input.substr(0, kTrial);
    bool record = false;
    for (bool first = true;; first = false) {
        const UnitStep done = step(rest, room.data(), room.size());
        if (first) record = begins_record({room.data(), done.made});
        if (done.state == UnitState::damaged) return false;
        if (done.state == UnitState::ended) return true;
        rest.remove_prefix(done.used);
        if (record && done.made > 0) return true;
        if (done.used == 0 && done.made == 0) return record;
    }
}

}  // namespace axray::archive
