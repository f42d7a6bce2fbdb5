#include "verify/verifier.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "fetch/helper.hpp"
#include "verify/pace.hpp"
#include "verify/report_opinions.hpp"
#include "verify/test_server.hpp"

namespace axray::verify {
namespace {

const Question kRight{"Four workers were hurt.", {"Four workers were hurt, the office said."}};
const Question kWrong{"Nine workers were hurt.", {"Four workers were hurt, the office said."}};

// Time that passes only when somebody sleeps.
class TestClock {
public:
    [[nodiscard]] fetch::Clock clock() {
        return {[this] {
                    const std::scoped_lock lock(mutex_);
                    return now_;
                },
                [this](Milliseconds pause) {
                    const std::scoped_lock lock(mutex_);
                    now_ += pause;
                    pauses_.push_back(pause);
                }};
    }
    [[nodiscard]] std::vector<Milliseconds> pauses() {
        const std::scoped_lock lock(mutex_);
        return pauses_;
    }

private:
    std::mutex mutex_;
    fetch::TimePoint now_{std::chrono::seconds(1'800'000'000)};
    std::vector<Milliseconds> pauses_;
};

// One server for all cases, and a verifier for each.
struct Endpoint {
    Endpoint() { REQUIRE(server().runs()); }

    static TestServer& server() {
        static TestServer one;
        return one;
    }

    [[nodiscard]] static Settings settings_for(const std::string& path) {
        Settings settings;
        settings.name = "house";
        settings.model = "m";
        settings.address = *fetch::parse_address(server().address(path));
        settings.timeout = Milliseconds(5000);
        settings.requests_per_second = 1000;
        if (path.starts_with("/predict")) {
            settings.kind = Kind::classifier;
            settings.labels = {{"entailment", Verdict::supported},
                               {"neutral", Verdict::not_found},
                               {"contradiction", Verdict::contradicted}};
        }
        return settings;
    }
    [[nodiscard]] Verifier verifier(Settings settings, std::string key = "") {
        return {std::move(settings), std::move(key), fetch::helper_transport(fetch::helper_path()), time.clock()};
    }
    [[nodiscard]] SecondOpinion ask(const std::string& path) {
        return verifier(settings_for(path)).ask(kRight, ShownSentences::evidence, Verdict::supported);
    }

    TestClock time;
};

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST_CASE("both kinds of endpoint judge, and both verdicts stand side by side") {
    Endpoint endpoint;
    for (const std::string path : {"/chat/good", "/chat/prose", "/predict"}) {
        CAPTURE(path);
        const auto verifier = endpoint.verifier(Endpoint::settings_for(path));
        const auto right = verifier.ask(kRight, ShownSentences::evidence, Verdict::supported);
        CHECK(right.error.empty());
        CHECK(right.endpoint == "house");
        CHECK(right.verdict == Verdict::supported);
        CHECK(right.probability.value_or(0) >= 0.9);
        CHECK(right.agreement == Agreement::agrees);
        const auto wrong = verifier.ask(kWrong, ShownSentences::nearest, Verdict::supported);
        CHECK(wrong.verdict == Verdict::contradicted);
        CHECK(wrong.agreement == Agreement::disagrees);
        CHECK(wrong.shown == ShownSentences::nearest);
        const auto summary = verifier.summary();
        CHECK(summary.claims == 2);
        CHECK(summary.answered == 2);
        CHECK(summary.requests == 2);
        CHECK(summary.agreements == 1);
        CHECK(summary.disagreements == 1);
    }
}

TEST_CASE("replies that cannot be used are told and not asked for again") {
    Endpoint endpoint;
    struct Case {
        std::string path;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"/chat/wrong-json", "no JSON object"},
        {"/chat/no-json", "not valid JSON"},
        {"/chat/percent", "from 0 to 1"},
        {"/chat/huge", "too large"},
        {"/chat/redirect", "status 307"},
        {"/chat/refused", "status 401"},
        {"/chat/nowhere", "no such address"},
        {"/predict/wrong-labels", "LABEL_0"},
        {"/chat/busy-long", "asks to wait 86400 s"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.path);
        const auto before = Endpoint::server().posts_to(one.path);
        const auto opinion = endpoint.ask(one.path);
        CHECK_FALSE(opinion.verdict);
        CHECK_FALSE(opinion.agreement);
        CAPTURE(opinion.error);
        CHECK(holds(opinion.error, one.words));
        CHECK(Endpoint::server().posts_to(one.path) == before + 1);
    }
}

TEST_CASE("failures that may pass are tried again, with longer and longer pauses") {
    Endpoint endpoint;
    const auto opinion = endpoint.ask("/chat/fails-twice");
    CHECK(opinion.verdict == Verdict::supported);
    const auto pauses = endpoint.time.pauses();
    REQUIRE(pauses.size() >= 2);
    CHECK(pauses[0] >= Milliseconds(500));
    CHECK(pauses[0] <= Milliseconds(1000));
    CHECK(pauses[1] >= Milliseconds(1000));
    CHECK(pauses[1] <= Milliseconds(2000));
}

TEST_CASE("the endpoint's own wish to wait is followed") {
    Endpoint endpoint;
    const auto verifier = endpoint.verifier(Endpoint::settings_for("/chat/busy-once"));
    const auto opinion = verifier.ask(kRight, ShownSentences::evidence, Verdict::supported);
    CHECK(opinion.verdict == Verdict::supported);
    CHECK(verifier.summary().requests == 2);
    const auto pauses = endpoint.time.pauses();
    REQUIRE_FALSE(pauses.empty());
    CHECK(pauses.back() == Milliseconds(7000));
}

TEST_CASE("what goes on failing is told with the number of tries") {
    Endpoint endpoint;
    struct Case {
        std::string path;
        std::string words;
    };
    for (const auto& one : {Case{"/chat/fails", "status 503: out of memory, in 3 tries"},
                            Case{"/chat/hang-up", "ended the connection early, in 3 tries"},
                            Case{"/chat/cut", "ended the connection early, in 3 tries"},
                            Case{"/chat/silence", "did not answer within 300 ms, in 3 tries"},
                            Case{"/chat/drip", "did not answer within 300 ms, in 3 tries"}}) {
        CAPTURE(one.path);
        auto settings = Endpoint::settings_for(one.path);
        settings.retries = 2;
        if (one.path == "/chat/silence" || one.path == "/chat/drip") settings.timeout = Milliseconds(300);
        const auto opinion = endpoint.verifier(settings).ask(kRight, ShownSentences::evidence, Verdict::supported);
        CAPTURE(opinion.error);
        CHECK(holds(opinion.error, one.words));
    }
}

TEST_CASE("an endpoint that is down is left alone after some failures") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/good");
    settings.address = *fetch::parse_address("http://127.0.0.1:1/");
    settings.retries = 0;
    settings.give_up_after = 2;
    const auto verifier = endpoint.verifier(settings);
    for (int i = 0; i < 4; ++i) {
        const auto opinion = verifier.ask(kRight, ShownSentences::evidence, Verdict::supported);
        CAPTURE(opinion.error);
        CHECK(holds(opinion.error, i < 2 ? "nobody answers" : "not asked: the endpoint failed too often in a row"));
    }
    const auto summary = verifier.summary();
    CHECK(summary.failed == 2);
    CHECK(summary.not_asked == 2);
    CHECK(summary.requests == 2);
    REQUIRE(summary.notes.size() == 1);
    CHECK(holds(summary.notes[0], "2 failures in a row"));
}

TEST_CASE("an answer is kept and found again by its content; a damaged one is asked for anew") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/good");
    settings.cache_folder = Endpoint::server().folder() + "/cache";
    std::filesystem::remove_all(settings.cache_folder);
    const auto ask = [&](const Question& question) {
        return endpoint.verifier(settings).ask(question, ShownSentences::evidence, Verdict::supported);
    };
    const auto before = Endpoint::server().posts_to("/chat/good");
    const auto first = ask(kRight);
    CHECK_FALSE(first.cached);
    const auto second = ask(kRight);
    CHECK(second.cached);
    CHECK(second.verdict == first.verdict);
    CHECK(second.probability == first.probability);
    CHECK(second.reason == first.reason);
    CHECK_FALSE(ask(kWrong).cached);
    CHECK(Endpoint::server().posts_to("/chat/good") == before + 2);

