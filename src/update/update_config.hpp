// Where lists are published and what a good copy of them looks like (configuration file -> ListAddress).
//
// The configuration that is part of the program names the publishers' official addresses; `axray registers update
// --print-config` prints it, and a file of the same form takes its place. Source: own; the addresses are those that the
// publishers give for automatic use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::update {

struct ListAddress {
    std::string list;                                        // name of the list that the files must give: "ofac-sdn"
    std::vector<std::string> addresses;                      // of its files
    std::string form;                                        // in which they must be: "OFAC XML"; empty: any
    std::uint64_t largest_size = std::uint64_t{256} << 20U;  // bytes of a file, unpacked from its transport
    std::uint64_t least_entries = 1;                         // fewer are no whole list
};

struct UpdateConfig {
    std::vector<ListAddress> lists;
    std::string certificates;  // file of authorities (PEM) that vouch for the servers; empty: those of the system
};

// The text of the configuration that is part of the program.
[[nodiscard]] std::string_view default_config_text();

// Errors: malformed, naming the field and what was expected.
[[nodiscard]] Result<UpdateConfig> read_config(std::string_view json);

// From a file; from the program itself when `path` is empty. Errors: as above, not_found, unreadable; with the path.
[[nodiscard]] Result<UpdateConfig> open_config(const std::string& path);

}  // namespace axray::update
