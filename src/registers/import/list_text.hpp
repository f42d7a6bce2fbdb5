// The text of a list's file in UTF-8, with the way back to the bytes that were published (ListFile -> ListText).
//
// Known are UTF-8 and UTF-16 with or without a mark, and Windows-1252, which stands for every one-byte text of western
// letters: a file counts as that when no letter in it is well-formed UTF-8 beyond ASCII and some byte is not ASCII.
// A wrong byte in UTF-8 becomes U+FFFD and is counted, so that its row can be told. Rows are asked for from the
// beginning to the end of the file; then all answers together cost O(bytes).
// Sources: Unicode Standard, section 3.10; WHATWG Encoding Standard, index windows-1252.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

class ListText {
public:
    // `file` must live as long as the text does.
    explicit ListText(const ListFile& file);

    [[nodiscard]] std::string_view text() const { return own_ ? std::string_view(decoded_) : plain_; }
    [[nodiscard]] const ListFile& file() const { return *file_; }

    // Where bytes begin..end of text() stand in the file. `begin` must not go back behind that of the call before.
    [[nodiscard]] ListRow row(std::size_t begin, std::size_t end, std::uint64_t line);

    // How many bytes of the file between begin and end of text() were wrong, and are U+FFFD now.
    [[nodiscard]] std::size_t wrong_bytes(std::size_t begin, std::size_t end) const;

private:
    enum class Encoding : std::uint8_t { utf8, utf16, windows_1252 };
    [[nodiscard]] std::size_t original_size(std::size_t begin, std::size_t end) const;
    void decode_utf16(std::string_view bytes, bool big_endian);
    void decode_utf8(std::string_view bytes);

    const ListFile* file_;
    Encoding encoding_ = Encoding::utf8;
    bool own_ = false;
    std::string_view plain_;          // of the file, when it is UTF-8
    std::string decoded_;             // otherwise
    std::vector<std::size_t> wrong_;  // places in decoded_ of U+FFFD that stand for one byte each
    std::size_t mark_ = 0;            // bytes of the byte order mark
    std::size_t known_ = 0;           // a place in text() ...
    std::size_t known_original_ = 0;  // ... and in the file, behind the mark
};

}  // namespace axray::registers
