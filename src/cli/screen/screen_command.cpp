// Defines `axray screen`: its options, and which go together.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/screen/birth_dates.hpp"
#include "cli/screen/screen_options.hpp"
#include "cli/text_options.hpp"
#include "registers/store/manifest.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kMostHits = 1000;

constexpr const char* kExamples = R"(Examples:
  axray screen "Zhao Guangzong" --birth 1985-11-12 --country China
  axray screen "Zhao Guangzong" --on 2024-03-22            was that name listed on that day?
  axray screen --file customers.csv --format csv --output hits.csv
  axray screen --file clients.csv --map name="Legal entity, full",birth="Born on" --threshold 0.7
  axray screen --jsonl < names.jsonl > answers.jsonl

With --jsonl each line is {"id","query"} with "kind", "births", "countries" and "identifiers" where they are known; each
answer is {"id","query","hits":[{"ref","score","list","list_date","name",...}],"lists"}.

Lists age, and every answer carries their dates. A hit is a reason to look, not a verdict on anybody.
Exit status 1 with --fail-on-hit when there is a hit; 3 when a name or row could not be screened.)";

Choices<ScreenFormat> formats() {
    return {{"text", ScreenFormat::text},
            {"json", ScreenFormat::json},
            {"csv", ScreenFormat::csv},
            {"jsonl", ScreenFormat::jsonl}};
}

Choices<EntryKind> kinds() {
    Choices<EntryKind> names;
    for (const auto kind :
         {EntryKind::person, EntryKind::organisation, EntryKind::vessel, EntryKind::aircraft, EntryKind::actor}) {
        names.emplace_back(to_string(kind), kind);
    }
    return names;
}

// What the options are read into where that is not their value.
struct ScreenWords {
    std::string format = "text";
    std::string color = "auto";
    std::string kind;
    std::vector<std::string> maps;
    std::vector<std::string> births;
    std::string lines = kStandardInput;
};

void add_input_options(CLI::App& screen, ScreenArguments& arguments, ScreenWords& words) {
    auto* names = screen.add_option("NAME", arguments.names, "Names to look for")->type_name("");
    auto* file = screen
                     .add_option("--file", arguments.file,
                                 "Customers: a table with a heading, JSON lines or a JSON array; - is standard input")
                     ->type_name("FILE")
                     ->excludes(names);
    screen.add_option("--jsonl", words.lines, "Answer one question a line, from FILE or standard input")
        ->expected(0, 1)
        ->type_name("[FILE]")
        ->excludes(names)
        ->excludes(file);
    screen.add_option("--map", words.maps, "Which columns of the table mean what: name=COLUMN,birth=COLUMN,...")
        ->type_name("FIELD=COLUMN")
        ->expected(1)
        ->take_all()
        ->needs(file);
    offer(screen.add_option("--kind", words.kind, "What is looked for, where nothing else tells"), kinds());
    screen.add_option("--birth", words.births, "Date of birth, or of founding; repeatable")
        ->type_name("DATE")
        ->expected(1)
        ->take_all()
        ->excludes(file);
    screen.add_option("--country", arguments.given.countries, "Nationality, residence, flag; repeatable")
        ->type_name("COUNTRY")
        ->expected(1)
        ->take_all()
        ->excludes(file);
    screen.add_option("--identifier", arguments.given.identifiers, "Number of a passport, company, ship; repeatable")
        ->type_name("NUMBER")
        ->expected(1)
        ->take_all()
        ->excludes(file);
}

void add_register_options(CLI::App& screen, ScreenArguments& arguments) {
    screen.add_option("--on", arguments.on, "The lists as they were on that day, YYYY-MM-DD")->type_name("DATE");
    screen.add_option("--list", arguments.options.lists, "Search this list alone; repeatable")
        ->type_name("LIST")
        ->expected(1)
        ->take_all();
    screen.add_option("--registers", arguments.registers, "Folder of the registers; AXRAY_REGISTERS when not given")
        ->type_name("FOLDER");
    screen.add_option("--threshold", arguments.options.threshold, "Least probability of a hit; 0.5 when not given")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("P");
    screen.add_option("--limit", arguments.options.limit, "Hits of one name at most; 10 when not given")
        ->check(CLI::Range(1u, kMostHits))
        ->type_name("N");
}

void add_output_options(CLI::App& screen, ScreenArguments& arguments, ScreenWords& words) {
    offer(screen.add_option("--format", words.format, "How the answers are written"), formats());
    add_output_option(screen, arguments.output);
    screen.add_flag("--fail-on-hit", arguments.fail_on_hit, "End with status 1 when there is a hit");
    add_color_option(screen, words.color);
    add_width_option(screen, arguments.width);
    add_threads_option(screen, arguments.threads, "Threads for files; as many as the machine has when not given");
    screen.add_flag("--quiet", arguments.quiet, "Say nothing on standard error unless something is wrong");
}

void take_words(const CLI::App& screen, const ScreenWords& words, ScreenArguments& arguments) {
    arguments.format = find(formats(), words.format)->second;
    arguments.color = find(color_choices(), words.color)->second;
    if (!words.kind.empty()) arguments.given.kind = find(kinds(), words.kind)->second;
    if (screen.count("--jsonl") > 0) arguments.lines = words.lines.empty() ? kStandardInput : words.lines;
    for (const auto& text : words.maps) {
        auto choices = read_column_choices(text);
        if (!choices) throw CLI::ValidationError("--map", choices.error().message);
        arguments.columns.insert(arguments.columns.end(), choices->begin(), choices->end());
    }
    for (const auto& text : words.births) {
        const auto births = iso_births(text);
        if (births.empty())
            throw CLI::ValidationError("--birth", "\"" + text + "\" is no date: write 1985-11-12 or 1985");
        arguments.given.births.insert(arguments.given.births.end(), births.begin(), births.end());
    }
    if (!arguments.on.empty() && !registers::is_iso_day(arguments.on)) {
        throw CLI::ValidationError("--on", "\"" + arguments.on + "\" is no day: write YYYY-MM-DD");
    }
    if (screen.count("--file") > 0 && arguments.file.empty()) {
        throw CLI::ValidationError("--file", "the name of the file is empty");
    }
    if (arguments.lines && screen.count("--format") > 0) {
        throw CLI::ValidationError("--format", "--jsonl writes JSON lines");
    }
    if (arguments.names.empty() && arguments.file.empty() && !arguments.lines) {
        throw CLI::RequiredError("NAME, --file FILE or --jsonl");
    }
}

}  // namespace

Command add_screen_command(CLI::App& program) {
    auto* screen = program.add_subcommand("screen", "Look names up in the registers that were imported");
    auto arguments = std::make_shared<ScreenArguments>();
    auto words = std::make_shared<ScreenWords>();
    add_input_options(*screen, *arguments, *words);
    add_register_options(*screen, *arguments);
    add_output_options(*screen, *arguments, *words);
    screen->footer(kExamples);
    screen->parse_complete_callback([screen, arguments, words] { take_words(*screen, *words, *arguments); });
    return {screen, [arguments] {
                if (arguments->lines) return screen_lines(*arguments);
                return arguments->file.empty() ? screen_names(*arguments) : screen_customers(*arguments);
            }};
}

}  // namespace axray::cli
