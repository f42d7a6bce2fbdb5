// Tags, lemmas and dependencies of given tokens (CoNLL-U -> CoNLL-U with our columns in place of the gold ones).
//
// Words of the file are taken as tokens; what they were cut from ("don't" of "do" and "n't") and empty nodes are passed
// over. A document is annotated at once, so that what is known of one sentence helps in the next. Format:
// universaldependencies.org/format.
#include <array>
#include <sstream>

#include "language/annotation_names.hpp"
#include "language/syntax/sentence_models.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

constexpr std::size_t kColumns = 10;
using Row = std::array<std::string, kColumns>;

// A document of the file: its rows, and the same as text with tokens and sentences.
struct Treebank {
    std::vector<Row> rows;
    std::string text;
    std::vector<Span> tokens;
    std::vector<language::TokenSpan> sentences;
    std::uint32_t sentence_begin = 0;
    unsigned glued_until = 0;  // words up to this number were cut from one
    bool glued = false;        // no blank after the last word
    bool blank_after_range = true;

    void add(Row row) {
        const auto number = static_cast<unsigned>(std::stoul(row[0]));
        if (!text.empty() && !glued) text += ' ';
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += row[1];
        tokens.push_back({begin, static_cast<std::uint32_t>(text.size())});
        if (number < glued_until) {
            glued = true;
        } else {
            const bool ends_range = number == glued_until;
            glued = ends_range ? !blank_after_range : row[9].find("SpaceAfter=No") != std::string::npos;
            glued_until = 0;
        }
        rows.push_back(std::move(row));
    }
    void end_sentence() {
        const auto end = static_cast<std::uint32_t>(tokens.size());
        if (end > sentence_begin) sentences.push_back({sentence_begin, end});
        sentence_begin = end;
        glued = false;
    }
};

Row columns_of(const std::string& line) {
    Row row;
    std::istringstream cells(line);
    for (std::string& cell : row) std::getline(cells, cell, '\t');
    return row;
}

bool is_number(const std::string& id) { return id.find_first_not_of("0123456789") == std::string::npos && !id.empty(); }

void write(Tools& tools, const Treebank& treebank, std::ostream& out) {
    const language::AnnotatedText annotated =
        tools.annotator.annotate_tokens(treebank.text, treebank.tokens, treebank.sentences, tools.workspace,
                                        {.layers = language::Layers::all, .published = {}});
    const language::Tokens& tokens = annotated.tokens;
    for (const language::TokenSpan sentence : treebank.sentences) {
        for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
            Row row = treebank.rows[token];
            for (const std::size_t column : {2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U}) row[column] = "_";
            if (tokens.parsed()) {
                const std::uint32_t head = tokens.head[token];
                row[2] = tools.annotator.lemma(treebank.text, annotated, token);
                row[3] = to_string(tokens.tag[token]);
                row[4] = language::fine_tag_name(tokens.fine_tag[token]);
                row[7] = language::relation_name(tokens.relation[token]);
                row[6] = std::to_string(head == language::kNone ? 0 : head - sentence.begin + 1);
            }
            for (std::size_t column = 0; column < kColumns; ++column) out << (column > 0 ? "\t" : "") << row[column];
            out << '\n';
        }
        out << '\n';
    }
}

void run_conllu(Tools& tools, std::istream& in, std::ostream& out) {
    Treebank treebank;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("# newdoc", 0) == 0 && !treebank.rows.empty()) {
            write(tools, treebank, out);
            treebank = {};
        }
        if (line.empty()) treebank.end_sentence();
        if (line.empty() || line[0] == '#') continue;
        Row row = columns_of(line);
        if (const auto dash = row[0].find('-'); dash != std::string::npos) {
            treebank.glued_until = static_cast<unsigned>(std::stoul(row[0].substr(dash + 1)));
            treebank.blank_after_range = row[9].find("SpaceAfter=No") == std::string::npos;
        } else if (is_number(row[0])) {
            treebank.add(std::move(row));
        }
    }
    treebank.end_sentence();
    write(tools, treebank, out);
}

constexpr std::array<Task, 1> kTasks = {
    {{"conllu", "CoNLL-U with gold tokens", "CoNLL-U with our lemma, UPOS, head, relation", run_conllu}}};

}  // namespace

std::span<const Task> conllu_tasks() { return kTasks; }

}  // namespace axray::bench
