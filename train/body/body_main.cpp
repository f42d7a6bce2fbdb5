// Trains the choice of a page's text and says what it finds on sites it was not trained on.
//
//   axray_train_body DATA_FOLDER MODELS_FOLDER [HELD_OUT]
//
// DATA_FOLDER has the layout of the extraction data (gold.jsonl, html/). Writes body_words.bin, body_first.bin and
// body_second.bin; HELD_OUT, when given, gets the text of every page as a model gives it that has seen no page of its
// site, one JSON object a line, for the score.py of the data.
#include <cmath>
#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "../attribution/booster.hpp"
#include "base/boosted_trees.hpp"
#include "base/model_file.hpp"
#include "count_words.hpp"
#include "pages.hpp"
#include "read/body/body_features.hpp"

namespace {

using namespace axray;
using train::Booster;
using train::Rows;
using train::TrainingPage;

constexpr int kFolds = 5;
constexpr int kAll = -1;
// A foreign paragraph misleads more than a missing one: what is kept is likelier than this, and the models are shifted
// so that the cut lies at one half.
constexpr double kCut = 0.6;

train::BoosterOptions options() {
    train::BoosterOptions chosen;
    chosen.rounds = 200;
    chosen.depth = 6;
    chosen.learning_rate = 0.06;
    chosen.row_share = 0.7;
    chosen.column_share = 0.4;
    chosen.least_child_weight = 2.5;
    chosen.leaf_penalty = 2;
    return chosen;
}

struct PageRows {
    read::PageSigns signs;
    read::FeatureRows first;
    read::FeatureRows second;
    std::vector<float> chances;
};

float probability(float margin) { return 1.0F / (1.0F + std::exp(-margin)); }

// Weights have mean one over the pages, so that the options mean the same for any amount of data.
double mean_weight(const std::vector<TrainingPage>& pages) {
    double sum = 0;
    double count = 0;
    for (const TrainingPage& page : pages) {
        for (const float weight : page.weights) sum += weight;
        count += static_cast<double>(page.weights.size());
    }
    return sum / count;
}

using Pass = read::FeatureRows PageRows::*;

class Training {
public:
    explicit Training(const std::vector<TrainingPage>& pages) : pages_(pages), mean_weight_(mean_weight(pages)) {
        std::vector<train::WordTables> tables;
        for (int fold = 0; fold < kFolds; ++fold) tables.push_back(train::count_words(pages, fold));
        for (const TrainingPage& page : pages) {
            const auto& table = tables[static_cast<std::size_t>(page.fold)];
            PageRows rows;
            rows.signs = read::signs_of_page(page.tree, page.view(), table.scores());
            rows.first = read::first_pass_features(page.tree, page.view(), rows.signs);
            rows_.push_back(std::move(rows));
        }
    }

    Booster grow(Pass pass, int left_out) const {
        Rows rows;
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            if (pages_[page].fold != left_out) append(page, pass, rows);
        }
        return Booster(rows, options());
    }

    // What a model gives that was grown without the page's fold.
    void predict(Pass pass) {
        for (int fold = 0; fold < kFolds; ++fold) {
            const Booster booster = grow(pass, fold);
            for (std::size_t page = 0; page < pages_.size(); ++page) {
                if (pages_[page].fold != fold) continue;
                Rows rows;
                append(page, pass, rows);
                rows_[page].chances.clear();
                if (rows.size() == 0) continue;
                for (const float margin : booster.margins(rows)) rows_[page].chances.push_back(probability(margin));
            }
        }
    }

    void add_second_pass() {
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            PageRows& rows = rows_[page];
            rows.second = read::second_pass_features(pages_[page].tree, pages_[page].view(), rows.signs, rows.first,
                                                     rows.chances);
        }
    }

    // The chances of the last pass, one vector a page.
    const std::vector<float>& chances(std::size_t page) const { return rows_[page].chances; }

private:
    void append(std::size_t page, Pass pass, Rows& rows) const {
        const read::FeatureRows& features = rows_[page].*pass;
        for (std::size_t i = 0; i < pages_[page].labels.size(); ++i)
            rows.add(features.row(i), pages_[page].labels[i],
                     static_cast<float>(pages_[page].weights[i] / mean_weight_));
    }

    const std::vector<TrainingPage>& pages_;
    double mean_weight_;
    std::vector<PageRows> rows_;
};

void print_agreement(const std::vector<TrainingPage>& pages, const Training& training, const char* name) {
    double right = 0;
    double all = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (std::size_t i = 0; i < pages[page].labels.size(); ++i) {
            const bool kept = training.chances(page)[i] >= kCut;
            all += pages[page].weights[i];
            right += kept == (pages[page].labels[i] > 0) ? pages[page].weights[i] : 0;
        }
    }
    std::cout << name << ": " << right / all << " of the weight of blocks chosen right, held out by site\n";
}

bool write_held_out(const std::vector<TrainingPage>& pages, const Training& training, const std::string& path) {
    std::ofstream out(path);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::string text;
        const read::BlockList& list = pages[page].list;
        for (std::size_t i = 0; i < list.blocks.size(); ++i) {
            const read::RawBlock& block = list.blocks[i];
            if (block.cut || block.kind == BlockKind::caption || training.chances(page)[i] < kCut) continue;
            text += std::string(list.slice(block.span)) + "\n";
        }
        out << nlohmann::json{{"id", pages[page].id}, {"text", text}}.dump() << '\n';
    }
    return static_cast<bool>(out.flush());
}

int stop(const Error& error) {
    std::cerr << "axray_train_body: " << error.to_string() << '\n';
    return exit_status(error.code);
}

int run(const std::string& data, const std::string& models, const std::string& held_out) {
    const auto pages = train::read_training_pages(data, kFolds);
    if (!pages) return stop(pages.error());
    std::size_t blocks = 0;
    for (const TrainingPage& page : *pages) blocks += page.labels.size();
    std::cout << pages->size() << " pages, " << blocks << " blocks\n";

    const train::WordTables words = train::count_words(*pages, kAll);
    std::cout << words.text.size() << " words of text, " << words.names.size() << " words of names\n";
    Training training(*pages);
    const std::string first = training.grow(&PageRows::first, kAll).payload(read::kFirstPassColumns, 0);
    training.predict(&PageRows::first);
    print_agreement(*pages, training, "first pass");
    training.add_second_pass();
    const auto shift = static_cast<float>(-std::log(kCut / (1 - kCut)));
    const std::string second = training.grow(&PageRows::second, kAll).payload(read::kSecondPassColumns, shift);
    training.predict(&PageRows::second);
    print_agreement(*pages, training, "second pass");

    const auto write = [&](const char* name, std::string_view kind, std::uint32_t version, const std::string& payload) {
        return base::write_model_file(models + "/" + name, kind, version, payload);
    };
    for (const auto& written : {write("body_words.bin", read::kWordScoresKind, read::kWordScoresVersion,
                                      read::make_word_scores(words.text, words.names)),
                                write("body_first.bin", read::kBodyTreesKind, base::kBoostedTreesVersion, first),
                                write("body_second.bin", read::kBodyTreesKind, base::kBoostedTreesVersion, second)}) {
        if (!written) return stop(written.error());
    }
    if (!held_out.empty() && !write_held_out(*pages, training, held_out))
        return stop({ErrorCode::unwritable, held_out + " cannot be written", {}});
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4) {
        std::cerr << "usage: axray_train_body DATA_FOLDER MODELS_FOLDER [HELD_OUT]\n";
        return 2;
    }
    return run(argv[1], argv[2], argc == 4 ? argv[3] : "");
}
