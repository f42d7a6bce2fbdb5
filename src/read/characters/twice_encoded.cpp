#include "read/characters/twice_encoded.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "read/characters/encodings.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kFewest = 3;  // sequences, below which nothing is mended

// The way back from characters to the bytes that they were in an encoding of single bytes.
class ByteOfCharacter {
public:
    ByteOfCharacter(std::string_view name, const SingleByteTable& table) : name_(name) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table[i] != 0) pairs_.push_back({table[i], static_cast<unsigned char>(0x80 + i)});
        }
        std::sort(pairs_.begin(), pairs_.end());
    }

    // 0 when the character is in no byte of the encoding. Control characters are taken as bytes too: many programs
    // pass on what their table leaves open.
    [[nodiscard]] unsigned char operator()(char32_t value) const {
        const auto place =
            std::lower_bound(pairs_.begin(), pairs_.end(), std::pair<char32_t, unsigned char>{value, '\0'});
        if (place != pairs_.end() && place->first == value) return place->second;
        return value >= 0x80 && value < 0xA0 ? static_cast<unsigned char>(value) : '\0';
    }
    [[nodiscard]] std::string_view name() const { return name_; }

private:
    std::string_view name_;
    std::vector<std::pair<char32_t, unsigned char>> pairs_;
};

// A sequence of characters that are the bytes of one UTF-8 character.
struct Sequence {
    std::string bytes;     // empty when there is none at this place
    std::size_t size = 0;  // bytes of the text that it takes
};

Sequence sequence_at(std::string_view text, std::size_t position, const ByteOfCharacter& byte_of) {
    Sequence sequence;
    std::size_t wanted = 1;
    for (std::size_t i = 0; i < wanted && position + sequence.size < text.size(); ++i) {
        const auto character = base::decode_utf8(text, position + sequence.size);
        const unsigned char byte = character.value < 0x80 ? '\0' : byte_of(character.value);
        if (byte == 0) return {};
        if (i == 0) {
            if (byte < 0xC2 || byte > 0xF4) return {};
            wanted = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        } else if ((byte & 0xC0U) != 0x80U) {
            return {};
        }
        sequence.bytes.push_back(static_cast<char>(byte));
        sequence.size += character.size;
    }
    if (sequence.bytes.size() != wanted || base::first_invalid_utf8(sequence.bytes) != wanted) return {};
    return sequence;
}

// True when nearly all that is not ASCII consists of such sequences.
bool is_twice_encoded(std::string_view text, const ByteOfCharacter& byte_of) {
    std::size_t sequences = 0;
    std::size_t others = 0;
    for (std::size_t position = 0; position < text.size();) {
        if (static_cast<unsigned char>(text[position]) < 0x80) {
            ++position;
            continue;
        }
        const Sequence sequence = sequence_at(text, position, byte_of);
        if (sequence.size > 0) {
            ++sequences;
            position += sequence.size;
        } else {
            ++others;
            position += base::decode_utf8(text, position).size;
        }
        if (others > 8 && others * 20 > sequences) return false;
    }
    return sequences >= kFewest && others * 20 <= sequences;
}

// The file's bytes behind `span` of the text. Spans come in order, so that all of them together cost O(runs).
class Places {
public:
    explicit Places(const DecodedText& decoded) : decoded_(decoded) {}

    Span of(Span span) {
        if (decoded_.runs.empty()) return {span.begin + decoded_.skipped, span.end + decoded_.skipped};
        while (run_ < decoded_.runs.size() && end_of(decoded_.runs[run_]) <= span.begin) ++run_;
        std::size_t last = run_;
        while (last + 1 < decoded_.runs.size() && end_of(decoded_.runs[last]) < span.end) ++last;
        return {within(decoded_.runs[run_], span).begin, within(decoded_.runs[last], span).end};
    }

private:
    static std::uint32_t end_of(const OriginRun& run) { return run.text_begin + run.text_length; }
    static Span within(const OriginRun& run, Span span) {
        if (run.text_length != run.original_length)
            return {run.original_begin, run.original_begin + run.original_length};
        const std::uint32_t first = span.begin > run.text_begin ? span.begin - run.text_begin : 0;
        const std::uint32_t last = std::min(span.end, end_of(run)) - run.text_begin;
        return {run.original_begin + first, run.original_begin + last};
    }

    const DecodedText& decoded_;
    std::size_t run_ = 0;
};

DecodedText mend(const DecodedText& decoded, const ByteOfCharacter& byte_of) {
    const std::string_view text = decoded.text();
    DecodedText result;
    result.skipped = decoded.skipped;
    result.replaced = decoded.replaced;
    result.charset = decoded.charset;
    result.mended = "UTF-8 taken for " + std::string(byte_of.name());
    result.converted.reserve(text.size());
    Places places(decoded);
    const auto add = [&](std::string_view bytes, Span original) {
        const auto length = static_cast<std::uint32_t>(bytes.size());
        const bool divisible = length == original.size();
        if (divisible && !result.runs.empty()) {
            OriginRun& last = result.runs.back();
            if (last.text_length == last.original_length &&
                last.original_begin + last.original_length == original.begin) {
                last.text_length += length;
                last.original_length += length;
                result.converted.append(bytes);
                return;
            }
        }
        result.runs.push_back(
            {static_cast<std::uint32_t>(result.converted.size()), length, original.begin, original.size()});
        result.converted.append(bytes);
    };
    for (std::size_t position = 0; position < text.size();) {
        Sequence sequence = sequence_at(text, position, byte_of);
        std::size_t size = sequence.size;
        if (size == 0) {
            size = base::decode_utf8(text, position).size;
            sequence.bytes = std::string(text.substr(position, size));
        }
        const auto begin = static_cast<std::uint32_t>(position);
        add(sequence.bytes, places.of({begin, begin + static_cast<std::uint32_t>(size)}));
        position += size;
    }
    return result;
}

}  // namespace

DecodedText mend_taken_for(std::string_view charset, const DecodedText& decoded) {
    const auto encoding = find_encoding(charset);
    if (!encoding || encoding->table == nullptr) return decoded;
    return mend(decoded, ByteOfCharacter(charset, *encoding->table));
}

DecodedText mend_twice_encoded(DecodedText decoded) {
    constexpr std::array<std::string_view, 4> kTakenFor = {"windows-1252", "windows-1251", "windows-1250", "macintosh"};
    const std::string_view text = decoded.text();
    if (std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; })) {
        return decoded;
    }
    for (const std::string_view name : kTakenFor) {
        const ByteOfCharacter byte_of(name, *find_encoding(name)->table);
        if (!is_twice_encoded(text, byte_of)) continue;
        // Some texts went through it twice.
        DecodedText mended = mend(decoded, byte_of);
        if (is_twice_encoded(mended.text(), byte_of)) mended = mend(mended, byte_of);
        return mended;
    }
    return decoded;
}

}  // namespace axray::read
