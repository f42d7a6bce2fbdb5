#include "language/names/references.hpp"

#include <algorithm>

namespace axray::language {
namespace {

enum class Gender : std::uint8_t { unknown, male, female };
enum class Place : std::uint8_t { other, subject };

// A person named or meant in a sentence.
struct Person {
    std::uint32_t chain = 0;
    Place place = Place::other;
};

// A word that stands for a name by its head, "ministry" for "Ministry of Health": the first name of the text with it,
// and the first that stands for something else.
struct Head {
    std::uint64_t form = 0;
    std::uint32_t mention = kNone;
    std::uint32_t other = kNone;
};

class ReferenceFinder {
public:
    ReferenceFinder(const TokenView& view, const std::vector<NameChain>& chains, const std::vector<Mention>& mentions)
        : view_(view), chains_(chains), mentions_(mentions), gender_(chains.size()), last_sentence_(chains.size()) {
        collect_heads();
    }

    std::vector<Reference> run(const std::vector<Sentence>& sentences) {
        for (const Sentence& sentence : sentences) {
            previous_.swap(current_);
            current_.clear();
            unnamed_before_ = unnamed_;
            unnamed_ = false;
            ++sentence_;
            for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) look_at(at, sentence);
        }
        return std::move(found_);
    }

private:
    void collect_heads() {
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
            if (chains_[mentions_[i].chain].type != NameType::organisation) continue;
            const std::uint32_t head = head_of(mentions_[i].tokens);
            if (mentions_[i].tokens.size() > 1 && view_.is_word(head))
                heads_.push_back({view_.tokens.form[head], i, kNone});
        }
        std::sort(heads_.begin(), heads_.end(), [](const Head& one, const Head& other) {
            return one.form != other.form ? one.form < other.form : one.mention < other.mention;
        });
        std::size_t kept = 0;
        for (const Head& head : heads_) {
            if (kept == 0 || heads_[kept - 1].form != head.form) {
                heads_[kept++] = head;
            } else if (Head& first = heads_[kept - 1];
                       first.other == kNone && mentions_[first.mention].chain != mentions_[head.mention].chain) {
                first.other = head.mention;
            }
        }
        heads_.resize(kept);
    }

    // "Ministry" of "Ministry of Health", "Bank" of "World Bank".
    std::uint32_t head_of(TokenSpan name) const {
        for (std::uint32_t at = name.begin + 1; at < name.end; ++at) {
            if (view_.reads(at, "of") || view_.reads(at, "for")) return at - 1;
        }
        return name.end - 1;
    }

    void look_at(std::uint32_t at, const Sentence& sentence) {
        const std::uint32_t number = view_.tokens.mention[at];
        if (number != kNone) {
            if (mentions_[number].tokens.begin == at) add_name(number, at, sentence);
            return;
        }
        if (!view_.is_word(at)) return;
        const Gender gender = gender_of_pronoun(at);
        if (gender != Gender::unknown) {
            add_pronoun(at, gender);
        } else if (view_.reads(at, "the")) {
            add_description(at, sentence);
        } else if (is_unnamed_person(at)) {
            unnamed_ = true;
        }
    }

    void add_name(std::uint32_t number, std::uint32_t at, const Sentence& sentence) {
        const std::uint32_t chain = mentions_[number].chain;
        found_.push_back({chain, {mentions_[number].tokens, number, MemberKind::name}});
        last_sentence_[chain] = sentence_;
        if (chains_[chain].type != NameType::person) return;
        remember(chain, at - sentence.tokens.begin <= kSubjectWithin || beside_speech(mentions_[number].tokens)
                            ? Place::subject
                            : Place::other);
        if (at == sentence.tokens.begin) return;
        if (view_.reads(at - 1, "mr") || view_.reads(at - 1, "mr.") || view_.reads(at - 1, "sir")) {
            gender_[chain] = Gender::male;
        } else if (view_.reads(at - 1, "mrs") || view_.reads(at - 1, "mrs.") || view_.reads(at - 1, "ms") ||
                   view_.reads(at - 1, "ms.") || view_.reads(at - 1, "miss")) {
            gender_[chain] = Gender::female;
        }
    }

    // "..., Marin said"
    bool beside_speech(TokenSpan name) const {
        return view_.uses(name.end, kUseAssert) || (name.begin > 0 && view_.uses(name.begin - 1, kUseAssert));
    }

    Gender gender_of_pronoun(std::uint32_t at) const {
        if (view_.reads(at, "he") || view_.reads(at, "his") || view_.reads(at, "him") || view_.reads(at, "himself")) {
            return Gender::male;
        }
        if (view_.reads(at, "she") || view_.reads(at, "her") || view_.reads(at, "hers") || view_.reads(at, "herself")) {
            return Gender::female;
        }
        return Gender::unknown;
    }

