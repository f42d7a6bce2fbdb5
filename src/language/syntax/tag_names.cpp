#include <algorithm>
#include <iterator>

#include "language/syntax/sentence_models.hpp"

namespace axray::language {
namespace {

// In the order of the alphabet, as the training programs write them.
constexpr std::string_view kFineTags[] = {"$",    "''",  ",",   "-LRB-", "-RRB-", ".",    ":",   "ADD", "AFX", "CC",
                                          "CD",   "DT",  "EX",  "FW",    "GW",    "HYPH", "IN",  "JJ",  "JJR", "JJS",
                                          "LS",   "MD",  "NFP", "NN",    "NNP",   "NNPS", "NNS", "PDT", "POS", "PRP",
                                          "PRP$", "RB",  "RBR", "RBS",   "RP",    "SYM",  "TO",  "UH",  "VB",  "VBD",
                                          "VBG",  "VBN", "VBP", "VBZ",   "WDT",   "WP",   "WP$", "WRB", "``"};

constexpr std::string_view kRelations[] = {
    "acl",        "acl:relcl", "advcl",       "advcl:relcl", "advmod",        "amod",     "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",  "ccomp",         "compound", "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",  "dep",           "det",      "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",        "goeswith",      "iobj",     "list",         "mark",
    "nmod",       "nmod:desc", "nmod:npmod",  "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer",  "nsubj:pass",
    "nummod",     "obj",       "obl",         "obl:agent",   "obl:npmod",     "obl:tmod", "obl:unmarked", "orphan",
    "parataxis",  "punct",     "reparandum",  "root",        "vocative",      "xcomp"};

}  // namespace

std::string_view fine_tag_name(std::uint8_t number) {
    return number < std::size(kFineTags) ? kFineTags[number] : std::string_view{};
}

std::string_view relation_name(std::uint8_t number) {
    return number < std::size(kRelations) ? kRelations[number] : std::string_view{};
}

std::uint8_t relation_number(std::string_view name) {
    const auto found = std::find(std::begin(kRelations), std::end(kRelations), name);
    return found == std::end(kRelations) ? kNoNumber : static_cast<std::uint8_t>(found - std::begin(kRelations));
}

}  // namespace axray::language
