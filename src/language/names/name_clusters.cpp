#include "language/names/name_clusters.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace axray::language {
namespace {

constexpr std::size_t kMostCompared = 24;  // names with the same first or last word
constexpr unsigned kStepsToLocation = 9;
constexpr std::uint64_t kMixing = 0x9E3779B97F4A7C15;

// All mentions with the same key.
struct Cluster {
    std::uint64_t key = 0;
    std::uint64_t acronym = 0;
    std::uint64_t alias = 0;
    std::uint32_t first = 0;  // mention
    NameType type = NameType::unknown;
    std::vector<std::uint32_t> words;  // tokens of the first mention that are words; of a person, without titles
};

struct Entry {
    std::uint64_t value = 0;
    std::uint32_t cluster = 0;
    friend bool operator<(const Entry& one, const Entry& other) {
        return one.value != other.value ? one.value < other.value : one.cluster < other.cluster;
    }
};

class Clusters {
public:
    Clusters(const TokenView& view, const Lexicon& lexicon, const std::vector<Mention>& mentions)
        : view_(view), lexicon_(lexicon), mentions_(mentions), cluster_of_(mentions.size()) {
        make_clusters();
        root_.resize(clusters_.size());
        std::iota(root_.begin(), root_.end(), 0U);
    }

    std::vector<std::uint32_t> run() {
        join_aliases();
        join_synonyms();
        join_acronyms();
        join_persons();
        join_bodies();
        join_places();
        std::vector<std::uint32_t> group(mentions_.size());
        std::vector<std::uint32_t> first(clusters_.size(), kNone);
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
            std::uint32_t& begin = first[root(cluster_of_[i])];
            if (begin == kNone) begin = i;
            group[i] = begin;
        }
        return group;
    }

private:
    void make_clusters() {
        std::vector<Entry> keys;
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) keys.push_back({mentions_[i].key, i});
        std::sort(keys.begin(), keys.end());
        for (std::size_t begin = 0; begin < keys.size();) {
            std::size_t end = begin;
            Cluster cluster;
            cluster.key = keys[begin].value;
            cluster.first = keys[begin].cluster;
            std::array<std::uint32_t, 5> votes{};
            for (; end < keys.size() && keys[end].value == cluster.key; ++end) {
                const Mention& mention = mentions_[keys[end].cluster];
                cluster_of_[keys[end].cluster] = static_cast<std::uint32_t>(clusters_.size());
                if (cluster.alias == 0) cluster.alias = mention.alias;
                if (mention.type != NameType::unknown) ++votes[static_cast<std::size_t>(mention.type)];
            }
            const auto most = std::max_element(votes.begin(), votes.end());
            if (*most > 0) cluster.type = static_cast<NameType>(most - votes.begin());
            cluster.acronym = mentions_[cluster.first].acronym;
            const TokenSpan tokens = mentions_[cluster.first].tokens;
            for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
                if (!view_.is_wordlike(at)) continue;
                const bool title = cluster.type == NameType::person && at + 1 < tokens.end && is_title(at);
                if (!title || !cluster.words.empty()) cluster.words.push_back(at);
            }
            clusters_.push_back(std::move(cluster));
            begin = end;
        }
    }

    bool is_title(std::uint32_t at) const {
        return view_.uses(at, kUsePersonTitle) || view_.reads(at, "saint") || view_.reads(at, "st") ||
               view_.reads(at, "st.") || view_.reads(at, "dr.");
    }

    std::uint32_t root(std::uint32_t cluster) {
        while (root_[cluster] != cluster) {
            root_[cluster] = root_[root_[cluster]];
            cluster = root_[cluster];
        }
        return cluster;
    }

    void join(std::uint32_t one, std::uint32_t other) {
        one = root(one);
        other = root(other);
        if (one == other) return;
        if (clusters_[other].first < clusters_[one].first) std::swap(one, other);
        root_[other] = one;
        if (clusters_[one].type == NameType::unknown) clusters_[one].type = clusters_[other].type;
    }

    NameType type(std::uint32_t cluster) { return clusters_[root(cluster)].type; }
    std::uint64_t form(std::uint32_t token) const { return view_.tokens.form[token]; }
    std::uint64_t first_form(const Cluster& cluster) const { return form(cluster.words.front()); }
    std::uint64_t last_form(const Cluster& cluster) const { return form(cluster.words.back()); }

    bool may_be(std::uint32_t cluster, NameType wanted) {
        const NameType known = type(cluster);
        return known == wanted || known == NameType::unknown;
    }

    // Clusters are ordered by key.
    std::uint32_t with_key(std::uint64_t key) const {
        const auto at =
            std::lower_bound(clusters_.begin(), clusters_.end(), key,
                             [](const Cluster& cluster, std::uint64_t value) { return cluster.key < value; });
        return at != clusters_.end() && at->key == key ? static_cast<std::uint32_t>(at - clusters_.begin()) : kNone;
    }

    // "National Cyber Security Centre (NCSC)"
    void join_aliases() {
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (clusters_[i].alias == 0) continue;
            if (const std::uint32_t other = with_key(clusters_[i].alias); other != kNone) join(i, other);
        }
    }

    // "America" and "the United States": places whose first sense in the dictionary is the same.
    void join_synonyms() {
        std::vector<Entry> senses;
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (!may_be(i, NameType::place) || lexicon_.word_classes(clusters_[i].key) == 0) continue;
            const auto synsets = lexicon_.synsets(clusters_[i].key);
            const bool place = !synsets.empty() && is_proper(clusters_[i]) &&
                               lexicon_.hypernym(clusters_[i].key, hash_word("location"), kStepsToLocation);
            if (place) senses.push_back({synsets.front(), i});
        }
        std::sort(senses.begin(), senses.end());
        for (std::size_t i = 1; i < senses.size(); ++i) {
            if (senses[i].value == senses[i - 1].value) join(senses[i].cluster, senses[i - 1].cluster);
        }
    }

    bool is_proper(const Cluster& cluster) const {
        const std::uint32_t at = cluster.words.front();
        return cluster.words.size() > 1 || view_.can_be(at, kProper) || view_.has(at, kAllCapitals);
    }

    // Joins `cluster` to the only group among the entries with this value that `fits` says it belongs to. Of more than
    // kMostCompared entries none is sure.
    template <class Fits>
    bool join_only(std::uint32_t cluster, const std::vector<Entry>& entries, std::uint64_t value, const Fits& fits) {
        auto at = std::lower_bound(entries.begin(), entries.end(), Entry{value, 0});
        std::uint32_t found = kNone;
        for (std::size_t compared = 0; at != entries.end() && at->value == value; ++at, ++compared) {
            if (compared == kMostCompared) return false;
            if (at->cluster == cluster || !fits(at->cluster)) continue;
            const std::uint32_t candidate = root(at->cluster);
            if (found != kNone && found != candidate) return false;
            found = candidate;
        }
        if (found == kNone) return false;
        join(cluster, found);
        return true;
    }

    // An acronym that the text does not explain in brackets.
    void join_acronyms() {
        std::vector<Entry> long_forms;
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (clusters_[i].acronym != 0 && clusters_[i].words.size() > 1)
                long_forms.push_back({clusters_[i].acronym, i});
        }
        std::sort(long_forms.begin(), long_forms.end());
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            const Cluster& brief = clusters_[i];
            const bool acronym = brief.words.size() == 1 && view_.has(brief.words.front(), kAllCapitals);
            if (!acronym || type(i) == NameType::person) continue;
            join_only(i, long_forms, brief.key, [&](std::uint32_t full) {
                return type(full) != NameType::person && (type(full) == type(i) || type(i) == NameType::unknown ||
                                                          type(full) == NameType::unknown || brief.words.size() == 1);
            });
        }
    }

    // Words of the shorter name stand at the end of the longer one, or both begin and end alike ("Ada B. Marin").
    bool is_short_of(const Cluster& brief, const Cluster& full) const {
        const std::size_t size = brief.words.size();
        if (size >= full.words.size()) return is_initialled(brief, full);
        const bool ends =
            std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin(),
                       [this](std::uint32_t one, std::uint32_t other) { return form(one) == form(other); });
        if (ends) return true;
        return size >= 2 && last_form(brief) == last_form(full) &&
               (first_form(brief) == first_form(full) || is_initialled(brief, full));
    }

    // "A. Marin" for "Ada Marin"
    bool is_initialled(const Cluster& brief, const Cluster& full) const {
        if (brief.words.size() < 2 || full.words.size() < 2 || last_form(brief) != last_form(full)) return false;
        const std::string_view initial = view_.slice(brief.words.front());
        const std::string_view name = view_.slice(full.words.front());
        const bool is_initial = initial.size() == 1 || (initial.size() == 2 && initial[1] == '.');
        return is_initial && name.size() > 2 && initial[0] == name[0];
    }

    // Names of this type and several words, by the form of one of them.
    template <class Form>
    std::vector<Entry> full_names(NameType wanted, const Form& form_of) {
        std::vector<Entry> entries;
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (clusters_[i].words.size() >= 2 && type(i) == wanted) entries.push_back({form_of(clusters_[i]), i});
        }
        std::sort(entries.begin(), entries.end());
        return entries;
    }

    // "Saint Ada" and "St. Ada"
    void join_titled() {
        std::vector<Entry> names;
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (type(i) != NameType::person) continue;
            std::uint64_t forms = clusters_[i].words.size();
            for (const std::uint32_t word : clusters_[i].words) forms = forms * kMixing ^ form(word);
            names.push_back({forms, i});
        }
        std::sort(names.begin(), names.end());
        for (std::size_t i = 1; i < names.size(); ++i) {
            if (names[i].value == names[i - 1].value) join(names[i].cluster, names[i - 1].cluster);
        }
    }

    void join_persons() {
        join_titled();
        const auto by_last = full_names(NameType::person, [this](const Cluster& name) { return last_form(name); });
        const auto by_first = full_names(NameType::person, [this](const Cluster& name) { return first_form(name); });
        const auto join_to_last = [&](std::uint32_t i) {
            return join_only(i, by_last, last_form(clusters_[i]),
                             [&](std::uint32_t full) { return is_short_of(clusters_[i], clusters_[full]); });
        };
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (clusters_[i].words.size() >= 2 && type(i) == NameType::person) join_to_last(i);
        }
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (clusters_[i].words.size() != 1 || !may_be(i, NameType::person)) continue;
            const std::uint64_t only = first_form(clusters_[i]);
            const auto as_last = std::lower_bound(by_last.begin(), by_last.end(), Entry{only, 0});
            if (as_last != by_last.end() && as_last->value == only) {
                join_to_last(i);
            } else if (type(i) == NameType::person) {  // a first name, or a surname that comes first
                join_only(i, by_first, only, [](std::uint32_t) { return true; });
            }
        }
    }

    bool begins_with(const Cluster& full, const Cluster& brief) const {
        return brief.words.size() < full.words.size() &&
               std::equal(brief.words.begin(), brief.words.end(), full.words.begin(),
                          [this](std::uint32_t one, std::uint32_t other) { return form(one) == form(other); });
    }

    bool ends_with(const Cluster& full, const Cluster& brief) const {
        return brief.words.size() < full.words.size() &&
               std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin(),
                          [this](std::uint32_t one, std::uint32_t other) { return form(one) == form(other); });
    }

    // "Norvik" for "Norvik Holdings Ltd", "Supreme Court" for "US Supreme Court", "Reds" for "Halden Reds".
    void join_bodies() {
        const auto by_last =
            full_names(NameType::organisation, [this](const Cluster& name) { return last_form(name); });
        const auto by_first =
            full_names(NameType::organisation, [this](const Cluster& name) { return first_form(name); });
        const auto by_head =
            full_names(NameType::organisation, [this](const Cluster& name) { return form(head_of(name)); });
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            const Cluster& brief = clusters_[i];
            if (brief.words.empty() || type(i) != NameType::organisation) continue;
            if (brief.words.size() == 1 && is_common(brief)) {  // "the Ministry"
                join_only(i, by_head, first_form(brief), [](std::uint32_t) { return true; });
                continue;
            }
            const bool joined = join_only(i, by_first, first_form(brief),
                                          [&](std::uint32_t full) { return begins_with(clusters_[full], brief); });
            if (!joined) {
                join_only(i, by_last, last_form(brief),
                          [&](std::uint32_t full) { return ends_with(clusters_[full], brief); });
            }
        }
    }

    // "City of Halden" and "Halden Island" for "Halden".
    void join_places() {
        std::vector<Entry> plain;
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            if (type(i) == NameType::place && clusters_[i].words.size() == 1)
                plain.push_back({first_form(clusters_[i]), i});
        }
        std::sort(plain.begin(), plain.end());
        const auto always = [](std::uint32_t) { return true; };
        for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
            const std::vector<std::uint32_t>& words = clusters_[i].words;
            if (type(i) != NameType::place) continue;
            if (words.size() == 3 && view_.reads(words[1], "of")) {
                join_only(i, plain, form(words[2]), always);
            } else if (words.size() == 2 && (view_.reads(words[1], "island") || view_.reads(words[1], "islands"))) {
                join_only(i, plain, form(words[0]), always);
            }
        }
    }

    // "Ministry" of "Ministry of Health", "Senate" of "U.S. Senate".
    std::uint32_t head_of(const Cluster& name) const {
        for (std::size_t i = 1; i < name.words.size(); ++i) {
            if (view_.reads(name.words[i], "of") || view_.reads(name.words[i], "for")) return name.words[i - 1];
        }
        return name.words.back();
    }

    bool is_common(const Cluster& cluster) const {
        const std::uint32_t at = cluster.words.front();
        return view_.can_be(at, kKnown) && !view_.can_be(at, kProper) && !view_.has(at, kAllCapitals) &&
               view_.uses(at, kUseOrganisation);
    }

    const TokenView& view_;
    const Lexicon& lexicon_;
    const std::vector<Mention>& mentions_;
    std::vector<std::uint32_t> cluster_of_;
    std::vector<Cluster> clusters_;
    std::vector<std::uint32_t> root_;
};

}  // namespace

std::vector<std::uint32_t> group_mentions(const TokenView& view, const Lexicon& lexicon,
                                          const std::vector<Mention>& mentions) {
    return Clusters(view, lexicon, mentions).run();
}

}  // namespace axray::language
