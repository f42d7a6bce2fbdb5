#include "cli/screen/customer_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "cli/screen/birth_dates.hpp"
#include "report/screen_request.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {
namespace {

// Names of columns, in letters and digits alone.
constexpr std::array<std::pair<std::string_view, CustomerField>, 82> kColumnNames = {{
    {"name", CustomerField::name},
    {"names", CustomerField::name},
    {"fullname", CustomerField::name},
    {"customer", CustomerField::name},
    {"customername", CustomerField::name},
    {"client", CustomerField::name},
    {"clientname", CustomerField::name},
    {"counterparty", CustomerField::name},
    {"counterpartyname", CustomerField::name},
    {"supplier", CustomerField::name},
    {"suppliername", CustomerField::name},
    {"vendor", CustomerField::name},
    {"vendorname", CustomerField::name},
    {"company", CustomerField::name},
    {"companyname", CustomerField::name},
    {"organisation", CustomerField::name},
    {"organization", CustomerField::name},
    {"organisationname", CustomerField::name},
    {"organizationname", CustomerField::name},
    {"entity", CustomerField::name},
    {"entityname", CustomerField::name},
    {"legalname", CustomerField::name},
    {"partyname", CustomerField::name},
    {"beneficiary", CustomerField::name},
    {"beneficiaryname", CustomerField::name},
    {"vessel", CustomerField::name},
    {"vesselname", CustomerField::name},
    {"shipname", CustomerField::name},
    {"query", CustomerField::name},
    {"firstname", CustomerField::first_name},
    {"first", CustomerField::first_name},
    {"givenname", CustomerField::first_name},
    {"givennames", CustomerField::first_name},
    {"forename", CustomerField::first_name},
    {"forenames", CustomerField::first_name},
    {"middlename", CustomerField::middle_name},
    {"middlenames", CustomerField::middle_name},
    {"patronymic", CustomerField::middle_name},
    {"lastname", CustomerField::last_name},
    {"last", CustomerField::last_name},
    {"surname", CustomerField::last_name},
    {"familyname", CustomerField::last_name},
    {"dateofbirth", CustomerField::birth},
    {"birthdate", CustomerField::birth},
    {"birth", CustomerField::birth},
    {"births", CustomerField::birth},
    {"birthday", CustomerField::birth},
    {"born", CustomerField::birth},
    {"dob", CustomerField::birth},
    {"yearofbirth", CustomerField::birth},
    {"country", CustomerField::country},
    {"countries", CustomerField::country},
    {"countrycode", CustomerField::country},
    {"countryofresidence", CustomerField::country},
    {"countryofincorporation", CustomerField::country},
    {"nationality", CustomerField::country},
    {"nationalities", CustomerField::country},
    {"citizenship", CustomerField::country},
    {"jurisdiction", CustomerField::country},
    {"flag", CustomerField::country},
    {"passport", CustomerField::identifier},
    {"passportno", CustomerField::identifier},
    {"passportnumber", CustomerField::identifier},
    {"nationalid", CustomerField::identifier},
    {"nationalidnumber", CustomerField::identifier},
    {"idnumber", CustomerField::identifier},
    {"identifier", CustomerField::identifier},
    {"identifiers", CustomerField::identifier},
    {"taxid", CustomerField::identifier},
    {"taxnumber", CustomerField::identifier},
    {"vatnumber", CustomerField::identifier},
    {"registrationnumber", CustomerField::identifier},
    {"companynumber", CustomerField::identifier},
    {"lei", CustomerField::identifier},
    {"imo", CustomerField::identifier},
    {"imonumber", CustomerField::identifier},
    {"kind", CustomerField::kind},
    {"type", CustomerField::kind},
    {"entitytype", CustomerField::kind},
    {"customertype", CustomerField::kind},
    {"id", CustomerField::id},
    {"customerid", CustomerField::id},
}};

constexpr std::array<std::pair<std::string_view, CustomerField>, 9> kFieldNames = {{
    {"name", CustomerField::name},
    {"first", CustomerField::first_name},
    {"middle", CustomerField::middle_name},
    {"last", CustomerField::last_name},
    {"birth", CustomerField::birth},
    {"country", CustomerField::country},
    {"identifier", CustomerField::identifier},
    {"kind", CustomerField::kind},
    {"id", CustomerField::id},
}};

std::string letters_of(std::string_view column) {
    std::string letters;
    for (const char letter : column) {
        if (letter >= 'A' && letter <= 'Z') letters += static_cast<char>(letter - 'A' + 'a');
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) letters += letter;
    }
    return letters;
}

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

// A foreign name in a message: short, and unable to steer the terminal.
std::string shown(std::string_view column) {
    constexpr std::size_t kMostBytes = 60;
    auto text = report::harmless(trimmed(column));
    text.resize(base::beginning_within(text, kMostBytes).size());
    return text;
}

std::string listed(const std::vector<std::string>& columns) {
    constexpr std::size_t kMost = 30;
    std::string text;
    for (std::size_t i = 0; i < std::min(columns.size(), kMost); ++i) {
        text += (text.empty() ? "\"" : ", \"") + shown(columns[i]) + "\"";
    }
    return columns.size() > kMost ? text + " and " + std::to_string(columns.size() - kMost) + " more" : text;
}

CustomerField field_named(std::string_view name) {
    for (const auto& [word, field] : kFieldNames) {
        if (word == name) return field;
    }
    return CustomerField::none;
}

