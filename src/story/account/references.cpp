#include "story/account/references.hpp"

#include <algorithm>
#include <string_view>

#include "language/syntax/sentence_models.hpp"
#include "story/account/reference_words.hpp"

namespace axray::story {
namespace {

using language::ChainMember;
using language::kNone;
using language::MemberKind;
using language::NameChain;
using language::TokenSpan;

constexpr std::uint32_t kSentencesBack = 3;     // in which the one that a pronoun speaks of may be named
constexpr std::uint32_t kLongestPath = 8;       // from a word to the verb of its clause
constexpr std::uint32_t kShortDescription = 2;  // words of a description that says too little: "the ministry"

// A name as a copy out of the report, with its article where it has one.
Edit copy_of(const ReportSentence& sentence, std::uint32_t report, TokenSpan tokens, language::NameType type) {
    const auto& words = sentence.tokens();
    const auto& document = sentence.document();
    Span span{words.span[tokens.begin].begin, words.span[tokens.end - 1].end};
    if (tokens.begin > 0 && type != language::NameType::person) {
        const auto article = words.span[tokens.begin - 1];
        if (document.slice(article) == "the" && article.end + 1 == span.begin) span.begin = article.begin;
    }
    Edit edit;
    edit.text = std::string(document.slice(span));
    edit.traces.push_back({{0, span.size()}, {report, span}});
    return edit;
}

Edit copy_of_canonical(const ReportSentence& sentence, std::uint32_t report, const NameChain& chain) {
    return copy_of(sentence, report, sentence.text().mentions[chain.canonical].tokens, chain.type);
}

struct Chained {
    const NameChain* chain = nullptr;
    const ChainMember* member = nullptr;
};

class Resolver {
public:
    Resolver(const StoryTexts& texts, const KeptWords& kept, const std::set<std::string>& known)
        : texts_(texts), kept_(kept), sentence_(kept.sentence()), known_(known) {
        const auto& text = sentence_.text();
        for (const auto& chain : text.chains) {
            for (auto number = chain.begin; number < chain.end; ++number) {
                const auto& member = text.chain_members[number];
                if (sentence_.range().contains(member.tokens.begin)) members_.push_back({&chain, &member});
            }
        }
        std::sort(members_.begin(), members_.end(), [](const Chained& left, const Chained& right) {
            return left.member->tokens.begin < right.member->tokens.begin;
        });
    }

    std::optional<References> resolve() {
        for (const auto token : kept_.tokens()) {
            if (sentence_.is_quoted(token)) continue;
            if (!resolve_word(token)) {
                return std::nullopt;
            }
        }
        for (const auto& one : members_) {
            if (!sentence_.is_quoted(one.member->tokens.begin)) expand_name(one);
        }
        std::sort(found_.edits.begin(), found_.edits.end(),
                  [](const Edit& left, const Edit& right) { return left.span < right.span; });
        return std::move(found_);
    }

private:
    bool resolve_word(std::uint32_t token) {
        const auto word = sentence_.word(token);
        const auto tag = sentence_.fine_tag(token);
        if (is_speaker_of_report(word) && sentence_.written(token) != "US") return tag != "PRP" && tag != "PRP$";
        if (is_any(word, {"both", "either", "neither", "each"}) &&
            is_any(sentence_.relation(token), {"det", "nsubj", "det:predet"}))
            return followed_by(token, {"of"}) || (word == "both" && has_two_before(token)) ||
                   (sentence_.head(token) != kNone && has_modifier(sentence_.head(token)));
        if (is_any(word, {"there", "here"}) && tag == "RB") return has_place_before(token);
        if (is_any(word, {"later", "earlier"}) && (is_in_date(token) || is_in_date(token - 1)) && !has_calendar_date())
            return false;  // "half an hour later"
        if (word == "then" && is_any(sentence_.word(token - 1), {"since", "until", "by", "from", "before"}))
            return false;
        if (tag == "CD" && sentence_.word(token - 1) == "the" && sentence_.relation(token) != "nummod" &&
            sentence_.relation(token) != "compound" && !has_modifier(token) && !is_in_date(token))
            return word == "two" && has_two_before(token);
        if (word == "same" && sentence_.word(token - 1) == "the" && !followed_by(token, {"time", "day", "way"})) {
            const auto noun = sentence_.head(token);  // "the same article", not "the same pad as before"
            return noun != kNone && (sentence_.word(noun + 1) == "as" || has_modifier_behind(noun));
        }
        if (points_back(word)) return word == "former" && sentence_.relation(token) == "amod";
        if (word == "such") return followed_by(token, {"as"}) || is_opened_before(token);
        if (is_any(word, {"this", "these", "those", "that"}) && tag == "DT" && !is_in_date(token) &&
            is_any(sentence_.relation(token), {"det", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "root"}))
            return (word == "those" && (followed_by(token, {"who", "of", "in", "with"}) ||
                                        is_any(sentence_.fine_tag(token + 1), {"VBG", "VBN"}))) ||
                   is_opened_before(token);
        if (is_third_person(word) && (tag == "PRP" || tag == "PRP$")) return resolve_pronoun(token, word);
        if (word == "the") return resolve_description(token);
        return true;
    }

