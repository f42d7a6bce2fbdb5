#include "report/page_view.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/version.hpp>

#include "report/decisions.hpp"
#include "report/html_writer.hpp"
#include "report/metadata_rows.hpp"
#include "report/page_files.hpp"
#include "report/page_frame.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::string_view kCellSeparator = " | ";

std::string with_blanks(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string capitalized(std::string_view word) {
    std::string text(word);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

// Where a block stood, for the tip of its element.
std::string place_of(Span original) {
    if (original.empty()) return {};
    return ", bytes " + std::to_string(original.begin) + " to " + std::to_string(original.end);
}

class DocumentView {
public:
    explicit DocumentView(const Document& document) : document_(document), decisions_(decisions_of(document)) {}

    std::string write() && {
        html_.open("article", {{"class", "pane document text"}}).line();
        html_.element("p", {{"class", "kicker"}}, document_.id).line();
        write_metadata();
        html_.element("p", {{"class", "base tally-line"}}, summary()).line();
        html_.open("div", {{"class", "flow"}}).line();
        for (std::size_t i = 0; i < decisions_.size();) i = write_from(i);
        html_.close().line();
        write_links();
        write_captions();
        html_.close().line();
        return std::move(html_).take();
    }

private:
    void write_value(std::string_view name, const MetadataValue& value) {
        html_.open("tr").element("th", {{"scope", "row"}}, name);
        html_.element("td", {{"dir", "auto"}}, value.value);
        html_.element("td", {}, value.found_in);
        html_.element("td", {{"class", "number"}}, value.confidence > 0 ? in_hundred(value.confidence) : "");
        html_.close().line();
    }

    void write_plain(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        html_.open("tr").element("th", {{"scope", "row"}}, name);
        html_.element("td", {{"colspan", "3"}}, value).close().line();
    }

    void write_metadata() {
        const auto& metadata = document_.metadata;
        html_.open("table", {{"class", "facts"}}).line().open("thead").open("tr");
        for (const auto name : {"What the file says", "", "Found in", "Sure"}) {
            html_.element("th", {{"scope", "col"}}, name);
        }
        html_.close().close().line().open("tbody").line();
        for (const auto& row : metadata_rows(metadata)) write_value(capitalized(row.name), *row.value);
        write_plain("File", metadata.media_type + (metadata.charset.empty() ? "" : ", " + metadata.charset) + ", " +
                                count_of(document_.original_size, "byte", "bytes"));
        write_plain("SHA-256", document_.sha256);
        html_.close().close().line();
    }

    [[nodiscard]] std::string summary() const {
        return count_of(document_.blocks.size(), "block", "blocks") + " kept, " + std::to_string(document_.cut.size()) +
               " cut";
    }

    // Writes what begins at `first`: a run of blocks that were cut for one reason, of items or rows, or one block.
    std::size_t write_from(std::size_t first) {
        const auto& decision = decisions_[first];
        if (decision.cut != nullptr) return write_cut_run(first);
        if (decision.kept->kind == BlockKind::list_item) return write_kept_run(first, "ul");
        if (decision.kept->kind == BlockKind::table_row) return write_kept_run(first, "table");
        write_kept(decision);
        return first + 1;
    }

    [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
        const auto& begin = decisions_[first];
        std::size_t end = first + 1;
        for (; end < decisions_.size(); ++end) {
            const auto& next = decisions_[end];
            const bool same = begin.cut != nullptr ? next.cut != nullptr && next.cut->reason == begin.cut->reason
                                                   : next.kept != nullptr && next.kept->kind == begin.kept->kind;
            if (!same) break;
        }
        return end;
    }

    std::size_t write_cut_run(std::size_t first) {
        const auto end = end_of_run(first);
        const auto reason = with_blanks(to_string(decisions_[first].cut->reason));
        double least = 1;
        double most = 0;
        for (std::size_t i = first; i < end; ++i) {
            least = std::min(least, decisions_[i].cut->probability);
            most = std::max(most, decisions_[i].cut->probability);
        }
        const auto sure =
            in_hundred(least) == in_hundred(most) ? in_hundred(least) : in_hundred(least) + " to " + in_hundred(most);
        html_.open("div", {{"class", "cut-run"}, {"role", "group"}, {"aria-label", "Cut: " + reason}});
        html_.open("p", {{"class", "why"}}).element("b", {}, reason).text(" " + sure).close().line();
        for (std::size_t i = first; i < end; ++i) {
            const auto& decision = decisions_[i];
            html_.element("del",
                          {{"dir", "auto"},
                           {"title", "cut: " + reason + ", " + in_hundred(decision.cut->probability) +
                                         place_of(decision.original)}},
                          decision.words);
            html_.line();
        }
        html_.close().line();
        return end;
    }

    std::size_t write_kept_run(std::size_t first, Literal element) {
        const auto end = end_of_run(first);
        html_.open(element).line();
        for (std::size_t i = first; i < end; ++i) write_kept(decisions_[i]);
        html_.close().line();
        return end;
    }

    void write_kept(const Decision& decision) {
        const auto kind = decision.kept->kind;
        const std::vector<HtmlAttribute> common = {
            {"dir", "auto"},
            {"title", "kept: " + with_blanks(to_string(kind)) + ", " + in_hundred(decision.kept->probability) +
                          place_of(decision.original)}};
        const auto with_class = [&](std::string name) {
            auto attributes = common;
            attributes.push_back({"class", std::move(name)});
            return attributes;
        };
        switch (kind) {
            case BlockKind::title: html_.element("h2", with_class("headline"), decision.words); break;
            case BlockKind::heading: html_.element("h3", common, decision.words); break;
            case BlockKind::paragraph: html_.element("p", common, decision.words); break;
            case BlockKind::list_item: html_.element("li", common, decision.words); break;
            case BlockKind::quotation: html_.element("blockquote", common, decision.words); break;
            case BlockKind::caption: html_.element("p", with_class("caption"), decision.words); break;
            case BlockKind::table_row: write_row(decision, common); break;
        }
        html_.line();
    }

    void write_row(const Decision& decision, const std::vector<HtmlAttribute>& attributes) {
        html_.open("tr", attributes);
        for (auto row = decision.words;;) {
            const auto end = row.find(kCellSeparator);
            html_.element("td", {}, row.substr(0, end));
            if (end == std::string_view::npos) break;
            row.remove_prefix(end + kCellSeparator.size());
        }
        html_.close();
    }

    // Addresses are shown and not linked: the page must not lead anywhere by a slip of the hand.
    void write_links() {
        const auto& links = document_.metadata.links;
        if (links.empty()) return;
        html_.open("details", {{"class", "cut"}});
        html_.element("summary", {}, "Links out of the text: " + std::to_string(links.size())).open("ul").line();
        for (const auto& link : links) {
            html_.open("li", {{"dir", "auto"}}).text(document_.slice(link.text)).text(": ");
            html_.element("code", {}, link.address).close().line();
        }
        html_.close().close().line();
    }

    void write_captions() {
        const auto& captions = document_.metadata.captions;
        if (captions.empty()) return;
        html_.open("details", {{"class", "cut"}});
        html_.element("summary", {}, "Captions of pictures: " + std::to_string(captions.size())).open("ul").line();
        for (const auto& caption : captions) {
            html_.open("li", {{"dir", "auto"}}).text(caption.text);
            if (!caption.image.empty()) html_.text(" ").element("code", {}, caption.image);
            html_.close().line();
        }
        html_.close().close().line();
    }

    const Document& document_;
    std::vector<Decision> decisions_;
    HtmlWriter html_;
};

}  // namespace

std::string page_view_head() {
    HtmlWriter html;
    write_page_head(html, {"Article X-ray: what was read", std::string(kVersion), {page_style(), document_style()}});
    html.markup("<body class=\"read\">\n");
    html.single("input", {{"type", "checkbox"}, {"id", "text-alone"}});
    html.open("header", {{"class", "banner"}}).element("h1", {}, "Article X-ray: what was read");
    html.element("p", {{"class", "base"}},
                 "Struck through: cut, with the reason and how sure it is. Rest on a block to see its place.");
    html.element("label", {{"for", "text-alone"}, {"class", "filter"}}, "Show the text alone").close().line();
    html.markup("<main>\n");
    return std::move(html).take();
}

std::string page_view_document(const Document& document) { return DocumentView(document).write(); }

std::string page_view_failure(const std::string& id, const Error& error) {
    HtmlWriter html;
    html.open("article", {{"class", "pane document text"}}).line();
    html.element("p", {{"class", "kicker"}}, id).line();
    html.element("p", {{"class", "notes"}}, "Could not be read: " + error.message).line();
    html.close().line();
    return std::move(html).take();
}

std::string page_view_foot() { return "</main>\n</body>\n</html>\n"; }

}  // namespace axray::report
