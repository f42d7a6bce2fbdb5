#include "engine/run_notes.hpp"

namespace axray::engine {
namespace {

std::string name_of(const Document& document, std::size_t number) {
    return document.id.empty() ? "source " + std::to_string(number + 1) : document.id;
}

bool declares_other_language(const Document& document) {
    const auto& language = document.metadata.language.value;
    return !language.empty() && language.substr(0, 2) != "en";
}

}  // namespace

std::vector<std::string> run_notes(const Document& article, const std::vector<Document>& sources,
                                   const RunLanguages& languages) {
    std::vector<std::string> notes;
    const auto note_language = [&](const Document& document, const std::string& name, const std::string& language,
                                   std::string_view consequence) {
        if (!language.empty()) {
            notes.push_back(name + " is in " + language + ": " + std::string(consequence) +
                            ", for the rules are made for English.");
            return;
        }
        if (!declares_other_language(document)) return;
        notes.push_back(name + " declares the language \"" + document.metadata.language.value +
                        "\"; the rules are made for English.");
    };
    note_language(article, article.id.empty() ? "The article" : article.id, languages.article,
                  "none of its claims was judged");
    for (std::size_t number = 0; number < sources.size(); ++number) {
        const auto& source = sources[number];
        const auto name = name_of(source, number);
        const bool same_file = !article.sha256.empty() && source.sha256 == article.sha256;
        if (source.text.empty()) {
            notes.push_back(name + " has no text.");
        } else if (same_file || source.text == article.text) {
            notes.push_back(name + " is the same text as the article, so that every claim finds itself there.");
        }
        note_language(source, name, languages.sources.other_language(static_cast<std::uint32_t>(number)),
                      "it was not searched");
    }
    return notes;
}

std::string long_claim_note(const CheckedClaim& checked) {
    return "Claim " + std::to_string(checked.claim.id + 1) +
           " is very long: " + std::to_string(checked.words_not_judged) +
           " of its words, the most common, were not judged.";
}

}  // namespace axray::engine
