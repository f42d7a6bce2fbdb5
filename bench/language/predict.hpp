// What the tasks of axray_predict share: the table of tasks, JSON lines, and byte spans as code points.
//
// A task reads a set of development data and writes what the program says of it, in the form that the score.py of that
// data's folder reads. Each area has one file that gives its tasks; main.cpp opens the models and picks one.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "language/annotator.hpp"

namespace axray::bench {

using Json = nlohmann::ordered_json;

// What every task works with. The workspace is its own; the rest is constant.
struct Tools {
    const language::Lexicon& lexicon;
    const language::Annotator& annotator;
    language::Workspace workspace;
};

struct Task {
    std::string_view name;
    std::string_view reads;   // for the list of tasks: what stands on standard input
    std::string_view writes;  // and what on standard output
    void (*run)(Tools& tools, std::istream& in, std::ostream& out) = nullptr;
};

// The tasks of each area, in the file of that name.
[[nodiscard]] std::span<const Task> segment_tasks();    // segments.cpp
[[nodiscard]] std::span<const Task> conllu_tasks();     // conllu.cpp
[[nodiscard]] std::span<const Task> name_tasks();       // names.cpp
[[nodiscard]] std::span<const Task> quantity_tasks();   // quantities.cpp
[[nodiscard]] std::span<const Task> date_tasks();       // dates.cpp
[[nodiscard]] std::span<const Task> speech_tasks();     // speech.cpp
[[nodiscard]] std::span<const Task> indicator_tasks();  // indicators.cpp

// Writes one line of JSON for each line of JSON: `answer` gets the record and says what to write. Throws
// Json::exception at a line that is no JSON, which main reports: development data is expected to be whole.
void answer_lines(std::istream& in, std::ostream& out, const std::function<Json(const Json&)>& answer);

// Calls `use` with each line of JSON.
void each_line(std::istream& in, const std::function<void(const Json&)>& use);

// Code points of a text to the bytes of its UTF-8 and back, each in constant time after O(bytes) once.
class TextPositions {
public:
    explicit TextPositions(std::string_view text);

    [[nodiscard]] CodePointSpan code_points(Span bytes) const { return {point_of_[bytes.begin], point_of_[bytes.end]}; }
    [[nodiscard]] Span bytes(CodePointSpan points) const { return {byte_of_[points.begin], byte_of_[points.end]}; }

private:
    std::vector<std::uint32_t> point_of_;  // for each byte and the end
    std::vector<std::uint32_t> byte_of_;   // for each code point and the end
};

// A day written "2024-03-25" or longer ("2024-03-25T10:00", "20240325"); year 0 when it is no day.
[[nodiscard]] base::Day day_of(std::string_view written);

}  // namespace axray::bench
