#include "cli/read_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "report/annotation_text.hpp"
#include "report/decisions.hpp"
#include "report/metadata_rows.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

using report::StyledText;
using report::TextStyle;

constexpr std::size_t kLabelWidth = 12;     // columns before a value: "publisher"
constexpr std::size_t kDecisionWidth = 21;  // columns before a probability: "cut  other furniture"
constexpr std::size_t kReasonWidth = 26;    // columns before a block, behind its probability
constexpr std::size_t kShownOfBlock = 200;  // bytes of a block that is listed with its decision
constexpr std::size_t kShownCaptions = 20;
constexpr std::string_view kCellSeparator = " | ";

std::string padded(std::string text, std::size_t width) {
    const auto columns = report::columns_of(text);
    text.append(columns < width ? width - columns : 1, ' ');
    return text;
}

std::string with_blanks(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// At most `size` bytes, ending at a blank where there is one.
std::string shortened(std::string_view text, std::size_t size) {
    if (text.size() <= size) return std::string(text);
    auto end = text.rfind(' ', size);
    if (end == std::string_view::npos || end < size / 2) end = base::beginning_within(text, size).size();
    return std::string(text.substr(0, end)) + " ...";
}

class Page {
public:
    Page(const Document& document, const ReadFormOptions& options) : document_(document), options_(options) {}

    void write_metadata() {
        const auto& metadata = document_.metadata;
        put(StyledText().add(document_.id, TextStyle::faint), "", "");
        for (const auto& row : report::metadata_rows(metadata)) {
            write_value(row.name, *row.value, row.value == &metadata.title ? TextStyle::strong : TextStyle::plain);
        }
        write_file();
        text_ += '\n';
    }

    void write_text() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const auto kind = document_.blocks[i].kind;
            if (i > 0 && !(kind == document_.blocks[i - 1].kind && stands_close(kind))) text_ += '\n';
            if (kind == BlockKind::table_row) {
                i = write_table(i);
            } else {
                write_block(document_.blocks[i]);
            }
        }
    }

    void write_rest() {
        const auto& metadata = document_.metadata;
        if (!metadata.captions.empty()) write_captions();
        if (metadata.links.empty() && document_.cut.empty()) return;
        text_ += '\n';
        if (!metadata.links.empty()) {
            put(StyledText().add("Links in the text: " + std::to_string(metadata.links.size()), TextStyle::faint), "",
                "");
        }
        if (!document_.cut.empty()) put(StyledText().add(summary_of_cut(), TextStyle::faint), "", "  ");
    }

    void write_decisions() {
        for (const auto& decision : report::decisions_of(document_)) {
            const bool kept = decision.cut == nullptr;
            const auto name = kept ? "keep " + with_blanks(to_string(decision.kept->kind))
                                   : "cut  " + with_blanks(to_string(decision.cut->reason));
            const auto label = padded(name, kDecisionWidth) +
                               report::in_hundred(kept ? decision.kept->probability : decision.cut->probability);
            const auto style = kept ? TextStyle::plain : TextStyle::faint;
            put(StyledText().add(shortened(decision.words, kShownOfBlock), style), padded(label, kReasonWidth),
                std::string(kReasonWidth, ' '));
        }
        text_ += '\n';
        put(StyledText().add(summary_of_decisions(), TextStyle::faint), "", "");
    }

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    // Appends a paragraph; `first` and `rest` stand before its lines.
    void put(const StyledText& text, std::string first, std::string rest) {
        text_ += text.lines({std::max(options_.width, 20u), std::move(first), std::move(rest), options_.codes});
    }

    void write_value(std::string_view name, const MetadataValue& value, TextStyle style) {
        StyledText text;
        text.add(value.value, style);
        const auto sure = value.confidence > 0 ? ", " + report::in_hundred(value.confidence) : std::string();
        if (!value.found_in.empty()) text.add("  (" + value.found_in + sure + ")", TextStyle::faint);
        put(text, padded(std::string(name), kLabelWidth), std::string(kLabelWidth, ' '));
    }

    void write_file() {
        const auto& metadata = document_.metadata;
        auto file = metadata.media_type + (metadata.charset.empty() ? "" : ", " + metadata.charset) + ", " +
                    report::count_of(document_.original_size, "byte", "bytes");
        if (metadata.replaced_characters > 0) {
            file += ", " + report::count_of(metadata.replaced_characters, "character", "characters") + " damaged";
        }
        put(StyledText().add(file), padded("file", kLabelWidth), std::string(kLabelWidth, ' '));
        put(StyledText().add(document_.sha256, TextStyle::faint), padded("sha256", kLabelWidth),
            std::string(kLabelWidth, ' '));
    }

    // Blocks of such a kind follow each other without an empty line.
    static bool stands_close(BlockKind kind) { return kind == BlockKind::list_item || kind == BlockKind::table_row; }

    void write_block(const Block& block) {
        StyledText text;
        const auto words = document_.slice(block.span);
        const bool bare = options_.codes == report::StyleCodes::none;
        switch (block.kind) {
            case BlockKind::title: return put(text.add(words, TextStyle::strong), bare ? "# " : "", bare ? "  " : "");
            case BlockKind::heading:
                return put(text.add(words, TextStyle::strong), bare ? "## " : "", bare ? "   " : "");
            case BlockKind::list_item: return put(text.add(words), "  - ", "    ");
            case BlockKind::quotation: return put(text.add(words), "  > ", "  > ");
            case BlockKind::caption: return put(text.add(words, TextStyle::faint), "  [picture] ", "            ");
            case BlockKind::paragraph:
            case BlockKind::table_row: break;
        }
        put(text.add(words), "", "");
    }

    // Rows that follow each other, in columns when these fit into the width; gives the number of the last.
    std::size_t write_table(std::size_t first) {
        std::size_t end = first;
        std::vector<std::vector<std::string>> rows;
        std::vector<std::size_t> widths;
        for (; end < document_.blocks.size() && document_.blocks[end].kind == BlockKind::table_row; ++end) {
            rows.push_back(cells_of(document_.slice(document_.blocks[end].span)));
            const auto& cells = rows.back();
            widths.resize(std::max(widths.size(), cells.size()));
            for (std::size_t i = 0; i < cells.size(); ++i) {
                widths[i] = std::max<std::size_t>(widths[i], report::columns_of(cells[i]));
            }
        }
        std::size_t total = 0;
        for (const auto width : widths) total += width + 2;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (total > options_.width) {
                put(StyledText().add(document_.slice(document_.blocks[first + row].span)), "", "    ");
                continue;
            }
            std::string line;
            for (std::size_t i = 0; i < rows[row].size(); ++i) {
                line += i + 1 < rows[row].size() ? padded(rows[row][i], widths[i] + 2) : rows[row][i];
            }
            text_ += line + '\n';
        }
        return end - 1;
    }

    static std::vector<std::string> cells_of(std::string_view row) {
        std::vector<std::string> cells;
        for (;;) {
            const auto end = row.find(kCellSeparator);
            cells.push_back(report::harmless(row.substr(0, end)));
            if (end == std::string_view::npos) return cells;
            row.remove_prefix(end + kCellSeparator.size());
        }
    }

    void write_captions() {
        text_ += '\n';
        const auto& captions = document_.metadata.captions;
        for (std::size_t i = 0; i < std::min(captions.size(), kShownCaptions); ++i) {
            put(StyledText().add(captions[i].text), padded(i == 0 ? "captions" : "", kLabelWidth),
                std::string(kLabelWidth, ' '));
        }
        if (captions.size() > kShownCaptions) {
            put(StyledText().add("and " + std::to_string(captions.size() - kShownCaptions) + " more", TextStyle::faint),
                std::string(kLabelWidth, ' '), std::string(kLabelWidth, ' '));
        }
    }

    [[nodiscard]] std::string summary_of_cut() const {
        constexpr auto kReasons = static_cast<std::size_t>(CutReason::other_furniture) + 1;
        std::array<std::size_t, kReasons> counts{};
        for (const auto& cut : document_.cut) ++counts[static_cast<std::size_t>(cut.reason)];
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < kReasons; ++i) {
            if (counts[i] > 0) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t left, std::size_t right) { return counts[left] > counts[right]; });
        std::string text = "Set aside: ";
        for (std::size_t i = 0; i < order.size(); ++i) {
            text += (i > 0 ? ", " : "") + std::to_string(counts[order[i]]) + " " +
                    with_blanks(to_string(static_cast<CutReason>(order[i])));
        }
        return text + " (--why shows them)";
    }

    [[nodiscard]] std::string summary_of_decisions() const {
        return report::count_of(document_.blocks.size(), "block", "blocks") + " kept, " +
               std::to_string(document_.cut.size()) + " cut";
    }

    const Document& document_;
    const ReadFormOptions& options_;
    std::string text_;
};

}  // namespace

std::string document_as_text(const Document& document, const ReadFormOptions& options) {
    Page page(document, options);
    page.write_metadata();
    page.write_text();
    page.write_rest();
    return std::move(page).take();
}

std::string annotations_as_text(const Document& document, const Annotations& annotations,
                                const ReadFormOptions& options) {
    Page page(document, options);
    page.write_metadata();
    return std::move(page).take() + report::annotation_text(document, annotations, {options.width, options.codes});
}

std::string decisions_as_text(const Document& document, const ReadFormOptions& options) {
    Page page(document, options);
    page.write_metadata();
    page.write_decisions();
    return std::move(page).take();
}

}  // namespace axray::cli
