// Defines `axray registers` with its parts: import, list, show and update.
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/registers/registers_options.hpp"
#include "cli/text_options.hpp"
#include "registers/store/manifest.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kUpdateTimeout = 600;  // seconds for a list

constexpr const char* kExamples = R"(Examples:
  axray registers import sdn.csv alt.csv add.csv --date 2024-05-03
  axray registers import lists/                      every file of a folder that is a list
  axray registers list
  axray registers show ofac:47800                    an entry with its row and since when it is listed
  axray registers show "APT31" --on 2024-03-22
  axray registers update                             fetches lists from where they are published

`axray registers PART --help` explains the options of a part. Nothing is fetched but by update.)";

constexpr const char* kImportExamples = R"(Examples:
  axray registers import sdn.csv alt.csv add.csv sdn_comments.csv --date 2024-05-03
  axray registers import UN_consolidated.xml.gz threat-actor.json enterprise-attack.json
  axray registers import lists/                      every file of a folder that is a list

Files are taken as they were published, packed (gzip, zip, tar) or not; docs/registers.md names the forms. What a
file is, is told from its bytes. A list that tells no date gets --date, else that in the name of the file, else the day
on which the file was last changed. Files of a folder that are no list are named and skipped. The same bytes again
change nothing; with --force they are read anew, and a list may have lost more than half of its entries.)";

constexpr const char* kShowExamples = R"(Examples:
  axray registers show ofac:47800
  axray registers show "Violet Typhoon"              by a name, when it is that of a single entry
  axray registers show attack:G0128 --format json
  axray registers show ofac:47800 --on 2024-03-22    was it listed on that day?)";

constexpr const char* kUpdateExamples = R"(Examples:
  axray registers update
  axray registers update ofac-sdn uk
  axray registers update --print-config > lists.json     then: axray registers update --config lists.json

Each list is fetched by https, read to its end, and taken when it is in its form, of its name and of a likely size; the
version in use stays otherwise, and old versions are kept. A list that fails does not stop the others; the exit status
is 3 then.)";

Choices<RegistersFormat> formats() { return {{"text", RegistersFormat::text}, {"json", RegistersFormat::json}}; }

std::string complaint_about_day(const std::string& text) {
    return registers::is_iso_day(text) ? "" : "\"" + text + "\" is no day like 2024-05-03";
}
std::string complaint_about_path(const std::string& path) { return path.empty() ? "the name is empty" : ""; }

struct RegistersWords {
    std::string format = "text";
    bool force = false;
    bool all = false;
    bool print_config = false;
};

void add_common(CLI::App& part, RegistersArguments& arguments) {
    part.add_option("--registers", arguments.folder,
                    "The folder of the registers; $AXRAY_REGISTERS or ~/.local/share/axray/registers when not given")
        ->type_name("FOLDER")
        ->check(complaint_about_path);
    add_output_option(part, arguments.output);
}

void add_format(CLI::App& part, RegistersWords& words) {
    offer(part.add_option("--format", words.format, "How it is written"), formats());
}

CLI::App* add_import(CLI::App& registers, RegistersArguments& arguments, RegistersWords& words) {
    auto* part = registers.add_subcommand("import", "Bring published files in as versions of their lists");
    part->add_option("FILE", arguments.names, "Files, and folders with everything below them")
        ->type_name("")
        ->required();
    part->add_option("--date", arguments.date, "The day of publication, for a list that does not tell it")
        ->type_name("YYYY-MM-DD")
        ->check(complaint_about_day);
    part->add_flag("--force", words.force, "Read what was imported before anew, and take lists that shrank");
    add_common(*part, arguments);
    part->footer(kImportExamples);
    return part;
}

CLI::App* add_list(CLI::App& registers, RegistersArguments& arguments, RegistersWords& words) {
    auto* part = registers.add_subcommand("list", "Say which lists there are, of which date and how large");
    part->add_flag("--all", words.all, "Every version, not only those in use");
    add_format(*part, words);
    add_common(*part, arguments);
    return part;
}

CLI::App* add_show(CLI::App& registers, RegistersArguments& arguments, RegistersWords& words) {
    auto* part = registers.add_subcommand("show", "Show an entry with its row and since when it is listed");
    part->add_option("ENTRY", arguments.names, "Its reference, or one of its names")
        ->type_name("")
        ->required()
        ->expected(1);
    part->add_option("--on", arguments.on, "As it was on that day")
        ->type_name("YYYY-MM-DD")
        ->check(complaint_about_day);
    add_format(*part, words);
    add_common(*part, arguments);
    add_width_option(*part, arguments.width);
    part->footer(kShowExamples);
    return part;
}

CLI::App* add_update(CLI::App& registers, RegistersArguments& arguments, RegistersWords& words) {
    auto* part = registers.add_subcommand("update", "Fetch lists from where they are published");
    part->add_option("LIST", arguments.names, "Lists of the configuration; all of them when not given")->type_name("");
    part->add_option("--config", arguments.config, "Which lists, their addresses, and what a whole copy looks like")
        ->type_name("FILE")
        ->check(complaint_about_path);
    part->add_flag("--print-config", words.print_config, "Print the configuration of the program, and fetch nothing");
    part->add_flag("--force", words.force, "Take lists that lost more than half of their entries");
    add_common(*part, arguments);
    arguments.fetch.timeout = kUpdateTimeout;
    add_fetch_options(*part, arguments.fetch);
    part->footer(kUpdateExamples);
    return part;
}

}  // namespace

Command add_registers_command(CLI::App& program) {
    auto* command = program.add_subcommand("registers", "Keep the lists that names are looked for in");
    auto arguments = std::make_shared<RegistersArguments>();
    auto words = std::make_shared<RegistersWords>();
    command->require_subcommand(1);
    command->footer(kExamples);
    using Part = std::pair<CLI::App*, int (*)(const RegistersArguments&)>;
    const std::vector<Part> parts = {{add_import(*command, *arguments, *words), import_lists},
                                     {add_list(*command, *arguments, *words), show_lists},
                                     {add_show(*command, *arguments, *words), show_entry},
                                     {add_update(*command, *arguments, *words), update_lists}};
    return {command, [arguments, words, parts] {
                arguments->format = find(formats(), words->format)->second;
                if (words->force) arguments->shrinking = registers::Shrinking::allowed;
                if (words->all) arguments->versions = VersionsShown::all;
                if (words->print_config) return print_config(*arguments);
                for (const auto& [part, run] : parts) {
                    if (part->parsed()) return run(*arguments);
                }
                return int{kWrongUsage};
            }};
}

}  // namespace axray::cli
