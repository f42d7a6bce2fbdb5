// The fields of XmlFeedReader: what is done with a field when its end tag comes.
#include <charconv>
#include <string>
#include <utility>

#include "read/characters/ascii.hpp"
#include "read/characters/normal_form.hpp"
#include "read/feed/feed_dates.hpp"
#include "read/feed/feed_text.hpp"
#include "read/feed/feed_values.hpp"
#include "read/feed/xml_feed.hpp"

namespace axray::read {
namespace {

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

void keep_text(FeedText& kept, double& kept_confidence, FeedText found, double confidence) {
    if (trim_ascii(found.mapped.text).empty() || confidence <= kept_confidence) return;
    kept = std::move(found);
    kept_confidence = confidence;
}

}  // namespace

MetadataValue XmlFeedReader::value_of(const OpenField& field, const std::string& value) const {
    return {compose(value), field.found_in, field.meaning.confidence, field.text.mapped.original()};
}

void XmlFeedReader::finish_field() {
    field_open_ = false;
    if (field_.form == TextForm::unread && field_.text.empty()) return;
    if (field_.form == TextForm::markup || field_.declared_html) field_.text.kind = FeedTextKind::html;
    if (!field_.plain && field_.text.kind == FeedTextKind::plain && looks_like_markup(field_.text.mapped.text))
        field_.text.kind = FeedTextKind::html;
    if (in_source_)
        put_source(field_);
    else if (in_item_)
        put_in_item(field_);
    else
        put_in_feed(field_);
    field_.text = {};
}

void XmlFeedReader::put_in_item(OpenField& field) {
    FeedItem& item = item_;
    const double confidence = field.meaning.confidence;
    switch (field.meaning.field) {
        case FeedField::title: keep_text(item.title, title_confidence_, std::move(field.text), confidence); return;
        case FeedField::content:
            keep_text(item.content, content_confidence_, std::move(field.text), confidence);
            return;
        case FeedField::summary:
            keep_text(item.summary, summary_confidence_, std::move(field.text), confidence);
            return;
        default: break;
    }
    const std::string words = plain_line(field.text);
    switch (field.meaning.field) {
        case FeedField::address: keep_better(item.address, value_of(field, absolute_address(item_base_, words))); break;
        case FeedField::id: keep_better(item.id, value_of(field, words)); break;
        case FeedField::published: keep_better(item.published, value_of(field, feed_date(words))); break;
        case FeedField::updated: keep_better(item.updated, value_of(field, feed_date(words))); break;
        case FeedField::language: keep_better(item.language, value_of(field, lower_ascii(words))); break;
        case FeedField::author: add_once(item.authors, value_of(field, author_name(words))); break;
        case FeedField::source:
            // dc:source may hold the address.
            if (words.starts_with("http://") || words.starts_with("https://"))
                keep_better(item.source_address, value_of(field, words));
            else
                keep_better(item.source_title, value_of(field, words));
            break;
        case FeedField::publisher: keep_better(item.publisher, value_of(field, words)); break;
        case FeedField::category:
            if (!words.empty() && item.categories.size() < kMostFeedValues) item.categories.push_back(words);
            break;
        default: break;
    }
}

void XmlFeedReader::put_in_feed(OpenField& field) {
    Feed& feed = summary_.feed;
    const std::string words = plain_line(field.text);
    switch (field.meaning.field) {
        case FeedField::title: keep_better(feed.title, value_of(field, words)); break;
        case FeedField::address: keep_better(feed.address, value_of(field, absolute_address(base_, words))); break;
        case FeedField::summary: keep_better(feed.description, value_of(field, words)); break;
        case FeedField::updated: keep_better(feed.updated, value_of(field, feed_date(words))); break;
        case FeedField::language: keep_better(feed.language, value_of(field, lower_ascii(words))); break;
        case FeedField::publisher: keep_better(feed.publisher, value_of(field, words)); break;
        case FeedField::author: add_once(feed.authors, value_of(field, author_name(words))); break;
        default: break;
    }
}

// Inside <source> of Atom stand the elements of the feed that the entry was taken from.
void XmlFeedReader::put_source(OpenField& field) {
    if (!in_item_) return;
    const std::string words = plain_line(field.text);
    field.found_in = found_in("source " + field.name);
    if (field.meaning.field == FeedField::title) keep_better(item_.source_title, value_of(field, words));
    if (field.meaning.field == FeedField::id && words.starts_with("http")) {
        field.meaning.confidence = 0.6;
        keep_better(item_.source_address, value_of(field, words));
    }
    if (field.meaning.field == FeedField::author && item_.authors.empty())
        add_once(item_.authors, value_of(field, author_name(words)));
}

// <link rel="..." href="..."/> of Atom, which stands in RSS too.
void XmlFeedReader::read_link(const XmlTag& tag) {
    const std::string relation = lower_ascii(attribute(tag, "rel"));
    const std::string type = lower_ascii(attribute(tag, "type"));
    const Span place = original_of(*piece_, tag.place);
    const std::string address = absolute_address(in_item_ ? item_base_ : base_, attribute(tag, "href"));
    const bool page = relation.empty() || relation == "alternate";
    // The page itself before other forms of it.
    const double confidence = type.empty() || type.find("html") != std::string::npos ? 0.95 : 0.6;
    const MetadataValue found{address, found_in("link"), confidence, place};
    if (in_source_) {
        if (page) keep_better(item_.source_address, found);
    } else if (!in_item_) {
        if (page) keep_better(summary_.feed.address, found);
        if (relation == "self") keep_better(summary_.feed.feed_address, found);
    } else if (page) {
        keep_better(item_.address, found);
    } else if (relation == "enclosure" && item_.enclosures.size() < kMostFeedValues) {
        item_.enclosures.push_back({address, type, number_of(attribute(tag, "length"))});
    } else if (relation == "via") {
        keep_better(item_.source_address, {address, found_in("link via"), 0.8, place});
    }
}

void XmlFeedReader::read_enclosure(const XmlTag& tag) {
    if (!in_item_ || item_.enclosures.size() >= kMostFeedValues) return;
    std::string address = attribute(tag, "url");
    if (address.empty()) return;
    std::string length = attribute(tag, "length");
    if (length.empty()) length = attribute(tag, "filesize");
    item_.enclosures.push_back(
        {absolute_address(item_base_, address), lower_ascii(attribute(tag, "type")), number_of(length)});
}

}  // namespace axray::read
