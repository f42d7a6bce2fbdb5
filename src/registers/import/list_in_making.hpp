// A list while its rows are read: entries by reference, faults, and what every reader does with printed cells.
//
// Readers hand over rows one by one (TableRow or XML record -> RegisterEntry) and take the ImportedList at the end.
// Source: own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);
// With single spaces for every run of spaces, line ends and tabs.
[[nodiscard]] std::string one_line(std::string_view text);
// Parts between separators, trimmed, empty ones left out. The views point into `text`.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator);
// Texts that are not empty, with a separator between.
[[nodiscard]] std::string joined(const std::vector<std::string_view>& texts, std::string_view separator);

// Adds what is not empty and not there yet.
void add_text(std::vector<std::string>& texts, std::string_view text);
void add_texts(std::vector<std::string>& texts, const std::vector<std::string>& more);
void add_name(RegisterEntry& entry, std::string_view text, ListedNameKind kind);
// "label value", when there is a value.
void add_attribute(RegisterEntry& entry, std::string_view label, std::string_view value);
// The web addresses in a running text.
void add_links(RegisterEntry& entry, std::string_view text);
// native_script for a name in another script than Latin, otherwise `kind`.
[[nodiscard]] ListedNameKind name_kind(std::string_view name, ListedNameKind kind);
void add_identifier(RegisterEntry& entry, std::string_view type, std::string_view value, std::string_view country = {});

// A name as part of a reference: "360 Security Technology Inc." -> "360-security-technology-inc"; a digest of one that
// has other letters than ASCII, or more than 60.
[[nodiscard]] std::string reference_word(std::string_view name);

class ListInMaking {
public:
    explicit ListInMaking(std::string list) { made_.list = std::move(list); }

    [[nodiscard]] ImportedList& made() { return made_; }

    void count_row() { ++made_.rows; }
    // The row was left out or read in part.
    void fault(const ListRow& place, std::string message);

    // The entry of a reference; null when there is none. Valid until the next add().
    [[nodiscard]] RegisterEntry* find(std::string_view reference);
    // The reference must be new and the entry must have a name and a row. Names within its names are added at finish().
    RegisterEntry& add(RegisterEntry entry);
    // `reference`, or with "-2", "-3", ... behind it where it is taken.
    [[nodiscard]] std::string free_reference(std::string_view reference) const;

    // Error empty when there is no entry; `file` is what the error names.
    [[nodiscard]] Result<ImportedList> finish(const std::string& file);

private:
    ImportedList made_;
    std::unordered_map<std::string, std::size_t> by_reference_;
    mutable std::unordered_map<std::string, std::size_t> taken_;  // reference -> number that was given last
};

[[nodiscard]] ListInMaking list_called(std::string list, std::string title, std::string publisher);

}  // namespace axray::registers
