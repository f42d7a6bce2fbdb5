// Sorts a stream of documents into stories (program axray_stories, for development).
//
//   axray_stories [--models FOLDER] < docs.jsonl > stories.tsv
//
// A line holds "id" and any of "title", "text" and "date" (ISO 8601); documents are taken in the order of the lines.
// Out come lines "id<TAB>story" as things stand at the end, and on standard error what it cost. Exit status 0; 2 for a
// wrong call; 3 when a model or the input cannot be read.
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "language/annotator.hpp"
#include "language/words/lexicon.hpp"
#include "story/stream/story_stream.hpp"

using namespace axray;
using Json = nlohmann::json;

namespace {

int fault(const std::string& message) {
    std::fprintf(stderr, "axray_stories: %s\n", message.c_str());
    return 3;
}

base::Day day_of(const std::string& written) {
    base::Day day;
    if (std::sscanf(written.c_str(), "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3 || !base::is_day(day))
        return {};
    return day;
}

void sort_lines(story::StoryStream& stream, const language::Annotator& annotator) {
    std::vector<std::string> ids;
    language::Workspace workspace;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        const auto record = Json::parse(line);
        Document document;
        document.id = record.at("id").get<std::string>();
        document.metadata.title.value = record.value("title", "");
        document.text = record.value("text", "");
        const auto published = day_of(record.value("date", ""));
        const language::Setting setting{language::Layers::words, {published}};
        const auto title = annotator.annotate_text(document.metadata.title.value, workspace, setting);
        const auto words = annotator.annotate_text(document.text, workspace, setting);
        stream.add({document, words, published, &title});
        ids.push_back(document.id);
    }
    const auto stories = stream.stories();
    for (std::size_t at = 0; at < ids.size(); ++at) std::cout << ids[at] << '\t' << stories[at] << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && (arguments.size() != 2 || arguments[0] != "--models")) {
        std::fputs("use: axray_stories [--models FOLDER] < docs.jsonl > stories.tsv\n", stderr);
        return 2;
    }
    const std::string models(arguments.empty() ? AXRAY_BENCH_MODELS : arguments[1]);
    const auto lexicon = language::Lexicon::open(models + "/wordnet.bin");
    if (!lexicon) return fault(lexicon.error().to_string());
    const auto model = story::StreamModel::open(models);
    if (!model) return fault(model.error().to_string());
    story::StoryStream stream(*model);
    const auto begin = std::chrono::steady_clock::now();
    try {
        sort_lines(stream, language::Annotator(*lexicon));
    } catch (const Json::exception& wrong) {
        return fault(wrong.what());
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const auto cost = stream.cost();
    std::fprintf(stderr, "%.2f s, %.1f million postings, %.1f million steps\n", taken.count(),
                 static_cast<double>(cost.postings) / 1e6, static_cast<double>(cost.steps) / 1e6);
    std::cout.flush();
    return std::cout ? 0 : 3;
}
