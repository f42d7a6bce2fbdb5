// Defines `axray check`: its options, and which go together.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/check_options.hpp"
#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/text_options.hpp"

namespace axray::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  axray check article.txt --against reports/
  axray check article.html --against wire.txt blog.html --format html --output report.html
  curl -s https://example.org/article | axray check - --against reports/ --fail-on contradicted
  axray check --jsonl claims.jsonl --output answers.jsonl --threads 4
  axray check article.txt --against https://example.org/report    fetched once, then kept
  axray check article.txt --against https://example.org/report --offline
  axray check article.txt --against reports/ --verifier verifier.json    docs/verifier.md says what stands in it

With --jsonl each line is {"id","claim","sources":[{"id","sentences":[...]} or {"id","text"}]}, and so is each answer:
{"id","label","score","evidence","bad_spans","flags"}. A line that cannot be used gets an error object in its place.

If the article or any source cannot be read, nothing is checked: a verdict on half of the sources would mislead.)";

Choices<ReportFormat> formats() {
    return {{"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}};
}

Choices<report::TerminalDetail> details() {
    return {{"summary", report::TerminalDetail::summary},
            {"differences", report::TerminalDetail::differences},
            {"everything", report::TerminalDetail::everything}};
}

Choices<Verdict> verdicts() {
    Choices<Verdict> names;
    for (const auto verdict :
         {Verdict::supported, Verdict::partly_supported, Verdict::contradicted, Verdict::not_found}) {
        names.emplace_back(to_string(verdict), verdict);
    }
    return names;
}

void require_words_that_go_together(const CheckArguments& arguments) {
    const auto standard_inputs = std::count(arguments.against.begin(), arguments.against.end(), kStandardInput) +
                                 (arguments.article == kStandardInput ? 1 : 0);
    if (arguments.lines && (!arguments.article.empty() || !arguments.against.empty())) {
        throw CLI::ValidationError("--jsonl",
                                   "takes articles and sources from its lines: leave ARTICLE and --against out");
    }
    if (!arguments.lines && arguments.article.empty()) throw CLI::RequiredError("ARTICLE");
    if (!arguments.lines && arguments.against.empty()) throw CLI::RequiredError("--against SOURCE");
    if (!arguments.lines && arguments.ranking) throw CLI::RequiresError("--ranking", "--jsonl");
    if (standard_inputs > 1) {
        throw CLI::ValidationError("-", "standard input can be only one of the article and the sources");
    }
}

// What the options are read into; those with words to choose from as the words.
struct CheckWords {
    std::string format = "text";
    std::string detail = "everything";
    std::string color = "auto";
    std::vector<std::string> fail_on;
    std::string lines = kStandardInput;
    bool in_lines = false;
};

CLI::Option* add_input_options(CLI::App& check, CheckArguments& arguments, CheckWords& words) {
    check.add_option("ARTICLE", arguments.article, "File or address of a page to check; - is standard input")
        ->type_name("");
    check
        .add_option("--against", arguments.against,
                    "Sources: files, folders (every file in one), addresses of pages, - for standard input")
        ->type_name("SOURCE");
    return check.add_option("--jsonl", words.lines, "Check one claim a line, from FILE or standard input")
        ->expected(0, 1)
        ->type_name("[FILE]");
}

void add_output_options(CLI::App& check, CheckArguments& arguments, CheckWords& words, CLI::Option* jsonl) {
    offer(check.add_option("--format", words.format, "How the report is written"), formats())->excludes(jsonl);
    add_output_option(check, arguments.output);
    offer(check.add_option("--fail-on", words.fail_on, "End with status 1 when a claim has this verdict; repeatable"),
          verdicts())
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    offer(
        check.add_option("--detail", words.detail, "How much the text says; differences: a line for what is supported"),
        details());
    add_color_option(check, words.color);
    add_width_option(check, arguments.width);
    add_threads_option(check, arguments.threads, "Threads for --jsonl; as many as the machine has when not given");
    check
        .add_flag("--ranking", arguments.ranking, "With --jsonl: add \"ranking\" and \"source_labels\" to the answers")
        ->needs(jsonl);
    take_file_name(
        check.add_option("--verifier", arguments.verifier,
                         "Ask the endpoint that this JSON file configures for a second opinion on each claim"));
    check
        .add_flag_callback(
            "--explain", [&arguments] { arguments.explaining = Explaining::all; },
            "Add to each claim why it got its verdict, and what would change it")
        ->excludes(jsonl);
    check.add_flag("--quiet", arguments.quiet, "Say nothing on standard error unless something is wrong");
}

void take_words(const CheckWords& words, CheckArguments& arguments) {
    arguments.format = find(formats(), words.format)->second;
    arguments.detail = find(details(), words.detail)->second;
    arguments.color = find(color_choices(), words.color)->second;
    for (const auto& name : words.fail_on) arguments.fail_on.push_back(find(verdicts(), name)->second);
    if (words.in_lines) arguments.lines = words.lines.empty() ? kStandardInput : words.lines;
}

}  // namespace

Command add_check_command(CLI::App& program) {
    auto* check = program.add_subcommand("check", "Trace every claim of an article to its sources");
    auto arguments = std::make_shared<CheckArguments>();
    auto words = std::make_shared<CheckWords>();
    auto* jsonl = add_input_options(*check, *arguments, *words);
    add_output_options(*check, *arguments, *words, jsonl);
    add_fetch_options(*check, arguments->fetch);
    add_registers_options(*check, arguments->registers);
    check->footer(kExamples);
    check->parse_complete_callback([arguments, words, jsonl] {
        words->in_lines = jsonl->count() > 0;
        take_words(*words, *arguments);
        require_words_that_go_together(*arguments);
    });
    return {check, [arguments] { return arguments->lines ? check_lines(*arguments) : check_article(*arguments); }};
}

}  // namespace axray::cli
