// Writes one JSON value without blanks or line feeds (values -> JSON text), for lines of JSON.
//
//     CompactJson json;
//     json.begin('{').member("begin").number(4).end('}');
//
// Commas come by themselves; keys stand in the order in which they are written. The caller keeps the pairing of begin
// and end. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"

namespace axray::base {

class CompactJson {
public:
    CompactJson& member(std::string_view name) {
        separate();
        append_json_string(text_, name);
        text_ += ':';
        after_name_ = true;
        return *this;
    }
    CompactJson& begin(char bracket) {
        separate();
        text_ += bracket;
        fresh_ = true;
        return *this;
    }
    CompactJson& end(char bracket) {
        text_ += bracket;
        fresh_ = false;
        return *this;
    }
    CompactJson& string(std::string_view value) {
        separate();
        append_json_string(text_, value);
        return *this;
    }
    CompactJson& number(std::uint64_t value) {
        separate();
        append_json_number(text_, value);
        return *this;
    }
    CompactJson& share(double value) {
        separate();
        append_json_share(text_, value);
        return *this;
    }
    CompactJson& points(float value);    // one digit after the point: finer than any printer
    CompactJson& decimal(double value);  // the shortest form that reads back as the same; null for what is no number
    CompactJson& boolean(bool value) {
        separate();
        text_ += value ? "true" : "false";
        return *this;
    }
    CompactJson& null() {
        separate();
        text_ += "null";
        return *this;
    }
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    void separate() {
        if (!fresh_ && !after_name_) text_ += ',';
        fresh_ = after_name_ = false;
    }

    std::string text_;
    bool fresh_ = true;  // nothing stands in the open object or array yet
    bool after_name_ = false;
};

}  // namespace axray::base
