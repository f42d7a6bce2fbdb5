#include "read/feed/xml_feed.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/characters/ascii.hpp"
#include "read/feed/feed_text.hpp"
#include "read/feed/feed_values.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestText = 16ULL << 20U;  // bytes of one field
constexpr std::size_t kMostFaults = 100;

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }
bool is_frame(std::string_view name) {
    return is_item(name) || name == "channel" || name == "feed" || name == "rss" || name == "rdf:rdf";
}
// Elements that have titles and addresses of their own, which are not the feed's.
bool is_ignored(std::string_view name) {
    return name == "image" || name == "textinput" || name == "media:credit" || name == "media:comments" ||
           name == "itunes:owner" || name == "cloud" || name == "contributor";
}
bool holds_text(FeedField field) {
    return field == FeedField::title || field == FeedField::content || field == FeedField::summary;
}
bool has_no_end_tag(std::string_view name) {
    constexpr std::string_view kNames[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                           "input", "link", "meta", "param", "source", "track", "wbr"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

}  // namespace

XmlFeedReader::XmlFeedReader(std::string_view address, const ItemReceiver& receive)
    : receive_(receive), base_(address) {}

void XmlFeedReader::begin_piece(const DecodedText& piece) { piece_ = &piece; }

std::string XmlFeedReader::attribute(const XmlTag& tag, std::string_view name) const {
    for (const XmlAttribute& each : tag.attributes) {
        if (lower_ascii(each.name) == name) return attribute_value(*piece_, each.value);
    }
    return {};
}

std::string XmlFeedReader::found_in(std::string_view name) const { return family_ + " " + std::string(name); }

void XmlFeedReader::fault(ErrorCode code, std::string message, std::uint32_t place) {
    if (summary_.faults.size() >= kMostFaults) return;
    summary_.faults.push_back({code, std::move(message), {"byte " + std::to_string(place)}});
}

void XmlFeedReader::on_tag(const XmlTag& tag) {
    last_place_ = original_of(*piece_, tag.place).end;
    const std::string name = prefixes_.usual_name(tag.name);
    if (tag.kind == XmlTagKind::end) {
        on_end(tag, name);
        return;
    }
    if (field_open_ && !on_start_inside_field(tag, name)) return;
    on_start(tag, name);
}

// Gives true when the tag ends the open field, and is still to be looked at.
bool XmlFeedReader::on_start_inside_field(const XmlTag& tag, const std::string& name) {
    const bool part_of_field = field_.form == TextForm::markup ? !is_item(name) : !ends_open_field(name);
    const bool has_parts = field_.meaning.field == FeedField::author || field_.meaning.field == FeedField::source;
    if (has_parts && field_.name == (field_.meaning.field == FeedField::author ? "author" : "source")) {
        // What looked like a field of text is an element of Atom that has fields of its own.
        in_author_ = in_author_ || field_.meaning.field == FeedField::author;
        in_source_ = in_source_ || field_.meaning.field == FeedField::source;
        field_open_ = false;
        return true;
    }
    if (!part_of_field) {
        fault(ErrorCode::malformed, "<" + field_.name + "> has no end tag before <" + name + ">",
              original_of(*piece_, tag.place).begin);
        finish_field();
        return true;
    }
    if (name == field_.name && tag.kind == XmlTagKind::start) ++field_.same;
    if (holds_text(field_.meaning.field)) append_markup(tag);
    return false;
}

// A tag of the content as it stands, without its prefix; an empty element of XML is not one of HTML.
void XmlFeedReader::append_markup(const XmlTag& tag) {
    MappedText& text = field_.text.mapped;
    if (field_.form == TextForm::unread || !has_room(tag.place)) return;
    const std::string_view all = piece_->text();
    const std::size_t colon = tag.name.find(':');
    const std::size_t prefix = colon == std::string_view::npos ? 0 : colon + 1;
    const std::string local = lower_ascii(tag.name.substr(prefix));
    const auto name_begin = tag.place.begin + (tag.kind == XmlTagKind::end ? 2U : 1U);
    text.append_decoded(*piece_, {tag.place.begin, name_begin});
    std::uint32_t end = tag.place.end;
    const bool opens = tag.kind == XmlTagKind::empty && !has_no_end_tag(local);
    if (opens) end -= 2;  // the "/>"
    text.append_decoded(*piece_, {name_begin + static_cast<std::uint32_t>(prefix), end});
    if (opens) text.insert("></" + local + ">");
    if (!opens && all[end - 1] != '>') text.insert(">");
    field_.text.kind = FeedTextKind::html;
}

void XmlFeedReader::begin_root(const XmlTag& tag, const std::string& name) {
    root_seen_ = true;
    Feed& feed = summary_.feed;
    const bool atom = name == "feed" || name == "entry";
    family_ = atom ? "atom" : "rss";
    feed.media_type = atom ? "application/atom+xml" : "application/rss+xml";
    const std::string version = attribute(tag, "version");
    std::string declarations;
    for (const XmlAttribute& each : tag.attributes) declarations += attribute_value(*piece_, each.value) + " ";
    if (name == "rdf:rdf") {
        feed.format = find_ignoring_case(declarations, "netscape.com/rdf/simple/0.9", 0) != std::string_view::npos
                          ? "RSS 0.90"
                          : "RSS 1.0";
    } else if (atom) {
        feed.format =
            find_ignoring_case(declarations, "purl.org/atom/", 0) != std::string_view::npos || version.starts_with("0.")
                ? "Atom 0.3"
                : "Atom 1.0";
    } else {
        feed.format = version.empty() || version.size() > 10 ? "RSS" : "RSS " + version;
    }
}

void XmlFeedReader::on_start(const XmlTag& tag, const std::string& written_name) {
    for (const XmlAttribute& each : tag.attributes) {
        const std::string key = lower_ascii(each.name);
        const bool root = !root_seen_ && key == "xmlns";
        if (root || key.starts_with("xmlns:")) {
            prefixes_.declare(root ? std::string() : key.substr(6), attribute_value(*piece_, each.value));
        }
    }
    const std::string name = prefixes_.usual_name(tag.name);
    if (!root_seen_ && (is_frame(name) || written_name == "rss")) begin_root(tag, name);
    const std::string base = attribute(tag, "xml:base");
    if (is_item(name)) {
        if (in_item_) {
            fault(ErrorCode::malformed, "item " + std::to_string(item_.number) + " has no end tag",
                  original_of(*piece_, tag.place).begin);
            finish_item(original_of(*piece_, tag.place).begin);
        }
        begin_item(tag);
        item_base_ = base.empty() ? base_ : absolute_address(base_, base);
        if (tag.kind == XmlTagKind::empty) finish_item(last_place_);
        return;
    }
    if (is_frame(name)) {
        if (!base.empty()) base_ = absolute_address(base_, base);
        const std::string language = lower_ascii(attribute(tag, "xml:lang"));
        keep_better(summary_.feed.language, {language, found_in("xml:lang"), 0.8, original_of(*piece_, tag.place)});
        return;
    }
    if (!ignored_.empty()) return;
    if (is_ignored(name)) {
        if (tag.kind == XmlTagKind::start) ignored_ = name;
        return;
    }
    if (name == "enclosure" || name == "media:content") {
        read_enclosure(tag);
        return;
    }
    if (name == "link" && !attribute(tag, "href").empty()) {
        read_link(tag);
        return;
    }
    if (in_author_ && name != "name" && name != "foaf:name") return;
    const FieldMeaning meaning =
        in_author_ ? FieldMeaning{FeedField::author, 0.97} : (in_item_ ? meaning_in_item(name) : meaning_in_feed(name));
    if (meaning.field != FeedField::none) begin_field(tag, name, meaning);
}

void XmlFeedReader::begin_item(const XmlTag& tag) {
    item_ = {};
    ignored_.clear();
    in_item_ = true;
    in_author_ = in_source_ = guid_is_address_ = false;
    title_confidence_ = content_confidence_ = summary_confidence_ = 0;
    item_.number = summary_.items + 1;
    item_.original = original_of(*piece_, tag.place);
    const Span place = item_.original;
    keep_better(item_.language, {lower_ascii(attribute(tag, "xml:lang")), found_in("xml:lang"), 0.8, place});
    const std::string about = attribute(tag, "rdf:about");
    keep_better(item_.id, {about, found_in("rdf:about"), 0.5, place});
    keep_better(item_.address, {about, found_in("rdf:about"), 0.5, place});
}

void XmlFeedReader::finish_item(std::uint32_t end) {
    if (field_open_) finish_field();
    item_.original.end = std::max(item_.original.begin, end);
    in_item_ = in_author_ = in_source_ = false;
    ignored_.clear();
    if (guid_is_address_ && find_ignoring_case(item_.id.value, "http", 0) == 0) {
        keep_better(item_.address, {item_.id.value, item_.id.found_in, 0.7, item_.id.original});
    }
    ++summary_.items;
    reading_ = receive_(summary_.feed, std::move(item_));
    item_ = {};
}

void XmlFeedReader::begin_field(const XmlTag& tag, const std::string& name, FieldMeaning meaning) {
    const Span place = original_of(*piece_, tag.place);
    if (meaning.field == FeedField::category && in_item_) {
        std::string term = attribute(tag, "label");
        if (term.empty()) term = attribute(tag, "term");
        if (!term.empty() && item_.categories.size() < kMostFeedValues) item_.categories.push_back(std::move(term));
    }
    field_ = {};
    field_.meaning = meaning;
    field_.name = name;
    field_.found_in = found_in(tag.name);
    if (meaning.field == FeedField::source) {
        field_.address = attribute(tag, "url");
        keep_better(item_.source_address, {absolute_address(item_base_, field_.address), field_.found_in, 0.95, place});
    }
    if (meaning.field == FeedField::id && name == "guid")
        guid_is_address_ = lower_ascii(attribute(tag, "ispermalink")) != "false";
    if (tag.kind == XmlTagKind::empty) return;
    choose_form(field_, tag, name);
    field_open_ = true;
}

// What the attributes say of the text: Atom 1.0 has `type`, Atom 0.3 `mode` and a media type.
void XmlFeedReader::choose_form(OpenField& field, const XmlTag& tag, const std::string& name) const {
    if (name.starts_with("xhtml:") || name == "div" || name == "body") {
        field.form = TextForm::markup;
        return;
    }
    if (family_ != "atom" || !holds_text(field.meaning.field) || name.find(':') != std::string::npos) return;
    const std::string type = lower_ascii(attribute(tag, "type"));
    const std::string mode = lower_ascii(attribute(tag, "mode"));
    const bool html = type == "html" || type == "text/html" || type == "application/xhtml+xml";
    const bool old = summary_.feed.format == "Atom 0.3";
    if (type == "xhtml" || (old && html && (mode.empty() || mode == "xml"))) {
        field.form = TextForm::markup;
    } else if (mode == "base64" || !attribute(tag, "src").empty()) {
        field.form = TextForm::unread;  // nothing of it is words
    } else if (html) {
        field.declared_html = true;
    } else if (type.empty() || type == "text" || type.starts_with("text/plain")) {
        field.plain = !old;
    } else if (!type.starts_with("text/")) {
        field.form = type.ends_with("xml") ? TextForm::markup : TextForm::unread;
    }
}

// Stops a field that would grow beyond all measure.
bool XmlFeedReader::has_room(Span place) {
    if (field_.text.mapped.text.size() + place.size() <= kLongestText) return true;
    fault(ErrorCode::limit_exceeded,
          "<" + field_.name + "> of item " + std::to_string(item_.number) + " is longer than 16 MiB and was cut",
          original_of(*piece_, place).begin);
    field_.form = TextForm::unread;
    return false;
}

void XmlFeedReader::on_text(Span place) {
    if (!field_open_ || field_.form == TextForm::unread || !has_room(place)) return;
    if (field_.form == TextForm::markup)
        field_.text.mapped.append_decoded(*piece_, place);
    else
        append_unescaped(field_.text.mapped, *piece_, place);
}

void XmlFeedReader::on_cdata(Span place) {
    if (!field_open_ || field_.form == TextForm::unread || !has_room(place)) return;
    if (field_.form == TextForm::markup)
        append_escaped(field_.text.mapped, *piece_, place);
    else
        field_.text.mapped.append_decoded(*piece_, place);
}

void XmlFeedReader::on_end(const XmlTag& tag, const std::string& name) {
    if (field_open_) {
        if (name == field_.name) {
            if (field_.same == 0) {
                finish_field();
                return;
            }
            --field_.same;
        }
        const bool outer = is_frame(name) || (in_author_ && name == "author") || (in_source_ && name == "source");
        if (!outer) {
            if (holds_text(field_.meaning.field)) append_markup(tag);
            return;
        }
        fault(ErrorCode::malformed, "<" + field_.name + "> has no end tag before </" + name + ">",
              original_of(*piece_, tag.place).begin);
        finish_field();
    }
    if (name == ignored_ || is_frame(name)) ignored_.clear();
    if (name == "author") in_author_ = false;
    if (name == "source") in_source_ = false;
    if (in_item_ && is_frame(name)) {
        if (!is_item(name))
            fault(ErrorCode::malformed, "item " + std::to_string(item_.number) + " has no end tag", last_place_);
        finish_item(last_place_);
    }
}

FeedSummary XmlFeedReader::finish(std::string_view left_open) {
    if (in_item_) {
        fault(ErrorCode::malformed, "the feed ends within item " + std::to_string(item_.number), last_place_);
        finish_item(last_place_);
    } else if (!left_open.empty()) {
        fault(ErrorCode::malformed, "the feed ends within " + std::string(left_open), last_place_);
    }
    return std::move(summary_);
}

}  // namespace axray::read
