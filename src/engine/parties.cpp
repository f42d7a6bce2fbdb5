#include "engine/parties.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/known_actors.hpp"
#include "language/names/chains.hpp"
#include "registers/actors/actor_mentions.hpp"
#include "registers/actors/alias_claims.hpp"
#include "registers/store/store.hpp"

namespace axray::engine {
namespace {

using language::AnnotatedText;
using language::kNone;

// That a name stands for an entry: higher than in screening, since most names of an article are in no list and nobody
// asked for them.
constexpr double kLeastProbability = 0.75;
constexpr double kLeastOfShortName = 0.5;     // of a firm that is named without its general words
constexpr double kLeastWithOtherKind = 0.95;  // where the entry is a person and the text was taken to name a firm
constexpr std::uint32_t kMostEntries = 5;     // shown for one party

// Finds the parties of one article; short-lived.
class PartyFinder {
public:
    PartyFinder(const Document& article, const AnnotatedText& annotated, const OpenedRegisters& opened)
        : article_(article), annotated_(annotated), opened_(opened) {}

    std::optional<Error> add_actors(const std::vector<ActorMention>& mentions) {
        std::map<std::vector<std::string>, std::size_t> party_of;  // by the actors that the name resolves to
        for (const auto& mention : mentions) {
            std::vector<std::string> actors;
            for (const auto& actor : mention.answer.actors) actors.push_back(actor.references.front());
            const auto [place, is_new] = party_of.try_emplace(actors, parties_.size());
            if (is_new) {
                PartyReport party;
                party.name = article_.slice(mention.span);
                party.kind = EntryKind::actor;
                party.actors = std::move(actors);
                if (auto error = add_entries(mention.answer, party)) return error;
                parties_.push_back(std::move(party));
            }
            parties_[place->second].mentions.push_back(mention.span);
            taken_.push_back(mention.span);
        }
        return std::nullopt;
    }

    // An alias goes to the actor that is named before it, or else to the one that another alias of the list belongs to.
    void add_aliases(const std::vector<AliasClaim>& claims) {
        std::size_t last = parties_.size();
        for (const auto& claim : claims) {
            const auto named = party_at(claim.name);
            const auto party = named < parties_.size() ? named : std::min(last, party_at(claim.alias));
            if (party >= parties_.size()) continue;
            last = party;
            taken_.push_back(claim.alias);
            auto& aliases = parties_[party].aliases;
            const auto text = article_.slice(claim.alias);
            const bool repeated = std::any_of(aliases.begin(), aliases.end(), [&](const PartyAlias& one) {
                return one.alias == text && one.standing == claim.standing;
            });
            if (repeated) continue;
            aliases.push_back({std::string(text), claim.alias, claim.standing, claim.references, claim.claimed_by});
        }
    }

    std::optional<Error> add_named() {
        for (const auto& chain : annotated_.chains) {
            const auto kind = kind_of(chain.type);
            const auto& canonical = annotated_.mentions[chain.canonical];
            if (kind == EntryKind::unknown || is_taken(canonical.span)) continue;
            PartyReport party;
            party.name = full_name(canonical);
            party.kind = kind;
            for (auto member = chain.begin; member < chain.end; ++member) {
                const auto mention = annotated_.chain_members[member].mention;
                if (mention != kNone) party.mentions.push_back(annotated_.mentions[mention].span);
            }
            auto answer = opened_.registers.screen({party.name, EntryKind::unknown, {}, {}, {}},
                                                   {kLeastOfShortName, kMostEntries, {}});
            if (!answer && answer.error().code != ErrorCode::empty) return answer.error();
            if (answer) add_hits(std::move(answer->hits), party);
            parties_.push_back(std::move(party));
        }
        return std::nullopt;
    }

    // "Halden Marine" beside "Halden Marine Trading", which a list has: where a name that no list
    // has begins one single name of the same kind that some list has, both are one party; and so are two names that
    // stand for the same entry.
    void join_short_names() {
        std::vector<PartyReport> joined;
        for (auto& party : parties_) {
            PartyReport* whole = party.entries.empty() ? whole_name_of(party) : fuller_name_of(party);
            if (whole == nullptr) continue;
            whole->mentions.insert(whole->mentions.end(), party.mentions.begin(), party.mentions.end());
            std::sort(whole->mentions.begin(), whole->mentions.end());
            party.mentions.clear();
        }
        for (auto& party : parties_) {
            if (!party.mentions.empty()) joined.push_back(std::move(party));
        }
        parties_ = std::move(joined);
    }

