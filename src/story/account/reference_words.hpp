// The words by which a text speaks of what it has named before (word in lower case -> what it can stand for).
//
// Lists of our own: general English only.
#pragma once

#include <string_view>

#include "story/account/report_sentence.hpp"

namespace axray::story {

[[nodiscard]] inline bool is_speaker_of_report(std::string_view word) {
    return is_any(word, {"i", "we", "you", "me", "us", "my", "our", "your", "mine", "ours", "yours", "ourselves",
                         "myself", "yourself"});
}

[[nodiscard]] inline bool is_third_person(std::string_view word) {
    return is_any(word, {"he", "she", "they", "it", "him", "her", "them", "his", "hers", "its", "their", "theirs"});
}

[[nodiscard]] inline bool is_plural(std::string_view word) { return is_any(word, {"they", "them", "their", "theirs"}); }

// Words that point to something said before, wherever they stand.
[[nodiscard]] inline bool points_back(std::string_view word) {
    return is_any(word,
                  {"aforementioned", "abovementioned", "above-mentioned", "latter", "former", "thereof", "therein"});
}

[[nodiscard]] inline bool is_person_word(std::string_view word) {
    return is_any(
        word, {"man",           "woman",     "boy",         "girl",         "teenager",     "official", "minister",
               "president",     "spokesman", "spokeswoman", "spokesperson", "officer",      "senator",  "governor",
               "mayor",         "judge",     "lawyer",      "attorney",     "analyst",      "expert",   "author",
               "actor",         "actress",   "singer",      "director",     "leader",       "lawmaker", "congressman",
               "congresswoman", "candidate", "suspect",     "victim",       "witness",      "reporter", "journalist",
               "doctor",        "professor", "secretary",   "ambassador",   "commissioner", "men",      "women",
               "officials",     "officers",  "suspects",    "victims",      "pair",         "duo",      "trio",
               "couple",        "mother",    "father",      "son",          "daughter",     "wife",     "husband",
               "billionaire",   "founder",   "chairman",    "coach",        "player",       "student",  "teacher",
               "soldier",       "general",   "prosecutor",  "diplomat"});
}

[[nodiscard]] inline bool is_body_word(std::string_view word) {
    return is_any(word,
                  {"agency",     "army",         "association",  "authority",   "bank",     "board",      "body",
                   "bureau",     "centre",       "center",       "charity",     "club",     "commission", "committee",
                   "company",    "corporation",  "council",      "department",  "embassy",  "firm",       "force",
                   "government", "group",        "institute",    "institution", "ministry", "network",    "newspaper",
                   "office",     "organisation", "organization", "paper",       "party",    "service",    "union",
                   "university", "watchdog"});
}

[[nodiscard]] inline bool is_title(std::string_view word) {
    return is_any(word, {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lady", "lord", "madam"});
}

}  // namespace axray::story
