#include "story/names/story_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/disjoint_sets.hpp"
#include "language/names/chains.hpp"

namespace axray::story {
namespace {

using language::kNone;

// One chain of one report.
struct Bearer {
    std::uint32_t report = 0;
    std::uint32_t chain = 0;
    language::NameType type = language::NameType::unknown;
    std::uint64_t key = 0;            // of its fullest name
    std::set<std::uint64_t> further;  // other keys: of its other names, its acronym, what it is said to be short for
    std::set<std::uint64_t> entries;  // of registers that its names stand for
    std::uint32_t entity = kNone;     // over all reports
    bool short_form = false;          // its fullest name is a single word
};

// A text may take one body for an organisation and another take it for a place, but a person is neither.
bool compatible(language::NameType one, language::NameType other) {
    using language::NameType;
    return one == other || one == NameType::unknown || other == NameType::unknown ||
           (one != NameType::person && other != NameType::person);
}

// Of two forms of a name the fuller one; of equally full ones that which is not shouted ("HALDROP").
bool is_better_form(const std::string& form, const std::string& than) {
    const auto small = [](const std::string& text) {
        return std::count_if(text.begin(), text.end(),
                             [](unsigned char letter) { return letter >= 'a' && letter <= 'z'; });
    };
    if (small(than) == 0 && small(form) > 0 && form.size() == than.size()) return true;
    return form.size() > than.size();
}

class NameJoiner {
public:
    explicit NameJoiner(const StoryTexts& texts) : texts_(texts) {
        for (std::uint32_t report = 0; report < texts.size(); ++report) add_chains(report);
        sets_ = base::DisjointSets(bearers_.size());
    }

    std::vector<StoryName> join() {
        join_entities();
        join_by_register();
        join_short_forms();
        std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
        for (std::uint32_t number = 0; number < bearers_.size(); ++number) groups[sets_.find(number)].push_back(number);
        std::vector<StoryName> names;
        for (const auto& [first, members] : groups) names.push_back(name_of(members));
        std::stable_sort(names.begin(), names.end(), [](const StoryName& left, const StoryName& right) {
            return left.mentions.size() > right.mentions.size();
        });
        return names;
    }

private:
    void add_chains(std::uint32_t number) {
        const auto& report = texts_.report(number);
        const auto& text = report.closely;
        bearers_.reserve(bearers_.size() + text.chains.size());
        for (std::uint32_t chain = 0; chain < text.chains.size(); ++chain) {
            const auto& one = text.chains[chain];
            const auto& fullest = text.mentions[one.canonical];
            Bearer bearer;
            bearer.report = number;
            bearer.chain = chain;
            bearer.type = one.type;
            bearer.key = fullest.key;
            bearer.entity = texts_.entities().at(number, fullest.tokens.begin).entity;
            bearer.short_form = fullest.tokens.size() == 1;
            if (fullest.acronym != 0) bearer.further.insert(fullest.acronym);
            for (auto member = one.begin; member < one.end; ++member) {
                const auto at = text.chain_members[member].mention;
                if (at == kNone) continue;
                const auto& mention = text.mentions[at];
                bearer.further.insert(mention.key);
                if (mention.alias != 0) bearer.further.insert(mention.alias);
                const auto known = entity_at(report.words, mention.tokens.begin);
                if (known != 0) bearer.entries.insert(known);
            }
            bearers_.push_back(std::move(bearer));
        }
    }

    // What a register says the name at this token stands for; 0 when nothing.
    static std::uint64_t entity_at(const language::AnnotatedText& words, std::uint32_t token) {
        const auto mention = words.tokens.mention[token];
        return mention == kNone ? 0 : words.mentions[mention].entity;
    }

    // Chains that the names' own forms make one.
    void join_entities() {
        std::map<std::uint32_t, std::uint32_t> with_entity;
        for (std::uint32_t number = 0; number < bearers_.size(); ++number) {
            const auto [at, is_new] = with_entity.try_emplace(bearers_[number].entity, number);
            if (!is_new) sets_.join(at->second, number);
        }
    }

    void join_by_register() {
        std::map<std::uint64_t, std::uint32_t> with_entry;
        for (std::uint32_t number = 0; number < bearers_.size(); ++number) {
            if (bearers_[number].entries.size() != 1) continue;
            const auto [at, is_new] = with_entry.try_emplace(*bearers_[number].entries.begin(), number);
            if (!is_new) sets_.join(at->second, number);
        }
    }

    // A bearer known by one word alone joins the only other one that is called so too.
    void join_short_forms() {
        std::map<std::uint64_t, std::set<std::uint32_t>> called;
        for (std::uint32_t number = 0; number < bearers_.size(); ++number) {
            if (bearers_[number].short_form) continue;
            for (const auto key : bearers_[number].further) called[key].insert(sets_.find(number));
        }
        for (std::uint32_t number = 0; number < bearers_.size(); ++number) {
            if (!bearers_[number].short_form) continue;
            const auto at = called.find(bearers_[number].key);
            if (at == called.end()) continue;
            std::set<std::uint32_t> roots;
            for (const auto one : at->second) roots.insert(sets_.find(one));
            if (roots.size() == 1 && compatible(bearers_[*roots.begin()].type, bearers_[number].type))
                sets_.join(*roots.begin(), number);
        }
    }

    [[nodiscard]] StoryName name_of(const std::vector<std::uint32_t>& members) const {
        StoryName name;
        std::array<std::uint32_t, 5> votes{};  // members of chains, by type
        for (const auto number : members) {
            const auto& bearer = bearers_[number];
            const auto& report = texts_.report(bearer.report);
            const auto& chain = report.closely.chains[bearer.chain];
            auto form =
                language::normal_form(report.document->text, report.closely, report.closely.mentions[chain.canonical]);
            if (is_better_form(form, name.name)) name.name = std::move(form);
            votes[static_cast<std::size_t>(bearer.type)] += chain.end - chain.begin;
            for (auto member = chain.begin; member < chain.end; ++member) {
                const auto at = report.closely.chain_members[member].mention;
                if (at != kNone) name.mentions.push_back({bearer.report, report.closely.mentions[at].span});
            }
        }
        votes[static_cast<std::size_t>(NameType::unknown)] = 0;
        const auto most = std::max_element(votes.begin(), votes.end());
        if (*most > 0) name.type = static_cast<NameType>(most - votes.begin());
        std::sort(name.mentions.begin(), name.mentions.end());
        return name;
    }

    const StoryTexts& texts_;
    std::vector<Bearer> bearers_;  // by report, then in the order of their first mentions
    base::DisjointSets sets_{0};
};

}  // namespace

std::vector<StoryName> join_names(const StoryTexts& texts) { return NameJoiner(texts).join(); }

}  // namespace axray::story
