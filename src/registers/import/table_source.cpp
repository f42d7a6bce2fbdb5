#include "registers/import/table_source.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "registers/import/list_in_making.hpp"
#include "registers/import/xml_records.hpp"

namespace axray::registers {
namespace {

constexpr int kHeaderRows = 10;

char separator_of(std::string_view text) {
    constexpr std::size_t kLooked = 4096;
    text = text.substr(0, kLooked);
    const std::string_view separators = ",;\t";
    std::ptrdiff_t most = 0;
    char separator = ',';
    for (const char candidate : separators) {
        const auto count = std::count(text.begin(), text.end(), candidate);
        if (count > most) {
            most = count;
            separator = candidate;
        }
    }
    // The header decides: text in cells has commas, whatever separates the columns.
    const auto header = text.substr(0, text.find('\n'));
    if (std::count(header.begin(), header.end(), '\t') > 0) return '\t';
    const auto semicolons = std::count(header.begin(), header.end(), ';');
    const auto commas = std::count(header.begin(), header.end(), ',');
    if (semicolons == commas) return separator;
    return semicolons > commas ? ';' : ',';
}

std::size_t repeated(const XmlElement& cell) {
    const auto printed = cell.attribute("number-columns-repeated");
    std::size_t count = 1;
    std::from_chars(printed.data(), printed.data() + printed.size(), count);
    return std::max<std::size_t>(count, 1);
}

std::string cell_text(const XmlElement& cell) {
    std::string text;
    for (const auto* paragraph : cell.all("p"))
        text += (text.empty() ? "" : "\n") + std::string(trimmed(paragraph->text));
    // A date is printed as somebody's settings have it; its value is ISO 8601.
    if (const auto date = cell.attribute("date-value"); !date.empty()) return std::string(date);
    return text;
}

TableRow row_of(const XmlElement& record, const ListRow& place) {
    TableRow row;
    row.place = place;
    std::size_t empty = 0;  // cells that are added when one with text follows
    for (const auto& cell : record.children) {
        if (cell.name != "table-cell" && cell.name != "covered-table-cell") continue;
        const auto text = cell_text(cell);
        const auto count = repeated(cell);
        if (text.empty()) {
            empty = std::min(empty + std::min(count, kColumnLimit), kColumnLimit);
            continue;
        }
        const std::size_t room = kColumnLimit - std::min(kColumnLimit, row.cells.size() + empty);
        if (room == 0) break;
        row.cells.resize(row.cells.size() + empty);
        row.cells.insert(row.cells.end(), std::min(count, room), text);
        empty = 0;
    }
    return row;
}

Result<bool> each_sheet_row(ListText& text, const std::function<Reading(const TableRow&)>& take) {
    auto state = Reading::go_on;
    XmlReading reading;
    reading.records = {"table-row"};
    reading.take = [&](const XmlElement& record, const ListRow& place) {
        if (state == Reading::stop) return;
        const auto row = row_of(record, place);
        if (!row.cells.empty()) state = take(row);
    };
    reading.fault = [&](const ListRow& place, std::string message) {
        if (state == Reading::go_on) state = take(TableRow{{}, place, std::move(message), false});
    };
    const auto root = read_xml(text, reading);
    if (!root) return fail(root.error());
    return true;
}

// "(a)" or "(12)" at the beginning of a text: its size.
std::size_t enumerator(std::string_view text) {
    if (text.size() < 3 || text[0] != '(') return 0;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text[2] == ')' && ((text[1] >= 'a' && text[1] <= 'z') || is_digit(text[1]))) return 3;
    return text.size() > 3 && text[3] == ')' && is_digit(text[1]) && is_digit(text[2]) ? 4 : 0;
}

void add_value(std::vector<std::string>& values, std::string_view value) {
    value = trimmed(value);
    while (!value.empty() && (value.back() == ',' || value.back() == ';'))
        value = trimmed(value.substr(0, value.size() - 1));
    if (!value.empty()) values.emplace_back(value);
}

void add_enumerated(std::vector<std::string>& values, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
        const std::size_t size = enumerator(text.substr(at));
        const bool apart = at == 0 || text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '\n';
        if (size == 0 || !apart) continue;
        add_value(values, text.substr(begin, at - begin));
        begin = at + size;
    }
    add_value(values, text.substr(begin));
}

}  // namespace

Result<bool> each_row(const ListFile& file, const std::function<Reading(const TableRow&)>& take) {
    ListText text(file);
    if (!xml_root(text.text()).empty()) return each_sheet_row(text, take);
    TableRows rows(text, separator_of(text.text()));
    while (const TableRow* row = rows.next()) {
        if (take(*row) == Reading::stop) break;
    }
    return true;
}

std::string column_key(std::string_view name) {
    std::string key;
    for (const char letter : lower_ascii(name)) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) key += letter;
    }
    return key;
}

Columns::Columns(const std::vector<std::string>& header) : header_(header) {
    for (std::size_t i = 0; i < header.size(); ++i) by_key_.emplace_back(column_key(header[i]), i);
    std::sort(by_key_.begin(), by_key_.end());
}

std::size_t Columns::find(std::string_view key) const {
    const auto found =
        std::lower_bound(by_key_.begin(), by_key_.end(), key,
                         [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return found == by_key_.end() || found->first != key ? kNone : found->second;
}

std::string Columns::names() const {
    std::string names;
    for (const auto& name : header_) {
        if (names.size() > 200) return names + ", ...";
        names += (names.empty() ? "" : ", ") + one_line(name.substr(0, 40));
    }
    return names;
}

Columns header_of(const ListFile& file, const std::function<bool(const Columns&)>& fits) {
    Columns header;
    int rows = 0;
    const auto read = each_row(file, [&](const TableRow& row) {
        if (row.whole) {
            const Columns columns(row.cells);
            if (fits(columns)) {
                header = columns;
                return Reading::stop;
            }
        }
        return ++rows < kHeaderRows ? Reading::go_on : Reading::stop;
    });
    return read ? header : Columns();
}

std::vector<std::string> values_in(std::string_view cell, char separator) {
    std::vector<std::string> values;
    cell = trimmed(cell);
    while (!cell.empty()) {
        if (cell.front() == '"') {
            // A quoted value; quotes in it are doubled.
            std::string value;
            std::size_t at = 1;
            while (at < cell.size()) {
                const std::size_t quote = std::min(cell.find('"', at), cell.size());
                value.append(cell.substr(at, quote - at));
                at = quote + 1;
                if (at >= cell.size() || cell[at] != '"') break;
                value += '"';
                ++at;
            }
            const std::size_t end = cell.find(separator, std::min(at, cell.size()));
            if (at < cell.size()) value.append(cell.substr(at, end == std::string_view::npos ? end : end - at));
            add_enumerated(values, value);
            if (end == std::string_view::npos) break;
            cell.remove_prefix(end + 1);
        } else {
            const std::size_t end = cell.find(separator);
            add_enumerated(values, cell.substr(0, end));
            if (end == std::string_view::npos) break;
            cell.remove_prefix(end + 1);
        }
        cell = trimmed(cell);
    }
    return values;
}

}  // namespace axray::registers
