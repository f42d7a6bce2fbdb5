// The actors of all lists under all of their names (name -> ActorAnswer), in one file that is mapped and never parsed.
//
//     auto catalogue = open_actor_catalogue(store, versions);
//     auto answer = catalogue->look_up("the Zirconium hackers");
//
// A name is looked up as it is written, then without possessive ending, article and noun; then in the other spelling of
// English; then, where it is long and has letters alone, one letter apart, if it is like one name only. Numbers must be
// equal: "APT131" is no actor because "APT31" is one. Source: own; deletion neighbourhoods after Mor and Fraenkel 1982.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/actors.hpp>
#include <axray/register_entry.hpp>
#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "base/model_file.hpp"
#include "registers/store/store.hpp"

namespace axray::registers {

// What a key stands for, without the words for it: for those who look up every word of a text.
struct KeyFacts {
    std::uint32_t key = 0;
    bool actor = false;      // a register has it as the name of an actor, or of one without its noun
    bool software = false;   // a register has it as malware or a tool
    bool shortened = false;  // it is one without its noun
};

// Constant after it was opened; may be used by several threads at once.
class ActorCatalogue {
public:
    // Checks the parts of the file. Error model_mismatch, naming `name`.
    [[nodiscard]] static Result<ActorCatalogue> of(base::ModelFile file, const std::string& name);

    // Made from the entries, in memory.
    [[nodiscard]] static Result<ActorCatalogue> build(const std::vector<RegisterEntry>& entries);

    // `name` may be any bytes; "X (Y)" asks for both: one actor where both can be the same, else ambiguous.
    [[nodiscard]] ActorAnswer look_up(std::string_view name) const;

    // For a key of actor_key(), or the keys of a name's words one behind the other; false when there is none.
    [[nodiscard]] bool find_key(std::string_view key, KeyFacts& facts) const;

    // Who the key of find_key() is for.
    [[nodiscard]] ActorAnswer answer(const KeyFacts& facts) const;

    // Names as registers print them for the key, without repetition.
    [[nodiscard]] std::vector<std::string> printed_names(const KeyFacts& facts) const;

    [[nodiscard]] std::size_t longest_key() const;  // bytes
    [[nodiscard]] std::uint32_t actor_count() const;
    [[nodiscard]] std::vector<std::string> names_of(std::string_view reference) const;  // of the actor with this entry

    ActorCatalogue(ActorCatalogue&&) noexcept;
    ActorCatalogue& operator=(ActorCatalogue&&) noexcept;
    ~ActorCatalogue();

private:
    struct Parts;
    explicit ActorCatalogue(std::unique_ptr<Parts> parts);
    [[nodiscard]] bool find_typo(std::string_view key, KeyFacts& facts) const;
    [[nodiscard]] ActorAnswer look_up_plain(std::string_view name) const;
    std::unique_ptr<Parts> parts_;
};

// Opens the file for these versions and makes it before where it is missing or damaged; where the folder cannot be
// written to, the catalogue lives in memory. Errors: as Store::entries.
[[nodiscard]] Result<ActorCatalogue> open_actor_catalogue(const Store& store, const std::vector<ListVersion>& versions);

}  // namespace axray::registers
