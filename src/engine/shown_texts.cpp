#include "engine/shown_texts.hpp"

namespace axray::engine {
namespace {

constexpr std::size_t kMostNearest = 6;

std::string text_of(SentenceReference place, const ClaimRequest& request, const SourceSet& set) {
    const auto& source = request.sources[place.source];
    if (!source.sentences.empty()) return source.sentences[place.sentence];
    const auto span = set.text(place.source).sentences[place.sentence].span;
    return source.text.substr(span.begin, span.size());
}

}  // namespace

std::vector<std::string> shown_texts(const ClaimAnswer& answer, const ClaimRequest& request, const SourceSet& set) {
    std::vector<std::string> texts;
    for (const auto place : answer.evidence) texts.push_back(text_of(place, request, set));
    if (!texts.empty()) return texts;
    for (const auto place : answer.ranking) {
        if (texts.size() == kMostNearest) break;
        texts.push_back(text_of(place, request, set));
    }
    return texts;
}

}  // namespace axray::engine