    [[nodiscard]] bool followed_by(std::uint32_t token, std::initializer_list<std::string_view> words) const {
        return is_any(sentence_.word(token + 1), words);
    }

    // Chains are wrong now and then, and a wrong name misleads: one is put in only where the sentences before bear it
    // out.
    bool resolve_pronoun(std::uint32_t token, std::string_view word) {
        if (sentence_.relation(token) == "expl") return true;
        const auto* one = member_at(token);
        if (one != nullptr && is_named_here(*one->chain)) return true;
        if (is_opened_before(token)) return true;
        if (is_plural(word)) return has_antecedent(token, word);
        const bool thing = is_any(word, {"it", "its"});
        const auto persons = thing ? 0 : persons_before(token);
        if (is_any(word, {"him", "her"}) && tag_is_object(token) && is_done_by_other(token))
            return one == nullptr && persons > 1 && stands_as_written(token);
        if (thing ? has_antecedent(token, word) : persons > 0)
            return thing || (one == nullptr && (persons == 1 || stands_as_written(token)));
        if (one == nullptr && thing) return false;
        if (!thing && !is_subject_of_root(token) && has_subject_before(token)) return one == nullptr;
        const auto before = bearer_before(thing ? one->chain->type : language::NameType::person);
        if (before.chain == nullptr || (one != nullptr && one->chain != before.chain)) return false;
        return put_in_bearer(before, {token, token + 1});
    }

    // In the first sentence of a report: what a word points to stands in it, and not before it.
    [[nodiscard]] bool is_opened_before(std::uint32_t token) const {
        if (!sentence_.is_opening() || !stands_as_written(token)) return false;
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t other) {
            return other < token && sentence_.is_noun(other) && !is_in_date(other) && !sentence_.is_quoted(other);
        });
    }

    // Of whom or what the word speaks a reader of the account can tell as well as a reader of the report.
    [[nodiscard]] bool stands_as_written(std::uint32_t token) const { return kept_.has_all_before(token); }

    // "Anna Berg and Tomas Lind ...; both men ..."
    [[nodiscard]] bool has_two_before(std::uint32_t token) const {
        return persons_before(token) > 1 && stands_as_written(token);
    }

