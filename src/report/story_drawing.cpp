#include "report/story_drawing.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace axray::report {
namespace {

constexpr double kBoxWidth = 146;
constexpr double kBoxHeight = 44;
constexpr double kPortHeight = 17;  // a line and its label
constexpr double kGapBetweenLayers = 76;
constexpr double kGapBetweenBoxes = 14;
constexpr double kMargin = 6;
constexpr double kArc = 52;                // how far a line within a layer bends out
constexpr std::size_t kLinesOfReport = 2;  // strongest lines to each report where not all are drawn
constexpr std::size_t kLinesInFull = 24;   // so many are drawn without a choice
constexpr int kSweeps = 8;

// A line before it has a place.
struct Link {
    LineKind kind = LineKind::taken;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double share = 0;
};

// A box or the place of a passing line in a layer.
struct Slot {
    std::uint32_t layer = 0;
    double height = kBoxHeight;
    double top = 0;
    double order = 0;
    std::vector<std::uint32_t> before;  // slots in the layer to the left that it is joined to
    std::vector<std::uint32_t> after;
    bool is_box = true;
};

Link link_of(const ReportCopy& copy) {
    switch (copy.direction) {
        case CopyDirection::first_to_second: return {LineKind::taken, copy.first, copy.second, copy.share_of_second};
        case CopyDirection::second_to_first: return {LineKind::taken, copy.second, copy.first, copy.share_of_first};
        case CopyDirection::unknown:
        case CopyDirection::common_origin: break;
    }
    return {LineKind::shared, copy.first, copy.second, std::max(copy.share_of_first, copy.share_of_second)};
}

class DrawingMaker {
public:
    explicit DrawingMaker(const StoryReport& story) : story_(story) {}

    Drawing make() && {
        if (story_.reports.size() > kDrawnReports) return {};
        choose_links();
        if (links_.empty()) return {};
        set_layers();
        make_slots();
        order_slots();
        place_slots();
        draw_lines();
        return std::move(drawing_);
    }

private:
    std::uint32_t add_box(bool is_report, std::uint32_t number) {
        drawing_.boxes.push_back({is_report, number, 0, 0, kBoxWidth, kBoxHeight});
        return static_cast<std::uint32_t>(drawing_.boxes.size()) - 1;
    }

    void choose_links() {
        for (std::uint32_t report = 0; report < story_.reports.size(); ++report) add_box(true, report);
        add_named_origins();
        std::vector<Link> copies;
        for (const auto& copy : story_.origins.copies) copies.push_back(link_of(copy));
        std::stable_sort(copies.begin(), copies.end(), [](const Link& one, const Link& other) {
            if (one.kind != other.kind) return one.kind < other.kind;  // directed ones first
            return one.share > other.share;
        });
        const bool all = copies.size() <= kLinesInFull;
        std::map<std::uint32_t, std::size_t> lines_to;
        for (auto link : copies) {
            if (!all && lines_to[link.to] >= kLinesOfReport) {
                drawing_.complete = false;
                continue;
            }
            ++lines_to[link.to];
            if (link.kind != LineKind::shared && leads(link.to, link.from)) link.kind = LineKind::shared;
            links_.push_back(link);
        }
    }

    void add_named_origins() {
        std::vector<std::uint32_t> named;
        for (std::uint32_t origin = 0; origin < story_.origins.origins.size(); ++origin) {
            const auto& one = story_.origins.origins[origin];
            if (one.kind != OriginKind::report && !one.reports.empty()) named.push_back(origin);
        }
        std::stable_sort(named.begin(), named.end(), [this](std::uint32_t one, std::uint32_t other) {
            return story_.origins.origins[one].reports.size() > story_.origins.origins[other].reports.size();
        });
        if (named.size() > kDrawnOrigins) {
            named.resize(kDrawnOrigins);
            drawing_.complete = false;
        }
        std::sort(named.begin(), named.end());
        for (const auto origin : named) {
            const auto box = add_box(false, origin);
            for (const auto report : story_.origins.origins[origin].reports) {
                links_.push_back({LineKind::named, box, report, 0});
            }
        }
    }

    // Whether lines lead from one box to another.
    [[nodiscard]] bool leads(std::uint32_t from, std::uint32_t to) const {
        std::vector<bool> seen(drawing_.boxes.size());
        std::vector<std::uint32_t> open = {from};
        while (!open.empty()) {
            const auto box = open.back();
            open.pop_back();
            if (box == to) return true;
            if (seen[box]) continue;
            seen[box] = true;
            for (const auto& link : links_) {
                if (link.from == box && link.kind != LineKind::shared) open.push_back(link.to);
            }
        }
        return false;
    }

