// Any bytes in any encoding: the text is valid UTF-8, in composed form once it is written, and every byte has its
// place. The input is a label, a line feed, and the bytes. Depends: base read
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "read/blocks.hpp"
#include "read/characters/charset.hpp"
#include "read/characters/normal_form.hpp"

namespace {

using namespace axray;
using namespace axray::read;

void require_sound(const DecodedText& decoded, std::size_t size) {
    const std::string_view text = decoded.text();
    if (base::first_invalid_utf8(text) != text.size()) std::abort();
    std::uint32_t end = 0;
    for (const OriginRun& run : decoded.runs) {
        if (run.text_begin != end || run.text_length == 0) std::abort();
        if (run.original_begin + run.original_length > size) std::abort();
        end = run.text_begin + run.text_length;
    }
    if (!decoded.runs.empty() && end != text.size()) std::abort();
    if (decoded.runs.empty() && decoded.skipped + text.size() > size) std::abort();
}

void require_composed(std::string_view text) {
    BlockWriter writer;
    writer.append(text, {0, static_cast<std::uint32_t>(text.size())});
    const Span block = writer.end_block();
    if (!is_composed(writer.list().slice(block))) std::abort();
    std::uint32_t end = 0;
    for (const OriginRun& run : writer.list().runs) {
        if (run.text_begin < end || run.original_begin + run.original_length > text.size()) std::abort();
        end = run.text_begin + run.text_length;
    }
    if (end > block.end) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const std::string_view bytes = input.substr(std::min(line + 1, input.size()));
    for (const CharsetHints& hints :
         {CharsetHints{input.substr(0, line), {}}, CharsetHints{{}, input.substr(0, line)}}) {
        const DecodedText decoded = decode(bytes, hints);
        require_sound(decoded, bytes.size());
        require_composed(decoded.text());
    }
    return 0;
}
