#include <algorithm>
#include <array>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kPlaceLimit = 512;  // bytes of a path

// The longest first.
constexpr std::array<std::string_view, 14> kHives = {"HKEY_LOCAL_MACHINE",
                                                     "HKEY_CURRENT_USER",
                                                     "HKEY_CLASSES_ROOT",
                                                     "HKEY_CURRENT_CONFIG",
                                                     "HKEY_USERS",
                                                     "HKLM",
                                                     "HKCU",
                                                     "HKCR",
                                                     "HKCC",
                                                     "HKU",
                                                     "hkey_local_machine",
                                                     "hkey_current_user",
                                                     "hklm",
                                                     "hkcu"};

bool ends_a_path(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F ||
           std::string_view("\"'`|*?;,").find(c) != std::string_view::npos;
}

// The end of a path with backslashes whose inner parts may have blanks in them and whose last part ends at one. Angle
// brackets stand for what differs between machines, "<USER SID>", and must close: 0 when one does not.
std::size_t windows_path_end(std::string_view text, std::size_t at) {
    const auto limit = std::min(text.size(), at + kPlaceLimit);
    std::size_t end = at;    // of what surely belongs to it
    std::size_t blanks = 0;  // in the part that is read
    bool open = false;
    bool cut = false;  // behind a blank: what follows belongs to the path only if a backslash comes
    for (; at < limit; ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80 && host_letter_before(text.substr(0, at + 1), at + 1) == at + 1 &&
            host_letter(text, at) == 0 && (static_cast<unsigned char>(c) & 0xC0U) == 0xC0)
            break;  // a quotation mark
        if (ends_a_path(c) || c == ')' || c == ']') break;
        if (c == '<') open = true;
        if (c == '>' && !open) break;
        if (c == '>') open = false;
        if (c == '\\') {
            if (open) return 0;
            cut = false;
            blanks = 0;
        } else if (c == ' ' && !open) {
            if (++blanks > 3) break;
            cut = true;
        }
        if (!cut) end = at + 1;
    }
    if (open) return 0;
    while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '\\')) --end;
    return end;
}

std::size_t add_registry_key(Findings& findings, std::size_t at) {
    const auto text = findings.text;
    for (const auto hive : kHives) {
        if (!text.substr(at).starts_with(hive)) continue;
        const bool wrapped = at > 0 && text[at - 1] == '<' && text.substr(at + hive.size(), 1) == ">";
        const auto path = at + hive.size() + (wrapped ? 1 : 0);
        if (path + 1 >= text.size() || text[path] != '\\') return 0;
        const auto end = windows_path_end(text, path);
        if (end <= path + 1) return 0;
        findings.add(wrapped ? at - 1 : at, end, IndicatorKind::registry_key,
                     std::string(hive) + std::string(text.substr(path, end - path)));
        return end;
    }
    return 0;
}

// "C:\Windows\x.dll", "%TEMP%\x.exe".
std::size_t add_windows_path(Findings& findings, std::size_t at) {
    const auto text = findings.text;
    std::size_t path = 0;
    if (is_letter(text[at]) && text.substr(at + 1, 2) == ":\\") path = at + 2;
    if (text[at] == '%') {
        const auto close = text.substr(at + 1, 32).find('%');
        if (close != std::string_view::npos && close > 2 && text.substr(at + close + 2, 1) == "\\")
            path = at + close + 2;
    }
    if (path == 0) return 0;
    const auto end = windows_path_end(text, path);
    if (end <= path + 1) return 0;
    findings.add(at, end, IndicatorKind::file_path, std::string(text.substr(at, end - at)));
    return end;
}

// "/etc/passwd", "~/x.sh": below a folder that every system has.
std::size_t add_unix_path(Findings& findings, std::size_t at) {
    constexpr std::array<std::string_view, 18> kFolders = {
        "~/",    "/usr/",  "/etc/",  "/home/", "/tmp/",   "/var/",     "/opt/", "/bin/",     "/sbin/",
        "/dev/", "/proc/", "/root/", "/lib/",  "/Users/", "/Library/", "/mnt/", "/private/", "/Applications/"};
    const auto text = findings.text;
    for (const auto folder : kFolders) {
        if (!text.substr(at).starts_with(folder)) continue;
        std::size_t end = at + folder.size();
        const auto limit = std::min(text.size(), at + kPlaceLimit);
        while (end < limit && text[end] != ' ' && !ends_a_path(text[end]) && text[end] != ')' && text[end] != ']' &&
               text[end] != '<' && text[end] != '>' &&
               (static_cast<unsigned char>(text[end]) < 0x80 || host_letter(text, end) > 0))
            end += std::max<std::size_t>(1, host_letter(text, end));
        while (end > at && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '/')) --end;
        if (end <= at + folder.size()) return 0;
        findings.add(at, end, IndicatorKind::file_path, std::string(text.substr(at, end - at)));
        return end;
    }
    return 0;
}

// "Mozilla/5.0 (...) Gecko/20100101 Firefox/11.0": what follows are names with versions and remarks in brackets.
std::size_t add_user_agent(Findings& findings, std::size_t at) {
    const auto text = findings.text;
    if (lower_case(text.substr(at, 8)) != "mozilla/") return 0;
    const auto limit = std::min(text.size(), at + kPlaceLimit);
    std::size_t end = at + 8;
    while (end < limit && (is_digit(text[end]) || text[end] == '.')) ++end;
    if (end == at + 8) return 0;
    while (end + 1 < limit && text[end] == ' ') {
        const auto begin = end + 1;
        std::size_t next = begin;
        if (text[begin] == '(') {
            next = text.find(')', begin);
            if (next == std::string_view::npos || next >= limit) break;
            ++next;
        } else {
            while (next < limit &&
                   (is_word_byte(text[next]) || std::string_view("/._-+").find(text[next]) != std::string_view::npos))
                ++next;
            const auto word = lower_case(text.substr(begin, next - begin));
            if ((word.find('/') == std::string::npos && word != "gecko" && word != "like") ||
                word.starts_with("mozilla/"))
                break;
            while (next > begin && text[next - 1] == '.') --next;
        }
        end = next;
    }
    findings.add(at, end, IndicatorKind::user_agent, std::string(text.substr(at, end - at)));
    return end;
}

std::size_t add_place(Findings& findings, std::size_t at) {
    switch (findings.text[at]) {
        case '%': return add_windows_path(findings, at);
        case '/':
        case '~': return add_unix_path(findings, at);
        case 'H':
        case 'h': {
            const auto end = add_registry_key(findings, at);
            return end != 0 ? end : add_windows_path(findings, at);
        }
        case 'M':
        case 'm': {
            const auto end = add_user_agent(findings, at);
            return end != 0 ? end : add_windows_path(findings, at);
        }
        default: return is_letter(findings.text[at]) ? add_windows_path(findings, at) : 0;
    }
}

}  // namespace

void find_system_places(Findings& findings) {
    const auto text = findings.text;
    scan_untaken(findings, [&](std::size_t at) {
        const char before = at > 0 ? text[at - 1] : ' ';
        if (is_word_byte(before) || before == '/' || before == '.' || before == '-' || before == '_') {
            return at + 1;
        }
        const auto end = add_place(findings, at);
        return end != 0 ? end : at + 1;
    });
}

}  // namespace axray::language
