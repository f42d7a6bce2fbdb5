// Tokens a second of each annotator and of all together, on one thread, and ICU's break iterators on the same text.
//
//     axray_language_bench [--benchmark_filter=...]
//
// "words" is what word lists and rules tell, "all" adds the sentence models; the number is the size of the text in
// kilobytes. "layer/..." is the time that one annotator has of "all". The text is sentence_cases.txt over and over,
// short sentences full of what is hard; AXRAY_BENCH_TEXT names another file.
#include "language/annotator.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "language/speech/speech_model.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/workspace_state.hpp"

namespace axray::language {
namespace {

constexpr std::int64_t kKilobyte = 1000;

// Cut at the end of a paragraph or line, so that no word is divided.
std::string bench_text(std::int64_t kilobytes) {
    const auto bytes = static_cast<std::size_t>(kilobytes * kKilobyte);
    const char* named = std::getenv("AXRAY_BENCH_TEXT");
    std::ifstream file(named != nullptr ? named : AXRAY_BENCH_CASES);
    const std::string read{std::istreambuf_iterator<char>(file), {}};
    if (read.empty()) {
        std::fprintf(stderr, "annotator_bench: no text to read\n");
        std::exit(3);
    }
    std::string text;
    while (text.size() < bytes) text += read;
    const auto end = text.find('\n', bytes);
    if (end != std::string::npos) text.resize(end);
    return text;
}

template <class Model>
Model opened(Result<Model> model) {
    if (model) return *std::move(model);
    std::fprintf(stderr, "annotator_bench: %s\n", model.error().to_string().c_str());
    std::exit(3);
}

// The models are mapped once; what is measured is annotation.
const Lexicon& lexicon() {
    static const Lexicon mapped = opened(Lexicon::open(AXRAY_BENCH_MODELS "/wordnet.bin"));
    return mapped;
}

const Annotator& annotator() {
    static const Annotator made = [] {
        Annotator annotator(lexicon());
        annotator.use_sentence_models(
            std::make_shared<const SentenceModels>(opened(SentenceModels::open(AXRAY_BENCH_MODELS, lexicon()))));
        annotator.use_speech_model(
            std::make_shared<const SpeechModel>(opened(SpeechModel::open(AXRAY_BENCH_MODELS "/speech.bin"))));
        return annotator;
    }();
    return made;
}

constexpr Setting kWords{Layers::words, {{2024, 3, 26}, -1}};
constexpr Setting kAll{Layers::all, {{2024, 3, 26}, -1}};

void annotate(benchmark::State& state, const Setting& setting) {
    const std::string text = bench_text(state.range(0));
    Workspace workspace;
    std::int64_t tokens = 0;
    for (auto round : state) {
        const AnnotatedText annotated = annotator().annotate_text(text, workspace, setting);
        tokens += annotated.tokens.size();
        benchmark::DoNotOptimize(annotated.tokens.form.data());
    }
    state.SetItemsProcessed(tokens);
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void words(benchmark::State& state) { annotate(state, kWords); }
void all(benchmark::State& state) { annotate(state, kAll); }

// Seconds that the processor has spent on this thread: other programs do not count.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Counts the time of one layer alone, out of that of all.
void layer(benchmark::State& state, std::string_view name) {
    const std::string text = bench_text(state.range(0));
    Workspace workspace;
    double before = 0;
    double spent = 0;
    workspace.state().after_layer = [&](std::string_view done) {
        const double now = processor_seconds();
        if (done == name) spent += now - before;
        before = now;
    };
    std::int64_t tokens = 0;
    for (auto round : state) {
        spent = 0;
        before = processor_seconds();
        tokens += annotator().annotate_text(text, workspace, kAll).tokens.size();
        state.SetIterationTime(spent);
    }
    state.SetItemsProcessed(tokens);
}

// A workspace that knows no word yet: the first text of a run.
void fresh_workspace(benchmark::State& state) {
    const std::string text = bench_text(state.range(0));
    std::int64_t tokens = 0;
    for (auto round : state) {
        Workspace workspace;
        tokens += annotator().annotate_text(text, workspace, kWords).tokens.size();
    }
    state.SetItemsProcessed(tokens);
}

void make_annotator(benchmark::State& state) {
    for (auto round : state) benchmark::DoNotOptimize(Annotator(lexicon()));
}

// The peer of segmentation: borders of words and sentences by ICU, without looking anything up.
void icu_borders(benchmark::State& state) {
    const std::string text = bench_text(state.range(0));
    UErrorCode fault = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> word(icu::BreakIterator::createWordInstance("en", fault));
    const std::unique_ptr<icu::BreakIterator> sentence(icu::BreakIterator::createSentenceInstance("en", fault));
    std::int64_t borders = 0;
    for (auto round : state) {
        UText* opened = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &fault);
        for (auto* breaks : {word.get(), sentence.get()}) {
            breaks->setText(opened, fault);
            while (breaks->next() != icu::BreakIterator::DONE) ++borders;
        }
        utext_close(opened);
    }
    if (U_FAILURE(fault)) state.SkipWithError("ICU has no break iterators");
    benchmark::DoNotOptimize(borders);
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

BENCHMARK(words)->Arg(7)->Arg(1000)->Arg(8000)->Unit(benchmark::kMillisecond);
BENCHMARK(all)->Arg(7)->Arg(1000)->Arg(8000)->Unit(benchmark::kMillisecond);
BENCHMARK(icu_borders)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(fresh_workspace)->Arg(7)->Unit(benchmark::kMicrosecond);
BENCHMARK(make_annotator)->Unit(benchmark::kMicrosecond);

// The names are those that the Annotator gives to its layers.
const bool kRegistered = [] {
    for (const char* name : {"segments", "sentence models", "names", "quantities", "dates", "certainty", "speech"}) {
        benchmark::RegisterBenchmark((std::string("layer/") + name).c_str(),
                                     [name](benchmark::State& state) { layer(state, name); })
            ->Arg(1000)
            ->UseManualTime()
            ->Iterations(3)
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
}  // namespace axray::language

BENCHMARK_MAIN();
