// Whether the numbers and dates of a short statement agree with a text (two AnnotatedTexts -> Agreement).
//
// Each value of the statement is compared with those of the text that count the same or stand beside the same words;
// what comes of it, with the share of the statement's words that the text has and with negation, is weighed by a
// multinomial logistic regression of some twenty numbers that a person can read. Weights: agreement_weights.hpp, made
// by train/quantities/agreement.py. Source: own features; method: Cox 1958.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "language/annotation.hpp"

namespace axray::language {

enum class Agreement : std::uint8_t { agree, contradict, neutral };

inline constexpr std::size_t kAgreementFeatures = 26;
using AgreementFeatures = std::array<float, kAgreementFeatures>;

// What each of the features is, for cards and the training program.
[[nodiscard]] std::string_view agreement_feature_name(std::size_t feature);

// At most 64 values of the statement and 256 of the text are looked at. O(tokens) beside.
[[nodiscard]] AgreementFeatures agreement_features(const AnnotatedText& text, const AnnotatedText& statement);

// Probabilities of agree, contradict and neutral.
[[nodiscard]] std::array<float, 3> agreement_probabilities(const AgreementFeatures& features);

[[nodiscard]] Agreement agreement(const AnnotatedText& text, const AnnotatedText& statement);

}  // namespace axray::language
