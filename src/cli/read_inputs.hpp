// What `axray read` is to read, one piece of work after another (names -> documents or errors).
//
// Names are files, folders or "-"; a compressed file is read through. Source: own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "cli/read_options.hpp"

namespace axray::cli {

// Something that was named, or stands in a folder that was; with an error when it is known to be unusable.
struct NamedInput {
    std::string name;
    std::optional<Error> error;
};

// Every file once, in the order of the names; the files of a folder sorted by their bytes.
[[nodiscard]] std::vector<NamedInput> list_inputs(const std::vector<std::string>& names, FolderDepth depth);

// Where the documents of an input go, and what is wrong with it.
struct ReadReceiver {
    std::function<void(const Document&)> document;
    std::function<void(const std::string& id, const Error&)> failure;  // could not be read
    std::function<void(const Error&)> warning;                         // was read in part
};

// Reads one file or, for "-", standard input.
void read_named(const Engine& engine, const std::string& name, const ReadReceiver& receiver);

}  // namespace axray::cli
