#include "story/conflicts/speakers.hpp"

#include <algorithm>

#include "trace/relation.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Mention;
using language::NameType;
using language::TokenSpan;

bool is_person(const Mention& name) { return name.type == NameType::person; }
bool may_be_person(const Mention& name) { return is_person(name) || name.type == NameType::unknown; }

bool same_person(const ReportText& text, const Mention& one, const ReportText& other_text, const Mention& other) {
    if (!may_be_person(one) || !may_be_person(other)) return false;
    const auto& forms = text.words.tokens.form;
    const auto& other_forms = other_text.words.tokens.form;
    if (forms[one.tokens.end - 1] != other_forms[other.tokens.end - 1]) return false;
    const bool short_form = one.tokens.size() == 1 || other.tokens.size() == 1;
    return short_form || forms[one.tokens.begin] == other_forms[other.tokens.begin];
}

bool has_person(const Speaker& one) {
    return std::any_of(one.names.begin(), one.names.end(), [](const Mention* name) { return is_person(*name); });
}

// The name of `one` that `other` has too; none when they have none in common that tells who speaks.
const Mention* name_in_common(const Speaker& one, const Speaker& other) {
    const Mention* body = nullptr;
    for (const Mention* mine : one.names) {
        for (const Mention* theirs : other.names) {
            const bool same = trace::same_name(*mine, *theirs);
            if (same_person(*one.text, *mine, *other.text, *theirs) || (same && may_be_person(*mine))) return mine;
            if (same && body == nullptr) body = mine;
        }
    }
    return has_person(one) && has_person(other) ? nullptr : body;
}

}  // namespace

std::string Speaker::shown() const {
    if (text == nullptr) return {};
    const Document& document = *text->document;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (is_person(**name)) return std::string(document.slice((*name)->span));
    }
    const bool pronoun = words.size() == 1 && text->closely.tokens.parsed() &&
                         text->closely.tokens.tag[words.begin] == language::WordTag::pronoun;
    if (words.size() == 0 || pronoun) return {};
    const auto& spans = text->words.tokens.span;
    return std::string(document.slice({spans[words.begin].begin, spans[words.end - 1].end}));
}

Speakers::Speakers(const ReportText& text) : text_(text), chain_of_token_(text.closely.tokens.size(), kNone) {
    for (std::uint32_t chain = 0; chain < text.closely.chains.size(); ++chain) {
        const auto& one = text.closely.chains[chain];
        for (std::uint32_t member = one.begin; member < one.end; ++member) {
            const TokenSpan tokens = text.closely.chain_members[member].tokens;
            for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
                if (chain_of_token_[token] == kNone) chain_of_token_[token] = chain;
            }
        }
    }
}

Speaker Speakers::of(TokenSpan words) const {
    Speaker speaker{{}, &text_, words};
    for (std::uint32_t token = words.begin; token < words.end && token < chain_of_token_.size(); ++token) {
        if (chain_of_token_[token] == kNone) continue;
        const Mention* name = &text_.closely.mentions[text_.closely.chains[chain_of_token_[token]].canonical];
        if (std::find(speaker.names.begin(), speaker.names.end(), name) == speaker.names.end()) {
            speaker.names.push_back(name);
        }
    }
    return speaker;
}

bool same_speaker(const Speaker& one, const Speaker& other) {
    return one.named() && other.named() && name_in_common(one, other) != nullptr;
}

std::string common_name(const Speaker& one, const Speaker& other) {
    const Mention* name = one.named() && other.named() ? name_in_common(one, other) : nullptr;
    if (name != nullptr) return std::string(one.text->document->slice(name->span));
    return (one.named() ? one : other).shown();
}

}  // namespace axray::story
