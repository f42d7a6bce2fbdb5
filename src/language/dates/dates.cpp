#include "language/dates/dates.hpp"

#include "language/dates/date_reader.hpp"

namespace axray::language {

std::vector<Date> DateFinder::find(const TokenView& view, const std::vector<Sentence>& sentences,
                                   ReferenceTime published) const {
    std::vector<Date> dates;
    DateReader reader(view, words_, published, dates);
    for (const Sentence& sentence : sentences) reader.read(sentence.tokens);
    return dates;
}

}  // namespace axray::language
