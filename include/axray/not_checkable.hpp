// Why a claim cannot be checked: it says what somebody thinks, foresees or demands, or nobody can tell of whom.
//
// Such a claim is shown as what it is and not forced into a verdict. What somebody is quoted as thinking or foreseeing
// is checkable as to who said so. The reasons are those of docs/verdicts.md.
#pragma once

#include <cstdint>
#include <string_view>

#include <axray/span.hpp>

namespace axray {

enum class Uncheckable : std::uint8_t { opinion, prediction, exhortation, question, unclear_reference };

[[nodiscard]] std::string_view to_string(Uncheckable reason);

struct NotCheckable {
    Uncheckable reason = Uncheckable::opinion;
    Span cue;  // the words that tell so, bytes of the article's text; empty where no single word does

    friend bool operator==(const NotCheckable&, const NotCheckable&) = default;
};

}  // namespace axray
