// The lines of `check --jsonl` (one JSON line -> ClaimRequest; ClaimAnswer -> one JSON line).
//
//     ClaimRequestParser parser;                    // one a thread: it owns the buffers
//     BulkRequest request = parser.parse(line);
//     if (!request.claim) output += write_line_error(request.id_json, request.claim.error(), line_number);
//     else output += write_claim_answer(request.id_json, *engine.check_claim(*request.claim), AnswerDetail::brief);
//
// In:  {"id", "claim", "sources": [{"id", "sentences": [...]} or {"id", "text"}]}; other keys are passed over.
// Out: {"id", "label", "score", "evidence", "bad_spans", "flags"}; docs/json.md and docs/schema describe both.
// A line that cannot be used gives an Error that says which key or byte is wrong and what was expected there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <axray/engine.hpp>
#include <axray/result.hpp>

namespace axray::report {

inline constexpr std::size_t kMaxRequestBytes = 64u << 20;
inline constexpr std::size_t kMaxRequestDepth = 64;  // arrays and objects within one another

struct BulkRequest {
    std::string id_json;  // the id as JSON text, "\"a\"" or "12"; empty when the line has none or it is unreadable
    Result<ClaimRequest> claim;  // errors: malformed, limit_exceeded, empty
};

// Reads one line after the other into its own buffers. Not for use from two threads at once.
class ClaimRequestParser {
public:
    ClaimRequestParser();
    ClaimRequestParser(ClaimRequestParser&&) noexcept;
    ClaimRequestParser& operator=(ClaimRequestParser&&) noexcept;
    ~ClaimRequestParser();

    // `line` is one JSON text with or without its line feed; nothing of the result points into it.
    [[nodiscard]] BulkRequest parse(std::string_view line);

private:
    struct State;
    std::unique_ptr<State> state_;
};

enum class AnswerDetail : std::uint8_t {
    brief,  // id, label, score, evidence, bad_spans, flags
    full,   // and ranking, and source_labels when there are several sources
};

// One line of output, with its line feed. `id_json` as in BulkRequest; empty gives null.
[[nodiscard]] std::string write_claim_answer(std::string_view id_json, const ClaimAnswer& answer, AnswerDetail detail);

// {"id": ..., "error": {"code", "message", "line"}} with its line feed; `line` counts from 1.
[[nodiscard]] std::string write_line_error(std::string_view id_json, const Error& error, std::uint64_t line);

}  // namespace axray::report