    // "A mosque near the harbour ... being built there".
    [[nodiscard]] bool has_place_before(std::uint32_t token) const {
        if (!stands_as_written(token)) return false;
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t other) {
            return other < token && sentence_.is_noun(other) && !is_in_date(other) && !is_person(other) &&
                   is_any(sentence_.relation(other), {"obl", "nmod"});
        });
    }

    // A noun before the pronoun, in the same sentence, that it may speak of.
    [[nodiscard]] bool has_antecedent(std::uint32_t token, std::string_view word) const {
        const bool subject = is_subject_of_root(token);
        for (const auto other : kept_.tokens()) {
            if (other >= token) break;
            if (!sentence_.is_noun(other) || is_in_date(other) || sentence_.is_quoted(other)) continue;
            const auto relation = sentence_.relation(other);
            if (is_any(relation, {"compound", "obl:tmod", "obl:unmarked"})) continue;
            if (subject && relation.substr(0, 5) != "nsubj") continue;
            if (is_any(word, {"it", "its"}) && (is_person(other) || is_any(sentence_.fine_tag(other), {"NNS", "NNPS"})))
                continue;
            // "An official dismissed it": not the official.
            if (is_any(word, {"it", "them"}) && is_within_subject(other, sentence_.head(token))) continue;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool tag_is_object(std::uint32_t token) const { return sentence_.fine_tag(token) == "PRP"; }

    // "The mayor let her know": she is not the mayor.
    [[nodiscard]] bool is_done_by_other(std::uint32_t token) const {
        const auto verb = sentence_.head(token);
        const auto outer = verb == kNone ? kNone : sentence_.head(verb);
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t other) {
            return other < token && is_subject(other) && sentence_.head(other) != kNone &&
                   (sentence_.head(other) == verb || sentence_.head(other) == outer);
        });
    }

    // Of the verb, or part of the words that make its subject.
    [[nodiscard]] bool is_within_subject(std::uint32_t token, std::uint32_t verb) const {
        for (std::uint32_t step = 0; step < kLongestPath && token != kNone && kept_.has(token); ++step) {
            if (sentence_.head(token) == verb) return is_subject(token);
            token = sentence_.head(token);
        }
        return false;
    }

    // "The attacker left when he ...".
    [[nodiscard]] bool has_subject_before(std::uint32_t token) const {
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t other) {
            if (sentence_.fine_tag(token) == "PRP$" && !is_person(other)) return false;  // "the leadership praised his"
            return other < token && is_subject(other) && sentence_.is_noun(other) && !sentence_.is_quoted(other) &&
                   !sentence_.is_below(token, other) && !is_any(sentence_.fine_tag(other), {"NNS", "NNPS"});
        });
    }

    [[nodiscard]] bool is_person(std::uint32_t token) const {
        if (is_person_word(sentence_.word(token))) return true;
        return std::any_of(members_.begin(), members_.end(), [&](const Chained& one) {
            return one.chain->type == language::NameType::person && one.member->tokens.contains(token);
        });
    }

    // That are named or described before `token`: of several nobody can tell who "he" is.
    [[nodiscard]] std::size_t persons_before(std::uint32_t token) const {
        std::size_t persons = 0;
        std::set<const NameChain*> counted;
        for (const auto& one : members_) {
            const auto tokens = one.member->tokens;
            if (tokens.begin >= token || sentence_.is_quoted(tokens.begin) ||
                one.chain->type != language::NameType::person || !kept_.has_all(tokens))
                continue;
            persons += counted.insert(one.chain).second ? 1 : 0;
        }
        for (const auto other : kept_.tokens()) {
            if (other >= token) break;
            if (sentence_.is_quoted(other)) continue;
            const bool person = is_person_word(sentence_.word(other)) && sentence_.is_noun(other);
            if (person && !is_any(sentence_.relation(other), {"compound", "appos", "nmod:desc", "flat"}) &&
                !is_any(sentence_.fine_tag(other), {"NNS", "NNPS"}))
                ++persons;
        }
        return persons;
    }

    [[nodiscard]] bool is_in_date(std::uint32_t token) const {
        const auto& dates = sentence_.text().dates;
        return std::any_of(dates.begin(), dates.end(),
                           [&](const language::Date& date) { return date.tokens.contains(token); });
    }

    [[nodiscard]] bool has_calendar_date() const {
        const auto& dates = sentence_.text().dates;
        return std::any_of(dates.begin(), dates.end(), [&](const language::Date& date) {
            return kept_.has_all(date.tokens) && (date.is_calendar() || date.moment.known());
        });
    }

    [[nodiscard]] bool is_subject_of_root(std::uint32_t token) const {
        return sentence_.relation(token).substr(0, 5) == "nsubj" && sentence_.head(token) == kept_.root();
    }

    // "The ministry": by its chain, else presumed.
    bool resolve_description(std::uint32_t article) {
        const auto noun = sentence_.head(article);
        if (noun == kNone || !kept_.has(noun) || noun <= article || noun - article > kShortDescription) return true;
        if (sentence_.tokens().mention[noun] != kNone || !sentence_.is_noun(noun)) return true;
        if (noun == article + 2 && !has_modifier(noun) && sentence_.fine_tag(article + 1) == "CD") return false;
        if (noun == article + 2 && is_any(sentence_.word(article + 1), {"latest", "new", "recent", "same"}) &&
            is_subject(noun) &&
            is_any(sentence_.word(noun), {"development", "developments", "event", "events", "move", "moves"}))
            return false;
        const auto* one = member_at(article);
        if (one != nullptr && one->member->kind == MemberKind::description && is_subject(noun)) {
            if (is_named_here(*one->chain) || one->member->tokens.end > noun + 1) return true;
            if (one->chain->type == language::NameType::organisation) {
                put_in(*one->chain, sentence_.bytes(one->member->tokens),
                       copy_of_canonical(sentence_, kept_.report(), *one->chain));
                return true;
            }
        }
        if (noun != article + 1 || has_modifier(noun) || !is_subject(noun) || is_opened_before(article)) return true;
        if (is_speaker(noun)) return put_in_speaker_before({article, noun + 1});
        if (is_person_word(sentence_.word(noun))) return false;
        if (sentence_.head(noun) == kept_.root()) found_.presumes.push_back(sentence_.tokens().stem[noun]);
        return true;
    }

    [[nodiscard]] bool is_speaker(std::uint32_t token) const { return speaks(sentence_.number(), token); }

    // "The official", "the ministry": who spoke before.
    bool put_in_speaker_before(TokenSpan description) {
        const auto noun = sentence_.word(description.end - 1);
        const auto type = is_person_word(noun) ? language::NameType::person
                          : is_body_word(noun) ? language::NameType::organisation
                                               : language::NameType::unknown;
        if (type == language::NameType::unknown) return false;
        return put_in_bearer(bearer_before(type), description);
    }

    // Who bears a name, and the fullest form of it that was found.
    struct Bearer {
        const NameChain* chain = nullptr;
        TokenSpan name;
    };

    bool put_in_bearer(const Bearer& bearer, TokenSpan place) {
        if (bearer.chain == nullptr) return false;
        const auto* chain = bearer.chain;
        if (place.size() == 1 && is_named_here(*chain)) return true;
        auto name = copy_of(sentence_, kept_.report(), bearer.name, chain->type);
        if (place.size() == 1 && sentence_.fine_tag(place.begin) == "PRP$")
            name.text += name.text.back() == 's' ? "'" : "'s";
        put_in(*chain, sentence_.bytes(place), std::move(name));
        return true;
    }

    // The only bearer of a name of that type in the sentences before, if he or it is what one of them speaks of or the
    // one who speaks there; nullptr where there are several or none.
    [[nodiscard]] Bearer bearer_before(language::NameType type) const {
        const auto& text = sentence_.text();
        Bearer bearer;
        bool leads = false;
        for (std::uint32_t step = 1; step <= kSentencesBack && step <= sentence_.number(); ++step) {
            const auto number = sentence_.number() - step;
            const auto range = text.sentences[number].tokens;
            for (const auto& chain : text.chains) {
                if (chain.type != type) continue;
                for (auto place = chain.begin; place < chain.end; ++place) {
                    const auto& member = text.chain_members[place];
                    if (!range.contains(member.tokens.begin) || member.kind != MemberKind::name) continue;
                    if (type != language::NameType::person && !speaks(number, member.tokens.begin)) continue;
                    if (is_named_in_sentence(chain) || (bearer.chain != nullptr && bearer.chain != &chain)) return {};
                    bearer.chain = &chain;
                    if (member.tokens.size() > bearer.name.size()) bearer.name = member.tokens;
                    leads |= is_subject(text, member.tokens) || speaks(number, member.tokens.begin);
                }
            }
        }
        return leads ? bearer : Bearer{};
    }

    [[nodiscard]] bool speaks(std::uint32_t sentence, std::uint32_t token) const {
        const auto& all = sentence_.text().attributions;
        return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
            return one.kind == language::CueKind::speech && one.sentence == sentence && one.speaker.contains(token);
        });
    }

    [[nodiscard]] bool has_modifier(std::uint32_t noun) const {
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t token) {
            return sentence_.head(token) == noun &&
                   is_any(sentence_.relation(token),
                          {"nmod", "acl", "acl:relcl", "amod", "compound", "appos", "nmod:poss"});
        });
    }

    [[nodiscard]] bool has_modifier_behind(std::uint32_t noun) const {
        return std::any_of(kept_.tokens().begin(), kept_.tokens().end(), [&](std::uint32_t token) {
            return token > noun && sentence_.head(token) == noun &&
                   is_any(sentence_.relation(token), {"nmod", "acl", "acl:relcl", "advcl", "appos"});
        });
    }

    // Also within a quotation: whom somebody speaks of is not the one who speaks.
    [[nodiscard]] bool is_named_in_sentence(const NameChain& chain) const {
        return std::any_of(members_.begin(), members_.end(), [&](const Chained& one) {
            return one.chain == &chain && one.member->kind == MemberKind::name;
        });
    }

    // Of a clause, or what a sentence says somebody to be: "the official was Anna Berg".
    [[nodiscard]] static bool is_subject(const language::AnnotatedText& text, TokenSpan tokens) {
        for (auto token = tokens.begin; token < tokens.end; ++token) {
            const auto relation = language::relation_name(text.tokens.relation[token]);
            if (relation.substr(0, 5) == "nsubj" || relation == "root") return true;
        }
        return false;
    }

    [[nodiscard]] bool is_subject(std::uint32_t token) const {
        return sentence_.relation(token).substr(0, 5) == "nsubj";
    }

    void expand_name(const Chained& one) {
        const auto tokens = one.member->tokens;
        if (one.member->kind != MemberKind::name || one.chain->type != language::NameType::person) return;
        if (tokens.size() != 1 || !kept_.has_all(tokens) || is_put_in(*one.chain)) return;
        const auto& text = sentence_.text();
        const auto canonical = text.mentions[one.chain->canonical].tokens;
        if (!is_full_name(text, canonical) || !stands_for_itself(tokens.begin) ||
            text.tokens.form[canonical.end - 1] != text.tokens.form[tokens.begin])
            return;
        for (const auto& other : members_) {
            const auto& member = *other.member;
            if (other.chain == one.chain && member.kind == MemberKind::name && member.tokens.size() > 1 &&
                kept_.has_all(member.tokens))
                return;
        }
        auto name = copy_of_canonical(sentence_, kept_.report(), *one.chain);
        if (name.text.empty() || known_.count(name.text) != 0) return;
        // "Mr Torvane" stays so: a report that has him and his son may mean either.
        if (kept_.has(tokens.begin - 1) && is_title(sentence_.word(tokens.begin - 1))) return;
        if (shares_last_name(canonical)) return;
        put_in(*one.chain, sentence_.bytes(tokens), std::move(name));
    }

    // Somebody with the same last name has another first name, in any report.
    [[nodiscard]] bool shares_last_name(TokenSpan name) const {
        const auto& own = sentence_.tokens();
        return std::any_of(texts_.reports().begin(), texts_.reports().end(), [&](const ReportText& report) {
            const auto& text = report.closely;
            return std::any_of(text.mentions.begin(), text.mentions.end(), [&](const language::Mention& mention) {
                return mention.tokens.size() > 1 && mention.type == language::NameType::person &&
                       text.tokens.form[mention.tokens.end - 1] == own.form[name.end - 1] &&
                       text.tokens.form[mention.tokens.begin] != own.form[name.begin];
            });
        });
    }

    // First and last names, each with a capital, and no title.
    [[nodiscard]] bool is_full_name(const language::AnnotatedText& text, TokenSpan tokens) const {
        if (tokens.size() < 2 || tokens.size() > 5) return false;
        for (auto token = tokens.begin; token < tokens.end; ++token) {
            if (text.tokens.kind[token] == language::TokenKind::punctuation) {
                if (sentence_.document().slice(text.tokens.span[token]) != ".") return false;
                continue;
            }
            if (!text.tokens.has(token, language::kCapitalised)) return false;
        }
        std::string first(sentence_.document().slice(text.tokens.span[tokens.begin]));
        if (!first.empty() && first.front() >= 'A' && first.front() <= 'Z')
            first.front() = static_cast<char>(first.front() - 'A' + 'a');
        return !is_title(first);
    }

    // Not "the Torvane inquiry".
    [[nodiscard]] bool stands_for_itself(std::uint32_t token) const {
        return is_any(sentence_.relation(token), {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod",
                                                  "nmod:poss", "appos", "conj", "root"});
    }

    void put_in(const NameChain& chain, Span place, Edit name) {
        found_.named.push_back(name.text);
        name.span = place;
        found_.edits.push_back(std::move(name));
        put_in_.push_back(&chain);
    }

    [[nodiscard]] bool is_put_in(const NameChain& chain) const {
        return std::find(put_in_.begin(), put_in_.end(), &chain) != put_in_.end();
    }

    [[nodiscard]] bool is_named_here(const NameChain& chain) const {
        if (is_put_in(chain)) return true;
        return std::any_of(members_.begin(), members_.end(), [&](const Chained& one) {
            return one.chain == &chain && one.member->kind == MemberKind::name && kept_.has_all(one.member->tokens) &&
                   !sentence_.is_quoted(one.member->tokens.begin);
        });
    }

    [[nodiscard]] const Chained* member_at(std::uint32_t token) const {
        for (const auto& one : members_) {
            if (one.member->tokens.begin == token && kept_.has_all(one.member->tokens)) return &one;
        }
        return nullptr;
    }

    const StoryTexts& texts_;
    const KeptWords& kept_;
    const ReportSentence& sentence_;
    const std::set<std::string>& known_;
    std::vector<Chained> members_;
    std::vector<const NameChain*> put_in_;
    References found_;
};

}  // namespace

std::optional<References> resolve_references(const StoryTexts& texts, const KeptWords& kept,
                                             const std::set<std::string>& known) {
    return Resolver(texts, kept, known).resolve();
}

Edit first_name_in(const ReportSentence& sentence, std::uint32_t report, TokenSpan tokens) {
    const auto& text = sentence.text();
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        const auto mention = text.tokens.mention[token];
        if (mention == kNone) continue;
        return copy_of(sentence, report, text.mentions[mention].tokens, text.mentions[mention].type);
    }
    return {};
}

}  // namespace axray::story
