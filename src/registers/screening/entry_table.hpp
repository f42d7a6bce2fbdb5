// Where the entries of the lists in use are kept (number of an entry, or its reference -> line of entries.jsonl).
//
// Hits are few and lists are long: only the lines of hits are read. The table is one file beside the index of names,
// mapped and never parsed; entries are numbered as they were added. Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/result.hpp>
#include <axray/span.hpp>

#include "base/model_file.hpp"

namespace axray::registers {

struct EntryPlace {
    std::uint32_t version = 0;  // number of its version among those in use
    EntryKind kind = EntryKind::unknown;
    Span line;                   // bytes of entries.jsonl
    std::string_view reference;  // valid as long as the table
};

class EntryTableBuilder {
public:
    // `place.reference` is copied. Entries get the numbers 0, 1, ...
    void add(const EntryPlace& place);

    // The payload of the file.
    [[nodiscard]] std::string finish() const;

private:
    struct Added {
        EntryPlace place;
        std::string reference;
    };
    std::vector<Added> added_;
};

// Constant after it was opened; may be used by several threads at once.
class EntryTable {
public:
    // Checks every part once. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<EntryTable> of(base::ModelFile file, const std::string& path);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(records_.size()); }
    [[nodiscard]] EntryPlace place(std::uint32_t entry) const;

    // The entries with that reference: one for each list that has it. O(log entries).
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view reference) const;

private:
    struct Record {
        std::uint32_t begin = 0;  // of the line
        std::uint32_t end = 0;
        std::uint32_t reference = 0;  // where it begins; it ends where that of the next entry begins
        std::uint16_t version = 0;
        std::uint16_t kind = 0;
    };
    friend class EntryTableBuilder;

    explicit EntryTable(base::ModelFile file) : file_(std::move(file)) {}
    [[nodiscard]] std::string_view reference_of(std::uint32_t entry) const;

    base::ModelFile file_;
    std::span<const Record> records_;
    std::span<const std::uint32_t> by_reference_;
    std::string_view references_;
};

inline constexpr std::string_view kEntryTableKind = "entry-table";
inline constexpr std::uint32_t kEntryTableVersion = 1;

}  // namespace axray::registers
