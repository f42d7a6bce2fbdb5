// Undoes what was done to addresses so that nobody clicks on them: "hxxp://mail[.]example[.]org" (text -> Refanged).
//
// What does not look like a part of an address stays as it is. Every byte of the result leads back to the bytes that it
// stands for. Source: own; the forms are those that reports are seen to use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::language {

struct Refanged {
    // A stretch of `text` that was written in another way.
    struct Change {
        Span span;      // of `text`; may be empty
        Span original;  // of the text as it was given
    };

    std::string text;
    std::vector<Change> changes;  // ordered and apart

    // The bytes of the text as it was given that a stretch of `text` stands for. O(log changes).
    [[nodiscard]] Span original(Span span) const;

    // Whether something in the stretch was written in another way. O(log changes).
    [[nodiscard]] bool changed(Span span) const;
};

// O(bytes). Any bytes.
[[nodiscard]] Refanged refang(std::string_view text);

}  // namespace axray::language
