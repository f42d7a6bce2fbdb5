#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <axray/engine.hpp>
#include <axray/version.hpp>

#include "base/models_folder.hpp"
#include "base/utf8.hpp"
#include "claims/checkable.hpp"
#include "claims/claims.hpp"
#include "claims/uncheckable.hpp"
#include "engine/claim_results.hpp"
#include "engine/disagreement.hpp"
#include "engine/disputes.hpp"
#include "engine/engine_state.hpp"
#include "engine/explanations.hpp"
#include "engine/omissions.hpp"
#include "engine/parties.hpp"
#include "engine/run_notes.hpp"
#include "engine/shown_texts.hpp"
#include "engine/source_set.hpp"
#include "judge/judge.hpp"
#include "language/annotator.hpp"
#include "language/full_annotator.hpp"
#include "language/other_language.hpp"
#include "language/public_annotations.hpp"
#include "read/reader.hpp"

namespace axray {

namespace {

// Something in it could bear a claim out: not punctuation alone.
bool has_words(const language::Tokens& tokens) {
    for (std::uint32_t token = 0; token < tokens.size(); ++token) {
        if (tokens.is_content(token)) return true;
    }
    return false;
}

// Why nothing can be judged against these sources; none when there is something to search.
std::optional<NotJudged> unsearchable(const engine::SourceSet& set) {
    bool other_language = false;
    for (std::uint32_t source = 0; source < set.source_count(); ++source) {
        if (has_words(set.text(source).tokens)) return std::nullopt;
        if (!set.other_language(source).empty()) other_language = true;
    }
    return other_language ? NotJudged::source_language : NotJudged::no_source_text;
}

// Checks the claims of one article, one after the other; short-lived.
class ArticleChecker {
public:
    struct Inputs {
        const Document& article;
        const language::AnnotatedText& annotated;
        const std::string& language;  // of the article, where that is not English
        const std::vector<Document>& sources;
        const engine::SourceSet& set;
    };

    ArticleChecker(const Inputs& inputs, const judge::Judge& judge, const CheckOptions& options,
                   judge::Workspace& workspace)
        : inputs_(inputs),
          judge_(judge),
          options_(options),
          workspace_(workspace),
          unsearchable_(unsearchable(inputs.set)),
          singles_(inputs.set) {}

    // The result without its Claim.
    CheckedClaim check(const Claim& claim) {
        CheckedClaim unjudged;
        unjudged.not_judged = is_in_other_language(claim) ? NotJudged::claim_language : unsearchable_;
        if (unjudged.not_judged) return unjudged;
        trace::TraceOptions tracing;
        tracing.evidence_limit = options_.evidence_limit;
        const judge::Statement statement{&inputs_.annotated, {judge::stated_ranges(claim, inputs_.annotated)}};
        const auto& index = inputs_.set.index();
        const auto judgement = judge_.judge(statement, index, tracing, workspace_);
        auto checked =
            engine::checked_claim(judgement, inputs_.set, {inputs_.article, inputs_.sources}, options_.evidence_limit);
        if (const auto disagreement =
                engine::find_disagreement(judge_, statement, judgement, index, singles_, workspace_)) {
            engine::show_disagreement(*disagreement, singles_, inputs_.sources, options_.evidence_limit, checked);
        }
        if (const auto denial = engine::find_denial(judgement, index)) {
            checked.flags.push_back(engine::disputed_flag(*denial, inputs_.sources));
        }
        return checked;
    }

