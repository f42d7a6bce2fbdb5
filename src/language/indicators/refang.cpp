#include "language/indicators/refang.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/indicators/host_letters.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kBlanks = 4;  // at most, around a dot or an at sign that was spelled out

bool is_opener(char c) { return c == '[' || c == '(' || c == '{' || c == '<'; }
bool is_closer(char c) { return c == ']' || c == ')' || c == '}' || c == '>'; }

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower(c);
    return result;
}

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_dot_word(std::string_view word) {
    constexpr std::array<std::string_view, 6> kWords = {".", ",", "dot", "d0t", "punkt", "punto"};
    return is_one_of(word, kWords);
}

bool is_at_word(std::string_view word) {
    constexpr std::array<std::string_view, 5> kWords = {"@", "at", "et", "arroba", "chiocciola"};
    return is_one_of(word, kWords);
}

bool all_of(std::string_view word, std::string_view letters) {
    return word.find_first_not_of(letters) == std::string_view::npos;
}

// What a scheme stands for: "http" for "hxxp", itself when it is a usual one, empty for any other word.
std::string_view scheme_meant(std::string_view written) {
    const std::string word = lowered(written);
    for (const std::string_view usual : {"http", "https", "ftp", "ftps", "sftp", "ssh", "tcp", "udp", "ws", "wss"}) {
        if (word == usual) return usual;
    }
    if (word.size() >= 3 && word.size() <= 6 && (word[0] == 'h' || word[0] == 'x') && all_of(word, "htxzpsa_*#")) {
        return word.back() == 'p' || word.size() <= 4 ? "http" : "https";
    }
    if (word.size() >= 3 && word.size() <= 4 && word[0] == 'f' && word.back() == 'p' && all_of(word, "fxtp_*")) {
        return "ftp";
    }
    return {};
}

enum class HostForm : std::uint8_t { none, plain, defanged };

class Refanger {
public:
    explicit Refanger(std::string_view text) : text_(text) {}

    Refanged run() && {
        result_.text.reserve(text_.size());
        while (at_ < text_.size()) {
            if (!step()) result_.text += text_[at_++];
        }
        return std::move(result_);
    }

private:
    // Takes what begins at at_; false when it stays as it is.
    bool step() {
        switch (text_[at_]) {
            case '[':
            case '(':
            case '{':
            case '<': return scheme() || bracketed();
            case ']':
            case ')':
            case '}':
            case '>': return scheme() || closed_dot();
            case ':':
            case '/':
            case '_':
            case '&':
            case '!': return scheme();
            case '.': return dot_before_bracket();
            case '\\': return escaped_dot();
            case '@': return spaced_at();
            case 'd':
            case 'D': return dot_word();
            case 'a':
            case 'A': return at_word();
            default: return false;
        }
    }

