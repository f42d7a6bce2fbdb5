#include "story/account/draft.hpp"

#include <algorithm>
#include <utility>

namespace axray::story {
namespace {

bool is_white(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool stands_close(char byte) { return byte == ',' || byte == '.' || byte == ';' || byte == ':' || byte == '!'; }

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The text without closing quotation marks and brackets.
std::string_view without_closing_marks(std::string_view text) {
    constexpr std::string_view kMarks[] = {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"};
    for (bool found = true; found;) {
        found = false;
        for (const auto mark : kMarks) {
            if (!ends_with(text, mark)) continue;
            text.remove_suffix(mark.size());
            found = true;
        }
    }
    return text;
}

}  // namespace

bool DraftWriter::takes(char byte) {
    if (is_white(byte)) return !text_.empty() && text_.back() != ' ' && text_.back() != '(';
    if (stands_close(byte)) {
        if (text_.empty()) return false;
        while (!text_.empty() && text_.back() == ' ') drop_last();
        if (byte == ',' && !text_.empty() && text_.back() == ',') return false;
    }
    return true;
}

void DraftWriter::append(char byte) {
    if (takes(byte)) text_.push_back(is_white(byte) ? ' ' : byte);
}

void DraftWriter::append(char byte, std::uint32_t report, std::uint32_t position) {
    if (!takes(byte)) return;
    const auto at = static_cast<std::uint32_t>(text_.size());
    text_.push_back(is_white(byte) ? ' ' : byte);
    if (is_white(byte) && byte != ' ') return;
    if (traces_.size() > closed_) {
        auto& last = traces_.back();
        if (last.text.end == at && last.place.source == report && last.place.span.end == position) {
            ++last.text.end;
            ++last.place.span.end;
            return;
        }
    }
    traces_.push_back({{at, at + 1}, {report, {position, position + 1}}});
}

void DraftWriter::drop_last() {
    text_.pop_back();
    if (traces_.empty() || traces_.back().text.end <= text_.size()) return;
    --traces_.back().text.end;
    if (traces_.size() > closed_) --traces_.back().place.span.end;
    if (!traces_.back().text.empty()) return;
    traces_.pop_back();
    closed_ = std::min(closed_, traces_.size());
}

void DraftWriter::copy(std::uint32_t report, std::string_view report_text, Span bytes) {
    for (auto at = bytes.begin; at < bytes.end; ++at) append(report_text[at], report, at);
}

void DraftWriter::insert(std::string_view words) {
    for (const char byte : words) append(byte);
}

void DraftWriter::insert(const Edit& edit) {
    std::uint32_t at = 0;
    for (const auto& trace : edit.traces) {
        insert(std::string_view(edit.text).substr(at, trace.text.begin - at));
        const auto words = std::string_view(edit.text).substr(trace.text.begin, trace.text.size());
        if (words.size() == trace.place.span.size()) {
            for (std::uint32_t byte = 0; byte < words.size(); ++byte)
                append(words[byte], trace.place.source, trace.place.span.begin + byte);
        } else {
            const auto begin = static_cast<std::uint32_t>(text_.size());
            insert(words);
            traces_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, trace.place});
            closed_ = traces_.size();
        }
        at = trace.text.end;
    }
    insert(std::string_view(edit.text).substr(at));
}

void DraftWriter::copy_edited(std::uint32_t report, std::string_view report_text, Span part,
                              const std::vector<Edit>& edits) {
    auto at = part.begin;
    for (const auto& edit : edits) {
        if (edit.span.begin < at || edit.span.end > part.end) continue;
        copy(report, report_text, {at, edit.span.begin});
        insert(edit);
        at = edit.span.end;
    }
    copy(report, report_text, {at, part.end});
}

void DraftWriter::finish_sentence() {
    constexpr std::string_view kDangling[] = {" ", ",", ";", ":", " -", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (bool found = true; found;) {
        found = false;
        for (const auto end : kDangling) {
            if (text_.empty() || !ends_with(text_, end)) continue;
            for (std::size_t byte = 0; byte < end.size(); ++byte) drop_last();
            found = true;
        }
    }
    if (text_.empty()) return;
    const auto bare = without_closing_marks(text_);
    if (bare.empty() || (bare.back() != '.' && bare.back() != '!' && bare.back() != '?')) text_.push_back('.');
    for (auto& letter : text_) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
        if (letter != '"' && letter != '(' && letter != '\'') break;
    }
}

void DraftWriter::drop_stop() {
    while (!text_.empty() && text_.back() == '.') drop_last();
}

}  // namespace axray::story
