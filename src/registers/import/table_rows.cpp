#include "registers/import/table_rows.hpp"

#include <algorithm>

namespace axray::registers {

bool TableRows::at_line_end(std::size_t at) const {
    const auto text = text_->text();
    return at >= text.size() || text[at] == '\n' || text[at] == '\r';
}

std::string& TableRows::new_cell() {
    ++cells_;
    if (cells_ > kColumnLimit) {
        surplus_.clear();
        return surplus_;
    }
    if (row_.cells.size() < cells_) row_.cells.emplace_back();
    auto& cell = row_.cells[cells_ - 1];
    cell.clear();
    return cell;
}

void TableRows::append(std::string& cell, std::size_t begin, std::size_t end) {
    const std::size_t room = kCellLimit - std::min(kCellLimit, cell.size());
    if (end - begin > room) {
        row_.whole = false;
        row_.fault = "a cell is longer than " + std::to_string(kCellLimit >> 20U) + " MiB";
    }
    cell.append(text_->text().substr(begin, std::min(end - begin, room)));
}

void TableRows::read_plain_cell(std::string& cell) {
    const auto text = text_->text();
    const char stops[] = {separator_, '\n', '\r'};
    const std::size_t end = std::min(text.size(), text.find_first_of(std::string_view(stops, sizeof stops), at_));
    append(cell, at_, end);
    at_ = end;
}

// at_ stands on the opening quote.
TableRows::Quoted TableRows::read_quoted_cell(std::string& cell) {
    const auto text = text_->text();
    const std::size_t begin = at_++;
    bool several_lines = false;
    while (true) {
        const std::size_t quote = text.find('"', at_);
        if (quote == std::string_view::npos) return Quoted::never_closed;
        several_lines = several_lines || text.substr(at_, quote - at_).find('\n') != std::string_view::npos;
        append(cell, at_, quote);
        at_ = quote + 1;
        if (at_ >= text.size() || text[at_] != '"') break;
        append(cell, at_, at_ + 1);
        ++at_;
    }
    while (at_ < text.size() && text[at_] == ' ') ++at_;
    if (at_line_end(at_) || text[at_] == separator_) return Quoted::closed;
    if (several_lines) return Quoted::closed_elsewhere;
    // Quotes inside a cell that were not doubled: `"the "great" one"`. What stands there is kept.
    at_ = begin;
    cell.clear();
    read_plain_cell(cell);
    return Quoted::odd;
}

void TableRows::give_up(std::string reason, std::size_t begin) {
    row_.whole = false;
    row_.fault = std::move(reason);
    at_ = std::min(text_->text().size(), text_->text().find('\n', begin));
}

void TableRows::end_line() {
    const auto text = text_->text();
    if (at_ < text.size() && text[at_] == '\r') ++at_;
    if (at_ < text.size() && text[at_] == '\n') ++at_;
}

void TableRows::read_row() {
    const auto text = text_->text();
    const std::size_t begin = at_;
    cells_ = 0;
    row_.whole = true;
    row_.fault.clear();
    while (true) {
        auto& cell = new_cell();
        if (at_ < text.size() && text[at_] == '"') {
            const Quoted quoted = read_quoted_cell(cell);
            if (quoted == Quoted::odd) row_.fault = "quotes in a cell are not doubled";
            if (quoted == Quoted::never_closed) give_up("a quote is never closed", begin);
            if (quoted == Quoted::closed_elsewhere) give_up("a quote is not closed before the next row", begin);
        } else {
            read_plain_cell(cell);
        }
        if (at_line_end(at_)) break;
        ++at_;
    }
    if (cells_ > kColumnLimit) {
        row_.whole = false;
        row_.fault = "there are " + std::to_string(cells_) + " columns, more than " + std::to_string(kColumnLimit);
    }
    row_.cells.resize(std::min(cells_, kColumnLimit));
    row_.place = text_->row(begin, at_, line_);
    if (const auto wrong = text_->wrong_bytes(begin, at_); wrong > 0 && row_.fault.empty()) {
        row_.fault = std::to_string(wrong) + (wrong == 1 ? " byte is" : " bytes are") + " wrong in the text's encoding";
    }
    end_line();
    line_ += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                                   text.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
}

const TableRow* TableRows::next() {
    const auto text = text_->text();
    while (at_ < text.size()) {
        if (at_line_end(at_)) {
            line_ += text[at_] == '\n' ? 1 : 0;
            ++at_;
            continue;
        }
        if (text.substr(at_) == "\x1A") return nullptr;  // the end of a text file, as CP/M and DOS had it
        read_row();
        return &row_;
    }
    return nullptr;
}

}  // namespace axray::registers
