#include "story/facts/claim_parts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "judge/judge.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::kNone;
using language::TokenSpan;
using language::WordTag;

constexpr std::uint32_t kFewestWords = 3;  // with content, of a part and of what it is cut from
constexpr std::uint32_t kLongest = 200;    // tokens of a sentence that is looked into
constexpr std::uint32_t kLongestNoun = 8;  // tokens of the noun group that a leading participle speaks of
constexpr std::uint32_t kDeepest = 40;     // steps from a word to the root that are looked at

struct Part {
    TokenSpan own;
    TokenSpan context;
    bool between_commas = false;
};

class PartFinder {
public:
    PartFinder(const Document& document, const AnnotatedText& text, const Claim& claim)
        : document_(document), text_(text), tokens_(text.tokens), claim_(claim), place_(token_range(claim.span)) {}

    ClaimParts find() {
        ClaimParts found;
        found.main = claim_;
        if (place_.size() == 0 || text_.sentences[claim_.sentence].tokens.size() > kLongest) return found;
        for (auto token = place_.begin; token < place_.end; ++token) {
            auto part = part_at(token);
            if (!part && token == place_.begin) part = leading_part();
            if (!part) part = dated_act_at(token);
            if (!part) continue;
            const bool told = part->context.size() > 0;
            found.parts.push_back(claim_of(part->own, told ? std::vector{part->context} : std::vector<TokenSpan>{}));
            parts_.push_back(*part);
            token = part->own.end - 1;
        }
        reduce(found);
        return found;
    }

private:
    [[nodiscard]] TokenSpan token_range(Span span) const {
        const auto sentence = text_.sentences[claim_.sentence].tokens;
        TokenSpan range{sentence.begin, sentence.begin};
        while (range.begin < sentence.end && tokens_.span[range.begin].begin < span.begin) ++range.begin;
        range.end = range.begin;
        while (range.end < sentence.end && tokens_.span[range.end].end <= span.end) ++range.end;
        return range;
    }

    [[nodiscard]] std::string_view relation(std::uint32_t token) const {
        return language::relation_name(tokens_.relation[token]);
    }
    [[nodiscard]] std::string_view word(std::uint32_t token) const { return document_.slice(tokens_.span[token]); }
    [[nodiscard]] bool is_comma(std::uint32_t token) const {
        return place_.contains(token) && (word(token) == "," || word(token) == "(" || word(token) == "\xE2\x80\x94");
    }

    [[nodiscard]] bool below(std::uint32_t token, std::uint32_t top) const {
        for (std::uint32_t step = 0; token != kNone && step < kDeepest; ++step, token = tokens_.head[token]) {
            if (token == top) return true;
        }
        return false;
    }

    // The run of tokens around `top` that hang on it, within the claim.
    [[nodiscard]] TokenSpan subtree(std::uint32_t top) const {
        TokenSpan run{top, top + 1};
        while (run.begin > place_.begin && below(run.begin - 1, top)) --run.begin;
        while (run.end < place_.end && below(run.end, top)) ++run.end;
        return run;
    }

    [[nodiscard]] std::uint32_t content_in(TokenSpan range) const {
        std::uint32_t count = 0;
        for (auto token = range.begin; token < range.end; ++token) count += tokens_.is_content(token) ? 1U : 0U;
        return count;
    }

    [[nodiscard]] std::uint32_t child(std::uint32_t head, std::string_view wanted) const {
        const auto sentence = text_.sentences[claim_.sentence].tokens;
        for (auto token = sentence.begin; token < sentence.end; ++token) {
            if (tokens_.head[token] == head && relation(token).substr(0, wanted.size()) == wanted) return token;
        }
        return kNone;
    }

    [[nodiscard]] bool accused_of(std::uint32_t token) const {
        auto speech = std::partition_point(text_.attributions.begin(), text_.attributions.end(),
                                           [this](const auto& one) { return one.sentence < claim_.sentence; });
        for (; speech != text_.attributions.end() && speech->sentence == claim_.sentence; ++speech) {
            if (speech->stance == language::Stance::accuses && speech->content.contains(token)) return true;
        }
        return false;
    }

