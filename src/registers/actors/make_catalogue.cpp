#include "registers/actors/make_catalogue.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <span>
#include <utility>

#include "base/mapped_arrays.hpp"
#include "language/words/lexicon.hpp"
#include "registers/actors/actor_groups.hpp"
#include "registers/actors/actor_key.hpp"
#include "registers/actors/catalogue_format.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kLeastShortened = 5;  // bytes of a key from which a noun was left out
constexpr std::size_t kMostKey = 96;        // bytes; a longer name is a sentence, which nobody writes again

struct MadeKey {
    std::vector<std::uint32_t> names;
    std::uint32_t software = kNoNumber;
    std::uint32_t flags = 0;
};

class Making {
public:
    std::string make(const std::vector<RegisterEntry>& entries) {
        std::vector<RegisterEntry> actors;
        std::vector<const RegisterEntry*> software;
        for (const auto& entry : entries) {
            if (entry.kind == EntryKind::actor && !entry.names.empty()) actors.push_back(entry);
            if (entry.kind == EntryKind::software) software.push_back(&entry);
        }
        for (const auto& group : group_actors(actors)) add_actor(actors, group);
        actors_.push_back({static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(names_.size())});
        names_.push_back({0, static_cast<std::uint32_t>(claims_.size())});
        for (const auto* entry : software) add_software(*entry);
        add_shortened();
        add_spellings();
        return finish();
    }

private:
    CatalogueText text_of(std::string_view text) {
        const CatalogueText place{static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(text.size())};
        letters_ += text;
        return place;
    }

    std::uint32_t add_entry(const RegisterEntry& entry) {
        entries_.push_back({text_of(entry.list), text_of(entry.reference)});
        return static_cast<std::uint32_t>(entries_.size() - 1);
    }

    void add_actor(const std::vector<RegisterEntry>& all, const ActorGroup& group) {
        const auto actor = static_cast<std::uint32_t>(actors_.size());
        actors_.push_back({static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(names_.size())});
        std::vector<std::pair<std::string, std::vector<CatalogueClaim>>> names;  // by key, in the order of the entries
        std::map<std::string, std::size_t> place;
        for (const auto number : group.entries) {
            const auto entry = add_entry(all[number]);
            for (const auto& name : all[number].names) {
                auto key = actor_key(name.text);
                if (key.empty() || key.size() > kMostKey) continue;
                const auto known = place.emplace(key, names.size());
                if (known.second) names.emplace_back(key, std::vector<CatalogueClaim>());
                auto& claims = names[known.first->second].second;
                if (claims.empty() || claims.back().entry != entry)
                    claims.push_back({entry, text_of(name.text), static_cast<std::uint32_t>(name.kind)});
            }
        }
        for (const auto& [key, claims] : names) {
            keys_[key].names.push_back(static_cast<std::uint32_t>(names_.size()));
            printed_.emplace_back(letters_.substr(claims.front().text.begin, claims.front().text.size));
            names_.push_back({actor, static_cast<std::uint32_t>(claims_.size())});
            claims_.insert(claims_.end(), claims.begin(), claims.end());
        }
    }

    void add_software(const RegisterEntry& entry) {
        std::uint32_t number = kNoNumber;
        for (const auto& name : entry.names) {
            auto key = actor_key(name.text);
            if (key.empty() || key.size() > kMostKey) continue;
            auto& made = keys_[key];
            if (made.software != kNoNumber) continue;
            if (number == kNoNumber) number = add_entry(entry);
            made.software = number;
        }
    }

    // "lazarus" for "Lazarus Group", where no register uses the short name for something else.
    void add_shortened() {
        std::map<std::string, std::vector<std::uint32_t>> shortened;
        for (std::uint32_t name = 0; name < printed_.size(); ++name) {
            auto key = shortened_key(printed_[name]);
            if (key.size() >= kLeastShortened && keys_.count(key) == 0) shortened[key].push_back(name);
        }
        for (auto& [key, names] : shortened) keys_[key] = {std::move(names), kNoNumber, kShortenedKey};
    }

    void add_spellings() {
        std::map<std::string, std::vector<std::uint32_t>> spelled;
        for (const auto& [key, made] : keys_) {
            if (made.names.empty() || made.flags != 0) continue;
            auto other = one_spelling(key);
            if (other == key || keys_.count(other) != 0) continue;
            auto& names = spelled[other];
            names.insert(names.end(), made.names.begin(), made.names.end());
        }
        for (auto& [key, names] : spelled) keys_[key] = {std::move(names), kNoNumber, kSpellingKey};
    }

    void make_slots(const std::vector<std::uint64_t>& hashes) {
        std::size_t size = 16;
        while (size < 2 * hashes.size()) size *= 2;
        slots_.assign(size, kNoNumber);
        for (std::uint32_t key = 0; key < hashes.size(); ++key) {
            auto slot = static_cast<std::size_t>(hashes[key]) & (size - 1);
            while (slots_[slot] != kNoNumber) slot = (slot + 1) & (size - 1);
            slots_[slot] = key;
        }
    }

    std::string finish() {
        std::vector<CatalogueKey> keys;
        std::vector<std::uint32_t> key_names;
        std::vector<CatalogueDeletion> deletions;
        std::vector<std::uint64_t> hashes;
        CatalogueHeader header;
        for (const auto& [key, made] : keys_) {
            const auto number = static_cast<std::uint32_t>(keys.size());
            keys.push_back({text_of(key), static_cast<std::uint32_t>(key_names.size()), made.software, made.flags});
            key_names.insert(key_names.end(), made.names.begin(), made.names.end());
            hashes.push_back(language::hash_word(key));
            header.longest_key = std::max(header.longest_key, static_cast<std::uint32_t>(key.size()));
            // Names of malware too: what is one letter from both is neither.
            for (const auto hash : deletion_hashes(key)) deletions.push_back({hash, number, 0});
        }
        keys.push_back({{}, static_cast<std::uint32_t>(key_names.size()), kNoNumber, 0});
        make_slots(hashes);
        std::sort(deletions.begin(), deletions.end(), [](const auto& left, const auto& right) {
            return left.hash != right.hash ? left.hash < right.hash : left.key < right.key;
        });
        const auto count = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
        header.letters = count(letters_);
        header.entries = count(entries_);
        header.actors = count(actors_);
        header.names = count(names_);
        header.claims = count(claims_);
        header.keys = count(keys);
        header.key_names = count(key_names);
        header.slots = count(slots_);
        header.deletions = count(deletions);
        std::string payload;
        base::append_array(payload, std::array{header});
        base::append_array(payload, letters_);
        base::append_array(payload, entries_);
        base::append_array(payload, actors_);
        base::append_array(payload, names_);
        base::append_array(payload, claims_);
        base::append_array(payload, keys);
        base::append_array(payload, key_names);
        base::append_array(payload, slots_);
        base::append_array(payload, deletions);
        return payload;
    }

    std::string letters_;
    std::vector<CatalogueEntry> entries_;
    std::vector<CatalogueActor> actors_;
    std::vector<CatalogueName> names_;
    std::vector<CatalogueClaim> claims_;
    std::vector<std::string> printed_;  // of each name, as its first entry prints it
    std::vector<std::uint32_t> slots_;
    std::map<std::string, MadeKey> keys_;
};

}  // namespace

std::string make_catalogue(const std::vector<RegisterEntry>& entries) { return Making().make(entries); }

}  // namespace axray::registers
