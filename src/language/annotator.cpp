#include "language/annotator.hpp"

#include <cassert>
#include <utility>

#include "language/certainty/polarity.hpp"
#include "language/dates/dates.hpp"
#include "language/names/chains.hpp"
#include "language/names/known_names.hpp"
#include "language/names/mentions.hpp"
#include "language/names/name_types.hpp"
#include "language/names/tagged_mentions.hpp"
#include "language/quantities/quantities.hpp"
#include "language/segments/clauses.hpp"
#include "language/segments/partition.hpp"
#include "language/segments/sentence_marks.hpp"
#include "language/segments/sentence_splitter.hpp"
#include "language/segments/tokenizer.hpp"
#include "language/speech/attributions.hpp"
#include "language/speech/spoken_parts.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/workspace_state.hpp"

namespace axray::language {
namespace {

// Blocks of running text: what stands between empty lines.
std::vector<Span> paragraphs_of(std::string_view text) {
    std::vector<Span> paragraphs;
    std::size_t begin = 0;
    std::size_t at = 0;
    while ((at = text.find('\n', at)) != std::string_view::npos) {
        const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
        if (next != std::string_view::npos && text[next] == '\n') {
            paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
            begin = next;
        }
        at = next == std::string_view::npos ? text.size() : next;
    }
    paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
    return paragraphs;
}

// One text on its way through the layers.
class Annotation {
public:
    Annotation(std::string_view text, Workspace::State& state, const DateFinder& dates, const Setting& setting)
        : text_(text),
          state_(state),
          date_finder_(dates),
          setting_(setting),
          tokenizer_(text, state.cache, result_.tokens, state.facts) {}

    TokenSpan tokenize(Span range) {
        const std::uint32_t begin = tokenizer_.count();
        tokenizer_.tokenize(range);
        return {begin, tokenizer_.count()};
    }

    void add_block(Span range, std::uint32_t block) { blocks_.push_back({tokenize(range), block}); }

    void split_blocks() {
        tokenizer_.finish();
        for (const Block& block : blocks_) split_sentences(view(), block.tokens, block.number, result_.sentences);
    }

    void add_sentence(Span range, std::uint32_t number) {
        result_.sentences.push_back({range, tokenize(range), number});
    }

    void add_token(Span range) {
        tokenizer_.take_given(range);
        covered_ = Covered::nowhere;
    }

    // Every byte of the text was given to add_block.
    void is_whole() { covered_ = Covered::text; }

    void add_tokens_as_sentence(TokenSpan tokens, std::uint32_t number) {
        const Span span = tokens.size() == 0 ? Span{} : view().span(tokens);
        result_.sentences.push_back({span, tokens, number});
    }

    // All may be none: then rules find names and say who speaks, and nothing is known of what names stand for.
    AnnotatedText finish(const SentenceModels* models, const SpeechModel* speech, const NameRegister* names) {
        assert(!partition_fault(text_, result_.tokens, result_.sentences, covered_));
        const TokenView view = this->view();
        const std::vector<Sentence>& sentences = result_.sentences;
        done("segments");
        if (models != nullptr && setting_.layers == Layers::all) {
            models->annotate(text_, sentences, result_.tokens, state_.sentences);
        }
        done("sentence models");
        result_.quotations = find_quotations(view, sentences);
        const std::vector<SentenceCase> cases = mark_sentences(view, sentences, state_.cache);
        done("segments");
        result_.published = setting_.published;
        result_.dates = date_finder_.find(view, sentences, setting_.published);
        done("dates");
        result_.quantities = find_quantities(view, sentences);
        done("quantities");
        result_.mentions = result_.tokens.name_tag.empty() ? find_mentions(view, sentences, cases, state_.names)
                                                           : mentions_from_tags(view, sentences);
        if (models != nullptr && setting_.layers == Layers::all)
            settle_types(view, models->name_words(), result_.mentions);
        if (names != nullptr) set_entities(view, *names, result_.mentions);
        done("names");
        mark_verbs(view, sentences, cases);
        for (std::uint32_t number = 0; number < sentences.size(); ++number) {
            find_clauses(view, sentences[number].tokens, state_.clauses);
            mark_negation(view, state_.clauses);
            find_certainty(view, sentences[number].tokens, state_.clauses, state_.certainty, result_.certainty_cues);
            find_negations(view, sentences[number].tokens, state_.clauses, state_.certainty, result_.negations);
            done("certainty");
            find_attributions(view, sentences[number], number, state_.clauses, result_.quotations,
                              result_.attributions);
            done("speech");
        }
        continue_quotations(view, sentences, result_.quotations, result_.attributions);
        if (speech != nullptr && result_.tokens.parsed()) find_speech(view, *speech);
        set_stances(view, state_.stance_words, sentences, result_.attributions);
        done("speech");
        if (setting_.layers == Layers::all) chain_names(view);
        done("names");
        return std::move(result_);
    }

