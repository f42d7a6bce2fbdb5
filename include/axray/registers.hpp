// Public registers: who is that, and was it listed on that day? (name -> hits, reference -> entry)
//
//     auto registers = axray::Registers::open({.folder = "registers"});
//     auto answer = registers->screen({.name = "Zhao Guangzong"});
//     for (const auto& hit : answer->hits) { ... hit.probability, hit.entry.names, hit.version.date ... }
//
// The folder is filled by `axray registers import` or `update`. Registers are constant after open() and may be used by
// any number of threads at once; they never print, never reach for the network, and answer the same for the same lists.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/result.hpp>
#include <axray/span.hpp>

namespace axray {

struct RegistersOptions {
    std::string folder;  // empty: the environment's AXRAY_REGISTERS, else share/axray/registers of the user's home
    std::string models_folder = {};  // as EngineOptions::models_folder
    std::string on = {};             // ISO 8601 day: the lists as they were then; empty: the newest of each
};

// A version of a list as it was imported.
struct ListVersion {
    std::string list;      // "ofac-sdn"
    std::string title;     // "OFAC Specially Designated Nationals and Blocked Persons List"
    std::string date;      // ISO 8601 day of publication; of the import where the list tells none
    std::string version;   // name of the version in the folder: date and beginning of the digest
    std::string digest;    // SHA-256 over its files, 64 hexadecimal digits
    std::string imported;  // ISO 8601 time
    std::uint64_t entries = 0;
    std::uint64_t names = 0;
};

// What is asked. All but the name may be left empty; what is given sharpens or rejects matches.
struct ScreenQuery {
    std::string name = {};
    EntryKind kind = EntryKind::unknown;
    std::vector<std::string> births = {};  // ISO 8601 days, months or years
    std::vector<std::string> countries = {};
    std::vector<std::string> identifiers = {};  // numbers, whatever their type
};

struct ScreenOptions {
    double threshold = 0.5;               // least probability of a hit, 0..1
    std::uint32_t limit = 10;             // hits at most
    std::vector<std::string> lists = {};  // names of lists to search; empty: all
};

// Words of the query beside words of a listed name.
struct MatchedWords {
    std::vector<Span> query;   // bytes of ScreenQuery::name
    std::vector<Span> listed;  // bytes of ScreenHit::name
    std::string_view how;      // "same", "spelling", "typo", "initial", "nickname", ...; names of the program
    double similarity = 1;     // 0..1
};

// How a fact that was given stands to the entry.
enum class FactAgreement : std::uint8_t { agrees, contradicts, not_listed };
struct MatchedFact {
    std::string_view fact;  // "birth date", "country", "identifier"
    std::string given;
    std::string listed;  // of the entry, as printed; empty when the entry has none
    FactAgreement agreement = FactAgreement::not_listed;
};

// Whether an entry was on its list on the day that was asked for, and what that is known from.
struct ListedState {
    bool listed = true;
    bool known = true;  // false: the list has no date and no version is as old; `listed` is that of the oldest version
    std::string since;  // ISO 8601, as far as known: the list's own date, or that of the first version which has it
    std::string until;  // the first day on which it was not listed any more; empty when none is known
    std::string known_from;  // "date in the list", "at the latest; version of 2024-03-22 does not have it", ...
};

struct ScreenHit {
    RegisterEntry entry;
    std::uint32_t name = 0;  // the name that met: of RegisterEntry::names
    double probability = 0;  // 0..1, calibrated: that the query names this entry
    std::vector<MatchedWords> words;
    std::vector<Span> query_left;   // words of the query that met none
    std::vector<Span> listed_left;  // words of the listed name that met none
    std::vector<MatchedFact> facts;
    ListVersion version;
    ListedState state;
};

struct ScreenAnswer {
    std::vector<ScreenHit> hits;  // most probable first; ties by reference
    std::vector<std::string>
        hints;  // what is odd about the letters of the name: "look-alike letters", "invisible letters"
};

class Registers {
public:
    // Errors: not_found when there is no such folder or nothing was imported, malformed when a version is damaged,
    // model_mismatch.
    [[nodiscard]] static Result<Registers> open(const RegistersOptions& options);

    // The versions that are searched, ordered by the names of their lists. Valid as long as the Registers live.
    [[nodiscard]] const std::vector<ListVersion>& lists() const;

    // Errors: empty when the name has no letter or digit; invalid_usage for a list that was not imported.
    [[nodiscard]] Result<ScreenAnswer> screen(const ScreenQuery& query, const ScreenOptions& options = {}) const;

    // Error not_found.
    [[nodiscard]] Result<ScreenHit> entry(std::string_view reference) const;

    Registers(Registers&&) noexcept;
    Registers& operator=(Registers&&) noexcept;
    ~Registers();

private:
    struct State;
    explicit Registers(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string_view to_string(FactAgreement agreement);

}  // namespace axray
