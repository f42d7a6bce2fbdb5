#include "read/metadata/captions.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "read/html/html_characters.hpp"
#include "read/metadata/addresses.hpp"
#include "read/metadata/value_place.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestCaption = 2000;     // bytes
constexpr std::size_t kShortestDescription = 20;  // of alt: shorter ones name a logo or a symbol
constexpr std::size_t kLongestAddress = 2000;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

class CaptionFinder {
public:
    CaptionFinder(const HtmlTree& tree, const BlockList& list, std::string_view base)
        : tree_(tree), list_(list), base_(base) {}

    std::vector<ImageCaption> find() && {
        for (const RawBlock& block : list_.blocks) {
            if (block.cut && block.kind != BlockKind::caption) continue;
            if (!block.cut && block.node != 0) {
                first_kept_ = std::min(first_kept_, block.node);
                last_kept_ = std::max(last_kept_, block.node);
            }
        }
        for (const RawBlock& block : list_.blocks) {
            if (block.kind == BlockKind::caption && in_article(block.node)) add_block(block);
        }
        add_descriptions();
        return std::move(captions_);
    }

private:
    // Some nodes more on both sides: the picture often stands over the first paragraph.
    bool in_article(std::uint32_t node) const {
        constexpr std::uint32_t kNear = 60;
        return first_kept_ != kNone && node + kNear >= first_kept_ && node <= last_kept_ + kNear;
    }

    std::uint32_t figure_around(std::uint32_t node) const {
        constexpr int kMostSteps = 8;
        for (int step = 0; step < kMostSteps && node != 0; ++step, node = tree_.nodes[node].parent) {
            if (tree_.nodes[node].tag == HtmlTag::figure) return node;
        }
        return kNone;
    }
    std::uint32_t image_in(std::uint32_t figure) const {
        constexpr std::uint32_t kMostNodes = 200;
        const std::uint32_t end = std::min(tree_.nodes[figure].end, figure + kMostNodes);
        for (std::uint32_t node = figure + 1; node < end; ++node) {
            if (tree_.nodes[node].tag == HtmlTag::img) return node;
        }
        return kNone;
    }
    std::string address_of(std::uint32_t image) const {
        const Span source = tree_.attribute(image, HtmlAttributeName::src);
        if (source.empty() || source.size() > kLongestAddress || tree_.slice(source).substr(0, 5) == "data:") return {};
        return resolve_address(decode_html_text(tree_.page, source), base_);
    }

    void add_block(const RawBlock& block) {
        const std::string_view text = list_.slice(block.span);
        if (text.empty() || text.size() > kLongestCaption || captions_.size() >= kMostCaptions) return;
        ImageCaption caption;
        caption.text = std::string(text);
        const std::uint32_t figure = figure_around(block.node);
        if (figure != kNone) {
            const std::uint32_t image = image_in(figure);
            if (image != kNone) {
                caption.image = address_of(image);
                captioned_.push_back(image);
            }
        }
        caption.original = place_of_text(list_, block.span);
        captions_.push_back(std::move(caption));
    }
    void add_descriptions() {
        if (first_kept_ == kNone) return;
        for (std::uint32_t node = first_kept_; node <= last_kept_ && captions_.size() < kMostCaptions; ++node) {
            if (tree_.nodes[node].tag != HtmlTag::img) continue;
            const Span description = tree_.attribute(node, HtmlAttributeName::alt);
            if (description.size() < kShortestDescription || description.size() > kLongestCaption) continue;
            if (std::find(captioned_.begin(), captioned_.end(), node) != captioned_.end()) continue;
            std::string text = decode_html_text(tree_.page, description);
            const bool known = std::any_of(captions_.begin(), captions_.end(),
                                           [&text](const ImageCaption& caption) { return caption.text == text; });
            if (known || text.size() < kShortestDescription) continue;
            captions_.push_back({std::move(text), address_of(node), description});
        }
    }

    const HtmlTree& tree_;
    const BlockList& list_;
    std::string_view base_;
    std::uint32_t first_kept_ = kNone;
    std::uint32_t last_kept_ = 0;
    std::vector<std::uint32_t> captioned_;
    std::vector<ImageCaption> captions_;
};

}  // namespace

std::vector<ImageCaption> find_captions(const HtmlTree& tree, const BlockList& list, std::string_view base) {
    return CaptionFinder(tree, list, base).find();
}

}  // namespace axray::read
