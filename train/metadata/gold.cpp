#include "gold.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <zlib.h>

namespace axray::train {
namespace {

std::string text_of(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(const nlohmann::json& object, const char* name) {
    std::vector<std::string> texts;
    const auto member = object.find(name);
    if (member == object.end() || !member->is_array()) return texts;
    for (const auto& text : *member) {
        if (text.is_string()) texts.push_back(text.get<std::string>());
    }
    return texts;
}

// The last two labels of the host, three where the last but one is short ("co.uk").
std::string site_of(const std::string& address, const std::string& id) {
    const std::size_t scheme = address.find("//");
    if (scheme == std::string::npos) return id;
    std::string host = address.substr(scheme + 2);
    host = host.substr(0, host.find_first_of("/?#:"));
    std::vector<std::string> labels;
    for (std::size_t at = 0; at <= host.size();) {
        const std::size_t end = std::min(host.find('.', at), host.size());
        labels.push_back(host.substr(at, end - at));
        at = end + 1;
    }
    const bool short_label = labels.size() > 2 && labels[labels.size() - 2].size() <= 3;
    const std::size_t wanted = std::min<std::size_t>(labels.size(), short_label ? 3 : 2);
    std::string site;
    for (std::size_t i = labels.size() - wanted; i < labels.size(); ++i) site += (site.empty() ? "" : ".") + labels[i];
    return site;
}

Result<std::string> read_gzip(const std::string& path) {
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return fail(ErrorCode::not_found, path + ": there is no such file");
    std::string bytes;
    std::vector<char> buffer(1U << 16U);
    int count = 0;
    while ((count = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0)
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    gzclose(file);
    if (count < 0) return fail(ErrorCode::malformed, path + ": expected gzip");
    return bytes;
}

icu::UnicodeString normalized(const std::string& text, bool decompose) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form =
        decompose ? icu::Normalizer2::getNFKDInstance(status) : icu::Normalizer2::getNFKCInstance(status);
    return form->normalize(icu::UnicodeString::fromUTF8(text), status);
}

std::u32string points_of(const icu::UnicodeString& text) {
    std::u32string points;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        points.push_back(static_cast<char32_t>(text.char32At(at)));
    return points;
}

std::u32string plain_title(const std::string& text) {
    std::u32string plain;
    for (char32_t point : points_of(normalized(text, false))) {
        if (point == 0x2018 || point == 0x2019 || point == 0x201B) point = '\'';
        if (point == 0x201C || point == 0x201D || point == 0x201E) point = '"';
        if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) point = '-';
        if (point == 0xAD || point == 0x200B) continue;
        if (u_isUWhiteSpace(static_cast<UChar32>(point))) {
            if (!plain.empty() && plain.back() != ' ') plain.push_back(' ');
            continue;
        }
        plain.push_back(point);
    }
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

std::set<std::u32string> words_of_names(const std::string& names) {
    const std::set<std::u32string> joining{U"and", U"und", U"et", U"y",   U"en",  U"og",
                                           U"och", U"e",   U"by", U"von", U"par", U"por"};
    std::set<std::u32string> words;
    std::u32string word;
    const auto end_word = [&] {
        if (!word.empty() && joining.count(word) == 0) words.insert(word);
        word.clear();
    };
    for (const char32_t point : points_of(normalized(names, true).foldCase())) {
        const auto character = static_cast<UChar32>(point);
        if (u_charType(character) == U_NON_SPACING_MARK) continue;
        if (u_isalnum(character) || point == '_')
            word.push_back(point);
        else
            end_word();
    }
    end_word();
    return words;
}

}  // namespace

Result<std::vector<GoldPage>> read_gold(const std::string& folder) {
    std::ifstream lines(folder + "/gold.jsonl");
    if (!lines) return fail(ErrorCode::not_found, folder + "/gold.jsonl: there is no such file");
    std::vector<GoldPage> pages;
    for (std::string line; std::getline(lines, line);) {
        const auto object = nlohmann::json::parse(line, nullptr, false);
        if (!object.is_object()) return fail(ErrorCode::malformed, folder + "/gold.jsonl: expected an object a line");
        GoldPage page;
        page.id = text_of(object, "id");
        page.source = text_of(object, "source");
        page.address = text_of(object, "url");
        page.site = site_of(page.address, page.id);
        page.title = text_of(object, "title");
        page.author = text_of(object, "author");
        page.date = text_of(object, "date").substr(0, 10);
        page.language = text_of(object, "lang");
        page.text = text_of(object, "text");
        page.with = texts_of(object, "with");
        page.without = texts_of(object, "without");
        auto bytes = read_gzip(folder + "/" + text_of(object, "file"));
        if (!bytes) return fail(bytes.error());
        page.bytes = *std::move(bytes);
        pages.push_back(std::move(page));
    }
    return pages;
}

bool is_title(const std::string& gold, const std::string& value) { return plain_title(gold) == plain_title(value); }

bool names_match(const std::string& gold, const std::string& value) {
    const std::set<std::u32string> wanted = words_of_names(gold);
    const std::set<std::u32string> given = words_of_names(value);
    return !wanted.empty() && std::includes(given.begin(), given.end(), wanted.begin(), wanted.end()) &&
           given.size() <= 2 * wanted.size();
}

bool same_day(const std::string& gold, base::Day day) {
    read::FoundDate date;
    date.day = day;
    return gold == date.iso();
}

}  // namespace axray::train
