// How near the words of a story are to each other in meaning, as far as their vectors tell (words -> closeness).
//
// Vectors are those of the network over words; the mean of the story's words is taken off each, since all of them point
// the same way otherwise. Source: vectors after Bojanowski et al. 2017; centring after Mu and Viswanath 2018.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "judge/judge.hpp"

namespace axray::story {

class WordMeanings {
public:
    // `judge` must outlive this.
    explicit WordMeanings(const judge::Judge& judge) : judge_(judge) {}

    // Number of a word, the same for the same form; kNone for one without a vector. Before centre().
    [[nodiscard]] std::uint32_t add(std::uint64_t form);

    // Takes the mean of all words, each once, off each and makes them of one length.
    void centre();

    // -1..1, of two numbers that add() gave.
    [[nodiscard]] float closeness(std::uint32_t one, std::uint32_t other) const;

private:
    const judge::Judge& judge_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::vector<float> rows_;
    std::uint32_t count_ = 0;
};

}  // namespace axray::story
