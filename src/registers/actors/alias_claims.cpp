#include "registers/actors/alias_claims.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "registers/actors/actor_key.hpp"
#include "registers/actors/actor_mentions.hpp"
#include "registers/actors/actor_text.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kNameReach = 16;  // words before "also known as" in which the name is sought
constexpr std::size_t kReachBack = 60;  // the same where "it" stands for the name
constexpr std::size_t kMostItems = 40;  // of one list
constexpr std::size_t kItemWords = 4;   // of a name that no register has
constexpr std::size_t kMostWords = 8;   // of one that a register has

enum class Sentences : std::uint8_t { same, any };

// A run of words; empty when there is none.
struct WordRange {
    std::size_t first = 0;
    std::size_t end = 0;
    bool known = false;  // a register has it

    [[nodiscard]] bool empty() const { return end <= first; }
};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that stand before names and are none: "the group", "Chinese", "and".
bool is_no_name(std::string_view key) {
    static constexpr std::array<std::string_view, 34> kWords = {
        "the", "a",  "an",   "and",  "or",    "by",   "in",    "on",    "of",    "at",    "as",  "it",
        "its", "he", "she",  "they", "this",  "that", "which", "who",   "but",   "is",    "was", "has",
        "for", "to", "with", "from", "since", "also", "after", "while", "other", "others"};
    return is_one_of(key, kWords);
}

bool is_naming_verb(std::string_view key) {
    static constexpr std::array<std::string_view, 10> kVerbs = {"calls", "call",     "tracks",  "track",  "dubs",
                                                                "names", "tracking", "calling", "refers", "labels"};
    return is_one_of(key, kVerbs);
}

class ClaimReader {
public:
    ClaimReader(std::string_view text, const ActorCatalogue& catalogue, const language::Lexicon& lexicon)
        : text_(read_words(text)), catalogue_(catalogue) {
        std::size_t word = 0;
        for (const auto& mention : find_actor_mentions(text, catalogue, lexicon)) {
            while (word < text_.words.size() && text_.words[word].span.begin < mention.span.begin) ++word;
            auto end = word;
            while (end < text_.words.size() && text_.words[end].span.end <= mention.span.end) ++end;
            if (end > word) mentions_.push_back({word, end, true});
        }
    }

    std::vector<AliasClaim> read() && {
        const auto count = text_.words.size();
        for (std::size_t at = 0; at < count;) {
            const auto end = phrase_end(at);
            if (end > at && end < count) {
                const auto next = read_statement(at, end, true);
                at = std::max(next, at + 1);
            } else if (end == at && at > 0 && opens_bracket(at) && !mention_before(at, 1, Sentences::same).empty()) {
                at = std::max(read_statement(at, at, false), at + 1);
            } else {
                ++at;
            }
        }
        std::stable_sort(claims_.begin(), claims_.end(), [](const AliasClaim& left, const AliasClaim& right) {
            return left.alias.begin < right.alias.begin;
        });
        return std::move(claims_);
    }

private:
    [[nodiscard]] std::string_view key(std::size_t at) const {
        return at < text_.words.size() ? std::string_view(text_.words[at].key) : std::string_view();
    }

    [[nodiscard]] bool opens_bracket(std::size_t at) const {
        return text_.gap_before(at).find('(') != std::string_view::npos;
    }

    // The first word behind "also known as" and its like, which begins at `at`; `at` when none does.
    [[nodiscard]] std::size_t phrase_end(std::size_t at) const {
        const auto first = key(at);
        if (first == "aka" || first == "alias" || first == "aliases") return at + 1;
        if (first == "a" && key(at + 1) == "k" && key(at + 2) == "a") return at + 3;
        if (first == "formerly" || first == "previously") {
            auto next = at + 1;
            if (key(next) == "known" || key(next) == "tracked" || key(next) == "called") ++next;
            return key(next) == "as" ? next + 1 : next;
        }
        if (first == "also" || first == "otherwise" || first == "now" || first == "sometimes" ||
            first == "collectively") {
            const auto end = participle_end(at + 1);
            if (end > at + 1) return end;
            return at;
        }
        if (const auto end = participle_end(at); end > at) return end;
        return calling_end(at);
    }

