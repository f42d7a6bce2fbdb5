#include "read/furniture_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace axray::read {
namespace {

constexpr std::string_view kClassWords[] = {
    // imperative
    "subscribe sign get discover join follow share read click download support donate log register enter watch listen "
    "try start learn see view explore unlock enjoy choose select tap contact email visit check stay become submit save "
    "print upgrade activate manage accept upload browse shop buy order",
    // address
    "you your yours youre youll youve we our ours us weve",
    // verb
    "is are was were be been has have had will would can could may might must should shall does did do said says say "
    "told tells added announced according shows showed found made makes took takes came comes went goes gave gives "
    "became becomes remains remained wrote writes reported reports called calls accused accuses charged imposed",
    // function
    "by on in at of to from for and or the a an with via per vs as",
    // calendar
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun am pm gmt utc bst est edt pst pdt cet cest ist et updated published posted last modified first on at the "
    "st nd rd th of hours hour minutes minute days day ago today yesterday januar februar m\xC3\xA4rz mai juni juli "
    "oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr stand aktualisiert am um vom "
    "janvier f\xC3\xA9vrier mars avril juin juillet ao\xC3\xBBt septembre octobre novembre d\xC3\xA9" "cembre publi\xC3\xA9 "
    "le mis \xC3\xA0 jour enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "de publicado actualizado gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro "
    "mar\xC3\xA7o maio junho julho setembro outubro novembro dezembro time date",
    // credit
    "getty shutterstock istock reuters afp epa ap pa alamy unsplash pexels pixabay wikimedia commons flickr dpa ansa "
    "efe tass xinhua bloomberg photo photos image images picture pictures courtesy credit handout wire stock",
};
constexpr std::size_t kClassCount = std::size(kClassWords);
constexpr std::size_t kMostWords = 200;

struct ClassTable {
    std::array<WordHash, kMostWords> hashes{};
    std::size_t count = 0;
};

constexpr std::array<ClassTable, kClassCount> make_class_tables() {
    std::array<ClassTable, kClassCount> tables{};
    for (std::size_t i = 0; i < kClassCount; ++i) {
        std::string_view words = kClassWords[i];
        while (!words.empty()) {
            const std::size_t length = std::min(words.find(' '), words.size());
            if (length > 0) tables[i].hashes[tables[i].count++] = hash_of_folded(words.substr(0, length));
            words.remove_prefix(std::min(length + 1, words.size()));
        }
        std::sort(tables[i].hashes.begin(), tables[i].hashes.begin() + static_cast<std::ptrdiff_t>(tables[i].count));
    }
    return tables;
}
constexpr std::array<ClassTable, kClassCount> kClassTables = make_class_tables();

}  // namespace

bool is_in_class(WordClass word_class, WordHash word) {
    const ClassTable& table = kClassTables[static_cast<std::size_t>(word_class)];
    const auto end = table.hashes.begin() + static_cast<std::ptrdiff_t>(table.count);
    return std::binary_search(table.hashes.begin(), end, word);
}

}  // namespace axray::read
