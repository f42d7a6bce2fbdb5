// Annotations as one page for a person (Documents with Annotations -> one HTML page).
//
// The text as it was read, with a stroke below the words of each layer and above them what they were taken for; boxes
// in the banner switch the layers. The page is self-contained: style inside, no script, nothing is fetched. Parts are
// made one document at a time and can be written as they come. Source: own.
#pragma once

#include <string>

#include <axray/annotations.hpp>
#include <axray/document.hpp>

namespace axray::report {

// What stands before the first document.
[[nodiscard]] std::string annotation_page_head();

// `annotations` are those of `document`.
[[nodiscard]] std::string annotation_page_document(const Document& document, const Annotations& annotations);

[[nodiscard]] std::string annotation_page_foot();

}  // namespace axray::report
