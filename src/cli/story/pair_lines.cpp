// `axray story --jsonl --pairs`: one document a line in; out, which of them share words, and where.
#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <axray/engine.hpp>

#include "base/compact_json.hpp"
#include "base/ordered_work.hpp"
#include "base/output.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/story/line_document.hpp"
#include "cli/story/line_run.hpp"
#include "cli/story/story_options.hpp"
#include "report/document_line.hpp"
#include "story/origins/copy_finder.hpp"

namespace axray::cli {
namespace {

constexpr std::uint32_t kTextsAtOnce = 64;                   // that one thread looks up at a time
constexpr std::size_t kMemoryLimit = std::size_t{64} << 20;  // bytes of answers on their way

struct PairText {
    std::string id_json;
    std::string text;
};

// The texts of the lines as they are given: nothing is set aside, so that positions are those of the given text.
class TextLines {
public:
    explicit TextLines(const Engine& engine) : engine_(engine) {}

    base::LineAnswer take(const base::InputLine& line) {
        auto request = parser_.parse(line.text);
        if (!request.document) return unusable_line(request.id_json, request.document.error(), line.number);
        auto text = std::move(request.document->text);
        if (text.empty() && !request.document->html.empty()) {
            auto read = read_line_document(engine_, *request.document, {});
            if (!read) return unusable_line(request.id_json, read.error(), line.number);
            text = std::move(read->text);
        }
        if (request.id_json.empty()) request.id_json = std::to_string(line.number);
        texts_.push_back({std::move(request.id_json), std::move(text)});
        return {{}, static_cast<std::size_t>(LineOutcome::done)};
    }

    [[nodiscard]] const std::deque<PairText>& texts() const { return texts_; }

private:
    const Engine& engine_;
    report::DocumentLineParser parser_;
    std::deque<PairText> texts_;  // never moved: the finder looks into them
};

std::string_view label_of(const story::TextPair& pair) {
    return pair.shares_prose ? to_string(pair.kind) : std::string_view("quotation");
}

void write_place(base::CompactJson& json, std::string_view name, CodePointSpan span) {
    json.member(name).begin('[').number(span.begin).number(span.end).end(']');
}

std::string written(const story::TextPair& pair, const std::deque<PairText>& texts) {
    const auto& first = texts[pair.first];
    const auto& second = texts[pair.second];
    base::CodePointCounter in_first(first.text);
    base::CodePointCounter in_second(second.text);
    base::CompactJson json;
    json.begin('{').member("label").string(label_of(pair));
    json.member("share_of_a").share(pair.share_of_first).member("share_of_b").share(pair.share_of_second);
    json.member("passages").begin('[');
    for (const auto& passage : pair.passages) {
        json.begin('{').member("kind").string(to_string(passage.kind)).member("likeness").share(passage.likeness);
        write_place(json, "a", in_first.convert(passage.first.span));
        write_place(json, "b", in_second.convert(passage.second.span));
        json.end('}');
    }
    json.end(']').end('}');
    const auto rest = std::move(json).take();
    return "{\"a\":" + first.id_json + ",\"b\":" + second.id_json + "," + rest.substr(1) + "\n";
}

// The pairs of all texts with those before them, in order.
Result<std::uint64_t> write_pairs(const std::deque<PairText>& texts, unsigned threads, base::Output& output) {
    story::CopyFinder finder;
    for (const auto& one : texts) finder.add({one.text, {}});
    finder.index();
    std::vector<story::ReuseIndex::Lookup> lookups(threads);
    std::uint32_t begun = 0;
    const auto next = [&](const std::atomic<bool>&) -> Result<std::optional<base::WorkItem>> {
        if (begun >= finder.size()) return std::optional<base::WorkItem>();
        const auto begin = begun;
        const auto end = begun = std::min(finder.size(), begun + kTextsAtOnce);
        base::WorkItem item;
        item.cost = std::size_t{1} << 16;
        item.task = [&, begin, end](unsigned worker) {
            base::WorkAnswer answer;
            for (auto text = begin; text < end; ++text) {
                for (const auto& pair : finder.pairs_with_earlier(text, lookups[worker])) {
                    if (!pair.passages.empty()) answer.output += written(pair, texts);
                }
            }
            return answer;
        };
        return std::optional<base::WorkItem>(std::move(item));
    };
    return base::process_in_order(next, [&](const base::WorkAnswer& answer) { return output.write(answer.output); },
                                  {threads, kMemoryLimit});
}

}  // namespace

int pair_lines(const StoryArguments& arguments) {
    const auto engine = Engine::open({});
    if (!engine) return refuse(engine.error());
    TextLines lines(*engine);
    return work_through_lines(
        arguments,
        {[&](const base::InputLine& line) { return lines.take(line); },
         [&](base::Output& output) { return write_pairs(lines.texts(), threads_of(arguments), output); }, "compared"});
}

}  // namespace axray::cli
