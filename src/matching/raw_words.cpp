#include "matching/raw_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.hpp"
#include "matching/arabic_words.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kLongestWord = 40;  // letters that are compared

bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// A letter of the name as the cutter sees it.
struct Sign {
    char32_t value = 0;  // normal form: small letters and digits; 0 for what parts words
    char32_t given = 0;
    Span span;
    bool capital = false;
};

// What stands between words and says something.
bool is_apostrophe(char32_t sign) {
    return sign == U'\'' || sign == U'`' || sign == 0x2019 || sign == 0x2018 || sign == 0x2BC || sign == 0x2BB ||
           sign == 0xB4 || sign == 0x5F3 || sign == 0x5F4;
}
bool is_hyphen(char32_t sign) { return sign == U'-' || (sign >= 0x2010 && sign <= 0x2015); }
bool opens(char32_t sign) { return sign == U'(' || sign == U'['; }
bool closes(char32_t sign) { return sign == U')' || sign == U']'; }
bool is_comma(char32_t sign) { return sign == U',' || sign == 0x60C || sign == 0x3001; }

// Zero-width, directional and other letters that nobody sees, and marks upon Arabic and Hebrew letters.
bool is_invisible(char32_t sign) {
    return sign < 0x20 || sign == 0xAD || sign == 0x34F || sign == 0x61C || (sign >= 0x200B && sign <= 0x200F) ||
           (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2060 && sign <= 0x206F) || sign == 0xFEFF ||
           (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0xE0000 && sign <= 0xE0FFF);
}
bool is_mark(char32_t sign) {
    return (sign >= 0x300 && sign <= 0x36F) || (sign >= 0x591 && sign <= 0x5C7) || sign == 0x640 || sign == 0x670 ||
           (sign >= 0x64B && sign <= 0x652) || (sign >= 0x1AB0 && sign <= 0x1AFF) || (sign >= 0x20D0 && sign <= 0x20FF);
}

// Signs of a run without blanks, with what stands before it.
struct Place {
    bool after_comma = false;
    bool after_slash = false;
    bool hyphenated = false;
    bool bracketed = false;
};

RawWord word_at(const Place& place, Span span) {
    RawWord word;
    word.span = span;
    word.after_comma = place.after_comma;
    word.after_slash = place.after_slash;
    word.hyphenated = place.hyphenated;
    word.bracketed = place.bracketed;
    return word;
}

Script latin_or(Script script) { return script == Script::none ? Script::latin : script; }

// Majority of the letters of a word, and whether letters of others are among them.
struct WordScript {
    Script main = Script::latin;
    bool mixed = false;
};

WordScript script_of_word(const std::vector<Sign>& signs) {
    std::array<std::size_t, static_cast<std::size_t>(Script::other) + 1> counts{};
    for (const Sign& sign : signs) ++counts[static_cast<std::size_t>(script_of(sign.value))];
    counts[static_cast<std::size_t>(Script::none)] = 0;
    const auto most = std::max_element(counts.begin(), counts.end());
    WordScript found;
    if (*most > 0) found.main = latin_or(static_cast<Script>(most - counts.begin()));
    found.mixed = std::count_if(counts.begin(), counts.end(), [](std::size_t count) { return count > 0; }) > 1;
    return found;
}

// Cuts names that are not ASCII alone.
class UnicodeCutter {
public:
    UnicodeCutter(std::string_view name, NameKind kind, const ScriptTransforms& transforms)
        : name_(name), person_(kind == NameKind::person), transforms_(transforms) {}

    RawName cut() {
        count_cyrillic();
        for (std::size_t at = 0; at < name_.size();) {
            const auto decoded = base::decode_utf8(name_, at);
            const auto begin = static_cast<std::uint32_t>(at);
            at += decoded.size;
            read({0, decoded.value, {begin, static_cast<std::uint32_t>(at)}, false}, next_is_letter(at));
        }
        end_word();
        finish_hints();
        return std::move(raw_);
    }

private:
    void count_cyrillic() {
        std::size_t cyrillic = 0;
        std::size_t latin = 0;
        for (std::size_t at = 0; at < name_.size();) {
            const auto decoded = base::decode_utf8(name_, at);
            const Script script = script_of(decoded.value);
            cyrillic += script == Script::cyrillic ? 1 : 0;
            latin += is_small(name_[at]) || is_capital(name_[at]) ? 1 : 0;
            at += decoded.size;
        }
        mostly_cyrillic_ = cyrillic > latin;
        some_latin_ = latin > cyrillic;
    }

