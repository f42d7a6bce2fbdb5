// The result of an operation on foreign data: a value or an Error. No exception leaves a public function.
//
//     Result<Document> document = engine.read(bytes, options);
//     if (!document) { std::cerr << document.error().to_string(); return exit_status(document.error().code); }
//
// `Result` is tl::expected made [[nodiscard]]: a dropped result is a compiler warning.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace axray {

enum class ErrorCode {
    invalid_usage,   // the caller asked for something that has no meaning
    not_found,       // a file or folder does not exist
    unreadable,      // it exists and cannot be read: permission, device error, a folder where a file was expected
    unsupported,     // bytes of a kind that no reader knows
    malformed,       // bytes that break the rules of their own format
    limit_exceeded,  // larger, deeper or longer than the stated limit
    empty,           // nothing in it that could be read as text
    unwritable,      // the output could not be written: full disk, closed pipe, permission
    model_mismatch,  // a model file is missing, damaged, or of another version
    internal,        // a fault of the program itself
};

// The stable name of a code as it stands in JSON output, for example "limit_exceeded".
[[nodiscard]] std::string_view to_string(ErrorCode code);

// The exit status of the command line for a code: 2 wrong usage, 3 input could not be read, 4 internal error.
[[nodiscard]] int exit_status(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;               // what went wrong and what was expected, one sentence
    std::vector<std::string> context;  // where, outermost last: "line 12", "reports/wire.txt"

    // "reports/wire.txt: line 12: message"
    [[nodiscard]] std::string to_string() const;

    // The same error, seen from one step further out.
    [[nodiscard]] Error within(std::string place) && {
        context.push_back(std::move(place));
        return std::move(*this);
    }

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
struct [[nodiscard]] Result : tl::expected<T, Error> {
    using tl::expected<T, Error>::expected;
};

// The error branch of a Result: `return fail(ErrorCode::empty, "the file has no bytes");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::make_unexpected(Error{code, std::move(message), {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::make_unexpected(std::move(error)); }

}  // namespace axray
