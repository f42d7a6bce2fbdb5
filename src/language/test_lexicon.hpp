// The lexicon that the tests of this folder use: the one of the build. For tests only.
#pragma once

#include <doctest/doctest.h>
#include <utility>

#include "language/lexicon.hpp"

namespace axray::language {

inline Lexicon test_lexicon() {
    auto lexicon = Lexicon::open(AXRAY_TEST_LEXICON);
    REQUIRE_MESSAGE(lexicon, "make the target axray_lexicon first");
    return std::move(*lexicon);
}

}  // namespace axray::language
