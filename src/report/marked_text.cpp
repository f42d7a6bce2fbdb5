#include "report/marked_text.hpp"

#include "report/marks.hpp"

namespace axray::report {

void add_marked(StyledText& text, const Document& document, Span span, const std::vector<Span>& marks,
                TerminalColor color) {
    const bool brackets = color == TerminalColor::none;
    auto at = span.begin;
    for (const auto mark : spans_within(marks, span)) {
        text.add(document.slice({at, mark.begin}));
        if (brackets) text.add("[");
        text.add(document.slice(mark), TextStyle::difference);
        if (brackets) text.add("]");
        at = mark.end;
    }
    text.add(document.slice({at, span.end}));
}

}  // namespace axray::report
