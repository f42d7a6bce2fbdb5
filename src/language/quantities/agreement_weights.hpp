// Weights of agreement.cpp: AgreementFeatures -> scores of agree, contradict and neutral, a row for each.
// Multinomial logistic regression on development pairs of statements; larger means more of that label.
// Made by train/quantities/agreement.py; not written by hand.
#pragma once

#include <array>

namespace axray::language {

inline constexpr std::array<std::array<float, 26>, 3> kAgreementWeights = {{
    {-0.1776F, 0.0699F,  0.2078F,  0.3296F,  -0.3447F, -0.0574F, 0.0680F,  -1.1563F, -0.3889F,
     0.3476F,  -0.1188F, -0.0964F, -0.5733F, -0.2311F, 0.6804F,  0.0909F,  -0.3038F, 0.1944F,
     0.1819F,  0.3035F,  -0.0655F, 0.5216F,  0.1477F,  0.2745F,  -0.9369F, 0.5081F},
    {-0.2719F, -0.0564F, 0.2507F,  -0.4225F, 0.4196F,  0.0969F,  -0.2835F, 1.3033F,  0.7491F,
     -0.1842F, 0.1416F,  -0.2593F, -0.0675F, -0.2268F, 0.1176F,  0.7893F,  -0.2446F, 0.4689F,
     -0.0026F, -0.1399F, 0.2420F,  -0.3343F, 0.1381F,  -0.0887F, 0.7620F,  -0.2597F},
    {0.4495F,  -0.0135F, -0.4586F, 0.0929F,  -0.0749F, -0.0396F, 0.2154F,  -0.1470F, -0.3602F,
     -0.1634F, -0.0228F, 0.3557F,  0.6408F,  0.4579F,  -0.7980F, -0.8802F, 0.5484F,  -0.6633F,
     -0.1793F, -0.1636F, -0.1765F, -0.1873F, -0.2858F, -0.1858F, 0.1749F,  -0.2484F},
}};

}  // namespace axray::language
