// Trains the choice of a page's and of a plain text's blocks, and says what it finds on sites it was not trained on.
//
//   axray_train_body DATA_FOLDER MODELS_FOLDER [HELD_OUT_FOLDER]
//
// DATA_FOLDER has the layout of the extraction data (gold.jsonl, html/). Writes body_words.bin, body_first.bin,
// body_second.bin, text_first.bin and text_second.bin. HELD_OUT_FOLDER, when given, gets pages.jsonl and texts.jsonl:
// the text of every page as models give it that have seen no page of its site, for the score.py of the data.
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/boosted_trees.hpp"
#include "base/model_file.hpp"
#include "count_words.hpp"
#include "pages.hpp"
#include "read/body/body_features.hpp"
#include "read/body/text_features.hpp"
#include "stacked_training.hpp"
#include "text_pages.hpp"

namespace {

using namespace axray;
using train::Payloads;
using train::Stacked;
using train::TrainingPage;
using train::TrainingText;

// A foreign paragraph misleads more than a missing one, so what a page keeps is likelier than this. Of a plain text,
// which may be nothing but an article, only what is almost surely furniture is set aside.
constexpr double kPageCut = 0.6;
constexpr double kTextCut = 0.05;

std::vector<train::WordTables> count_tables(const std::vector<TrainingPage>& pages) {
    std::vector<train::WordTables> tables;
    tables.reserve(train::kFolds);
    for (int fold = 0; fold < train::kFolds; ++fold) tables.push_back(train::count_words(pages, fold));
    return tables;
}

class PageTraining {
public:
    explicit PageTraining(const std::vector<TrainingPage>& pages) {
        const auto tables = count_tables(pages);
        for (const TrainingPage& page : pages) {
            const auto& table = tables[static_cast<std::size_t>(page.fold)];
            signs_.push_back(read::signs_of_page(page.tree, page.view(), table.scores()));
            first_.push_back(read::first_pass_features(page.tree, page.view(), signs_.back()));
        }
    }

    Stacked train(const std::vector<TrainingPage>& pages, Payloads payloads) const {
        std::vector<train::Example> examples;
        for (std::size_t i = 0; i < pages.size(); ++i)
            examples.push_back({pages[i].fold, pages[i].labels, pages[i].weights, first_[i]});
        const auto second = [&](std::size_t page, const std::vector<float>& chances) {
            return read::second_pass_features(pages[page].tree, pages[page].view(), signs_[page], first_[page],
                                              chances);
        };
        return train::train_stacked(examples, second, kPageCut, payloads);
    }

private:
    std::vector<read::PageSigns> signs_;
    std::vector<read::FeatureRows> first_;
};

Stacked train_texts(const std::vector<TrainingText>& texts, const std::vector<TrainingPage>& pages) {
    const auto tables = count_tables(pages);
    std::vector<std::vector<read::BlockSigns>> signs;
    std::vector<train::Example> examples;
    for (const TrainingText& text : texts) {
        signs.push_back(read::signs_of_text(text.view(), tables[static_cast<std::size_t>(text.fold)].scores()));
        examples.push_back(
            {text.fold, text.labels, text.weights, read::text_first_features(text.view(), signs.back())});
    }
    const auto second = [&](std::size_t text, const std::vector<float>& chances) {
        return read::text_second_features(texts[text].view(), signs[text], examples[text].first, chances);
    };
    Stacked stacked = train::train_stacked(examples, second, kTextCut, Payloads::both);
    for (std::size_t i = 0; i < texts.size(); ++i)
        stacked.second[i] = read::even_in_lists(texts[i].view(), stacked.second[i]);
    return stacked;
}

// The headline is left out, as in the texts that people wrote down.
std::string kept_text(const read::BlockView& list, const std::vector<float>& chances, double cut,
                      std::string_view headline = {}) {
    std::string text;
    for (std::size_t i = 0; i < list.blocks.size(); ++i) {
        const read::RawBlock& block = list.blocks[i];
        if (list.slice(block.span) == headline) continue;
        if (!block.cut && block.kind != BlockKind::caption && chances[i] >= cut)
            text += std::string(list.slice(block.span)) + "\n";
    }
    return text;
}

// How much of articles that are nothing but text is kept.
double kept_of_articles(const std::vector<TrainingText>& texts, const Stacked& stacked) {
    double kept = 0;
    double all = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].is_article) continue;
        const auto& blocks = texts[i].list.blocks;
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            all += blocks[block].span.size();
            kept += stacked.second[i][block] >= kTextCut ? blocks[block].span.size() : 0;
        }
    }
    return kept / all;
}

