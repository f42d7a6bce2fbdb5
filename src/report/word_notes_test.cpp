#include "report/word_notes.hpp"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "report/marks.hpp"
#include "report/report_fixture.hpp"
#include "report/words.hpp"

using namespace axray;
using namespace axray::report;

namespace {

WordNote note(std::uint32_t begin, std::uint32_t end, NoteKind kind = NoteKind::same) {
    return {{begin, end}, 1, kind, 0};
}

}  // namespace

TEST_CASE("text is cut wherever a note begins or ends, and nothing of it is lost") {
    const std::vector<WordNote> notes = {note(2, 6), note(4, 8), note(20, 30)};
    const auto segments = divide({0, 10}, notes);
    REQUIRE(segments.size() == 5);
    std::uint32_t at = 0;
    std::vector<std::size_t> counts;
    for (const auto& segment : segments) {
        CHECK(segment.span.begin == at);
        at = segment.span.end;
        counts.push_back(segment.notes.size());
    }
    CHECK(at == 10);
    CHECK(counts == std::vector<std::size_t>{0, 1, 2, 1, 0});
    CHECK(divide({10, 20}, notes).size() == 1);
    CHECK(divide({5, 5}, notes).empty());
}

TEST_CASE("a note that reaches beyond the text is cut at its end") {
    const auto segments = divide({0, 4}, {note(2, 9)});
    REQUIRE(segments.size() == 2);
    CHECK(segments[1].span == Span{2, 4});
}

TEST_CASE("the narrowest claim owns the words that stand in several") {
    const std::vector<WordNote> notes = {note(0, 20, NoteKind::own), note(5, 8, NoteKind::own), note(6, 7)};
    const auto segments = divide({0, 20}, notes);
    REQUIRE(segments.size() == 5);
    CHECK(owner_of(segments[0]) == &notes[0]);
    CHECK(owner_of(segments[2]) == &notes[1]);
    CHECK(owner_of(segments[4]) == &notes[0]);
    CHECK(owner_of(divide({30, 40}, notes)[0]) == nullptr);
}

TEST_CASE("a passage knows all claims that rest on it") {
    const auto notes = notes_of(ferry_report());
    const auto& wire = notes.passages[0];
    REQUIRE(wire.size() == 6);
    CHECK(wire[2].claims == std::vector<std::uint32_t>{1, 3});
    CHECK(wire[4].left_out);
    CHECK(wire[4].claims.empty());
}

TEST_CASE("missing words are marked where they decide the verdict, and joined") {
    const auto report = ferry_report();
    const auto partly = claim_marks(report.claims[3], *report.article);
    REQUIRE(partly.size() == 1);
    CHECK(partly[0].kind == MarkKind::missing);
    CHECK(report.article->slice(partly[0].span) == "coordinated effort");
    CHECK(claim_marks(report.claims[9], *report.article).empty());
}

TEST_CASE("missing words are joined over hyphens and possessives, and listed once") {
    Document article;
    article.text = "The army's well-known pier, the pier of the army's";
    CheckedClaim checked;
    checked.verdict = Verdict::partly_supported;
    for (const Span span : {Span{4, 8}, Span{11, 15}, Span{16, 21}, Span{22, 26}, Span{32, 36}}) {
        checked.alignment.push_back({span, AlignmentKind::missing, {}});
    }
    CHECK(missing_words(checked, article) == std::vector<std::string_view>{"army's well-known pier", "pier"});
    checked.alignment.erase(checked.alignment.begin(), checked.alignment.begin() + 3);
    CHECK(missing_words(checked, article) == std::vector<std::string_view>{"pier"});
}

TEST_CASE("an altered quotation marks its differing words and not the whole") {
    const auto report = ferry_report();
    for (const auto& mark : claim_marks(report.claims[4], *report.article)) {
        CHECK(report.article->slice(mark.span) != "The engine stopped answering at once");
    }
    CHECK(unflagged_differences(report.claims[4]).empty());
}

TEST_CASE("parts of a claim are joined where only marks stand between them") {
    Document article;
    article.text = "Beijing rebuffed the accusation, which it calls false, and a leak of 2021, she said";
    const auto place = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(article.text.find(words));
        return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    Claim claim;
    claim.span = place("which it calls false");
    claim.context = {place("the accusation")};
    REQUIRE(parts_of(claim, article).size() == 1);
    CHECK(article.slice(parts_of(claim, article)[0]) == "the accusation, which it calls false");

    claim.context = {place("Beijing")};
    CHECK(parts_of(claim, article).size() == 2);
    CHECK(begins_with_own_mark(place(", she said"), article));
    CHECK_FALSE(begins_with_own_mark(place("she said"), article));
}
