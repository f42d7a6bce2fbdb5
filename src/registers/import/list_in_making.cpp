#include "registers/import/list_in_making.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "registers/import/printed_names.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kFaultsKept = 100;
// Values of one field of one entry; no published entry has a tenth of it. More are left out.
constexpr std::size_t kValuesKept = 1000;
constexpr std::string_view kBlank = " \t\r\n\f\v";

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        if (kBlank.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else if (text.starts_with("\u00A0")) {
            text.remove_prefix(2);
        } else if (kBlank.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        } else if (text.ends_with("\u00A0")) {
            text.remove_suffix(2);
        } else {
            break;
        }
    }
    return text;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

std::string one_line(std::string_view text) {
    text = trimmed(text);
    std::string line;
    line.reserve(text.size());
    for (const char letter : text) {
        const bool blank = kBlank.find(letter) != std::string_view::npos;
        if (!blank) line += letter;
        if (blank && line.back() != ' ') line += ' ';
    }
    return line;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        const auto part = trimmed(text.substr(0, end));
        if (!part.empty()) parts.push_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

std::string joined(const std::vector<std::string_view>& texts, std::string_view separator) {
    std::string all;
    for (const auto text : texts) {
        if (trimmed(text).empty()) continue;
        if (!all.empty()) all += separator;
        all += trimmed(text);
    }
    return all;
}

void add_text(std::vector<std::string>& texts, std::string_view text) {
    text = trimmed(text);
    if (text.empty() || texts.size() >= kValuesKept || std::find(texts.begin(), texts.end(), text) != texts.end())
        return;
    texts.emplace_back(text);
}

void add_texts(std::vector<std::string>& texts, const std::vector<std::string>& more) {
    for (const auto& text : more) add_text(texts, text);
}

void add_name(RegisterEntry& entry, std::string_view text, ListedNameKind kind) {
    std::string name = one_line(text);
    if (name.empty() || entry.names.size() >= kValuesKept) return;
    const auto same = [&name](const ListedName& other) { return other.text == name; };
    if (std::any_of(entry.names.begin(), entry.names.end(), same)) return;
    entry.names.push_back({std::move(name), kind});
}

void add_attribute(RegisterEntry& entry, std::string_view label, std::string_view value) {
    if (const auto text = one_line(value); !text.empty()) add_text(entry.attributes, std::string(label) + " " + text);
}

void add_links(RegisterEntry& entry, std::string_view text) {
    for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 4)) {
        auto link = text.substr(at);
        if (!link.starts_with("http://") && !link.starts_with("https://")) continue;
        link = link.substr(0, link.find_first_of(" \t\r\n\"<>"));
        while (!link.empty() && std::string_view(".,;:)]'").find(link.back()) != std::string_view::npos) {
            link.remove_suffix(1);
        }
        if (link.size() > 10) add_text(entry.links, link);
    }
}

ListedNameKind name_kind(std::string_view name, ListedNameKind kind) {
    std::size_t latin = 0;
    std::size_t other = 0;
    for (std::size_t i = 0; i < name.size();) {
        const auto letter = base::decode_utf8(name, i);
        i += letter.size;
        const bool is_ascii = letter.value < 0x80;
        const bool is_letter =
            !is_ascii || (letter.value >= 'A' && letter.value <= 'Z') || (letter.value >= 'a' && letter.value <= 'z');
        // Greek is the first script behind Latin; Vietnamese letters and punctuation stand further behind.
        const bool is_latin = letter.value < 0x370 || (letter.value >= 0x1E00 && letter.value < 0x1F00);
        const bool is_punctuation = letter.value >= 0x2000 && letter.value < 0x2100;
        if (is_letter && is_latin) ++latin;
        if (!is_latin && !is_punctuation) ++other;
    }
    return other > latin ? ListedNameKind::native_script : kind;
}

void add_identifier(RegisterEntry& entry, std::string_view type, std::string_view value, std::string_view country) {
    Identifier identifier{std::string(trimmed(type)), std::string(trimmed(value)), std::string(trimmed(country))};
    auto& all = entry.identifiers;
    if (identifier.value.empty() || all.size() >= kValuesKept) return;
    if (std::find(all.begin(), all.end(), identifier) == all.end()) all.push_back(std::move(identifier));
}

std::string reference_word(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    std::string word;
    bool is_ascii = true;
    for (const char letter : lower_ascii(name)) {
        const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept) word += letter;
        if (!kept && !word.empty() && word.back() != '-') word += '-';
        is_ascii = is_ascii && (letter & 0x80) == 0;
    }
    while (!word.empty() && word.back() == '-') word.pop_back();
    if (!is_ascii || word.size() < 2 || word.size() > kLongest) return base::sha256_hex(name).substr(0, 16);
    return word;
}

void ListInMaking::fault(const ListRow& place, std::string message) {
    ++made_.faulty_rows;
    if (made_.faults.size() < kFaultsKept) made_.faults.push_back({place, std::move(message)});
}

RegisterEntry* ListInMaking::find(std::string_view reference) {
    const auto found = by_reference_.find(std::string(reference));
    return found == by_reference_.end() ? nullptr : &made_.entries[found->second];
}

RegisterEntry& ListInMaking::add(RegisterEntry entry) {
    entry.list = made_.list;
    by_reference_.emplace(entry.reference, made_.entries.size());
    return made_.entries.emplace_back(std::move(entry));
}

std::string ListInMaking::free_reference(std::string_view reference) const {
    std::string free(reference);
    if (by_reference_.count(free) == 0) return free;
    std::size_t& number = taken_.try_emplace(free, 1).first->second;
    do {
        free = std::string(reference) + "-" + std::to_string(++number);
    } while (by_reference_.count(free) > 0);
    return free;
}

Result<ImportedList> ListInMaking::finish(const std::string& file) {
    if (made_.entries.empty()) {
        Error error{ErrorCode::empty, "there is no entry in this list", {}};
        if (!made_.faults.empty()) {
            const auto& first = made_.faults.front();
            error.message += "; line " + std::to_string(first.place.line) + ": " + first.message;
        }
        return fail(std::move(error).within(file));
    }
    for (auto& entry : made_.entries) {
        const auto printed = entry.names;
        for (const auto& name : printed) {
            for (const auto& within : names_within(name.text)) {
                const bool weak = name.kind == ListedNameKind::weak_alias && within.kind == ListedNameKind::alias;
                add_name(entry, within.text, weak ? name.kind : within.kind);
            }
        }
    }
    return std::move(made_);
}

ListInMaking list_called(std::string list, std::string title, std::string publisher) {
    ListInMaking making(std::move(list));
    making.made().title = std::move(title);
    making.made().publisher = std::move(publisher);
    return making;
}

}  // namespace axray::registers
