#include "registers/store/entry_json.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <simdjson.h>

#include "registers/store/store.hpp"

namespace axray::registers {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kDepth = 8;  // arrays and objects within one another; a line has four

constexpr std::array kEntryKinds = {EntryKind::unknown,  EntryKind::person,        EntryKind::organisation,
                                    EntryKind::vessel,   EntryKind::aircraft,      EntryKind::actor,
                                    EntryKind::software, EntryKind::vulnerability, EntryKind::other};
constexpr std::array kNameKinds = {ListedNameKind::primary, ListedNameKind::alias, ListedNameKind::weak_alias,
                                   ListedNameKind::former, ListedNameKind::native_script};

void write_text(base::CompactJson& json, std::string_view key, const std::string& text) {
    if (!text.empty()) json.member(key).string(text);
}

void write_texts(base::CompactJson& json, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json.member(key).begin('[');
    for (const auto& text : texts) json.string(text);
    json.end(']');
}

void write_names(base::CompactJson& json, const std::vector<ListedName>& names) {
    json.member("names").begin('[');
    for (const auto& name : names) {
        json.begin('{').member("text").string(name.text).member("kind").string(to_string(name.kind)).end('}');
    }
    json.end(']');
}

void write_identifiers(base::CompactJson& json, const std::vector<Identifier>& identifiers) {
    if (identifiers.empty()) return;
    json.member("identifiers").begin('[');
    for (const auto& identifier : identifiers) {
        json.begin('{');
        write_text(json, "type", identifier.type);
        write_text(json, "value", identifier.value);
        write_text(json, "country", identifier.country);
        json.end('}');
    }
    json.end(']');
}

void write_rows(base::CompactJson& json, const std::vector<ListRow>& rows) {
    json.member("rows").begin('[');
    for (const auto& row : rows) {
        json.begin('{').member("file").string(row.file).member("line").number(row.line);
        json.member("bytes").begin('[').number(row.bytes.begin).number(row.bytes.end).end(']').end('}');
    }
    json.end(']');
}

// What the reading of a value met first; later faults change nothing.
class Fields {
public:
    [[nodiscard]] bool sound() const { return fault_.empty(); }
    [[nodiscard]] const std::string& fault() const { return fault_; }

    void refuse(std::string fault) {
        if (fault_.empty()) fault_ = std::move(fault);
    }

    std::string text(dom::element value, std::string_view key) {
        std::string_view found;
        if (value.get(found) != simdjson::SUCCESS || !simdjson::validate_utf8(found)) {
            refuse("\"" + std::string(key) + "\" must be a text");
            return {};
        }
        return std::string(found);
    }

    std::uint64_t number(dom::element value, std::string_view key, std::uint64_t limit) {
        std::uint64_t found = 0;
        if (value.get(found) != simdjson::SUCCESS || found > limit) {
            refuse("\"" + std::string(key) + "\" must be a number up to " + std::to_string(limit));
            return 0;
        }
        return found;
    }

    template <class Read>
    void each(dom::element value, std::string_view key, Read read) {
        dom::array list;
        if (value.get(list) != simdjson::SUCCESS) return refuse("\"" + std::string(key) + "\" must be an array");
        for (const auto element : list) read(element);
    }

    template <class Read>
    void members(dom::element value, std::string_view key, Read read) {
        dom::object object;
        if (value.get(object) != simdjson::SUCCESS) return refuse("\"" + std::string(key) + "\" must be an object");
        for (const auto field : object) read(field.key, field.value);
    }

    std::vector<std::string> texts(dom::element value, std::string_view key) {
        std::vector<std::string> found;
        each(value, key, [&](dom::element element) { found.push_back(text(element, key)); });
        return found;
    }

