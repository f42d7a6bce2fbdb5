#include "registers/screening/countries.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

namespace axray::registers {
namespace {

// Letters alone, lower case, "the" and "republic" words left out: what two ways to print a country have in common.
std::string folded(std::string_view words) {
    static constexpr std::array<std::string_view, 8> kLeftOut = {"the",        "of",      "and",  "republic",
                                                                 "federation", "islamic", "arab", "peoples"};
    std::string all;
    std::string word;
    const auto close = [&] {
        if (std::find(kLeftOut.begin(), kLeftOut.end(), word) == kLeftOut.end()) all += word;
        word.clear();
    };
    for (const char letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalpha(byte) != 0) {
            word += static_cast<char>(std::tolower(byte));
        } else if (letter != '\'') {
            close();
        }
    }
    close();
    return all;
}

std::string lower_case(std::string_view code) {
    std::string lower;
    for (const char letter : code) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return lower;
}

struct Irregular {
    std::string_view words;
    std::string_view code;
};

// Names in use that ICU does not give, and peoples whose name does not begin as that of their country.
constexpr std::array<Irregular, 52> kIrregular = {{
    {"unitedstates", "US"},
    {"usa", "US"},
    {"american", "US"},
    {"unitedstatesamerica", "US"},
    {"uk", "GB"},
    {"unitedkingdom", "GB"},
    {"british", "GB"},
    {"greatbritain", "GB"},
    {"uae", "AE"},
    {"emirati", "AE"},
    {"unitedemirates", "AE"},
    {"dprk", "KP"},
    {"koreanorth", "KP"},
    {"northkorea", "KP"},
    {"northkorean", "KP"},
    {"koreasouth", "KR"},
    {"southkorea", "KR"},
    {"southkorean", "KR"},
    {"democratickorea", "KP"},
    {"french", "FR"},
    {"dutch", "NL"},
    {"holland", "NL"},
    {"swiss", "CH"},
    {"greek", "GR"},
    {"turkish", "TR"},
    {"turkey", "TR"},
    {"danish", "DK"},
    {"spanish", "ES"},
    {"burma", "MM"},
    {"burmese", "MM"},
    {"filipino", "PH"},
    {"thai", "TH"},
    {"kazakh", "KZ"},
    {"uzbek", "UZ"},
    {"tajik", "TJ"},
    {"turkmen", "TM"},
    {"kyrgyz", "KG"},
    {"afghan", "AF"},
    {"croat", "HR"},
    {"serb", "RS"},
    {"irish", "IE"},
    {"polish", "PL"},
    {"finnish", "FI"},
    {"norwegian", "NO"},
    {"cypriot", "CY"},
    {"czechia", "CZ"},
    {"czech", "CZ"},
    {"ivorycoast", "CI"},
    {"democraticcongo", "CD"},
    {"drc", "CD"},
    {"portuguese", "PT"},
    {"lebanese", "LB"},
}};

// Without the vowels and the "n" at the end, in which the name of a people differs from that of its country.
std::string stem(std::string word) {
    for (const std::string_view ending : {"ese", "ian", "ean", "ish", "an", "er", "i"}) {
        if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    }
    while (word.size() > 3 && std::string_view("aeiouy").find(word.back()) != std::string_view::npos) word.pop_back();
    return word;
}

struct Countries {
    std::map<std::string, std::string, std::less<>> by_name;
    std::map<std::string, std::string, std::less<>> by_stem;  // of names that share it with no other country

    Countries() {
        for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
            const icu::Locale locale("", *code);
            icu::UnicodeString name;
            std::string utf8;
            locale.getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(utf8);
            add(folded(utf8), *code);
            by_name.emplace(lower_case(*code), *code);
            by_name.emplace(lower_case(locale.getISO3Country()), *code);
        }
        for (const auto& one : kIrregular) by_name[std::string(one.words)] = one.code;
    }

private:
    void add(const std::string& name, const std::string& code) {
        by_name.emplace(name, code);
        if (name.size() < 4) return;
        const auto [place, is_new] = by_stem.emplace(stem(name), code);
        if (!is_new && place->second != code) place->second.clear();
    }
};

const Countries& countries() {
    static const Countries kCountries;
    return kCountries;
}

}  // namespace

std::string country_code(std::string_view words) {
    const auto& by_name = countries().by_name;
    if (const auto code = by_name.find(lower_case(words)); code != by_name.end()) return code->second;
    const auto name = folded(words);
    if (const auto found = by_name.find(name); found != by_name.end()) return found->second;
    if (name.size() < 4) return {};
    const auto found = countries().by_stem.find(stem(name));
    return found != countries().by_stem.end() ? found->second : std::string();
}

}  // namespace axray::registers
