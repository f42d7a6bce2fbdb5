// Entries as lines of JSON (RegisterEntry <-> one line of entries.jsonl).
//
// What is empty is not written. Lines are ours, yet read as foreign bytes: a damaged file gives an Error, never a wrong
// entry. Source: own, over simdjson.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/result.hpp>

#include "base/compact_json.hpp"

namespace axray::registers {

// Appends the entry as one object.
void write_entry(base::CompactJson& json, const RegisterEntry& entry);

// Reads many lines with one parser. Not for several threads at once.
class EntryReader {
public:
    EntryReader();
    EntryReader(EntryReader&&) noexcept;
    EntryReader& operator=(EntryReader&&) noexcept;
    ~EntryReader();

    // Bytes that must be readable behind a line that is given to read().
    static const std::size_t kPadding;

    // `line` is followed by kPadding readable bytes of whatever content. Error malformed.
    [[nodiscard]] Result<RegisterEntry> read(std::string_view line);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray::registers
