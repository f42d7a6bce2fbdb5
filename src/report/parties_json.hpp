// The parties of an article as the member "parties" of a report (Parties -> JSON).
//
// Source: own.
#pragma once

#include <axray/document.hpp>
#include <axray/parties.hpp>

#include "report/json_writer.hpp"
#include "report/text_place.hpp"

namespace axray::report {

void write_parties(JsonWriter& json, const Parties& parties, const Document& article, const PlaceFinder& places);

}  // namespace axray::report
