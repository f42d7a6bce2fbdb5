// What the sorting of a stream keeps of a document (Document + its words -> DocumentProfile): weighted keys, no text.
//
// Keys are hashes of what the document is about: stems of its words, names of several words, numbers, pairs of words
// that stand side by side. What stands in the headline and in the first paragraphs weighs more. Source: own, over
// term frequency weighting (Salton and Buckley 1988).
#pragma once

#include <cstdint>
#include <vector>

#include <axray/document.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"

namespace axray::story {

enum class KeyKind : std::uint8_t { word, name, number, pair };

struct ProfileKey {
    std::uint64_t key = 0;
    float count = 0;  // how often, each time by the weight of its place
    float named = 0;  // 0..1: share of these that stand in a name
    KeyKind kind = KeyKind::word;
};

struct DocumentProfile {
    std::vector<ProfileKey> keys;  // ascending, each once
    float words = 0;               // content words
    std::int64_t day = 0;          // days since 1970-01-01; kNoDay when unknown
    static constexpr std::int64_t kNoDay = INT64_MIN;
};

// How much a place of the text weighs.
struct ProfileSettings {
    float title = 2.0F;
    float floor = 0.3F;          // of the last words of a long text
    float lead = 80.0F;          // content words after which the weight of 1 has fallen most of the way to the floor
    std::uint32_t pairs = 60;    // content words of the text whose pairs count
    std::uint32_t words = 2000;  // content words of the text that are looked at
};

// `title` may be null; `text` holds the words of the text. O(tokens).
[[nodiscard]] DocumentProfile make_profile(const language::AnnotatedText* title, const language::AnnotatedText& text,
                                           base::Day published, const ProfileSettings& settings = {});

}  // namespace axray::story
