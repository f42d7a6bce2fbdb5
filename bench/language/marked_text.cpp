#include "marked_text.hpp"

#include <sstream>
#include <utility>

namespace axray::bench {
namespace {

// Bytes of the name of a mark that begins at `at`; 0 when there is none.
std::size_t name_size(std::string_view written, std::size_t at) {
    const auto is = [&](std::size_t place, char first, char last) {
        return place < written.size() && written[place] >= first && written[place] <= last;
    };
    if (!is(at, 'a', 'z') || (at > 0 && is(at - 1, 'a', 'z'))) return 0;
    if (is(at + 1, '{', '{')) return 1;
    return is(at + 1, '1', '9') && is(at + 2, '{', '{') ? 2 : 0;
}

}  // namespace

MarkedText read_marked(std::string_view written) {
    MarkedText read;
    std::vector<MarkedText::Mark> open;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto here = static_cast<std::uint32_t>(read.text.size());
        if (const std::size_t size = name_size(written, at); size > 0) {
            open.push_back({std::string(written.substr(at, size)), {here, here}});
            at += size;
        } else if (written[at] == '}' && !open.empty()) {
            open.back().span.end = here;
            read.marks.push_back(std::move(open.back()));
            open.pop_back();
        } else {
            read.text += written[at];
        }
    }
    return read;
}

std::vector<std::string> split(const std::string& text, char sign) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, sign);) parts.push_back(part);
    return parts;
}

}  // namespace axray::bench
