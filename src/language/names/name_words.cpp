#include "language/names/name_words.hpp"

#include <algorithm>
#include <cstring>

namespace axray::language {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 8;  // bytes: count, zero
constexpr std::size_t kEntry = sizeof(std::uint32_t) + sizeof(std::uint16_t);

}  // namespace

Result<NameWords> NameWords::open(const std::string& path) {
    auto file = base::ModelFile::open(path, "name words", kVersion);
    if (!file) return fail(file.error());
    NameWords words(std::move(*file));
    const std::string_view payload = words.file_.payload();
    std::uint32_t count = 0;
    if (payload.size() >= kHeader) std::memcpy(&count, payload.data(), sizeof(count));
    if (payload.size() < kHeader || payload.size() - kHeader != std::size_t{count} * kEntry) {
        return fail(Error{ErrorCode::model_mismatch, "a table of names of another size than it says", {path}});
    }
    // The payload is aligned to 16 bytes, and so to each of the two arrays.
    words.keys_ = {reinterpret_cast<const std::uint32_t*>(payload.data() + kHeader), count};
    words.bits_ = {reinterpret_cast<const std::uint16_t*>(payload.data() + kHeader + count * sizeof(std::uint32_t)),
                   count};
    return words;
}

std::uint16_t NameWords::find(std::uint64_t hash) const {
    const auto key = static_cast<std::uint32_t>(hash >> 32U);
    const std::size_t size = keys_.size();
    if (size == 0) return 0;
    // Hashes lie evenly: the place is near the key's share of the table, and the step from there doubles.
    const std::size_t guess = static_cast<std::size_t>((std::uint64_t{key} * size) >> 32U);
    std::size_t low = guess;
    std::size_t high = guess;
    for (std::size_t step = 64; low > 0 && keys_[low] > key; step *= 2) low = low > step ? low - step : 0;
    for (std::size_t step = 64; high < size && keys_[high] < key; step *= 2) high = std::min(size, high + step);
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(std::min(size, high + 1));
    const auto at = std::lower_bound(begin, end, key);
    return at != end && *at == key ? bits_[static_cast<std::size_t>(at - keys_.begin())] : std::uint16_t{0};
}

}  // namespace axray::language
