// The bytes of the catalogue of actors: a header and arrays, each aligned to 8 bytes (shared by who writes and reads).
//
// Little endian, inside of a model file (base/model_file.hpp), whose header has the checksum. Numbers that lead into
// another array are checked when the file is opened.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::registers {

inline constexpr std::string_view kCatalogueKind = "actor-catalogue";
inline constexpr std::uint32_t kCatalogueVersion = 1;
inline constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

struct CatalogueHeader {
    std::uint32_t letters = 0;
    std::uint32_t entries = 0;
    std::uint32_t actors = 0;
    std::uint32_t names = 0;
    std::uint32_t claims = 0;
    std::uint32_t keys = 0;
    std::uint32_t key_names = 0;
    std::uint32_t slots = 0;  // a power of two
    std::uint32_t deletions = 0;
    std::uint32_t longest_key = 0;  // bytes
};

struct CatalogueText {
    std::uint32_t begin = 0;  // of the letters
    std::uint32_t size = 0;
};

struct CatalogueEntry {
    CatalogueText list;
    CatalogueText reference;
};

// Its entries and names are those from the first up to that of the next actor; one more closes the array.
struct CatalogueActor {
    std::uint32_t first_entry = 0;
    std::uint32_t first_name = 0;
};

// All spellings of one name of an actor; its claims go from the first up to that of the next name; one more closes the
// array.
struct CatalogueName {
    std::uint32_t actor = 0;
    std::uint32_t first_claim = 0;
};

struct CatalogueClaim {
    std::uint32_t entry = 0;
    CatalogueText text;      // the name as the entry prints it
    std::uint32_t kind = 0;  // ListedNameKind
};

enum KeyFlags : std::uint32_t {
    kShortenedKey = 1,  // no register prints it: a noun or article was left out
    kSpellingKey = 2,   // no register prints it: the American spelling of one that stands in a register
};

struct CatalogueKey {
    CatalogueText text;
    std::uint32_t first_name = 0;        // of key_names, up to that of the next key
    std::uint32_t software = kNoNumber;  // an entry: malware or a tool with this name
    std::uint32_t flags = 0;
    std::uint32_t one_spelling = 0;  // 1: it is the spelling of one_spelling() of itself, or stands for such a key
};

struct CatalogueDeletion {
    std::uint64_t hash = 0;  // ordered
    std::uint32_t key = 0;
    std::uint32_t unused = 0;
};

}  // namespace axray::registers