    std::vector<PartyReport> finish() {
        join_short_names();
        std::stable_sort(parties_.begin(), parties_.end(), [](const PartyReport& left, const PartyReport& right) {
            return first_of(left) < first_of(right);
        });
        return std::move(parties_);
    }

private:
    // Every word of the article's name is one of the firm's: "Halden Marine" of "Halden Marine Trading Company".
    static bool is_short_name(const ScreenHit& hit) {
        return hit.entry.kind == EntryKind::organisation && hit.query_left.empty() && hit.words.size() > 1 &&
               std::all_of(hit.words.begin(), hit.words.end(),
                           [](const MatchedWords& words) { return words.how == "same" || words.how == "same form"; });
    }

    // Where a list gives the very name to several, each is as likely as the others.
    static void share_between_namesakes(std::vector<ScreenHit>& hits) {
        std::map<std::string, double> bearers;  // by list
        const auto has_name = [](const ScreenHit& hit) { return hit.query_left.empty() && hit.listed_left.empty(); };
        for (const auto& hit : hits) bearers[hit.version.list] += has_name(hit) ? 1 : 0;
        for (auto& hit : hits) {
            if (has_name(hit)) hit.probability /= std::max(1.0, bearers[hit.version.list]);
        }
        std::stable_sort(hits.begin(), hits.end(), [](const ScreenHit& left, const ScreenHit& right) {
            return left.probability > right.probability;
        });
    }

    // Names of an article have been read by somebody: another person with nearly the same name is likelier than a slip
    // of the pen or a name cut to its first letter, and to call that person listed would be the worst of errors.
    static bool is_guessed(const ScreenHit& hit) {
        return std::any_of(hit.words.begin(), hit.words.end(),
                           [](const MatchedWords& words) { return words.how == "typo" || words.how == "initial"; });
    }

    // What the text's words make of a name is often wrong, so that a register may know better where it has the whole
    // name.
    static void add_hits(std::vector<ScreenHit> hits, PartyReport& party) {
        for (auto& hit : hits) {
            if (is_guessed(hit) || (hit.probability < kLeastProbability && !is_short_name(hit))) continue;
            const bool clashes = hit.entry.kind != party.kind && hit.entry.kind != EntryKind::unknown;
            const bool party_kind = hit.entry.kind == EntryKind::person || hit.entry.kind == EntryKind::organisation;
            const bool whole = hit.query_left.empty() && hit.listed_left.empty() && hit.words.size() > 1;
            const bool surely = party_kind && whole && hit.probability >= kLeastWithOtherKind;
            const bool firm = is_short_name(hit) && hit.probability >= kLeastProbability;
            if (clashes && !surely && !firm) continue;
            party.entries.push_back(std::move(hit));
        }
        share_between_namesakes(party.entries);
        if (!party.entries.empty() && party.entries.front().entry.kind != EntryKind::unknown) {
            party.kind = party.entries.front().entry.kind;
        }
    }

    static std::uint32_t first_of(const PartyReport& party) {
        return party.mentions.empty() ? kNone : party.mentions.front().begin;
    }

    static EntryKind kind_of(language::NameType type) {
        if (type == language::NameType::person) return EntryKind::person;
        return type == language::NameType::organisation ? EntryKind::organisation : EntryKind::unknown;
    }

    [[nodiscard]] std::string full_name(const language::Mention& mention) const {
        return language::normal_form(article_.text, annotated_, mention);
    }

    [[nodiscard]] bool is_taken(Span span) const {
        return std::any_of(taken_.begin(), taken_.end(), [span](Span one) { return one.overlaps(span); });
    }

    // Another party with the same entry and a longer name.
    [[nodiscard]] PartyReport* fuller_name_of(const PartyReport& shorter) {
        for (auto& party : parties_) {
            if (party.kind == EntryKind::actor || party.entries.empty() || party.mentions.empty()) continue;
            const bool same = party.entries.front().entry.reference == shorter.entries.front().entry.reference;
            if (same && party.name.size() > shorter.name.size()) return &party;
        }
        return nullptr;
    }