    [[nodiscard]] char letter(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    [[nodiscard]] std::size_t after_blanks(std::size_t at) const {
        const std::size_t limit = at + kBlanks;
        while (at < limit && letter(at) == ' ') ++at;
        return at;
    }

    // Blanks at the end of what was written.
    [[nodiscard]] std::size_t blanks_written() const {
        const auto& out = result_.text;
        std::size_t count = 0;
        while (count < kBlanks && count < out.size() && out[out.size() - 1 - count] == ' ') ++count;
        return count;
    }

    [[nodiscard]] bool host_letter_written(std::size_t blanks) const {
        const auto end = result_.text.size() - blanks;
        return host_letter_before(result_.text, end) != end;
    }

    // Writes `meant` for the last `taken` bytes that were written and for the text up to `end`.
    void replace(std::size_t taken, std::size_t end, std::string_view meant) {
        const auto begin = static_cast<std::uint32_t>(result_.text.size() - taken);
        auto from = static_cast<std::uint32_t>(at_);
        if (taken > 0) from = result_.original({begin, begin + 1}).begin;
        auto& changes = result_.changes;
        while (!changes.empty() && changes.back().span.end > begin) changes.pop_back();
        result_.text.resize(begin);
        result_.text += meant;
        changes.push_back(
            {{begin, static_cast<std::uint32_t>(result_.text.size())}, {from, static_cast<std::uint32_t>(end)}});
        at_ = end;
    }

    // "://" with brackets, blanks or a third slash in it: the end, 0 when it is none.
    [[nodiscard]] std::size_t separator_end(std::size_t at, bool& plain) const {
        int colons = 0;
        int slashes = 0;
        int open = 0;
        const auto begin = at;
        for (const auto limit = at + 10; at < limit; ++at) {
            const char c = letter(at);
            if (c == ':' && colons == 0 && slashes == 0) {
                ++colons;
            } else if ((c == '/' || (c == '\\' && colons == 1)) && slashes < 4) {
                ++slashes;
            } else if (is_opener(c) && slashes < 2) {
                ++open;
            } else if (is_closer(c) && open > 0) {
                --open;
            } else {
                break;
            }
        }
        if (slashes < 2 || open != 0) return 0;
        plain = colons == 1 && at == begin + 3 && text_[begin + 1] == '/';
        return colons == 1 || begin + 2 == at ? at : 0;
    }

    // "hxxp://", "http[:]//", "(https)://", "http//": the scheme was written, what follows begins at at_.
    bool scheme() {
        const bool wrapped = is_closer(text_[at_]);
        auto from = at_ + (wrapped ? 1 : 0);
        if (letter(from) == '&' || letter(from) == '!') ++from;
        bool plain = false;
        auto end = separator_end(from, plain);
        if (end == 0 && text_.substr(at_, 2) == "__" && host_form(at_ + 2) != HostForm::none) end = at_ + 2;
        if (end == 0) return false;
        const auto& out = result_.text;
        const std::size_t blanks = plain && from == at_ && letter(at_) == ':' && blanks_written() == 1 ? 1 : 0;
        const auto behind = out.size() - blanks;
        auto begin = behind;
        while (begin > 0 && behind - begin < 8 &&
               (is_letter(out[begin - 1]) || out[begin - 1] == '_' || out[begin - 1] == '*' || out[begin - 1] == '#'))
            --begin;
        const std::string_view written = std::string_view(out).substr(begin, behind - begin);
        const auto meant = scheme_meant(written);
        if (wrapped && lowered(written) == "s") return scheme_with_optional_letter(begin, end);
        if (meant.empty() || (begin > 0 && is_word_byte(out[begin - 1]))) return false;
        if (wrapped && (begin == 0 || !is_opener(out[begin - 1]))) return false;
        const auto host = after_blanks(end);
        if (host > end && host_form(host) != HostForm::none) {
            end = host;
            plain = false;
        }
        if (plain && !wrapped && blanks == 0 && from == at_ && written == meant) {
            result_.text += "://";
            at_ = end;
        } else {
            replace(written.size() + blanks + (wrapped ? 1 : 0), end, std::string(meant) + "://");
        }
        return true;
    }

    // "http[s]://", where the "s" begins at `letter_begin` of what was written.
    bool scheme_with_optional_letter(std::size_t letter_begin, std::size_t end) {
        const auto& out = result_.text;
        if (letter_begin < 5 || !is_opener(out[letter_begin - 1])) return false;
        const auto scheme = std::string_view(out).substr(letter_begin - 5, 4);
        if (scheme_meant(scheme) != "http") return false;
        replace(out.size() - (letter_begin - 5), end, "https://");
        return true;
    }

    // "[.]", "(dot)", "{ at )", "[-]", " [.] ", and "[." without an end.
    struct Bracketed {
        std::string word;
        std::size_t closers = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Bracketed read_bracketed(std::size_t at) const {
        Bracketed read;
        const auto begin = at;
        while (at < begin + 8 && (is_opener(letter(at)) || (at > begin && letter(at) == ' '))) ++at;
        const auto word = at;
        if (std::string_view(".,@-/:").find(letter(at)) != std::string_view::npos && letter(at) != '\0') {
            ++at;
        } else {
            while (at < word + 10 && is_word_byte(letter(at))) ++at;
        }
        read.word = lowered(text_.substr(word, at - word));
        read.end = at;
        auto closing = at;
        while (closing < at + 8 && (is_closer(letter(closing)) || letter(closing) == ' ')) {
            if (is_closer(letter(closing))) {
                if (++read.closers > 4) break;
                read.end = closing + 1;
            } else if (read.closers > 0) {
                break;
            }
            ++closing;
        }
        return read;
    }

    bool bracketed() {
        auto read = read_bracketed(at_);
        const bool dot = is_dot_word(read.word);
        const bool at_sign = is_at_word(read.word);
        const auto blanks = blanks_written();
        if ((read.word == "-" || read.word == "/" || read.word == ":") && read.closers > 0 && blanks == 0 &&
            host_letter_written(0) && host_letter(text_, read.end) > 0) {
            replace(0, read.end, std::string(read.word));
            return true;
        }
        if ((!dot && !at_sign) || !host_letter_written(blanks)) return false;
        if (read.closers == 0 && (read.word != "." || (blanks > 0 && text_[at_] != '[' && text_[at_] != '{')))
            return false;
        if (read.closers > 0) read.end = after_blanks(read.end);
        if (host_letter(text_, read.end) == 0 && !(at_sign && letter(read.end) == '[')) return false;
        replace(blanks, read.end, dot ? "." : "@");
        return true;
    }

    // "].[" and "].", the latter behind a label that a bracket of its own was opened for: "[www].", ".[com].".
    bool closed_dot() {
        auto at = at_ + 1;
        if (is_closer(letter(at))) ++at;
        if (letter(at) != '.') return false;
        const auto dot = at++;
        while (at < dot + 3 && (is_opener(letter(at)) || is_closer(letter(at)))) ++at;
        if (host_letter(text_, at) == 0 || !host_letter_written(0)) return false;
        if (at > dot + 1) {
            replace(0, at, ".");
            return true;
        }
        const auto& out = result_.text;
        const auto begin = label_begin(out, out.size());
        const bool has_letter = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), is_letter);
        if (!has_letter) return false;
        if (begin == open_) {
            replace(0, at, ".");
            return true;
        }
        if (begin == 0 || !is_opener(out[begin - 1]) || (begin > 1 && is_word_byte(out[begin - 2]))) return false;
        const std::string label = out.substr(begin);
        replace(label.size() + 1, at, label + ".");
        return true;
    }

