// What an endpoint answered (body of a reply -> Opinion).
//
// An answer is foreign text of whatever form: it becomes a verdict out of four, a number from 0 to 1 and a reason that
// is only ever shown, or an error that says what was wrong with it. Nothing is guessed.
// Source: own; the forms are those of OpenAI's chat completions and of text classification at Hugging Face.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <axray/result.hpp>
#include <axray/verdict.hpp>

namespace axray::verify {

struct Usage {
    std::uint64_t input_tokens = 0;
    std::uint64_t output_tokens = 0;
};

struct Opinion {
    Verdict verdict = Verdict::not_found;
    std::optional<double> probability;  // 0..1, of support
    std::string reason;                 // at most 600 bytes, without line feeds

    friend bool operator==(const Opinion&, const Opinion&) = default;
};

// The reply of a chat endpoint. The JSON object of the answer may stand among other words; several that do not agree
// are an error, as is everything that is not what the prompt asks for. Linear in the bytes. Error malformed.
[[nodiscard]] Result<Opinion> parse_chat_reply(std::string_view body);

// The reply of a text classification of one pair: [[{"label", "score"}, ...]] or [{"label", "score"}, ...]. The label
// with the highest score decides. Error malformed, also for a label that `labels` lacks.
[[nodiscard]] Result<Opinion> parse_label_reply(std::string_view body, const std::map<std::string, Verdict>& labels);

// What the reply says of its tokens; nothing when it does not.
[[nodiscard]] std::optional<Usage> parse_usage(std::string_view body);

// What an endpoint says of an error: {"error": {"message"}}, {"error": "..."} or {"message"}; shortened, on one line.
// Empty when it says nothing that can be understood.
[[nodiscard]] std::string parse_error_message(std::string_view body);

// An opinion as text for a cache, and back. Nothing when it is unsound in any way.
[[nodiscard]] std::string write_opinion(const Opinion& opinion);
[[nodiscard]] std::optional<Opinion> read_opinion(std::string_view text);

}  // namespace axray::verify
