#include "story/account/sentence_shape.hpp"

#include <algorithm>
#include <array>

#include "story/account/beside_story.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::TokenKind;
using language::TokenSpan;

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostWords = 75;

std::size_t count(std::string_view text, std::string_view mark) {
    std::size_t found = 0;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++found;
    return found;
}

bool is_subject_relation(std::string_view relation) {
    return relation.substr(0, 5) == "nsubj" || relation.substr(0, 5) == "csubj" || relation == "expl";
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

// A single mark that none closes or that closes none: "'The harbour is closed."
bool has_single_mark_alone(std::string_view text) {
    int open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\'') continue;
        const bool letter_before = at > 0 && (is_letter(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',' ||
                                              text[at - 1] == '!' || text[at - 1] == '?');
        const bool letter_behind = at + 1 < text.size() && is_letter(text[at + 1]);
        if (!letter_before && letter_behind) ++open;
        if (!letter_before || letter_behind) continue;
        // "It will be closed,' wrote another.": not "the players' boats".
        if (open == 0 && !is_letter(text[at - 1])) return true;
        open = std::max(0, open - 1);
    }
    return open > 0 || count(text, "\xE2\x80\x98") > count(text, "\xE2\x80\x99");
}

// Curly marks that are opened and not closed.
bool leaves_open(std::string_view text) { return count(text, "\xE2\x80\x9C") > count(text, "\xE2\x80\x9D"); }

// A quotation that began in a sentence before and has not ended, in the same paragraph or in the one before it.
bool is_within_open_quotation(const ReportSentence& sentence) {
    const auto& document = sentence.document();
    const auto number = sentence.text().sentences[sentence.number()].block;
    const auto block = document.blocks[number].span;
    const auto before = document.slice({block.begin, sentence.span(sentence.range().begin).begin});
    if (count(before, "\"") % 2 != 0 || leaves_open(before)) return true;
    const bool open_before = number > 0 && leaves_open(document.slice(document.blocks[number - 1].span));
    return open_before && document.slice(block).substr(0, 3) != "\xE2\x80\x9C" &&
           count(before, "\xE2\x80\x9D") <= count(before, "\xE2\x80\x9C");
}

class ShapeLook {
public:
    explicit ShapeLook(const KeptWords& kept) : kept_(kept), sentence_(kept.sentence()) {}

    // "The bill that the boy brought home.", "Perhaps there is hope."
    [[nodiscard]] bool is_no_statement(std::uint32_t root) const {
        const auto first = kept_.tokens().front();
        if (is_any(sentence_.word(first), {"maybe", "perhaps", "why", "how", "what", "let", "imagine"})) return true;

        return has_child(root, [&](std::uint32_t token) {
            return is_any(sentence_.relation(token), {"obj", "dislocated"}) && token < root &&
                   !sentence_.is_quoted(token);
        });
    }

    // "The owner said that the board had not.": what it had not stands elsewhere.
    [[nodiscard]] bool breaks_off() const {
        for (auto token = kept_.tokens().rbegin(); token != kept_.tokens().rend(); ++token) {
            if (sentence_.is_punctuation(*token)) continue;
            return sentence_.fine_tag(*token) == "MD" ||
                   is_any(sentence_.word(*token),
                          {"not", "n't", "had", "has", "have", "did", "does", "was", "were", "is"});
        }
        return true;
    }

    // The verb is one of two that share what follows: "items have come and gone".
    [[nodiscard]] bool is_half_of_pair(std::uint32_t root) const {
        return !kept_.has(root + 1) && root + 1 < sentence_.range().end && sentence_.fine_tag(root + 1) == "CC";
    }

