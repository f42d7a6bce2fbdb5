#include "matching/word_roles.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include "matching/word_lists.hpp"
#include "matching/word_similarity.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kShortForm = 3;  // letters of a legal form that may be an ordinary word as well
constexpr std::size_t kEndOfName = 3;  // words at the end among which a short form counts
constexpr int kLargestRoman = 40;

struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the name is that of the standard library
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

template <typename Take>
void for_each_part(std::string_view list, const Take& take) {
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find('|', begin), list.size());
        take(list.substr(begin, end - begin));
        begin = end + 1;
    }
}

std::string roman(int number) {
    constexpr std::string_view kOnes[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return std::string(static_cast<std::size_t>(number / 10), 'x') + std::string(kOnes[number % 10]);
}

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
}

}  // namespace

struct WordRoles::Table {
    struct Phrase {
        std::string_view form;
        std::size_t words = 1;
    };
    struct Word {
        std::string_view form;    // of a legal form of one word
        std::size_t longest = 0;  // words of the longest phrase that begins with it
        bool title = false;
        bool particle = false;
        bool business = false;
        bool vessel = false;
        std::string number;  // "seven" to "7", "iv" to "4"
        bool roman = false;
        int ten = 0;
    };
    Map<Word> words;
    Map<std::string_view> phrases;               // legal forms of several words
    Map<std::size_t> vessel_phrases;             // to their number of words
    std::array<std::string, 100> below_hundred;  // "0" to "99"

    void add_phrase(std::string_view phrase, std::string_view form) {
        const auto count = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
        Word& first = words[std::string(phrase.substr(0, phrase.find(' ')))];
        if (count == 1) {
            first.form = form;
            return;
        }
        first.longest = std::max(first.longest, count);
        phrases.emplace(phrase, form);
    }

    void add_numbers() {
        for (std::size_t number = 0; number < below_hundred.size(); ++number) {
            below_hundred[number] = std::to_string(number);
        }
        int value = 0;
        for_each_part(number_words(),
                      [&](std::string_view word) { words[std::string(word)].number = std::to_string(++value); });
        value = 0;
        for_each_part(ten_words(), [&](std::string_view word) {
            Word& one = words[std::string(word)];
            one.ten = ++value * 10;
            one.number = std::to_string(one.ten);
        });
        value = 0;
        for_each_part(ordinal_words(),
                      [&](std::string_view word) { words[std::string(word)].number = std::to_string(++value); });
        for (value = 1; value < kLargestRoman; ++value) {
            Word& one = words[roman(value)];
            one.number = std::to_string(value);
            one.roman = true;
        }
    }
};

WordRoles::WordRoles() : table_(std::make_unique<Table>()) {
    Table& table = *table_;
    for (const FormPhrases& form : legal_forms()) {
        for_each_part(form.phrases, [&](std::string_view phrase) { table.add_phrase(phrase, form.form); });
    }
    for_each_part(person_titles(), [&](std::string_view word) { table.words[std::string(word)].title = true; });
    for_each_part(particles(), [&](std::string_view word) { table.words[std::string(word)].particle = true; });
    for_each_part(business_words(), [&](std::string_view word) { table.words[std::string(word)].business = true; });
    for_each_part(vessel_prefixes(), [&](std::string_view phrase) {
        const auto count = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
        table.words[std::string(phrase.substr(0, phrase.find(' ')))].vessel = true;
        table.vessel_phrases.emplace(phrase, count);
    });
    table.add_numbers();
}

WordRoles::WordRoles(WordRoles&&) noexcept = default;
WordRoles& WordRoles::operator=(WordRoles&&) noexcept = default;
WordRoles::~WordRoles() = default;

namespace {

using Words = std::span<const RawWord>;

std::string joined(Words words) {
    std::string text;
    for (const RawWord& word : words) text.append(text.empty() ? "" : " ").append(word.text);
    return text;
}

// A short form stands first, or last but for other short words.
bool at_an_end(Words words, std::size_t at, std::size_t count) {
    return at == 0 || at + count + kEndOfName > words.size() || words[at].bracketed || words[at].after_comma;
}

// A single i, v or x is a number behind a word, an initial anywhere else.
bool roman_here(Words words, std::size_t at) {
    if (words[at].text.size() > 1) return true;
    return at > 0 && words[at - 1].text.size() > 1 && !words[at].dotted &&
           (at + 1 == words.size() || words[at + 1].text.size() > 1);
}

}  // namespace

