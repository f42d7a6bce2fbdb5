// Why a claim was not judged at all: then its verdict says "not found" and nothing more is meant by it.
//
// Own. What cannot be checked by its nature, an opinion or a question, is another thing: not_checkable.hpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray {

enum class NotJudged : std::uint8_t {
    claim_language,   // the claim is in another language than English
    source_language,  // every source with text is
    no_source_text,   // there is no source, or none has text
};

[[nodiscard]] std::string_view to_string(NotJudged reason);

}  // namespace axray
