#include "language/dates/date_reader.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kVerbDistance = 14;  // tokens to either side in which a verb tells the tense

}  // namespace

// "set", "cut", "fell": the past form is written as something else is, too.
DateReader::VerbSign DateReader::verb_sign(std::uint32_t token) const {
    const bool future = view_.uses(token, kUseFuture) && !view_.reads(token, "planned") &&
                        !view_.reads(token, "intended") && !view_.reads(token, "set");
    if (future || view_.reads(token, "due") || view_.reads(token, "would")) return VerbSign::future;
    if (view_.reads(token, "can") && !view_.reads(token + 1, "have"))
        return VerbSign::future;  // "can return on Sunday"
    if (view_.reads(token, "to") && view_.can_be(token + 1, kBaseVerb) && !view_.can_be(token + 1, kBaseNoun)) {
        return VerbSign::future;  // "agreed to pay"
    }
    if (view_.reads(token, "is") || view_.reads(token, "are")) return VerbSign::present;
    if (!view_.can_be(token, kPastForm) || view_.uses(token, kUseFuture)) return VerbSign::none;
    const bool passive =
        token > 0 && (view_.reads(token - 1, "is") || view_.reads(token - 1, "are") || view_.reads(token - 1, "be"));
    if (passive) return VerbSign::none;
    const bool sure =
        !view_.can_be(token, kBaseVerb | kBaseNoun) || view_.uses(token, kUseAssert | kUseReport | kUseAuxiliary);
    return sure ? VerbSign::past : VerbSign::perhaps_past;
}

// Of the verb nearest before the piece, or else behind it; a text that told of the past before goes on to do so where
// nothing tells it.
Tense DateReader::tense(std::uint32_t at) const {
    const Tense told = tense_told(at);
    return told == Tense::none && told_past_ ? Tense::past : told;
}

Tense DateReader::tense_told(std::uint32_t at) const {
    if (pieces_.is(at - 1, Kind::until) || pieces_.is(at - 1, Kind::by)) return Tense::future;
    const TokenSpan sentence = pieces_.sentence();
    const std::uint32_t token = pieces_[at].token;
    bool perhaps = false;
    const auto told = [&](std::uint32_t place) {
        const VerbSign sign = verb_sign(place);
        perhaps = perhaps || sign == VerbSign::perhaps_past;
        if (sign == VerbSign::past) return Tense::past;
        return sign == VerbSign::future ? Tense::future : Tense::none;
    };
    for (std::uint32_t back = 1; back <= kVerbDistance && token >= sentence.begin + back; ++back) {
        if (verb_sign(token - back) == VerbSign::present) return Tense::none;
        if (const Tense tense = told(token - back); tense != Tense::none) return tense;
    }
    for (std::uint32_t ahead = 1; ahead <= kVerbDistance && token + ahead < sentence.end; ++ahead) {
        if (const Tense tense = told(token + ahead); tense != Tense::none) return tense;
    }
    return perhaps ? Tense::past : Tense::none;
}

}  // namespace axray::language
