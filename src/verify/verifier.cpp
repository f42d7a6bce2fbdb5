#include "verify/verifier.hpp"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <semaphore>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "fetch/fetcher.hpp"
#include "fetch/helper.hpp"
#include "verify/answer.hpp"
#include "verify/failures.hpp"
#include "verify/ledger.hpp"
#include "verify/opinion_cache.hpp"
#include "verify/pace.hpp"

namespace axray::verify {
namespace {

constexpr std::uint64_t kLargestReply = 1ull << 20U;    // bytes
constexpr std::uint64_t kLargestHeader = 64ull << 10U;  // bytes
constexpr std::uint64_t kBytesOfToken = 4;              // where an endpoint does not count them itself
constexpr std::ptrdiff_t kMostParallel = 1024;

// Every place of `secret` in `text` made unreadable.
std::string without(std::string text, const std::string& secret) {
    if (secret.empty()) return text;
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
        text.replace(at, secret.size(), "[key]");
    }
    return text;
}

// What one question led to.
struct Outcomes {
    std::optional<Opinion> opinion;
    bool cached = false;
    Outcome outcome = Outcome::failed;
    std::string error;
};

Outcomes unasked(std::string why) { return {{}, false, Outcome::not_asked, "not asked: " + std::move(why)}; }
Outcomes failed(std::string why) { return {{}, false, Outcome::failed, std::move(why)}; }

}  // namespace

struct Verifier::State {
    State(Settings chosen, std::string secret, fetch::Transport how, fetch::Clock time)
        : settings(std::move(chosen)),
          key(std::move(secret)),
          transport(std::move(how)),
          clock(std::move(time)),
          cache(settings.cache_folder),
          pace(settings.requests_per_second, clock),
          ledger(settings),
          on_their_way(static_cast<std::ptrdiff_t>(settings.parallel_requests)) {}

    [[nodiscard]] Outcomes answer(const Question& question);
    [[nodiscard]] Outcomes answer_from_endpoint(const Question& question, const std::string& digest);
    [[nodiscard]] Outcomes read_reply(const fetch::HttpAnswer& reply);
    [[nodiscard]] Outcomes ask_until_answered(const fetch::HttpRequest& request, const std::string& digest);
    [[nodiscard]] Result<fetch::HttpAnswer> exchange(const fetch::HttpRequest& request);
    [[nodiscard]] fetch::HttpRequest request_for(const Question& question) const;
    [[nodiscard]] bool asked_before(const std::string& digest);

    const Settings settings;
    const std::string key;
    const fetch::Transport transport;
    const fetch::Clock clock;
    const OpinionCache cache;
    Pace pace;
    Ledger ledger;
    std::counting_semaphore<kMostParallel> on_their_way;
    std::mutex mutex;
    std::unordered_set<std::string> asked;  // digests that this run has put to the endpoint
};

