#include "registers/import/table_reader.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace axray::registers {
namespace {

constexpr int kHeaderRows = 10;
constexpr std::size_t kRowsKept = 10'000;  // of one entry

bool has_all(const Columns& columns, const std::vector<std::string_view>& keys) {
    return std::all_of(keys.begin(), keys.end(), [&columns](std::string_view key) { return columns.has(key); });
}

class TableReader {
public:
    TableReader(const TableForm& form, ListInMaking list) : form_(&form), list_(std::move(list)) {}

    Result<bool> read(const ListFile& file);
    Result<ImportedList> finish(const std::string& file) { return list_.finish(file); }

private:
    Reading take(const TableRow& row);
    void take_entry(const TableRow& row);
    void add(RegisterEntry entry, const std::string& key, const TableRow& row);

    const TableForm* form_;
    ListInMaking list_;
    std::optional<Columns> columns_;  // of the file
    std::optional<RoleReader> roles_;
    int rows_before_ = 0;
    std::unordered_map<std::string, std::size_t> by_key_;  // number of the entry
    // Keys of entries whose rows had no primary name yet, and the kind of the name that stands in for it.
    std::unordered_map<std::string, ListedNameKind> without_primary_;
};

Reading TableReader::take(const TableRow& row) {
    if (columns_) {
        take_entry(row);
        return Reading::go_on;
    }
    const Columns columns(row.cells);
    if (row.whole && has_all(columns, form_->told_by)) {
        columns_ = columns;
        roles_.emplace(columns, form_->roles, form_->rules);
        return has_all(columns, form_->needed) ? Reading::go_on : Reading::stop;
    }
    if (form_->head) form_->head(row, list_.made());
    return ++rows_before_ < kHeaderRows ? Reading::go_on : Reading::stop;
}

void TableReader::take_entry(const TableRow& row) {
    list_.count_row();
    if (!row.fault.empty()) list_.fault(row.place, row.fault);
    if (!row.whole) return;
    if (row.cells.size() > columns_->size()) {
        list_.fault(row.place, "the row has " + std::to_string(row.cells.size()) + " columns, the header " +
                                   std::to_string(columns_->size()));
        return;
    }
    auto entry = roles_->entry(row);
    if (form_->mend) form_->mend(entry, *columns_, row, list_.made());
    const auto key = form_->key(entry, *columns_, row);
    if (key.empty()) {
        list_.fault(row.place, "the row does not tell which party it is about");
        return;
    }
    add(std::move(entry), key, row);
}

void TableReader::add(RegisterEntry entry, const std::string& key, const TableRow& row) {
    if (const auto known = by_key_.find(key); known != by_key_.end()) {
        auto& first = list_.made().entries[known->second];
        if (first.rows.size() >= kRowsKept) return;
        const bool is_primary = !entry.names.empty() && entry.names.front().kind == ListedNameKind::primary;
        const auto stand_in = without_primary_.find(key);
        if (is_primary && stand_in != without_primary_.end()) {
            first.names.front().kind = stand_in->second;
            first.names.insert(first.names.begin(), entry.names.front());
            without_primary_.erase(stand_in);
        }
        merge_into(first, entry);
        return;
    }
    if (entry.names.empty()) {
        list_.fault(row.place, "the row has no name");
        return;
    }
    const auto kind = entry.names.front().kind;
    if (kind != ListedNameKind::primary) without_primary_.emplace(key, kind);
    entry.names.front().kind = ListedNameKind::primary;
    entry.reference = list_.free_reference(form_->reference(entry, *columns_, row));
    by_key_.emplace(key, list_.made().entries.size());
    list_.add(std::move(entry));
}

Result<bool> TableReader::read(const ListFile& file) {
    columns_.reset();
    roles_.reset();
    rows_before_ = 0;
    const auto read = each_row(file, [this](const TableRow& row) { return take(row); });
    if (!read) return fail(read.error());
    if (!columns_) {
        std::string wanted;
        for (const auto key : form_->told_by) wanted += (wanted.empty() ? "" : ", ") + std::string(key);
        return fail(Error{ErrorCode::malformed,
                          "no header of " + std::string(form_->name) + " in the first rows; expected are " + wanted,
                          {file.name}});
    }
    for (const auto key : form_->needed) {
        if (columns_->has(key)) continue;
        return fail(Error{ErrorCode::malformed,
                          "a column is missing in " + std::string(form_->name) + ": expected is '" + std::string(key) +
                              "', found are " + columns_->names(),
                          {file.name}});
    }
    return true;
}

}  // namespace

std::string_view cell_of(const Columns& columns, const TableRow& row, std::string_view key) {
    const auto at = columns.find(key);
    return at < row.cells.size() ? trimmed(row.cells[at]) : std::string_view();
}

bool fits_table(const TableForm& form, std::string_view start) {
    const auto fits = [&form](const Columns& columns) { return has_all(columns, form.told_by); };
    return header_of(ListFile{"", std::string(start)}, fits).size() > 0;
}

Result<ImportedList> read_tables(const TableForm& form, const std::vector<ListFile>& files, ListInMaking list) {
    TableReader reader(form, std::move(list));
    for (const auto& file : files) {
        if (auto read = reader.read(file); !read) return fail(std::move(read.error()));
    }
    return reader.finish(files.front().name);
}

}  // namespace axray::registers