    // Why the claim was judged as it was; nothing when it was not judged.
    std::optional<Explanation> explain(const Claim& claim, const language::Annotator& annotator,
                                       language::Workspace& annotating) {
        if (unsearchable_ || is_in_other_language(claim)) return std::nullopt;
        trace::TraceOptions tracing;
        tracing.evidence_limit = options_.evidence_limit;
        const judge::Statement statement{&inputs_.annotated, {judge::stated_ranges(claim, inputs_.annotated)}};
        const auto judgement = judge_.judge(statement, inputs_.set.index(), tracing, workspace_);
        auto explanation = engine::explain_judgement(
            statement, judgement,
            {judge_, annotator, annotating, workspace_, inputs_.article, inputs_.sources, inputs_.set, tracing});
        explanation.claim = claim.id;
        return explanation;
    }

private:
    // The article, or the sentence that the claim stands in.
    [[nodiscard]] bool is_in_other_language(const Claim& claim) const {
        if (!inputs_.language.empty()) return true;
        const auto& sentence = inputs_.annotated.sentences[claim.sentence];
        return !language::other_language(inputs_.article.slice(sentence.span), inputs_.annotated.tokens,
                                         sentence.tokens)
                    .empty();
    }

    Inputs inputs_;
    const judge::Judge& judge_;
    const CheckOptions& options_;
    judge::Workspace& workspace_;
    std::optional<NotJudged> unsearchable_;
    engine::SingleSources singles_;
};

}  // namespace

Result<Engine> Engine::open(const EngineOptions& options) {
    const auto folder = base::models_folder(options.models_folder);
    auto lexicon = language::Lexicon::open(folder + "/wordnet.bin");
    if (!lexicon) return fail(std::move(lexicon).error());
    auto judge = judge::Judge::open(folder);
    if (!judge) return fail(std::move(judge).error());
    auto stream_model = story::StreamModel::open(folder);
    if (!stream_model) return fail(std::move(stream_model).error());
    auto state = std::make_unique<State>(*std::move(lexicon), *std::move(judge), *std::move(stream_model), folder);
    if (!options.registers_folder.empty()) {
        auto opened = engine::open_registers({options.registers_folder, folder, options.registers_on});
        if (!opened) return fail(std::move(opened).error());
        state->use(*std::move(opened));
    }
    return Engine(std::move(state));
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Document> Engine::read(std::string_view bytes, const ReadOptions& options) const {
    return read::read_document(bytes, options);
}

Result<ReadSummary> Engine::read_each(std::string_view bytes, const ReadOptions& options,
                                      const DocumentReceiver& receive) const {
    return read::read_documents(bytes, options, receive);
}

Result<Annotations> Engine::annotate(const Document& document) const {
    const auto annotator = state_->full_annotator.get();
    if (!annotator) return fail(annotator.error());
    const auto scratch = state_->pool.lend();
    const language::Setting setting{language::Layers::all, language::time_of_publication(document)};
    const auto annotated = (*annotator)->annotate(document, scratch->annotating, setting);
    auto annotations = language::public_annotations(document, annotated, **annotator, setting.published.day);
    if (state_->registers) {
        const auto parties = engine::find_parties(document, annotated, *state_->registers, state_->lexicon);
        if (!parties) return fail(parties.error());
        engine::add_entries(*parties, annotations);
    }
    return annotations;
}

Result<CheckReport> Engine::check(const Document& article, const std::vector<Document>& sources,
                                  const CheckOptions& options) const {
    if (sources.empty()) return fail(ErrorCode::empty, "there is no source to check against");
    const auto scratch = state_->pool.lend();
    const auto annotated = state_->annotator.annotate(
        article, scratch->annotating, {language::Layers::words, language::time_of_publication(article)});
    const auto set = engine::SourceSet::of_documents(sources, state_->annotator, scratch->annotating);

    CheckReport report;
    report.version = kVersion;
    report.options = options;
    report.sentences_searched = static_cast<std::uint32_t>(set->index().sentences().size());
    const auto article_language =
        language::other_language(article.text, annotated.tokens, {0, annotated.tokens.size()});
    report.notes = engine::run_notes(article, sources, {article_language, *set});
    ArticleChecker checker({article, annotated, article_language, sources, *set}, state_->judge, options,
                           scratch->judging);
    auto claims = claims::split_claims(article, annotated);
    const bool states_nothing = claims.empty();
    claims = claims::with_questions(std::move(claims), claims::find_questions(article, annotated));
    const auto uncheckable =
        claims::find_uncheckable(article, annotated, claims, {state_->full_annotator, scratch->reading_closely});
    for (auto& claim : claims) {
        auto checked = checker.check(claim);
        checked.not_checkable = uncheckable[claim.id];
        if (options.explaining == Explaining::all ||
            (options.explaining == Explaining::one && options.explained_claim == claim.id)) {
            auto explanation = checker.explain(claim, state_->annotator, scratch->annotating);
            if (explanation) report.explanations.push_back(*std::move(explanation));
        }
        checked.claim = std::move(claim);
        if (checked.words_not_judged > 0) report.notes.push_back(engine::long_claim_note(checked));
        report.claims.push_back(std::move(checked));
    }
    if (states_nothing) {
        const auto reason = article_language.empty() ? "there is no statement in it that could be checked"
                                                     : "it is in " + article_language + ", and only English is checked";
        return fail(Error{ErrorCode::empty, reason, {article.id}});
    }
    report.omissions = engine::find_omissions({annotated, *set, sources, state_->judge.word_weights(), report.claims},
                                              options.omission_limit, scratch->judging.relations);
    auto parties = state_->find_parties(article, scratch->reading_closely);
    if (!parties) return fail(std::move(parties).error());
    report.parties = *std::move(parties);
    report.article = std::make_shared<const Document>(article);
    for (const auto& source : sources) report.sources.push_back(std::make_shared<const Document>(source));
    return report;
}

Result<ClaimAnswer> Engine::check_claim(const ClaimRequest& request, const ClaimOptions& options) const {
    const auto invalid = base::first_invalid_utf8(request.claim);
    if (invalid < request.claim.size()) {
        return fail(ErrorCode::malformed, "byte " + std::to_string(invalid) + " of the claim is not valid UTF-8");
    }
    const auto scratch = state_->pool.lend();
    const auto claim = state_->annotator.annotate_text(request.claim, scratch->annotating);
    const auto statement = judge::whole_text(claim);
    if (judge::statement_claims(statement, state_->judge.word_weights()).empty()) {
        return fail(ErrorCode::empty, "the claim has no word that could be traced");
    }
    const auto set = scratch->sources.find_or_make(engine::key_of(request.sources), [&] {
        return engine::SourceSet::of_texts(request.sources, state_->annotator, scratch->annotating);
    });
    if (!set) return fail(set.error());

    ClaimAnswer unjudged;
    for (std::uint32_t source = 0; source < (*set)->source_count(); ++source) {
        if (!(*set)->other_language(source).empty()) unjudged.sources_not_searched.push_back(source);
    }
    unjudged.not_judged = unsearchable(**set);
    if (!language::other_language(request.claim, claim.tokens, {0, claim.tokens.size()}).empty())
        unjudged.not_judged = NotJudged::claim_language;
    if (unjudged.not_judged) return unjudged;

    const auto judgement = state_->judge.judge(statement, (*set)->index(), {}, scratch->judging);
    auto answer = engine::claim_answer(judgement, **set, request.claim);
    if (const auto reason =
            claims::lone_uncheckable(request.claim, claim, {state_->full_annotator, scratch->reading_closely}))
        answer.not_checkable = reason->reason;
    answer.sources_not_searched = std::move(unjudged.sources_not_searched);
    engine::SingleSources singles(**set);
    if (const auto disagreement = engine::find_disagreement(state_->judge, statement, judgement, (*set)->index(),
                                                            singles, scratch->judging)) {
        engine::show_disagreement(*disagreement, singles, engine::kAnswerEvidenceLimit, answer);
    }
    if (engine::find_denial(judgement, (*set)->index())) answer.flags.push_back(FlagKind::disputed);
    if (options.parts == AnswerParts::all && request.sources.size() > 1) {
        for (std::uint32_t source = 0; source < (*set)->source_count(); ++source) {
            const auto alone = state_->judge.judge(statement, singles.index(source), {}, scratch->judging);
            answer.source_verdicts.push_back(alone.verdict);
        }
    }
    if (options.texts == EvidenceTexts::given) answer.evidence_texts = engine::shown_texts(answer, request, **set);
    return answer;
}

}  // namespace axray
