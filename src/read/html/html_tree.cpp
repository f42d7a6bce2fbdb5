#include "read/html/html_tree.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

// MyHTML's internal headers: its public ones hide the token whose place and kind we need while the tree is built.
#include <myhtml/callback.h>
#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::uint32_t kMostFormatting = 24;  // <b><i><font>... open at once; each new paragraph repeats them
constexpr std::uint32_t kMostAttributesOfElement = 64;
constexpr std::size_t kMostNodesPerToken = 3;
constexpr std::size_t kFreeNodes = 10'000;
constexpr std::size_t kMostMergedText = 16 * 1024;  // bytes of handles in one text node
constexpr std::size_t kHandleSize = 16;             // two numbers of 32 bits, four bits a letter

struct TagRow {
    myhtml_tag_id_t id;
    HtmlTag tag;
};
constexpr TagRow kTags[] = {
    {MyHTML_TAG_A, HtmlTag::a},
    {MyHTML_TAG_ABBR, HtmlTag::abbr},
    {MyHTML_TAG_ADDRESS, HtmlTag::address},
    {MyHTML_TAG_ARTICLE, HtmlTag::article},
    {MyHTML_TAG_ASIDE, HtmlTag::aside},
    {MyHTML_TAG_AUDIO, HtmlTag::audio},
    {MyHTML_TAG_B, HtmlTag::b},
    {MyHTML_TAG_BLOCKQUOTE, HtmlTag::blockquote},
    {MyHTML_TAG_BODY, HtmlTag::body},
    {MyHTML_TAG_BR, HtmlTag::br},
    {MyHTML_TAG_BUTTON, HtmlTag::button},
    {MyHTML_TAG_CANVAS, HtmlTag::canvas},
    {MyHTML_TAG_CAPTION, HtmlTag::caption},
    {MyHTML_TAG_CITE, HtmlTag::cite},
    {MyHTML_TAG_CODE, HtmlTag::code},
    {MyHTML_TAG_DD, HtmlTag::dd},
    {MyHTML_TAG_DEL, HtmlTag::del},
    {MyHTML_TAG_DETAILS, HtmlTag::details},
    {MyHTML_TAG_DIALOG, HtmlTag::dialog},
    {MyHTML_TAG_DIV, HtmlTag::div},
    {MyHTML_TAG_DL, HtmlTag::dl},
    {MyHTML_TAG_DT, HtmlTag::dt},
    {MyHTML_TAG_EM, HtmlTag::em},
    {MyHTML_TAG_FIELDSET, HtmlTag::fieldset},
    {MyHTML_TAG_FIGCAPTION, HtmlTag::figcaption},
    {MyHTML_TAG_FIGURE, HtmlTag::figure},
    {MyHTML_TAG_FOOTER, HtmlTag::footer},
    {MyHTML_TAG_FORM, HtmlTag::form},
    {MyHTML_TAG_FRAMESET, HtmlTag::frameset},
    {MyHTML_TAG_H1, HtmlTag::h1},
    {MyHTML_TAG_H2, HtmlTag::h2},
    {MyHTML_TAG_H3, HtmlTag::h3},
    {MyHTML_TAG_H4, HtmlTag::h4},
    {MyHTML_TAG_H5, HtmlTag::h5},
    {MyHTML_TAG_H6, HtmlTag::h6},
    {MyHTML_TAG_HEAD, HtmlTag::head},
    {MyHTML_TAG_HEADER, HtmlTag::header},
    {MyHTML_TAG_HR, HtmlTag::hr},
    {MyHTML_TAG_HTML, HtmlTag::html},
    {MyHTML_TAG_I, HtmlTag::i},
    {MyHTML_TAG_IFRAME, HtmlTag::iframe},
    {MyHTML_TAG_IMG, HtmlTag::img},
    {MyHTML_TAG_INPUT, HtmlTag::input},
    {MyHTML_TAG_LABEL, HtmlTag::label},
    {MyHTML_TAG_LEGEND, HtmlTag::legend},
    {MyHTML_TAG_LI, HtmlTag::li},
    {MyHTML_TAG_LINK, HtmlTag::link},
    {MyHTML_TAG_MAIN, HtmlTag::main},
    {MyHTML_TAG_MAP, HtmlTag::map},
    {MyHTML_TAG_MENU, HtmlTag::menu},
    {MyHTML_TAG_META, HtmlTag::meta},
    {MyHTML_TAG_NAV, HtmlTag::nav},
    {MyHTML_TAG_NOSCRIPT, HtmlTag::noscript},
    {MyHTML_TAG_OBJECT, HtmlTag::object},
    {MyHTML_TAG_OL, HtmlTag::ol},
    {MyHTML_TAG_OPTGROUP, HtmlTag::optgroup},
    {MyHTML_TAG_OPTION, HtmlTag::option},
    {MyHTML_TAG_P, HtmlTag::p},
    {MyHTML_TAG_PRE, HtmlTag::pre},
    {MyHTML_TAG_Q, HtmlTag::q},
    {MyHTML_TAG_SCRIPT, HtmlTag::script},
    {MyHTML_TAG_SECTION, HtmlTag::section},
    {MyHTML_TAG_SELECT, HtmlTag::select},
    {MyHTML_TAG_SPAN, HtmlTag::span},
    {MyHTML_TAG_STRONG, HtmlTag::strong},
    {MyHTML_TAG_STYLE, HtmlTag::style},
    {MyHTML_TAG_SUMMARY, HtmlTag::summary},
    {MyHTML_TAG_SUP, HtmlTag::sup},
    {MyHTML_TAG_SVG, HtmlTag::svg},
    {MyHTML_TAG_TABLE, HtmlTag::table},
    {MyHTML_TAG_TBODY, HtmlTag::tbody},
    {MyHTML_TAG_TD, HtmlTag::td},
    {MyHTML_TAG_TEMPLATE, HtmlTag::template_},
    {MyHTML_TAG_TEXTAREA, HtmlTag::textarea},
    {MyHTML_TAG_TFOOT, HtmlTag::tfoot},
    {MyHTML_TAG_TH, HtmlTag::th},
    {MyHTML_TAG_THEAD, HtmlTag::thead},
    {MyHTML_TAG_TIME, HtmlTag::time},
    {MyHTML_TAG_TITLE, HtmlTag::title},
    {MyHTML_TAG_TR, HtmlTag::tr},
    {MyHTML_TAG_UL, HtmlTag::ul},
    {MyHTML_TAG_VIDEO, HtmlTag::video},
    {MyHTML_TAG__TEXT, HtmlTag::text},
};

