#include "story/origins/cited_media.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "claims/sentence_view.hpp"
#include "read/characters/ascii.hpp"
#include "story/origins/news_agencies.hpp"
#include "story/origins/origin_list.hpp"

namespace axray::story {
namespace {

using language::TokenSpan;

constexpr std::uint32_t kFurthestCue = 5;  // tokens between a name and the word of reporting

// Words before a name that make it the one who reported; lower case.
constexpr std::string_view kCuesBefore[] = {"told", "citing", "cited", "to", "by", "from", "with", "via"};
// "According to" in other languages.
constexpr std::string_view kAccordingTo[] = {"laut",    "zufolge", "selon",  "seg\xC3\xBAn", "secondo",
                                             "segundo", "volgens", "enligt", "if\xC3\xB8lge"};
// What must stand before "to", "by", "from", "with" for them to be such a word.
constexpr std::string_view kBeforeTo[] = {"according", "spoke", "speaking", "confirmed", "statement", "comments"};
constexpr std::string_view kBeforeBy[] = {
    "reported",      "obtained", "seen",      "reviewed", "published", "quoted",   "cited",     "released",
    "interviewed",   "report",   "reporting", "story",    "verified",  "viewed",   "broadcast", "aired",
    "investigation", "analysis", "reports",   "polled",   "revealed",  "compiled", "tally",     "contacted"};
constexpr std::string_view kBeforeFrom[] = {"report", "reports", "reporting", "journalists", "information", "footage"};
constexpr std::string_view kBeforeWith[] = {"interview", "spoke", "shared", "speaking"};
// Words after a name that say it reported; lower case.
constexpr std::string_view kCuesAfter[] = {
    "reported", "reports",   "reporting",   "report",   "said",      "says",      "wrote",       "writes",
    "noted",    "notes",     "revealed",    "reveals",  "quoted",    "quotes",    "cited",       "cites",
    "citing",   "learned",   "understands", "obtained", "confirmed", "published", "contributed", "adds",
    "added",    "described", "broke",       "claimed",  "quoting"};
// Words that may stand between a name and the word of reporting; lower case.
constexpr std::string_view kBetween[] = {
    "the",     "a",         "an",          "has",         "have",       "had",     "first",         "also",
    "news",    "agency",    "newspaper",   "what",        "previously", "earlier", "then",          "channel",
    "website", "magazine",  "broadcaster", "network",     "later",      "'s",      "\xE2\x80\x99s", "as",
    "since",   "it",        "s",           "exclusively", "and",        "paper",   "daily",         "outlet",
    "service", "reporters", "journalists", "that"};

using claims::is_one_of;

class MediaFinder {
public:
    explicit MediaFinder(const ReportText& report)
        : document_(*report.document), text_(report.closely), tokens_(report.closely.tokens) {}

    std::vector<ReadAcknowledgement> find() && {
        for (const auto& sentence : text_.sentences) {
            for (auto at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
                if (found_.size() >= kMostAcknowledgements) return std::move(found_);
                const auto name = medium_at(at, sentence);
                if (!name) continue;
                if (!is_own_name(name->name) && is_acknowledged(*name, sentence)) add(*name, sentence);
                at = name->tokens.end - 1;
            }
        }
        return std::move(found_);
    }

private:
    struct Medium {
        TokenSpan tokens;
        OriginKind kind = OriginKind::agency;
        std::string name;
        bool doubtful = false;  // what it stands for is told by the words beside it alone
    };

    [[nodiscard]] std::string_view word(std::uint32_t token) const { return document_.slice(tokens_.span[token]); }
    [[nodiscard]] std::string lower(std::uint32_t token) const { return read::lower_ascii(word(token)); }

    [[nodiscard]] std::uint32_t token_behind(std::uint32_t first, std::uint32_t byte, std::uint32_t limit) const {
        auto at = first;
        while (at < limit && tokens_.span[at].begin < byte) ++at;
        return at;
    }

    [[nodiscard]] std::optional<Medium> medium_at(std::uint32_t at, const language::Sentence& sentence) const {
        const auto begin = tokens_.span[at].begin;
        const auto rest = document_.slice({begin, sentence.span.end});
        // Most words begin with a small letter and name nobody.
        const bool may_name = tokens_.has(at, language::kCapitalised) || rest.substr(0, 3) == "dpa";
        if (!may_name) return std::nullopt;
        if (const auto agency = agency_at(rest); agency && !part_of_a_longer_name(at, agency->length)) {
            const auto end = begin + static_cast<std::uint32_t>(agency->length);
            return Medium{{at, token_behind(at, end, sentence.tokens.end)},
                          OriginKind::agency,
                          std::string(agency->name),
                          agency->doubtful};
        }
        // Initials of a broadcaster need no tag to be known.
        if (tokens_.has(at, language::kAllCapitals) && is_medium_name(word(at)))
            return Medium{{at, at + 1}, OriginKind::outlet, std::string(word(at)), false};
        const auto mention = tokens_.mention[at];
        if (mention == language::kNone || text_.mentions[mention].tokens.begin != at) return std::nullopt;
        const auto& named = text_.mentions[mention];
        if (named.type == language::NameType::person || !is_medium_name(document_.slice(named.span)))
            return std::nullopt;
        return Medium{named.tokens, OriginKind::outlet, std::string(fullest_name(mention)), false};
    }

    // "The Times" is "The New York Times" where the report says so before.
    [[nodiscard]] std::string_view fullest_name(std::uint32_t mention) const {
        const auto chain = text_.mentions[mention].chain;
        if (chain != language::kNone) {
            const auto name = document_.slice(text_.mentions[text_.chains[chain].canonical].span);
            if (is_medium_name(name)) return name;
        }
        return document_.slice(text_.mentions[mention].span);
    }

