#include "base/json_fault.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace axray::base {
namespace {

// Takes every event of the parser and keeps nothing but the place of the first fault.
class FaultFinder final : public nlohmann::json::json_sax_t {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) override {
        constexpr int kNumberOutOfRange = 406;
        number_too_large_ = error.id == kNumberOutOfRange;
        // A token in the wrong place is at fault from its beginning; one that is wrong in itself, where it goes wrong.
        // (For a bracket, colon or comma the parser gives the token before with it.)
        const bool misplaced = std::string_view(error.what()).find(" - unexpected ") != std::string_view::npos;
        const bool single = token.empty() || std::string_view("{}[]:,").find(token.back()) != std::string_view::npos;
        position_ = position - std::min(position, misplaced && !single ? token.size() : 1);
        reached_ = position;
        return false;
    }

    // The first byte at fault.
    [[nodiscard]] std::size_t position() const { return position_; }
    // Bytes that were read until the fault was noticed; one more than there are when the end came too early.
    [[nodiscard]] std::size_t reached() const { return reached_; }
    [[nodiscard]] bool number_too_large() const { return number_too_large_; }

private:
    std::size_t position_ = 0;
    std::size_t reached_ = 0;
    bool number_too_large_ = false;
};

std::string printable_excerpt(std::string_view text, std::size_t begin) {
    constexpr int kMaxCharacters = 20;
    std::string excerpt;
    for (int count = 0; begin < text.size() && count < kMaxCharacters; ++count) {
        const auto character = base::decode_utf8(text, begin);
        base::append_utf8(excerpt, character.value < 0x20 || character.value == 0x7F ? U'\uFFFD' : character.value);
        begin += character.size;
    }
    return excerpt;
}

}  // namespace

JsonFault find_json_fault(std::string_view json) {
    FaultFinder finder;
    JsonFault fault;
    fault.byte = json.size();
    if (nlohmann::json::sax_parse(json.begin(), json.end(), &finder)) return fault;
    fault.number_too_large = finder.number_too_large();
    fault.ends_early = finder.reached() > json.size();
    if (!fault.ends_early) fault.byte = std::min(finder.position(), json.size());
    while (fault.byte > 0 && fault.byte < json.size() &&
           (static_cast<unsigned char>(json[fault.byte]) & 0xC0) == 0x80) {
        --fault.byte;
    }
    fault.found = printable_excerpt(json, fault.byte);
    return fault;
}

}  // namespace axray::base
