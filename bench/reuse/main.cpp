// Asks the search for copies about texts (program axray_reuse, for development).
//
//   axray_reuse pairs < texts.jsonl > pairs.jsonl    {"id", "text"} -> one line a pair of texts that share words
//   axray_reuse compare < twos.jsonl > compared.jsonl
//       {"id", "text", "source"} -> how much of the text is from the source, and where each of its sentences is from
//   axray_reuse speed < texts.jsonl    signs and looks up every text; one line of JSON
//
// Exit status 0; 2 for a wrong call; 3 when the input cannot be read.
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "language/annotator.hpp"
#include "language/words/lexicon.hpp"
#include "story/origins/compare_texts.hpp"
#include "story/origins/copy_finder.hpp"
#include "story/origins/rewritten.hpp"

using namespace axray;
using Json = nlohmann::ordered_json;

namespace {

struct Texts {
    std::vector<std::string> ids;
    std::vector<std::string> texts;
};

// A text and another that it may be from.
struct Two {
    std::string text;
    std::string source;
};

Texts read_texts() {
    Texts read;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        const auto record = Json::parse(line);
        read.ids.push_back(record.at("id").get<std::string>());
        read.texts.push_back(record.at("text").get<std::string>());
    }
    return read;
}

Json passages_of(const story::TextPair& pair, const Texts& read) {
    auto passages = Json::array();
    base::CodePointCounter first(read.texts[pair.first]);
    base::CodePointCounter second(read.texts[pair.second]);
    for (const auto& passage : pair.passages) {
        const auto one = first.convert(passage.first.span);
        const auto other = second.convert(passage.second.span);
        passages.push_back({{"first", {one.begin, one.end}},
                            {"second", {other.begin, other.end}},
                            {"kind", to_string(passage.kind)},
                            {"likeness", passage.likeness}});
    }
    return passages;
}

void print_pairs(const story::CopyFinder& finder, const Texts& read) {
    story::ReuseIndex::Lookup lookup;
    for (std::uint32_t text = 0; text < finder.size(); ++text) {
        for (const auto& pair : finder.pairs_with_earlier(text, lookup)) {
            std::cout << Json{{"first", read.ids[pair.first]},
                              {"second", read.ids[pair.second]},
                              {"kind", pair.shares_prose ? to_string(pair.kind) : std::string_view("none")},
                              {"share_of_first", pair.share_of_first},
                              {"share_of_second", pair.share_of_second},
                              {"own_of_first", pair.own_of_first},
                              {"own_of_second", pair.own_of_second},
                              {"passages", passages_of(pair, read)}}
                             .dump()
                      << '\n';
        }
    }
}

// Each sentence of the text with the likest of the source: [[begin, end, source begin, source end]], null where it is
// the text's own.
Json sentence_map(const language::AnnotatedText& text, const language::AnnotatedText& source, const Two& two) {
    constexpr story::RewrittenLimits kAnyLikeness{.likeness = 0.4, .common = 1, .unnamed = 0, .share_of_both = 0.1};
    const auto own = story::stated_text(text, story::CountedWords::all);
    const auto theirs = story::stated_text(source, story::CountedWords::all);
    auto map = Json::array();
    base::CodePointCounter places(two.text);
    base::CodePointCounter source_places(two.source);
    const auto likest = story::likest_sentences(own, theirs, kAnyLikeness);
    auto from = likest.begin();
    for (std::uint32_t number = 0; number < own.sentences.size(); ++number) {
        const auto place = places.convert(own.sentences[number].span);
        while (from != likest.end() && from->first < number) ++from;
        if (from == likest.end() || from->first != number) {
            map.push_back({place.begin, place.end, nullptr, nullptr});
            continue;
        }
        const auto origin = source_places.convert(theirs.sentences[from->second].span);
        map.push_back({place.begin, place.end, origin.begin, origin.end});
    }
    return map;
}

// Share of the content words of the text that stand in sentences which make a statement of the source.
double share_in_alike_sentences(const language::AnnotatedText& text, const language::AnnotatedText& source) {
    const auto own = story::stated_text(text);
    double words = 0;
    double alike = 0;
    for (const auto& sentence : own.sentences) words += static_cast<double>(sentence.words.size());
    constexpr story::RewrittenLimits kByThemselves{.likeness = 0.45};  // sentences that no neighbours bear out
    for (const auto& pair : story::likest_sentences(own, story::stated_text(source), kByThemselves))
        alike += pair.likeness * static_cast<double>(own.sentences[pair.first].words.size());
    return words > 0 ? alike / words : 0;
}

int compare() {
    const auto lexicon = language::Lexicon::open(AXRAY_BENCH_MODELS "/wordnet.bin");
    if (!lexicon) {
        std::fprintf(stderr, "axray_reuse: %s\n", lexicon.error().to_string().c_str());
        return 3;
    }
    const language::Annotator annotator(*lexicon);
    language::Workspace workspace;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        const auto record = Json::parse(line);
        const Two two{record.at("text").get<std::string>(), record.at("source").get<std::string>()};
        const auto text = annotator.annotate_text(two.text, workspace);
        const auto source = annotator.annotate_text(two.source, workspace);
        const auto words = story::split_plain_words(two.text);
        const auto source_words = story::split_plain_words(two.source);
        std::cout << Json{{"id", record.at("id")},
                          {"common_runs", story::share_in_common_runs(words, source_words, 3)},
                          {"long_runs", story::share_in_common_runs(words, source_words, 8)},
                          {"alike_sentences", share_in_alike_sentences(text, source)},
                          {"map", sentence_map(text, source, two)}}
                         .dump()
                  << '\n';
    }
    return 0;
}

// Of one core, whatever else the machine does.
double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

void print_speed(const Texts& read) {
    const auto begin = std::clock();
    story::CopyFinder finder;
    for (const auto& text : read.texts) finder.add({text, {}});
    const auto signed_in = seconds_since(begin);
    finder.index();
    story::ReuseIndex::Lookup lookup;
    std::size_t candidates = 0;
    for (std::uint32_t text = 0; text < finder.size(); ++text) candidates += finder.candidates(text, lookup).size();
    const auto looked_up = seconds_since(begin);
    std::size_t pairs = 0;
    for (std::uint32_t text = 0; text < finder.size(); ++text) {
        for (const auto& pair : finder.pairs_with_earlier(text, lookup)) pairs += pair.shares_prose ? 1 : 0;
    }
    std::cout << Json{{"texts", finder.size()},
                      {"signing_seconds", signed_in},
                      {"signing_and_look_up_seconds", looked_up},
                      {"pairs_seconds", seconds_since(begin)},
                      {"candidates", candidates},
                      {"pairs", pairs},
                      {"index_bytes", finder.bytes()}}
                     .dump()
              << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::string_view task = argc == 2 ? argv[1] : "";
    if (task != "pairs" && task != "compare" && task != "speed") {
        std::fputs("use: axray_reuse pairs|compare|speed < texts.jsonl\n", stderr);
        return 2;
    }
    try {
        if (task == "compare") {
            if (const int status = compare(); status != 0) return status;
            std::cout.flush();
            return std::cout ? 0 : 3;
        }
        const auto read = read_texts();
        if (task == "speed") {
            print_speed(read);
        } else {
            story::CopyFinder finder;
            for (const auto& text : read.texts) finder.add({text, {}});
            finder.index();
            print_pairs(finder, read);
        }
    } catch (const Json::exception& wrong) {
        std::fprintf(stderr, "axray_reuse: %s\n", wrong.what());
        return 3;
    }
    std::cout.flush();
    return std::cout ? 0 : 3;
}