    // A clause that states something: no purpose, condition or time.
    [[nodiscard]] bool states(std::uint32_t verb) const {
        const auto kind = relation(verb);
        const bool of_noun = kind == "acl" || kind == "acl:relcl";
        if (!of_noun && kind != "advcl") return false;
        const bool is_verb = tokens_.tag[verb] == WordTag::verb;
        if (!is_verb && !(of_noun && tokens_.tag[verb] == WordTag::adjective)) return false;
        if (tokens_.has(verb, language::kInQuotation) || tokens_.head[verb] == kNone) return false;
        const auto mark = child(verb, "mark");
        return mark == kNone || (word(mark) == "of" && accused_of(verb));
    }

    // Behind the words that only tie the clause to its noun.
    [[nodiscard]] TokenSpan without_ties(TokenSpan range) const {
        const auto ties = [this](std::uint32_t token) {
            const auto written = word(token);
            return is_comma(token) || written == "which" || written == "who" || written == "that" || written == "of" ||
                   tokens_.kind[token] == language::TokenKind::punctuation;
        };
        while (range.begin < range.end && ties(range.begin)) ++range.begin;
        while (range.end > range.begin && tokens_.kind[range.end - 1] == language::TokenKind::punctuation &&
               !tokens_.has(range.end - 1, language::kInQuotation))
            --range.end;
        return range;
    }

    // What the clause speaks of: the words of its noun before it, else the subject of the clause above.
    [[nodiscard]] TokenSpan context_of(std::uint32_t verb, TokenSpan own) const {
        auto top = tokens_.head[verb];
        if (relation(verb) == "advcl") top = child(top, "nsubj");
        if (top == kNone || own.contains(top)) return {};
        TokenSpan run{top, top + 1};
        const auto sentence = text_.sentences[claim_.sentence].tokens;
        while (run.begin > sentence.begin && !own.contains(run.begin - 1) && below(run.begin - 1, top) &&
               relation(run.begin - 1) != "case")
            --run.begin;
        while (run.end < sentence.end && !own.contains(run.end) && below(run.end, top)) ++run.end;
        return without_ties(run);
    }

    [[nodiscard]] bool comma_before(TokenSpan range) const {
        return range.begin > place_.begin && is_comma(range.begin - 1);
    }
    // "Dubbed \"Blue Group,\" the firm ...": the comma may stand inside of the quotation.
    [[nodiscard]] bool comma_around_end(TokenSpan range) const {
        return is_comma(range.end - 1) || is_comma(range.end) || is_comma(range.end + 1);
    }

    // "Blue Group, the firm known as Norvik": the apposition as a whole speaks of the name before it. One without "and"
    // is often taken for the next of a list.
    [[nodiscard]] Part in_apposition(std::uint32_t verb, const Part& part) const {
        const auto noun = tokens_.head[verb];
        if (part.between_commas || part.context.end != part.own.begin) return part;
        if (relation(noun) != "appos" && (relation(noun) != "conj" || child(noun, "cc") != kNone)) return part;
        const TokenSpan whole{part.context.begin, part.own.end};
        if (!comma_before(whole) || whole.begin < place_.begin + 2) return part;
        const auto name = tokens_.mention[whole.begin - 2];
        if (name == kNone) return part;
        return {whole, text_.mentions[name].tokens, true};
    }

