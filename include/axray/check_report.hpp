// What `check` gives: every claim of one article with its verdict, and what the sources say beyond it.
//
// The report owns everything it speaks of; spans in it are valid as long as it lives.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/explanation.hpp>
#include <axray/parties.hpp>
#include <axray/second_opinion.hpp>
#include <axray/verdict.hpp>

namespace axray {

// A sentence of a source that the article does not carry.
struct Omission {
    SourceSpan place;
    std::uint32_t sentence = 0;  // its number within its source, from 0
    double centrality = 0;       // 0..1: how central it is to what the sources speak of
};

// Which claims get an Explanation, for which each is judged some dozens of times again.
enum class Explaining : std::uint8_t { none, one, all };

struct CheckOptions {
    std::uint32_t evidence_limit = 6;   // sentences of evidence a claim may have at most
    std::uint32_t omission_limit = 20;  // omissions listed at most
    Explaining explaining = Explaining::none;
    std::uint32_t explained_claim = 0;  // with Explaining::one: position in CheckReport::claims
};

struct CheckReport {
    std::string version;  // of the program that made it
    CheckOptions options;
    std::shared_ptr<const Document> article;
    std::vector<std::shared_ptr<const Document>> sources;
    std::uint32_t sentences_searched = 0;           // of all sources together
    std::vector<CheckedClaim> claims;               // in order of the article
    std::vector<Explanation> explanations;          // of the claims that they were asked for, in order
    std::vector<Omission> omissions;                // most central first
    std::optional<SecondOpinions> second_opinions;  // only where a verifier was asked
    std::optional<Parties> parties;                 // only where registers were given
    std::vector<std::string> notes;  // what a reader should know of the run: a source equal to the article, ...
};

}  // namespace axray
