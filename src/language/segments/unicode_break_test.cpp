// Unicode's own tests of sentence and word boundaries (UAX 29), as far as they apply; Debian package unicode-data.
//
// Each case is a text with its boundaries and, in the comment behind it, the rule that decides at each place. Ours are
// compared at every place where both say something; where they differ, the rule must be one that we do not follow.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "language/test_annotation.hpp"
#include "language/words/characters.hpp"

namespace axray::language {
namespace {

const std::string kFolder = "/usr/share/unicode/auxiliary/";

// A place between two characters.
struct Place {
    std::uint32_t at = 0;  // bytes before it
    bool border = false;
    std::string rule;  // "8.1"
};

struct BreakCase {
    std::string line;
    std::string text;
    std::vector<Place> places;  // the beginning and the end of the text among them
};

BreakCase read_case(const std::string& line) {
    BreakCase result;
    result.line = line;
    const std::size_t comment = line.find('#');
    std::istringstream parts(line.substr(0, comment));
    for (std::string part; parts >> part;) {
        if (part == "\xC3\xB7" || part == "\xC3\x97") {
            result.places.push_back({static_cast<std::uint32_t>(result.text.size()), part == "\xC3\xB7", {}});
        } else {
            base::append_utf8(result.text, static_cast<char32_t>(std::stoul(part, nullptr, 16)));
        }
    }
    std::size_t at = comment;
    for (Place& place : result.places) {
        at = line.find('[', at);
        REQUIRE(at != std::string::npos);
        const std::size_t end = line.find(']', at);
        place.rule = line.substr(at + 1, end - at - 1);
        at = end;
    }
    return result;
}

std::vector<BreakCase> read_cases(const std::string& name) {
    std::ifstream file(kFolder + name);
    std::vector<BreakCase> cases;
    if (!file) MESSAGE("skipped: there is no " << kFolder << name << " (Debian package unicode-data)");
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') cases.push_back(read_case(line));
    }
    return cases;
}

bool is_blank_at(std::string_view text, std::uint32_t at) {
    return at >= text.size() || character_at(text, at).kind == CharacterKind::space;
}

std::uint32_t last_before(std::string_view text, std::uint32_t at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
    return at;
}

// Paragraphs are blocks for us: what ends one for Unicode borders them here.
Document in_blocks(const BreakCase& test) {
    Document document;
    document.text = test.text;
    std::uint32_t begin = 0;
    for (const Place& place : test.places) {
        if (place.at == 0 || (place.rule != "4.0" && place.at < test.text.size())) continue;
        document.blocks.push_back({BlockKind::paragraph, {begin, place.at}});
        begin = place.at;
    }
    return document;
}

// A rule of Unicode's that we do not follow everywhere.
struct Exception {
    std::string rule;
    unsigned most = 0;  // places
    std::string reason;
};

// Counts the places where both agree, and by rule those where they do not.
struct Comparison {
    unsigned agreed = 0;
    std::map<std::string, unsigned> differs;
    std::map<std::string, std::string> example;

    void add(const BreakCase& test, const Place& place, bool border) {
        if (border == place.border) {
            ++agreed;
        } else if (++differs[place.rule] == 1) {
            example[place.rule] = test.line;
        }
    }

    void check(const std::vector<Exception>& exceptions, unsigned least_agreed) const {
        if (agreed == 0) return;  // the files are not there, which was said
        CHECK(agreed >= least_agreed);
        for (const auto& entry : differs) {
            const auto known = std::find_if(exceptions.begin(), exceptions.end(),
                                            [&](const Exception& one) { return one.rule == entry.first; });
            INFO("rule " << entry.first << ", first at " << example.at(entry.first));
            CHECK(entry.second <= (known == exceptions.end() ? 0 : known->most));
        }
    }
};

}  // namespace

TEST_CASE("ends sentences where Unicode does, but for what is decided by words") {
    TestAnnotator annotate;
    Comparison found;
    for (const BreakCase& test : read_cases("SentenceBreakTest.txt")) {
        Workspace workspace;
        const AnnotatedText annotated = annotate.annotator().annotate(in_blocks(test), workspace);
        std::set<std::uint32_t> begins;
        for (const Sentence& sentence : annotated.sentences) begins.insert(sentence.span.begin);
        bool words_before = false;
        for (const Place& place : test.places) {
            if (place.at > 0) words_before |= !is_blank_at(test.text, last_before(test.text, place.at));
            if (words_before && !is_blank_at(test.text, place.at)) found.add(test, place, begins.contains(place.at));
        }
    }
    found.check(
        {
            {"11.0", 22, "what cannot begin a sentence (a sign, a letter without a blank before it) begins none"},
            {"5.0", 1, "the word joiner is a blank to us"},
            {"6.0", 1, "the word joiner within a number"},
            {"7.0", 8, "the word joiner within initials"},
            {"8.0", 1, "initials with a combining mark are no initials to us"},
        },
        691);
}

TEST_CASE("cuts words where Unicode does") {
    TestAnnotator annotate;
    Comparison found;
    for (const BreakCase& test : read_cases("WordBreakTest.txt")) {
        const AnnotatedText annotated = annotate(test.text);
        std::set<std::uint32_t> borders;
        for (const Span span : annotated.tokens.span) {
            borders.insert(span.begin);
            borders.insert(span.end);
        }
        for (const Place& place : test.places) {
            if (place.at == 0 || is_blank_at(test.text, place.at) ||
                is_blank_at(test.text, last_before(test.text, place.at)))
                continue;
            found.add(test, place, borders.contains(place.at));
        }
    }
    found.check(
        {
            {"11.0", 26, "apostrophes and commas join digits only as thousands do"},
            {"12.0", 31, "the same from the other side"},
            {"13.1", 48, "a low line joins only what has letters or digits on both sides"},
            {"13.2", 63, "the same from the other side"},
            {"15.0", 1, "a flag with a mark between its letters"},
            {"3.3", 2, "a joiner after a letter joins no pictograph"},
            {"4.0", 38, "soft hyphens after signs, word joiners and marks of direction are words' ends to us"},
            {"5.0", 7, "letters on both sides of a word joiner"},
            {"6.0", 29, "colons, middle dots and full stops join words only in addresses and abbreviations"},
            {"7.0", 22, "the same from the other side"},
            {"7.1", 3, "Hebrew: a single quotation mark after a letter"},
            {"7.2", 1, "Hebrew: a double quotation mark between letters"},
            {"7.3", 1, "the same from the other side"},
            {"9.0", 5, "letters and digits on both sides of a word joiner"},
            {"999.0", 127, "letters of scripts without blanks are not cut; signs are joined in runs"},
        },
        2878);
}

}  // namespace axray::language
