// What the tests of examples/ share: files, words as they are compared, and expectations that may be known to be missed
// (expected.json -> failures).
//
// A part of an expectation that is known to be missed must be missed: once it is met, the test fails until the mark is
// taken away.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <axray/engine.hpp>

namespace examples {

inline std::filesystem::path folder() { return std::filesystem::path(AXRAY_SOURCE_DIR) / "examples"; }

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The models are opened once for all tests of the program.
inline const axray::Engine& engine() {
    static const auto kEngine = [] {
        axray::EngineOptions options;
        options.models_folder = AXRAY_MODELS_DIR;
        return axray::Engine::open(options);
    }();
    REQUIRE(kEngine.has_value());
    return *kEngine;
}

inline std::optional<axray::Document> read_report(const std::filesystem::path& path) {
    axray::ReadOptions options;
    options.id = path.filename().string();
    auto document = engine().read(bytes_of(path), options);
    if (!document) {
        FAIL_CHECK(document.error().to_string());
        return std::nullopt;
    }
    return *std::move(document);
}

inline void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

// As words are compared: lower case, runs of white space as one blank, straight apostrophes.
inline std::string folded(std::string_view words) {
    std::string text(words);
    replace_all(text, "\xC2\xA0", " ");
    replace_all(text, "\xE2\x80\x99", "'");
    std::string result;
    for (const char character : text) {
        const bool blank = character == ' ' || character == '\n' || character == '\t';
        if (blank && (result.empty() || result.back() == ' ')) continue;
        const bool capital = character >= 'A' && character <= 'Z';
        result += blank ? ' ' : capital ? static_cast<char>(character - 'A' + 'a') : character;
    }
    return result;
}

inline bool holds(std::string_view text, const std::string& words) {
    return folded(text).find(folded(words)) != std::string::npos;
}

inline std::string joined(const std::vector<std::string>& parts) {
    std::string result;
    for (const std::string& part : parts) result += (result.empty() ? "" : "; ") + part;
    return result.empty() ? "nothing" : result;
}

// What an example expects in one respect, and what came of it.
struct Finding {
    std::string part;  // "verdict", "evidence", "joined"
    bool met = false;
    std::string expected;
    std::string got;
};

// Fails for every part that is not met and not known to be missed, and for a mark without a miss. `place` says which
// row of which story; `row` may be a plain string, which knows of no misses.
inline void judge(const std::string& place, const std::vector<Finding>& findings, const nlohmann::json& row) {
    const auto known = row.is_object() ? row.value("known_miss", nlohmann::json::object()) : nlohmann::json::object();
    for (const Finding& finding : findings) {
        const bool marked = known.contains(finding.part);
        if (marked) CHECK_FALSE(known.at(finding.part).get<std::string>().empty());
        if (finding.met != marked) continue;
        if (finding.met) {
            FAIL_CHECK(place << ": " << finding.part << " is met: take known_miss away");
        } else {
            FAIL_CHECK(place << ": " << finding.part << "\n  expected: " << finding.expected
                             << "\n  got:      " << finding.got);
        }
    }
    for (const auto& mark : known.items()) {
        const bool known_part = std::any_of(findings.begin(), findings.end(),
                                            [&](const Finding& finding) { return finding.part == mark.key(); });
        if (!known_part) FAIL_CHECK(place << ": no such part to miss: " << mark.key());
    }
}

}  // namespace examples
