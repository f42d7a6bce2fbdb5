#include "report/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/json_text.hpp"

namespace axray::report {

JsonWriter& JsonWriter::begin(char open, char close, JsonLayout layout) {
    separate();
    if (!levels_.empty() && levels_.back().layout == JsonLayout::one_line) layout = JsonLayout::one_line;
    json_.push_back(open);
    levels_.push_back({close, layout, true});
    return *this;
}

JsonWriter& JsonWriter::end() {
    const auto level = levels_.back();
    levels_.pop_back();
    if (level.layout == JsonLayout::lines && !level.empty) start_line();
    json_.push_back(level.close);
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    base::append_json_string(json_, name);
    json_.append(": ");
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
    separate();
    base::append_json_string(json_, text);
    return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
    separate();
    base::append_json_number(json_, value);
    return *this;
}

JsonWriter& JsonWriter::share(double value) {
    separate();
    base::append_json_share(json_, value);
    return *this;
}

JsonWriter& JsonWriter::decimal(double value) {
    if (!std::isfinite(value)) return null();
    std::array<char, 48> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    separate();
    json_.append(digits.data(), end.ptr);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    separate();
    json_.append(value ? "true" : "false");
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    json_.append("null");
    return *this;
}

std::string JsonWriter::take() && {
    json_.push_back('\n');
    return std::move(json_);
}

void JsonWriter::separate() {
    if (std::exchange(after_key_, false) || levels_.empty()) return;
    auto& level = levels_.back();
    if (!std::exchange(level.empty, false)) json_.append(level.layout == JsonLayout::lines ? "," : ", ");
    if (level.layout == JsonLayout::lines) start_line();
}

void JsonWriter::start_line() {
    json_.push_back('\n');
    json_.append(2 * levels_.size(), ' ');
}

}  // namespace axray::report
