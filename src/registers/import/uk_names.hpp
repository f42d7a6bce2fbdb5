// The kind of a name in the UK's lists, from what stands beside it in any of their forms (two cells -> ListedNameKind).
//
// Source: the values that the published lists use.
#pragma once

#include <string_view>

#include <axray/register_entry.hpp>

#include "registers/import/list_in_making.hpp"

namespace axray::registers {

// "Primary Name", "Primary name variation", "Alias", "AKA", "FKA"; "Good quality a.k.a.", "Low quality a.k.a.", "Good".
// An empty type is that of lists with one name a party.
[[nodiscard]] inline ListedNameKind uk_name_kind(std::string_view type, std::string_view strength) {
    const auto lower = lower_ascii(trimmed(type));
    if (lower_ascii(trimmed(strength)).starts_with("low")) return ListedNameKind::weak_alias;
    if (lower == "primary name" || lower.empty()) return ListedNameKind::primary;
    return lower.starts_with("fka") || lower.starts_with("f.k.a") ? ListedNameKind::former : ListedNameKind::alias;
}

}  // namespace axray::registers
