// Sentences and tokens against gold segmentation.
//
// A treebank in CoNLL-U is put together to running text again (`# text`, SpaceAfter, `# newpar`, `# newdoc`), annotated
// without its sentences, and compared by place: a token or sentence is right when both of its ends are. Words of a
// multiword token ("don't": "do", "n't") lie where their letters are; where the letters differ, the whole is one token.
#include <algorithm>
#include <array>
#include <iomanip>
#include <optional>

#include "predict.hpp"

namespace axray::bench {
namespace {

struct GoldDocument {
    std::string text;
    std::vector<Span> tokens;
    std::vector<Span> sentences;
};

std::vector<std::string_view> columns_of(std::string_view row) {
    std::vector<std::string_view> columns;
    while (true) {
        const std::size_t tab = row.find('\t');
        columns.push_back(row.substr(0, tab));
        if (tab == std::string_view::npos) return columns;
        row.remove_prefix(tab + 1);
    }
}

// "3-4" is {3, 4}, "3" is {3, 3}; nothing for empty words ("3.1").
struct Numbers {
    int first = 0;
    int last = 0;
};
std::optional<Numbers> numbers_of(std::string_view written) {
    Numbers numbers;
    int* value = &numbers.first;
    for (const char letter : written) {
        if (letter == '-' && value == &numbers.first) {
            value = &numbers.last;
        } else if (letter >= '0' && letter <= '9') {
            *value = *value * 10 + (letter - '0');
        } else {
            return std::nullopt;
        }
    }
    if (value == &numbers.first) numbers.last = numbers.first;
    return numbers;
}

// Puts one document of a treebank together, sentence by sentence.
class Reader {
public:
    explicit Reader(std::vector<GoldDocument>& documents) : documents_(documents) {}

    void read(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            if (line.empty()) {
                end_sentence();
            } else if (line[0] == '#') {
                comment(line);
            } else {
                row(line);
            }
        }
        end_sentence();
    }

private:
    void comment(std::string_view line) {
        if (line.starts_with("# newdoc")) {
            documents_.emplace_back();
            blank_ = false;
        } else if (line == "# newpar" || line.starts_with("# newpar ")) {
            if (!documents_.empty() && !documents_.back().text.empty()) documents_.back().text += "\n\n";
            blank_ = false;
        }
    }

    void row(std::string_view line) {
        const auto columns = columns_of(line);
        const auto numbers = columns.size() == 10 ? numbers_of(columns[0]) : std::nullopt;
        if (!numbers || documents_.empty()) return;
        if (numbers->first <= inside_until_) {  // a word of the multiword token before it
            parts_.emplace_back(columns[1]);
            if (numbers->first == inside_until_) lay_parts();
            return;
        }
        GoldDocument& document = documents_.back();
        if (blank_) document.text += ' ';
        blank_ = columns[9].find("SpaceAfter=No") == std::string_view::npos;
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += columns[1];
        const Span span{begin, static_cast<std::uint32_t>(document.text.size())};
        if (!begin_) begin_ = begin;
        if (numbers->last > numbers->first) {
            inside_until_ = numbers->last;
            whole_ = span;
        } else {
            document.tokens.push_back(span);
        }
    }

    void lay_parts() {
        GoldDocument& document = documents_.back();
        std::string together;
        for (const std::string& part : parts_) together += part;
        if (together == std::string_view(document.text).substr(whole_.begin, whole_.size())) {
            std::uint32_t at = whole_.begin;
            for (const std::string& part : parts_) {
                document.tokens.push_back({at, at + static_cast<std::uint32_t>(part.size())});
                at = document.tokens.back().end;
            }
        } else {
            document.tokens.push_back(whole_);
        }
        parts_.clear();
    }

    void end_sentence() {
        if (begin_) {
            GoldDocument& document = documents_.back();
            document.sentences.push_back({*begin_, static_cast<std::uint32_t>(document.text.size())});
        }
        begin_.reset();
        inside_until_ = 0;
        parts_.clear();
    }