    // "Bloomberg Philanthropies" is not the agency.
    [[nodiscard]] bool part_of_a_longer_name(std::uint32_t at, std::size_t length) const {
        const auto mention = tokens_.mention[at];
        if (mention == language::kNone) return false;
        const auto& named = text_.mentions[mention];
        const auto end = tokens_.span[at].begin + length;
        if (named.span.begin >= tokens_.span[at].begin && named.span.end <= end) return false;
        const auto behind =
            document_.slice({static_cast<std::uint32_t>(std::min<std::size_t>(end, named.span.end)), named.span.end});
        const auto lowered = read::lower_ascii(behind);
        return !(named.span.begin >= tokens_.span[at].begin && lowered.find("news") != std::string::npos);
    }

    // What a medium reports in its own pages is from nowhere else.
    [[nodiscard]] bool is_own_name(std::string_view name) const {
        return is_same_medium(name, document_.metadata.publisher.value);
    }

    [[nodiscard]] bool is_acknowledged(const Medium& medium, const language::Sentence& sentence) const {
        const auto [begin, end] = medium.tokens;
        if (in_brackets(begin, end, sentence)) {
            // "Andhra Pradesh (AP)" explains letters; at the end of a sentence they say where it is from.
            return medium.kind == OriginKind::agency && (!medium.doubtful || end + 2 >= sentence.tokens.end);
        }
        return cue_before(begin, sentence) || cue_after(end, sentence);
    }

    [[nodiscard]] bool in_brackets(std::uint32_t begin, std::uint32_t end, const language::Sentence& sentence) const {
        return begin > sentence.tokens.begin && end < sentence.tokens.end && word(begin - 1) == "(" && word(end) == ")";
    }

    [[nodiscard]] bool cue_before(std::uint32_t begin, const language::Sentence& sentence) const {
        const auto first = sentence.tokens.begin;
        for (std::uint32_t back = 1; back <= kFurthestCue && begin >= first + back; ++back) {
            const auto at = begin - back;
            const auto cue = lower(at);
            if (is_one_of(cue, kAccordingTo)) return true;
            if (is_one_of(cue, kCuesBefore)) return is_reporting(at, cue, first, back);
            if (!is_one_of(cue, kBetween)) return false;
        }
        return false;
    }
    [[nodiscard]] bool is_reporting(std::uint32_t at, std::string_view cue, std::uint32_t first,
                                    std::uint32_t back) const {
        // "told" asks for a name right behind it: "told the Guardian", "told CNN".
        if (cue == "told") return back <= 3;
        if (cue == "citing" || cue == "cited" || cue == "via") return true;
        for (std::uint32_t step = 1; step <= 2 && at >= first + step; ++step) {
            const auto before = lower(at - step);
            if (cue == "to" && is_one_of(before, kBeforeTo)) return true;
            if (cue == "by" && is_one_of(before, kBeforeBy)) return true;
            if (cue == "from" && is_one_of(before, kBeforeFrom)) return true;
            if (cue == "with" && is_one_of(before, kBeforeWith)) return true;
        }
        return false;
    }

    [[nodiscard]] bool cue_after(std::uint32_t end, const language::Sentence& sentence) const {
        for (std::uint32_t at = end; at < end + kFurthestCue && at < sentence.tokens.end; ++at) {
            const auto cue = lower(at);
            if (is_one_of(cue, kCuesAfter)) return true;
            if (!is_one_of(cue, kBetween)) return false;
        }
        return false;
    }

    void add(const Medium& medium, const language::Sentence& sentence) {
        ReadAcknowledgement read;
        read.name = {tokens_.span[medium.tokens.begin].begin, tokens_.span[medium.tokens.end - 1].end};
        read.place = place_around(medium.tokens, sentence);
        read.text = std::string(document_.slice(read.place));
        read.scope = AcknowledgementScope::sentence;
        read.kind = medium.kind;
        read.origin = medium.name;
        found_.push_back(std::move(read));
    }

    // The name with the words of reporting beside it.
    [[nodiscard]] Span place_around(TokenSpan name, const language::Sentence& sentence) const {
        auto begin = name.begin;
        auto end = name.end;
        for (std::uint32_t back = 0; back < kFurthestCue + 2 && begin > sentence.tokens.begin; ++back) {
            const auto before = lower(begin - 1);
            const bool belongs = is_one_of(before, kBetween) || is_one_of(before, kAccordingTo) ||
                                 is_one_of(before, kCuesBefore) || is_one_of(before, kBeforeTo) ||
                                 is_one_of(before, kBeforeBy) || is_one_of(before, kBeforeFrom) ||
                                 is_one_of(before, kBeforeWith) || before == "(";
            if (!belongs) break;
            --begin;
        }
        for (auto at = end; at < name.end + kFurthestCue && at < sentence.tokens.end; ++at) {
            const auto behind = lower(at);
            const bool cue = behind == ")" || is_one_of(behind, kCuesAfter);
            if (cue) end = at + 1;
            if (cue || !is_one_of(behind, kBetween)) break;
        }
        return {tokens_.span[begin].begin, tokens_.span[end - 1].end};
    }

    const Document& document_;
    const language::AnnotatedText& text_;
    const language::Tokens& tokens_;
    std::vector<ReadAcknowledgement> found_;
};

}  // namespace

std::vector<ReadAcknowledgement> find_cited_media(const ReportText& report) { return MediaFinder(report).find(); }

}  // namespace axray::story
