// The parties of an article as the member "parties" of a report, and one of them alone (Parties -> JSON).
//
// Source: own.
#pragma once

#include <axray/document.hpp>
#include <axray/parties.hpp>

#include "report/json_writer.hpp"
#include "report/text_place.hpp"

namespace axray::report {

// The members of an object for one version of a list, and of one for a party.
void write_list_version(JsonWriter& json, const ListVersion& list);
void write_party(JsonWriter& json, const PartyReport& party, const Document& article, const PlaceFinder& places);

void write_parties(JsonWriter& json, const Parties& parties, const Document& article, const PlaceFinder& places);

}  // namespace axray::report