    // "known as", "tracked by Mandiant as", "called", "dubbed".
    [[nodiscard]] std::size_t participle_end(std::size_t at) const {
        const auto word = key(at);
        if (word == "called" || word == "dubbed" || word == "nicknamed" || word == "codenamed") return at + 1;
        if (word == "named") return at + 1;
        if (word != "known" && word != "tracked" && word != "referred") return at;
        auto next = at + 1;
        if (word == "referred" && key(next) == "to") ++next;
        if (key(next) == "as") return next + 1;
        if (key(next) != "by" && key(next) != "to" && key(next) != "under") return at;
        for (auto end = next + 1; end < next + 7 && end < text_.words.size() && !text_.words[end].begins; ++end) {
            if (key(end) == "as") return end + 1;
        }
        return at;
    }

    // "which Microsoft calls", "that Mandiant tracks as".
    [[nodiscard]] std::size_t calling_end(std::size_t at) const {
        const auto first = key(at);
        if (first != "which" && first != "that" && first != "whom" && first != "what") return at;
        for (auto next = at + 1; next < at + 5 && next < text_.words.size(); ++next) {
            if (next > at + 1 && is_naming_verb(key(next))) return key(next + 1) == "as" ? next + 2 : next + 1;
            if (text_.words[next].letters == WordCase::lower && !is_no_name(key(next))) return at;
        }
        return at;
    }

    // "a botnet called", "a technique known as": it is not the actor that bears the name.
    [[nodiscard]] bool names_a_thing(std::size_t at) const {
        const auto first = key(at);
        const bool participle = participle_end(at) > at && first != "also" && first != "otherwise" && first != "now";
        if (!participle || at == 0) return false;
        const auto before = key(at - 1);
        const bool apart = text_.gap_before(at).find_first_of(",(-;[") != std::string_view::npos;
        if (apart || is_actor_noun(before) || text_.words[at - 1].letters != WordCase::lower) return false;
        return before != "is" && before != "are" && before != "was" && before != "were" && before != "been";
    }

    // "FJ47 has a new malware, dubbed ...": something else was named since.
    [[nodiscard]] bool malware_between(const WordRange& name, std::size_t at) const {
        for (auto word = name.end; word < at; ++word) {
            if (is_software_noun(key(word)) && !is_actor_noun(key(word + 1))) return true;
        }
        return false;
    }

    // "It is also known as", "The group is tracked as": who is meant stands in a sentence before.
    [[nodiscard]] bool refers_back(std::size_t at) const {
        if (at < 2) return false;
        const auto verb = key(at - 1);
        if (verb != "is" && verb != "are" && verb != "was" && verb != "were" && verb != "been") return false;
        const auto subject = key(at - 2);
        return subject == "it" || subject == "they" || subject == "has" || subject == "have" || is_actor_noun(subject);
    }

    // The nearest mention that ends before the word, at most `reach` words away.
    [[nodiscard]] WordRange mention_before(std::size_t at, std::size_t reach, Sentences sentences) const {
        const auto after = std::upper_bound(mentions_.begin(), mentions_.end(), at,
                                            [](std::size_t word, const auto& one) { return word < one.end; });
        if (after == mentions_.begin()) return {};
        const auto& one = *(after - 1);
        if (at - one.end + 1 > reach) return {};
        for (auto word = one.end; word <= at && sentences == Sentences::same; ++word) {
            const auto gap = text_.gap_before(word);
            if (gap.find_first_of(".;\n") != std::string_view::npos && text_.words[word].begins) return {};
        }
        return one;
    }

