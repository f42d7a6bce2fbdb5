// Prints what the sentence models see of words, for the training programs: one written word a line on standard input,
// one line with its features in decimal: form, shape, beginning, ending, classes, pieces.
//
//   axray_word_features MODELS < words.txt > features.tsv
#include <cstdio>
#include <iostream>
#include <string>

#include "language/syntax/word_features.hpp"

int main(int count, char** arguments) {
    using namespace axray::language;
    if (count != 2) {
        std::fprintf(stderr, "usage: axray_word_features MODELS < words\n");
        return 2;
    }
    const std::string folder = arguments[1];
    const auto lexicon = Lexicon::open(folder + "/wordnet.bin");
    const auto names = NameWords::open(folder + "/name_words.bin");
    if (!lexicon || !names) {
        std::fprintf(stderr, "axray_word_features: %s\n",
                     (!lexicon ? lexicon.error() : names.error()).to_string().c_str());
        return 3;
    }
    for (std::string word; std::getline(std::cin, word);) {
        const WordFeatures features = features_of(word, *lexicon, *names);
        std::printf("%016llx\t%u\t%u\t%u\t%u\t", static_cast<unsigned long long>(features.form),
                    static_cast<unsigned>(features.shape), static_cast<unsigned>(features.beginning),
                    static_cast<unsigned>(features.ending), static_cast<unsigned>(features.classes));
        for (unsigned at = 0; at < features.piece_count; ++at)
            std::printf(at == 0 ? "%u" : " %u", static_cast<unsigned>(features.pieces[at]));
        std::printf("\n");
    }
}
