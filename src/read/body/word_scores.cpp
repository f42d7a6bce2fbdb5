#include "read/body/word_scores.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace axray::read {
namespace {

struct Header {
    std::uint32_t text = 0;  // entries
    std::uint32_t names = 0;
};

bool is_ordered(std::span<const WordScore> table) {
    return std::is_sorted(table.begin(), table.end(),
                          [](const WordScore& left, const WordScore& right) { return left.word < right.word; });
}

}  // namespace

float score_of(std::span<const WordScore> table, WordHash word) {
    const std::uint32_t key = word_key(word);
    const auto found =
        std::lower_bound(table.begin(), table.end(), key,
                         [](const WordScore& entry, std::uint32_t wanted) { return entry.word < wanted; });
    return found != table.end() && found->word == key ? found->score : 0;
}

Result<WordScoreFile> WordScoreFile::of(base::ModelFile file, const std::string& path) {
    WordScoreFile opened(std::move(file));
    const std::string_view payload = opened.file_.payload();
    Header header;
    if (payload.size() >= sizeof(header)) std::memcpy(&header, payload.data(), sizeof(header));
    const std::size_t entries = std::size_t{header.text} + header.names;
    if (payload.size() != sizeof(header) + entries * sizeof(WordScore)) {
        return fail(ErrorCode::model_mismatch, path + ": the word scores have " + std::to_string(payload.size()) +
                                                   " bytes, expected two tables of " + std::to_string(header.text) +
                                                   " and " + std::to_string(header.names) + " words");
    }
    // The payload is aligned to 16 bytes and the entries are plain numbers.
    const auto* first = reinterpret_cast<const WordScore*>(payload.data() + sizeof(header));
    opened.scores_ = {{first, header.text}, {first + header.text, header.names}};
    if (!is_ordered(opened.scores_.text) || !is_ordered(opened.scores_.names))
        return fail(ErrorCode::model_mismatch, path + ": the word scores are not in order");
    return opened;
}

std::string make_word_scores(std::span<const WordScore> text, std::span<const WordScore> names) {
    const Header header{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(names.size())};
    std::string payload(reinterpret_cast<const char*>(&header), sizeof(header));
    for (const auto table : {text, names})
        payload.append(reinterpret_cast<const char*>(table.data()), table.size_bytes());
    return payload;
}

}  // namespace axray::read
