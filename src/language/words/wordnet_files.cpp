#include "language/words/wordnet_files.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>
#include <unordered_map>

namespace axray::language {
namespace {

constexpr std::array<const char*, 4> kClassNames = {"noun", "verb", "adj", "adv"};

struct Pointer {
    std::string symbol;
    std::uint64_t target = 0;  // key of the synset
    unsigned source_word = 0;  // from 1; 0: the whole synset
    unsigned target_word = 0;
};

struct Synset {
    std::vector<std::string> words;  // as written, without adjective markers
    std::vector<Pointer> pointers;
};

struct Synsets {
    std::vector<Synset> all;
    std::unordered_map<std::uint64_t, std::uint32_t> by_key;
};

std::string lower_case(std::string word) {
    for (char& letter : word) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return word;
}

bool is_one_word(std::string_view lemma) { return lemma.find_first_of("_- ") == std::string_view::npos; }

// A name of several words as the key of a mention has it: "united_kingdom" is "unitedkingdom".
std::string name_form(std::string lemma) {
    std::erase_if(lemma, [](char letter) { return letter == '_' || letter == '-' || letter == '.'; });
    return lemma;
}

std::optional<unsigned> number(std::string_view text, int base = 10) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<unsigned> class_of(std::string_view letter) {
    if (letter == "n") return 0;
    if (letter == "v") return 1;
    if (letter == "a" || letter == "s") return 2;
    if (letter == "r") return 3;
    return std::nullopt;
}

std::uint64_t key_of(unsigned word_class, unsigned offset) { return (std::uint64_t{word_class} << 32U) | offset; }

// Walks over the blank-separated fields of a line; what is missing or no number makes it fail for good.
class Fields {
public:
    explicit Fields(const std::string& line) : stream_(line) {}
    std::string word() {
        std::string field;
        if (!(stream_ >> field)) good_ = false;
        return field;
    }
    unsigned integer(int base = 10) {
        const auto value = number(word(), base);
        if (!value) good_ = false;
        return value.value_or(0);
    }
    unsigned word_class() {
        const auto value = class_of(word());
        if (!value) good_ = false;
        return value.value_or(0);
    }
    [[nodiscard]] bool good() const { return good_; }

private:
    std::istringstream stream_;
    bool good_ = true;
};

// Calls use(line) for every line that is not of the licence text; use returns false for a malformed one.
template <class Use>
Result<int> for_each_line(const std::string& path, const Use& use) {
    std::ifstream stream(path);
    if (!stream) return fail(Error{ErrorCode::not_found, "WordNet file not found", {path}});
    std::string line;
    int count = 0;
    while (std::getline(stream, line)) {
        ++count;
        if (line.empty() || line.starts_with("  ")) continue;
        if (!use(line)) {
            return fail(Error{
                ErrorCode::malformed, "not a line of a WordNet 3.0 file", {"line " + std::to_string(count), path}});
        }
    }
    return count;
}

bool read_synset(const std::string& line, unsigned word_class, Synsets& synsets) {
    Fields fields(line.substr(0, line.find('|')));
    const unsigned offset = fields.integer();
    fields.word();  // number of the lexicographer's file
    fields.word();  // kind of synset
    Synset synset;
    for (unsigned left = fields.integer(16); left > 0 && fields.good(); --left) {
        std::string word = fields.word();
        word.resize(std::min(word.size(), word.find('(')));
        synset.words.push_back(std::move(word));
        fields.word();  // number within the file
    }
    for (unsigned left = fields.integer(); left > 0 && fields.good(); --left) {
        Pointer pointer;
        pointer.symbol = fields.word();
        const unsigned target = fields.integer();
        pointer.target = key_of(fields.word_class(), target);
        const unsigned words = fields.integer(16);
        pointer.source_word = words >> 8U;
        pointer.target_word = words & 0xFFU;
        synset.pointers.push_back(std::move(pointer));
    }
    synsets.by_key.emplace(key_of(word_class, offset), static_cast<std::uint32_t>(synsets.all.size()));
    synsets.all.push_back(std::move(synset));
    return fields.good();
}

bool has_capital(const Synset& synset, const std::string& lemma) {
    return std::any_of(synset.words.begin(), synset.words.end(),
                       [&](const std::string& word) { return word != lemma && lower_case(word) == lemma; });
}

// A name of several words stands for its first sense only ("United Kingdom", "Security Council").
void keep_name(const std::string& lemma, std::uint32_t synset, const Synsets& synsets, WordNet& wordnet) {
    if (!has_capital(synsets.all[synset], lemma)) return;
    const auto [entry, fresh] = wordnet.lemmas.try_emplace(name_form(lemma));
    if (fresh) entry->second.synsets[0].push_back(synset);
}

bool read_index(const std::string& line, unsigned word_class, const Synsets& synsets, WordNet& wordnet) {
    Fields fields(line);
    const std::string lemma = fields.word();
    fields.word();  // word class
    const unsigned count = fields.integer();
    for (unsigned left = fields.integer(); left > 0 && fields.good(); --left) fields.word();  // symbols of pointers
    fields.word();                                                                            // number of senses, again
    fields.word();  // number of senses in the tagged texts
    if (!is_one_word(lemma)) {
        const auto first = synsets.by_key.find(key_of(word_class, fields.integer()));
        if (first != synsets.by_key.end() && word_class == 0) keep_name(lemma, first->second, synsets, wordnet);
        return fields.good();
    }
    WordNetLemma& entry = wordnet.lemmas[lemma];
    for (unsigned i = 0; i < count && fields.good(); ++i) {
        const auto found = synsets.by_key.find(key_of(word_class, fields.integer()));
        if (found == synsets.by_key.end()) return false;
        if (i == 0 && has_capital(synsets.all[found->second], lemma)) {
            entry.proper |= static_cast<std::uint8_t>(1U << word_class);
        }
        entry.synsets[word_class].push_back(found->second);
    }
    return fields.good();
}

// "abandon%2:40:00:: 1 10": lemma, word class, sense number, count.
bool read_count(const std::string& line, WordNet& wordnet) {
    Fields fields(line);
    const std::string sense = fields.word();
    fields.word();
    const unsigned count = fields.integer();
    const std::size_t percent = sense.find('%');
    if (!fields.good() || percent == std::string::npos || percent + 1 >= sense.size()) return false;
    const unsigned kind = static_cast<unsigned>(sense[percent + 1] - '1');  // 1 noun .. 4 adverb, 5 satellite adjective
    if (kind > 4) return false;
    const auto lemma = wordnet.lemmas.find(sense.substr(0, percent));
    if (lemma != wordnet.lemmas.end()) lemma->second.tagged[kind == 4 ? 2 : kind] += count;
    return true;
}

bool read_exception(const std::string& line, unsigned word_class, WordNet& wordnet) {
    std::istringstream stream(line);
    std::string form;
    std::string lemma;
    if (!(stream >> form)) return false;
    while (stream >> lemma) {
        if (is_one_word(form) && wordnet.lemmas.contains(lemma))
            wordnet.exceptions.push_back({form, lemma, word_class});
    }
    return true;
}

void add_once(std::vector<std::string>& list, const std::string& word) {
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

void relate_words(const Synsets& synsets, const Synset& synset, const Pointer& pointer, WordNet& wordnet) {
    const auto target = synsets.by_key.find(pointer.target);
    if (target == synsets.by_key.end() || pointer.source_word == 0 || pointer.source_word > synset.words.size()) return;
    const Synset& other = synsets.all[target->second];
    if (pointer.target_word == 0 || pointer.target_word > other.words.size()) return;
    const auto from = wordnet.lemmas.find(lower_case(synset.words[pointer.source_word - 1]));
    const std::string to = lower_case(other.words[pointer.target_word - 1]);
    if (from == wordnet.lemmas.end() || !wordnet.lemmas.contains(to)) return;
    if (pointer.symbol == "!") add_once(from->second.antonyms, to);
    // "+" derivationally related, "\" pertains to or is derived from, "<" participle of
    if (pointer.symbol == "+" || pointer.symbol == "\\" || pointer.symbol == "<") add_once(from->second.derived, to);
}

void relate(const Synsets& synsets, WordNet& wordnet) {
    wordnet.hypernyms.resize(synsets.all.size());
    wordnet.similar.resize(synsets.all.size());
    for (std::size_t id = 0; id < synsets.all.size(); ++id) {
        for (const Pointer& pointer : synsets.all[id].pointers) {
            const auto target = synsets.by_key.find(pointer.target);
            if (target == synsets.by_key.end()) continue;
            if (pointer.symbol == "@" || pointer.symbol == "@i") wordnet.hypernyms[id].push_back(target->second);
            if (pointer.symbol == "&") wordnet.similar[id].push_back(target->second);
            relate_words(synsets, synsets.all[id], pointer, wordnet);
        }
    }
}

}  // namespace

Result<WordNet> read_wordnet(const std::string& folder) {
    Synsets synsets;
    WordNet wordnet;
    std::optional<Error> error;
    const auto read = [&](const std::string& name, const auto& use) {
        if (error) return;
        if (const auto lines = for_each_line(folder + "/" + name, use); !lines) error = lines.error();
    };
    for (unsigned word_class = 0; word_class < 4; ++word_class) {
        read(std::string("data.") + kClassNames[word_class],
             [&](const std::string& line) { return read_synset(line, word_class, synsets); });
    }
    for (unsigned word_class = 0; word_class < 4; ++word_class) {
        read(std::string("index.") + kClassNames[word_class],
             [&](const std::string& line) { return read_index(line, word_class, synsets, wordnet); });
    }
    read("cntlist.rev", [&](const std::string& line) { return read_count(line, wordnet); });
    for (unsigned word_class = 0; word_class < 4; ++word_class) {
        read(std::string(kClassNames[word_class]) + ".exc",
             [&](const std::string& line) { return read_exception(line, word_class, wordnet); });
    }
    if (error) return fail(std::move(*error));
    relate(synsets, wordnet);
    return wordnet;
}

}  // namespace axray::language
