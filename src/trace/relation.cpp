#include "trace/relation.hpp"

namespace axray::trace {
namespace {

constexpr std::size_t kCacheRows = 1U << 15U;
constexpr std::size_t kReaches = 1U << 12U;

constexpr Relation kSame{AlignmentKind::same, 1.0F};
constexpr Relation kSameStem{AlignmentKind::same_stem, 1.0F};
constexpr Relation kSameValue{AlignmentKind::same_value, 1.0F};
constexpr Relation kSynonym{AlignmentKind::same_meaning, 0.8F};
constexpr Relation kDerived{AlignmentKind::same_meaning, 0.85F};
constexpr Relation kMoreGeneral{AlignmentKind::related, 0.6F};  // the claim says "vehicle", the source "car"
constexpr Relation kMoreSpecial{AlignmentKind::related, 0.3F};  // the claim says more than the source
constexpr Relation kNoRelation{};

}  // namespace

bool same_value(const language::Quantity& left, const language::Quantity& right) {
    using language::QuantityKind;
    if (left.kind == QuantityKind::vague || right.kind == QuantityKind::vague) return false;
    if ((left.kind == QuantityKind::percent) != (right.kind == QuantityKind::percent) && left.unit != right.unit) {
        return false;
    }
    return left.low == right.low && left.high == right.high;
}

bool agree(const language::Date& left, const language::Date& right) {
    bool shared = false;
    const auto clash = [&shared](int one, int other) {
        if (one == 0 || other == 0) return false;
        shared = shared || one == other;
        return one != other;
    };
    if (clash(left.year, right.year) || clash(left.month, right.month) || clash(left.day, right.day)) return false;
    if (left.day == 0 && right.day == 0 && clash(left.weekday, right.weekday)) return false;
    return shared || (left.weekday != 0 && left.weekday == right.weekday);
}

bool other_entity(const language::Mention& claim, const language::Mention& source) {
    return claim.entity != 0 && source.entity != 0 && claim.entity != source.entity;
}

bool may_be_one(const language::Mention& claim, const language::Mention& source) {
    return (claim.entity != 0 && source.doubtful) || (claim.doubtful && source.entity != 0);
}

bool in_names_of_others(const TokenReference& claim, const TokenReference& source) {
    const std::uint32_t mine = claim.tokens().mention[claim.token];
    const std::uint32_t other = source.tokens().mention[source.token];
    return mine != language::kNone && other != language::kNone &&
           other_entity(claim.text->mentions[mine], source.text->mentions[other]);
}

bool same_name(const language::Mention& claim, const language::Mention& source) {
    if (claim.entity != 0 && source.entity != 0) return claim.entity == source.entity;
    const auto meets = [](std::uint64_t left, std::uint64_t right) { return left != 0 && left == right; };
    return meets(claim.key, source.key) || meets(claim.key, source.acronym) || meets(claim.acronym, source.key) ||
           meets(claim.key, source.alias) || meets(claim.alias, source.key) || meets(claim.alias, source.alias);
}

Relation surface_relation(const TokenReference& claim, const TokenReference& source) {
    const language::Tokens& left = claim.tokens();
    const language::Tokens& right = source.tokens();
    if (in_names_of_others(claim, source)) return kNoRelation;
    if (left.form[claim.token] == right.form[source.token]) return kSame;
    if (left.stem[claim.token] == right.stem[source.token] || left.lemma[claim.token] == right.lemma[source.token]) {
        return kSameStem;
    }
    const std::uint32_t quantity = left.quantity[claim.token];
    const std::uint32_t other_quantity = right.quantity[source.token];
    if (quantity != language::kNone && other_quantity != language::kNone &&
        same_value(claim.text->quantities[quantity], source.text->quantities[other_quantity])) {
        return kSameValue;
    }
    const std::uint32_t date = left.date[claim.token];
    const std::uint32_t other_date = right.date[source.token];
    if (date != language::kNone && other_date != language::kNone) {
        const language::Date& one = claim.text->dates[date];
        const language::Date& other = source.text->dates[other_date];
        const bool full = one.year != 0 && one.month != 0 && other.year != 0 && other.month != 0;
        if (full && agree(one, other) && (one.day == other.day || one.day == 0)) return kSameValue;
    }
    return kNoRelation;
}

LexicalRelations::LexicalRelations(const language::Lexicon& lexicon)
    : lexicon_(&lexicon), rows_(kCacheRows), claim_reaches_(kReaches), source_reaches_(kReaches) {}

Relation LexicalRelations::relate(std::uint64_t claim_lemma, std::uint64_t source_lemma) {
    switch (compare(claim_lemma, source_lemma).kinship) {
        case Kinship::derived: return kDerived;
        case Kinship::synonym: return kSynonym;
        case Kinship::special: return kMoreGeneral;
        case Kinship::general: return kMoreSpecial;
        case Kinship::none: break;
    }
    return kNoRelation;
}

WordMeaning LexicalRelations::compare(std::uint64_t claim_lemma, std::uint64_t source_lemma) {
    const std::uint64_t mixed = (claim_lemma * 0x9E3779B97F4A7C15ULL) ^ source_lemma;
    Row& row = rows_[static_cast<std::size_t>(mixed ^ (mixed >> 31U)) % kCacheRows];
    if (row.claim != claim_lemma || row.source != source_lemma) {
        row = {claim_lemma, source_lemma, look_up(claim_lemma, source_lemma)};
    }
    return row.meaning;
}

const LexicalRelations::Reach& LexicalRelations::reach_of(std::uint64_t lemma, std::vector<Reach>& reaches) const {
    Reach& reach = reaches[static_cast<std::size_t>(lemma ^ (lemma >> 32U)) % reaches.size()];
    if (reach.lemma == lemma) return reach;
    reach = {};
    reach.lemma = lemma;
    reach.known = lexicon_->word_classes(lemma) != 0;
    for (const auto synset : lexicon_->synsets(lemma)) reach.senses.add(synset);
    for (const auto synset : lexicon_->above(lemma)) reach.above.add(synset);
    return reach;
}

WordMeaning LexicalRelations::look_up(std::uint64_t claim_lemma, std::uint64_t source_lemma) {
    const Reach& claim = reach_of(claim_lemma, claim_reaches_);
    const Reach& source = reach_of(source_lemma, source_reaches_);
    if (!claim.known || !source.known) return {};
    WordMeaning meaning;
    meaning.opposite = lexicon_->antonyms(claim_lemma, source_lemma);
    meaning.sibling = lexicon_->siblings(claim_lemma, source_lemma);
    if (lexicon_->derived(claim_lemma, source_lemma)) {
        meaning.kinship = Kinship::derived;
    } else if (claim.senses.may_meet(source.senses) && lexicon_->synonyms(claim_lemma, source_lemma)) {
        meaning.kinship = Kinship::synonym;
    } else if (source.above.may_meet(claim.senses) && lexicon_->hypernym(source_lemma, claim_lemma)) {
        meaning.kinship = Kinship::special;
    } else if (claim.above.may_meet(source.senses) && lexicon_->hypernym(claim_lemma, source_lemma)) {
        meaning.kinship = Kinship::general;
    }
    return meaning;
}

}  // namespace axray::trace
