// Counts in how many sentences each stem stands and writes models/word_weights.bin.
//
//     axray_train_word_weights MODELS_FOLDER OUTPUT DATA_FOLDER...
//
// Every distinct source sentence and claim of the folders' *.jsonl[.gz] counts once. MODELS_FOLDER holds wordnet.bin.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <unordered_map>
#include <unordered_set>

#include "base/model_file.hpp"
#include "language/annotator.hpp"
#include "language/words/lexicon.hpp"
#include "program.hpp"
#include "trace/word_weights.hpp"

namespace {

using namespace axray;

constexpr std::uint32_t kLeastSentences = 2;  // a stem seen once weighs as much as one never seen

class StemCounter {
public:
    explicit StemCounter(const language::Lexicon& lexicon) : annotator_(lexicon) {}

    void add(const std::string& sentence) {
        if (!seen_.insert(language::hash_word(sentence)).second) return;
        const Span whole{0, static_cast<std::uint32_t>(sentence.size())};
        const auto text = annotator_.annotate_sentences(sentence, std::span(&whole, 1), workspace_);
        std::vector<std::uint64_t> stems = text.tokens.stem;
        std::sort(stems.begin(), stems.end());
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        for (const std::uint64_t stem : stems) ++sentences_with_[stem];
        ++sentences_;
    }

    // 0 for a stem of every sentence, 1 for one seen in a single sentence.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, float>> weights() const {
        std::vector<std::pair<std::uint64_t, float>> weights;
        const double most = std::log(static_cast<double>(sentences_));
        for (const auto& [stem, count] : sentences_with_) {
            if (count < kLeastSentences || stem == 0) continue;
            weights.emplace_back(stem, static_cast<float>(std::log(static_cast<double>(sentences_) / count) / most));
        }
        return weights;
    }

    [[nodiscard]] std::uint64_t sentences() const { return sentences_; }

private:
    language::Annotator annotator_;
    language::Workspace workspace_;
    std::unordered_set<std::uint64_t> seen_;
    std::unordered_map<std::uint64_t, std::uint32_t> sentences_with_;
    std::uint64_t sentences_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: axray_train_word_weights MODELS_FOLDER OUTPUT DATA_FOLDER...\n";
        return 2;
    }
    const auto lexicon = language::Lexicon::open(std::string(argv[1]) + "/wordnet.bin");
    if (!lexicon) return train::report(lexicon.error());
    StemCounter counter(*lexicon);
    for (int argument = 3; argument < argc; ++argument) {
        const auto items = train::read_items(argv[argument], {});
        if (!items) return train::report(items.error());
        for (const train::Item& item : *items) {
            counter.add(item.request.claim);
            for (const SourceText& source : item.request.sources) {
                for (const std::string& sentence : source.sentences) counter.add(sentence);
            }
        }
    }
    const auto weights = counter.weights();
    const auto written = base::write_model_file(argv[2], trace::kWordWeightsKind, trace::kWordWeightsVersion,
                                                trace::make_word_weights(weights));
    if (!written) return train::report(written.error());
    std::cout << weights.size() << " stems from " << counter.sentences() << " distinct sentences\n";
    return 0;
}