    void find_speech(const TokenView& view, const SpeechModel& model) {
        SpokenParts found = find_spoken_parts(view, result_.sentences, state_.sentences.states, model, state_.speech);
        join_attributions(view, std::move(result_.attributions), found);
        result_.attributions = std::move(found.attributions);
        result_.further_content = std::move(found.further_content);
    }

    void chain_names(const TokenView& view) {
        const Lexicon& lexicon = state_.cache.vocabulary().lexicon();
        find_name_types(view, lexicon, result_.mentions);
        Chains found = find_chains(view, result_.sentences, lexicon, result_.mentions);
        result_.chains = std::move(found.chains);
        result_.chain_members = std::move(found.members);
    }

    void finish_tokens() { tokenizer_.finish(); }

private:
    struct Block {
        TokenSpan tokens;
        std::uint32_t number = 0;
    };

    void done(std::string_view layer) const {
        if (state_.after_layer) state_.after_layer(layer);
    }

    TokenView view() { return {text_, result_.tokens, state_.facts}; }

    std::string_view text_;
    Workspace::State& state_;
    const DateFinder& date_finder_;
    const Setting& setting_;
    AnnotatedText result_;
    Tokenizer tokenizer_;
    std::vector<Block> blocks_;
    Covered covered_ = Covered::sentences;
};

}  // namespace

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Annotator::Annotator(const Lexicon& lexicon)
    : vocabulary_(std::make_shared<const Vocabulary>(lexicon)), dates_(std::make_shared<const DateFinder>()) {}

AnnotatedText Annotator::annotate(const Document& document, Workspace& workspace, const Setting& setting) const {
    workspace.state().cache.use(vocabulary_);
    Annotation annotation(document.text, workspace.state(), *dates_, setting);
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
        annotation.add_block(document.blocks[block].span, block);
    }
    annotation.split_blocks();
    return annotation.finish(models_.get(), speech_.get(), names_.get());
}

AnnotatedText Annotator::annotate_sentences(std::string_view text, std::span<const Span> sentences,
                                            Workspace& workspace, const Setting& setting) const {
    workspace.state().cache.use(vocabulary_);
    Annotation annotation(text, workspace.state(), *dates_, setting);
    for (std::uint32_t number = 0; number < sentences.size(); ++number)
        annotation.add_sentence(sentences[number], number);
    annotation.finish_tokens();
    return annotation.finish(models_.get(), speech_.get(), names_.get());
}

AnnotatedText Annotator::annotate_tokens(std::string_view text, std::span<const Span> tokens,
                                         std::span<const TokenSpan> sentences, Workspace& workspace,
                                         const Setting& setting) const {
    workspace.state().cache.use(vocabulary_);
    Annotation annotation(text, workspace.state(), *dates_, setting);
    for (const Span token : tokens) annotation.add_token(token);
    annotation.finish_tokens();
    for (std::uint32_t number = 0; number < sentences.size(); ++number) {
        annotation.add_tokens_as_sentence(sentences[number], number);
    }
    return annotation.finish(models_.get(), speech_.get(), names_.get());
}

AnnotatedText Annotator::annotate_text(std::string_view text, Workspace& workspace, const Setting& setting) const {
    workspace.state().cache.use(vocabulary_);
    Annotation annotation(text, workspace.state(), *dates_, setting);
    std::uint32_t number = 0;
    for (const Span paragraph : paragraphs_of(text)) annotation.add_block(paragraph, number++);
    annotation.is_whole();
    annotation.split_blocks();
    return annotation.finish(models_.get(), speech_.get(), names_.get());
}

std::string Annotator::lemma(std::string_view text, const AnnotatedText& annotated, std::uint32_t token) const {
    if (models_ == nullptr || !annotated.tokens.parsed()) return {};
    const Span span = annotated.tokens.span[token];
    return models_->lemma(text.substr(span.begin, span.size()), annotated.tokens, token);
}

}  // namespace axray::language
