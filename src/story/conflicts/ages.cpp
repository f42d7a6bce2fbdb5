#include "story/conflicts/ages.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace axray::story {
namespace {

using language::kNone;
using language::Mention;
using language::Quantity;
using language::TokenSpan;

constexpr double kLeastAge = 1;
constexpr double kGreatestAge = 119;
constexpr std::uint32_t kReach = 3;            // tokens between "42-year-old" and the name
constexpr std::int64_t kDaysForBirthday = 45;  // between reports, for a year's difference
constexpr double kProbability = 0.85;

struct Age {
    std::uint32_t statement = 0;
    TokenSpan tokens;
    int years = 0;
    const Mention* person = nullptr;
};

class AgeReader {
public:
    AgeReader(const Statement& statement, std::uint32_t number) : statement_(statement), number_(number) {}

    // Visits each age with the person it is given to.
    template <class Visit>
    void read(const Visit& visit) const {
        const auto& quantities = words().quantities;
        auto next = std::partition_point(quantities.begin(), quantities.end(), [&](const Quantity& one) {
            return one.tokens.begin < statement_.sentence.begin;
        });
        for (; next != quantities.end() && next->tokens.begin < statement_.sentence.end; ++next) {
            if (!statement_.states(next->tokens) || next->kind != language::QuantityKind::cardinal) continue;
            const bool years = next->low == next->high && next->low >= kLeastAge && next->low <= kGreatestAge &&
                               next->low == static_cast<int>(next->low);
            if (!years) continue;
            const Mention* person = named_before(*next);
            if (person == nullptr) person = named_behind(*next);
            if (person != nullptr) visit(*person, Age{number_, next->tokens, static_cast<int>(next->low), person});
        }
    }

private:
    [[nodiscard]] const language::AnnotatedText& words() const { return statement_.text->words; }
    [[nodiscard]] std::string_view text_of(std::uint32_t token) const {
        if (token >= words().tokens.size()) return {};
        return statement_.text->document->slice(words().tokens.span[token]);
    }

    [[nodiscard]] const Mention* person_at(std::uint32_t token) const {
        const auto& closely = statement_.text->closely;
        if (token >= closely.tokens.size() || closely.tokens.mention[token] == kNone) return nullptr;
        const Mention& mention = closely.mentions[closely.tokens.mention[token]];
        return mention.type == language::NameType::person ? &mention : nullptr;
    }

    // "Ann Lee, 41, " and "Ann Lee (41)".
    [[nodiscard]] const Mention* named_before(const Quantity& quantity) const {
        const std::uint32_t first = quantity.tokens.begin;
        if (first < statement_.sentence.begin + 2) return nullptr;
        const std::string_view before = text_of(first - 1);
        const std::string_view behind = text_of(quantity.tokens.end);
        const bool commas = before == "," && (behind == "," || behind == "." || behind == ";" || behind == ":");
        const bool brackets = before == "(" && behind == ")";
        return commas || brackets ? person_at(first - 2) : nullptr;
    }

    // "41-year-old Ann Lee", "41-year-old captain Ann Lee".
    [[nodiscard]] const Mention* named_behind(const Quantity& quantity) const {
        const std::string_view all = statement_.text->document->text;
        const std::string_view behind = all.substr(std::min<std::size_t>(quantity.span.end, all.size()), 12);
        const std::string_view whole = text_of(quantity.tokens.end - 1);
        std::size_t length = 0;
        for (const std::string_view form : {"-year-old", " year old", "-year old", " year-old"}) {
            if (behind.substr(0, form.size()) == form) length = form.size();
            if (whole.size() > form.size() && whole.substr(whole.size() - form.size()) == form) length = form.size();
        }
        if (length == 0) return nullptr;
        const std::uint32_t end = std::min(statement_.sentence.end, quantity.tokens.end + kReach + 5);
        std::uint32_t passed = 0;
        for (std::uint32_t token = quantity.tokens.end; token < end && passed <= kReach; ++token) {
            if (words().tokens.span[token].begin < quantity.span.end + length) continue;
            if (const Mention* person = person_at(token)) return person;
            if (words().tokens.kind[token] != language::TokenKind::word ||
                words().tokens.has(token, language::kFunctionWord)) {
                return nullptr;
            }
            ++passed;
        }
        return nullptr;
    }

    const Statement& statement_;
    std::uint32_t number_;
};

// Two first names are two persons, though one may be taken for the other elsewhere.
bool may_be_one(const Statement& one, const Mention& person, const Statement& other, const Mention& other_person) {
    if (person.tokens.size() < 2 || other_person.tokens.size() < 2) return true;
    return one.text->words.tokens.form[person.tokens.begin] == other.text->words.tokens.form[other_person.tokens.begin];
}

// The fullest form that the report has.
std::string name_of(const Statement& one, const Mention& person) {
    const auto& closely = one.text->closely;
    const Mention& fullest = person.chain == kNone ? person : closely.mentions[closely.chains[person.chain].canonical];
    return std::string(one.text->document->slice(fullest.span));
}

bool may_be_birthday(const Statement& one, const Statement& other, int difference) {
    const base::Day mine = one.text->published;
    const base::Day theirs = other.text->published;
    if (difference != 1 || mine.year == 0 || theirs.year == 0) return false;
    return std::abs(base::day_number(mine) - base::day_number(theirs)) > kDaysForBirthday;
}

}  // namespace

std::vector<FoundConflict> find_age_conflicts(std::span<const Statement> statements, const StoryEntities& entities) {
    std::map<std::uint32_t, std::map<std::uint32_t, std::vector<Age>>> ages;  // by person, then by report
    for (std::uint32_t number = 0; number < statements.size(); ++number) {
        const Statement& one = statements[number];
        AgeReader(one, number).read([&](const Mention& person, const Age& age) {
            const auto entity = entities.at(one.report, person.tokens.begin).entity;
            if (entity != kNone) ages[entity][one.report].push_back(age);
        });
    }
    std::vector<FoundConflict> found;
    for (auto& [person, reports] : ages) {
        std::map<int, Age> first;  // of each age, where it is given first
        for (const auto& [report, given] : reports) {
            const int told = given.front().years;
            const bool one_age =
                std::all_of(given.begin(), given.end(), [told](const Age& age) { return age.years == told; });
            if (!one_age) continue;
            for (const auto& [years, other] : first) {
                const int difference = std::abs(years - given.front().years);
                const Statement& earlier = statements[other.statement];
                const Statement& later = statements[given.front().statement];
                if (!may_be_one(earlier, *other.person, later, *given.front().person)) continue;
                if (difference == 0 || may_be_birthday(earlier, later, difference)) continue;
                found.push_back({ConflictKind::number, earlier.side(other.tokens), later.side(given.front().tokens),
                                 (std::uint64_t{person} << 8U) + static_cast<std::uint64_t>(years),
                                 (std::uint64_t{person} << 8U) + static_cast<std::uint64_t>(given.front().years),
                                 kProbability, name_of(later, *given.front().person)});
            }
            first.emplace(given.front().years, given.front());
        }
    }
    return found;
}

}  // namespace axray::story
