#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include <axray/registers.hpp>

#include "base/models_folder.hpp"
#include "matching/name_index.hpp"
#include "matching/name_match.hpp"
#include "matching/name_preparer.hpp"
#include "registers/screening/facts.hpp"
#include "registers/screening/index_files.hpp"
#include "registers/screening/line_files.hpp"
#include "registers/store/history.hpp"
#include "registers/store/store.hpp"

namespace axray {
namespace {

using matching::NameMatch;
using matching::PreparedName;

constexpr std::size_t kCandidates = 48;       // names that are compared word by word
constexpr float kFarBehind = 0.35F;           // share of the best overlap below which a name is not compared
constexpr double kMostOfWeakAlias = 0.6;      // such a name alone is too common to be surer
constexpr double kSurestByName = 0.98;        // where facts speak against it: people have namesakes
constexpr double kWithinReachOfFacts = 0.02;  // a less probable name is lifted by no fact

// Working memory of searches, lent to one thread at a time.
class ScratchPool {
public:
    std::unique_ptr<matching::IndexScratch> take() {
        const std::scoped_lock lock(mutex_);
        if (free_.empty()) return std::make_unique<matching::IndexScratch>();
        auto scratch = std::move(free_.back());
        free_.pop_back();
        return scratch;
    }
    void give_back(std::unique_ptr<matching::IndexScratch> scratch) {
        const std::scoped_lock lock(mutex_);
        free_.push_back(std::move(scratch));
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<matching::IndexScratch>> free_;
};

// An entry that the query could name, by the best of its names.
struct Likely {
    std::uint32_t entry = 0;
    std::uint16_t name = 0;
    double probability = 0;
    float overlap = 0;
};

std::vector<Span> spans_of(const PreparedName& name, const std::vector<std::uint32_t>& words) {
    std::vector<Span> spans;
    spans.reserve(words.size());
    for (const auto word : words) spans.push_back(name.words[word].span);
    return spans;
}

std::vector<std::string> hints_of(const PreparedName& name) {
    std::vector<std::string> hints;
    if ((name.hints & matching::kLookalikes) != 0) hints.emplace_back("look-alike letters");
    if ((name.hints & matching::kInvisible) != 0) hints.emplace_back("invisible letters");
    if ((name.hints & matching::kMixedScripts) != 0) hints.emplace_back("words in several scripts");
    if ((name.hints & matching::kShortened) != 0) hints.emplace_back("longer than what is compared");
    return hints;
}

bool gives_facts(const ScreenQuery& query) {
    return !query.births.empty() || !query.countries.empty() || !query.identifiers.empty();
}

}  // namespace

struct Registers::State {
    State(registers::Store opened_store, std::vector<ListVersion> in_use, matching::NamePreparer opened_preparer,
          matching::NameMatcher opened_matcher, registers::SearchFiles opened_files, registers::LineFiles opened_lines,
          registers::Histories opened_histories)
        : store(std::move(opened_store)),
          versions(std::move(in_use)),
          preparer(std::move(opened_preparer)),
          matcher(std::move(opened_matcher)),
          files(std::move(opened_files)),
          lines(std::move(opened_lines)),
          histories(std::move(opened_histories)) {}

    registers::Store store;
    std::vector<ListVersion> versions;
    matching::NamePreparer preparer;
    matching::NameMatcher matcher;
    registers::SearchFiles files;
    registers::LineFiles lines;
    registers::Histories histories;  // of all lists in use
    std::string on;
    mutable ScratchPool pool;

    [[nodiscard]] Result<RegisterEntry> read_entry(std::uint32_t entry) const {
        const auto place = files.entries.place(entry);
        const auto line = lines.read(place.version, place.line);
        if (!line) return fail(line.error());
        auto read = registers::from_json_line(*line);
        if (!read) return fail(std::move(read).error().within(store.entries_path(versions[place.version])));
        return read;
    }

