#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "registers/import/table_lists.hpp"
#include "registers/import/table_reader.hpp"

namespace axray::registers {
namespace {

// The better ones first: a column of cleaned names is the primary one where there is one.
constexpr std::array<std::string_view, 6> kNames = {"cleanname",   "name",       "fullname",
                                                    "primaryname", "entityname", "names"};

// What columns usually are called, and which fields they fill.
constexpr ColumnRole kUsualRoles[] = {
    {"type", Role::kind},
    {"schema", Role::kind},
    {"entitytype", Role::kind},
    {"alias", Role::alias},
    {"aliases", Role::alias},
    {"aka", Role::alias},
    {"altnames", Role::alias},
    {"alternativename", Role::alias},
    {"alsoknownas", Role::alias},
    {"weakalias", Role::weak_alias},
    {"previousname", Role::former},
    {"previousnames", Role::former},
    {"formername", Role::former},
    {"chinesename", Role::alias},
    {"nativename", Role::alias},
    {"originalname", Role::alias},
    {"program", Role::programme},
    {"programme", Role::programme},
    {"programs", Role::programme},
    {"regime", Role::programme},
    {"list", Role::programme},
    {"date", Role::listed},
    {"startdate", Role::listed},
    {"listedon", Role::listed},
    {"datelisted", Role::listed},
    {"dateofdesignation", Role::listed},
    {"enddate", Role::delisted},
    {"delistedon", Role::delisted},
    {"birthdate", Role::birth},
    {"dateofbirth", Role::birth},
    {"dob", Role::birth},
    {"country", Role::country},
    {"countries", Role::country},
    {"nationality", Role::country},
    {"citizenship", Role::country},
    {"jurisdiction", Role::country},
    {"flag", Role::country},
    {"placeofbirth", Role::place},
    {"birthplace", Role::place},
    {"address", Role::place},
    {"addresses", Role::place},
    {"passportnumber", Role::identifier, "passport"},
    {"registrationnumber", Role::identifier, "registration number"},
    {"taxnumber", Role::identifier, "tax number"},
    {"imonumber", Role::identifier, "IMO number"},
    {"qid", Role::identifier, "Wikidata number"},
    {"parentname", Role::related},
    {"parent", Role::related},
    {"gender", Role::attribute, "Gender"},
    {"position", Role::attribute, "position"},
    {"body", Role::attribute, "listed by"},
    {"authority", Role::attribute, "listed by"},
    {"reportdate", Role::attribute, "report of"},
    {"reason", Role::remarks},
    {"summary", Role::remarks},
    {"chinesesummary", Role::remarks},
    {"note", Role::remarks},
    {"notes", Role::remarks},
    {"remarks", Role::remarks},
    {"comments", Role::remarks},
    {"sourceurl", Role::link},
    {"url", Role::link},
    {"website", Role::link},
};

std::string_view name_column(const Columns& columns) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&columns](std::string_view name) { return columns.has(name); });
    return found == kNames.end() ? std::string_view() : *found;
}

// A list of parties says more of them than a name; many tables of other things have a name as well.
bool is_header(const Columns& columns) {
    const auto known = std::count_if(std::begin(kUsualRoles), std::end(kUsualRoles),
                                     [&columns](const ColumnRole& role) { return columns.has(role.column); });
    return !name_column(columns).empty() && known >= 2;
}

// "us_other/cn_sanctions.csv" -> "cn-sanctions".
std::string list_name(std::string file) {
    file = file.substr(file.rfind('/') + 1);
    return reference_word(file.substr(0, file.find('.')));
}

TableForm named_table(const Columns& columns, const std::string& list) {
    TableForm form;
    form.name = "this list";
    for (const auto name : kNames) form.roles.push_back({name, Role::primary});
    form.roles.insert(form.roles.end(), std::begin(kUsualRoles), std::end(kUsualRoles));
    form.told_by = {name_column(columns)};
    form.key = [](const RegisterEntry& entry, const Columns&, const TableRow&) {
        if (entry.names.empty()) return std::string();
        const auto country = entry.countries.empty() ? std::string() : entry.countries.front();
        return entry.names.front().text + "|" + std::string(to_string(entry.kind)) + "|" + country + "|" +
               entry.delisted_on;
    };
    form.reference = [list](const RegisterEntry& entry, const Columns&, const TableRow&) {
        return list + ":" + reference_word(entry.names.front().text);
    };
    // "One,Other" are two names; the comma within one has a space behind it.
    form.mend = [](RegisterEntry& entry, const Columns&, const TableRow&, ImportedList&) {
        const auto names = std::exchange(entry.names, {});
        for (const auto& name : names) {
            std::string_view rest = name.text;
            for (std::size_t at = rest.find(','); at != std::string_view::npos; at = rest.find(',', at + 1)) {
                if (name.kind == ListedNameKind::primary || at + 1 >= rest.size() || rest[at + 1] == ' ') continue;
                add_name(entry, rest.substr(0, at), name.kind);
                rest.remove_prefix(at + 1);
                at = 0;
            }
            add_name(entry, rest, name.kind);
        }
    };
    return form;
}

}  // namespace

bool is_named_table(std::string_view start) {
    return header_of(ListFile{"", std::string(start)}, is_header).size() > 0;
}

Result<ImportedList> read_named_table(const std::vector<ListFile>& files) {
    const auto list = list_name(files.front().name);
    ListInMaking making(list);
    making.made().title = list;
    return read_tables(named_table(header_of(files.front(), is_header), list), files, std::move(making));
}

}  // namespace axray::registers
