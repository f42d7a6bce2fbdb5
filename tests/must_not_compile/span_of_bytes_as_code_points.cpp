// Bytes are not characters: a Span cannot be put among spans of code points.
// Expect: Span
#include <axray/engine.hpp>

void mark(axray::ClaimAnswer& answer, axray::Span bytes) {
#ifdef AXRAY_MISUSE
    answer.bad_spans.push_back(bytes);
#else
    answer.bad_spans.push_back({bytes.begin, bytes.end});
#endif
}
