// All reports that a user names (names -> Documents, in order, and what could not be read).
//
// Read on all threads. A file whose name ends in .jsonl holds one document a line. Source: own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <axray/engine.hpp>
#include <axray/story.hpp>

#include "cli/story/story_options.hpp"

namespace axray::cli {

struct StoryInputs {
    std::vector<std::shared_ptr<const Document>> documents;
    std::vector<LeftOutReport> unreadable;  // each was said on standard error too
};

// Errors: unreadable when a file of lines breaks off, internal.
[[nodiscard]] Result<StoryInputs> read_reports(const Engine& engine, const StoryArguments& arguments);

// A document out of a line of JSON, or why there is none; "line 12" stands for an id that the line does not have.
struct LineReport {
    Result<Document> document;
    std::string id_json;  // empty when the line has no id
};
class LineReports {
public:
    // `engine` must outlive this. `now` as in read_line_document.
    LineReports(const Engine& engine, std::string now);
    LineReports(LineReports&&) noexcept;
    ~LineReports();

    [[nodiscard]] LineReport read(std::string_view line, std::uint64_t number);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray::cli
