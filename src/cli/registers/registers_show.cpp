// `axray registers show`: an entry, by its reference or by a name that is only its.
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/registers/found_entry.hpp"
#include "cli/registers/registers_options.hpp"
#include "cli/terminal.hpp"

namespace axray::cli {
namespace {

int choose_among(const RegistersArguments& arguments, const std::vector<FoundEntry>& found) {
    say(std::to_string(found.size()) + " entries have the name \"" + arguments.names.front() +
        "\"; one of these references names one:");
    std::vector<std::vector<std::string>> rows;
    rows.reserve(found.size());
    for (const auto& one : found) {
        rows.push_back({one.entry.reference, std::string(to_string(one.entry.kind)), one.entry.names.front().text,
                        one.version.list + " of " + one.version.date});
    }
    const int written = write_result(arguments, aligned(rows));
    return written == kDone ? int{kWrongUsage} : written;
}

}  // namespace

int show_entry(const RegistersArguments& arguments) {
    const auto store = open_store(arguments);
    if (!store) return refuse(store.error());
    auto found = find_entries(*store, arguments.names.front(), arguments.on);
    if (!found) return refuse(found.error());
    if (found->empty()) {
        return refuse({ErrorCode::not_found,
                       "no entry has that reference or name; `axray screen` finds names that are written otherwise",
                       {arguments.names.front()}});
    }
    if (found->size() > 1) return choose_among(arguments, *found);
    const auto entry = complete(*store, std::move(found->front()), arguments.on);
    if (!entry) return refuse(entry.error());
    if (arguments.format == RegistersFormat::json) return write_result(arguments, entry_json(*entry, arguments.on));
    const auto destination = arguments.output.empty() ? Destination::standard_output : Destination::file;
    return write_result(arguments, entry_text(*entry, {text_width(arguments.width, destination), arguments.on}));
}

}  // namespace axray::cli
