#include "cli/screen/customer_input.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <simdjson.h>

#include "base/utf8.hpp"
#include "registers/import/list_text.hpp"
#include "registers/import/table_rows.hpp"
#include "report/json_line.hpp"

namespace axray::cli {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kLineLimit = std::size_t{64} << 20;
constexpr std::size_t kMostRowsTogether = std::size_t{1} << 20;  // bytes that a quote may span over the ends of batches
constexpr std::size_t kDepth = 64;
constexpr char kNoSeparator = '\x1F';  // of a table with a single column

std::string cell_of(dom::element value) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return simdjson::validate_utf8(text) ? std::string(text) : std::string();
    if (value.is_null()) return {};
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return simdjson::minify(value);
    std::string cells;
    for (const dom::element element : list) cells += (cells.empty() ? "" : "; ") + cell_of(element);
    return cells;
}

// Columns and cells of a line that holds a JSON object.
Result<bool> read_object(report::JsonLineParser& parser, std::string_view line, CustomerRow& row) {
    const auto root = parser.parse(line, {kLineLimit, kDepth});
    if (!root) return fail(root.error());
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS) return report::wrong_type("the line", "a JSON object", *root);
    row.columns.clear();
    row.cells.clear();
    for (const dom::key_value_pair field : object) {
        row.columns.emplace_back(field.key);
        row.cells.push_back(cell_of(field.value));
    }
    return true;
}

