// Cases of a test that stand in a table (file -> rows of columns). For tests only.
//
// One case a line, columns apart by tabs; "#" begins a line for people. A line feed within a cell is written "\n", a
// backslash "\\". Source: own.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace axray::base {

inline std::string unescaped(std::string_view cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const bool escape = cell[at] == '\\' && at + 1 < cell.size();
        if (escape) ++at;
        text += escape && cell[at] == 'n' ? '\n' : cell[at];
    }
    return text;
}

// `path` is seen from the root of the repository. Every row has so many columns; the last one may hold tabs.
inline std::vector<std::vector<std::string>> cases_of(const std::string& path, std::size_t columns) {
    std::ifstream file(AXRAY_SOURCE_DIR "/" + path);
    REQUIRE_MESSAGE(file.good(), path);
    std::vector<std::vector<std::string>> cases;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells;
        std::size_t begin = 0;
        while (cells.size() + 1 < columns) {
            const auto end = line.find('\t', begin);
            REQUIRE_MESSAGE(end != std::string::npos, line);
            cells.push_back(unescaped(std::string_view(line).substr(begin, end - begin)));
            begin = end + 1;
        }
        cells.push_back(unescaped(std::string_view(line).substr(begin)));
        cases.push_back(std::move(cells));
    }
    return cases;
}

}  // namespace axray::base
