#include "cli/screen/screen_form.hpp"

#include <utility>

#include "base/json_text.hpp"
#include "report/screening_csv.hpp"
#include "report/screening_text.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

std::string id_json(const ScreenSubject& subject) {
    if (subject.id.empty()) return subject.line == 0 ? std::string() : std::to_string(subject.line);
    std::string json;
    base::append_json_string(json, subject.id);
    return json;
}

}  // namespace

ScreenForm::ScreenForm(const ScreenArguments& arguments, const report::ScreeningRun& run,
                       std::vector<std::string> columns)
    : format_(arguments.format), of_file_(!arguments.file.empty()), run_(run), columns_(std::move(columns)) {
    const auto place = arguments.output.empty() ? Destination::standard_output : Destination::file;
    terminal_.width = text_width(arguments.width, place);
    if (shows_colors(arguments.color, place)) terminal_.color = report::TerminalColor::ansi;
}

std::string ScreenForm::head() const {
    if (format_ == ScreenFormat::json) return report::screen_report_head(run_);
    if (format_ == ScreenFormat::csv) return report::screening_csv_head(columns_);
    return {};
}

std::string_view ScreenForm::separator() const {
    if (format_ == ScreenFormat::json) return ",\n";
    return format_ == ScreenFormat::text ? "\n" : "";
}

std::string ScreenForm::answer(const ScreenSubject& subject, const ScreenQuery& query,
                               const ScreenAnswer& answer) const {
    switch (format_) {
        case ScreenFormat::json:
            return report::screen_answer_json(id_json(subject), query, answer, run_, report::ScreenDetail::full);
        case ScreenFormat::jsonl:
            return report::screen_answer_json(id_json(subject), query, answer, run_, report::ScreenDetail::brief) +
                   "\n";
        case ScreenFormat::csv: return report::screening_csv_rows(subject.cells, query, answer, run_);
        case ScreenFormat::text: break;
    }
    if (of_file_ && answer.hits.empty()) return {};
    std::string place;
    if (subject.line > 0)
        place = (subject.id.empty() ? "" : subject.id + ", ") + "line " + std::to_string(subject.line);
    return report::screening_text(query, answer, run_, place, terminal_);
}

std::string ScreenForm::failure(const ScreenSubject& subject, const Error& error) const {
    switch (format_) {
        case ScreenFormat::json: return report::screen_error_json(id_json(subject), error, subject.line);
        case ScreenFormat::jsonl: return report::screen_error_json(id_json(subject), error, subject.line) + "\n";
        case ScreenFormat::csv: return report::screening_csv_error(subject.cells, error);
        case ScreenFormat::text: break;
    }
    return {};
}

std::string ScreenForm::foot(const report::ScreenTotals& totals) const {
    if (format_ == ScreenFormat::json) return report::screen_report_foot(totals);
    if (format_ != ScreenFormat::text) return {};
    std::string text = "\n";
    if (totals.names > 1 || of_file_) {
        text = (totals.with_hits > 0 ? "\n" : "") + std::to_string(totals.with_hits) + " of " +
               report::count_of(totals.names, "name", "names") + " with hits, " +
               report::count_of(totals.hits, "hit", "hits");
        if (totals.unusable > 0) text += "; " + report::count_of(totals.unusable, "row", "rows") + " not screened";
        text += "\n";
    }
    return text + report::lists_text(run_, terminal_);
}

}  // namespace axray::cli
