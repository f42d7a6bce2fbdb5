// Quotations that lead back to their place (PageText + Span -> TextQuote, text fragment).
//
// Both name the words themselves and as little around them as makes them unique in the page, whole words each time.
// Two texts count as alike as a browser's search takes them: without case, accents and the shape of quotation marks.
// Source: W3C Web Annotation Data Model (TextQuoteSelector); WICG/W3C Scroll To Text Fragment draft.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

#include "read/place/page_text.hpp"

namespace axray::read {

// The selector's three texts; pieces of the page are joined by blanks in them.
struct TextQuote {
    std::string exact;
    std::string prefix;  // empty when the exact words stand only once in the page
    std::string suffix;
};

// Finds quotations in one page. Holds a folded copy of its text; the PageText must outlive it.
class QuoteFinder {
public:
    explicit QuoteFinder(const PageText& page);

    // `span`: bytes of the page's text, on character borders, not empty. O(bytes of the span + places that begin
    // alike); words that stand in more places than kMostPlaces count as not unique.
    [[nodiscard]] TextQuote quote(Span span) const;

    // "#:~:text=..." for the words that `span` touches, a part of a word made whole; empty when no fragment that fits
    // a browser's rules is unique.
    [[nodiscard]] std::string fragment(Span span) const;

private:
    // A half-open range of folded_.
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
        [[nodiscard]] bool empty() const { return end <= begin; }
        [[nodiscard]] std::size_t size() const { return end > begin ? end - begin : 0; }
    };
    // Words to find, and those that have to stand directly before and after them.
    struct Term {
        Range text;
        Range prefix;
        Range suffix;
    };
    enum class Borders : std::uint8_t { of_words, any };
    enum class Context : std::uint8_t { both_sides, before, after };

    void fold();
    void find_word_borders();
    void index_grams();
    [[nodiscard]] Range folded_range(Span span) const;
    [[nodiscard]] Range trimmed(Range range) const;
    [[nodiscard]] Range whole_words(Range range) const;
    [[nodiscard]] Range piece_around(std::size_t position) const;
    [[nodiscard]] Range words_before(Range text, std::size_t count, Range within) const;
    [[nodiscard]] Range words_after(Range text, std::size_t count, Range within) const;
    [[nodiscard]] bool matches(std::size_t at, const Term& term, Borders borders) const;
    // Where each run of kGram bytes stands, by its hash.
    struct Gram {
        std::uint32_t hash = 0;
        std::uint32_t position = 0;  // of folded_
    };
    struct Places {
        std::vector<Gram>::const_iterator begin;
        std::vector<Gram>::const_iterator end;
        std::size_t offset = 0;  // of the run in the words that are looked for
    };
    [[nodiscard]] Places rarest_gram(std::string_view wanted) const;
    [[nodiscard]] std::size_t first_match(std::size_t from, const Term& term, Borders borders) const;
    [[nodiscard]] bool make_unique(Term& term, Context context, Borders borders) const;
    [[nodiscard]] std::string range_fragment(Range range) const;
    [[nodiscard]] bool make_first_after(std::size_t from, Term& term) const;
    [[nodiscard]] std::string_view slice(Range range) const {
        return std::string_view(folded_).substr(range.begin, range.size());
    }
    [[nodiscard]] std::string original(Range range) const;
    [[nodiscard]] std::string encoded(Range range) const;

    const PageText& page_;
    std::string folded_;                // pieces separated by line feeds
    std::vector<std::uint32_t> place_;  // for each byte of folded_ and its end, the byte of the page's text
    std::vector<Gram> grams_;           // ordered by hash, then by position
    std::vector<bool> border_;          // for the same, whether a word may begin or end there
};

}  // namespace axray::read
