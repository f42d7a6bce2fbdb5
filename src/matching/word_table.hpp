// What is known of words of names (spelling of a word -> weight, groups): how rare it is, which nicknames
// belong to it.
//
// models/name_rarity.bin, made by train/matching; its card says from what. Payload, little endian: u32 capacity (a
// power of two), u32 count, then `capacity` slots of 12 bytes, found by open addressing from the lower bits of the key.
// Source: own; rarity after Sparck Jones 1972.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/result.hpp>

#include "base/model_file.hpp"
#include "language/names/name_words.hpp"

namespace axray::matching {

inline constexpr std::string_view kWordTableKind = "name_rarity";
inline constexpr std::uint32_t kWordTableVersion = 1;

struct WordFacts {
    float weight = 1;                       // 0..1
    std::array<std::uint16_t, 2> groups{};  // 0: none
};

// A slot as it stands in the file.
struct WordSlot {
    std::uint32_t key = 0;  // 0: empty
    std::uint16_t weight = 0;
    std::array<std::uint16_t, 2> groups{};
    std::uint16_t unused = 0;
};

class WordTable {
public:
    // Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<WordTable> open(const std::string& path);

    // `spelling` as in NameWord. A word that nobody was seen with weighs 1.
    [[nodiscard]] WordFacts find(std::string_view spelling) const;

    // Lists of first names and surnames, for is_name(); without them nothing is one.
    void use_names(language::NameWords names) { names_ = std::move(names); }

    // Whether people are called so: `text` as in NameWord.
    [[nodiscard]] bool is_name(std::string_view text) const;

private:
    explicit WordTable(base::ModelFile file) : file_(std::move(file)) {}

    base::ModelFile file_;
    std::span<const WordSlot> slots_;
    std::optional<language::NameWords> names_;
};

struct KnownWord {
    std::string spelling;
    WordFacts facts;
};

// The payload of the file. Deterministic in the order of the words; of equal spellings the first counts.
[[nodiscard]] std::string make_word_table(std::span<const KnownWord> words);

}  // namespace axray::matching
