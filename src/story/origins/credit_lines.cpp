#include "story/origins/credit_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "read/characters/ascii.hpp"
#include "story/origins/news_agencies.hpp"
#include "story/origins/origin_list.hpp"

namespace axray::story {
namespace {

using read::lower_ascii;
using read::trim_ascii;

constexpr std::size_t kLongestName = 60;         // bytes of a name in a credit line
constexpr std::size_t kLongestWord = 40;         // bytes of what stands before the colon: "Source: "
constexpr std::size_t kFirstBlocks = 4;          // in which a dateline may stand
constexpr std::size_t kLongestDateline = 250;    // bytes
constexpr std::size_t kLongestCreditLine = 160;  // bytes of a line that says who contributed

// Words in a credit line that stand for nobody in particular; lower case.
constexpr std::string_view kNobody[] = {
    "websites",     "website",       "agencies",      "agency", "news agencies", "wires",   "wire",    "staff",
    "web",          "internet",      "other sources", "media",  "newsroom",      "editors", "sources", "other agencies",
    "wire reports", "news services", "wire services", "own",    "archive",       "various"};

// Cuts "Source: ", "(c) 2024 ", brackets and full stops off a credit as it is written.
std::string_view names_of(std::string_view credit) {
    credit = trim_ascii(credit);
    if (const auto colon = credit.find(": "); colon < kLongestWord) credit.remove_prefix(colon + 2);
    while (!credit.empty() && (credit.front() == '(' || credit.front() == '/' || credit.front() == '[' ||
                               credit.front() == '-' || credit.front() == ' '))
        credit.remove_prefix(1);
    while (!credit.empty() && (credit.back() == ')' || credit.back() == '/' || credit.back() == ']' ||
                               credit.back() == '.' || credit.back() == ' ' || credit.back() == '-'))
        credit.remove_suffix(1);
    return credit;
}

bool is_nobody(std::string_view name) {
    const auto lower = lower_ascii(name);
    return std::find(std::begin(kNobody), std::end(kNobody), lower) != std::end(kNobody);
}

// What a name in a credit stands for; nothing where it cannot be told.
std::optional<ReadAcknowledgement> origin_named(std::string_view name) {
    ReadAcknowledgement read;
    read.scope = AcknowledgementScope::whole_report;
    if (const auto agency = agency_at(name); agency) {
        read.kind = OriginKind::agency;
        read.origin = agency->name;
        return read;
    }
    if (auto domain = lone_domain(name); domain) {
        read.kind = OriginKind::outlet;
        read.origin = *std::move(domain);
        return read;
    }
    name = trim_ascii(name.substr(0, name.find_first_of(".(:")));
    if (name.size() > kLongestName || is_nobody(name) || !is_medium_name(name)) return std::nullopt;
    read.kind = OriginKind::outlet;
    read.origin = std::string(name);
    return read;
}

class CreditReader {
public:
    explicit CreditReader(const ReportText& report) : document_(*report.document) {}

    std::vector<ReadAcknowledgement> read() && {
        for (const auto& credit : document_.metadata.credits) read_credit(credit);
        for (const auto& author : document_.metadata.authors) read_author(author);
        for (const auto& block : document_.blocks) {
            if (found_.size() < kMostAcknowledgements) read_line(block);
        }
        for (std::size_t at = 0; at < document_.blocks.size() && at < kFirstBlocks; ++at)
            read_dateline(document_.blocks[at].span);
        return std::move(found_);
    }

private:
    void read_credit(const MetadataValue& credit) {
        // A notice of copyright names who publishes the page, which is no origin unless it is an agency.
        const bool copyright = credit.found_in == "copyright";
        if (credit.found_in == "press release") return add_release(credit);
        split_names(names_of(credit.value), credit.value, copyright);
    }

    void split_names(std::string_view names, std::string_view as_written, bool agencies_only) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= names.size(); ++at) {
            std::size_t width = at == names.size() ? 1 : 0;
            if (width == 0 && std::string_view("+/,;|&").find(names[at]) != std::string_view::npos) width = 1;
            if (width == 0 && names.substr(at, 5) == " and ") width = 5;
            if (width == 0 && names.substr(at, 6) == " with ") width = 6;
            if (width == 0) continue;
            if (at > begin) add_named(trim_ascii(names.substr(begin, at - begin)), as_written, agencies_only);
            begin = at + width;
            at += width - 1;
        }
    }

    void add_named(std::string_view name, std::string_view as_written, bool agencies_only) {
        // Who took the picture says nothing of the words.
        const auto lower = lower_ascii(name);
        if (name.empty() || lower.find("photo") != std::string::npos || lower.find("image") != std::string::npos)
            return;
        if (agencies_only) {
            while (!name.empty() && (name.front() < 'A' || name.front() > 'z')) name.remove_prefix(1);
        }
        auto read = origin_named(name);
        if (!read || (agencies_only && read->kind != OriginKind::agency)) return;
        place(*read, as_written, name);
        found_.push_back(*std::move(read));
    }

