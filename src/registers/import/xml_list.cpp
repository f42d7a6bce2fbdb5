#include "registers/import/xml_list.hpp"

#include <algorithm>
#include <utility>

namespace axray::registers {
namespace {

void take_entry(ListInMaking& list, RegisterEntry entry, const ListRow& row) {
    list.count_row();
    if (entry.names.empty()) {
        list.fault(row, "the record has no name");
        return;
    }
    if (entry.reference.empty() || entry.reference.ends_with(':')) {
        list.fault(row, "the record has no number");
        return;
    }
    if (list.find(entry.reference) != nullptr) {
        list.fault(row, "entry " + entry.reference + " is listed twice; the second record is left out");
        return;
    }
    const auto is_primary = [](const ListedName& name) { return name.kind == ListedNameKind::primary; };
    std::stable_partition(entry.names.begin(), entry.names.end(), is_primary);
    entry.names.front().kind = ListedNameKind::primary;
    entry.rows.push_back(row);
    list.add(std::move(entry));
}

}  // namespace

Result<ImportedList> read_xml_list(const XmlForm& form, const std::vector<ListFile>& files, ListInMaking list) {
    XmlReading reading;
    reading.records = form.records;
    reading.records.insert(reading.records.end(), form.heads.begin(), form.heads.end());
    reading.fault = [&list](const ListRow& row, std::string message) { list.fault(row, std::move(message)); };
    reading.take = [&](const XmlElement& record, const ListRow& row) {
        const bool is_head = std::find(form.heads.begin(), form.heads.end(), record.name) != form.heads.end();
        if (is_head) {
            form.head(record, list.made());
        } else {
            take_entry(list, form.entry(record), row);
        }
    };
    for (const auto& file : files) {
        ListText text(file);
        const auto root = read_xml(text, reading);
        if (!root) return fail(root.error());
        form.head(*root, list.made());
    }
    return list.finish(files.front().name);
}

}  // namespace axray::registers
