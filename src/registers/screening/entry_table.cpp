#include "registers/screening/entry_table.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace axray::registers {
namespace {

struct Header {
    std::uint32_t entries = 0;
    std::uint32_t reference_bytes = 0;
};

}  // namespace

void EntryTableBuilder::add(const EntryPlace& place) { added_.push_back({place, std::string(place.reference)}); }

std::string EntryTableBuilder::finish() const {
    std::string references;
    std::vector<EntryTable::Record> records;
    for (const auto& [place, reference] : added_) {
        EntryTable::Record record;
        record.begin = place.line.begin;
        record.end = place.line.end;
        record.reference = static_cast<std::uint32_t>(references.size());
        record.version = static_cast<std::uint16_t>(place.version);
        record.kind = static_cast<std::uint16_t>(place.kind);
        references += reference;
        records.push_back(record);
    }
    std::vector<std::uint32_t> order(added_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t left, std::uint32_t right) {
        return added_[left].reference < added_[right].reference;
    });
    const Header header{static_cast<std::uint32_t>(records.size()), static_cast<std::uint32_t>(references.size())};
    std::string payload(reinterpret_cast<const char*>(&header), sizeof(header));
    payload.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(EntryTable::Record));
    payload.append(reinterpret_cast<const char*>(order.data()), order.size() * sizeof(std::uint32_t));
    return payload + references;
}

Result<EntryTable> EntryTable::of(base::ModelFile file, const std::string& path) {
    EntryTable table(std::move(file));
    const auto payload = table.file_.payload();
    const auto damaged = [&path] {
        return fail(Error{ErrorCode::model_mismatch, "a table of entries whose parts do not fit together", {path}});
    };
    Header header;
    if (payload.size() < sizeof(header)) return damaged();
    std::memcpy(&header, payload.data(), sizeof(header));
    const std::size_t entries = header.entries;
    const std::size_t records_end = sizeof(header) + entries * sizeof(Record);
    const std::size_t order_end = records_end + entries * sizeof(std::uint32_t);
    if (payload.size() != order_end + header.reference_bytes) return damaged();
    table.records_ = {reinterpret_cast<const Record*>(payload.data() + sizeof(header)), entries};
    table.by_reference_ = {reinterpret_cast<const std::uint32_t*>(payload.data() + records_end), entries};
    table.references_ = payload.substr(order_end);
    std::uint32_t last = 0;
    for (const auto& record : table.records_) {
        if (record.begin > record.end || record.reference < last || record.reference > table.references_.size())
            return damaged();
        if (record.kind > static_cast<std::uint16_t>(EntryKind::other)) return damaged();
        last = record.reference;
    }
    if (std::any_of(table.by_reference_.begin(), table.by_reference_.end(),
                    [entries](std::uint32_t entry) { return entry >= entries; }))
        return damaged();
    return table;
}

std::string_view EntryTable::reference_of(std::uint32_t entry) const {
    const std::size_t end = entry + 1 < records_.size() ? records_[entry + 1].reference : references_.size();
    return references_.substr(records_[entry].reference, end - records_[entry].reference);
}

EntryPlace EntryTable::place(std::uint32_t entry) const {
    const auto& record = records_[entry];
    return {record.version, static_cast<EntryKind>(record.kind), {record.begin, record.end}, reference_of(entry)};
}

std::vector<std::uint32_t> EntryTable::find(std::string_view reference) const {
    const auto at =
        std::lower_bound(by_reference_.begin(), by_reference_.end(), reference,
                         [this](std::uint32_t entry, std::string_view sought) { return reference_of(entry) < sought; });
    std::vector<std::uint32_t> found;
    for (auto one = at; one != by_reference_.end() && reference_of(*one) == reference; ++one) found.push_back(*one);
    return found;
}

}  // namespace axray::registers
