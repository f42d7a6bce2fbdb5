// Any bytes as the reply of an endpoint, as a kept opinion and as a configuration: reading ends with a sound value or
// an error that repeats nothing long. Depends: base fetch verify
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "verify/answer.hpp"
#include "verify/question.hpp"
#include "verify/settings.hpp"

namespace {

using namespace axray;
using namespace axray::verify;

void require(bool condition) {
    if (!condition) std::abort();
}

void require_sound(const Opinion& opinion) {
    if (opinion.probability) require(*opinion.probability >= 0 && *opinion.probability <= 1);
    require(opinion.reason.size() <= 620);
    require(base::first_invalid_utf8(opinion.reason) == opinion.reason.size());
    require(opinion.reason.find('\n') == std::string::npos);
    require(read_opinion(write_opinion(opinion)) == opinion);
}

void require_sound(const Settings& settings) {
    require(!settings.name.empty() && settings.parallel_requests >= 1 && settings.requests_per_second > 0);
    require(settings.timeout > Milliseconds(0) && !settings.address.host.empty());
    require(settings.kind == Kind::classifier || !settings.model.empty());
    require(!settings.most_cost || settings.prices);
    require(can_say(settings, Verdict::supported));
    const Question question{"claim", {"one", "two"}};
    require(request_body(settings, question).find('\n') == std::string::npos);
    require(digest_of(settings, question).size() == 64);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::map<std::string, Verdict> labels = {{"entailment", Verdict::supported}, {"neutral", Verdict::not_found}};
    if (const auto opinion = parse_chat_reply(bytes)) require_sound(*opinion);
    if (const auto opinion = parse_label_reply(bytes, labels)) require_sound(*opinion);
    if (const auto opinion = read_opinion(bytes)) require_sound(*opinion);
    require(parse_error_message(bytes).size() <= 220);
    static_cast<void>(parse_usage(bytes));
    const auto settings = parse_settings(bytes, "/folder");
    if (settings)
        require_sound(*settings);
    else
        require(settings.error().to_string().size() < 400);
    return 0;
}
