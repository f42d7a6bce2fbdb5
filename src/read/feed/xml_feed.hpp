// RSS and Atom into items (events of XmlScanner -> Feed, FeedItem by FeedItem).
//
// Keeps no tree and no stack of elements: what is open is at most one item, in it at most one field. An end tag that is
// missing costs its own field alone.
// Source: RSS 0.90 to 2.0, Atom 0.3 and RFC 4287; which element means what stands in feed_names.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/feed/feed.hpp"
#include "read/feed/feed_names.hpp"
#include "read/feed/xml_scanner.hpp"

namespace axray::read {

class XmlFeedReader final : public XmlReceiver {
public:
    // `address` is that of the feed, empty when unknown.
    XmlFeedReader(std::string_view address, const ItemReceiver& receive);

    // Names the decoded piece whose events come next; it must live until the next call or finish().
    void begin_piece(const DecodedText& piece);
    // After the last piece: what is open is handed out too. `left_open` as of XmlScanner.
    [[nodiscard]] FeedSummary finish(std::string_view left_open);

    void on_tag(const XmlTag& tag) override;
    void on_text(Span place) override;
    void on_cdata(Span place) override;
    [[nodiscard]] bool wants_more() const override { return reading_ == Reading::go_on; }
    [[nodiscard]] Feed& feed() { return summary_.feed; }

private:
    enum class TextForm : std::uint8_t {
        escaped,  // references stand for characters; what comes out may be HTML
        markup,   // elements stand inside: kept as they are
        unread,   // binary, or elsewhere
    };
    struct OpenField {
        FieldMeaning meaning;
        std::string name;        // usual name, whose end tag closes it
        std::string found_in;    // "rss pubDate"
        std::uint32_t same = 0;  // elements of the same name inside
        TextForm form = TextForm::escaped;
        bool plain = false;  // declared to be no HTML
        bool declared_html = false;
        std::string address;  // of <source url>
        FeedText text;
    };

    void on_start(const XmlTag& tag, const std::string& name);
    void on_end(const XmlTag& tag, const std::string& name);
    bool on_start_inside_field(const XmlTag& tag, const std::string& name);
    void begin_root(const XmlTag& tag, const std::string& name);
    void begin_item(const XmlTag& tag);
    void finish_item(std::uint32_t end);
    void begin_field(const XmlTag& tag, const std::string& name, FieldMeaning meaning);
    void choose_form(OpenField& field, const XmlTag& tag, const std::string& name) const;
    void finish_field();
    void put_in_item(OpenField& field);
    void put_in_feed(OpenField& field);
    void put_source(OpenField& field);
    void read_link(const XmlTag& tag);
    void read_enclosure(const XmlTag& tag);
    void append_markup(const XmlTag& tag);
    [[nodiscard]] bool has_room(Span place);
    [[nodiscard]] std::string attribute(const XmlTag& tag, std::string_view name) const;
    [[nodiscard]] MetadataValue value_of(const OpenField& field, const std::string& value) const;
    [[nodiscard]] std::string found_in(std::string_view name) const;
    void fault(ErrorCode code, std::string message, std::uint32_t place);

    const ItemReceiver& receive_;
    FeedSummary summary_;
    FeedPrefixes prefixes_;
    const DecodedText* piece_ = nullptr;
    std::string base_;       // that relative addresses are seen from
    std::string item_base_;  // the same within the item
    std::string family_;     // "rss", "atom"
    FeedItem item_;
    OpenField field_;
    std::string ignored_;  // the element whose inside is passed over
    std::uint32_t last_place_ = 0;
    bool root_seen_ = false;
    bool in_item_ = false;
    bool field_open_ = false;
    bool in_author_ = false;
    bool in_source_ = false;
    bool guid_is_address_ = false;
    double title_confidence_ = 0;
    double content_confidence_ = 0;
    double summary_confidence_ = 0;
    Reading reading_ = Reading::go_on;
};

}  // namespace axray::read
