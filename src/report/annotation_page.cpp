#include "report/annotation_page.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/version.hpp>

#include "base/utf8.hpp"
#include "report/annotation_words.hpp"
#include "report/html_writer.hpp"
#include "report/page_files.hpp"
#include "report/page_frame.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kShownNames = 200;
constexpr std::size_t kShownSpeech = 2000;    // attributions that are listed
constexpr std::size_t kShownOfContent = 600;  // bytes
constexpr std::size_t kMostOpen = 12;         // runs that are shown at one place of the text
constexpr std::uint32_t kShortWords = 28;     // bytes that fit into a line of any screen

std::string_view class_of(MarkRole role) {
    switch (role) {
        case MarkRole::main: return "main";
        case MarkRole::speaker: return "speaker";
        case MarkRole::cue: return "cue";
        case MarkRole::scope: return "scope";
    }
    return "main";
}

// At most `size` bytes, whole characters.
std::string shortened(std::string_view text, std::size_t size) {
    if (text.size() <= size) return std::string(text);
    return std::string(base::beginning_within(text, size)) + " ...";
}

// One run of marked words of a sentence.
struct Run {
    AnnotationLayer layer = AnnotationLayer::names;
    const MarkedWords* words = nullptr;

    [[nodiscard]] std::string classes() const {
        return std::string(name_of(layer)) + " " + std::string(class_of(words->role));
    }
    // The label stands above the words; of speech, whose words are many, before them.
    [[nodiscard]] bool has_label_above() const { return layer != AnnotationLayer::speech && !words->label.empty(); }
};

// One sentence with its runs: cut at every border of a run, each piece inside the elements of the runs that hold it.
class SentenceView {
public:
    SentenceView(HtmlWriter& html, const Document& document, Span span, const std::vector<AnnotationMark>& marks)
        : html_(html), document_(document), span_(span) {
        for (const auto& mark : marks) {
            for (const auto& words : mark.words) runs_.push_back({mark.layer, &words});
        }
        std::stable_sort(runs_.begin(), runs_.end(), [](const Run& left, const Run& right) {
            return left.words->span.begin < right.words->span.begin;
        });
    }

    void write() {
        std::vector<std::uint32_t> borders = {span_.begin, span_.end};
        for (const auto& run : runs_) {
            borders.push_back(run.words->span.begin);
            borders.push_back(run.words->span.end);
        }
        std::sort(borders.begin(), borders.end());
        borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            open_runs_at(borders[i]);
            write_piece({borders[i], borders[i + 1]});
        }
        close_label(span_.end);
    }

private:
    // Ends what ends here and begins what begins here. Labels above the text must not overlap: the first has the place.
    void open_runs_at(std::uint32_t byte) {
        close_label(byte);
        std::erase_if(open_, [byte](const Run* run) { return run->words->span.end <= byte; });
        for (; next_ < runs_.size() && runs_[next_].words->span.begin <= byte; ++next_) {
            const Run& run = runs_[next_];
            if (open_.size() == kMostOpen) continue;
            open_.push_back(&run);
            if (labelled_ != nullptr || !run.has_label_above()) continue;
            labelled_ = &run;
            const bool is_short = run.words->span.size() <= kShortWords;
            html_.open("ruby", {{"class", is_short ? "short" : ""}});
        }
    }

    void close_label(std::uint32_t byte) {
        if (labelled_ == nullptr || labelled_->words->span.end > byte) return;
        html_.element("rt", {{"class", std::string(name_of(labelled_->layer))}}, labelled_->words->label).close();
        labelled_ = nullptr;
    }

    void write_piece(Span piece) {
        for (const Run* run : open_) {
            html_.open("span", {{"class", run->classes()}, {"title", run->has_label_above() ? run->words->label : ""}});
            const bool begins = run->words->span.begin == piece.begin && run->words->role == MarkRole::main;
            if (begins && run->layer == AnnotationLayer::speech && !run->words->label.empty()) {
                html_.element("b", {{"class", "stance"}}, run->words->label).text(" ");
            }
        }
        html_.text(document_.slice(piece));
        for (std::size_t i = 0; i < open_.size(); ++i) html_.close();
    }

    HtmlWriter& html_;
    const Document& document_;
    Span span_;
    std::vector<Run> runs_;         // by their begin
    std::size_t next_ = 0;          // of runs_: not begun yet
    std::vector<const Run*> open_;  // those that hold the piece at hand
    const Run* labelled_ = nullptr;
};

