#include "read/pdf/pdf_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace axray::read {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

PdfBox united(const PdfBox& a, const PdfBox& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

float median(std::vector<float> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Text that runs up or down: taller than wide, and more than a letter or two.
bool runs_upright(const PdfText& text, const PdfLine& line) {
    std::size_t bytes = 0;
    for (const std::uint32_t word : line.words) bytes += text.words[word].text.size();
    return bytes >= 4 && line.box.height() > 1.5F * line.box.width();
}

std::vector<PdfLine> lines_as_found(const PdfText& text, std::uint32_t page) {
    const PdfPage& bounds = text.pages[page];
    std::vector<PdfLine> lines;
    for (std::uint32_t word = bounds.first_word; word < bounds.end_word; ++word) {
        const PdfWord& current = text.words[word];
        if (lines.empty() || text.words[lines.back().words.back()].line != current.line) {
            lines.emplace_back();
            lines.back().box = current.box;
            lines.back().page = page;
        }
        lines.back().words.push_back(word);
        lines.back().box = united(lines.back().box, current.box);
    }
    for (PdfLine& line : lines) line.is_turned = runs_upright(text, line);
    return lines;
}

// Turns the whole page where most of its text runs up or down, so that what follows sees lines that run across.
void turn_page(const PdfText& text, const PdfPage& page, std::vector<PdfLine>& lines) {
    std::size_t upright = 0;
    std::size_t upward = 0;
    std::size_t all = 0;
    for (const PdfLine& line : lines) {
        all += line.words.size();
        if (!line.is_turned) continue;
        upright += line.words.size();
        const bool rises = text.words[line.words.front()].box.top > text.words[line.words.back()].box.top;
        if (rises) upward += line.words.size();
    }
    if (upright * 2 <= all) return;
    const bool rises = upward * 2 > upright;
    for (PdfLine& line : lines) {
        const PdfBox box = line.box;
        line.box = rises ? PdfBox{page.height - box.bottom, box.left, page.height - box.top, box.right}
                         : PdfBox{box.top, page.width - box.right, box.bottom, page.width - box.left};
        line.is_turned = !line.is_turned;
    }
}

void measure(const PdfText& text, PdfLine& line) {
    std::vector<float> heights;
    for (const std::uint32_t word : line.words) {
        const PdfBox& box = text.words[word].box;
        heights.push_back(std::min(box.height(), std::max(box.width(), line.box.height())));
    }
    line.height = std::min(median(heights), line.box.height());
    if (line.height <= 0) line.height = line.box.height();
}

// Joins the pieces of rows. Pieces are sorted by their upper edge.
class RowJoiner {
public:
    RowJoiner(const PdfText& text, std::vector<PdfLine>& pieces) : text_(text), pieces_(pieces) {}

    std::vector<PdfLine> join() {
        std::sort(pieces_.begin(), pieces_.end(), [](const PdfLine& a, const PdfLine& b) {
            return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.left < b.box.left;
        });
        right_.assign(pieces_.size(), kNone);
        has_left_.assign(pieces_.size(), false);
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) find_right(i);
        std::vector<Gap> gaps(pieces_.size(), Gap::apart);
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            if (right_[i] != kNone) gaps[i] = judge(i, right_[i]);
        }
        std::vector<PdfLine> lines;
        std::vector<bool> continues(pieces_.size(), false);
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            if (gaps[i] != Gap::apart) continues[right_[i]] = true;
        }
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            if (!continues[i]) lines.push_back(chain(i, gaps));
        }
        return lines;
    }

