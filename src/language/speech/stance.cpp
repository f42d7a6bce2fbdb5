#include "language/speech/stance.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace axray::language {
namespace {

struct PhraseList {
    CueClass cue_class;
    std::string_view phrases;  // dictionary forms, "+" between the words of a phrase, blanks between phrases
};

constexpr auto kPhraseLists = std::to_array<PhraseList>({
    {CueClass::asserts,
     "say tell add claim argue announce state declare insist explain note warn write believe think acknowledge admit "
     "confirm conclude estimate suggest reply respond emphasise emphasize stress maintain assert attribute tweet "
     "promise pledge vow urge recall testify predict ask agree continue assess underline remark comment according "
     "accept concede know see hope expect recommend praise rule vouch back endorse support accept accord call"},
    {CueClass::reports,
     "report describe cite quote recount relay show find reveal indicate record document outline detail list "
     "reportedly supposedly reputedly purportedly rumor rumour rumored rumoured unconfirmed put+at say+to satellite "
     "hear learn"},
    {CueClass::doubts,
     "doubt question suspect skeptical sceptical skepticism scepticism doubtful doubter unsure uncertain unconvinced "
     "unpersuaded wonder query distrust mistrust cast+doubt raise+question raise+doubt question+mark hard+believe "
     "difficult+believe reservation second+thought misgiving hesitant skeptic sceptic dispute+whether"},
    {CueClass::leaves_open, "whether"},
    {CueClass::accuses,
     "accuse allege allegedly allegation accusation blame charge condemn condemnation criticise criticize criticism "
     "denounce fault slam blast lambast lambaste assail attack rebuke lash lash+out point+finger implicate implicated "
     "complain "
     "complaint hold+responsible hold+accountable indict sue censure chastise rail decry deplore castigate berate "
     "excoriate reproach suspect+of incriminate vilify accuser"},
    {CueClass::denies,
     "deny denial reject rejection dismiss dismissal refute refutation rebut rebuttal dispute disavow disclaim "
     "repudiate contradict rebuff discredit debunk disprove brush+aside brush+off shrug+off wave+off play+down "
     "downplay "
     "rule+out shoot+down challenge plead+not+guilty protest+innocence maintain+innocence call+fabrication call+lie "
     "call+false call+baseless call+untrue call+nonsense call+unfounded call+hoax call+invention call+groundless "
     "call+fake call+slander call+fiction brand+lie brand+false label+false disagree object+to pour+cold knock+down "
     "pooh-pooh scoff counter contest negate"},
    {CueClass::withholds, "decline withhold comment+not respond"},
    {CueClass::refuses, "refuse balk"},
    {CueClass::negates,
     "not never no n't neither nor nobody none few little fail unable cannot hardly barely scarcely stop+short "
     "far+from without"},
});

constexpr std::uint32_t kGap = 3;     // tokens that may stand between two words of a phrase
constexpr std::uint32_t kBehind = 4;  // tokens behind a cue that may belong to its phrase
constexpr std::uint32_t kBefore = 4;  // tokens before it

// The cue with the auxiliaries, adverbs and negations before it.
std::uint32_t cue_begin(const TokenView& view, TokenSpan sentence, TokenSpan cue) {
    std::uint32_t begin = cue.begin;
    for (std::uint32_t left = kBefore; left > 0 && begin > sentence.begin; --left) {
        const std::uint32_t before = begin - 1;
        if (!view.is_word(before) || !view.uses(before, kUseAuxiliary | kUseLight | kUseNegation)) break;
        begin = before;
    }
    return begin;
}

bool turns(CueClass one) {
    return one == CueClass::negates || one == CueClass::withholds || one == CueClass::refuses ||
           one == CueClass::leaves_open;
}

struct CueReading {
    StanceWords::Match strongest;
    bool negated = false;
    bool withheld = false;
    bool refused = false;
    bool open = false;  // "whether": nothing is said to be so