    // The longest name of a register from a word on.
    [[nodiscard]] WordRange listed_at(std::size_t first) const {
        WordRange best;
        std::string joined;
        for (auto end = first; end < text_.words.size() && end < first + kMostWords; ++end) {
            if (text_.words[end].in_address || (end > first && !joins_name(text_.gap_before(end)))) break;
            joined += text_.words[end].key;
            KeyFacts facts;
            if (catalogue_.find_key(joined, facts)) best = {first, end + 1, facts.actor};
        }
        return best;
    }

    // Words with capitals or digits that could be a name.
    [[nodiscard]] WordRange unlisted_at(std::size_t first) const {
        auto end = first;
        while (end < text_.words.size() && end < first + kItemWords) {
            const auto& word = text_.words[end];
            if (end > first && !joins_name(text_.gap_before(end))) break;
            if (word.in_address || is_no_name(word.key)) break;
            if (word.letters == WordCase::lower && !(word.digit && end == first)) break;
            if (word.letters == WordCase::digits && end == first) break;
            ++end;
        }
        return {first, end, false};
    }

    [[nodiscard]] WordRange item_at(std::size_t first) const {
        if (first >= text_.words.size() || text_.words[first].in_address) return {};
        const auto listed = listed_at(first);
        const auto unlisted = unlisted_at(first);
        const bool capital = text_.words[first].letters != WordCase::lower || text_.words[first].digit;
        if (!capital) return {};
        return listed.end >= unlisted.end || listed.known ? (listed.empty() ? unlisted : listed) : unlisted;
    }

    // Whether a name that no register has is a speaker, not an alias: "..., and Norvik said".
    [[nodiscard]] bool speaks(const WordRange& item) const {
        return item.end < text_.words.size() && text_.gap_before(item.end) == " " && is_speaking_verb(key(item.end));
    }

    // The word with which the next member of a list begins; 0 when the list ends behind `end`.
    [[nodiscard]] std::size_t next_item(std::size_t end, bool in_bracket) const {
        auto at = end;
        // "Violet Typhoon (Microsoft)": who says so.
        if (at < text_.words.size() && !in_bracket && opens_bracket(at)) {
            for (auto last = at; last < text_.words.size() && last < at + 4; ++last) {
                if (text_.gap_behind(last).find(')') == std::string_view::npos) continue;
                at = last + 1;
                break;
            }
            if (at == end) return 0;
        }
        if (at >= text_.words.size()) return 0;
        auto gap = text_.gap_before(at);
        if (in_bracket && gap.find(')') != std::string_view::npos) return 0;
        bool separated = gap.find_first_of(",/;") != std::string_view::npos;
        if (gap.find_first_of(".!?:\n") != std::string_view::npos) return 0;
        while (at < text_.words.size() && (key(at) == "and" || key(at) == "or" || key(at) == "also" ||
                                           key(at) == "as" || (key(at) == "the" && separated))) {
            separated = true;
            ++at;
            if (at < text_.words.size() && text_.words[at].begins) return 0;
        }
        return separated ? at : 0;
    }

    [[nodiscard]] std::vector<WordRange> list_from(std::size_t at, bool in_bracket) const {
        std::vector<WordRange> items;
        for (; at != 0 && at < text_.words.size() && items.size() < kMostItems;
             at = next_item(items.back().end, in_bracket)) {
            if (key(at) == "the" && at + 1 < text_.words.size()) ++at;
            const auto item = item_at(at);
            if (item.empty() || (!item.known && speaks(item))) break;
            items.push_back(item);
        }
        return items;
    }

