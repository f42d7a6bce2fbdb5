#include "registers/import/ofac_remarks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "registers/import/list_in_making.hpp"
#include "registers/import/printed_dates.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kLongestLabel = 80;  // bytes

enum class Fact : std::uint8_t { birth, place, country, attribute, related, link, contact, alias, former, identifier };

struct Label {
    std::string_view label;
    Fact fact;
    std::string_view type = {};  // of an identifier or contact
};

// Longer labels before those that they begin with.
constexpr std::array kLabels = {
    Label{"DOB", Fact::birth},
    Label{"Organization Established Date", Fact::birth},
    Label{"POB", Fact::place},
    Label{"nationality", Fact::country},
    Label{"Nationality of Registration", Fact::country},
    Label{"citizen", Fact::country},
    Label{"Other Vessel Flag", Fact::country},
    Label{"Former Vessel Flag", Fact::attribute},
    Label{"Gender", Fact::attribute},
    Label{"Target Type", Fact::attribute},
    Label{"Organization Type", Fact::attribute},
    Label{"Vessel Type", Fact::attribute},
    Label{"Other Vessel Type", Fact::attribute},
    Label{"Vessel Year of Build", Fact::attribute},
    Label{"Aircraft Manufacture Date", Fact::attribute},
    Label{"Aircraft Model", Fact::attribute},
    Label{"Aircraft Operator", Fact::attribute},
    Label{"Previous Aircraft Tail Number", Fact::attribute},
    Label{"Linked To", Fact::related},
    Label{"Website", Fact::link},
    Label{"Email Address", Fact::contact, "e-mail address"},
    Label{"Email", Fact::contact, "e-mail address"},
    Label{"Phone Number", Fact::contact, "telephone number"},
    Label{"Telephone No.", Fact::contact, "telephone number"},
    Label{"Telephone", Fact::contact, "telephone number"},
    Label{"Fax", Fact::contact, "fax number"},
    Label{"a.k.a.", Fact::alias},
    Label{"n.k.a.", Fact::alias},
    Label{"f.k.a.", Fact::former},
    Label{"Vessel Registration Identification IMO", Fact::identifier, "IMO number"},
    Label{"Identification Number IMO", Fact::identifier, "IMO number"},
    Label{"Economic Register Number (CBLS)", Fact::identifier, "economic register number"},
    Label{"United Social Credit Code Certificate (USCCC)", Fact::identifier, "unified social credit code"},
    Label{"Cartilla de Servicio Militar Nacional", Fact::identifier, "military service number"},
    Label{"Aircraft Construction Number (also called L/N or S/N or F/N)", Fact::identifier,
          "aircraft construction number"},
    Label{"Aircraft Manufacturer's Serial Number (MSN)", Fact::identifier, "aircraft serial number"},
    Label{"Aircraft Mode S Transponder Code", Fact::identifier, "aircraft transponder code"},
    Label{"Aircraft Tail Number", Fact::identifier, "aircraft tail number"},
    Label{"Stateless Person Passport", Fact::identifier, "passport"},
    Label{"Diplomatic Passport", Fact::identifier, "passport"},
    Label{"Passport", Fact::identifier, "passport"},
    Label{"National ID No.", Fact::identifier, "national identity number"},
    Label{"Tax ID No.", Fact::identifier, "tax number"},
    Label{"Registration ID", Fact::identifier, "registration number"},
    Label{"Registration Number", Fact::identifier, "registration number"},
    Label{"Business Registration Document #", Fact::identifier, "registration number"},
    Label{"Business Registration Number", Fact::identifier, "registration number"},
    Label{"UK Company Number", Fact::identifier, "registration number"},
    Label{"Company Number", Fact::identifier, "registration number"},
    Label{"Commercial Registry Number", Fact::identifier, "registration number"},
    Label{"Unified Social Credit Code (USCC)", Fact::identifier, "unified social credit code"},
    Label{"Legal Entity Number", Fact::identifier, "legal entity identifier"},
    Label{"MMSI", Fact::identifier, "MMSI"},
    Label{"SWIFT/BIC", Fact::identifier, "SWIFT/BIC"},
    Label{"D-U-N-S Number", Fact::identifier, "D-U-N-S number"},
    Label{"V.A.T. Number", Fact::identifier, "VAT number"},
    Label{"Cedula No.", Fact::identifier, "national identity number"},
    Label{"C.U.R.P.", Fact::identifier, "national identity number"},
    Label{"D.N.I.", Fact::identifier, "national identity number"},
    Label{"C.U.I.", Fact::identifier, "national identity number"},
    Label{"SSN", Fact::identifier, "social security number"},
    Label{"R.F.C.", Fact::identifier, "tax number"},
    Label{"RFC", Fact::identifier, "tax number"},
    Label{"NIT #", Fact::identifier, "tax number"},
    Label{"RUC #", Fact::identifier, "tax number"},
    Label{"RIF #", Fact::identifier, "tax number"},
    Label{"C.U.I.T.", Fact::identifier, "tax number"},
    Label{"RTN", Fact::identifier, "tax number"},
    Label{"US FEIN", Fact::identifier, "tax number"},
    Label{"Italian Fiscal Code", Fact::identifier, "tax number"},
    Label{"C.R. No.", Fact::identifier, "registration number"},
    Label{"Folio Mercantil No.", Fact::identifier, "registration number"},
    Label{"Matricula Mercantil No", Fact::identifier, "registration number"},
    Label{"License", Fact::identifier, "licence number"},
    Label{"I.F.E.", Fact::identifier, "electoral number"},
    Label{"Credencial electoral", Fact::identifier, "electoral number"},
    Label{"Numero de Identidad", Fact::identifier, "national identity number"},
    Label{"Personal ID Card", Fact::identifier, "national identity number"},
    Label{"BIK (RU)", Fact::identifier, "bank identification code"},
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool begins_with(std::string_view text, std::string_view label) {
    return text.starts_with(label) &&
           (text.size() == label.size() || text[label.size()] == ' ' || text[label.size()] == ':');
}

const Label* label_of(std::string_view item) {
    const auto* found = std::find_if(kLabels.begin(), kLabels.end(),
                                     [item](const Label& label) { return begins_with(item, label.label); });
    return found == kLabels.end() ? nullptr : found;
}

std::string_view without_quotes(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') text = text.substr(1, text.size() - 2);
    return text;
}

struct PrintedNumber {
    std::string_view value;
    std::string_view country;
};

// "A0123 (Iran) issued 1999 expires 30 Oct 2022": where and when it was issued stands behind the number.
PrintedNumber number_of(std::string_view text) {
    text = trimmed(text.substr(0, std::min(text.find(" issued "), text.find(" expires "))));
    PrintedNumber number{text, {}};
    if (!text.ends_with(')')) return number;
    const std::size_t open = text.rfind('(');
    if (open == std::string_view::npos || open == 0) return number;
    number.value = trimmed(text.substr(0, open));
    number.country = text.substr(open + 1, text.size() - open - 2);
    return number;
}

// A label that ends as those of numbers do, before a value with a digit: "Harbour Board Membership No. 42988".
std::optional<std::pair<std::string_view, std::string_view>> numbered(std::string_view item) {
    for (const std::string_view end : {" No. ", " Number ", " # ", " No ", " Code ", " ID "}) {
        const std::size_t found = item.find(end);
        if (found > kLongestLabel) continue;
        const auto value = trimmed(item.substr(found + end.size()));
        const auto first = value.substr(0, value.find(' '));
        if (std::any_of(first.begin(), first.end(), is_digit)) {
            return std::pair(item.substr(0, found + end.size() - 1), value);
        }
    }
    return std::nullopt;
}

void add_number(RegisterEntry& entry, std::string_view type, std::string_view text) {
    const auto number = number_of(text);
    add_identifier(entry, type, number.value, number.country);
}

void add_labelled(RegisterEntry& entry, const Label& label, std::string_view item) {
    auto value = item.substr(label.label.size());
    if (value.starts_with(':')) value.remove_prefix(1);
    value = trimmed(value);
    switch (label.fact) {
        case Fact::birth: add_texts(entry.births, iso_dates(value)); break;
        case Fact::place: add_text(entry.places, value); break;
        case Fact::country: add_text(entry.countries, value); break;
        case Fact::attribute: add_text(entry.attributes, item); break;
        case Fact::related: add_text(entry.related, value); break;
        case Fact::link: add_text(entry.links, value); break;
        case Fact::contact: add_identifier(entry, label.type, value); break;
        case Fact::alias: add_name(entry, without_quotes(value), ListedNameKind::weak_alias); break;
        case Fact::former: add_name(entry, without_quotes(value), ListedNameKind::former); break;
        case Fact::identifier: add_number(entry, label.type, value); break;
    }
}

// "Digital Currency Address - XBT 12QtD5..."
bool add_wallet(RegisterEntry& entry, std::string_view item) {
    constexpr std::string_view kLabel = "Digital Currency Address - ";
    if (!item.starts_with(kLabel)) return false;
    item.remove_prefix(kLabel.size());
    const std::size_t space = item.find(' ');
    if (space == std::string_view::npos) return false;
    add_identifier(entry, "digital currency address " + std::string(item.substr(0, space)), item.substr(space + 1));
    return true;
}

std::string_view without_alternative(std::string_view item) {
    for (const std::string_view prefix : {"alt. ", "Alt. ", "alternate "}) {
        if (item.starts_with(prefix)) return trimmed(item.substr(prefix.size()));
    }
    return item;
}

}  // namespace

