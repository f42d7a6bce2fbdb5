// How long preparing and comparing names takes. Names are invented; run as bin/axray_matching_bench.
#include <array>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "matching/name_match.hpp"
#include "matching/name_preparer.hpp"

namespace {

using namespace axray::matching;

constexpr std::array<std::string_view, 8> kPersons = {
    "Sergey Ivanovich Lodochkin", "LODOCHKIN, Sergei Ivanovich", "Mohammed al-Tamari", "TAMARI, Muhammad",
    "Ivan Petrovich Vetkin",      "VETKINA, Anna Ivanovna",      "Zhou Xiaolan",       "GARCIA LODOS, Maria Fernanda"};
constexpr std::array<std::string_view, 8> kCompanies = {"Vetka Trading Limited Liability Company",
                                                        "OOO VETKA TREID",
                                                        "Joint Stock Company Northern Instrument Plant",
                                                        "AKTSIONERNOE OBSHCHESTVO SEVERNYI PRIBOROSTROITELNYI ZAVOD",
                                                        "Tamar Shipping Co., Ltd.",
                                                        "TAMAR MARITIME S.A.",
                                                        "Lodos Logistics S.A. de C.V.",
                                                        "INSTITUTE OF APPLIED GARDENING"};

void prepare_persons(benchmark::State& state) {
    const auto preparer = NamePreparer::create();
    for (auto round : state) {
        for (const auto name : kPersons) benchmark::DoNotOptimize(preparer->prepare(name, NameKind::person));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kPersons.size()));
}
BENCHMARK(prepare_persons);

void prepare_companies(benchmark::State& state) {
    const auto preparer = NamePreparer::create();
    for (auto round : state) {
        for (const auto name : kCompanies) benchmark::DoNotOptimize(preparer->prepare(name, NameKind::organisation));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCompanies.size()));
}
BENCHMARK(prepare_companies);

template <std::size_t Size>
void compare(benchmark::State& state, const std::array<std::string_view, Size>& names, NameKind kind) {
    const auto preparer = NamePreparer::create();
    const auto matcher = NameMatcher::open(AXRAY_BENCH_MODELS);
    std::vector<PreparedName> prepared;
    prepared.reserve(names.size());
    for (const auto name : names) prepared.push_back(preparer->prepare(name, kind));
    for (auto round : state) {
        for (const auto& query : prepared) {
            for (const auto& listed : prepared) benchmark::DoNotOptimize(matcher->probability(query, listed));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(Size * Size));
}

void compare_persons(benchmark::State& state) { compare(state, kPersons, NameKind::person); }
BENCHMARK(compare_persons);

void compare_companies(benchmark::State& state) { compare(state, kCompanies, NameKind::organisation); }
BENCHMARK(compare_companies);

}  // namespace

BENCHMARK_MAIN();
