// Labelled claims with their sources, as the programs here read them (JSON lines, plain or gzip -> Items).
//
// A line is an input line of `axray check --jsonl` with the right answer beside it: a label, evidence sentences where
// they are known, and what the data set says of itself. The four labels are those of the verdicts; sets with fewer are
// marked, so that the training programs use them only where their labels tell something.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/engine.hpp>
#include <axray/result.hpp>

namespace axray::train {

enum class Label : std::uint8_t { supported, partially_supported, contradicted, not_supported };

struct Item {
    std::string id;
    std::string dataset;
    ClaimRequest request;  // every source with its sentences
    Label label = Label::not_supported;
    bool two_labels = false;     // the set knows supported and not supported only
    bool sentence_pair = false;  // one or a few sentences stand for the source, as in the sets made for training only
    bool weak_label = false;     // contradicted and not supported are told apart only roughly
    std::vector<std::vector<SentenceReference>> evidence_sets;  // any one of them is right; empty when not known
    bool has_bad_spans = false;
    std::vector<Span> bad_spans;  // code points of the claim that the sources do not bear out
    std::uint32_t group = 0;      // items with a common source text have the same group; see assign_groups
};

// Reads every *.jsonl and *.jsonl.gz of `folder` whose name (without endings) is not in `left_out`, in order of names.
// Errors: not_found, malformed with file and line.
[[nodiscard]] Result<std::vector<Item>> read_items(const std::string& folder, const std::vector<std::string>& left_out);

// Joins items that share a long source sentence into groups, so that no source text is on both sides of a split.
// Groups are numbered in order of first appearance.
void assign_groups(std::vector<Item>& items);

}  // namespace axray::train
