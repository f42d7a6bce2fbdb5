#include "read/metadata/json_ld.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/characters/ascii.hpp"
#include "read/metadata/loose_json.hpp"

namespace axray::read {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

Place place_of_type(std::string_view type) {
    const std::size_t slash = type.find_last_of("/#:");
    const std::string lower = lower_ascii(slash == std::string_view::npos ? type : type.substr(slash + 1));
    for (const std::string_view article : {"article", "posting", "report", "claimreview", "recipe", "howto"}) {
        if (ends_with(lower, article)) return Place::json_article;
    }
    return ends_with(lower, "webpage") || lower == "itempage" || lower == "profilepage" ? Place::json_page
                                                                                        : Place::json_other;
}

class JsonLdReader {
public:
    JsonLdReader(const JsonTree& json, std::uint32_t node, StatementList& list)
        : json_(json), node_(node), list_(list), seen_article_(has_article(list.statements())) {}

    void read() {
        for (std::uint32_t i = 0; i < json_.nodes.size(); ++i) {
            if (json_.nodes[i].kind != JsonKind::object) continue;
            const std::uint32_t id = json_.member(i, "@id");
            if (id < json_.nodes.size() && json_.nodes[i].end - i > 2) objects_.emplace(json_.value(id), i);
        }
        for (std::uint32_t i = 0; i < json_.nodes.size();) i = read_object(i);
    }

private:
    static bool has_article(const Statements& statements) {
        return std::any_of(statements.all.begin(), statements.all.end(),
                           [](const Statement& statement) { return statement.place == Place::json_article; });
    }
    bool is_node(std::uint32_t i) const { return i < json_.nodes.size(); }

    Place place_of_object(std::uint32_t object) const {
        const std::uint32_t type = json_.member(object, "@type");
        if (!is_node(type)) return Place::json_other;
        if (json_.nodes[type].kind == JsonKind::string) return place_of_type(json_.value(type));
        Place best = Place::json_other;
        for (std::uint32_t i = type + 1; i < json_.nodes[type].end; i = json_.nodes[i].end)
            best = std::min(best, place_of_type(json_.value(i)));
        return best;
    }
    bool has_type(std::uint32_t object, std::string_view wanted) const {
        const std::uint32_t type = json_.member(object, "@type");
        return is_node(type) && lower_ascii(json_.value(type)) == wanted;
    }

    bool is_news(std::uint32_t object) const {
        const std::uint32_t type = json_.member(object, "@type");
        return is_node(type) && json_.value(type).find("NewsArticle") != std::string_view::npos;
    }

    // The next node to look at: articles and pages keep what is inside them, other objects are looked into.
    std::uint32_t read_object(std::uint32_t object) {
        if (json_.nodes[object].kind != JsonKind::object) return object + 1;
        Place place = place_of_object(object);
        if (has_type(object, "website")) {
            take(Field::site_name, {Place::json_page, node_, 0}, object, "name");
            return json_.nodes[object].end;
        }
        if (place == Place::json_other && !is_node(json_.member(object, "datePublished")) &&
            !is_node(json_.member(object, "headline")))
            return object + 1;
        // The first article is what the page is about; those after it are listed.
        if (place == Place::json_article && seen_article_) place = Place::json_other;
        seen_article_ = seen_article_ || place == Place::json_article;
        if (place == Place::json_article && is_news(object)) list_.statements().is_news = true;
        read_members(object, {place, node_, 0});
        if (place == Place::json_page) return object + 1;
        return json_.nodes[object].end;
    }

    void read_members(std::uint32_t object, StatementOrigin origin) {
        if (origin.place != Place::json_other) {
            take_address(object, origin);
            take(Field::section, origin, object, "articleSection");
            take(Field::language, origin, object, "inLanguage");
        }
        take(Field::title, origin, object, "headline");
        take(Field::title, origin, object, "name");
        take(Field::published, origin, object, "datePublished");
        take(Field::published, origin, object, "dateCreated");
        take(Field::published, origin, object, "uploadDate");
        take(Field::modified, origin, object, "dateModified");
        origin.group = list_.new_group();
        authors_ = 0;
        take_names(Field::author, origin, json_.member(object, "author"), "author", 0);
        if (authors_ == 0) take_names(Field::author, origin, json_.member(object, "creator"), "creator", 0);
        origin.group = 0;
        take_names(Field::site_name, origin, json_.member(object, "publisher"), "publisher", 0);
    }

    void take_address(std::uint32_t object, const StatementOrigin& origin) {
        const std::uint32_t main = json_.member(object, "mainEntityOfPage");
        if (is_node(main) && json_.nodes[main].kind == JsonKind::object) take(Field::address, origin, main, "@id");
        take(Field::address, origin, object, "mainEntityOfPage");
        take(Field::address, origin, object, "url");
    }

    void take(Field field, const StatementOrigin& origin, std::uint32_t object, std::string_view name) {
        std::uint32_t i = json_.member(object, name);
        if (!is_node(i)) return;
        if (json_.nodes[i].kind == JsonKind::array && json_.nodes[i].end > i + 1) ++i;
        if (json_.nodes[i].kind != JsonKind::string) return;
        add(field, origin, i, name);
    }
    void add(Field field, const StatementOrigin& origin, std::uint32_t i, std::string_view name) {
        const std::string_view raw = json_.value(i);
        if (raw.size() > kStatementLimits.value_bytes) return;
        list_.add(field, origin, name, without_markup(unescape_json(raw)), json_.nodes[i].value);
    }

    // A name, an object with a name, a reference to one, or a list of these.
    void take_names(Field field, const StatementOrigin& origin, std::uint32_t i, std::string_view name,
                    std::uint32_t depth) {
        constexpr std::uint32_t kDeepest = 4;
        if (!is_node(i) || depth > kDeepest || authors_ >= kStatementLimits.authors_of_group) return;
        if (json_.nodes[i].kind == JsonKind::string) {
            if (field == Field::author) ++authors_;
            add(field, origin, i, name);
        } else if (json_.nodes[i].kind == JsonKind::array) {
            for (std::uint32_t k = i + 1; k < json_.nodes[i].end; k = json_.nodes[k].end)
                take_names(field, origin, k, name, depth + 1);
        } else if (json_.nodes[i].kind == JsonKind::object) {
            if (const std::uint32_t named = json_.member(i, "name"); is_node(named)) {
                take_names(field, origin, named, name, depth + 1);
            } else if (const std::uint32_t id = json_.member(i, "@id"); is_node(id)) {
                const auto object = objects_.find(json_.value(id));
                if (object != objects_.end() && object->second != i)
                    take_names(field, origin, object->second, name, depth + 1);
            }
        }
    }

    const JsonTree& json_;
    std::uint32_t node_;
    StatementList& list_;
    std::unordered_map<std::string_view, std::uint32_t> objects_;
    std::size_t authors_ = 0;
    bool seen_article_;
};

}  // namespace

void collect_json_ld(Span place, std::uint32_t node, StatementList& list) {
    if (place.size() > kStatementLimits.json_bytes) place.end = place.begin + kStatementLimits.json_bytes;
    const JsonTree json = read_loose_json(list.tree().page, place);
    JsonLdReader(json, node, list).read();
}

}  // namespace axray::read
