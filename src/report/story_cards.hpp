// Cards of the page of a story: where a sentence of the account has its words from, and what each report says of a fact
// (StoryPage -> HTML). Source: own.
#pragma once

#include <cstdint>

#include "report/html_writer.hpp"
#include "report/story_page.hpp"

namespace axray::report {

void write_sentence_card(HtmlWriter& html, const StoryPage& page, const AccountSentence& sentence);
void write_fact_card(HtmlWriter& html, const StoryPage& page, std::uint32_t fact);

}  // namespace axray::report
