// The blocks of a file before furniture is set aside: what every format reader makes (decoded text -> BlockList).
//
// The text of all blocks lies one after another in BlockList::text, white space collapsed to single blanks, without
// control and invisible characters; a run map leads back to bytes of the decoded text. Each block carries what the
// furniture rules ask of it, so that they need not know the format. A reader for a new format makes a BlockList; a
// learned choice of blocks replaces or follows set_aside_furniture (read/furniture/furniture.hpp).
// Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::read {

// What the surroundings of a block in its file say about it.
enum class Surroundings : std::uint16_t {
    none = 0,
    navigation = 1U << 0U,     // in <nav>, <menu>, role=navigation
    page_header = 1U << 1U,    // in a <header> that is not the article's
    page_footer = 1U << 2U,    // in a <footer>, role=contentinfo
    aside = 1U << 3U,          // in <aside>, role=complementary
    form = 1U << 4U,           // in <form>, <button>, <select>, <label>
    comments = 1U << 5U,       // class or id speaks of comments
    sharing = 1U << 6U,        // class or id speaks of sharing, social networks, likes
    promotion = 1U << 7U,      // class or id speaks of newsletters, subscription, cookies, sign-up
    advertisement = 1U << 8U,  // class or id speaks of advertisements, sponsors
    byline = 1U << 9U,         // class or id speaks of author, date, byline
    related = 1U << 10U,       // class or id speaks of related or most read articles, tags, breadcrumbs
    stands_alone = 1U << 11U,  // blank lines, or the borders of an element, before and after it
    columns = 1U << 12U,       // a lone line of plain text whose words stand in three or more columns
};
[[nodiscard]] constexpr Surroundings operator|(Surroundings left, Surroundings right) {
    return static_cast<Surroundings>(static_cast<std::uint16_t>(left) | static_cast<std::uint16_t>(right));
}
[[nodiscard]] constexpr Surroundings operator&(Surroundings left, Surroundings right) {
    return static_cast<Surroundings>(static_cast<std::uint16_t>(left) & static_cast<std::uint16_t>(right));
}
[[nodiscard]] constexpr bool has(Surroundings all, Surroundings one) { return (all & one) != Surroundings::none; }

struct RawBlock {
    BlockKind kind = BlockKind::paragraph;
    Span span;                     // bytes of BlockList::text
    std::uint32_t link_bytes = 0;  // how many of them stand inside links
    std::uint32_t node = 0;        // HTML: the element that holds it, in HtmlTree::nodes
    Surroundings surroundings = Surroundings::none;
    std::optional<CutReason> cut;  // set when it is page furniture
    float chance = -1;             // 0..1, that it belongs to the text; below 0 where nothing says so
};

struct RawLink {
    Span text;     // bytes of BlockList::text that the link shows
    Span address;  // bytes of the decoded text: the value of href, undecoded
};

struct BlockList {
    std::string text;              // valid UTF-8
    std::vector<OriginRun> runs;   // bytes of `text` to bytes of the decoded text
    std::vector<RawBlock> blocks;  // in reading order; their spans cover `text` in the same order
    std::vector<RawLink> links;    // in reading order

    [[nodiscard]] std::string_view slice(Span span) const& {
        return std::string_view(text).substr(span.begin, span.size());
    }
    std::string_view slice(Span span) const&& = delete;
};

// Some blocks of a list that follow each other, in place. Valid as long as the list is neither changed nor gone.
struct BlockView {
    std::string_view text;
    std::span<const RawBlock> blocks;

    [[nodiscard]] std::string_view slice(Span span) const { return text.substr(span.begin, span.size()); }
};

// Writes the text of blocks, one block at a time, in composed characters (NFC): a mark that comes after its letter,
// even from another piece of the file, is joined with it, and the run then leads to the bytes of both.
class BlockWriter {
public:
    // Continues the open block with bytes [place.begin, place.end) of `decoded`, which is valid UTF-8.
    void append(std::string_view decoded, Span place);

    // Continues it with one character that the bytes at `place` stand for (a character reference).
    void append_character(char32_t character, Span place);

    // A blank that no byte stands for, unless one is already there or nothing follows.
    void append_blank() { blank_pending_ = true; }

    // Words between parts of a block that stand nowhere in the file, such as the separator of table cells.
    void append_inserted(std::string_view words);

    // Ends the open block; gives its span in the list's text, empty when it has no visible character.
    [[nodiscard]] Span end_block();

    [[nodiscard]] bool is_block_empty() const { return list_.text.size() == block_begin_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(list_.text.size()); }
    [[nodiscard]] BlockList& list() { return list_; }

private:
    void write_pending_blank();
    void write(std::string_view bytes, std::uint32_t original);
    void write_composed(std::string_view bytes, std::uint32_t original);
    void write_runs(std::string_view bytes, const std::vector<OriginRun>& runs, std::uint32_t original);
    [[nodiscard]] bool joins_last(char32_t character) const;
    [[nodiscard]] bool join_with_last(std::string_view bytes, Span place);
    [[nodiscard]] Span take_back(std::size_t begin);
    void add_run(std::uint32_t text_length, std::uint32_t original, std::uint32_t original_length);
    void put_blank(std::uint32_t original, std::uint32_t length);

    BlockList list_;
    std::uint32_t block_begin_ = 0;
    bool blank_pending_ = false;
    Span blank_place_;  // the first byte of the pending white space, empty when it was inserted
};

}  // namespace axray::read
