#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/mapped_arrays.hpp"
#include "matching/name_index_format.hpp"
#include "matching/word_keys.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kMostLetters = 255;  // of a word, as its size stands in one byte

struct WordIdentity {
    std::string text;
    std::string skeleton;
    std::string spelling;
    WordRole role = WordRole::plain;

    friend auto operator<=>(const WordIdentity&, const WordIdentity&) = default;
};

struct GatheredWord {
    WordIdentity identity;
    std::vector<std::uint32_t> names;
    std::uint8_t joined = 0;
};

using KeyedWord = std::pair<std::uint64_t, std::uint32_t>;  // a key and the number of a word that has it

// How few names have it, from 1 (a single one) down to 0 (all of them).
float rarity(std::size_t names_with_it, std::size_t names) {
    if (names < 2) return 1;
    return static_cast<float>(1 - std::log(static_cast<double>(names_with_it)) / std::log(static_cast<double>(names)));
}

}  // namespace

struct NameIndexBuilder::Gathered {
    struct Name {
        NamePlace place;
        std::vector<std::uint32_t> words;           // numbers in `words`
        std::vector<std::uint32_t> marks_of_words;  // kFamilyMark, kAsideMark
        std::uint8_t kind = 0;
        std::uint8_t hints = 0;
        std::uint8_t marks = 0;
    };

    std::map<WordIdentity, std::uint32_t> numbers;
    std::vector<GatheredWord> words;
    std::unordered_map<std::uint64_t, std::uint32_t> joined;  // by key
    std::vector<KeyedWord> keyed;
    std::vector<Name> names;
    std::set<std::pair<std::uint32_t, std::vector<std::uint32_t>>> known;  // of the last entry: its names' words

    std::uint32_t number_of(const NameWord& word) {
        WordIdentity identity{word.text.substr(0, kMostLetters), word.skeleton.substr(0, kMostLetters),
                              word.spelling.substr(0, kMostLetters), word.role};
        const auto [place, is_new] = numbers.try_emplace(identity, static_cast<std::uint32_t>(words.size()));
        if (is_new) {
            words.push_back({std::move(identity), {}, 0});
            if (word.role != WordRole::legal_form) {
                for (const auto& key : keys_of(word)) keyed.emplace_back(key.key, place->second);
            }
        }
        return place->second;
    }

    std::uint32_t joined_number(const JoinedKey& key) {
        const auto [place, is_new] = joined.try_emplace(key.key.key, static_cast<std::uint32_t>(words.size()));
        if (is_new) {
            const auto size = std::min<std::uint32_t>(key.end - key.first, 255);
            words.push_back({{}, {}, static_cast<std::uint8_t>(size)});
            keyed.emplace_back(key.key.key, place->second);
        }
        return place->second;
    }
};

NameIndexBuilder::NameIndexBuilder() : gathered_(std::make_unique<Gathered>()) {}
NameIndexBuilder::NameIndexBuilder(NameIndexBuilder&&) noexcept = default;
NameIndexBuilder& NameIndexBuilder::operator=(NameIndexBuilder&&) noexcept = default;
NameIndexBuilder::~NameIndexBuilder() = default;

void NameIndexBuilder::add(const PreparedName& name, NamePlace place) {
    if (name.words.empty()) return;
    auto& gathered = *gathered_;
    Gathered::Name added{place,      {},
                         {},         static_cast<std::uint8_t>(name.kind),
                         name.hints, static_cast<std::uint8_t>((name.latin ? 1 : 0) | (name.consonants_only ? 2 : 0))};
    for (const auto& word : name.words) {
        added.words.push_back(gathered.number_of(word));
        added.marks_of_words.push_back((word.family ? kFamilyMark : 0U) | (word.aside ? kAsideMark : 0U));
    }
    if (!gathered.known.empty() && gathered.known.begin()->first != place.entry) gathered.known.clear();
    if (!gathered.known.emplace(place.entry, added.words).second) return;

    const auto number = static_cast<std::uint32_t>(gathered.names.size());
    auto list = [&](std::uint32_t word) {
        auto& names = gathered.words[word].names;
        if (names.empty() || names.back() != number) names.push_back(number);
    };
    for (const auto word : added.words) list(word);
    for (const auto& key : joined_keys_of(name)) list(gathered.joined_number(key));
    gathered.names.push_back(std::move(added));
}

