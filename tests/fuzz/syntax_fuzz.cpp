// Any bytes through the sentence models: every sentence is a tree with one root, every token has its tags.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotating.hpp"

namespace {

using namespace axray;
using namespace axray::language;

struct Fixture : AnnotatorFixture {
    Fixture() { use_sentence_models(); }
};

// Follows heads upwards; true when each way ends at the root.
bool is_tree(const Tokens& tokens, TokenSpan sentence) {
    std::vector<std::uint32_t> seen_from(sentence.size(), kNone);
    for (std::uint32_t start = sentence.begin; start < sentence.end; ++start) {
        std::uint32_t at = start;
        while (at != kNone && seen_from[at - sentence.begin] == kNone) {
            seen_from[at - sentence.begin] = start;
            at = tokens.head[at];
            if (at != kNone && !sentence.contains(at)) return false;
        }
        if (at != kNone && seen_from[at - sentence.begin] == start) return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Fixture fixture;
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    const AnnotatedText annotated =
        fixture.annotator.annotate_text(text, fixture.workspace, {.layers = Layers::all, .published = {}});
    const Tokens& tokens = annotated.tokens;
    require(tokens.parsed() && tokens.tag.size() == tokens.size() && tokens.name_tag.size() == tokens.size(),
            "every token has its tags");
    for (const Sentence& sentence : annotated.sentences) {
        std::size_t roots = 0;
        for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            roots += tokens.head[at] == kNone ? 1 : 0;
            require(!relation_name(tokens.relation[at]).empty(), "every token has a relation");
            require(!fixture.annotator.lemma(text, annotated, at).empty() || tokens.span[at].size() == 0,
                    "every token has a lemma");
        }
        require(sentence.tokens.size() == 0 || roots == 1, "a sentence has one root");
        require(is_tree(tokens, sentence.tokens), "a sentence is a tree");
    }
    return 0;
}
