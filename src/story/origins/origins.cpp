#include "story/origins/origins.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/disjoint_sets.hpp"
#include "story/origins/acknowledgements.hpp"
#include "story/origins/copy_direction.hpp"
#include "story/origins/origin_list.hpp"
#include "story/origins/report_pairs.hpp"

namespace axray::story {
namespace {

struct AgencyCredit {
    std::uint32_t origin = 0;
    bool whole = false;  // for the whole report
};

class OriginTracer {
public:
    explicit OriginTracer(const StoryTexts& texts) : texts_(texts), list_(origins_), groups_(texts.size()) {}

    Origins trace() && {
        for (std::uint32_t report = 0; report < texts_.size(); ++report) {
            for (const auto& read : read_acknowledgements(texts_.report(report))) list_.acknowledge(report, read);
        }
        find_copies();
        const CopyDirections directions(texts_, origins_);
        for (auto& copy : origins_.copies) {
            auto told = directions.tell(copy);
            copy.direction = told.direction;
            copy.reason = std::move(told.reason);
        }
        join_reports();
        name_origins_of_groups();
        return std::move(origins_);
    }

private:
    void find_copies() {
        for (const auto& pair : find_report_pairs(texts_)) take(pair);
    }

    void take(const TextPair& pair) {
        origins_.passages.insert(origins_.passages.end(), pair.passages.begin(), pair.passages.end());
        if (!pair.shares_prose) return;
        ReportCopy copy;
        copy.first = pair.first;
        copy.second = pair.second;
        copy.kind = pair.kind;
        copy.share_of_first = pair.share_of_first;
        copy.share_of_second = pair.share_of_second;
        origins_.copies.push_back(std::move(copy));
    }

    // Whether both acknowledge one agency, and one of them for the whole report.
    [[nodiscard]] static bool common_agency(const std::vector<AgencyCredit>& left,
                                            const std::vector<AgencyCredit>& right) {
        return std::any_of(left.begin(), left.end(), [&](const AgencyCredit& one) {
            return std::any_of(right.begin(), right.end(), [&](const AgencyCredit& other) {
                return one.origin == other.origin && (one.whole || other.whole);
            });
        });
    }
    [[nodiscard]] std::vector<std::vector<AgencyCredit>> agency_credits() const {
        std::vector<std::vector<AgencyCredit>> credits(texts_.size());
        for (const auto& one : origins_.acknowledgements) {
            if (origins_.origins[one.origin].kind == OriginKind::agency)
                credits[one.place.source].push_back({one.origin, one.scope == AcknowledgementScope::whole_report});
        }
        return credits;
    }

    // A copy is no source of its own. A fifth of a report makes it one only where both name the agency it is from.
    void join_reports() {
        const auto credits = agency_credits();
        for (const auto& copy : origins_.copies) {
            const bool much = kind_of_share(std::max(copy.share_of_first, copy.share_of_second)) != CopyKind::passage;
            if (copy.kind == CopyKind::copy || (much && common_agency(credits[copy.first], credits[copy.second])))
                groups_.join(copy.first, copy.second);
        }
        origins_.groups = groups_.numbered();
    }

    // What the reports of a group go back to: who their members credit as a whole, else the earliest of them.
    void name_origins_of_groups() {
        std::vector<std::vector<std::uint32_t>> members(texts_.size());
        for (std::uint32_t report = 0; report < texts_.size(); ++report)
            members[origins_.groups[report]].push_back(report);
        for (const auto& group : members) {
            if (group.size() < 2) continue;
            const auto origin = origin_of(group);
            for (const auto report : group) list_.add_report(origin, report);
        }
    }

    [[nodiscard]] std::uint32_t origin_of(const std::vector<std::uint32_t>& group) {
        for (const auto& one : origins_.acknowledgements) {
            const bool member = std::binary_search(group.begin(), group.end(), one.place.source);
            const bool of_agency = origins_.origins[one.origin].kind == OriginKind::agency;
            if (member && of_agency && one.scope == AcknowledgementScope::whole_report) return one.origin;
        }
        const auto day_of = [&](std::uint32_t report) {
            const auto day = texts_.report(report).published;
            return std::pair(day.year == 0, day);
        };
        const auto earliest =
            *std::min_element(group.begin(), group.end(),
                              [&](std::uint32_t left, std::uint32_t right) { return day_of(left) < day_of(right); });
        return list_.find_or_add(OriginKind::report, texts_.report(earliest).document->id);
    }

    const StoryTexts& texts_;
    Origins origins_;
    OriginList list_;
    base::DisjointSets groups_;  // reports that count as one
};

}  // namespace

Origins trace_origins(const StoryTexts& texts) { return OriginTracer(texts).trace(); }

}  // namespace axray::story
