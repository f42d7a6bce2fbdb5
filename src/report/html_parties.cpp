#include "report/html_parties.hpp"

#include <string>

#include "report/parties_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

void write_entry(HtmlWriter& html, const ScreenHit& hit, std::string_view on) {
    const auto& entry = hit.entry;
    html.open("li");
    html.open("p", {{"class", "listing"}});
    html.open("b").open("bdi").text(met_name(hit).text).close().close();
    html.text(", " + name_and_date(hit.version));
    if (const auto state = words_for(hit, on); !state.empty()) {
        html.text("; ").element("span", {{"class", hit.state.listed ? "listed" : "unlisted"}}, state);
    }
    for (const auto& programme : entry.programmes) html.text("; " + programme);
    html.close().line();
    if (const auto names = other_names(hit); !names.empty()) {
        html.open("p").text("Also known as ").open("bdi").text(names).close().close().line();
    }
    for (const auto& fact : hit.facts) html.element("p", {}, words_for(fact)).line();
    html.open("p", {{"class", "row"}});
    html.text("Probability that it is meant: " + percent(hit.probability) + ". ");
    html.element("code", {}, entry.reference).text(" in " + words_for(entry.rows.front())).close();
    html.close().line();
}

std::string_view class_of(AliasStanding standing) {
    switch (standing) {
        case AliasStanding::confirmed: return "supported";
        case AliasStanding::contradicted: return "contradicted";
        case AliasStanding::ambiguous: return "partly_supported";
        case AliasStanding::unconfirmed: return "not_found";
    }
    return "not_found";
}

}  // namespace

void write_party(HtmlWriter& html, const PartyReport& party, std::string_view on) {
    html.open("article", {{"class", "party"}}).line();
    html.open("h3").open("bdi").text(party.name).close();
    html.text(" ").element("span", {{"class", "kind"}}, words_for(party)).close().line();
    if (!party.entries.empty()) {
        html.open("ul", {{"class", "listings"}}).line();
        for (const auto& hit : party.entries) write_entry(html, hit, on);
        html.close().line();
    }
    if (!party.aliases.empty()) {
        html.open("ul", {{"class", "aliases"}}).line();
        for (const auto& alias : party.aliases) {
            const auto standing = std::string(class_of(alias.standing));
            html.open("li", {{"class", standing}});
            write_icon(html, standing);
            html.text(" Alias ").open("b").open("bdi").text(alias.alias).close().close();
            html.text(": " + words_for(alias)).close().line();
        }
        html.close().line();
    }
    html.close().line();
}

void write_parties(HtmlWriter& html, const Parties& parties) {
    html.open("section", {{"class", "parties"}, {"id", "parties"}, {"aria-labelledby", "parties-name"}}).line();
    html.element("h2", {{"id", "parties-name"}}, "The parties, as public registers know them").line();
    html.element("p", {{"class", "base"}}, kPartiesCaution).line();
    for (const auto& note : notes_on_lists(run_of(parties))) {
        html.element("p", {{"class", "warning"}}, "Note: " + note).line();
    }
    for (const auto* party : known_parties(parties)) write_party(html, *party, parties.on);
    std::string names;
    for (const auto& name : unknown_parties(parties)) names += (names.empty() ? "" : ", ") + name;
    if (!names.empty()) {
        html.open("p")
            .text("Named in the article and not in these lists: ")
            .open("bdi")
            .text(names)
            .close()
            .close()
            .line();
    }
    html.open("p", {{"class", "base"}}).text("Searched: ");
    html.text(names_and_dates(parties.lists))
        .text(parties.on.empty() ? "" : ", as of " + parties.on)
        .text(".")
        .close()
        .line();
    html.close().line();
}

}  // namespace axray::report
