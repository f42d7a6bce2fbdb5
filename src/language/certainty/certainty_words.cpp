#include "language/certainty/certainty_words.hpp"

#include <array>
#include <string_view>

namespace axray::language {
namespace {

struct PhraseList {
    CertaintyPhrase kind;
    std::string_view phrases;
};

constexpr auto kLists = std::to_array<PhraseList>({
    {CertaintyPhrase::possible,
     "chance+that chance+of possibility+that possibility+of prospect+that prospect+of risk+that potentially "
     "conceivable plausible"},
    {CertaintyPhrase::probable,
     "must+have likelihood+that in+all+likelihood in+all+probability estimate+to look+set+to look+likely+to "
     "almost+certainly"},
    {CertaintyPhrase::alleged,
     "say+to report+to rumor+to rumour+to suspect+of accuse+of understand+to charge+with claim+to+have"},
    {CertaintyPhrase::denied, "repudiate disavow disclaim rebut contradict plead+not+guilty"},
    {CertaintyPhrase::future,
     "due+to about+to is+to are+to was+to were+to hope+to vow+to pledge+to promise+to plan+to"},
    {CertaintyPhrase::conditional,
     "in+case as+long+as so+long+as on+condition+that provided+that providing+that "
     "assuming assuming+that in+the+event should had were"},
    {CertaintyPhrase::before_noun, "so-called so+called planned forthcoming"},
    {CertaintyPhrase::negation,
     "no+evidence+that no+sign+that no+proof+that no+indication+that no+suggestion+that no+reason+to no+longer no+one "
     "not+yet not+any fail+to refuse+to decline+to unable+to yet+to far+from stop+short+of rarely seldom few lack "
     "cease avoid rule+out by+no+means cannot can+not could+not not+a+single"},
});

bool after_be(const TokenView& view, std::uint32_t at) {
    for (int left = 3; left > 0 && at > 0; --left) {
        --at;
        if (view.uses(at, kUseBe)) return true;
        if (!view.uses(at, kUseLight | kUseNegation | kUseAuxiliary)) return false;
    }
    return false;
}

// The first word of a sentence, with a subject and a verb behind it: "Had they known".
bool is_inverted(const TokenView& view, std::uint32_t at) {
    if (!view.has(at, kSentenceInitial) || !view.has(at, kCapitalised)) return false;
    return view.uses(at + 1, kUsePronoun | kUseDeterminer) || view.has(at + 1, kNameToken);
}

bool infinitive_follows(const TokenView& view, std::uint32_t at) {
    return view.can_be(at, kBaseVerb) || view.reads(at, "be");
}

}  // namespace

CertaintyWords::CertaintyWords() {
    for (const PhraseList& list : kLists) phrases_.add(list.phrases, static_cast<std::uint8_t>(list.kind));
    phrases_.finish();
}

CertaintyWords::Match CertaintyWords::find(const TokenView& view, std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t gap = view.sign(at + 1) == Sign::hyphen ? 1 : 0;  // "so-called" is three tokens
    const PhraseTable::Match found = phrases_.find(view, at, end, gap);
    const auto kind = static_cast<CertaintyPhrase>(found.value);
    const Match match{kind, found.end};
    switch (kind) {
        case CertaintyPhrase::none: return {};
        case CertaintyPhrase::alleged: return after_be(view, at) ? match : Match{};
        case CertaintyPhrase::future: {
            const bool helper = view.uses(at, kUseBe) || view.reads(at, "due") || view.reads(at, "about");
            const bool finite = !view.reads(at, "be") && !view.reads(at, "been") && !view.reads(at, "being");
            if (!infinitive_follows(view, found.end) || !finite) return {};
            return !helper || view.uses(at, kUseBe) || after_be(view, at) ? match : Match{};
        }
        case CertaintyPhrase::conditional:
            if (found.words > 1 || view.reads(at, "assuming")) return match;
            return (view.reads(at, "should") || view.reads(at, "had") || view.reads(at, "were")) &&
                           is_inverted(view, at)
                       ? match
                       : Match{};
        case CertaintyPhrase::negation: {
            // "fewer than", "a few", "the past few"
            const auto determined = [&](std::uint32_t back) {
                return at >= back && view.uses(at - back, kUseDeterminer);
            };
            const bool some = view.reads(at, "few") ? determined(1) || determined(2) : view.reads(at, "fewer");
            return some ? Match{} : match;
        }
        default: return match;
    }
}

}  // namespace axray::language