    for (const auto& file : std::filesystem::recursive_directory_iterator(settings.cache_folder)) {
        if (file.is_regular_file()) std::ofstream(file.path()) << "{\"format\":1,";
    }
    const auto third = ask(kRight);
    CHECK_FALSE(third.cached);
    CHECK(third.verdict == first.verdict);
    CHECK(ask(kRight).cached);
}

TEST_CASE("what one run asked twice is in both places an answer of this run") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/good");
    settings.cache_folder = Endpoint::server().folder() + "/twice";
    const auto verifier = endpoint.verifier(settings);
    for (int i = 0; i < 2; ++i) CHECK_FALSE(verifier.ask(kRight, ShownSentences::evidence, Verdict::supported).cached);
    CHECK(verifier.summary().requests == 1);
}

TEST_CASE("a cache that cannot be written is noted once and costs no answer") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/good");
    settings.cache_folder = "/proc/axray-cannot-be-made";
    const auto verifier = endpoint.verifier(settings);
    for (const auto& question : {kRight, kWrong}) {
        CHECK(verifier.ask(question, ShownSentences::evidence, Verdict::supported).verdict.has_value());
    }
    CHECK(verifier.summary().notes.size() == 1);
}

TEST_CASE("a key is sent and shown nowhere") {
    Endpoint endpoint;
    const std::string key = "SECRET-KEY-1234";
    const auto echo = endpoint.verifier(Endpoint::settings_for("/chat/echo"), key)
                          .ask(kRight, ShownSentences::evidence, Verdict::supported);
    CHECK(echo.reason == "Bearer [key]");
    CHECK(holds(Endpoint::server().text_of("posts"), "Bearer " + key));
    const auto refused = endpoint.verifier(Endpoint::settings_for("/chat/refused"), key)
                             .ask(kRight, ShownSentences::evidence, Verdict::supported);
    CHECK(holds(refused.error, "[key]"));
    CHECK_FALSE(holds(refused.error, key));
}

