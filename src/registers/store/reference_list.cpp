#include "registers/store/reference_list.hpp"

#include <algorithm>
#include <charconv>

namespace axray::registers {
namespace {

constexpr std::string_view kKind = "references";
constexpr std::uint32_t kVersion = 1;

// "reference TAB begin TAB end"; nothing when the line is damaged.
struct ReferenceLine {
    std::string_view reference;
    Span span;
};

std::optional<ReferenceLine> read_line(std::string_view line) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    ReferenceLine read;
    read.reference = line.substr(0, tab);
    const char* const end = line.data() + line.size();
    const auto begin = std::from_chars(line.data() + tab + 1, end, read.span.begin);
    if (begin.ec != std::errc() || begin.ptr == end || *begin.ptr != '\t') return std::nullopt;
    const auto rest = std::from_chars(begin.ptr + 1, end, read.span.end);
    if (rest.ec != std::errc() || rest.ptr != end || read.span.begin > read.span.end) return std::nullopt;
    return read;
}

}  // namespace

bool is_reference(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

Result<std::uint64_t> write_references(const std::string& path,
                                       std::vector<std::pair<std::string_view, Span>> references) {
    std::stable_sort(references.begin(), references.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::string lines;
    for (const auto& [reference, span] : references) {
        lines.append(reference).append("\t").append(std::to_string(span.begin));
        lines.append("\t").append(std::to_string(span.end)).append("\n");
    }
    return base::write_model_file(path, kKind, kVersion, lines);
}

Result<ReferenceList> ReferenceList::open(const std::string& path) {
    auto file = base::ModelFile::open(path, kKind, kVersion);
    if (!file) return fail(std::move(file).error());
    return ReferenceList(*std::move(file));
}

std::optional<Span> find_reference(std::string_view lines, std::string_view reference) {
    std::size_t low = 0;  // begins of lines; what is sought does not stand before low, nor at high or behind
    std::size_t high = lines.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto before = middle == low ? std::string_view::npos : lines.rfind('\n', middle - 1);
        const auto begin = before == std::string_view::npos || before < low ? low : before + 1;
        const auto line_end = std::min(lines.find('\n', begin), lines.size());
        const auto line = read_line(lines.substr(begin, line_end - begin));
        if (!line) return std::nullopt;
        if (line->reference < reference) {
            low = std::min(line_end + 1, lines.size());
        } else {
            high = begin;
        }
    }
    const auto end = std::min(lines.find('\n', low), lines.size());
    const auto line = read_line(lines.substr(low, end - low));
    if (!line || line->reference != reference) return std::nullopt;
    return line->span;
}

}  // namespace axray::registers
