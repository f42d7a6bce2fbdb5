// Names of people, places and organisations, and their chains.
//
// Both tasks read documents as JSON lines {"id", "sentences": [[token, ...], ...]} and write {"id", "names":
// [[sentence, begin, end, type, chain], ...], "members": [[sentence, begin, end, kind, chain], ...]}, positions
// counting tokens within the sentence. `chains` is given the names too, "tags": BIO tags of each sentence, and finds
// the chains alone.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "language/names/chains.hpp"
#include "language/names/name_types.hpp"
#include "language/names/tagged_mentions.hpp"
#include "language/workspace_state.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

using language::AnnotatedText;
using language::NameTag;
using language::NameType;
using language::TokenSpan;

struct TokenText {
    std::string text;
    std::vector<Span> tokens;
    std::vector<TokenSpan> sentences;
};

TokenText joined(const Json& sentences) {
    TokenText result;
    for (const Json& sentence : sentences) {
        const auto begin = static_cast<std::uint32_t>(result.tokens.size());
        for (const Json& token : sentence) {
            if (!result.text.empty()) result.text += ' ';
            const auto at = static_cast<std::uint32_t>(result.text.size());
            result.text += token.get<std::string>();
            result.tokens.push_back({at, static_cast<std::uint32_t>(result.text.size())});
        }
        result.sentences.push_back({begin, static_cast<std::uint32_t>(result.tokens.size())});
    }
    return result;
}

std::string_view written(NameType type) {
    switch (type) {
        case NameType::person: return "PER";
        case NameType::organisation: return "ORG";
        case NameType::place: return "LOC";
        case NameType::other: return "MISC";
        case NameType::unknown: break;
    }
    return "?";
}

NameTag tag_of(const std::string& tag) {
    if (tag.size() < 3) return NameTag::none;
    const bool begins = tag[0] == 'B';
    switch (tag[2]) {
        case 'P': return begins ? NameTag::begin_person : NameTag::inside_person;
        case 'O': return begins ? NameTag::begin_organisation : NameTag::inside_organisation;
        case 'L': return begins ? NameTag::begin_place : NameTag::inside_place;
        default: return begins ? NameTag::begin_other : NameTag::inside_other;
    }
}

Json answer(const Json& record, const AnnotatedText& annotated) {
    std::vector<std::uint32_t> sentence_of(annotated.tokens.size());
    for (std::uint32_t number = 0; number < annotated.sentences.size(); ++number) {
        const TokenSpan tokens = annotated.sentences[number].tokens;
        for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) sentence_of[at] = number;
    }
    const auto place = [&](TokenSpan tokens) {
        const std::uint32_t sentence = sentence_of[tokens.begin];
        const std::uint32_t first = annotated.sentences[sentence].tokens.begin;
        return Json::array({sentence, tokens.begin - first, tokens.end - first});
    };
    Json names = Json::array();
    for (const language::Mention& mention : annotated.mentions) {
        Json entry = place(mention.tokens);
        entry.push_back(written(mention.type));
        entry.push_back(mention.chain);
        names.push_back(std::move(entry));
    }
    Json members = Json::array();
    for (const language::ChainMember& member : annotated.chain_members) {
        if (member.kind == language::MemberKind::name) continue;
        const auto chain = [&](const language::NameChain& one) {
            const auto at = static_cast<std::uint32_t>(&member - annotated.chain_members.data());
            return one.begin <= at && at < one.end;
        };
        const auto found = std::find_if(annotated.chains.begin(), annotated.chains.end(), chain);
        Json entry = place(member.tokens);
        entry.push_back(member.kind == language::MemberKind::pronoun ? "pronoun" : "description");
        entry.push_back(found - annotated.chains.begin());
        members.push_back(std::move(entry));
    }
    return {{"id", record.at("id")}, {"names", std::move(names)}, {"members", std::move(members)}};
}

AnnotatedText annotate(Tools& tools, const TokenText& document) {
    return tools.annotator.annotate_tokens(document.text, document.tokens, document.sentences, tools.workspace,
                                           {.layers = language::Layers::all, .published = {}});
}

void names(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out,
                 [&](const Json& record) { return answer(record, annotate(tools, joined(record.at("sentences")))); });
}

void chains(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&](const Json& record) {
        const TokenText document = joined(record.at("sentences"));
        AnnotatedText annotated = annotate(tools, document);
        annotated.tokens.name_tag.clear();
        for (const Json& sentence : record.at("tags")) {
            for (const Json& tag : sentence) annotated.tokens.name_tag.push_back(tag_of(tag.get<std::string>()));
        }
        const language::TokenView view{document.text, annotated.tokens, tools.workspace.state().facts};
        std::fill(annotated.tokens.mention.begin(), annotated.tokens.mention.end(), language::kNone);
        annotated.mentions = language::mentions_from_tags(view, annotated.sentences);
        language::Chains found = language::find_chains(view, annotated.sentences, tools.lexicon, annotated.mentions);
        annotated.chains = std::move(found.chains);
        annotated.chain_members = std::move(found.members);
        return answer(record, annotated);
    });
}

constexpr auto kTasks = std::to_array<Task>({
    {"names", "documents of tokens", "names with type and chain", names},
    {"chains", "documents of tokens and tags", "the chains of the given names", chains},
});

}  // namespace

std::span<const Task> name_tasks() { return kTasks; }

}  // namespace axray::bench
