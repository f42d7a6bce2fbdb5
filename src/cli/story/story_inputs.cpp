#include "cli/story/story_inputs.hpp"

#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <utility>

#include "base/ordered_lines.hpp"
#include "base/ordered_work.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/line_input.hpp"
#include "cli/story/line_document.hpp"
#include "report/document_line.hpp"

namespace axray::cli {

struct LineReports::State {
    const Engine& engine;
    std::string now;
    report::DocumentLineParser parser;
};

LineReports::LineReports(const Engine& engine, std::string now)
    : state_(std::make_unique<State>(State{engine, std::move(now), {}})) {}
LineReports::LineReports(LineReports&&) noexcept = default;
LineReports::~LineReports() = default;

LineReport LineReports::read(std::string_view line, std::uint64_t number) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (number == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    auto request = state_->parser.parse(line);
    if (!request.document) return {fail(std::move(request.document).error()), std::move(request.id_json)};
    if (request.document->id.empty()) request.document->id = "line " + std::to_string(number);
    return {read_line_document(state_->engine, *request.document, state_->now), std::move(request.id_json)};
}

namespace {

constexpr std::size_t kMemoryLimit = std::size_t{64} << 20;  // bytes of files that are being read

// What one piece of the input gives.
struct Piece {
    std::vector<std::shared_ptr<const Document>> documents;
    std::vector<LeftOutReport> unreadable;
    std::string messages;

    void fail(const std::string& id, const Error& error) {
        unreadable.push_back({id, "it could not be read: " + error.message});
        say(error.context.empty() ? Error(error).within(id).to_string() : error.to_string());
    }
    void say(const std::string& message) { messages += "axray: " + message + "\n"; }
};

// Document::notes say what of a file could not be read.
void add(Document document, Piece& piece) {
    for (const auto& note : document.notes) piece.say(document.id + ": " + note);
    piece.documents.push_back(std::make_shared<const Document>(std::move(document)));
}

bool holds_lines(const std::string& name) { return name.ends_with(".jsonl") || name.ends_with(".ndjson"); }

class ReportReader {
public:
    ReportReader(const Engine& engine, const StoryArguments& arguments)
        : engine_(engine), arguments_(arguments), addresses_(arguments.fetch), now_(present_time()) {}

    Result<StoryInputs> read() {
        std::vector<NamedInput> others;
        const auto read_others = [&]() -> Result<bool> {
            auto done = read_files(std::exchange(others, {}));
            if (!done) return axray::fail(std::move(done).error());
            return true;
        };
        for (auto& input : list_inputs(arguments_.names, arguments_.depth)) {
            if (input.error || !holds_lines(input.name)) {
                others.push_back(std::move(input));
                continue;
            }
            if (auto done = read_others(); !done) return axray::fail(std::move(done).error());
            if (auto done = read_lines(input.name); !done) return axray::fail(std::move(done).error());
        }
        if (auto done = read_others(); !done) return axray::fail(std::move(done).error());
        return std::move(inputs_);
    }

private:
    Result<std::uint64_t> read_files(std::vector<NamedInput> names) {
        InputTasks tasks(engine_, addresses_, std::move(names), InputKind::automatic, now_);
        std::vector<std::shared_ptr<Piece>> pieces;
        const auto next = [&](const std::atomic<bool>& stop) -> Result<std::optional<base::WorkItem>> {
            auto task = tasks.next(stop);
            if (!task) return std::optional<base::WorkItem>();
            auto piece = pieces.emplace_back(std::make_shared<Piece>());
            base::WorkItem item;
            item.cost = task->cost;
            item.task = [piece, run = std::move(task->run)](unsigned) {
                ReadReceiver receiver;
                receiver.document = [&](const Document& document, const DocumentSource&) { add(document, *piece); };
                receiver.failure = [&](const std::string& id, const Error& error) { piece->fail(id, error); };
                receiver.damage = [&](const Error& error) { piece->say(error.to_string()); };
                receiver.note = [&](const std::string& note) { piece->say(note); };
                run(receiver);
                return base::WorkAnswer{{}, piece->messages};
            };
            return std::optional<base::WorkItem>(std::move(item));
        };
        const auto sink = [](const base::WorkAnswer& answer) -> Result<std::uint64_t> {
            std::fputs(answer.messages.c_str(), stderr);
            return std::uint64_t{0};
        };
        auto done = base::process_in_order(next, sink, {threads_of(arguments_), kMemoryLimit});
        if (!done) return done;
        for (auto& piece : pieces) take(*piece);
        return done;
    }

    Result<std::uint64_t> read_lines(const std::string& name) {
        const auto input = LineInput::open(name);
        if (!input) {
            Piece piece;
            piece.fail(name, input.error());
            std::fputs(piece.messages.c_str(), stderr);
            take(piece);
            return std::uint64_t{0};
        }
        std::mutex mutex;
        std::map<std::uint64_t, Piece> pieces;  // by line
        const auto make_worker = [&]() -> base::LineWorker {
            auto reports = std::make_shared<LineReports>(engine_, now_);
            return [&, reports](const base::InputLine& line) -> base::LineAnswer {
                if (line.state == base::LineState::whole &&
                    line.text.find_first_not_of(" \t\r") == std::string_view::npos)
                    return {};
                Piece piece;
                const auto place = name + ":" + std::to_string(line.number);
                if (line.state == base::LineState::too_long) {
                    piece.fail(place, {ErrorCode::limit_exceeded, "the line is longer than the limit of 64 MiB", {}});
                } else if (auto report = reports->read(line.text, line.number); report.document) {
                    add(*std::move(report.document), piece);
                } else {
                    Error error = report.document.error();
                    error.context = {place};
                    piece.fail(place, error);
                }
                const std::lock_guard lock(mutex);
                pieces.emplace(line.number, std::move(piece));
                return {};
            };
        };
        const auto sink = [](std::string_view) -> Result<std::uint64_t> { return std::uint64_t{0}; };
        base::OrderedLinesOptions options;
        options.threads = threads_of(arguments_);
        const auto done = base::process_lines(input->descriptor(), input->name(), make_worker, sink, options);
        if (!done) return axray::fail(done.error());
        for (auto& [line, piece] : pieces) {
            std::fputs(piece.messages.c_str(), stderr);
            take(piece);
        }
        return done->lines;
    }

    void take(Piece& piece) {
        for (auto& document : piece.documents) inputs_.documents.push_back(std::move(document));
        for (auto& one : piece.unreadable) inputs_.unreadable.push_back(std::move(one));
    }

    const Engine& engine_;
    const StoryArguments& arguments_;
    AddressReader addresses_;
    std::string now_;
    StoryInputs inputs_;
};

}  // namespace

Result<StoryInputs> read_reports(const Engine& engine, const StoryArguments& arguments) {
    return ReportReader(engine, arguments).read();
}

}  // namespace axray::cli
