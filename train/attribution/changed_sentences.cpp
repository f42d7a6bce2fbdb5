#include "changed_sentences.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace axray::train {
namespace {

using language::AnnotatedText;
using language::kNone;
using language::TokenSpan;

// A repeatable row of numbers (splitmix64: Steele et al. 2014).
class Choices {
public:
    explicit Choices(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }
    std::uint64_t state_;
};

// One sentence to be changed, within its text.
struct Original {
    const AnnotatedText& annotated;
    const std::string& text;
    Span span;
    TokenSpan tokens;

    [[nodiscard]] std::string words(Span part) const { return text.substr(part.begin, part.end - part.begin); }
};

// Replacements within one sentence; ordered, disjoint.
struct Change {
    struct Part {
        Span span;
        std::string text;
    };
    std::vector<Part> parts;
    Label label = Label::contradicted;
};

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

template <class Layer>
std::vector<const Layer*> within(const std::vector<Layer>& layer, TokenSpan tokens) {
    std::vector<const Layer*> found;
    for (const Layer& one : layer) {
        if (one.tokens.begin >= tokens.begin && one.tokens.end <= tokens.end) found.push_back(&one);
    }
    return found;
}

// Makes one change after another to one sentence.
class Changer {
public:
    Changer(const Original& original, const Prepared& prepared, Choices& choices)
        : original_(original), prepared_(prepared), choices_(choices) {}

    // A change of one of six kinds; nothing where the sentence has no such thing.
    std::optional<Change> change(std::size_t kind) {
        switch (kind) {
            case 0: return other_name();
            case 1: return other_number();
            case 2: return other_date();
            case 3: return negation();
            case 4: return exchanged_names();
            default: return other_word();
        }
    }

private:
    using Mentions = std::vector<const language::Mention*>;

    struct Named {
        std::string text;
        std::uint64_t key = 0;
        language::NameType type{};
    };

    [[nodiscard]] bool stands_in_original(const std::string& words) const {
        return original_.words(original_.span).find(words) != std::string::npos;
    }

    std::optional<Change> other_name() {
        const Mentions mine = within(original_.annotated.mentions, original_.tokens);
        if (mine.empty()) return std::nullopt;
        const auto* chosen = mine[choices_.below(mine.size())];
        std::vector<std::string> others;
        for (std::size_t source = 0; source < prepared_.sources.size(); ++source) {
            for (const auto& mention : prepared_.sources[source].mentions) {
                if (mention.key == chosen->key || mention.type != chosen->type) continue;
                const std::string words =
                    prepared_.texts[source].substr(mention.span.begin, mention.span.end - mention.span.begin);
                if (!stands_in_original(words) && original_.words(chosen->span).find(words) == std::string::npos &&
                    words.find(original_.words(chosen->span)) == std::string::npos)
                    others.push_back(words);
            }
        }
        if (others.empty()) return std::nullopt;
        return Change{{{chosen->span, others[choices_.below(others.size())]}}, Label::contradicted};
    }

    std::optional<Change> exchanged_names() {
        const Mentions mine = within(original_.annotated.mentions, original_.tokens);
        for (std::size_t first = 0; first < mine.size(); ++first) {
            for (std::size_t second = first + 1; second < mine.size(); ++second) {
                if (mine[first]->type != mine[second]->type || mine[first]->key == mine[second]->key) continue;
                // Names of one list can change places without a change of meaning.
                if (mine[second]->tokens.begin - mine[first]->tokens.end < 2) continue;
                return Change{{{mine[first]->span, original_.words(mine[second]->span)},
                               {mine[second]->span, original_.words(mine[first]->span)}},
                              Label::contradicted};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<std::uint32_t> tokens_with(const std::function<bool(const std::string&)>& wanted) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t token = original_.tokens.begin; token < original_.tokens.end; ++token) {
            if (wanted(original_.words(original_.annotated.tokens.span[token]))) found.push_back(token);
        }
        return found;
    }

    std::optional<Change> replace_from(const std::vector<std::string>& list, bool dates_only) {
        const auto found = tokens_with(
            [&list](const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); });
        if (found.empty()) return std::nullopt;
        const std::uint32_t token = found[choices_.below(found.size())];
        if (dates_only && original_.annotated.tokens.date[token] == kNone) return std::nullopt;
        const Span span = original_.annotated.tokens.span[token];
        std::string other = original_.words(span);
        while (stands_in_original(other)) other = list[choices_.below(list.size())];
        return Change{{{span, other}}, Label::contradicted};
    }

    std::optional<Change> other_number() {
        static const std::vector<std::string> kWords = {"two",   "three", "four", "five",   "six",   "seven",
                                                        "eight", "nine",  "ten",  "eleven", "twelve"};
        const auto digits = tokens_with([](const std::string& word) {
            return !word.empty() && word.find_first_not_of("0123456789.,") == std::string::npos &&
                   word.find_first_of("123456789") != std::string::npos;
        });
        if (digits.empty()) return replace_from(kWords, false);
        const std::uint32_t token = digits[choices_.below(digits.size())];
        const Span span = original_.annotated.tokens.span[token];
        std::string other = original_.words(span);
        const bool year = original_.annotated.tokens.date[token] != kNone;
        const std::size_t digit = year ? other.find_last_of("0123456789") : other.find_first_of("123456789");
        const char old = other[digit];
        while (other[digit] == old) other[digit] = static_cast<char>('1' + choices_.below(9));
        return Change{{{span, other}}, Label::contradicted};
    }

    std::optional<Change> other_date() {
        static const std::vector<std::string> kMonths = {"January", "February", "March",   "April",
                                                         "June",    "July",     "August",  "September",
                                                         "October", "November", "December"};
        static const std::vector<std::string> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
        auto change = replace_from(kMonths, true);
        return change ? change : replace_from(kDays, false);
    }

