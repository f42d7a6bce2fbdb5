#include "verify/answer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "verify/settings.hpp"

namespace axray::verify {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestReason = 600;   // bytes
constexpr std::size_t kLongestMessage = 200;  // bytes
constexpr std::size_t kMostObjects = 16;      // that are looked at in an answer
constexpr std::size_t kMostLabels = 1000;

json parse(std::string_view text) { return json::parse(text, nullptr, false); }

// On one line, without control characters, at most `limit` bytes.
std::string one_line(std::string_view text, std::size_t limit) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = base::decode_utf8(text, at);
        at += decoded.size;
        const bool blank = decoded.value <= U' ' || (decoded.value >= 0x7F && decoded.value <= 0xA0);
        if (blank && (line.empty() || line.back() == ' ')) continue;
        if (line.size() + 4 > limit) {
            line += "...";
            break;
        }
        base::append_utf8(line, blank ? U' ' : decoded.value);
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

tl::unexpected<Error> unusable(std::string message) { return fail(ErrorCode::malformed, std::move(message)); }

// "Partly supported" and "partly-supported" are spellings of the same word.
std::optional<Verdict> verdict_in(const json& object) {
    const auto verdict = object.find("verdict");
    if (verdict == object.end() || !verdict->is_string()) return std::nullopt;
    std::string name = one_line(verdict->get_ref<const std::string&>(), kLongestMessage);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        if (c == ' ' || c == '-') return '_';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return verdict_of(name);
}

Result<Opinion> opinion_in(const json& object) {
    const auto verdict = verdict_in(object);
    if (!verdict) return unusable("its \"verdict\" is none of the four words that were asked for");
    Opinion opinion;
    opinion.verdict = *verdict;
    if (const auto probability = object.find("probability"); probability != object.end() && !probability->is_null()) {
        const double value = probability->is_number() ? probability->get<double>() : -1;
        if (!(value >= 0 && value <= 1)) return unusable("its \"probability\" is no number from 0 to 1");
        opinion.probability = value;
    }
    if (const auto reason = object.find("reason"); reason != object.end() && reason->is_string()) {
        opinion.reason = one_line(reason->get_ref<const std::string&>(), kLongestReason);
    }
    return opinion;
}

// The end of the object that begins at `begin`, behind its last brace; npos when it does not end.
std::size_t end_of_object(std::string_view text, std::size_t begin) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '\\')
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == '{')
            ++depth;
        else if (!quoted && c == '}' && --depth == 0)
            return at + 1;
    }
    return std::string_view::npos;
}

// The opinion in the words of a model: the answer as a whole, or the objects with a verdict among other words.
Result<Opinion> opinion_in_words(std::string_view words) {
    if (const json whole = parse(words); whole.is_object()) return opinion_in(whole);
    std::optional<Result<Opinion>> found;
    std::size_t at = words.find('{');
    for (std::size_t tried = 0; tried < kMostObjects && at != std::string_view::npos; ++tried) {
        const std::size_t end = end_of_object(words, at);
        const json object = end == std::string_view::npos ? json() : parse(words.substr(at, end - at));
        if (!object.is_object() || !object.contains("verdict")) {
            at = words.find('{', at + 1);
            continue;
        }
        auto opinion = opinion_in(object);
        if (!opinion) return opinion;
        if (found && (*found)->verdict != opinion->verdict) return unusable("it gives several verdicts");
        found = std::move(opinion);
        at = words.find('{', end);
    }
    if (!found) return unusable("it holds no JSON object with a \"verdict\"");
    return *std::move(found);
}

// The words of the first choice, which are one text or a list of pieces of text.
std::optional<std::string> words_of(const json& message) {
    const auto content = message.find("content");
    if (content == message.end()) return std::nullopt;
    if (content->is_string()) return content->get<std::string>();
    if (!content->is_array()) return std::nullopt;
    std::string words;
    for (const auto& piece : *content) {
        if (piece.is_object() && piece.contains("text") && piece["text"].is_string()) {
            words += piece["text"].get_ref<const std::string&>();
        }
    }
    return words;
}

struct Scores {
    double best = -1;
    Verdict verdict = Verdict::not_found;
    double supported = 0;  // of all labels that mean it
    std::size_t count = 0;
};