    void add_release(const MetadataValue& credit) {
        ReadAcknowledgement read;
        read.scope = AcknowledgementScope::whole_report;
        read.kind = OriginKind::statement;
        read.origin = "press release";
        place(read, credit.value, credit.value);
        found_.push_back(std::move(read));
    }

    // Where the words stand in the text: credits stand at its beginning or its end.
    void place(ReadAcknowledgement& read, std::string_view as_written, std::string_view name) const {
        read.text = as_written;
        const auto at = document_.text.rfind(as_written);
        if (at == std::string::npos) return;
        const auto inside = as_written.find(name);
        read.place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + as_written.size())};
        read.name = {static_cast<std::uint32_t>(at + inside), static_cast<std::uint32_t>(at + inside + name.size())};
    }

    void read_author(const MetadataValue& author) {
        auto read = origin_named(trim_ascii(author.value));
        if (!read || read->kind != OriginKind::agency) return;
        read->text = author.value;
        found_.push_back(*std::move(read));
    }

    // A line of its own: the name of an agency, a domain, or who contributed.
    void read_line(const Block& block) {
        const auto line = trim_ascii(document_.slice(block.span));
        if (line.empty() || line.size() > kLongestCreditLine) return;
        if (auto domain = lone_domain(line); domain) return add_line(block.span, line, *domain, OriginKind::outlet);
        const auto agency = agency_at(line);
        const bool whole_line = agency && line.size() - agency->length <= 1;
        if (whole_line || (agency && contributed(line)))
            add_line(block.span, line.substr(0, agency->length), std::string(agency->name), OriginKind::agency);
    }
    // "ILMAR, May 3 (Reuters) - The port ...", "Ilmar (CNN) The port ...".
    void read_dateline(Span block) {
        const auto head = document_.slice(block).substr(0, kLongestDateline);
        for (auto open = head.find('('); open != std::string_view::npos; open = head.find('(', open + 1)) {
            const auto close = head.find(')', open);
            if (close == std::string_view::npos) return;
            const auto inside = head.substr(open + 1, close - open - 1);
            const auto agency = agency_at(inside);
            const bool of_agency = agency && agency->length == inside.size();
            const bool of_medium = !of_agency && inside.size() <= kLongestName && is_medium_name(inside) &&
                                   !is_same_medium(inside, document_.metadata.publisher.value);
            if (!of_agency && !of_medium) continue;
            if (!begins_text(head.substr(close + 1), head.substr(0, open))) continue;
            add_line({block.begin, block.begin + static_cast<std::uint32_t>(close + 1)}, inside,
                     of_agency ? std::string(agency->name) : std::string(inside),
                     of_agency ? OriginKind::agency : OriginKind::outlet);
            return;
        }
    }
    // A dash behind the brackets, or a sentence, with no more than a place before them.
    static bool begins_text(std::string_view behind, std::string_view before) {
        for (const std::string_view dash :
             {" -", " \xE2\x80\x93", " \xE2\x80\x94", "-", "\xE2\x80\x93", "\xE2\x80\x94"}) {
            if (behind.substr(0, dash.size()) == dash) return true;
        }
        constexpr std::size_t kLongestPlace = 40;
        const bool sentence = behind.size() > 1 && behind[0] == ' ' && behind[1] >= 'A' && behind[1] <= 'Z';
        if (!sentence || before.size() > kLongestPlace) return false;
        bool word_begins = true;
        for (const char one : before) {
            if (word_begins && one >= 'a' && one <= 'z') return false;
            word_begins = one == ' ';
        }
        return true;
    }
    static bool contributed(std::string_view line) {
        return line.find("contributed to this") != std::string_view::npos;
    }
    void add_line(Span block, std::string_view name, std::string origin, OriginKind kind) {
        if (origin == own_domain()) return;
        ReadAcknowledgement read;
        read.scope = AcknowledgementScope::whole_report;
        read.kind = kind;
        read.origin = std::move(origin);
        const auto begin = static_cast<std::uint32_t>(name.data() - document_.text.data());
        read.name = {begin, begin + static_cast<std::uint32_t>(name.size())};
        read.place = block;
        read.text = std::string(trim_ascii(document_.slice(block)));
        found_.push_back(std::move(read));
    }
    [[nodiscard]] std::string own_domain() const {
        std::string_view address = document_.metadata.address.value;
        if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
            address.remove_prefix(scheme + 3);
        return lone_domain(address.substr(0, address.find('/'))).value_or("");
    }

    const Document& document_;
    std::vector<ReadAcknowledgement> found_;
};

}  // namespace

std::vector<ReadAcknowledgement> read_credit_lines(const ReportText& report) { return CreditReader(report).read(); }

}  // namespace axray::story
