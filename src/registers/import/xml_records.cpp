#include "registers/import/xml_records.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "registers/import/list_in_making.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kDepth = 64;
constexpr std::size_t kRecordElements = 50'000;
constexpr std::size_t kRecordText = std::size_t{4} << 20;

std::string_view view_of(const xmlChar* text) {
    return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string_view between(const xmlChar* begin, const xmlChar* end) {
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

// Builds the records of what the parser calls out.
class RecordBuilder {
public:
    RecordBuilder(ListText& text, const XmlReading& reading) : text_(&text), reading_(&reading) {}

    void start(xmlParserCtxt* parser, std::string_view name, const xmlChar** attributes, int count);
    void end(xmlParserCtxt* parser);
    void characters(std::string_view text);
    void declares_entity(xmlParserCtxt* parser) {
        entities_ = true;
        xmlStopParser(parser);
    }

    [[nodiscard]] bool entities() const { return entities_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] XmlElement& root() { return root_; }

private:
    [[nodiscard]] static std::size_t position(xmlParserCtxt* parser) {
        return static_cast<std::size_t>(std::max(xmlByteConsumed(parser), 0L));
    }
    void hand_over(std::size_t end);

    ListText* text_;
    const XmlReading* reading_;
    XmlElement root_;
    std::vector<XmlElement> open_;  // elements of the record that are not closed yet
    std::size_t depth_ = 0;
    std::size_t record_depth_ = 0;
    std::size_t elements_ = 0;  // of the record
    std::size_t bytes_ = 0;     // of its text and attributes
    std::size_t begin_ = 0;     // where it begins
    std::size_t counted_ = 0;   // up to where lines are counted
    std::uint64_t line_ = 1;
    bool entities_ = false;
    bool too_deep_ = false;
};

// SAX2 gives five pointers an attribute: name, prefix, namespace, begin and end of the value.
void RecordBuilder::start(xmlParserCtxt* parser, std::string_view name, const xmlChar** attributes, int count) {
    if (++depth_ > kDepth) {
        too_deep_ = true;
        xmlStopParser(parser);
        return;
    }
    const auto& records = reading_->records;
    const bool begins = open_.empty() && std::find(records.begin(), records.end(), name) != records.end();
    if (begins) {
        begin_ = text_->text().rfind('<', position(parser));
        record_depth_ = depth_;
        elements_ = 0;
        bytes_ = 0;
    }
    if (open_.empty() && !begins && depth_ > 1) return;
    if (++elements_ > kRecordElements && depth_ > record_depth_) return;
    XmlElement element;
    element.name = name;
    for (int i = 0; i < count; ++i) {
        const xmlChar** row = attributes + static_cast<std::ptrdiff_t>(5) * i;
        const auto value = between(row[3], row[4]);
        bytes_ += value.size();
        if (bytes_ <= kRecordText) element.attributes.emplace_back(view_of(row[0]), value);
    }
    if (depth_ == 1 && !begins) {
        root_ = std::move(element);
    } else {
        open_.push_back(std::move(element));
    }
    if (depth_ == 1 && begins) root_.name = name;
}

void RecordBuilder::characters(std::string_view text) {
    if (open_.empty()) return;
    bytes_ += text.size();
    if (bytes_ <= kRecordText) open_.back().text += text;
}

void RecordBuilder::end(xmlParserCtxt* parser) {
    if (!open_.empty()) {
        if (depth_ == record_depth_) {
            hand_over(position(parser));
            open_.clear();
        } else if (open_.size() == depth_ - record_depth_ + 1) {
            XmlElement closed = std::move(open_.back());
            open_.pop_back();
            open_.back().text += closed.text;
            open_.back().children.push_back(std::move(closed));
        }
    }
    --depth_;
}

void RecordBuilder::hand_over(std::size_t end) {
    const auto text = text_->text();
    line_ += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted_),
                                                   text.begin() + static_cast<std::ptrdiff_t>(begin_), '\n'));
    counted_ = begin_;
    const auto row = text_->row(begin_, end, line_);
    if (elements_ > kRecordElements || bytes_ > kRecordText) {
        reading_->fault(row, "the record has more than " + std::to_string(kRecordElements) + " elements or " +
                                 std::to_string(kRecordText >> 20U) + " MiB of text; it is left out");
        return;
    }
    if (const auto wrong = text_->wrong_bytes(begin_, end); wrong > 0) {
        reading_->fault(row, std::to_string(wrong) + " bytes are wrong in the text's encoding");
    }
    reading_->take(open_.front(), row);
}

RecordBuilder& builder_of(void* context) {
    return *static_cast<RecordBuilder*>(static_cast<xmlParserCtxt*>(context)->_private);
}
xmlParserCtxt* parser_of(void* context) { return static_cast<xmlParserCtxt*>(context); }

// NOLINTNEXTLINE(readability-function-size): the signature is the library's
extern "C" void axray_list_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                                 const xmlChar**, int count, int, const xmlChar** attributes) {
    builder_of(context).start(parser_of(context), view_of(name), attributes, count);
}
extern "C" void axray_list_end(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    builder_of(context).end(parser_of(context));
}
extern "C" void axray_list_characters(void* context, const xmlChar* text, int size) {
    builder_of(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(size, 0))});
}
extern "C" void axray_list_entity(void* context, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
    builder_of(context).declares_entity(parser_of(context));
}

