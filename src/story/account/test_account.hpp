// A story of which each claim is a fact of its own, for tests of its account (strings -> Account). For tests only.
//
// Facts are in the order of the reports, so that the first sentences weigh most.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "story/account/account.hpp"
#include "story/account/sentence_check.hpp"
#include "story/test_story.hpp"

namespace axray::story::tests {

class AccountCase {
public:
    explicit AccountCase(const std::vector<TestReport>& reports) : texts_(story_of(reports)) {
        for (std::uint32_t report = 0; report < texts_->size(); ++report) {
            for (const auto& claim : texts_->report(report).claims) add_fact(report, claim);
        }
        for (std::uint32_t report = 0; report < texts_->size(); ++report) origins_.groups.push_back(report);
    }

    [[nodiscard]] const StoryTexts& texts() const { return *texts_; }
    [[nodiscard]] std::vector<Fact>& facts() { return facts_; }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    [[nodiscard]] std::vector<Conflict>& conflicts() { return conflicts_; }

    [[nodiscard]] Account write(const AccountLimits& limits = {}) const {
        return write_account(*texts_, {facts_, conflicts_, timeline_, origins_}, models().analyst(), limits);
    }
    [[nodiscard]] CheckedText check(const std::string& text) const {
        return check_text(text, BlockKind::paragraph, *texts_, models().analyst());
    }

private:
    void add_fact(std::uint32_t report, const Claim& claim) {
        FactMention mention;
        mention.report = report;
        mention.claim = claim;
        Fact fact;
        fact.mentions.push_back(std::move(mention));
        fact.reports = {report};
        fact.centrality = 1.0 / static_cast<double>(facts_.size() + 1);
        facts_.push_back(std::move(fact));
    }

    std::unique_ptr<const StoryTexts> texts_;
    std::vector<Fact> facts_;
    std::vector<Conflict> conflicts_;
    std::vector<TimelineEntry> timeline_;
    Origins origins_;
};

}  // namespace axray::story::tests
