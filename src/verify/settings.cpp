#include "verify/settings.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "fetch/fetch_errors.hpp"
#include "fetch/network_address.hpp"

namespace axray::verify {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLargestFile = 64ull << 10U;  // bytes
constexpr int kDeepest = 16;                          // arrays and objects within one another
constexpr double kLongest = 3600;                     // seconds

// Reads the members of one object and remembers the first that is wrong.
class Fields {
public:
    Fields(const json& object, std::string prefix) : object_(object), prefix_(std::move(prefix)) {}

    [[nodiscard]] bool has(const char* name) {
        known_.insert(name);
        return object_.contains(name);
    }

    void text(const char* name, std::string& target) {
        if (!has(name)) return;
        const json& value = object_[name];
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) return wrong(name, "a text");
        const auto& read = value.get_ref<const std::string&>();
        const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
        if (std::any_of(read.begin(), read.end(), is_control)) return wrong(name, "a text without control characters");
        target = read;
    }

    template <class Number>
    void count(const char* name, Number& target, std::uint64_t least, std::uint64_t most) {
        if (!has(name)) return;
        const json& value = object_[name];
        if (value.is_number_unsigned() && value.get<std::uint64_t>() >= least && value.get<std::uint64_t>() <= most) {
            target = static_cast<std::uint32_t>(value.get<std::uint64_t>());
            return;
        }
        wrong(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }

    // A number above zero, or of zero where that has a meaning.
    void number(const char* name, double& target, double least, double most, const char* expected) {
        if (!has(name)) return;
        const json& value = object_[name];
        const double read = value.is_number() ? value.get<double>() : -1;
        if (!std::isfinite(read) || read < least || read > most) return wrong(name, expected);
        target = read;
    }

    void seconds(const char* name, Milliseconds& target) {
        double value = static_cast<double>(target.count()) / 1000;
        number(name, value, 0.001, kLongest, "seconds, from 0.001 to 3600");
        target = Milliseconds(std::llround(value * 1000));
    }

    void wrong(const char* name, const std::string& expected) {
        if (!fault_) fault_ = Error{ErrorCode::malformed, "expected " + expected, {prefix_ + name}};
    }

    // The first fault: a wrong member, or one that nobody asked for.
    [[nodiscard]] std::optional<Error> fault() const {
        if (fault_) return fault_;
        for (const auto& [name, value] : object_.items()) {
            if (known_.count(name) == 0) {
                return Error{ErrorCode::malformed,
                             "there is no such field; docs/verifier.md lists them",
                             {prefix_ + "\"" + name.substr(0, 40) + "\""}};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] const json& operator[](const char* name) const { return object_[name]; }

private:
    const json& object_;
    std::string prefix_;
    std::set<std::string> known_;
    std::optional<Error> fault_;
};

bool is_variable_name(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c); });
}

bool is_loopback(const fetch::WebAddress& address) {
    constexpr std::string_view kLocal = "localhost";
    const std::string_view host = address.host;
    if (host == kLocal || host == "[::1]") return true;
    const auto number = fetch::network_address_of(host);
    return number && number->family == fetch::AddressFamily::ipv4 && number->bytes[0] == 127;
}

void read_kind(Fields& fields, Settings& settings) {
    std::string kind;
    fields.text("kind", kind);
    if (kind == "classifier")
        settings.kind = Kind::classifier;
    else if (kind != "chat")
        fields.wrong("kind", "\"chat\" or \"classifier\"");
    fields.text("model", settings.model);
    if (settings.kind == Kind::chat && settings.model.empty()) fields.wrong("model", "the name of the model");
}

void read_address(Fields& fields, Settings& settings) {
    std::string address;
    fields.text("address", address);
    auto parsed = fetch::parse_address(address);
    if (!parsed) return fields.wrong("address", "the whole address of the endpoint, https://HOST/PATH");
    std::string plain = "refuse";
    fields.text("plain_http", plain);
    if (plain != "refuse" && plain != "allow") fields.wrong("plain_http", "\"refuse\" or \"allow\"");
    if (parsed->scheme != "https" && plain != "allow" && !is_loopback(*parsed)) {
        fields.wrong("address",
                     "https, since key and texts would go unencrypted; \"plain_http\": \"allow\" permits it");
    }
    settings.address = *std::move(parsed);
    settings.name = settings.model.empty() ? settings.address.host : settings.model;
    fields.text("name", settings.name);
}

void read_key_variable(Fields& fields, Settings& settings) {
    fields.text("key_variable", settings.key_variable);
    if (!settings.key_variable.empty() && !is_variable_name(settings.key_variable)) {
        fields.wrong("key_variable", "the name of an environment variable that holds the key, not the key itself");
    }
}

void read_labels(Fields& fields, Settings& settings) {
    const bool given = fields.has("labels");
    if (settings.kind == Kind::chat) {
        if (given) fields.wrong("labels", "no labels for the kind \"chat\", whose model is asked for our verdicts");
        return;
    }
    const std::string expected =
        "an object with the meaning of each label, such as {\"entailment\": \"supported\", \"neutral\": \"not_found\", "
        "\"contradiction\": \"contradicted\"}, one of them \"supported\"";
    if (!given || !fields["labels"].is_object()) return fields.wrong("labels", expected);
    for (const auto& [label, meaning] : fields["labels"].items()) {
        const auto verdict =
            meaning.is_string() ? verdict_of(meaning.get_ref<const std::string&>()) : std::optional<Verdict>();
        if (!verdict) return fields.wrong("labels", expected);
        settings.labels.emplace(label, *verdict);
    }
    if (settings.labels.size() < 2 || !can_say(settings, Verdict::supported)) fields.wrong("labels", expected);
}

