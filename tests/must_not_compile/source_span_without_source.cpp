// A span alone does not say which source it counts the bytes of.
// Expect: Span.*SourceSpan|SourceSpan.*Span
#include <axray/verdict.hpp>

void rest_on(axray::Evidence& evidence, axray::Span sentence) {
#ifdef AXRAY_MISUSE
    evidence.place = sentence;
#else
    evidence.place = {0, sentence};
#endif
}