    // A word all of whose letters look like those of the script that most of the name is in: "AHO" before Cyrillic.
    void mend_whole_word(WordScript& script) {
        const auto each = [this](auto looks) { return std::all_of(signs_.begin(), signs_.end(), looks); };
        const bool latin = script.main == Script::latin && mostly_cyrillic_ && signs_.size() < 5 &&
                           each([](const Sign& sign) { return cyrillic_lookalike(sign.value) != 0; });
        const bool cyrillic = script.main == Script::cyrillic && some_latin_ &&
                              each([](const Sign& sign) { return latin_lookalike(sign.value) != 0; });
        if (!latin && !cyrillic) return;
        raw_.hints |= kLookalikes;
        script.main = latin ? Script::cyrillic : Script::latin;
        for (Sign& sign : signs_) {
            sign.value = latin ? cyrillic_lookalike(sign.value) : static_cast<char32_t>(latin_lookalike(sign.value));
        }
    }

    [[nodiscard]] bool next_is_letter(std::size_t at) const {
        if (at >= name_.size()) return false;
        const char32_t next = base::decode_utf8(name_, at).value;
        return next >= 0x80 ? next != 0x2019 && next != 0x2018 : is_small(name_[at]) || is_capital(name_[at]);
    }

    void read(Sign sign, bool before_letter) {
        const char32_t given = sign.given;
        if (is_invisible(given) && given != U'\t' && given != U'\n' && given != U'\r') {
            raw_.hints |= kInvisible;
            return;
        }
        if (is_mark(given)) return;
        if (is_apostrophe(given) && !signs_.empty() && before_letter) return;
        const std::u32string normal = transforms_.normal(given);
        bool any = false;
        for (const char32_t letter : normal) {
            if (is_mark(letter) || !is_letter(letter)) continue;
            sign.value = letter;
            sign.capital = letter != given;
            signs_.push_back(sign);
            any = true;
        }
        if (!any) part(sign);
    }

    [[nodiscard]] static bool is_letter(char32_t letter) {
        if (letter < 0x80) return is_small(static_cast<char>(letter)) || is_digit(static_cast<char>(letter));
        if (letter < 0xC0) return letter == 0xAA || letter == 0xBA || letter == 0xB5;
        if (letter == 0xD7 || letter == 0xF7 || letter == 0x60C || letter == 0x61B || letter == 0x61F) return false;
        if (letter >= 0x2000 && letter <= 0x2BFF) return false;
        if (letter >= 0x3000 && letter <= 0x3004) return false;
        if (letter >= 0x3006 && letter <= 0x3030) return false;
        if (letter == 0x30FB || (letter >= 0xFE10 && letter <= 0xFE6F) || letter == 0x387 || letter == 0x58A)
            return false;
        return letter != 0xFFFD && letter < 0x30000 && (letter < 0xE000 || letter > 0xF8FF) &&
               (letter < 0x1F000 || letter > 0x1FAFF) && letter != 0x6D4 && letter != 0x66A;
    }

    void part(const Sign& parting) {
        const char32_t sign = parting.given;
        dotted_ = sign == U'.';
        end_word();
        dotted_ = false;
        if (is_comma(sign)) place_.after_comma = true;
        if (is_hyphen(sign)) place_.hyphenated = true;
        if (opens(sign)) place_.bracketed = true;
        if (closes(sign)) place_.bracketed = false;
        if (sign == U'/') place_.after_slash = true;
        if (sign == U'&') add(word_at(place_, parting.span), "and");
    }

