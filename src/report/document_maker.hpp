// Invented documents for the tests of this folder (titles, blocks of sentences -> Document), and the way to the words.
//
// Each document has a file that is longer than its text, so that bytes of the one and of the other are never the same.
// Source: own.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/document.hpp>

namespace axray::report {

// A document made of blocks of whole sentences; its file is the text with four bytes ("<p>" and a blank) before each
// block.
class DocumentMaker {
public:
    DocumentMaker(std::string id, std::string title, char digit) {
        document_.id = std::move(id);
        document_.sha256 = std::string(64, digit);
        document_.metadata.title.value = std::move(title);
        document_.metadata.charset = "UTF-8";
        document_.metadata.media_type = "text/plain";
        document_.metadata.language.value = "en";
    }

    DocumentMaker& block(BlockKind kind, std::initializer_list<std::string_view> sentences) {
        if (!document_.text.empty()) document_.text += '\n';
        const auto begin = position();
        for (const auto sentence : sentences) {
            if (position() > begin) document_.text += ' ';
            const auto start = position();
            document_.text += sentence;
            sentences_.push_back({start, position()});
        }
        document_.blocks.push_back({kind, {begin, position()}});
        const auto original = begin + 4 * static_cast<std::uint32_t>(document_.blocks.size());
        document_.origin.runs.push_back({begin, position() - begin, original, position() - begin});
        document_.original_size = original + position() - begin;
        return *this;
    }

    DocumentMaker& cut(CutReason reason, std::string text) {
        document_.cut.push_back({std::move(text), reason, {0, 4}});
        return *this;
    }

    [[nodiscard]] std::shared_ptr<const Document> document() const { return std::make_shared<Document>(document_); }
    [[nodiscard]] const std::vector<Span>& sentences() const { return sentences_; }

private:
    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(document_.text.size()); }

    Document document_;
    std::vector<Span> sentences_;
};

// The first place of `words` in `text` within `within`; tests must not look for what is not there.
inline Span find_words(std::string_view text, std::string_view words, Span within) {
    const auto place = text.substr(0, within.end).find(words, within.begin);
    if (place == std::string_view::npos) throw std::logic_error("not in the fixture: " + std::string(words));
    const auto begin = static_cast<std::uint32_t>(place);
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

}  // namespace axray::report
