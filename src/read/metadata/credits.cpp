#include "read/metadata/credits.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes of a line that is a credit as a whole

// "Source:" in the languages of the larger newspapers, lower case.
constexpr std::string_view kSourceWords[] = {
    "source:",
    "sources:",
    "source :",
    "sources :",
    "quelle:",
    "quellen:",
    "fuente:",
    "fuentes:",
    "fonte:",
    "fonti:",
    "fontes:",
    "bron:",
    "bronnen:",
    "kilde:",
    "kilder:",
    "k\xC3\xA4lla:",
    "k\xC3\xA4llor:",
    "l\xC3\xA4hde:",
    ("\xC5\xBAr\xC3\xB3"
     "d\xC5\x82o:"),
    "zdroj:",
    "forr\xC3\xA1s:",
    "kaynak:",
    "sursa:",
    "\xD0\x98\xD1\x81\xD1\x82\xD0\xBE\xD1\x87\xD0\xBD\xD0\xB8\xD0\xBA:",
    "\xD0\x94\xD0\xB6\xD0\xB5\xD1\x80\xD0\xB5\xD0\xBB\xD0\xBE:",
    "\xE6\x9D\xA5\xE6\xBA\x90",
    "\xE5\x87\xBA\xE5\x85\xB8",
    "original-content von:",
    "via:",
};

// A line that begins so comes from a press office, lower case.
constexpr std::string_view kReleaseWords[] = {
    "for immediate release",
    "press release",
    "pressemitteilung",
    "presseinformation",
    "communiqu\xC3\xA9 de presse",
    "comunicado de prensa",
    "comunicato stampa",
    "persbericht",
    "pressmeddelande",
    "pressemeddelelse",
    "pressemelding",
    "nota de prensa",
    "comunicado de imprensa",
    "this is a paid press release",
    "view source version on",
    "source ",
};

bool is_upper(char character) { return character >= 'A' && character <= 'Z'; }

// "Reuters", "AP", "AFP/dpa", "BUSINESS WIRE": a few words of letters, of which the first has a capital or all are
// short.
bool could_be_agency(std::string_view words) {
    constexpr std::size_t kLongest = 40;
    if (words.size() < 2 || words.size() > kLongest) return false;
    std::size_t count = 1;
    bool capital = false;
    for (const char character : words) {
        const bool letter = is_ascii_letter(character) || (static_cast<unsigned char>(character) & 0x80U) != 0;
        if (!letter && character != ' ' && character != '/' && character != ',' && character != '-' &&
            character != '.' && character != '&')
            return false;
        if (character == ' ') ++count;
        capital = capital || is_upper(character);
    }
    return count <= 3 && (capital || words.size() <= 8);
}

bool begins_with_dash(std::string_view text) {
    text = trim_ascii(text);
    for (const std::string_view dash : {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", ":"}) {
        if (text.substr(0, dash.size()) == dash) return true;
    }
    return false;
}

class CreditFinder {
public:
    explicit CreditFinder(const Document& document) : document_(document) {}

    std::vector<MetadataValue> find() && {
        constexpr std::size_t kFirstBlocks = 4;
        constexpr std::size_t kLastBlocks = 4;
        const auto& blocks = document_.blocks;
        for (std::size_t i = 0; i < blocks.size() && credits_.size() < kMostCredits; ++i) {
            const std::string_view text = document_.slice(blocks[i].span);
            look_at_line(text, blocks[i].span);
            if (blocks[i].kind != BlockKind::title && blocks[i].kind != BlockKind::heading) {
                if (i < kFirstBlocks) look_at_dateline(text, blocks[i].span);
                if (i + kLastBlocks >= blocks.size()) look_at_end(text, blocks[i].span);
            }
        }
        for (const CutBlock& cut : document_.cut) {
            if (credits_.size() >= kMostCredits) break;
            if (cut.reason == CutReason::byline) look_at_cut(cut);
        }
        return std::move(credits_);
    }

private:
    void add(std::string_view value, std::string_view found_in, Span span) {
        const auto same = std::find_if(credits_.begin(), credits_.end(),
                                       [&](const MetadataValue& credit) { return credit.value == value; });
        if (same != credits_.end()) return;
        credits_.push_back({std::string(value), std::string(found_in), 0, document_.origin.to_original(span)});
    }
    void add_part(std::string_view text, std::size_t begin, std::size_t end, std::string_view found_in, Span block) {
        add(text.substr(begin, end - begin), found_in,
            {block.begin + static_cast<std::uint32_t>(begin), block.begin + static_cast<std::uint32_t>(end)});
    }

    // Empty unless the line as a whole is a credit; then where it was found.
    static std::string_view kind_of_line(std::string_view text) {
        if (text.size() > kLongestLine) return {};
        const std::string lower = lower_ascii(text);
        for (const std::string_view word : kSourceWords) {
            if (lower.compare(0, word.size(), word) == 0 || text.substr(0, word.size()) == word) return "source line";
        }
        for (const std::string_view word : kReleaseWords) {
            if (lower.compare(0, word.size(), word) == 0 && (word != "source " || text.substr(0, 6) == "SOURCE"))
                return "press release";
        }
        for (const std::string_view sign : {"\xC2\xA9", "(c) ", "copyright "}) {
            if (lower.compare(0, sign.size(), sign) == 0) return "copyright";
        }
        return {};
    }
    void look_at_line(std::string_view text, Span span) {
        if (const std::string_view kind = kind_of_line(text); !kind.empty()) add(text, kind, span);
    }
    void look_at_cut(const CutBlock& cut) {
        const std::string_view kind = kind_of_line(cut.text);
        if (!kind.empty()) credits_.push_back({cut.text, std::string(kind), 0, cut.original});
    }

    // "BERLIN, May 3 (Reuters) - ...", "NEW YORK--(BUSINESS WIRE)--...", "PARIS, May 3, 2024 /PRNewswire/ -- ...".
    void look_at_dateline(std::string_view text, Span span) {
        constexpr std::size_t kDateline = 120;  // bytes
        const std::string_view head = text.substr(0, kDateline);
        for (const auto& [opening, closing] : {std::pair{'(', ')'}, std::pair{'/', '/'}}) {
            const std::size_t open = head.find(opening);
            if (open == std::string_view::npos) continue;
            const std::size_t close = head.find(closing, open + 1);
            if (close == std::string_view::npos) continue;
            if (could_be_agency(head.substr(open + 1, close - open - 1)) && begins_with_dash(text.substr(close + 1, 8)))
                add_part(text, open, close + 1, "dateline", span);
        }
    }

    // "... in the autumn. (dpa)", "... (AFP/Reuters)".
    void look_at_end(std::string_view text, Span span) {
        if (text.empty() || text.back() != ')') return;
        const std::size_t open = text.rfind('(');
        if (open == std::string_view::npos) return;
        const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
        const bool after_end = open == 0 || (open >= 2 && (text[open - 2] == '.' || text[open - 2] == '"' ||
                                                           (static_cast<unsigned char>(text[open - 2]) & 0x80U) != 0));
        if (after_end && could_be_agency(inside)) add_part(text, open, text.size(), "end of text", span);
    }

    const Document& document_;
    std::vector<MetadataValue> credits_;
};

}  // namespace

std::vector<MetadataValue> find_credits(const Document& document) { return CreditFinder(document).find(); }

}  // namespace axray::read
