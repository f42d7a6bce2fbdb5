// The page of `axray read --html`: documents as they were read, with what was kept and what was cut
// (Documents -> one self-contained HTML page).
//
// Each block stands where it stood in the file; what was cut is marked, with the reason beside it and the probability.
// No script; reaches for nothing on the network, and its content security policy says so. All foreign text passes the
// escaper of report/html_writer.hpp. The parts are joined by the caller, so that a page may hold any number of
// documents. Source: own.
#pragma once

#include <string>

#include <axray/document.hpp>
#include <axray/result.hpp>

namespace axray::report {

[[nodiscard]] std::string page_view_head();
[[nodiscard]] std::string page_view_document(const Document& document);
[[nodiscard]] std::string page_view_failure(const std::string& id, const Error& error);
[[nodiscard]] std::string page_view_foot();

}  // namespace axray::report
