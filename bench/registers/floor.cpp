// The floor that looking names up is compared with: every name of the list, by edit distance, and no index.
//
//     axray_names_floor NAMES <queries >distances       both a name a line
//
// Names are letters and digits in small letters; the distance of Levenshtein (1966), given up once it exceeds a third
// of the query's length. Prints the least distance and the line of the name, both 0-based; -1 when nothing is as near.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

namespace {

std::string folded(const std::string& name) {
    std::string letters;
    for (const char letter : name) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter < 0;
        if (capital || plain) letters += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return letters;
}

// At most `limit` + 1.
std::size_t distance(const std::string& a, const std::string& b, std::size_t limit, std::vector<std::size_t>& row) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    row.resize(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)});
            before = above;
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
    }
    return row[b.size()];
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: axray_names_floor NAMES <queries\n");
        return 2;
    }
    std::ifstream file(arguments[1]);
    std::vector<std::string> names;
    for (std::string line; std::getline(file, line);) names.push_back(folded(line));
    std::vector<std::size_t> row;
    for (std::string line; std::getline(std::cin, line);) {
        const auto query = folded(line);
        std::size_t best = query.size() / 3 + 1;
        long at = -1;
        for (std::size_t i = 0; i < names.size() && best > 0; ++i) {
            const auto found = distance(query, names[i], best - 1, row);
            if (found >= best) continue;
            best = found;
            at = static_cast<long>(i);
        }
        std::printf("%ld %ld\n", at < 0 ? -1L : static_cast<long>(best), at);
    }
    return 0;
}
