#include "story/account/details.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace axray::story {
namespace {

constexpr double kToldWithin = 0.85;       // share of the words of a sentence that one behind it has: that replaces it
constexpr double kLeastKnown = 0.2;        // share of the words of a sentence that those before it have
constexpr std::size_t kFewTold = 5;        // sentences before which that cannot be asked
constexpr double kSameTopic = 0.22;        // mean share of words that sentences of a paragraph have in common
constexpr double kOpposed = 10;            // likeness of sentences of which one contradicts the other
constexpr std::uint32_t kFactsTried = 12;  // for each sentence that may be told
constexpr std::uint32_t kOneQuotationIn = 8;  // sentences: of those that are nothing but somebody's words
constexpr std::size_t kLongParagraph = 4;

bool tells(const Telling& telling, std::uint32_t fact) {
    return std::find(telling.facts.begin(), telling.facts.end(), fact) != telling.facts.end();
}

double likeness(const Telling& one, const Telling& other) {
    return std::max(share_within(one.checked, other.checked), share_within(other.checked, one.checked));
}

bool is_same(const ConflictSide& one, const ConflictSide& other) {
    return one.fact == other.fact && one.mention == other.mention && one.words == other.words;
}

// What stands against a side of a conflict.
struct Opposition {
    const Conflict* conflict = nullptr;
    ConflictSide partner;
};

bool is_told_as(const Findings& findings, const Telling& telling, const ConflictSide& side,
                const ConflictSide& partner) {
    if (side.fact != partner.fact) return tells(telling, side.fact);
    const auto& mention = findings.facts[side.fact].mentions[side.mention];
    return mention.report == telling.wish.report && telling.wish.claim != nullptr &&
           mention.claim.sentence == telling.wish.claim->sentence;
}

// Conflicts that are told in the text, with the other side of what `telling` tells.
std::vector<Opposition> oppositions(const Findings& findings, const Telling& telling) {
    std::vector<Opposition> found;
    for (const auto& conflict : findings.conflicts) {
        if (conflict.kind == ConflictKind::quote_wording) continue;
        if (is_told_as(findings, telling, conflict.one, conflict.other)) found.push_back({&conflict, conflict.other});
        if (is_told_as(findings, telling, conflict.other, conflict.one)) found.push_back({&conflict, conflict.one});
    }
    return found;
}

// The conflict between two sentences; nullptr when there is none.
const Conflict* conflict_between(const Findings& findings, const Telling& one, const Telling& other) {
    for (const auto& opposition : oppositions(findings, one)) {
        const auto& conflict = *opposition.conflict;
        const auto& side = is_same(opposition.partner, conflict.other) ? conflict.one : conflict.other;
        if (is_told_as(findings, other, opposition.partner, side)) return &conflict;
    }
    return nullptr;
}

// Chooses what is told.
class Selection {
public:
    Selection(Storyteller& teller, std::uint32_t limit)
        : teller_(teller), limit_(limit), left_out_(teller.findings().facts.size()) {}