class Writer {
public:
    explicit Writer(std::string folder) : folder_(std::move(folder)) {}

    void model(const char* name, std::string_view kind, std::uint32_t version, const std::string& payload) {
        const auto written = base::write_model_file(folder_ + "/" + name, kind, version, payload);
        if (!written && error_.message.empty()) error_ = written.error();
    }
    [[nodiscard]] const Error& error() const { return error_; }

private:
    std::string folder_;
    Error error_;
};

void write_line(std::ostream& out, const std::string& id, const std::string& text) {
    out << nlohmann::json{{"id", id}, {"text", text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
        << '\n';
}

int stop(const Error& error) {
    std::cerr << "axray_train_body: " << error.to_string() << '\n';
    return exit_status(error.code);
}

int run(const std::string& data, const std::string& models, const std::string& held_out) {
    auto pages = train::read_training_pages(data, train::kFolds);
    if (!pages) return stop(pages.error());
    const train::WordTables words = train::count_words(*pages, -1);
    std::cout << pages->size() << " pages; " << words.text.size() << " words of text and " << words.names.size()
              << " of names seen on several sites\n";

    const PageTraining training(*pages);
    const std::vector<TrainingText> texts = train::texts_of(*pages);
    const Stacked teacher = training.train(*pages, Payloads::none);
    const Stacked of_texts = train_texts(texts, *pages);
    for (std::size_t i = 0; i < pages->size(); ++i) {
        if ((*pages)[i].labels.empty()) train::label_by_chances((*pages)[i], teacher.second[i]);
    }
    const Stacked of_pages = training.train(*pages, Payloads::both);
    std::cout << "of plain texts that are nothing but an article, " << kept_of_articles(texts, of_texts)
              << " is kept, held out by site\n";

    Writer writer(models);
    writer.model("body_words.bin", read::kWordScoresKind, read::kWordScoresVersion,
                 read::make_word_scores(words.text, words.names));
    writer.model("body_first.bin", read::kBodyTreesKind, base::kBoostedTreesVersion, of_pages.first_payload);
    writer.model("body_second.bin", read::kBodyTreesKind, base::kBoostedTreesVersion, of_pages.second_payload);
    writer.model("text_first.bin", read::kTextTreesKind, base::kBoostedTreesVersion, of_texts.first_payload);
    writer.model("text_second.bin", read::kTextTreesKind, base::kBoostedTreesVersion, of_texts.second_payload);
    if (!writer.error().message.empty()) return stop(writer.error());
    if (held_out.empty()) return 0;

    std::ofstream page_lines(held_out + "/pages.jsonl");
    for (std::size_t i = 0; i < pages->size(); ++i)
        write_line(page_lines, (*pages)[i].id, kept_text((*pages)[i].view(), of_pages.second[i], kPageCut));
    std::ofstream text_lines(held_out + "/texts.jsonl");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].is_article)
            write_line(text_lines, texts[i].id,
                       kept_text(texts[i].view(), of_texts.second[i], kTextCut, texts[i].headline));
    }
    if (!page_lines.flush() || !text_lines.flush())
        return stop({ErrorCode::unwritable, held_out + " cannot be written", {}});
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4) {
        std::cerr << "usage: axray_train_body DATA_FOLDER MODELS_FOLDER [HELD_OUT_FOLDER]\n";
        return 2;
    }
    return run(argv[1], argv[2], argc == 4 ? argv[3] : "");
}
