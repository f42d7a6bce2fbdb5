#include "registers/gather/gather.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/days.hpp"
#include "registers/gather/file_date.hpp"
#include "registers/import/ofac_csv.hpp"
#include "registers/import/unpack.hpp"
#include "registers/store/manifest.hpp"

namespace axray::registers {
namespace {

// Forms whose files belong together.
constexpr std::string_view kTables = "OFAC CSV";
constexpr std::size_t kStart = std::size_t{64} << 10U;  // bytes that tell which table it is
constexpr std::string_view kWhole[] = {"STIX", "EU designations CSV"};

// A published file, or as much of it as has one form.
struct Part {
    PublishedFile* file = nullptr;
    std::string name;  // of the file in the store
    std::string_view form;
    std::vector<ListFile> members;
    bool whole_file = true;  // no other part has the same file
    std::string day;         // in its name
    std::string stem;
};

// "cons_prim" and "cons_alt" are tables of one list, "sdn" and "alt" of another.
std::string_view table_family(std::string_view stem) { return stem.starts_with("cons") ? "cons" : "sdn"; }

// Days between two days; a day that is not told is that of the file's last change.
std::int64_t distance(const Part& left, const Part& right) {
    const auto number = [](const Part& part) {
        const auto& day = part.day.empty() ? part.file->modified : part.day;
        if (!is_iso_day(day)) return std::int64_t{0};
        return base::day_number(
            {std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)), std::stoi(day.substr(8, 2))});
    };
    if (left.day == right.day) return -1;
    return std::abs(number(left) - number(right));
}

std::string_view base_name(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// That the name tells, or that of the folder in which the file stands.
std::string day_of(std::string_view path) {
    auto day = date_in_name(path);
    const auto base = base_name(path);
    if (day.empty() && base.size() < path.size()) day = date_in_name(path.substr(0, path.size() - base.size() - 1));
    return day;
}

class Gatherer {
public:
    // `name` is that of the file in the store.
    void take(PublishedFile& file, const std::string& name);
    [[nodiscard]] Gathered finish();

private:
    void join_tables();
    void join_whole(std::string_view form);
    void join_single();
    void add_group(const std::vector<Part*>& parts);
    void skip(const Part& part, std::string message) {
        gathered_.skipped.push_back({part.file->name, {ErrorCode::unsupported, std::move(message), {}}});
    }
    [[nodiscard]] std::vector<Part*> of_form(std::string_view form);

    std::vector<Part> parts_;
    Gathered gathered_;
};

void Gatherer::take(PublishedFile& file, const std::string& name) {
    auto members = unpack(name, file.bytes);
    if (!members) {
        auto error = std::move(members).error();
        error.context.clear();
        gathered_.skipped.push_back({file.name, std::move(error)});
        return;
    }
    std::map<std::string_view, Part> by_form;
    for (auto& member : *members) {
        const auto form = form_of_list(member);
        if (form.empty()) continue;
        by_form[form].members.push_back(std::move(member));
    }
    if (by_form.empty()) {
        gathered_.skipped.push_back(
            {file.name, {ErrorCode::unsupported, "this is no list in a form that is known", {}}});
        return;
    }
    for (auto& [form, part] : by_form) {
        part.file = &file;
        part.whole_file = by_form.size() == 1;
        part.name = name;
        part.form = form;
        part.day = day_of(file.name);
        part.stem = stem_of(file.name);
        parts_.push_back(std::move(part));
    }
}

std::vector<Part*> Gatherer::of_form(std::string_view form) {
    std::vector<Part*> found;
    for (auto& part : parts_) {
        if (part.form == form) found.push_back(&part);
    }
    return found;
}

void Gatherer::add_group(const std::vector<Part*>& parts) {
    ListGroup group;
    for (auto* part : parts) {
        auto& bytes = part->file->bytes;
        group.sources.push_back({part->name, part->whole_file ? std::move(bytes) : bytes});
        std::move(part->members.begin(), part->members.end(), std::back_inserter(group.files));
        group.named_day = std::max(group.named_day, part->day);
        group.modified = std::max(group.modified, part->file->modified);
    }
    gathered_.groups.push_back(std::move(group));
}

// Each table of aliases, addresses and comments joins the primary table of its family that is nearest, and of two of
// one stem only the nearer one does: the other is of another day.
void Gatherer::join_tables() {
    std::vector<Part*> primaries;
    std::vector<Part*> others;
    for (auto* part : of_form(kTables)) {
        const bool primary = std::any_of(part->members.begin(), part->members.end(), [](const ListFile& member) {
            return is_ofac_primary(std::string_view(member.bytes).substr(0, kStart));
        });
        (primary ? primaries : others).push_back(part);
    }
    if (primaries.empty() && !others.empty()) return add_group(others);  // whose import says what is missing
    std::map<const Part*, std::map<std::string, Part*>> joined;
    for (auto* part : others) {
        const Part* nearest = nullptr;
        for (const auto* primary : primaries) {
            if (table_family(primary->stem) != table_family(part->stem)) continue;
            if (nearest == nullptr || distance(*part, *primary) < distance(*part, *nearest)) nearest = primary;
        }
        if (nearest == nullptr) {
            skip(*part, "the primary table to which it belongs is not among the files");
            continue;
        }
        auto& place = joined[nearest][part->stem];
        if (place != nullptr && distance(*place, *nearest) <= distance(*part, *nearest)) {
            skip(*part, "it is of another day than " + nearest->file->name + ", which has " + place->file->name);
            continue;
        }
        if (place != nullptr) {
            skip(*place, "it is of another day than " + nearest->file->name + ", which has " + part->file->name);
        }
        place = part;
    }
    for (auto* primary : primaries) {
        std::vector<Part*> group = {primary};
        for (const auto& [stem, part] : joined[primary]) group.push_back(part);
        add_group(group);
    }
}

void Gatherer::join_whole(std::string_view form) {
    std::map<std::string, std::vector<Part*>> by_day;
    for (auto* part : of_form(form)) by_day[part->day].push_back(part);
    for (const auto& [day, parts] : by_day) add_group(parts);
}

void Gatherer::join_single() {
    for (auto& part : parts_) {
        const bool joined =
            part.form == kTables || std::find(std::begin(kWhole), std::end(kWhole), part.form) != std::end(kWhole);
        if (!joined) add_group({&part});
    }
}

Gathered Gatherer::finish() {
    join_tables();
    for (const auto form : kWhole) join_whole(form);
    join_single();
    for (auto& group : gathered_.groups) group.one_of_several = gathered_.groups.size() > 1;
    const auto first_name = [](const ListGroup& group) { return group.sources.front().name; };
    std::sort(gathered_.groups.begin(), gathered_.groups.end(),
              [&](const ListGroup& left, const ListGroup& right) { return first_name(left) < first_name(right); });
    std::sort(gathered_.skipped.begin(), gathered_.skipped.end(),
              [](const SkippedFile& left, const SkippedFile& right) { return left.name < right.name; });
    return std::move(gathered_);
}

}  // namespace

Gathered gather(std::vector<PublishedFile> files) {
    std::sort(files.begin(), files.end(),
              [](const PublishedFile& left, const PublishedFile& right) { return left.name < right.name; });
    std::map<std::string_view, std::size_t> alike;
    for (const auto& file : files) ++alike[base_name(file.name)];
    Gatherer gatherer;
    for (auto& file : files) {
        const auto base = base_name(file.name);
        gatherer.take(file, alike[base] > 1 ? file.name : std::string(base));
    }
    return gatherer.finish();
}

}  // namespace axray::registers
