#include "registers/gather/take_in.hpp"

#include <algorithm>
#include <utility>

namespace axray::registers {
namespace {

// What is known of a version that the store has already.
Result<TakenIn> known(const Store& store, ListVersion version) {
    auto manifest = store.manifest(version);
    if (!manifest) return fail(std::move(manifest).error());
    if (auto used = store.put_into_use(version); !used) return fail(std::move(used).error());
    TakenIn taken;
    taken.version = std::move(version);
    taken.as = TakenAs::unchanged;
    taken.rows = manifest->rows;
    taken.faulty_rows = manifest->faulty_rows;
    taken.faults = std::move(manifest->faults);
    return taken;
}

Result<bool> is_in_use(const Store& store, const ListVersion& version) {
    const auto used = store.in_use();
    if (!used) return fail(used.error());
    return std::any_of(used->begin(), used->end(), [&](const ListVersion& other) {
        return other.list == version.list && other.version == version.version;
    });
}

}  // namespace

Result<DatedList> read_group(const ListGroup& group, const TakeInOptions& options) {
    auto list = import_list(group.files);
    if (!list) return fail(std::move(list).error());
    DatedList dated{*std::move(list), DateFrom::list};
    auto& date = dated.list.date;
    if (is_iso_day(date)) return dated;
    // Of several lists the day that was given is meant for those whose files do not tell one.
    const bool by_name = !group.named_day.empty() && (options.date.empty() || group.one_of_several);
    if (by_name) {
        date = group.named_day;
        dated.date_from = DateFrom::name;
    } else if (!options.date.empty()) {
        date = options.date;
        dated.date_from = DateFrom::given;
    } else if (is_iso_day(group.modified)) {
        date = group.modified;
        dated.date_from = DateFrom::modified;
    } else {
        date = options.store.now.substr(0, 10);
        dated.date_from = DateFrom::import;
    }
    return dated;
}

Result<TakenIn> take_in(Store& store, const ListGroup& group, const TakeInOptions& options) {
    auto before = store.made_from(group.sources);
    if (!before) return fail(std::move(before).error());
    const bool again = before->has_value();
    if (again && options.store.shrinking == Shrinking::refused) return known(store, **std::move(before));

    auto dated = read_group(group, options);
    if (!dated) return fail(std::move(dated).error());
    if (options.accept) {
        if (auto accepted = options.accept(dated->list); !accepted) return fail(std::move(accepted).error());
    }
    auto version = store.add(dated->list, group.sources, options.store);
    if (!version) return fail(std::move(version).error());
    TakenIn taken;
    taken.version = *std::move(version);
    taken.date_from = dated->date_from;
    taken.as = again ? TakenAs::replaced : TakenAs::added;
    taken.rows = dated->list.rows;
    taken.faulty_rows = dated->list.faulty_rows;
    taken.faults = std::move(dated->list.faults);
    const auto used = is_in_use(store, taken.version);
    if (!used) return fail(used.error());
    taken.in_use = *used;
    return taken;
}

}  // namespace axray::registers
