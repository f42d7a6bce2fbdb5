#include "story/conflicts/altered_names.hpp"

#include <algorithm>
#include <cstdint>

#include "story/conflicts/value_rules.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Mention;
using language::NameType;
using language::Tokens;
using language::TokenSpan;

constexpr float kLeastShared = 0.5F;          // of both statements, before their words are put side by side
constexpr std::uint32_t kMostTokens = 160;    // of a sentence
constexpr std::uint32_t kMostNameTokens = 5;  // that were exchanged
constexpr std::uint32_t kMostGapTokens = 2;   // of a small change beside: "said Friday", "said on Friday"
constexpr std::size_t kMostGaps = 2;          // on either side
constexpr std::size_t kLeastBeside = 2;       // words on either side where the sentences differ further on
constexpr std::size_t kLeastContent = 6;      // words around the names that are the same

// Tokens of both sentences that are not the same, between tokens that are; either may be empty.
struct Change {
    TokenSpan mine;
    TokenSpan theirs;
};

// The changes that make one sentence of the other, in order.
std::vector<Change> changes_between(const Tokens& mine, TokenSpan one, const Tokens& theirs, TokenSpan other) {
    const std::size_t width = other.size() + 1;
    std::vector<std::uint16_t> common((one.size() + 1) * width, 0);  // of what is left of both, from these tokens on
    const auto same = [&](std::uint32_t row, std::uint32_t column) {
        return mine.form[one.begin + row] == theirs.form[other.begin + column];
    };
    for (std::uint32_t row = one.size(); row-- > 0;) {
        for (std::uint32_t column = other.size(); column-- > 0;) {
            common[row * width + column] =
                same(row, column) ? static_cast<std::uint16_t>(common[(row + 1) * width + column + 1] + 1)
                                  : std::max(common[(row + 1) * width + column], common[row * width + column + 1]);
        }
    }
    std::vector<Change> changes;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    while (row < one.size() || column < other.size()) {
        if (row < one.size() && column < other.size() && same(row, column)) {
            ++row;
            ++column;
            continue;
        }
        const std::uint32_t first_row = row;
        const std::uint32_t first_column = column;
        while (row < one.size() || column < other.size()) {
            if (row < one.size() && column < other.size() && same(row, column)) break;
            const bool mine_next = column == other.size() || (row < one.size() && common[(row + 1) * width + column] >=
                                                                                      common[row * width + column + 1]);
            ++(mine_next ? row : column);
        }
        changes.push_back(
            {{one.begin + first_row, one.begin + row}, {other.begin + first_column, other.begin + column}});
    }
    return changes;
}

class AlteredNames {
public:
    explicit AlteredNames(const StatementsCompared& pair)
        : pair_(pair),
          mine_(pair.one.text->words.tokens),
          theirs_(pair.other.text->words.tokens),
          changes_(changes_between(mine_, pair.one.sentence, theirs_, pair.other.sentence)) {}

    void find(std::vector<FoundConflict>& found) const {
        for (std::size_t number = 0; number < changes_.size(); ++number) {
            const Change& change = changes_[number];
            const Mention* name = name_of(*pair_.one.text, mine_, change.mine);
            const Mention* rival = name_of(*pair_.other.text, theirs_, change.theirs);
            if (name == nullptr || rival == nullptr || !two_bearers(*name, *rival)) continue;
            if (!pair_.one.states(name->tokens) || !pair_.other.states(rival->tokens)) continue;
            const auto around = words_around(number);
            if (around.size() < kLeastContent) continue;
            const double surplus = std::min(1.0, static_cast<double>(around.size() - kLeastContent) / 10);
            found.push_back({name->type == NameType::place ? ConflictKind::place : ConflictKind::actor,
                             pair_.one.side(name->tokens),
                             pair_.other.side(rival->tokens),
                             name->key,
                             rival->key,
                             0.7 + 0.25 * surplus,
                             {}});
        }
    }

private:
    // The one name that all changed words of weight belong to.
    [[nodiscard]] static const Mention* name_of(const ReportText& text, const Tokens& tokens, TokenSpan changed) {
        if (changed.size() == 0 || changed.size() > kMostNameTokens) return nullptr;
        const Mention* name = member_at(text.words.mentions, changed);
        if (name == nullptr) return nullptr;
        for (std::uint32_t token = changed.begin; token < changed.end; ++token) {
            if (tokens.is_content(token) && !name->tokens.contains(token)) return nullptr;
        }
        return name;
    }

