#include "read/furniture/furniture.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "read/characters/characters.hpp"
#include "read/characters/folded_words.hpp"
#include "read/furniture/furniture_rules.hpp"
#include "read/furniture/line_parts.hpp"
#include "read/furniture/phrase_index.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongText = 700;  // bytes: longer blocks are text unless their surroundings say otherwise
constexpr std::size_t kFewWords = 12;

// What a block is by itself, before its neighbours are looked at.
struct Signs {
    std::size_t words = 0;
    int points = 0;
    int strongest = 0;  // points of the sign that gave the reason
    CutReason reason = CutReason::other_furniture;
    bool prose = false;             // a sentence of some length
    bool speaks_to_reader = false;  // commands, or says "you" or "we" outside quotation marks
    bool ends_sentence = false;
    bool has_verb = false;
    bool lone_number = false;
    bool date_line = false;
    std::size_t menu_items = 0;  // parts of a line such as "Home | News | Coast"
    Heads heads = Heads::nothing;

    void add(int more, CutReason why) {
        points += more;
        if (more > strongest) {
            strongest = more;
            reason = why;
        }
    }
};

double link_share(const RawBlock& block) {
    return block.span.empty() ? 0 : static_cast<double>(block.link_bytes) / block.span.size();
}

struct SurroundingsRule {
    Surroundings where;
    int points;        // for a block that is no sentence
    int prose_points;  // for one that is
    CutReason reason;
};
constexpr SurroundingsRule kSurroundingsRules[] = {
    {Surroundings::navigation, 120, 120, CutReason::navigation},
    {Surroundings::page_header, 100, 100, CutReason::navigation},
    {Surroundings::page_footer, 120, 120, CutReason::navigation},
    {Surroundings::aside, 100, 100, CutReason::navigation},
    {Surroundings::form, 100, 100, CutReason::comments},
    {Surroundings::comments, 120, 120, CutReason::comments},
    {Surroundings::sharing, 100, 60, CutReason::sharing},
    {Surroundings::promotion, 100, 100, CutReason::subscription},
    {Surroundings::advertisement, 100, 100, CutReason::advertisement},
    {Surroundings::byline, 100, 0, CutReason::byline},
    {Surroundings::related, 100, 90, CutReason::navigation},
};

void weigh_surroundings(const RawBlock& block, Signs& signs) {
    for (const SurroundingsRule& rule : kSurroundingsRules) {
        if (has(block.surroundings, rule.where)) signs.add(signs.prose ? rule.prose_points : rule.points, rule.reason);
    }
    if (signs.ends_sentence && signs.words >= kFewWords) return;
    const double share = link_share(block);
    if (share > 0.8)
        signs.add(block.kind == BlockKind::list_item ? 100 : 70, CutReason::navigation);
    else if (share > 0.5)
        signs.add(40, CutReason::navigation);
}

bool begins_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// How many words of a block are of which class.
struct WordCounts {
    std::size_t verbs = 0;
    std::size_t functions = 0;
    std::size_t credits = 0;
    std::size_t dates = 0;  // calendar words and numbers
    std::size_t numbers = 0;
    int address = 0;             // outside quotation marks
    std::size_t name_parts = 0;  // what may stand in a byline: capitals, numbers, function and calendar words
};

WordCounts count_classes(const std::vector<FoldedWord>& words) {
    WordCounts counts;
    for (const FoldedWord& word : words) {
        const WordClass classes = classes_of(word.hash);
        const bool calendar = has(classes, WordClass::calendar);
        if (word.is_number) ++counts.numbers;
        if (word.is_number || calendar) ++counts.dates;
        if (word.is_number || calendar || word.is_capital || has(classes, WordClass::function)) ++counts.name_parts;
        if (classes == WordClass::none) continue;
        if (has(classes, WordClass::verb)) ++counts.verbs;
        if (has(classes, WordClass::function)) ++counts.functions;
        if (has(classes, WordClass::credit)) ++counts.credits;
        if (has(classes, WordClass::address) && !word.is_quoted) ++counts.address;
    }
    return counts;
}

