#include "engine/story_reports.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "language/other_language.hpp"

namespace axray::engine {
namespace {

constexpr std::uint32_t kLanguageSample = 16u << 10;  // bytes of a text that are looked at to tell its language

// Why a document cannot be a report; empty when it can.
std::string why_left_out(const Document& document, const language::Annotator& annotator,
                         language::Workspace& workspace) {
    const auto sample = base::beginning_within(document.text, kLanguageSample);
    const auto annotated = annotator.annotate_text(sample, workspace);
    const auto& tokens = annotated.tokens;
    bool words = false;
    for (std::uint32_t token = 0; token < tokens.size() && !words; ++token) words = tokens.is_content(token);
    if (!words) return "it has no text";
    const auto other = language::other_language(sample, tokens, {0, tokens.size()});
    return other.empty() ? std::string() : "it is in " + other + ", and only English is read";
}

// Positions in the order in which they are kept when there are too many: first those whose text is new.
std::vector<std::size_t> by_newness(const std::vector<std::shared_ptr<const Document>>& reports) {
    std::vector<std::size_t> order;
    std::vector<std::size_t> repeated;
    std::set<std::string> texts;
    for (std::size_t number = 0; number < reports.size(); ++number) {
        const bool fresh = texts.insert(base::sha256_hex(reports[number]->text)).second;
        (fresh ? order : repeated).push_back(number);
    }
    order.insert(order.end(), repeated.begin(), repeated.end());
    return order;
}

void keep_within(std::uint32_t limit, ChosenReports& chosen) {
    if (chosen.reports.size() <= limit) return;
    auto kept = by_newness(chosen.reports);
    kept.resize(limit);
    std::sort(kept.begin(), kept.end());
    std::vector<std::shared_ptr<const Document>> reports;
    for (std::size_t number = 0; number < chosen.reports.size(); ++number) {
        if (std::binary_search(kept.begin(), kept.end(), number))
            reports.push_back(chosen.reports[number]);
        else
            chosen.left_out.push_back({chosen.reports[number]->id, "the story has more than " + std::to_string(limit) +
                                                                       " reports, and no more are compared"});
    }
    chosen.reports = std::move(reports);
}

}  // namespace

Document beginning_of(const Document& document, std::uint32_t bytes) {
    Document cut = document;
    if (document.text.size() <= bytes) return cut;
    const auto past = std::find_if(cut.blocks.begin(), cut.blocks.end(),
                                   [bytes](const Block& block) { return block.span.end > bytes; });
    auto end = past == cut.blocks.begin()
                   ? static_cast<std::uint32_t>(base::beginning_within(document.text, bytes).size())
                   : (past - 1)->span.end;
    if (past == cut.blocks.begin() && past != cut.blocks.end()) {
        past->span.end = end;
        cut.blocks.erase(past + 1, cut.blocks.end());
    } else {
        cut.blocks.erase(past, cut.blocks.end());
    }
    cut.text.resize(end);
    std::erase_if(cut.origin.runs, [end](const OriginRun& run) { return run.text_begin + run.text_length > end; });
    std::erase_if(cut.metadata.links, [end](const Link& link) { return link.text.end > end; });
    std::erase_if(cut.boxes, [end](const PageBox& box) { return box.text.end > end; });
    return cut;
}

ChosenReports choose_reports(const std::vector<std::shared_ptr<const Document>>& documents, std::uint32_t limit,
                             const language::Annotator& annotator, language::Workspace& workspace) {
    ChosenReports chosen;
    for (const auto& document : documents) {
        auto reason = why_left_out(*document, annotator, workspace);
        if (!reason.empty()) {
            chosen.left_out.push_back({document->id, std::move(reason)});
        } else if (document->text.size() > kLongestReport) {
            auto beginning = std::make_shared<const Document>(beginning_of(*document, kLongestReport));
            chosen.notes.push_back(document->id + " is very long: the first " + std::to_string(beginning->text.size()) +
                                   " of its " + std::to_string(document->text.size()) + " bytes of text were read.");
            chosen.reports.push_back(std::move(beginning));
        } else {
            chosen.reports.push_back(document);
        }
    }
    keep_within(limit, chosen);
    return chosen;
}

}  // namespace axray::engine