// Values of one cell, parted by ";" or "|".
void add_values(std::vector<std::string>& values, std::string_view cell) {
    for (std::size_t at = 0; at <= cell.size();) {
        const auto end = std::min(cell.find_first_of(";|", at), cell.size());
        if (auto value = trimmed(cell.substr(at, end - at)); !value.empty()) values.push_back(std::move(value));
        at = end + 1;
    }
}

}  // namespace

CustomerField field_of(std::string_view column) {
    const auto letters = letters_of(column);
    for (const auto& [name, field] : kColumnNames) {
        if (name == letters) return field;
    }
    return CustomerField::none;
}

Result<std::vector<ColumnChoice>> read_column_choices(const std::string& text) {
    std::vector<ColumnChoice> choices;
    for (std::size_t at = 0; at < text.size();) {
        const auto equals = text.find('=', at);
        const auto name =
            trimmed(std::string_view(text).substr(at, equals == std::string::npos ? equals : equals - at));
        const auto field = field_named(name);
        if (equals == std::string::npos || field == CustomerField::none) {
            return fail(ErrorCode::invalid_usage,
                        "\"" + name +
                            "\" is no field of a customer: write name=COLUMN, or first, middle, last, birth, "
                            "country, identifier, kind or id in the place of name");
        }
        // The column's name may hold commas: it goes on until a comma that a field follows.
        auto end = text.find(',', equals);
        while (end != std::string::npos) {
            const auto next = text.find('=', end);
            if (next != std::string::npos &&
                field_named(trimmed(std::string_view(text).substr(end + 1, next - end - 1))) != CustomerField::none) {
                break;
            }
            end = text.find(',', end + 1);
        }
        end = std::min(end, text.size());
        choices.push_back({field, trimmed(std::string_view(text).substr(equals + 1, end - equals - 1))});
        at = end + 1;
    }
    return choices;
}

Result<CustomerColumns> CustomerColumns::of(const std::vector<std::string>& columns,
                                            const std::vector<ColumnChoice>& chosen) {
    CustomerColumns result;
    for (const auto& column : columns) result.fields_.push_back(field_of(column));
    const auto has = [&](CustomerField field) {
        return std::find(result.fields_.begin(), result.fields_.end(), field) != result.fields_.end();
    };
    // Beside a surname, "Name" is the given one.
    if (has(CustomerField::last_name) && !has(CustomerField::first_name)) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (letters_of(columns[i]) == "name") result.fields_[i] = CustomerField::first_name;
        }
    }
    for (const auto& choice : chosen) {  // what was chosen holds alone for its field
        std::replace(result.fields_.begin(), result.fields_.end(), choice.field, CustomerField::none);
    }
    for (const auto& choice : chosen) {
        std::size_t at = 0;
        while (at < columns.size() && trimmed(columns[at]) != choice.column) ++at;
        if (at == columns.size()) {
            at = 0;
            while (at < columns.size() && letters_of(columns[at]) != letters_of(choice.column)) ++at;
        }
        if (at == columns.size()) {
            return fail(ErrorCode::invalid_usage,
                        "there is no column \"" + shown(choice.column) + "\"; there are " + listed(columns));
        }
        result.fields_[at] = choice.field;
    }
    if (!has(CustomerField::name) && !has(CustomerField::last_name) && !has(CustomerField::first_name)) {
        return fail(ErrorCode::malformed, "no column holds names; there are " + listed(columns) +
                                              ": call one \"Name\", or say which it is with --map name=COLUMN");
    }
    return result;
}

std::string CustomerColumns::joined(const std::vector<std::string>& cells, CustomerField field) const {
    std::string text;
    for (std::size_t i = 0; i < std::min(cells.size(), fields_.size()); ++i) {
        if (fields_[i] != field) continue;
        const auto cell = trimmed(cells[i]);
        if (!cell.empty()) text += (text.empty() ? "" : " ") + cell;
    }
    return text;
}

Result<Customer> CustomerColumns::read(const std::vector<std::string>& cells) const {
    Customer customer;
    auto& query = customer.query;
    // The first column of names that has one; else the parts of a name.
    for (std::size_t i = 0; i < std::min(cells.size(), fields_.size()) && query.name.empty(); ++i) {
        if (fields_[i] == CustomerField::name) query.name = trimmed(cells[i]);
    }
    if (query.name.empty()) {
        for (const auto field : {CustomerField::first_name, CustomerField::middle_name, CustomerField::last_name}) {
            const auto part = joined(cells, field);
            if (!part.empty()) query.name += (query.name.empty() ? "" : " ") + part;
        }
    }
    customer.id = joined(cells, CustomerField::id);
    for (std::size_t i = 0; i < std::min(cells.size(), fields_.size()); ++i) {
        if (fields_[i] == CustomerField::country) add_values(query.countries, cells[i]);
        if (fields_[i] == CustomerField::identifier) add_values(query.identifiers, cells[i]);
        const auto cell = trimmed(cells[i]);
        if (cell.empty()) continue;
        if (fields_[i] == CustomerField::birth) {
            const auto births = iso_births(cell);
            if (births.empty())
                customer.faults.push_back("the date of birth \"" + shown(cell) + "\" is not understood");
            query.births.insert(query.births.end(), births.begin(), births.end());
        }
        if (fields_[i] == CustomerField::kind) {
            query.kind = report::entry_kind_of(cell).value_or(EntryKind::unknown);
        }
    }
    if (query.name.empty()) return fail(ErrorCode::empty, "the row has no name");
    return customer;
}

}  // namespace axray::cli