    // "The report should be released": somebody's wish, and nobody is said to have it.
    [[nodiscard]] bool demands(std::uint32_t root) const {
        const bool wish = has_child(root, [&](std::uint32_t token) {
            return sentence_.relation(token) == "aux" && is_any(sentence_.word(token), {"must", "should", "ought"}) &&
                   !sentence_.is_quoted(token);
        });
        if (!wish) return false;
        const auto& all = sentence_.text().attributions;
        return std::none_of(all.begin(), all.end(), [&](const language::Attribution& one) {
            return one.kind == language::CueKind::speech && one.content.contains(root) && one.speaker.size() > 0;
        });
    }

    // "The mayor asked.": what was asked stands in the sentence before.
    [[nodiscard]] bool says_nothing(std::uint32_t root) const {
        for (const auto& one : sentence_.text().attributions) {
            if (one.kind != language::CueKind::speech || !one.cue.contains(root)) continue;
            if (one.content.size() > 0 && !kept_.has_any(one.content) && !has_clause(root)) return true;
        }
        if (!is_any(sentence_.word(root), {"said", "says", "asked", "added", "wrote", "continued", "replied", "told"}))
            return false;
        return !has_child(root, [&](std::uint32_t token) {
            return is_any(sentence_.relation(token), {"ccomp", "obj", "parataxis", "xcomp", "advcl", "dep"});
        });
    }

    // For a whole sentence whose tree is a guess ("Mr. A, B of C, sharply criticized ..."): a finite verb outside of
    // relative clauses and quotations behind a subject that is no relative word.
    [[nodiscard]] bool has_main_clause() const {
        bool subject = false;
        for (const auto token : kept_.tokens()) {
            if (sentence_.is_quoted(token)) continue;
            const bool relative = is_any(sentence_.fine_tag(token), {"WDT", "WP", "WP$", "WRB"});
            subject |= is_subject_relation(sentence_.relation(token)) && !relative && !is_of_relative_clause(token);
            if (subject && sentence_.is_finite_verb(token) && !is_of_relative_clause(token)) return true;
        }
        return false;
    }

    [[nodiscard]] bool has_finite_verb(std::uint32_t root) const {
        if (sentence_.is_finite_verb(root)) return true;
        return has_child(root, [&](std::uint32_t token) {
            return is_any(sentence_.relation(token), {"aux", "aux:pass", "cop"}) && sentence_.is_finite_verb(token);
        });
    }

    // Its own, that of the predicate before it, or the noun that a relative clause speaks of.
    [[nodiscard]] bool has_subject(std::uint32_t root) const {
        const auto is_kept_subject = [&](std::uint32_t token) {
            return is_subject_relation(sentence_.relation(token));
        };
        if (has_child(root, is_kept_subject)) return true;
        auto at = root;
        for (int step = 0; step < 3 && sentence_.relation(at) == "conj"; ++step) {
            at = sentence_.head(at);
            if (has_child(at, is_kept_subject)) return true;
        }
        if (sentence_.relation(root) != "acl:relcl") return false;
        const auto noun = sentence_.head(root);
        bool relative_subject = false;
        for (auto token = sentence_.range().begin; token < sentence_.range().end; ++token) {
            if (sentence_.head(token) == root && is_subject_relation(sentence_.relation(token)))
                relative_subject = is_any(sentence_.word(token), {"which", "who", "that"});
        }
        return relative_subject && noun != kNone && kept_.has(noun);
    }

    // Nothing is left out that the verb cannot be without, and no condition.
    [[nodiscard]] bool is_complete(std::uint32_t root) const {
        for (auto token = sentence_.range().begin; token < sentence_.range().end; ++token) {
            if (kept_.has(token) || sentence_.is_punctuation(token)) continue;
            const auto relation = sentence_.relation(token);
            const auto head = sentence_.head(token);
            if (head == kNone || !kept_.has(head)) continue;
            if (is_any(relation, {"aux",   "aux:pass",   "cop",      "obj",          "iobj",      "ccomp", "xcomp",
                                  "nsubj", "nsubj:pass", "compound", "compound:prt", "case",      "mark",  "nmod:poss",
                                  "flat",  "amod",       "nummod",   "fixed",        "obl:agent", "nmod"}))
                return false;
            if (sentence_.tokens().has(token, language::kNegationCue)) return false;
            if (relation == "advcl" && is_conditional(token)) return false;
            if (head == root && relation == "obl" && token > root && !has_comma_before(token)) return false;
        }
        return true;
    }

