#include "cli/registers_choice.hpp"

#include <filesystem>
#include <system_error>

#include <CLI/CLI.hpp>

#include "registers/store/manifest.hpp"
#include "registers/store/store.hpp"

namespace axray::cli {
namespace {

constexpr const char* kNone = "none";

}  // namespace

void add_registers_options(CLI::App& command, RegistersChoice& choice) {
    command
        .add_option("--registers", choice.folder,
                    "Folder of the registers that tell who is named (axray registers); none: ask no register")
        ->type_name("FOLDER");
    command.add_option("--on", choice.on, "Ask the registers as they were on this day")
        ->type_name("YYYY-MM-DD")
        ->check([](const std::string& day) {
            return registers::is_iso_day(day) ? std::string() : "expected a day such as 2024-03-25, found " + day;
        });
}

EngineOptions engine_options(const RegistersChoice& choice) {
    EngineOptions options;
    options.registers_on = choice.on;
    if (choice.folder == kNone) return options;
    options.registers_folder = choice.folder.empty() ? registers::default_folder() : choice.folder;
    std::error_code error;
    const bool filled =
        !options.registers_folder.empty() && std::filesystem::exists(options.registers_folder + "/current.json", error);
    if (choice.folder.empty() && !filled) options.registers_folder.clear();
    return options;
}

}  // namespace axray::cli
