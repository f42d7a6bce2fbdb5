#include "matching/script_transforms.hpp"

#include <array>
#include <mutex>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "matching/business_words.hpp"

namespace axray::matching {
namespace {

using Transform = std::unique_ptr<icu::Transliterator>;

Transform make_transform(const char* rules) {
    UErrorCode status = U_ZERO_ERROR;
    Transform made(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

// Made when it is first asked for: that takes longer than a search, and most runs see Latin letters alone.
class LateTransform {
public:
    explicit LateTransform(const char* rules) : rules_(rules) {}

    // nullptr where ICU has no such transform. From any thread.
    [[nodiscard]] const icu::Transliterator* get() {
        std::call_once(once_, [this] { transform_ = make_transform(rules_); });
        return transform_.get();
    }

private:
    const char* rules_;
    std::once_flag once_;
    Transform transform_;
};

icu::UnicodeString unicode_of(std::u32string_view text) {
    icu::UnicodeString made;
    for (const char32_t letter : text) made.append(static_cast<UChar32>(letter));
    return made;
}

// Small ASCII letters and digits of `text`; blanks stay blanks.
std::string plain_ascii(const icu::UnicodeString& text) {
    std::string plain;
    for (std::int32_t at = 0; at < text.length(); ++at) {
        const char16_t unit = text[at];
        if (unit >= u'a' && unit <= u'z') plain += static_cast<char>(unit);
        if (unit >= u'A' && unit <= u'Z') plain += static_cast<char>(unit - u'A' + u'a');
        if ((unit >= u'0' && unit <= u'9') || unit == u' ') plain += static_cast<char>(unit);
    }
    return plain;
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

struct LatinLetter {
    char32_t from;
    std::string_view to;
};

// Letters that Unicode does not take apart.
constexpr std::array<LatinLetter, 31> kLatinLetters = {{
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF8, "o"},  {0x153, "oe"},  {0x142, "l"}, {0x111, "d"}, {0xF0, "d"},  {0xFE, "th"},
    {0x131, "i"}, {0x259, "a"}, {0x127, "h"}, {0x167, "t"},   {0x14B, "n"}, {0x192, "f"}, {0x180, "b"}, {0x1DD, "e"},
    {0x25B, "e"}, {0x254, "o"}, {0x26B, "l"}, {0x1E9E, "ss"}, {0x138, "k"}, {0x149, "n"}, {0x1B4, "y"}, {0x1B6, "z"},
    {0x253, "b"}, {0x257, "d"}, {0x199, "k"}, {0x268, "i"},   {0x289, "u"}, {0x1A1, "o"}, {0x1B0, "u"},
}};

// Family names of Chinese persons with two characters.
constexpr std::array<std::u32string_view, 14> kTwoCharacterNames = {
    U"\u6B27\u9633", U"\u6B50\u967D", U"\u53F8\u9A6C", U"\u53F8\u99AC", U"\u4E0A\u5B98",
    U"\u8BF8\u845B", U"\u8AF8\u845B", U"\u4E1C\u65B9", U"\u6771\u65B9", U"\u7687\u752B",
    U"\u5C09\u9072", U"\u516C\u5B59", U"\u6155\u5BB9", U"\u4EE4\u72D0"};

struct FamilyName {
    char32_t hangul;
    std::string_view latin;
};

// Korean family names as they are usually spelled, which the official transcription does not meet.
constexpr std::array<FamilyName, 24> kKoreanFamilies = {{
    {0xAE40, "kim"},  {0xC774, "lee"},  {0xB9AC, "ri"},  {0xBC15, "park"}, {0xCD5C, "choi"}, {0xC815, "jong"},
    {0xAC15, "kang"}, {0xC870, "cho"},  {0xC724, "yun"}, {0xC7A5, "jang"}, {0xC784, "lim"},  {0xB9BC, "rim"},
    {0xD55C, "han"},  {0xC624, "o"},    {0xC11C, "so"},  {0xC2E0, "sin"},  {0xAD8C, "kwon"}, {0xD669, "hwang"},
    {0xC548, "an"},   {0xC1A1, "song"}, {0xB958, "ryu"}, {0xC720, "yu"},   {0xB85C, "ro"},   {0xC591, "yang"},
}};

// From the official transcription to the older one, which registers print: "jeong" to "jong", "eun" to "un".
std::string usual_korean(std::string syllable) {
    for (const std::string_view vowel : {"eo", "eu"}) {
        const std::size_t at = syllable.find(vowel);
        if (at != std::string::npos) syllable.erase(at, 1);
    }
    constexpr std::string_view kVoiced = "gdb";
    constexpr std::string_view kVoiceless = "ktp";
    const std::size_t first = syllable.empty() ? std::string_view::npos : kVoiced.find(syllable.front());
    if (first != std::string_view::npos) syllable.front() = kVoiceless[first];
    return syllable;
}

std::size_t family_size(std::u32string_view run) {
    for (const std::u32string_view name : kTwoCharacterNames) {
        if (run.size() > 2 && run.substr(0, 2) == name) return 2;
    }
    return 1;
}

}  // namespace

struct ScriptTransforms::Icu {
    const icu::Normalizer2* nfkc = nullptr;
    const icu::Normalizer2* nfkd = nullptr;
    LateTransform any{"Any-Latin; Latin-ASCII"};
    LateTransform han{"Han-Latin; Latin-ASCII"};
    LateTransform hangul{"Hangul-Latin; Latin-ASCII"};

    // Empty where ICU has no such transform.
    [[nodiscard]] static std::string run(LateTransform& transform, std::u32string_view text) {
        const auto* made = transform.get();
        if (made == nullptr) return {};
        icu::UnicodeString unicode = unicode_of(text);
        made->transliterate(unicode);
        return plain_ascii(unicode);
    }
};

Result<ScriptTransforms> ScriptTransforms::create() {
    auto icu = std::make_unique<Icu>();
    UErrorCode status = U_ZERO_ERROR;
    icu->nfkc = icu::Normalizer2::getNFKCInstance(status);
    icu->nfkd = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) {
        return fail(Error{ErrorCode::model_mismatch, "ICU on this system lacks its normal forms", {}});
    }
    return ScriptTransforms(std::move(icu));
}

ScriptTransforms::ScriptTransforms(std::unique_ptr<Icu> icu) : icu_(std::move(icu)) {}
ScriptTransforms::ScriptTransforms(ScriptTransforms&&) noexcept = default;
ScriptTransforms& ScriptTransforms::operator=(ScriptTransforms&&) noexcept = default;
ScriptTransforms::~ScriptTransforms() = default;

std::u32string ScriptTransforms::normal(char32_t letter) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString made = icu_->nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(letter)), status);
    std::u32string small;
    for (std::int32_t at = 0; U_SUCCESS(status) && at < made.length(); at = made.moveIndex32(at, 1)) {
        small += static_cast<char32_t>(u_tolower(made.char32At(at)));
    }
    return small;
}

