#include "story/account/sentence_maker.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "claims/sentence_view.hpp"
#include "story/account/overtaken.hpp"
#include "story/account/references.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kShortTitle = 12;    // bytes: it may be the name that the sentence begins with
constexpr std::uint32_t kLongSpeaker = 6;  // tokens of a speaker that are copied; of more only the name

tl::unexpected<LeftOutReason> dependent() { return tl::unexpected(LeftOutReason::not_independent); }

// "UPDATE: The board ...": behind the colon; the place of the first word where there is none.
std::uint32_t behind_label(const ReportSentence& sentence) {
    const auto begin = sentence.range().begin;
    if (!sentence.tokens().has(begin, language::kAllCapitals) ||
        !is_any(sentence.word(begin), {"update", "updated", "breaking", "correction", "exclusive"}))
        return begin;
    const auto end = std::min(sentence.range().end, begin + 10);
    for (auto token = begin + 1; token + 1 < end; ++token) {
        if (sentence.word(token) == ":" && sentence.span(token).end < sentence.span(token + 1).begin) return token + 1;
    }
    return begin;
}

// The title ran into the text: "Pier closed after fire The north pier ...".
std::uint32_t behind_title(const ReportSentence& sentence) {
    const auto begin = sentence.range().begin;
    const std::string_view title = sentence.document().metadata.title.value;
    const auto text = sentence.document().slice(sentence.bytes(sentence.range()));
    if (title.size() < kShortTitle || text.substr(0, title.size()) != title) return begin;
    auto token = begin;
    while (token < sentence.range().end && sentence.span(token).begin < sentence.span(begin).begin + title.size())
        ++token;
    const bool goes_on = token < sentence.range().end && sentence.tokens().has(token, language::kCapitalised);
    return goes_on ? token : begin;
}

// Where the sentence begins behind a dateline, a label or its title.
std::uint32_t first_byte(const ReportSentence& sentence) {
    const claims::SentenceView view(sentence.document(), sentence.text(), sentence.number());
    const auto first =
        std::max({sentence.range().begin + view.end_of_dateline(), behind_label(sentence), behind_title(sentence)});
    return sentence.span(std::min(first, sentence.range().end - 1)).begin;
}

std::vector<Span> parts_of(const ReportSentence& sentence, const SentenceWish& wish) {
    const auto end = sentence.span(sentence.range().end - 1).end;
    if (wish.form == Form::sentence) return {{first_byte(sentence), end}};
    auto parts = wish.claim->context;
    parts.push_back(wish.claim->span);
    std::sort(parts.begin(), parts.end());
    return parts;
}

// Without what stands before `begin`.
void cut_before(std::uint32_t begin, std::vector<Span>& parts) {
    for (auto& part : parts) part.begin = std::min(std::max(part.begin, begin), part.end);
    parts.erase(std::remove_if(parts.begin(), parts.end(), [](Span part) { return part.empty(); }), parts.end());
}

// The claim as its report reads it out has the words of its parts and no others.
bool reads_as_its_parts(const Claim& claim, const Document& document, const std::vector<Span>& parts) {
    std::string text;
    for (const auto part : parts) {
        if (!text.empty()) text += ' ';
        text += document.slice(part);
    }
    return text == claim.text;
}

bool contains(const language::AnnotatedText& text, const language::Attribution& one, std::uint32_t token) {
    if (one.content.contains(token)) return true;
    for (auto piece = one.further_begin; piece < one.further_end; ++piece) {
        if (text.further_content[piece].contains(token)) return true;
    }
    return false;
}

// Who says it, where that is told in another sentence; nullptr when it is told here or by nobody.
const language::Attribution* speaker_elsewhere(const KeptWords& kept) {
    const auto& text = kept.sentence().text();
    const language::Attribution* found = nullptr;
    for (const auto& one : text.attributions) {
        if (one.kind != language::CueKind::speech || !contains(text, one, kept.root())) continue;
        if (one.sentence == kept.sentence().number()) return nullptr;
        if (one.speaker.size() > 0) found = &one;
    }
    return found;
}