private:
    enum class Gap : std::uint8_t { apart, blank, cell };

    // A strip without text between two pieces of a row, as far as it goes up and down.
    struct Strip {
        float left = 0;
        float right = 0;
        float top = 0;
        float bottom = 0;
    };

    bool share_row(const PdfLine& a, const PdfLine& b) const {
        const float common = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
        return common > 0.5F * std::min(a.box.height(), b.box.height());
    }

    // The nearest piece to the right in the same row; each is the right neighbour of at most one.
    void find_right(std::uint32_t i) {
        const PdfLine& piece = pieces_[i];
        if (piece.is_turned) return;
        std::uint32_t best = kNone;
        const auto consider = [&](std::uint32_t other) {
            const PdfLine& candidate = pieces_[other];
            if (other == i || candidate.is_turned || has_left_[other] || !share_row(piece, candidate)) return;
            if (candidate.box.left < piece.box.right - 0.3F * piece.height) return;
            if (best == kNone || candidate.box.left < pieces_[best].box.left) best = other;
        };
        for (std::uint32_t other = i + 1; other < pieces_.size() && pieces_[other].box.top < piece.box.bottom;
             ++other) {
            consider(other);
        }
        for (std::uint32_t other = i; other-- > 0 && pieces_[other].box.top > piece.box.top - 2 * piece.height;) {
            consider(other);
        }
        right_[i] = best;
        if (best != kNone) has_left_[best] = true;
    }

    // Narrows the strip by a piece; false when too little is left.
    static bool narrow(Strip& strip, const PdfBox& box, float least) {
        if (box.right <= strip.left || box.left >= strip.right) return true;
        const float before = box.left - strip.left;
        const float after = strip.right - box.right;
        Strip narrower = strip;
        if (before >= after) {
            narrower.right = box.left;
        } else {
            narrower.left = box.right;
        }
        if (narrower.right - narrower.left < least) return false;
        strip = narrower;
        return true;
    }

    Strip extend(std::uint32_t i, std::uint32_t j) const {
        const PdfLine& a = pieces_[i];
        const PdfLine& b = pieces_[j];
        const float least = 0.5F * std::max(a.height, b.height);
        const float row_top = std::min(a.box.top, b.box.top);
        const float row_bottom = std::max(a.box.bottom, b.box.bottom);
        Strip strip{a.box.right, b.box.left, row_top, row_bottom};
        for (std::uint32_t other = std::min(i, j); other-- > 0;) {
            const PdfBox& box = pieces_[other].box;
            if (other == i || other == j || box.middle() > row_top || pieces_[other].is_turned) continue;
            if (!narrow(strip, box, least)) break;
            strip.top = std::min(strip.top, box.top);
        }
        for (std::uint32_t other = std::min(i, j); other < pieces_.size(); ++other) {
            const PdfBox& box = pieces_[other].box;
            if (other == i || other == j || box.middle() < row_bottom || pieces_[other].is_turned) continue;
            if (!narrow(strip, box, least)) break;
            strip.bottom = std::max(strip.bottom, box.bottom);
        }
        return strip;
    }

    Gap judge(std::uint32_t i, std::uint32_t j) const {
        constexpr std::size_t kFewRows = 3;
        const PdfLine& a = pieces_[i];
        const PdfLine& b = pieces_[j];
        const float size = std::max(a.height, b.height);
        const float gap = b.box.left - a.box.right;
        if (gap < 0.4F * size) return Gap::blank;
        const Strip strip = extend(i, j);
        Sides sides = count_sides(strip);
        if (sides.left < kFewRows || sides.right < kFewRows) {
            // A row of its own: a wide blank, a list's number, a date at the other end of the line.
            if (sides.rows.size() >= 2 && gap > 1.2F * size && is_table(sides)) return Gap::cell;
            return gap < 3 * size ? Gap::blank : Gap::apart;
        }
        if (marks_list(sides)) return Gap::blank;
        return is_table(sides) ? Gap::cell : Gap::apart;
    }

    struct Row {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };
    struct Sides {
        std::size_t left = 0;   // pieces that end at the strip
        std::size_t right = 0;  // pieces that begin at it
        std::vector<Row> rows;  // pairs of neighbours across it
    };

    Sides count_sides(const Strip& strip) const {
        Sides sides;
        const float middle = (strip.left + strip.right) / 2;
        std::vector<bool> is_right(pieces_.size(), false);
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            const PdfBox& box = pieces_[i].box;
            if (pieces_[i].is_turned || box.middle() < strip.top || box.middle() > strip.bottom) continue;
            const std::uint32_t next = right_[i];
            if (box.right <= middle && next != kNone && pieces_[next].box.left >= middle) {
                sides.rows.push_back({i, next});
                is_right[next] = true;
            }
            // Only what is nearest to the strip: other columns lie behind its neighbours.
            if (box.right <= middle && (next == kNone || pieces_[next].box.left >= middle)) ++sides.left;
        }
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            const PdfBox& box = pieces_[i].box;
            if (pieces_[i].is_turned || box.middle() < strip.top || box.middle() > strip.bottom) continue;
            if (box.left >= middle && (is_right[i] || !has_left_[i])) ++sides.right;
        }
        return sides;
    }

    std::size_t words_of(std::uint32_t piece) const { return pieces_[piece].words.size(); }

    static std::size_t median_count(std::vector<std::size_t> counts) {
        std::sort(counts.begin(), counts.end());
        return counts.empty() ? 0 : counts[counts.size() / 2];
    }

    // Rows that stand on common base lines, with few words on one side.
    bool is_table(const Sides& sides) const {
        constexpr std::size_t kFewWords = 3;
        std::vector<std::size_t> left;
        std::vector<std::size_t> right;
        std::size_t level = 0;
        for (const Row& row : sides.rows) {
            const PdfLine& a = pieces_[row.left];
            const PdfLine& b = pieces_[row.right];
            const float off = a.box.bottom - b.box.bottom;
            if (std::max(off, -off) < 0.25F * std::max(a.height, b.height)) ++level;
            left.push_back(words_of(row.left));
            right.push_back(words_of(row.right));
        }
        const std::size_t most = std::max(sides.left, sides.right);
        const bool few = median_count(left) <= kFewWords || median_count(right) <= kFewWords;
        return few && level * 10 >= most * 7;
    }

    // The left side holds nothing but the bullets or numbers of a list.
    bool marks_list(const Sides& sides) const {
        std::size_t marks = 0;
        for (const Row& row : sides.rows) {
            const PdfLine& piece = pieces_[row.left];
            if (piece.words.size() == 1 && text_.words[piece.words.front()].text.size() <= 4) ++marks;
        }
        return marks == sides.rows.size() && sides.left == sides.rows.size();
    }

    PdfLine chain(std::uint32_t first, const std::vector<Gap>& gaps) const {
        PdfLine line = pieces_[first];
        for (std::uint32_t i = first; gaps[i] != Gap::apart; i = right_[i]) {
            const PdfLine& next = pieces_[right_[i]];
            if (gaps[i] == Gap::cell) line.cells.push_back(static_cast<std::uint32_t>(line.words.size()));
            line.words.insert(line.words.end(), next.words.begin(), next.words.end());
            line.box = united(line.box, next.box);
        }
        return line;
    }

    const PdfText& text_;
    std::vector<PdfLine>& pieces_;
    std::vector<std::uint32_t> right_;
    std::vector<bool> has_left_;
};

}  // namespace

std::string text_of(const PdfText& text, const PdfLine& line) {
    std::string words;
    for (const std::uint32_t word : line.words) {
        if (!words.empty()) words += ' ';
        words += text.word(word);
    }
    return words;
}

std::vector<PdfLine> find_lines(const PdfText& text, std::uint32_t page) {
    std::vector<PdfLine> lines = lines_as_found(text, page);
    turn_page(text, text.pages[page], lines);
    for (PdfLine& line : lines) measure(text, line);
    if (lines.size() > kMostLinesOfPage) return lines;
    lines = RowJoiner(text, lines).join();
    for (PdfLine& line : lines) measure(text, line);
    return lines;
}

}  // namespace axray::read
