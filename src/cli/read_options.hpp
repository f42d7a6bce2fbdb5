// What a user chose for `axray read` (arguments -> ReadArguments).
//
// Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/fetch_input.hpp"
#include "cli/registers_choice.hpp"
#include "cli/terminal.hpp"

namespace axray::cli {

enum class ReadFormat : std::uint8_t { text, json, json_lines, html };

// What the inputs are taken to be.
enum class InputKind : std::uint8_t { automatic, archive };

enum class FolderDepth : std::uint8_t { files_in_it, everything_below };

enum class TextDetail : std::uint8_t {
    document,
    decisions
};  // as a reader wants it; or block by block with the reasons

// Whether JSON says of each block where it stands in the original; for that, pages are parsed a second time.
enum class PlaceDetail : std::uint8_t { none, of_blocks };

// Whether it is shown what the sentences say: names, quantities, dates, speech, certainty.
enum class AnnotationDetail : std::uint8_t { none, all };

struct ReadArguments {
    std::vector<std::string> names;  // paths, folders, addresses, "-"
    ReadFormat format = ReadFormat::text;
    InputKind input = InputKind::automatic;
    FetchArguments fetch;
    RegistersChoice registers;  // asked for annotations alone
    FolderDepth depth = FolderDepth::files_in_it;
    TextDetail detail = TextDetail::document;
    PlaceDetail places = PlaceDetail::none;
    AnnotationDetail annotations = AnnotationDetail::none;
    std::string output;  // path; empty: standard output
    ColorChoice color = ColorChoice::automatic;
    unsigned threads = 0;  // 0: as many as the machine runs at once
    unsigned width = 0;    // columns; 0: as wide as the terminal
    bool quiet = false;
};

// Reads everything that was named and writes it in its order; gives the exit status.
[[nodiscard]] int read_all(const ReadArguments& arguments);

}  // namespace axray::cli
