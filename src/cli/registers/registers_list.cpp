// `axray registers list`: which versions of which lists there are.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/registers/registers_options.hpp"
#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

bool is_among(const ListVersion& version, const std::vector<ListVersion>& others) {
    return std::any_of(others.begin(), others.end(), [&](const ListVersion& other) {
        return other.list == version.list && other.version == version.version;
    });
}

std::string as_text(const std::vector<ListVersion>& versions, const std::vector<ListVersion>& used) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(versions.size());
    for (const auto& version : versions) {
        rows.push_back({version.list, version.date, report::with_commas(version.entries), "entries",
                        report::with_commas(version.names), "names", version.version,
                        is_among(version, used) ? version.title : "(not in use)"});
    }
    return aligned(rows);
}

std::string as_json(const std::string& folder, const std::vector<ListVersion>& versions,
                    const std::vector<ListVersion>& used) {
    report::JsonWriter json;
    json.begin_object().key("folder").string(folder).key("lists").begin_array();
    for (const auto& version : versions) {
        json.begin_object();
        json.key("list").string(version.list).key("title").string(version.title);
        json.key("date").string(version.date).key("version").string(version.version);
        json.key("sha256").string(version.digest).key("imported").string(version.imported);
        json.key("entries").number(version.entries).key("names").number(version.names);
        json.key("in_use").boolean(is_among(version, used)).end();
    }
    json.end().end();
    return std::move(json).take();
}

}  // namespace

int show_lists(const RegistersArguments& arguments) {
    const auto store = open_store(arguments);
    if (!store) return refuse(store.error());
    const auto used = store->in_use();
    if (!used) return refuse(used.error());
    auto versions = arguments.versions == VersionsShown::all ? store->versions() : used;
    if (!versions) return refuse(versions.error());
    if (versions->empty() && arguments.format == RegistersFormat::text) {
        say("there is no list in " + store->folder() + "; `axray registers import FILE` or `update` brings one");
    }
    return write_result(arguments, arguments.format == RegistersFormat::json
                                       ? as_json(store->folder(), *versions, *used)
                                       : as_text(*versions, *used));
}

}  // namespace axray::cli
