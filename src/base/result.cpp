#include <axray/result.hpp>

namespace axray {
namespace {

struct CodeRow {
    ErrorCode code;
    std::string_view name;
    int exit_status;
};

constexpr int kWrongUsage = 2;
constexpr int kUnreadableInput = 3;
constexpr int kInternal = 4;

constexpr CodeRow kCodes[] = {
    {ErrorCode::invalid_usage, "invalid_usage", kWrongUsage},
    {ErrorCode::not_found, "not_found", kUnreadableInput},
    {ErrorCode::unreadable, "unreadable", kUnreadableInput},
    {ErrorCode::unsupported, "unsupported", kUnreadableInput},
    {ErrorCode::malformed, "malformed", kUnreadableInput},
    {ErrorCode::limit_exceeded, "limit_exceeded", kUnreadableInput},
    {ErrorCode::empty, "empty", kUnreadableInput},
    {ErrorCode::unwritable, "unwritable", kInternal},
    {ErrorCode::model_mismatch, "model_mismatch", kInternal},
    {ErrorCode::internal, "internal", kInternal},
};

const CodeRow& row_of(ErrorCode code) {
    for (const CodeRow& row : kCodes) {
        if (row.code == code) return row;
    }
    return kCodes[std::size(kCodes) - 1];
}

}  // namespace

std::string_view to_string(ErrorCode code) { return row_of(code).name; }

int exit_status(ErrorCode code) { return row_of(code).exit_status; }

std::string Error::to_string() const {
    std::string text;
    for (auto place = context.rbegin(); place != context.rend(); ++place) text += *place + ": ";
    return text + message;
}

}  // namespace axray
