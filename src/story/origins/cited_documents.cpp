#include "story/origins/cited_documents.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "claims/sentence_view.hpp"
#include "read/characters/ascii.hpp"
#include "story/origins/news_agencies.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::TokenSpan;

constexpr std::uint32_t kFurthestArticle = 5;  // tokens between an article and its noun
constexpr std::uint32_t kFurthestIssuer = 8;   // tokens between a noun and who issued the document

// How a document is known among those of a story.
enum class Knowable : std::uint8_t {
    by_speaker,  // by who speaks in it, who is who speaks in the sentence where nobody else is named: a statement
    by_issuer,   // by who is named with it: a report, which may be about the one who speaks
    alone,       // a story has one of each
};

struct DocumentNoun {
    std::string_view noun;
    std::string_view name;  // singular, as the origin is called
    Knowable knowable = Knowable::by_speaker;
};

constexpr DocumentNoun kNouns[] = {
    {"statement", "statement"},
    {"statements", "statement"},
    {"communique", "statement"},
    {"release", "press release"},
    {"letter", "letter"},
    {"memo", "memo"},
    {"memorandum", "memo"},
    {"report", "report", Knowable::by_issuer},
    {"study", "study", Knowable::by_issuer},
    {"survey", "survey", Knowable::by_issuer},
    {"poll", "poll", Knowable::by_issuer},
    {"advisory", "advisory", Knowable::by_issuer},
    {"bulletin", "bulletin", Knowable::by_issuer},
    {"filing", "filing"},
    {"filings", "filing"},
    {"testimony", "testimony"},
    {"transcript", "transcript", Knowable::alone},
    {"indictment", "indictment", Knowable::alone},
    {"complaint", "complaint", Knowable::alone},
    {"affidavit", "affidavit", Knowable::alone},
    {"lawsuit", "lawsuit", Knowable::alone},
    {"warrant", "warrant", Knowable::alone},
    {"ruling", "ruling", Knowable::alone},
    {"documents", "documents", Knowable::alone},
    {"papers", "documents", Knowable::alone},
    {"records", "documents", Knowable::alone},
};

constexpr std::string_view kArticles[] = {"a",   "an",    "the",     "this", "that",     "its",   "his",
                                          "her", "their", "another", "one",  "separate", "joint", "same"};
// Words before "release", "documents" and their like that make them documents that say something.
constexpr std::string_view kReleaseWords[] = {"press", "news", "media"};
constexpr std::string_view kPaperWords[] = {"court", "charging", "legal", "police", "prosecution", "unsealed"};
constexpr std::string_view kIssued[] = {"by", "from", "of"};
// Words that may stand between a noun and "by"; lower case.
constexpr std::string_view kMade[] = {"issued", "released",  "published", "unsealed",  "unveiled", "filed",  "sent",
                                      "signed", "made",      "posted",    "put",       "out",      "today",  "late",
                                      "on",     "monday",    "tuesday",   "wednesday", "thursday", "friday", "saturday",
                                      "sunday", "yesterday", "jointly",   "provided",  "given",    "read",   "written"};
constexpr std::string_view kShows[] = {
    "says",        "said",      "states",    "stated",   "alleges",  "alleged",    "reads",  "read",
    "shows",       "showed",    "show",      "reveals",  "revealed", "highlights", "say",    "adds",
    "highlighted", "describes", "described", "claims",   "claimed",  "added",      "reveal", "charges",
    "accuses",     "accused",   "allege",    "outlines", "details",  "notes",      "found",  "finds",
    "concluded",   "detailed",  "noted",     "warned",   "argues"};

using claims::is_one_of;

class DocumentFinder {
public:
    explicit DocumentFinder(const ReportText& report)
        : document_(*report.document), text_(report.closely), tokens_(report.closely.tokens) {
        for (std::uint32_t chain = 0; chain < text_.chains.size(); ++chain) {
            for (auto at = text_.chains[chain].begin; at < text_.chains[chain].end; ++at) {
                const auto& member = text_.chain_members[at];
                chain_of_member_[member.tokens.begin] = {member.tokens.end, chain};
            }
        }
    }

