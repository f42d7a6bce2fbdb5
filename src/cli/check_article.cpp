// `axray check ARTICLE --against SOURCE...`: one article, one report.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <axray/engine.hpp>

#include "base/output.hpp"
#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/terminal.hpp"

namespace axray::cli {
namespace {

struct CheckInputs {
    std::vector<Document> documents;  // the article, then the sources
    std::vector<Error> errors;
};

// Reads everything, so that a user learns of all faults at once.
CheckInputs read_inputs(const Engine& engine, const CheckArguments& arguments) {
    CheckInputs inputs;
    auto names = expand_names(arguments.against);
    inputs.errors = std::move(names.errors);
    names.paths.insert(names.paths.begin(), arguments.article);
    const AddressReader addresses(arguments.fetch);
    for (const auto& name : names.paths) {
        auto document = read_input(engine, addresses, name);
        if (document)
            inputs.documents.push_back(*std::move(document));
        else
            inputs.errors.push_back(std::move(document).error());
    }
    return inputs;
}

std::string write_report(const CheckReport& report, const CheckArguments& arguments) {
    const auto destination = arguments.output.empty() ? Destination::standard_output : Destination::file;
    switch (arguments.format) {
        case ReportFormat::json: return report::render_json(report);
        case ReportFormat::html: return report::render_html(report);
        case ReportFormat::text: break;
    }
    report::TerminalOptions options;
    options.width = text_width(arguments.width, destination);
    const bool colors = shows_colors(arguments.color, destination);
    options.color = colors ? report::TerminalColor::ansi : report::TerminalColor::none;
    options.detail = arguments.detail;
    return report::render_terminal(report, options);
}

}  // namespace

int check_article(const CheckArguments& arguments) {
    const auto engine = Engine::open({});
    if (!engine) return refuse(engine.error());
    auto inputs = read_inputs(*engine, arguments);
    for (const auto& error : inputs.errors) say(error.to_string());
    if (!inputs.errors.empty()) return kUnreadableInput;

    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const Document article = std::move(inputs.documents.front());
    inputs.documents.erase(inputs.documents.begin());
    const auto report = engine->check(article, inputs.documents);
    if (!report) return refuse(report.error());
    if (const auto written = output->write(write_report(*report, arguments)); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());

    const bool met = std::any_of(report->claims.begin(), report->claims.end(), [&](const CheckedClaim& claim) {
        return std::find(arguments.fail_on.begin(), arguments.fail_on.end(), claim.verdict) != arguments.fail_on.end();
    });
    return met ? kVerdictMet : kDone;
}

}  // namespace axray::cli
