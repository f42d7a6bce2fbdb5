// An entry for a terminal: everything that the list says of it, and the row that says so.
#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "cli/registers/found_entry.hpp"
#include "registers/import/list_in_making.hpp"
#include "report/screening.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {
namespace {

constexpr std::size_t kLabelColumns = 14;
constexpr std::size_t kRemarksShown = 4000;  // bytes

class EntryText {
public:
    explicit EntryText(unsigned width) : width_(width) {}

    // The label stands once; further texts stand below each other.
    void add(const std::string& label, const std::string& text) {
        if (text.empty()) return;
        const bool again = label == last_label_;
        last_label_ = label;
        std::string first = again ? "" : label;
        first.resize(kLabelColumns, ' ');
        report::StyledText::Layout layout;
        layout.width = std::max<unsigned>(width_, kLabelColumns + 20);
        layout.first = first;
        layout.rest = std::string(kLabelColumns, ' ');
        text_ += report::StyledText().add(text).lines(layout);
    }
    void add_all(const std::string& label, const std::vector<std::string>& texts) {
        for (const auto& text : texts) add(label, text);
    }
    // A line as long as it is, so that it can be copied.
    void add_whole(std::string label, const std::string& text) {
        const bool again = label == std::exchange(last_label_, label);
        if (again) label.clear();
        label.resize(kLabelColumns, ' ');
        line(label + text);
    }
    // Indented, with single blanks for the layout of the file.
    void add_quoted(const std::string& text) {
        report::StyledText::Layout layout;
        layout.width = std::max<unsigned>(width_, kLabelColumns + 20);
        layout.first = layout.rest = "  ";
        text_ += report::StyledText().add(registers::one_line(text)).lines(layout);
    }
    void line(const std::string& text) { text_ += report::harmless(text) + "\n"; }
    void gap() { text_ += "\n"; }
    std::string take() { return std::move(text_); }

private:
    unsigned width_;
    std::string text_;
    std::string last_label_;
};

std::string words_of(const Identifier& identifier) {
    return identifier.type + " " + identifier.value +
           (identifier.country.empty() ? "" : " (" + identifier.country + ")");
}

std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    return std::string(base::beginning_within(text, most)) + " ...";
}

void add_versions(EntryText& text, const FoundEntry& found) {
    if (found.versions.size() < 2) return;
    for (const auto& [version, has] : found.versions) {
        text.add("versions", version.date + (has ? " has it" : " does not have it"));
    }
}

void add_facts(EntryText& text, const FoundEntry& found) {
    const auto& entry = found.entry;
    for (const auto& name : entry.names) {
        const bool plain = name.kind == ListedNameKind::primary;
        text.add("names", name.text + (plain ? "" : "  [" + std::string(to_string(name.kind)) + "]"));
    }
    text.add_all("programmes", entry.programmes);
    text.add_all(entry.kind == EntryKind::organisation ? "founded" : "born", entry.births);
    text.add_all("countries", entry.countries);
    text.add_all("places", entry.places);
    for (const auto& identifier : entry.identifiers) text.add("identifiers", words_of(identifier));
    text.add_all("attributes", entry.attributes);
    for (const auto& related : found.related) {
        text.add("related", related.reference + (related.name.empty() ? "" : "  " + related.name));
    }
    for (const auto& link : entry.links) text.add_whole("links", link);
    text.add("remarks", cut(entry.remarks, kRemarksShown));
}

void add_rows(EntryText& text, const FoundEntry& found) {
    const auto& rows = found.entry.rows;
    for (std::size_t at = 0; at < std::min(rows.size(), kRowsShown); ++at) {
        text.gap();
        text.line(report::words_for(rows[at]) + ", bytes " + std::to_string(rows[at].bytes.begin) + " to " +
                  std::to_string(rows[at].bytes.end) + ":");
        if (at < found.rows.size()) text.add_quoted(found.rows[at].text + (found.rows[at].cut ? " ..." : ""));
    }
    if (!found.row_fault.empty()) text.line("  the row cannot be shown: " + found.row_fault);
    if (rows.size() > kRowsShown) text.line("and " + std::to_string(rows.size() - kRowsShown) + " more rows");
}

}  // namespace

std::string entry_text(const FoundEntry& found, const EntryTextOptions& options) {
    const auto& entry = found.entry;
    EntryText text(options.width);
    text.line(entry.names.front().text);
    text.add("reference", entry.reference + ", " + std::string(to_string(entry.kind)));
    text.add("list", found.version.title + " (" + found.version.list + "), version of " + found.version.date);
    text.add("state", words_for_state(found, options.on));
    add_versions(text, found);
    add_facts(text, found);
    add_rows(text, found);
    return text.take();
}

}  // namespace axray::cli