    // Nothing that is known of the names or of how they are written makes them one.
    [[nodiscard]] bool two_bearers(const Mention& name, const Mention& rival) const {
        if (trace::same_name(name, rival) || trace::may_be_one(name, rival)) return false;
        if (pair_.relations.same_name(name.key, rival.key)) return false;
        const Side one{pair_.one, name.tokens, pair_.forth};
        const Side other{pair_.other, rival.tokens, pair_.back};
        if (!are_two(pair_.texts, one, name, other, rival) || is_modifier(one) || is_modifier(other)) return false;
        const auto& entities = pair_.texts.entities();
        for (std::uint32_t mine = name.tokens.begin; mine < name.tokens.end; ++mine) {
            const auto& here = entities.at(pair_.one.report, mine);
            for (std::uint32_t theirs = rival.tokens.begin; theirs < rival.tokens.end; ++theirs) {
                const auto& there = entities.at(pair_.other.report, theirs);
                if (mine_.stem[mine] == theirs_.stem[theirs]) return false;
                if (here.entity != kNone && here.entity == there.entity) return false;
                if (here.country.country != kNone && here.country.country == there.country.country) return false;
            }
        }
        return true;
    }

    // "two Evansville defenders": another name of much the same may tell whose they are.
    [[nodiscard]] static bool is_modifier(const Side& side) {
        const Tokens& tokens = side.parsed();
        for (std::uint32_t token = side.value.begin; token < side.value.end; ++token) {
            const std::uint32_t head = tokens.head[token];
            if (head == kNone || side.value.contains(head)) continue;
            return is_relation(tokens, token, "compound") || is_relation(tokens, token, "amod");
        }
        return false;
    }

    // Stems of the words on both sides of a change that the sentences share, as far as they are one but for little.
    [[nodiscard]] std::vector<std::uint64_t> words_around(std::size_t change) const {
        const auto small = [this](std::size_t number) {
            return changes_[number].mine.size() <= kMostGapTokens && changes_[number].theirs.size() <= kMostGapTokens;
        };
        std::size_t first = change;
        while (first > 0 && change - first < kMostGaps && small(first - 1)) --first;
        std::size_t last = change;
        while (last + 1 < changes_.size() && last - change < kMostGaps && small(last + 1)) ++last;
        const std::uint32_t begin = first == 0 ? pair_.one.sentence.begin : changes_[first - 1].mine.end;
        const std::uint32_t end = last + 1 == changes_.size() ? pair_.one.sentence.end : changes_[last + 1].mine.begin;
        std::vector<std::uint64_t> stems;
        std::size_t before = 0;
        for (std::uint32_t token = begin; token < end; ++token) {
            if (token == changes_[change].mine.end) before = stems.size();
            const bool changed = std::any_of(changes_.begin(), changes_.end(),
                                             [token](const Change& one) { return one.mine.contains(token); });
            if (!changed && mine_.is_content(token)) stems.push_back(mine_.stem[token]);
        }
        if (changes_[change].mine.end == end) before = stems.size();
        const bool cut_before = begin != pair_.one.sentence.begin && before < kLeastBeside;
        const bool cut_behind = end != pair_.one.sentence.end && stems.size() - before < kLeastBeside;
        if (cut_before || cut_behind) return {};
        std::sort(stems.begin(), stems.end());
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        return stems;
    }

    const StatementsCompared& pair_;
    const Tokens& mine_;
    const Tokens& theirs_;
    std::vector<Change> changes_;
};

}  // namespace

void find_altered_names(const StatementsCompared& pair, std::vector<FoundConflict>& found) {
    if (pair.one.sentence.size() > kMostTokens || pair.other.sentence.size() > kMostTokens) return;
    if (pair.forth.agreement_without({}) < kLeastShared && pair.back.agreement_without({}) < kLeastShared) return;
    AlteredNames(pair).find(found);
}

}  // namespace axray::story
