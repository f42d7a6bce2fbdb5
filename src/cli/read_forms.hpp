// The forms in which `axray read` writes documents (Documents, Errors -> text, JSON, JSON lines, a page).
//
// A run writes head, then its parts in the order of the input with the separator between them, then foot; all of it
// only when there is at least one part. The parts are made by many threads at once, so a form keeps no state.
// Source: own.
#pragma once

#include <memory>
#include <string>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "cli/document_source.hpp"
#include "cli/read_options.hpp"
#include "report/terminal_text.hpp"

namespace axray::cli {

class ReadForm {
public:
    virtual ~ReadForm() = default;

    [[nodiscard]] virtual std::string head() const { return {}; }
    [[nodiscard]] virtual std::string separator() const { return {}; }
    [[nodiscard]] virtual std::string foot() const { return {}; }

    [[nodiscard]] virtual std::string document(const Document& document, const DocumentSource& source) const = 0;

    // What stands in the place of an input that could not be read; empty when the form has nothing for it.
    [[nodiscard]] virtual std::string failure(const std::string& id, const Error& error) const = 0;
};

struct ReadFormOptions {
    ReadFormat format = ReadFormat::text;
    TextDetail detail = TextDetail::document;
    unsigned width = 100;  // columns of a line of text
    report::StyleCodes codes = report::StyleCodes::none;
    PlaceDetail places = PlaceDetail::none;  // of JSON
    const Engine* annotator = nullptr;       // annotates the documents where that is wanted; outlives the form
};

[[nodiscard]] std::unique_ptr<const ReadForm> make_read_form(const ReadFormOptions& options);

}  // namespace axray::cli
