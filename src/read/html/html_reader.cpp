#include "read/html/html_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/body/body_choice.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_tree.hpp"
#include "read/metadata/captions.hpp"
#include "read/metadata/title_block.hpp"

namespace axray::read {
namespace {

// The first block of the list holds the declared title, so that it has a place in the file even when no heading shows
// it; the blocks of the body follow.
constexpr std::size_t kDeclaredTitle = 0;

}  // namespace

Result<HtmlPage> read_html(std::string_view decoded, const PageAddress& given) {
    const auto tree = parse_html(decoded);
    if (!tree) return fail(tree.error());
    HtmlPage page;
    page.metadata = read_page_metadata(*tree, given);

    BlockWriter writer;
    append_title(writer, *tree, page.metadata.values.title);
    RawBlock declared;
    declared.kind = BlockKind::title;
    declared.span = writer.end_block();
    writer.list().blocks.push_back(declared);
    append_html_blocks(*tree, count_text_bytes(*tree), writer);
    page.blocks = std::move(writer.list());

    // The declared title is no part of the body: it must not count as its repetition.
    page.blocks.blocks[kDeclaredTitle].cut = CutReason::hidden;
    choose_body(*tree, page.blocks, kDeclaredTitle + 1);
    const bool has_text = std::any_of(page.blocks.blocks.begin(), page.blocks.blocks.end(),
                                      [](const RawBlock& block) { return !block.cut; });
    if (has_text) {
        page.blocks.blocks[kDeclaredTitle].cut.reset();
        mark_title_block(*tree, page.metadata, kDeclaredTitle, page.blocks);
    }
    page.metadata.values.captions = find_captions(*tree, page.blocks, page.metadata.values.address.value);
    return page;
}

}  // namespace axray::read
