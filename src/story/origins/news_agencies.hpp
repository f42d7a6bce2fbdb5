// News agencies and other media as texts name them (words -> canonical name).
//
// The agencies are a closed list of public knowledge, since their names stand in credits without any word that would
// tell what they are: "(AFP)". Other media are told by how they are written: a domain, a word such as "Times" or
// "Television" in the name, or the initials of a large broadcaster. Source: own list of national and international
// agencies, after the membership of the alliances of news agencies (EANA, OANA) and the world's largest services.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace axray::story {

struct NamedAgency {
    std::string_view name;   // canonical: "Associated Press"; always valid
    std::size_t length = 0;  // bytes of the text that name it
    bool doubtful = false;   // its letters also stand for other things: "PA", "AP"
};

// The agency whose name begins `text` and ends with a word there: "Reuters", "The Associated Press", "AFP". Letters of
// case count for initials. The longest name wins.
[[nodiscard]] std::optional<NamedAgency> agency_at(std::string_view text);

// Whether a name is that of a medium, as far as its words tell: "The Daily Courier", "CNN", "Radio Ilmar".
[[nodiscard]] bool is_medium_name(std::string_view name);

// Whether `text` as a whole is the domain of a site, "www.example.org", and its letters without "www.".
[[nodiscard]] std::optional<std::string> lone_domain(std::string_view text);

}  // namespace axray::story
