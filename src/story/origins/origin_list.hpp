// The origins that the reports of a story name, each once (ReadAcknowledgements -> Origins::origins and
// acknowledgements).
//
// One agency, one medium, one document has one entry however it is written: "the Guardian" and "theguardian.com",
// "statement by the Treasury" and "statement by the U.S. Treasury Department". Source: own.
#pragma once

#include <cstdint>
#include <string_view>

#include <axray/origins.hpp>

#include "story/origins/acknowledgements.hpp"

namespace axray::story {

// Whether two names are of one medium: "The Guardian" and "theguardian.com".
[[nodiscard]] bool is_same_medium(std::string_view left, std::string_view right);

class OriginList {
public:
    explicit OriginList(Origins& origins) : origins_(origins) {}

    // The entry's position in Origins::origins; made when there is none. O(origins).
    std::uint32_t find_or_add(OriginKind kind, std::string_view name);

    // Takes an acknowledgement of a report down.
    void acknowledge(std::uint32_t report, const ReadAcknowledgement& read);

    // That a report took something from an origin.
    void add_report(std::uint32_t origin, std::uint32_t report);

private:
    Origins& origins_;
};

}  // namespace axray::story
