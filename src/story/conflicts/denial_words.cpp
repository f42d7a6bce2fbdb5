#include "story/conflicts/denial_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

template <std::size_t Count>
std::array<std::uint64_t, Count> sorted_hashes(const std::array<std::string_view, Count>& words) {
    std::array<std::uint64_t, Count> hashes{};
    std::transform(words.begin(), words.end(), hashes.begin(), language::hash_word);
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

constexpr auto kAccusationWords = std::to_array<std::string_view>(
    {"accusation", "allegation", "alleged",   "allege",      "charge",     "claim",       "report",
     "rumour",     "rumor",      "assertion", "insinuation", "suggestion", "involvement", "responsibility",
     "role",       "wrongdoing", "guilt",     "complicity",  "connection", "link",        "part",
     "hand",       "knowledge",  "accused",   "accuse",      "blame",      "suspicion",   "impropriety",
     "misconduct", "assault",    "story",     "speculation", "involved",   "guilty",      "responsible"});

constexpr auto kFalsityWords = std::to_array<std::string_view>(
    {"false",      "untrue",          "baseless",   "groundless",    "unfounded",  "fabricated", "fabrication",
     "fabricate",  "fictitious",      "fiction",    "nonsense",      "ridiculous", "absurd",     "lie",
     "slander",    "slanderous",      "malicious",  "invention",     "hoax",       "fake",       "unjustified",
     "unproven",   "unsubstantiated", "wrong",      "irresponsible", "defamatory", "bogus",      "inaccurate",
     "incorrect",  "categorically",   "strongly",   "vehemently",    "flatly",     "repeatedly", "outright",
     "completely", "totally",         "absolutely", "politically",   "motivated"});

constexpr auto kDenialWords = std::to_array<std::string_view>(
    {"deny", "denial", "refute", "rebut", "rebuttal", "debunk", "disprove", "disavow", "repudiate", "reject", "dispute",
     "dismiss", "rebuff", "discredit", "rumor", "rumour", "hoax", "false", "untrue"});

constexpr auto kCharges = std::to_array<std::string_view>(
    {"accuse",    "accusation",  "allege",      "allegedly", "allegation", "alleged",   "blame",
     "charge",    "implicate",   "indict",      "sue",       "suspect",    "suspected", "incriminate",
     "attribute", "responsible", "accountable", "finger",    "purport",    "purported", "purportedly"});

constexpr auto kCountrySpeakers = std::to_array<std::string_view>(
    {"embassy",     "diplomat",     "ministry",   "minister",  "government",  "official",  "officials", "spokesman",
     "spokeswoman", "spokesperson", "ambassador", "authority", "authorities", "president", "foreign",   "regime",
     "military",    "army",         "state",      "media",     "leader",      "prime",     "premier",   "chancellor",
     "kremlin",     "side",         "delegation", "consulate", "envoy"});

template <std::size_t Count>
bool has(const std::array<std::uint64_t, Count>& hashes, std::uint64_t word) {
    return std::binary_search(hashes.begin(), hashes.end(), word);
}

}  // namespace

bool speaks_of_accusation(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kAccusationWords);
    return has(kHashes, lemma);
}

bool speaks_of_falsity(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kFalsityWords);
    return has(kHashes, lemma);
}

bool speaks_of_denial(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kDenialWords);
    return has(kHashes, lemma);
}

bool lays_to_charge(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kCharges);
    return has(kHashes, lemma);
}

bool speaks_for_country(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kCountrySpeakers);
    return has(kHashes, lemma);
}

}  // namespace axray::story
