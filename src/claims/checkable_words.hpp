// The words that tell an opinion, prediction or exhortation: lists of our own, in lower case.
//
// General English only. A word of judgement is here when it can hardly be meant as a fact: "disgraceful", not "wrong".
#pragma once

#include <string_view>

namespace axray::claims {

// As the predicate of a sentence, or beside a noun that is one.
inline constexpr std::string_view kJudgingAdjectives[] = {
    "absurd",       "abysmal",        "appalling",    "arrogant",     "atrocious",    "awful",         "barbaric",
    "beautiful",    "brilliant",      "contemptible", "cruel",        "delicious",    "delightful",    "deplorable",
    "despicable",   "disappointing",  "disgraceful",  "disgusting",   "disingenuous", "dismal",        "dreadful",
    "embarrassing", "excellent",      "fabulous",     "fantastic",    "foolish",      "gorgeous",      "hideous",
    "horrendous",   "horrible",       "hypocritical", "idiotic",      "immoral",      "incredible",    "indefensible",
    "inexcusable",  "infuriating",    "insulting",    "intolerable",  "laughable",    "lovely",        "ludicrous",
    "magnificent",  "marvellous",     "marvelous",    "monstrous",    "naive",        "nonsensical",   "obscene",
    "outrageous",   "pathetic",       "pitiful",      "pointless",    "preposterous", "reprehensible", "repugnant",
    "repulsive",    "ridiculous",     "scandalous",   "senseless",    "shameful",     "shameless",     "silly",
    "splendid",     "stunning",       "stupid",       "superb",       "terrible",     "terrific",      "unacceptable",
    "unbearable",   "unconscionable", "unfair",       "unforgivable", "unjust",       "unjustifiable", "unpardonable",
    "unthinkable",  "vile",           "wicked",       "wonderful",    "worthless",
};

inline constexpr std::string_view kJudgingNouns[] = {
    "abomination", "absurdity", "blessing", "coward",      "cowardice", "disgrace", "farce",
    "folly",       "fool",      "genius",   "hypocrisy",   "idiot",     "insanity", "insult",
    "joke",        "lunacy",    "madness",  "masterpiece", "mockery",   "nonsense", "outrage",
    "pity",        "scandal",   "shame",    "sham",        "stupidity", "travesty", "triviality",
};

// "It is sad that ...": judged is what follows.
inline constexpr std::string_view kJudgingThat[] = {
    "bad",       "crucial",    "deplorable", "essential",  "fair",        "fortunate",   "good",  "great", "imperative",
    "important", "inevitable", "ironic",     "lamentable", "pity",        "regrettable", "right", "sad",   "scandal",
    "shame",     "strange",    "time",       "tragic",     "unfortunate", "vital",       "wrong",
};

// ... unless it only leads to a fact: "It is important to note that ...".
inline constexpr std::string_view kMentioning[] = {"add",      "acknowledge", "emphasise", "emphasize", "highlight",
                                                   "know",     "mention",     "note",      "point",     "recall",
                                                   "remember", "say",         "stress",    "understand"};

// What "I" and "we" do when they say what they think.
inline constexpr std::string_view kOwnThoughts[] = {"admire", "believe", "doubt",   "dread",   "fear",  "feel",
                                                    "guess",  "hate",    "hope",    "imagine", "love",  "prefer",
                                                    "regret", "suppose", "suspect", "think",   "trust", "wish"};
inline constexpr std::string_view kOwnStates[] = {"afraid",   "certain", "confident", "convinced", "delighted", "glad",
                                                  "grateful", "happy",   "proud",     "sad",       "sorry",     "sure"};

inline constexpr std::string_view kFirstPersons[] = {"i", "we"};

// "X is bound to ..."
inline constexpr std::string_view kForetelling[] = {"bound",      "certain", "destined", "doomed",
                                                    "guaranteed", "likely",  "sure",     "unlikely"};

// With "will" or "going to": nobody plans this.
inline constexpr std::string_view kForetellingAdverbs[] = {
    "always", "certainly", "definitely", "doubtless", "forever", "inevitably",  "likely",
    "never",  "possibly",  "presumably", "probably",  "surely",  "undoubtedly", "unquestionably"};

// What "will" happen without anybody's plan, as long as neither a date nor a number is given.
inline constexpr std::string_view kOutcomes[] = {
    "backfire", "collapse",  "deteriorate", "disappear", "fail",   "flourish", "happen", "improve",
    "lose",     "perish",    "prevail",     "recover",   "regret", "succeed",  "suffer", "survive",
    "thrive",   "transform", "triumph",     "vanish",    "win",    "worsen"};

inline constexpr std::string_view kDemandingModals[] = {"ought", "should"};
inline constexpr std::string_view kDemandedOfUs[] = {"everybody", "everyone", "nobody", "we", "you"};
inline constexpr std::string_view kBeforeImperative[] = {",",      "always", "and",  "but",   "do",  "instead",
                                                         "just",   "kindly", "n't",  "never", "not", "now",
                                                         "please", "so",     "then", "also"};

inline constexpr std::string_view kPersonalPronouns[] = {"he", "it", "she", "they"};
inline constexpr std::string_view kDemonstratives[] = {"that", "these", "this", "those"};

}  // namespace axray::claims
