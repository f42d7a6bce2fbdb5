#include "story/stream/document_profile.hpp"

#include <algorithm>
#include <cmath>

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::TokenKind;

constexpr std::uint64_t kNameSalt = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kPairSalt = 0xC2B2AE3D27D4EB4FULL;

struct Entry {
    std::uint64_t key;
    float weight;
    bool named;
    KeyKind kind;
};

class Collector {
public:
    explicit Collector(const ProfileSettings& settings) : settings_(settings) {}

    void add(const AnnotatedText& text, bool is_title) {
        const auto& tokens = text.tokens;
        std::uint64_t before = 0;
        std::uint32_t position = 0;
        std::vector<float> weight_of(tokens.size(), 0.0F);
        for (std::uint32_t token = 0; token < tokens.size() && position < settings_.words; ++token) {
            const float weight = is_title ? settings_.title : weight_at(position);
            weight_of[token] = weight;
            if (!tokens.is_content(token) || tokens.kind[token] == TokenKind::address) {
                if (!tokens.has(token, language::kFunctionWord)) before = 0;
                continue;
            }
            ++position;
            const bool number = tokens.kind[token] == TokenKind::number;
            const std::uint64_t stem = tokens.stem[token];
            entries_.push_back(
                {stem, weight, tokens.has(token, language::kNameToken), number ? KeyKind::number : KeyKind::word});
            if (before != 0 && (is_title || position <= settings_.pairs))
                entries_.push_back({(before * kPairSalt) ^ stem, weight, false, KeyKind::pair});
            before = stem;
        }
        for (const auto& mention : text.mentions) {
            if (mention.tokens.size() < 2 || weight_of[mention.tokens.begin] == 0) continue;
            entries_.push_back({mention.key ^ kNameSalt, weight_of[mention.tokens.begin], true, KeyKind::name});
        }
        words_ += static_cast<float>(position);
    }

    DocumentProfile take() {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Entry& a, const Entry& b) { return a.key < b.key; });
        DocumentProfile profile;
        profile.words = words_;
        for (std::size_t at = 0; at < entries_.size();) {
            ProfileKey key{entries_[at].key, 0, 0, entries_[at].kind};
            for (; at < entries_.size() && entries_[at].key == key.key; ++at) {
                key.count += entries_[at].weight;
                if (entries_[at].named) key.named += entries_[at].weight;
            }
            key.named /= key.count;
            profile.keys.push_back(key);
        }
        return profile;
    }

private:
    [[nodiscard]] float weight_at(std::uint32_t position) const {
        return settings_.floor + (1.0F - settings_.floor) * std::exp(-static_cast<float>(position) / settings_.lead);
    }

    const ProfileSettings& settings_;
    std::vector<Entry> entries_;
    float words_ = 0;
};

}  // namespace

DocumentProfile make_profile(const AnnotatedText* title, const AnnotatedText& text, base::Day published,
                             const ProfileSettings& settings) {
    Collector collector(settings);
    if (title != nullptr) collector.add(*title, true);
    collector.add(text, false);
    auto profile = collector.take();
    profile.day = published.year == 0 ? DocumentProfile::kNoDay : base::day_number(published);
    return profile;
}

}  // namespace axray::story
