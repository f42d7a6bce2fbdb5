#include "registers/import/ofac_csv.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "registers/import/list_in_making.hpp"
#include "registers/import/list_text.hpp"
#include "registers/import/ofac_remarks.hpp"
#include "registers/import/table_rows.hpp"

namespace axray::registers {
namespace {

enum class Table : std::uint8_t { primary, aliases, addresses, comments };

// Columns of the four files.
constexpr std::size_t kPrimaryColumns = 12;
constexpr std::size_t kAliasColumns = 5;
constexpr std::size_t kAddressColumns = 6;
constexpr std::size_t kCommentColumns = 2;

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 9 &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool is_alias_kind(std::string_view text) { return text == "aka" || text == "fka" || text == "nka"; }

// The value of a cell; "-0-" is how the files write that there is none.
std::string_view value_of(std::string_view cell) {
    cell = trimmed(cell);
    return cell == "-0-" ? std::string_view() : cell;
}

std::optional<Table> table_of(const TableRow& row) {
    const auto& cells = row.cells;
    if (!row.whole || !is_number(trimmed(cells[0]))) return std::nullopt;
    if (cells.size() == kPrimaryColumns) return Table::primary;
    if (cells.size() == kAliasColumns && is_number(trimmed(cells[1])) && is_alias_kind(trimmed(cells[2]))) {
        return Table::aliases;
    }
    if (cells.size() == kAddressColumns && is_number(trimmed(cells[1]))) return Table::addresses;
    return cells.size() == kCommentColumns ? std::optional(Table::comments) : std::nullopt;
}

// Of the first row that fits; a damaged row or two at the beginning do not matter.
std::optional<Table> table_of(const ListFile& file) {
    ListText text(file);
    TableRows rows(text, ',');
    for (int i = 0; i < 8; ++i) {
        const TableRow* row = rows.next();
        if (row == nullptr) break;
        if (const auto table = table_of(*row)) return table;
    }
    return std::nullopt;
}

std::string reference_of(std::string_view number) { return "ofac:" + std::string(trimmed(number)); }

EntryKind kind_of(std::string_view type) {
    if (type == "individual") return EntryKind::person;
    if (type == "vessel") return EntryKind::vessel;
    if (type == "aircraft") return EntryKind::aircraft;
    return EntryKind::organisation;
}

RegisterEntry entry_of(const TableRow& row, std::string_view more_remarks) {
    const auto cell = [&row](std::size_t column) { return value_of(row.cells[column]); };
    RegisterEntry entry;
    entry.reference = reference_of(cell(0));
    entry.kind = kind_of(cell(2));
    entry.rows.push_back(row.place);
    add_name(entry, cell(1), ListedNameKind::primary);
    for (const auto programme : parts_of(cell(3), "] [")) add_text(entry.programmes, programme);
    add_text(entry.countries, cell(9));
    const auto attribute = [&](std::string_view label, std::size_t column) {
        if (!cell(column).empty()) add_text(entry.attributes, std::string(label) + " " + std::string(cell(column)));
    };
    attribute("title", 4);
    attribute("vessel type", 6);
    attribute("tonnage", 7);
    attribute("gross registered tonnage", 8);
    add_identifier(entry, "call sign", cell(5));
    add_text(entry.related, cell(10));
    // What did not fit goes on where the remarks end, also within a word.
    const auto remarks = cell(11).empty() ? std::string() : row.cells[11];
    return with_ofac_remarks(std::move(entry), remarks + std::string(more_remarks));
}

ListedNameKind name_kind_of(std::string_view kind) {
    return kind == "fka" ? ListedNameKind::former : ListedNameKind::alias;
}

class OfacReader {
public:
    Result<ImportedList> read(const std::vector<ListFile>& files);

private:
    void read_table(const ListFile& file, Table table, std::size_t columns);
    void take(const TableRow& row, Table table);
    void take_primary(const TableRow& row);
    void take_more(const TableRow& row, Table table);

