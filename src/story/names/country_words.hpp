// Countries, their people and their seats of government (word or name -> country).
//
// News speaks of a government by its country ("China"), the country's adjective ("Chinese") or its capital ("Beijing
// denied it"). Method source: the names are those of any atlas; own selection of states with a seat in the United
// Nations and a few others that news speaks of.
#pragma once

#include <cstdint>

#include "language/token_span.hpp"

namespace axray::story {

struct CountryWord {
    std::uint32_t country = language::kNone;  // number of the country; kNone: the word is of none
    bool capital = false;                     // it names the seat of government, which may be meant as a place
};

// `key` is the hash of a token's form or of a name without blanks and hyphens (language::Mention::key). O(1).
[[nodiscard]] CountryWord country_of(std::uint64_t key);

}  // namespace axray::story
