// Fetches a list and takes it in, if what came is that list (ListAddress -> UpdatedList).
//
// The old version stays in use until the new one has been fetched as a whole, read to its end and found to be that
// list: in its form, of its name, of a likely size, without more faults than rows, and not less than half of what it
// was. Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "fetch/fetcher.hpp"
#include "registers/gather/take_in.hpp"
#include "registers/store/store.hpp"
#include "update/update_config.hpp"

namespace axray::update {

struct UpdatedList {
    registers::TakenIn taken;
    std::vector<std::string> notes;  // of fetching, each with its address
};

// What was fetched, before it is looked at: one file from each address. Errors: as Fetcher::fetch.
struct FetchedFiles {
    std::vector<registers::PublishedFile> files;
    std::vector<std::string> notes;
};

class Updater {
public:
    // The limit of size in `options` is that of each list instead.
    Updater(fetch::FetchOptions options, fetch::Clock clock, fetch::Transport transport)
        : options_(std::move(options)), clock_(std::move(clock)), transport_(std::move(transport)) {}

    // Errors: as Fetcher::fetch, with the address; malformed when what came is not that list; as Store::add.
    [[nodiscard]] Result<UpdatedList> update(registers::Store& store, const ListAddress& list,
                                             const registers::StoreOptions& options) const;

private:
    [[nodiscard]] Result<FetchedFiles> fetch_files(const ListAddress& list) const;

    fetch::FetchOptions options_;
    fetch::Clock clock_;
    fetch::Transport transport_;
};

// The name of a file at an address: the last part of its path; "list" when there is none.
[[nodiscard]] std::string file_name_of(std::string_view address);

}  // namespace axray::update
