#include "matching/name_preparer.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "matching/meanings.hpp"
#include "matching/raw_words.hpp"
#include "matching/script_transforms.hpp"
#include "matching/word_roles.hpp"
#include "matching/word_spelling.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kFewestForAcronym = 3;  // letters

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// The longest beginning of `name` that has `limit` bytes at most and ends no sequence in its middle.
std::string_view shortened(std::string_view name, std::size_t limit) {
    std::size_t end = limit;
    while (end > limit - 4 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end);
}

// "APT31" is two words, so that it meets "APT 31"; "1st" is one.
void part_digits(std::vector<RawWord>& words) {
    const auto border = [](const std::string& text) {
        std::size_t at = 1;
        while (at < text.size() && is_digit(text[at]) == is_digit(text[at - 1])) ++at;
        return at;
    };
    const bool any = std::any_of(words.begin(), words.end(),
                                 [&](const RawWord& word) { return border(word.text) < word.text.size(); });
    if (!any) return;
    std::vector<RawWord> parted;
    for (RawWord& word : words) {
        while (true) {
            const std::size_t at = border(word.text);
            const std::string_view ending = std::string_view(word.text).substr(at);
            if (ending.empty()) break;
            if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
                word.text.resize(at);
                break;
            }
            RawWord first = word;
            first.text.resize(at);
            word.text.erase(0, at);
            word.after_comma = word.after_slash = false;
            word.hyphenated = true;
            parted.push_back(std::move(first));
        }
        parted.push_back(std::move(word));
    }
    if (parted.size() > kMostWords) parted.resize(kMostWords);
    words = std::move(parted);
}

// "L.L.C.", "L. L. C." of organisations: one word. Of persons they are initials.
void join_dotted(std::vector<RawWord>& words) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool follows = at > 0 && words[at - 1].dotted && words[at].text.size() == 1 && !words[at].after_comma &&
                             words[at].bracketed == words[at - 1].bracketed;
        if (follows && kept > 0) {
            RawWord& before = words[kept - 1];
            before.text += words[at].text;
            before.span.end = words[at].span.end;
            before.capitals = true;
            continue;
        }
        if (kept != at) words[kept] = words[at];
        ++kept;
    }
    words.resize(kept);
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// How "Abdul" begins a word, in letters: 0 when it does not. "Abdullah" is a name of its own.
std::size_t servant_letters(std::string_view text) {
    if (!begins(text, "abd")) return 0;
    for (const std::string_view one : {"abdoul", "abdul", "abdel", "abdal", "abdol", "abdil"}) {
        if (begins(text, one))
            return begins(text.substr(one.size()), "l") && text.size() > one.size() + 1 ? 0 : one.size();
    }
    return 0;
}

bool is_allah(std::string_view text) { return text == "allah" || text == "ullah" || text == "allh"; }

// "Abdulkarim", "Abd al-Karim" and "Abdel Karim" are the same two words, "Abd Allah" is one.
std::vector<RawWord> with_servants(std::vector<RawWord> words) {
    std::vector<RawWord> made;
    for (std::size_t at = 0; at < words.size(); ++at) {
        RawWord& word = words[at];
        const std::string_view text = word.text;
        const std::size_t letters = servant_letters(text);
        const bool alone = text == "abd" || text == "abdu" || text == "abdi";
        const bool more = at + 1 < words.size();
        const bool article =
            more && (words[at + 1].text == "al" || words[at + 1].text == "el" || words[at + 1].text == "ul");
        if (alone && more && (is_allah(words[at + 1].text) || article)) {
            word.text = article ? "abdul" : "abdallah";
            word.span.end = words[++at].span.end;
            made.push_back(std::move(word));
        } else if (letters > 0 && (text.size() == letters || text.size() > letters + 2)) {
            RawWord rest = word;
            rest.text.erase(0, letters);
            rest.after_comma = false;
            word.text = "abdul";
            made.push_back(std::move(word));
            if (!rest.text.empty()) made.push_back(std::move(rest));
        } else {
            made.push_back(std::move(word));
        }
    }
    if (made.size() > kMostWords) made.resize(kMostWords);
    return made;
}

void part_servants(std::vector<RawWord>& words) {
    const bool any =
        std::any_of(words.begin(), words.end(), [](const RawWord& word) { return begins(word.text, "abd"); });
    if (any) words = with_servants(std::move(words));
}

