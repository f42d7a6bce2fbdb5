// An explanation as a member of the JSON object of its claim (Explanation -> JSON).
//
// Source: own.
#pragma once

#include <vector>

#include <axray/check_report.hpp>

#include "report/json_writer.hpp"
#include "report/text_place.hpp"

namespace axray::report {

// What turns spans into positions.
struct ReportPlaces {
    const CheckReport& report;
    const PlaceFinder& article;
    const std::vector<PlaceFinder>& sources;
};

// The member "explanation" of a claim.
void write_explanation(JsonWriter& json, const Explanation& explanation, const ReportPlaces& places);

}  // namespace axray::report
