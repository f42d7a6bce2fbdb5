// An invented check for the tests of this folder (nothing -> CheckReport): a ferry that strikes a pier, told by an
// article and three sources, with every verdict, every flag, every kind of alignment and of block, and with hostile
// text: markup, quotation marks, an emoji, right-to-left and East Asian writing, combining marks, escape sequences,
// very long words.
#pragma once

#include <axray/check_report.hpp>

namespace axray::report {

[[nodiscard]] CheckReport ferry_report();

// A check of one short claim of which the sources say nothing; no omission, no note.
[[nodiscard]] CheckReport small_report();

}  // namespace axray::report
