// Whether the hyphen at the end of a line belongs to the word (two halves of a word -> keep, drop or none).
//
// The document decides: a hyphen that also stands within its lines is kept ("well-known"), a word that stands there
// without one loses it ("con-sidered"). Where it says nothing, the hyphen of two halves that are both words of the
// document is kept, and any other before a small letter is dropped.
// Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/pdf/pdf_words.hpp"

namespace axray::read {

enum class LineEnd : std::uint8_t {
    blank,  // no hyphen: a blank between the two words
    keep,   // the hyphen stays and no blank follows
    drop,   // the two halves are one word
};

// The words that stand whole within the lines of a document, and how often.
class KnownWords {
public:
    // Counts the words of `text` that do not stand at the end or beginning of a line. O(bytes).
    explicit KnownWords(const PdfText& text);

    [[nodiscard]] LineEnd judge(std::string_view before, std::string_view after) const;

private:
    [[nodiscard]] bool knows(const std::string& word) const { return counts_.find(word) != counts_.end(); }

    std::unordered_map<std::string, std::uint32_t> counts_;
};

// Bytes of the hyphen at the end of a word: 0 without one. "-", U+2010, and the soft hyphen.
[[nodiscard]] std::size_t hyphen_length(std::string_view word);

}  // namespace axray::read