    // Each box stands as far to the left as the lines to it allow, reports to the right of agencies and the like; one
    // without lines to it stands beside its first neighbour.
    void set_layers() {
        const bool named = drawing_.boxes.size() > story_.reports.size();
        for (const auto& box : drawing_.boxes) layers_.push_back(box.is_report && named ? 1 : 0);
        for (std::size_t round = 0; round < drawing_.boxes.size(); ++round) {
            for (const auto& link : links_) {
                if (link.kind != LineKind::shared)
                    layers_[link.to] = std::max(layers_[link.to], layers_[link.from] + 1);
            }
        }
        for (std::uint32_t box = 0; box < layers_.size(); ++box) {
            std::uint32_t nearest = 0;
            bool entered = false;
            for (const auto& link : links_) {
                if (link.kind == LineKind::shared) continue;
                if (link.to == box) entered = true;
                if (link.from == box) nearest = nearest == 0 ? layers_[link.to] : std::min(nearest, layers_[link.to]);
            }
            if (!entered && nearest > 0) layers_[box] = nearest - 1;
        }
        for (auto& link : links_) {
            if (layers_[link.from] > layers_[link.to]) std::swap(link.from, link.to);
        }
    }

    [[nodiscard]] bool within_layer(const Link& link) const { return layers_[link.from] == layers_[link.to]; }

    void make_slots() {
        std::vector<std::size_t> entering(drawing_.boxes.size());
        std::vector<std::size_t> leaving(drawing_.boxes.size());
        for (const auto& link : links_) {
            ++(within_layer(link) ? leaving : entering)[link.to];
            ++leaving[link.from];
        }
        for (std::uint32_t box = 0; box < drawing_.boxes.size(); ++box) {
            Slot slot;
            slot.layer = layers_[box];
            slot.height =
                std::max(kBoxHeight, kPortHeight * static_cast<double>(std::max(entering[box], leaving[box])) + 6);
            slot.order = box;
            slots_.push_back(slot);
        }
        for (const auto& link : links_) {
            auto last = link.from;
            auto& way = ways_.emplace_back();
            way.push_back(last);
            if (within_layer(link)) {
                way.push_back(link.to);
                continue;
            }
            for (auto layer = layers_[link.from] + 1; layer < layers_[link.to]; ++layer) {
                Slot passing;
                passing.layer = layer;
                passing.height = kPortHeight;
                passing.order = static_cast<double>(slots_.size());
                passing.is_box = false;
                slots_.push_back(passing);
                join(last, static_cast<std::uint32_t>(slots_.size()) - 1);
                last = static_cast<std::uint32_t>(slots_.size()) - 1;
                way.push_back(last);
            }
            join(last, link.to);
            way.push_back(link.to);
        }
        const auto layer_count = *std::max_element(layers_.begin(), layers_.end()) + 1;
        by_layer_.resize(layer_count);
        for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) by_layer_[slots_[slot].layer].push_back(slot);
    }

    void join(std::uint32_t left, std::uint32_t right) {
        slots_[left].after.push_back(right);
        slots_[right].before.push_back(left);
    }