std::string ScriptTransforms::latin_letters(char32_t letter) const {
    if (letter < 0x80) return std::string(1, static_cast<char>(letter));
    for (const LatinLetter& one : kLatinLetters) {
        if (one.from == letter) return std::string(one.to);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString apart = icu_->nfkd->normalize(icu::UnicodeString(static_cast<UChar32>(letter)), status);
    if (U_FAILURE(status) || apart.isEmpty()) return {};
    const UChar32 first = apart.char32At(0);
    for (const LatinLetter& one : kLatinLetters) {
        if (one.from == static_cast<char32_t>(first)) return std::string(one.to);
    }
    if (first < 0x80) return without_blanks(plain_ascii(apart));
    return without_blanks(icu_->run(icu_->any, std::u32string(1, letter)));
}

std::vector<std::string> ScriptTransforms::han_words(std::u32string_view run, bool person) const {
    std::vector<std::string> words;
    const auto add = [&](std::u32string_view part) {
        std::string latin = without_blanks(icu_->run(icu_->han, part));
        if (!latin.empty()) words.push_back(std::move(latin));
    };
    if (person) {
        const std::size_t family = run.size() > 1 && run.size() <= 4 ? family_size(run) : run.size();
        add(run.substr(0, family));
        if (family < run.size()) add(run.substr(family));
        return words;
    }
    std::size_t begin = 0;
    for (std::size_t at = 0; at < run.size();) {
        const HanWord* found = find_han_word(run.substr(at));
        if (found == nullptr) {
            ++at;
            continue;
        }
        if (at > begin) add(run.substr(begin, at - begin));
        words.emplace_back(found->english);
        at += found->han.size();
        begin = at;
    }
    if (begin < run.size()) add(run.substr(begin));
    return words;
}

std::vector<std::string> ScriptTransforms::hangul_words(std::u32string_view run, bool person) const {
    std::vector<std::string> words;
    std::u32string_view rest = run;
    if (person && run.size() > 1 && run.size() <= 4) {
        for (const FamilyName& family : kKoreanFamilies) {
            if (family.hangul == run.front()) words.emplace_back(family.latin);
        }
        if (words.empty()) words.push_back(without_blanks(icu_->run(icu_->hangul, run.substr(0, 1))));
        rest = run.substr(1);
    }
    // Syllable by syllable: sounds do not run into each other in names. Those of persons are words of their own.
    std::string joined;
    for (const char32_t syllable : rest) {
        std::string latin = usual_korean(without_blanks(icu_->run(icu_->hangul, std::u32string_view(&syllable, 1))));
        if (latin.empty()) continue;
        if (person) {
            words.push_back(std::move(latin));
        } else {
            joined += latin;
        }
    }
    if (!joined.empty()) words.push_back(std::move(joined));
    return words;
}

std::string ScriptTransforms::any_word(std::u32string_view word) const {
    return without_blanks(icu_->run(icu_->any, word));
}

}  // namespace axray::matching