class AnnotatedView {
public:
    AnnotatedView(const Document& document, const Annotations& annotations)
        : document_(document), annotations_(annotations), marks_(marks_of_sentences(document, annotations)) {}

    std::string write() && {
        html_.open("article", {{"class", "pane document text annotated"}}).line();
        html_.element("p", {{"class", "kicker"}}, document_.id).line();
        html_.element("p", {{"class", "base tally-line"}}, summary_of(annotations_)).line();
        html_.open("div", {{"class", "flow"}}).line();
        while (next_ < annotations_.sentences.size()) write_block();
        html_.close().line();
        write_speech();
        write_names();
        html_.close().line();
        return std::move(html_).take();
    }

private:
    [[nodiscard]] std::string anchor_of(std::size_t sentence) const {
        return "s-" + document_.sha256.substr(0, 12) + "-" + std::to_string(sentence + 1);
    }

    // The sentences of one block.
    void write_block() {
        const auto first = next_;
        const auto block = annotations_.sentences[first].block;
        const auto kind = block < document_.blocks.size() ? document_.blocks[block].kind : BlockKind::paragraph;
        open_block(kind);
        for (; next_ < annotations_.sentences.size() && annotations_.sentences[next_].block == block; ++next_) {
            if (next_ > first) html_.text(" ");
            html_.open("span", {{"class", "sentence"}, {"id", anchor_of(next_)}});
            SentenceView(html_, document_, annotations_.sentences[next_].span, marks_[next_]).write();
            html_.close();
        }
        html_.close().line();
        write_words(first, next_);
    }

    void open_block(BlockKind kind) {
        const HtmlAttribute direction{"dir", "auto"};
        switch (kind) {
            case BlockKind::title: html_.open("h2", {direction, {"class", "headline"}}); return;
            case BlockKind::heading: html_.open("h3", {direction}); return;
            case BlockKind::list_item: html_.open("p", {direction, {"class", "item"}}); return;
            case BlockKind::quotation: html_.open("blockquote", {direction}); return;
            case BlockKind::caption: html_.open("p", {direction, {"class", "caption"}}); return;
            case BlockKind::table_row: html_.open("p", {direction, {"class", "row"}}); return;
            case BlockKind::paragraph: break;
        }
        html_.open("p", {direction});
    }

    // Tags, dictionary forms and dependencies of some sentences.
    void write_words(std::size_t first, std::size_t end) {
        const auto& tokens = annotations_.tokens;
        const auto from = annotations_.sentences[first].first_token;
        const auto to = annotations_.sentences[end - 1].end_token;
        if (from == to || tokens[from].tag.empty()) return;
        html_.open("details", {{"class", "grammar"}}).element("summary", {}, "Words and grammar");
        html_.open("div", {{"class", "wide"}, {"tabindex", "0"}}).open("table").open("thead").open("tr");
        for (const auto name : {"Word", "Dictionary form", "Kind", "Relation", "To"}) {
            html_.element("th", {{"scope", "col"}}, name);
        }
        html_.close().close().open("tbody").line();
        for (auto token = from; token < to; ++token) {
            html_.open("tr").element("td", {}, document_.slice(tokens[token].span));
            html_.element("td", {}, tokens[token].lemma).element("td", {}, tokens[token].tag);
            html_.element("td", {}, tokens[token].relation);
            const auto head = tokens[token].head;
            html_.element("td", {}, head == kNoPosition ? "" : document_.slice(tokens[head].span)).close().line();
        }
        html_.close().close().close().close().line();
    }

