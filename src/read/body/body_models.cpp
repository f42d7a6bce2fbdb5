#include "read/body/body_models.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/model_file.hpp"
#include "read/body/body_features.hpp"
#include "read/body/text_features.hpp"

// The files as they are, aligned as a mapped file would be.
#define AXRAY_INCLUDE_FILE(name, path)                                                                 \
    __asm__(".pushsection .rodata\n.balign 16\n.hidden " #name "\n.hidden " #name "End\n.globl " #name \
            "\n.globl " #name "End\n" #name ":\n.incbin \"" path "\"\n" #name "End:\n.byte 0\n.popsection\n")
AXRAY_INCLUDE_FILE(kAxrayBodyWords, AXRAY_BODY_MODELS "/body_words.bin");
AXRAY_INCLUDE_FILE(kAxrayBodyFirst, AXRAY_BODY_MODELS "/body_first.bin");
AXRAY_INCLUDE_FILE(kAxrayBodySecond, AXRAY_BODY_MODELS "/body_second.bin");
AXRAY_INCLUDE_FILE(kAxrayTextFirst, AXRAY_BODY_MODELS "/text_first.bin");
AXRAY_INCLUDE_FILE(kAxrayTextSecond, AXRAY_BODY_MODELS "/text_second.bin");
extern "C" {
extern const char kAxrayBodyWords[], kAxrayBodyWordsEnd[];
extern const char kAxrayBodyFirst[], kAxrayBodyFirstEnd[];
extern const char kAxrayBodySecond[], kAxrayBodySecondEnd[];
extern const char kAxrayTextFirst[], kAxrayTextFirstEnd[];
extern const char kAxrayTextSecond[], kAxrayTextSecondEnd[];
}

namespace axray::read {
namespace {

base::ModelFile file_of(const char* begin, const char* end, std::string_view kind, std::uint32_t version) {
    auto file =
        base::ModelFile::in_memory({begin, static_cast<std::size_t>(end - begin)}, "models/body_*.bin", kind, version);
    return std::move(file).value();  // throws where the program was built with a model of another kind
}

base::TreeBatch trees_of(const char* begin, const char* end, std::string_view kind, std::uint32_t columns) {
    auto file = file_of(begin, end, kind, base::kBoostedTreesVersion);
    return base::TreeBatch(base::BoostedTrees::of(std::move(file), "models/body_*.bin", columns).value());
}

}  // namespace

const BodyModels& body_models() {
    static const BodyModels kModels{
        WordScoreFile::of(file_of(kAxrayBodyWords, kAxrayBodyWordsEnd, kWordScoresKind, kWordScoresVersion),
                          "models/body_words.bin")
            .value(),
        trees_of(kAxrayBodyFirst, kAxrayBodyFirstEnd, kBodyTreesKind, kFirstPassColumns),
        trees_of(kAxrayBodySecond, kAxrayBodySecondEnd, kBodyTreesKind, kSecondPassColumns),
        trees_of(kAxrayTextFirst, kAxrayTextFirstEnd, kTextTreesKind, kTextFirstColumns),
        trees_of(kAxrayTextSecond, kAxrayTextSecondEnd, kTextTreesKind, kTextSecondColumns)};
    return kModels;
}

}  // namespace axray::read
