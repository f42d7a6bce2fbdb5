#include "cli/read_forms.hpp"

#include <algorithm>

#include <axray/version.hpp>

#include "cli/read_json.hpp"
#include "cli/read_text.hpp"
#include "report/annotation_page.hpp"
#include "report/page_view.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kWidestRule = 80;

class TextForm final : public ReadForm {
public:
    explicit TextForm(const ReadFormOptions& options) : options_(options) {}
    [[nodiscard]] std::string separator() const override {
        return "\n" + std::string(std::min(options_.width, kWidestRule), '-') + "\n";
    }
    [[nodiscard]] std::string document(const Document& document, const DocumentSource&) const override {
        if (options_.annotator != nullptr) {
            const auto annotations = options_.annotator->annotate(document);
            return annotations ? annotations_as_text(document, *annotations, options_)
                               : failure(document.id, annotations.error());
        }
        return options_.detail == TextDetail::decisions ? decisions_as_text(document, options_)
                                                        : document_as_text(document, options_);
    }
    [[nodiscard]] std::string failure(const std::string&, const Error&) const override { return {}; }

private:
    ReadFormOptions options_;
};

std::string one_document(const Document& document, const DocumentSource& source, const ReadFormOptions& options) {
    if (options.annotator == nullptr) return document_as_json(document, source, options.places);
    const auto annotations = options.annotator->annotate(document);
    if (!annotations) return failure_as_json(document.id, annotations.error());
    return document_as_json(document, source, options.places, &*annotations);
}

class JsonLinesForm final : public ReadForm {
public:
    explicit JsonLinesForm(const ReadFormOptions& options) : options_(options) {}
    [[nodiscard]] std::string document(const Document& document, const DocumentSource& source) const override {
        return one_document(document, source, options_) + "\n";
    }
    [[nodiscard]] std::string failure(const std::string& id, const Error& error) const override {
        return failure_as_json(id, error) + "\n";
    }

private:
    ReadFormOptions options_;
};

class JsonForm final : public ReadForm {
public:
    explicit JsonForm(const ReadFormOptions& options) : options_(options) {}
    [[nodiscard]] std::string head() const override {
        return R"({"format":"axray-documents","format_version":1,"program":{"name":"axray","version":")" +
               std::string(kVersion) + R"("},"position_unit":"code point","documents":[)" + "\n";
    }
    [[nodiscard]] std::string separator() const override { return ",\n"; }
    [[nodiscard]] std::string foot() const override { return "\n]}\n"; }
    [[nodiscard]] std::string document(const Document& document, const DocumentSource& source) const override {
        return one_document(document, source, options_);
    }
    [[nodiscard]] std::string failure(const std::string& id, const Error& error) const override {
        return failure_as_json(id, error);
    }

private:
    ReadFormOptions options_;
};

class PageForm final : public ReadForm {
public:
    [[nodiscard]] std::string head() const override { return report::page_view_head(); }
    [[nodiscard]] std::string foot() const override { return report::page_view_foot(); }
    [[nodiscard]] std::string document(const Document& document, const DocumentSource&) const override {
        return report::page_view_document(document);
    }
    [[nodiscard]] std::string failure(const std::string& id, const Error& error) const override {
        return report::page_view_failure(id, error);
    }
};

class AnnotationPageForm final : public ReadForm {
public:
    explicit AnnotationPageForm(const Engine& annotator) : annotator_(annotator) {}
    [[nodiscard]] std::string head() const override { return report::annotation_page_head(); }
    [[nodiscard]] std::string foot() const override { return report::annotation_page_foot(); }
    [[nodiscard]] std::string document(const Document& document, const DocumentSource&) const override {
        const auto annotations = annotator_.annotate(document);
        return annotations ? report::annotation_page_document(document, *annotations)
                           : failure(document.id, annotations.error());
    }
    [[nodiscard]] std::string failure(const std::string& id, const Error& error) const override {
        return report::page_view_failure(id, error);
    }

private:
    const Engine& annotator_;
};

}  // namespace

std::unique_ptr<const ReadForm> make_read_form(const ReadFormOptions& options) {
    switch (options.format) {
        case ReadFormat::json: return std::make_unique<JsonForm>(options);
        case ReadFormat::json_lines: return std::make_unique<JsonLinesForm>(options);
        case ReadFormat::html:
            if (options.annotator != nullptr) return std::make_unique<AnnotationPageForm>(*options.annotator);
            return std::make_unique<PageForm>();
        case ReadFormat::text: break;
    }
    return std::make_unique<TextForm>(options);
}

}  // namespace axray::cli
