#include "story/account/lead.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "language/syntax/sentence_models.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kLongHeadline = 15;  // words at most
constexpr std::size_t kLongSummary = 42;   // words of the summary at most, if there is one as short
constexpr std::size_t kShortSummary = 10;  // words that a summary should have at least
constexpr std::size_t kLongJoined = 58;    // words with the denial
constexpr std::size_t kMostPoints = 7;
constexpr std::size_t kFewestPoints = 4;
constexpr std::uint32_t kOpeningSentences = 3;  // the last of a report that counts as its opening, from 0
constexpr std::uint32_t kOpeningsOfReport = 3;  // that are looked at
constexpr std::uint32_t kOpeningsTried = 12;
constexpr double kLastResort = 10;        // what a sentence loses that a lead should not be
constexpr double kLikeHeadline = 0.6;     // what a lead gains that has the words of the headline
constexpr double kOfOpening = 0.3;        // what the first sentence of a report gains as summary
constexpr double kOfFirst = 0.1;          // and one of the first
constexpr std::size_t kShortPoint = 7;    // words: of less little is told
constexpr double kOfShortPoint = 0.7;     // what such a point weighs
constexpr double kOfCorrection = 0.1;     // what a correction of a report weighs as summary
constexpr double kOfQuotation = 0.7;      // what somebody's words weigh as a point
constexpr double kSameWords = 0.5;        // share of a point's words that another may have
constexpr double kSameWordsAtMost = 0.7;  // the same where there are few points
constexpr double kSameAsHeadline = 0.85;
constexpr double kLeastInProse = 0.55;     // share of a title that a sentence of the texts bears out
constexpr double kLeastAboutStory = 0.12;  // share of a title's words in the weightiest sentences

// 0..1: how much of the weightiest facts a text has in its words.
double share_of_main(const std::vector<Telling>& main, const Storyteller& teller, const CheckedText& text) {
    double weight = 0;
    double share = 0;
    for (const auto& telling : main) {
        const auto centrality = teller.findings().facts[telling.facts.front()].centrality + 1e-6;
        weight += centrality;
        share += centrality * share_within(telling.checked, text);
    }
    return weight > 0 ? share / weight : 0;
}

// 0..1: how much of a title's words the weightiest facts have.
double about_story(const std::vector<Telling>& main, const Storyteller& teller, const CheckedText& title) {
    double weight = 0;
    double share = 0;
    for (const auto& telling : main) {
        const auto centrality = teller.findings().facts[telling.facts.front()].centrality + 1e-6;
        weight += centrality;
        share += centrality * share_within(title, telling.checked);
    }
    return weight > 0 ? share / weight : 0;
}

Draft title_draft(const StoryTexts& texts, std::uint32_t report, const Claim& claim) {
    const auto& document = *texts.report(report).document;
    const auto title = texts.report(report).words.sentences[claim.sentence].span;
    DraftWriter writer;
    writer.copy(report, document.text, title);
    writer.finish_sentence();
    writer.drop_stop();
    Draft draft;
    draft.text = writer.text();
    draft.traces = writer.take_traces();
    draft.sentence = {report, title};
    draft.sentence_number = claim.sentence;
    draft.kept = {title};
    return draft;
}

std::optional<std::uint32_t> fact_of(const Storyteller& teller, std::uint32_t report, const Claim& claim) {
    for (std::uint32_t fact = 0; fact < teller.findings().facts.size(); ++fact) {
        for (const auto& mention : teller.findings().facts[fact].mentions) {
            if (mention.report == report && mention.claim.id == claim.id) return fact;
        }
    }
    return std::nullopt;
}

// Of a title that no fact has among its mentions: that of which the told sentence has most of its words.
std::uint32_t fact_nearest_to(const CheckedText& title, const std::vector<Telling>& main,
                              const std::vector<Telling>& brief) {
    const Telling* nearest = &main.front();
    double most = 0;
    for (const auto* tellings : {&main, &brief}) {
        for (const auto& telling : *tellings) {
            const auto share = share_within(title, telling.checked);
            if (share > most) nearest = &telling;
            most = std::max(most, share);
        }
    }
    return nearest->facts.front();
}

