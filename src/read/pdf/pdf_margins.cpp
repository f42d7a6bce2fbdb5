#include "read/pdf/pdf_margins.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr float kMargin = 0.12F;           // of the height of a page
constexpr std::size_t kMostRows = 4;       // from each edge
constexpr std::size_t kLongestHead = 200;  // bytes
constexpr float kSamePlace = 4;            // points

struct Candidate {
    std::string key;  // lower case, each number a "0"
    std::vector<std::int64_t> numbers;
    std::uint32_t page = 0;
    std::uint32_t line = 0;
    float middle = 0;
    bool only_number = false;
};

std::int64_t roman_value(std::string_view digits) {
    std::int64_t value = 0;
    std::int64_t last = 0;
    for (std::size_t i = digits.size(); i-- > 0;) {
        const char digit = digits[i];
        const std::int64_t one = digit == 'i'   ? 1
                                 : digit == 'v' ? 5
                                 : digit == 'x' ? 10
                                 : digit == 'l' ? 50
                                 : digit == 'c' ? 100
                                                : 0;
        if (one == 0) return 0;
        value += one < last ? -one : one;
        last = std::max(last, one);
    }
    return value;
}

// Numbers become "0", so that heads that differ in them have one key.
void read_numbers(std::string_view text, Candidate& candidate) {
    constexpr std::size_t kMostDigits = 9;
    std::size_t letters = 0;
    const std::string lower = lower_ascii(text);
    for (std::size_t i = 0; i < lower.size();) {
        if (!is_ascii_digit(lower[i])) {
            letters += is_ascii_letter(lower[i]) || static_cast<unsigned char>(lower[i]) >= 0x80 ? 1 : 0;
            candidate.key.push_back(lower[i++]);
            continue;
        }
        std::int64_t value = 0;
        const std::size_t begin = i;
        for (; i < lower.size() && is_ascii_digit(lower[i]); ++i) {
            if (i - begin < kMostDigits) value = value * 10 + (lower[i] - '0');
        }
        candidate.numbers.push_back(value);
        candidate.key.push_back('0');
    }
    const std::string_view bare = trim_ascii(lower);
    if (candidate.numbers.empty() && bare.size() <= 6 && roman_value(bare) > 0) {
        candidate.numbers.push_back(roman_value(bare));
        candidate.key.assign(1, '0');
        letters = 0;
    }
    // "7", "- 7 -", "Page 7", "7 / 12", "Seite 7 von 12": few letters beside the numbers.
    constexpr std::size_t kFewLetters = 9;
    candidate.only_number = !candidate.numbers.empty() && candidate.numbers.size() <= 2 && letters <= kFewLetters &&
                            candidate.key.size() <= 18;
}

// The lines near the upper and lower edge of a page, at most kMostRows from each.
std::vector<std::uint32_t> lines_in_margins(const PdfPage& page, const std::vector<PdfLine>& lines) {
    std::vector<std::uint32_t> order(lines.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return lines[a].box.middle() < lines[b].box.middle(); });
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const float middle = lines[order[i]].box.middle();
        const bool upper = i < 2 * kMostRows && middle < kMargin * page.height;
        const bool lower = i + 2 * kMostRows >= order.size() && middle > (1 - kMargin) * page.height;
        if (upper || lower) found.push_back(order[i]);
    }
    return found;
}

std::vector<Candidate> find_candidates(const PdfText& text, const std::vector<std::vector<PdfLine>>& pages) {
    std::vector<Candidate> candidates;
    for (std::uint32_t page = 0; page < pages.size(); ++page) {
        for (const std::uint32_t line : lines_in_margins(text.pages[page], pages[page])) {
            const std::string words = text_of(text, pages[page][line]);
            if (words.size() > kLongestHead) continue;
            Candidate candidate;
            candidate.page = page;
            candidate.line = line;
            candidate.middle = pages[page][line].box.middle();
            read_numbers(words, candidate);
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

// Two heads that say the same at the same place, on different pages: word for word, or with a number that grows.
bool belong_together(const Candidate& a, const Candidate& b) {
    if (a.key != b.key || a.page == b.page || a.numbers.size() != b.numbers.size()) return false;
    if (!a.only_number && std::max(a.middle - b.middle, b.middle - a.middle) > kSamePlace) return false;
    if (a.numbers == b.numbers) return !a.only_number;
    const auto pages = static_cast<std::int64_t>(b.page) - static_cast<std::int64_t>(a.page);
    for (std::size_t i = 0; i < a.numbers.size(); ++i) {
        if (b.numbers[i] - a.numbers[i] == pages) return true;
    }
    return false;
}

}  // namespace

void set_margins_aside(const PdfText& text, std::vector<std::vector<PdfLine>>& pages) {
    std::vector<Candidate> candidates = find_candidates(text, pages);
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.key != b.key ? a.key < b.key : a.page < b.page; });
    const auto set_aside = [&pages](const Candidate& candidate) {
        pages[candidate.page][candidate.line].cut =
            candidate.only_number ? CutReason::other_furniture : CutReason::repeated;
    };
    // Left and right pages have heads of their own: the next but one is looked at too, and some more for lines that
    // stand twice on a page.
    constexpr std::size_t kReach = 8;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        for (std::size_t j = i + 1; j < candidates.size() && j <= i + kReach; ++j) {
            if (candidates[j].key != candidates[i].key) break;
            if (!belong_together(candidates[i], candidates[j])) continue;
            set_aside(candidates[i]);
            set_aside(candidates[j]);
        }
    }
    for (const Candidate& candidate : candidates) {
        // A lone number that is the page's own, in a file of one page or on a page without neighbours.
        const bool own = candidate.only_number && candidate.key.size() <= 5 && candidate.numbers.size() == 1 &&
                         candidate.numbers[0] == static_cast<std::int64_t>(candidate.page) + 1;
        if (own) set_aside(candidate);
    }
    for (std::vector<PdfLine>& lines : pages) {
        for (PdfLine& line : lines) {
            if (line.is_turned) line.cut = CutReason::other_furniture;
        }
    }
}

}  // namespace axray::read
