// `axray screen --file`: the rows of a table of customers, in their order.
#include <atomic>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "base/ordered_work.hpp"
#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/read_progress.hpp"
#include "cli/screen/customer_columns.hpp"
#include "cli/screen/customer_input.hpp"
#include "cli/screen/screen_form.hpp"
#include "cli/screen/screen_options.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

constexpr std::size_t kMemoryLimit = std::size_t{8} << 20;  // bytes of rows and answers on their way
constexpr std::uint64_t kMostMessages = 20;                 // about rows; the others are counted

// A bar would stand between the lines of what is printed to the same terminal.
ProgressChoice progress_of(const ScreenArguments& arguments) {
    const bool printed = arguments.output.empty() && ::isatty(STDOUT_FILENO) == 1;
    return arguments.quiet || printed ? ProgressChoice::never : ProgressChoice::automatic;
}

class Run {
public:
    Run(const ScreenArguments& arguments, const OpenRegisters& opened, CustomerInput& input, CustomerColumns columns,
        base::Output& output)
        : arguments_(arguments),
          opened_(opened),
          input_(input),
          columns_(std::move(columns)),
          form_(arguments, opened.run, input.columns()),
          output_(output),
          progress_(progress_of(arguments)),
          totals_(threads_of(arguments)) {}

    Result<report::ScreenTotals> run() {
        if (auto written = output_.write(form_.head()); !written) return fail(written.error());
        const auto done = base::process_in_order([this](const std::atomic<bool>&) { return next(); },
                                                 [this](const base::WorkAnswer& answer) { return hand_on(answer); },
                                                 {static_cast<unsigned>(totals_.size()), kMemoryLimit});
        progress_.clear();
        if (!done) return fail(done.error());
        if (messages_ > kMostMessages) say(std::to_string(messages_ - kMostMessages) + " more messages about rows");
        report::ScreenTotals sum;
        for (const auto& totals : totals_) {
            sum.names += totals.names;
            sum.with_hits += totals.with_hits;
            sum.hits += totals.hits;
            sum.unusable += totals.unusable;
        }
        if (auto written = output_.write(form_.foot(sum)); !written) return fail(written.error());
        if (auto finished = output_.finish(); !finished) return fail(finished.error());
        return sum;
    }

private:
    Result<std::optional<base::WorkItem>> next() {
        auto batch = input_.next();
        if (!batch) return fail(std::move(batch).error());
        if (!*batch) return std::optional<base::WorkItem>();
        base::WorkItem item;
        item.cost = (*batch)->bytes.size();
        item.task = [this, rows = **std::move(batch)](unsigned worker) { return screen(rows, totals_[worker]); };
        return std::optional<base::WorkItem>(std::move(item));
    }

    base::WorkAnswer screen(const CustomerBatch& batch, report::ScreenTotals& totals) {
        base::WorkAnswer answer;
        std::optional<CustomerColumns> of_row;  // of JSON objects, whose keys may change from one to the next
        std::vector<std::string> keys;
        const auto names_before = totals.names;
        const auto add = [&](const std::string& part) {
            if (part.empty()) return;
            if (!answer.output.empty()) answer.output += form_.separator();
            answer.output += part;
        };
        input_.read(batch, [&](const CustomerRow& row) {
            const auto complain = [&](const std::string& message) {
                answer.messages +=
                    input_.name() + ", line " + std::to_string(row.line) + ": " + report::harmless(message) + "\n";
            };
            ScreenSubject subject{{}, row.line, cells_of(row)};
            auto customer = read_row(row, of_row, keys);
            if (!customer) {
                ++totals.unusable;
                complain(customer.error().to_string());
                return add(form_.failure(subject, customer.error()));
            }
            if (!row.fault.empty()) complain(row.fault + "; screened all the same");
            for (const auto& fault : customer->faults) complain(fault + "; screened without it");
            subject.id = std::move(customer->id);
            const auto found = opened_.registers.screen(customer->query, arguments_.options);
            if (!found) {
                ++totals.unusable;
                complain(found.error().to_string());
                return add(form_.failure(subject, found.error()));
            }
            ++totals.names;
            totals.hits += found->hits.size();
            totals.with_hits += found->hits.empty() ? 0 : 1;
            add(form_.answer(subject, customer->query, *found));
        });
        bytes_done_ = batch.input_bytes;
        rows_done_ += totals.names - names_before;
        return answer;
    }