    // nullptr when there is none or more than one.
    [[nodiscard]] PartyReport* whole_name_of(const PartyReport& shorter) {
        PartyReport* whole = nullptr;
        for (auto& party : parties_) {
            const bool begins = party.kind == shorter.kind && party.name.starts_with(shorter.name + " ");
            if (party.entries.empty() || !begins) continue;
            if (whole != nullptr) return nullptr;
            whole = &party;
        }
        return whole;
    }

    // The party that has a mention there; as many as there are when none has.
    [[nodiscard]] std::size_t party_at(Span span) const {
        const auto at = std::find_if(parties_.begin(), parties_.end(), [span](const PartyReport& party) {
            return std::any_of(party.mentions.begin(), party.mentions.end(),
                               [span](Span one) { return one.overlaps(span); });
        });
        return static_cast<std::size_t>(at - parties_.begin());
    }

    // The entries of the actors that a name was found for, each shown by the name that met.
    std::optional<Error> add_entries(const ActorAnswer& answer, PartyReport& party) const {
        for (const auto& actor : answer.actors) {
            for (const auto& reference : actor.references) {
                auto hit = opened_.registers.entry(reference);
                if (!hit && hit.error().code == ErrorCode::not_found) continue;
                if (!hit) return hit.error();
                for (const auto& claim : actor.claims) {
                    if (claim.reference == reference) show_name(claim.name, *hit);
                }
                party.entries.push_back(*std::move(hit));
            }
        }
        return std::nullopt;
    }

    static void show_name(const std::string& name, ScreenHit& hit) {
        const auto& names = hit.entry.names;
        const auto at =
            std::find_if(names.begin(), names.end(), [&](const ListedName& one) { return one.text == name; });
        if (at != names.end()) hit.name = static_cast<std::uint32_t>(at - names.begin());
    }

    const Document& article_;
    const AnnotatedText& annotated_;
    const OpenedRegisters& opened_;
    std::vector<PartyReport> parties_;
    std::vector<Span> taken_;  // names of actors: no persons or organisations
};

}  // namespace

Result<OpenedRegisters> open_registers(const RegistersOptions& options) {
    auto opened = Registers::open(options);
    if (!opened) return fail(std::move(opened).error());
    const auto store = registers::Store::open(options.folder.empty() ? registers::default_folder() : options.folder);
    if (!store) return fail(store.error());
    auto actors = registers::open_actor_catalogue(*store, opened->lists());
    if (!actors) return fail(std::move(actors).error());
    return OpenedRegisters{*std::move(opened), std::make_shared<const registers::ActorCatalogue>(*std::move(actors)),
                           options.on};
}

Result<Parties> find_parties(const Document& article, const AnnotatedText& annotated, const OpenedRegisters& opened,
                             const language::Lexicon& lexicon) {
    PartyFinder finder(article, annotated, opened);
    if (auto error = finder.add_actors(registers::find_actor_mentions(article.text, *opened.actors, lexicon)))
        return fail(*std::move(error));
    finder.add_aliases(registers::find_alias_claims(article.text, *opened.actors, lexicon));
    if (auto error = finder.add_named()) return fail(*std::move(error));
    Parties parties;
    parties.parties = finder.finish();
    parties.lists = opened.registers.lists();
    parties.on = opened.on;
    return parties;
}

void add_entries(const Parties& parties, Annotations& annotations) {
    for (const auto& party : parties.parties) {
        for (const Span span : party.mentions) {
            const auto mention =
                std::partition_point(annotations.mentions.begin(), annotations.mentions.end(),
                                     [span](const MentionAnnotation& one) { return one.span.end <= span.begin; });
            if (mention == annotations.mentions.end() || !mention->span.overlaps(span) || mention->name == kNoPosition)
                continue;
            auto& entries = annotations.names[mention->name].entries;
            for (const auto& hit : party.entries) {
                const auto& reference = hit.entry.reference;
                if (std::find(entries.begin(), entries.end(), reference) == entries.end()) entries.push_back(reference);
            }
        }
    }
}

}  // namespace axray::engine
