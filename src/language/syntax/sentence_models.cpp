#include "language/syntax/sentence_models.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/segments/dateline.hpp"
#include "language/syntax/elementwise.hpp"
#include "language/syntax/name_path.hpp"
#include "language/syntax/name_phrases.hpp"
#include "language/syntax/tree.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kTags = 17;
constexpr std::size_t kArc = 128;   // places of the projections that heads are chosen by
constexpr std::size_t kLabel = 96;  // places of the projections that relations are read from
constexpr std::size_t kRoles = 2 * kArc + 2 * kLabel;
constexpr std::uint32_t kMostTokens = 512;  // encoded side by side; more would only fall out of the cache

// The model's list of names, one a line, is that of the program.
template <class Name>
bool are_names(std::string_view list, Name name_of) {
    std::uint8_t number = 0;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        if (list.substr(0, end) != name_of(number++)) return false;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return name_of(number).empty();
}

std::string_view name_tag_name(std::uint8_t number) {
    constexpr std::array<std::string_view, kNameTags> kNames = {"O",     "B-PER", "I-PER",  "B-ORG", "I-ORG",
                                                                "B-LOC", "I-LOC", "B-MISC", "I-MISC"};
    return number < kNames.size() ? kNames[number] : std::string_view{};
}

std::size_t count_fine_tags() {
    std::uint8_t count = 0;
    while (!fine_tag_name(count).empty()) ++count;
    return count;
}

std::size_t count_relations() {
    std::uint8_t count = 0;
    while (!relation_name(count).empty()) ++count;
    return count;
}

}  // namespace

struct SentenceModels::State {
    TensorFile file;
    TensorFile names_file;
    const Lexicon* lexicon;
    NameWords name_words;
    Lemmas lemmas;
    WordVectors words{};
    Encoder encoder{};
    Encoder name_encoder{};  // over the states of the other
    Weights tags{}, roles{}, bilinear{}, label{}, names{};
    std::span<const float> root_head{}, root_label{}, distance{};
    std::span<const float> phrases{};  // for each NamePhrase what is added to a state
    std::size_t fine_tags = count_fine_tags();
    std::size_t relations = count_relations();

    State(TensorFile sentences, TensorFile of_names, const Lexicon& words_of, NameWords lists, Lemmas rules)
        : file(std::move(sentences)),
          names_file(std::move(of_names)),
          lexicon(&words_of),
          name_words(std::move(lists)),
          lemmas(std::move(rules)) {}

    [[nodiscard]] Result<std::size_t> read();
    [[nodiscard]] bool fits() const;
    void annotate(std::string_view text, std::span<const TokenSpan> runs, Tokens& tokens, Scratch& scratch) const;
    void choose_tags(std::span<const TokenSpan> runs, std::uint32_t first, Tokens& tokens, Scratch& scratch) const;
    void choose_names(std::string_view text, std::span<const TokenSpan> runs, std::span<const TokenSpan> places,
                      std::span<const float> states, Tokens& tokens, Scratch& scratch) const;
    void choose_heads(TokenSpan run, std::uint32_t first, Tokens& tokens, Scratch& scratch) const;
    void choose_relations(TokenSpan run, std::uint32_t first, Tokens& tokens, Scratch& scratch) const;
};

