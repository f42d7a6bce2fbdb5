#include "report/story_cards.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kMentionsOfSentence = 10;  // of one fact; its own card has more

void open_card(HtmlWriter& html, const std::string& anchor, const std::string& kind, const std::string& facts,
               std::string_view name) {
    html.open("article", {{"class", "card " + kind},
                          {"id", anchor},
                          {"data-facts", facts},
                          {"aria-labelledby", anchor + "-name"},
                          {"tabindex", "-1"}});
    html.line();
    html.open("h3", {{"id", anchor + "-name"}}).element("span", {{"class", "number"}}, name).close().line();
}

// The words of a report that the sentence has taken.
std::vector<Span> taken_from(const AccountSentence& sentence, std::uint32_t report) {
    std::vector<Span> spans;
    for (const auto& trace : sentence.traces) {
        if (trace.place.source == report) spans.push_back(trace.place.span);
    }
    return spans;
}

bool stands_in(const Fact& fact, const SourceSpan& place) {
    return std::any_of(fact.mentions.begin(), fact.mentions.end(), [&place](const FactMention& mention) {
        return mention.report == place.source && mention.claim.span.overlaps(place.span);
    });
}

class SentenceCard {
public:
    SentenceCard(HtmlWriter& html, const StoryPage& page, const AccountSentence& sentence)
        : html_(html), page_(page), sentence_(sentence) {}

    void write() {
        const auto number = page_.number_of(sentence_);
        open_card(html_, say_card_anchor(number), "say-card", numbers_of(sentence_.facts),
                  "Sentence " + std::to_string(number));
        html_
            .element("p", {{"class", "probability"}},
                     "Probability that the reports bear it out: " + percent(sentence_.probability))
            .line();
        html_.element("blockquote", {{"class", "wording"}, {"dir", "auto"}}, sentence_.text).line();
        if (!sentence_.loaded_words.empty()) write_loaded_words();
        for (const auto fact : sentence_.facts) write_fact(fact);
        write_other_places();
        html_.open("p", {{"class", "back"}});
        html_.element("a", {{"href", "#" + say_anchor(number)}}, "Back to its place in the account").close();
        html_.close().line();
    }

private:
    void write_loaded_words() {
        html_.open("p", {{"class", "without"}}).element("b", {{"class", "flag"}}, "words that take sides").text(" ");
        bool first = true;
        for (const auto words : sentence_.loaded_words) {
            if (!first) html_.text(", ");
            first = false;
            html_.element("q", {{"dir", "auto"}}, std::string_view(sentence_.text).substr(words.begin, words.size()));
        }
        html_.close().line();
    }

    void write_fact(std::uint32_t number) {
        const auto& fact = page_.story.facts.at(number);
        html_.open("section", {{"class", "of-fact"}, {"aria-label", "Fact " + std::to_string(number + 1)}}).line();
        html_.open("p", {{"class", "support-line"}});
        write_fact_link(html_, page_, number, "Fact " + std::to_string(number + 1));
        html_.text(": ");
        write_fact_support(html_, page_, number);
        html_.close().line();
        html_.open("ul", {{"class", "mentions"}}).line();
        const auto count = std::min(fact.mentions.size(), kMentionsOfSentence);
        for (std::size_t mention = 0; mention < count; ++mention) {
            const auto& told = fact.mentions[mention];
            html_.open("li");
            write_mention_head(html_, page_, number, told);
            html_.open("blockquote", {{"class", "wording"}, {"dir", "auto"}});
            write_mention_words(html_, page_, told, taken_from(sentence_, told.report), PageMark::used);
            html_.close().close().line();
        }
        html_.close().line();
        if (count < fact.mentions.size()) {
            html_.open("p", {{"class", "base"}})
                .text("And " + std::to_string(fact.mentions.size() - count) + " more: ");
            write_fact_link(html_, page_, number, "fact " + std::to_string(number + 1));
            html_.close().line();
        }
        html_.close().line();
    }

    // Words and evidence outside the mentions of its facts.
    void write_other_places() {
        std::vector<SourceSpan> places;
        for (const auto& trace : sentence_.traces) places.push_back(trace.place);
        places.insert(places.end(), sentence_.evidence.begin(), sentence_.evidence.end());
        const auto told = [this](const SourceSpan& place) {
            return std::any_of(sentence_.facts.begin(), sentence_.facts.end(), [this, &place](std::uint32_t fact) {
                return stands_in(page_.story.facts.at(fact), place);
            });
        };
        places.erase(std::remove_if(places.begin(), places.end(), told), places.end());
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        if (places.empty()) return;
        html_.element("p", {{"class", "who"}}, "Also borne out by").line();
        html_.open("ul", {{"class", "mentions"}}).line();
        for (std::size_t place = 0; place < std::min(places.size(), kMentionsOfSentence); ++place) {
            html_.open("li").open("p", {{"class", "who"}});
            write_report_link(html_, page_, places[place].source);
            html_.close();
            html_.element("blockquote", {{"class", "wording"}, {"dir", "auto"}},
                          shortened(slice(page_.story, places[place]), kPageQuotation));
            html_.close().line();
        }
        html_.close().line();
    }

    HtmlWriter& html_;
    const StoryPage& page_;
    const AccountSentence& sentence_;
};

void write_related(HtmlWriter& html, const StoryPage& page, const Fact& fact) {
    if (fact.related.empty()) return;
    html.open("ul", {{"class", "related"}}).line();
    for (std::size_t number = 0; number < std::min<std::size_t>(fact.related.size(), 8); ++number) {
        const auto& related = fact.related[number];
        html.open("li");
        write_fact_link(html, page, related.fact, "Fact " + std::to_string(related.fact + 1));
        html.text(" " + std::string(words_for(related.relation)) + ": ");
        html.element("bdi", {}, shortened(main_mention_of(page.story.facts.at(related.fact)).claim.text, 160));
        html.close().line();
    }
    html.close().line();
}

}  // namespace

void write_sentence_card(HtmlWriter& html, const StoryPage& page, const AccountSentence& sentence) {
    SentenceCard(html, page, sentence).write();
}

void write_fact_card(HtmlWriter& html, const StoryPage& page, std::uint32_t number) {
    const auto& fact = page.story.facts.at(number);
    open_card(html, fact_anchor(number), "fact-card", std::to_string(number + 1), "Fact " + std::to_string(number + 1));
    html.element("blockquote", {{"class", "wording"}, {"dir", "auto"}},
                 shortened(main_mention_of(fact).claim.text, kPageQuotation))
        .line();
    html.open("p", {{"class", "support-line"}});
    write_fact_support(html, page, number);
    html.close().line();
    html.open("ul", {{"class", "mentions"}}).line();
    const auto count = std::min<std::size_t>(fact.mentions.size(), kPageMentions);
    for (std::size_t mention = 0; mention < count; ++mention) {
        html.open("li");
        write_mention_head(html, page, number, fact.mentions[mention]);
        html.open("blockquote", {{"class", "wording"}, {"dir", "auto"}});
        write_mention_words(html, page, fact.mentions[mention], {}, PageMark::used);
        html.close().close().line();
    }
    html.close().line();
    write_rest(html, fact.mentions.size(), count, "mention", "mentions");
    write_related(html, page, fact);
    html.close().line();
}

}  // namespace axray::report