// The only verb of "The man who fell into the harbour" tells which man.
bool is_of_relative_clause(const language::AnnotatedText& text, std::uint32_t token) {
    const auto relation = [&](std::uint32_t at) { return language::relation_name(text.tokens.relation[at]); };
    if (!text.tokens.parsed()) return false;
    if (relation(token).substr(0, 3) == "aux" && text.tokens.head[token] != language::kNone)
        token = text.tokens.head[token];
    return relation(token) == "acl:relcl";
}

// "Board closes pier", not "Photos of the pier", nor "Watch the pier burn".
bool reads_as_headline(const ReportText& report, const Claim& claim) {
    const auto range = report.words.sentences[claim.sentence].tokens;
    if (report.closely.tokens.parsed() && language::fine_tag_name(report.closely.tokens.fine_tag[range.begin]) == "VB")
        return false;
    for (const auto& date : report.closely.dates) {  // "Board meets today": nobody knows when
        if (range.contains(date.tokens.begin) && date.year == 0 && date.month == 0 &&
            date.type == language::DateType::date)
            return false;
    }
    for (auto token = range.begin; token < range.end; ++token) {
        if (is_of_relative_clause(report.closely, token)) continue;
        const auto fine_tag = report.closely.tokens.parsed()
                                  ? language::fine_tag_name(report.closely.tokens.fine_tag[token])
                                  : std::string_view();
        const auto tag = fine_tag.substr(0, 2);
        if (tag == "MD" || (tag == "VB" && fine_tag != "VBG")) return true;
        const auto& words = report.words.tokens;
        if (words.has(token, language::kVerbLike) && !words.has(token, language::kCapitalised)) return true;
    }
    return false;
}

struct Joined {
    Draft draft;
    std::vector<std::uint32_t> facts;
};

// "X, while Y."
std::optional<Joined> join(const StoryTexts& texts, const Telling& first, const Telling& second) {
    Draft addition = second.draft;
    if (!begin_small(texts, addition) || first.draft.text.empty() || first.draft.text.back() != '.')
        return std::nullopt;
    Joined joined{first.draft, first.facts};
    auto& text = joined.draft.text;
    text.pop_back();
    for (auto& trace : joined.draft.traces) {
        if (trace.text.end <= text.size()) continue;
        --trace.text.end;
        --trace.place.span.end;
    }
    text += ", while ";
    const auto shift = static_cast<std::uint32_t>(text.size());
    text += addition.text;
    for (auto trace : addition.traces) {
        trace.text = {trace.text.begin + shift, trace.text.end + shift};
        joined.draft.traces.push_back(trace);
    }
    for (const auto fact : second.facts) {
        if (std::find(joined.facts.begin(), joined.facts.end(), fact) == joined.facts.end())
            joined.facts.push_back(fact);
    }
    return joined;
}

bool tells(const Telling& telling, std::uint32_t fact) {
    return std::find(telling.facts.begin(), telling.facts.end(), fact) != telling.facts.end();
}

// Both sides of a conflict side by side, without a word on it, would look like a mistake.
bool contradicts(const Storyteller& teller, const Telling& one, const Telling& other) {
    const auto& conflicts = teller.findings().conflicts;
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict& conflict) {
        if (conflict.kind == ConflictKind::denial || conflict.one.fact == conflict.other.fact) return false;
        return (tells(one, conflict.one.fact) && tells(other, conflict.other.fact)) ||
               (tells(other, conflict.one.fact) && tells(one, conflict.other.fact));
    });
}

// The denial of something that a sentence tells, where it does not tell that too.
std::optional<Telling> denial_of(Storyteller& teller, const Telling& telling) {
    for (const auto& conflict : teller.findings().conflicts) {
        if (conflict.kind != ConflictKind::denial || !tells(telling, conflict.one.fact)) continue;
        if (tells(telling, conflict.other.fact)) return std::nullopt;
        auto told = teller.tell(conflict.other.fact, Length::brief);
        if (told && told->draft.presumes.empty()) return *std::move(told);
    }
    return std::nullopt;
}