    std::vector<GoldDocument>& documents_;
    std::vector<std::string> parts_;
    std::optional<std::uint32_t> begin_;
    Span whole_;
    int inside_until_ = 0;
    bool blank_ = false;
};

std::vector<GoldDocument> read_documents(std::istream& in) {
    std::vector<GoldDocument> documents;
    Reader(documents).read(in);
    return documents;
}

struct Count {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t right = 0;

    [[nodiscard]] double f1() const {
        return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
    }
};

bool comes_before(Span left, Span right) {
    return left.begin != right.begin ? left.begin < right.begin : left.end < right.end;
}

void compare(const std::vector<Span>& gold, const std::vector<Span>& found, Count& count) {
    count.gold += gold.size();
    count.found += found.size();
    for (const Span span : gold) count.right += std::binary_search(found.begin(), found.end(), span, comes_before);
}

std::vector<Span> sentences_of(const language::AnnotatedText& annotated) {
    std::vector<Span> spans;
    for (const language::Sentence& sentence : annotated.sentences) spans.push_back(sentence.span);
    return spans;
}

void score(Tools& tools, std::istream& in, std::ostream& out) {
    Count tokens;
    Count sentences;
    for (const GoldDocument& document : read_documents(in)) {
        const auto annotated = tools.annotator.annotate_text(document.text, tools.workspace);
        compare(document.tokens, annotated.tokens.span, tokens);
        compare(document.sentences, sentences_of(annotated), sentences);
    }
    out << std::fixed << std::setprecision(2) << "tokens " << tokens.gold << "  F1 " << tokens.f1() << "  sentences "
        << sentences.gold << "  F1 " << sentences.f1() << '\n';
}

std::string shown(std::string_view text, Span span) {
    std::string result(text.substr(span.begin, span.size()));
    std::replace(result.begin(), result.end(), '\n', ' ');
    return result;
}

// One stretch in which gold and found spans have no border in common.
void write_difference(const GoldDocument& document, std::span<const Span> gold, std::span<const Span> found,
                      std::string_view layer, std::ostream& out) {
    out << layer << '\t';
    for (const Span span : gold) out << shown(document.text, span) << (span == gold.back() ? "" : " | ");
    out << '\t';
    for (const Span span : found) out << shown(document.text, span) << (span == found.back() ? "" : " | ");
    const std::uint32_t begin = gold.front().begin < 30 ? 0 : gold.front().begin - 30;
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(document.text.size(), gold.back().end + 30));
    out << '\t' << shown(document.text, {begin, end}) << '\n';
}

void list_differences(const GoldDocument& document, const std::vector<Span>& found, const std::vector<Span>& gold,
                      std::string_view layer, std::ostream& out) {
    std::size_t g = 0;
    std::size_t f = 0;
    while (g < gold.size() && f < found.size()) {
        if (gold[g] == found[f]) {
            ++g;
            ++f;
            continue;
        }
        std::size_t g_end = g + 1;
        std::size_t f_end = f + 1;
        while (gold[g_end - 1].end != found[f_end - 1].end) {
            if (gold[g_end - 1].end < found[f_end - 1].end) {
                if (g_end == gold.size()) break;
                ++g_end;
            } else {
                if (f_end == found.size()) break;
                ++f_end;
            }
        }
        write_difference(document, std::span(gold).subspan(g, g_end - g), std::span(found).subspan(f, f_end - f), layer,
                         out);
        g = g_end;
        f = f_end;
    }
}

void differences(Tools& tools, std::istream& in, std::ostream& out) {
    for (const GoldDocument& document : read_documents(in)) {
        const auto annotated = tools.annotator.annotate_text(document.text, tools.workspace);
        list_differences(document, annotated.tokens.span, document.tokens, "token", out);
        list_differences(document, sentences_of(annotated), document.sentences, "sentence", out);
    }
}

}  // namespace

std::span<const Task> segment_tasks() {
    static constexpr std::array kTasks = {
        Task{"segments", "a treebank, CoNLL-U", "F1 of tokens and sentences, in percent", score},
        Task{"segment-differences", "a treebank, CoNLL-U", "layer, gold, found, context: one line a difference",
             differences},
    };
    return kTasks;
}

}  // namespace axray::bench
