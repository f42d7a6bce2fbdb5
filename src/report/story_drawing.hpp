// Where the boxes and lines of the drawing of origins stand (StoryReport -> Drawing).
//
// Layers from left to right: what is older or named as the origin stands to the left of what took from it. A line that
// passes a layer gets a place of its own in it, so that it runs beside the boxes; within a layer the order follows the
// neighbours, so that few lines cross. Method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of
// hierarchical system structures", 1981 (layers, places for long lines, barycentres). No unit but the SVG's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/story.hpp>

namespace axray::report {

inline constexpr std::size_t kDrawnReports = 36;  // of more, a drawing is no help
inline constexpr std::size_t kDrawnOrigins = 16;  // agencies and the like; those with the most reports

struct DrawnPoint {
    double x = 0;
    double y = 0;
};

struct DrawnBox {
    bool is_report = true;
    std::uint32_t number = 0;  // of StoryReport::reports or Origins::origins
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

enum class LineKind : std::uint8_t {
    named,   // the report names the origin
    taken,   // the report took prose from the other
    shared,  // both have the same prose; who took from whom is not known, or both have it from elsewhere
};

struct DrawnLine {
    LineKind kind = LineKind::taken;
    std::uint32_t from = 0;          // of Drawing::boxes
    std::uint32_t to = 0;            // to the right of `from`; of `shared` perhaps in the same layer
    bool within_layer = false;       // then it leaves and enters at the right side
    double share = 0;                // 0..1, of the prose of the report it ends at; of `named`: 0
    std::vector<DrawnPoint> points;  // from box to box
    DrawnPoint label;                // where the label ends, or begins where it stays within a layer
};

struct Drawing {
    std::vector<DrawnBox> boxes;
    std::vector<DrawnLine> lines;
    double width = 0;
    double height = 0;
    bool complete = true;  // false: weaker lines or origins were left away
};

// Empty where there is nothing to connect, or too many reports.
[[nodiscard]] Drawing draw_origins(const StoryReport& story);

}  // namespace axray::report