    // "the minister", "a woman", "his brother": who is meant by a pronoun after it is not sure.
    bool is_unnamed_person(std::uint32_t at) const {
        if (view_.has(at, kCapitalised)) return false;
        static constexpr std::string_view kPersons[] = {
            "man",      "woman",  "boy",       "girl",      "person",      "wife",    "husband", "mother",
            "father",   "son",    "brother",   "sister",    "daughter",    "friend",  "doctor",  "officer",
            "official", "lawyer", "spokesman", "colleague", "spokeswoman", "student", "teacher", "king",
            "queen",    "author", "actor",     "actress",   "driver",      "uncle",   "aunt"};
        const bool listed = std::any_of(std::begin(kPersons), std::end(kPersons),
                                        [&](std::string_view word) { return view_.reads(at, word); });
        if (!listed && !view_.uses(at, kUsePersonTitle)) return false;
        return view_.tokens.mention[at] == kNone &&
               !(at + 1 < view_.tokens.size() && view_.tokens.mention[at + 1] != kNone);
    }

    // A pronoun that is not understood may mean someone whom the next ones mean too.
    void add_pronoun(std::uint32_t at, Gender gender) {
        const std::uint32_t person = view_.has(at, kInQuotation) ? kNone : only_person();
        if (person == kNone || (gender_[person] != Gender::unknown && gender_[person] != gender)) {
            unnamed_ = true;
            return;
        }
        gender_[person] = gender;
        found_.push_back({person, {{at, at + 1}, kNone, MemberKind::pronoun}});
        remember(person, Place::subject);
    }

    // The only person of this sentence and the one before; of the one before, if it is likely its subject.
    std::uint32_t only_person() const {
        if (unnamed_ || unnamed_before_) return kNone;
        std::uint32_t only = kNone;
        bool subject = false;
        for (const auto* persons : {&current_, &previous_}) {
            for (const Person& person : *persons) {
                if (only != kNone && only != person.chain) return kNone;
                only = person.chain;
                subject = subject || persons == &current_ || person.place == Place::subject;
            }
        }
        return subject ? only : kNone;
    }

    void remember(std::uint32_t chain, Place place) {
        const auto known = std::find_if(current_.begin(), current_.end(),
                                        [chain](const Person& person) { return person.chain == chain; });
        if (known != current_.end()) {
            if (place == Place::subject) known->place = place;
        } else if (current_.size() < kMostPersons) {
            current_.push_back({chain, place});
        }
    }

    // "the ministry", "the company", where one name so far has that head and was spoken of just before.
    void add_description(std::uint32_t at, const Sentence& sentence) {
        const std::uint32_t head = at + 1;
        if (head >= sentence.tokens.end || view_.has(head, kCapitalised) || !view_.uses(head, kUseOrganisation)) return;
        if (!ends_phrase(head + 1, sentence)) return;
        const std::uint64_t form = view_.tokens.form[head];
        const auto entry = std::lower_bound(heads_.begin(), heads_.end(), form,
                                            [](const Head& one, std::uint64_t value) { return one.form < value; });
        if (entry == heads_.end() || entry->form != form || !stands_before(entry->mention, at)) return;
        if (entry->other != kNone && stands_before(entry->other, at)) return;
        const std::uint32_t chain = mentions_[entry->mention].chain;
        if (last_sentence_[chain] + kNearby < sentence_) return;
        last_sentence_[chain] = sentence_;
        found_.push_back({chain, {{at, head + 1}, kNone, MemberKind::description}});
    }

    bool stands_before(std::uint32_t mention, std::uint32_t at) const { return mentions_[mention].tokens.begin < at; }

    // What follows is no further part of the phrase: "the ministry spokesman", "the bank of the river".
    bool ends_phrase(std::uint32_t at, const Sentence& sentence) const {
        if (at >= sentence.tokens.end || view_.is_sign(at)) return true;
        if (view_.reads(at, "of") || view_.is_number(at) || view_.has(at, kCapitalised)) return false;
        if (view_.has(at, kVerbLike) || view_.uses(at, kUseFunction | kUseAuxiliary)) return true;
        return view_.can_be(at, kPastForm | kThirdPerson) || !view_.can_be(at, kNoun | kAdjective | kIngForm);
    }

    static constexpr std::uint32_t kNearby = 3;     // sentences: what was named before is not "the ministry" any more
    static constexpr std::size_t kMostPersons = 3;  // of more than one none is sure
    static constexpr std::uint32_t kSubjectWithin = 4;  // tokens: a name so near the beginning is likely the subject

    const TokenView& view_;
    const std::vector<NameChain>& chains_;
    const std::vector<Mention>& mentions_;
    std::vector<Gender> gender_;                // of each chain
    std::vector<std::uint32_t> last_sentence_;  // in which each chain was spoken of, counted from 1
    std::uint32_t sentence_ = 0;
    std::vector<Head> heads_;
    std::vector<Reference> found_;
    std::vector<Person> current_;   // in this sentence so far
    std::vector<Person> previous_;  // in the one before
    bool unnamed_ = false;
    bool unnamed_before_ = false;
};

}  // namespace

std::vector<Reference> find_references(const TokenView& view, const std::vector<Sentence>& sentences,
                                       const std::vector<NameChain>& chains, const std::vector<Mention>& mentions) {
    return ReferenceFinder(view, chains, mentions).run(sentences);
}

}  // namespace axray::language