constexpr std::array<HtmlTag, MyHTML_TAG_LAST_ENTRY> make_tag_table() {
    std::array<HtmlTag, MyHTML_TAG_LAST_ENTRY> table{};
    for (HtmlTag& tag : table) tag = HtmlTag::other;
    for (const TagRow& row : kTags) table[row.id] = row.tag;
    return table;
}
constexpr auto kTagTable = make_tag_table();

HtmlTag tag_of(myhtml_tag_id_t id) { return id < kTagTable.size() ? kTagTable[id] : HtmlTag::other; }

struct AttributeRow {
    std::string_view text;
    HtmlAttributeName name;
};
constexpr AttributeRow kAttributes[] = {
    {"alt", HtmlAttributeName::alt},
    {"aria-hidden", HtmlAttributeName::aria_hidden},
    {"charset", HtmlAttributeName::charset},
    {"class", HtmlAttributeName::class_},
    {"content", HtmlAttributeName::content},
    {"datetime", HtmlAttributeName::datetime},
    {"hidden", HtmlAttributeName::hidden},
    {"href", HtmlAttributeName::href},
    {"http-equiv", HtmlAttributeName::http_equiv},
    {"id", HtmlAttributeName::id},
    {"itemprop", HtmlAttributeName::itemprop},
    {"lang", HtmlAttributeName::lang},
    {"name", HtmlAttributeName::name},
    {"property", HtmlAttributeName::property},
    {"rel", HtmlAttributeName::rel},
    {"role", HtmlAttributeName::role},
    {"src", HtmlAttributeName::src},
    {"style", HtmlAttributeName::style},
    {"type", HtmlAttributeName::type},
};

const AttributeRow* attribute_row(std::string_view name) {
    for (const AttributeRow& row : kAttributes) {
        if (row.text.size() == name.size() && row.text[0] == name[0] && row.text == name) return &row;
    }
    return nullptr;
}

