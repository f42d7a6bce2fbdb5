#include "report/annotation_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "report/annotation_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::uint32_t kGutter = 12;   // columns before a line: "quantities"
constexpr std::uint32_t kNarrow = 60;   // columns below which there is no gutter
constexpr std::size_t kMostRows = 12;   // of one layer below one line
constexpr std::size_t kMostMarks = 64;  // of one layer in one line
constexpr std::size_t kShownNames = 40;
constexpr std::string_view kPlain = "\x1b[0m";

std::string_view color_of(AnnotationLayer layer) {
    switch (layer) {
        case AnnotationLayer::speech: return "\x1b[35m";
        case AnnotationLayer::names: return "\x1b[36m";
        case AnnotationLayer::quantities: return "\x1b[33m";
        case AnnotationLayer::dates: return "\x1b[32m";
        case AnnotationLayer::certainty: return "\x1b[34m";
        case AnnotationLayer::negation: return "\x1b[31m";
        case AnnotationLayer::indicators: return "\x1b[96m";
    }
    return "";
}

char32_t stroke_of(MarkRole role) {
    switch (role) {
        case MarkRole::main: return U'\u2500';     // light
        case MarkRole::speaker: return U'\u2550';  // double
        case MarkRole::cue: return U'\u2501';      // heavy
        case MarkRole::scope: return U'\u2504';    // dashed
    }
    return U'\u2500';
}

// A character of the text: the byte at which it begins and the column at which it stands in its line.
struct Cell {
    std::uint32_t byte = 0;
    std::uint32_t column = 0;
    std::uint32_t columns = 0;
    char32_t shown = 0;  // none where nothing may reach the terminal
};

struct Line {
    std::size_t begin = 0;  // cells
    std::size_t end = 0;
};

std::vector<Cell> cells_of(std::string_view text, std::uint32_t first_byte) {
    std::vector<Cell> cells;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = base::decode_utf8(text, at).size;
        const auto shown = harmless(text.substr(at, size));
        cells.push_back({first_byte + static_cast<std::uint32_t>(at), 0, columns_of(shown),
                         shown.empty() ? U'\0' : base::decode_utf8(shown, 0).value});
        at += size;
    }
    return cells;
}

// Lines end at blanks; a word that is longer than a line is divided.
std::vector<Line> lines_of(std::vector<Cell>& cells, std::uint32_t width) {
    std::vector<Line> lines;
    Line line;
    std::uint32_t column = 0;
    std::size_t after_blank = 0;  // where the line could end; its begin when nowhere
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (column + cells[at].columns > width && cells[at].shown != U' ' && at > line.begin) {
            line.end = after_blank > line.begin ? after_blank : at;
            lines.push_back(line);
            line.begin = line.end;
            column = 0;
            for (std::size_t moved = line.begin; moved < at; ++moved) {
                cells[moved].column = column;
                column += cells[moved].columns;
            }
        }
        cells[at].column = column;
        column += cells[at].columns;
        if (cells[at].shown == U' ') after_blank = at + 1;
    }
    line.end = cells.size();
    lines.push_back(line);
    return lines;
}

// One row below a line: characters by column. The second column of a wide character holds 0.
class Row {
public:
    explicit Row(std::uint32_t width) : characters_(width, U' ') {}

    [[nodiscard]] bool is_free(std::uint32_t begin, std::uint32_t end) const {
        if (end > characters_.size()) return false;
        for (auto at = begin > 0 ? begin - 1 : 0; at < std::min<std::size_t>(end + 1, characters_.size()); ++at) {
            if (characters_[at] != U' ') return false;
        }
        return true;
    }
    // The columns themselves, whatever stands beside them.
    [[nodiscard]] bool is_blank(std::uint32_t begin, std::uint32_t end) const {
        return end <= characters_.size() && std::all_of(characters_.begin() + begin, characters_.begin() + end,
                                                        [](auto one) { return one == U' '; });
    }
    // Blank, or the words that a cue speaks of, over which its label may stand.
    [[nodiscard]] bool is_open(std::uint32_t begin, std::uint32_t end) const {
        return end <= characters_.size() &&
               std::all_of(characters_.begin() + begin, characters_.begin() + end,
                           [](auto one) { return one == U' ' || one == stroke_of(MarkRole::scope); });
    }
    void stroke(std::uint32_t begin, std::uint32_t end, char32_t character) {
        std::fill(characters_.begin() + begin, characters_.begin() + end, character);
    }
    void write(std::uint32_t column, std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto character = base::decode_utf8(text, at);
            const auto columns = columns_of(text.substr(at, character.size));
            at += character.size;
            if (columns == 0) continue;
            characters_[column] = character.value;
            if (columns == 2) characters_[column + 1] = 0;
            column += columns;
        }
    }
    [[nodiscard]] std::string text() const {
        std::string result;
        auto end = characters_.size();
        while (end > 0 && characters_[end - 1] == U' ') --end;
        for (std::size_t at = 0; at < end; ++at) {
            if (characters_[at] != 0) base::append_utf8(result, characters_[at]);
        }
        return result;
    }

