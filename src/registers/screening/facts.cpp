#include "registers/screening/facts.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "registers/screening/countries.hpp"

namespace axray::registers {
namespace {

constexpr double kSameDay = 3.5;
constexpr double kSwappedDay = 2;   // "1985-11-12" and "1985-12-11": day and month exchanged
constexpr double kSameYear = 1;     // where one side knows no more
constexpr double kOtherDay = -1.5;  // of the same year
constexpr double kNearYear = -0.5;  // a year apart
constexpr double kOtherYear = -4;   // a few years apart: lists hold such errors
constexpr double kFarYear = -8;     // a name that is the same to the letter is a namesake's
constexpr int kFewYears = 3;
constexpr double kSameCountry = 0.7;
constexpr double kOtherCountry = -1;  // a person may have several, and lists give one
constexpr double kSameIdentifier = 7;
constexpr std::size_t kLeastIdentifier = 4;  // letters and digits; less is no number to be known by

struct Date {
    int year = 0;
    int month = 0;  // 0: not known
    int day = 0;
};

Date date_of(std::string_view text) {
    Date date;
    const auto number = [&](std::size_t begin, std::size_t size) {
        if (text.size() < begin + size) return 0;
        int value = 0;
        for (const char digit : text.substr(begin, size)) {
            if (digit < '0' || digit > '9') return 0;
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    date.year = number(0, 4);
    if (text.size() >= 7 && text[4] == '-') date.month = number(5, 2);
    if (text.size() >= 10 && text[7] == '-') date.day = number(8, 2);
    return date;
}

double weight_of_births(const Date& given, const Date& listed) {
    const int apart = std::abs(given.year - listed.year);
    if (apart > 0) return apart == 1 ? kNearYear : apart <= kFewYears ? kOtherYear : kFarYear;
    if (given.month == 0 || listed.month == 0) return kSameYear;
    if (given.day == 0 || listed.day == 0) return given.month == listed.month ? kSameYear : kOtherDay;
    if (given.month == listed.month && given.day == listed.day) return kSameDay;
    return given.month == listed.day && given.day == listed.month ? kSwappedDay : kOtherDay;
}

// A listed birth may be a range, "1966/1968": any year of it is as good as the year.
double weight_of_birth(std::string_view given, std::string_view listed) {
    const auto wanted = date_of(given);
    const auto slash = listed.find('/');
    if (slash == std::string_view::npos) return weight_of_births(wanted, date_of(listed));
    const auto from = date_of(listed.substr(0, slash));
    const auto until = date_of(listed.substr(slash + 1));
    if (wanted.year >= from.year && wanted.year <= until.year) return kSameYear;
    return std::max(weight_of_births({wanted.year, 0, 0}, {from.year, 0, 0}),
                    weight_of_births({wanted.year, 0, 0}, {until.year, 0, 0}));
}

std::string letters_and_digits(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0) kept += static_cast<char>(std::toupper(byte));
    }
    return kept;
}

// The best of what is listed for one fact that was given.
struct Best {
    std::string listed;
    std::optional<double> weight;

    void consider(const std::string& one, double value) {
        if (weight && value <= *weight) return;
        listed = one;
        weight = value;
    }
};

Best best_birth(const std::string& given, const RegisterEntry& entry) {
    Best best;
    if (date_of(given).year == 0) return best;
    for (const auto& listed : entry.births) {
        if (date_of(listed).year != 0) best.consider(listed, weight_of_birth(given, listed));
    }
    return best;
}

Best best_country(const std::string& given, const RegisterEntry& entry) {
    Best best;
    const auto code = country_code(given);
    const auto letters = letters_and_digits(given);
    for (const auto& listed : entry.countries) {
        const auto other = country_code(listed);
        // Neither is a country that is known: the same words may still be meant.
        const bool unknown = code.empty() && other.empty() && !letters.empty();
        if (unknown && letters == letters_and_digits(listed)) best.consider(listed, kSameCountry);
        if (!code.empty() && !other.empty()) best.consider(listed, code == other ? kSameCountry : kOtherCountry);
    }
    return best;
}

// Another number contradicts nothing: a party has many.
Best best_identifier(const std::string& given, const RegisterEntry& entry) {
    Best best;
    const auto number = letters_and_digits(given);
    if (number.size() < kLeastIdentifier) return best;
    for (const auto& listed : entry.identifiers) {
        if (letters_and_digits(listed.value) == number)
            best.consider(listed.type + " " + listed.value, kSameIdentifier);
    }
    return best;
}

// Of several values of one kind the one that agrees best counts, and all are shown.
template <class BestOf>
void weigh(const std::vector<std::string>& values, std::string_view what, BestOf best_of, WeighedFacts& weighed) {
    std::optional<double> weight;
    for (const auto& given : values) {
        const Best best = best_of(given);
        const auto agreement = !best.weight       ? FactAgreement::not_listed
                               : *best.weight > 0 ? FactAgreement::agrees
                                                  : FactAgreement::contradicts;
        weighed.facts.push_back({what, given, best.listed, agreement});
        if (best.weight && (!weight || *best.weight > *weight)) weight = best.weight;
    }
    weighed.log_odds += weight.value_or(0);
}

}  // namespace

WeighedFacts weigh_facts(const ScreenQuery& query, const RegisterEntry& entry) {
    WeighedFacts weighed;
    weigh(
        query.births, "birth date", [&](const std::string& one) { return best_birth(one, entry); }, weighed);
    weigh(
        query.countries, "country", [&](const std::string& one) { return best_country(one, entry); }, weighed);
    weigh(
        query.identifiers, "identifier", [&](const std::string& one) { return best_identifier(one, entry); }, weighed);
    return weighed;
}

double shifted(double probability, double log_odds) {
    if (probability <= 0 || probability >= 1 || log_odds == 0) return probability;
    const double odds = std::log(probability / (1 - probability)) + log_odds;
    return 1 / (1 + std::exp(-odds));
}

}  // namespace axray::registers
