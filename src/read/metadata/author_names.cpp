#include "read/metadata/author_names.hpp"

#include <algorithm>
#include <cstddef>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/metadata/byline_words.hpp"
#include "read/metadata/dates.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestName = 80;  // bytes
constexpr std::size_t kMostWords = 7;

// Between two names, or between a name and what follows it.
constexpr std::string_view kBetweenNames[] = {" and ", " und ",      " et ", " y ", " e ", " og ", " och ",
                                              " & ",   " en ",       " ve ", " i ", " a ", " ja ", " with ",
                                              " mit ", " \xD0\xB8 ", ";",    ",",   "/",   "\n",   "\xE3\x80\x81"};
constexpr std::string_view kAfterNames[] = {" | ",
                                            " - ",
                                            " \xE2\x80\x93 ",
                                            " \xE2\x80\x94 ",
                                            " \xC2\xB7 ",
                                            " \xE2\x80\xA2 ",
                                            "\xE2\x8B\x85",
                                            "\xE2\x97\x8F",
                                            "\xE2\x96\xAA",
                                            "|",
                                            " (",
                                            " on ",
                                            " in ",
                                            " am ",
                                            " le ",
                                            " el ",
                                            " for ",
                                            " at ",
                                            " f\xC3\xBCr ",
                                            "\xEF\xBC\x8F",
                                            " \xC2\xBB",
                                            "\xE2\x80\xA2",
                                            "\xC2\xB7",
                                            " // ",
                                            "[",
                                            "<",
                                            " aus ",
                                            " from "};

// An author's office, and other words that stand beside names and are none.
constexpr std::string_view kOfficeWords[] = {
    "editor",    "reporter",     "writer",      "correspondent", "journalist",
    "staff",     "contributor",  "columnist",   "producer",      "director",
    "manager",   "senior",       "chief",       "updated",       "published",
    "posted",    "redakteur",    "redakteurin", "korrespondent", "korrespondentin",
    "redacteur", "journaliste",  "minutes",     "minute",        "min",
    "read",      "comments",     "comment",     "share",         "follow",
    "subscribe", "contact",      "email",       "photo",         "fotos",
    "foto",      "photos",       "about",       "author",        "authors",
    "view",      "profile",      "more",        "posts",         "articles",
    "biography", "uhr",          "today",       "yesterday",     "ago",
    "hours",     "days",         "newsletter",  "click",         "here",
    "lesezeit",  "aktualisiert", "stand",       "published:",    "autor",
    "autorin",   "guest",        "redactor",    "professor",     "ceo",
    "founder",   "president",
};

std::string_view trim_signs(std::string_view text) {
    const auto is_sign = [](char character) {
        return is_ascii_blank(character) || character == ',' || character == ':' || character == ';' ||
               character == '|' || character == '-' || character == '"' || character == '\'' || character == '(' ||
               character == ')' || character == '*' || character == '/';
    };
    while (!text.empty() && is_sign(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_sign(text.back())) text.remove_suffix(1);
    return text;
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

struct Found {
    std::size_t begin = std::string_view::npos;
    std::size_t length = 0;
};

template <std::size_t Count>
Found first_of(std::string_view text, const std::string_view (&signs)[Count]) {
    Found found;
    for (const std::string_view sign : signs) {
        const std::size_t at = text.find(sign);
        if (at < found.begin || (at == found.begin && at != std::string_view::npos && sign.size() > found.length))
            found = {at, sign.size()};
    }
    return found;
}

bool is_office(std::string_view word) {
    const std::string lower = lower_ascii(word);
    return std::find(std::begin(kOfficeWords), std::end(kOfficeWords), lower) != std::end(kOfficeWords);
}

// A name has a capital, or letters of a script without case, no digits, and few words.
bool could_be_name(std::string_view text, NameText kind) {
    if (text.size() < 2 || text.size() > kLongestName || text.find('@') != std::string_view::npos) return false;
    std::size_t words = 1;
    std::size_t capitals = 0;
    std::size_t letters = 0;
    bool word_begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const base::DecodedCodePoint point = base::decode_utf8(text, at);
        const auto character = static_cast<UChar32>(point.value);
        at += point.size;
        if (u_isdigit(character) && kind == NameText::line) return false;
        if (character == '!' || character == '?' || character == '{' || character == '}' || character == '=')
            return false;
        if (u_isalpha(character)) ++letters;
        if (word_begins && u_isalpha(character) && u_tolower(character) == character &&
            u_toupper(character) != character) {
            // lower case
        } else if (word_begins && u_isalpha(character)) {
            ++capitals;
        }
        word_begins = character == ' ';
        words += word_begins ? 1 : 0;
    }
    if (letters < 2 || words > kMostWords) return false;
    if (kind == NameText::property) return true;
    return capitals > 0 && 2 * capitals >= words;
}

bool speaks_of_office(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (is_office(trim_signs(text.substr(at, end - at)))) return true;
        at = end + 1;
    }
    return false;
}

