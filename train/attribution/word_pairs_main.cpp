// Writes what the network over words sees of every labelled claim (labelled claims -> one binary file).
//
//     axray_train_word_pairs MODELS_FOLDER OUTPUT DATA_FOLDER...
//
// OUTPUT gets one record an item, read by train/attribution/word_pairs.py; OUTPUT.ids its name, set and fold as
// tab-separated values. The folds are those of axray_train_judge. Beside the items there are made ones: sentences of
// the sources, as they are and with one thing changed (changed_sentences.hpp), in the fold of the item they are from.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

#include "base/utf8.hpp"
#include "changed_sentences.hpp"
#include "judge/word_pairs.hpp"
#include "prepared.hpp"
#include "program.hpp"

namespace {

using namespace axray;

constexpr std::uint32_t kFolds = 5;

enum RecordFlag : std::uint8_t {
    kTwoLabels = 1 << 0,
    kWeakLabel = 1 << 1,
    kSentencePair = 1 << 2,
    kWordsMarked = 1 << 3,  // it is known which words are wrong
    kMade = 1 << 4,
    kLoose = 1 << 5,
};

template <class Value>
void put(std::ostream& out, Value value) {
    out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

std::vector<Span> bad_bytes(const train::Item& item) {
    std::vector<std::uint32_t> starts;
    for (std::uint32_t byte = 0; byte < item.request.claim.size(); ++byte) {
        if ((static_cast<unsigned char>(item.request.claim[byte]) & 0xC0U) != 0x80U) starts.push_back(byte);
    }
    const auto size = static_cast<std::uint32_t>(item.request.claim.size());
    const auto byte_at = [&](std::uint32_t point) { return point < starts.size() ? starts[point] : size; };
    std::vector<Span> spans;
    for (const Span span : item.bad_spans) spans.push_back({byte_at(span.begin), byte_at(span.end)});
    return spans;
}

std::uint8_t flags_of(const train::Item& item, bool made) {
    unsigned flags = 0;
    if (item.two_labels) flags |= kTwoLabels;
    if (item.weak_label) flags |= kWeakLabel;
    if (item.sentence_pair) flags |= kSentencePair;
    if (item.has_bad_spans && (!item.bad_spans.empty() || item.label == train::Label::supported)) flags |= kWordsMarked;
    if (train::is_loose(item.dataset)) flags |= kLoose;
    if (made) flags |= kMade | kWordsMarked;
    return static_cast<std::uint8_t>(flags);
}

class Writer {
public:
    Writer(const language::Lexicon& lexicon, trace::WordWeights weights, trace::Tracer tracer, const std::string& path)
        : weights_(std::move(weights)),
          tracer_(std::move(tracer)),
          annotator_(lexicon),
          workspace_(lexicon),
          out_(path, std::ios::binary),
          ids_(path + ".ids") {}

    void write(const train::Item& item, bool made) {
        const auto prepared = train::prepare(item, annotator_, language_workspace_);
        const auto traced =
            judge::trace_statement(prepared->statement, prepared->index, weights_, tracer_, {}, workspace_);
        write_record(item, *prepared, traced.pairs, made);
        if (!made && !item.sentence_pair) write_made(item, *prepared);
    }

    [[nodiscard]] bool good() const { return out_.good() && ids_.good(); }

private:
    void write_record(const train::Item& item, const train::Prepared& prepared, const judge::WordPairs& pairs,
                      bool made) {
        const std::uint32_t fold = train::fold_of(item.group, kFolds);
        ids_ << item.id << '\t' << item.dataset << '\t' << fold << '\n';
        put(out_, static_cast<std::uint32_t>(pairs.claim.size()));
        put(out_, static_cast<std::uint32_t>(pairs.evidence.size()));
        put(out_, static_cast<std::uint8_t>(item.label));
        put(out_, flags_of(item, made));
        put(out_, static_cast<std::uint8_t>(fold));
        put(out_, std::uint8_t{0});
        const auto bad = bad_bytes(item);
        for (const auto& word : pairs.claim) put(out_, word.form);
        for (const auto& word : pairs.claim) put(out_, word.weight);
        for (const auto& word : pairs.claim) put(out_, word.bits);
        for (const auto& word : pairs.claim) {
            const Span span = prepared.claim.tokens.span[word.token];
            const bool marked = std::any_of(bad.begin(), bad.end(),
                                            [span](Span one) { return one.begin < span.end && one.end > span.begin; });
            put(out_, static_cast<std::uint8_t>(marked ? 1 : 0));
        }
        for (const auto& word : pairs.evidence) put(out_, word.form);
        for (const auto& word : pairs.evidence) put(out_, word.bits);
        for (const auto& word : pairs.evidence) put(out_, word.sentence);
        out_.write(reinterpret_cast<const char*>(pairs.relations.data()),
                   static_cast<std::streamsize>(pairs.relations.size()));
    }

    void write_made(const train::Item& item, const train::Prepared& prepared) {
        for (auto& made : train::changed_sentences(item, prepared, made_from_)) write(made, true);
    }

    trace::WordWeights weights_;
    trace::Tracer tracer_;
    language::Annotator annotator_;
    language::Workspace language_workspace_;
    judge::Workspace workspace_;
    std::ofstream out_, ids_;
    train::MadeFrom made_from_;
};

int run(std::span<const std::string> arguments) {
    auto items = train::read_folders(arguments.subspan(2), train::sets_not_to_pass_on());
    if (!items) return train::report(items.error());
    train::assign_groups(*items);
    const auto lexicon = language::Lexicon::open(arguments[0] + "/wordnet.bin");
    if (!lexicon) return train::report(lexicon.error());
    auto weights = trace::WordWeights::open(arguments[0] + "/word_weights.bin");
    if (!weights) return train::report(weights.error());
    auto relevance =
        base::BoostedTrees::open(arguments[0] + "/relevance.bin", trace::kRelevanceKind, trace::kRelevanceFeatureCount);
    if (!relevance) return train::report(relevance.error());
    Writer writer(*lexicon, std::move(*weights), trace::Tracer(std::move(*relevance)), arguments[1]);
    for (const train::Item& item : *items) writer.write(item, false);
    if (!writer.good()) return train::report(Error{ErrorCode::unreadable, "cannot be written", {arguments[1]}});
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 3) {
        std::cerr << "usage: axray_train_word_pairs MODELS_FOLDER OUTPUT DATA_FOLDER...\n";
        return 2;
    }
    return run(arguments);
}
