// Whether kept words of a report read as a sentence by themselves (KeptWords -> Fault or none).
//
// Told from the tree: a finite verb with its subject, nothing that hangs in the air, whole quotations, and everything
// that says who says it and how sure it is. Source: own.
#pragma once

#include <optional>
#include <string_view>

#include <axray/account.hpp>

#include "story/account/kept_words.hpp"

namespace axray::story {

enum class Form : std::uint8_t {
    sentence,  // all of it
    clause,    // a claim of it
};

// Why the words cannot stand alone; none when they can.
[[nodiscard]] std::optional<LeftOutReason> fault_of(const KeptWords& kept, Form form);

// True when quotation marks and brackets come in pairs.
[[nodiscard]] bool is_balanced(std::string_view text);

}  // namespace axray::story
