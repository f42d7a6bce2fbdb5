#include "read/metadata/statement_list.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestName = 60;  // bytes of a statement's name that are kept

// At most kLongestName bytes, ending between characters.
std::string shortened(std::string_view name) {
    name = trim_ascii(name).substr(0, kLongestName);
    return std::string(trim_ascii(name.substr(0, base::first_invalid_utf8(name))));
}

std::string without_tags(std::string_view text) {
    std::string kept;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('<', at);
        const bool tag = open != std::string_view::npos && open + 1 < text.size() &&
                         (is_ascii_letter(text[open + 1]) || text[open + 1] == '/');
        const std::size_t close = tag ? text.find('>', open) : std::string_view::npos;
        if (close == std::string_view::npos) {
            kept += text.substr(at);
            break;
        }
        kept += text.substr(at, open - at);
        at = close + 1;
    }
    return kept;
}

}  // namespace

std::string without_markup(std::string_view text) {
    const auto decode = [](std::string_view raw) {
        return decode_html_text(raw, {0, static_cast<std::uint32_t>(raw.size())});
    };
    std::string plain = decode(text);
    // Twice, since many pages encode what their templates encode again.
    if (plain.find('&') != std::string::npos) plain = decode(plain);
    if (plain.find('<') != std::string::npos) plain = decode(without_tags(plain));
    return plain;
}

void StatementList::add_html(Field field, const StatementOrigin& origin, std::string_view name, Span source) {
    if (source.empty() || source.size() > kStatementLimits.value_bytes) return;
    add(field, origin, name, without_markup(tree_.slice(source)), source);
}

void StatementList::add(Field field, const StatementOrigin& origin, std::string_view name, std::string value,
                        Span source) {
    if (value.empty() || value.size() > kStatementLimits.value_bytes ||
        statements_.all.size() >= kStatementLimits.statements)
        return;
    statements_.all.push_back(
        {field, origin.place, std::move(value), shortened(name), source, origin.node, origin.group});
}

std::string_view to_string(Place place) {
    constexpr std::array<std::string_view, static_cast<std::size_t>(Place::count)> kNames{
        "json-ld article",
        "json-ld page",
        "json-ld",
        "open graph",
        "twitter",
        "dublin core",
        "citation",
        "meta",
        "microdata",
        "link",
        "time",
        "marked element",
        "h1",
        "h2",
        "title",
        "part of title",
        "part of og:title",
        "part of h1",
        "script",
        "address",
        "byline",
        "text",
        "html",
    };
    return kNames[static_cast<std::size_t>(place)];
}

}  // namespace axray::read