    Result<Customer> read_row(const CustomerRow& row, std::optional<CustomerColumns>& of_row,
                              std::vector<std::string>& keys) const {
        if (!row.usable) return fail(ErrorCode::malformed, row.fault);
        const auto* columns = &columns_;
        if (!row.columns.empty() && row.columns != input_.columns()) {
            if (!of_row || row.columns != keys) {
                auto found = CustomerColumns::of(row.columns, arguments_.columns);
                if (!found) return fail(std::move(found).error());
                of_row = *std::move(found);
                keys = row.columns;
            }
            columns = &*of_row;
        }
        auto customer = columns->read(row.cells);
        if (!customer) return customer;
        if (customer->query.kind == EntryKind::unknown) customer->query.kind = arguments_.given.kind;
        return customer;
    }

    // The cells under the columns of the output.
    std::vector<std::string> cells_of(const CustomerRow& row) const {
        if (row.columns.empty() || row.columns == input_.columns()) {
            auto cells = row.cells;
            cells.resize(input_.columns().size());
            return cells;
        }
        std::vector<std::string> cells(input_.columns().size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (std::size_t k = 0; k < row.columns.size(); ++k) {
                if (row.columns[k] == input_.columns()[i]) cells[i] = row.cells[k];
            }
        }
        return cells;
    }

    Result<std::uint64_t> hand_on(const base::WorkAnswer& answer) {
        say_messages(answer.messages);
        progress_.show({bytes_done_, input_.bytes(), rows_done_});
        if (answer.output.empty()) return std::uint64_t{0};
        std::string before;
        if (std::exchange(begun_, true)) before = form_.separator();
        auto written = output_.write(before + answer.output);
        if (!written) input_.stop();
        return written;
    }

    void say_messages(std::string_view messages) {
        while (!messages.empty()) {
            const auto end = messages.find('\n');
            if (messages_++ < kMostMessages) {
                progress_.clear();
                say(messages.substr(0, end));
            }
            messages.remove_prefix(end + 1);
        }
    }

    const ScreenArguments& arguments_;
    const OpenRegisters& opened_;
    CustomerInput& input_;
    CustomerColumns columns_;
    ScreenForm form_;
    base::Output& output_;
    Progress progress_;
    std::vector<report::ScreenTotals> totals_;  // by worker
    std::atomic<std::uint64_t> bytes_done_ = 0;
    std::atomic<std::uint64_t> rows_done_ = 0;
    std::uint64_t messages_ = 0;
    bool begun_ = false;
};

}  // namespace

int screen_customers(const ScreenArguments& arguments) {
    const auto opened = open_registers(arguments);
    if (!opened) return refuse(opened.error());
    auto input = CustomerInput::open(arguments.file);
    if (!input) return refuse(input.error());
    auto columns = CustomerColumns::of(input->columns(), arguments.columns);
    if (!columns) return refuse(Error(columns.error()).within(input->name()));
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    if (!input->note().empty() && !arguments.quiet) say(input->name() + " " + input->note());
    const auto totals = Run(arguments, *opened, *input, *std::move(columns), *output).run();
    if (!totals) return refuse(totals.error());
    if (!arguments.quiet && arguments.format != ScreenFormat::text) {
        say(report::count_of(totals->names, "name", "names") + " screened, " + std::to_string(totals->with_hits) +
            " with hits");
        for (const auto& note : report::notes_on_lists(opened->run)) say("note: " + note);
    }
    if (totals->unusable > 0) {
        say(report::count_of(totals->unusable, "row", "rows") + " of " + input->name() + " could not be used");
        return kUnreadableInput;
    }
    return arguments.fail_on_hit && totals->hits > 0 ? kVerdictMet : kDone;
}

}  // namespace axray::cli
