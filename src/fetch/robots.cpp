#include "fetch/robots.hpp"

#include <algorithm>
#include <utility>

#include "fetch/headers.hpp"

namespace axray::fetch {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestPattern = 8192;  // bytes; no address that is fetched is longer

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_unreserved(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

enum class Spelled { path, pattern };

// One spelling for "%7Efoo", "~foo" and raw letters outside ASCII, so that paths and patterns can be compared. Stars
// and dollars stay only where a pattern means something by them.
std::string in_one_spelling(std::string_view text, Spelled what) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int byte = static_cast<unsigned char>(text[i]);
        const bool last = i + 1 == text.size();
        const bool sign = what == Spelled::pattern && (byte == '*' || (byte == '$' && last));
        bool escape = byte <= ' ' || byte >= 0x7F || (!sign && (byte == '*' || byte == '$'));
        if (byte == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0) {
            byte = hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]);
            escape = !is_unreserved(byte);
            i += 2;
        }
        if (!escape) {
            result.push_back(static_cast<char>(byte));
            continue;
        }
        result.push_back('%');
        result.push_back(kDigits[static_cast<std::size_t>(byte) >> 4U]);
        result.push_back(kDigits[static_cast<std::size_t>(byte) & 0xFU]);
    }
    return result;
}

// True when `pattern` matches a beginning of `path`: each piece between stars is found as early as it can be, which
// leaves most to those behind it.
bool matches(std::string_view pattern, std::string_view path) {
    const bool whole = !pattern.empty() && pattern.back() == '$';
    if (whole) pattern.remove_suffix(1);
    const std::size_t first_star = std::min(pattern.find('*'), pattern.size());
    if (path.substr(0, first_star) != pattern.substr(0, first_star)) return false;
    std::size_t at = first_star;
    if (first_star == pattern.size()) return !whole || at == path.size();
    pattern.remove_prefix(first_star + 1);
    for (std::size_t star = pattern.find('*'); star != std::string_view::npos; star = pattern.find('*')) {
        const std::size_t found = path.find(pattern.substr(0, star), at);
        if (found == std::string_view::npos) return false;
        at = found + star;
        pattern.remove_prefix(star + 1);
    }
    if (!whole) return path.find(pattern, at) != std::string_view::npos;
    return path.size() - at >= pattern.size() && path.substr(path.size() - pattern.size()) == pattern;
}

enum class LineKind { user_agent, allow, disallow, other };

struct Line {
    LineKind kind = LineKind::other;
    std::string_view value;
};

Line line_of(std::string_view text) {
    text = text.substr(0, text.find('#'));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const auto key = trimmed(text.substr(0, colon));
    const auto value = trimmed(text.substr(colon + 1));
    if (equal_without_case(key, "user-agent")) return {LineKind::user_agent, value};
    if (equal_without_case(key, "allow")) return {LineKind::allow, value};
    if (equal_without_case(key, "disallow")) return {LineKind::disallow, value};
    return {};
}

// Which of the groups that a line "User-agent: ..." begins are ours.
enum class Addressee { us, everybody, others };

Addressee addressee_of(std::string_view value, std::string_view name) {
    if (!value.empty() && value.front() == '*') return Addressee::everybody;
    const auto end = std::find_if_not(value.begin(), value.end(), is_name_character);
    const auto product = value.substr(0, static_cast<std::size_t>(end - value.begin()));
    return equal_without_case(product, name) ? Addressee::us : Addressee::others;
}

// Takes the lines of a file one by one and keeps the rules for us and those for everybody.
class GroupReader {
public:
    explicit GroupReader(std::string_view name) : name_(name) {}

    void take(const Line& line, std::uint32_t number) {
        if (line.kind == LineKind::other) return;
        if (line.kind == LineKind::user_agent) {
            if (std::exchange(in_rules_, false)) for_us_ = for_everybody_ = false;
            const auto addressee = addressee_of(line.value, name_);
            for_us_ = for_us_ || addressee == Addressee::us;
            for_everybody_ = for_everybody_ || addressee == Addressee::everybody;
            named_ = named_ || for_us_;
            return;
        }
        in_rules_ = true;
        if (line.value.empty() || line.value.size() > kLongestPattern || !(for_us_ || for_everybody_)) return;
        const auto kind = line.kind == LineKind::allow ? RobotsRule::Kind::allow : RobotsRule::Kind::disallow;
        const RobotsRule rule{kind, in_one_spelling(line.value, Spelled::pattern), number};
        if (for_us_) ours_.rules.push_back(rule);
        if (for_everybody_) everybodys_.rules.push_back(rule);
    }

    [[nodiscard]] RobotsRules rules() && { return named_ ? std::move(ours_) : std::move(everybodys_); }

private:
    std::string_view name_;
    bool for_us_ = false;  // the group at hand names us
    bool for_everybody_ = false;
    bool in_rules_ = false;  // a rule was read since the last "User-agent"
    bool named_ = false;     // some group names us
    RobotsRules ours_, everybodys_;
};

}  // namespace

RobotsRules parse_robots(std::string_view file, std::string_view name) {
    if (file.size() > kRobotsSizeLimit) {
        file = file.substr(0, kRobotsSizeLimit);
        file = file.substr(0, file.find_last_of("\r\n") + 1);  // half a rule is none
    }
    if (file.substr(0, kByteOrderMark.size()) == kByteOrderMark) file.remove_prefix(kByteOrderMark.size());
    GroupReader reader(name);
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < file.size();) {
        const std::size_t end = std::min(file.find_first_of("\r\n", begin), file.size());
        reader.take(line_of(file.substr(begin, end - begin)), ++number);
        const bool pair = end + 1 < file.size() && file[end] == '\r' && file[end + 1] == '\n';
        begin = end + (pair ? 2 : 1);
    }
    return std::move(reader).rules();
}

RobotsDecision decide(const RobotsRules& rules, std::string_view path) {
    const std::string spelled = in_one_spelling(path, Spelled::path);
    const RobotsRule* best = nullptr;
    for (const auto& rule : rules.rules) {
        const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size();
        const bool allows_as_long = best != nullptr && rule.pattern.size() == best->pattern.size() &&
                                    rule.kind == RobotsRule::Kind::allow && best->kind == RobotsRule::Kind::disallow;
        if ((longer || allows_as_long) && matches(rule.pattern, spelled)) best = &rule;
    }
    if (best == nullptr) return {};
    return {best->kind == RobotsRule::Kind::allow, best->line, best->pattern};
}

}  // namespace axray::fetch
