// Finds the listed names that a name could be, without comparing it with all of them (PreparedName -> candidates).
//
// Words stand in a dictionary, found through keys: the word itself, its skeleton, the word without one letter (so that
// words one typo apart share a key), neighbours written as one, initials. Each word leads to the names that have it; a
// name collects the weights of the words that it shares with the query. The index is one file, mapped and never parsed.
// Sources: inverted files (Zobel and Moffat 2006); deletion neighbourhoods (Mor and Fraenkel 1982).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "base/model_file.hpp"
#include "matching/prepared_name.hpp"

namespace axray::matching {

// Whose name it is; the numbers are the caller's.
struct NamePlace {
    std::uint32_t entry = 0;
    std::uint16_t name = 0;   // among the names of the entry
    std::uint16_t group = 0;  // what a search can be restricted to: the number of its list

    friend bool operator==(const NamePlace&, const NamePlace&) = default;
};

// Gathers names and writes them as an index.
class NameIndexBuilder {
public:
    NameIndexBuilder();
    NameIndexBuilder(NameIndexBuilder&&) noexcept;
    NameIndexBuilder& operator=(NameIndexBuilder&&) noexcept;
    ~NameIndexBuilder();

    // A name without words is left out, and so is one whose words the same entry had before.
    void add(const PreparedName& name, NamePlace place);

    // The payload of the file. Deterministic in the names and their order. O(letters of all words).
    [[nodiscard]] std::string finish() const;

private:
    struct Gathered;
    std::unique_ptr<Gathered> gathered_;
};

struct NameCandidate {
    std::uint32_t name = 0;  // its number in the index
    // Share of the weight of both names that they have in common, typos and skeletons counted in part; more than 1
    // where words stand beside each other in both.
    float overlap = 0;
};

// What a search needs besides the index, kept between searches; one for each thread.
struct IndexScratch {
    std::vector<float> gained;           // by number of name; all zero between searches
    std::vector<std::uint32_t> touched;  // names that gained
    std::vector<float> best_of_word;     // by number of name: from the query word that is looked up now
    std::vector<std::uint32_t> touched_by_word;
};

// Constant after it was opened; may be used by several threads at once.
class NameIndex {
public:
    // Maps the file and checks its parts once. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<NameIndex> open(const std::string& path);

    // The same over a model file that is open already.
    [[nodiscard]] static Result<NameIndex> of(base::ModelFile file, const std::string& path);

    // The most promising names, at most `limit`, best first, ties by number. `groups` says by number which are
    // searched; empty: all. Cost: the postings of the query's words and of words like them, with an upper bound.
    [[nodiscard]] std::vector<NameCandidate> candidates(const PreparedName& query, std::size_t limit,
                                                        std::span<const std::uint8_t> groups,
                                                        IndexScratch& scratch) const;

    [[nodiscard]] std::uint32_t size() const;
    [[nodiscard]] NamePlace place(std::uint32_t name) const;

    // As it was prepared, but without the spans of its words.
    [[nodiscard]] PreparedName prepared(std::uint32_t name) const;

    NameIndex(NameIndex&&) noexcept;
    NameIndex& operator=(NameIndex&&) noexcept;
    ~NameIndex();

private:
    struct Parts;
    class Search;
    explicit NameIndex(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

inline constexpr std::string_view kNameIndexKind = "name-index";
inline constexpr std::uint32_t kNameIndexVersion = 3;

}  // namespace axray::matching
