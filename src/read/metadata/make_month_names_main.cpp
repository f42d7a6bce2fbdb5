// Writes the names of months and weekdays of all languages that ICU knows, and the locales that write the month before
// the day, as C++ tables for read/metadata/dates.cpp. Run by the build: axray_make_month_names OUT.inc
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <tuple>

#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "read/metadata/folded_name.hpp"

namespace {

constexpr int kMonths = 12;
constexpr int kWeekday = 13;              // stands for the month in rows of weekdays
constexpr std::size_t kShortestName = 3;  // bytes

// Hash, month, language: sorted, so that equal names of several languages lie together.
using Row = std::tuple<std::uint64_t, int, std::string>;

void add_weekdays(const icu::UnicodeString* names, std::int32_t count, const icu::Locale& locale, std::set<Row>& rows) {
    for (std::int32_t i = 1; names != nullptr && i < count; ++i) {
        std::string name;
        names[i].toUTF8String(name);
        const axray::read::FoldedName folded = axray::read::fold_name(name);
        if (folded.letters_only && name.size() > kShortestName)
            rows.emplace(folded.hash, kWeekday, locale.getLanguage());
    }
}

void add_names(const icu::Locale& locale, std::set<Row>& rows) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, "gregorian", status);
    if (U_FAILURE(status)) return;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; names != nullptr && i < count && i < kMonths; ++i) {
                std::string name;
                names[i].toUTF8String(name);
                const axray::read::FoldedName folded = axray::read::fold_name(name);
                if (folded.letters_only && name.size() >= kShortestName)
                    rows.emplace(folded.hash, i + 1, locale.getLanguage());
            }
            const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
            add_weekdays(weekdays, count, locale, rows);
        }
    }
}

bool writes_month_first(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return false;
    const icu::UnicodeString pattern = generator->getBestPattern(icu::UnicodeString("yMd"), status);
    if (U_FAILURE(status)) return false;
    const auto month = pattern.indexOf(u'M');
    return month >= 0 && month < pattern.indexOf(u'd') && month < pattern.indexOf(u'y');
}

std::string tag_of(const icu::Locale& locale) {
    std::string tag = locale.getLanguage();
    if (*locale.getCountry() != '\0') tag += std::string("-") + locale.getCountry();
    for (char& character : tag) {
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    }
    return tag;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: axray_make_month_names OUT.inc\n";
        return 2;
    }
    std::set<Row> rows;
    std::set<std::string> month_first;
    std::int32_t locale_count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(locale_count);
    for (std::int32_t i = 0; i < locale_count; ++i) {
        if (*locales[i].getVariant() != '\0' || *locales[i].getScript() != '\0') {
            add_names(locales[i], rows);
            continue;
        }
        add_names(locales[i], rows);
        if (writes_month_first(locales[i])) month_first.insert(tag_of(locales[i]));
    }
    std::ofstream out(arguments[1]);
    out << "// Made by axray_make_month_names from ICU's locale data.\n"
        << "constexpr MonthName kMonthNames[] = {\n";
    for (const auto& [hash, month, language] : rows) {
        out << "    {" << hash << "ULL, " << month << ", \"" << language << "\"},\n";
    }
    out << "};\nconstexpr std::string_view kMonthFirst[] = {\n";
    for (const auto& tag : month_first) out << "    \"" << tag << "\",\n";
    out << "};\n";
    out.close();
    if (!out) {
        std::cerr << arguments[1] << ": could not be written\n";
        return 3;
    }
    return 0;
}
