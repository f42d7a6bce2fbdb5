// What OFAC writes into the remarks of an entry (running text -> fields of a RegisterEntry).
//
// Remarks are items with "; " between, each beginning with what it is: "DOB 12 Nov 1985", "alt. Passport A0123 (Iran)
// expires 30 Oct 2022", "Linked To: NAME", "a.k.a. 'WEAK NAME'". Items of no known kind stay in `remarks`.
// Source: OFAC's description of its delimited files (dat_spec.txt) and the labels that the lists themselves use.
#pragma once

#include <string_view>

#include <axray/register_entry.hpp>

namespace axray::registers {

// Returns the entry with what the remarks tell.
[[nodiscard]] RegisterEntry with_ofac_remarks(RegisterEntry entry, std::string_view remarks);

// The identifier that OFAC calls by this label: "Tax ID No." -> "tax number"; a label that is not known in lower case,
// without "No.", "Number" and "#".
[[nodiscard]] std::string ofac_identifier_type(std::string_view label);

}  // namespace axray::registers
