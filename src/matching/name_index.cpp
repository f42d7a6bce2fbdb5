#include "matching/name_index.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/mapped_arrays.hpp"
#include "matching/name_index_format.hpp"
#include "matching/word_keys.hpp"

namespace axray::matching {
namespace {

// How much of a word's weight counts when it was found under a key of a kind.
constexpr float kUnderWord = 1;
constexpr float kUnderSkeleton = 0.8F;
constexpr float kUnderShortSkeleton = 0.5F;
constexpr float kWithoutLetter = 0.75F;
constexpr float kUnderPart = 0.45F;  // a beginning or an ending
constexpr float kUnderInitials = 0.6F;
constexpr float kJoinedWeight = 1.5F;  // of several words against one

constexpr std::size_t kShortSkeleton = 3;            // consonants; fewer say little
constexpr std::size_t kMostPostingsOfWord = 20'000;  // that are followed for one word of the query

float share_under(KeyKind kind, std::size_t skeleton_size) {
    switch (kind) {
        case KeyKind::word:
        case KeyKind::joined: return kUnderWord;
        case KeyKind::skeleton: return skeleton_size < kShortSkeleton ? kUnderShortSkeleton : kUnderSkeleton;
        case KeyKind::without_letter: return kWithoutLetter;
        case KeyKind::beginning:
        case KeyKind::ending: return kUnderPart;
        case KeyKind::initials: return kUnderInitials;
    }
    return 0;
}

}  // namespace

struct NameIndex::Parts {
    explicit Parts(base::ModelFile opened) : file(std::move(opened)) {}

    base::ModelFile file;
    NameIndexHeader header;
    std::span<const IndexedWord> words;
    std::span<const char> letters;
    std::span<const IndexedKey> keys;
    std::span<const std::uint32_t> directory;
    std::span<const std::uint32_t> key_words;
    std::span<const std::uint32_t> postings;
    std::span<const IndexedName> names;
    std::span<const std::uint32_t> name_words;

    bool take_arrays() {
        const auto payload = file.payload();
        if (payload.size() < sizeof(header)) return false;
        std::memcpy(&header, payload.data(), sizeof(header));
        base::MappedArrays arrays(payload, sizeof(header));
        words = arrays.take<IndexedWord>(header.words);
        letters = arrays.take<char>(header.letters);
        keys = arrays.take<IndexedKey>(header.keys);
        directory = arrays.take<std::uint32_t>((std::size_t{1} << kDirectoryBits) + 1);
        key_words = arrays.take<std::uint32_t>(header.key_words);
        postings = arrays.take<std::uint32_t>(header.postings);
        names = arrays.take<IndexedName>(header.names);
        name_words = arrays.take<std::uint32_t>(header.name_words);
        return arrays.fit();
    }

    // Every number that leads into another array stays inside it, so that a damaged file is refused and never walked.
    [[nodiscard]] bool well_formed() const {
        const auto below = [](std::span<const std::uint32_t> numbers, std::size_t end) {
            return std::all_of(numbers.begin(), numbers.end(), [end](std::uint32_t one) { return one < end; });
        };
        const auto below_marked = [this](std::uint32_t word) { return (word & kWordNumber) < words.size(); };
        if (!below(key_words, words.size()) || !below(postings, names.size())) return false;
        if (!std::all_of(name_words.begin(), name_words.end(), below_marked)) return false;
        std::uint32_t last = 0;
        for (const auto& word : words) {
            if (word.postings < last || word.postings > postings.size() || word.letters > letters.size()) return false;
            if (std::size_t{word.text_size} + word.skeleton_size + word.spelling_size > letters.size() - word.letters)
                return false;
            if (word.role > static_cast<std::uint8_t>(WordRole::title)) return false;
            last = word.postings;
        }
        last = 0;
        for (const auto& key : keys) {
            if (key.begin != last || key.end < key.begin || key.end > key_words.size()) return false;
            last = key.end;
        }
        last = 0;
        for (const auto slot : directory) {
            if (slot < last || slot > keys.size()) return false;
            last = slot;
        }
        last = 0;
        for (const auto& name : names) {
            if (name.words < last || name.words > name_words.size()) return false;
            if (name.kind > static_cast<std::uint8_t>(NameKind::actor)) return false;
            last = name.words;
        }
        return true;
    }

