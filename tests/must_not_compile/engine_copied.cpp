// An engine holds its models once: it can be moved and shared, not copied.
// Expect: deleted
#include <axray/engine.hpp>

axray::Engine second(axray::Engine& first) {
#ifdef AXRAY_MISUSE
    return first;
#else
    return std::move(first);
#endif
}