// "By Ana Brandt, Berlin": names and nothing else after the preposition.
bool is_byline(const std::vector<FoldedWord>& words, const WordCounts& counts) {
    constexpr std::size_t kLongest = 9;
    if (words.size() < 2 || words.size() > kLongest || !words[1].is_capital) return false;
    const bool preposition = words[0].hash == hash_of_folded("by") || words[0].hash == hash_of_folded("von") ||
                             words[0].hash == hash_of_folded("par") || words[0].hash == hash_of_folded("por");
    const bool counted = words[0].is_capital || has(classes_of(words[0].hash), WordClass::function);
    return preposition && counts.name_parts + (counted ? 0 : 1) == words.size();
}

void weigh_form(std::string_view text, const std::vector<FoldedWord>& words, Signs& signs) {
    constexpr std::size_t kMoreWords = 25;
    const WordCounts counts = count_classes(words);
    const bool commands = !words.front().is_quoted && has(classes_of(words.front().hash), WordClass::imperative);
    signs.has_verb = counts.verbs > 0;
    signs.prose = signs.ends_sentence && (words.size() >= 16 || (words.size() >= 8 && signs.has_verb));
    signs.speaks_to_reader = counts.address > 0 || commands;

    if (!signs.ends_sentence && !signs.has_verb) {
        signs.add(words.size() <= kFewWords ? 30 : words.size() <= kMoreWords ? 15 : 0, signs.reason);
    }
    if (commands) signs.add(words.size() <= kMoreWords ? 30 : 15, CutReason::subscription);
    if (counts.address > 0) signs.add(std::min(10 + 10 * counts.address, 30), CutReason::subscription);
    if (text.back() == '!' && !words.back().is_quoted) signs.add(10, signs.reason);

    signs.lone_number = words.size() == 1 && words[0].is_number;
    signs.date_line = counts.numbers > 0 && words.size() <= 14 && words.size() >= 2 && !signs.ends_sentence &&
                      counts.dates == words.size();
    if (words.size() <= 2 && counts.functions == words.size()) signs.add(100, CutReason::other_furniture);
    if (is_byline(words, counts)) signs.add(100, CutReason::byline);

    const bool credit_line = counts.credits > 0 && words.size() <= 10 && !signs.has_verb && !signs.ends_sentence &&
                             10 * counts.credits >= 3 * words.size();
    if (credit_line) {
        signs.add(text.find('/') != std::string_view::npos || counts.credits >= 2 ? 70 : 40, CutReason::byline);
    }
    if (begins_with(text, "\xC2\xA9") || begins_with(text, "(c) ")) signs.add(100, CutReason::other_furniture);
}

void weigh_phrases(const std::vector<FoldedWord>& words, Signs& signs) {
    constexpr std::size_t kLabelWords = 6;
    bool labelled = false;  // the phrase is followed by a colon or bar: "More in: ..."
    for (const PhraseRule* rule : find_phrases(words)) {
        signs.add(rule->points, rule->reason);
        if (rule->heads != Heads::nothing && words.size() <= kLabelWords) signs.heads = rule->heads;
        if (rule->place != Place::start || labelled) continue;
        const auto length = static_cast<std::size_t>(std::count(rule->words.begin(), rule->words.end(), ' ')) + 1;
        labelled = words[length - 1].ends_part && words.size() > length;
    }
    if (labelled && !signs.prose) signs.add(20, signs.reason);
    if (labelled) signs.heads = Heads::nothing;
}

// A sentence that merely contains the words of furniture stays.
void defend_sentences(Signs& signs) {
    if (signs.prose)
        signs.points -= signs.speaks_to_reader ? 60 : 150;
    else if (signs.ends_sentence && signs.words >= 6 && signs.has_verb && !signs.speaks_to_reader)
        signs.points -= 40;
}

