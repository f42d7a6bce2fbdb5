#include "story/account/beside_story.hpp"

#include <algorithm>

namespace axray::story {
namespace {

using language::kNone;

constexpr std::uint32_t kLastSentences = 5;  // of a report, among which its authors are named

bool is_subject_relation(std::string_view relation) { return relation.substr(0, 5) == "nsubj"; }

template <class Accept>
bool has_child(const KeptWords& kept, std::uint32_t head, Accept accept) {
    return std::any_of(kept.tokens().begin(), kept.tokens().end(),
                       [&](std::uint32_t token) { return kept.sentence().head(token) == head && accept(token); });
}

bool tells_in_present(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    const auto is_present = [&](std::uint32_t token) { return is_any(sentence.fine_tag(token), {"VBZ", "VBP"}); };
    if (is_present(kept.root())) return true;
    if (is_any(sentence.fine_tag(kept.root()), {"VBD", "MD"})) return false;
    return has_child(kept, kept.root(), [&](std::uint32_t token) {
        return is_any(sentence.relation(token), {"aux", "aux:pass", "cop"}) && is_present(token) &&
               is_any(sentence.word(token), {"is", "are"});
    });
}

bool is_weekday(std::string_view word) {
    return is_any(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon.", "tues.",
                         "wed.", "thurs.", "fri.", "sat.", "sun."});
}

// "... walks to the harbour, Monday, March 25, 2024": prose names a weekday or a year, captions both.
bool has_date_of_caption(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    const auto& dates = sentence.text().dates;
    return std::any_of(dates.begin(), dates.end(), [&](const language::Date& date) {
        if (!kept.has_all(date.tokens) || date.year == 0 || date.day == 0) return false;
        for (auto token = std::max(sentence.range().begin + 2, date.tokens.begin) - 2; token < date.tokens.end;
             ++token) {
            if (is_weekday(sentence.word(token))) return true;
        }
        return false;
    });
}

// "A photo made available by the board shows ..."
bool describes_picture(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    if (!is_any(sentence.word(kept.root()), {"show", "shows", "showed", "taken", "pictured"})) return false;
    return has_child(kept, kept.root(), [&](std::uint32_t token) {
        return is_subject_relation(sentence.relation(token)) &&
               is_any(sentence.word(token),
                      {"photo", "photograph", "picture", "image", "graphic", "frame", "screengrab"});
    });
}

bool is_caption(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    if (describes_picture(kept) || (tells_in_present(kept) && has_date_of_caption(kept))) return true;
    for (const auto token : kept.tokens()) {
        const auto word = sentence.word(token);
        const auto next = sentence.word(token + 1);
        if ((word == "file" && is_any(next, {"photo", "picture", "image", "photograph"})) ||
            (word == "(" && is_any(next, {"l", "r", "c", "left", "right", "pictured"})))
            return true;
    }
    return false;
}

// "The Gazette's Ilka Torvane discusses the fire.": under a film.
bool announces_talk(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    if (!is_any(sentence.word(kept.root()), {"discusses", "explains", "joins", "reports", "talks", "looks"}))
        return false;
    if (has_child(kept, kept.root(), [&](std::uint32_t token) { return sentence.word(token) == "discuss"; }))
        return true;
    return has_child(kept, kept.root(), [&](std::uint32_t subject) {
        return is_subject_relation(sentence.relation(subject)) && sentence.tokens().mention[subject] != kNone &&
               has_child(kept, subject, [&](std::uint32_t token) { return sentence.relation(token) == "nmod:poss"; });
    });
}

// "Ilka Torvane is a staff writer for the Gazette.", "Tomas Lind contributed to this report."
bool speaks_of_author(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    const auto count = sentence.text().sentences.size();
    const auto root = kept.root();
    if (sentence.word(root) == "contributed" && has_child(kept, root, [&](std::uint32_t token) {
            return is_any(sentence.word(token), {"report", "reporting", "story", "article"});
        }))
        return true;
    if (sentence.number() + kLastSentences < count ||
        !is_any(sentence.word(root), {"author", "blogger", "columnist", "contributor", "correspondent", "covers",
                                      "editor", "journalist", "producer", "reporter", "writer", "writes"}))
        return false;
    return tells_in_present(kept) && has_child(kept, root, [&](std::uint32_t token) {
               return is_subject_relation(sentence.relation(token)) && is_any(sentence.fine_tag(token), {"NNP", "PRP"});
           });
}

// "Photos: ...", "Read more: ...": points to something beside the text.
bool begins_with_label(const KeptWords& kept) {
    const auto& first = kept.tokens();
    const auto& sentence = kept.sentence();
    if (first.size() < 3) return false;
    const bool colon = sentence.word(first[1]) == ":" || sentence.word(first[2]) == ":";
    return colon && is_any(sentence.word(first[0]),
                           {"advertisement", "audio", "caption", "file", "gallery",   "graphic", "image",   "images",
                            "listen",        "live",  "map",     "more", "photo",     "photos",  "picture", "pictures",
                            "podcast",       "read",  "related", "see",  "slideshow", "video",   "videos",  "watch"});
}

// "FIRE AT HARBOUR The harbour ...": a heading that ran into its text.
bool begins_with_heading(const KeptWords& kept) {
    std::size_t capitals = 0;
    for (const auto token : kept.tokens()) {
        if (!kept.sentence().tokens().has(token, language::kAllCapitals)) break;
        ++capitals;
    }
    const auto& first = kept.tokens();
    if (first.size() > 2 && kept.sentence().word(first[1]) == "/") return true;  // "2/16 A street ..."
    return capitals >= 3 || (capitals == 2 && kept.sentence().written(kept.tokens()[1]).size() > 3);
}

// "Towers show the way The twin towers ...": a sentence begins in the middle of it.
bool holds_heading(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    const auto& tokens = kept.tokens();
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (!is_any(sentence.written(tokens[at]), {"The", "A", "An", "In", "On", "It", "He", "She", "They", "This"}))
            continue;
        const auto before = sentence.written(tokens[at - 1]);
        const auto behind = sentence.written(tokens[at + 1]);
        const auto is_small = [](std::string_view word) { return word.size() > 1 && word[0] >= 'a' && word[0] <= 'z'; };
        if (!sentence.is_quoted(tokens[at]) && is_small(before) && is_small(behind)) return true;
    }
    return false;
}

// "- The owner has paid.": an item of a list that lost its form.
bool begins_with_dash(const KeptWords& kept) {
    const auto first = kept.sentence().written(kept.tokens().front());
    return first.substr(0, 1) == "-" || first.substr(0, 3) == "\xE2\x80\x93" || first.substr(0, 3) == "\xE2\x80\x94";
}

bool is_in_brackets(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    return sentence.word(kept.tokens().front()) == "(" && sentence.word(kept.tokens().back()) == ")";
}

}  // namespace

bool is_beside_story(const KeptWords& kept) {
    if (kept.tokens().empty() || kept.root() == kNone) return false;
    return is_caption(kept) || announces_talk(kept) || speaks_of_author(kept) || begins_with_label(kept) ||
           begins_with_heading(kept) || holds_heading(kept) || begins_with_dash(kept) || is_in_brackets(kept);
}

}  // namespace axray::story
