// Any bytes as two or three texts: passages lie in both texts, in order, on code points, and shares are shares.
// Depends: base language story
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "require.hpp"
#include "story/origins/copy_finder.hpp"

namespace {

using namespace axray;
using namespace axray::story;
using fuzz::require;

// The texts end at zero bytes; what is no UTF-8 ends them too, since texts in the program are valid.
std::vector<std::string> texts_of(std::string_view bytes) {
    std::vector<std::string> texts;
    while (texts.size() < 12) {
        const auto end = std::min(bytes.find('\0'), bytes.size());
        const auto text = bytes.substr(0, end);
        texts.emplace_back(text.substr(0, base::first_invalid_utf8(text)));
        if (end == bytes.size()) break;
        bytes.remove_prefix(end + 1);
    }
    return texts;
}

bool on_code_points(const std::string& text, Span span) {
    const auto begins = [&](std::uint32_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    return span.begin < span.end && span.end <= text.size() && begins(span.begin) && begins(span.end);
}

void check_words(const std::string& text) {
    const auto words = split_plain_words(text);
    std::uint32_t end = 0;
    for (const auto span : words.span) {
        require(on_code_points(text, span), "words lie in the text");
        require(span.begin >= end, "words are in order and apart");
        end = span.end;
    }
    require(words.key.size() == words.span.size() && words.marks.size() == words.span.size(), "one of each a word");
}

void check_pair(const std::vector<std::string>& texts, const TextPair& pair) {
    require(pair.first < pair.second && pair.second < texts.size(), "texts of the collection");
    require(pair.share_of_first >= 0 && pair.share_of_first <= 1, "share of the first");
    require(pair.share_of_second >= 0 && pair.share_of_second <= 1, "share of the second");
    for (const auto& passage : pair.passages) {
        require(passage.first.source == pair.first && passage.second.source == pair.second, "texts of the pair");
        require(on_code_points(texts[pair.first], passage.first.span), "place in the first");
        require(on_code_points(texts[pair.second], passage.second.span), "place in the second");
        require(passage.likeness > 0 && passage.likeness <= 1, "likeness");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<char> copy(data, data + size);
    const auto texts = texts_of({copy.data(), copy.size()});
    CopyFinder finder({1, 64});
    for (const auto& text : texts) {
        check_words(text);
        finder.add({text, {}});
    }
    finder.index();
    ReuseIndex::Lookup lookup;
    for (std::uint32_t text = 0; text < finder.size(); ++text) {
        for (const auto& pair : finder.pairs_with_earlier(text, lookup)) check_pair(texts, pair);
    }
    return 0;
}
