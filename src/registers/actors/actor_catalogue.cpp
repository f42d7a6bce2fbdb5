#include "registers/actors/actor_catalogue.hpp"

#include <algorithm>
#include <cstring>
#include <set>
#include <span>
#include <utility>

#include "base/mapped_arrays.hpp"
#include "language/words/lexicon.hpp"
#include "registers/actors/actor_key.hpp"
#include "registers/actors/catalogue_format.hpp"
#include "registers/actors/make_catalogue.hpp"

namespace axray::registers {
namespace {

constexpr auto kLastNameKind = static_cast<std::uint32_t>(ListedNameKind::native_script);
constexpr std::size_t kLongerForm = 21;    // letters that "advanced persistent threat" has more than "APT"
constexpr std::size_t kLongestName = 512;  // bytes of a name that is looked up

}  // namespace

struct ActorCatalogue::Parts {
    explicit Parts(base::ModelFile opened) : file(std::move(opened)) {}

    std::string made;  // what `file` refers to when it lives in memory
    base::ModelFile file;
    CatalogueHeader header;
    std::span<const char> letters;
    std::span<const CatalogueEntry> entries;
    std::span<const CatalogueActor> actors;
    std::span<const CatalogueName> names;
    std::span<const CatalogueClaim> claims;
    std::span<const CatalogueKey> keys;
    std::span<const std::uint32_t> key_names;
    std::span<const std::uint32_t> slots;
    std::span<const CatalogueDeletion> deletions;

    bool take_arrays() {
        const auto payload = file.payload();
        if (payload.size() < sizeof(header)) return false;
        std::memcpy(&header, payload.data(), sizeof(header));
        base::MappedArrays arrays(payload, sizeof(header));
        letters = arrays.take<char>(header.letters);
        entries = arrays.take<CatalogueEntry>(header.entries);
        actors = arrays.take<CatalogueActor>(header.actors);
        names = arrays.take<CatalogueName>(header.names);
        claims = arrays.take<CatalogueClaim>(header.claims);
        keys = arrays.take<CatalogueKey>(header.keys);
        key_names = arrays.take<std::uint32_t>(header.key_names);
        slots = arrays.take<std::uint32_t>(header.slots);
        deletions = arrays.take<CatalogueDeletion>(header.deletions);
        return arrays.fit() && well_formed();
    }

    [[nodiscard]] bool inside(CatalogueText text) const {
        return text.begin <= letters.size() && text.size <= letters.size() - text.begin;
    }

    // Every number that leads into another array stays inside it.
    [[nodiscard]] bool well_formed() const {
        if (actors.empty() || names.empty() || keys.empty() || slots.empty()) return false;
        if ((slots.size() & (slots.size() - 1)) != 0 || slots.size() < keys.size()) return false;
        const auto sound_entry = [this](const auto& one) { return inside(one.list) && inside(one.reference); };
        const auto sound_claim = [this](const auto& one) {
            return one.entry < entries.size() && inside(one.text) && one.kind <= kLastNameKind;
        };
        if (!std::all_of(entries.begin(), entries.end(), sound_entry)) return false;
        if (!std::all_of(claims.begin(), claims.end(), sound_claim)) return false;
        CatalogueActor last;
        for (const auto& one : actors) {
            if (one.first_entry < last.first_entry || one.first_name < last.first_name) return false;
            last = one;
        }
        if (last.first_entry > entries.size() || last.first_name > names.size()) return false;
        std::uint32_t claim = 0;
        for (const auto& one : names) {
            if (one.actor + 1 >= actors.size() && &one != &names.back()) return false;
            if (one.first_claim < claim || one.first_claim > claims.size()) return false;
            claim = one.first_claim;
        }
        std::uint32_t name = 0;
        for (const auto& one : keys) {
            if (!inside(one.text) || one.first_name < name || one.first_name > key_names.size()) return false;
            if (one.software != kNoNumber && one.software >= entries.size()) return false;
            name = one.first_name;
        }
        const auto sound_name = [this](std::uint32_t one) { return one + 1 < names.size(); };
        const auto sound_slot = [this](std::uint32_t one) { return one == kNoNumber || one + 1 < keys.size(); };
        const auto sound_deletion = [this](const auto& one) { return one.key + 1 < keys.size(); };
        return std::all_of(key_names.begin(), key_names.end(), sound_name) &&
               std::all_of(slots.begin(), slots.end(), sound_slot) &&
               std::find(slots.begin(), slots.end(), kNoNumber) != slots.end() &&
               std::all_of(deletions.begin(), deletions.end(), sound_deletion);
    }

    [[nodiscard]] std::string_view text(CatalogueText place) const {
        return {letters.data() + place.begin, place.size};
    }