    [[nodiscard]] std::span<const std::uint32_t> words_under(std::uint64_t key) const {
        const auto slot = static_cast<std::size_t>(key >> (64U - kDirectoryBits));
        const auto begin = keys.begin() + directory[slot];
        const auto end = keys.begin() + directory[slot + 1];
        const auto at = std::lower_bound(begin, end, key,
                                         [](const IndexedKey& one, std::uint64_t sought) { return one.key < sought; });
        if (at == end || at->key != key) return {};
        return key_words.subspan(at->begin, at->end - at->begin);
    }

    [[nodiscard]] std::span<const std::uint32_t> names_with(std::uint32_t word) const {
        const std::size_t end = word + 1 < words.size() ? words[word + 1].postings : postings.size();
        return postings.subspan(words[word].postings, end - words[word].postings);
    }
};

Result<NameIndex> NameIndex::open(const std::string& path) {
    auto file = base::ModelFile::open(path, kNameIndexKind, kNameIndexVersion);
    if (!file) return fail(std::move(file).error());
    return of(*std::move(file), path);
}

Result<NameIndex> NameIndex::of(base::ModelFile file, const std::string& path) {
    auto parts = std::make_unique<Parts>(std::move(file));
    if (!parts->take_arrays() || !parts->well_formed()) {
        return fail(Error{ErrorCode::model_mismatch, "an index of names whose parts do not fit together", {path}});
    }
    return NameIndex(std::move(parts));
}

NameIndex::NameIndex(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;
NameIndex::~NameIndex() = default;

std::uint32_t NameIndex::size() const { return static_cast<std::uint32_t>(parts_->names.size()); }

NamePlace NameIndex::place(std::uint32_t name) const { return parts_->names[name].place; }

PreparedName NameIndex::prepared(std::uint32_t name) const {
    const auto& indexed = parts_->names[name];
    PreparedName prepared;
    prepared.kind = static_cast<NameKind>(indexed.kind);
    prepared.hints = indexed.hints;
    prepared.latin = (indexed.marks & 1U) != 0;
    prepared.consonants_only = (indexed.marks & 2U) != 0;
    const std::size_t end = name + 1 < parts_->names.size() ? parts_->names[name + 1].words : parts_->name_words.size();
    prepared.words.reserve(end - indexed.words);
    for (std::size_t at = indexed.words; at < end; ++at) {
        const std::uint32_t marked = parts_->name_words[at];
        const auto& word = parts_->words[marked & kWordNumber];
        const char* letters = parts_->letters.data() + word.letters;
        NameWord one;
        one.text.assign(letters, word.text_size);
        one.role = static_cast<WordRole>(word.role);
        one.skeleton.assign(letters + word.text_size, word.skeleton_size);
        one.spelling.assign(letters + word.text_size + word.skeleton_size, word.spelling_size);
        one.family = (marked & kFamilyMark) != 0;
        one.aside = (marked & kAsideMark) != 0;
        prepared.words.push_back(std::move(one));
    }
    return prepared;
}

// One search; short-lived.
class NameIndex::Search {
public:
    Search(const Parts& parts, IndexScratch& scratch) : parts_(parts), scratch_(scratch) {
        scratch_.gained.resize(parts_.names.size(), 0);
        scratch_.best_of_word.resize(parts_.names.size(), 0);
    }

    void add(const PreparedName& query) {
        for (const auto& word : query.words) {
            if (word.role != WordRole::legal_form) add_word(word, query.consonants_only);
        }
        for (const auto& key : joined_keys_of(query)) {
            look_up(key.key, 0);
            follow();
        }
    }

    // Leaves the scratch as it was found.
    std::vector<NameCandidate> best(std::size_t limit, std::span<const std::uint8_t> groups) {
        std::vector<NameCandidate> found;
        found.reserve(scratch_.touched.size());
        for (const auto name : scratch_.touched) {
            const float gained = std::exchange(scratch_.gained[name], 0.0F);
            const auto& indexed = parts_.names[name];
            const auto group = indexed.place.group;
            if (!groups.empty() && (group >= groups.size() || groups[group] == 0)) continue;
            found.push_back({name, 2 * gained / std::max(weight_of_query_ + indexed.weight, 1e-6F)});
        }
        scratch_.touched.clear();
        const auto better = [](const NameCandidate& left, const NameCandidate& right) {
            return left.overlap != right.overlap ? left.overlap > right.overlap : left.name < right.name;
        };
        if (found.size() > limit) {
            std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(limit), found.end(), better);
            found.resize(limit);
        }
        std::sort(found.begin(), found.end(), better);
        return found;
    }

private:
    // Of a word of the query, a word of the index that could be the same.
    struct LikelyWord {
        std::uint32_t word = 0;
        float value = 0;
        std::uint32_t names = 0;
    };

    void add_word(const NameWord& word, bool consonants_only) {
        float own = 0;
        for (const auto& key : keys_of(word)) {
            const bool tells_little = key.kind == KeyKind::skeleton && word.skeleton.size() < kShortSkeleton - 1;
            if (!tells_little || consonants_only) own = std::max(own, look_up(key, word.skeleton.size()));
        }
        weight_of_query_ += own > 0 ? own : role_weight(word.role);
        follow();
    }

    // Gathers the words under a key; gives the weight of the very word, 0 when the index lacks it.
    float look_up(const WordKey& key, std::size_t skeleton_size) {
        const float share = share_under(key.kind, skeleton_size);
        float own = 0;
        for (const auto word : parts_.words_under(key.key)) {
            const auto& indexed = parts_.words[word];
            const float weight = indexed.weight * (indexed.joined > 0 ? kJoinedWeight : 1);
            if (weight <= 0) continue;
            likely_.push_back({word, weight * share, static_cast<std::uint32_t>(parts_.names_with(word).size())});
            if (key.kind == KeyKind::word && indexed.joined == 0) own = std::max(own, indexed.weight);
        }
        return own;
    }

    // Every name gets, for one word of the query, the best of what the gathered words are worth.
    void follow() {
        std::sort(likely_.begin(), likely_.end(), [](const LikelyWord& left, const LikelyWord& right) {
            return left.names != right.names ? left.names < right.names : left.word < right.word;
        });
        std::size_t followed = 0;
        for (const auto& one : likely_) {
            if (followed > 0 && followed + one.names > kMostPostingsOfWord) break;
            followed += one.names;
            for (const auto name : parts_.names_with(one.word)) {
                float& best = scratch_.best_of_word[name];
                if (one.value <= best) continue;
                if (best == 0) scratch_.touched_by_word.push_back(name);
                if (scratch_.gained[name] == 0) scratch_.touched.push_back(name);
                scratch_.gained[name] += one.value - best;
                best = one.value;
            }
        }
        for (const auto name : scratch_.touched_by_word) scratch_.best_of_word[name] = 0;
        scratch_.touched_by_word.clear();
        likely_.clear();
    }

    const Parts& parts_;
    IndexScratch& scratch_;
    std::vector<LikelyWord> likely_;
    float weight_of_query_ = 0;
};

std::vector<NameCandidate> NameIndex::candidates(const PreparedName& query, std::size_t limit,
                                                 std::span<const std::uint8_t> groups, IndexScratch& scratch) const {
    Search search(*parts_, scratch);
    search.add(query);
    return search.best(limit, groups);
}

}  // namespace axray::matching
