#include "report/report_fixture.hpp"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/document_maker.hpp"

namespace axray::report {
namespace {

class ReportMaker {
public:
    ReportMaker(const DocumentMaker& article, const std::vector<DocumentMaker>& sources)
        : article_(article.sentences()) {
        report_.version = "0.0.0-test";
        report_.article = article.document();
        for (const auto& source : sources) {
            report_.sources.push_back(source.document());
            sources_.push_back(source.sentences());
            report_.sentences_searched += static_cast<std::uint32_t>(source.sentences().size());
        }
    }

    ReportMaker& claim(std::uint32_t sentence, std::string_view words, Verdict verdict, double probability) {
        CheckedClaim checked;
        checked.claim.id = static_cast<std::uint32_t>(report_.claims.size());
        checked.claim.sentence = sentence;
        checked.claim.span = find_words(report_.article->text, words, article_[sentence]);
        checked.claim.text = words;
        for (const auto& block : report_.article->blocks) {
            if (block.span.contains(checked.claim.span)) checked.claim.block = block.kind;
        }
        checked.verdict = verdict;
        checked.probability = probability;
        report_.claims.push_back(std::move(checked));
        return *this;
    }

    ReportMaker& context(std::string_view words) {
        auto& claim = report_.claims.back().claim;
        claim.context.push_back(find_words(report_.article->text, words, article_[claim.sentence]));
        claim.text = std::string(words) + " " + claim.text;
        return *this;
    }

    ReportMaker& evidence(std::uint32_t source, std::uint32_t sentence, double coverage) {
        report_.claims.back().evidence.push_back({{source, sources_[source][sentence]}, sentence, coverage});
        return *this;
    }

    // A word of the claim and the words of the evidence sentence `evidence` (its position in the list) that it stands
    // for.
    ReportMaker& word(AlignmentKind kind, std::string_view words, std::string_view source_words = {},
                      std::size_t evidence = 0) {
        auto& checked = report_.claims.back();
        AlignedWord aligned{claim_words(words), kind, std::nullopt};
        if (!source_words.empty()) aligned.source = source_place(source_words, evidence);
        checked.alignment.push_back(aligned);
        return *this;
    }

    ReportMaker& flag(FlagKind kind, std::string_view words, std::string_view source_words, std::string explanation) {
        Flag flag{kind, {}, std::nullopt, std::move(explanation)};
        if (!words.empty()) flag.claim = claim_words(words);
        if (!source_words.empty()) flag.source = source_place(source_words, 0);
        report_.claims.back().flags.push_back(std::move(flag));
        return *this;
    }

    ReportMaker& omission(std::uint32_t source, std::uint32_t sentence, double centrality) {
        report_.omissions.push_back({{source, sources_[source][sentence]}, sentence, centrality});
        return *this;
    }

    ReportMaker& note(std::string text) {
        report_.notes.push_back(std::move(text));
        return *this;
    }

    [[nodiscard]] CheckReport report() const { return report_; }

private:
    [[nodiscard]] Span claim_words(std::string_view words) const {
        return find_words(report_.article->text, words, article_[report_.claims.back().claim.sentence]);
    }
    [[nodiscard]] SourceSpan source_place(std::string_view words, std::size_t evidence) const {
        const auto& place = report_.claims.back().evidence.at(evidence).place;
        return {place.source, find_words(report_.sources[place.source]->text, words, place.span)};
    }

