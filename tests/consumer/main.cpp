// A program that uses the installed library: checks one sentence against another.
#include <iostream>

#include <axray/engine.hpp>

int main() {
    const auto engine = axray::Engine::open({});
    if (!engine) {
        std::cerr << engine.error().to_string() << "\n";
        return 1;
    }
    const auto article = engine->read("Seven men were charged in March.", {.id = "article"});
    const auto source = engine->read("Prosecutors said that seven men were charged in March.", {.id = "source"});
    if (!article || !source) return 2;
    const auto report = engine->check(*article, {*source});
    if (!report || report->claims.size() != 1) return 3;
    std::cout << article->text << ": " << axray::to_string(report->claims[0].verdict) << "\n";
    return report->claims[0].verdict == axray::Verdict::supported ? 0 : 4;
}
