#include "read/furniture/furniture_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace axray::read {
namespace {

constexpr std::string_view kImperatives =
    "subscribe sign get discover join follow share read click download support donate log register enter watch listen "
    "try start learn see view explore unlock enjoy choose select tap contact email visit check stay become submit save "
    "print upgrade activate manage accept upload browse shop buy order";
constexpr std::string_view kAddresses = "you your yours youre youll youve we our ours us weve";
constexpr std::string_view kVerbs =
    "is are was were be been has have had will would can could may might must should shall does did do said says say "
    "told tells added announced according shows showed found made makes took takes came comes went goes gave gives "
    "became becomes remains remained wrote writes reported reports called calls accused accuses charged imposed";
constexpr std::string_view kFunctionWords = "by on in at of to from for and or the a an with via per vs as";
constexpr std::string_view kCalendarWords =
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun am pm gmt utc bst est edt pst pdt cet cest ist et updated published posted last modified first on at the "
    "st nd rd th of hours hour minutes minute days day ago today yesterday januar februar m\xC3\xA4rz mai juni juli "
    "oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr stand aktualisiert am um vom "
    "janvier f\xC3\xA9vrier mars avril juin juillet ao\xC3\xBBt septembre octobre novembre d\xC3\xA9"
    "cembre publi\xC3\xA9 "
    "le mis \xC3\xA0 jour enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "de publicado actualizado gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro "
    "fevereiro "
    "mar\xC3\xA7o maio junho julho setembro outubro novembro dezembro time date";
constexpr std::string_view kCreditWords =
    "getty shutterstock istock reuters afp epa ap pa alamy unsplash pexels pixabay wikimedia commons flickr dpa ansa "
    "efe tass xinhua bloomberg photo photos image images picture pictures courtesy credit handout wire stock";

// In the order of the bits of WordClass.
constexpr std::string_view kClassWords[] = {kImperatives,   kAddresses,     kVerbs,
                                            kFunctionWords, kCalendarWords, kCreditWords};

// A hash table with linear probing, made by the compiler; a quarter full.
constexpr std::size_t kSlots = 2048;
struct Slot {
    WordHash word = 0;
    WordClass classes = WordClass::none;
};

constexpr std::size_t slot_of(const std::array<Slot, kSlots>& slots, WordHash word) {
    std::size_t slot = word % kSlots;
    while (slots[slot].classes != WordClass::none && slots[slot].word != word) slot = (slot + 1) % kSlots;
    return slot;
}

constexpr std::array<Slot, kSlots> make_slots() {
    std::array<Slot, kSlots> slots{};
    unsigned bit = 1;
    for (std::string_view words : kClassWords) {
        while (!words.empty()) {
            const std::size_t length = std::min(words.find(' '), words.size());
            const WordHash word = hash_of_folded(words.substr(0, length));
            Slot& slot = slots[slot_of(slots, word)];
            slot = {word, slot.classes | static_cast<WordClass>(bit)};
            words.remove_prefix(std::min(length + 1, words.size()));
        }
        bit <<= 1U;
    }
    return slots;
}
constexpr std::array<Slot, kSlots> kWordSlots = make_slots();

}  // namespace

WordClass classes_of(WordHash word) { return kWordSlots[slot_of(kWordSlots, word)].classes; }

}  // namespace axray::read
