#include "text_pages.hpp"

#include <set>
#include <string_view>
#include <utility>

#include "block_labels.hpp"
#include "read/text/text_reader.hpp"

namespace axray::train {
namespace {

// As browsers copy a page: blank lines around paragraphs, one line for an item or row.
std::string copied(const TrainingPage& page) {
    std::string text;
    BlockKind before = BlockKind::paragraph;
    for (const read::RawBlock& block : page.list.blocks) {
        if (block.cut) continue;
        const bool line =
            (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row) && block.kind == before;
        text += line ? "\n" : "\n\n";
        text += page.list.slice(block.span);
        before = block.kind;
    }
    return text;
}

// Written-down articles have a line for each paragraph and leave the headline out.
std::string written_down(const TrainingPage& page) {
    std::string text = page.title.empty() ? "" : page.title + "\n\n";
    for (const char byte : page.text) text += byte == '\n' ? std::string("\n\n") : std::string(1, byte);
    return text;
}

// A plain text keeps its headline. Where nobody wrote it down, headings of the first level say nothing either way.
void label_headlines(const TrainingPage& page, TrainingText& text) {
    std::set<std::string_view> first_level;
    for (const read::RawBlock& block : page.list.blocks) {
        const read::HtmlTag parent = page.tree.nodes[page.tree.nodes[block.node].parent].tag;
        if (page.tree.nodes[block.node].tag == read::HtmlTag::h1 || parent == read::HtmlTag::h1)
            first_level.insert(page.list.slice(block.span));
    }
    bool found = false;
    for (std::size_t i = 0; i < text.list.blocks.size(); ++i) {
        const std::string_view words = text.list.slice(text.list.blocks[i].span);
        if (words == page.title && !found) {
            constexpr float kImportant = 3;
            found = true;
            text.weights[i] *= text.labels[i] > 0 ? 1 : kImportant;
            text.labels[i] = 1;
        } else if (first_level.count(words) != 0 && text.labels[i] < 1) {
            text.weights[i] = 0;
        }
    }
}

TrainingText text_of(const TrainingPage& page, const std::string& copy) {
    TrainingText text;
    text.id = page.id;
    text.headline = page.title;
    text.fold = page.fold;
    text.list = read::read_text(copy);
    return text;
}

}  // namespace

std::vector<TrainingText> texts_of(const std::vector<TrainingPage>& pages) {
    std::vector<TrainingText> texts;
    for (const TrainingPage& page : pages) {
        if (page.text.empty()) continue;
        TrainingText whole = text_of(page, copied(page));
        BlockLabels labelled = label_blocks(page.text, whole.view());
        whole.weights = weights_of(labelled.labels, labelled.words);
        whole.labels = std::move(labelled.labels);
        label_headlines(page, whole);
        texts.push_back(std::move(whole));

        TrainingText article = text_of(page, written_down(page));
        article.is_article = true;
        labelled = label_blocks(page.text, article.view());
        article.labels.assign(article.list.blocks.size(), 1.0F);
        article.weights = weights_of(article.labels, labelled.words);
        texts.push_back(std::move(article));
    }
    return texts;
}

}  // namespace axray::train
