// `axray registers import`: published files become versions in the folder of registers.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <sys/stat.h>

#include "base/files.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/registers/registers_options.hpp"
#include "fetch/clock.hpp"
#include "registers/gather/gather.hpp"
#include "registers/gather/take_in.hpp"
#include "registers/rebuild_indexes.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 30U;  // bytes
constexpr std::size_t kFaultsSaid = 3;

std::string day_of_change(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return fetch::iso_time(fetch::Seconds(std::chrono::seconds(status.st_mtime))).substr(0, 10);
}

struct Inputs {
    std::vector<registers::PublishedFile> files;
    int status = kDone;
};

Inputs read_inputs(const std::vector<std::string>& names) {
    Inputs inputs;
    for (const auto& input : list_inputs(names, FolderDepth::everything_below)) {
        if (input.error) {
            inputs.status = refuse(*input.error);
            continue;
        }
        if (is_address(input.name)) {
            inputs.status =
                refuse({ErrorCode::unsupported, "is an address; `axray registers update` fetches lists", {input.name}});
            continue;
        }
        auto bytes = base::read_file(input.name, kLargestFile);
        if (!bytes) {
            inputs.status = refuse(bytes.error());
            continue;
        }
        inputs.files.push_back({input.name, *std::move(bytes), day_of_change(input.name)});
    }
    return inputs;
}

std::string place_of(const ListRow& row) {
    return row.file + (row.line > 0 ? " line " + std::to_string(row.line) : "") + ", byte " +
           std::to_string(row.bytes.begin);
}

void say_faults(const registers::TakenIn& taken) {
    const auto& list = taken.version.list;
    const auto said = std::min(kFaultsSaid, taken.faults.size());
    for (std::size_t at = 0; at < said; ++at) {
        say_foreign(list + ": " + place_of(taken.faults[at].place) + ": " + taken.faults[at].message);
    }
    if (taken.faulty_rows > said) {
        say(list + ": " + report::with_commas(taken.faulty_rows - said) +
            " more rows with faults; the first are in the manifest.json of its version");
    }
}

// Lists that tell no date, by where theirs comes from.
class DatesSaid {
public:
    void add(const registers::TakenIn& taken) {
        if (taken.as != registers::TakenAs::unchanged) lists_[taken.date_from].push_back(taken.version);
    }
    void say_all() const {
        for (const auto& [from, lists] : lists_) {
            const auto words = words_for(from);
            if (words.empty()) continue;
            std::map<std::string, std::string> by_day;
            for (const auto& version : lists) {
                auto& names = by_day[version.date];
                names += (names.empty() ? "" : ", ") + version.list;
            }
            for (const auto& [day, names] : by_day) {
                say_foreign("no date of its own: " + names + "; taken is " + day + ", " + words);
            }
        }
    }

private:
    static std::string words_for(registers::DateFrom from) {
        switch (from) {
            case registers::DateFrom::list:
            case registers::DateFrom::given: break;
            case registers::DateFrom::name: return "that in the name of the file";
            case registers::DateFrom::modified: return "when the file was last changed (--date gives another)";
            case registers::DateFrom::import: return "today (--date gives another)";
        }
        return {};
    }
    std::map<registers::DateFrom, std::vector<ListVersion>> lists_;
};

std::string words_for(const registers::TakenIn& taken) {
    std::string words = "imported";
    if (taken.as == registers::TakenAs::unchanged) words = "unchanged";
    if (taken.as == registers::TakenAs::replaced) words = "imported anew";
    if (!taken.in_use) words += ", a newer version is in use";
    if (taken.faulty_rows > 0) words += ", " + report::with_commas(taken.faulty_rows) + " rows with faults";
    return words;
}

std::string names_of(const registers::ListGroup& group) {
    const auto others = group.sources.size() - 1;
    return group.sources.front().name + (others > 0 ? " and " + std::to_string(others) + " more" : "");
}

// Files that were named are meant to be lists; in a folder there may be others.
int say_skipped(const std::vector<registers::SkippedFile>& skipped, const std::vector<std::string>& named) {
    int status = kDone;
    for (const auto& file : skipped) {
        const bool meant = std::find(named.begin(), named.end(), file.name) != named.end();
        const bool damaged = file.error.code != ErrorCode::unsupported && file.error.code != ErrorCode::empty;
        say_foreign(file.name + ": " + file.error.message + (meant || damaged ? "" : "; skipped"));
        if (meant || damaged) status = kUnreadableInput;
    }
    return status;
}

}  // namespace

int import_lists(const RegistersArguments& arguments) {
    auto store = open_store(arguments);
    if (!store) return refuse(store.error());
    auto inputs = read_inputs(arguments.names);
    int status = inputs.status;
    const auto gathered = registers::gather(std::move(inputs.files));
    status = std::max(status, say_skipped(gathered.skipped, arguments.names));

    const registers::TakeInOptions options{{arguments.shrinking, present_time()}, arguments.date};
    std::vector<std::vector<std::string>> rows;
    DatesSaid dates;
    for (const auto& group : gathered.groups) {
        const auto taken = registers::take_in(*store, group, options);
        if (!taken) {
            const auto words = taken.error().to_string();
            const bool named = words.starts_with(group.sources.front().name + ":");
            say_foreign((named ? "" : names_of(group) + ": ") + words);
            status = std::max(status, taken.error().code == ErrorCode::unwritable ? int{kFailed} : kUnreadableInput);
            continue;
        }
        dates.add(*taken);
        if (taken->as != registers::TakenAs::unchanged) say_faults(*taken);
        rows.push_back({taken->version.list, taken->version.date, report::with_commas(taken->version.entries),
                        "entries", report::with_commas(taken->version.names), "names", words_for(*taken)});
    }
    dates.say_all();
    if (!rows.empty()) {
        if (const auto rebuilt = registers::rebuild_indexes(*store); !rebuilt) say(rebuilt.error().to_string());
    }
    if (const int written = write_result(arguments, aligned(rows)); written != kDone) return written;
    return status;
}

}  // namespace axray::cli
