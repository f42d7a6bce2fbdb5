// Any bytes as two names of any kind: they become plain words with spans inside the name, and are compared with a
// probability that is the same each time.
// Depends: base matching
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "matching/name_match.hpp"
#include "matching/name_preparer.hpp"
#include "require.hpp"

namespace {

using namespace axray;
using namespace axray::matching;

using axray::fuzz::require;

std::string models_of_build() {
    std::error_code error;
    return (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "../share/axray/models").string();
}

void check(const PreparedName& name, std::string_view text) {
    for (const NameWord& word : name.words) {
        require(!word.text.empty() && !word.spelling.empty() && !word.skeleton.empty(), "a word has letters");
        for (const char sign : word.text) {
            require((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'), "a word is plain ASCII");
        }
        require(word.span.begin < word.span.end && word.span.end <= text.size(), "a word lies in the name");
    }
}

void check(const NameMatch& match, const PreparedName& query, const PreparedName& listed) {
    require(match.probability >= 0 && match.probability <= 1, "a probability");
    std::size_t words = match.query_left.size();
    for (const WordPair& pair : match.pairs) {
        require(!pair.query.empty() && !pair.listed.empty(), "words met words");
        require(pair.query.back() < query.words.size() && pair.listed.back() < listed.words.size(), "of the names");
        words += pair.query.size();
    }
    require(words == query.words.size(), "each word met or is left");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const NamePreparer preparer = NamePreparer::create().value();
    static const NameMatcher matcher = NameMatcher::open(models_of_build()).value();
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto kind = static_cast<NameKind>(size == 0 ? 0 : data[0] % 5);
    const std::string_view first = std::string_view(text).substr(0, text.find('\n'));
    const std::string_view second = std::string_view(text).substr(std::min(first.size(), text.size()));
    const PreparedName query = preparer.prepare(first, kind);
    const PreparedName listed = preparer.prepare(second, kind);
    check(query, first);
    check(listed, second);
    const NameMatch match = matcher.match(query, listed);
    check(match, query, listed);
    require(matcher.probability(query, listed) == match.probability, "the same each time");
    return 0;
}