    // ".[" and ".]".
    bool dot_before_bracket() {
        auto at = at_ + 1;
        while (at < at_ + 3 && (letter(at) == '[' || letter(at) == ']' || letter(at) == '{' || letter(at) == '}')) ++at;
        if (at == at_ + 1 || host_letter(text_, at) == 0 || !host_letter_written(0)) return false;
        replace(0, at, ".");
        open_ = result_.text.size();
        return true;
    }

    bool escaped_dot() {
        auto at = at_;
        while (at < at_ + 2 && letter(at) == '\\') ++at;
        if (letter(at) != '.' || host_letter(text_, at + 1) == 0 || !host_letter_written(0)) return false;
        replace(0, at + 1, ".");
        return true;
    }

    // How what begins at `at` looks like a host: a label, then a dot in one of its forms, then a letter.
    [[nodiscard]] HostForm host_form(std::size_t at) const {
        const auto begin = at;
        for (auto size = host_letter(text_, at); size > 0 && at < begin + 64; size = host_letter(text_, at)) at += size;
        if (at == begin) return HostForm::none;
        if (letter(at) == '.') {
            const char next = letter(at + 1);
            if (next == '[' || next == ']') return HostForm::defanged;
            if (host_letter(text_, at + 1) == 0) return HostForm::none;
            const auto further = host_form_of_rest(at + 1);
            return further == HostForm::defanged ? further : HostForm::plain;
        }
        return host_form_of_rest(begin) == HostForm::defanged ? HostForm::defanged : HostForm::none;
    }

    // Whether a dot that was spelled out stands behind some labels.
    [[nodiscard]] HostForm host_form_of_rest(std::size_t at) const {
        const auto begin = at;
        while (at < begin + 128 && (host_letter(text_, at) > 0 || letter(at) == '.')) {
            at += std::max<std::size_t>(1, host_letter(text_, at));
        }
        const auto next = after_blanks(at);
        if (is_opener(letter(next)) && is_dot_word(read_bracketed(next).word)) return HostForm::defanged;
        if (letter(next) == ']' && letter(next + 1) == '.') return HostForm::defanged;
        const bool spelled = next > at && lowered(text_.substr(next, 3)) == "dot" && letter(next + 3) == ' ';
        return spelled ? HostForm::defanged : HostForm::none;
    }

    // Whether the word before was taken apart already, or has an at sign.
    [[nodiscard]] bool in_address(std::size_t blanks) const {
        const auto& out = result_.text;
        auto begin = out.size() - blanks;
        for (const auto limit = begin > 128 ? begin - 128 : 0; begin > limit && !is_blank(out[begin - 1]);) --begin;
        if (out.find('@', begin) != std::string::npos) return true;
        return !result_.changes.empty() && result_.changes.back().span.begin >= begin;
    }