    void turn(CueClass one) {
        negated = negated || one == CueClass::negates;
        withheld = withheld || one == CueClass::withholds;
        refused = refused || one == CueClass::refuses;
        open = open || one == CueClass::leaves_open;
    }
    void take(StanceWords::Match found) {
        const bool stronger =
            found.words > strongest.words || (found.words == strongest.words && found.cue_class > strongest.cue_class);
        if (stronger) strongest = found;
    }
};

Stance stance_from(CueClass one) {
    switch (one) {
        case CueClass::reports: return Stance::reports;
        case CueClass::doubts: return Stance::doubts;
        case CueClass::accuses: return Stance::accuses;
        case CueClass::denies: return Stance::denies;
        default: return Stance::asserts;
    }
}

Stance turned(const CueReading& reading) {
    const CueClass kind = reading.strongest.cue_class;
    if (reading.open) return Stance::doubts;
    const bool negative = kind == CueClass::denies || kind == CueClass::doubts;
    if (reading.refused) return negative ? Stance::asserts : Stance::denies;
    if (reading.withheld) return Stance::doubts;
    if (!reading.negated) return stance_from(kind);
    return negative ? Stance::asserts : Stance::doubts;
}

bool speaks(const TokenView& view, const StanceWords& words, TokenSpan sentence, const Attribution& attribution) {
    constexpr std::uint64_t kReporting =
        kUseAssert | kUseAccuse | kUseDeny | kUseDoubt | kUseReport | kUseWeakReport | kUseAlleged;
    const TokenSpan content = attribution.content;
    if (content.size() > 0 && (view.has(content.begin, kInQuotation) || view.has(content.end - 1, kInQuotation)))
        return true;
    for (std::uint32_t at = attribution.cue.begin; at < attribution.cue.end; ++at) {
        if (view.is_sign(at) || view.uses(at, kReporting) || words.find(view, at, sentence.end).words > 0) return true;
    }
    return false;
}

}  // namespace

StanceWords::StanceWords() {
    for (const PhraseList& list : kPhraseLists) phrases_.add(list.phrases, static_cast<std::uint8_t>(list.cue_class));
    phrases_.finish();
}

StanceWords::Match StanceWords::find(const TokenView& view, std::uint32_t at, std::uint32_t end) const {
    const PhraseTable::Match found = phrases_.find(view, at, end, kGap);
    return {static_cast<CueClass>(found.value), found.words};
}

Stance stance_of(const TokenView& view, const StanceWords& words, TokenSpan sentence, const Attribution& attribution) {
    const TokenSpan cue = attribution.cue;
    const std::uint32_t begin = cue_begin(view, sentence, cue);
    // Words of a phrase may stand behind what is said: "called the story a fabrication".
    const std::uint32_t behind = attribution.content.begin >= cue.end ? attribution.content.end : cue.end;
    const std::uint32_t end = std::min(sentence.end, behind + kBehind);
    CueReading reading;
    for (std::uint32_t at = begin; at < cue.end; ++at) {
        const StanceWords::Match found = words.find(view, at, end);
        if (found.words == 0) continue;
        if (turns(found.cue_class)) {
            reading.turn(found.cue_class);
        } else {
            reading.take(found);
        }
    }
    for (std::uint32_t at = attribution.speaker.begin;
         at < attribution.speaker.end && at < attribution.speaker.begin + 2; ++at) {
        // "Few experts believe", "neither side admitted"
        if (words.find(view, at, attribution.speaker.end).cue_class == CueClass::negates) reading.negated = true;
    }
    return turned(reading);
}

void set_stances(const TokenView& view, const StanceWords& words, const std::vector<Sentence>& sentences,
                 std::vector<Attribution>& attributions) {
    for (Attribution& one : attributions) {
        const TokenSpan sentence = sentences[one.sentence].tokens;
        one.stance = stance_of(view, words, sentence, one);
        one.kind = speaks(view, words, sentence, one) ? CueKind::speech : CueKind::attitude;
    }
}

}  // namespace axray::language
