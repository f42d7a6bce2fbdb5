#include "story/account/references.hpp"

#include <algorithm>
#include <string_view>

namespace axray::story {
namespace {

using language::ChainMember;
using language::kNone;
using language::MemberKind;
using language::NameChain;
using language::TokenSpan;

constexpr std::uint32_t kShortDescription = 2;  // words of a description that says too little: "the ministry"

bool is_speaker_of_report(std::string_view word) {
    return is_any(word, {"i", "we", "you", "me", "us", "my", "our", "your", "mine", "ours", "yours", "ourselves",
                         "myself", "yourself"});
}

bool is_third_person(std::string_view word) {
    return is_any(word, {"he", "she", "they", "it", "him", "her", "them", "his", "hers", "its", "their", "theirs"});
}

bool is_plural(std::string_view word) { return is_any(word, {"they", "them", "their", "theirs"}); }

// Words that point to something said before, wherever they stand.
bool points_back(std::string_view word) {
    return is_any(word,
                  {"aforementioned", "abovementioned", "above-mentioned", "latter", "former", "thereof", "therein"});
}

struct Chained {
    const NameChain* chain = nullptr;
    const ChainMember* member = nullptr;
};

class Resolver {
public:
    Resolver(const KeptWords& kept, const std::set<std::string>& known)
        : kept_(kept), sentence_(kept.sentence()), known_(known) {
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
            if (!resolve_word(token)) return std::nullopt;
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
        if (points_back(word)) return word == "former" && sentence_.relation(token) == "amod";
        if (word == "such") return followed_by(token, {"as"});
        if (is_any(word, {"this", "these", "those", "that"}) && tag == "DT" &&
            sentence_.tokens().date[token] == kNone)
            return word == "those" && followed_by(token, {"who", "of", "in", "with"});
        if (is_third_person(word) && (tag == "PRP" || tag == "PRP$")) return resolve_pronoun(token, word);
        if (word == "the") return resolve_description(token);
        return true;
    }

    [[nodiscard]] bool followed_by(std::uint32_t token, std::initializer_list<std::string_view> words) const {
        return is_any(sentence_.word(token + 1), words);
    }

    bool resolve_pronoun(std::uint32_t token, std::string_view word) {
        if (sentence_.relation(token) == "expl") return true;
        const auto* one = member_at(token);
        if (one == nullptr) return has_antecedent(token, word);
        if (is_named_here(*one->chain)) return true;
        if (has_antecedent(token, word) && !is_subject_of_root(token)) return true;
        if (is_plural(word)) return false;
        auto name = full_name(sentence_, kept_.report(), {token, token + 1});
        if (name.text.empty()) return false;
        if (sentence_.fine_tag(token) == "PRP$") name.text += name.text.back() == 's' ? "'" : "'s";
        put_in(*one->chain, sentence_.span(token), std::move(name));
        return true;
    }

    // A noun before the pronoun, in the same sentence, that it may speak of.
    [[nodiscard]] bool has_antecedent(std::uint32_t token, std::string_view word) const {
        const bool subject = is_subject_of_root(token);
        for (const auto other : kept_.tokens()) {
            if (other >= token) break;
            if (!sentence_.is_noun(other) || sentence_.tokens().date[other] != kNone) continue;
            const auto relation = sentence_.relation(other);
            if (is_any(relation, {"compound", "obl:tmod", "obl:unmarked"})) continue;
            if (subject && relation.substr(0, 5) != "nsubj") continue;
            const bool many = is_any(sentence_.fine_tag(other), {"NNS", "NNPS"});
            if (is_any(word, {"it", "its"}) && many) continue;
            if (is_any(word, {"he", "she", "his", "her", "him", "hers"}) && many) continue;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_subject_of_root(std::uint32_t token) const {
        return sentence_.relation(token).substr(0, 5) == "nsubj" && sentence_.head(token) == kept_.root();
    }

    // "The ministry": by its chain, else presumed.
    bool resolve_description(std::uint32_t article) {
        const auto noun = sentence_.head(article);
        if (noun == kNone || !kept_.has(noun) || noun <= article || noun - article > kShortDescription) return true;
        if (sentence_.tokens().mention[noun] != kNone || !sentence_.is_noun(noun)) return true;
        const auto* one = member_at(article);
        if (one != nullptr && one->member->kind == MemberKind::description) {
            if (is_named_here(*one->chain) || one->member->tokens.end > noun + 1) return true;
            auto name = full_name(sentence_, kept_.report(), one->member->tokens);
            if (!name.text.empty()) {
                put_in(*one->chain, sentence_.bytes(one->member->tokens), std::move(name));
                return true;
            }
        }
        const bool bare = noun == article + 1 && !has_modifier(noun);
        if (bare && is_subject(noun)) found_.presumes.push_back(sentence_.tokens().stem[noun]);
        return true;
    }

    [[nodiscard]] bool has_modifier(std::uint32_t noun) const {
        for (const auto token : kept_.tokens()) {
            if (sentence_.head(token) == noun && is_any(sentence_.relation(token), {"nmod", "acl", "acl:relcl", "amod",
                                                                                    "compound", "appos", "nmod:poss"}))
                return true;
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
        if (canonical.size() < 2 || text.tokens.form[canonical.end - 1] != text.tokens.form[tokens.begin]) return;
        for (const auto& other : members_) {
            const auto& member = *other.member;
            if (other.chain == one.chain && member.kind == MemberKind::name && member.tokens.size() > 1 &&
                kept_.has_all(member.tokens))
                return;
        }
        auto name = full_name(sentence_, kept_.report(), tokens);
        if (name.text.empty() || known_.count(name.text) != 0) return;
        put_in(*one.chain, sentence_.bytes(tokens), std::move(name));
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
            return one.chain == &chain && one.member->kind == MemberKind::name && kept_.has_all(one.member->tokens);
        });
    }

    [[nodiscard]] const Chained* member_at(std::uint32_t token) const {
        for (const auto& one : members_) {
            if (one.member->tokens.begin == token && kept_.has_all(one.member->tokens)) return &one;
        }
        return nullptr;
    }

    const KeptWords& kept_;
    const ReportSentence& sentence_;
    const std::set<std::string>& known_;
    std::vector<Chained> members_;
    std::vector<const NameChain*> put_in_;
    References found_;
};

}  // namespace

std::optional<References> resolve_references(const KeptWords& kept, const std::set<std::string>& known) {
    return Resolver(kept, known).resolve();
}

Edit full_name(const ReportSentence& sentence, std::uint32_t report, TokenSpan tokens) {
    const auto& text = sentence.text();
    for (const auto& chain : text.chains) {
        for (auto number = chain.begin; number < chain.end; ++number) {
            if (text.chain_members[number].tokens != tokens) continue;
            auto span = text.mentions[chain.canonical].span;
            const auto first = text.mentions[chain.canonical].tokens.begin;
            const auto& document = sentence.document();
            if (first > 0) {
                const auto article = text.tokens.span[first - 1];
                if (document.slice(article) == "the" && article.end + 1 == span.begin) span.begin = article.begin;
            }
            Edit edit;
            edit.text = std::string(document.slice(span));
            edit.traces.push_back({{0, span.size()}, {report, span}});
            return edit;
        }
    }
    return {};
}

}  // namespace axray::story
