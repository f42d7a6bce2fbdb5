// The sentences of tests/language_cases/speech.tsv: a line -> its text and truth.
//
// For the task that measures finding and stance on sentences of our own.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "predict.hpp"

namespace axray::bench {

struct SpokenTruth {
    Span speaker;
    Span cue;
    std::vector<Span> content;
    language::Stance stance = language::Stance::asserts;
};

struct SpeechCase {
    std::string half;  // "rules" or "test"; empty for a line that is no case
    std::string text;
    std::vector<SpokenTruth> truths;
};

[[nodiscard]] SpeechCase read_speech_case(const std::string& line);

// The task: cases on standard input, scores of both halves on standard output.
void speech_cases(Tools& tools, std::istream& in, std::ostream& out);

}  // namespace axray::bench
