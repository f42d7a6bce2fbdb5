// Arrays one after the other in the payload of a model file, each aligned to 8 bytes (values -> bytes -> spans).
//
// What writes an index appends its arrays; what maps it takes them back in the same order with the counts that its
// header tells. A damaged header gives empty spans and never one that leaves the payload. Source: own.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace axray::base {

inline constexpr std::size_t kArrayAlignment = 8;  // bytes

// `bytes` is aligned before, and is again behind the array.
template <class Values>
void append_array(std::string& bytes, const Values& values) {
    using Value = typename Values::value_type;
    static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= kArrayAlignment);
    if (!values.empty()) bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
    bytes.resize((bytes.size() + kArrayAlignment - 1) / kArrayAlignment * kArrayAlignment);
}

// The payload must outlive the spans.
class MappedArrays {
public:
    // `begin` is where the first array begins, before alignment: behind the header.
    MappedArrays(std::string_view payload, std::size_t begin) : payload_(payload), at_(aligned(begin)) {}

    template <class Value>
    std::span<const Value> take(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= kArrayAlignment);
        const auto size = count * sizeof(Value);
        if (fits_ && (at_ > payload_.size() || size > payload_.size() - at_)) fits_ = false;
        if (!fits_) return {};
        const auto* begin = reinterpret_cast<const Value*>(payload_.data() + at_);
        at_ += aligned(size);
        return {begin, count};
    }

    // All arrays lay inside, and nothing is left.
    [[nodiscard]] bool fit() const { return fits_ && at_ == payload_.size(); }

private:
    static constexpr std::size_t aligned(std::size_t size) {
        return (size + kArrayAlignment - 1) / kArrayAlignment * kArrayAlignment;
    }

    std::string_view payload_;
    std::size_t at_;
    bool fits_ = true;
};

}  // namespace axray::base
