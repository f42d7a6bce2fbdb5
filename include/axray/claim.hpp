// A claim: one checkable statement of an article (article, annotated -> Claims).
//
// A sentence that says several things gives several claims. "The agency fined Norvik in 2020 and closed its plant in
// 2021" gives "The agency fined Norvik in 2020" and "closed its plant in 2021" with "The agency" as context.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/span.hpp>

namespace axray {

struct Claim {
    std::uint32_t id = 0;       // 0, 1, 2 ... in order of the article
    Span span;                  // bytes of the article's text: the claim's own words
    std::vector<Span> context;  // words of the same sentence that it needs to be read: the shared subject, the date
    std::string text;           // own words and context, in order, joined by blanks: the claim as a reader would say it
    BlockKind block = BlockKind::paragraph;
    std::uint32_t sentence = 0;  // the sentence of the article that it stands in
};

}  // namespace axray
