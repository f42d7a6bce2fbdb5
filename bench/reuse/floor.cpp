// The floor that signing and look-up are compared with: min-hash signatures and a table of their bands.
//
//     axray_reuse_floor < texts.jsonl    {"id", "text"} -> one line of JSON with the seconds
//
// Words are runs of letters and digits in small letters; every run of five is hashed; of 128 permutations of the hashes
// the least is kept (Broder 1997), and texts that agree in one of 64 bands of two are candidates (Leskovec, Rajaraman
// and Ullman, "Mining of Massive Datasets", chapter 3).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>
#include <xxhash.h>

namespace {

constexpr std::size_t kRun = 5;
constexpr std::size_t kPermutations = 128;
constexpr std::size_t kBands = 64;
constexpr std::size_t kMostHolders = 64;

using Signature = std::array<std::uint64_t, kPermutations>;

std::vector<std::uint64_t> hash_words(std::string_view text) {
    std::vector<std::uint64_t> words;
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char one = at < text.size() ? text[at] : ' ';
        const bool capital = one >= 'A' && one <= 'Z';
        const bool inside = capital || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one < 0;
        if (inside) {
            word += capital ? static_cast<char>(one - 'A' + 'a') : one;
        } else if (!word.empty()) {
            words.push_back(XXH3_64bits(word.data(), word.size()));
            word.clear();
        }
    }
    return words;
}

Signature sign(std::string_view text, const Signature& multipliers) {
    const auto words = hash_words(text);
    Signature signature;
    signature.fill(std::numeric_limits<std::uint64_t>::max());
    for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
        const auto hash = XXH3_64bits(words.data() + at, kRun * sizeof(std::uint64_t)) | 1U;
        for (std::size_t one = 0; one < kPermutations; ++one)
            signature[one] = std::min(signature[one], hash * multipliers[one]);
    }
    return signature;
}

}  // namespace

int main() {
    std::vector<std::string> texts;
    for (std::string line; std::getline(std::cin, line);) {
        const auto record = nlohmann::json::parse(line, nullptr, false);
        if (record.is_discarded() || !record.contains("text")) {
            std::fputs("axray_reuse_floor: a line is no JSON with a text\n", stderr);
            return 3;
        }
        texts.push_back(record["text"].get<std::string>());
    }
    Signature multipliers;
    for (std::uint64_t one = 0; one < kPermutations; ++one) multipliers[one] = XXH3_64bits(&one, sizeof one) | 1U;
    const auto begin = std::clock();
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> bands;
    std::size_t candidates = 0;
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        const auto signature = sign(texts[text], multipliers);
        std::vector<std::uint32_t> met;
        constexpr std::size_t kRows = kPermutations / kBands;
        for (std::size_t band = 0; band < kBands; ++band) {
            auto& holders = bands[XXH3_64bits_withSeed(&signature[band * kRows], kRows * sizeof(std::uint64_t), band)];
            met.insert(met.end(), holders.begin(), holders.end());
            if (holders.size() < kMostHolders) holders.push_back(text);
        }
        std::sort(met.begin(), met.end());
        candidates += static_cast<std::size_t>(std::unique(met.begin(), met.end()) - met.begin());
    }
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;  // of one core
    std::printf("{\"texts\":%zu,\"signing_and_look_up_seconds\":%.6f,\"candidates\":%zu}\n", texts.size(), seconds,
                candidates);
    return 0;
}
