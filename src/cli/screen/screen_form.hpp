// How the answers of screening are written (question and answer -> part of the output), one form for each --format.
//
// A head, parts with a separator between them, a foot. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "cli/screen/screen_options.hpp"
#include "report/screening_json.hpp"
#include "report/terminal.hpp"

namespace axray::cli {

// Who a question is about.
struct ScreenSubject {
    std::string id;                  // empty: the line stands for it
    std::uint64_t line = 0;          // of a file; 0: it is an argument
    std::vector<std::string> cells;  // of a table
};

class ScreenForm {
public:
    // `run` must outlive the form.
    ScreenForm(const ScreenArguments& arguments, const report::ScreeningRun& run, std::vector<std::string> columns);

    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string_view separator() const;
    // Empty where there is nothing to say: in text, of a row of a file without hits.
    [[nodiscard]] std::string answer(const ScreenSubject& subject, const ScreenQuery& query,
                                     const ScreenAnswer& answer) const;
    // In the place of an answer; in text nothing, as it stands on standard error.
    [[nodiscard]] std::string failure(const ScreenSubject& subject, const Error& error) const;
    [[nodiscard]] std::string foot(const report::ScreenTotals& totals) const;

private:
    ScreenFormat format_;
    bool of_file_;
    const report::ScreeningRun& run_;
    std::vector<std::string> columns_;
    report::TerminalOptions terminal_;
};

}  // namespace axray::cli