private:
    std::vector<char32_t> characters_;
};

// A run of marked words in one line.
struct Stroke {
    std::uint32_t begin = 0;  // columns
    std::uint32_t end = 0;
    MarkRole role = MarkRole::main;
    std::string label;
    std::uint32_t label_columns = 0;

    [[nodiscard]] bool holds_label() const { return label_columns + 2 <= end - begin; }
};

std::string shortened(const std::string& text, std::uint32_t columns) {
    std::string result;
    std::uint32_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = base::decode_utf8(text, at).size;
        const auto next = columns_of(std::string_view(text).substr(at, size));
        if (used + next > columns) break;
        result += text.substr(at, size);
        used += next;
        at += size;
    }
    return result;
}

enum class Fit : std::uint8_t { whole, whatever };

// Draws the strokes of one mark into the row if they fit; with Fit::whatever, labels are shortened or left out.
bool draw(Row& row, const std::vector<Stroke>& strokes, Fit fit) {
    Row drawn = row;
    for (const auto& stroke : strokes) {
        if (!row.is_free(stroke.begin, stroke.end)) return false;
        drawn.stroke(stroke.begin, stroke.end, stroke_of(stroke.role));
    }
    for (const auto& stroke : strokes) {
        if (stroke.label.empty()) continue;
        if (stroke.holds_label()) {
            drawn.write(stroke.begin + 1, stroke.label);
        } else if (drawn.is_open(stroke.end, stroke.end + stroke.label_columns + 2)) {
            drawn.write(stroke.end + (drawn.is_blank(stroke.end, stroke.end + 1) ? 1 : 0), stroke.label);
        } else if (stroke.begin > stroke.label_columns + 1 &&
                   drawn.is_blank(stroke.begin - stroke.label_columns - 2, stroke.begin)) {
            drawn.write(stroke.begin - stroke.label_columns - 1, stroke.label);
        } else if (stroke.role == MarkRole::speaker) {
            continue;  // who it is can be seen at the name
        } else if (fit == Fit::whole) {
            return false;
        } else if (stroke.end - stroke.begin > 4) {
            drawn.write(stroke.begin + 1, shortened(stroke.label, stroke.end - stroke.begin - 2));
        }
    }
    row = std::move(drawn);
    return true;
}

class AnnotationText {
public:
    AnnotationText(const Document& document, const Annotations& annotations, const AnnotationTextOptions& options)
        : document_(document),
          annotations_(annotations),
          options_(options),
          gutter_(options.width >= kNarrow ? kGutter : 0),
          width_(std::max(options.width, 20U) - gutter_) {}

    std::string write() && {
        write_summary();
        auto marks = marks_of_sentences(document_, annotations_);
        for (std::size_t number = 0; number < marks.size(); ++number) {
            text_ += '\n';
            write_sentence(annotations_.sentences[number], marks[number]);
        }
        write_names();
        return std::move(text_);
    }

private:
    void put(const StyledText& text, const std::string& first, const std::string& rest) {
        text_ += text.lines({std::max(options_.width, 20U), first, rest, options_.codes});
    }

    void write_summary() {
        put(StyledText().add(summary_of(annotations_), TextStyle::faint), "", "");
        put(StyledText().add("Speech: speaker \u2550\u2550\u2550, cue \u2501\u2501\u2501, what is said "
                             "\u2500\u2500\u2500 with the stance. What a cue speaks of: \u2504\u2504\u2504.",
                             TextStyle::faint),
            "", "");
    }

    [[nodiscard]] bool is_heading(const SentenceAnnotation& sentence) const {
        if (sentence.block >= document_.blocks.size()) return false;
        const auto kind = document_.blocks[sentence.block].kind;
        return kind == BlockKind::title || kind == BlockKind::heading;
    }

    // The marks are used up: a label that stands below one line is taken away, so that it stands below one alone.
    void write_sentence(const SentenceAnnotation& sentence, std::vector<AnnotationMark>& marks) {
        auto cells = cells_of(document_.slice(sentence.span), sentence.span.begin);
        if (cells.empty()) return;
        auto layers = layers_of(marks);
        const bool strong = options_.codes == StyleCodes::ansi && is_heading(sentence);
        for (const auto& line : lines_of(cells, width_)) {
            std::string shown;
            for (auto at = line.begin; at < line.end; ++at) {
                if (cells[at].shown != 0) base::append_utf8(shown, cells[at].shown);
            }
            while (!shown.empty() && shown.back() == ' ') shown.pop_back();
            text_ += std::string(gutter_, ' ') + (strong ? "\x1b[1m" : "") + shown + (strong ? "\x1b[0m" : "") + '\n';
            for (auto& layer : layers) write_layer(layer, cells, line);
        }
    }

