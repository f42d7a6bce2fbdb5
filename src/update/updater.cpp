#include "update/updater.hpp"

#include <algorithm>
#include <utility>

#include "fetch/headers.hpp"
#include "registers/gather/gather.hpp"
#include "registers/store/manifest.hpp"

namespace axray::update {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes of a file's name

std::string day_of_change(const fetch::Headers& headers) {
    const auto value = fetch::first_value(headers, "Last-Modified");
    const auto time = value ? fetch::parse_http_date(*value) : std::nullopt;
    return time ? fetch::iso_time(*time).substr(0, 10) : std::string();
}

Error not_that_list(std::string message) { return {ErrorCode::malformed, std::move(message), {}}; }

// The one group that the files must make, in the form that is expected.
Result<registers::ListGroup> group_of(const ListAddress& list, std::vector<registers::PublishedFile> files) {
    auto gathered = registers::gather(std::move(files));
    if (!gathered.skipped.empty()) {
        auto& skipped = gathered.skipped.front();
        return fail(std::move(skipped.error).within(skipped.name));
    }
    if (gathered.groups.size() != 1) {
        return fail(not_that_list("what came are " + std::to_string(gathered.groups.size()) + " lists, expected one"));
    }
    auto& group = gathered.groups.front();
    const auto form = registers::form_of_list(group.files.front());
    if (list.form.empty() || form == list.form) return std::move(group);
    return fail(not_that_list("what came is in the form " + std::string(form) + ", expected " + list.form));
}

// Whether what was read is a whole copy of that list.
Result<void> accept(const ListAddress& list, const registers::ImportedList& came) {
    if (came.list != list.list) {
        return fail(not_that_list("what came is the list \"" + came.list + "\", expected \"" + list.list + "\""));
    }
    if (came.entries.size() < list.least_entries) {
        return fail(not_that_list("what came has " + std::to_string(came.entries.size()) + " entries, expected are " +
                                  std::to_string(list.least_entries) + " at least"));
    }
    if (2 * came.faulty_rows <= came.rows) return {};
    return fail(
        not_that_list(std::to_string(came.faulty_rows) + " of " + std::to_string(came.rows) + " rows have faults"));
}

// Lists come encrypted, or from a host that the user named.
Result<void> require_encryption(const std::string& place, const std::vector<fetch::AllowedHost>& allowed) {
    const auto address = fetch::parse_address(place);
    if (!address) return fail(address.error());
    const bool named = std::any_of(allowed.begin(), allowed.end(), [&](const fetch::AllowedHost& host) {
        return host.host == address->host && (!host.port || *host.port == address->port);
    });
    if (address->scheme == "https" || named) return {};
    return fail(Error{ErrorCode::unsupported,
                      "is not encrypted; lists are fetched by https only, or from a host named with --allow-host",
                      {place}});
}

Result<void> require_encryption(const fetch::FetchedPage& page, const std::vector<fetch::AllowedHost>& allowed) {
    for (const auto& redirect : page.redirects) {
        if (auto safe = require_encryption(redirect.address, allowed); !safe) return safe;
    }
    return require_encryption(page.final_address, allowed);
}

}  // namespace

std::string file_name_of(std::string_view address) {
    auto path = address.substr(0, address.find_first_of("?#"));
    const auto scheme = path.find("://");
    if (scheme != std::string_view::npos) path.remove_prefix(scheme + 3);
    const auto slash = path.rfind('/');
    std::string name(slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1));
    name.resize(std::min(name.size(), kLongestName));
    const auto is_odd = [](char letter) { return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F; };
    std::replace_if(name.begin(), name.end(), is_odd, '_');
    return name.empty() || name.front() == '.' ? "list" : name;
}

Result<FetchedFiles> Updater::fetch_files(const ListAddress& list) const {
    auto options = options_;
    options.limits.size = list.largest_size;
    fetch::Fetcher fetcher(std::move(options), clock_, transport_);
    FetchedFiles fetched;
    for (const auto& address : list.addresses) {
        if (auto safe = require_encryption(address, options_.allowed_hosts); !safe)
            return fail(std::move(safe).error());
        auto page = fetcher.fetch(address);
        if (!page) return fail(std::move(page).error());
        if (auto safe = require_encryption(*page, options_.allowed_hosts); !safe) {
            return fail(std::move(safe).error().within(address));
        }
        for (const auto& note : page->notes) fetched.notes.push_back(address + ": " + note);
        auto name = file_name_of(address);
        const auto same = [&](const registers::PublishedFile& other) { return other.name == name; };
        while (std::any_of(fetched.files.begin(), fetched.files.end(), same)) name += "_";
        fetched.files.push_back({std::move(name), std::move(page->bytes), day_of_change(page->headers)});
    }
    return fetched;
}

Result<UpdatedList> Updater::update(registers::Store& store, const ListAddress& list,
                                    const registers::StoreOptions& options) const {
    auto fetched = fetch_files(list);
    if (!fetched) return fail(std::move(fetched).error());
    auto group = group_of(list, std::move(fetched->files));
    if (!group) return fail(std::move(group).error().within(list.addresses.front()));
    registers::TakeInOptions take{options, {}, [&](const registers::ImportedList& came) { return accept(list, came); }};
    auto taken = registers::take_in(store, *group, take);
    if (!taken) return fail(std::move(taken).error().within(list.addresses.front()));
    return UpdatedList{*std::move(taken), std::move(fetched->notes)};
}

}  // namespace axray::update
