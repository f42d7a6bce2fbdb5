#include "verify/ledger.hpp"

#include <algorithm>

namespace axray::verify {

Ledger::Ledger(const Settings& settings) : settings_(settings) {
    summary_.endpoint = settings.name;
    summary_.model = settings.model;
    if (settings.prices) summary_.currency = settings.prices->currency;
}

double Ledger::cost_of(const Usage& usage) const {
    if (!settings_.prices) return 0;
    constexpr double kMillion = 1e6;
    return (static_cast<double>(usage.input_tokens) * settings_.prices->input +
            static_cast<double>(usage.output_tokens) * settings_.prices->output) /
           kMillion;
}

Result<void> Ledger::take_request(const Usage& most) {
    const std::scoped_lock lock(mutex_);
    if (settings_.most_requests && summary_.requests >= *settings_.most_requests) {
        return fail(ErrorCode::limit_exceeded,
                    "the limit of " + std::to_string(*settings_.most_requests) + " requests of a run is reached");
    }
    if (settings_.most_cost && spent_ + set_aside_ + cost_of(most) > *settings_.most_cost) {
        return fail(ErrorCode::limit_exceeded, "one more request could exceed the cost that a run may have");
    }
    ++summary_.requests;
    set_aside_ += cost_of(most);
    return {};
}

void Ledger::settle(const Usage& most) {
    const std::scoped_lock lock(mutex_);
    set_aside_ = std::max(0.0, set_aside_ - cost_of(most));
}

void Ledger::settle(const Usage& most, const Usage& used, Measured measured) {
    settle(most);
    const std::scoped_lock lock(mutex_);
    spent_ += cost_of(used);
    summary_.input_tokens += used.input_tokens;
    summary_.output_tokens += used.output_tokens;
    if (measured == Measured::estimated) ++summary_.estimated;
}

void Ledger::count_answer() {
    const std::scoped_lock lock(mutex_);
    failures_in_a_row_ = 0;
}

void Ledger::count_failure() {
    const std::scoped_lock lock(mutex_);
    if (++failures_in_a_row_ < settings_.give_up_after || given_up_) return;
    given_up_ = true;
    summary_.notes.push_back("it was not asked any more after " + std::to_string(settings_.give_up_after) +
                             (settings_.give_up_after == 1 ? " failure" : " failures in a row"));
}

bool Ledger::has_given_up() {
    const std::scoped_lock lock(mutex_);
    return given_up_;
}

void Ledger::count_claim(const SecondOpinion& opinion, Outcome outcome) {
    const std::scoped_lock lock(mutex_);
    ++summary_.claims;
    switch (outcome) {
        case Outcome::answered: ++summary_.answered; break;
        case Outcome::failed: ++summary_.failed; break;
        case Outcome::not_asked: ++summary_.not_asked; break;
    }
    if (opinion.cached) ++summary_.cached;
    if (opinion.agreement == Agreement::agrees) ++summary_.agreements;
    if (opinion.agreement == Agreement::disagrees) ++summary_.disagreements;
}

void Ledger::note(const std::string& text) {
    const std::scoped_lock lock(mutex_);
    auto& notes = summary_.notes;
    if (std::find(notes.begin(), notes.end(), text) == notes.end()) notes.push_back(text);
}

VerifierSummary Ledger::summary() {
    const std::scoped_lock lock(mutex_);
    VerifierSummary summary = summary_;
    if (settings_.prices) summary.cost = spent_;
    return summary;
}

}  // namespace axray::verify
