// Second opinions as members of the JSON objects that they belong to (SecondOpinion -> JSON).
//
// They are written only where a verifier was asked. Source: own.
#pragma once

#include <string>
#include <string_view>

#include <axray/second_opinion.hpp>

#include "report/json_writer.hpp"

namespace axray::report {

// The member "second_opinion" of a claim.
void write_second_opinion(JsonWriter& json, const SecondOpinion& opinion);

// The member "verifier" of a report.
void write_verifier(JsonWriter& json, const VerifierSummary& summary);

// ,"second_opinion":{...} for a line of bulk checking; `label` is how such lines call its verdict.
void append_second_opinion(std::string& line, const SecondOpinion& opinion, std::string_view label);

}  // namespace axray::report