// The place of a text token, written as letters into the token's text. The parser joins the texts of neighbouring
// tokens; so joined places stay readable, where joined texts would have lost theirs.
std::array<char, kHandleSize> write_handle(std::size_t begin, std::size_t length) {
    std::array<char, kHandleSize> handle{};
    for (std::size_t i = 0; i < kHandleSize / 2; ++i) {
        handle[i] = static_cast<char>('a' + ((begin >> (4 * i)) & 0xFU));
        handle[i + kHandleSize / 2] = static_cast<char>('a' + ((length >> (4 * i)) & 0xFU));
    }
    return handle;
}

Span read_handle(const char* handle) {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    for (std::size_t i = kHandleSize / 2; i-- > 0;) {
        begin = (begin << 4U) | static_cast<std::uint32_t>(handle[i] - 'a');
        length = (length << 4U) | static_cast<std::uint32_t>(handle[i + kHandleSize / 2] - 'a');
    }
    return {begin, begin + length};
}

// What the callbacks remember between the two calls for one token, and over the page.
struct ParseState {
    std::size_t begin = 0;
    std::size_t length = 0;
    std::size_t tokens = 0;
    std::size_t nodes = 0;
    std::size_t root_tags = 0;  // <html> and <body> tags seen: their attributes are compared with all earlier ones
};

bool is_formatting(myhtml_tag_id_t id) {
    switch (id) {
        case MyHTML_TAG_A:
        case MyHTML_TAG_B:
        case MyHTML_TAG_BIG:
        case MyHTML_TAG_CODE:
        case MyHTML_TAG_EM:
        case MyHTML_TAG_FONT:
        case MyHTML_TAG_I:
        case MyHTML_TAG_NOBR:
        case MyHTML_TAG_S:
        case MyHTML_TAG_SMALL:
        case MyHTML_TAG_STRIKE:
        case MyHTML_TAG_STRONG:
        case MyHTML_TAG_TT:
        case MyHTML_TAG_U: return true;
        default: return false;
    }
}

// The tokenizer reads what follows these as plain text, and looks back at them for the end tag.
bool switches_tokenizer(myhtml_tag_id_t id) {
    switch (id) {
        case MyHTML_TAG_SCRIPT:
        case MyHTML_TAG_STYLE:
        case MyHTML_TAG_TITLE:
        case MyHTML_TAG_TEXTAREA:
        case MyHTML_TAG_XMP:
        case MyHTML_TAG_IFRAME:
        case MyHTML_TAG_NOEMBED:
        case MyHTML_TAG_NOFRAMES:
        case MyHTML_TAG_PLAINTEXT: return true;
        default: return false;
    }
}

bool has_token_type(const myhtml_token_node_t* token, unsigned type) { return (token->type & type) != 0; }

void turn_into_comment(myhtml_token_node_t* token) {
    token->tag_id = MyHTML_TAG__COMMENT;
    token->type = static_cast<myhtml_token_type>(MyHTML_TOKEN_TYPE_COMMENT);
    token->attr_first = nullptr;
    token->attr_last = nullptr;
    token->raw_length = 0;
}

// A text node of the open element that has taken in so many neighbours that copying it once more is too dear.
bool has_overlong_text(const myhtml_tree_t* tree) {
    if (tree->open_elements->length == 0) return false;
    const myhtml_tree_node_t* open = tree->open_elements->list[tree->open_elements->length - 1];
    const myhtml_tree_node_t* last = open->last_child;
    return last != nullptr && last->tag_id == MyHTML_TAG__TEXT && last->token != nullptr &&
           last->token->str.length > kMostMergedText;
}

void shorten_attributes(myhtml_token_node_t* token) {
    std::uint32_t count = 0;
    for (myhtml_token_attr_t* attribute = token->attr_first; attribute != nullptr; attribute = attribute->next) {
        if (++count == kMostAttributesOfElement) {
            attribute->next = nullptr;
            token->attr_last = attribute;
        }
    }
}

