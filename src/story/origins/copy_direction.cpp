#include "story/origins/copy_direction.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include "base/days.hpp"
#include "base/utf8.hpp"
#include "story/origins/news_agencies.hpp"
#include "story/origins/origin_list.hpp"

namespace axray::story {
namespace {

// The agency or medium that published a report, by what the report says of itself; kNobody when nothing is known.
constexpr std::uint32_t kNobody = 0xFFFFFFFF;

std::uint32_t publisher_of(const Document& document, const Origins& origins) {
    const std::string_view publisher = document.metadata.publisher.value;
    if (publisher.empty()) return kNobody;
    const auto agency = agency_at(publisher);
    for (std::uint32_t at = 0; at < origins.origins.size(); ++at) {
        const auto& origin = origins.origins[at];
        if (origin.kind == OriginKind::agency && agency && origin.name == agency->name) return at;
        if (origin.kind == OriginKind::outlet && is_same_medium(origin.name, publisher)) return at;
    }
    return kNobody;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    const auto shown = base::beginning_within(text, kLongest);
    return "\"" + std::string(shown) + (shown.size() < text.size() ? "...\"" : "\"");
}

std::string name_of(const StoryTexts& texts, std::uint32_t report) { return texts.report(report).document->id; }

std::string days_apart(std::int64_t days) {
    return days == 1 ? "a day earlier than " : std::to_string(days) + " days earlier than ";
}

// Date-times of one form can be compared as they are written; without a zone they need not be of one place.
std::optional<ToldDirection> by_time_of_day(const StoryTexts& texts, std::uint32_t first, std::uint32_t second) {
    const std::string_view one = texts.report(first).document->metadata.published.value;
    const std::string_view other = texts.report(second).document->metadata.published.value;
    constexpr std::size_t kWithMinutes = 16;  // "2024-03-25T14:05"
    if (one.size() < kWithMinutes || other.size() < kWithMinutes || one == other) return std::nullopt;
    if (one.substr(kWithMinutes).find_first_of("Z+-") == std::string_view::npos) return std::nullopt;
    const auto zone = [](std::string_view time) {
        return time.substr(time.find_first_of("Z+-", kWithMinutes) == std::string_view::npos
                               ? time.size()
                               : time.find_first_of("Z+-", kWithMinutes));
    };
    if (zone(one) != zone(other)) return std::nullopt;
    const bool first_is_earlier = one < other;
    const auto earlier = first_is_earlier ? first : second;
    const auto later = first_is_earlier ? second : first;
    return ToldDirection{
        first_is_earlier ? CopyDirection::first_to_second : CopyDirection::second_to_first,
        name_of(texts, earlier) + " was published earlier on the same day than " + name_of(texts, later) + "."};
}

ToldDirection by_time(const StoryTexts& texts, std::uint32_t first, std::uint32_t second) {
    const auto one = texts.report(first).published;
    const auto other = texts.report(second).published;
    for (const auto report : {first, second}) {
        if (texts.report(report).published.year == 0)
            return {CopyDirection::unknown,
                    "It is not known when " + name_of(texts, report) + " was published, and neither names the other."};
    }
    const auto days = base::day_number(other) - base::day_number(one);
    if (days > 0)
        return {CopyDirection::first_to_second,
                name_of(texts, first) + " was published " + days_apart(days) + name_of(texts, second) + "."};
    if (days < 0)
        return {CopyDirection::second_to_first,
                name_of(texts, second) + " was published " + days_apart(-days) + name_of(texts, first) + "."};
    if (auto told = by_time_of_day(texts, first, second); told) return *std::move(told);
    return {CopyDirection::unknown, "Both were published on the same day, and neither names the other."};
}

}  // namespace

CopyDirections::CopyDirections(const StoryTexts& texts, const Origins& origins) : texts_(texts), origins_(origins) {
    const std::span<const Acknowledgement> all = origins.acknowledgements;
    std::size_t begin = 0;
    for (std::uint32_t report = 0; report < texts.size(); ++report) {
        auto end = begin;
        while (end < all.size() && all[end].place.source == report) ++end;
        credits_.push_back(all.subspan(begin, end - begin));
        begin = end;
        publishers_.push_back(publisher_of(*texts.report(report).document, origins));
    }
}

const Acknowledgement* CopyDirections::credit_to(std::uint32_t report, std::uint32_t origin) const {
    const auto all = credits_[report];
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Acknowledgement& one) { return one.origin == origin; });
    return found == all.end() ? nullptr : &*found;
}

// The first in its text of what a report credits as a whole.
const Acknowledgement* CopyDirections::whole_credit(std::uint32_t report) const {
    const auto all = credits_[report];
    const auto found = std::find_if(all.begin(), all.end(), [](const Acknowledgement& one) {
        return one.scope == AcknowledgementScope::whole_report;
    });
    return found == all.end() ? nullptr : &*found;
}

// One report names who published the other.
std::optional<ToldDirection> CopyDirections::by_name(const ReportCopy& copy) const {
    for (const auto& [from, to, direction] : {std::tuple{copy.first, copy.second, CopyDirection::first_to_second},
                                              std::tuple{copy.second, copy.first, CopyDirection::second_to_first}}) {
        const auto publisher = publishers_[from];
        const auto* credit = publisher == kNobody ? nullptr : credit_to(to, publisher);
        if (credit == nullptr) continue;
        return ToldDirection{direction, name_of(texts_, to) + " says " + quoted(credit->text) + ", and " +
                                            name_of(texts_, from) + " was published by " +
                                            origins_.origins[publisher].name + "."};
    }
    return std::nullopt;
}

std::optional<ToldDirection> CopyDirections::by_common_credit(const ReportCopy& copy) const {
    for (const auto report : {copy.first, copy.second}) {
        const auto* credit = whole_credit(report);
        if (credit == nullptr) continue;
        const auto& name = origins_.origins[credit->origin].name;
        const auto other = report == copy.first ? copy.second : copy.first;
        auto reason = credit_to(other, credit->origin) != nullptr
                          ? "Both credit " + name + "."
                          : name_of(texts_, report) + " credits " + name + ": " + quoted(credit->text) + ".";
        return ToldDirection{CopyDirection::common_origin, std::move(reason)};
    }
    return std::nullopt;
}

ToldDirection CopyDirections::tell(const ReportCopy& copy) const {
    if (auto told = by_name(copy); told) return *std::move(told);
    if (auto told = by_common_credit(copy); told) return *std::move(told);
    if (copy.kind == CopyKind::passage)
        return {CopyDirection::unknown, "Neither names the other, and they share too little to tell it by the time."};
    return by_time(texts_, copy.first, copy.second);
}

}  // namespace axray::story