    // "example dot com", "exampleDOTcom".
    bool dot_word() {
        if (lowered(text_.substr(at_, 3)) != "dot") return false;
        const bool upper = text_.substr(at_, 3) == "DOT";
        const auto blanks = blanks_written();
        const auto end = after_blanks(at_ + 3);
        if (!host_letter_written(blanks) || host_letter(text_, end) == 0) return false;
        if (blanks == 0) {
            const char before = result_.text.back();
            if (end != at_ + 3 || !upper || is_upper(before) || is_upper(letter(end))) return false;
        } else if (end == at_ + 3 || (!in_address(blanks) && (!upper || all_capitals(blanks)))) {
            return false;
        }
        replace(blanks, end, ".");
        return true;
    }

    [[nodiscard]] bool all_capitals(std::size_t blanks) const {
        const auto end = result_.text.size() - blanks;
        const auto word = std::string_view(result_.text).substr(0, end).substr(label_begin(result_.text, end));
        return std::none_of(word.begin(), word.end(), is_lower);
    }

    // "write to sales AT example dot com", "from news at portal[.]example[.]org", "salesATexample.com".
    bool at_word() {
        const auto word = text_.substr(at_, 2);
        if (word != "AT" && word != "at") return false;
        const auto blanks = blanks_written();
        const auto end = after_blanks(at_ + 2);
        if (!host_letter_written(blanks)) return false;
        if (blanks == 0 || end == at_ + 2) {
            const bool inside =
                blanks == 0 && end == at_ + 2 && word == "AT" && is_lower(result_.text.back()) && is_lower(letter(end));
            if (!inside || host_form(end) == HostForm::none) return false;
        } else {
            const auto form = host_form(end);
            if (form == HostForm::none || all_capitals(blanks)) return false;
            if (word == "at" && (form != HostForm::defanged || !mailbox_expected(blanks))) return false;
        }
        replace(blanks, end, "@");
        return true;
    }

    // Whether the word before the last one announces a mailbox: "from news at ...".
    [[nodiscard]] bool mailbox_expected(std::size_t blanks) const {
        const std::string_view out = result_.text;
        auto end = out.size() - blanks;
        for (const auto limit = end > 64 ? end - 64 : 0; end > limit && !is_blank(out[end - 1]);) --end;
        while (end > 0 && out[end - 1] == ' ') --end;
        const auto begin = label_begin(out, end > 0 && out[end - 1] == ':' ? end - 1 : end);
        const auto word = lowered(out.substr(begin, end - begin));
        constexpr std::array<std::string_view, 13> kWords = {"from",   "to",      "mail",    "email",   "e-mail",
                                                             "mail:",  "email:",  "e-mail:", "contact", "contact:",
                                                             "sender", "address", "with"};
        return is_one_of(word, kWords);
    }

    // "name @ example.com"; with a blank on one side alone only before a host that was taken apart.
    bool spaced_at() {
        const auto blanks = blanks_written();
        const auto end = after_blanks(at_ + 1);
        if ((blanks == 0 && end == at_ + 1) || !host_letter_written(blanks)) return false;
        const auto form = host_form(end);
        const bool both = blanks > 0 && end > at_ + 1;
        if (form == HostForm::none || (!both && form != HostForm::defanged)) return false;
        replace(blanks, end, "@");
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t open_ = std::string_view::npos;  // of what was written: behind a dot whose bracket is still open
    Refanged result_;
};

// The last change that begins at or before a byte.
const Refanged::Change* change_at(const std::vector<Refanged::Change>& changes, std::uint32_t byte) {
    const auto after = std::upper_bound(
        changes.begin(), changes.end(), byte,
        [](std::uint32_t position, const Refanged::Change& change) { return position < change.span.begin; });
    return after == changes.begin() ? nullptr : &*(after - 1);
}

}  // namespace

Span Refanged::original(Span span) const {
    const auto begin_of = [this](std::uint32_t byte) {
        const Change* change = change_at(changes, byte);
        if (change == nullptr) return byte;
        return byte < change->span.end ? change->original.begin : change->original.end + (byte - change->span.end);
    };
    const auto begin = begin_of(span.begin);
    if (span.empty()) return {begin, begin};
    const Change* last = change_at(changes, span.end - 1);
    if (last != nullptr && span.end - 1 < last->span.end) return {begin, last->original.end};
    return {begin, begin_of(span.end - 1) + 1};
}

bool Refanged::changed(Span span) const {
    if (span.empty()) return false;
    const Change* last = change_at(changes, span.end - 1);
    return last != nullptr && (last->span.end > span.begin || last->span.begin >= span.begin);
}

Refanged refang(std::string_view text) { return Refanger(text).run(); }

}  // namespace axray::language
