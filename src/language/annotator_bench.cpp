// Tokens a second of all annotations together, one thread. The text is sentence_cases.txt over and over: short
// sentences full of what is hard, so that the rules have more to do than in ordinary text. AXRAY_BENCH_TEXT names
// another file.
#include "language/annotator.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

namespace axray::language {
namespace {

std::string bench_text(std::size_t bytes) {
    const char* named = std::getenv("AXRAY_BENCH_TEXT");
    std::ifstream file(named != nullptr ? named : AXRAY_BENCH_CASES);
    const std::string read{std::istreambuf_iterator<char>(file), {}};
    if (read.empty()) {
        std::fprintf(stderr, "annotator_bench: no text to read\n");
        std::exit(3);
    }
    std::string text;
    while (text.size() < bytes) text += read;
    text.resize(bytes);
    return text;
}

// The lexicon is mapped once; what is measured is annotation.
const Lexicon& lexicon() {
    static const Lexicon mapped = [] {
        auto opened = Lexicon::open(AXRAY_BENCH_LEXICON);
        if (opened) return std::move(*opened);
        std::fprintf(stderr, "annotator_bench: %s\n", opened.error().to_string().c_str());
        std::exit(3);
    }();
    return mapped;
}

void annotate(benchmark::State& state) {
    const std::string text = bench_text(static_cast<std::size_t>(state.range(0)));
    const Annotator annotator(lexicon());
    Workspace workspace;
    std::int64_t tokens = 0;
    for (auto _ : state) {
        const AnnotatedText annotated = annotator.annotate_text(text, workspace);
        tokens += annotated.tokens.size();
        benchmark::DoNotOptimize(annotated.tokens.form.data());
    }
    state.SetItemsProcessed(tokens);
}
BENCHMARK(annotate)->Arg(7000)->Arg(1000000)->Unit(benchmark::kMicrosecond);

// A workspace that knows no word yet: the first text of a run.
void annotate_with_fresh_workspace(benchmark::State& state) {
    const std::string text = bench_text(7000);
    const Annotator annotator(lexicon());
    std::int64_t tokens = 0;
    for (auto _ : state) {
        Workspace workspace;
        tokens += annotator.annotate_text(text, workspace).tokens.size();
    }
    state.SetItemsProcessed(tokens);
}
BENCHMARK(annotate_with_fresh_workspace)->Unit(benchmark::kMicrosecond);

void make_annotator(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Annotator(lexicon()));
}
BENCHMARK(make_annotator)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace axray::language

BENCHMARK_MAIN();
