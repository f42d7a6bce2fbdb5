#include "report/story_fixture.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/document_maker.hpp"

namespace axray::report {
namespace {

constexpr const char* kHostile = "<script>alert(\"x\")</script> & \x1b[31m\u202Etxt.exe\u202C \u2066a\u2069";

class StoryMaker {
public:
    explicit StoryMaker(const std::vector<DocumentMaker>& reports) {
        story_.version = "0.0.0-test";
        story_.id = "1";
        for (const auto& report : reports) {
            story_.reports.push_back(report.document());
            story_.published.emplace_back();
            story_.origins.groups.push_back(static_cast<std::uint32_t>(story_.origins.groups.size()));
        }
    }

    StoryReport& story() { return story_; }

    // The first place of the words in the text of a report.
    [[nodiscard]] Span words(std::uint32_t report, std::string_view words) const {
        const auto& text = story_.reports[report]->text;
        return find_words(text, words, {0, static_cast<std::uint32_t>(text.size())});
    }
    [[nodiscard]] SourceSpan place(std::uint32_t report, std::string_view text) const {
        return {report, words(report, text)};
    }

    std::uint32_t fact(double centrality, std::uint32_t origins, std::vector<FactFlag> flags = {}) {
        Fact fact;
        fact.centrality = centrality;
        fact.independent_origins = origins;
        fact.flags = std::move(flags);
        story_.facts.push_back(std::move(fact));
        return static_cast<std::uint32_t>(story_.facts.size()) - 1;
    }

    // Adds a mention to the fact made last.
    FactMention& mention(std::uint32_t report, std::string_view text, std::uint32_t origin) {
        auto& fact = story_.facts.back();
        FactMention mention;
        mention.report = report;
        mention.origin = origin;
        mention.claim.id = next_claim_++;
        mention.claim.span = words(report, text);
        mention.claim.text = text;
        fact.mentions.push_back(std::move(mention));
        if (fact.reports.empty() || fact.reports.back() != report) fact.reports.push_back(report);
        return fact.mentions.back();
    }

    [[nodiscard]] ConflictSide side(std::uint32_t fact, std::uint32_t mention, std::string_view text) const {
        const auto& told = story_.facts[fact].mentions[mention];
        return {fact, mention, find_words(story_.reports[told.report]->text, text, told.claim.span)};
    }

    void conflict(ConflictKind kind, ConflictSide one, ConflictSide other, std::string explanation) {
        story_.conflicts.push_back({kind, one, other, {}, {}, std::move(explanation), 0.9});
    }

