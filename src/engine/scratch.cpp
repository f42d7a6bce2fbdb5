#include "engine/scratch.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <xxhash.h>

namespace axray::engine {
namespace {

void add_number(XXH3_state_t& state, std::uint64_t number) { XXH3_128bits_update(&state, &number, sizeof(number)); }

void add_text(XXH3_state_t& state, std::string_view text) {
    add_number(state, text.size());
    XXH3_128bits_update(&state, text.data(), text.size());
}

}  // namespace

SourceKey key_of(std::span<const SourceText> sources) {
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    add_number(*state, sources.size());
    for (const auto& source : sources) {
        add_number(*state, source.sentences.size());
        for (const auto& sentence : source.sentences) add_text(*state, sentence);
        if (source.sentences.empty()) add_text(*state, source.text);
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return {hash.low64, hash.high64};
}

Result<std::shared_ptr<const SourceSet>> SourceCache::find_or_make(SourceKey key, const Make& make) {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.set != nullptr && entry.key == key; });
    if (found != entries_.end()) {
        std::rotate(entries_.begin(), found, found + 1);
        return entries_.front().set;
    }
    auto set = make();
    if (!set || (*set)->token_count() > kMostTokens) return set;
    std::rotate(entries_.begin(), entries_.end() - 1, entries_.end());
    entries_.front() = {key, *set};
    return set;
}

ScratchPool::Loan ScratchPool::lend() {
    std::unique_ptr<Scratch> scratch;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            scratch = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!scratch) scratch = std::make_unique<Scratch>(lexicon_);
    return {*this, std::move(scratch)};
}

void ScratchPool::take_back(std::unique_ptr<Scratch> scratch) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(scratch));
}

}  // namespace axray::engine