// Small words that stand before a day: "on", French, German, Spanish, Italian, Dutch.
constexpr std::string_view kBeforeDays[] = {"on", "le", "am", "el", "il", "op"};

// Up to the first digit, without the names of months and days before it, for "Ann Lee on Monday, May 3".
std::string_view before_date(std::string_view text) {
    const auto digit = std::find_if(text.begin(), text.end(), is_ascii_digit);
    if (digit == text.end()) return text;
    text = text.substr(0, static_cast<std::size_t>(digit - text.begin()));
    while (true) {
        text = trim_signs(text);
        const std::size_t blank = text.rfind(' ');
        const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
        const bool small_word =
            std::find(std::begin(kBeforeDays), std::end(kBeforeDays), last) != std::end(kBeforeDays);
        if (last.empty() || (!is_calendar_word(last) && !small_word)) return text;
        text = text.substr(0, text.size() - last.size());
    }
}

std::string_view before_parts(std::string_view text) {
    const Found after = first_of(text, kAfterNames);
    if (after.begin != std::string_view::npos && after.begin > 0) return text.substr(0, after.begin);
    return text;
}

// Whether parts that speak of an office are names: "Podium Staff" is one where nothing else could be.
enum class Offices { leave_out, take };

void add_name(std::string_view raw, NameText kind, Offices offices, std::vector<std::string>& names) {
    std::string_view text = trim_signs(raw);
    if (const std::size_t announced = byline_word_length(text); announced > 0) text = text.substr(announced);
    if (kind == NameText::line) text = before_date(text);
    text = trim_signs(before_parts(trim_signs(text)));
    if (!could_be_name(text, kind) || is_address(text)) return;
    if (is_calendar_word(text)) return;
    const bool office = speaks_of_office(text);
    if (office && (kind == NameText::line || !names.empty()) && offices == Offices::leave_out) return;
    std::string name(text);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::vector<std::string> split_names(std::string_view text, NameText kind, Offices offices) {
    constexpr int kMostParts = 60;
    std::vector<std::string> names;
    for (int part = 0; part < kMostParts && !text.empty() && names.size() < kMostNames; ++part) {
        const Found between = first_of(text, kBetweenNames);
        if (between.begin == std::string_view::npos) {
            add_name(text, kind, offices, names);
            break;
        }
        add_name(text.substr(0, between.begin), kind, offices, names);
        text = text.substr(between.begin + between.length);
    }
    return names;
}

}  // namespace

std::vector<std::string> names_in(std::string_view text, NameText kind) {
    constexpr std::size_t kLongestText = 600;
    text = trim_signs(text);
    if (is_address(text) || text.size() > kLongestText) return {};
    std::vector<std::string> names = split_names(text, kind, Offices::leave_out);
    if (names.empty() && kind == NameText::line) names = split_names(text, kind, Offices::take);
    return names;
}

}  // namespace axray::read