    std::vector<ReadAcknowledgement> find() && {
        for (std::uint32_t number = 0; number < text_.sentences.size(); ++number) {
            const auto& sentence = text_.sentences[number];
            for (auto at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
                if (found_.size() >= kMostAcknowledgements) return std::move(found_);
                if (tokens_.kind[at] != language::TokenKind::word) continue;
                const auto* noun = noun_at(at);
                if (noun != nullptr) look_at(*noun, at, number);
            }
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::string_view word(std::uint32_t token) const { return document_.slice(tokens_.span[token]); }
    [[nodiscard]] std::string lower(std::uint32_t token) const { return read::lower_ascii(word(token)); }

    [[nodiscard]] const DocumentNoun* noun_at(std::uint32_t at) const {
        const auto lowered = lower(at);
        const auto* noun = std::find_if(std::begin(kNouns), std::end(kNouns),
                                        [&](const DocumentNoun& one) { return one.noun == lowered; });
        return noun == std::end(kNouns) ? nullptr : noun;
    }

    void look_at(const DocumentNoun& noun, std::uint32_t at, std::uint32_t number) {
        const auto& sentence = text_.sentences[number];
        const auto before = at > sentence.tokens.begin ? lower(at - 1) : std::string();
        if (noun.name == "press release" && !is_one_of(before, kReleaseWords)) return;
        if (noun.name == "documents" && !is_one_of(before, kPaperWords)) return;
        const auto begin = begin_of_phrase(at, sentence);
        if (!begin || !is_source(*begin, at, number)) return;
        auto issuer = issuer_of(noun, *begin, at, number);
        // "the statement read": the one that was spoken of last.
        if (!issuer && noun.name == last_noun_ && lower(*begin) == "the") issuer = last_issuer_;
        // Another medium's report is that medium's, which is read elsewhere.
        if (issuer && (is_medium_name(*issuer) || agency_at(*issuer))) return;
        if (!issuer && noun.knowable != Knowable::alone) return;
        if (issuer) {
            last_noun_ = noun.name;
            last_issuer_ = *issuer;
        }
        add(noun, issuer, {*begin, at + 1}, sentence);
    }

    // Where the phrase with this noun begins: its article, or a plural without one.
    [[nodiscard]] std::optional<std::uint32_t> begin_of_phrase(std::uint32_t at,
                                                               const language::Sentence& sentence) const {
        for (std::uint32_t back = 1; back <= kFurthestArticle && at >= sentence.tokens.begin + back; ++back) {
            const auto before = lower(at - back);
            if (is_one_of(before, kArticles)) return at - back;
            const bool ends = tokens_.kind[at - back] == language::TokenKind::punctuation || before == "of" ||
                              before == "in" || before == "to" || before == "by" || before == "and";
            if (ends) break;
        }
        const auto noun = lower(at);
        const bool plural = noun.back() == 's';
        const bool named = at > sentence.tokens.begin && tokens_.mention[at - 1] != kNone;
        if (plural && at > sentence.tokens.begin) return at - 1;
        if (named) return text_.mentions[tokens_.mention[at - 1]].tokens.begin;
        return std::nullopt;
    }

    // Whether the sentence has something from the phrase: "according to X", "said in X", "X shows".
    [[nodiscard]] bool is_source(std::uint32_t begin, std::uint32_t noun, std::uint32_t number) const {
        const auto& sentence = text_.sentences[number];
        if (noun + 1 < sentence.tokens.end && is_one_of(lower(noun + 1), kShows)) return true;
        if (begin < sentence.tokens.begin + 1) return false;
        const auto before = lower(begin - 1);
        if (before == "to") return begin >= sentence.tokens.begin + 2 && lower(begin - 2) == "according";
        if (before == "citing") return true;
        const bool within = before == "in" || before == "via" || before == "through";
        return within && somebody_speaks(number, begin);
    }

    // Whether a word of speech stands in the sentence, apart from this phrase.
    [[nodiscard]] bool somebody_speaks(std::uint32_t number, std::uint32_t phrase) const {
        const auto& sentence = text_.sentences[number];
        for (auto at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            if (at != phrase && tokens_.has(at, language::kReportingCue)) return true;
        }
        return false;
    }

    [[nodiscard]] std::string name_of(std::uint32_t mention) const {
        const auto chain = text_.mentions[mention].chain;
        const auto fullest = chain == kNone ? mention : text_.chains[chain].canonical;
        return std::string(document_.slice(text_.mentions[fullest].span));
    }

    // "D-Md." behind the name of a senator says the party and the state.
    static bool is_party(std::string_view name) { return name.size() > 2 && name[1] == '-'; }

    [[nodiscard]] std::optional<std::string> issuer_of(const DocumentNoun& kind, std::uint32_t begin,
                                                       std::uint32_t noun, std::uint32_t number) const {
        const auto& sentence = text_.sentences[number];
        bool issued = false;
        for (auto at = noun + 1; at < sentence.tokens.end && at <= noun + kFurthestIssuer; ++at) {
            if (issued && tokens_.mention[at] != kNone) return name_of(tokens_.mention[at]);
            const auto lowered = lower(at);
            // A report of somebody may be about them.
            const bool about = lowered == "of" && kind.knowable == Knowable::by_issuer;
            issued = issued || (is_one_of(lowered, kIssued) && !about);
            const bool goes_on = issued ? (tokens_.kind[at] != language::TokenKind::punctuation)
                                        : (is_one_of(lowered, kMade) || tokens_.date[at] != kNone);
            if (!goes_on) break;
        }
        // "the Treasury statement", "the ministry's report".
        for (auto at = begin; at < noun; ++at) {
            if (tokens_.mention[at] == kNone) continue;
            const auto& named = text_.mentions[tokens_.mention[at]];
            if (named.type == language::NameType::organisation || named.type == language::NameType::person)
                return name_of(tokens_.mention[at]);
        }
        if (kind.knowable == Knowable::by_issuer) return std::nullopt;
        auto speaker = speaker_of(begin, noun, number);
        return speaker && is_party(*speaker) ? std::nullopt : speaker;
    }

    // Who speaks in the sentence, by the fullest form of the name.
    [[nodiscard]] std::optional<std::string> speaker_of(std::uint32_t begin, std::uint32_t noun,
                                                        std::uint32_t number) const {
        const auto& all = text_.attributions;
        auto at = std::partition_point(all.begin(), all.end(),
                                       [&](const language::Attribution& one) { return one.sentence < number; });
        for (; at != all.end() && at->sentence == number; ++at) {
            const auto& said = *at;
            if (said.speaker.size() == 0) continue;
            if (said.speaker.begin <= noun && begin < said.speaker.end) continue;
            if (auto name = last_name_in(said.speaker, language::NameType::person); name) return name;
            if (auto name = name_in_chain(said.speaker); name) return name;
            if (auto name = last_name_in(said.speaker, language::NameType::organisation); name) return name;
        }
        return std::nullopt;
    }
    // The last, since titles and offices stand before a person's name: "Deputy Attorney General Ilka Torvane".
    [[nodiscard]] std::optional<std::string> last_name_in(TokenSpan speaker, language::NameType type) const {
        for (auto at = speaker.end; at > speaker.begin; --at) {
            const auto mention = tokens_.mention[at - 1];
            if (mention != kNone && text_.mentions[mention].type == type &&
                !is_party(document_.slice(text_.mentions[mention].span)))
                return name_of(mention);
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> name_in_chain(TokenSpan speaker) const {
        const auto found = chain_of_member_.find(speaker.begin);
        if (found == chain_of_member_.end() || found->second.end != speaker.end) return std::nullopt;
        const auto& chain = text_.chains[found->second.chain];
        if (chain.type == language::NameType::place) return std::nullopt;
        return std::string(document_.slice(text_.mentions[chain.canonical].span));
    }

    // A name begins with a capital: "of State Ilka Torvane" is cut short.
    static std::string_view from_capital(std::string_view name) {
        while (!name.empty() && read::lower_ascii(name.front()) == name.front() &&
               name.find(' ') != std::string_view::npos)
            name.remove_prefix(name.find(' ') + 1);
        return name;
    }

    void add(const DocumentNoun& noun, const std::optional<std::string>& issuer, TokenSpan phrase,
             const language::Sentence& sentence) {
        ReadAcknowledgement read;
        auto begin = phrase.begin;
        while (begin > sentence.tokens.begin && phrase.begin - begin < 2) {
            const auto before = lower(begin - 1);
            if (before != "according" && before != "to" && before != "in" && before != "citing" && before != "via")
                break;
            --begin;
        }
        read.place = {tokens_.span[begin].begin, tokens_.span[phrase.end - 1].end};
        read.name = {tokens_.span[phrase.begin].begin, tokens_.span[phrase.end - 1].end};
        read.text = std::string(document_.slice(read.place));
        read.kind = OriginKind::statement;
        read.origin = std::string(noun.name);
        if (issuer && noun.knowable != Knowable::alone) read.origin += " by " + std::string(from_capital(*issuer));
        found_.push_back(std::move(read));
    }

    struct Member {
        std::uint32_t end = 0;
        std::uint32_t chain = 0;
    };

    const Document& document_;
    const language::AnnotatedText& text_;
    const language::Tokens& tokens_;
    std::vector<ReadAcknowledgement> found_;
    std::unordered_map<std::uint32_t, Member> chain_of_member_;  // by the first token of a place that speaks of it
    std::string_view last_noun_;                                 // of the document that was found last
    std::string last_issuer_;
};

}  // namespace

std::vector<ReadAcknowledgement> find_cited_documents(const ReportText& report) {
    return DocumentFinder(report).find();
}

}  // namespace axray::story
