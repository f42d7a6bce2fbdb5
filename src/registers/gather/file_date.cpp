#include "registers/gather/file_date.hpp"

#include <algorithm>

#include "registers/import/list_in_making.hpp"
#include "registers/import/printed_dates.hpp"
#include "registers/store/manifest.hpp"

namespace axray::registers {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string_view without_folders(std::string_view name) {
    const auto slash = name.rfind('/');
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

// "2024-03-22", "2024_03_22" or "20240322" at the beginning of `text`, with no digit behind; else nothing.
std::string_view day_at(std::string_view text) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool separator = (digits == 4 || digits == 6) && (text[at] == '-' || text[at] == '_' || text[at] == '.');
        if (is_digit(text[at])) {
            ++digits;
        } else if (!separator || !is_digit(text[at - 1])) {
            return {};
        }
        const bool ends = at + 1 == text.size() || !is_digit(text[at + 1]);
        if (digits == 8) return ends ? text.substr(0, at + 1) : std::string_view();
    }
    return {};
}

struct PlaceOfDay {
    std::size_t begin = 0;
    std::size_t size = 0;  // 0: there is none
    std::string day;
};

PlaceOfDay find_day(std::string_view name) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
        const auto found = day_at(name.substr(at));
        std::string digits;
        std::copy_if(found.begin(), found.end(), std::back_inserter(digits), is_digit);
        if (digits.size() != 8) continue;
        auto day = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
        if (is_iso_day(day)) return {at, found.size(), std::move(day)};
    }
    return {};
}

}  // namespace

std::string date_in_name(std::string_view name) {
    name = without_folders(name);
    if (auto found = find_day(name); found.size > 0) return found.day;
    std::string words(name.substr(0, name.rfind('.')));
    std::replace_if(
        words.begin(), words.end(), [](char letter) { return letter == '_' || letter == '.'; }, ' ');
    auto printed = iso_date(words);
    return is_iso_day(printed) ? printed : std::string();
}

std::string stem_of(std::string_view name) {
    std::string stem = lower_ascii(without_folders(name));
    if (const auto day = find_day(stem); day.size > 0) stem.erase(day.begin, day.size);
    stem = stem.substr(0, stem.find('.'));
    while (!stem.empty() && (stem.back() == '-' || stem.back() == '_' || stem.back() == ' ')) stem.pop_back();
    return stem;
}

}  // namespace axray::registers
