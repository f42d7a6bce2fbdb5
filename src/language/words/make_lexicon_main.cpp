// axray_make_lexicon WORDNET-FOLDER OUTPUT: writes wordnet.bin, the file that Lexicon maps. Runs once, in the build.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "base/model_file.hpp"
#include "language/words/lexicon.hpp"
#include "language/words/lexicon_format.hpp"
#include "language/words/wordnet_files.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kMostReferences = 255;  // of one kind for one lemma, so that a byte counts them

// Places `entry` in an open addressing table, where a free slot has hash 0.
template <class Entry>
std::uint32_t place(std::vector<Entry>& table, const Entry& entry) {
    const auto mask = static_cast<std::uint32_t>(table.size() - 1);
    auto slot = static_cast<std::uint32_t>(entry.hash) & mask;
    while (table[slot].hash != 0) slot = (slot + 1) & mask;
    table[slot] = entry;
    return slot;
}

std::uint8_t frequency_byte(std::uint32_t count) {
    return static_cast<std::uint8_t>(std::min(255.0, std::floor(16 * std::log2(1.0 + count))));
}

template <class T>
void append(std::string& payload, const std::vector<T>& values) {
    payload.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    payload.resize((payload.size() + 7) / 8 * 8);
}

struct Rows {
    std::vector<std::uint32_t> begin{0};
    std::vector<std::uint32_t> values;
};

Rows compress(const std::vector<std::vector<std::uint32_t>>& lists) {
    Rows rows;
    for (const auto& list : lists) {
        rows.values.insert(rows.values.end(), list.begin(), list.end());
        rows.begin.push_back(static_cast<std::uint32_t>(rows.values.size()));
    }
    return rows;
}

std::vector<LexiconLemma> place_lemmas(const WordNet& wordnet, std::map<std::string, std::uint32_t>& slots) {
    std::vector<LexiconLemma> table(std::bit_ceil(wordnet.lemmas.size() * 3 / 2));
    for (const auto& [word, lemma] : wordnet.lemmas) {
        LexiconLemma entry;
        entry.hash = hash_word(word);
        entry.proper = lemma.proper;
        for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
            entry.senses[word_class] =
                static_cast<std::uint8_t>(std::min(lemma.synsets[word_class].size(), kMostReferences));
            entry.frequency[word_class] = frequency_byte(lemma.tagged[word_class]);
        }
        slots[word] = place(table, entry);
    }
    return table;
}

std::uint8_t append_slots(const std::vector<std::string>& words, const std::map<std::string, std::uint32_t>& slots,
                          std::vector<std::uint32_t>& references) {
    const std::size_t count = std::min(words.size(), kMostReferences);
    for (std::size_t i = 0; i < count; ++i) references.push_back(slots.at(words[i]));
    return static_cast<std::uint8_t>(count);
}

std::string lay_out(const WordNet& wordnet) {
    std::map<std::string, std::uint32_t> slots;
    std::vector<LexiconLemma> lemmas = place_lemmas(wordnet, slots);
    std::vector<std::uint32_t> references;
    for (const auto& [word, lemma] : wordnet.lemmas) {
        LexiconLemma& entry = lemmas[slots.at(word)];
        entry.references = static_cast<std::uint32_t>(references.size());
        for (unsigned word_class = 0; word_class < kWordClassCount; ++word_class) {
            const auto& synsets = lemma.synsets[word_class];
            references.insert(references.end(), synsets.begin(), synsets.begin() + entry.senses[word_class]);
        }
        entry.derived = append_slots(lemma.derived, slots, references);
        entry.antonyms = append_slots(lemma.antonyms, slots, references);
    }
    std::vector<LexiconException> exceptions(std::bit_ceil(wordnet.exceptions.size() * 3 / 2));
    for (const WordNetException& exception : wordnet.exceptions) {
        place(exceptions, LexiconException{hash_word(exception.form), slots.at(exception.lemma), exception.word_class});
    }
    const Rows hypernyms = compress(wordnet.hypernyms);
    const Rows similar = compress(wordnet.similar);

    LexiconHeader header;
    header.lemma_slots = static_cast<std::uint32_t>(lemmas.size());
    header.exception_slots = static_cast<std::uint32_t>(exceptions.size());
    header.references = static_cast<std::uint32_t>(references.size());
    header.synsets = static_cast<std::uint32_t>(wordnet.hypernyms.size());
    header.hypernyms = static_cast<std::uint32_t>(hypernyms.values.size());
    header.similar = static_cast<std::uint32_t>(similar.values.size());
    std::string payload(reinterpret_cast<const char*>(&header), sizeof(header));
    append(payload, lemmas);
    append(payload, exceptions);
    append(payload, references);
    append(payload, hypernyms.begin);
    append(payload, hypernyms.values);
    append(payload, similar.begin);
    append(payload, similar.values);
    return payload;
}

int run(const std::string& folder, const std::string& output) {
    const auto wordnet = read_wordnet(folder);
    if (!wordnet) {
        std::fprintf(stderr, "axray_make_lexicon: %s\n", wordnet.error().to_string().c_str());
        return exit_status(wordnet.error().code);
    }
    const auto written = base::write_model_file(output, kLexiconKind, kLexiconVersion, lay_out(*wordnet));
    if (!written) {
        std::fprintf(stderr, "axray_make_lexicon: %s\n", written.error().to_string().c_str());
        return exit_status(written.error().code);
    }
    std::printf("%zu lemmas, %zu synsets\n", wordnet->lemmas.size(), wordnet->hypernyms.size());
    return 0;
}

}  // namespace
}  // namespace axray::language

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::fprintf(stderr, "usage: axray_make_lexicon WORDNET-FOLDER OUTPUT\n");
        return 2;
    }
    return axray::language::run(arguments[1], arguments[2]);
}