// Each limit below bounds a step of tree construction whose cost would otherwise grow with the square of the page.
void limit_element(const myhtml_tree_t* tree, myhtml_token_node_t* token, ParseState& state) {
    constexpr std::size_t kMostRootTags = 16;
    const bool closes = has_token_type(token, MyHTML_TOKEN_TYPE_CLOSE);
    if (has_overlong_text(tree) && !switches_tokenizer(token->tag_id)) {
        turn_into_comment(token);
        return;
    }
    if (closes) {
        token->attr_first = nullptr;
        token->attr_last = nullptr;
        return;
    }
    // Paragraph after paragraph repeats the formatting that an earlier one left open: forget it when that grows too
    // much.
    if (state.nodes > kMostNodesPerToken * state.tokens + kFreeNodes) tree->active_formatting->length = 0;
    const bool too_deep = tree->open_elements->length >= kDeepestElement && !switches_tokenizer(token->tag_id);
    const bool too_much_formatting = tree->active_formatting->length >= kMostFormatting && is_formatting(token->tag_id);
    if (too_deep || too_much_formatting) {
        turn_into_comment(token);
        return;
    }
    if (token->tag_id == MyHTML_TAG_HTML || token->tag_id == MyHTML_TAG_BODY) {
        if (++state.root_tags > kMostRootTags) {
            token->attr_first = nullptr;
            token->attr_last = nullptr;
        }
    }
    shorten_attributes(token);
}

extern "C" void* axray_before_token(myhtml_tree_t* tree, myhtml_token_node_t* token, void* context) {
    auto& state = *static_cast<ParseState*>(context);
    ++state.tokens;
    if (token->tag_id == MyHTML_TAG__TEXT || token->tag_id == MyHTML_TAG__COMMENT) {
        state.begin = token->raw_begin;
        state.length = token->raw_length;
        token->raw_length = 0;  // so that the parser does not copy and decode the text
    } else if (token->tag_id != MyHTML_TAG__DOCTYPE && token->tag_id != MyHTML_TAG__END_OF_FILE) {
        limit_element(tree, token, state);
    }
    return context;
}

extern "C" void* axray_after_token(myhtml_tree_t*, myhtml_token_node_t* token, void* context) {
    const auto& state = *static_cast<const ParseState*>(context);
    if (token->tag_id == MyHTML_TAG__TEXT) {
        const auto handle = write_handle(state.begin, state.length);
        mycore_string_append(&token->str, handle.data(), handle.size());
        token->raw_length = state.length;
    }
    return context;
}

extern "C" void axray_node_inserted(myhtml_tree_t*, myhtml_tree_node_t*, void* context) {
    ++static_cast<ParseState*>(context)->nodes;
}

struct ParserCloser {
    void operator()(myhtml_t* parser) const { myhtml_destroy(parser); }
};
struct TreeCloser {
    void operator()(myhtml_tree_t* tree) const { myhtml_tree_destroy(tree); }
};

// Copies the parser's linked nodes into the flat tree, without recursion.
class Flattener {
public:
    explicit Flattener(HtmlTree& tree) : tree_(tree) {}

    void flatten(const myhtml_tree_node_t* root) {
        const myhtml_tree_node_t* node = root;
        std::vector<std::uint32_t> open;
        while (node != nullptr) {
            const bool taken = node->tag_id != MyHTML_TAG__COMMENT && node->tag_id != MyHTML_TAG__DOCTYPE;
            if (taken) add(node, open);
            if (taken && node->child != nullptr) {
                open.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1));
                node = node->child;
                continue;
            }
            while (node != root && node->next == nullptr) {
                node = node->parent;
                tree_.nodes[open.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
                open.pop_back();
            }
            node = node == root ? nullptr : node->next;
        }
    }

