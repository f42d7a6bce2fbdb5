#include "registers/import/column_roles.hpp"

#include <algorithm>
#include <utility>

#include "registers/import/list_in_making.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kRemarksKept = std::size_t{64} << 10;  // bytes that several rows add up to

// "AAS (date of birth: 22.8.1973; place of birth: Malta)": facts behind a name that belong to it.
std::string_view without_birth(std::string_view name) {
    const std::string lower = lower_ascii(name);
    for (const std::string_view mark :
         {"(date of birth", "(born", "(dob", "(place of birth", ", date of birth", ". date of birth", ", born "}) {
        const std::size_t at = lower.find(mark);
        if (at != std::string::npos && at > 0) name = trimmed(name.substr(0, std::min(name.size(), at)));
    }
    return name;
}

// "A0123 (Iran, issued on 1.2.2003)": number and the country in the parenthesis.
std::pair<std::string_view, std::string_view> number_of(std::string_view text) {
    const std::size_t open = text.rfind(" (");
    if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return {text, {}};
    auto country = text.substr(open + 2, text.size() - open - 3);
    country = trimmed(country.substr(0, country.find(',')));
    const bool is_country = country.find_first_of("0123456789") == std::string_view::npos && !country.empty() &&
                            !(country.front() >= 'a' && country.front() <= 'z');
    return {trimmed(text.substr(0, open)), is_country ? country : std::string_view()};
}

std::string earlier(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one.empty() ? other : one;
    return std::min(one, other);
}

}  // namespace

EntryKind kind_of_word(std::string_view word) {
    const std::string lower = lower_ascii(trimmed(word));
    struct Word {
        std::string_view word;
        EntryKind kind;
    };
    constexpr Word kWords[] = {
        {"individual", EntryKind::person},
        {"person", EntryKind::person},
        {"p", EntryKind::person},
        {"vessel", EntryKind::vessel},
        {"ship", EntryKind::vessel},
        {"aircraft", EntryKind::aircraft},
        {"entity", EntryKind::organisation},
        {"legalentity", EntryKind::organisation},
        {"company", EntryKind::organisation},
        {"organization", EntryKind::organisation},
        {"organisation", EntryKind::organisation},
        {"enterprise", EntryKind::organisation},
        {"e", EntryKind::organisation},
        {"publicbody", EntryKind::organisation},
        {"asset", EntryKind::other},
    };
    const auto* found =
        std::find_if(std::begin(kWords), std::end(kWords), [&lower](const Word& known) { return known.word == lower; });
    return found == std::end(kWords) ? EntryKind::unknown : found->kind;
}

RoleReader::RoleReader(const Columns& columns, const std::vector<ColumnRole>& roles, CellRules rules) : rules_(rules) {
    for (const auto& role : roles) {
        if (const auto at = columns.find(role.column); at != Columns::kNone) roles_.emplace_back(at, role);
    }
}

std::vector<std::string> RoleReader::values(std::string_view cell) const { return values_in(cell, rules_.separator); }

// NOLINTNEXTLINE(readability-function-size): one short case for each role
void RoleReader::add(RegisterEntry& entry, const ColumnRole& role, std::string_view cell) const {
    const auto add_names = [&](ListedNameKind kind) {
        for (const auto& value : values(cell)) {
            const auto name = without_birth(value);
            add_name(entry, name, name_kind(name, kind));
        }
    };
    switch (role.role) {
        case Role::kind:
            if (entry.kind == EntryKind::unknown) entry.kind = kind_of_word(cell);
            break;
        case Role::primary:
            // The first of the columns that has one; what others call it is left to the row.
            if (entry.names.empty()) add_name(entry, cell, ListedNameKind::primary);
            break;
        case Role::alias: add_names(ListedNameKind::alias); break;
        case Role::weak_alias: add_names(ListedNameKind::weak_alias); break;
        case Role::former: add_names(ListedNameKind::former); break;
        case Role::native_script: add_names(ListedNameKind::native_script); break;
        case Role::programme:
            for (const auto& value : values(cell)) add_text(entry.programmes, value);
            break;
        case Role::listed: entry.listed_on = earlier(entry.listed_on, iso_date(cell, rules_.days)); break;
        case Role::delisted: entry.delisted_on = iso_date(cell, rules_.days); break;
        case Role::birth: add_texts(entry.births, iso_dates(cell, rules_.days)); break;
        case Role::country:
            for (const auto& value : values(cell)) add_text(entry.countries, value);
            break;
        case Role::place:
            for (const auto& value : values(cell)) add_text(entry.places, one_line(value));
            break;
        case Role::identifier:
            for (const auto& value : values(cell)) {
                const auto [number, note] = number_of(value);
                add_identifier(entry, role.label, number, note);
            }
            break;
        case Role::link:
            for (const auto& value : values(cell)) add_text(entry.links, value);
            break;
        case Role::related:
            for (const auto& value : values(cell)) add_text(entry.related, one_line(value));
            break;
        case Role::attribute:
            for (const auto& value : values(cell)) add_attribute(entry, role.label, value);
            break;
        case Role::remarks: entry.remarks += (entry.remarks.empty() ? "" : "\n") + std::string(cell); break;
        case Role::name_part:
        case Role::place_part:
        case Role::birth_place_part: break;
    }
}

RegisterEntry RoleReader::entry(const TableRow& row) const {
    RegisterEntry entry;
    entry.rows.push_back(row.place);
    std::vector<std::string_view> name;
    std::vector<std::string_view> place;
    std::vector<std::string_view> birth_place;
    for (const auto& [column, role] : roles_) {
        if (column >= row.cells.size()) continue;
        const auto cell = trimmed(row.cells[column]);
        if (cell.empty()) continue;
        if (role.role == Role::name_part) name.push_back(cell);
        if (role.role == Role::place_part) place.push_back(cell);
        if (role.role == Role::birth_place_part) birth_place.push_back(cell);
    }
    add_name(entry, joined(name, " "), ListedNameKind::primary);
    add_text(entry.places, one_line(joined(place, ", ")));
    add_text(entry.places, one_line(joined(birth_place, ", ")));
    for (const auto& [column, role] : roles_) {
        if (column >= row.cells.size()) continue;
        if (const auto cell = trimmed(row.cells[column]); !cell.empty()) add(entry, role, cell);
    }
    return entry;
}

void merge_into(RegisterEntry& entry, const RegisterEntry& more) {
    if (entry.kind == EntryKind::unknown) entry.kind = more.kind;
    for (const auto& name : more.names) {
        const bool primary = name.kind == ListedNameKind::primary && !entry.names.empty();
        add_name(entry, name.text, primary ? name_kind(name.text, ListedNameKind::alias) : name.kind);
    }
    entry.listed_on = earlier(entry.listed_on, more.listed_on);
    if (entry.delisted_on.empty()) entry.delisted_on = more.delisted_on;
    add_texts(entry.programmes, more.programmes);
    add_texts(entry.births, more.births);
    add_texts(entry.countries, more.countries);
    add_texts(entry.places, more.places);
    for (const auto& identifier : more.identifiers) {
        add_identifier(entry, identifier.type, identifier.value, identifier.country);
    }
    add_texts(entry.links, more.links);
    add_texts(entry.related, more.related);
    add_texts(entry.attributes, more.attributes);
    if (entry.remarks.size() < kRemarksKept && entry.remarks.find(more.remarks) == std::string::npos) {
        entry.remarks += (entry.remarks.empty() ? "" : "\n") + more.remarks;
    }
    entry.rows.insert(entry.rows.end(), more.rows.begin(), more.rows.end());
}

}  // namespace axray::registers