std::string ofac_identifier_type(std::string_view label) {
    label = trimmed(label);
    if (label.ends_with(':')) label.remove_suffix(1);
    if (const Label* known = label_of(label); known != nullptr && known->fact == Fact::identifier) {
        return std::string(known->type);
    }
    for (const std::string_view end : {" No.", " No", " #"}) {
        if (label.ends_with(end)) return lower_ascii(label.substr(0, label.size() - end.size())) + " number";
    }
    return lower_ascii(label);
}

RegisterEntry with_ofac_remarks(RegisterEntry entry, std::string_view remarks) {
    std::vector<std::string_view> other;
    const auto parts = parts_of(remarks, ";");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string_view item = without_alternative(parts[i]);
        // A full stop ends the remarks, and sometimes an item; behind a name in the middle it belongs to the name.
        const bool last = i + 1 == parts.size();
        if (item.ends_with('.') && (last || !begins_with(item, "Linked To"))) item.remove_suffix(1);
        if (const Label* label = label_of(item)) {
            add_labelled(entry, *label, item);
        } else if (add_wallet(entry, item)) {
            continue;
        } else if (const auto number = numbered(item)) {
            add_number(entry, ofac_identifier_type(number->first), number->second);
        } else {
            other.push_back(parts[i]);
        }
    }
    entry.remarks = joined(other, "; ");
    return entry;
}

}  // namespace axray::registers
