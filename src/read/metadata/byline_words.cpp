#include "read/metadata/byline_words.hpp"

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

// Those that need a colon are common words otherwise.
struct Announcement {
    std::string_view words;  // lower case
    bool needs_colon;
};
constexpr Announcement kAnnouncements[] = {
    {"written by", false},
    {"posted by", false},
    {"published by", false},
    {"reported by", false},
    {"story by", false},
    {"article by", false},
    {"words by", false},
    {"text by", false},
    {"by", false},
    {"author", true},
    {"authors", true},
    {"writer", true},
    {"reporter", true},
    {"ein beitrag von", false},
    {"verfasst von", false},
    {"geschrieben von", false},
    {"von", false},
    {"autor", true},
    {"autorin", true},
    {"autoren", true},
    {"text", true},
    {"par", false},
    {"publi\xC3\xA9 par", false},
    {"auteur", true},
    {"por", false},
    {"escrito por", false},
    {"publicado por", false},
    {"autora", true},
    {"texto", true},
    {"di", false},
    {"a cura di", false},
    {"scritto da", false},
    {"autore", true},
    {"testo", true},
    {"door", false},
    {"tekst", true},
    {"av", false},
    {"af", false},
    {"skrevet af", false},
    {"skrevet av", false},
    {"yazan", true},
    {"haber", true},
    {"napsal", true},
    {"opracowanie", true},
    {"\xD0\xB0\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80", true},  // Russian, Ukrainian: author
    {"\xD0\x90\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80", true},
};

}  // namespace

std::size_t byline_word_length(std::string_view text) {
    for (const Announcement& announcement : kAnnouncements) {
        if (!starts_with_ignoring_case(text, announcement.words)) continue;
        std::size_t at = announcement.words.size();
        if (at < text.size() && !is_ascii_blank(text[at]) && text[at] != ':') continue;
        while (at < text.size() && is_ascii_blank(text[at])) ++at;
        const bool colon = at < text.size() && text[at] == ':';
        if (announcement.needs_colon && !colon) continue;
        if (colon) ++at;
        while (at < text.size() && is_ascii_blank(text[at])) ++at;
        return at;
    }
    return 0;
}

}  // namespace axray::read
