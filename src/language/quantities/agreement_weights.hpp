// Weights of agreement.cpp: AgreementFeatures -> scores of agree, contradict and neutral, a row for each.
// Multinomial logistic regression on development pairs of statements; larger means more of that label.
// Made by train/quantities/agreement.py; not written by hand.
#pragma once

#include <array>

namespace axray::language {

inline constexpr std::array<std::array<float, 26>, 3> kAgreementWeights = {{
    {-0.1842F, 0.1487F,  0.2230F,  0.4103F,  -0.3051F, -0.0252F, 0.0442F,  -1.1178F, -0.4325F,
     0.3729F,  -0.1189F, -0.1011F, -0.4559F, -0.3168F, 0.6904F,  0.1375F,  -0.3090F, 0.1431F,
     0.2022F,  0.3190F,  -0.0314F, 0.5185F,  0.1103F,  0.2844F,  -0.9489F, 0.5910F},
    {-0.2796F, -0.1158F, 0.2221F,  -0.3977F, 0.3776F,  0.0198F,  -0.2967F, 1.3566F,  0.7683F,
     -0.2372F, 0.1420F,  -0.2113F, -0.0784F, -0.2280F, 0.0903F,  0.7747F,  -0.2737F, 0.4941F,
     -0.0105F, -0.1253F, 0.2404F,  -0.3193F, 0.2088F,  -0.0988F, 0.6899F,  -0.2998F},
    {0.4638F,  -0.0329F, -0.4451F, -0.0126F, -0.0725F, 0.0054F,  0.2525F,  -0.2388F, -0.3358F,
     -0.1357F, -0.0231F, 0.3124F,  0.5343F,  0.5448F,  -0.7807F, -0.9121F, 0.5827F,  -0.6372F,
     -0.1917F, -0.1937F, -0.2090F, -0.1992F, -0.3190F, -0.1856F, 0.2590F,  -0.2912F},
}};

}  // namespace axray::language
