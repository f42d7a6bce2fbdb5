// The references of a version, sorted (entries <-> references.bin): is it in that version, and where in entries.jsonl?
//
// Asking costs a binary search in a file that is mapped, so that no old version is ever read as a whole. The file is a
// model file (model_file.hpp) of kind "references" whose payload is lines "reference TAB begin TAB end", sorted by the
// bytes of the references; begin and end are bytes of the entry's line in entries.jsonl. Source: own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/result.hpp>
#include <axray/span.hpp>

#include "base/model_file.hpp"

namespace axray::registers {

// True for what may stand in the file: something, without control characters.
[[nodiscard]] bool is_reference(std::string_view text);

// References are as is_reference asks; of equal ones the first is found. Error unwritable.
[[nodiscard]] Result<std::uint64_t> write_references(const std::string& path,
                                                     std::vector<std::pair<std::string_view, Span>> references);

// The same for the lines by themselves: what stands in the line of `reference`. Nothing when there is none, or when the
// lines are damaged.
[[nodiscard]] std::optional<Span> find_reference(std::string_view lines, std::string_view reference);

// Constant after it was opened; may be used by several threads at once.
class ReferenceList {
public:
    // Error model_mismatch.
    [[nodiscard]] static Result<ReferenceList> open(const std::string& path);

    // The bytes of the entry's line in entries.jsonl. O(log of the entries).
    [[nodiscard]] std::optional<Span> find(std::string_view reference) const {
        return find_reference(file_.payload(), reference);
    }

private:
    explicit ReferenceList(base::ModelFile file) : file_(std::move(file)) {}
    base::ModelFile file_;
};

}  // namespace axray::registers
