#include "update/update_config.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "fetch/web_address.hpp"

namespace axray::update {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 20U;  // bytes
constexpr std::uint64_t kLargestList = std::uint64_t{512} << 20U;
constexpr std::size_t kMostLists = 1000;
constexpr std::size_t kMostAddresses = 100;

// The members of one object: what is wrong with the first that is.
class Members {
public:
    Members(const json& object, std::string place) : object_(&object), place_(std::move(place)) {}

    [[nodiscard]] bool has(const char* name) {
        known_.insert(name);
        return object_->contains(name);
    }
    void text(const char* name, std::string& target) {
        if (!has(name)) return;
        const auto& value = (*object_)[name];
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) return wrong(name, "a text");
        target = value.get<std::string>();
        const auto is_control = [](char letter) { return static_cast<unsigned char>(letter) < 0x20; };
        if (std::any_of(target.begin(), target.end(), is_control)) wrong(name, "a text without control characters");
    }
    void count(const char* name, std::uint64_t& target, std::uint64_t most) {
        if (!has(name)) return;
        const auto& value = (*object_)[name];
        const bool sound =
            value.is_number_unsigned() && value.get<std::uint64_t>() > 0 && value.get<std::uint64_t>() <= most;
        if (!sound) return wrong(name, "a whole number from 1 to " + std::to_string(most));
        target = value.get<std::uint64_t>();
    }
    void wrong(const std::string& name, const std::string& expected) {
        if (fault_.empty()) fault_ = place_ + name + ": expected " + expected;
    }
    // The first fault; a member that nobody asked for is one.
    [[nodiscard]] std::string fault() {
        for (const auto& [name, value] : object_->items()) {
            if (known_.count(name) == 0) wrong(name, "no such field; docs/registers.md lists them");
        }
        return fault_;
    }

private:
    const json* object_;
    std::string place_;
    std::set<std::string> known_;
    std::string fault_;
};

void read_addresses(Members& members, const json& value, ListAddress& list) {
    if (!value.is_array() || value.empty() || value.size() > kMostAddresses) {
        return members.wrong("addresses", "1 to " + std::to_string(kMostAddresses) + " addresses");
    }
    for (const auto& address : value) {
        if (!address.is_string() || !fetch::parse_address(address.get_ref<const std::string&>())) {
            return members.wrong("addresses", "addresses like https://example.org/list.xml");
        }
        list.addresses.push_back(address.get<std::string>());
    }
}

Result<ListAddress> read_list(const json& value, const std::string& place) {
    if (!value.is_object()) return fail(ErrorCode::malformed, place + ": expected an object");
    ListAddress list;
    Members members(value, place + ".");
    members.text("list", list.list);
    members.text("form", list.form);
    members.count("largest_size", list.largest_size, kLargestList);
    members.count("least_entries", list.least_entries, kLargestList);
    if (members.has("addresses")) read_addresses(members, value["addresses"], list);
    if (list.list.empty()) members.wrong("list", "the name of a list");
    if (list.addresses.empty()) members.wrong("addresses", "where the list is published");
    if (auto fault = members.fault(); !fault.empty()) return fail(ErrorCode::malformed, std::move(fault));
    return list;
}

}  // namespace

Result<UpdateConfig> read_config(std::string_view text) {
    const auto value = json::parse(text, nullptr, false);
    if (!value.is_object()) return fail(ErrorCode::malformed, "expected an object of JSON with \"lists\"");
    UpdateConfig config;
    Members members(value, "");
    members.text("certificates", config.certificates);
    const bool has_lists = members.has("lists") && value["lists"].is_array() && !value["lists"].empty() &&
                           value["lists"].size() <= kMostLists;
    if (!has_lists) members.wrong("lists", "1 to " + std::to_string(kMostLists) + " lists");
    if (auto fault = members.fault(); !fault.empty()) return fail(ErrorCode::malformed, std::move(fault));
    std::set<std::string> names;
    for (std::size_t at = 0; at < value["lists"].size(); ++at) {
        const auto place = "lists[" + std::to_string(at) + "]";
        auto list = read_list(value["lists"][at], place);
        if (!list) return fail(std::move(list).error());
        if (!names.insert(list->list).second) {
            return fail(ErrorCode::malformed, place + ".list: \"" + list->list + "\" is named twice");
        }
        config.lists.push_back(*std::move(list));
    }
    return config;
}

Result<UpdateConfig> open_config(const std::string& path) {
    if (path.empty()) return read_config(default_config_text());
    const auto text = base::read_file(path, kLargestFile);
    if (!text) return fail(text.error());
    auto config = read_config(*text);
    if (!config) return fail(std::move(config).error().within(path));
    return config;
}

}  // namespace axray::update