Signs weigh(const BlockList& list, const RawBlock& block) {
    constexpr std::size_t kMostWords = 150;
    constexpr std::size_t kBeginning = 32;
    Signs signs;
    const std::string_view text = list.slice(block.span);
    signs.ends_sentence = ends_like_a_sentence(text);
    if (text.size() > kLongText && link_share(block) < 0.3) {
        signs.words = kMostWords;
        signs.prose = true;
        signs.has_verb = true;
        weigh_surroundings(block, signs);
        return signs;
    }
    // The beginning of a longer block of sentences tells as much as all of it.
    const bool sentences = signs.ends_sentence && text.size() > kLongText / 3 && link_share(block) < 0.3;
    const std::vector<FoldedWord> words = fold_words(text, sentences ? kBeginning : kMostWords);
    signs.words = words.size();
    if (words.empty()) {
        signs.add(kCutPoints, CutReason::other_furniture);
        return signs;
    }
    weigh_form(text, words, signs);
    if (block.kind != BlockKind::table_row && block.kind != BlockKind::title) {
        signs.menu_items = count_menu_items(text);
        signs.date_line = signs.date_line || is_dated_line(text);
    }
    weigh_phrases(words, signs);
    if (block.kind == BlockKind::table_row && !signs.prose) signs.points = std::min(signs.points, 60);
    defend_sentences(signs);
    weigh_surroundings(block, signs);
    return signs;
}

// The blocks of one document with their signs; each step below looks at one kind of neighbourhood.
class FurnitureJudge {
public:
    explicit FurnitureJudge(BlockList& list) : list_(list), blocks_(list.blocks) {
        signs_.reserve(blocks_.size());
        for (const RawBlock& block : blocks_) signs_.push_back(weigh(list_, block));
    }

    void judge() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) cut_if_enough(i, 0);
        cut_after_author_labels();
        find_body();
        weigh_ends();
        cut_link_lists();
        cut_counters();
        cut_lines_above_title();
        cut_after_appeals();
        cut_repetitions();
        cut_headings_of_nothing();
        mark_captions();
    }