    // Which groups of the index are searched: by number of the version; empty for all.
    [[nodiscard]] Result<std::vector<std::uint8_t>> groups_of(const std::vector<std::string>& lists) const {
        std::vector<std::uint8_t> groups;
        if (lists.empty()) return groups;
        groups.resize(versions.size(), 0);
        for (const auto& list : lists) {
            const auto at = std::find_if(versions.begin(), versions.end(),
                                         [&list](const ListVersion& version) { return version.list == list; });
            if (at == versions.end()) {
                return fail(ErrorCode::invalid_usage, "there is no list " + list + "; there are" + names_of_lists());
            }
            groups[static_cast<std::size_t>(at - versions.begin())] = 1;
        }
        return groups;
    }

    [[nodiscard]] std::string names_of_lists() const {
        std::string names;
        for (const auto& version : versions) names += (names.empty() ? " " : ", ") + version.list;
        return names;
    }

    // Entries by the probability of their best name, each once.
    [[nodiscard]] std::vector<Likely> likely_entries(const PreparedName& query,
                                                     const std::vector<std::uint8_t>& groups) const {
        auto scratch = pool.take();
        const auto candidates = files.names.candidates(query, kCandidates, groups, *scratch);
        pool.give_back(std::move(scratch));
        std::map<std::uint32_t, Likely> best;
        for (const auto& candidate : candidates) {
            if (candidate.overlap < kFarBehind * candidates.front().overlap) break;
            const auto place = files.names.place(candidate.name);
            const Likely found{place.entry, place.name,
                               matcher.probability(query, files.names.prepared(candidate.name)), candidate.overlap};
            const auto [at, is_new] = best.try_emplace(place.entry, found);
            if (!is_new && found.probability > at->second.probability) at->second = found;
        }
        std::vector<Likely> entries;
        entries.reserve(best.size());
        for (const auto& [entry, likely] : best) entries.push_back(likely);
        std::sort(entries.begin(), entries.end(), [](const Likely& left, const Likely& right) {
            if (left.probability != right.probability) return left.probability > right.probability;
            return left.overlap != right.overlap ? left.overlap > right.overlap : left.entry < right.entry;
        });
        return entries;
    }

    // What a listed name is worth, knowing what kind of name the list says it is.
    [[nodiscard]] static double worth(double probability, ListedNameKind kind) {
        return kind == ListedNameKind::weak_alias ? std::min(probability, kMostOfWeakAlias) : probability;
    }

    // A weak alias may have met best, and be worth less than another name of the entry.
    void choose_name(const PreparedName& prepared, ScreenHit& hit) const {
        const auto& names = hit.entry.names;
        hit.probability = worth(hit.probability, names[hit.name].kind);
        if (names[hit.name].kind != ListedNameKind::weak_alias) return;
        for (std::uint32_t name = 0; name < names.size(); ++name) {
            if (names[name].kind == ListedNameKind::weak_alias) continue;
            const auto listed = preparer.prepare(names[name].text, registers::name_kind(hit.entry.kind));
            const double probability = matcher.probability(prepared, listed);
            if (probability <= hit.probability) continue;
            hit.name = name;
            hit.probability = probability;
        }
    }

    [[nodiscard]] Result<ScreenHit> make_hit(const ScreenQuery& query, const PreparedName& prepared,
                                             const Likely& likely) const {
        auto entry = read_entry(likely.entry);
        if (!entry) return fail(std::move(entry).error());
        ScreenHit hit;
        hit.entry = *std::move(entry);
        hit.name = std::min<std::uint32_t>(likely.name, static_cast<std::uint32_t>(hit.entry.names.size()) - 1);
        hit.probability = likely.probability;
        choose_name(prepared, hit);
        const auto& met = hit.entry.names[hit.name];
        const auto listed = preparer.prepare(met.text, registers::name_kind(hit.entry.kind));
        const NameMatch match = matcher.match(prepared, listed);
        for (const auto& pair : match.pairs) {
            hit.words.push_back({spans_of(prepared, pair.query), spans_of(listed, pair.listed),
                                 matching::to_string(pair.how), pair.similarity});
        }
        hit.query_left = spans_of(prepared, match.query_left);
        hit.listed_left = spans_of(listed, match.listed_left);
        auto weighed = registers::weigh_facts(query, hit.entry);
        hit.facts = std::move(weighed.facts);
        if (weighed.log_odds < 0) hit.probability = std::min(hit.probability, kSurestByName);
        hit.probability = registers::shifted(hit.probability, weighed.log_odds);
        set_version(likely.entry, hit);
        return hit;
    }