// "The Harbour Board", out of the sentence it stands in; an empty text when no name or plain description is there.
Edit speaker_words(const ReportText& report, std::uint32_t report_number, const language::Attribution& attribution) {
    const auto& text = report.closely;
    auto number = attribution.sentence;
    for (; number > 0 && !text.sentences[number].tokens.contains(attribution.speaker.begin); --number) {
    }
    if (!text.sentences[number].tokens.contains(attribution.speaker.begin)) return {};
    const ReportSentence sentence(report, number);
    if (sentence.fine_tag(attribution.speaker.begin).substr(0, 3) == "PRP") return {};
    if (attribution.speaker.size() > kLongSpeaker) return first_name_in(sentence, report_number, attribution.speaker);
    if (attribution.speaker.size() < 2 && sentence.fine_tag(attribution.speaker.begin) != "NNP") return {};
    auto words = attribution.speaker;  // "Theresa May": whose last name was taken for a month
    while (words.end < sentence.range().end && sentence.fine_tag(words.end - 1) == "NNP" &&
           sentence.tokens().has(words.end, language::kCapitalised) &&
           sentence.span(words.end).begin == sentence.span(words.end - 1).end + 1)
        ++words.end;
    const auto span = sentence.bytes(words);
    Edit name;
    name.text = std::string(report.document->slice(span));
    name.traces.push_back({{0, span.size()}, {report_number, span}});
    return name;
}

bool is_in_quotation(const KeptWords& kept) {
    std::size_t quoted = 0;
    std::size_t words = 0;
    for (const auto token : kept.tokens()) {
        if (kept.sentence().is_punctuation(token)) continue;
        ++words;
        quoted += kept.sentence().is_quoted(token) ? 1 : 0;
    }
    return quoted == words;
}

