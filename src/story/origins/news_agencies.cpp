#include "story/origins/news_agencies.hpp"

#include <algorithm>
#include <cstddef>

#include "read/characters/ascii.hpp"

namespace axray::story {
namespace {

using read::is_ascii_digit;
using read::is_ascii_letter;
using read::lower_ascii;

struct AgencyForm {
    std::string_view written;
    std::string_view name;
    bool doubtful = false;
};

constexpr AgencyForm kAgencies[] = {
    {"Reuters", "Reuters"},
    {"REUTERS", "Reuters"},
    {"Thomson Reuters", "Reuters"},
    {"Associated Press", "Associated Press"},
    {"ASSOCIATED PRESS", "Associated Press"},
    {"AP", "Associated Press", true},
    {"Agence France-Presse", "Agence France-Presse"},
    {"Agence France Presse", "Agence France-Presse"},
    {"AFP", "Agence France-Presse"},
    {"United Press International", "United Press International"},
    {"UPI", "United Press International"},
    {"Bloomberg News", "Bloomberg"},
    {"Bloomberg", "Bloomberg", true},
    {"Dow Jones Newswires", "Dow Jones Newswires"},
    {"Deutsche Presse-Agentur", "dpa"},
    {"German Press Agency", "dpa"},
    {"dpa", "dpa"},
    {"DPA", "dpa"},
    {"PA Media", "PA Media"},
    {"Press Association", "PA Media"},
    {"PA news agency", "PA Media"},
    {"PA", "PA Media", true},
    {"EFE", "EFE"},
    {"Europa Press", "Europa Press"},
    {"ANSA", "ANSA"},
    {"Adnkronos", "Adnkronos"},
    {"Xinhua", "Xinhua"},
    {"China News Service", "China News Service"},
    {"TASS", "TASS"},
    {"Itar-Tass", "TASS"},
    {"Interfax-Ukraine", "Interfax-Ukraine"},
    {"Interfax", "Interfax"},
    {"RIA Novosti", "RIA Novosti"},
    {"Sputnik", "Sputnik", true},
    {"Ukrinform", "Ukrinform"},
    {"UNIAN", "UNIAN"},
    {"BelTA", "BelTA"},
    {"Kyodo", "Kyodo"},
    {"Jiji Press", "Jiji Press"},
    {"Jiji", "Jiji Press"},
    {"Yonhap", "Yonhap"},
    {"KCNA", "KCNA"},
    {"Korean Central News Agency", "KCNA"},
    {"Press Trust of India", "Press Trust of India"},
    {"PTI", "Press Trust of India", true},
    {"ANI", "ANI", true},
    {"United News of India", "United News of India"},
    {"Antara", "Antara", true},
    {"Bernama", "Bernama"},
    {"Anadolu", "Anadolu"},
    {"Anadolu Agency", "Anadolu"},
    {"IRNA", "IRNA"},
    {"Tasnim", "Tasnim"},
    {"Fars", "Fars", true},
    {"SANA", "SANA", true},
    {"Saudi Press Agency", "Saudi Press Agency"},
    {"Petra", "Petra", true},
    {"MENA", "Middle East News Agency", true},
    {"WAFA", "WAFA"},
    {"Australian Associated Press", "Australian Associated Press"},
    {"AAP", "Australian Associated Press"},
    {"Canadian Press", "Canadian Press"},
    {"Agencia Brasil", "Agencia Brasil"},
    {"Telam", "Telam"},
    {"Prensa Latina", "Prensa Latina"},
    {"Notimex", "Notimex"},
    {"Lusa", "Lusa", true},
    {"Belga", "Belga"},
    {"ANP", "ANP", true},
    {"Keystone-SDA", "Keystone-SDA"},
    {"Austria Presse Agentur", "APA"},
    {"Austria Press Agency", "APA"},
    {"APA", "APA", true},
    {"PAP", "PAP", true},
    {"Polish Press Agency", "PAP"},
    {"CTK", "CTK"},
    {"Czech News Agency", "CTK"},
    {"MTI", "MTI", true},
    {"Agerpres", "Agerpres"},
    {"Tanjug", "Tanjug"},
    {"Hina", "Hina", true},
    {"NTB", "NTB"},
    {"Ritzau", "Ritzau"},
    {"STT", "STT", true},
    {"TT News Agency", "TT"},
    {"Baltic News Service", "Baltic News Service"},
    {"LETA", "LETA"},
    {"Athens News Agency", "Athens News Agency"},
    {"AGI", "AGI", true},
    {"News Agency of Nigeria", "News Agency of Nigeria"},
    {"Agence Presse Africaine", "APAnews"},
    {"Inter Press Service", "Inter Press Service"},
};

// Words that make a name that of a medium wherever they stand in it; lower case.
constexpr std::string_view kMediumWords[] = {
    "times",    "post",     "guardian", "telegraph", "herald",    "tribune",  "gazette",    "chronicle", "observer",
    "journal",  "daily",    "weekly",   "news",      "newspaper", "tv",       "television", "radio",     "broadcasting",
    "mail",     "globe",    "mirror",   "magazine",  "courier",   "dispatch", "inquirer",   "sentinel",  "examiner",
    "monde",    "zeitung",  "spiegel",  "gazeta",    "pravda",    "politico", "axios",      "newsweek",  "economist",
    "reporter", "newswire", "bulletin", "express",   "argus",     "jazeera",  "insider",    "atlantic",  "intercept",
};
// Initials and one-word names of large broadcasters and papers.
constexpr std::string_view kMedia[] = {
    "BBC",        "CNN",      "NBC",    "CBS",  "ABC",    "NPR",      "PBS",        "MSNBC", "CNBC",  "ITV",
    "RTE",        "CBC",      "ARD",    "ZDF",  "RAI",    "NHK",      "NDTV",       "CCTV",  "CGTN",  "SBS",
    "RFI",        "TF1",      "BFM",    "TMZ",  "ESPN",   "C-SPAN",   "Vox",        "Slate", "Wired", "Haaretz",
    "Kommersant", "Izvestia", "Meduza", "Bild", "Figaro", "Corriere", "Repubblica", "Vice",
};

// Sites that hold what others put there: a line with their name stands beside a film or a picture. Second-level names.
constexpr std::string_view kPlatforms[] = {"youtube",   "soundcloud", "facebook", "twitter", "instagram", "vimeo",
                                           "liveleak",  "tiktok",     "flickr",   "reddit",  "pinterest", "linkedin",
                                           "wikipedia", "wikimedia",  "scribd",   "giphy",   "spotify",   "telegram"};

bool continues_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char next = text[at];
    return is_ascii_letter(next) || is_ascii_digit(next) || static_cast<unsigned char>(next) >= 0xC3;
}

template <typename Function>
void for_each_word(std::string_view name, const Function& function) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= name.size(); ++at) {
        const bool inside = at < name.size() && (name[at] == '-' || continues_word(name, at));
        if (inside) continue;
        if (at > begin) function(name.substr(begin, at - begin));
        begin = at + 1;
    }
}

}  // namespace