    void set_version(std::uint32_t entry, ScreenHit& hit) const {
        hit.version = versions[files.entries.place(entry).version];
        if (const auto history = histories.find(hit.version.list); history != histories.end())
            hit.state = registers::listed_state(hit.entry, history->second, on);
    }
};

Result<Registers> Registers::open(const RegistersOptions& options) {
    const auto folder = options.folder.empty() ? registers::default_folder() : options.folder;
    auto store = registers::Store::open(folder);
    if (!store) return fail(std::move(store).error());
    auto versions = store->in_use(options.on);
    if (!versions) return fail(std::move(versions).error());
    if (versions->empty()) {
        return fail(Error{ErrorCode::not_found, "no list was imported: `axray registers import` does that", {folder}});
    }
    auto preparer = matching::NamePreparer::create();
    if (!preparer) return fail(std::move(preparer).error());
    auto matcher = matching::NameMatcher::open(base::models_folder(options.models_folder));
    if (!matcher) return fail(std::move(matcher).error());
    auto files = registers::open_search_files(*store, *versions, *preparer);
    if (!files) return fail(std::move(files).error());
    std::vector<std::string> paths;
    for (const auto& version : *versions) paths.push_back(store->entries_path(version));
    auto lines = registers::LineFiles::open(std::move(paths));
    if (!lines) return fail(std::move(lines).error());
    auto histories = registers::open_histories(*store);
    if (!histories) return fail(std::move(histories).error());
    auto state =
        std::make_unique<State>(*std::move(store), *std::move(versions), *std::move(preparer), *std::move(matcher),
                                *std::move(files), *std::move(lines), *std::move(histories));
    state->on = options.on;
    return Registers(std::move(state));
}

Registers::Registers(std::unique_ptr<State> state) : state_(std::move(state)) {}
Registers::Registers(Registers&&) noexcept = default;
Registers& Registers::operator=(Registers&&) noexcept = default;
Registers::~Registers() = default;

const std::vector<ListVersion>& Registers::lists() const { return state_->versions; }

Result<ScreenAnswer> Registers::screen(const ScreenQuery& query, const ScreenOptions& options) const {
    const auto groups = state_->groups_of(options.lists);
    if (!groups) return fail(groups.error());
    const auto prepared = state_->preparer.prepare(query.name, registers::name_kind(query.kind));
    if (prepared.words.empty()) return fail(ErrorCode::empty, "the name has no letter or digit to be sought by");

    ScreenAnswer answer;
    answer.hints = hints_of(prepared);
    const double least = gives_facts(query) ? std::min(options.threshold, kWithinReachOfFacts) : options.threshold;
    for (const auto& likely : state_->likely_entries(prepared, *groups)) {
        if (likely.probability < least) break;
        if (!gives_facts(query) && answer.hits.size() >= options.limit) break;
        auto hit = state_->make_hit(query, prepared, likely);
        if (!hit) return fail(std::move(hit).error());
        if (hit->probability >= options.threshold) answer.hits.push_back(*std::move(hit));
    }
    std::stable_sort(answer.hits.begin(), answer.hits.end(), [](const ScreenHit& left, const ScreenHit& right) {
        return left.probability > right.probability;
    });
    if (answer.hits.size() > options.limit) answer.hits.resize(options.limit);
    return answer;
}

Result<ScreenHit> Registers::entry(std::string_view reference) const {
    const auto found = state_->files.entries.find(reference);
    if (found.empty()) {
        return fail(ErrorCode::not_found, "no list in use has an entry " + std::string(reference));
    }
    auto entry = state_->read_entry(found.front());
    if (!entry) return fail(std::move(entry).error());
    ScreenHit hit;
    hit.entry = *std::move(entry);
    hit.probability = 1;
    state_->set_version(found.front(), hit);
    return hit;
}

}  // namespace axray
