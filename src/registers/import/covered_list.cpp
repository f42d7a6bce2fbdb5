#include <algorithm>
#include <string>

#include "registers/import/table_lists.hpp"
#include "registers/import/table_reader.hpp"

namespace axray::registers {
namespace {

// "Telecommunications equipment produced by ZTE Corporation, including ...": the party is named within a sentence.
std::string party_in(std::string_view sentence) {
    std::size_t begin = std::string_view::npos;
    for (const std::string_view verb : {"produced by ", "provided by ", "supplied by ", "indirectly, by "}) {
        const std::size_t at = sentence.find(verb);
        if (at != std::string_view::npos) begin = std::min(begin, at + verb.size());
    }
    if (begin == std::string_view::npos) return {};
    sentence.remove_prefix(begin);
    std::size_t end = sentence.size();
    for (const std::string_view after : {", including", " including", ", subject", " subject to", ", to the extent",
                                         " to the extent", " or any of", " and its "}) {
        end = std::min(end, sentence.find(after));
    }
    return one_line(sentence.substr(0, end));
}

TableForm covered_list() {
    TableForm form;
    form.name = "the FCC's covered list";
    form.told_by = {"coveredequipmentorservices"};
    form.roles = {
        {"coveredequipmentorservices", Role::remarks},
        {"dateofinclusiononcoveredlist", Role::listed},
    };
    form.rules.days = DayOrder::month_first;
    form.mend = [](RegisterEntry& entry, const Columns&, const TableRow&, ImportedList&) {
        add_name(entry, party_in(entry.remarks), ListedNameKind::primary);
        entry.kind = EntryKind::organisation;
    };
    // Kinds of equipment are listed too; they name nobody and are told.
    form.key = [](const RegisterEntry& entry, const Columns&, const TableRow&) {
        return entry.names.empty() ? std::string() : entry.names.front().text;
    };
    form.reference = [](const RegisterEntry& entry, const Columns&, const TableRow&) {
        return "fcc-covered:" + reference_word(entry.names.front().text);
    };
    return form;
}

}  // namespace

bool is_covered_list_csv(std::string_view start) { return fits_table(covered_list(), start); }

Result<ImportedList> read_covered_list_csv(const std::vector<ListFile>& files) {
    return read_tables(covered_list(), files,
                       list_called("fcc-covered", "FCC Covered List", "US Federal Communications Commission"));
}

}  // namespace axray::registers