struct ParserCloser {
    void operator()(xmlParserCtxt* parser) const {
        // The library makes a document for declarations, although nothing asks for one.
        if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
        parser->myDoc = nullptr;
        xmlFreeParserCtxt(parser);
    }
};

// The encoding that the XML declaration names, in lower case; empty when there is none.
std::string declared_encoding(std::string_view text) {
    text = text.substr(0, std::min(text.find("?>"), std::size_t{200}));
    const std::size_t at = text.find("encoding");
    if (!text.starts_with("<?xml") || at == std::string_view::npos) return {};
    text.remove_prefix(at);
    const std::size_t begin = text.find_first_of("\"'");
    if (begin == std::string_view::npos) return {};
    const std::size_t end = text.find(text[begin], begin + 1);
    return lower_ascii(text.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
}

bool is_known_encoding(std::string_view encoding) {
    constexpr std::string_view kKnown[] = {"",         "utf-8",      "utf8",         "utf-16",      "utf-16le",
                                           "utf-16be", "iso-8859-1", "windows-1252", "iso-8859-15", "us-ascii"};
    return std::find(std::begin(kKnown), std::end(kKnown), encoding) != std::end(kKnown);
}

std::string reason_of(xmlParserCtxt* parser, const RecordBuilder& builder) {
    if (builder.too_deep()) return "elements are more than " + std::to_string(kDepth) + " deep";
    const xmlError* error = xmlCtxtGetLastError(parser);
    const std::string_view message = error != nullptr && error->message != nullptr ? error->message : "it is cut off";
    return "the XML is broken: " + one_line(message);
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes) {
        if (key == wanted) return trimmed(value);
    }
    return {};
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [wanted](const XmlElement& element) { return element.name == wanted; });
    return found == children.end() ? nullptr : &*found;
}

std::vector<const XmlElement*> XmlElement::all(std::string_view path) const {
    std::vector<const XmlElement*> found{this};
    while (!path.empty()) {
        const auto name = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), name.size() + 1));
        std::vector<const XmlElement*> below;
        for (const auto* parent : found) {
            for (const auto& element : parent->children) {
                if (element.name == name) below.push_back(&element);
            }
        }
        found = std::move(below);
    }
    return found;
}

std::string_view XmlElement::text_of(std::string_view path) const {
    const auto found = all(path);
    return found.empty() ? std::string_view() : trimmed(found.front()->text);
}

Result<XmlElement> read_xml(ListText& text, const XmlReading& reading) {
    const auto bytes = text.text();
    const auto file = text.file().name;
    if (const auto encoding = declared_encoding(bytes); !is_known_encoding(encoding)) {
        return fail(Error{ErrorCode::unsupported,
                          "the XML is in the encoding '" + encoding + "'; expected is UTF-8, UTF-16 or Windows-1252",
                          {file}});
    }
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return fail(Error{ErrorCode::limit_exceeded, "the XML has more than 2 GiB", {file}});
    }
    const std::unique_ptr<xmlParserCtxt, ParserCloser> parser(
        xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())));
    if (!parser) return fail(Error{ErrorCode::malformed, "this is no XML", {file}});
    RecordBuilder builder(text, reading);
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = axray_list_start;
    handler.endElementNs = axray_list_end;
    handler.characters = axray_list_characters;
    handler.cdataBlock = axray_list_characters;
    handler.entityDecl = axray_list_entity;
    *parser->sax = handler;
    parser->userData = parser.get();
    parser->_private = &builder;
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
    const int state = xmlParseDocument(parser.get());
    if (builder.entities()) {
        return fail(
            Error{ErrorCode::malformed, "the XML declares entities, which no list does; it is refused", {file}});
    }
    const bool whole = state == 0 && parser->wellFormed == 1 && !builder.too_deep();
    if (builder.root().name.empty()) {
        return fail(Error{ErrorCode::malformed, reason_of(parser.get(), builder), {file}});
    }
    if (!whole) {
        const auto line = static_cast<std::uint64_t>(std::max(parser->input != nullptr ? parser->input->line : 1, 1));
        reading.fault({file, line, Span{}}, reason_of(parser.get(), builder) + "; what follows is left out");
    }
    return std::move(builder.root());
}

std::string_view xml_root(std::string_view start) {
    while (true) {
        start = trimmed(start);
        if (!start.starts_with('<')) return {};
        std::string_view end = ">";
        if (start.starts_with("<!--")) {
            end = "-->";
        } else if (start.starts_with("<?")) {
            end = "?>";
        } else if (start.starts_with("<!DOCTYPE")) {
            // Declarations within it may hold '>'.
            const std::size_t inner = start.find('[');
            if (inner < start.find('>')) end = "]>";
        } else {
            auto name = start.substr(1, std::min(start.find_first_of(" \t\r\n/>", 1), start.size()) - 1);
            return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
        }
        const std::size_t at = start.find(end);
        if (at == std::string_view::npos) return {};
        start.remove_prefix(at + end.size());
    }
}

}  // namespace axray::registers