    // Heads of the words are kept too, but for those of the root and of what is shared with it.
    [[nodiscard]] bool holds_together(std::uint32_t root) const {
        std::size_t loose = 0;
        for (const auto token : kept_.tokens()) {
            if (token == root || sentence_.is_punctuation(token)) continue;
            const auto head = sentence_.head(token);
            const auto relation = sentence_.relation(token);
            if (head != kNone && kept_.has(head)) continue;
            if (is_any(relation, {"cc", "mark", "advmod", "discourse", "advcl", "ccomp", "conj"})) return false;
            // "The agency" and "has" of "The agency has fined the owner and closed the pier".
            const bool shared = head != kNone && head == sentence_.head(root) &&
                                (is_subject_relation(relation) || relation.substr(0, 3) == "aux");
            if (!shared) ++loose;
        }
        return loose <= 1;
    }

    // Who says it and how sure it is stand within the sentence: they must be kept with what they speak of.
    [[nodiscard]] bool keeps_attribution_and_certainty() const {
        const auto& text = sentence_.text();
        const auto here = [&](TokenSpan tokens) {
            return tokens.size() > 0 && sentence_.range().contains(tokens.begin);
        };
        for (const auto& one : text.attributions) {
            if (one.sentence != sentence_.number() || one.kind != language::CueKind::speech) continue;
            if (!here(one.content) || !kept_.has_any(one.content)) continue;
            if (!kept_.has_all(one.cue) || (here(one.speaker) && !kept_.has_all(one.speaker))) return false;
        }
        for (const auto& cue : text.certainty_cues) {
            if (here(cue.cue) && here(cue.scope) && kept_.has_any(cue.scope) && !kept_.has_all(cue.cue)) return false;
        }
        for (const auto& negation : text.negations) {
            if (here(negation.cue) && here(negation.scope) && kept_.has_any(negation.scope) &&
                !kept_.has_all(negation.cue))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool begins_like_a_clause(std::uint32_t root) const {
        const auto& tokens = kept_.tokens();
        if (is_any(sentence_.word(tokens.front()), {"which", "who", "whose", "whom", "where", ","})) return false;
        if (tokens.size() > 2 && sentence_.word(tokens[2]) == "which") return false;  // "all of which"
        // A relative clause that is told by itself has lost its "which", and has no other.
        const bool relative = sentence_.relation(root) == "acl:relcl";
        return !std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t token) {
            return is_any(sentence_.fine_tag(token), {"WDT", "WP", "WP$", "WRB"}) &&
                   (relative || sentence_.head(token) == root);
        });
    }

private:
    // What is said, said by the word itself: "told the board that it had to pay".
    [[nodiscard]] bool has_clause(std::uint32_t root) const {
        return has_child(root, [&](std::uint32_t token) { return sentence_.relation(token) == "ccomp"; });
    }

    // The verb of one, its auxiliary, or its subject.
    [[nodiscard]] bool is_of_relative_clause(std::uint32_t token) const {
        for (int step = 0; step < 2 && token != kNone; ++step) {
            const auto relation = sentence_.relation(token);
            if (is_any(relation, {"acl:relcl", "acl"})) return true;
            if (relation.substr(0, 3) != "aux" && relation != "cop" && !is_subject_relation(relation)) return false;
            token = sentence_.head(token);
        }
        return false;
    }

