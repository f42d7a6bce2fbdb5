// `axray screen NAME...`: names that stand in the command.
#include <algorithm>
#include <string>
#include <thread>
#include <utility>

#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/screen/screen_form.hpp"
#include "cli/screen/screen_options.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {

unsigned threads_of(const ScreenArguments& arguments) {
    return arguments.threads > 0 ? arguments.threads : std::max(1u, std::thread::hardware_concurrency());
}

Result<OpenRegisters> open_registers(const ScreenArguments& arguments) {
    RegistersOptions options;
    options.folder = arguments.registers;
    options.on = arguments.on;
    auto registers = Registers::open(options);
    if (!registers) return fail(std::move(registers).error());
    report::ScreeningRun run;
    run.options = arguments.options;
    run.on = arguments.on;
    run.today = present_time().substr(0, 10);
    std::string imported;
    for (const auto& list : registers->lists()) {
        const auto& wanted = arguments.options.lists;
        imported += (imported.empty() ? "" : ", ") + list.list;
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), list.list) != wanted.end()) {
            run.lists.push_back(list);
        }
    }
    for (const auto& wanted : arguments.options.lists) {
        const auto found = std::any_of(run.lists.begin(), run.lists.end(),
                                       [&](const ListVersion& list) { return list.list == wanted; });
        if (!found) {
            return fail(ErrorCode::invalid_usage,
                        "--list " + wanted + ": no such list was imported; there are " + imported);
        }
    }
    return OpenRegisters{*std::move(registers), std::move(run)};
}

int screen_names(const ScreenArguments& arguments) {
    const auto opened = open_registers(arguments);
    if (!opened) return refuse(opened.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const ScreenForm form(arguments, opened->run, {});
    report::ScreenTotals totals;
    std::string text = form.head();
    bool first = true;
    for (const auto& name : arguments.names) {
        auto query = arguments.given;
        query.name = name;
        const auto answer = opened->registers.screen(query, arguments.options);
        if (!answer) {
            ++totals.unusable;
            say("\"" + report::harmless(name.substr(0, 80)) + "\": " + answer.error().to_string());
        } else {
            ++totals.names;
            totals.hits += answer->hits.size();
            totals.with_hits += answer->hits.empty() ? 0 : 1;
        }
        const auto part = answer ? form.answer({}, query, *answer) : form.failure({}, answer.error());
        if (part.empty()) continue;
        if (!std::exchange(first, false)) text += form.separator();
        text += part;
    }
    if (totals.names > 0 || arguments.format != ScreenFormat::text) text += form.foot(totals);
    if (const auto written = output->write(text); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());
    if (totals.unusable > 0) return kUnreadableInput;
    return arguments.fail_on_hit && totals.hits > 0 ? kVerdictMet : kDone;
}

}  // namespace axray::cli
