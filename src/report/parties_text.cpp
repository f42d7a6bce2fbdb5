#include "report/parties_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "report/parties_words.hpp"
#include "report/screening_text.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::string_view kIndent = "     ";
constexpr std::string_view kEntryIndent = "     | ";

class PartiesText {
public:
    explicit PartiesText(const TerminalOptions& options) : options_(options) {
        options_.width = std::max(options_.width, 20U);
    }

    std::string write(const Parties& parties) && {
        put(StyledText().add("Parties, as public registers know them", TextStyle::strong), "", "");
        const auto known = known_parties(parties);
        for (std::size_t i = 0; i < known.size(); ++i) write_party(i + 1, *known[i], parties.on);
        std::string names;
        for (const auto& name : unknown_parties(parties)) names += (names.empty() ? "" : ", ") + name;
        if (!names.empty()) {
            put(StyledText().add("not in these lists: ", TextStyle::strong).add(names), std::string(kIndent),
                std::string(kIndent));
        }
        return std::move(text_) + lists_text(run_of(parties), options_);
    }

    void write_party(std::size_t number, const PartyReport& party, std::string_view on) {
        const auto rank = std::to_string(number);
        StyledText head;
        head.add(party.name, TextStyle::strong).add(" (" + words_for(party) + ")", TextStyle::faint);
        put(head, std::string(3 - std::min<std::size_t>(rank.size(), 3), ' ') + rank + "  ", std::string(kIndent));
        for (const auto& hit : party.entries) write_entry(hit, on);
        for (const auto& alias : party.aliases) {
            put(StyledText().add("alias ").add(alias.alias, TextStyle::strong).add(": " + words_for(alias)),
                std::string(kIndent), std::string(kIndent));
        }
    }

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    void put(const StyledText& text, std::string first, std::string rest) {
        const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
        text_ += text.lines({options_.width, std::move(first), std::move(rest), codes});
    }
    void put_entry(const StyledText& text) { put(text, std::string(kEntryIndent), std::string(kEntryIndent)); }

    void write_entry(const ScreenHit& hit, std::string_view on) {
        const auto& entry = hit.entry;
        StyledText head;
        head.add(percent(hit.probability) + "  ").add(met_name(hit).text, TextStyle::strong);
        head.add(", " + name_and_date(hit.version));
        if (const auto state = words_for(hit, on); !state.empty()) head.add("; " + state);
        for (const auto& programme : entry.programmes) head.add("; " + programme);
        put_entry(head);
        if (const auto names = other_names(hit); !names.empty()) put_entry(StyledText().add("also known as " + names));
        for (const auto& fact : hit.facts) put_entry(StyledText().add(words_for(fact)));
        put_entry(StyledText().add(entry.reference + ", " + words_for(entry.rows.front()), TextStyle::faint));
    }

    std::string text_;
    TerminalOptions options_;
};

}  // namespace

std::string party_text(std::size_t number, const PartyReport& party, std::string_view on,
                       const TerminalOptions& options) {
    PartiesText text(options);
    text.write_party(number, party, on);
    return std::move(text).take();
}

std::string parties_text(const Parties& parties, const TerminalOptions& options) {
    return PartiesText(options).write(parties);
}

}  // namespace axray::report
