// `axray registers update`: fetches lists from where they are published, and takes in those that are whole.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/registers/registers_options.hpp"
#include "fetch/helper.hpp"
#include "registers/rebuild_indexes.hpp"
#include "report/words.hpp"
#include "update/update_config.hpp"
#include "update/updater.hpp"

namespace axray::cli {
namespace {

// The lists that were named, or all; error invalid_usage for one that the configuration does not have.
Result<std::vector<update::ListAddress>> chosen_lists(const update::UpdateConfig& config,
                                                      const std::vector<std::string>& names) {
    if (names.empty()) return config.lists;
    std::vector<update::ListAddress> chosen;
    for (const auto& name : names) {
        const auto found = std::find_if(config.lists.begin(), config.lists.end(),
                                        [&](const update::ListAddress& list) { return list.list == name; });
        if (found == config.lists.end()) {
            std::string known;
            for (const auto& list : config.lists) known += (known.empty() ? "" : ", ") + list.list;
            return fail(ErrorCode::invalid_usage,
                        "\"" + name + "\" is none of the lists of the configuration: " + known);
        }
        chosen.push_back(*found);
    }
    return chosen;
}

std::string words_for(const registers::TakenIn& taken) {
    if (taken.as == registers::TakenAs::unchanged) return "unchanged";
    std::string words = taken.as == registers::TakenAs::added ? "new version" : "imported anew";
    if (!taken.in_use) words += ", a newer one is in use";
    if (taken.faulty_rows > 0) words += ", " + report::with_commas(taken.faulty_rows) + " rows with faults";
    return words;
}

}  // namespace

int update_lists(const RegistersArguments& arguments) {
    const auto config = update::open_config(arguments.config);
    if (!config) return refuse(config.error());
    const auto lists = chosen_lists(*config, arguments.names);
    if (!lists) return refuse(lists.error());
    auto store = open_store(arguments);
    if (!store) return refuse(store.error());

    auto options = fetch_options(arguments.fetch);
    options.wanted = fetch::Wanted::anything;
    options.certificates = config->certificates;
    const update::Updater updater(std::move(options), fetch::system_clock(),
                                  fetch::helper_transport(fetch::helper_path()));
    std::vector<std::vector<std::string>> rows;
    int status = kDone;
    for (const auto& list : *lists) {
        const auto updated = updater.update(*store, list, {arguments.shrinking, present_time()});
        if (!updated) {
            say_foreign(list.list + ": " + updated.error().to_string() + "; the version in use stays");
            status = std::max(status, updated.error().code == ErrorCode::unwritable ? int{kFailed} : kUnreadableInput);
            continue;
        }
        for (const auto& note : updated->notes) say_foreign(note);
        const auto& version = updated->taken.version;
        rows.push_back({version.list, version.date, report::with_commas(version.entries), "entries",
                        report::with_commas(version.names), "names", words_for(updated->taken)});
    }
    if (!rows.empty()) {
        if (const auto rebuilt = registers::rebuild_indexes(*store); !rebuilt) say(rebuilt.error().to_string());
    }
    if (const int written = write_result(arguments, aligned(rows)); written != kDone) return written;
    return status;
}

int print_config(const RegistersArguments& arguments) { return write_result(arguments, update::default_config_text()); }

}  // namespace axray::cli
