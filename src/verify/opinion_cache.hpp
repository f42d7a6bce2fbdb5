// The folder in which opinions are kept (digest of a question <-> Opinion).
//
// FOLDER/ab/abcd...json, one file a question, complete or not there; one that is damaged counts as missing. So two runs
// may share a folder, and it may be deleted at any time. Only verdicts are kept, never failures.
// Source: own.
#pragma once

#include <optional>
#include <string>

#include <axray/result.hpp>

#include "verify/answer.hpp"

namespace axray::verify {

class OpinionCache {
public:
    // `folder` is made when the first opinion is kept; empty: nothing is kept and nothing found.
    explicit OpinionCache(std::string folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::optional<Opinion> find(const std::string& digest) const;

    // Error unwritable.
    [[nodiscard]] Result<void> keep(const std::string& digest, const Opinion& opinion) const;

private:
    [[nodiscard]] std::string path_of(const std::string& digest) const;
    std::string folder_;
};

}  // namespace axray::verify
