// Reads Princeton WordNet's own files (folder of data.*, index.*, *.exc, cntlist.rev -> WordNet). Used at build time
// only.
//
// Lemmas of one word without hyphen are kept: those are what a token can be; and names of several words, written
// together, which is what the key of a mention can be. Source: wndb(5WN), wninput(5WN),
// WordNet 3.0.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <axray/result.hpp>

namespace axray::language {

struct WordNetLemma {
    std::array<std::vector<std::uint32_t>, 4> synsets;  // nouns, verbs, adjectives, adverbs, by sense number
    std::array<std::uint32_t, 4> tagged{};              // how often it stands in the tagged texts
    std::uint8_t proper = 0;                            // bit of each word class whose first sense has a capital
    std::vector<std::string> derived;                   // lemmas derived from it, it is derived from, or pertains to
    std::vector<std::string> antonyms;
};

struct WordNetException {
    std::string form;
    std::string lemma;
    std::uint32_t word_class = 0;
};

struct WordNet {
    std::map<std::string, WordNetLemma> lemmas;
    std::vector<WordNetException> exceptions;
    std::vector<std::vector<std::uint32_t>> hypernyms;  // for each synset
    std::vector<std::vector<std::uint32_t>> similar;
};

// Errors: not_found naming the file, malformed naming file and line.
[[nodiscard]] Result<WordNet> read_wordnet(const std::string& folder);

}  // namespace axray::language
