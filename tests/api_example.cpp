// The public API in one program: read an article and its sources, check every claim, and say what was found.
//
// What the types promise stands in include/axray; the test `api_example` builds and runs it.
#include <iostream>
#include <string_view>

#include <axray/engine.hpp>

namespace {

constexpr std::string_view kArticle =
    "Harbour office closes pier\n\n"
    "The harbour office closed the northern pier on Monday after a crane fell into the water, and nine workers were "
    "hurt.\n";

constexpr std::string_view kReport =
    "The harbour office closed the northern pier on Monday after a crane fell into the water.\n\n"
    "Four workers were hurt, the office said. A ship brought the wounded to Elm Bay.\n";

void print(const axray::CheckReport& report, const axray::CheckedClaim& checked) {
    std::cout << axray::to_string(checked.verdict) << " (" << checked.probability << "): " << checked.claim.text
              << "\n";
    for (const auto& evidence : checked.evidence) {
        const auto& source = *report.sources[evidence.place.source];
        std::cout << "    " << source.id << ": " << source.slice(evidence.place.span) << "\n";
    }
    for (const auto& flag : checked.flags) std::cout << "    " << flag.explanation << "\n";
}

}  // namespace

int main() {
    // An engine loads its models once; it may be used from any number of threads at the same time.
    const auto engine = axray::Engine::open({});
    if (!engine) {
        std::cerr << engine.error().to_string() << "\n";
        return axray::exit_status(engine.error().code);
    }

    // Bytes of any file become a Document; what cannot be read is an Error and no exception.
    axray::ReadOptions options;
    options.id = "article.txt";
    const auto article = engine->read(kArticle, options);
    options.id = "report.txt";
    const auto source = engine->read(kReport, options);
    if (!article || !source) return 1;

    const auto report = engine->check(*article, {*source});
    if (!report) {
        std::cerr << report.error().to_string() << "\n";
        return axray::exit_status(report.error().code);
    }
    for (const auto& checked : report->claims) print(*report, checked);
    for (const auto& omission : report->omissions) {
        std::cout << "left out: " << report->sources[omission.place.source]->slice(omission.place.span) << "\n";
    }

    // One claim against sentences, without documents.
    axray::ClaimRequest request;
    request.claim = "Four workers were hurt.";
    request.sources.push_back({"report", {"The pier was closed.", "Four workers were hurt, the office said."}, ""});
    const auto answer = engine->check_claim(request);
    if (!answer) return 1;
    std::cout << request.claim << " " << axray::to_string(answer->verdict) << "\n";
    return answer->verdict == axray::Verdict::supported ? 0 : 1;
}