void read_pace(Fields& fields, Settings& settings) {
    fields.seconds("timeout_seconds", settings.timeout);
    fields.count("retries", settings.retries, 0, 20);
    fields.seconds("first_pause_seconds", settings.first_pause);
    fields.seconds("longest_pause_seconds", settings.longest_pause);
    fields.seconds("longest_wait_seconds", settings.longest_wait);
    fields.number("requests_per_second", settings.requests_per_second, 0.001, 10000, "a number from 0.001 to 10000");
    fields.count("parallel_requests", settings.parallel_requests, 1, 64);
    fields.count("give_up_after", settings.give_up_after, 1, 1'000'000);
    fields.count("answer_tokens", settings.answer_tokens, 16, 1'000'000);
}

void read_costs(Fields& fields, Settings& settings) {
    constexpr double kMost = 1e9;
    if (fields.has("most_requests")) {
        std::uint32_t most = 0;
        fields.count("most_requests", most, 1, 1'000'000'000);
        settings.most_requests = most;
    }
    if (fields.has("price_per_million_tokens")) {
        const auto& object = fields["price_per_million_tokens"];
        const std::string expected = "an object with \"input\" and \"output\", numbers, and maybe \"currency\"";
        if (!object.is_object()) return fields.wrong("price_per_million_tokens", expected);
        Fields prices(object, "price_per_million_tokens.");
        settings.prices.emplace();
        prices.number("input", settings.prices->input, 0, kMost, "a number, 0 or more");
        prices.number("output", settings.prices->output, 0, kMost, "a number, 0 or more");
        prices.text("currency", settings.prices->currency);
        if (!object.contains("input") || !object.contains("output") || prices.fault()) {
            return fields.wrong("price_per_million_tokens", expected);
        }
    }
    if (fields.has("most_cost")) {
        double most = 0;
        fields.number("most_cost", most, 1e-9, kMost, "a number above 0");
        settings.most_cost = most;
        if (!settings.prices) fields.wrong("most_cost", "\"price_per_million_tokens\" beside it");
    }
}

void read_cache(Fields& fields, Settings& settings, const std::string& folder) {
    fields.text("cache_folder", settings.cache_folder);
    if (settings.cache_folder.empty()) return;
    settings.cache_folder = (std::filesystem::path(folder) / settings.cache_folder).lexically_normal().string();
}

void read_request_fields(Fields& fields, Settings& settings) {
    if (!fields.has("request_fields")) return;
    const auto& object = fields["request_fields"];
    if (!object.is_object()) return fields.wrong("request_fields", "an object");
    for (const char* ours : {"messages", "inputs", "model", "stream"}) {
        if (object.contains(ours)) fields.wrong("request_fields", std::string("no member \"") + ours + "\" in it");
    }
    settings.request_fields = object.dump();
}

}  // namespace

std::optional<Verdict> verdict_of(std::string_view name) {
    for (const auto verdict :
         {Verdict::supported, Verdict::partly_supported, Verdict::contradicted, Verdict::not_found}) {
        if (name == to_string(verdict)) return verdict;
    }
    if (name == "partially_supported") return Verdict::partly_supported;
    if (name == "not_supported") return Verdict::not_found;
    return std::nullopt;
}

bool can_say(const Settings& settings, Verdict verdict) {
    if (settings.kind == Kind::chat) return true;
    return std::any_of(settings.labels.begin(), settings.labels.end(),
                       [&](const auto& label) { return label.second == verdict; });
}

Result<Settings> parse_settings(std::string_view text, const std::string& folder) {
    bool too_deep = false;
    const auto watch = [&](int depth, json::parse_event_t, json&) {
        too_deep = too_deep || depth > kDeepest;
        return true;
    };
    const json object = json::parse(text, watch, false);
    if (object.is_discarded()) return fail(ErrorCode::malformed, "is not valid JSON");
    if (!object.is_object()) return fail(ErrorCode::malformed, "expected a JSON object");
    if (too_deep) return fail(ErrorCode::limit_exceeded, "arrays and objects stand too deep within one another");

    Settings settings;
    Fields fields(object, "");
    read_kind(fields, settings);
    read_address(fields, settings);
    read_key_variable(fields, settings);
    read_labels(fields, settings);
    read_pace(fields, settings);
    read_costs(fields, settings);
    read_cache(fields, settings, folder);
    read_request_fields(fields, settings);
    if (auto fault = fields.fault()) return fail(fetch::printable(*std::move(fault)));
    return settings;
}

Result<Settings> read_settings(const std::string& path) {
    const auto text = base::read_file(path, kLargestFile);
    if (!text) return fail(text.error());
    auto settings = parse_settings(*text, std::filesystem::path(path).parent_path().string());
    if (!settings) return fail(std::move(settings).error().within(path));
    return settings;
}

}  // namespace axray::verify