// "SOLIDLTD", "COMPANYTERRA": a legal form that grew onto a word.
void part_glued_forms(std::vector<RawWord>& words) {
    constexpr std::size_t kLeastRest = 3;
    static constexpr std::string_view kAtEnd[] = {"corporation", "limited", "company", "gmbh", "corp", "ltd", "llc"};
    static constexpr std::string_view kAtBegin[] = {"corporation", "limited", "company"};
    for (std::size_t at = 0; at < words.size() && words.size() < kMostWords; ++at) {
        const std::string text = words[at].text;
        std::size_t cut = 0;
        for (const std::string_view form : kAtEnd) {
            const bool ends = text.size() >= form.size() + kLeastRest &&
                              text.compare(text.size() - form.size(), form.size(), form) == 0;
            if (ends && cut == 0) cut = text.size() - form.size();
        }
        for (const std::string_view form : kAtBegin) {
            if (cut == 0 && begins(text, form) && text.size() >= form.size() + kLeastRest) cut = form.size();
        }
        if (cut == 0) continue;
        RawWord rest = words[at];
        words[at].text.resize(cut);
        rest.text.erase(0, cut);
        rest.after_comma = false;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
        ++at;
    }
}

// Where a compound parts: "mashino|stroitelnyi", "ship|building", "radio|pribornyi"; 0 when it is none. Translations of
// Russian compounds print two words.
std::size_t compound_border(std::string_view text, const Meanings& meanings) {
    constexpr std::size_t kLeastRest = 5;
    for (const std::string_view built : {"stroit", "stroen", "stroyen", "building"}) {
        const std::size_t at = text.find(built);
        if (at != std::string_view::npos && at >= 4) return at;
    }
    constexpr std::string_view kRadio = "radio";
    const bool radio = begins(text, kRadio) && text.size() >= kRadio.size() + kLeastRest;
    return radio && !meanings.find(text.substr(kRadio.size())).empty() ? kRadio.size() : 0;
}

void part_compounds(std::vector<RawWord>& words, const Meanings& meanings) {
    for (std::size_t at = 0; at < words.size() && words.size() < kMostWords; ++at) {
        const std::size_t border = compound_border(words[at].text, meanings);
        if (border == 0) continue;
        RawWord rest = words[at];
        words[at].text.resize(border);
        rest.text.erase(0, border);
        rest.after_comma = false;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
        ++at;
    }
}

// "Name / Name" in two spellings of about as many words: the first alone, or the one in Latin letters.
void choose_spelling(std::vector<RawWord>& words, std::string_view name) {
    for (std::size_t at = 2; at + 1 < words.size(); ++at) {
        const RawWord& word = words[at];
        const bool blank_before = word.span.begin > 0 && name[word.span.begin - 1] == ' ';
        if (!word.after_slash || !blank_before) continue;
        const std::size_t behind = words.size() - at;
        if (behind > at + 1 || at > behind + 1) return;
        const auto ascii_from = [&](std::size_t first, std::size_t last) {
            const std::uint32_t end = words[last].span.end;
            const auto part = name.substr(words[first].span.begin, end - words[first].span.begin);
            return std::all_of(part.begin(), part.end(),
                               [](char one) { return static_cast<unsigned char>(one) < 0x80; });
        };
        const bool second = !ascii_from(0, at - 1) && ascii_from(at, words.size() - 1);
        const auto middle = words.begin() + static_cast<std::ptrdiff_t>(at);
        words.erase(second ? words.begin() : middle, second ? middle : words.end());
        return;
    }
}

bool is_form(const NameWord& word) { return word.role == WordRole::legal_form; }

// Marks the initials of the other words, said beside them: "... (KRET)", ", CJSC KSCP".
void mark_own_acronym(std::vector<NameWord>& words) {
    for (std::size_t at = 1; at < words.size(); ++at) {
        NameWord& word = words[at];
        if (word.role != WordRole::plain || word.text.size() < kFewestForAcronym || word.text.size() > 8) continue;
        std::size_t met = 0;
        std::size_t others = 0;
        for (std::size_t other = 0; other < at; ++other) {
            if (is_form(words[other])) continue;
            ++others;
            if (met < word.text.size() && words[other].text.front() == word.text[met]) ++met;
        }
        if (met + 1 >= word.text.size() && met >= kFewestForAcronym - 1 && others >= kFewestForAcronym) {
            word.aside = word.aside || met == word.text.size();
        }
    }
}