TEST_CASE("limits of requests and cost are never passed") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/good");
    settings.most_requests = 1;
    const auto few = endpoint.verifier(settings);
    CHECK(few.ask(kRight, ShownSentences::evidence, Verdict::supported).verdict.has_value());
    CHECK(holds(few.ask(kWrong, ShownSentences::evidence, Verdict::supported).error, "limit of 1 requests"));

    settings.most_requests.reset();
    settings.prices = Prices{1.0, 10.0, "EUR"};
    settings.most_cost = 0.0075;  // of one request at most about 0.006, in fact 0.0005
    const auto cheap = endpoint.verifier(settings);
    std::size_t answered = 0;
    while (cheap.ask(kRight, ShownSentences::evidence, Verdict::supported).verdict && answered < 100) ++answered;
    const auto summary = cheap.summary();
    CHECK(answered >= 1);
    CHECK(answered < 100);
    REQUIRE(summary.cost);
    CHECK(*summary.cost == doctest::Approx(0.0005 * static_cast<double>(answered)));
    CHECK(*summary.cost <= *settings.most_cost);
    CHECK(summary.input_tokens == 300 * answered);
    CHECK(summary.currency == "EUR");
}

TEST_CASE("tokens that an endpoint does not tell are estimated and said to be") {
    Endpoint endpoint;
    const auto verifier = endpoint.verifier(Endpoint::settings_for("/chat/unmeasured"));
    CHECK(verifier.ask(kRight, ShownSentences::evidence, Verdict::supported).verdict.has_value());
    CHECK(verifier.summary().estimated == 1);
    CHECK(verifier.summary().input_tokens > 100);
}

TEST_CASE("what cannot be asked is told without a request") {
    Endpoint endpoint;
    const auto verifier = endpoint.verifier(Endpoint::settings_for("/chat/good"));
    CHECK(holds(verifier.ask({"A claim.", {}}, ShownSentences::nearest, Verdict::not_found).error, "no sentence"));
    const Question long_one{"A claim.", {std::string(kLargestQuestion, 'x')}};
    CHECK(holds(verifier.ask(long_one, ShownSentences::evidence, Verdict::supported).error, "bytes"));
    CHECK(verifier.summary().requests == 0);
    CHECK(verifier.summary().not_asked == 2);
}

TEST_CASE("an endpoint with fewer verdicts agrees when both say supported or both do not") {
    const auto settings = Endpoint::settings_for("/predict");
    CHECK(agreement_of(settings, Verdict::partly_supported, Verdict::not_found) == Agreement::agrees);
    CHECK(agreement_of(settings, Verdict::partly_supported, Verdict::supported) == Agreement::disagrees);
    CHECK(agreement_of(settings, Verdict::contradicted, Verdict::not_found) == Agreement::disagrees);
}