Result<std::size_t> SentenceModels::State::read() {
    auto vectors = WordVectors::from(file);
    if (!vectors) return fail(std::move(vectors).error());
    words = *vectors;
    auto layers = Encoder::from(file, words.size());
    if (!layers) return fail(std::move(layers).error());
    encoder = *std::move(layers);
    auto name_layers = Encoder::from(names_file, words.size());
    if (!name_layers) return fail(std::move(name_layers).error());
    name_encoder = *std::move(name_layers);
    auto name_weights = weights_of(names_file, "names");
    if (!name_weights) return fail(std::move(name_weights).error());
    names = *name_weights;
    auto phrase_rows = names_file.floats("phrase");
    if (!phrase_rows) return fail(std::move(phrase_rows).error());
    phrases = *phrase_rows;
    const std::pair<const char*, Weights*> dense[] = {
        {"tags", &tags}, {"roles", &roles}, {"bilinear", &bilinear}, {"label", &label}};
    for (const auto& [name, weights] : dense) {
        auto found = weights_of(file, name);
        if (!found) return fail(std::move(found).error());
        *weights = *found;
    }
    const std::pair<const char*, std::span<const float>*> rows[] = {
        {"root.head", &root_head}, {"root.label", &root_label}, {"distance", &distance}};
    for (const auto& [name, values] : rows) {
        auto found = file.floats(name);
        if (!found) return fail(std::move(found).error());
        *values = *found;
    }
    if (!fits()) {
        return fail(ErrorCode::model_mismatch, file.path() + ": its tags or layers are not those of this program");
    }
    return words.size();
}

bool SentenceModels::State::fits() const {
    const auto list = [&](const char* name) { return file.text(name).value_or(std::string_view{}); };
    const std::size_t size = words.size();
    return tags.inputs == size && tags.outputs == padded(kTags + fine_tags + kNameTags) && roles.inputs == size &&
           roles.outputs == kRoles && bilinear.inputs == kArc && bilinear.outputs == kArc && label.inputs == kLabel &&
           label.outputs == padded(relations) && root_head.size() == kArc && root_label.size() == kLabel &&
           distance.size() == 2 * kFarthest + 1 && are_names(list("names.fine_tags"), fine_tag_name) &&
           are_names(list("names.relations"), relation_name) && names.inputs == size &&
           phrases.size() == kNamePhrases * size && names.outputs == padded(kNameTags) &&
           are_names(names_file.text("names.names").value_or(std::string_view{}), name_tag_name);
}

Result<SentenceModels> SentenceModels::open(const std::string& folder, const Lexicon& lexicon) {
    auto file = TensorFile::open(folder + "/sentences.bin", "sentences", kVersion);
    if (!file) return fail(std::move(file).error());
    auto names = TensorFile::open(folder + "/names.bin", "names", kVersion);
    if (!names) return fail(std::move(names).error());
    auto lists = NameWords::open(folder + "/name_words.bin");
    if (!lists) return fail(std::move(lists).error());
    auto lemmas = Lemmas::open(folder + "/lemmas.bin");
    if (!lemmas) return fail(std::move(lemmas).error());
    auto state =
        std::make_unique<State>(*std::move(file), *std::move(names), lexicon, *std::move(lists), *std::move(lemmas));
    if (auto read = state->read(); !read) return fail(std::move(read).error());
    return SentenceModels(std::move(state));
}

SentenceModels::SentenceModels(std::unique_ptr<const State> state) : state_(std::move(state)) {}
SentenceModels::SentenceModels(SentenceModels&&) noexcept = default;
SentenceModels& SentenceModels::operator=(SentenceModels&&) noexcept = default;
SentenceModels::~SentenceModels() = default;

std::size_t SentenceModels::size() const { return state_->words.size(); }

const NameWords& SentenceModels::name_words() const { return state_->name_words; }

std::string SentenceModels::lemma(std::string_view written, const Tokens& tokens, std::uint32_t token) const {
    return state_->lemmas.lemma(written, fine_tag_name(tokens.fine_tag[token]));
}

