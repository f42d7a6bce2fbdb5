#include "story/origins/origin_list.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "read/characters/ascii.hpp"

namespace axray::story {
namespace {

// Words of a name that other writings of it lack; lower case.
constexpr std::string_view kLooseWords[] = {"the",  "of",         "for",      "and", "u",  "s",       "us",
                                            "uk",   "department", "ministry", "a",   "an", "by",      "office",
                                            "said", "mr",         "ms",       "mrs", "dr", "british", "american"};

// The words that tell a name from others, in order.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at <= name.size(); ++at) {
        const bool inside = at < name.size() && (read::is_ascii_letter(name[at]) || read::is_ascii_digit(name[at]) ||
                                                 static_cast<unsigned char>(name[at]) >= 0x80);
        if (inside) {
            word.push_back(read::lower_ascii(name[at]));
        } else if (!word.empty()) {
            if (std::find(std::begin(kLooseWords), std::end(kLooseWords), word) == std::end(kLooseWords))
                words.push_back(word);
            word.clear();
        }
    }
    return words;
}

// "The Guardian" and "theguardian.com" by their letters: "guardian".
std::string letters_of_medium(std::string_view name) {
    auto lower = read::lower_ascii(name);
    if (const auto dot = lower.find('.'); dot != std::string::npos && lower.find(' ') == std::string::npos)
        lower.resize(dot);
    std::string letters;
    for (const char one : lower) {
        if (read::is_ascii_letter(one) || read::is_ascii_digit(one)) letters.push_back(one);
    }
    if (letters.size() > 6 && letters.substr(0, 3) == "the") letters.erase(0, 3);
    return letters;
}

bool is_contained(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    return !few.empty() && std::all_of(few.begin(), few.end(), [&](const std::string& word) {
        return std::find(many.begin(), many.end(), word) != many.end();
    });
}

// "statement by X" and "statement by Y" are one document when one name holds all words of the other.
bool same_document(std::string_view left, std::string_view right) {
    const auto left_by = left.find(" by ");
    const auto right_by = right.find(" by ");
    if (left.substr(0, left_by) != right.substr(0, right_by)) return false;
    if (left_by == std::string_view::npos || right_by == std::string_view::npos) return left_by == right_by;
    const auto one = words_of(left.substr(left_by + 4));
    const auto other = words_of(right.substr(right_by + 4));
    return is_contained(one, other) || is_contained(other, one);
}

bool same_origin(const Origin& origin, OriginKind kind, std::string_view name) {
    if (origin.kind != kind) return false;
    if (origin.name == name) return true;
    if (kind == OriginKind::outlet) return letters_of_medium(origin.name) == letters_of_medium(name);
    return kind == OriginKind::statement && same_document(origin.name, name);
}

}  // namespace

bool is_same_medium(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return false;
    if (letters_of_medium(left) == letters_of_medium(right)) return true;
    const auto one = words_of(left);
    const auto other = words_of(right);
    return is_contained(one, other) || is_contained(other, one);
}

std::uint32_t OriginList::find_or_add(OriginKind kind, std::string_view name) {
    auto& all = origins_.origins;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Origin& origin) { return same_origin(origin, kind, name); });
    if (same != all.end()) return static_cast<std::uint32_t>(same - all.begin());
    all.push_back({kind, std::string(name), {}});
    return static_cast<std::uint32_t>(all.size() - 1);
}

void OriginList::acknowledge(std::uint32_t report, const ReadAcknowledgement& read) {
    Acknowledgement acknowledgement;
    acknowledgement.place = {report, read.place};
    acknowledgement.name = read.name;
    acknowledgement.text = read.text;
    acknowledgement.scope = read.scope;
    acknowledgement.origin = find_or_add(read.kind, read.origin);
    add_report(acknowledgement.origin, report);
    origins_.acknowledgements.push_back(std::move(acknowledgement));
}

void OriginList::add_report(std::uint32_t origin, std::uint32_t report) {
    auto& reports = origins_.origins[origin].reports;
    const auto at = std::lower_bound(reports.begin(), reports.end(), report);
    if (at == reports.end() || *at != report) reports.insert(at, report);
}

}  // namespace axray::story