    void end_word() {
        if (signs_.empty()) return;
        const Span span{signs_.front().span.begin, signs_.back().span.end};
        RawWord word = word_at(place_, span);
        word.capitals = signs_.size() > 1 && std::all_of(signs_.begin(), signs_.end(), [](const Sign& sign) {
                            return sign.capital || script_of(sign.value) == Script::none;
                        });
        word.dotted = dotted_ && signs_.size() == 1;
        WordScript script = script_of_word(signs_);
        if (script.mixed) mend_lookalikes(script);
        if (!script.mixed) mend_whole_word(script);
        scripts_ |= 1U << static_cast<unsigned>(script.main);
        if (script.main != Script::latin) raw_.latin = false;
        put(word, script.main);
        signs_.clear();
        place_.after_comma = place_.after_slash = place_.hyphenated = false;
    }

    // One script for a word of several: that of most letters, when the others look like letters of it.
    void mend_lookalikes(WordScript& script) {
        const auto foreign_latin = [](const Sign& sign) {
            const Script own = script_of(sign.value);
            return own == Script::none || own == Script::latin || latin_lookalike(sign.value) != 0;
        };
        const bool can_be_latin = std::all_of(signs_.begin(), signs_.end(), foreign_latin);
        if (script.main == Script::han || script.main == Script::kana || script.main == Script::hangul) return;
        raw_.hints |= kLookalikes;
        if (can_be_latin && script.main != Script::cyrillic) {
            script.main = Script::latin;
            for (Sign& sign : signs_) {
                if (const char look = latin_lookalike(sign.value)) sign.value = static_cast<char32_t>(look);
            }
        } else if (script.main == Script::cyrillic) {
            for (Sign& sign : signs_) {
                if (const char32_t look = cyrillic_lookalike(sign.value)) sign.value = look;
            }
        }
    }

    void put(const RawWord& word, Script script) {
        std::u32string letters;
        for (const Sign& sign : signs_) letters += sign.value;
        switch (script) {
            case Script::cyrillic: return add(word, latin_of_cyrillic(letters));
            case Script::greek: return add(word, latin_of_greek(letters));
            case Script::arabic: return put_arabic(word, letters);
            case Script::hebrew: consonants_ += letters.size(); return add(word, latin_of_hebrew(letters));
            case Script::han: return add_all(word, transforms_.han_words(letters, person_));
            case Script::hangul: return add_all(word, transforms_.hangul_words(letters, person_));
            case Script::latin:
            case Script::none: return add(word, latin(letters));
            default: return add(word, transforms_.any_word(letters));
        }
    }

    // The article stands apart, as it does in Latin spellings; "abd al-" is one word.
    void put_arabic(const RawWord& word, const std::u32string& letters) {
        constexpr std::u32string_view kArticle = U"\u0627\u0644";
        constexpr std::u32string_view kServant = U"\u0639\u0628\u062F\u0627\u0644";
        consonants_ += letters.size();
        std::u32string plain = plain_arabic(letters);
        if (known_arabic(word, plain)) return;
        if (plain.size() > kServant.size() + 1 && plain.compare(0, kServant.size(), kServant) == 0) {
            add(word, "abdul");
            plain.erase(0, kServant.size());
        } else if (plain.size() > kArticle.size() + 1 && plain.compare(0, kArticle.size(), kArticle) == 0) {
            add(word, "al");
            plain.erase(0, kArticle.size());
        }
        if (!known_arabic(word, plain)) add(word, latin_of_arabic(plain));
    }

    bool known_arabic(const RawWord& word, std::u32string_view plain) {
        std::string_view known = person_ ? std::string_view() : find_arabic_business_word(plain);
        if (known.empty()) known = find_arabic_name(plain);
        if (!known.empty()) add(word, known);
        return !known.empty();
    }

    [[nodiscard]] std::string latin(std::u32string_view letters) const {
        std::string made;
        for (const char32_t letter : letters) made += transforms_.latin_letters(letter);
        return made;
    }

    void add_all(const RawWord& word, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(word, text);
    }