    // Sorts each layer by the mean place of what its slots are joined to, back and forth.
    void order_slots() {
        renumber();
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (std::size_t step = 0; step < by_layer_.size(); ++step) {
                auto& layer = by_layer_[forward ? step : by_layer_.size() - 1 - step];
                std::vector<std::pair<double, std::uint32_t>> keyed;
                for (const auto slot : layer) {
                    const auto& joined = forward ? slots_[slot].before : slots_[slot].after;
                    keyed.emplace_back(joined.empty() ? slots_[slot].order : mean_order(joined), slot);
                }
                std::stable_sort(keyed.begin(), keyed.end(),
                                 [](const auto& one, const auto& other) { return one.first < other.first; });
                for (std::size_t place = 0; place < keyed.size(); ++place) layer[place] = keyed[place].second;
                renumber();
            }
        }
    }

    [[nodiscard]] double mean_order(const std::vector<std::uint32_t>& joined) const {
        double sum = 0;
        for (const auto slot : joined) sum += slots_[slot].order;
        return sum / static_cast<double>(joined.size());
    }

    // Orders as shares of the layer, so that layers of different length compare.
    void renumber() {
        for (const auto& layer : by_layer_) {
            for (std::size_t place = 0; place < layer.size(); ++place) {
                slots_[layer[place]].order = (static_cast<double>(place) + 0.5) / static_cast<double>(layer.size());
            }
        }
    }

    [[nodiscard]] double height_of(const std::vector<std::uint32_t>& layer) const {
        double height = -kGapBetweenBoxes;
        for (const auto slot : layer) height += slots_[slot].height + kGapBetweenBoxes;
        return height;
    }

    void place_slots() {
        double tallest = 0;
        for (const auto& layer : by_layer_) tallest = std::max(tallest, height_of(layer));
        for (const auto& layer : by_layer_) {
            double top = kMargin + (tallest - height_of(layer)) / 2;
            for (const auto slot : layer) {
                slots_[slot].top = top;
                top += slots_[slot].height + kGapBetweenBoxes;
            }
        }
        for (std::uint32_t box = 0; box < drawing_.boxes.size(); ++box) {
            auto& drawn = drawing_.boxes[box];
            drawn.left = kMargin + layers_[box] * (kBoxWidth + kGapBetweenLayers);
            drawn.top = slots_[box].top;
            drawn.height = slots_[box].height;
        }
        const bool arcs = std::any_of(links_.begin(), links_.end(), [this](const Link& link) {
            return within_layer(link) && layers_[link.from] + 1 == by_layer_.size();
        });
        drawing_.width = (arcs ? kArc : 0) + 2 * kMargin +
                         static_cast<double>(by_layer_.size()) * (kBoxWidth + kGapBetweenLayers) - kGapBetweenLayers;
        drawing_.height = 2 * kMargin + tallest;
    }

    // Each line has a place of its own at the side of its boxes, in the order of where it comes from.
    void draw_lines() {
        std::vector<double> starts(links_.size());
        std::vector<double> ends(links_.size());
        set_ports(starts, ends);
        for (std::size_t number = 0; number < links_.size(); ++number) {
            const auto& link = links_[number];
            const auto& way = ways_[number];
            DrawnLine line{link.kind, link.from, link.to, within_layer(link), link.share, {}, {}};
            const auto& from = drawing_.boxes[link.from];
            const auto& to = drawing_.boxes[link.to];
            line.points.push_back({from.left + from.width, starts[number]});
            for (std::size_t step = 1; step + 1 < way.size(); ++step) {
                const auto& slot = slots_[way[step]];
                const double left = kMargin + slot.layer * (kBoxWidth + kGapBetweenLayers);
                const double y = slot.top + slot.height / 2;
                line.points.push_back({left, y});
                line.points.push_back({left + kBoxWidth, y});
            }
            if (line.within_layer) {
                const double right = from.left + from.width;
                line.points.push_back({right, ends[number]});
                line.label = {right + 12, ends[number] - 4};
            } else {
                line.points.push_back({to.left, ends[number]});
                line.label = {to.left - 9, ends[number] - 4};
            }
            drawing_.lines.push_back(std::move(line));
        }
    }

    struct Port {
        double neighbour = 0;      // height of what the line leads to
        double* height = nullptr;  // where it leaves or enters the box
    };

    // The heights at which the lines leave and enter their boxes.
    void set_ports(std::vector<double>& starts, std::vector<double>& ends) const {
        std::vector<std::vector<Port>> left(drawing_.boxes.size());
        std::vector<std::vector<Port>> right(drawing_.boxes.size());
        const auto middle = [this](std::uint32_t slot) { return slots_[slot].top + slots_[slot].height / 2; };
        for (std::size_t number = 0; number < links_.size(); ++number) {
            const auto& way = ways_[number];
            const auto& link = links_[number];
            right[link.from].push_back({middle(way[1]), &starts[number]});
            auto& entered = within_layer(link) ? right : left;
            entered[link.to].push_back({middle(way[way.size() - 2]), &ends[number]});
        }
        for (auto* side : {&left, &right}) {
            for (std::size_t box = 0; box < side->size(); ++box) divide_side(drawing_.boxes[box], (*side)[box]);
        }
    }

    static void divide_side(const DrawnBox& box, std::vector<Port>& ports) {
        std::stable_sort(ports.begin(), ports.end(),
                         [](const Port& one, const Port& other) { return one.neighbour < other.neighbour; });
        const double step = box.height / (static_cast<double>(ports.size()) + 1);
        for (std::size_t place = 0; place < ports.size(); ++place) {
            *ports[place].height = box.top + step * (static_cast<double>(place) + 1);
        }
    }

    const StoryReport& story_;
    Drawing drawing_;
    std::vector<Link> links_;
    std::vector<std::uint32_t> layers_;             // of each box
    std::vector<Slot> slots_;                       // the boxes first
    std::vector<std::vector<std::uint32_t>> ways_;  // of each link: its slots
    std::vector<std::vector<std::uint32_t>> by_layer_;
};

}  // namespace

Drawing draw_origins(const StoryReport& story) { return DrawingMaker(story).make(); }

}  // namespace axray::report
