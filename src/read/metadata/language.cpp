#include "read/metadata/language.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLooksAt = 4'000;  // bytes of the text
constexpr std::size_t kTooShort = 40;    // bytes, below which a declaration is the better guide

std::string_view primary_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// Two names of one language count as the same: Norwegian and its written forms, Serbo-Croatian's successors stay apart.
std::string_view same_name(std::string_view primary) {
    struct Names {
        std::string_view old;
        std::string_view now;
    };
    constexpr std::array kNames{Names{"iw", "he"}, Names{"jw", "jv"}, Names{"in", "id"}, Names{"mo", "ro"},
                                Names{"tl", "fil"}};
    for (const Names& names : kNames) {
        if (names.old == primary) return names.now;
    }
    return primary;
}
bool agree(std::string_view left, std::string_view right) {
    left = same_name(primary_of(left));
    right = same_name(primary_of(right));
    const auto norwegian = [](std::string_view tag) { return tag == "no" || tag == "nb"; };
    return left == right || (norwegian(left) && norwegian(right));
}

std::string top_level_domain(std::string_view address) {
    const std::size_t scheme = address.find("//");
    if (scheme == std::string_view::npos) return {};
    std::string_view host = address.substr(scheme + 2);
    host = host.substr(0, host.find_first_of("/?#:"));
    const std::size_t point = host.rfind('.');
    return point == std::string_view::npos ? std::string() : std::string(host.substr(point + 1));
}

// "GERMAN" as English writes it.
std::string english_name(CLD2::Language language) {
    std::string name = lower_ascii(CLD2::LanguageName(language));
    if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

TextLanguage detect(std::string_view text, const std::string& declared, const std::string& domain) {
    const CLD2::CLDHints hints{declared.empty() ? nullptr : declared.c_str(), domain.empty() ? nullptr : domain.c_str(),
                               CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percents[3] = {};
    double scores[3] = {};
    int text_bytes = 0;
    bool reliable = false;
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents,
                                   scores, nullptr, &text_bytes, &reliable);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
    TextLanguage found;
    found.name = english_name(languages[0]);
    found.tag = lower_ascii(CLD2::LanguageCode(languages[0]));
    found.tag = std::string(same_name(found.tag));
    found.reliable = reliable;
    found.share = percents[0] / 100.0;
    return found;
}

}  // namespace

MetadataValue language_of(std::string_view text, const MetadataValue& declared, std::string_view address) {
    constexpr double kMost = 0.6;
    const TextLanguage found = text.size() < kTooShort ? TextLanguage()
                                                       : detect(base::beginning_within(text, kLooksAt), declared.value,
                                                                top_level_domain(address));
    if (!found.tag.empty() && !declared.empty() && agree(found.tag, declared.value)) {
        MetadataValue both = declared;
        both.confidence = std::max(both.confidence, found.share);
        // The written form of Norwegian is named by the text's language, as it is for all others.
        if (primary_of(both.value) != found.tag && same_name(primary_of(both.value)) != found.tag)
            both.value = found.tag + both.value.substr(primary_of(both.value).size());
        return both;
    }
    const bool sure = found.reliable && found.share >= kMost;
    if (!declared.empty() && !sure) return declared;
    if (found.tag.empty()) return declared;
    return {found.tag, "text", found.share, {}};
}

TextLanguage language_of_letters(std::string_view text) {
    return detect(base::beginning_within(text, kLooksAt), {}, {});
}

}  // namespace axray::read