bool begins_with_quotation(const std::string& text) {
    return text.compare(0, 1, "\"") == 0 || text.compare(0, 1, "'") == 0 || text.compare(0, 3, "\xE2\x80\x9C") == 0 ||
           text.compare(0, 3, "\xE2\x80\x98") == 0;
}

// '"This is close to a miracle," the mayor said.': of what is not told.
bool points_in_quotation(const std::string& text) {
    if (!begins_with_quotation(text)) return false;
    const auto first = text.find_first_of("ITWYHS");
    if (first > 3) return false;  // or none
    const auto word = text.substr(first, text.find_first_of(" '\xE2", first) - first);
    for (const std::string_view pronoun :
         {"This", "That", "It", "These", "Those", "They", "He", "She", "We", "I", "You"}) {
        if (word == pronoun) return true;
    }
    return false;
}

bool has_word(const std::optional<Telling>& telling, std::uint64_t stem) {
    return telling && std::binary_search(telling->checked.stems.begin(), telling->checked.stems.end(), stem);
}

// What the last reports say overtakes what the first ones said.
double lateness(const Storyteller& teller, const Telling& telling) {
    constexpr double kOfDay = 0.6;
    return 1 - kOfDay * (1 - teller.main_thing().recency(telling.draft.sentence.source));
}

// What a report begins with tells what it is about.
double opening_bonus(const Storyteller& teller, const Telling& telling) {
    const ReportSentence sentence(teller.texts().report(telling.draft.sentence.source), telling.draft.sentence_number);
    if (sentence.is_opening()) return kOfOpening;
    return telling.draft.sentence_number < kOpeningSentences + 1 ? kOfFirst : 0;
}

// "In our report of Monday we wrongly said ...".
bool is_correction(const Storyteller& teller, const Telling& telling) {
    const auto* corrections = teller.findings().corrections;
    if (corrections == nullptr) return false;
    constexpr std::string_view kWords[] = {"wrongly", "incorrectly", "erroneously", "misstated", "orrection"};
    const bool says_so = std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
        return telling.draft.text.find(word) != std::string::npos;
    });
    return std::any_of(corrections->begin(), corrections->end(), [&](const Correction& one) {
        const auto& mention = teller.findings().facts[one.later.fact].mentions[one.later.mention];
        return mention.report == telling.draft.sentence.source &&
               (says_so || mention.claim.sentence == telling.draft.sentence_number);
    });
}

// "Before the pier was closed, reports said ...": tells first what the event is not.
double directness(const Storyteller& teller, const Telling& telling) {
    if (is_correction(teller, telling)) return kOfCorrection;
    constexpr double kOfBackground = 0.8;
    constexpr std::string_view kBackground[] = {"Although ", "As ",     "Before ", "Despite ", "If ",   "Just when ",
                                                "Since ",    "Though ", "Unlike ", "When ",    "While "};
    const std::string_view text = telling.draft.text;
    const bool background = std::any_of(std::begin(kBackground), std::end(kBackground), [&](std::string_view opening) {
        return text.substr(0, opening.size()) == opening;
    });
    return background ? kOfBackground : 1;
}

// How well a sentence tells the story by itself.
double lead_score(const Storyteller& teller, const std::vector<Telling>& main, const Telling& telling,
                  const std::optional<Telling>& headline) {
    double weight = 0;
    double share = 0;
    for (const auto& other : main) {
        if (tells(telling, other.facts.front())) continue;
        const auto centrality = teller.findings().facts[other.facts.front()].centrality + 1e-6;
        weight += centrality;
        share += centrality * share_within(other.checked, telling.checked);
    }
    double central = 0;
    for (const auto fact : telling.facts) central = std::max(central, teller.findings().facts[fact].centrality);
    auto score = central / 2 + (weight > 0 ? share / weight : 0) + teller.main_thing().told_by(telling.checked);
    if (headline) score += kLikeHeadline * share_within(headline->checked, telling.checked);
    score += opening_bonus(teller, telling);
    if (!telling.checked.loaded_words.empty()) score -= 0.2;
    score *= lateness(teller, telling) * directness(teller, telling);
    if (telling.words > kLongSummary) score *= 0.5;
    if (telling.words < kShortSummary || begins_with_quotation(telling.draft.text)) score *= 0.7;
    return score;
}

