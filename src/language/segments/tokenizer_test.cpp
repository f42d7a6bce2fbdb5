#include "language/segments/tokenizer.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// "w:China w:'s": kind and text of each token.
std::string tokens_of(TestAnnotator& annotate, std::string_view text) {
    constexpr std::string_view kKinds = "wnaps@";
    const AnnotatedText annotated = annotate(text);
    std::string result;
    for (std::uint32_t at = 0; at < annotated.tokens.size(); ++at) {
        if (at > 0) result += ' ';
        result += kKinds[static_cast<std::size_t>(annotated.tokens.kind[at])];
        result += ':' + words(text, annotated.tokens.span[at]);
    }
    return result;
}

}  // namespace

TEST_CASE("cuts text into tokens") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"The end.", "w:The w:end p:."},
        {"China's plan", "w:China w:'s w:plan"},
        {"China\xE2\x80\x99s plan", "w:China w:\xE2\x80\x99s w:plan"},
        {"they've, he'll, I'm, we're", "w:they w:'ve p:, w:he w:'ll p:, w:I w:'m p:, w:we w:'re"},
        {"don't can't O'Brien", "w:do w:n't w:ca w:n't w:O'Brien"},
        {"I cannot, dont, won\xE2\x80\x99t", "w:I w:can w:not p:, w:do w:nt p:, w:wo w:n\xE2\x80\x99t"},
        {"gonna GOTTA Wanna", "w:gon w:na w:GOT w:TA w:Wan w:na"},
        {"IM and im", "w:IM w:and w:i w:m"},
        {"Mr. Abe and Mrs. Ode", "w:Mr. w:Abe w:and w:Mrs. w:Ode"},
        {"Room No. 5 or no. It", "w:Room w:No. n:5 w:or w:no p:. w:It"},
        {"Norvik Inc. fell. Halden Ltd.", "w:Norvik w:Inc. w:fell p:. w:Halden w:Ltd."},
        {"J. K. Rowan took vitamin C.", "w:J. w:K. w:Rowan w:took w:vitamin w:C p:."},
        {"Norvik Inc.'s boss", "w:Norvik w:Inc. w:'s w:boss"},
        {"on Sat. at Mass. and Elm St.", "w:on w:Sat. w:at w:Mass. w:and w:Elm w:St."},
        {"he sat. A mass. Then", "w:he w:sat p:. w:A w:mass p:. w:Then"},
        {"etc...", "w:etc p:..."},
        {"at 20:00 or 9:05:30 PM", "w:at n:20:00 w:or n:9:05:30 w:PM"},
        {"on 02/13/2001 and 2024-03-25", "w:on n:02/13/2001 w:and n:2024-03-25"},
        {"713-664-7478 or 853-3242", "n:713-664-7478 w:or n:853-3242"},
        {"won 3-2, 1/2, 24/7, 1-7-0-1",
         "w:won n:3 p:- n:2 p:, n:1 p:/ n:2 p:, n:24 p:/ n:7 p:, n:1 p:- n:7 p:- n:0 p:- n:1"},
        {"great :) or :-D <3 ^_^", "w:great s::) w:or s::-D s:<3 s:^_^"},
        {"see (a:b): c=d", "w:see p:( w:a p:: w:b p:) p:: w:c s:= w:d"},
        {"what?! no.? ok!!!", "w:what p:?! w:no p:.? w:ok p:!!!"},
        {"a.b-c@example.org wrote", "@:a.b-c@example.org w:wrote"},
        {"read plan_b.doc, data.csv)", "w:read @:plan_b.doc p:, @:data.csv p:)"},
        {"in alt.garden.roses now", "w:in @:alt.garden.roses w:now"},
        {"example.com's page", "@:example.com w:'s w:page"},
        {"#Tides @quay.example.org", "w:#Tides @:@quay.example.org"},
        {"the hackers' tools", "w:the w:hackers p:' w:tools"},
        {"a cyber-attack", "w:a w:cyber p:- w:attack"},
        {"14-year-long", "n:14 p:- w:year p:- w:long"},
        {"Covid-19", "w:Covid p:- n:19"},
        {"APT31 and APT 31", "a:APT31 w:and w:APT n:31"},
        {"10m, 3rd, 1990s, 5G", "a:10m p:, a:3rd p:, a:1990s p:, a:5G"},
        {"2,300.50 and 1,23", "n:2,300.50 w:and n:1 p:, n:23"},
        {"14.5% of $4bn", "n:14.5 s:% w:of s:$ a:4bn"},
        {"a rate of .75", "w:a w:rate w:of n:.75"},
        {"2014-2022", "n:2014 p:- n:2022"},
        {"2014\xE2\x80\x93"
         "2022",
         "n:2014 p:\xE2\x80\x93 n:2022"},
        {"U.S. and U.K", "w:U.S. w:and w:U.K"},
        {"J.K. Rowan", "w:J.K. w:Rowan"},
        {"at 5 p.m. on", "w:at n:5 w:p.m. w:on"},
        {"a Ph.D. in", "w:a w:Ph.D. w:in"},
        {"AT&T and R&D", "w:AT&T w:and w:R&D"},
        {"salt & pepper", "w:salt p:& w:pepper"},
        {"see www.example.com/a?b=c.", "w:see @:www.example.com/a?b=c p:."},
        {"see https://example.com/a(b).", "w:see @:https://example.com/a(b p:) p:."},
        {"on example.co.uk now", "w:on @:example.co.uk w:now"},
        {"a@example.org, @desk", "@:a@example.org p:, @:@desk"},
        {"end.then", "w:end p:. w:then"},
        {"wait... no -- yes", "w:wait p:... w:no p:-- w:yes"},
        {"(a) [b]", "p:( w:a p:) p:[ w:b p:]"},
        {"\xE2\x80\x9Cyes\xE2\x80\x9D", "p:\xE2\x80\x9C w:yes p:\xE2\x80\x9D"},
        {"caf\xC3\xA9 \xC3\x85ngstr\xC3\xB6m", "w:caf\xC3\xA9 w:\xC3\x85ngstr\xC3\xB6m"},
        {"soft\xC2\xADhyphen", "w:soft\xC2\xADhyphen"},
        {"a\xC2\xA0"
         "b",
         "w:a w:b"},
        {"bad\xFF\xFE"
         "byte",
         "w:bad s:\xFF\xFE w:byte"},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(tokens_of(annotate, text) == expected);
    }
}

TEST_CASE("cuts what is too long for a word") {
    TestAnnotator annotate;
    const std::string text(1000, 'a');
    const AnnotatedText annotated = annotate(text);
    CHECK(annotated.tokens.size() == 8);
    for (const Span span : annotated.tokens.span) CHECK(span.size() <= kLongestToken);
}

TEST_CASE("drops blanks, hyphens and dots from the key of a name") {
    CHECK(name_key("APT 31") == name_key("APT31"));
    CHECK(name_key("Covid-19") == name_key("COVID 19"));
    CHECK(name_key("U.S.") == name_key("US"));
    CHECK(name_key("Beyonc\xC3\xA9") == name_key("Beyonce"));
    CHECK(name_key("APT 31") != name_key("APT 40"));
}

}  // namespace axray::language
