#include "story/account/account.hpp"

#include <optional>
#include <utility>

#include "story/account/details.hpp"
#include "story/account/lead.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMainFacts = 12;   // that headline and summary are made from
constexpr std::size_t kBriefFacts = 14;  // that points are chosen from

}  // namespace

Account write_account(const StoryTexts& texts, const Findings& findings, const Analyst& analyst,
                      const AccountLimits& limits) {
    Account account;
    if (findings.facts.empty()) return account;
    Storyteller teller(texts, findings, analyst);
    const auto main = weightiest(teller, Length::full, kMainFacts);
    const auto brief = weightiest(teller, Length::brief, kBriefFacts);
    const auto headline = write_headline(teller, main, brief);
    if (headline) account.headline = teller.sentence_of(*headline);
    const auto lead = choose_lead(teller, main, headline);
    std::optional<Telling> summary;
    if (lead) summary = write_summary(teller, *lead);
    if (summary) account.summary = teller.sentence_of(*summary);
    auto points = choose_points(teller, brief, headline, lead);
    add_denial(teller, summary, points);
    for (const auto& point : points) account.at_a_glance.push_back(teller.sentence_of(point));
    const auto details = write_details(teller, lead ? &*lead : nullptr, limits.details);
    for (const auto& paragraph : details.paragraphs) {
        AccountParagraph told;
        for (const auto& telling : paragraph) told.sentences.push_back(teller.sentence_of(telling));
        account.details.push_back(std::move(told));
    }
    for (std::uint32_t fact = 0; fact < findings.facts.size(); ++fact) {
        if (details.left_out[fact]) account.left_out.push_back({fact, *details.left_out[fact]});
    }
    return account;
}

}  // namespace axray::story
