#include "registers/store/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/days.hpp"
#include "base/digest.hpp"

namespace axray::registers {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr std::size_t kDigestInName = 8;
constexpr std::size_t kLongestListName = 64;

bool is_list_name(std::string_view name) {
    const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= kLongestListName && std::all_of(name.begin(), name.end(), is_plain);
}

int number_in(std::string_view text) {
    int number = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? number : -1;
}

Json faults_of(const std::vector<ImportFault>& faults) {
    Json list = Json::array();
    for (const auto& fault : faults) {
        list.push_back({{"file", fault.place.file},
                        {"line", fault.place.line},
                        {"bytes", {fault.place.bytes.begin, fault.place.bytes.end}},
                        {"message", fault.message}});
    }
    return list;
}

// Throws for what is no whole number from 0: 1e30 would be converted to anything.
std::uint64_t count_in(const Json& number) { return number.get_ref<const Json::number_unsigned_t&>(); }

// Members that are missing or of another type throw, which read_manifest turns into an Error.
Manifest manifest_of(const Json& json) {
    Manifest manifest;
    const auto text = [](const Json& object, const char* name) { return object.at(name).get<std::string>(); };
    auto& version = manifest.version;
    version.list = text(json, "list");
    version.title = text(json, "title");
    version.date = text(json, "date");
    version.version = text(json, "version");
    version.digest = text(json, "digest");
    version.imported = text(json, "imported");
    version.entries = count_in(json.at("entries"));
    version.names = count_in(json.at("names"));
    manifest.publisher = text(json, "publisher");
    manifest.stated_version = text(json, "stated_version");
    manifest.rows = count_in(json.at("rows"));
    manifest.faulty_rows = count_in(json.at("faulty_rows"));
    for (const auto& file : json.at("files")) {
        manifest.files.push_back({text(file, "name"), count_in(file.at("size")), text(file, "sha256")});
    }
    for (const auto& fault : json.at("faults")) {
        const auto& bytes = fault.at("bytes");
        manifest.faults.push_back(
            {{text(fault, "file"),
              count_in(fault.at("line")),
              {static_cast<std::uint32_t>(count_in(bytes.at(0))), static_cast<std::uint32_t>(count_in(bytes.at(1)))}},
             text(fault, "message")});
    }
    return manifest;
}

}  // namespace

bool is_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    return base::is_day({number_in(text.substr(0, 4)), number_in(text.substr(5, 2)), number_in(text.substr(8, 2))});
}

std::vector<SourceFile> describe_files(const std::vector<ListFile>& sources) {
    std::vector<SourceFile> files;
    files.reserve(sources.size());
    for (const auto& source : sources) {
        files.push_back({source.name, source.bytes.size(), base::sha256_hex(source.bytes)});
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& left, const SourceFile& right) { return left.name < right.name; });
    return files;
}

std::string digest_of(const std::vector<SourceFile>& files) {
    if (files.size() == 1) return files.front().digest;
    std::string lines;
    for (const auto& file : files) lines.append(file.digest).append("  ").append(file.name).append("\n");
    return base::sha256_hex(lines);
}

Result<Manifest> make_manifest(const ImportedList& list, const std::vector<ListFile>& sources, std::string_view now) {
    if (!is_list_name(list.list)) {
        return fail(ErrorCode::invalid_usage, "\"" + list.list + "\" is no name for a list: a-z, 0-9 and - only");
    }
    Manifest manifest;
    auto& version = manifest.version;
    version.list = list.list;
    version.title = list.title;
    version.date = list.date.empty() ? std::string(now.substr(0, 10)) : list.date;
    if (!is_iso_day(version.date)) {
        return fail(ErrorCode::invalid_usage, "\"" + version.date + "\" is no day like 2024-05-03");
    }
    manifest.files = describe_files(sources);
    version.digest = digest_of(manifest.files);
    version.version = version.date + "-" + version.digest.substr(0, kDigestInName);
    version.imported = now;
    version.entries = list.entries.size();
    for (const auto& entry : list.entries) version.names += entry.names.size();
    manifest.publisher = list.publisher;
    manifest.stated_version = list.version;
    manifest.rows = list.rows;
    manifest.faulty_rows = list.faulty_rows;
    manifest.faults = list.faults;
    return manifest;
}

std::string write_manifest(const Manifest& manifest) {
    const auto& version = manifest.version;
    Json files = Json::array();
    for (const auto& file : manifest.files) {
        files.push_back({{"name", file.name}, {"size", file.size}, {"sha256", file.digest}});
    }
    const Json json = {{"format", kFormat},
                       {"list", version.list},
                       {"title", version.title},
                       {"publisher", manifest.publisher},
                       {"stated_version", manifest.stated_version},
                       {"date", version.date},
                       {"version", version.version},
                       {"digest", version.digest},
                       {"imported", version.imported},
                       {"entries", version.entries},
                       {"names", version.names},
                       {"rows", manifest.rows},
                       {"faulty_rows", manifest.faulty_rows},
                       {"files", std::move(files)},
                       {"faults", faults_of(manifest.faults)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Manifest> read_manifest(std::string_view json) try {
    const auto parsed = Json::parse(json);
    // A number that no integer can hold is none: to convert it would be undefined.
    const auto& format = parsed.at("format");
    if (!format.is_number_integer() || format.get<std::int64_t>() != kFormat) {
        return fail(ErrorCode::malformed, "it is in format " + format.dump().substr(0, 20) + ", this program reads " +
                                              std::to_string(kFormat) + "; import the list again");
    }
    auto manifest = manifest_of(parsed);
    if (!is_list_name(manifest.version.list) || !is_iso_day(manifest.version.date)) {
        return fail(ErrorCode::malformed, "it names no list or no day");
    }
    return manifest;
} catch (const Json::exception& error) {
    return fail(ErrorCode::malformed, std::string("it does not describe a version: ") + error.what());
}

}  // namespace axray::registers
