// Runs `axray read`: inputs on all threads, parts of the output in the order of the inputs.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "base/ordered_work.hpp"
#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/read_forms.hpp"
#include "cli/read_inputs.hpp"
#include "cli/read_options.hpp"

namespace axray::cli {
namespace {

constexpr std::size_t kMemoryLimit = std::size_t{64} << 20;  // bytes of documents on their way

// What one thread counted.
struct Count {
    std::uint64_t documents = 0;
    std::uint64_t faults = 0;  // inputs that could not be read, or not whole
};

class Run {
public:
    Run(const ReadArguments& arguments, const Engine& engine, base::Output& output)
        : engine_(engine),
          form_(form_of(arguments)),
          inputs_(list_inputs(arguments.names, arguments.depth)),
          counts_(threads_of(arguments)),
          output_(output) {}

    Result<Count> run() {
        const auto done = base::process_in_order([this](const std::atomic<bool>&) { return next(); },
                                                 [this](const base::WorkAnswer& answer) { return hand_on(answer); },
                                                 {static_cast<unsigned>(counts_.size()), kMemoryLimit});
        if (!done) return fail(done.error());
        if (begun_) {
            if (auto written = output_.write(form_->foot()); !written) return fail(written.error());
            if (auto finished = output_.finish(); !finished) return fail(finished.error());
        }
        Count sum;
        for (const auto& count : counts_) {
            sum.documents += count.documents;
            sum.faults += count.faults;
        }
        return sum;
    }

private:
    static std::unique_ptr<const ReadForm> form_of(const ReadArguments& arguments) {
        const auto place = arguments.output.empty() ? Destination::standard_output : Destination::file;
        const bool colors = shows_colors(arguments.color, place);
        return make_read_form({arguments.format, arguments.detail, text_width(arguments.width, place),
                               colors ? report::StyleCodes::ansi : report::StyleCodes::none});
    }

    static unsigned threads_of(const ReadArguments& arguments) {
        return arguments.threads > 0 ? arguments.threads : std::max(1u, std::thread::hardware_concurrency());
    }

    Result<std::optional<base::WorkItem>> next() {
        if (next_ == inputs_.size()) return std::optional<base::WorkItem>();
        const auto& input = inputs_[next_++];
        base::WorkItem item;
        item.cost = input.name.size();
        item.task = [this, &input](unsigned worker) { return answer(input, counts_[worker]); };
        return std::optional<base::WorkItem>(std::move(item));
    }

    base::WorkAnswer answer(const NamedInput& input, Count& count) const {
        base::WorkAnswer answer;
        const auto add = [&](const std::string& part) {
            if (part.empty()) return;
            if (!answer.output.empty()) answer.output += form_->separator();
            answer.output += part;
        };
        const auto tell = [&](const Error& error) {
            ++count.faults;
            answer.messages += "axray: " + error.to_string() + "\n";
        };
        ReadReceiver receiver;
        receiver.document = [&](const Document& document) {
            ++count.documents;
            add(form_->document(document));
        };
        receiver.failure = [&](const std::string& id, const Error& error) {
            tell(error);
            add(form_->failure(id, error));
        };
        receiver.warning = tell;
        if (input.error)
            receiver.failure(input.name, *input.error);
        else
            read_named(engine_, input.name, receiver);
        return answer;
    }

    Result<std::uint64_t> hand_on(const base::WorkAnswer& answer) {
        if (!answer.messages.empty()) std::fputs(answer.messages.c_str(), stderr);
        if (answer.output.empty()) return std::uint64_t{0};
        auto before = std::exchange(begun_, true) ? form_->separator() : form_->head();
        if (!before.empty()) {
            if (auto written = output_.write(before); !written) return written;
        }
        return output_.write(answer.output);
    }

    const Engine& engine_;
    std::unique_ptr<const ReadForm> form_;
    std::vector<NamedInput> inputs_;
    std::vector<Count> counts_;  // one a thread
    base::Output& output_;
    std::size_t next_ = 0;
    bool begun_ = false;  // something was written
};

}  // namespace

int read_all(const ReadArguments& arguments) {
    const auto engine = Engine::open({});
    if (!engine) return refuse(engine.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const auto count = Run(arguments, *engine, *output).run();
    if (!count) return refuse(count.error());
    return count->faults == 0 ? kDone : kUnreadableInput;
}

}  // namespace axray::cli