    void write_speech() {
        const auto& attributions = annotations_.attributions;
        if (attributions.empty()) return;
        html_.open("section", {{"class", "list speech-list"}}).element("h3", {}, "Who says what").line();
        html_.open("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Who says what"}});
        html_.open("table").open("thead").open("tr");
        for (const auto name : {"Who", "Says it with", "Stance", "What"}) html_.element("th", {{"scope", "col"}}, name);
        html_.close().close().open("tbody").line();
        const auto shown = std::min(attributions.size(), kShownSpeech);
        for (std::size_t i = 0; i < shown; ++i) write_speech_row(attributions[i]);
        html_.close().close().close().line();
        if (shown < attributions.size()) {
            html_.element("p", {{"class", "base"}}, "and " + std::to_string(attributions.size() - shown) + " more");
        }
        html_.close().line();
    }

    void write_speech_row(const AttributionAnnotation& one) {
        html_.open("tr").open("td", {{"dir", "auto"}}).text(document_.slice(one.speaker));
        const std::string_view name =
            one.name == kNoPosition ? std::string_view() : std::string_view(annotations_.names[one.name].text);
        const bool said = document_.slice(one.speaker).find(name) != std::string_view::npos;
        if (!said) html_.text(" (" + std::string(name) + ")");
        html_.close().element("td", {{"dir", "auto"}}, document_.slice(one.cue));
        html_.element("td", {}, to_string(one.stance)).open("td", {{"dir", "auto"}});
        html_.open("a", {{"href", "#" + anchor_of(one.sentence)}});
        for (std::size_t i = 0; i < one.content.size(); ++i) {
            html_.text((i > 0 ? " ... " : "") + shortened(document_.slice(one.content[i]), kShownOfContent));
        }
        if (one.content.empty()) html_.text("the sentence");
        html_.close().close().close().line();
    }

    void write_names() {
        const auto names = names_by_count(annotations_);
        if (names.empty()) return;
        html_.open("section", {{"class", "list name-list"}}).element("h3", {}, "Names").line();
        html_.open("table").open("thead").open("tr");
        for (const auto title : {"Name", "Kind", "Times"}) html_.element("th", {{"scope", "col"}}, title);
        html_.close().close().open("tbody").line();
        for (std::size_t i = 0; i < std::min(names.size(), kShownNames); ++i) {
            html_.open("tr").element("td", {{"dir", "auto"}}, names[i]->text);
            html_.element("td", {}, words_for(names[i]->type));
            html_.element("td", {{"class", "number"}}, std::to_string(names[i]->mentions.size())).close().line();
        }
        html_.close().close();
        if (names.size() > kShownNames) {
            html_.element("p", {{"class", "base"}}, "and " + std::to_string(names.size() - kShownNames) + " more");
        }
        html_.close().line();
    }

    const Document& document_;
    const Annotations& annotations_;
    std::vector<std::vector<AnnotationMark>> marks_;
    HtmlWriter html_;
    std::size_t next_ = 0;  // sentence to be written
};

}  // namespace

std::string annotation_page_head() {
    HtmlWriter html;
    write_page_head(
        html, {"Article X-ray: what the sentences say", std::string(kVersion), {page_style(), annotation_style()}});
    html.markup("<body class=\"annotations\">\n");
    for (const auto layer : kAnnotationLayers) {
        html.single("input", {{"type", "checkbox"},
                              {"class", "switch"},
                              {"id", "show-" + std::string(name_of(layer))},
                              {"checked", "checked"}});
    }
    html.single("input", {{"type", "checkbox"}, {"class", "switch"}, {"id", "show-grammar"}});
    html.line().open("header", {{"class", "banner"}}).element("h1", {}, "Article X-ray: what the sentences say").line();
    html.open("div", {{"class", "switches"}, {"role", "group"}, {"aria-label", "Layers"}}).line();
    for (const auto layer : kAnnotationLayers) {
        const std::string name(name_of(layer));
        html.element("label", {{"for", "show-" + name}, {"class", "filter " + name}}, name).line();
    }
    html.element("label", {{"for", "show-grammar"}, {"class", "filter grammar-switch"}}, "grammar").line();
    html.close().close().line();
    html.markup("<main>\n");
    return std::move(html).take();
}

std::string annotation_page_document(const Document& document, const Annotations& annotations) {
    return AnnotatedView(document, annotations).write();
}

std::string annotation_page_foot() { return "</main>\n</body>\n</html>\n"; }

}  // namespace axray::report
