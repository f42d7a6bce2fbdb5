// Dictionary forms by learned rules (written word, fine tag -> lemma): what to take off its end and what to put there.
//
// The table models/lemmas.bin, made by train/language/lemmas_train.py from treebanks and WordNet's lists of irregular
// forms; rules for whole words stand before rules for ends, longer ends before shorter ones. Source: own, after the
// ripple-down rules of Plisson et al. 2004.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "language/syntax/tensor_file.hpp"

namespace axray::language {

class Lemmas {
public:
    // Errors: model_mismatch, naming the file.
    [[nodiscard]] static Result<Lemmas> open(const std::string& path);

    // In lower case, straight apostrophes; any bytes are accepted. `fine_tag` as in the Penn Treebank: "VBD".
    [[nodiscard]] std::string lemma(std::string_view written, std::string_view fine_tag) const;

private:
    struct Rule {
        std::uint32_t take_off = 0;  // bytes
        std::string put;
    };
    explicit Lemmas(TensorFile file) : file_(std::move(file)) {}
    [[nodiscard]] const Rule* find(char kind, std::string_view text, std::string_view fine_tag) const;

    TensorFile file_;
    std::span<const std::uint64_t> keys_;  // ascending
    std::span<const float> numbers_;       // of the rule of each key
    std::vector<Rule> rules_;
};

}  // namespace axray::language
