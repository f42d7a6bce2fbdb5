#include "read/pdf/pdf_order.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace axray::read {
namespace {

constexpr std::size_t kMostSteps = 10'000'000;

// Boxes of letters overlap a little where lines do not.
bool share_column(const PdfBox& a, const PdfBox& b) {
    const float common = std::min(a.right, b.right) - std::max(a.left, b.left);
    return common > 1 && common > 0.05F * std::min(a.width(), b.width());
}
bool lies_left(const PdfBox& a, const PdfBox& b) { return !share_column(a, b) && a.left < b.left; }

class Sorter {
public:
    explicit Sorter(std::vector<PdfLine>& lines) : lines_(lines) {}

    void sort() {
        std::sort(lines_.begin(), lines_.end(), [](const PdfLine& a, const PdfLine& b) {
            return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.left < b.box.left;
        });
        if (lines_.size() > kMostLinesOfPage) return;
        find_spanning();
        if (lines_.size() * lines_.size() > kMostSteps / (spanning_.size() + 1)) return;
        std::vector<PdfLine> ordered;
        ordered.reserve(lines_.size());
        for (const std::uint32_t line : order()) ordered.push_back(std::move(lines_[line]));
        lines_ = std::move(ordered);
    }

private:
    // Lines below or above which others stand side by side.
    void find_spanning() {
        for (std::uint32_t line = 0; line < lines_.size(); ++line) {
            float first_end = std::numeric_limits<float>::max();
            float last_begin = std::numeric_limits<float>::lowest();
            for (const PdfLine& other : lines_) {
                if (&other == &lines_[line] || !share_column(other.box, lines_[line].box)) continue;
                first_end = std::min(first_end, other.box.right);
                last_begin = std::max(last_begin, other.box.left);
            }
            if (first_end <= last_begin + 1) spanning_.push_back(line);
        }
    }

    bool comes_before(std::uint32_t first, std::uint32_t second) const {
        const PdfBox& a = lines_[first].box;
        const PdfBox& b = lines_[second].box;
        if (share_column(a, b)) return a.middle() < b.middle() || (a.middle() == b.middle() && first < second);
        if (!lies_left(a, b)) return false;
        const float upper = std::min(a.middle(), b.middle());
        const float lower = std::max(a.middle(), b.middle());
        return std::none_of(spanning_.begin(), spanning_.end(), [&](std::uint32_t line) {
            const PdfBox& c = lines_[line].box;
            return line != first && line != second && c.middle() > upper && c.middle() < lower && share_column(c, a) &&
                   share_column(c, b);
        });
    }

    // Each line after all that come before it; a line that has to wait for itself goes where it is met.
    std::vector<std::uint32_t> order() const {
        struct Step {
            std::uint32_t line;
            std::uint32_t next;  // the line that is asked next whether it comes before
        };
        const auto count = static_cast<std::uint32_t>(lines_.size());
        std::vector<bool> met(count, false);
        std::vector<std::uint32_t> ordered;
        for (std::uint32_t start = 0; start < count; ++start) {
            if (met[start]) continue;
            met[start] = true;
            std::vector<Step> open{{start, 0}};
            while (!open.empty()) {
                Step& step = open.back();
                while (step.next < count && (met[step.next] || !comes_before(step.next, step.line))) ++step.next;
                if (step.next == count) {
                    ordered.push_back(step.line);
                    open.pop_back();
                } else {
                    met[step.next] = true;
                    open.push_back({step.next, 0});
                }
            }
        }
        return ordered;
    }

    std::vector<PdfLine>& lines_;
    std::vector<std::uint32_t> spanning_;
};

}  // namespace

void put_in_reading_order(std::vector<PdfLine>& lines) { Sorter(lines).sort(); }

}  // namespace axray::read
