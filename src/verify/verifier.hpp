// Asks a configured endpoint for second opinions (claim + sentences -> SecondOpinion).
//
// A question goes through: the cache; the limits of the run; a turn; the request, repeated while it makes sense; the
// reading of the answer. Whatever fails, the claim goes without and says why: nothing here fails a run.
//
//     auto verifier = verify::open_verifier("verifier.json");
//     const auto opinion = verifier->ask({claim, sentences}, ShownSentences::evidence, our_verdict);
//
// Source: own.
#pragma once

#include <memory>
#include <string>

#include <axray/result.hpp>
#include <axray/second_opinion.hpp>

#include "fetch/clock.hpp"
#include "fetch/exchange.hpp"
#include "verify/question.hpp"
#include "verify/settings.hpp"

namespace axray::verify {

class Verifier {
public:
    // `key` is sent with each request and shown nowhere; empty: none is sent.
    Verifier(Settings settings, std::string key, fetch::Transport transport, fetch::Clock clock);
    Verifier(Verifier&&) noexcept;
    Verifier& operator=(Verifier&&) noexcept;
    ~Verifier();

    // Blocks until there is an answer or a reason why there is none. May be called by several threads at once: as many
    // requests are on their way as the settings allow. `ours` is only compared with, never sent.
    [[nodiscard]] SecondOpinion ask(const Question& question, ShownSentences shown, Verdict ours) const;

    // What a claim gets that there is nothing to ask about; it is counted as not asked.
    [[nodiscard]] SecondOpinion leave_out(std::string why) const;

    // Of all questions so far.
    [[nodiscard]] VerifierSummary summary() const;

    [[nodiscard]] const Settings& settings() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Whether both say the same. An endpoint that cannot give our verdict agrees when both call the claim supported or both
// do not.
[[nodiscard]] Agreement agreement_of(const Settings& settings, Verdict ours, Verdict theirs);

// With the settings of a file, the key of the environment, the program that speaks HTTP and the clock of the machine.
// Errors: those of read_settings; invalid_usage when the environment lacks the key.
[[nodiscard]] Result<Verifier> open_verifier(const std::string& settings_path);

}  // namespace axray::verify
