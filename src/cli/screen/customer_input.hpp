// The rows of a user's file of customers, piece by piece (file -> CustomerBatch -> rows of cells).
//
// A table (comma, semicolon, tab or bar between its cells), JSON lines, or a JSON document with an array of objects:
// the form is told from the bytes. UTF-8, UTF-16 and Windows-1252 are read. Tables and JSON lines stream, whatever
// their size; a JSON document and UTF-16 are read whole, up to a limit. A row that cannot be used costs that row alone.
// Source: own; tables as RFC 4180 (registers/import/table_rows.hpp).
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "base/line_batches.hpp"
#include "cli/line_input.hpp"

namespace axray::cli {

inline constexpr std::size_t kWholeInputLimit = std::size_t{256} << 20;  // bytes of what cannot be streamed

struct CustomerBatch {
    std::string bytes;              // whole rows
    std::uint64_t first_line = 1;   // of the input
    std::uint64_t input_bytes = 0;  // that were read of the input with it
    bool too_long = false;          // in the place of a line that is longer than the limit
};

struct CustomerRow {
    std::uint64_t line = 0;            // from 1
    std::vector<std::string> columns;  // of a JSON object: its keys; of a table empty, they are those of the input
    std::vector<std::string> cells;
    std::string fault;   // what is wrong with it; empty when nothing is
    bool usable = true;  // false: its cells must not be used
};

class CustomerInput {
public:
    // Reads the heading, or the first object. Errors: not_found, unreadable, empty, unsupported for a spreadsheet's own
    // format, malformed, limit_exceeded.
    [[nodiscard]] static Result<CustomerInput> open(const std::string& path);

    [[nodiscard]] const std::string& name() const { return input_->name(); }
    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    [[nodiscard]] std::uint64_t bytes() const { return input_->size(); }  // 0 when not known
    [[nodiscard]] const std::string& note() const { return note_; }       // what a user should know; often empty

    // The next rows, none at the end. Error unreadable.
    [[nodiscard]] Result<std::optional<CustomerBatch>> next();

    // Ends the waiting for input, from another thread.
    void stop() { *stop_ = true; }

    // Calls `take` for each row of a batch. May be called by several threads at once.
    void read(const CustomerBatch& batch, const std::function<void(const CustomerRow&)>& take) const;

private:
    enum class Form : std::uint8_t { table, json_lines };

    explicit CustomerInput(LineInput input);
    [[nodiscard]] Result<bool> find_form();
    [[nodiscard]] Result<bool> read_whole();
    [[nodiscard]] Result<bool> unpack_json();
    [[nodiscard]] Result<bool> read_heading();
    [[nodiscard]] Result<bool> find_first_object();
    [[nodiscard]] Result<std::optional<CustomerBatch>> more();
    void read_table(const CustomerBatch& batch, const std::function<void(const CustomerRow&)>& take) const;
    void read_objects(const CustomerBatch& batch, const std::function<void(const CustomerRow&)>& take) const;

    std::unique_ptr<LineInput> input_;
    std::unique_ptr<std::atomic<bool>> stop_;
    base::LineBatches batches_;
    Form form_ = Form::table;
    char separator_ = ',';
    std::vector<std::string> columns_;
    std::optional<CustomerBatch> first_;  // read already, not handed on
    std::optional<CustomerBatch> held_;   // a line that was too long, behind rows that were not
    bool at_end_ = false;
    std::uint64_t input_bytes_ = 0;
    std::string note_;
};

}  // namespace axray::cli