FoundRole WordRoles::find(std::span<const RawWord> words, std::size_t at, NameKind kind) const {
    const Table& table = *table_;
    const RawWord& word = words[at];
    const bool person = kind == NameKind::person;
    if (is_number(word.text)) {
        const std::size_t zeros = std::min(word.text.find_first_not_of('0'), word.text.size() - 1);
        return {WordRole::number, std::string_view(word.text).substr(zeros), 1};
    }
    const auto found = table.words.find(std::string_view(word.text));
    if (found == table.words.end()) return {word.text.size() == 1 ? WordRole::initial : WordRole::plain, {}, 1};
    const Table::Word& known = found->second;
    if (!person && kind != NameKind::vessel && kind != NameKind::actor) {
        for (std::size_t count = std::min(known.longest, words.size() - at); count > 1; --count) {
            const auto phrase = table.phrases.find(joined(words.subspan(at, count)));
            if (phrase != table.phrases.end()) return {WordRole::legal_form, phrase->second, count};
        }
        const bool whole = words.size() == 1;
        if (!known.form.empty() && !whole && (word.text.size() > kShortForm || at_an_end(words, at, 1))) {
            return {WordRole::legal_form, known.form, 1};
        }
    }
    if (kind == NameKind::vessel && known.vessel && at == 0 && words.size() > 1) {
        for (std::size_t count = std::min<std::size_t>(2, words.size() - 1); count > 0; --count) {
            if (table.vessel_phrases.contains(joined(words.subspan(at, count)))) return {WordRole::title, {}, count};
        }
    }
    if (person) {
        if (word.dotted && word.text.size() == 1) return {WordRole::initial, {}, 1};
        if (known.title && words.size() > 2) return {WordRole::title, {}, 1};
        if (known.particle && words.size() > 1) return {WordRole::general, {}, 1};
        if (known.roman && word.text.size() > 1 && at + 1 == words.size()) return {WordRole::number, known.number, 1};
        return {word.text.size() == 1 ? WordRole::initial : WordRole::plain, {}, 1};
    }
    if (known.ten > 10 && at + 1 < words.size()) {  // "eighty eight"
        const auto next = table.words.find(std::string_view(words[at + 1].text));
        if (next != table.words.end() && !next->second.roman && next->second.number.size() == 1) {
            const auto whole = known.ten + (next->second.number.front() - '0');
            return {WordRole::number, table.below_hundred[static_cast<std::size_t>(whole)], 2};
        }
    }
    if (!known.number.empty() && (!known.roman || roman_here(words, at))) return {WordRole::number, known.number, 1};
    if (known.business) return {WordRole::general, {}, 1};
    return {word.text.size() == 1 ? WordRole::initial : WordRole::plain, {}, 1};
}

void WordRoles::mend_forms(std::vector<RawWord>& words) const {
    static constexpr std::string_view kOfForms[] = {
        "limited",  "liability", "company",         "joint",       "stock",        "public",        "private",
        "closed",   "society",   "partnership",     "obshchestvo", "aktsionernoe", "ogranichennoi", "otvetstvennostyu",
        "sociedad", "anonima",   "responsabilidad", "limitada",    "publichnoe",   "otkrytoe",      "zakrytoe"};
    std::vector<RawWord> mended;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& text = words[at].text;
        if (text.size() < 4 || table_->words.contains(text)) continue;
        for (const std::string_view form : kOfForms) {
            const std::size_t apart = std::max(text.size(), form.size()) - std::min(text.size(), form.size());
            const bool begins_alike = text.front() == form.front() || text.front() == form[1];
            if (apart > 1 || !begins_alike || text == form || edit_distance(text, form) > 1) continue;
            if (mended.empty()) mended = words;
            mended[at].text = form;
        }
    }
    for (std::size_t at = 0; at < mended.size(); ++at) {
        const FoundRole found = find(mended, at, NameKind::organisation);
        if (found.role != WordRole::legal_form || found.words < 2) continue;
        for (std::size_t word = at; word < at + found.words; ++word) words[word].text = mended[word].text;
    }
}

}  // namespace axray::matching
