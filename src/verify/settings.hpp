// How an endpoint is asked for second opinions (configuration file -> Settings).
//
// The file is JSON, described in docs/verifier.md; what it does not know is refused, so that a misspelt limit is never
// ignored. It names the environment variable that holds the key and never holds the key itself.
// Source: own.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <axray/result.hpp>
#include <axray/verdict.hpp>

#include "fetch/clock.hpp"
#include "fetch/web_address.hpp"

namespace axray::verify {

using fetch::Milliseconds;

enum class Kind : std::uint8_t {
    chat,        // POST /v1/chat/completions as OpenAI defined it: a language model that answers in JSON
    classifier,  // text classification of [evidence, claim] pairs: labels with scores
};

struct Prices {
    double input = 0;  // for a million tokens
    double output = 0;
    std::string currency = "USD";
};

struct Settings {
    Kind kind = Kind::chat;
    std::string name;  // how reports call the endpoint
    fetch::WebAddress address;
    std::string model;                      // empty only for a classifier
    std::string key_variable;               // of the environment; empty: no key is sent
    std::map<std::string, Verdict> labels;  // of a classifier: what its labels mean
    Milliseconds timeout{30'000};           // of one request
    std::uint32_t retries = 3;              // of one question
    Milliseconds first_pause{1'000};        // before the first retry; doubled for each one after it
    Milliseconds longest_pause{30'000};
    Milliseconds longest_wait{60'000};  // that the endpoint may ask for; it is not asked again when it wants longer
    double requests_per_second = 5;
    std::uint32_t parallel_requests = 4;
    std::uint32_t answer_tokens = 400;  // that a chat answer may have at most
    std::string cache_folder;           // empty: nothing is kept
    std::optional<Prices> prices;
    std::optional<std::uint64_t> most_requests;  // of a run
    std::optional<double> most_cost;             // of a run
    std::uint32_t give_up_after = 5;             // failures in a row
    std::string request_fields = "{}";           // JSON object: more members of each request; null takes one out
};

// From the text of a file. `folder` is what a relative cache folder starts from. Errors malformed and invalid_usage
// name the field and what was expected; no value of the file stands in them.
[[nodiscard]] Result<Settings> parse_settings(std::string_view json, const std::string& folder);

// From a file. Errors as above and those of reading, with the path.
[[nodiscard]] Result<Settings> read_settings(const std::string& path);

// Which verdicts the endpoint can give at all.
[[nodiscard]] bool can_say(const Settings& settings, Verdict verdict);

// "supported", "partly_supported", "contradicted", "not_found", also as `check --jsonl` spells them.
[[nodiscard]] std::optional<Verdict> verdict_of(std::string_view name);

}  // namespace axray::verify
