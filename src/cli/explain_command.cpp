// Defines `axray explain`: why the claims of an article, or of a text given in the call, got their verdicts.
#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/check_options.hpp"
#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/text_options.hpp"

namespace axray::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  axray explain article.txt --against reports/ --claim 3
  axray explain --text "Nine workers were hurt." --against wire.txt
  axray explain article.txt --against reports/ --format json > why.json

Claims are numbered as `axray check` numbers them. Each is shown with its evidence, word by word beside the words of the
source, the values compared, what counted for and against it, and what would have changed the verdict; every change was
tried out by judging the claim again.)";

Choices<ReportFormat> formats() {
    return {{"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}};
}

struct ExplainWords {
    std::string format = "text";
    std::string color = "auto";
    unsigned claim = 0;
};

void add_options(CLI::App& explain, CheckArguments& arguments, ExplainWords& words) {
    auto* article = explain.add_option("ARTICLE", arguments.article, "File or address of a page; - is standard input")
                        ->type_name("");
    explain.add_option("--text", arguments.text, "A claim to explain, instead of an article")
        ->type_name("TEXT")
        ->excludes(article);
    explain
        .add_option("--against", arguments.against,
                    "Sources: files, folders (every file in one), addresses of pages, - for standard input")
        ->type_name("SOURCE");
    explain.add_option("--claim", words.claim, "Explain this claim alone; all of them when not given")
        ->check(CLI::Range(1u, std::numeric_limits<unsigned>::max()))
        ->type_name("N");
    offer(explain.add_option("--format", words.format, "How it is written; json and html: the report of the check"),
          formats());
    add_output_option(explain, arguments.output);
    add_color_option(explain, words.color);
    add_width_option(explain, arguments.width);
}

void require_words_that_go_together(const CLI::App& explain, const CheckArguments& arguments) {
    if (arguments.article.empty() && explain.count("--text") == 0) throw CLI::RequiredError("ARTICLE or --text TEXT");
    if (explain.count("--text") > 0 && arguments.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw CLI::ValidationError("--text", "is empty");
    }
    if (arguments.against.empty()) throw CLI::RequiredError("--against SOURCE");
    const auto standard_inputs = std::count(arguments.against.begin(), arguments.against.end(), kStandardInput) +
                                 (arguments.article == kStandardInput ? 1 : 0);
    if (standard_inputs > 1) {
        throw CLI::ValidationError("-", "standard input can be only one of the article and the sources");
    }
}

}  // namespace

Command add_explain_command(CLI::App& program) {
    auto* explain = program.add_subcommand("explain", "Say why claims got their verdicts, and what would change them");
    auto arguments = std::make_shared<CheckArguments>();
    auto words = std::make_shared<ExplainWords>();
    arguments->detail = report::TerminalDetail::explained;
    add_options(*explain, *arguments, *words);
    add_fetch_options(*explain, arguments->fetch);
    add_registers_options(*explain, arguments->registers);
    explain->footer(kExamples);
    explain->parse_complete_callback([explain, arguments, words] {
        arguments->format = find(formats(), words->format)->second;
        arguments->color = find(color_choices(), words->color)->second;
        arguments->explaining = words->claim > 0 ? Explaining::one : Explaining::all;
        arguments->explained_claim = words->claim > 0 ? words->claim - 1 : 0;
        require_words_that_go_together(*explain, *arguments);
    });
    return {explain, [arguments] { return check_article(*arguments); }};
}

}  // namespace axray::cli