    // A sentence of the account that takes its words from the main mention of a fact.
    [[nodiscard]] AccountSentence sentence(std::string text, std::uint32_t fact) const {
        const auto& told = story_.facts[fact];
        const auto& mention = told.mentions[told.main_mention];
        AccountSentence sentence;
        sentence.text = std::move(text);
        sentence.facts = {fact};
        sentence.flags = told.flags;
        sentence.probability = 0.93;
        const auto shared = story_.reports[mention.report]->slice(mention.claim.span);
        const auto at = sentence.text.find(shared);
        if (at != std::string::npos) {
            const auto begin = static_cast<std::uint32_t>(at);
            sentence.traces.push_back(
                {{begin, begin + mention.claim.span.size()}, {mention.report, mention.claim.span}});
        }
        for (const auto& other : told.mentions) sentence.evidence.push_back({other.report, other.claim.span});
        return sentence;
    }

private:
    StoryReport story_;
    std::uint32_t next_claim_ = 0;
};

std::vector<DocumentMaker> ferry_reports() {
    DocumentMaker wire("reports/wire.txt", "Ferry hits pier, 14 injured", 'a');
    wire.block(BlockKind::title, {"Ferry hits pier, 14 injured"})
        .block(BlockKind::paragraph,
               {"LINDHAVEN (Nordwire) - The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024.",
                "Fourteen passengers were hurt, police said.",
                "The shipping company Ostf\u00E4hre denied that it had been warned about the engine."})
        .block(BlockKind::quotation,
               {"\u201CThe engine did not answer for some time,\u201D said Captain Mirela Dost."});
    DocumentMaker rewrite("reports/rewrite.html", std::string("Ferry strikes pier ") + kHostile, 'b');
    rewrite.block(BlockKind::title, {"Ferry strikes pier, 14 hurt"})
        .block(BlockKind::paragraph,
               {"The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024.",
                "Fourteen passengers were hurt, police said.", "Eleven sailings were cancelled."});
    DocumentMaker paper("https://paper.example/news/ferry?a=1&b=\"2\"", "Forty hurt in ferry accident", 'c');
    paper.block(BlockKind::heading, {"What is known"})
        .block(BlockKind::paragraph,
               {"The ferry Sankt Annen rammed the eastern pier on 26 March 2024.", "Forty passengers were hurt.",
                "The union says that the company had been warned about the engine in 2021."})
        .block(BlockKind::quotation, {"\u201CThe engine did not answer at once,\u201D said Captain Mirela Dost."})
        .block(BlockKind::paragraph,
               {std::string_view(kHostile),
                "The \u05E2\u05D9\u05EA\u05D5\u05DF and \u6E2F\u6E7E\u65B0\u805E spoke of the "
                "Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherungsunterlagen of the crew."})
        .cut(CutReason::subscription, "Subscribe to our <b>newsletter</b>");
    DocumentMaker late("reports/late.txt", "", 'd');
    late.block(BlockKind::paragraph,
               {"Correction: fourteen passengers were hurt, not forty.", "The port of Lindhaven opened again."});
    DocumentMaker empty("reports/empty.txt", "", 'e');
    return {wire, rewrite, paper, late, empty};
}

void say(FactMention& mention, std::string name, Span speaker, Span cue, Stance stance) {
    mention.speech = MentionSpeech{speaker, cue, stance, std::move(name)};
}

void add_facts(StoryMaker& maker) {
    const auto date = [&maker](std::uint32_t report, std::string_view words, std::string begin, std::string end) {
        DateAnnotation date;
        date.span = maker.words(report, words);
        date.value = begin;
        date.begin = std::move(begin);
        date.end = std::move(end);
        return date;
    };
    const auto number = [&maker](std::uint32_t report, std::string_view words, double value) {
        QuantityAnnotation number;
        number.span = maker.words(report, words);
        number.low = number.high = value;
        number.unit = "passenger";
        return number;
    };
    maker.fact(0.95, 2, {FactFlag::conflicting});
    maker.mention(0, "The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024", 0).dates = {
        date(0, "25 March 2024", "2024-03-25", "2024-03-26")};
    maker.mention(1, "The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024", 0).dates = {
        date(1, "25 March 2024", "2024-03-25", "2024-03-26")};
    maker.mention(2, "The ferry Sankt Annen rammed the eastern pier on 26 March 2024", 1).dates = {
        date(2, "26 March 2024", "2024-03-26", "2024-03-27")};
    maker.fact(0.9, 2, {FactFlag::conflicting});
    for (const std::uint32_t report : {0U, 1U}) {
        auto& mention = maker.mention(report, "Fourteen passengers were hurt", 0);
        mention.numbers = {number(report, "Fourteen", 14)};
        say(mention, "police", maker.words(report, "police"), maker.words(report, "said"), Stance::reports);
    }
    maker.mention(3, "fourteen passengers were hurt", 1).numbers = {number(3, "fourteen", 14)};
    maker.fact(0.7, 1, {FactFlag::conflicting, FactFlag::single_report, FactFlag::corrected});
    maker.mention(2, "Forty passengers were hurt", 0).numbers = {number(2, "Forty", 40)};
    maker.fact(0.6, 1, {FactFlag::disputed, FactFlag::single_report});
    say(maker.mention(2, "the company had been warned about the engine in 2021", 0), "", maker.words(2, "The union"),
        maker.words(2, "says"), Stance::asserts);
    maker.fact(0.5, 1, {FactFlag::disputed, FactFlag::single_report, FactFlag::own_statement});
    auto& denial = maker.mention(0, "it had been warned about the engine", 0);
    say(denial, "Ostf\u00E4hre", maker.words(0, "Ostf\u00E4hre"), maker.words(0, "denied"), Stance::denies);
    denial.certainty = Certainty::denied;
    denial.certainty_cue = maker.words(0, "denied");
    denial.claim.context = {maker.words(0, "The shipping company Ostf\u00E4hre")};
    maker.fact(0.4, 1, {FactFlag::single_report, FactFlag::own_statement});
    maker.mention(0, "The engine did not answer for some time", 0).quoted = true;
    maker.fact(0.4, 1, {FactFlag::single_report, FactFlag::own_statement});
    maker.mention(2, "The engine did not answer at once", 0).quoted = true;
    maker.fact(0.3, 1, {FactFlag::single_report});
    maker.mention(1, "Eleven sailings were cancelled", 0);
    maker.fact(0.2, 1, {FactFlag::single_report});
    maker.mention(2, kHostile, 0);
    maker.fact(0.1, 1, {FactFlag::single_report});
    maker.mention(3, "The port of Lindhaven opened again", 0);
}

void add_conflicts(StoryMaker& maker) {
    maker.conflict(ConflictKind::date, maker.side(0, 0, "25 March 2024"), maker.side(0, 2, "26 March 2024"),
                   "Report 1 dates it to 25 March 2024, report 3 to 26 March 2024.");
    maker.story().conflicts.back().with_one = {maker.side(0, 1, "25 March 2024")};
    maker.conflict(ConflictKind::number, maker.side(1, 0, "Fourteen"), maker.side(2, 0, "Forty"),
                   std::string("One says Fourteen, the other Forty. ") + kHostile);
    maker.story().conflicts.back().with_one = {maker.side(1, 1, "Fourteen"), maker.side(1, 2, "fourteen")};
    maker.conflict(ConflictKind::denial, maker.side(3, 0, "warned"), maker.side(4, 0, "warned"),
                   "The union asserts what Ostf\u00E4hre denies.");
    maker.conflict(ConflictKind::quote_wording, maker.side(5, 0, "for some time"), maker.side(6, 0, "at once"),
                   "Mirela Dost is quoted in different words.");
    for (const auto kind : {ConflictKind::place, ConflictKind::actor, ConflictKind::role, ConflictKind::negation}) {
        maker.conflict(kind, maker.side(0, 0, "hit"), maker.side(0, 2, "rammed"), "One says hit, the other rammed.");
    }
    auto& story = maker.story();
    story.corrections = {{maker.side(2, 0, "Forty"), maker.side(1, 2, "fourteen"), "Report 4 takes back report 3."}};
    story.timeline = {
        {0, "2024-03-25", "2024-03-26", "2024-03-25", {{0, 0}, {1, 0}}, {0, 1, 2}},
        {0, "2024-03-26", "2024-03-27", "2024-03-26", {{2, 0}}, {0, 1, 2}},
    };
    story.facts[1].related = {{2, FactRelation::near}};
    story.facts[2].related = {{1, FactRelation::near}, {0, FactRelation::says_less}, {9, FactRelation::says_more}};
}

void add_origins(StoryMaker& maker) {
    auto& story = maker.story();
    story.published = {"2024-03-25", "2024-03-26", "2024-03-26", "", ""};
    auto& origins = story.origins;
    origins.groups = {0, 0, 1, 2, 3};
    origins.origins = {{OriginKind::agency, "Nordwire", {0, 1}},
                       {OriginKind::statement, std::string("a statement ") + kHostile, {0}},
                       {OriginKind::outlet, "Harbour Gazette", {2}},
                       {OriginKind::report, "reports/wire.txt", {0, 1}}};
    origins.acknowledgements = {
        {maker.place(0, "(Nordwire)"), maker.words(0, "Nordwire"), "(Nordwire)", AcknowledgementScope::whole_report, 0},
        {maker.place(0, "police said"), maker.words(0, "police"), "police said", AcknowledgementScope::sentence, 1},
        {{2, {}}, {}, "Source: Harbour Gazette", AcknowledgementScope::whole_report, 2},
    };
    const std::string_view copied = "The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024.";
    origins.passages = {
        {maker.place(0, copied), maker.place(1, copied), PassageKind::copied, 1},
        {maker.place(0, "Fourteen passengers were hurt"), maker.place(3, "fourteen passengers were hurt"),
         PassageKind::rewritten, 0.8},
        {maker.place(0, "The engine did not answer"), maker.place(2, "The engine did not answer"),
         PassageKind::quotation, 0.9},
    };
    origins.copies = {
        {0, 1, CopyKind::copy, 0.55, 0.82, CopyDirection::first_to_second, "Report 1 is a day older."},
        {0, 2, CopyKind::partial, 0.3, 0.2, CopyDirection::common_origin, "Both name Nordwire."},
        {1, 3, CopyKind::passage, 0.1, 0.1, CopyDirection::second_to_first, "Report 2 names report 4."},
        {2, 3, CopyKind::passage, 0.1, 0.1, CopyDirection::unknown, "Neither has a date."},
    };
}

void add_account(StoryMaker& maker) {
    auto& account = maker.story().account;
    account.headline = maker.sentence("Ferry hits pier at Lindhaven", 0);
    account.summary = maker.sentence("The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024.", 0);
    account.at_a_glance = {
        maker.sentence("The ferry Sankt Annen hit the eastern pier at Lindhaven on 25 March 2024.", 0),
        maker.sentence("Fourteen passengers were hurt, police said.", 1),
        maker.sentence("The union says that the company had been warned about the engine in 2021.", 3),
    };
    account.details.resize(2);
    account.details[0].sentences = account.at_a_glance;
    account.details[0].sentences[2].loaded_words = {{37, 47}};
    account.details[1].sentences = {maker.sentence("Eleven sailings were cancelled.", 7),
                                    maker.sentence(std::string("A note reads: ") + kHostile, 8)};
    account.left_out = {{2, LeftOutReason::told_already},
                        {4, LeftOutReason::not_independent},
                        {5, LeftOutReason::not_supported},
                        {6, LeftOutReason::opinion},
                        {9, LeftOutReason::below_the_limit}};
}

void add_names(StoryMaker& maker) {
    auto& story = maker.story();
    story.names = {
        {"Sankt Annen",
         NameType::other,
         {maker.place(0, "Sankt Annen"), maker.place(1, "Sankt Annen"), maker.place(2, "Sankt Annen")},
         {}},
        {"Ostf\u00E4hre", NameType::organisation, {maker.place(0, "Ostf\u00E4hre")}, {0}},
        {kHostile, NameType::unknown, {maker.place(2, kHostile)}, {1}},
    };
    ListVersion list;
    list.list = "ofac-sdn";
    list.title = "OFAC Specially Designated Nationals and Blocked Persons List";
    list.date = "2024-03-20";
    list.version = "2024-03-20-aaaaaaaa";
    list.digest = std::string(64, 'a');
    ScreenHit hit;
    hit.entry.list = "ofac-sdn";
    hit.entry.reference = "ofac:1";
    hit.entry.kind = EntryKind::organisation;
    hit.entry.names = {{"OSTFAEHRE <AG>", ListedNameKind::primary}, {"Ostline", ListedNameKind::alias}};
    hit.entry.rows = {{"sdn.csv", 12, {100, 180}}};
    hit.probability = 0.71;
    hit.version = list;
    StoryParty party;
    party.party.name = "Ostf\u00E4hre";
    party.party.kind = EntryKind::organisation;
    party.party.mentions = {maker.words(0, "Ostf\u00E4hre")};
    party.party.entries = {hit};
    StoryParty unknown;
    unknown.report = 2;
    unknown.party.name = kHostile;
    unknown.party.aliases = {{"Ostline", maker.words(2, "union"), AliasStanding::unconfirmed, {}, {}}};
    story.parties = StoryParties{{party, unknown}, {list}, ""};
}

std::uint32_t offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

StoryReport ferry_story() {
    StoryMaker maker(ferry_reports());
    add_facts(maker);
    add_conflicts(maker);
    add_origins(maker);
    add_account(maker);
    add_names(maker);
    auto& story = maker.story();
    story.left_out = {{"reports/french.txt", "It is in another language than English (fr)."},
                      {kHostile, std::string("It could not be read: ") + kHostile}};
    story.notes = {"reports/empty.txt has no text.", kHostile};
    return story;
}

StoryReport small_story() {
    DocumentMaker report("note.txt", "", 'a');
    report.block(BlockKind::paragraph, {"The port opened again."});
    StoryMaker maker({report});
    maker.fact(1, 1, {FactFlag::single_report});
    maker.mention(0, "The port opened again", 0);
    maker.story().account.headline = maker.sentence("The port opened again", 0);
    return maker.story();
}

StoryReport empty_story() {
    StoryMaker maker({});
    maker.story().left_out = {{"empty.txt", "It has no text."}};
    maker.story().notes = {"No report could be used."};
    return maker.story();
}

StoryReport large_story(std::size_t reports, std::size_t sentences_a_report) {
    std::vector<DocumentMaker> documents;
    for (std::size_t report = 0; report < reports; ++report) {
        const auto number = std::to_string(report + 1);
        DocumentMaker document("a folder with a long name/report-number-" + number + ".txt", "", 'a');
        document.block(BlockKind::title, {"A ferry with the number " + number + " hit a pier"});
        for (std::size_t sentence = 0; sentence < sentences_a_report; ++sentence) {
            document.block(BlockKind::paragraph,
                           {"Sentence " + std::to_string(sentence) + " of report " + number +
                            " says something about the ferry, the pier, the weather and the people on board."});
        }
        documents.push_back(document);
    }
    StoryMaker maker(documents);
    maker.fact(0.9, offset(reports / 3) + 1);
    for (std::uint32_t report = 0; report < reports; ++report) maker.mention(report, "hit a pier", report / 3);
    for (std::uint32_t report = 0; report < reports; ++report) {
        maker.fact(0.5, 1, {FactFlag::single_report});
        maker.mention(report, "A ferry with the number " + std::to_string(report + 1), 0);
    }
    auto& origins = maker.story().origins;
    origins.origins = {{OriginKind::agency, "Nordwire", {}}};
    for (std::uint32_t report = 0; report < reports; ++report) {
        origins.groups[report] = report / 3;
        if (report % 3 == 0) {
            origins.origins[0].reports.push_back(report);
        } else {
            origins.copies.push_back({report - report % 3, report, CopyKind::copy, 0.7, 0.9,
                                      CopyDirection::first_to_second, "It is older."});
        }
    }
    maker.story().account.summary = maker.sentence("A ferry hit a pier.", 0);
    return maker.story();
}

}  // namespace axray::report
