// Any bytes as running text, as given sentences and as blocks: the layers of the result must fit each other.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotating.hpp"
#include "language/annotator.hpp"
#include "language/segments/partition.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check_tokens(std::string_view text, const AnnotatedText& annotated) {
    const Tokens& tokens = annotated.tokens;
    const std::size_t count = tokens.size();
    require(tokens.kind.size() == count && tokens.form.size() == count && tokens.stem.size() == count &&
                tokens.lemma.size() == count && tokens.marks.size() == count && tokens.quantity.size() == count &&
                tokens.date.size() == count && tokens.mention.size() == count,
            "per-token arrays have one entry for each token");
    const auto leads = [](std::uint32_t position, std::size_t size) { return position == kNone || position < size; };
    std::uint32_t end = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const Span span = tokens.span[at];
        require(end <= span.begin && span.begin < span.end && span.end <= text.size(),
                "tokens are ordered and disjoint");
        end = span.end;
        require(leads(tokens.quantity[at], annotated.quantities.size()) &&
                    leads(tokens.date[at], annotated.dates.size()) &&
                    leads(tokens.mention[at], annotated.mentions.size()),
                "positions in per-token arrays lead to their layer");
    }
}

void check_layers(std::string_view text, const AnnotatedText& annotated, Covered covered) {
    check_tokens(text, annotated);
    require(!partition_fault(text, annotated.tokens, annotated.sentences, covered), "sentences cover the text");
    const std::uint32_t count = annotated.tokens.size();
    const auto within = [count](TokenSpan range) { return range.begin <= range.end && range.end <= count; };
    std::uint32_t token = 0;
    for (const Sentence& sentence : annotated.sentences) {
        require(sentence.tokens.begin == token && within(sentence.tokens), "sentences partition the tokens");
        require(sentence.span.end <= text.size(), "sentences lie in the text");
        token = sentence.tokens.end;
    }
    require(token == count, "sentences cover all tokens");
    for (const Mention& mention : annotated.mentions)
        require(within(mention.tokens) && mention.tokens.size() > 0, "names");
    for (const Quantity& quantity : annotated.quantities) {
        require(within(quantity.tokens) && quantity.tokens.size() > 0 && quantity.low <= quantity.high, "quantities");
    }
    for (const Date& date : annotated.dates) {
        require(within(date.tokens) && date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31, "dates");
    }
    for (const Quotation& quotation : annotated.quotations) require(within(quotation.tokens), "quotations");
    for (const CertaintyCue& cue : annotated.certainty_cues) require(within(cue.cue) && within(cue.scope), "certainty");
    for (const Attribution& attribution : annotated.attributions) {
        require(within(attribution.speaker) && within(attribution.cue) && within(attribution.content) &&
                    attribution.sentence < annotated.sentences.size(),
                "attributions");
    }
}

// The lines of the text, as spans.
std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != '\n') continue;
        lines.push_back({begin, at});
        begin = at + 1;
    }
    return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static AnnotatorFixture fixture;
    // On the heap at its exact size, so that reading one byte too many is noticed.
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    check_layers(text, fixture.annotator.annotate_text(text, fixture.workspace), Covered::text);

    const std::vector<Span> lines = lines_of(text);
    check_layers(text, fixture.annotator.annotate_sentences(text, lines, fixture.workspace), Covered::sentences);

    Document document;
    document.text = std::string(text);
    for (const Span line : lines) document.blocks.push_back({BlockKind::paragraph, line});
    check_layers(document.text, fixture.annotator.annotate(document, fixture.workspace), Covered::sentences);
    return 0;
}