    // A statement whose words begin at `begin` and whose list begins at `list`. Gives where to read on.
    std::size_t read_statement(std::size_t begin, std::size_t list, bool phrase) {
        const auto gap = text_.gap_before(list);
        const bool sentence_ends = gap.find_first_of("!?;\n") != std::string_view::npos && text_.words[list].begins;
        if (phrase && (sentence_ends || names_a_thing(begin))) return list;
        const bool in_bracket = opens_bracket(begin) || (!phrase && opens_bracket(list));
        auto items = list_from(list, in_bracket);
        if (items.empty()) return list;
        const bool back = phrase && refers_back(begin);
        auto name = mention_before(begin,
                                   back     ? kReachBack
                                   : phrase ? kNameReach
                                            : 1,
                                   back ? Sentences::any : Sentences::same);
        if (!name.empty() && malware_between(name, begin)) return list;
        if (name.empty() && phrase) name = unlisted_before(begin);
        bool any_known = !name.empty() && name.known;
        bool listed = false;
        for (const auto& item : items) listed |= item.known;
        any_known |= listed;
        if (!any_known || (!phrase && !listed)) return list;
        const auto end = items.back().end;
        if (name.empty()) {
            name = items.front();
            items.erase(items.begin());
        }
        for (const auto& item : items) add(name, item);
        return end;
    }

    // "Altaire, also known as": the capitals directly before.
    [[nodiscard]] WordRange unlisted_before(std::size_t at) const {
        if (at == 0 || !joins_list(text_.gap_before(at))) return {};
        auto first = at;
        while (first > 0 && at - first < kItemWords) {
            const auto& word = text_.words[first - 1];
            if (first < at && !joins_name(text_.gap_before(first))) break;
            if (word.in_address || is_no_name(word.key) || word.letters == WordCase::lower) break;
            --first;
        }
        if (first + 1 == at && is_actor_noun(key(first))) return {};
        return {first, at, false};
    }

    void add(const WordRange& name, const WordRange& alias) {
        if (name.first == alias.first) return;
        auto claim = compare_names(catalogue_, text_.slice(name.first, name.end), text_.slice(alias.first, alias.end));
        const auto span_of = [this](const WordRange& range) {
            return Span{text_.words[range.first].span.begin, text_.words[range.end - 1].span.end};
        };
        claim.name = span_of(name);
        claim.alias = span_of(alias);
        if (actor_key(text_.slice(name.first, name.end)) == actor_key(text_.slice(alias.first, alias.end))) return;
        claims_.push_back(std::move(claim));
    }

    ActorText text_;
    const ActorCatalogue& catalogue_;
    std::vector<WordRange> mentions_;
    std::vector<AliasClaim> claims_;
};

void add_reference(std::vector<std::string>& references, const std::string& reference) {
    if (std::find(references.begin(), references.end(), reference) == references.end()) references.push_back(reference);
}

}  // namespace

AliasClaim compare_names(const ActorCatalogue& catalogue, std::string_view name, std::string_view alias) {
    AliasClaim claim;
    const auto one = catalogue.look_up(name);
    const auto other = catalogue.look_up(alias);
    bool shared = false;
    for (const auto& actor : other.actors) {
        const bool same = std::any_of(one.actors.begin(), one.actors.end(), [&actor](const NamedActor& named) {
            return named.references.front() == actor.references.front();
        });
        shared = shared || same;
        for (const auto& said : actor.claims) add_reference(same ? claim.references : claim.claimed_by, said.reference);
    }
    if (other.actors.empty()) claim.claimed_by = other.software;
    if (one.actors.empty() || other.actors.empty()) {
        claim.standing = AliasStanding::unconfirmed;
    } else if (!shared) {
        claim.standing = AliasStanding::contradicted;
    } else {
        const bool certain = one.status == ActorStatus::resolved && other.status == ActorStatus::resolved;
        claim.standing = certain ? AliasStanding::confirmed : AliasStanding::ambiguous;
    }
    return claim;
}

std::vector<AliasClaim> find_alias_claims(std::string_view text, const ActorCatalogue& catalogue,
                                          const language::Lexicon& lexicon) {
    return ClaimReader(text, catalogue, lexicon).read();
}

}  // namespace axray::registers
