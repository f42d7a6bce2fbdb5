// Runs `axray read`: inputs on all threads, parts of the output in the order of the inputs.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

#include "base/ordered_work.hpp"
#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/read_forms.hpp"
#include "cli/read_options.hpp"
#include "cli/read_progress.hpp"

namespace axray::cli {
namespace {

constexpr std::size_t kMemoryLimit = std::size_t{64} << 20;  // bytes of records and documents on their way

// What was read, and what could not be, wholly or in part.
struct Count {
    std::uint64_t documents = 0;
    std::uint64_t failures = 0;
    std::uint64_t damages = 0;
};

std::unique_ptr<const ReadForm> form_of(const ReadArguments& arguments, const Engine& engine) {
    const auto place = arguments.output.empty() ? Destination::standard_output : Destination::file;
    const bool colors = shows_colors(arguments.color, place);
    return make_read_form({arguments.format, arguments.detail, text_width(arguments.width, place),
                           colors ? report::StyleCodes::ansi : report::StyleCodes::none, arguments.places,
                           arguments.annotations == AnnotationDetail::all ? &engine : nullptr});
}

// A bar would stand between the lines of what is printed to the same terminal.
ProgressChoice progress_of(const ReadArguments& arguments) {
    const bool printed = arguments.output.empty() && ::isatty(STDOUT_FILENO) == 1;
    return arguments.quiet || printed ? ProgressChoice::never : ProgressChoice::automatic;
}

// Collects what one task gives.
class TaskAnswer {
public:
    TaskAnswer(const ReadForm& form, Count& count) : form_(form), count_(count) {}

    base::WorkAnswer run(const ReadTask& task) && {
        ReadReceiver receiver;
        receiver.document = [this](const Document& document, const DocumentSource& source) {
            ++count_.documents;
            for (const auto& note : document.notes) say(document.id + ": " + note);
            add(form_.document(document, source));
        };
        receiver.failure = [this](const std::string& id, const Error& error) {
            ++count_.failures;
            say(error.to_string());
            add(form_.failure(id, error));
        };
        receiver.damage = [this](const Error& error) {
            ++count_.damages;
            say(error.to_string());
        };
        receiver.note = [this](const std::string& note) { say(note); };
        task.run(receiver);
        return std::move(answer_);
    }

private:
    void say(const std::string& message) { answer_.messages += "axray: " + message + "\n"; }
    void add(const std::string& part) {
        if (part.empty()) return;
        if (!answer_.output.empty()) answer_.output += form_.separator();
        answer_.output += part;
    }

    const ReadForm& form_;
    Count& count_;
    base::WorkAnswer answer_;
};

class Run {
public:
    Run(const ReadArguments& arguments, const Engine& engine, base::Output& output)
        : form_(form_of(arguments, engine)),
          addresses_(arguments.fetch),
          tasks_(engine, addresses_, list_inputs(arguments.names, arguments.depth), arguments.input, present_time()),
          counts_(arguments.threads > 0 ? arguments.threads : std::max(1u, std::thread::hardware_concurrency())),
          output_(output),
          progress_(progress_of(arguments)) {}

    Result<Count> run() {
        const auto done = base::process_in_order([this](const std::atomic<bool>& stop) { return next(stop); },
                                                 [this](const base::WorkAnswer& answer) { return hand_on(answer); },
                                                 {static_cast<unsigned>(counts_.size()), kMemoryLimit});
        progress_.clear();
        if (!done) return fail(done.error());
        if (begun_) {
            if (auto written = output_.write(form_->foot()); !written) return fail(written.error());
            if (auto finished = output_.finish(); !finished) return fail(finished.error());
        }
        Count sum;
        for (const auto& count : counts_) {
            sum.documents += count.documents;
            sum.failures += count.failures;
            sum.damages += count.damages;
        }
        return sum;
    }

private:
    Result<std::optional<base::WorkItem>> next(const std::atomic<bool>& stop) {
        auto task = tasks_.next(stop);
        if (!task) return std::optional<base::WorkItem>();
        base::WorkItem item;
        item.cost = task->cost;
        item.task = [this, task = *std::move(task)](unsigned worker) {
            auto answer = TaskAnswer(*form_, counts_[worker]).run(task);
            ++done_;
            return answer;
        };
        return std::optional<base::WorkItem>(std::move(item));
    }

    Result<std::uint64_t> hand_on(const base::WorkAnswer& answer) {
        if (!answer.messages.empty()) {
            progress_.clear();
            std::fputs(answer.messages.c_str(), stderr);
        }
        progress_.show(std::min<std::size_t>(done_, tasks_.inputs_done()), tasks_.inputs(), done_);
        if (answer.output.empty()) return std::uint64_t{0};
        auto before = std::exchange(begun_, true) ? form_->separator() : form_->head();
        if (!before.empty()) {
            if (auto written = output_.write(before); !written) return written;
        }
        return output_.write(answer.output);
    }

    std::unique_ptr<const ReadForm> form_;
    AddressReader addresses_;
    InputTasks tasks_;
    std::vector<Count> counts_;  // one a thread
    base::Output& output_;
    Progress progress_;
    std::atomic<std::uint64_t> done_ = 0;  // tasks
    bool begun_ = false;                   // something was written
};

void say_summary(const Count& count) {
    auto text = std::to_string(count.documents) + (count.documents == 1 ? " document" : " documents");
    if (count.failures > 0) text += ", " + std::to_string(count.failures) + " could not be read";
    if (count.damages > 0) {
        text += ", damage in " + std::to_string(count.damages) + (count.damages == 1 ? " place" : " places");
    }
    say(text);
}

}  // namespace

int read_all(const ReadArguments& arguments) {
    const auto engine = Engine::open(
        arguments.annotations == AnnotationDetail::all ? engine_options(arguments.registers) : EngineOptions());
    if (!engine) return refuse(engine.error());
    if (arguments.annotations == AnnotationDetail::all) {
        // Models that cannot be opened are said once and not for each document.
        if (const auto tried = engine->annotate({}); !tried) return refuse(tried.error());
    }
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const auto count = Run(arguments, *engine, *output).run();
    if (!count) return refuse(count.error());
    const bool nothing = count->documents + count->failures == 0;
    if ((arguments.format == ReadFormat::json_lines || nothing) && !arguments.quiet) say_summary(*count);
    return count->failures + count->damages == 0 ? kDone : kUnreadableInput;
}

}  // namespace axray::cli