    std::vector<Span> article_;
    std::vector<std::vector<Span>> sources_;
    CheckReport report_;
};

DocumentMaker ferry_article() {
    DocumentMaker article("reports/rewrite.txt", "Ferry strikes pier at Lindhaven, 40 hurt", 'a');
    article.block(BlockKind::title, {"Ferry strikes pier at Lindhaven, 40 hurt"})
        .block(BlockKind::paragraph,
               {"The ferry Sankt Annen struck the eastern pier on Tuesday morning, injuring 40 passengers.",
                "In a coordinated effort, the coast guard and two tugs freed the vessel."})
        .block(BlockKind::quotation, {"\u201CThe engine stopped answering at once,\u201D said Captain Mirela Dost."})
        .block(BlockKind::heading, {"What is known"})
        .block(BlockKind::list_item, {"The ferry was built in 1998."})
        .block(BlockKind::list_item, {"Its operator had been warned about the engine."})
        .block(BlockKind::paragraph,
               {"A passenger wrote: <script>alert(\"x\")</script> & nobody told us \U0001F600, it was a test.",
                "The \u05E2\u05D9\u05EA\u05D5\u05DF \u05D4\u05E0\u05DE\u05DC and \u6E2F\u6E7E\u65B0\u805E said that "
                "Ostfa\u0308hre would not pay for the Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherungs"
                "unterlagen of the crew."})
        .block(BlockKind::table_row, {"Passengers 312, crew 21."})
        .block(BlockKind::caption, {"The Sankt Annen at the pier.\x1B[31m"})
        .block(BlockKind::paragraph, {"In the end, trust is a ship that sinks slowly."})
        .cut(CutReason::subscription, "Subscribe to our <b>newsletter</b>");
    return article;
}

std::vector<DocumentMaker> ferry_sources() {
    DocumentMaker wire("reports/wire.txt", "", 'b');
    wire.block(BlockKind::title, {"Ferry hits pier, 14 injured"})
        .block(
            BlockKind::paragraph,
            {"LINDHAVEN - The ferry Sankt Annen hit the eastern pier of the port at 7:40 a.m. on Tuesday, police said.",
             "Fourteen passengers were hurt, and 14 of them were taken to hospital.",
             "The coast guard and two tugs pulled the ship free."})
        .block(BlockKind::paragraph, {"The port stayed closed until 3 p.m., and eleven sailings were cancelled.",
                                      "The ship was built in 1989."});
    DocumentMaker press("reports/press-release.html", "Statement <on> the \"Sankt Annen\" & her crew", 'c');
    press.block(BlockKind::title, {"Statement on the Sankt Annen"})
        .block(BlockKind::quotation,
               {"\u201CThe engine did not answer for some time,\u201D said Chief Engineer Bo Falk."})
        .block(BlockKind::heading, {"What we do now"})
        .block(BlockKind::list_item, {"Ostf\u00E4hre will pay for the papers of the crew."})
        .block(BlockKind::list_item,
               {"According to the union, Ostf\u00E4hre may have been warned about the engine in 2021."})
        .cut(CutReason::navigation, "Home | Fleet | Contact");
    DocumentMaker blog("https://blog.example/ferry?a=1&b=\"2\"", "I was on board \U0001F6A2", 'd');
    blog.block(
        BlockKind::paragraph,
        {"I wrote this at once: <script>alert(\"x\")</script> & nobody told us \U0001F600, it was surely a test!",
         "The alarm came late, and the life jackets on deck 2 were locked away for eleven minutes."});
    return {wire, press, blog};
}

void add_collision_claims(ReportMaker& maker) {
    maker.claim(0, "Ferry strikes pier at Lindhaven, 40 hurt", Verdict::contradicted, 0.06)
        .evidence(0, 0, 0.8)
        .evidence(0, 2, 0.5)
        .word(AlignmentKind::same, "Ferry", "Ferry")
        .word(AlignmentKind::same_meaning, "strikes", "hits")
        .word(AlignmentKind::same, "pier", "pier")
        .word(AlignmentKind::missing, "Lindhaven")
        .word(AlignmentKind::differs, "40", "14")
        .word(AlignmentKind::same_meaning, "hurt", "injured")
        .flag(FlagKind::number_differs, "40", "14", "The article says 40 where the source says 14.");
    maker.claim(1, "The ferry Sankt Annen struck the eastern pier on Tuesday morning", Verdict::supported, 0.9421)
        .evidence(0, 1, 0.92)
        .word(AlignmentKind::same, "ferry", "ferry")
        .word(AlignmentKind::same, "Sankt", "Sankt")
        .word(AlignmentKind::same, "Annen", "Annen")
        .word(AlignmentKind::same_meaning, "struck", "hit")
        .word(AlignmentKind::same, "eastern", "eastern")
        .word(AlignmentKind::same, "pier", "pier")
        .word(AlignmentKind::same, "Tuesday", "Tuesday")
        .word(AlignmentKind::same_value, "morning", "7:40 a.m.");
    maker.claim(1, "injuring 40 passengers", Verdict::contradicted, 0.04)
        .context("The ferry Sankt Annen")
        .evidence(0, 2, 0.7)
        .evidence(0, 1, 0.3)
        .word(AlignmentKind::same, "ferry", "ferry", 1)
        .word(AlignmentKind::alias, "Sankt Annen", "Sankt Annen", 1)
        .word(AlignmentKind::related, "injuring", "hurt")
        .word(AlignmentKind::differs, "40", "Fourteen")
        .word(AlignmentKind::same, "passengers", "passengers")
        .flag(FlagKind::number_differs, "40", "Fourteen", "The article says 40 where the source says Fourteen.");
    maker
        .claim(2, "In a coordinated effort, the coast guard and two tugs freed the vessel", Verdict::partly_supported,
               0.61)
        .evidence(0, 3, 0.74)
        .word(AlignmentKind::missing, "coordinated")
        .word(AlignmentKind::missing, "effort")
        .word(AlignmentKind::same, "coast", "coast")
        .word(AlignmentKind::same, "guard", "guard")
        .word(AlignmentKind::same_value, "two", "two")
        .word(AlignmentKind::same_stem, "tugs", "tugs")
        .word(AlignmentKind::same_meaning, "freed", "pulled")
        .word(AlignmentKind::same_meaning, "vessel", "ship");
}

void add_other_claims(ReportMaker& maker) {
    maker
        .claim(3, "\u201CThe engine stopped answering at once,\u201D said Captain Mirela Dost", Verdict::contradicted,
               0.2)
        .evidence(1, 1, 0.4)
        .word(AlignmentKind::same, "engine", "engine")
        .word(AlignmentKind::missing, "stopped")
        .word(AlignmentKind::same_stem, "answering", "answer")
        .word(AlignmentKind::differs, "at once", "for some time")
        .word(AlignmentKind::differs, "Mirela Dost", "Bo Falk")
        .flag(FlagKind::attribution_differs, "Captain Mirela Dost", "Chief Engineer Bo Falk",
              "The article names another speaker than the source.")
        .flag(FlagKind::antonym, "at once", "for some time", "The words mean the opposite.")
        .flag(FlagKind::quote_altered, "The engine stopped answering at once",
              "The engine did not answer for some time", "No source has these words in quotation marks.");
    maker.claim(5, "The ferry was built in 1998", Verdict::contradicted, 0.03)
        .evidence(0, 5, 0.9)
        .word(AlignmentKind::same_meaning, "ferry", "ship")
        .word(AlignmentKind::same, "built", "built")
        .word(AlignmentKind::differs, "1998", "1989")
        .flag(FlagKind::date_differs, "1998", "1989", "The article says 1998 where the source says 1989.");
    maker.claim(6, "Its operator had been warned about the engine", Verdict::supported, 0.66)
        .evidence(1, 4, 0.8)
        .word(AlignmentKind::related, "operator", "Ostf\u00E4hre")
        .word(AlignmentKind::same, "warned", "warned")
        .word(AlignmentKind::same, "engine", "engine")
        .flag(FlagKind::attribution_dropped, "", "According to the union", "The source says who claims it.")
        .flag(FlagKind::certainty_raised, "had been warned", "may have been warned", "The source is less sure.");
    maker.claim(7, "<script>alert(\"x\")</script> & nobody told us \U0001F600, it was a test", Verdict::supported, 0.8)
        .context("A passenger wrote:")
        .evidence(2, 0, 0.85)
        .word(AlignmentKind::same, "<script>alert(\"x\")</script>", "<script>alert(\"x\")</script>")
        .word(AlignmentKind::same, "nobody", "nobody")
        .word(AlignmentKind::same, "told", "told")
        .word(AlignmentKind::same, "test", "test")
        .flag(FlagKind::certainty_lowered, "", "surely", "The source is surer: \"surely\" & <b>more</b>.");
    maker
        .claim(8,
               "Ostfa\u0308hre would not pay for the Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherungs"
               "unterlagen of the crew",
               Verdict::contradicted, 0.11)
        .context("The \u05E2\u05D9\u05EA\u05D5\u05DF \u05D4\u05E0\u05DE\u05DC and \u6E2F\u6E7E\u65B0\u805E said that")
        .evidence(1, 3, 0.5)
        .word(AlignmentKind::missing, "\u05E2\u05D9\u05EA\u05D5\u05DF \u05D4\u05E0\u05DE\u05DC")
        .word(AlignmentKind::missing, "\u6E2F\u6E7E\u65B0\u805E")
        .word(AlignmentKind::alias, "Ostfa\u0308hre", "Ostf\u00E4hre")
        .word(AlignmentKind::same, "pay", "pay")
        .word(AlignmentKind::same, "crew", "crew")
        .flag(FlagKind::negated, "not", "", "The article denies what the source states.")
        .flag(FlagKind::name_differs, "Ostfa\u0308hre", "Ostf\u00E4hre", "Another name stands in the source.");
    maker.claim(11, "In the end, trust is a ship that sinks slowly", Verdict::not_found, 0.02)
        .word(AlignmentKind::missing, "end")
        .word(AlignmentKind::missing, "trust")
        .word(AlignmentKind::missing, "ship")
        .word(AlignmentKind::missing, "sinks")
        .word(AlignmentKind::missing, "slowly");
}

}  // namespace

CheckReport ferry_report() {
    ReportMaker maker(ferry_article(), ferry_sources());
    add_collision_claims(maker);
    add_other_claims(maker);
    maker.omission(0, 4, 0.71).omission(2, 1, 0.4);
    maker.note("One <source> is short: reports/press-release.html has 5 sentences.");
    return maker.report();
}

CheckReport small_report() {
    DocumentMaker article("-", "", '1');
    article.block(BlockKind::paragraph, {"It rained."});
    DocumentMaker source("b.txt", "", '2');
    source.block(BlockKind::paragraph, {"The sun shone."});
    ReportMaker maker(article, {source});
    maker.claim(0, "It rained", Verdict::not_found, 0.01).word(AlignmentKind::missing, "rained");
    return maker.report();
}

}  // namespace axray::report