    ListInMaking list_{"ofac-sdn"};
    struct Comment {
        std::string text;
        ListRow row;
        bool used = false;
    };
    std::map<std::string, Comment, std::less<>> comments_;  // by reference: what did not fit into the remarks
};

void OfacReader::take_primary(const TableRow& row) {
    const std::string reference = reference_of(row.cells[0]);
    if (list_.find(reference) != nullptr) {
        list_.fault(row.place, "entry " + reference + " is listed twice; the second row is left out");
        return;
    }
    const auto comment = comments_.find(reference);
    const bool more = comment != comments_.end();
    auto entry = entry_of(row, more ? std::string_view(comment->second.text) : std::string_view());
    if (entry.names.empty()) {
        list_.fault(row.place, "entry " + reference + " has no name");
        return;
    }
    if (more) {
        entry.rows.push_back(comment->second.row);
        comment->second.used = true;
    }
    list_.add(std::move(entry));
}

void OfacReader::take_more(const TableRow& row, Table table) {
    const std::string reference = reference_of(row.cells[0]);
    RegisterEntry* entry = list_.find(reference);
    if (entry == nullptr) {
        list_.fault(row.place, "there is no entry " + reference + " in the primary file; the row is left out");
        return;
    }
    if (table == Table::aliases) {
        add_name(*entry, value_of(row.cells[3]), name_kind_of(trimmed(row.cells[2])));
    } else {
        const auto cell = [&row](std::size_t column) { return value_of(row.cells[column]); };
        add_text(entry->places, joined({cell(2), cell(3), cell(4)}, ", "));
    }
    entry->rows.push_back(row.place);
}

void OfacReader::take(const TableRow& row, Table table) {
    if (table == Table::primary) {
        take_primary(row);
    } else if (table == Table::comments) {
        auto& comment = comments_[reference_of(row.cells[0])];
        if (!value_of(row.cells[1]).empty()) comment.text += row.cells[1];
        if (comment.row.line == 0) comment.row = row.place;
    } else {
        take_more(row, table);
    }
}

void OfacReader::read_table(const ListFile& file, Table table, std::size_t columns) {
    ListText text(file);
    TableRows rows(text, ',');
    while (const TableRow* row = rows.next()) {
        list_.count_row();
        const bool fits = row->whole && row->cells.size() == columns && is_number(trimmed(row->cells[0]));
        if (!row->fault.empty()) {
            list_.fault(row->place, row->fault);
        } else if (!fits) {
            list_.fault(row->place, "the row has " + std::to_string(row->cells.size()) + " columns and begins with '" +
                                        row->cells[0].substr(0, 20) + "'; expected are " + std::to_string(columns) +
                                        ", the first a number");
        }
        if (fits) take(*row, table);
    }
}

Result<ImportedList> OfacReader::read(const std::vector<ListFile>& files) {
    const ListFile* primary = nullptr;
    std::vector<std::pair<const ListFile*, Table>> others;
    for (const auto& file : files) {
        const auto table = table_of(file);
        if (!table) {
            return fail(
                Error{ErrorCode::malformed,
                      "the columns are not those of a CSV file of OFAC: 12 of a primary file, 5 of aliases, 6 of "
                      "addresses or 2 of comments, the first of them a number",
                      {file.name}});
        }
        if (*table != Table::primary) {
            others.emplace_back(&file, *table);
        } else if (primary == nullptr) {
            primary = &file;
        } else {
            return fail(Error{ErrorCode::malformed,
                              "this and " + primary->name + " are two primary files; import one list at a time",
                              {file.name}});
        }
    }
    if (primary == nullptr) {
        return fail(Error{ErrorCode::malformed,
                          "this file belongs to a primary file of OFAC (sdn.csv or cons_prim.csv), which is missing",
                          {files.front().name}});
    }
    for (const auto& [file, table] : others) {
        if (table == Table::comments) read_table(*file, table, kCommentColumns);
    }
    read_table(*primary, Table::primary, kPrimaryColumns);
    for (const auto& [file, table] : others) {
        if (table == Table::aliases) read_table(*file, table, kAliasColumns);
        if (table == Table::addresses) read_table(*file, table, kAddressColumns);
    }
    for (const auto& [reference, comment] : comments_) {
        if (!comment.used) {
            list_.fault(comment.row, "there is no entry " + reference + " in the primary file; the row is left out");
        }
    }
    name_ofac_list(list_.made());
    return list_.finish(primary->name);
}

}  // namespace

bool is_ofac_csv(std::string_view start) { return table_of(ListFile{"", std::string(start)}).has_value(); }

bool is_ofac_primary(std::string_view start) { return table_of(ListFile{"", std::string(start)}) == Table::primary; }

Result<ImportedList> read_ofac_csv(const std::vector<ListFile>& files) { return OfacReader().read(files); }

bool is_other_than_blocked(const std::vector<std::string>& programmes) {
    return std::any_of(programmes.begin(), programmes.end(), [](const std::string& programme) {
        return programme.starts_with("NS-") || programme.starts_with("CMIC") || programme.starts_with("561") ||
               programme.starts_with("FSE") || programme == "UKRAINE-EO13662";
    });
}

void name_ofac_list(ImportedList& list) {
    const auto others = std::count_if(list.entries.begin(), list.entries.end(), [](const RegisterEntry& entry) {
        return is_other_than_blocked(entry.programmes);
    });
    const bool consolidated = 2 * static_cast<std::size_t>(others) > list.entries.size();
    list.list = consolidated ? "ofac-consolidated" : "ofac-sdn";
    list.title = consolidated ? "OFAC Consolidated (non-SDN) Sanctions List"
                              : "OFAC Specially Designated Nationals and Blocked Persons List";
    list.publisher = "US Treasury, Office of Foreign Assets Control";
    for (auto& entry : list.entries) entry.list = list.list;
}

}  // namespace axray::registers