// "Parent Company, Joint Stock Company Child": what stands before a legal form that begins a name of its own is said
// beside it.
void mark_parent(const std::vector<RawWord>& raw, std::vector<NameWord>& words, const std::vector<std::size_t>& from) {
    for (std::size_t at = 2; at + 1 < words.size(); ++at) {
        if (!is_form(words[at]) || !raw[from[at]].after_comma || words[at].text == "ltd") continue;
        const bool child = words[at + 1].role == WordRole::plain && !raw[from[at + 1]].after_comma;
        if (!child) continue;
        for (std::size_t before = 0; before < at; ++before) words[before].aside = true;
        return;
    }
}

// Words before the comma of a person, or the ones in capitals among others.
void mark_family(const std::vector<RawWord>& raw, std::vector<NameWord>& words, const std::vector<std::size_t>& from) {
    std::size_t comma = raw.size();
    for (std::size_t at = 1; at < raw.size() && comma == raw.size(); ++at) {
        if (raw[at].after_comma) comma = at;
    }
    const auto capitals = static_cast<std::size_t>(
        std::count_if(raw.begin(), raw.end(), [](const RawWord& word) { return word.capitals; }));
    const auto long_words = static_cast<std::size_t>(
        std::count_if(raw.begin(), raw.end(), [](const RawWord& word) { return word.text.size() > 1; }));
    const bool tells = capitals > 0 && capitals < long_words;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const RawWord& source = raw[from[at]];
        words[at].family = comma < raw.size() ? from[at] < comma : tells && source.capitals;
    }
}

}  // namespace

struct NamePreparer::Transforms {
    ScriptTransforms scripts;
    WordRoles roles;
    Meanings meanings;
};

Result<NamePreparer> NamePreparer::create() {
    auto scripts = ScriptTransforms::create();
    if (!scripts) return fail(scripts.error());
    return NamePreparer(std::make_unique<Transforms>(Transforms{std::move(*scripts), WordRoles(), Meanings()}));
}

NamePreparer::NamePreparer(std::unique_ptr<Transforms> transforms) : transforms_(std::move(transforms)) {}
NamePreparer::NamePreparer(NamePreparer&&) noexcept = default;
NamePreparer& NamePreparer::operator=(NamePreparer&&) noexcept = default;
NamePreparer::~NamePreparer() = default;

PreparedName NamePreparer::prepare(std::string_view name, NameKind kind) const {
    PreparedName prepared;
    prepared.kind = kind;
    if (name.size() > kNameLimit) {
        prepared.hints |= kShortened;
        name = shortened(name, kNameLimit);
    }
    RawName raw = cut_words(name, kind, transforms_->scripts);
    prepared.hints |= raw.hints;
    prepared.latin = raw.latin;
    prepared.consonants_only = raw.consonants_only;
    std::vector<RawWord>& words = raw.words;
    choose_spelling(words, name);
    if (kind != NameKind::person) {
        part_digits(words);
        join_dotted(words);
        part_glued_forms(words);
    }
    if (kind != NameKind::vessel && kind != NameKind::actor) part_servants(words);
    const bool organisation = kind == NameKind::organisation || kind == NameKind::unknown;
    if (organisation) transforms_->roles.mend_forms(words);
    if (organisation) part_compounds(words, transforms_->meanings);
    prepared.words.reserve(words.size());
    std::vector<std::size_t> from;
    for (std::size_t at = 0; at < words.size();) {
        const FoundRole found = transforms_->roles.find(words, at, kind);
        NameWord word;
        word.role = found.role;
        word.text = found.text.empty() ? words[at].text : std::string(found.text);
        for (std::size_t more = 1; more < found.words && found.text.empty(); ++more) word.text += words[at + more].text;
        word.span = {words[at].span.begin, words[at + found.words - 1].span.end};
        word.aside = words[at].bracketed;
        const bool translates = organisation && word.role == WordRole::plain;
        const std::string_view meaning = translates ? transforms_->meanings.find(word.text) : std::string_view();
        word.spelling = spelling_of(meaning.empty() ? word.text : meaning);
        word.skeleton = skeleton_of(meaning.empty() ? word.text : meaning);
        prepared.words.push_back(std::move(word));
        from.push_back(at);
        at += found.words;
    }
    if (kind == NameKind::person) mark_family(words, prepared.words, from);
    if (organisation) mark_parent(words, prepared.words, from);
    if (organisation) mark_own_acronym(prepared.words);
    return prepared;
}

}  // namespace axray::matching