std::optional<NamedAgency> agency_at(std::string_view text) {
    std::size_t article = 0;
    for (const std::string_view the : {"the ", "The ", "THE "}) {
        if (text.substr(0, the.size()) == the) article = the.size();
    }
    const auto rest = text.substr(article);
    std::optional<NamedAgency> found;
    for (const auto& form : kAgencies) {
        if (rest.substr(0, form.written.size()) != form.written || continues_word(rest, form.written.size())) continue;
        const auto length = article + form.written.size();
        if (!found || length > found->length) found = NamedAgency{form.name, length, form.doubtful};
    }
    return found;
}

bool is_medium_name(std::string_view name) {
    bool medium = false;
    for_each_word(name, [&](std::string_view word) {
        const auto lower = lower_ascii(word);
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        medium =
            medium || std::find(std::begin(kMedia), std::end(kMedia), word) != std::end(kMedia) ||
            (capital && std::find(std::begin(kMediumWords), std::end(kMediumWords), lower) != std::end(kMediumWords));
    });
    return medium;
}

std::optional<std::string> lone_domain(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    text = read::trim_ascii(text);
    for (const std::string_view prefix : {"https://", "http://", "www."}) {
        if (read::starts_with_ignoring_case(text, prefix)) text.remove_prefix(prefix.size());
    }
    while (!text.empty() && (text.back() == '/' || text.back() == ':')) text.remove_suffix(1);
    if (text.size() < 4 || text.size() > kLongest) return std::nullopt;
    std::size_t last_dot = std::string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char one = text[at];
        if (one == '.') {
            if (at == 0 || at + 1 == text.size() || text[at - 1] == '.') return std::nullopt;
            last_dot = at;
        } else if (!is_ascii_letter(one) && !is_ascii_digit(one) && one != '-') {
            return std::nullopt;
        }
    }
    if (last_dot == std::string_view::npos) return std::nullopt;
    const auto ending = text.substr(last_dot + 1);
    const auto site = text.substr(0, last_dot).substr(text.substr(0, last_dot).rfind('.') + 1);
    const auto platform = std::find(std::begin(kPlatforms), std::end(kPlatforms), lower_ascii(site));
    if (site.size() < 2 || platform != std::end(kPlatforms)) return std::nullopt;
    if (ending.size() < 2 || ending.size() > 12 || !std::all_of(ending.begin(), ending.end(), is_ascii_letter))
        return std::nullopt;
    return lower_ascii(text);
}

}  // namespace axray::story