    // What of a run of words stands in a line; empty when nothing does.
    [[nodiscard]] static Stroke stroke_in(MarkedWords& words, const std::vector<Cell>& cells, Line line) {
        const auto by_byte = [](const Cell& cell, std::uint32_t byte) { return cell.byte < byte; };
        const auto from = cells.begin() + static_cast<std::ptrdiff_t>(line.begin);
        const auto to = cells.begin() + static_cast<std::ptrdiff_t>(line.end);
        const auto first = std::lower_bound(from, to, words.span.begin, by_byte);
        auto last = std::lower_bound(from, to, words.span.end, by_byte);
        const bool goes_on = last == to && to != cells.end() && to->byte < words.span.end;
        while (last > first && (last - 1)->shown == U' ') --last;
        if (first == last) return {};
        Stroke stroke{first->column, (last - 1)->column + (last - 1)->columns, words.role, {}, 0};
        stroke.label = harmless(words.label);
        stroke.label_columns = columns_of(stroke.label);
        if (goes_on && !stroke.holds_label()) {
            stroke.label.clear();  // there may be more room in the next line
        } else {
            words.label.clear();
        }
        return stroke;
    }

    // The marks of one layer that are not behind the lines yet.
    struct Layer {
        AnnotationLayer name = AnnotationLayer::names;
        std::vector<AnnotationMark*> waiting;  // the first at the end
        std::vector<AnnotationMark*> here;     // that stand in the line at hand
    };

    static std::vector<Layer> layers_of(std::vector<AnnotationMark>& marks) {
        std::vector<Layer> layers;
        layers.reserve(std::size(kAnnotationLayers));
        for (const auto name : kAnnotationLayers) layers.push_back({name, {}, {}});
        for (auto& mark : marks) layers[static_cast<std::size_t>(mark.layer)].waiting.push_back(&mark);
        for (auto& layer : layers) {
            std::stable_sort(layer.waiting.begin(), layer.waiting.end(), [](const auto* left, const auto* right) {
                return left->words.front().span.begin > right->words.front().span.begin;
            });
        }
        return layers;
    }

    void write_layer(Layer& layer, const std::vector<Cell>& cells, Line line) {
        const auto begin = cells[line.begin].byte;
        std::erase_if(layer.here, [begin](const AnnotationMark* mark) {
            return std::all_of(mark->words.begin(), mark->words.end(),
                               [begin](const MarkedWords& words) { return words.span.end <= begin; });
        });
        const auto last = cells[line.end - 1].byte;
        while (!layer.waiting.empty() && layer.waiting.back()->words.front().span.begin <= last) {
            if (layer.here.size() < kMostMarks) layer.here.push_back(layer.waiting.back());
            layer.waiting.pop_back();
        }
        std::vector<Row> rows;
        for (auto* mark : layer.here) {
            std::vector<Stroke> strokes;
            for (auto& words : mark->words) {
                auto stroke = stroke_in(words, cells, line);
                if (stroke.begin < stroke.end) strokes.push_back(std::move(stroke));
            }
            if (!strokes.empty()) place(rows, strokes);
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            write_row(row == 0 ? name_of(layer.name) : "", layer.name, rows[row]);
        }
    }

    void place(std::vector<Row>& rows, const std::vector<Stroke>& strokes) const {
        for (auto& row : rows) {
            if (draw(row, strokes, Fit::whole)) return;
        }
        if (rows.size() == kMostRows) return;
        rows.emplace_back(width_);
        if (!draw(rows.back(), strokes, Fit::whole) && !draw(rows.back(), strokes, Fit::whatever)) rows.pop_back();
    }

    void write_row(std::string_view name, AnnotationLayer layer, const Row& row) {
        const bool colored = options_.codes == StyleCodes::ansi;
        if (colored) text_ += color_of(layer);
        if (gutter_ > 0) {
            text_ += name;
            text_.append(gutter_ - name.size(), ' ');
        }
        text_ += row.text();
        if (colored) text_ += kPlain;
        text_ += '\n';
    }

    void write_names() {
        const auto names = names_by_count(annotations_);
        if (names.empty()) return;
        text_ += '\n';
        put(StyledText().add("Names, those that are spoken of most often first", TextStyle::strong), "", "");
        for (std::size_t i = 0; i < std::min(names.size(), kShownNames); ++i) {
            StyledText text;
            text.add(names[i]->text);
            if (!words_for(names[i]->type).empty()) text.add(", " + std::string(words_for(names[i]->type)));
            text.add("  " + count_of(names[i]->mentions.size(), "time", "times"), TextStyle::faint);
            for (const auto& reference : names[i]->entries) text.add("  " + reference, TextStyle::faint);
            put(text, "  ", "    ");
        }
        if (names.size() > kShownNames) {
            put(StyledText().add("and " + std::to_string(names.size() - kShownNames) + " more", TextStyle::faint), "  ",
                "    ");
        }
    }

    const Document& document_;
    const Annotations& annotations_;
    const AnnotationTextOptions& options_;
    std::uint32_t gutter_;
    std::uint32_t width_;
    std::string text_;
};

}  // namespace

std::string annotation_text(const Document& document, const Annotations& annotations,
                            const AnnotationTextOptions& options) {
    return AnnotationText(document, annotations, options).write();
}

}  // namespace axray::report
