// Makes names ready for comparison: scripts to Latin, folding, words and their roles (text -> PreparedName).
//
// Holds the transforms of ICU, each made when a script first needs it, which takes a while: one NamePreparer serves
// a whole run. Source: own, over ICU's transforms (Unicode CLDR).
#pragma once

#include <memory>
#include <string_view>

#include <axray/result.hpp>

#include "matching/prepared_name.hpp"

namespace axray::matching {

// Constant after it was made; may be used by several threads at once.
class NamePreparer {
public:
    // Errors: model_mismatch when the transforms of ICU are missing from the system.
    [[nodiscard]] static Result<NamePreparer> create();

    // `name` may be any bytes. A name of punctuation alone has no words. O(bytes), of kNameLimit at most; a name in
    // ASCII never reaches ICU.
    [[nodiscard]] PreparedName prepare(std::string_view name, NameKind kind) const;

    NamePreparer(NamePreparer&&) noexcept;
    NamePreparer& operator=(NamePreparer&&) noexcept;
    ~NamePreparer();

private:
    struct Transforms;
    explicit NamePreparer(std::unique_ptr<Transforms> transforms);
    std::unique_ptr<Transforms> transforms_;
};

}  // namespace axray::matching
