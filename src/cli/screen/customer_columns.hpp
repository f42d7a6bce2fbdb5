// Which columns of a user's table mean what, and the questions that its rows ask (cells -> Customer).
//
// Columns are known by their names, "Full name", "DOB", "Passport no.", whatever their order, case and punctuation; the
// user may say otherwise. Columns that mean nothing here are kept by who writes the table. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

namespace axray::cli {

enum class CustomerField : std::uint8_t {
    none,
    name,
    first_name,
    middle_name,
    last_name,
    birth,
    country,
    identifier,
    kind,
    id,
};

// "name=Full name": what the user says a column means.
struct ColumnChoice {
    CustomerField field = CustomerField::none;
    std::string column;
};

// Of "name=Full name,birth=Date of birth"; a comma parts choices only where a field and "=" follow. Error
// invalid_usage.
[[nodiscard]] Result<std::vector<ColumnChoice>> read_column_choices(const std::string& text);

struct Customer {
    ScreenQuery query;
    std::string id;                   // as the table has it; empty when it has none
    std::vector<std::string> faults;  // what could not be used: the name is screened without it
};

class CustomerColumns {
public:
    // Errors: invalid_usage when a chosen column is not there, malformed when no column holds names; both list the
    // columns that there are.
    [[nodiscard]] static Result<CustomerColumns> of(const std::vector<std::string>& columns,
                                                    const std::vector<ColumnChoice>& chosen);

    // Cells that are missing count as empty. Error empty when the row has no name.
    [[nodiscard]] Result<Customer> read(const std::vector<std::string>& cells) const;

private:
    [[nodiscard]] std::string joined(const std::vector<std::string>& cells, CustomerField field) const;

    std::vector<CustomerField> fields_;  // by column
};

// What a column of this name means; none when that is not known.
[[nodiscard]] CustomerField field_of(std::string_view column);

}  // namespace axray::cli
