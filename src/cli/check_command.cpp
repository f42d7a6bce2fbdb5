// Defines `axray check`: its options, and which go together.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kMostThreads = 1024;
constexpr unsigned kWidest = 10000;

constexpr const char* kExamples = R"(Examples:
  axray check article.txt --against reports/
  axray check article.html --against wire.txt blog.html --format html --output report.html
  curl -s https://example.org/article | axray check - --against reports/ --fail-on contradicted
  axray check --jsonl claims.jsonl --output answers.jsonl --threads 4

With --jsonl each line is {"id","claim","sources":[{"id","sentences":[...]} or {"id","text"}]}, and so is each answer:
{"id","label","score","evidence","bad_spans","flags"}. A line that cannot be used gets an error object in its place.

If the article or any source cannot be read, nothing is checked: a verdict on half of the sources would mislead.)";

const std::map<std::string, ReportFormat> kFormats = {
    {"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}};
const std::map<std::string, ColorChoice> kColors = {
    {"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}};
const std::map<std::string, report::TerminalDetail> kDetails = {
    {"summary", report::TerminalDetail::summary},
    {"differences", report::TerminalDetail::differences},
    {"everything", report::TerminalDetail::everything}};

std::map<std::string, Verdict> verdict_names() {
    std::map<std::string, Verdict> names;
    for (const auto verdict :
         {Verdict::supported, Verdict::partly_supported, Verdict::contradicted, Verdict::not_found}) {
        names.emplace(to_string(verdict), verdict);
    }
    return names;
}

// Words that a user may choose from, listed in the order of their names when another is given.
template <class Value>
CLI::Validator one_of(const std::map<std::string, Value>& names) {
    std::string listed;
    for (const auto& [name, value] : names) listed += (listed.empty() ? "" : ", ") + name;
    const auto check = [names, listed](std::string& word) {
        return names.count(word) > 0 ? std::string() : "\"" + word + "\" is none of " + listed;
    };
    return {check, "{" + listed + "}"};
}

void require_words_that_go_together(const CheckArguments& arguments) {
    const auto standard_inputs = std::count(arguments.against.begin(), arguments.against.end(), kStandardInput) +
                                 (arguments.article == kStandardInput ? 1 : 0);
    if (arguments.lines && (!arguments.article.empty() || !arguments.against.empty())) {
        throw CLI::ValidationError("--jsonl", "takes articles and sources from its lines: leave ARTICLE and --against out");
    }
    if (!arguments.lines && arguments.article.empty()) throw CLI::RequiredError("ARTICLE");
    if (!arguments.lines && arguments.against.empty()) throw CLI::RequiredError("--against SOURCE");
    if (!arguments.lines && arguments.ranking) throw CLI::RequiresError("--ranking", "--jsonl");
    if (standard_inputs > 1) {
        throw CLI::ValidationError("-", "standard input can be only one of the article and the sources");
    }
}

}  // namespace

Command add_check_command(CLI::App& program) {
    auto* check = program.add_subcommand("check", "Trace every claim of an article to its sources");
    auto arguments = std::make_shared<CheckArguments>();
    auto formats = std::make_shared<std::string>("text");
    auto colors = std::make_shared<std::string>("auto");
    auto details = std::make_shared<std::string>("everything");
    auto verdicts = std::make_shared<std::vector<std::string>>();
    auto lines = std::make_shared<std::string>(kStandardInput);

    check->add_option("ARTICLE", arguments->article, "File to check; - is standard input");
    check->add_option("--against", arguments->against, "Sources: files, folders (every file in one), - for standard input")
        ->type_name("SOURCE...");
    auto* jsonl = check->add_option("--jsonl", *lines, "Check one claim a line, from FILE or standard input")
                      ->expected(0, 1)
                      ->type_name("[FILE]");
    auto* format = check->add_option("--format", *formats, "How the report is written")->check(one_of(kFormats));
    check->add_option("--output", arguments->output, "Write to a file, which appears only when it is complete")
        ->type_name("FILE")
        ->check([](const std::string& path) { return path.empty() ? std::string("the name of a file is empty") : ""; });
    check->add_option("--fail-on", *verdicts, "End with status 1 when a claim has this verdict; may be repeated")
        ->check(one_of(verdict_names()))
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    check->add_option("--threads", arguments->threads, "Threads to work on; as many as the machine has when not given")
        ->check(CLI::Range(1u, kMostThreads));
    check->add_option("--width", arguments->width, "Columns of a line of text")->check(CLI::Range(1u, kWidest));
    check->add_option("--detail", *details, "How much the text says; differences: supported claims in one line each")
        ->check(one_of(kDetails));
    check->add_option("--color", *colors, "Whether text has colours")->check(one_of(kColors));
    check->add_flag("--ranking", arguments->ranking, "With --jsonl: add \"ranking\" and \"source_labels\" to answers")
        ->needs(jsonl);
    check->add_flag("--quiet", arguments->quiet, "Say nothing on standard error unless something is wrong");
    jsonl->excludes(format);
    check->footer(kExamples);

    check->parse_complete_callback([=] {
        arguments->format = kFormats.at(*formats);
        arguments->detail = kDetails.at(*details);
        arguments->color = kColors.at(*colors);
        for (const auto& name : *verdicts) arguments->fail_on.push_back(verdict_names().at(name));
        if (jsonl->count() > 0) arguments->lines = lines->empty() ? kStandardInput : *lines;
        require_words_that_go_together(*arguments);
    });
    return {check, [arguments] { return arguments->lines ? check_lines(*arguments) : check_article(*arguments); }};
}

}  // namespace axray::cli