private:
    void add(const myhtml_tree_node_t* node, const std::vector<std::uint32_t>& open) {
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        HtmlNode flat;
        flat.tag = tag_of(node->tag_id);
        flat.depth = static_cast<std::uint16_t>(std::min<std::size_t>(open.size(), 0xFFFF));
        flat.parent = open.empty() ? index : open.back();
        flat.end = index + 1;
        if (flat.tag == HtmlTag::text) {
            flat.first_place = static_cast<std::uint32_t>(tree_.places.size());
            if (node->token != nullptr) add_places(node->token->str);
            flat.place_count = static_cast<std::uint32_t>(tree_.places.size()) - flat.first_place;
        } else {
            flat.first_place = static_cast<std::uint32_t>(tree_.attributes.size());
            if (node->token != nullptr) add_attributes(node->token->attr_first);
            flat.place_count = static_cast<std::uint32_t>(tree_.attributes.size()) - flat.first_place;
        }
        tree_.nodes.push_back(flat);
    }
    void add_places(const mycore_string_t& handles) {
        for (std::size_t i = 0; i + kHandleSize <= handles.length; i += kHandleSize) {
            const Span place = read_handle(handles.data + i);
            if (place.begin < place.end && place.end <= tree_.page.size()) tree_.places.push_back(place);
        }
    }
    void add_attributes(const myhtml_token_attr_t* attribute) {
        for (; attribute != nullptr; attribute = attribute->next) {
            if (attribute->key.length == 0) continue;
            const AttributeRow* row = attribute_row({attribute->key.data, attribute->key.length});
            const std::size_t end = attribute->raw_value_begin + attribute->raw_value_length;
            if (row == nullptr || end > tree_.page.size()) continue;
            const auto begin = static_cast<std::uint32_t>(attribute->raw_value_begin);
            tree_.attributes.push_back({row->name, {begin, static_cast<std::uint32_t>(end)}});
        }
    }

    HtmlTree& tree_;
};

// Counts what could be tags and attributes, before the parser spends memory on them. Scripts may count too.
Result<void> check_size(std::string_view page) {
    std::size_t tags = 0;
    std::size_t attributes = 0;
    std::size_t at = 0;
    while ((at = page.find('<', at)) != std::string_view::npos) {
        ++tags;
        if (++at < page.size() && is_ascii_letter(page[at])) {
            for (; at < page.size() && page[at] != '>' && page[at] != '<'; ++at) {
                if (is_ascii_blank(page[at]) || page[at] == '=' || page[at] == '/') ++attributes;
            }
        }
        if (tags > kMostTags || attributes > 2 * std::size_t{kMostAttributes}) {
            return fail(ErrorCode::limit_exceeded, "the page has too many tags: more than " +
                                                       std::to_string(tags > kMostTags ? kMostTags : kMostAttributes) +
                                                       (tags > kMostTags ? " elements" : " attributes") +
                                                       " before byte " + std::to_string(at));
        }
    }
    return {};
}

Error parser_failed() { return {ErrorCode::internal, "the HTML parser could not be set up or ran out of memory", {}}; }

}  // namespace

Span HtmlTree::attribute(std::uint32_t node, HtmlAttributeName name) const {
    const HtmlNode& element = nodes[node];
    if (element.tag == HtmlTag::text) return {};
    for (std::uint32_t i = element.first_place; i < element.first_place + element.place_count; ++i) {
        if (attributes[i].name == name) return attributes[i].value;
    }
    return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, HtmlAttributeName name) const {
    const HtmlNode& element = nodes[node];
    if (element.tag == HtmlTag::text) return false;
    const auto begin = attributes.begin() + element.first_place;
    return std::any_of(begin, begin + element.place_count,
                       [name](const HtmlAttribute& attribute) { return attribute.name == name; });
}

Result<HtmlTree> parse_html(std::string_view page) {
    if (auto size = check_size(page); !size) return fail(std::move(size).error());
    const std::unique_ptr<myhtml_t, ParserCloser> parser(myhtml_create());
    if (!parser || myhtml_init(parser.get(), MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) != MyCORE_STATUS_OK) {
        return fail(parser_failed());
    }
    const std::unique_ptr<myhtml_tree_t, TreeCloser> tree(myhtml_tree_create());
    if (!tree || myhtml_tree_init(tree.get(), parser.get()) != MyCORE_STATUS_OK) return fail(parser_failed());

    ParseState state;
    myhtml_callback_before_token_done_set(tree.get(), axray_before_token, &state);
    myhtml_callback_after_token_done_set(tree.get(), axray_after_token, &state);
    myhtml_callback_tree_node_insert_set(tree.get(), axray_node_inserted, &state);
    if (myhtml_parse(tree.get(), MyENCODING_UTF_8, page.data(), page.size()) != MyCORE_STATUS_OK) {
        return fail(parser_failed());
    }
    HtmlTree flat;
    flat.page = page;
    if (const myhtml_tree_node_t* root = myhtml_tree_get_node_html(tree.get()); root != nullptr) {
        flat.nodes.reserve(page.size() / 64);
        Flattener(flat).flatten(root);
    }
    return flat;
}

}  // namespace axray::read
