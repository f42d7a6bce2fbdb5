// Characters are not bytes: a CodePointSpan does not become a Span.
// Expect: CodePointSpan.*Span
#include <axray/span.hpp>

axray::Span words(axray::CodePointSpan characters) {
#ifdef AXRAY_MISUSE
    return characters;
#else
    return {characters.begin, characters.end};
#endif
}
