#include "registers/import/list_in_making.hpp"

#include <algorithm>

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

void add_identifier(RegisterEntry& entry, std::string_view type, std::string_view value, std::string_view country) {
    Identifier identifier{std::string(trimmed(type)), std::string(trimmed(value)), std::string(trimmed(country))};
    auto& all = entry.identifiers;
    if (identifier.value.empty() || all.size() >= kValuesKept) return;
    if (std::find(all.begin(), all.end(), identifier) == all.end()) all.push_back(std::move(identifier));
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
    return std::move(made_);
}

}  // namespace axray::registers
