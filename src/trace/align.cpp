#include "trace/align.hpp"

#include <algorithm>
#include <cstdlib>

#include "language/dates/moments.hpp"

namespace axray::trace {
namespace {

using language::kNone;
using language::Mention;

constexpr float kSureMeaning = 0.85F;  // of derived words, not of synonyms

// Aligns one claim with one sentence; short-lived.
class Aligner {
public:
    Aligner(const ClaimWords& claim, const SourceIndex& index, std::uint32_t sentence, LexicalRelations& relations)
        : claim_(claim),
          index_(index),
          place_(index.sentences()[sentence]),
          source_(index.text(place_.source)),
          first_token_(index.first_token(place_.source)),
          relations_(relations) {
        result_.sentence = sentence;
        result_.links.resize(claim.words.size());
        collect_source_words();
    }

    SentenceAlignment run(AlignmentDepth depth) {
        align_surface();
        align_dates();
        align_names();
        if (depth == AlignmentDepth::lexical) align_lexical();
        measure();
        return std::move(result_);
    }

private:
    void collect_source_words() {
        for (std::uint32_t position = place_.begin; position < place_.end; ++position) {
            if (source_.tokens.is_content(position - first_token_)) source_words_.push_back(position - first_token_);
        }
    }

    // How far linking `word` to source token `token` departs from the order set by the word linked before it.
    [[nodiscard]] int displacement(std::size_t word, std::uint32_t token) const {
        if (word == 0 || result_.links[word - 1].position == kNone) return 0;
        const int claim_step =
            static_cast<int>(claim_.words[word].token) - static_cast<int>(claim_.words[word - 1].token);
        const int source_step =
            static_cast<int>(token) - static_cast<int>(result_.links[word - 1].position - first_token_);
        return std::abs(source_step - claim_step);
    }

    void link(std::size_t word, const Relation& relation, std::uint32_t token) {
        result_.links[word] = {relation.kind, relation.strength, token + first_token_};
    }

    void align_surface() {
        for (std::size_t word = 0; word < claim_.words.size(); ++word) {
            const TokenReference claim_token{claim_.text, claim_.words[word].token};
            Relation best;
            int best_displacement = 0;
            std::uint32_t best_token = kNone;
            for (const std::uint32_t token : source_words_) {
                const Relation relation = surface_relation(claim_token, {&source_, token});
                if (relation.strength == 0) continue;
                const int moved = displacement(word, token);
                if (best_token == kNone || moved < best_displacement) {
                    best = relation;
                    best_displacement = moved;
                    best_token = token;
                }
            }
            if (best_token != kNone) link(word, best, best_token);
        }
    }

    // "25 March 2024" against "Monday" of a source that was published the day after.
    void align_dates() {
        const auto& dates = source_.dates;
        const std::uint32_t begin = place_.begin - first_token_;
        const std::uint32_t end = place_.end - first_token_;
        const auto first = std::partition_point(dates.begin(), dates.end(),
                                                [begin](const auto& one) { return one.tokens.begin < begin; });
        if (first == dates.end() || first->tokens.begin >= end) return;
        for (std::size_t word = 0; word < claim_.words.size(); ++word) {
            if (result_.links[word].position != kNone) continue;
            const language::Date* mine = language::date_at(*claim_.text, claim_.words[word].token);
            if (mine == nullptr) continue;
            for (auto other = first; other != dates.end() && other->tokens.begin < end; ++other) {
                if (!language::bears_out_by_reckoning({*mine, *claim_.text}, {*other, source_})) continue;
                link(word, {AlignmentKind::same_value, 1.0F}, other->tokens.end - 1);
                break;
            }
        }
    }

    void align_names() {
        const language::Tokens& tokens = claim_.text->tokens;
        for (std::size_t word = 0; word < claim_.words.size(); ++word) {
            const std::uint32_t mention = tokens.mention[claim_.words[word].token];
            if (mention == kNone || result_.links[word].position != kNone) continue;
            for (const std::uint32_t token : source_words_) {
                const std::uint32_t other = source_.tokens.mention[token];
                if (other == kNone || !names_meet(claim_.text->mentions[mention], source_.mentions[other])) continue;
                link(word, {AlignmentKind::alias, 1.0F}, source_.mentions[other].tokens.begin);
                break;
            }
            if (result_.links[word].position == kNone) align_rest_of_name(word, mention);
        }
    }

    [[nodiscard]] bool names_meet(const Mention& claim, const Mention& source) const {
        return same_name(claim, source) ||
               (!other_entity(claim, source) && relations_.same_name(claim.key, source.key));
    }

    // "Joe Biden" against "Biden": the first name counts when the source has the full name somewhere.
    void align_rest_of_name(std::size_t word, std::uint32_t mention) {
        const Mention& name = claim_.text->mentions[mention];
        for (std::size_t other = 0; other < claim_.words.size(); ++other) {
            const WordLink& linked = result_.links[other];
            if (!name.tokens.contains(claim_.words[other].token) || linked.position == kNone) continue;
            if (source_.tokens.mention[linked.position - first_token_] == kNone || !source_holds(name.key)) continue;
            link(word, {AlignmentKind::alias, 1.0F}, linked.position - first_token_);
            return;
        }
    }

    [[nodiscard]] bool source_holds(std::uint64_t name) const {
        const auto positions = index_.find_name(name);
        const auto first = std::lower_bound(positions.begin(), positions.end(), first_token_);
        return first != positions.end() && *first < first_token_ + source_.tokens.size();
    }

    void align_lexical() {
        for (std::size_t word = 0; word < claim_.words.size(); ++word) {
            const std::uint32_t claim_token = claim_.words[word].token;
            if (result_.links[word].position != kNone) continue;
            if (claim_.text->tokens.kind[claim_token] != language::TokenKind::word) continue;
            const bool is_name = claim_.text->tokens.mention[claim_token] != kNone;
            Relation best;
            std::uint32_t best_token = kNone;
            for (const std::uint32_t token : source_words_) {
                const Relation relation =
                    relations_.relate(claim_.text->tokens.lemma[claim_token], source_.tokens.lemma[token]);
                // A name is the same as its adjective ("China", "Chinese") and nothing looser.
                if (relation.strength <= best.strength || (is_name && relation.strength < kSureMeaning)) continue;
                if (is_name && in_names_of_others({claim_.text, claim_token}, {&source_, token})) continue;
                best = relation;
                best_token = token;
            }
            if (best_token != kNone) link(word, best, best_token);
        }
    }

    void measure() {
        float covered = 0;
        for (std::size_t word = 0; word < claim_.words.size(); ++word) {
            covered += claim_.words[word].weight * result_.links[word].strength;
        }
        result_.coverage = claim_.total_weight > 0 ? covered / claim_.total_weight : 0;
    }

    const ClaimWords& claim_;
    const SourceIndex& index_;
    SourceSentence place_;
    const language::AnnotatedText& source_;
    std::uint32_t first_token_;
    LexicalRelations& relations_;
    std::vector<std::uint32_t> source_words_;  // content tokens of the sentence, positions within the source
    SentenceAlignment result_;
};

}  // namespace

SentenceAlignment align(const ClaimWords& claim, const SourceIndex& index, std::uint32_t sentence, AlignmentDepth depth,
                        LexicalRelations& relations) {
    return Aligner(claim, index, sentence, relations).run(depth);
}

}  // namespace axray::trace