    void add(RawWord word, std::string_view text) {
        if (text.empty()) return;
        if (raw_.words.size() >= kMostWords) {
            raw_.hints |= kShortened;
            return;
        }
        letters_ += text.size();
        word.text = text.substr(0, kLongestWord);
        raw_.words.push_back(std::move(word));
    }

    void finish_hints() {
        const bool several = (scripts_ & (scripts_ - 1)) != 0;
        if (several) raw_.hints |= kMixedScripts;
        raw_.consonants_only = consonants_ * 2 > letters_;
    }

    std::string_view name_;
    bool person_;
    const ScriptTransforms& transforms_;
    RawName raw_;
    std::vector<Sign> signs_;
    Place place_;
    bool dotted_ = false;
    bool mostly_cyrillic_ = false;
    bool some_latin_ = false;
    std::uint32_t scripts_ = 0;
    std::size_t consonants_ = 0;
    std::size_t letters_ = 0;
};

// Cuts names of ASCII alone: the same rules, byte by byte.
class AsciiCutter {
public:
    explicit AsciiCutter(std::string_view name) : name_(name) { raw_.words.reserve(8); }

    RawName cut() {
        for (std::size_t at = 0; at < name_.size(); ++at) {
            const char sign = name_[at];
            if (is_small(sign) || is_capital(sign) || is_digit(sign)) {
                read_letter(sign, at);
            } else if (sign == '\'' || sign == '`') {
                if (!open_ || !is_letter_at(at + 1)) end_word(at);
            } else if (static_cast<unsigned char>(sign) < 0x20 && sign != '\t' && sign != '\n' && sign != '\r') {
                raw_.hints |= kInvisible;
            } else {
                part(sign, at);
            }
        }
        end_word(name_.size());
        return std::move(raw_);
    }

private:
    [[nodiscard]] bool is_letter_at(std::size_t at) const {
        return at < name_.size() && (is_small(name_[at]) || is_capital(name_[at]));
    }

    void read_letter(char sign, std::size_t at) {
        if (!open_) {
            word_ = word_at(place_, {static_cast<std::uint32_t>(at), 0});
            word_.capitals = true;
            open_ = true;
        }
        if (is_small(sign)) word_.capitals = false;
        if (word_.text.size() < kLongestWord) {
            word_.text += is_capital(sign) ? static_cast<char>(sign - 'A' + 'a') : sign;
        }
        end_ = at + 1;
    }

    void part(char sign, std::size_t at) {
        word_.dotted = sign == '.' && word_.text.size() == 1;
        end_word(at);
        if (sign == ',') place_.after_comma = true;
        if (sign == '-') place_.hyphenated = true;
        if (sign == '(' || sign == '[') place_.bracketed = true;
        if (sign == ')' || sign == ']') place_.bracketed = false;
        if (sign == '/') place_.after_slash = true;
        if (sign == '&') {
            word_ = word_at(place_, {static_cast<std::uint32_t>(at), 0});
            word_.text = "and";
            open_ = true;
            end_ = at + 1;
            end_word(at);
        }
    }

    void end_word(std::size_t) {
        if (!open_) return;
        open_ = false;
        place_.after_comma = place_.after_slash = place_.hyphenated = false;
        if (raw_.words.size() >= kMostWords) {
            raw_.hints |= kShortened;
            return;
        }
        word_.span.end = static_cast<std::uint32_t>(end_);
        word_.capitals = word_.capitals && word_.text.size() > 1;
        raw_.words.push_back(std::move(word_));
        word_ = {};
    }

    std::string_view name_;
    RawName raw_;
    RawWord word_;
    Place place_;
    bool open_ = false;
    std::size_t end_ = 0;
};

}  // namespace

RawName cut_words(std::string_view name, NameKind kind, const ScriptTransforms& transforms) {
    const bool ascii =
        std::all_of(name.begin(), name.end(), [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
    return ascii ? AsciiCutter(name).cut() : UnicodeCutter(name, kind, transforms).cut();
}

}  // namespace axray::matching
