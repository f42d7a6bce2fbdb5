// What a user names on the command line, one piece of work after another (names -> ReadTasks -> documents and errors).
//
// Names are files, folders, addresses or "-". A compressed file is read through; an archive, told by its bytes or by
// the user, gives a task for each of its pages. Tasks are made on one thread and done on any. Source: own.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "cli/document_source.hpp"
#include "cli/fetch_input.hpp"
#include "cli/read_options.hpp"

namespace axray::cli {

inline constexpr const char* kStandardInput = "-";

// Where the documents of an input go, and what is wrong with it.
struct ReadReceiver {
    std::function<void(const Document&, const DocumentSource&)> document;
    std::function<void(const std::string& id, const Error&)> failure;  // could not be read
    std::function<void(const Error&)> damage;                          // was read in part
    std::function<void(const std::string&)> note;                      // worth knowing, nothing is wrong
};

struct ReadTask {
    std::function<void(const ReadReceiver&)> run;
    std::size_t cost = 0;  // bytes that it holds
};

// Hands on the documents of `bytes`: one, or those of a feed, with `source`, to which the bytes and the address of the
// options are added. Errors and damage name the file, and the record of an archive by its byte.
void read_documents(const Engine& engine, std::string_view bytes, const ReadOptions& options,
                    const DocumentSource& source, const ReadReceiver& receiver);

// Something that was named, or stands in a folder that was; with an error when it is known to be unusable.
struct NamedInput {
    std::string name;
    std::optional<Error> error;
};

// Every file and address once, in the order of the names; the files of a folder sorted by their bytes.
[[nodiscard]] std::vector<NamedInput> list_inputs(const std::vector<std::string>& names, FolderDepth depth);

// What the system's clock says, ISO 8601.
[[nodiscard]] std::string present_time();

class ArchiveTasks;

// The tasks of a list of inputs, in their order.
class InputTasks {
public:
    // `engine` and `addresses` must outlive the tasks. No file is believed that it was published after `now`, ISO 8601.
    InputTasks(const Engine& engine, const AddressReader& addresses, std::vector<NamedInput> inputs, InputKind kind,
               std::string now);
    ~InputTasks();
    InputTasks(const InputTasks&) = delete;
    InputTasks& operator=(const InputTasks&) = delete;

    // The next task, none at the end. Ends early after `stop`, which must outlive this.
    [[nodiscard]] std::optional<ReadTask> next(const std::atomic<bool>& stop);

    [[nodiscard]] std::size_t inputs() const { return inputs_.size(); }
    [[nodiscard]] std::size_t inputs_done() const { return done_; }  // no more tasks come of them; from any thread

private:
    [[nodiscard]] std::optional<ReadTask> begin(const NamedInput& input, const std::atomic<bool>& stop);
    [[nodiscard]] std::optional<ReadTask> begin_standard_input(const std::atomic<bool>& stop);

    const Engine& engine_;
    const AddressReader& addresses_;
    std::vector<NamedInput> inputs_;
    InputKind kind_;
    std::string now_;
    std::size_t begun_ = 0;
    std::atomic<std::size_t> done_ = 0;
    std::unique_ptr<ArchiveTasks> archive_;  // that is being read
};

}  // namespace axray::cli
