// Names that a register knows: what they name goes into their mentions (text -> Mention::entity).
//
// The language layer knows no register; who has one hands it over as a NameRegister. A name that no rule took for one,
// such as "menuPass", becomes a mention. Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

#include "language/names/name.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

struct KnownName {
    Span span;                 // bytes of the text
    std::uint64_t entity = 0;  // the same for all names of one thing; 0: whose name it is, is not sure
};

// Constant; asked from any thread.
class NameRegister {
public:
    NameRegister() = default;
    NameRegister(const NameRegister&) = delete;
    NameRegister& operator=(const NameRegister&) = delete;
    virtual ~NameRegister() = default;

    // Ordered and apart. Linear in the text, which may be any bytes.
    [[nodiscard]] virtual std::vector<KnownName> find(std::string_view text) const = 0;

    // True when it has the name at all, be it as that of several or of something else.
    [[nodiscard]] virtual bool has(std::string_view name) const = 0;
};

// Sets Mention::entity and Mention::doubtful of the mentions that hold a known name, and of their long forms and
// acronyms ("Advanced Persistent Threat 31 (APT31)"). Mentions stay ordered. O(mentions log mentions + known names log
// tokens).
void set_entities(const TokenView& view, const NameRegister& names, std::vector<Mention>& mentions);

}  // namespace axray::language
