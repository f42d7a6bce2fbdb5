#include "read/metadata/name_marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "read/characters/ascii.hpp"
#include "read/characters/folded_words.hpp"

namespace axray::read {
namespace {

struct MarkedWord {
    std::string_view word;
    NameMark mark;
};

constexpr MarkedWord kWords[] = {
    {"author", NameMark::author},
    {"authors", NameMark::author},
    {"byline", NameMark::author},
    {"bylines", NameMark::author},
    {"byl", NameMark::author},
    {"creator", NameMark::author},
    {"writer", NameMark::author},
    {"reporter", NameMark::author},
    {"journalist", NameMark::author},
    {"contributor", NameMark::author},
    {"contributors", NameMark::author},
    {"columnist", NameMark::author},
    {"autor", NameMark::author},
    {"autore", NameMark::author},
    {"autores", NameMark::author},
    {"auteur", NameMark::author},
    {"auteurs", NameMark::author},
    {"redakteur", NameMark::author},
    {"verfasser", NameMark::author},
    {"autoren", NameMark::author},
    {"skribent", NameMark::author},
    {"forfatter", NameMark::author},
    {"firma", NameMark::author},
    {"kirjoittaja", NameMark::author},
    {"vcard", NameMark::author},
    {"published", NameMark::published},
    {"publish", NameMark::published},
    {"publication", NameMark::published},
    {"pubdate", NameMark::published},
    {"pub", NameMark::published},
    {"publishdate", NameMark::published},
    {"publisheddate", NameMark::published},
    {"datepublished", NameMark::published},
    {"datepublish", NameMark::published},
    {"publishtime", NameMark::published},
    {"posted", NameMark::published},
    {"issued", NameMark::published},
    {"created", NameMark::published},
    {"release", NameMark::published},
    {"released", NameMark::published},
    {"dateline", NameMark::published},
    {"datecreated", NameMark::published},
    {"displaydate", NameMark::published},
    {"postdate", NameMark::published},
    {"pdate", NameMark::published},
    {"veroeffentlicht", NameMark::published},
    {"modified", NameMark::modified},
    {"updated", NameMark::modified},
    {"update", NameMark::modified},
    {"revised", NameMark::modified},
    {"modification", NameMark::modified},
    {"datemodified", NameMark::modified},
    {"lastmod", NameMark::modified},
    {"lastmodified", NameMark::modified},
    {"moddate", NameMark::modified},
    {"lastupdate", NameMark::modified},
    {"lastupdated", NameMark::modified},
    {"reviewed", NameMark::modified},
    {"date", NameMark::date},
    {"datum", NameMark::date},
    {"fecha", NameMark::date},
    {"data", NameMark::none},
    {"time", NameMark::date},
    {"timestamp", NameMark::date},
    {"datetime", NameMark::date},
    {"dato", NameMark::date},
    {"day", NameMark::date},
    {"meta", NameMark::date},
    {"title", NameMark::title},
    {"headline", NameMark::title},
    {"heading", NameMark::title},
    {"titel", NameMark::title},
    {"titre", NameMark::title},
    {"titulo", NameMark::title},
    {"titolo", NameMark::title},
    {"article", NameMark::article},
    {"post", NameMark::article},
    {"entry", NameMark::article},
    {"story", NameMark::article},
    {"content", NameMark::article},
    {"news", NameMark::article},
    {"page", NameMark::article},
    {"artikel", NameMark::article},
    {"comment", NameMark::other},
    {"comments", NameMark::other},
    {"related", NameMark::other},
    {"recent", NameMark::other},
    {"recommended", NameMark::other},
    {"sidebar", NameMark::other},
    {"widget", NameMark::other},
    {"teaser", NameMark::other},
    {"event", NameMark::other},
    {"bio", NameMark::other},
    {"expiration", NameMark::other},
    {"expires", NameMark::other},
    {"reply", NameMark::other},
    {"replies", NameMark::other},
    {"social", NameMark::other},
    {"image", NameMark::other},
    {"photo", NameMark::other},
    {"video", NameMark::other},
    {"avatar", NameMark::other},
    {"url", NameMark::other},
    {"card", NameMark::other},
    {"footer", NameMark::other},
    {"nav", NameMark::other},
    {"menu", NameMark::other},
    {"subtitle", NameMark::other},
    {"sub", NameMark::other},
    {"popular", NameMark::other},
    {"site", NameMark::site},
    {"sitename", NameMark::site},
    {"publisher", NameMark::site},
    {"section", NameMark::section},
    {"sections", NameMark::section},
    {"category", NameMark::section},
    {"channel", NameMark::section},
    {"rubrik", NameMark::section},
};

struct Slot {
    WordHash hash = 0;
    NameMark mark = NameMark::none;
};
constexpr std::size_t kSlots = 1024;

constexpr std::array<Slot, kSlots> make_table() {
    std::array<Slot, kSlots> table{};
    for (const MarkedWord& row : kWords) {
        const WordHash hash = hash_of_folded(row.word);
        std::size_t slot = hash % kSlots;
        while (table[slot].hash != 0) slot = (slot + 1) % kSlots;
        table[slot] = {hash, row.mark};
    }
    return table;
}
constexpr auto kTable = make_table();

NameMark mark_of_word(WordHash hash) {
    for (std::size_t slot = hash % kSlots; kTable[slot].hash != 0; slot = (slot + 1) % kSlots) {
        if (kTable[slot].hash == hash) return kTable[slot].mark;
    }
    return NameMark::none;
}

constexpr bool is_capital(char character) { return character >= 'A' && character <= 'Z'; }

}  // namespace

NameMark marks_of_name(std::string_view name) {
    constexpr std::size_t kLongest = 400;
    NameMark marks = NameMark::none;
    WordHash hash = kHashBasis;
    bool open = false;
    name = name.substr(0, kLongest);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char character = name[i];
        const bool letter = is_ascii_letter(character);
        const bool new_word = letter && is_capital(character) && i > 0 && !is_capital(name[i - 1]);
        if (open && (!letter || new_word)) {
            marks = marks | mark_of_word(hash);
            hash = kHashBasis;
            open = false;
        }
        if (!letter) continue;
        hash = extend_hash(hash, static_cast<unsigned char>(lower_ascii(character)));
        open = true;
    }
    return open ? marks | mark_of_word(hash) : marks;
}

}  // namespace axray::read