CheckReport report_of(std::size_t claims) {
    Document article;
    article.text = "Nine workers were hurt.";
    Document source;
    source.text = "Four workers were hurt, the office said.";
    CheckReport report;
    report.article = std::make_shared<const Document>(article);
    report.sources.push_back(std::make_shared<const Document>(source));
    for (std::size_t i = 0; i < claims; ++i) {
        CheckedClaim checked;
        checked.claim.text = (i % 2 == 0 ? "Four workers were hurt " : "Nine workers were hurt ") + std::to_string(i);
        checked.verdict = i == 0 ? Verdict::not_found : Verdict::supported;
        const SourceSpan sentence{0, {0, static_cast<std::uint32_t>(source.text.size())}};
        if (i == 0)
            checked.nearest.push_back(sentence);
        else
            checked.evidence.push_back({sentence, 0, 1});
        report.claims.push_back(std::move(checked));
    }
    return report;
}

TEST_CASE("claims of a report are asked about in parallel and answered in order") {
    Endpoint endpoint;
    auto settings = Endpoint::settings_for("/chat/together");
    settings.parallel_requests = 3;
    const auto report = report_of(9);
    const auto opinions = opinions_on(report, endpoint.verifier(settings));
    REQUIRE(opinions.claims.size() == 9);
    for (std::size_t i = 0; i < opinions.claims.size(); ++i) {
        CAPTURE(i);
        CHECK(opinions.claims[i].verdict == (i % 2 == 0 ? Verdict::supported : Verdict::contradicted));
        CHECK(opinions.claims[i].shown == (i == 0 ? ShownSentences::nearest : ShownSentences::evidence));
    }
    CHECK(Endpoint::server().text_of("most") == "3");
    CHECK(opinions.summary.answered == 9);
    CHECK(opinions.summary.disagreements == 5);  // the four with another number, and the first, which we had not found
}

TEST_CASE("turns come at even distances, and a wait holds everybody back") {
    TestClock time;
    Pace pace(4, time.clock());
    const auto begin = time.clock().now();
    for (int i = 0; i < 5; ++i) pace.wait_for_turn();
    CHECK(time.clock().now() - begin == Milliseconds(1000));
    pace.hold_for(Milliseconds(10'000));
    pace.wait_for_turn();
    CHECK(time.clock().now() - begin == Milliseconds(11'000));
}

TEST_CASE("pauses double up to their limit, and the same question pauses alike") {
    Settings settings;
    settings.first_pause = Milliseconds(100);
    settings.longest_pause = Milliseconds(1000);
    Milliseconds whole{100};
    for (std::uint32_t number = 1; number < 40; ++number) {
        const auto pause = pause_after(number, settings, "digest");
        CHECK(pause >= whole / 2);
        CHECK(pause <= whole);
        CHECK(pause == pause_after(number, settings, "digest"));
        whole = std::min(whole * 2, Milliseconds(1000));
    }
    CHECK(pause_after(1, settings, "digest") != pause_after(1, settings, "another"));
}

TEST_CASE("the key comes from the environment, and neither it nor its name is told") {
    const std::string path = Endpoint::server().folder() + "/verifier.json";
    std::ofstream(path)
        << R"({"kind":"chat","model":"m","address":"http://127.0.0.1:1/","key_variable":"AXRAY_TEST_KEY"})";
    ::unsetenv("AXRAY_TEST_KEY");
    const auto without_key = open_verifier(path);
    REQUIRE_FALSE(without_key);
    CHECK(holds(without_key.error().to_string(), "key_variable"));
    CHECK_FALSE(holds(without_key.error().to_string(), "AXRAY_TEST_KEY"));
    ::setenv("AXRAY_TEST_KEY", "line\nbreak", 1);
    CHECK_FALSE(open_verifier(path).has_value());
    ::setenv("AXRAY_TEST_KEY", "good", 1);
    CHECK(open_verifier(path).has_value());
    ::unsetenv("AXRAY_TEST_KEY");
    const auto missing = open_verifier(path + ".gone");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
}

}  // namespace
}  // namespace axray::verify