fetch::HttpRequest Verifier::State::request_for(const Question& question) const {
    fetch::HttpRequest request;
    request.address = settings.address.text();
    request.headers = {
        {"User-Agent", fetch::user_agent()}, {"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (!key.empty()) request.headers.push_back({"Authorization", "Bearer " + key});
    request.body = request_body(settings, question);
    request.peers = fetch::Peers::any;
    request.wanted = fetch::Wanted::reply;
    request.size_limit = kLargestReply;
    request.header_limit = kLargestHeader;
    request.connect_limit = request.stall_limit = request.whole_limit = settings.timeout;
    return request;
}

Result<fetch::HttpAnswer> Verifier::State::exchange(const fetch::HttpRequest& request) {
    pace.wait_for_turn();
    on_their_way.acquire();
    auto reply = transport(request);
    on_their_way.release();
    return reply;
}

Outcomes Verifier::State::read_reply(const fetch::HttpAnswer& reply) {
    auto opinion =
        settings.kind == Kind::chat ? parse_chat_reply(reply.body) : parse_label_reply(reply.body, settings.labels);
    if (!opinion) return failed(without(opinion.error().message, key));
    opinion->reason = without(std::move(opinion->reason), key);
    return {*std::move(opinion), false, Outcome::answered, {}};
}

Outcomes Verifier::State::ask_until_answered(const fetch::HttpRequest& request, const std::string& digest) {
    const Usage most{request.body.size(), most_answer_tokens(settings)};
    for (std::uint32_t attempt = 1;; ++attempt) {
        if (const auto taken = ledger.take_request(most); !taken) return unasked(taken.error().message);
        const auto reply = exchange(request);
        if (!reply) {
            ledger.settle(most);
            return failed(reply.error().to_string());
        }
        const auto failure = failure_of(*reply, settings, fetch::in_seconds(clock.now()));
        if (!failure) {
            const auto told = parse_usage(reply->body);
            const Usage estimate{request.body.size() / kBytesOfToken, reply->body.size() / kBytesOfToken};
            ledger.settle(most, told.value_or(estimate), told ? Ledger::Measured::told : Ledger::Measured::estimated);
            return read_reply(*reply);
        }
        ledger.settle(most);
        const std::string reason = without(failure->reason, key);
        if (failure->again == Again::is_useless) return failed(reason);
        if (failure->wait && *failure->wait > settings.longest_wait) {
            return failed(reason + "; it asks to wait " +
                          std::to_string(std::chrono::ceil<std::chrono::seconds>(*failure->wait).count()) +
                          " s, longer than the configuration allows");
        }
        if (attempt > settings.retries) {
            return failed(reason + (attempt > 1 ? ", in " + std::to_string(attempt) + " tries" : ""));
        }
        if (ledger.has_given_up()) return failed(reason);
        if (failure->wait)
            pace.hold_for(*failure->wait);
        else
            clock.sleep(pause_after(attempt, settings, digest));
    }
}

bool Verifier::State::asked_before(const std::string& digest) {
    const std::scoped_lock lock(mutex);
    return asked.count(digest) > 0;
}

Outcomes Verifier::State::answer_from_endpoint(const Question& question, const std::string& digest) {
    if (ledger.has_given_up()) return unasked("the endpoint failed too often in a row");
    if (!settings.cache_folder.empty()) {
        const std::scoped_lock lock(mutex);
        asked.insert(digest);
    }
    auto outcomes = ask_until_answered(request_for(question), digest);
    if (outcomes.outcome == Outcome::failed) ledger.count_failure();
    if (outcomes.outcome == Outcome::answered) {
        ledger.count_answer();
        if (const auto kept = cache.keep(digest, *outcomes.opinion); !kept) {
            ledger.note("answers could not be kept: " + kept.error().to_string());
        }
    }
    return outcomes;
}

Outcomes Verifier::State::answer(const Question& question) {
    if (question.sentences.empty()) return unasked("no sentence of a source comes near the claim");
    if (bytes_of(question) > kLargestQuestion) {
        return unasked("claim and evidence have more than " + std::to_string(kLargestQuestion) + " bytes");
    }
    const std::string digest = digest_of(settings, question);
    if (auto kept = cache.find(digest)) {
        // What this very run has asked is no answer of an earlier one, whichever thread was first.
        return {std::move(kept), !asked_before(digest), Outcome::answered, {}};
    }
    return answer_from_endpoint(question, digest);
}

Verifier::Verifier(Settings settings, std::string key, fetch::Transport transport, fetch::Clock clock)
    : state_(std::make_unique<State>(std::move(settings), std::move(key), std::move(transport), std::move(clock))) {}
Verifier::Verifier(Verifier&&) noexcept = default;
Verifier& Verifier::operator=(Verifier&&) noexcept = default;
Verifier::~Verifier() = default;

SecondOpinion Verifier::ask(const Question& question, ShownSentences shown, Verdict ours) const {
    auto outcomes = state_->answer(question);
    SecondOpinion opinion;
    opinion.endpoint = state_->settings.name;
    opinion.shown = shown;
    opinion.cached = outcomes.cached;
    opinion.error = std::move(outcomes.error);
    if (outcomes.opinion) {
        opinion.verdict = outcomes.opinion->verdict;
        opinion.probability = outcomes.opinion->probability;
        opinion.reason = std::move(outcomes.opinion->reason);
        opinion.agreement = agreement_of(state_->settings, ours, *opinion.verdict);
    }
    state_->ledger.count_claim(opinion, outcomes.outcome);
    return opinion;
}

SecondOpinion Verifier::leave_out(std::string why) const {
    SecondOpinion opinion;
    opinion.endpoint = state_->settings.name;
    opinion.error = unasked(std::move(why)).error;
    state_->ledger.count_claim(opinion, Outcome::not_asked);
    return opinion;
}

VerifierSummary Verifier::summary() const { return state_->ledger.summary(); }

const Settings& Verifier::settings() const { return state_->settings; }

Agreement agreement_of(const Settings& settings, Verdict ours, Verdict theirs) {
    const bool same =
        can_say(settings, ours) ? ours == theirs : (ours == Verdict::supported) == (theirs == Verdict::supported);
    return same ? Agreement::agrees : Agreement::disagrees;
}

Result<Verifier> open_verifier(const std::string& settings_path) {
    auto settings = read_settings(settings_path);
    if (!settings) return fail(std::move(settings).error());
    std::string key;
    if (!settings->key_variable.empty()) {
        const char* value = std::getenv(settings->key_variable.c_str());
        if (value != nullptr) key = value;
        const auto printable = [](char c) { return c > ' ' && c <= '~'; };
        if (key.empty() || !std::all_of(key.begin(), key.end(), printable)) {
            // Neither name nor value is shown: the one may have been written in the place of the other.
            return fail(Error{ErrorCode::invalid_usage,
                              "the environment holds no usable key under the name that stands there",
                              {"key_variable", settings_path}});
        }
    }
    return Verifier(*std::move(settings), std::move(key), fetch::helper_transport(fetch::helper_path()),
                    fetch::system_clock());
}

}  // namespace axray::verify
