// What a run of questions has done and cost so far (events -> VerifierSummary), and what its limits still allow.
//
// Limits hold strictly: what a request may cost at most is set aside before it is sent and given back with its answer.
// Safe from any number of threads. Source: own.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include <axray/second_opinion.hpp>

#include "verify/answer.hpp"
#include "verify/settings.hpp"

namespace axray::verify {

enum class Outcome : std::uint8_t { answered, failed, not_asked };

class Ledger {
public:
    explicit Ledger(const Settings& settings);

    // Sets aside what one request may take. An error says which limit of the run is reached.
    [[nodiscard]] Result<void> take_request(const Usage& most);

    // The end of a request that was taken: what it used, nothing where no answer came.
    enum class Measured : std::uint8_t { told, estimated };
    void settle(const Usage& most, const Usage& used, Measured measured);
    void settle(const Usage& most);

    // A question is answered or failed; too many failures in a row end the asking.
    void count_answer();
    void count_failure();
    [[nodiscard]] bool has_given_up();

    // One claim is done; without a verdict it has failed or was not asked about.
    void count_claim(const SecondOpinion& opinion, Outcome outcome);

    // Said once, however often it happens.
    void note(const std::string& text);

    [[nodiscard]] VerifierSummary summary();

private:
    [[nodiscard]] double cost_of(const Usage& usage) const;

    const Settings& settings_;
    std::mutex mutex_;
    VerifierSummary summary_;
    double spent_ = 0;
    double set_aside_ = 0;
    std::uint32_t failures_in_a_row_ = 0;
    bool given_up_ = false;
};

}  // namespace axray::verify
