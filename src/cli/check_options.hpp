// What a user chose for `axray check` (arguments -> CheckArguments), shared by its two ways of working.
//
// Source: own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <axray/check_report.hpp>
#include <axray/result.hpp>
#include <axray/verdict.hpp>

#include "cli/fetch_input.hpp"
#include "cli/registers_choice.hpp"
#include "cli/terminal.hpp"
#include "report/terminal.hpp"

namespace axray::cli {

enum class ReportFormat : std::uint8_t { text, json, html };

struct CheckArguments {
    std::string article;               // path, address or "-"; empty in bulk mode
    std::string text;                  // what is checked instead of an article
    std::vector<std::string> against;  // paths, folders, addresses, "-"
    FetchArguments fetch;
    RegistersChoice registers;
    std::optional<std::string> lines;  // bulk mode: path or "-"
    ReportFormat format = ReportFormat::text;
    report::TerminalDetail detail = report::TerminalDetail::everything;
    std::string output;  // path; empty: standard output
    std::vector<Verdict> fail_on;
    ColorChoice color = ColorChoice::automatic;
    unsigned threads = 0;  // 0: as many as the machine runs at once
    unsigned width = 0;    // columns; 0: as wide as the terminal
    std::string verifier;  // path of its configuration; empty: nobody is asked
    Explaining explaining = Explaining::none;
    std::uint32_t explained_claim = 0;  // counted from 0
    bool quiet = false;
    bool ranking = false;  // bulk mode: every field of an answer
};

// Runs the check of one article; gives the exit status.
[[nodiscard]] int check_article(const CheckArguments& arguments);

// Runs `check --jsonl`; gives the exit status.
[[nodiscard]] int check_lines(const CheckArguments& arguments);

}  // namespace axray::cli