// The sign that parts most cells of a heading; none when it has a single cell.
char separator_of(std::string_view heading) {
    constexpr std::array<char, 4> kSeparators = {',', ';', '\t', '|'};
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    for (const char letter : heading) {
        if (letter == '"') quoted = !quoted;
        if (!quoted && (letter == '\n' || letter == '\r')) break;
        for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += !quoted && letter == kSeparators[i] ? 1U : 0U;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? kNoSeparator : kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

bool looks_like_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           (bytes.size() > 3 && (bytes[0] == 0 || bytes[1] == 0) && bytes.find('\0') < 2);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

CustomerInput::CustomerInput(LineInput input)
    : input_(std::make_unique<LineInput>(std::move(input))),
      stop_(std::make_unique<std::atomic<bool>>(false)),
      batches_(input_->descriptor(), input_->name(), kLineLimit, *stop_) {}

Result<CustomerInput> CustomerInput::open(const std::string& path) {
    auto stream = LineInput::open(path);
    if (!stream) return fail(std::move(stream).error());
    CustomerInput input(*std::move(stream));
    const auto found = input.find_form();
    if (!found) return fail(found.error().context.empty() ? Error(found.error()).within(input.name()) : found.error());
    return input;
}

Result<bool> CustomerInput::find_form() {
    auto first = more();
    if (!first) return fail(std::move(first).error());
    first_ = *std::move(first);
    if (!first_)
        return fail(ErrorCode::empty, "the file is empty; a heading with the names of its columns was expected");
    if (first_->too_long) return fail(ErrorCode::limit_exceeded, "its first line is longer than 64 MiB");
    if (first_->bytes.starts_with("PK\x03\x04") || first_->bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return fail(ErrorCode::unsupported, "this is a spreadsheet's own format: save it as CSV (UTF-8)");
    }
    if (looks_like_utf16(first_->bytes)) {
        if (auto read = read_whole(); !read) return read;
        const registers::ListFile file{name(), std::move(first_->bytes)};
        const registers::ListText text(file);
        first_->bytes = std::string(text.text());
        note_ = "is in UTF-16";
    }
    if (first_->bytes.starts_with("\xEF\xBB\xBF")) first_->bytes.erase(0, 3);
    if (first_->bytes.find('\n') == std::string::npos) {  // lines as old Macintosh programs end them
        std::replace(first_->bytes.begin(), first_->bytes.end(), '\r', '\n');
    }
    const auto begin = first_->bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return fail(ErrorCode::empty, "the file holds nothing but blanks");
    const char sign = first_->bytes[begin];
    if (sign == '[' || (sign == '{' && name().ends_with(".json"))) {
        if (auto read = read_whole(); !read) return read;
        if (auto unpacked = unpack_json(); !unpacked) return unpacked;
    }
    if (sign == '[' || sign == '{') {
        form_ = Form::json_lines;
        return find_first_object();
    }
    if (base::first_invalid_utf8(first_->bytes) < first_->bytes.size()) note_ = "is not UTF-8; read as Windows-1252";
    return read_heading();
}

// Adds all that follows to the first batch.
Result<bool> CustomerInput::read_whole() {
    while (true) {
        auto batch = more();
        if (!batch) return fail(std::move(batch).error());
        if (!*batch) return true;
        if ((*batch)->too_long || first_->bytes.size() + (*batch)->bytes.size() > kWholeInputLimit) {
            return fail(ErrorCode::limit_exceeded, "a JSON document or UTF-16 of more than " +
                                                       std::to_string(kWholeInputLimit >> 20U) +
                                                       " MiB is not read: use JSON lines or UTF-8");
        }
        first_->bytes += (*batch)->bytes;
        first_->input_bytes = (*batch)->input_bytes;
    }
}

// The objects of the document's array, or of the first array in its object, become lines.
Result<bool> CustomerInput::unpack_json() {
    report::JsonLineParser parser;
    const auto root = parser.parse(first_->bytes, {kWholeInputLimit, kDepth});
    if (!root) return fail(root.error());
    dom::array list;
    dom::object object;
    if (root->get(list) != simdjson::SUCCESS) {
        if (root->get(object) != simdjson::SUCCESS) return report::wrong_type("it", "an array of objects", *root);
        bool found = false;
        for (const dom::key_value_pair field : object) found = found || field.value.get(list) == simdjson::SUCCESS;
        if (!found) {
            first_->bytes = simdjson::minify(*root);
            return true;
        }
    }
    std::string lines;
    for (const dom::element element : list) lines += std::string(simdjson::minify(element)) + "\n";
    first_->bytes = std::move(lines);
    if (first_->bytes.empty()) return fail(ErrorCode::empty, "the array is empty");
    note_ = "is a JSON document: places count its objects";
    return true;
}

Result<bool> CustomerInput::read_heading() {
    separator_ = separator_of(std::string_view(first_->bytes).substr(first_->bytes.find_first_not_of("\r\n")));
    const registers::ListFile file{name(), first_->bytes};
    registers::ListText text(file);
    registers::TableRows rows(text, separator_);
    const auto* heading = rows.next();
    if (heading == nullptr) return fail(ErrorCode::empty, "the file holds no heading");
    if (!heading->whole) return fail(ErrorCode::malformed, "the heading cannot be read: " + heading->fault);
    columns_ = heading->cells;
    const auto end = std::min<std::size_t>(heading->place.bytes.end, first_->bytes.size());
    const auto begin = std::min<std::size_t>(heading->place.bytes.begin, end);
    const auto lines = std::count(first_->bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                                  first_->bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    first_->first_line = heading->place.line + static_cast<std::uint64_t>(lines);
    first_->bytes.erase(0, end);
    return true;
}

Result<bool> CustomerInput::find_first_object() {
    report::JsonLineParser parser;
    CustomerRow row;
    std::optional<Error> first_error;
    const std::string_view text = first_->bytes;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (is_blank(line)) continue;
        const auto read = read_object(parser, line, row);
        if (read) {
            columns_ = row.columns;
            return true;
        }
        if (!first_error) first_error = read.error();
    }
    return fail(first_error ? *std::move(first_error) : Error{ErrorCode::empty, "it holds no object", {}});
}

// Lines as they come; of a table also those that a quoted cell goes on in.
Result<std::optional<CustomerBatch>> CustomerInput::more() {
    if (held_) return std::exchange(held_, std::nullopt);
    std::optional<CustomerBatch> batch;
    std::ptrdiff_t quotes = 0;
    while (!at_end_) {
        auto lines = batches_.next();
        if (!lines) return fail(std::move(lines).error());
        if (!*lines) {
            at_end_ = true;
            break;
        }
        input_bytes_ += (*lines)->bytes.size();
        if ((*lines)->kind == base::LineBatch::Kind::too_long) {
            CustomerBatch line{{}, (*lines)->first_line, input_bytes_, true};
            if (!batch) return std::optional<CustomerBatch>(std::move(line));
            held_ = std::move(line);
            break;
        }
        quotes += std::count((*lines)->bytes.begin(), (*lines)->bytes.end(), '"');
        if (!batch) {
            batch.emplace();
            batch->first_line = (*lines)->first_line;
            batch->bytes = std::move((*lines)->bytes);
        } else {
            batch->bytes += (*lines)->bytes;
        }
        batch->input_bytes = input_bytes_;
        const bool whole = form_ != Form::table || quotes % 2 == 0;
        if (whole || batch->bytes.size() > kMostRowsTogether) break;
    }
    return batch;
}

Result<std::optional<CustomerBatch>> CustomerInput::next() {
    if (first_) return std::exchange(first_, std::nullopt);
    return more();
}

void CustomerInput::read(const CustomerBatch& batch, const std::function<void(const CustomerRow&)>& take) const {
    if (batch.too_long) {
        CustomerRow row;
        row.line = batch.first_line;
        row.fault = "the line is longer than 64 MiB";
        row.usable = false;
        take(row);
    } else if (form_ == Form::table) {
        read_table(batch, take);
    } else {
        read_objects(batch, take);
    }
}

void CustomerInput::read_table(const CustomerBatch& batch, const std::function<void(const CustomerRow&)>& take) const {
    const registers::ListFile file{name(), batch.bytes};
    registers::ListText text(file);
    registers::TableRows rows(text, separator_);
    CustomerRow row;
    while (const auto* found = rows.next()) {
        row.line = batch.first_line + found->place.line - 1;
        row.cells = found->cells;
        row.fault = found->fault;
        row.usable = found->whole;
        if (row.usable && std::all_of(row.cells.begin(), row.cells.end(), is_blank)) continue;
        while (row.cells.size() > columns_.size() && is_blank(row.cells.back())) row.cells.pop_back();
        if (row.usable && row.cells.size() > columns_.size()) {
            row.usable = false;
            row.fault = "the row has " + std::to_string(row.cells.size()) + " cells where the heading has " +
                        std::to_string(columns_.size());
        }
        row.cells.resize(columns_.size());
        take(row);
    }
}

void CustomerInput::read_objects(const CustomerBatch& batch,
                                 const std::function<void(const CustomerRow&)>& take) const {
    report::JsonLineParser parser;
    CustomerRow row;
    row.line = batch.first_line;
    const std::string_view text = batch.bytes;
    for (std::size_t at = 0; at < text.size(); ++row.line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (is_blank(line)) continue;
        const auto read = read_object(parser, line, row);
        row.usable = read.has_value();
        row.fault = read ? std::string() : read.error().to_string();
        if (!read) {
            row.columns.clear();
            row.cells.clear();
        }
        take(row);
    }
}

}  // namespace axray::cli
