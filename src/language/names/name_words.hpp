// What lists of names say of a word (folded word -> bits): can it be a first name, a town, a noun for an organisation?
//
// The table models/name_words.bin, mapped into memory; its card says where the lists are from. A feature of the models
// that find names: the lists say what a word can be, never what it is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <axray/result.hpp>

#include "base/model_file.hpp"

namespace axray::language {

enum NameWord : std::uint16_t {
    kFirstName = 1 << 0,
    kSurname = 1 << 1,
    kPlaceName = 1 << 2,  // the whole name of a place
    kPlacePart = 1 << 3,  // a word of a place's name of several words
    kCountryName = 1 << 4,
    kPeopleName = 1 << 5,  // a people or its language
    kBodyNoun = 1 << 6,    // "ministry", or the name of an organisation
    kPersonNoun = 1 << 7,  // "president"
    kPlaceNoun = 1 << 8,   // "river"
};

class NameWords {
public:
    // Maps the file. Errors: model_mismatch when it is missing, damaged or of another version, naming the path.
    [[nodiscard]] static Result<NameWords> open(const std::string& path);

    // NameWord bits of a word by hash_word of its folded form, or of up to four such words joined by single blanks; 0
    // when no list has it. O(1).
    [[nodiscard]] std::uint16_t find(std::uint64_t hash) const;

private:
    explicit NameWords(base::ModelFile file) : file_(std::move(file)) {}

    base::ModelFile file_;
    std::span<const std::uint32_t> keys_;  // upper halves of the hashes, ascending
    std::span<const std::uint16_t> bits_;
};

}  // namespace axray::language
