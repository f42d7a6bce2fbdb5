// A view into a document that is gone at the end of the line.
// Expect: deleted
#include <string_view>

#include <axray/document.hpp>

axray::Document make_document();

std::size_t first_words() {
#ifdef AXRAY_MISUSE
    const std::string_view words = make_document().slice({0, 5});
#else
    const axray::Document document = make_document();
    const std::string_view words = document.slice({0, 5});
#endif
    return words.size();
}
