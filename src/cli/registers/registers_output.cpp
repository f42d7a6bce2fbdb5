// What the parts of `axray registers` share: the store, the output, tables of text.
#include <algorithm>

#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/registers/registers_options.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {

Result<registers::Store> open_store(const RegistersArguments& arguments) {
    return registers::Store::open(arguments.folder.empty() ? registers::default_folder() : arguments.folder);
}

int write_result(const RegistersArguments& arguments, std::string_view text) {
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    if (const auto written = output->write(text); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());
    return kDone;
}

void say_foreign(std::string_view text) { say(report::harmless(text)); }

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::uint32_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], report::columns_of(report::harmless(row[column])));
        }
    }
    std::string lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const auto cell = report::harmless(row[column]);
            const std::string blanks(widths[column] - report::columns_of(cell), ' ');
            // Numbers stand at the right of their column.
            const bool number = !cell.empty() && cell.find_first_not_of("0123456789,") == std::string::npos;
            line += (column == 0 ? "" : "  ") + (number ? blanks + cell : cell + blanks);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines += line + "\n";
    }
    return lines;
}

}  // namespace axray::cli