// The first sentences of the reports, which tell what the reports are about.
void add_openings(Storyteller& teller, std::vector<Telling>& candidates) {
    std::vector<std::uint32_t> told(teller.texts().size(), 0);
    const auto& facts = teller.findings().facts;
    std::uint32_t tries = 0;
    for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
        for (std::uint32_t number = 0; number < facts[fact].mentions.size(); ++number) {
            const auto& mention = facts[fact].mentions[number];
            if (mention.claim.sentence > kOpeningSentences || told[mention.report] >= kOpeningsOfReport) continue;
            if (tries >= kOpeningsTried) return;
            ++told[mention.report];
            ++tries;
            if (auto telling = teller.tell_mention(fact, number, Length::full))
                candidates.push_back(*std::move(telling));
        }
    }
}

// By how central their facts are and how much of the main thing they tell.
std::vector<Telling> weightiest_first(const Storyteller& teller, std::vector<Telling> tellings) {
    const auto weight = [&](const Telling& telling) {
        const bool quotation = telling.draft.is_quotation || begins_with_quotation(telling.draft.text);
        return (teller.findings().facts[telling.facts.front()].centrality +
                teller.main_thing().told_by(telling.checked)) *
               lateness(teller, telling) * directness(teller, telling) * (quotation ? kOfQuotation : 1) *
               (telling.words < kShortPoint ? kOfShortPoint : 1);
    };
    std::stable_sort(tellings.begin(), tellings.end(),
                     [&](const Telling& one, const Telling& other) { return weight(one) > weight(other); });
    return tellings;
}

}  // namespace

std::vector<Telling> weightiest(Storyteller& teller, Length length, std::size_t limit) {
    std::vector<Telling> told;
    const auto count = std::min(teller.findings().facts.size(), limit * 3);
    for (std::uint32_t fact = 0; fact < count && told.size() < limit; ++fact) {
        if (std::any_of(told.begin(), told.end(), [&](const Telling& telling) { return tells(telling, fact); }))
            continue;
        auto telling = teller.tell(fact, length);
        if (telling) told.push_back(*std::move(telling));
    }
    return told;
}

std::optional<Telling> write_headline(Storyteller& teller, const std::vector<Telling>& main,
                                      const std::vector<Telling>& brief) {
    if (main.empty()) return std::nullopt;
    std::optional<Telling> best;
    double best_score = 0;
    const auto& texts = teller.texts();
    for (std::uint32_t report = 0; report < texts.size(); ++report) {
        for (const auto& claim : texts.report(report).claims) {
            if (claim.block != BlockKind::title && claim.sentence > 0) break;
            if (claim.block != BlockKind::title) continue;
            auto draft = title_draft(texts, report, claim);
            const auto words = count_words(draft.text);
            if (words < kFewestPoints || words > kLongHeadline || !reads_as_headline(texts.report(report), claim) ||
                draft.text.find('?') != std::string::npos)
                continue;
            const auto fact = fact_of(teller, report, claim);
            auto told = teller.tell_draft(draft, {fact.value_or(main.front().facts.front())}, BlockKind::title);
            if (told && !fact)
                told = teller.tell_draft(std::move(draft), {fact_nearest_to(told->checked, main, brief)},
                                         BlockKind::title);
            if (!told || !told->checked.loaded_words.empty() || told->checked.borne_out_in_prose < kLeastInProse)
                continue;
            const auto about = about_story(main, teller, told->checked);
            const auto score =
                (about + share_of_main(main, teller, told->checked) + teller.main_thing().told_by(told->checked)) *
                lateness(teller, *told);
            if (about < kLeastAboutStory || score <= best_score) continue;
            best_score = score;
            best = *std::move(told);
        }
    }
    if (best) return best;
    const Telling* shortest = nullptr;
    for (const auto& telling : brief) {
        if (!telling.draft.presumes.empty() || telling.draft.is_quotation) continue;
        auto score = teller.findings().facts[telling.facts.front()].centrality / 2 +
                     share_of_main(main, teller, telling.checked) + teller.main_thing().told_by(telling.checked);
        score = (score + opening_bonus(teller, telling)) * lateness(teller, telling) * directness(teller, telling);
        if (telling.words > kLongHeadline) score -= static_cast<double>(telling.words - kLongHeadline) / 20;
        if (shortest != nullptr && score <= best_score) continue;
        shortest = &telling;
        best_score = score;
    }
    if (shortest == nullptr) return std::nullopt;
    auto headline = *shortest;
    if (!headline.draft.text.empty() && headline.draft.text.back() == '.') {
        headline.draft.text.pop_back();
        auto& trace = headline.draft.traces.back();
        if (trace.text.end > headline.draft.text.size()) {
            --trace.text.end;
            --trace.place.span.end;
        }
        if (trace.text.empty()) headline.draft.traces.pop_back();
    }
    return headline;
}