// The bytes without quotation marks at their ends.
Span without_marks(std::string_view text, Span span) {
    for (const std::string_view mark : {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D"}) {
        const auto size = static_cast<std::uint32_t>(mark.size());
        if (text.substr(span.begin, size) == mark) span.begin += size;
        if (span.size() > size && text.substr(span.end - size, size) == mark) span.end -= size;
    }
    return span;
}

// Somebody's words that begin with "She" or "This": of whom or what stood before them.
bool points_back(const KeptWords& kept) {
    for (const auto token : kept.tokens()) {
        if (kept.sentence().is_punctuation(token)) continue;
        return is_any(kept.sentence().word(token), {"he", "she", "it", "they", "this", "that", "these", "those", "his",
                                                    "her", "their", "its", "so", "and", "but", "or", "then"});
    }
    return false;
}

bool loses_its_date(const std::vector<Edit>& dates) {
    return std::any_of(dates.begin(), dates.end(), [](const Edit& one) { return one.text.empty(); });
}

// "The vote is expected to begin": without its date nobody can tell whether it has.
bool speaks_of_future(const KeptWords& kept) {
    return std::any_of(kept.tokens().begin(), kept.tokens().end(), [&](std::uint32_t token) {
        return !kept.sentence().is_quoted(token) &&
               is_any(kept.sentence().word(token), {"will", "expected", "scheduled", "due", "set", "plans", "planned"});
    });
}

class SentenceMaker {
public:
    SentenceMaker(const StoryTexts& texts, const SentenceWish& wish, const std::set<std::string>& known)
        : texts_(texts),
          report_(texts.report(wish.report)),
          wish_(wish),
          known_(known),
          sentence_(report_, wish.claim->sentence),
          text_(report_.document->text) {}

    tl::expected<Draft, LeftOutReason> make() {
        if (!sentence_.tokens().parsed() || sentence_.range().size() == 0) return dependent();
        auto parts = parts_of(sentence_, wish_);
        if (wish_.form == Form::clause && !reads_as_its_parts(*wish_.claim, *report_.document, parts))
            return dependent();
        cut_before(first_byte(sentence_), parts);
        KeptWords kept(sentence_, wish_.report, parts);
        if (kept.tokens().empty()) return dependent();
        if (const auto fault = fault_of(kept, wish_.form)) return tl::unexpected(*fault);
        if (is_overtaken(texts_, kept)) return tl::unexpected(LeftOutReason::overtaken);
        if (is_in_quotation(kept)) return make_quotation(kept);
        auto edits = drop_connectives(kept);
        if (kept.tokens().empty()) return dependent();
        auto references = resolve_references(texts_, kept, known_);
        const auto dates = make_dates_absolute(texts_, kept, wish_.dates);
        if (!references || !dates) return dependent();
        if (loses_its_date(*dates) && speaks_of_future(kept)) return dependent();
        edits.insert(edits.end(), references->edits.begin(), references->edits.end());
        edits.insert(edits.end(), dates->begin(), dates->end());
        const auto speech = plain_speech(kept);
        edits.insert(edits.end(), speech.begin(), speech.end());
        std::sort(edits.begin(), edits.end(), [](const Edit& one, const Edit& other) { return one.span < other.span; });

        for (const auto part : parts) {
            writer_.insert(" ");
            writer_.copy_edited(wish_.report, text_, part, edits);
        }
        if (!add_speaker(kept)) return dependent();
        writer_.finish_sentence();
        if (!is_balanced(writer_.text())) return dependent();
        auto draft = finish(parts);
        draft.presumes = std::move(references->presumes);
        draft.named = std::move(references->named);
        draft.dates_changed =
            std::any_of(dates->begin(), dates->end(), [](const Edit& one) { return !one.text.empty(); });
        return draft;
    }

private:
    // ", the board said": told in another sentence of the report.
    bool add_speaker(const KeptWords& kept) {
        const auto* attribution = speaker_elsewhere(kept);
        if (attribution == nullptr) return true;
        if (attribution->stance != language::Stance::asserts && attribution->stance != language::Stance::accuses)
            return false;
        auto speaker = speaker_words(report_, wish_.report, *attribution);
        if (speaker.text.empty()) return false;
        if (speaker.text.substr(0, 4) == "The ") {
            speaker.text.erase(0, 4);
            auto& trace = speaker.traces.front();
            trace.text.end -= 4;
            trace.place.span.begin += 4;
            writer_.drop_stop();
            writer_.insert(", the ");
        } else {
            writer_.drop_stop();
            writer_.insert(", ");
        }
        writer_.insert(speaker);
        writer_.insert(" said");
        return true;
    }

    // A sentence that is somebody's word from the first to the last: 'The board said: "..."'.
    tl::expected<Draft, LeftOutReason> make_quotation(const KeptWords& kept) {
        const auto* attribution = speaker_elsewhere(kept);
        if (attribution == nullptr) return dependent();
        const auto speaker = speaker_words(report_, wish_.report, *attribution);
        if (speaker.text.empty() || points_back(kept) || !can_speak(*attribution)) return dependent();
        const auto quoted = without_marks(text_, sentence_.bytes(sentence_.range()));
        writer_.insert(speaker);
        writer_.insert(" said: \"");
        writer_.copy(wish_.report, text_, quoted);
        writer_.insert("\"");
        writer_.finish_sentence();
        if (!is_balanced(writer_.text())) return dependent();
        auto draft = finish({quoted});
        draft.is_quotation = true;
        return draft;
    }

    // Somebody with a name: not "California", "the posts", "the brother".
    [[nodiscard]] bool can_speak(const language::Attribution& attribution) const {
        const auto& text = report_.closely;
        bool named = false;
        for (auto token = attribution.speaker.begin; token < attribution.speaker.end; ++token) {
            const auto mention = text.tokens.mention[token];
            if (mention == language::kNone) continue;
            const auto type = text.mentions[mention].type;
            if (type == language::NameType::person || type == language::NameType::organisation) return true;
            if (type == language::NameType::place) continue;
            named = true;
        }
        return named;
    }

    Draft finish(std::vector<Span> parts) {
        Draft draft;
        draft.text = writer_.text();
        draft.traces = writer_.take_traces();
        draft.sentence = {wish_.report, sentence_.bytes(sentence_.range())};
        draft.sentence_number = sentence_.number();
        draft.kept = std::move(parts);
        return draft;
    }

    const StoryTexts& texts_;
    const ReportText& report_;
    const SentenceWish& wish_;
    const std::set<std::string>& known_;
    ReportSentence sentence_;
    std::string_view text_;
    DraftWriter writer_;
};

}  // namespace

tl::expected<Draft, LeftOutReason> make_sentence(const StoryTexts& texts, const SentenceWish& wish,
                                                 const std::set<std::string>& known) {
    return SentenceMaker(texts, wish, known).make();
}

}  // namespace axray::story
