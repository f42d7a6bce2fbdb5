// The row of an entry as it was published (ListRow -> bytes of the source in the store).
//
// The bytes are believed only while their file has the SHA-256 that it had when it was imported. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/result.hpp>

#include "registers/store/store.hpp"

namespace axray::registers {

struct RowText {
    std::string text;  // the bytes of the row, at most kLongestRow
    bool cut = false;  // there are more
};
inline constexpr std::size_t kLongestRow = 2000;  // bytes

// For each of the rows. Errors: not_found when no source of the version has the file, malformed, unreadable.
// Unpacks each source that is needed once. O(bytes of these sources).
[[nodiscard]] Result<std::vector<RowText>> row_texts(const Store& store, const ListVersion& version,
                                                     const std::vector<ListRow>& rows);

}  // namespace axray::registers
