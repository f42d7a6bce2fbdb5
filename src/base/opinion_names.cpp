// The stable names of what is said of second opinions, as they stand in JSON output.
#include <axray/second_opinion.hpp>

namespace axray {

std::string_view to_string(Agreement agreement) {
    switch (agreement) {
        case Agreement::agrees: return "agrees";
        case Agreement::disagrees: return "disagrees";
    }
    return "disagrees";
}

std::string_view to_string(ShownSentences shown) {
    switch (shown) {
        case ShownSentences::evidence: return "evidence";
        case ShownSentences::nearest: return "nearest";
    }
    return "evidence";
}

}  // namespace axray