    // "Dubbed \"Blue Group,\" the firm denied it.": a participle that leads the sentence, whatever it is taken to hang
    // on.
    [[nodiscard]] std::optional<Part> leading_part() const {
        const auto tag = language::fine_tag_name(tokens_.fine_tag[place_.begin]);
        if (tag != "VBN" && tag != "VBG") return std::nullopt;
        auto comma = place_.begin + 1;
        while (comma < place_.end && !is_comma(comma) && tokens_.tag[comma] != WordTag::auxiliary) ++comma;
        if (comma >= place_.end || !is_comma(comma)) return std::nullopt;
        auto noun = comma + 1;
        while (noun < place_.end && tokens_.kind[noun] == language::TokenKind::punctuation) ++noun;
        auto verb = noun;
        while (verb < place_.end && verb < noun + kLongestNoun && !has_verb({verb, verb + 1})) ++verb;
        if (verb == noun || verb >= place_.end || !has_verb({verb, verb + 1})) return std::nullopt;
        const Part part{{place_.begin, comma}, {noun, verb}, true};
        if (content_in(part.own) < kFewestWords || content_in({noun, place_.end}) < kFewestWords) return std::nullopt;
        return part;
    }

    [[nodiscard]] std::optional<Part> part_at(std::uint32_t first) const {
        for (auto verb = first; verb < place_.end && verb < first + kDeepest; ++verb) {
            if (!states(verb)) continue;
            const auto whole = subtree(verb);
            if (whole.begin != first) continue;
            Part part;
            part.own = without_ties(whole);
            if (part.own.size() == 0 || content_in(part.own) < kFewestWords) continue;
            if (content_in(place_) < content_in(part.own) + kFewestWords) continue;
            part.context = context_of(verb, part.own);
            if (part.context.size() == 0) continue;
            part.between_commas = is_comma(part.own.begin) || comma_before(part.own) ||
                                  (whole.begin == place_.begin && comma_around_end(part.own));
            return in_apposition(verb, part);
        }
        return std::nullopt;
    }

    // Whether a word hangs on a noun as part of its own group: no clause, no next of a list.
    [[nodiscard]] bool within_group(std::uint32_t token, std::uint32_t noun) const {
        for (std::uint32_t step = 0; token != kNone && step < kDeepest; ++step, token = tokens_.head[token]) {
            if (token == noun) return true;
            const auto kind = relation(token);
            const bool further = kind == "conj" || kind == "cc" || kind == "punct" || kind == "appos";
            if ((further && tokens_.head[token] == noun) || kind.substr(0, 3) == "acl" || kind == "advcl") return false;
        }
        return false;
    }

    // "and the 2018 ...": the next of a list, whatever it is taken to hang on.
    [[nodiscard]] bool begins_dated(std::uint32_t token) const {
        if (relation(token) != "cc") return false;
        const auto end = std::min(place_.end, token + kLongestNoun);
        for (auto next = token + 1; next < end && tokens_.tag[next] != WordTag::adposition; ++next) {
            if (tokens_.date[next] != kNone) return true;
        }
        return false;
    }

    // "... such as the 2018 hacking of an ore firm and the 2020 theft of its plans": an act told by a noun with its
    // time and what it was done to states as much as a clause would.
    [[nodiscard]] std::optional<Part> dated_act_at(std::uint32_t first) const {
        for (auto noun = first; noun < place_.end && noun < first + kLongestNoun; ++noun) {
            if (tokens_.tag[noun] != WordTag::noun || !within_group(first, noun)) continue;
            Part part{{first, noun + 1}, {}, false};
            if (first > place_.begin && within_group(first - 1, noun) && relation(first - 1) != "case") continue;
            while (part.own.end < place_.end && within_group(part.own.end, noun) && !begins_dated(part.own.end))
                ++part.own.end;
            bool dated = false;
            bool done_to = false;
            for (auto token = part.own.begin; token < part.own.end; ++token) {
                dated = dated || (tokens_.date[token] != kNone && tokens_.head[token] == noun);
                done_to = done_to || (token > noun && tokens_.head[token] == noun && relation(token) == "nmod");
            }
            if (!dated || !done_to || relation(noun).substr(0, 5) == "nsubj") continue;
            if (word(part.own.begin) == "such" || relation(part.own.begin) == "case") continue;
            if (content_in(part.own) < kFewestWords + 1) continue;
            if (content_in(place_) < content_in(part.own) + kFewestWords) continue;
            return part;
        }
        return std::nullopt;
    }

