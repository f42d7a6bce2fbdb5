// The engine: what a program that links the library calls.
//
//     auto engine = axray::Engine::open({});
//     auto article = engine->read(article_bytes, {.id = "article.txt"});
//     auto source = engine->read(source_bytes, {.id = "source.html"});
//     auto report = engine->check(*article, {*source});
//     for (const auto& claim : report->claims) { ... claim.verdict, claim.evidence ... }
//
// An Engine is constant after open() and may be used from any number of threads at once. It never prints, never
// reaches for the network, and gives the same answer for the same input.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/annotations.hpp>
#include <axray/check_report.hpp>
#include <axray/document.hpp>
#include <axray/result.hpp>
#include <axray/second_opinion.hpp>
#include <axray/story.hpp>

namespace axray {

struct EngineOptions {
    std::string
        models_folder;  // empty: the environment's AXRAY_MODELS, else share/axray/models beside the program or library
    std::string registers_folder = {};  // of imported registers (registers.hpp); empty: no register is asked
    std::string registers_on = {};      // ISO 8601 day: the registers as they were then; empty: the newest
};

struct ReadOptions {
    std::string id = {};                     // becomes Document::id
    std::string media_type = {};             // "text/plain", "text/html"; empty: told from the bytes
    std::string charset = {};                // as declared by a transport; empty: from the bytes
    std::string address = {};                // where it was fetched from; empty: unknown
    std::string retrieved = {};              // ISO 8601 time at which it was; no later date is believed. Empty: unknown
    std::uint64_t size_limit = 64ull << 20;  // bytes; more gives limit_exceeded
};

// What is done with each document of a file that holds several, or with the reason why one could not be read.
enum class Reading : std::uint8_t { go_on, stop };
using DocumentReceiver = std::function<Reading(Result<Document>)>;
struct ReadSummary {
    std::uint32_t documents = 0;  // and errors that were handed out
    std::vector<Error> faults;    // what is wrong with the file although its documents were read, at most 100
};

// One claim and its sources, as in `check --jsonl`.
struct SourceText {
    std::string id;
    std::vector<std::string> sentences;  // either these, kept as given
    std::string text;                    // or running text, which is segmented
};
struct ClaimRequest {
    std::string claim;  // valid UTF-8
    std::vector<SourceText> sources;
};

struct SentenceReference {
    std::uint32_t source = 0;
    std::uint32_t sentence = 0;

    friend bool operator==(SentenceReference, SentenceReference) = default;
};
struct ClaimAnswer {
    Verdict verdict = Verdict::not_found;
    std::optional<Uncheckable> not_checkable;  // why it is no matter of fact, whatever its words are judged to be
    double probability = 0;                    // 0..1, of support
    std::vector<SentenceReference> evidence;   // best first
    std::vector<SentenceReference> ranking;    // all candidate sentences, best first, at most 20
    std::vector<CodePointSpan> bad_spans;      // words of the claim that the sources don't bear out, code points
    std::vector<FlagKind> flags;               // each kind once, in order of the enumeration
    std::vector<Verdict> source_verdicts;      // one a source, judged alone; filled on request when there are several
    std::optional<NotJudged> not_judged;       // why there is no verdict; it then says "not found"
    std::vector<std::uint32_t> sources_not_searched;  // in another language than English
    std::uint32_t words_not_judged = 0;           // of a claim of hundreds of words, whose weightiest alone are traced
    std::vector<std::string> evidence_texts;      // on request: of `evidence`, or of the first of `ranking` without any
    std::optional<SecondOpinion> second_opinion;  // for who asks a verifier and writes the answer with what it says
};

enum class EvidenceTexts : std::uint8_t { left_out, given };
enum class AnswerParts : std::uint8_t {
    of_all_sources,  // everything but source_verdicts
    all,             // source_verdicts too, which takes as long again for each source
};
struct ClaimOptions {
    AnswerParts parts = AnswerParts::of_all_sources;
    EvidenceTexts texts = EvidenceTexts::left_out;
};

class Engine {
public:
    // Loads models and word lists, and opens the registers. Errors: model_mismatch when a file is missing or damaged,
    // with its path; as Registers::open.
    [[nodiscard]] static Result<Engine> open(const EngineOptions& options);

    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;
    ~Engine();

    // Reads the bytes of one file. Errors: empty, limit_exceeded, unsupported (binary). O(bytes).
    [[nodiscard]] Result<Document> read(std::string_view bytes, const ReadOptions& options) const;

    // Reads a file that may hold several documents and hands them out one at a time, in order: each item of a feed
    // (with the id "ID#number"), or the one document of any other file. Errors of a single item go to `receive`, those
    // of the whole file are given back, as of read(). Memory does not grow with the number of items.
    [[nodiscard]] Result<ReadSummary> read_each(std::string_view bytes, const ReadOptions& options,
                                                const DocumentReceiver& receive) const;

    // What the sentences of the document say: all layers of annotations.hpp. Relative dates are reckoned from the day
    // on which its metadata has it published. Its models are opened at the first call. Errors: model_mismatch.
    // O(bytes).
    [[nodiscard]] Result<Annotations> annotate(const Document& document) const;

    // Traces and judges every claim of `article` against `sources`. Error empty when there is no claim or no source.
    [[nodiscard]] Result<CheckReport> check(const Document& article, const std::vector<Document>& sources,
                                            const CheckOptions& options = {}) const;

    // Judges one claim. Errors: malformed (a text that is not UTF-8), empty (a claim without words), limit_exceeded.
    [[nodiscard]] Result<ClaimAnswer> check_claim(const ClaimRequest& request, const ClaimOptions& options = {}) const;

    // What many reports of one event share, where they differ, and where it comes from. They are taken as one story,
    // whatever they speak of (story_sorter.hpp sorts a mixed stream first). Reports that nothing can be made of stand
    // in StoryReport::left_out. O(words) plus the words that reports share. Errors: model_mismatch; as
    // Registers::screen.
    [[nodiscard]] Result<StoryReport> story(const std::vector<std::shared_ptr<const Document>>& reports,
                                            const StoryOptions& options = {}) const;

private:
    friend class StorySorter;
    struct State;
    explicit Engine(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace axray
