// A text with annotations that the bytes choose, overlapping as they like: lines fit the width, JSON is JSON, and there
// is a page. Depends: base report
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "report/annotation_json.hpp"
#include "report/annotation_page.hpp"
#include "report/annotation_text.hpp"
#include "require.hpp"

namespace {

using namespace axray;

using axray::fuzz::require;

// Reads small numbers from the bytes; 0 when they are used up.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes) {}
    std::uint32_t next() { return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : 0; }
    [[nodiscard]] bool ended() const { return at_ >= bytes_.size(); }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

class Example {
public:
    Example(std::string text, Numbers numbers) : numbers_(numbers) {
        document.text = std::move(text);
        for (std::size_t at = 0; at < document.text.size(); at += base::decode_utf8(document.text, at).size) {
            borders_.push_back(static_cast<std::uint32_t>(at));
        }
        borders_.push_back(static_cast<std::uint32_t>(document.text.size()));
        document.sha256 = std::string(64, 'a');
        document.blocks = {{BlockKind::paragraph, {0, borders_.back()}}};
        annotations.sentences = {{{0, borders_.back()}, 0, 0, 0}};
        annotations.names = {{"A long name of one", NameType::organisation, {}}};
        while (!numbers_.ended() && count_++ < 200) add();
    }

    Document document;
    Annotations annotations;

private:
    Span span() {
        const auto first = numbers_.next() % borders_.size();
        const auto last = std::min(first + numbers_.next() % 40, borders_.size() - 1);
        return {borders_[first], borders_[last]};
    }

    void add() {
        const std::uint32_t name = numbers_.next() % 2 == 0 ? 0 : kNoPosition;
        switch (numbers_.next() % 7) {
            case 0: annotations.mentions.push_back({span(), MentionKind::name, NameType::person, name}); break;
            case 1:
                annotations.quantities.push_back({span(), QuantityKind::cardinal, Comparator::at_least,
                                                  static_cast<double>(numbers_.next()) * 1e5, 1e9, "ton", ""});
                break;
            case 2: annotations.dates.push_back({span(), DateKind::date, "XXXX-WXX-1TAF", "start", "", ""}); break;
            case 3: {
                AttributionAnnotation one;
                one.speaker = span();
                one.cue = span();
                one.content = {span(), span()};
                one.name = name;
                annotations.attributions.push_back(one);
                break;
            }
            case 4: annotations.certainties.push_back({span(), span(), Certainty::conditional}); break;
            case 5: annotations.indicators.push_back({span(), IndicatorKind::url, "http://a.org/"}); break;
            default: annotations.negations.push_back({span(), span()}); break;
        }
    }

    Numbers numbers_;
    std::vector<std::uint32_t> borders_;
    std::size_t count_ = 0;
};

void check_widths(const std::string& text, std::uint32_t width) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        require(report::columns_of(std::string_view(text).substr(at, end - at)) <= width, "lines fit the width");
        at = end + 1;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto middle = std::min(bytes.find('\0'), bytes.size());
    const auto text = bytes.substr(0, base::first_invalid_utf8(bytes.substr(0, middle)));
    if (text.empty()) return 0;
    const Example example(std::string(text), Numbers(bytes.substr(middle)));
    for (const std::uint32_t width : {20U, 37U, 100U}) {
        check_widths(report::annotation_text(example.document, example.annotations, {width, report::StyleCodes::none}),
                     width);
    }
    require(!report::annotation_page_document(example.document, example.annotations).empty(), "there is a page");
    base::CompactJson json;
    report::write_annotations(json, example.document, example.annotations);
    require(nlohmann::json::accept(std::move(json).take()), "JSON is JSON");
    return 0;
}
