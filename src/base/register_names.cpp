#include <array>
#include <cstddef>

#include <axray/parties.hpp>
#include <axray/register_entry.hpp>
#include <axray/registers.hpp>

namespace axray {

std::string_view to_string(EntryKind kind) {
    static constexpr std::array<std::string_view, 9> kNames = {
        "unknown", "person", "organisation", "vessel", "aircraft", "actor", "software", "vulnerability", "other"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ListedNameKind kind) {
    static constexpr std::array<std::string_view, 5> kNames = {"primary", "alias", "weak alias", "former",
                                                               "native script"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(AliasStanding standing) {
    static constexpr std::array<std::string_view, 4> kNames = {"confirmed", "contradicted", "ambiguous", "unconfirmed"};
    return kNames[static_cast<std::size_t>(standing)];
}

std::string_view to_string(FactAgreement agreement) {
    static constexpr std::array<std::string_view, 3> kNames = {"agrees", "contradicts", "not listed"};
    return kNames[static_cast<std::size_t>(agreement)];
}

}  // namespace axray