    template <class Kinds>
    typename Kinds::value_type kind(dom::element value, const Kinds& kinds) {
        const auto name = text(value, "kind");
        const auto named = [&](auto kind) { return to_string(kind) == name; };
        const auto* found = std::find_if(kinds.begin(), kinds.end(), named);
        if (found != kinds.end()) return *found;
        refuse("\"" + name + "\" is no kind of an entry or name");
        return kinds.front();
    }

private:
    std::string fault_;
};

ListedName read_name(Fields& fields, dom::element value) {
    ListedName name;
    fields.members(value, "names", [&](std::string_view key, dom::element member) {
        if (key == "text") name.text = fields.text(member, key);
        if (key == "kind") name.kind = fields.kind(member, kNameKinds);
    });
    return name;
}

Identifier read_identifier(Fields& fields, dom::element value) {
    Identifier identifier;
    fields.members(value, "identifiers", [&](std::string_view key, dom::element member) {
        if (key == "type") identifier.type = fields.text(member, key);
        if (key == "value") identifier.value = fields.text(member, key);
        if (key == "country") identifier.country = fields.text(member, key);
    });
    return identifier;
}

ListRow read_row(Fields& fields, dom::element value) {
    ListRow row;
    fields.members(value, "rows", [&](std::string_view key, dom::element member) {
        if (key == "file") row.file = fields.text(member, key);
        if (key == "line") row.line = fields.number(member, key, std::numeric_limits<std::uint64_t>::max());
        if (key != "bytes") return;
        std::vector<std::uint32_t> ends;
        fields.each(member, key, [&](dom::element end) {
            constexpr std::uint64_t kLargest = std::numeric_limits<std::uint32_t>::max();
            ends.push_back(static_cast<std::uint32_t>(fields.number(end, key, kLargest)));
        });
        if (ends.size() != 2 || ends[0] > ends[1]) return fields.refuse("\"bytes\" must be a beginning and an end");
        row.bytes = {ends[0], ends[1]};
    });
    return row;
}

void read_list_member(Fields& fields, std::string_view key, dom::element value, RegisterEntry& entry) {
    if (key == "names") {
        fields.each(value, key, [&](dom::element name) { entry.names.push_back(read_name(fields, name)); });
    } else if (key == "identifiers") {
        fields.each(value, key,
                    [&](dom::element number) { entry.identifiers.push_back(read_identifier(fields, number)); });
    } else if (key == "rows") {
        fields.each(value, key, [&](dom::element row) { entry.rows.push_back(read_row(fields, row)); });
    }
}

void read_member(Fields& fields, std::string_view key, dom::element value, RegisterEntry& entry) {
    using Texts = std::vector<std::string> RegisterEntry::*;
    using Text = std::string RegisterEntry::*;
    static constexpr std::pair<std::string_view, Text> kTexts[] = {{"list", &RegisterEntry::list},
                                                                   {"reference", &RegisterEntry::reference},
                                                                   {"listed_on", &RegisterEntry::listed_on},
                                                                   {"delisted_on", &RegisterEntry::delisted_on},
                                                                   {"remarks", &RegisterEntry::remarks}};
    static constexpr std::pair<std::string_view, Texts> kLists[] = {
        {"programmes", &RegisterEntry::programmes}, {"births", &RegisterEntry::births},
        {"countries", &RegisterEntry::countries},   {"places", &RegisterEntry::places},
        {"links", &RegisterEntry::links},           {"related", &RegisterEntry::related},
        {"attributes", &RegisterEntry::attributes}};
    for (const auto& [name, member] : kTexts) {
        if (name == key) entry.*member = fields.text(value, key);
    }
    for (const auto& [name, member] : kLists) {
        if (name == key) entry.*member = fields.texts(value, key);
    }
    if (key == "kind") entry.kind = fields.kind(value, kEntryKinds);
    read_list_member(fields, key, value, entry);
}

}  // namespace

void write_entry(base::CompactJson& json, const RegisterEntry& entry) {
    json.begin('{').member("list").string(entry.list).member("reference").string(entry.reference);
    json.member("kind").string(to_string(entry.kind));
    write_names(json, entry.names);
    write_texts(json, "programmes", entry.programmes);
    write_text(json, "listed_on", entry.listed_on);
    write_text(json, "delisted_on", entry.delisted_on);
    write_texts(json, "births", entry.births);
    write_texts(json, "countries", entry.countries);
    write_texts(json, "places", entry.places);
    write_identifiers(json, entry.identifiers);
    write_texts(json, "links", entry.links);
    write_texts(json, "related", entry.related);
    write_texts(json, "attributes", entry.attributes);
    write_text(json, "remarks", entry.remarks);
    write_rows(json, entry.rows);
    json.end('}');
}

struct EntryReader::State {
    dom::parser parser;
};

const std::size_t EntryReader::kPadding = simdjson::SIMDJSON_PADDING;

EntryReader::EntryReader() : state_(std::make_unique<State>()) {}
EntryReader::EntryReader(EntryReader&&) noexcept = default;
EntryReader& EntryReader::operator=(EntryReader&&) noexcept = default;
EntryReader::~EntryReader() = default;

Result<RegisterEntry> EntryReader::read(std::string_view line) {
    auto& parser = state_->parser;
    auto code = simdjson::SUCCESS;
    if (line.size() > parser.capacity() || parser.max_depth() != kDepth) {
        code = parser.allocate(std::max<std::size_t>(2 * line.size(), 1U << 14U), kDepth);
    }
    dom::element root;
    if (code == simdjson::SUCCESS) code = parser.parse(line.data(), line.size(), false).get(root);
    if (code != simdjson::SUCCESS) {
        return fail(ErrorCode::malformed, "no entry in JSON: " + std::string(simdjson::error_message(code)));
    }
    RegisterEntry entry;
    Fields fields;
    fields.members(root, "entry",
                   [&](std::string_view key, dom::element value) { read_member(fields, key, value, entry); });
    if (fields.sound() && (entry.list.empty() || entry.reference.empty())) fields.refuse("it has no list or reference");
    if (fields.sound() && entry.names.empty()) fields.refuse("it has no name");
    if (fields.sound() && entry.rows.empty()) fields.refuse("it has no row");
    if (!fields.sound()) return fail(ErrorCode::malformed, "no entry: " + fields.fault());
    return entry;
}

std::string to_json_line(const RegisterEntry& entry) {
    base::CompactJson json;
    write_entry(json, entry);
    return std::move(json).take();
}

Result<RegisterEntry> from_json_line(std::string_view line) {
    std::string padded;
    padded.reserve(line.size() + EntryReader::kPadding);
    padded.append(line).append(EntryReader::kPadding, ' ');
    return EntryReader().read(std::string_view(padded).substr(0, line.size()));
}

}  // namespace axray::registers
