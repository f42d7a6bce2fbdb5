// Any bytes as the reports of one story, divided at lines of three hyphens: whatever they are, the story that comes of
// them is sound, and the sorter gives every report a number. A first line such as "2024-03-26" is the day of a report.
// Depends: base language read engine
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/engine.hpp>
#include <axray/story_sorter.hpp>

#include "annotating.hpp"
#include "engine/sound_story.hpp"

namespace {

using namespace axray;
using fuzz::require;

constexpr std::size_t kMostBytes = 4096;  // more makes a run slow and finds nothing new
constexpr std::size_t kMostReports = 6;

const Engine& opened_engine() {
    static const auto kEngine = Engine::open({language::models_of_build()});
    require(kEngine.has_value(), "the build has its models");
    return *kEngine;
}

bool is_day(std::string_view line) {
    if (line.size() != 10 || line[4] != '-' || line[7] != '-') return false;
    return std::count_if(line.begin(), line.end(), [](char one) { return one >= '0' && one <= '9'; }) == 8;
}

std::shared_ptr<const Document> report_of(std::string_view bytes, std::size_t number) {
    const std::string_view first = bytes.substr(0, bytes.find('\n'));
    if (is_day(first)) bytes.remove_prefix(std::min(bytes.size(), first.size() + 1));
    auto document = opened_engine().read(bytes, {.id = "report-" + std::to_string(number)});
    if (!document) return nullptr;
    if (is_day(first)) document->metadata.published.value = std::string(first);
    return std::make_shared<const Document>(*std::move(document));
}

std::vector<std::shared_ptr<const Document>> reports_of(std::string_view bytes) {
    constexpr std::string_view kBetween = "\n---\n";
    std::vector<std::shared_ptr<const Document>> reports;
    while (!bytes.empty() && reports.size() < kMostReports) {
        const std::size_t end = std::min(bytes.find(kBetween), bytes.size());
        if (auto report = report_of(bytes.substr(0, end), reports.size())) reports.push_back(std::move(report));
        bytes.remove_prefix(std::min(bytes.size(), end + kBetween.size()));
    }
    return reports;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + std::min(size, kMostBytes));
    const auto reports = reports_of(bytes);

    StorySorter sorter(opened_engine());
    for (const auto& report : reports) sorter.add(*report);
    require(sorter.stories().size() == reports.size(), "every report has a story");

    const auto story = opened_engine().story(reports);
    require(story.has_value() || reports.empty(), "a story comes of any reports");
    if (!story) return 0;
    require(story->reports.size() + story->left_out.size() == reports.size(), "no report is lost");
    if (!story->origins.groups.empty() || story->reports.empty()) engine::require_sound(*story, fuzz::require);
    return 0;
}
