#include "predict.hpp"

#include <charconv>

namespace axray::bench {
namespace {

int number_of(std::string_view digits) {
    int value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

}  // namespace

void each_line(std::istream& in, const std::function<void(const Json&)>& use) {
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) use(Json::parse(line));
    }
}

void answer_lines(std::istream& in, std::ostream& out, const std::function<Json(const Json&)>& answer) {
    each_line(in, [&](const Json& record) {
        out << answer(record).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    });
}

TextPositions::TextPositions(std::string_view text) {
    point_of_.reserve(text.size() + 1);
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
        if (!continues) byte_of_.push_back(static_cast<std::uint32_t>(point_of_.size()));
        // A byte inside of a character belongs to the position of that character.
        point_of_.push_back(byte_of_.empty() ? 0 : static_cast<std::uint32_t>(byte_of_.size() - 1));
    }
    point_of_.push_back(static_cast<std::uint32_t>(byte_of_.size()));
    byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
}

base::Day day_of(std::string_view written) {
    const bool dashed = written.size() >= 10 && written[4] == '-' && written[7] == '-';
    if (!dashed && written.size() < 8) return {};
    const base::Day day{number_of(written.substr(0, 4)), number_of(written.substr(dashed ? 5 : 4, 2)),
                        number_of(written.substr(dashed ? 8 : 6, 2))};
    return base::is_day(day) ? day : base::Day{};
}

}  // namespace axray::bench
