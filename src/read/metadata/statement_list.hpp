// Takes down statements within the limits (values of a page -> Statements).
//
// Shared by the walk over the page and the reading of JSON-LD. Source: own.
#pragma once

#include <string>
#include <string_view>

#include "read/metadata/statements.hpp"

namespace axray::read {

// What all statements of one element have in common.
struct StatementOrigin {
    Place place = Place::meta;
    std::uint32_t node = 0;
    std::uint32_t group = 0;
};

class StatementList {
public:
    explicit StatementList(const HtmlTree& tree) : tree_(tree) {}

    // An attribute's value or the text between two tags, references decoded.
    void add_html(Field field, const StatementOrigin& origin, std::string_view name, Span source);
    // A value that was decoded already.
    void add(Field field, const StatementOrigin& origin, std::string_view name, std::string value, Span source);

    [[nodiscard]] std::uint32_t new_group() { return ++groups_; }
    [[nodiscard]] const HtmlTree& tree() const { return tree_; }
    [[nodiscard]] Statements& statements() { return statements_; }

private:
    const HtmlTree& tree_;
    Statements statements_;
    std::uint32_t groups_ = 0;
};

// Text with tags taken out, references decoded and white space collapsed, as JSON strings and attributes often hold it.
[[nodiscard]] std::string without_markup(std::string_view text);

}  // namespace axray::read