    template <class Accept>
    [[nodiscard]] bool has_child(std::uint32_t head, Accept accept) const {
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(),
                           [&](std::uint32_t token) { return sentence_.head(token) == head && accept(token); });
    }

    [[nodiscard]] bool is_conditional(std::uint32_t verb) const {
        for (auto token = sentence_.range().begin; token < sentence_.range().end; ++token) {
            if (sentence_.head(token) == verb && sentence_.relation(token) == "mark" &&
                is_any(sentence_.word(token), {"if", "unless", "until", "whether", "because", "as", "without", "that"}))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool has_comma_before(std::uint32_t token) const {
        const auto begin = sentence_.subtree(token).begin;
        return begin > sentence_.range().begin && sentence_.word(begin - 1) == ",";
    }

    const KeptWords& kept_;
    const ReportSentence& sentence_;
};

// Ends with a stop, in or outside of closing marks, and with no other sign than that.
bool ends_as_statement(std::string_view text) {
    constexpr std::string_view kMarks[] = {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99"};
    for (bool found = true; found;) {
        found = false;
        for (const auto mark : kMarks) {
            if (text.size() < mark.size() || text.substr(text.size() - mark.size()) != mark) continue;
            text.remove_suffix(mark.size());
            found = true;
        }
    }
    if (text.size() < 2 || text.substr(text.size() - 2) == "..") return false;
    return text.back() == '.' || text.back() == '!';
}

bool begins_small(const KeptWords& kept) {
    const auto first = kept.sentence().written(kept.tokens().front());
    return first.size() > 1 && first[0] >= 'a' && first[0] <= 'z' && !(first[1] >= 'A' && first[1] <= 'Z');
}

// The sentence that they stand in came to its end.
bool is_cut_off(const ReportSentence& sentence) {
    return !ends_as_statement(sentence.document().slice(sentence.bytes(sentence.range())));
}

bool has_foreign_matter(const KeptWords& kept) {
    const auto& tokens = kept.sentence().tokens();
    return std::any_of(kept.tokens().begin(), kept.tokens().end(), [&](std::uint32_t token) {
        return tokens.kind[token] == TokenKind::address ||
               is_any(kept.sentence().written(token),
                      {"|", "*", "\xC2\xA9", "\xE2\x80\xA2", "\xE2\x80\xA6", "...", "@", "#", "?"});
    });
}

}  // namespace

bool is_balanced(std::string_view text) {
    if (has_single_mark_alone(text)) return false;
    if (count(text, "\"") % 2 != 0) return false;
    if (count(text, "\xE2\x80\x9C") != count(text, "\xE2\x80\x9D")) return false;
    return count(text, "(") == count(text, ")") && count(text, "[") == count(text, "]");
}

std::optional<LeftOutReason> fault_of(const KeptWords& kept, Form form) {
    const ShapeLook look(kept);
    const auto root = kept.root();
    const auto words =
        static_cast<std::size_t>(std::count_if(kept.tokens().begin(), kept.tokens().end(), [&](std::uint32_t token) {
            return !kept.sentence().is_punctuation(token);
        }));
    if (root == kNone || words < kFewestWords || words > kMostWords || has_foreign_matter(kept) ||
        is_beside_story(kept))
        return LeftOutReason::not_independent;
    const bool states =
        (look.has_finite_verb(root) && look.has_subject(root)) || (form == Form::sentence && look.has_main_clause());
    if (!states || look.says_nothing(root)) return LeftOutReason::not_independent;
    if (is_within_open_quotation(kept.sentence()) && !kept.sentence().is_quoted(root))
        return LeftOutReason::not_independent;
    if (look.breaks_off() || look.is_no_statement(root) || look.is_half_of_pair(root))
        return LeftOutReason::not_independent;
    if (look.demands(root)) return LeftOutReason::opinion;
    if (is_cut_off(kept.sentence()) || !look.begins_like_a_clause(root)) return LeftOutReason::not_independent;
    if (form == Form::sentence) {
        if (begins_small(kept)) return LeftOutReason::not_independent;
        return std::nullopt;
    }
    if (!look.holds_together(root) || !look.is_complete(root) || !look.keeps_attribution_and_certainty())
        return LeftOutReason::not_independent;
    return std::nullopt;
}

}  // namespace axray::story
