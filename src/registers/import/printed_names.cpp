#include "registers/import/printed_names.hpp"

#include <algorithm>
#include <string>

#include "registers/import/list_in_making.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kLongest = 500;  // bytes of a name that is looked into
constexpr std::size_t kMost = 40;      // names in one

struct Mark {
    std::string_view text;
    ListedNameKind kind;
};
constexpr Mark kMarks[] = {
    {"(a.k.a. ", ListedNameKind::alias},
    {"(a.k.a ", ListedNameKind::alias},
    {"(aka ", ListedNameKind::alias},
    {"(also known as ", ListedNameKind::alias},
    {"(alias ", ListedNameKind::alias},
    {"(f.k.a. ", ListedNameKind::former},
    {"(formerly known as ", ListedNameKind::former},
    {"(formerly ", ListedNameKind::former},
};

void add(std::vector<ListedName>& names, std::string_view text, ListedNameKind kind) {
    auto name = one_line(text);
    if (name.size() < 2 || names.size() >= kMost) return;
    const auto shown = name_kind(name, kind);
    names.push_back({std::move(name), shown});
}

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

// "Ali (a.k.a. Aly, Alee) HASAN": with each variant in the place of the word before, and without the parenthesis.
bool add_marked(std::vector<ListedName>& names, std::string_view printed) {
    const std::string lower = lower_ascii(printed);
    for (const auto& mark : kMarks) {
        const std::size_t open = lower.find(mark.text);
        if (open == std::string::npos || open == 0) continue;
        const std::size_t close = lower.find(')', open);
        if (close == std::string::npos) continue;
        const auto before = trimmed(printed.substr(0, open));
        const auto after = trimmed(printed.substr(close + 1));
        const std::size_t begin = open + mark.text.size();
        const auto first = before.substr(0, before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' '));
        add(names, joined({before, after}, " "), ListedNameKind::alias);
        for (const auto part : parts_of(printed.substr(begin, close - begin), ",")) {
            // A word stands for the word before it when the name goes on behind; otherwise it is a name.
            const bool variant = is_one_word(part) && !after.empty();
            add(names, variant ? joined({first, part, after}, " ") : std::string(part), mark.kind);
        }
        return true;
    }
    return false;
}

}  // namespace

std::vector<ListedName> names_within(std::string_view printed) {
    std::vector<ListedName> names;
    if (printed.size() > kLongest) return names;
    if (add_marked(names, printed)) return names;
    for (const std::string_view separator : {" / ", ";"}) {
        const auto parts = parts_of(printed, separator);
        if (parts.size() < 2) continue;
        for (const auto part : parts) add(names, part, ListedNameKind::alias);
        break;
    }
    return names;
}

}  // namespace axray::registers
