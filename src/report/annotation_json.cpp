#include "report/annotation_json.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/utf8.hpp"

namespace axray::report {
namespace {

// Code points before any byte of a text, in constant time: cues and scopes lead back and forth.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text) : text_(text) {
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at % kStep == 0) before_.push_back(count);
            count += begins_character(text[at]) ? 1 : 0;
        }
        before_.push_back(count);
    }

    [[nodiscard]] std::uint32_t before(std::uint32_t byte) const {
        const std::size_t step = byte / kStep;
        std::uint32_t count = before_[step];
        for (std::size_t at = step * kStep; at < byte; ++at) count += begins_character(text_[at]) ? 1 : 0;
        return count;
    }

private:
    static constexpr std::size_t kStep = 64;
    static bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

    std::string_view text_;
    std::vector<std::uint32_t> before_;
};

class Writer {
public:
    Writer(base::CompactJson& json, const Document& document, const Annotations& annotations)
        : json_(json), document_(document), annotations_(annotations), points_(document.text) {}

    void write() {
        json_.begin('{').member("published");
        write_text_or_null(json_, annotations_.published);
        write_sentences();
        write_tokens();
        write_names();
        write_quantities();
        write_dates();
        json_.member("quotations").begin('[');
        for (const auto& quotation : annotations_.quotations) write_place(json_, quotation.span);
        json_.end(']');
        write_attributions();
        json_.member("certainty").begin('[');
        for (const auto& one : annotations_.certainties) {
            json_.begin('{').member("certainty").string(to_string(one.certainty));
            write_cue_and_scope(one.cue, one.scope);
            json_.end('}');
        }
        json_.end(']').member("negations").begin('[');
        for (const auto& one : annotations_.negations) {
            json_.begin('{');
            write_cue_and_scope(one.cue, one.scope);
            json_.end('}');
        }
        json_.end(']');
        write_indicators();
        json_.end('}');
    }

private:
    void write_span(Span span) {
        json_.member("begin").number(points_.before(span.begin)).member("end").number(points_.before(span.end));
        const Span original = document_.origin.to_original(span);
        json_.member("file_bytes");
        if (original.empty()) {
            json_.null();
        } else {
            json_.begin('[').number(original.begin).number(original.end).end(']');
        }
    }

    // An object with the place alone; null for what is not expressed.
    void write_place(base::CompactJson& json, Span span) {
        if (span.empty()) {
            json.null();
            return;
        }
        json.begin('{');
        write_span(span);
        json.end('}');
    }

    void write_cue_and_scope(Span cue, Span scope) {
        write_place(json_.member("cue"), cue);
        write_place(json_.member("scope"), scope);
    }

    static void write_text_or_null(base::CompactJson& json, std::string_view text) {
        text.empty() ? json.null() : json.string(text);
    }
    static void write_position(base::CompactJson& json, std::uint32_t position) {
        position == kNoPosition ? json.null() : json.number(position);
    }

    void write_indicators() {
        json_.member("indicators").begin('[');
        for (const auto& one : annotations_.indicators) {
            json_.begin('{');
            write_span(one.span);
            json_.member("kind").string(to_string(one.kind)).member("value").string(one.value).end('}');
        }
        json_.end(']');
    }

    void write_sentences() {
        json_.member("sentences").begin('[');
        for (const auto& sentence : annotations_.sentences) {
            json_.begin('{');
            write_span(sentence.span);
            json_.member("block").number(sentence.block).member("tokens").begin('[');
            json_.number(sentence.first_token).number(sentence.end_token).end(']').end('}');
        }
        json_.end(']');
    }

    template <class Value>
    void write_column(std::string_view name, const Value& value) {
        json_.member(name).begin('[');
        for (const auto& token : annotations_.tokens) value(token);
        json_.end(']');
    }

    void write_tokens() {
        json_.member("tokens").begin('{');
        write_column("begin", [&](const auto& token) { json_.number(points_.before(token.span.begin)); });
        write_column("end", [&](const auto& token) { json_.number(points_.before(token.span.end)); });
        const auto& tokens = annotations_.tokens;
        if (std::any_of(tokens.begin(), tokens.end(), [](const auto& token) { return !token.tag.empty(); })) {
            write_column("lemma", [&](const auto& token) { json_.string(token.lemma); });
            write_column("tag", [&](const auto& token) { json_.string(token.tag); });
            write_column("head", [&](const auto& token) { write_position(json_, token.head); });
            write_column("relation", [&](const auto& token) { json_.string(token.relation); });
        }
        json_.end('}');
    }

    void write_names() {
        json_.member("names").begin('[');
        for (const auto& name : annotations_.names) {
            json_.begin('{').member("text").string(name.text).member("type").string(to_string(name.type));
            json_.member("mentions").begin('[');
            for (const auto mention : name.mentions) json_.number(mention);
            json_.end(']');
            if (!name.entries.empty()) {
                json_.member("entries").begin('[');
                for (const auto& reference : name.entries) json_.string(reference);
                json_.end(']');
            }
            json_.end('}');
        }
        json_.end(']').member("mentions").begin('[');
        for (const auto& mention : annotations_.mentions) {
            json_.begin('{');
            write_span(mention.span);
            json_.member("kind").string(to_string(mention.kind)).member("type").string(to_string(mention.type));
            write_position(json_.member("name"), mention.name);
            json_.end('}');
        }
        json_.end(']');
    }

    void write_quantities() {
        json_.member("quantities").begin('[');
        for (const auto& quantity : annotations_.quantities) {
            json_.begin('{');
            write_span(quantity.span);
            json_.member("kind").string(to_string(quantity.kind));
            json_.member("comparator").string(to_string(quantity.comparator));
            json_.member("low").decimal(quantity.low).member("high").decimal(quantity.high);
            write_text_or_null(json_.member("unit"), quantity.unit);
            write_text_or_null(json_.member("change"), quantity.change);
            json_.end('}');
        }
        json_.end(']');
    }

    void write_dates() {
        json_.member("dates").begin('[');
        for (const auto& date : annotations_.dates) {
            json_.begin('{');
            write_span(date.span);
            json_.member("kind").string(to_string(date.kind));
            write_text_or_null(json_.member("value"), date.value);
            write_text_or_null(json_.member("modifier"), date.modifier);
            write_text_or_null(json_.member("from"), date.begin);
            write_text_or_null(json_.member("to"), date.end);
            json_.end('}');
        }
        json_.end(']');
    }

    void write_attributions() {
        json_.member("attributions").begin('[');
        for (const auto& one : annotations_.attributions) {
            json_.begin('{').member("sentence").number(one.sentence).member("stance").string(to_string(one.stance));
            write_position(json_.member("name"), one.name);
            write_position(json_.member("outer"), one.outer);
            write_place(json_.member("speaker"), one.speaker);
            write_place(json_.member("cue"), one.cue);
            json_.member("content").begin('[');
            for (const Span span : one.content) write_place(json_, span);
            json_.end(']').end('}');
        }
        json_.end(']');
    }

    base::CompactJson& json_;
    const Document& document_;
    const Annotations& annotations_;
    CodePointIndex points_;
};

}  // namespace

void write_annotations(base::CompactJson& json, const Document& document, const Annotations& annotations) {
    Writer(json, document, annotations).write();
}

}  // namespace axray::report
