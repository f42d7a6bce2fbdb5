#include "story/account/loaded_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "claims/checkable_words.hpp"
#include "read/characters/ascii.hpp"

namespace axray::story {
namespace {

// Forms as they are written, in lower case and alphabetic order.
constexpr std::string_view kLoadedForms[] = {
    "abomination",    "absurd",     "amateurish",   "annihilate", "annihilated",    "apologist",     "apologists",
    "appalling",      "assault",    "atrocious",    "axed",       "backlash",       "barbaric",      "barrage",
    "bashed",         "bashes",     "berated",      "berates",    "beleaguered",    "bizarre",       "blasted",
    "blasts",         "blatant",    "blatantly",    "blistering", "bloodbath",      "bloodthirsty",  "bombshell",
    "bombshells",     "boasted",    "boasts",       "botched",    "brazen",         "brazenly",      "brutal",
    "brutally",       "bungled",    "butcher",      "butchered",  "butchers",       "callous",       "carnage",
    "catastrophic",   "chilling",   "clobbered",    "clueless",   "conspicuously",  "cowardly",      "crackdown",
    "crippling",      "cronies",    "crony",        "crushing",   "cunning",        "dastardly",     "decimate",
    "decimated",      "despicable", "devious",      "diabolical", "dire",           "disastrous",    "disgraced",
    "disgraceful",    "disgusting", "draconian",    "dreaded",    "egregious",      "embattled",     "evil",
    "explosive",      "extremist",  "fanatic",      "fanatics",   "farcical",       "fearmongering", "fiasco",
    "fiendish",       "flagrant",   "flagrantly",   "frenzied",   "frenzy",         "furious",       "furiously",
    "gaffe",          "ghastly",    "gloated",      "goons",      "gruesome",       "havoc",         "heartless",
    "heinous",        "henchman",   "henchmen",     "heroic",     "heroically",     "hideous",       "horde",
    "hordes",         "horrific",   "horrifically", "horrifying", "humiliated",     "humiliating",   "hysteria",
    "hysterical",     "infamous",   "infamously",   "insane",     "insidious",      "inept",         "ironically",
    "jaw-dropping",   "junta",      "lambasted",    "lambastes",  "lashed",         "laughable",     "lavish",
    "ludicrous",      "lunatic",    "lurid",        "massacred",  "menacing",       "merciless",     "mind-blowing",
    "monstrous",      "mouthpiece", "muscular",     "nefarious",  "nightmare",      "notorious",     "notoriously",
    "obscene",        "onslaught",  "outrage",      "outraged",   "outrageous",     "pathetic",      "pilfer",
    "pilfered",       "pilfering",  "plunder",      "plundered",  "pogrom",         "predatory",     "preposterous",
    "pummelled",      "puppet",     "puppets",      "raging",     "rampage",        "rampant",       "ranted",
    "ravaged",        "reckless",   "recklessly",   "regime",     "regimes",        "reign",         "reportedly-fake",
    "ripped",         "rogue",      "ruthless",     "ruthlessly", "sabre-rattling", "savage",        "savaged",
    "scandal-hit",    "scandalous", "scathing",     "scheming",   "schemed",        "senseless",     "shameful",
    "shameless",      "shocking",   "shockingly",   "sickening",  "sinister",       "skyrocketed",   "slammed",
    "slamming",       "slams",      "slapped",      "slapping",   "slaps",          "slaughter",     "slaughtered",
    "smear",          "smeared",    "smearing",     "smears",     "so-called",      "spewed",        "staggering",
    "strongman",      "stunned",    "stunning",     "stunningly", "terrifying",     "thugs",         "thug",
    "torched",        "tragically", "trashed",      "traitor",    "traitors",       "unhinged",      "unspeakable",
    "unsurprisingly", "vicious",    "viciously",    "vile",       "warmonger",      "warmongers",    "whined",
    "whopping",       "wicked",     "witch-hunt",   "woefully",   "wreak",          "wreaked",       "wreaking",
    "wreaks",
};

template <std::size_t Size>
bool holds(const std::string_view (&words)[Size], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_loaded(std::string_view word) { return holds(kLoadedForms, word) || holds(claims::kJudgingAdjectives, word); }

}  // namespace

std::vector<Span> find_loaded_words(std::string_view text, const language::AnnotatedText& annotated,
                                    language::TokenSpan tokens) {
    std::vector<Span> loaded;
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        if (annotated.tokens.has(token, language::kInQuotation) || !annotated.tokens.is_content(token)) continue;
        const auto span = annotated.tokens.span[token];
        if (is_loaded(read::lower_ascii(text.substr(span.begin, span.size())))) loaded.push_back(span);
    }
    return loaded;
}

std::vector<Span> find_loaded_words(std::string_view text, const language::AnnotatedText& annotated) {
    return find_loaded_words(text, annotated, {0, annotated.tokens.size()});
}

}  // namespace axray::story
