// `axray check ARTICLE --against SOURCE...`: one article, one report.
#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <axray/engine.hpp>

#include "base/files.hpp"
#include "base/output.hpp"
#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/terminal.hpp"
#include "verify/report_opinions.hpp"
#include "verify/verifier.hpp"

namespace axray::cli {
namespace {

struct CheckInputs {
    std::vector<Document> documents;
    std::vector<Error> errors;
};

// Reads everything that `names` stand for, so that a user learns of all faults at once.
CheckInputs read_inputs(const Engine& engine, const AddressReader& addresses, const std::vector<std::string>& names) {
    CheckInputs inputs;
    ReadReceiver receiver;
    receiver.document = [&](const Document& document, const DocumentSource&) { inputs.documents.push_back(document); };
    receiver.failure = [&](const std::string& id, const Error& error) {
        inputs.errors.push_back(error.context.empty() ? Error(error).within(id) : error);
    };
    receiver.damage = [](const Error& error) { say(error.to_string()); };
    receiver.note = [](const std::string& note) { say(note); };
    InputTasks tasks(engine, addresses, list_inputs(names, FolderDepth::files_in_it), InputKind::automatic,
                     present_time());
    const std::atomic<bool> stop = false;
    while (const auto task = tasks.next(stop)) task->run(receiver);
    return inputs;
}

// An article is one document: a feed or an archive of several is refused.
CheckInputs read_article(const Engine& engine, const AddressReader& addresses, const std::string& name) {
    if (base::is_folder(name)) {
        return {{}, {{ErrorCode::unsupported, "is a folder, expected one article; folders can be sources", {name}}}};
    }
    CheckInputs inputs = read_inputs(engine, addresses, {name});
    if (inputs.documents.size() > 1) {
        inputs.errors.push_back({ErrorCode::unsupported,
                                 "holds " + std::to_string(inputs.documents.size()) +
                                     " documents, expected one article; they can be sources, after --against",
                                 {name}});
    }
    return inputs;
}

// A claim given in the call is an article of its own.
CheckInputs read_text(const Engine& engine, const std::string& text) {
    ReadOptions options;
    options.id = "text";
    options.media_type = "text/plain";
    auto document = engine.read(text, options);
    if (!document) return {{}, {document.error()}};
    return {{*std::move(document)}, {}};
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
    const auto engine = Engine::open(engine_options(arguments.registers));
    if (!engine) return refuse(engine.error());
    std::optional<verify::Verifier> verifier;
    if (!arguments.verifier.empty()) {
        auto opened = verify::open_verifier(arguments.verifier);
        if (!opened) return refuse(opened.error());
        verifier = *std::move(opened);
    }
    const AddressReader addresses(arguments.fetch);
    const CheckInputs article = arguments.text.empty() ? read_article(*engine, addresses, arguments.article)
                                                       : read_text(*engine, arguments.text);
    const CheckInputs sources = read_inputs(*engine, addresses, arguments.against);
    for (const auto* inputs : {&article, &sources}) {
        for (const auto& error : inputs->errors) say(error.to_string());
    }
    if (!article.errors.empty() || !sources.errors.empty()) return kUnreadableInput;

    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    CheckOptions options;
    options.explaining = arguments.explaining;
    options.explained_claim = arguments.explained_claim;
    auto report = engine->check(article.documents.front(), sources.documents, options);
    if (!report) return refuse(report.error());
    if (options.explaining == Explaining::one && options.explained_claim >= report->claims.size()) {
        return refuse({ErrorCode::invalid_usage,
                       "there is no claim " + std::to_string(options.explained_claim + 1) + ", the last is claim " +
                           std::to_string(report->claims.size()),
                       {report->article->id}});
    }
    if (report->parties) report->parties->today = present_time().substr(0, 10);
    if (verifier) report->second_opinions = verify::opinions_on(*report, *verifier);
    if (const auto written = output->write(write_report(*report, arguments)); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());

    const bool met = std::any_of(report->claims.begin(), report->claims.end(), [&](const CheckedClaim& claim) {
        const auto named = std::find(arguments.fail_on.begin(), arguments.fail_on.end(), claim.verdict);
        return named != arguments.fail_on.end() && !claim.not_checkable;
    });
    return met ? kVerdictMet : kDone;
}

}  // namespace axray::cli