void SentenceModels::annotate(std::string_view text, const std::vector<Sentence>& sentences, Tokens& tokens,
                              Scratch& scratch) const {
    const std::uint32_t count = tokens.size();
    tokens.tag.assign(count, WordTag::other);
    tokens.fine_tag.assign(count, kNoNumber);
    tokens.head.assign(count, kNone);
    tokens.relation.assign(count, kNoNumber);
    tokens.name_tag.assign(count, NameTag::none);
    scratch.states.resize(std::size_t{count} * size());
    std::vector<TokenSpan> runs;
    const auto flush = [&] {
        if (!runs.empty()) state_->annotate(text, runs, tokens, scratch);
        runs.clear();
    };
    const auto add = [&](TokenSpan run) {
        if (!runs.empty() && run.end - runs.front().begin > kMostTokens) flush();
        runs.push_back(run);
    };
    std::vector<std::uint32_t> mains;  // the first token behind the dateline of each sentence
    for (const Sentence& sentence : sentences) {
        TokenSpan all = sentence.tokens;
        const std::uint32_t main = all.begin + dateline_tokens(text, tokens, all);
        mains.push_back(main);
        if (main > all.begin) add({all.begin, main});
        all.begin = main;
        for (std::uint32_t begin = all.begin; begin < all.end; begin += kLongestRun) {
            add({begin, std::min(begin + kLongestRun, all.end)});
        }
    }
    flush();
    const std::uint8_t parataxis = relation_number("parataxis");
    for (std::size_t number = 0; number < sentences.size(); ++number) {
        const TokenSpan all = sentences[number].tokens;
        std::uint32_t root = mains[number];
        while (root < all.end && tokens.head[root] != kNone) ++root;
        for (std::uint32_t at = all.begin; at < all.end; ++at) {
            if (tokens.head[at] != kNone || at == root) continue;
            tokens.head[at] = root;
            tokens.relation[at] = parataxis;
        }
    }
}

void SentenceModels::State::annotate(std::string_view text, std::span<const TokenSpan> runs, Tokens& tokens,
                                     Scratch& scratch) const {
    const std::uint32_t first = runs.front().begin;
    const std::size_t count = runs.back().end - first;
    const std::size_t size = words.size();
    const std::span<float> rows(scratch.states.data() + first * size, count * size);
    for (std::uint32_t token = first; token < runs.back().end; ++token) {
        const Span span = tokens.span[token];
        const auto vector = scratch.cache.find(text.substr(span.begin, span.size()), words, *lexicon, name_words);
        std::copy(vector.begin(), vector.end(), rows.begin() + static_cast<std::ptrdiff_t>((token - first) * size));
    }
    std::vector<TokenSpan> places(runs.begin(), runs.end());
    for (TokenSpan& place : places) place = {place.begin - first, place.end - first};
    encoder.encode(rows, places, scratch.encoder);

    const Rows states{rows.data(), count, size};
    scratch.outputs.resize(count * tags.outputs);
    multiply(states, tags, scratch.outputs.data(), tags.outputs);
    choose_tags(runs, first, tokens, scratch);
    choose_names(text, runs, places, rows, tokens, scratch);

    scratch.roles.resize(count * kRoles);
    multiply(states, roles, scratch.roles.data(), kRoles);
    for (std::size_t row = 0; row < count; ++row) rectify(std::span(scratch.roles).subspan(row * kRoles, 2 * kArc));
    scratch.dependents.resize(count * kArc);
    multiply({scratch.roles.data(), count, kRoles}, bilinear, scratch.dependents.data(), kArc);
    for (const TokenSpan run : runs) {
        choose_heads(run, first, tokens, scratch);
        choose_relations(run, first, tokens, scratch);
    }
}

void SentenceModels::State::choose_tags(std::span<const TokenSpan> runs, std::uint32_t first, Tokens& tokens,
                                        Scratch& scratch) const {
    const auto scores_of = [&](std::uint32_t token) {
        return std::span<const float>(scratch.outputs).subspan((token - first) * tags.outputs, tags.outputs);
    };
    for (const TokenSpan run : runs) {
        for (std::uint32_t token = run.begin; token < run.end; ++token) {
            const auto scores = scores_of(token);
            tokens.tag[token] = static_cast<WordTag>(largest(scores.first(kTags)));
            tokens.fine_tag[token] = static_cast<std::uint8_t>(largest(scores.subspan(kTags, fine_tags)));
        }
    }
}