    [[nodiscard]] std::span<const std::uint32_t> names_of_key(std::uint32_t key) const {
        return key_names.subspan(keys[key].first_name, keys[key + 1].first_name - keys[key].first_name);
    }

    [[nodiscard]] std::span<const CatalogueClaim> claims_of_name(std::uint32_t name) const {
        return claims.subspan(names[name].first_claim, names[name + 1].first_claim - names[name].first_claim);
    }

    [[nodiscard]] KeyFacts facts_of(std::uint32_t key) const {
        return {key, !names_of_key(key).empty(), keys[key].software != kNoNumber,
                (keys[key].flags & kShortenedKey) != 0};
    }

    [[nodiscard]] NamedActor actor(std::uint32_t number) const {
        NamedActor result;
        for (auto entry = actors[number].first_entry; entry < actors[number + 1].first_entry; ++entry) {
            result.references.emplace_back(text(entries[entry].reference));
        }
        const auto claimed = claims_of_name(actors[number].first_name);
        if (!claimed.empty()) result.name = text(claimed.front().text);
        return result;
    }
};

ActorCatalogue::ActorCatalogue(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ActorCatalogue::ActorCatalogue(ActorCatalogue&&) noexcept = default;
ActorCatalogue& ActorCatalogue::operator=(ActorCatalogue&&) noexcept = default;
ActorCatalogue::~ActorCatalogue() = default;

Result<ActorCatalogue> ActorCatalogue::of(base::ModelFile file, const std::string& name) {
    auto parts = std::make_unique<Parts>(std::move(file));
    if (!parts->take_arrays()) {
        return fail(Error{ErrorCode::model_mismatch, "its parts do not fit together; it is damaged", {name}});
    }
    return ActorCatalogue(std::move(parts));
}

Result<ActorCatalogue> ActorCatalogue::build(const std::vector<RegisterEntry>& entries) {
    auto bytes = base::make_model_file(kCatalogueKind, kCatalogueVersion, make_catalogue(entries));
    auto file = base::ModelFile::in_memory(bytes, "actors", kCatalogueKind, kCatalogueVersion);
    if (!file) return fail(std::move(file).error());
    auto parts = std::make_unique<Parts>(*std::move(file));
    parts->made = std::move(bytes);
    if (!parts->take_arrays()) return fail(ErrorCode::internal, "the catalogue of actors does not fit together");
    return ActorCatalogue(std::move(parts));
}

std::size_t ActorCatalogue::longest_key() const { return parts_->header.longest_key + kLongerForm; }
std::uint32_t ActorCatalogue::actor_count() const { return parts_->header.actors - 1; }

bool ActorCatalogue::find_key(std::string_view key, KeyFacts& facts) const {
    if (is_long_form(key)) return find_key(short_form(key), facts);
    if (key.empty() || key.size() > parts_->header.longest_key) return false;
    const auto& slots = parts_->slots;
    for (auto slot = static_cast<std::size_t>(language::hash_word(key)) & (slots.size() - 1); slots[slot] != kNoNumber;
         slot = (slot + 1) & (slots.size() - 1)) {
        if (parts_->text(parts_->keys[slots[slot]].text) != key) continue;
        facts = parts_->facts_of(slots[slot]);
        return true;
    }
    return false;
}

ActorAnswer ActorCatalogue::answer(const KeyFacts& facts) const {
    const auto& parts = *parts_;
    ActorAnswer result;
    if (facts.software)
        result.software.emplace_back(parts.text(parts.entries[parts.keys[facts.key].software].reference));
    if (!facts.actor) {
        result.status = facts.software ? ActorStatus::software : ActorStatus::unconfirmed;
        return result;
    }
    if (facts.shortened) result.match = ActorMatch::shortened;
    if ((parts.keys[facts.key].flags & kSpellingKey) != 0) result.match = ActorMatch::spelling;
    std::vector<std::uint32_t> numbers;
    for (const auto name : parts.names_of_key(facts.key)) {
        const auto number = parts.names[name].actor;
        auto place = static_cast<std::size_t>(std::find(numbers.begin(), numbers.end(), number) - numbers.begin());
        if (place == numbers.size()) {
            numbers.push_back(number);
            result.actors.push_back(parts.actor(number));
        }
        for (const auto& claim : parts.claims_of_name(name)) {
            const auto& entry = parts.entries[claim.entry];
            result.actors[place].claims.push_back(
                {std::string(parts.text(entry.list)), std::string(parts.text(entry.reference)),
                 std::string(parts.text(claim.text)), static_cast<ListedNameKind>(claim.kind)});
        }
    }
    result.status = result.actors.size() == 1 ? ActorStatus::resolved : ActorStatus::ambiguous;
    std::stable_sort(result.actors.begin(), result.actors.end(), [](const NamedActor& left, const NamedActor& right) {
        return left.claims.size() > right.claims.size();
    });
    return result;
}

std::vector<std::string> ActorCatalogue::printed_names(const KeyFacts& facts) const {
    std::vector<std::string> printed;
    for (const auto name : parts_->names_of_key(facts.key)) {
        for (const auto& claim : parts_->claims_of_name(name)) {
            std::string text(parts_->text(claim.text));
            if (std::find(printed.begin(), printed.end(), text) == printed.end()) printed.push_back(std::move(text));
        }
    }
    return printed;
}

std::vector<std::string> ActorCatalogue::names_of(std::string_view reference) const {
    const auto& parts = *parts_;
    std::vector<std::string> found;
    for (std::uint32_t actor = 0; actor + 1 < parts.actors.size(); ++actor) {
        bool is_his = false;
        for (auto entry = parts.actors[actor].first_entry; entry < parts.actors[actor + 1].first_entry; ++entry) {
            is_his = is_his || parts.text(parts.entries[entry].reference) == reference;
        }
        if (!is_his) continue;
        for (auto name = parts.actors[actor].first_name; name < parts.actors[actor + 1].first_name; ++name) {
            const auto claimed = parts.claims_of_name(name);
            if (!claimed.empty()) found.emplace_back(parts.text(claimed.front().text));
        }
    }
    return found;
}

bool ActorCatalogue::find_typo(std::string_view key, KeyFacts& facts) const {
    if (!may_have_typo(key)) return false;
    const auto& deletions = parts_->deletions;
    std::set<std::uint32_t> near;
    for (const auto hash : deletion_hashes(key)) {
        auto at =
            std::lower_bound(deletions.begin(), deletions.end(), hash,
                             [](const CatalogueDeletion& one, std::uint64_t wanted) { return one.hash < wanted; });
        for (; at != deletions.end() && at->hash == hash; ++at) {
            const auto& text = parts_->keys[at->key].text;
            if (one_edit_apart(parts_->text(text), key)) near.insert(at->key);
        }
    }
    std::set<std::uint32_t> listed;
    for (const auto number : near) {
        const auto one = parts_->facts_of(number);
        if (!one.actor) return false;
        if (!one.shortened) listed.insert(number);
    }
    if (listed.size() != 1 || !may_have_typo(parts_->text(parts_->keys[*listed.begin()].text))) return false;
    facts = parts_->facts_of(*listed.begin());
    return true;
}

ActorAnswer ActorCatalogue::look_up_plain(std::string_view name) const {
    const auto forms = name_forms(name.substr(0, kLongestName));
    KeyFacts facts;
    const KeyFacts* as_software = nullptr;
    KeyFacts software;
    for (const auto& form : forms) {
        if (!find_key(form.key, facts)) continue;
        if (facts.actor) return answer(facts);
        software = facts;
        as_software = &software;
    }
    if (as_software != nullptr) return answer(software);
    for (const auto& form : forms) {
        if (!find_key(one_spelling(form.key), facts) || !facts.actor) continue;
        auto result = answer(facts);
        result.match = ActorMatch::spelling;
        return result;
    }
    // The shortest form is the name itself.
    for (auto form = forms.rbegin(); form != forms.rend(); ++form) {
        if (!find_typo(form->key, facts)) continue;
        auto result = answer(facts);
        result.match = ActorMatch::typo;
        return result;
    }
    return {};
}

ActorAnswer ActorCatalogue::look_up(std::string_view name) const {
    auto whole = look_up_plain(name);
    const auto parts = take_apart(name);
    if (parts.inner.empty() || whole.status == ActorStatus::resolved) return whole;
    auto outer = look_up_plain(parts.outer);
    auto inner = look_up_plain(parts.inner);
    if (outer.actors.empty()) return inner.actors.empty() ? outer : inner;
    if (inner.actors.empty()) return outer;
    std::vector<NamedActor> both;
    for (const auto& one : outer.actors) {
        for (const auto& other : inner.actors) {
            if (one.references.front() != other.references.front()) continue;
            both.push_back(one);
            both.back().claims.insert(both.back().claims.end(), other.claims.begin(), other.claims.end());
        }
    }
    if (both.empty()) {
        outer.actors.insert(outer.actors.end(), inner.actors.begin(), inner.actors.end());
    } else {
        outer.actors = std::move(both);
    }
    outer.status = outer.actors.size() == 1 ? ActorStatus::resolved : ActorStatus::ambiguous;
    return outer;
}

}  // namespace axray::registers
