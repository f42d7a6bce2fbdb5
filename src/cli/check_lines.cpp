// `axray check --jsonl`: one claim with its sources a line, one answer a line, in the same order.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <axray/engine.hpp>

#include "base/ordered_lines.hpp"
#include "base/output.hpp"
#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/line_input.hpp"
#include "report/bulk_json.hpp"
#include "report/opinion_words.hpp"
#include "verify/report_opinions.hpp"
#include "verify/verifier.hpp"

namespace axray::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What can become of a line; the first four are the verdicts.
enum LineOutcome : std::size_t { kUnusable = 4, kBlank = 5 };
static_assert(kBlank < base::kLineOutcomes);

class LineChecker {
public:
    // `verifier` may be nullptr: nobody is asked.
    LineChecker(const Engine& engine, report::AnswerDetail detail, const verify::Verifier* verifier)
        : engine_(engine), detail_(detail), verifier_(verifier) {
        if (detail == report::AnswerDetail::full) options_.parts = AnswerParts::all;
        if (verifier != nullptr) options_.texts = EvidenceTexts::given;
    }

    base::LineAnswer answer(const base::InputLine& line) {
        if (line.state == base::LineState::too_long) {
            const Error error{ErrorCode::limit_exceeded, "the line is longer than the limit of 64 MiB", {}};
            return {report::write_line_error({}, error, line.number), kUnusable};
        }
        auto text = line.text;
        if (line.number == 1 && text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
            text.remove_prefix(kByteOrderMark.size());
        }
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) return {{}, kBlank};
        const auto request = parser_.parse(text);
        if (!request.claim) {
            return {report::write_line_error(request.id_json, request.claim.error(), line.number), kUnusable};
        }
        auto answer = engine_.check_claim(*request.claim, options_);
        if (!answer) return {report::write_line_error(request.id_json, answer.error(), line.number), kUnusable};
        if (verifier_ != nullptr)
            answer->second_opinion = verify::opinion_on(request.claim->claim, *answer, *verifier_);
        return {report::write_claim_answer(request.id_json, *answer, detail_),
                static_cast<std::size_t>(answer->verdict)};
    }

private:
    const Engine& engine_;
    report::AnswerDetail detail_;
    const verify::Verifier* verifier_;
    ClaimOptions options_;
    report::ClaimRequestParser parser_;
};

void say_summary(const base::LinesSummary& summary) {
    std::uint64_t claims = 0;
    std::string parts;
    for (const auto verdict :
         {Verdict::supported, Verdict::partly_supported, Verdict::contradicted, Verdict::not_found}) {
        const auto count = summary.outcomes[static_cast<std::size_t>(verdict)];
        claims += count;
        parts += ", " + std::to_string(count) + " " + std::string(to_string(verdict));
    }
    std::replace(parts.begin(), parts.end(), '_', ' ');
    say(std::to_string(claims) + (claims == 1 ? " claim" : " claims") + parts);
}

// What became of the second opinions; with --quiet only when something is wrong.
void say_verifier(const VerifierSummary& summary, const CheckArguments& arguments) {
    if (!arguments.quiet || summary.failed > 0 || !summary.notes.empty()) say(report::words_for(summary));
}

}  // namespace

int check_lines(const CheckArguments& arguments) {
    const auto engine = Engine::open(engine_options(arguments.registers));
    if (!engine) return refuse(engine.error());
    std::optional<verify::Verifier> verifier;
    if (!arguments.verifier.empty()) {
        auto opened = verify::open_verifier(arguments.verifier);
        if (!opened) return refuse(opened.error());
        verifier = *std::move(opened);
    }
    const auto input = LineInput::open(*arguments.lines);
    if (!input) return refuse(input.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());

    base::OrderedLinesOptions options;
    options.threads = arguments.threads > 0 ? arguments.threads : std::max(1u, std::thread::hardware_concurrency());
    if (verifier) {  // threads mostly wait for the endpoint
        if (arguments.threads == 0) options.threads = std::max(options.threads, verifier->settings().parallel_requests);
        options.lines_at_once = 1;
    }
    const auto detail = arguments.ranking ? report::AnswerDetail::full : report::AnswerDetail::brief;
    const auto make_worker = [&]() -> base::LineWorker {
        auto checker = std::make_shared<LineChecker>(*engine, detail, verifier ? &*verifier : nullptr);
        return [checker](const base::InputLine& line) { return checker->answer(line); };
    };
    const auto sink = [&](std::string_view bytes) { return output->write(bytes); };
    const auto summary = base::process_lines(input->descriptor(), input->name(), make_worker, sink, options);
    if (!summary) return refuse(summary.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());

    if (!arguments.quiet) say_summary(*summary);
    if (verifier) say_verifier(verifier->summary(), arguments);
    const auto unusable = summary->outcomes[kUnusable];
    if (unusable > 0) {
        say(std::to_string(unusable) + (unusable == 1 ? " line" : " lines") + " of " + input->name() +
            " could not be used; the answers say which and why");
    }
    const bool met = std::any_of(arguments.fail_on.begin(), arguments.fail_on.end(), [&](Verdict verdict) {
        return summary->outcomes[static_cast<std::size_t>(verdict)] > 0;
    });
    return met ? kVerdictMet : kDone;
}

}  // namespace axray::cli