namespace {

struct WordArrays {
    std::vector<IndexedWord> words;
    std::string letters;
    std::vector<std::uint32_t> postings;
};

WordArrays lay_out(const std::vector<GatheredWord>& gathered, std::size_t names) {
    WordArrays arrays;
    for (const auto& word : gathered) {
        IndexedWord indexed;
        indexed.letters = static_cast<std::uint32_t>(arrays.letters.size());
        indexed.postings = static_cast<std::uint32_t>(arrays.postings.size());
        indexed.weight = rarity(std::max<std::size_t>(word.names.size(), 1), names) * role_weight(word.identity.role);
        indexed.text_size = static_cast<std::uint8_t>(word.identity.text.size());
        indexed.skeleton_size = static_cast<std::uint8_t>(word.identity.skeleton.size());
        indexed.spelling_size = static_cast<std::uint8_t>(word.identity.spelling.size());
        indexed.role = static_cast<std::uint8_t>(word.identity.role);
        indexed.joined = word.joined;
        arrays.letters += word.identity.text + word.identity.skeleton + word.identity.spelling;
        arrays.postings.insert(arrays.postings.end(), word.names.begin(), word.names.end());
        arrays.words.push_back(indexed);
    }
    return arrays;
}

struct KeyArrays {
    std::vector<IndexedKey> keys;
    std::vector<std::uint32_t> directory;
    std::vector<std::uint32_t> words;
};

KeyArrays lay_out(std::vector<KeyedWord> keyed) {
    std::sort(keyed.begin(), keyed.end());
    keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
    KeyArrays arrays;
    arrays.directory.assign((std::size_t{1} << kDirectoryBits) + 1, 0);
    for (const auto& [key, word] : keyed) {
        const auto begin = static_cast<std::uint32_t>(arrays.words.size());
        if (arrays.keys.empty() || arrays.keys.back().key != key) {
            arrays.keys.push_back({key, begin, begin});
            ++arrays.directory[(key >> (64U - kDirectoryBits)) + 1];
        }
        arrays.words.push_back(word);
        arrays.keys.back().end = begin + 1;
    }
    for (std::size_t slot = 1; slot < arrays.directory.size(); ++slot)
        arrays.directory[slot] += arrays.directory[slot - 1];
    return arrays;
}

template <class Values>
std::uint32_t count_of(const Values& values) {
    return static_cast<std::uint32_t>(values.size());
}

}  // namespace

std::string NameIndexBuilder::finish() const {
    const auto& gathered = *gathered_;
    const auto words = lay_out(gathered.words, gathered.names.size());
    const auto keys = lay_out(gathered.keyed);
    std::vector<IndexedName> names;
    std::vector<std::uint32_t> name_words;
    for (const auto& name : gathered.names) {
        IndexedName indexed;
        indexed.place = name.place;
        indexed.words = count_of(name_words);
        for (const auto word : name.words) indexed.weight += words.words[word].weight;
        indexed.kind = name.kind;
        indexed.hints = name.hints;
        indexed.marks = name.marks;
        for (std::size_t at = 0; at < name.words.size(); ++at) {
            name_words.push_back(name.words[at] | name.marks_of_words[at]);
        }
        names.push_back(indexed);
    }
    const NameIndexHeader header{
        count_of(words.words),    count_of(words.letters), count_of(keys.keys),  count_of(keys.words),
        count_of(words.postings), count_of(names),         count_of(name_words), 0};
    std::string payload(reinterpret_cast<const char*>(&header), sizeof(header));
    base::append_array(payload, words.words);
    base::append_array(payload, words.letters);
    base::append_array(payload, keys.keys);
    base::append_array(payload, keys.directory);
    base::append_array(payload, keys.words);
    base::append_array(payload, words.postings);
    base::append_array(payload, names);
    base::append_array(payload, name_words);
    return payload;
}

}  // namespace axray::matching