    void choose(const Telling* lead) {
        const auto& facts = teller_.findings().facts;
        const auto most_checks = teller_.checks() + 3 * limit_ + 8;
        std::uint32_t tried = 0;
        if (lead != nullptr && limit_ > 0) add(*lead);
        for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
            if (is_told(fact)) continue;
            if (told_.size() >= limit_ || teller_.checks() >= most_checks || tried++ >= kFactsTried * limit_) {
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
        return std::any_of(told_.begin(), told_.end(),
                           [&](const Telling& other) { return teller_.says_no_more(telling, other); });
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
        if (auto* same = from_same_sentence(*told)) {  // a claim of it was told before: now the whole
            if (same->words < told->words && knows_what_it_presumes(*told)) {
                *same = *std::move(told);
                drop_what_it_holds(*same);
            }
            return LeftOutReason::told_already;
        }
        if (repeats(*told)) return LeftOutReason::told_already;
        if (auto* same = within(*told); same != nullptr && knows_what_it_presumes(*told)) {
            for (const auto other : same->facts) {
                if (!tells(*told, other)) told->facts.push_back(other);
            }
            *same = *std::move(told);
            drop_what_it_holds(*same);
            return std::nullopt;
        }
        if (!knows_what_it_presumes(*told)) return LeftOutReason::not_independent;
        if (!belongs_to_story(*told)) return LeftOutReason::below_the_limit;
        if (told->draft.is_quotation && ++quotations_ > limit_ / kOneQuotationIn) return LeftOutReason::below_the_limit;
        add(*std::move(told));
        return std::nullopt;
    }

    // Has words of what is told, which captions of other pictures and remarks beside the story have not.
    [[nodiscard]] bool belongs_to_story(const Telling& telling) const {
        double weight = 0;
        double known = 0;
        for (std::size_t word = 0; word < telling.checked.stems.size(); ++word) {
            weight += telling.checked.weights[word];
            const auto stem = telling.checked.stems[word];
            const bool is_known = std::any_of(told_.begin(), told_.end(), [&](const Telling& other) {
                return std::binary_search(other.checked.stems.begin(), other.checked.stems.end(), stem);
            });
            known += is_known ? telling.checked.weights[word] : 0;
        }
        return told_.size() < kFewTold || known >= kLeastKnown * weight;
    }

    // What is told already and says no more than a part of `telling`.
    [[nodiscard]] Telling* within(const Telling& telling) {
        for (auto& other : told_) {
            if (share_within(other.checked, telling.checked) > kToldWithin) return &other;
        }
        return nullptr;
    }

    // Others that say no more than a part of what is now told in the place of a shorter sentence; never the first.
    void drop_what_it_holds(const Telling& longer) {
        const auto place = static_cast<std::size_t>(&longer - told_.data());
        for (std::size_t at = told_.size(); at-- > 1;) {
            if (at == place || share_within(told_[at].checked, told_[place].checked) <= kToldWithin) continue;
            told_.erase(told_.begin() + static_cast<std::ptrdiff_t>(at));
            if (at < place) return;  // the rest stands where `longer` cannot be found again
        }
    }

    [[nodiscard]] Telling* from_same_sentence(const Telling& telling) {
        for (auto& other : told_) {
            if (other.draft.sentence == telling.draft.sentence && !other.draft.kept.empty() &&
                std::any_of(telling.draft.kept.begin(), telling.draft.kept.end(),
                            [&](Span part) { return part.overlaps(other.draft.kept.back()); }))
                return &other;
        }
        return nullptr;
    }

    // With what stands against it: a reader of one side is to know the other.
    void add(Telling telling) {
        told_.push_back(telling);
        for (const auto& opposition : oppositions(teller_.findings(), telling)) {
            if (told_.size() >= limit_) return;
            const auto& partner = opposition.partner;
            const bool told_already = std::any_of(told_.begin(), told_.end(), [&](const Telling& other) {
                return conflict_between(teller_.findings(), telling, other) == opposition.conflict;
            });
            if (told_already) continue;
            auto other = teller_.tell_mention(partner.fact, partner.mention, Length::full);
            if (other && knows_what_it_presumes(*other)) told_.push_back(*std::move(other));
        }
    }

    Storyteller& teller_;
    std::uint32_t limit_;
    std::uint32_t quotations_ = 0;
    std::vector<Telling> told_;
    std::vector<std::optional<LeftOutReason>> left_out_;
};

// Each sentence joins the paragraph that it shares most with; the first sentence of each is its weightiest.
std::vector<std::vector<Telling>> in_paragraphs(std::vector<Telling> told, const Findings& findings) {
    std::vector<std::vector<Telling>> paragraphs;
    for (auto& telling : told) {
        std::vector<Telling>* best = nullptr;
        double best_likeness = kSameTopic;
        for (auto& paragraph : paragraphs) {
            double sum = 0;
            for (const auto& other : paragraph)
                sum += conflict_between(findings, other, telling) != nullptr ? kOpposed : likeness(telling, other);
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
            if (conflict_between(findings, *at, telling) != nullptr) {
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

bool is_published_before(const StoryTexts& texts, const Telling& one, const Telling& other) {
    const auto day = texts.report(one.draft.sentence.source).published;
    const auto later = texts.report(other.draft.sentence.source).published;
    return day.year != 0 && later.year != 0 && day < later;
}

// The sentence as the other side of what stands before it: "According to another report, ...".
std::optional<Telling> as_other_side(Storyteller& teller, const Telling& telling, const Telling& told) {
    constexpr std::string_view kOpenings[] = {"According to another report, ", "In another report, ",
                                              "Reports differ: ", "By contrast, "};
    constexpr std::string_view kEarlier[] = {"According to an earlier report, ", "In an earlier report, "};
    auto small = telling.draft;
    if (!begin_small(teller.texts(), small)) return std::nullopt;
    const bool attributed = small.text.compare(0, 9, "according") == 0;
    std::vector<std::string_view> openings;
    if (is_published_before(teller.texts(), telling, told)) openings.assign(std::begin(kEarlier), std::end(kEarlier));
    openings.insert(openings.end(), std::begin(kOpenings), std::end(kOpenings));
    for (const auto opening : openings) {
        if (attributed && opening.substr(0, 9) == "According") continue;
        auto draft = small;
        draft.text.insert(0, opening);
        const auto shift = static_cast<std::uint32_t>(opening.size());
        for (auto& trace : draft.traces) trace.text = {trace.text.begin + shift, trace.text.end + shift};
        auto told = teller.tell_draft(std::move(draft), telling.facts, BlockKind::paragraph);
        if (!told) continue;
        told->wish = telling.wish;
        return *std::move(told);
    }
    return std::nullopt;
}

// Two values one after the other look like a mistake of the account unless it says that reports differ.
void tell_conflicts(Storyteller& teller, std::vector<std::vector<Telling>>& paragraphs) {
    for (auto& paragraph : paragraphs) {
        for (std::size_t at = 1; at < paragraph.size(); ++at) {
            const auto* conflict = conflict_between(teller.findings(), paragraph[at - 1], paragraph[at]);
            if (conflict == nullptr || conflict->kind == ConflictKind::denial) continue;
            if (paragraph[at - 1].draft.sentence.source == paragraph[at].draft.sentence.source) continue;
            // The last state first, but for the sentence that the article begins with.
            const bool begins = at == 1 && &paragraph == paragraphs.data();
            if (!begins && is_published_before(teller.texts(), paragraph[at - 1], paragraph[at]))
                std::swap(paragraph[at - 1], paragraph[at]);
            if (auto other_side = as_other_side(teller, paragraph[at], paragraph[at - 1]))
                paragraph[at] = *std::move(other_side);
        }
    }
}

}  // namespace

Details write_details(Storyteller& teller, const Telling* lead, std::uint32_t limit) {
    Selection selection(teller, limit);
    selection.choose(lead);
    Details details;
    details.left_out = selection.take_left_out();
    details.paragraphs = in_paragraphs(selection.take_told(), teller.findings());
    shorten_names(teller, details.paragraphs);
    tell_conflicts(teller, details.paragraphs);
    return details;
}

}  // namespace axray::story
