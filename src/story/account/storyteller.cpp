#include "story/account/storyteller.hpp"

#include <algorithm>

#include "story/account/mention_choice.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMentionsTried = 5;
constexpr std::uint32_t kChecksOfOneFact = 4;
constexpr double kSameWords = 0.72;     // share of a sentence's words that another has: it says the same
constexpr double kLikeWords = 0.45;     // of less that is not asked
constexpr std::size_t kLongFull = 44;   // words; of a longer sentence one claim is told if it can be
constexpr double kLeastForDate = 0.6;   // probability of a sentence whose date is not written so in its report
constexpr std::size_t kLongBrief = 30;  // words of a brief sentence at most

bool is_told_by(const std::vector<Span>& kept, Span claim) {
    return std::any_of(kept.begin(), kept.end(), [&](Span part) { return part.contains(claim); });
}

}  // namespace

Storyteller::Storyteller(const StoryTexts& texts, const Findings& findings, const Analyst& analyst)
    : texts_(texts),
      findings_(findings),
      analyst_(analyst),
      main_thing_(texts, findings.origins, analyst.judge.word_weights()) {
    for (std::uint32_t fact = 0; fact < findings.facts.size(); ++fact) {
        for (const auto& mention : findings.facts[fact].mentions)
            places_[{mention.report, mention.claim.sentence}].push_back({fact, mention.claim.span});
    }
}

const CheckedText& Storyteller::check(const std::string& text, BlockKind block) {
    const auto key = std::to_string(static_cast<int>(block)) + text;
    const auto found = checked_.find(key);
    if (found != checked_.end()) return found->second;
    ++checks_;
    return checked_.emplace(key, check_text(text, block, texts_, analyst_)).first->second;
}

std::vector<std::uint32_t> Storyteller::facts_within(std::uint32_t fact, const Draft& draft) const {
    std::vector<std::uint32_t> facts{fact};
    const auto found = places_.find({draft.sentence.source, draft.sentence_number});
    if (found == places_.end()) return facts;
    for (const auto& place : found->second) {
        if (!is_told_by(draft.kept, place.span)) continue;
        if (std::find(facts.begin(), facts.end(), place.fact) == facts.end()) facts.push_back(place.fact);
    }
    return facts;
}

Storyteller::Told Storyteller::try_form(std::uint32_t fact, const SentenceWish& wish, Length length,
                                        std::uint32_t& tries) {
    auto draft = make_sentence(texts_, wish, {});
    if (!draft) return tl::unexpected(draft.error());
    if (length == Length::brief && count_words(draft->text) > kLongBrief)
        return tl::unexpected(LeftOutReason::not_independent);
    if (tries >= kChecksOfOneFact) return tl::unexpected(LeftOutReason::not_supported);
    const auto checks_before = checks_;
    const bool dates_changed = draft->dates_changed;
    auto facts = facts_within(fact, *draft);
    auto told = tell_draft(std::move(*draft), std::move(facts), BlockKind::paragraph);
    tries += checks_ - checks_before;
    if (told) told->wish = wish;
    if (told || !dates_changed || wish.dates == DateStyle::left_out) return told;
    auto undated = wish;
    undated.dates = DateStyle::left_out;
    return try_form(fact, undated, length, tries);
}

Storyteller::Told Storyteller::try_mention(std::uint32_t fact, std::uint32_t number, Length length,
                                           std::uint32_t& tries) {
    const auto& mention = findings_.facts[fact].mentions[number];
    if (mention.claim.block != BlockKind::paragraph && mention.claim.block != BlockKind::quotation &&
        mention.claim.block != BlockKind::list_item)
        return tl::unexpected(LeftOutReason::not_independent);
    const auto& report = texts_.report(mention.report);
    const auto& claim = mention.claim.id < report.claims.size() ? report.claims[mention.claim.id] : mention.claim;
    const SentenceWish whole{mention.report, &claim, Form::sentence};
    const SentenceWish clause{mention.report, &claim, Form::clause};
    const auto words = report.words.sentences[claim.sentence].tokens.size();
    const bool clause_first = length == Length::brief || words > kLongFull;
    auto told = try_form(fact, clause_first ? clause : whole, length, tries);
    if (told) return told;
    const auto reason = told.error();
    told = try_form(fact, clause_first ? whole : clause, length, tries);
    if (!told && (reason == LeftOutReason::not_supported || reason == LeftOutReason::overtaken))
        return tl::unexpected(reason);
    return told;
}