// `places` are the runs counted from the first of them, which are the rows of `states`.
void SentenceModels::State::choose_names(std::string_view text, std::span<const TokenSpan> runs,
                                         std::span<const TokenSpan> places, std::span<const float> states,
                                         Tokens& tokens, Scratch& scratch) const {
    scratch.rows.assign(states.begin(), states.end());
    const std::size_t size = words.size();
    for (std::size_t number = 0; number < runs.size(); ++number) {
        const auto found = find_name_phrases(text, tokens, runs[number], name_words);
        for (std::size_t word = 0; word < found.size(); ++word) {
            const auto added = phrases.subspan(static_cast<std::size_t>(found[word]) * size, size);
            float* row = scratch.rows.data() + (places[number].begin + word) * size;
            for (std::size_t at = 0; at < size; ++at) row[at] += added[at];
        }
    }
    name_encoder.encode(scratch.rows, places, scratch.encoder);
    const std::size_t count = places.back().end;
    scratch.outputs.resize(count * names.outputs);
    multiply({scratch.rows.data(), count, size}, names, scratch.outputs.data(), names.outputs);
    for (std::size_t number = 0; number < runs.size(); ++number) {
        find_name_path(scratch.outputs.data() + places[number].begin * names.outputs, names.outputs,
                       std::span(tokens.name_tag).subspan(runs[number].begin, runs[number].size()));
    }
}

void SentenceModels::State::choose_heads(TokenSpan run, std::uint32_t first, Tokens& tokens, Scratch& scratch) const {
    const std::size_t words_of_run = run.size();
    const float* roles_of_run = scratch.roles.data() + (run.begin - first) * kRoles;
    scratch.heads.resize((words_of_run + 1) * kArc);
    std::copy(root_head.begin(), root_head.end(), scratch.heads.begin());
    for (std::size_t word = 0; word < words_of_run; ++word)
        std::copy_n(roles_of_run + word * kRoles + kArc, kArc, scratch.heads.data() + (word + 1) * kArc);
    pack(scratch.heads.data(), kArc, words_of_run + 1, 1, kArc, scratch.panels);
    const std::size_t stride = padded(words_of_run + 1);
    scratch.scores.resize(words_of_run * stride);
    multiply({scratch.dependents.data() + (run.begin - first) * kArc, words_of_run, kArc},
             {scratch.panels, {}, kArc, words_of_run + 1}, scratch.scores.data(), stride);
    for (std::size_t word = 0; word < words_of_run; ++word) {
        for (std::size_t head = 0; head <= words_of_run; ++head) {
            const auto apart = static_cast<std::int64_t>(head) - 1 - static_cast<std::int64_t>(word);
            scratch.scores[word * stride + head] += distance[relative_position(apart)];
        }
    }
    const auto heads = best_tree(scratch.scores, words_of_run, stride);
    for (std::size_t word = 0; word < words_of_run; ++word) {
        tokens.head[run.begin + word] = heads[word] == 0 ? kNone : run.begin + heads[word] - 1;
    }
}

void SentenceModels::State::choose_relations(TokenSpan run, std::uint32_t first, Tokens& tokens,
                                             Scratch& scratch) const {
    const float* labels_of_words = scratch.roles.data() + 2 * kArc;
    const std::size_t count = run.size();
    scratch.labels.resize(count * kLabel);
    for (std::size_t word = 0; word < count; ++word) {
        const std::uint32_t token = run.begin + static_cast<std::uint32_t>(word);
        const std::uint32_t head = tokens.head[token];
        const float* of_word = labels_of_words + (token - first) * kRoles;
        const float* of_head = head == kNone ? root_label.data() : labels_of_words + (head - first) * kRoles + kLabel;
        float* sum = scratch.labels.data() + word * kLabel;
        for (std::size_t at = 0; at < kLabel; ++at) sum[at] = of_word[at] + of_head[at];
    }
    rectify(scratch.labels);
    scratch.rows.resize(count * label.outputs);
    multiply({scratch.labels.data(), count, kLabel}, label, scratch.rows.data(), label.outputs);
    for (std::size_t word = 0; word < count; ++word) {
        const auto scores = std::span<const float>(scratch.rows).subspan(word * label.outputs, relations);
        tokens.relation[run.begin + word] = static_cast<std::uint8_t>(largest(scores));
    }
}

}  // namespace axray::language
