// An operation that can fail and whose result nobody looks at.
// Expect: nodiscard
#include <axray/result.hpp>

axray::Result<int> count_words();

void count() {
#ifdef AXRAY_MISUSE
    count_words();
#else
    static_cast<void>(count_words());
#endif
}
