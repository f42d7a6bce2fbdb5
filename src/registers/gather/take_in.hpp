// A group of files becomes a version in the store (ListGroup -> TakenIn).
//
// The list's own date counts; where it tells none, the one that was given, else the one in the names of the files, else
// that of their last change. Of several groups a date in a name counts more than one that was given. Source: own.
#pragma once

#include <functional>
#include <string>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "registers/gather/gather.hpp"
#include "registers/store/store.hpp"

namespace axray::registers {

enum class DateFrom : std::uint8_t { list, given, name, modified, import };
enum class TakenAs : std::uint8_t {
    added,      // a new version
    unchanged,  // the same bytes had been imported
    replaced,   // the same bytes were read anew
};

struct TakeInOptions {
    StoreOptions store;
    std::string date;  // ISO 8601 day for a list that tells none; empty: see above
    // Looks at the list before it is added; its error refuses the list. Empty: every list is taken.
    std::function<Result<void>(const ImportedList&)> accept = {};
};

struct TakenIn {
    ListVersion version;
    DateFrom date_from = DateFrom::list;
    TakenAs as = TakenAs::added;
    bool in_use = true;  // false: a newer version is
    std::uint64_t rows = 0;
    std::uint64_t faulty_rows = 0;
    std::vector<ImportFault> faults;
};

// Errors: as import_list and Store::add, and those of `accept`.
[[nodiscard]] Result<TakenIn> take_in(Store& store, const ListGroup& group, const TakeInOptions& options);

// Reads the files of the group and gives the list its date, and nothing else. Errors: as import_list.
struct DatedList {
    ImportedList list;
    DateFrom date_from = DateFrom::list;
};
[[nodiscard]] Result<DatedList> read_group(const ListGroup& group, const TakeInOptions& options);

}  // namespace axray::registers
