#include "report/html_document.hpp"

#include <algorithm>
#include <map>

#include "report/words.hpp"

namespace axray::report {
namespace {

bool is_web_address(std::string_view id) { return id.substr(0, 8) == "https://" || id.substr(0, 7) == "http://"; }

}  // namespace

void DocumentWriter::write_blocks(std::uint32_t end) {
    bool in_list = false;
    for (const auto& block : document_.blocks) {
        if (block.span.begin >= end) break;
        const bool item = block.kind == BlockKind::list_item;
        if (item && !in_list) html_.open("ul");
        if (!item && in_list) html_.close().line();
        in_list = item;
        write_block(block.kind, {block.span.begin, std::min(block.span.end, end)});
    }
    if (in_list) html_.close().line();
}

void DocumentWriter::write_cut() {
    if (document_.cut.empty()) return;
    html_.open("details", {{"class", "cut"}});
    html_.element("summary", {},
                  "Set aside as page furniture: " + count_of(document_.cut.size(), "passage", "passages"));
    html_.open("ul");
    for (const auto& cut : document_.cut) {
        auto reason = std::string(to_string(cut.reason));
        std::replace(reason.begin(), reason.end(), '_', ' ');
        html_.open("li", {{"dir", "auto"}}).element("b", {}, reason).text(": ").text(cut.text).close();
    }
    html_.close().close().line();
}

void DocumentWriter::write_missing_title() {
    const bool has_title = std::any_of(document_.blocks.begin(), document_.blocks.end(),
                                       [](const Block& block) { return block.kind == BlockKind::title; });
    if (has_title || document_.metadata.title.value.empty()) return;
    html_.element(form_.headline, {{"class", "headline"}, {"dir", "auto"}}, document_.metadata.title.value).line();
}

void DocumentWriter::open_block(BlockKind kind) {
    switch (kind) {
        case BlockKind::title: html_.open(form_.headline, {{"class", "headline"}, {"dir", "auto"}}); return;
        case BlockKind::heading: html_.open(form_.heading, {{"dir", "auto"}}); return;
        case BlockKind::list_item: html_.open("li", {{"dir", "auto"}}); return;
        case BlockKind::quotation: html_.open("blockquote", {{"dir", "auto"}}); return;
        case BlockKind::table_row: html_.open("p", {{"class", "row"}, {"dir", "auto"}}); return;
        case BlockKind::caption: html_.open("p", {{"class", "caption"}, {"dir", "auto"}}); return;
        case BlockKind::paragraph: break;
    }
    html_.open("p", {{"dir", "auto"}});
}

void DocumentWriter::write_block(BlockKind kind, Span span) {
    open_block(kind);
    const auto segments = divide(span, notes_);
    std::map<const WordNote*, std::size_t> last_of;
    for (std::size_t i = 0; i < segments.size(); ++i) last_of[owner_of(segments[i])] = i;
    const WordNote* owner = nullptr;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto* next = owner_of(segments[i]);
        if (next != owner) {
            if (owner != nullptr) end_owner(*owner, last_of[owner] == i - 1);
            if (next != nullptr) begin_owner(*next);
            owner = next;
        }
        write_segment(document_.slice(segments[i].span), segments[i]);
    }
    if (owner != nullptr) end_owner(*owner, true);
    html_.close().line();
}

void write_document_name(HtmlWriter& html, const Document& document, std::string_view published) {
    if (is_web_address(document.id)) {
        html.element("a", {{"class", "name"}, {"href", document.id}, {"rel", "noopener noreferrer"}}, document.id);
    } else {
        html.element("span", {{"class", "name"}}, document.id);
    }
    if (!published.empty()) html.text(", ").element("time", {}, published);
}

// The reader passes on what the document declared.
std::string language_of(const Document& document) {
    const auto& tag = document.metadata.language.value;
    const bool usable =
        tag.size() <= 35 && tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    return usable ? tag : std::string();
}

}  // namespace axray::report
