#include "registers/import/import.hpp"

#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "registers/import/list_files_for_test.hpp"
#include "registers/import/unpack.hpp"

namespace axray::registers {
namespace {

struct PublishedForm {
    std::vector<std::string> files;
    std::string list;
    std::string date;
    std::size_t entries;
    std::size_t names;
    std::size_t faults;
    std::string reference;
    std::string listed_on;
};

const std::vector<PublishedForm>& published_forms() {
    static const std::vector<PublishedForm> kForms = {
        {{"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"}, "ofac-sdn", "", 4, 9, 1, "ofac:901", ""},
        {{"sdn.xml"}, "ofac-sdn", "2026-09-23", 2, 4, 0, "ofac:901", ""},
        {{"sdn_advanced.xml"}, "ofac-sdn", "2026-09-23", 2, 4, 0, "ofac:901", "2024-03-25"},
        {{"un.xml"}, "un", "2026-02-27", 2, 8, 0, "un:690001", "2012-12-31"},
        {{"uk.csv"}, "uk", "2026-02-13", 2, 4, 0, "uk:CYB0901", "2024-03-25"},
        {{"uk.xml"}, "uk", "2026-02-13", 1, 3, 0, "uk:CYB0901", "2024-03-25"},
        {{"uk_short.xml"}, "uk", "", 1, 1, 0, "uk:CYB0901", "2024-03-25"},
        {{"ofsi.csv"}, "uk-ofsi", "2025-06-03", 1, 2, 0, "uk-ofsi:70001", "2024-03-25"},
        {{"eu.csv"}, "eu", "", 2, 6, 0, "eu:32099R0796:I.A:1", "2019-04-04"},
        {{"eu_financial.csv"}, "eu-fsf", "2026-08-05", 1, 2, 0, "eu-fsf:EU.90.28", "2020-07-30"},
        {{"eu_financial.xml"}, "eu-fsf", "2026-08-05", 1, 4, 0, "eu-fsf:EU.90.28", "2020-07-30"},
        {{"denied.txt"}, "bis-dpl", "", 1, 1, 0, "bis-dpl:ida-parrish", "2020-06-09"},
        {{"screening.csv"}, "us-csl", "", 2, 4, 0, "us-csl:9f3", "2018-08-01"},
        {{"covered.csv"}, "fcc-covered", "", 1, 1, 1, "fcc-covered:tenspot-radio-company", "2021-03-12"},
        {{"countermeasures.csv"},
         "countermeasures",
         "",
         2,
         5,
         0,
         "countermeasures:kranich-aerospace-llc",
         "2019-12-02"},
    };
    return kForms;
}

std::vector<ListFile> files_of(const PublishedForm& form) {
    std::vector<ListFile> files;
    for (const auto& name : form.files) files.push_back(invented_list(name));
    return files;
}

std::size_t names_in(const ImportedList& list) {
    std::size_t names = 0;
    for (const auto& entry : list.entries) names += entry.names.size();
    return names;
}

}  // namespace

TEST_CASE("each published form is told from its bytes and read") {
    for (const auto& form : published_forms()) {
        CAPTURE(form.files.front());
        auto files = files_of(form);
        if (form.list != "countermeasures") files.front().name = "renamed";
        const auto list = import_list(files);
        REQUIRE(list);
        CHECK(list->list == form.list);
        CHECK(list->date == form.date);
        CHECK(list->entries.size() == form.entries);
        CHECK(names_in(*list) == form.names);
        CHECK(list->faults.size() == form.faults);
        CHECK_FALSE(list->title.empty());
        CHECK(entry_of(*list, form.reference).listed_on == form.listed_on);
    }
}

TEST_CASE("every entry has a primary name first, its list, and rows whose bytes hold it") {
    for (const auto& form : published_forms()) {
        CAPTURE(form.files.front());
        const auto files = files_of(form);
        const auto list = import_list(files);
        REQUIRE(list);
        for (const auto& entry : list->entries) {
            CHECK(entry.list == list->list);
            CHECK(entry.names.front().kind == ListedNameKind::primary);
            const auto primary = [](const ListedName& name) { return name.kind == ListedNameKind::primary; };
            CHECK(std::count_if(entry.names.begin(), entry.names.end(), primary) == 1);
            REQUIRE_FALSE(entry.rows.empty());
            for (const auto& row : entry.rows) {
                const auto file = std::find_if(files.begin(), files.end(),
                                               [&](const ListFile& candidate) { return candidate.name == row.file; });
                REQUIRE(file != files.end());
                const auto before = std::string_view(file->bytes).substr(0, row.bytes.begin);
                CHECK(row.line == 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')));
                CHECK_FALSE(bytes_of(row, *file).empty());
                CHECK(std::string_view("\r\n").find(bytes_of(row, *file).back()) == std::string_view::npos);
            }
        }
    }
}

TEST_CASE("a list cut off anywhere is an error or a shorter list, never more") {
    for (const auto& form : published_forms()) {
        CAPTURE(form.files.front());
        const auto whole = files_of(form);
        for (std::size_t size = 0; size < whole.front().bytes.size(); size += 37) {
            auto files = whole;
            files.front().bytes.resize(size);
            const auto list = import_list(files);
            if (list) {
                CHECK(list->entries.size() <= form.entries);
            } else {
                CHECK_FALSE(list.error().context.empty());
            }
        }
    }
}

TEST_CASE("rows that stand twice are one entry, or told") {
    for (const auto& form : published_forms()) {
        if (form.files.front().ends_with(".xml")) continue;
        CAPTURE(form.files.front());
        auto files = files_of(form);
        auto& bytes = files.front().bytes;
        if (bytes.back() == '\x1A') bytes.pop_back();
        const auto last = bytes.find_last_of('\n', bytes.size() - 2) + 1;
        bytes += bytes.substr(last);
        const auto list = import_list(files);
        REQUIRE(list);
        CHECK(list->entries.size() == form.entries);
    }
}

TEST_CASE("files without a list, and files of two lists, are refused by name") {
    const auto refused = [](const std::vector<ListFile>& files) {
        auto list = import_list(files);
        REQUIRE_FALSE(list);
        return list.error();
    };
    CHECK(refused({}).code == ErrorCode::invalid_usage);
    CHECK(refused({{"x", ""}}).code == ErrorCode::empty);
    CHECK(refused({{"x", " \r\n"}}).code == ErrorCode::empty);
    CHECK(refused({{"x", "Dear editor,\n\nthis is a letter.\n"}}).code == ErrorCode::unsupported);
    CHECK(refused({{"x", "<html><body>Service unavailable</body></html>"}}).code == ErrorCode::unsupported);
    CHECK(refused({{"x", std::string("\0\1\2\3", 4)}}).context == std::vector<std::string>{"x"});
    const auto mixed = refused({invented_list("un.xml"), invented_list("uk.csv")});
    CHECK(mixed.code == ErrorCode::malformed);
    CHECK(mixed.message.find("un.xml") != std::string::npos);
}

TEST_SUITE("needs_data") {
    TEST_CASE("the published lists are read with all their rows") {
        const char* variable = std::getenv("AXRAY_DATA");
        const std::string folder = std::string(variable != nullptr ? variable : "../shared/data") + "/registers/";
        if (!std::filesystem::exists(folder)) {
            MESSAGE("skipped: there is no " << folder);
            return;
        }
        const auto files_at = [&folder](const std::vector<std::string>& names) {
            std::vector<ListFile> files;
            for (const auto& name : names) {
                const auto bytes = base::read_file(folder + name, 1U << 30U);
                REQUIRE(bytes);
                auto unpacked = unpack(name, *bytes);
                REQUIRE(unpacked);
                for (auto& file : *unpacked) files.push_back(std::move(file));
            }
            return files;
        };
        struct Published {
            std::vector<std::string> files;
            std::string list;
            std::size_t entries;
            std::string reference;
            std::string listed_on;
        };
        const std::vector<Published> published = {
            {{"ofac/sdn.csv.gz", "ofac/alt.csv.gz", "ofac/add.csv.gz", "ofac/sdn_comments.csv"},
             "ofac-sdn",
             14965,
             "ofac:47814",
             ""},
            {{"ofac/cons_prim.csv", "ofac/cons_alt.csv", "ofac/cons_add.csv", "ofac/cons_comments.csv"},
             "ofac-consolidated",
             442,
             "ofac:9639",
             ""},
            {{"un/UN_consolidated.xml.gz"}, "un", 1003, "un:6907993", "2012-12-31"},
            {{"uk/FCDO_SL_Mon_Aug_11_2025.ods"}, "uk", 5300, "uk:CYB0045", "2024-03-25"},
            {{"eu/consolidated/32019R0796.csv.gz"}, "eu", 38, "eu:32019R0796:I.A:1", "2020-07-30"},
            {{"us_other/dpl.txt.gz"}, "bis-dpl", 461, "bis-dpl:i-ash", "2003-06-19"},
            {{"attack/enterprise-attack-intrusion-set.tar.gz", "attack/mobile-attack-intrusion-set.tar.gz",
              "attack/enterprise-attack-malware.tar.gz"},
             "attack",
             867,
             "attack:G0128",
             ""},
            {{"misp/threat-actor.json.gz"}, "misp-threat-actor", 1041, "misp:6bf7e6b6-5917-45a6-9567-f0baba79768c", ""},
            {{"misp/microsoft-activity-group.json.gz"},
             "misp-microsoft-activity-group",
             179,
             "microsoft:27eb4928-b3e6-5ae1-bbb6-f73bce8d7c69",
             ""},
            {{"vuln/known_exploited_vulnerabilities.json.gz"}, "cisa-kev", 1404, "cve:CVE-2024-3400", "2024-04-12"},
        };
        for (const auto& expected : published) {
            CAPTURE(expected.files.front());
            const auto list = import_list(files_at(expected.files));
            REQUIRE(list);
            CHECK(list->list == expected.list);
            CHECK(list->entries.size() == expected.entries);
            CHECK(entry_of(*list, expected.reference).listed_on == expected.listed_on);
        }
    }
}

}  // namespace axray::registers