Storyteller::Told Storyteller::tell(std::uint32_t fact, Length length) {
    const auto choice = choose_mentions(texts_, findings_, fact);
    auto reason = choice.mentions.empty() ? choice.reason : LeftOutReason::not_independent;
    std::uint32_t tries = 0;
    for (std::size_t at = 0; at < std::min(choice.mentions.size(), kMentionsTried); ++at) {
        auto told = try_mention(fact, choice.mentions[at], length, tries);
        if (told) return told;
        if (told.error() == LeftOutReason::not_supported || told.error() == LeftOutReason::overtaken)
            reason = told.error();
    }
    return tl::unexpected(reason);
}

Storyteller::Told Storyteller::tell_mention(std::uint32_t fact, std::uint32_t mention, Length length) {
    std::uint32_t tries = 0;
    return try_mention(fact, mention, length, tries);
}

Storyteller::Told Storyteller::tell_again(const Telling& telling, const std::set<std::string>& known) {
    auto draft = make_sentence(texts_, telling.wish, known);
    if (!draft) return tl::unexpected(draft.error());
    auto told = tell_draft(std::move(*draft), telling.facts, BlockKind::paragraph);
    if (told) told->wish = telling.wish;
    return told;
}

Storyteller::Told Storyteller::tell_draft(Draft draft, std::vector<std::uint32_t> facts, BlockKind block) {
    const auto& checked = check(draft.text, block);
    const bool dated = draft.dates_changed;
    if (!checked.supported || (dated && checked.probability < kLeastForDate) ||
        (dated && !dates_are_named(texts_, draft, checked.evidence)))
        return tl::unexpected(LeftOutReason::not_supported);
    Telling telling;
    telling.words = count_words(draft.text);
    telling.draft = std::move(draft);
    telling.checked = checked;
    telling.facts = std::move(facts);
    return telling;
}

bool Storyteller::says_no_more(const Telling& one, const Telling& other) {
    const auto share = share_within(one.checked, other.checked);
    if (share > kSameWords) return true;
    return share > kLikeWords && follows_from(one.draft.text, other.draft.text, analyst_);
}

std::vector<FactFlag> Storyteller::flags_of(const std::vector<std::uint32_t>& facts) const {
    std::vector<FactFlag> flags;
    for (const auto flag : {FactFlag::disputed, FactFlag::conflicting, FactFlag::single_report, FactFlag::single_origin,
                            FactFlag::own_statement, FactFlag::corrected}) {
        const auto has = [&](std::uint32_t fact) {
            const auto& known = findings_.facts[fact].flags;
            return std::find(known.begin(), known.end(), flag) != known.end();
        };
        const bool of_any = flag == FactFlag::disputed || flag == FactFlag::conflicting || flag == FactFlag::corrected;
        if (of_any ? std::any_of(facts.begin(), facts.end(), has) : std::all_of(facts.begin(), facts.end(), has))
            flags.push_back(flag);
    }
    return flags;
}

AccountSentence Storyteller::sentence_of(const Telling& telling) const {
    AccountSentence sentence;
    sentence.text = telling.draft.text;
    sentence.facts = telling.facts;
    sentence.traces = telling.draft.traces;
    sentence.flags = flags_of(telling.facts);
    sentence.loaded_words = telling.checked.loaded_words;
    sentence.probability = telling.checked.probability;
    sentence.evidence = telling.checked.evidence;
    return sentence;
}

bool begin_small(const StoryTexts& texts, Draft& draft) {
    if (draft.text.empty() || draft.traces.empty() || draft.traces.front().text.begin != 0) return false;
    auto& first = draft.text.front();
    if (first < 'A' || first > 'Z') return true;
    const auto place = draft.traces.front().place;
    const auto& tokens = texts.report(place.source).closely.tokens;
    const auto at = std::lower_bound(tokens.span.begin(), tokens.span.end(), place.span.begin,
                                     [](Span span, std::uint32_t byte) { return span.begin < byte; });
    if (at == tokens.span.end() || at->begin != place.span.begin) return false;
    const auto token = static_cast<std::uint32_t>(at - tokens.span.begin());
    const bool name = tokens.tag[token] == language::WordTag::proper_noun || tokens.mention[token] != language::kNone ||
                      tokens.has(token, language::kAllCapitals);
    if (name) return true;
    // "Chinese" is an adjective too: of these the report has to show that they are written small.
    bool small_elsewhere =
        tokens.has(token, language::kFunctionWord) || tokens.tag[token] != language::WordTag::adjective;
    for (std::uint32_t other = 0; other < tokens.size() && !small_elsewhere; ++other)
        small_elsewhere = tokens.form[other] == tokens.form[token] && !tokens.has(other, language::kCapitalised);
    if (!small_elsewhere) return false;
    first = static_cast<char>(first - 'A' + 'a');
    return true;
}

std::size_t count_words(std::string_view text) {
    if (text.empty()) return 0;
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace axray::story