private:
    bool is_kept(std::size_t i) const { return !blocks_[i].cut; }

    void cut(std::size_t i, CutReason reason) {
        if (is_kept(i)) blocks_[i].cut = reason;
    }
    void cut_if_enough(std::size_t i, int more) {
        if (signs_[i].points + more >= kCutPoints) cut(i, signs_[i].reason);
    }

    // The body of the text: from the first to the last sentence that reports something.
    void find_body() {
        body_begin_ = blocks_.size();
        body_end_ = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const bool reports = is_kept(i) && signs_[i].prose && !signs_[i].speaks_to_reader;
            if (!reports) continue;
            body_begin_ = std::min(body_begin_, i);
            body_end_ = i + 1;
        }
        if (body_end_ == 0) {  // no sentence at all: a list, a table, a few words
            body_begin_ = 0;
            body_end_ = blocks_.size();
        }
    }

    void weigh_ends() {
        constexpr int kEndPoints = 20;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (i >= body_begin_ && i < body_end_) continue;
            if (signs_[i].date_line) cut(i, CutReason::byline);
            if (is_menu(i)) cut(i, CutReason::navigation);
            if (signs_[i].points > 30) cut_if_enough(i, kEndPoints);
        }
    }

    // A line of several short items; one among lines of as many items is the row of a table.
    bool is_menu(std::size_t i) const {
        constexpr std::size_t kMostWords = 16;
        const std::size_t items = signs_[i].menu_items;
        if (items > 0) {
            return (i == 0 || signs_[i - 1].menu_items != items) &&
                   (i + 1 >= blocks_.size() || signs_[i + 1].menu_items != items);
        }
        return has(blocks_[i].surroundings, Surroundings::columns) && signs_[i].words <= kMostWords &&
               !signs_[i].ends_sentence && !signs_[i].has_verb;
    }

    // What stands under "About the author" at the end: a paragraph or two about somebody who is not in the news.
    void cut_after_author_labels() {
        constexpr std::size_t kMostParagraphs = 2;
        std::size_t sentences_before = 0;
        std::size_t left = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_kept(i)) {
                left = signs_[i].heads == Heads::author && sentences_before > 0 ? kMostParagraphs : 0;
            } else if (left > 0 && blocks_[i].kind == BlockKind::paragraph) {
                cut(i, CutReason::byline);
                --left;
            } else {
                left = 0;
                if (signs_[i].prose) ++sentences_before;
            }
        }
    }

    // The headlines under "You may also like", up to the next sentence. A heading of the article itself may follow the
    // last of them, so inside the body the line over a sentence stays, and in a page only links go.
    void cut_link_lists() {
        bool inside = false;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_kept(i)) {
                inside = signs_[i].heads == Heads::links || (inside && blocks_[i].cut == CutReason::navigation);
                continue;
            }
            if (!inside) continue;
            inside = looks_like_link(i);
            if (inside) cut(i, CutReason::navigation);
        }
    }
    bool looks_like_link(std::size_t i) const {
        constexpr std::size_t kFewestWords = 2;
        constexpr std::size_t kMostWords = 20;
        const Signs& signs = signs_[i];
        const bool question = list_.slice(blocks_[i].span).back() == '?';
        if (signs.words < kFewestWords || signs.words > kMostWords || (signs.ends_sentence && !question)) return false;
        if (blocks_[i].kind == BlockKind::title || blocks_[i].kind == BlockKind::table_row) return false;
        if (i >= body_end_) return true;
        if (i < body_begin_ && blocks_[i].kind == BlockKind::heading) return false;  // the headline of the article
        const bool in_page = blocks_[i].node != 0;
        if (in_page) return link_share(blocks_[i]) > 0.5;
        return i + 1 < blocks_.size() && !signs_[i + 1].prose;
    }

    // "Excited / 0 / Happy / 0": numbers that stand alone, and the words beside them.
    void cut_counters() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!signs_[i].lone_number || blocks_[i].kind == BlockKind::table_row || is_year_over_text(i)) continue;
            cut(i, CutReason::sharing);
            for (const std::size_t neighbour : {i - 1, i + 1}) {
                if (neighbour < blocks_.size() && is_label(neighbour) && next_to_several_numbers(neighbour)) {
                    cut(neighbour, CutReason::sharing);
                }
            }
        }
    }
    bool is_label(std::size_t i) const {
        constexpr std::size_t kLabelWords = 3;
        return signs_[i].words <= kLabelWords && !signs_[i].ends_sentence;
    }
    bool next_to_several_numbers(std::size_t i) const {
        const bool before = i >= 1 && signs_[i - 1].lone_number;
        const bool after = i + 1 < blocks_.size() && signs_[i + 1].lone_number;
        const bool far = (i >= 2 && signs_[i - 2].words <= 3 && i >= 3 && signs_[i - 3].lone_number) ||
                         (i + 3 < blocks_.size() && signs_[i + 2].words <= 3 && signs_[i + 3].lone_number);
        return (before && after) || far || i + 1 >= body_end_ || i < body_begin_;
    }
    // "2021" over what happened in that year.
    bool is_year_over_text(std::size_t i) const {
        const std::string_view text = list_.slice(blocks_[i].span);
        return text.size() == 4 && (begins_with(text, "19") || begins_with(text, "20")) && i + 1 < blocks_.size() &&
               is_kept(i + 1) && signs_[i + 1].ends_sentence && signs_[i + 1].words > 5;
    }

    // The name of the section over the headline: one to three words, and then a longer line without a verdict.
    void cut_lines_above_title() {
        constexpr std::size_t kSectionWords = 3;
        constexpr std::size_t kTitleWords = 4;
        cut_name_over_menu();
        const std::size_t first = next_kept(0);
        const std::size_t second = next_kept(first + 1);
        if (next_kept(second + 1) >= blocks_.size() || first >= body_begin_) return;
        const bool section = signs_[first].words <= kSectionWords && !signs_[first].ends_sentence &&
                             !signs_[first].lone_number && blocks_[first].kind != BlockKind::title &&
                             blocks_[first].kind != BlockKind::list_item;
        if (section && signs_[second].words >= kTitleWords && is_short_line(second)) cut(first, CutReason::navigation);
    }
    // The name of the paper, directly over its menu: the headline is a line further down.
    void cut_name_over_menu() {
        const std::size_t first = next_kept(0);
        const std::size_t headline = next_kept(first + 1);
        if (first + 1 >= headline || headline >= blocks_.size() || first >= body_begin_) return;
        const bool joined = blocks_[first].kind != BlockKind::title && is_menu(first + 1) &&
                            !has(blocks_[first].surroundings, Surroundings::stands_alone);
        if (joined && is_short_line(first) && is_short_line(headline)) cut(first, CutReason::navigation);
    }
    std::size_t next_kept(std::size_t i) const {
        while (i < blocks_.size() && !is_kept(i)) ++i;
        return i;
    }
    bool is_short_line(std::size_t i) const {
        constexpr std::size_t kLongestTitle = 25;
        constexpr std::size_t kLongestSentence = 14;
        const BlockKind kind = blocks_[i].kind;
        return signs_[i].words <= (signs_[i].ends_sentence ? kLongestSentence : kLongestTitle) &&
               (kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::title);
    }

    // Behind the body, an appeal is often followed by more of it: sentences that court the reader.
    void cut_after_appeals() {
        constexpr int kInsideAppeal = 150;  // takes back what defends sentences, and more
        bool inside = false;
        for (std::size_t i = body_end_; i < blocks_.size(); ++i) {
            if (!is_kept(i)) {
                inside = inside || blocks_[i].cut == CutReason::subscription;
                continue;
            }
            if (!inside) continue;
            if (signs_[i].speaks_to_reader) cut_if_enough(i, kInsideAppeal);
            inside = !is_kept(i);
        }
    }

    void cut_repetitions() {
        const std::size_t slot_count = std::bit_ceil(2 * blocks_.size() + 1);
        std::vector<std::uint32_t> slots(slot_count, 0);  // number of a block and one, by the hash of its words
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const std::string_view text = list_.slice(blocks_[i].span);
            std::size_t slot = std::hash<std::string_view>()(text) & (slot_count - 1);
            while (slots[slot] != 0 && list_.slice(blocks_[slots[slot] - 1].span) != text)
                slot = (slot + 1) & (slot_count - 1);
            const bool seen = slots[slot] != 0;
            if (!seen) slots[slot] = static_cast<std::uint32_t>(i + 1);
            const bool an_answer = signs_[i].ends_sentence && signs_[i].words < 5;  // "No comment." may be said twice
            if (seen && !an_answer && blocks_[i].kind != BlockKind::table_row) cut(i, CutReason::repeated);
        }
    }

    // A heading all of whose text was set aside, and a name that stands over the author's.
    void cut_headings_of_nothing() {
        constexpr std::size_t kNameWords = 4;
        bool text_follows = false;       // the next block that is left is no heading
        bool furniture_between = false;  // something was set aside before it
        for (std::size_t i = blocks_.size(); i-- > body_begin_ && i > 0;) {
            const bool heading = blocks_[i].kind == BlockKind::heading;
            const bool over_byline = i + 1 < blocks_.size() && blocks_[i + 1].cut == CutReason::byline &&
                                     signs_[i].words <= kNameWords && i > body_begin_;
            if (is_kept(i) && heading && furniture_between && (!text_follows || over_byline))
                cut(i, CutReason::navigation);
            if (is_kept(i)) text_follows = !heading;
            furniture_between = !is_kept(i);
        }
    }

    // A line that ends with the credit of its picture: "The harbour on Monday (Reuters)".
    void mark_captions() {
        for (RawBlock& block : blocks_) {
            const std::string_view text = list_.slice(block.span);
            const bool candidate = block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
            if (block.cut || !candidate || text.size() > kLongText || text.back() != ')') continue;
            const std::size_t open = text.rfind('(');
            if (open == std::string_view::npos || open == 0) continue;
            const std::vector<FoldedWord> credit = fold_words(text.substr(open), kFewWords);
            if (credit.size() <= 6 && std::any_of(credit.begin(), credit.end(), [](const FoldedWord& word) {
                    return has(classes_of(word.hash), WordClass::credit);
                })) {
                block.kind = BlockKind::caption;
            }
        }
    }

    BlockList& list_;
    std::vector<RawBlock>& blocks_;
    std::vector<Signs> signs_;
    std::size_t body_begin_ = 0;  // blocks
    std::size_t body_end_ = 0;
};

}  // namespace

void set_aside_furniture(BlockList& list) { FurnitureJudge(list).judge(); }

}  // namespace axray::read
