// What an endpoint is asked (claim and sentences -> body of a request).
//
// Claim and sentences come from documents that nobody trusts. A chat model gets them as one JSON object of its own
// message, so that no text can end the place that it stands in, and is told that they are data.
// Source: own; the forms of the requests are those of OpenAI's chat completions and of text classification at Hugging
// Face (text-embeddings-inference, /predict).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "verify/settings.hpp"

namespace axray::verify {

// Raised whenever the words of the prompt change, so that no answer to older words is taken from a cache.
inline constexpr std::string_view kPromptVersion = "1";

inline constexpr std::size_t kLargestQuestion = 100'000;  // bytes of claim and sentences

struct Question {
    std::string claim;
    std::vector<std::string> sentences;  // most important first
};

[[nodiscard]] std::size_t bytes_of(const Question& question);

// One line of JSON. `question` is valid UTF-8.
[[nodiscard]] std::string request_body(const Settings& settings, const Question& question);

// The most tokens that the answer to a request may have.
[[nodiscard]] std::uint64_t most_answer_tokens(const Settings& settings);

// 64 digits that stand for everything an answer depends on: endpoint, model, words of the prompt, claim, sentences.
[[nodiscard]] std::string digest_of(const Settings& settings, const Question& question);

}  // namespace axray::verify
