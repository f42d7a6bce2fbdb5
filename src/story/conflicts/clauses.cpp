#include "story/conflicts/clauses.hpp"

#include <algorithm>

#include "language/syntax/sentence_models.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Tokens;
using language::TokenSpan;

constexpr int kMostSteps = 12;

std::uint64_t preposition_of(const Tokens& tokens, TokenSpan sentence, std::uint32_t head) {
    constexpr std::uint32_t kReach = 8;
    const std::uint32_t begin = head - std::min(head - sentence.begin, kReach);
    for (std::uint32_t token = begin; token < head; ++token) {
        if (tokens.head[token] == head && is_relation(tokens, token, "case")) return tokens.form[token];
    }
    return 0;
}

}  // namespace

bool is_relation(const Tokens& tokens, std::uint32_t token, std::string_view name) {
    const std::string_view relation = language::relation_name(tokens.relation[token]);
    return relation.substr(0, relation.find(':')) == name;
}

ClausePath path_of(const Tokens& tokens, TokenSpan within) {
    ClausePath path;
    for (std::uint32_t token = within.begin; token < within.end; ++token) {
        const std::uint32_t head = tokens.head[token];
        if (head == kNone || !within.contains(head)) path.top = token;
    }
    if (path.top == kNone) path.top = within.end - 1;
    path.predicate = path.top;
    std::uint32_t token = path.top;
    for (int step = 0; step < kMostSteps && tokens.head[token] != kNone; ++step) {
        if (token != path.top && tokens.is_content(token)) path.between.push_back(token);
        token = tokens.head[token];
        path.predicate = token;
        if (tokens.tag[token] == language::WordTag::verb) break;
    }
    return path;
}

Argument as_argument(const Tokens& tokens, TokenSpan sentence, std::uint32_t token) {
    const std::string_view relation = language::relation_name(tokens.relation[token]);
    Argument argument{Part::other, token, 0};
    if (relation == "obl:agent" || relation == "nsubj") {
        argument.part = Part::subject;
    } else if (relation == "obj" || relation == "nsubj:pass") {
        argument.part = Part::object;
    } else {
        argument.preposition = preposition_of(tokens, sentence, token);
    }
    return argument;
}

std::vector<Argument> arguments_of(const Tokens& tokens, TokenSpan sentence, std::uint32_t predicate) {
    std::vector<Argument> arguments;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
        if (tokens.head[token] != predicate) continue;
        const bool noun = is_relation(tokens, token, "nsubj") || is_relation(tokens, token, "obj") ||
                          is_relation(tokens, token, "obl") || is_relation(tokens, token, "nmod");
        if (noun) arguments.push_back(as_argument(tokens, sentence, token));
    }
    return arguments;
}

bool is_negated(const Tokens& cues, const Tokens& tokens, TokenSpan sentence, std::uint32_t predicate) {
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
        const bool beside = tokens.head[token] == predicate && is_relation(tokens, token, "advmod");
        if (beside && cues.has(token, language::kNegationCue)) return true;
    }
    return false;
}

}  // namespace axray::story
