// Decoders of the compressed units that archives consist of: gzip members and Zstandard frames (bytes -> bytes).
//
// A unit is decoded step by step, in whatever pieces its bytes come. Whole gzip members that fit in memory take the
// short way through libdeflate. Sources: RFC 1952, RFC 8878, the IIPC's "Zstandard compression for WARC" (a dictionary
// in a skippable frame, itself compressed or not), through zlib, libdeflate and libzstd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace axray::archive {

enum class UnitKind : std::uint8_t { plain, gzip, zstd, skippable, unknown };

// What the bytes begin, as far as eight bytes tell; skippable is a frame of Zstandard that holds no data.
[[nodiscard]] UnitKind unit_kind(std::string_view bytes);

inline constexpr std::size_t kSkippableHeader = 8;
[[nodiscard]] std::uint32_t skippable_size(std::string_view header);  // of its content; header: kSkippableHeader bytes
[[nodiscard]] bool is_dictionary_frame(std::string_view header);

enum class UnitState : std::uint8_t { more, ended, damaged };

struct UnitStep {
    std::size_t used = 0;  // bytes of input
    std::size_t made = 0;  // bytes of output
    UnitState state = UnitState::more;
    std::string reason = {};  // when damaged, a clause: "incorrect data check"
};

class UnitDecoder {
public:
    UnitDecoder();
    UnitDecoder(UnitDecoder&&) noexcept;
    UnitDecoder& operator=(UnitDecoder&&) noexcept;
    ~UnitDecoder();

    // Frames of Zstandard are decoded with it from now on. An empty reason means that it can be used.
    [[nodiscard]] std::string use_dictionary(std::string_view frame_content);

    // Makes ready for a unit of this kind, gzip or zstd.
    void begin(UnitKind kind);
    [[nodiscard]] UnitStep step(std::string_view input, char* room, std::size_t size);

    enum class Whole : std::uint8_t { done, needs_room, no };
    // A whole gzip member at the beginning of `input`, in one go. `no` says nothing: it may be damaged or not all
    // there.
    [[nodiscard]] Whole whole_gzip(std::string_view input, char* room, std::size_t size, UnitStep& step);

    // True when the bytes at `input` begin a unit that holds records: its first bytes decode without fault and either
    // begin a record or, when the unit is short, agree with its checksum.
    [[nodiscard]] bool decodes(std::string_view input);

private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
};

}  // namespace axray::archive
