#include "fetch/kept_pages.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "base/output.hpp"

namespace axray::fetch {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr std::uint64_t kLargestEntry = 16ull << 20U;  // bytes of the JSON
constexpr std::uint64_t kLargestBody = 1ull << 30U;    // bytes
constexpr std::size_t kKeyDigits = 32;
constexpr std::size_t kLongestFolder = 200;  // bytes of a name; file systems take 255
constexpr mode_t kFolderMode = 0700;         // what a person reads concerns nobody else

// The folder of a host: "example.org", "example.org_8443", "_2001_db8__1_".
std::string folder_of(const WebAddress& address) {
    std::string name = address.host_and_port();
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    std::replace_if(
        name.begin(), name.end(), [&](char c) { return !is_plain(c); }, '_');
    if (name.size() <= kLongestFolder) return name;
    return name.substr(0, kLongestFolder / 2) + "_" + base::sha256_hex(name).substr(0, kKeyDigits);
}

std::string_view ending_of(const Headers& headers) {
    static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
        {"text/html", ".html"}, {"application/xhtml+xml", ".html"}, {"text/plain", ".txt"}, {"application/pdf", ".pdf"},
        {"text/xml", ".xml"},   {"application/json", ".json"}};
    const auto type = parse_content_type(first_value(headers, "Content-Type").value_or("")).media_type;
    const auto ends_with = [&](std::string_view end) {
        return type.size() > end.size() && type.substr(type.size() - end.size()) == end;
    };
    for (const auto& [name, ending] : kEndings) {
        if (type == name) return ending;
    }
    if (ends_with("xml")) return ".xml";
    return ends_with("json") ? ".json" : ".bin";
}

struct Paths {
    std::string folder;
    std::string entry;
};

Paths paths_of(const std::string& folder, const WebAddress& address) {
    const std::string own = folder + "/" + folder_of(address);
    return {own, own + "/" + base::sha256_hex(address.text()).substr(0, kKeyDigits) + ".json"};
}

std::string body_path(const std::string& folder, const KeptPage& page) {
    return folder + "/" + page.sha256 + std::string(ending_of(page.headers));
}

std::string write_entry(const KeptPage& page) {
    Json entry;
    entry["format"] = kFormat;
    entry["address"] = page.address;
    entry["redirects"] = Json::array();
    for (const auto& redirect : page.redirects) {
        entry["redirects"].push_back({{"status", redirect.status}, {"address", redirect.address}});
    }
    entry["final_address"] = page.final_address;
    entry["peer"] = page.peer;
    entry["status"] = page.status;
    entry["retrieved"] = iso_time(page.retrieved);
    entry["checked"] = iso_time(page.checked);
    entry["size"] = page.body.size();
    entry["sha256"] = page.sha256;
    entry["headers"] = Json::array();
    for (const auto& header : page.headers) {
        entry["headers"].push_back(header.name + ": " + header.value);
    }
    // Header values may hold bytes that are no text; they are replaced, since JSON holds text only.
    return entry.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Seconds> parse_iso_time(std::string_view text) {
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[19] != 'Z') {
        return std::nullopt;
    }
    bool sound = true;
    const auto number = [&](std::size_t begin, std::size_t size) {
        int value = 0;
        const auto* first = text.data() + begin;
        const auto [end, fault] = std::from_chars(first, first + size, value);
        sound = sound && fault == std::errc() && end == first + size && value >= 0;
        return value;
    };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2))));
    const std::chrono::seconds time((number(11, 2) * 60 + number(14, 2)) * 60 + number(17, 2));
    if (!sound || !date.ok()) return std::nullopt;
    return std::chrono::sys_days(date) + time;
}

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Everything but the body; nothing when it is no entry of this format.
std::optional<KeptPage> read_entry(std::string_view text) try {
    const Json entry = Json::parse(text);
    if (entry.at("format") != kFormat) return std::nullopt;
    KeptPage page;
    page.address = entry.at("address").get<std::string>();
    page.final_address = entry.at("final_address").get<std::string>();
    page.peer = entry.at("peer").get<std::string>();
    page.status = entry.at("status").get<int>();
    page.sha256 = entry.at("sha256").get<std::string>();
    for (const auto& redirect : entry.at("redirects")) {
        page.redirects.push_back({redirect.at("status").get<int>(), redirect.at("address").get<std::string>()});
    }
    std::string header_lines;
    for (const auto& header : entry.at("headers")) header_lines += header.get<std::string>() + "\n";
    page.headers = parse_header_lines(header_lines);
    const auto retrieved = parse_iso_time(entry.at("retrieved").get<std::string>());
    const auto checked = parse_iso_time(entry.at("checked").get<std::string>());
    if (!retrieved || !checked || !is_digest(page.sha256)) return std::nullopt;
    page.retrieved = *retrieved;
    page.checked = *checked;
    return page;
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

Result<void> make_folder(const std::string& path) {
    std::error_code error;
    const auto parent = std::filesystem::path(path).parent_path();
    std::filesystem::create_directories(parent, error);
    if (::mkdir(path.c_str(), kFolderMode) == 0 || errno == EEXIST) return {};
    return fail(
        Error{ErrorCode::unwritable, std::string("the folder cannot be made: ") + std::strerror(errno), {path}});
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    auto file = base::Output::to_file(path);
    if (!file) return fail(std::move(file).error());
    if (auto written = file->write(bytes); !written) return fail(std::move(written).error());
    if (auto finished = file->finish(); !finished) return fail(std::move(finished).error());
    return {};
}

}  // namespace

Result<std::optional<KeptPage>> KeptPages::find(const WebAddress& address) const {
    if (folder_.empty()) return std::optional<KeptPage>();
    const auto paths = paths_of(folder_, address);
    const auto text = base::read_file(paths.entry, kLargestEntry);
    if (!text && text.error().code == ErrorCode::not_found) return std::optional<KeptPage>();
    if (!text) return fail(text.error());
    auto page = read_entry(*text);
    if (!page || page->address != address.text()) {
        return fail(Error{ErrorCode::malformed, "is no description of a kept page; delete it", {paths.entry}});
    }
    const auto path = body_path(paths.folder, *page);
    auto body = base::read_file(path, kLargestBody);
    if (!body) return fail(std::move(body).error());
    if (base::sha256_hex(*body) != page->sha256) {
        return fail(
            Error{ErrorCode::malformed, "the kept page was changed: its digest is not that of its name", {path}});
    }
    page->body = *std::move(body);
    return page;
}

Result<void> KeptPages::keep(const WebAddress& address, const KeptPage& page) const {
    if (folder_.empty()) return {};
    const auto paths = paths_of(folder_, address);
    if (auto made = make_folder(folder_); !made) return made;
    if (auto made = make_folder(paths.folder); !made) return made;
    const auto path = body_path(paths.folder, page);
    struct stat status {};
    const bool there =
        ::stat(path.c_str(), &status) == 0 && static_cast<std::size_t>(status.st_size) == page.body.size();
    if (!there || base::read_file(path, kLargestBody) != page.body) {
        if (auto written = write_file(path, page.body); !written) return written;
    }
    return write_file(paths.entry, write_entry(page));
}

std::string usual_folder() {
    const auto environment = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value == '/' ? std::string(value) : std::string();
    };
    if (const auto folder = environment("XDG_CACHE_HOME"); !folder.empty()) return folder + "/axray";
    const auto home = environment("HOME");
    return home.empty() ? home : home + "/.cache/axray";
}

}  // namespace axray::fetch