std::optional<Telling> choose_lead(Storyteller& teller, const std::vector<Telling>& main,
                                   const std::optional<Telling>& headline) {
    auto candidates = main;
    add_openings(teller, candidates);
    const Telling* best = nullptr;
    double best_score = 0;
    for (const auto& telling : candidates) {
        auto score = lead_score(teller, main, telling, headline);
        if (!telling.draft.presumes.empty() || telling.draft.is_quotation) score -= kLastResort;
        if (best != nullptr && score <= best_score) continue;
        best = &telling;
        best_score = score;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

Telling write_summary(Storyteller& teller, const Telling& lead) {
    const auto* best = &lead;
    if (const auto denial = denial_of(teller, *best); denial && best->words + denial->words < kLongJoined) {
        if (auto joined = join(teller.texts(), *best, *denial)) {
            auto told = teller.tell_draft(std::move(joined->draft), std::move(joined->facts), BlockKind::paragraph);
            if (told) return *std::move(told);
        }
    }
    return *best;
}

std::vector<Telling> choose_points(Storyteller& teller, const std::vector<Telling>& brief,
                                   const std::optional<Telling>& headline, const std::optional<Telling>& lead) {
    std::vector<Telling> points;
    const auto in_order = weightiest_first(teller, brief);
    const auto is_known = [&](std::uint64_t stem) { return has_word(headline, stem) || has_word(lead, stem); };
    const auto add = [&](double same) {
        for (const auto& telling : in_order) {
            if (points.size() >= kMostPoints || (same > kSameWords && points.size() >= kFewestPoints)) return;
            const auto& presumes = telling.draft.presumes;
            if (!std::all_of(presumes.begin(), presumes.end(), is_known)) continue;
            if (same <= kSameWords && (telling.draft.is_quotation || points_in_quotation(telling.draft.text))) continue;
            if (headline && share_within(telling.checked, headline->checked) > kSameAsHeadline) continue;
            if (lead && teller.says_no_more(telling, *lead)) continue;
            const bool repeats = std::any_of(points.begin(), points.end(), [&](const Telling& other) {
                return tells(other, telling.facts.front()) || contradicts(teller, telling, other) ||
                       teller.says_no_more(telling, other) || share_within(telling.checked, other.checked) > same ||
                       share_within(other.checked, telling.checked) > same;
            });
            if (!repeats) points.push_back(telling);
        }
    };
    add(kSameWords);
    add(kSameWordsAtMost);
    return points;
}

void add_denial(Storyteller& teller, const std::optional<Telling>& summary, std::vector<Telling>& points) {
    const auto is_told = [&](std::uint32_t fact) {
        return (summary && tells(*summary, fact)) ||
               std::any_of(points.begin(), points.end(), [&](const Telling& point) { return tells(point, fact); });
    };
    for (const auto& conflict : teller.findings().conflicts) {
        if (conflict.kind != ConflictKind::denial || !is_told(conflict.one.fact)) continue;
        if (is_told(conflict.other.fact)) return;
        auto denial = teller.tell_mention(conflict.other.fact, conflict.other.mention, Length::brief);
        if (!denial) denial = teller.tell(conflict.other.fact, Length::brief);
        if (!denial || !denial->draft.presumes.empty()) continue;
        if (points.size() >= kMostPoints) points.pop_back();
        points.push_back(*std::move(denial));
        return;
    }
}

}  // namespace axray::story