    std::optional<Change> negation() {
        static constexpr std::array<std::string_view, 16> kAuxiliaries = {
            "is",    "was",   "are", "were", "has",  "have",   "had", "will",
            "would", "could", "can", "did",  "does", "should", "may", "might"};
        const auto found = tokens_with([](const std::string& word) {
            return std::find(kAuxiliaries.begin(), kAuxiliaries.end(), word) != kAuxiliaries.end();
        });
        if (found.empty()) return std::nullopt;
        const std::uint32_t token = found[choices_.below(found.size())];
        const Span span = original_.annotated.tokens.span[token];
        if (token + 1 < original_.tokens.end) {
            const Span next = original_.annotated.tokens.span[token + 1];
            if (original_.words(next) == "not")
                return Change{{{{span.begin, next.end}, original_.words(span)}}, Label::contradicted};
        }
        return Change{{{span, original_.words(span) + " not"}}, Label::contradicted};
    }

    // A verb, noun or adjective of the sources in the place of another with the same ending.
    std::optional<Change> other_word() {
        const auto ending = [](const std::string& word) { return word.substr(word.size() - 2); };
        const auto plain = [](const AnnotatedText& text, std::uint32_t token) {
            return text.tokens.kind[token] == language::TokenKind::word && text.tokens.is_content(token) &&
                   text.tokens.mention[token] == kNone && text.tokens.quantity[token] == kNone &&
                   text.tokens.date[token] == kNone && !text.tokens.has(token, language::kCapitalised) &&
                   text.tokens.span[token].end - text.tokens.span[token].begin >= 5;
        };
        std::vector<std::uint32_t> mine;
        for (std::uint32_t token = original_.tokens.begin; token < original_.tokens.end; ++token) {
            if (plain(original_.annotated, token)) mine.push_back(token);
        }
        if (mine.empty()) return std::nullopt;
        const std::uint32_t chosen = mine[choices_.below(mine.size())];
        const std::string word = original_.words(original_.annotated.tokens.span[chosen]);
        std::vector<std::string> others;
        for (std::size_t source = 0; source < prepared_.sources.size(); ++source) {
            const AnnotatedText& text = prepared_.sources[source];
            for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
                if (!plain(text, token) || text.tokens.stem[token] == original_.annotated.tokens.stem[chosen]) continue;
                const Span span = text.tokens.span[token];
                const std::string other = prepared_.texts[source].substr(span.begin, span.end - span.begin);
                const bool same_class = text.tokens.has(token, language::kVerbLike) ==
                                        original_.annotated.tokens.has(chosen, language::kVerbLike);
                if (same_class && ending(other) == ending(word) && !stands_in_original(other)) others.push_back(other);
            }
        }
        if (others.empty()) return std::nullopt;
        return Change{{{original_.annotated.tokens.span[chosen], others[choices_.below(others.size())]}},
                      Label::not_supported};
    }

    const Original& original_;
    const Prepared& prepared_;
    Choices& choices_;
};

// The claim that a change of the original gives, with the changed words marked.
Item made_item(const Item& item, const Original& original, const Change& change) {
    Item made;
    made.id = item.id + "#";
    made.dataset = "made";
    made.request.sources = item.request.sources;
    made.label = change.label;
    made.has_bad_spans = true;
    made.group = item.group;
    std::uint32_t at = original.span.begin;
    for (const Change::Part& part : change.parts) {
        made.request.claim += original.words({at, part.span.begin});
        const std::uint32_t begin = code_points(made.request.claim);
        made.request.claim += part.text;
        made.bad_spans.push_back({begin, code_points(made.request.claim)});
        at = part.span.end;
    }
    made.request.claim += original.words({at, original.span.end});
    return made;
}

void add_changes(const Item& item, const Prepared& prepared, const Original& original, std::size_t wanted,
                 Choices& choices, std::vector<Item>& made) {
    constexpr std::size_t kKinds = 6;
    Changer changer(original, prepared, choices);
    const std::size_t first = choices.below(kKinds);
    for (std::size_t step = 0; step < kKinds && wanted > 0; ++step) {
        const auto change = changer.change((first + step) % kKinds);
        if (!change) continue;
        made.push_back(made_item(item, original, *change));
        --wanted;
    }
}

}  // namespace

std::vector<Item> changed_sentences(const Item& item, const Prepared& prepared, MadeFrom& made_from) {
    constexpr std::size_t kLongText = 6;  // sentences; shorter sources are no articles
    std::vector<Item> made;
    Choices choices(std::hash<std::string>{}(item.id));
    if (item.label == Label::supported && prepared.claim.sentences.size() == 1) {
        const Original claim{prepared.claim,
                             item.request.claim,
                             {0, static_cast<std::uint32_t>(item.request.claim.size())},
                             {0, prepared.claim.tokens.size()}};
        add_changes(item, prepared, claim, 2, choices, made);
    }
    for (std::size_t source = 0; source < prepared.sources.size(); ++source) {
        const AnnotatedText& text = prepared.sources[source];
        if (text.sentences.size() < kLongText || made.size() + 3 > kMostMade) break;
        if (!made_from.sources.insert(std::hash<std::string>{}(prepared.texts[source])).second) continue;
        for (int round = 0; round < 2; ++round) {
            const auto& sentence = text.sentences[choices.below(text.sentences.size())];
            if (sentence.tokens.size() < 8 || sentence.tokens.size() > 60) continue;
            const Original original{text, prepared.texts[source], sentence.span, sentence.tokens};
            if (round == 0) made.push_back(made_item(item, original, {{}, Label::supported}));
            add_changes(item, prepared, original, 1, choices, made);
        }
    }
    return made;
}

}  // namespace axray::train
