#include "cli/block_places.hpp"

#include <algorithm>
#include <utility>

#include "cli/fetch_input.hpp"

namespace axray::cli {
namespace {

// What PlaceFinder follows; items of feeds have types of their own.
bool can_be_followed(const Document& document) {
    const auto& type = document.metadata.media_type;
    return type == "text/html" || type == "text/plain" || type == "application/pdf";
}

// One box for each page, the smallest around all of that page. `boxes` in order of the text.
std::vector<PageBox> joined_by_page(const std::vector<PageBox>& boxes) {
    std::vector<PageBox> pages;
    for (const auto& box : boxes) {
        if (pages.empty() || pages.back().page != box.page) {
            pages.push_back(box);
            continue;
        }
        auto& whole = pages.back();
        whole.text.end = box.text.end;
        whole.left = std::min(whole.left, box.left);
        whole.top = std::min(whole.top, box.top);
        whole.right = std::max(whole.right, box.right);
        whole.bottom = std::max(whole.bottom, box.bottom);
    }
    return pages;
}

std::string address_of(const Document& document, const DocumentSource& source) {
    const auto& address = source.address.empty() ? document.metadata.address.value : source.address;
    return is_address(address) ? address : std::string();
}

// Viewers of PDFs go to a page, few of them to words.
std::string link_to(const std::string& address, const BlockPlace& place) {
    if (address.empty()) return {};
    const auto mark = address.find('#');
    if (!place.pages.empty()) return address.substr(0, mark) + "#page=" + std::to_string(place.pages.front().page);
    if (place.fragment.empty()) return {};
    // An address that names a part of its page already keeps it, the words come behind.
    return address + (mark == std::string::npos ? place.fragment : place.fragment.substr(1));
}

}  // namespace

std::vector<BlockPlace> block_places(const Document& document, const DocumentSource& source) {
    std::vector<BlockPlace> places(document.blocks.size());
    if (!can_be_followed(document) || source.bytes.empty()) return places;
    const auto finder = read::PlaceFinder::open(source.bytes, document);
    if (!finder) return places;  // the document itself could be read, so the run goes on
    const auto address = address_of(document, source);
    for (std::size_t index = 0; index < places.size(); ++index) {
        const auto span = document.blocks[index].span;
        auto found = finder->find(span);
        auto& place = places[index];
        place.begin = std::move(found.begin);
        place.end = std::move(found.end);
        place.pages = joined_by_page(found.boxes);
        place.quote = finder->quote(span);
        place.fragment = finder->fragment(span);
        place.link = link_to(address, place);
    }
    return places;
}

}  // namespace axray::cli
