// Reading without looking at what was read.
// Expect: nodiscard
#include <axray/engine.hpp>

void read(const axray::Engine& engine) {
#ifdef AXRAY_MISUSE
    engine.read("Seven men were charged.", {});
#else
    static_cast<void>(engine.read("Seven men were charged.", {}));
#endif
}
