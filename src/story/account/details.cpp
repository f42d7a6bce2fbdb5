#include "story/account/details.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace axray::story {
namespace {

constexpr double kToldAlready = 0.72;  // share of a sentence's words that one before it has
constexpr double kSameTopic = 0.22;    // mean share of words that sentences of a paragraph have in common
constexpr std::size_t kLongParagraph = 4;

bool tells(const Telling& telling, std::uint32_t fact) {
    return std::find(telling.facts.begin(), telling.facts.end(), fact) != telling.facts.end();
}

double likeness(const Telling& one, const Telling& other) {
    return std::max(share_within(one.checked, other.checked), share_within(other.checked, one.checked));
}

// Chooses what is told.
class Selection {
public:
    Selection(Storyteller& teller, std::uint32_t limit)
        : teller_(teller), limit_(limit), left_out_(teller.findings().facts.size()) {}

    void choose() {
        const auto& facts = teller_.findings().facts;
        const auto most_checks = teller_.checks() + 4 * limit_ + 16;
        for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
            if (is_told(fact)) continue;
            if (told_.size() >= limit_ || teller_.checks() >= most_checks) {
                left_out_[fact] = LeftOutReason::below_the_limit;
                continue;
            }
            left_out_[fact] = try_fact(fact);
        }
        for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
            if (is_told(fact)) left_out_[fact].reset();
        }
    }

    [[nodiscard]] std::vector<Telling> take_told() { return std::move(told_); }
    [[nodiscard]] std::vector<std::optional<LeftOutReason>> take_left_out() { return std::move(left_out_); }

private:
    [[nodiscard]] bool is_told(std::uint32_t fact) const {
        return std::any_of(told_.begin(), told_.end(), [&](const Telling& telling) { return tells(telling, fact); });
    }

    [[nodiscard]] bool follows_from_told(std::uint32_t fact) const {
        const auto& related = teller_.findings().facts[fact].related;
        return std::any_of(related.begin(), related.end(), [&](const RelatedFact& other) {
            return other.relation == FactRelation::says_more && is_told(other.fact);
        });
    }

    [[nodiscard]] bool repeats(const Telling& telling) const {
        return std::any_of(told_.begin(), told_.end(), [&](const Telling& other) {
            return share_within(telling.checked, other.checked) > kToldAlready;
        });
    }

    [[nodiscard]] bool knows_what_it_presumes(const Telling& telling) const {
        return std::all_of(telling.draft.presumes.begin(), telling.draft.presumes.end(), [&](std::uint64_t stem) {
            return std::any_of(told_.begin(), told_.end(), [&](const Telling& other) {
                return std::binary_search(other.checked.stems.begin(), other.checked.stems.end(), stem);
            });
        });
    }

    std::optional<LeftOutReason> try_fact(std::uint32_t fact) {
        if (follows_from_told(fact)) return LeftOutReason::told_already;
        auto told = teller_.tell(fact, Length::full);
        if (!told) return told.error();
        if (repeats(*told)) return LeftOutReason::told_already;
        if (!knows_what_it_presumes(*told)) return LeftOutReason::not_independent;
        told_.push_back(*std::move(told));
        return std::nullopt;
    }

    Storyteller& teller_;
    std::uint32_t limit_;
    std::vector<Telling> told_;
    std::vector<std::optional<LeftOutReason>> left_out_;
};

// True when something `other` tells contradicts or denies what `one` tells.
bool opposes(const std::vector<Conflict>& conflicts, const Telling& one, const Telling& other) {
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict& conflict) {
        return (tells(one, conflict.one.fact) && tells(other, conflict.other.fact)) ||
               (tells(one, conflict.other.fact) && tells(other, conflict.one.fact));
    });
}

// Each sentence joins the paragraph that it shares most with; the first sentence of each is its weightiest.
std::vector<std::vector<Telling>> in_paragraphs(std::vector<Telling> told, const std::vector<Conflict>& conflicts) {
    std::vector<std::vector<Telling>> paragraphs;
    for (auto& telling : told) {
        std::vector<Telling>* best = nullptr;
        double best_likeness = kSameTopic;
        for (auto& paragraph : paragraphs) {
            double sum = 0;
            for (const auto& other : paragraph)
                sum += opposes(conflicts, other, telling) ? 10 : likeness(telling, other);
            const auto mean = sum / static_cast<double>(paragraph.size());
            if ((paragraph.size() >= kLongParagraph && mean < 1) || mean <= best_likeness) continue;
            best = &paragraph;
            best_likeness = mean;
        }
        if (best == nullptr) {
            paragraphs.emplace_back();
            best = &paragraphs.back();
        }
        auto place = best->end();
        for (auto at = best->begin(); at != best->end(); ++at) {
            if (opposes(conflicts, *at, telling)) {
                place = at + 1;
                break;
            }
            // In the order of the report that both come from.
            if (at != best->begin() && at->draft.sentence.source == telling.draft.sentence.source &&
                telling.draft.sentence.span < at->draft.sentence.span) {
                place = at;
                break;
            }
        }
        best->insert(place, std::move(telling));
    }
    return paragraphs;
}

// Names are given in full once.
void shorten_names(Storyteller& teller, std::vector<std::vector<Telling>>& paragraphs) {
    std::set<std::string> known;
    for (auto& paragraph : paragraphs) {
        for (auto& telling : paragraph) {
            const auto& named = telling.draft.named;
            const bool again = std::any_of(named.begin(), named.end(),
                                           [&](const std::string& name) { return known.count(name) != 0; });
            if (again) {
                if (auto shorter = teller.tell_again(telling, known)) telling = *std::move(shorter);
            }
            known.insert(telling.draft.named.begin(), telling.draft.named.end());
        }
    }
}

}  // namespace

Details write_details(Storyteller& teller, std::uint32_t limit) {
    Selection selection(teller, limit);
    selection.choose();
    Details details;
    details.left_out = selection.take_left_out();
    details.paragraphs = in_paragraphs(selection.take_told(), teller.findings().conflicts);
    shorten_names(teller, details.paragraphs);
    return details;
}

}  // namespace axray::story