    [[nodiscard]] Span bytes_of(TokenSpan range) const {
        return {tokens_.span[range.begin].begin, tokens_.span[range.end - 1].end};
    }

    [[nodiscard]] Claim claim_of(TokenSpan own, const std::vector<TokenSpan>& before) const {
        Claim part = claim_;
        part.span = bytes_of(own);
        part.context.clear();
        part.text.clear();
        for (const auto range : before) {
            part.context.push_back(bytes_of(range));
            part.text += std::string(document_.slice(part.context.back())) + ' ';
        }
        part.text += document_.slice(part.span);
        std::replace(part.text.begin(), part.text.end(), '\n', ' ');
        return part;
    }

    // Takes off the claim what stands between commas: from its end, its beginning, or from before its verb.
    void reduce(ClaimParts& found) const {
        TokenSpan rest = place_;
        std::vector<TokenSpan> before;
        for (const auto& part : parts_) {
            if (!part.between_commas) continue;
            if (part.own.end + 1 >= rest.end && part.own.begin > rest.begin)
                rest.end = part.own.begin;
            else if (part.own.begin == rest.begin)
                rest.begin = part.own.end;
            else if (part.own.begin > rest.begin && !has_verb({rest.begin, part.own.begin})) {
                before.push_back(without_ties({rest.begin, part.own.begin}));
                rest.begin = part.own.end;
            }
        }
        rest = without_ties(rest);
        if (rest == without_ties(place_) || content_in(rest) < kFewestWords) return;
        std::erase_if(before, [](TokenSpan range) { return range.size() == 0; });
        auto context = claim_.context;
        found.main = claim_of(rest, before);
        found.main.context.insert(found.main.context.begin(), context.begin(), context.end());
        found.reduced = true;
    }

    [[nodiscard]] bool has_verb(TokenSpan range) const {
        for (auto token = range.begin; token < range.end; ++token) {
            if (tokens_.tag[token] == WordTag::verb || tokens_.tag[token] == WordTag::auxiliary) return true;
        }
        return false;
    }

    const Document& document_;
    const AnnotatedText& text_;
    const language::Tokens& tokens_;
    const Claim& claim_;
    TokenSpan place_;
    std::vector<Part> parts_;
};

}  // namespace

std::optional<Claim> as_one_claim(const Document& document, const AnnotatedText& text, const Claim& first,
                                  const Claim& second) {
    if (first.sentence != second.sentence || first.span.end > second.span.begin) return std::nullopt;
    const auto& tokens = text.tokens;
    const auto sentence = text.sentences[first.sentence].tokens;
    if (sentence.size() > kLongest) return std::nullopt;
    std::uint32_t top = kNone;
    for (auto token = sentence.begin; token < sentence.end; ++token) {
        if (!first.span.contains(tokens.span[token]) || tokens.kind[token] == language::TokenKind::punctuation)
            continue;
        const auto head = tokens.head[token];
        if (head != kNone && first.span.contains(tokens.span[head])) continue;
        if (top != kNone || head == kNone || !second.span.contains(tokens.span[head])) return std::nullopt;
        top = token;
    }
    if (top == kNone || tokens.tag[top] == WordTag::verb || tokens.tag[top] == WordTag::auxiliary) return std::nullopt;
    const auto relation = language::relation_name(tokens.relation[top]);
    if (relation.substr(0, 5) != "nsubj" && relation != "obl") return std::nullopt;
    Claim joined = second;
    joined.span = {first.span.begin, second.span.end};
    std::erase_if(joined.context, [&joined](Span span) { return joined.span.contains(span); });
    joined.text = document.slice(joined.span);
    std::replace(joined.text.begin(), joined.text.end(), '\n', ' ');
    return joined;
}

ClaimParts find_parts(const Document& document, const AnnotatedText& text, const Claim& claim) {
    return PartFinder(document, text, claim).find();
}

}  // namespace axray::story
