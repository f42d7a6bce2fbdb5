// Spans of different units are never equal nor in order: they cannot be compared.
// Expect: operator==|invalid operands
#include <axray/span.hpp>

bool same_place(axray::Span bytes, axray::CodePointSpan characters) {
#ifdef AXRAY_MISUSE
    return bytes == characters;
#else
    return bytes == axray::Span{characters.begin, characters.end};
#endif
}