// Takes one {"label", "score"}; an error message when it cannot be used, else empty.
std::string take_score(const json& entry, const std::map<std::string, Verdict>& labels, Scores& scores) {
    if (!entry.is_object() || !entry.contains("label") || !entry.contains("score") || !entry["label"].is_string()) {
        return "expected a list of {\"label\", \"score\"}";
    }
    const auto& label = entry["label"].get_ref<const std::string&>();
    const double score = entry["score"].is_number() ? entry["score"].get<double>() : -1;
    if (!(score >= 0 && score <= 1)) return "a score is no number from 0 to 1";
    const auto meaning = labels.find(label);
    if (meaning == labels.end()) {
        return "the configuration does not say what its label \"" + one_line(label, 40) + "\" means";
    }
    ++scores.count;
    if (meaning->second == Verdict::supported) scores.supported += score;
    if (score > scores.best) {
        scores.best = score;
        scores.verdict = meaning->second;
    }
    return {};
}

}  // namespace

Result<Opinion> parse_chat_reply(std::string_view body) {
    const json reply = parse(body);
    if (reply.is_discarded()) return unusable("the reply is not valid JSON");
    const bool has_choice = reply.is_object() && reply.contains("choices") && reply["choices"].is_array() &&
                            !reply["choices"].empty() && reply["choices"][0].is_object() &&
                            reply["choices"][0].contains("message") && reply["choices"][0]["message"].is_object();
    if (!has_choice) return unusable("the reply lacks choices[0].message, so it is no chat completion");
    const json& choice = reply["choices"][0];
    const auto words = words_of(choice["message"]);
    if (!words || words->empty()) return unusable("the answer of the model is empty");
    auto opinion = opinion_in_words(*words);
    if (opinion) return opinion;
    const bool cut = choice.contains("finish_reason") && choice["finish_reason"] == "length";
    return unusable("the answer of the model is unusable: " + opinion.error().message +
                    (cut ? "; it was cut short, \"answer_tokens\" gives it more room" : ""));
}

Result<Opinion> parse_label_reply(std::string_view body, const std::map<std::string, Verdict>& labels) {
    const json reply = parse(body);
    if (reply.is_discarded()) return unusable("the reply is not valid JSON");
    const bool nested = reply.is_array() && reply.size() == 1 && reply[0].is_array();
    const json& list = nested ? reply[0] : reply;
    if (!list.is_array() || list.empty() || list.size() > kMostLabels) {
        return unusable("the reply is no list of labels with scores");
    }
    Scores scores;
    for (const auto& entry : list) {
        if (auto fault = take_score(entry, labels, scores); !fault.empty()) return unusable(std::move(fault));
    }
    Opinion opinion;
    opinion.verdict = scores.verdict;
    const bool whole = scores.count == labels.size() || scores.verdict == Verdict::supported;
    if (whole) opinion.probability = std::min(scores.supported, 1.0);
    return opinion;
}

std::optional<Usage> parse_usage(std::string_view body) {
    const json reply = parse(body);
    if (!reply.is_object() || !reply.contains("usage") || !reply["usage"].is_object()) return std::nullopt;
    const json& usage = reply["usage"];
    constexpr std::uint64_t kMost = 1ull << 40U;
    const auto count = [&](const char* name) -> std::optional<std::uint64_t> {
        const auto field = usage.find(name);
        if (field == usage.end() || !field->is_number_unsigned() || field->get<std::uint64_t>() > kMost) {
            return std::nullopt;
        }
        return field->get<std::uint64_t>();
    };
    const auto input = count("prompt_tokens");
    const auto output = count("completion_tokens");
    if (!input) return std::nullopt;
    return Usage{*input, output.value_or(0)};
}

std::string parse_error_message(std::string_view body) {
    const json reply = parse(body);
    if (!reply.is_object()) return {};
    const json* message = &reply;
    if (reply.contains("error")) message = &reply["error"];
    if (message->is_object() && message->contains("message")) message = &(*message)["message"];
    return message->is_string() ? one_line(message->get_ref<const std::string&>(), kLongestMessage) : std::string();
}

std::string write_opinion(const Opinion& opinion) {
    json object;
    object["format"] = 1;
    object["verdict"] = to_string(opinion.verdict);
    object["probability"] = opinion.probability ? json(*opinion.probability) : json();
    object["reason"] = opinion.reason;
    return object.dump() + "\n";
}

std::optional<Opinion> read_opinion(std::string_view text) {
    const json object = parse(text);
    if (!object.is_object() || !object.contains("format") || object["format"] != 1) return std::nullopt;
    if (!object.contains("probability") || !object.contains("reason")) return std::nullopt;
    const auto opinion = opinion_in(object);
    if (!opinion) return std::nullopt;
    return *opinion;
}

}  // namespace axray::verify
